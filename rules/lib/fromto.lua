-- fromto: a change whose ends stand apart or in brackets: decreased from 11.1
-- (95% CI = 7.8–15.8) in May to 4.6 (95% CI = 2.5–8.5); increased among the old
-- (from 8.6% to 91.2%); cut the rate for owners from 12 to 10%; increased over the
-- period, rising from 210 to 295.
--
-- patterns for on.pattern, and check(m): -1, 0
-- or 1 as the ends speak against the verb, leave it open, or agree. told is a
-- pattern with the rate p; rate(m): what the ends make of it, as an interval.

local fromto = {}

-- Single words of change, and which way they go; up and down stand in too much.
local WAY, words_of_change = {}, {}
local SKIP = { up = true, down = true, added = true, gains = true, gain = true, gained = true, lost = true, doubled = true, growth = true, trimmed = true }
for _, row in ipairs(lexicon("en/change")) do
  if (row.value == "up" or row.value == "down") and row.word:find("^%l+$") and not SKIP[row.word] then
    WAY[row.word] = row.value
    words_of_change[#words_of_change + 1] = row.word
  end
end
WAY.lower, WAY.halved = "down", "down"
-- will lower the cap, to lower the ceiling
local LOWER = [[(?<=to |will |shall |would |also |further |we |may |I )lower]]
local ANY = table.concat(words_of_change, "|")
local FAR = [[\b(?<w>]] .. LOWER .. [[|lowered|raised?|reduced?|increased?|decreased?|cut|boosted|narrowed|widened|extended|shortened)\b]]

-- The verb and by how much; small numbers and COVID-19 may stand in the words.
local PERCENT = [[[\d,.]*\d(?:%| per ?cent(?:age points?)?| points?)]]
local BY = [[(?: (?:by )?(?:about |approximately |an estimated |some )?]] .. PERCENT .. [[(?: \([^()]{1,50}\))?)?]]
local VERB = [[\b(?<w>[Ii]ncreased?|[Dd]ecreased?|rose|grew|climbed|fell|[Dd]eclined?|dropped)\b]] .. BY
local CHANGED = [[\b(?<w>(?i:]] .. ANY .. [[))\b]] .. BY
local WORDS = [[(?:[^.;:()\d%]|\([A-Za-z][^()\d]{0,30}\)|(?<=in |for |of |by )(?:19|20)\d\d(?=[ ,])|(?:(?<=[a-z] )|(?<=[A-Z]-))\d{1,2}(?=[ ,][a-z]| [a-z])){0,110}?]]
local NUMBER = [[[<>≤≥$£€]?\s?(?:(?:the |its |their |our )?(?:current|present|existing|previous|prevailing|normal|original|initial|earlier) (?:[a-z-]+ ){0,3}?(?:of )?|about |approximately |an? (?:peak|low|high|average|baseline)(?: value| rate| level)? of |up to )?[$£€]?]]
-- Two amounts of money or two percentages may stand farther off.
local LONGER = [[(?<far>[^.;:%$£€]{0,180}?)]]
local SURE = [[(?:(?:the |its |their |our )?(?:current|present|existing|previous|prevailing|normal|original|initial|earlier) (?:[a-z-]+ ){0,3}?(?:of )?)?(?:(?=\d[\d.,]*(?:%| per ?cent))|[$£€])]]
local SCALE = [[ ?%| (?:per ?cent|thousand|million|billion|trillion)(?![a-z])]]
local A = [[(?<a>(?!\d+(?:st|nd|rd|th)\b)\d[\d,]*(?:\.\d+)?|none|zero|nil)(?<ua>]] .. SCALE .. [[)?]]
local B = [[(?<b>\d[\d,]*(?:\.\d+)?|none|zero|nil)(?<ub>]] .. SCALE .. [[)?]]
local BRACKET = [[ \([^()]{3,70}\)]]
local GAP = [[[^.;()%]{0,70}?]]
local TO = [[ to ]] .. NUMBER
local NO_WAY, NO_ENDS = [[(?<way>)(?<after>)(?<far>)]], [[(?<far>)(?<a>)(?<ua>)(?<b>)(?<ub>)]]
local END = [[(?! ?[ap]\.?m\b|[\d.,]*\d| ?[-–] ?\d|-)]]

fromto.patterns = {
  NO_WAY .. VERB .. WORDS .. [[\bfrom ]] .. NUMBER .. A .. GAP .. BRACKET .. GAP .. TO .. B,
  NO_WAY .. VERB .. WORDS .. [[\((?:[^().;%]{0,40}?[;,] )?from ]] .. NUMBER .. A .. GAP .. TO .. B,
  NO_WAY .. VERB .. WORDS .. [[, from ]] .. NUMBER .. A .. GAP .. TO .. B,
  -- declined by 16% overall to 19,824, from 23,588
  NO_WAY .. VERB .. WORDS .. [[\bto ]] .. NUMBER .. B .. GAP .. [[,? from ]] .. NUMBER .. A .. [[(?![\d,.]*\d)(?!.{0,40} to )]],
  -- cut the property tax from 12 to 10%; a rise in the rate from 64 days in 2013 to 133 in 2014
  NO_WAY .. CHANGED .. WORDS .. [[\bfrom ]] .. NUMBER .. A .. [[[^.;:()%,]{0,60}?]] .. TO .. B .. END,
  -- decreased by over 12 points, to 59 per cent (37.3 million to 33.2 million)
  NO_WAY .. VERB .. [[(?:[^.;()]|\.\d){0,90}\(]] .. NUMBER .. [[(?=[^()]{0,20}\b(?:million|billion)\b)]] .. A .. TO .. B .. [[\)]],
  -- will lower the cap for firms in both towns from $2,300 to $2,500
  [[(?<way>)(?<after>)]] .. FAR .. LONGER .. [[\bfrom ]] .. SURE .. A .. [[[^.;:()%,]{0,60}?]] .. [[ to ]] .. SURE .. B .. END,
  -- has more than halved, rising from 12 to 26
  NO_ENDS .. [[\b(?<w>halved|doubled|tripled|trebled|quadrupled)\b[^.;()\d]{0,40}, ?(?<way>falling|declining|dropping|decreasing|rising|growing|increasing|climbing) from (?<after>)]],
  NO_ENDS .. VERB .. WORDS
    .. [[[,(] ?(?<way>falling|declining|dropping|decreasing|down|rising|growing|increasing|climbing|up) (?:from|by) (?<after>[\d.]*\d(?:%| per ?cent\b))?]],
}

-- decreased 59% (p<0.001) from 1.99 (95% CI = 1.96–2.01) to 0.82
fromto.told = [[\b(?<w>[Ii]ncreased?|[Dd]ecreased?|rose|grew|climbed|fell|[Dd]eclined?|dropped|reduction|rise|fall|drop)\b]]
  .. [[(?: of| by)? (?<p>\d{1,4}(?:\.\d+)?)(?:%| per ?cent) ]]
  .. [[(?:(?=[^%]{0,90}\()(?:\([^()%]{1,30}\) )?)(?:overall )?from ]]
  .. NUMBER .. A .. [[[^.;()%,]{0,30}?(?:]] .. BRACKET .. [[[^.;()%]{0,40}?)?]] .. TO .. B .. END

local function goes_down(word)
  word = word:lower()
  return WAY[word] == "down" or word:find("^fall") ~= nil or word:find("^down") ~= nil or word:find("^declin") ~= nil
end

local CHANGE = re.new([[\b(?:increas|decreas|rose|rise|rising|rais|grew|growth|fell|fall|declin|drop|reduc|lower|cut|boost|expand|change|higher|more|less]]
  .. [[|not|no\b|nor\b|until|before|then|but\b|although|while|whereas|if|would|rang|var(?:y|ied|ies)|slow|narrow|widen|eas(?:ed|ing)|accelerat|aged?|between|rate of|gap|difference|deficit|loss|rank)]])
local YEAR = re.new([[^(?:19|20)\d\d$]])

-- Only the verb says a change; another one or a range leaves open whose the
-- ends are.
local function alone(m)
  local n, upto = 0, m.text
  if m.way ~= "" then upto = upto:match("^(.*)[,(] ?%a+ %a+ ") or upto end -- but for ", up by 5%"
  if not CHANGE:find(m.w:lower()) then n = 1 end
  if m.far ~= "" then upto = upto:gsub("%f[%a]aged?%f[%A]", "") end -- money and percentages are no ages
  for _ in CHANGE:gmatch(upto:lower()) do n = n + 1 end
  return n == 1
end

-- Prices rose 0.22% in September, down from 0.30% in August: the pace fell.
local RATE = re.new([[^[a-z]+ (?:by )?(?:about |approximately |an estimated |some )?[\d,.]*\d(?:%| per ?cent)]], "i")
-- Between a verb and ends that stand far off: years, ages and letters in brackets.
local PLAIN = re.new([[^(?:[^()\d]|\([A-Za-z][^()\d]{0,30}\)|(?:19|20)\d\d(?![\d,])|\d{1,2}(?=[ ,][a-z]| [a-z]))*$]])
-- down from a peak rate of growth of 1.8%
local PEAK = re.new([[^ from [^.;\d]{1,50}[\d.]*\d(?:%| per ?cent\b)]])
local function of_pace(m)
  if not RATE:find(m.text) then return false end
  return m.after ~= nil and m.after ~= "" or PEAK:find(m:place("way"):after(80)) ~= nil
end

local function number(text) return text:find("^%d") and decimal((text:gsub(",", ""))) or decimal("0") end

-- Both ends in one unit; of 12 to 10% the second has it for both.
local function one_unit(m)
  local a, b = (m.ua or ""):gsub("^ ", ""):gsub("per ?cent", "%%"), (m.ub or ""):gsub("^ ", ""):gsub("per ?cent", "%%")
  if a == b or not m.a:find("^%d") then return true end
  return a == "" and b == "%" and m:place("a"):after(4) == " to "
end

-- from 4 weeks to 2 months; from 35 cents to $1.07
local TIME = re.new([[\b(day|week|month|year|hour|minute)s?\b.* to .*\b(day|week|month|year|hour|minute)s?\b]])
local function one_time(m)
  local a, b = TIME:match(m.text:sub((m.text:find(m.a, 1, true))) .. m:place():after(10))
  return not a or a == b
end
local SIGN = re.new("[$£€]")
local function one_currency(m)
  local a, b = SIGN:find(m:place("a"):before(1)), SIGN:find(m:place("b"):before(1))
  return (a == nil) == (b == nil) and not m.text:gsub("per cent", "%%"):find("%f[%a]cents?%f[%A]")
end

-- This brought down the increase in demand from 5.4% to 4.9%.
local CHANGED_BEFORE = re.new([[\b(?:down|slow[a-z]*|brought|curb[a-z]*|halt[a-z]*|]] .. ANY .. [[)\b[^.;,]{0,30}$]])
local function of_change(m)
  local before = m:place("w"):before(50)
  return CHANGED_BEFORE:find(before) ~= nil
end

local ODD = re.new([[,(?!\d{3}(?:\D|$))]]) -- 2,9: a comma for the point
-- Its ranking fell from 5 to 8.
local RANK = re.new([[\b(?:rank|position|standing|place[ds]?\b)]])

-- 974,000 and 1.002 of a unit of its own (Mbd): no change is a hundredfold.
local MOST = decimal("100")
function fromto.are_apart(a, b)
  return a:gt(0) and b:gt(0) and (a / b > MOST or b / a > MOST)
end

function fromto.check(m)
  if m.far and not PLAIN:find(m.far) then return 0 end
  if not alone(m) or RANK:find(m:place():before(120) .. m.text) or of_change(m) then return 0 end
  local down = goes_down(m.w)
  if m.way ~= "" and of_pace(m) then return 0 end
  if m.way ~= "" then return goes_down(m.way) == down and 1 or -1, { m:place("way") } end
  if not one_unit(m) or not one_currency(m) or not one_time(m) or YEAR:find(m.a) or YEAR:find(m.b) then return 0 end
  if ODD:find(m.a) or ODD:find(m.b) then return 0 end
  local a, b = number(m.a), number(m.b)
  if a == b or fromto.are_apart(a, b) then return 0 end
  return (b < a) == down and 1 or -1, { m:place("a"), m:place("b") }
end

-- What the ends of a match of fromto.told make of its rate, or nil.
function fromto.rate(m)
  if not m.a:find("^%d") or not one_unit(m) or not one_currency(m) or YEAR:find(m.a) or YEAR:find(m.b) then return nil end
  local a, b = interval(m.a), interval(m.b)
  if not a.low:gt(0) then return nil end
  local rate = (b / a - 1) * 100
  return goes_down(m.w) and interval(0, 0) - rate or rate
end

return fromto
