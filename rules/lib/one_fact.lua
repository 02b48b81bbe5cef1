-- one_fact: may two English figures that are a slip apart be one fact, told twice?
--
-- apart(a, b): is each of its own, by what stands beside it? Central banks, courts
-- and contents print hundreds of figures in the same words:
--
--   from 13.13% in September to 13.99%, and from 13.18% in September to 13.74%: what
--   each went to differs, so do the two
--   2.3% in Q3, and 3.2% in October: of two times
--   134 Stat. 281, 306; Executive Order No. 14,265; Table 5: Visits 68; 13 Title IV-E is
--   Ohio Dental Grp 54.6 22: a row, no sentence

local one_fact = {}

local calendar = lib "calendar"

local AHEAD, BACK = 110, 56 -- bytes on either side

-- The figure that the words join to one, on its right and its left.
local NUMBER = [[(-?[$£€]?\d[\d,]*(?:\.\d+)?)]]
local TIMES = [[(?: ?%| per ?cent| percent| (?:million|billion|trillion|points?|basis points))?(?:,? (?:in|for|during|at|by) (?:the )?[A-Z]?\w+(?: (?:19|20)\d\d| quarter)?)?]]
local RIGHT = {
  re.new("^" .. TIMES .. [[,? to (?:about |around )?]] .. NUMBER),
  re.new("^" .. TIMES .. [[,? (?:up|down) from (?:about |around )?]] .. NUMBER),
  re.new("^" .. TIMES .. [[,? from (?:about |around )?]] .. NUMBER),
  re.new("^" .. TIMES .. [[,? (?:as )?compared (?:to|with) (?:about |around )?]] .. NUMBER),
  re.new([=[^(?: ?%)?,? (?:versus|vs\.?|against) (?:about |around )?]=] .. NUMBER),
  -- 3.03 times the odds of it (adjusted OR 95% CI = 1.20–7.63)
  re.new([=[^(?:[;,] |[^.;()\d]{0,80}[(\[](?:[^()\[\]\d]{0,20})?)(?:9[059]% )?(?:CI|CrI|UI|confidence interval)s?(?: = |: |, | )]=] .. NUMBER),
  -- 37.9%, up 1.4 points over the year before
  re.new("^" .. TIMES .. [[,? (?:was |were )?(?:up|down|increased|decreased|rose|fell|grew|declined|dropped)(?: by)? (?:about |around )?]] .. NUMBER),
}
local LEFT = {
  re.new([[from (?:about |around )?]] .. NUMBER .. TIMES .. [[,? to (?:about |around )?[$£€]?$]]),
  re.new([[(?:by|of) ]] .. NUMBER .. TIMES .. [[,? to [$£€]?$]]),
  re.new(NUMBER .. [[ ?%?,? (?:versus|vs\.?|against) [$£€]?$]]),
  re.new([[\(]] .. NUMBER .. [[ ?%?\) than (?:among |for |in |by )?[a-z][a-z -]{0,40} \([$£€]?$]]), -- girls (19.3%) than boys (
}
-- (11.1% versus 20.5%) and (13.1% versus 20.5%) in one paragraph: two are compared with one.
local AGAINST = 5
local function mates(claim)
  local right, left = claim:after(AHEAD), claim:before(BACK)
  local out = {}
  for i, pattern in ipairs(RIGHT) do out[i] = pattern:match(right) or false end
  for i, pattern in ipairs(LEFT) do out[#RIGHT + i] = pattern:match(left) or false end
  return out
end

local function go_elsewhere(a, b)
  local x, y = mates(a), mates(b)
  for i = 1, #x do
    if x[i] and y[i] and x[i] ~= y[i] then return true end
  end
  return a.block == b.block and x[AGAINST] and y[AGAINST]
end

-- The month or the quarter that is said right behind.
local TIME = re.new([[^(?: ?%| per ?cent| percent| [a-z]+){0,3},? (?:in|for|during|through|by) (?:early |late |mid-|the )?(]] .. calendar.MONTHS .. [[|Q[1-4]|H[12]|first|second|third|fourth)\b]])
local function of_two_times(a, b)
  local x, y = TIME:match(a:after(40)), TIME:match(b:after(40))
  return x ~= nil and y ~= nil and x ~= y
end

-- A law, an order, a page, the number of a note.
local CITED = re.new([[(?:\bStat\.(?: \d+,)*|§+|\bPub\. ?L\.(?: No\.)?|\bNo\.|\bOrder(?: No\.)?|\bPublication|\bU\.?S\.?C\.?|\bC\.?F\.?R\.?|\bFed\. ?Reg\.|\bclause|\bTitle|\b(?:GAO|OMB|NIST|ISO|SP|FAR|DFARS)[- ]?[\d.]*-?)\s?[\d,.-]*\s?-?$|\b\d{1,3}[- ]\d{0,3}-$]])
local NOTE, CAPITAL = re.new([[^\s*$]]), re.new([=[^\s[A-Z]]=])
local function is_reference(claim)
  if CITED:find(claim:before(30)) then return true end
  return claim.unit == "" and claim.decimals == 0 and claim.digits <= 3 and CAPITAL:find(claim:after(4)) ~= nil and NOTE:find(claim:before(12)) ~= nil
end

-- No verb and no article: a line of a table whose rules were lost.
local SENTENCE = re.new([[\b(?:the|a|an|was|were|is|are|be|been|has|had|have|will|would|that|this|these|we|our|its|their|of|by|from|for|among|with|[a-z]{3,}(?:ed|ing))\b]])
local OUTSIDE = re.new([[\([^()]*\)]])
local strip = lib "strip"
-- Food Corporation of India 70000.00 65000.00 97000.00 86000.00: more figures than words.
local MANY, LOWER, NUMERAL = 4, re.new([[\b[a-z]{2,}\b]]), re.new([[\d[\d,.]*]])
local function is_of_figures(text)
  local figures, words = 0, 0
  for _ in NUMERAL:gmatch(text) do figures = figures + 1 end
  for _ in LOWER:gmatch(text) do words = words + 1 end
  return figures >= MANY and figures > words
end
local rows = memo()
local function is_row(claim)
  local sentence = claim.sentence
  if rows[sentence] == nil then
    local text = #sentence.text < 200 and strip.all(sentence.text, OUTSIDE)
    rows[sentence] = text and (not SENTENCE:find(text) or is_of_figures(text)) or false
  end
  return rows[sentence]
end

-- Table 5: Description of Visits 68: a line of contents.
local CONTENTS = re.new([[^(?:Table|Figure|Appendix|Annex|Chapter|Box|Chart)\s(?:\d+|[IVXL]+)\b.* \d{1,3}$]])

-- What names no thing: 134.7 points, units, prices of all kinds.
local EMPTY = { points = true, units = true, data = true, prices = true, ["basis points"] = true, index = true, ["annual paces"] = true, rate = true }

-- AOR = 2.15; 95% CI, 1.19: the bracket's own words.
local STATISTIC = { ci = true, aor = true, ["or"] = true, hr = true, rr = true, pr = true }

function one_fact.apart(a, b)
  if a.sentence.cell or b.sentence.cell then return false end
  if is_reference(a) or is_reference(b) or is_row(a) and is_row(b) then return true end
  if CONTENTS:find(a.sentence.text) or CONTENTS:find(b.sentence.text) then return true end
  if EMPTY[a.name] and EMPTY[b.name] then return true end
  if STATISTIC[a.name] or STATISTIC[b.name] then return true end
  return go_elsewhere(a, b) or of_two_times(a, b)
end

return one_fact
