-- told_parts: a count and, in a bracket or behind a colon, the counts that make it:
-- 420 participants (230 women and 190 men); nine deaths were reported: four in Iowa,
-- three in Ohio, and two in Utah.
--
-- pattern for on.pattern, and read(m): the whole and the parts, each { value, from,
-- to } in bytes of the sentence; nil where the list is of something else.

local prose = lib "prose"
local told_parts = {}

local SMALL = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12, one = 1 }
local WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
local NUMBER = [[(?:\d{1,3}(?:,\d{3})+|\d{1,5}|]] .. WORD .. [[)]]
-- 12 (30%) in the north; no 30%, $5 or 12–15.
local PART = NUMBER .. [[(?: \([\d.]+%\))?(?: (?!\d)[A-Za-z’'/-]+){1,8}]]
told_parts.pattern = [[[(:] ?(?<list>]] .. PART .. [[(?:, ]] .. PART .. [[){0,6},? and ]] .. PART .. [[)(?=\)|\.(?: |$)|;)]]

local WHOLE = re.new([[(?<![\w.,$£€–≥≤<>-])(]] .. NUMBER .. [[|(?i:]] .. WORD .. [[)) ((?:(?!(?:and|or|were|was|are|is|of|for|to|from|percent|per|million|billion|years?|months?|days?|hours?|minutes?|points?)\b)[A-Za-z’'-]+ ){0,4}]]
  .. [[[a-z-]*s|people|children|men|women)(?: (?:were|was|had been|have been|occurred|in|among|during|at|who|that)\b[^.;:()\d]{0,60})? ?$]])
local MEMBER = re.new([[(?:^|, |,? and )(]] .. NUMBER .. [[)(?! ?(?:percent|per cent|million|billion|times)\b)]])
local OTHER = re.new([[\b(?:or|each|times|percent|per|respectively|years?|months?|weeks?|days?|aged?|only|most|mostly|mainly|but|while|fewer|more|doses?)\b]])

local YEAR = re.new([[^(?:1[6-9]|20)\d\d$]])

local function value(text) return decimal(tostring(SMALL[text:lower()] or (text:gsub(",", "")))) end

function told_parts.read(m)
  local list, place = m.list, m:place("list")
  local text = prose.text(m.sentence)
  local from = text and text:find(m.text, 1, true)
  if OTHER:find(list) or not from then return nil end
  local before = text:sub(math.max(1, from - 110), from - 1):gsub("^[\x80-\xBF]+", "")
  local whole, noun = WHOLE:match(before)
  if not whole or not place or YEAR:find(whole) then return nil end
  local at = from - #before - 1 + select(1, WHOLE:find(before))
  local w_from = text:find(whole, at, true)
  local out, cursor = {}, text:find(list, from, true)
  for number in MEMBER:gmatch(list) do
    local a, b = text:find(number, cursor, true)
    if not a then return nil end
    out[#out + 1] = { value = value(number), text = number, from = a, to = b }
    cursor = b + 1
  end
  if #out < 2 then return nil end
  return { value = value(whole), text = whole, noun = noun, from = w_from, to = w_from + #whole - 1 }, out
end

return told_parts
