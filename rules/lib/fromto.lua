-- fromto: a change whose ends stand apart or in brackets: decreased from 11.1
-- (95% CI = 7.8–15.8) in May to 4.6 (95% CI = 2.5–8.5); increased among the old
-- (from 8.6% to 91.2%); increased over the period, rising from 210 to 295.
--
-- patterns for on.pattern, is(text): is a match one of them, and check(m): -1, 0
-- or 1 as the ends speak against the verb, leave it open, or agree.

local fromto = {}

-- The verb and by how much; small numbers and COVID-19 may stand in the words.
local VERB = [[\b(?<w>[Ii]ncreased?|[Dd]ecreased?|rose|grew|climbed|fell|[Dd]eclined?|dropped)\b]]
  .. [[(?: (?:by )?(?:about |approximately |an estimated |some )?[\d,.]*\d(?:%| per ?cent(?:age points?)?| points?)(?: \([^()]{1,50}\))?)?]]
local WORDS = [[(?:[^.;:()\d%]|(?:(?<=[a-z] )|(?<=[A-Z]-))\d{1,2}(?=[ ,][a-z]| [a-z])){0,110}?]]
local NUMBER = [[[<>≤≥$£€]?\s?(?:about |approximately |an? (?:peak|low|high|average) of )?]]
local A, B = [[(?<a>\d[\d,]*(?:\.\d+)?)(?<ua>%)?]], [[(?<b>\d[\d,]*(?:\.\d+)?)(?<ub>%)?]]
local BRACKET = [[ \([^()]{3,70}\)]]
local GAP = [[[^.;()%]{0,70}?]]
local TO = [[ to ]] .. NUMBER
local NO_WAY = [[(?<way>)(?<after>)]]

fromto.patterns = {
  NO_WAY .. VERB .. WORDS .. [[\bfrom ]] .. NUMBER .. A .. GAP .. BRACKET .. GAP .. TO .. B,
  NO_WAY .. VERB .. WORDS .. [[\((?:[^().;%]{0,40}?[;,] )?from ]] .. NUMBER .. A .. GAP .. TO .. B,
  NO_WAY .. VERB .. WORDS .. [[, from ]] .. NUMBER .. A .. GAP .. TO .. B,
  -- declined by 16% overall to 19,824, from 23,588
  NO_WAY .. VERB .. WORDS .. [[\bto ]] .. NUMBER .. [[(?<b>\d[\d,]*(?:\.\d+)?)(?<ub>%)?]] .. GAP .. [[,? from ]] .. NUMBER .. A .. [[(?![\d,.]*\d)(?!.{0,40} to )]],
  [[(?<a>)(?<ua>)(?<b>)(?<ub>)]] .. VERB .. WORDS
    .. [[[,(] ?(?<way>falling|declining|dropping|decreasing|down|rising|growing|increasing|climbing|up) (?:from|by) (?<after>[\d.]*\d(?:%| per ?cent\b))?]],
}

local OURS = re.new([[^(?:[Ii]ncreas|[Dd]ecreas|rose|grew|climb|fell|[Dd]eclin|drop)]])
function fromto.is(text) return OURS:find(text) ~= nil end

local DOWN = re.new("^(?:[Dd]ecreas|fell|[Dd]eclin|drop|fall|down)")
local CHANGE = re.new([[\b(?:increas|decreas|rose|rise|rising|grew|growth|fell|fall|declin|drop|change|higher|lower|more|less|not|no|until|before|then|but|although|while|whereas|if|would|range|aged?|between|rate of|gap|difference|deficit|loss|rank)]])
local YEAR = re.new([[^(?:19|20)\d\d$]])

-- Only the verb says a change; another one or a range leaves open whose the
-- ends are.
local function alone(m)
  local n, upto = 0, m.text
  if m.way ~= "" then upto = upto:sub(1, #upto - #(m.after or "") - #m.way - 6) end
  for _ in CHANGE:gmatch(upto:lower()) do n = n + 1 end
  return n == 1
end

-- Prices rose 0.22% in September, down from 0.30% in August: the pace fell.
local RATE = re.new([[^[a-z]+ (?:by )?(?:about |approximately |an estimated |some )?[\d,.]*\d(?:%| per ?cent)]], "i")
local function of_pace(m) return m.after and m.after ~= "" and RATE:find(m.text) ~= nil end

local function number(text) return decimal((text:gsub(",", ""))) end

function fromto.check(m)
  if not alone(m) then return 0 end
  local down = DOWN:find(m.w) ~= nil
  if m.way ~= "" and of_pace(m) then return 0 end
  if m.way ~= "" then return (DOWN:find(m.way) ~= nil) == down and 1 or -1, { m:place("way") } end
  if (m.ua or "") ~= (m.ub or "") or YEAR:find(m.a) or YEAR:find(m.b) then return 0 end
  local a, b = number(m.a), number(m.b)
  if a == b then return 0 end
  return (b < a) == down and 1 or -1, { m:place("a"), m:place("b") }
end

return fromto
