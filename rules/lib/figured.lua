-- figured: what a bracket says in figures: (12.3%), (n = 412; 10.2%), (39.8%
-- versus 47.5%; p<0.01), (aOR = 0.72; 95% CI = 0.61–0.85), (9.6% and 7.8%,
-- respectively), [41 years].
--
-- read(text, from) -> { singles =, pairs =, ratio =, loss =, listed =, respective = }, of the text between
-- two brackets whose first byte is `from`; each figure { value, text, unit, from,
-- to, high = of a stretch }. Listed are singles of one unit, or with "respectively", each of another
-- thing; then they are no pair.

local figured = {}

local FIGURE = [[[$£€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[$£€]?\d+(?:\.\d+)?]]
local NO_UNIT = [[(?!(?:for|in|among|on|at|of|and|or|to|by|from|with|versus|vs|v|compared|than|living|against|relative)\b)]]
local EACH = [[(?: (?:per|a|an|each|every) (?:year|annum|quarter|month|decade))?]]
local UNIT = [[ ?%]] .. EACH .. [[| per ?cent(?:age points?)?|(?: (?:hundred|thousand|million|billion|trillion))?(?: ]] .. NO_UNIT .. [[[a-zµ_]+(?:/[a-z]+)?)?(?: per (?:[\d,]+(?: (?!for|in|among|at|on|of|living)[a-z]+)?|[a-z]+))?|/[\d,]+]]
local ABOUT = [[(?:approximately |about |around |nearly |almost |an? (?:estimated |average of )|estimated )?]]
-- (mean age = 41 years); not (n = 412) or (p = 0.03)
local NO_LABEL = [[(?!(?:n|no|p|ci|sd|se|iqr|df|range|table|figure|fig|ref)\b|\d+% ci\b)]]
local AGES = [[(?:aged? )?\d+ ?[–-] ?\d+(?: years?| y)?\s?:|[≥≤<>]\d+(?: years?| y)?\s?:|]] -- (0–4 years: 5.7; 5–17: 2.9)
local LABEL = [[(?:(?:]] .. AGES .. [[(?:rate|prevalence|incidence|percentage|share|mean|median|average)(?: age| rate| of)?|]] .. NO_LABEL
  .. [[[a-z][a-z0-9 -]{0,24}\s?[=:]|(?:mean|median|average|overall)(?: [a-z]+){1,3} of)\s?)?]]
local END = [[(?= ?$| ?[;,\]\[(]| of (?!\d)| (?:for|in|among|on|at|living) )]]
local SINGLE = re.new("^" .. LABEL .. ABOUT .. "(" .. FIGURE .. ")(" .. UNIT .. ")?" .. END, "i")
-- (138–150 days): a stretch
local RANGE = re.new("^(?:range(?:,|:| of| from)? )?" .. ABOUT .. "(" .. FIGURE .. ")(" .. UNIT .. ")?(?: ?(?:–|-|—) ?| to )(" .. FIGURE .. ")(" .. UNIT .. ")?" .. END, "i")
local MARK = [[,? (?:versus\.?|vs\.?|v\.?|compared (?:with|to)|against|relative to) ]]
local PAIR = re.new("^" .. LABEL .. ABOUT .. "(" .. FIGURE .. ")(" .. UNIT .. ")?(?: [^();%\\d]{0,50}?(?: (?:19|20)\\d\\d)?)??" .. MARK .. ABOUT .. "(" .. FIGURE .. ")("
  .. UNIT .. ")?" .. END, "i")
local RATIO = re.new([[^(?:the |crude |unadjusted )?(?:adjusted )?(?:[ac]?(?:OR|RR|HR|PR|IRR)|[AC](?:OR|RR|HR|PR)|SMR|SIR|(?:[a-z]+ ){0,2}(?:ratio|relative risk|relative hazard)(?: \[[A-Za-z]{2,4}\])?)(?:,? ?[=:]? ?| of )(\d+\.\d+)(?=[;,)\]\[( ]|$)(?! ?(?:–|-|to|and|for|in|among) )]])
local CI = re.new([[(?:CI\]?|interval(?: \[CI\])?)(?: ?[=:]|,| of)? ?\(?(\d+\.\d+)\s?(?:–|-{1,2}|to|,)\s?(\d+\.\d+)]])
-- (PR, 1.26; 95% CI, 1.11–1.43), (range, 40.5%–51.0%): one piece
local PIECE = re.new([[(?:;|(?<!OR|RR|HR|PR|SMR|SIR|ratio|range),) (?:and )?| and (?=[$£€]?\d)]])
-- (−$467.25; 95% CI, −$559.46 to −$375.04): a difference, and both of its ends
-- are below nothing
local DIFFERENCE = re.new([[^(?:(?:adjusted |mean |absolute |risk |average )*(?:difference|change|coefficient|estimate|β|B|b|beta)(?:,|:| ?=| of)? )?(?:−|–|-)\s?[$£€]?\d[\d,.]*(?: ?%|(?: [a-z]+){1,2})?$]])
local BELOW = re.new([[(?:CI\]?|interval(?: \[CI\])?)(?: ?[=:]|,| of)? ?\(?(?:−|–|-)\s?[$£€]?\d[\d,.]*%?(?: to |, ?)(?:−|–|-)\s?[$£€]?\d]])
local RESPECTIVE = re.new([[\brespectively\b]])

local function number(text) return decimal((text:gsub("[$,]", ""):gsub("£", ""):gsub("€", ""))) end

local PERCENT = { ["%"] = true, ["percent"] = true, ["per cent"] = true }
-- Of a rate that only one side has per year, the other has it too.
local PER_TIME = re.new("^%" .. EACH .. "$")
local function unit_of(text, unit)
  unit = (unit or ""):lower():gsub("^ +", ""):gsub("s$", "")
  if PERCENT[unit] or PER_TIME:find(unit) then unit = "%" end
  local sign = text:match("^[$]") or (text:find("£", 1, true) and "£") or (text:find("€", 1, true) and "€") or ""
  return sign .. unit
end

-- A bare whole number of one or two digits in brackets is a reference, one of four
-- may be a year.
local YEAR = re.new([[^(?:1[6-9]|20)\d\d$]])
local function tells(text, unit)
  return unit ~= "" or text:find("[.,]") ~= nil or #text > 2 and not YEAR:find(text)
end

local function figure(piece, at, text, unit)
  local from, to = piece.text:find(text, at, true)
  return { value = number(text), text = text, unit = unit_of(text, unit), from = piece.from + from - 1, to = piece.from + to - 1 }, to + 1
end

local function pair_of(piece)
  local a, ua, b, ub = PAIR:match(piece.text)
  if not a then return nil end
  ub = ub or ""
  ua = ua ~= "" and ua or ub
  if not (tells(a, ua) and tells(b, ub)) and ua ~= ub then return nil end
  local first, at = figure(piece, 1, a, ua)
  local second = figure(piece, at, b, ub)
  return first.unit == second.unit and { first, second } or nil
end

-- The pieces between commas and semicolons, with their first bytes.
local function pieces_of(text, from)
  local out, at = {}, 1
  while at <= #text do
    local cut, behind = PIECE:find(text, at)
    out[#out + 1] = { text = text:sub(at, (cut or #text + 1) - 1), from = from + at - 1 }
    at = cut and behind + 1 or #text + 1
  end
  return out
end

local function ratio_of(piece, text)
  local r = RATIO:match(piece.text)
  if not r then return nil end
  local ratio = figure(piece, 1, r, "")
  local low, high = CI:match(text:sub(piece.text:len()))
  if low then ratio.low, ratio.high = decimal(low), decimal(high) end
  return ratio
end

-- A negative difference, as printed, or nil.
local NEGATIVE = re.new([[(?:−|–|-)\s?[$£€]?\d[\d,.]*\d]])
local function loss_of(piece, text)
  if not DIFFERENCE:find(piece.text) or not BELOW:find(text) then return nil end
  local from, to = NEGATIVE:find(piece.text)
  if not from then return nil end
  return { text = piece.text:sub(from, to), from = piece.from + from - 1, to = piece.from + to - 1 }
end

-- 47.8% versus 42.1% and 39.5%: the first is above both.
local function third(pair, piece)
  local a, ua = SINGLE:match(piece.text)
  local other = a and figure(piece, 1, a, ua)
  if other and other.unit == pair[1].unit then pair[#pair + 1] = other end
end

-- A stretch in one unit, its value the low end; years and ages are none, nor is an
-- interval behind its figure (so alone in its bracket).
local function range_of(piece)
  local a, ua, b, ub = RANGE:match(piece.text)
  if not a or YEAR:find(a) and YEAR:find(b) then return nil end
  ub = ub or ""
  ua = ua ~= "" and ua or ub
  if not (tells(a, ua) and tells(b, ub)) then return nil end
  local low, at = figure(piece, 1, a, ua)
  local high = figure(piece, at, b, ub)
  if low.unit ~= high.unit or low.unit == "year" or low.value >= high.value then return nil end
  low.high, low.to, low.text = high.value, high.to, a .. "–" .. b
  return low
end

-- Have two of the figures one unit, so that each is of another thing?
local function one_unit(list)
  for i = 2, #list do
    if list[i].unit == list[1].unit then return true end
  end
  return false
end

function figured.read(text, from)
  local out = { singles = {}, pairs = {} }
  local pieces = pieces_of(text, from)
  for _, piece in ipairs(pieces) do
    local ratio = not out.ratio and ratio_of(piece, text)
    local pair = not ratio and pair_of(piece)
    out.loss = out.loss or loss_of(piece, text)
    if ratio then
      out.ratio = ratio
    elseif pair then
      out.pairs[#out.pairs + 1] = pair
    elseif #out.pairs > 0 then
      third(out.pairs[#out.pairs], piece)
    else
      local a, ua = SINGLE:match(piece.text)
      if a and tells(a, ua or "") then a = figure(piece, 1, a, ua) else a = #pieces == 1 and range_of(piece) or nil end
      out.singles[#out.singles + 1] = a
    end
  end
  out.respective = RESPECTIVE:find(text) ~= nil
  out.listed = out.respective or one_unit(out.singles)
  return out
end

return figured
