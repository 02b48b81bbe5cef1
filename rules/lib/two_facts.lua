-- two_facts: whether two figures that differ are of two facts, or differ by chance.
--
-- In: two members of a SAME_FACT link that do not agree, the kind of slip between
-- them. Out: true where they are.

local one_fact = lib "one_fact"
local two_facts = {}

local SURE = 90 -- strength of figures that are of one thing by all their slots

-- fell from $3.22 billion in FY87 to $2.23 billion in FY88: where the sentence of one
-- tells the other beside it, they are of two times.
local function is_told_beside(a, b)
  for _, c in ipairs(a.sentence.claims) do
    if c.index ~= a.index and c.topic == a.topic and c.unit_text == b.unit_text and c.number_text == b.number_text then return true end
  end
end

-- among Hispanics (18.4%), blacks (14.6%), and whites (8.2%): a bracket tells of the
-- word before it. Of 66 findings in 17 MB of reports 25 had two words and two brackets, none of nine planted.
local GROUP = re.new([[([A-Za-z][A-Za-z’'-]*)[^A-Za-z]*$]])
local INSIDE = re.new([=[\([^()\[\]]*$]=])
local FROM = re.new([[\bfrom [$£€]?$]])
local function group_of(claim)
  local before = claim:before(60)
  local at = INSIDE:find(before)
  return at and (GROUP:match(before:sub(1, at - 1)) or ""):lower()
end
local function of_two_groups(a, b)
  local x, y = group_of(a), group_of(b)
  if x and y and x ~= y then return true end
  return (FROM:find(a:before(8)) ~= nil) ~= (FROM:find(b:before(8)) ~= nil) -- what it was before
end

-- A report with forty incomes has two with swapped digits by chance.
local BY_CHANCE = 0.1 -- such pairs that are expected
-- $105 in a table in millions and $105 million.
local IN_SCALE = re.new([[\b[Ii]n (?:\w+ )?(?:millions|thousands|billions)\b|\(?(?:[Dd]ollars|USD|\$)(?: amounts)? in (?:millions|thousands|billions)]])
local scaled = memo()
local function is_in_scale(doc)
  if scaled[doc] == nil then
    scaled[doc] = false
    for _, s in ipairs(doc.sentences) do
      if IN_SCALE:find(s.text) then scaled[doc] = true break end
    end
  end
  return scaled[doc]
end
-- Pakistani (57%), African (54%) and Bangladeshi (53%): the others agree.
local FELLOWS, MANY = 2, 24 -- that they share; figures of a sentence
local function have_fellows(a, b)
  local own, n = {}, 0
  for _, c in ipairs(#a.sentence.claims <= MANY and a.sentence.claims or {}) do own[c.number_text] = c.kind end
  for _, c in ipairs(#b.sentence.claims <= MANY and b.sentence.claims or {}) do
    if own[c.number_text] == c.kind and c.kind == a.kind then n = n + 1 end
  end
  return n >= FELLOWS
end
local LIKE_YEAR = re.new([[^(?:19|20)\d\d$]])
local function is_chance(a, b, kind)
  if kind == "power" and a.number_text == b.number_text and a.scale ~= b.scale and (a.scale:eq(1) or b.scale:eq(1)) and is_in_scale(a.doc) then return true end
  if #a.name == 1 and #b.name == 1 then return true end -- z = 4.21: a letter of a formula, or of a test
  if a.unit == "" and LIKE_YEAR:find(a.number_text) and LIKE_YEAR:find(b.number_text) then return true end
  return a.name == a.text or not have_fellows(a, b) and lib("crowd").expected(a, kind) > BY_CHANCE
end

-- What the words and figures around two figures say for one fact must outweigh what they
-- and chance say for two; where only the scope is worded otherwise, that is told.
local LEAST = 0 -- of 38 findings on 80 MB of reports two were right with -1; 53 of 55 true pairs have more
local LONG_NAME, LEEWAY = 15, 1 -- bytes; what swapped digits of one long Chinese name may lack
local function is_of_two_facts(a, b, kind)
  if a.doc.lang == "en" and not kind and a.block == b.block then return true end
  local named = a.doc.lang == "zh" and kind == "transposed" and a.name == b.name and #a.name >= LONG_NAME
  return not lib("evidence").outweighs(a, b, kind, named and LEAST - LEEWAY or LEAST)
end

-- A postal code; the rest of a list's number (7.1035人); 11时30分许; notes about other groups;
-- 55 years and younger, 56 years and older: an age where a class begins.
local NOTE_BLOCK = re.new([=[^[^A-Za-z0-9一-龥(“"]{1,12}\w]=])
local function are_of_notes(a, b)
  return a.block ~= b.block and NOTE_BLOCK:find(a.block.text) ~= nil and NOTE_BLOCK:find(b.block.text) ~= nil and (a.kind == "age" or not have_fellows(a, b))
end
local function begins_class(a)
  local own = a.kind == "age" and (a.low or a.high)
  for _, c in ipairs(own and a.sentence.claims or {}) do
    local age = c.kind == "age" and (c.low or c.high)
    if age and (age - own):abs():eq(1) then return true end
  end
  return false
end
local function is_no_fact(a, b)
  if a.number_text:find("^%.") or a.number_text:find("^0%d%d") or b.number_text:find("^0%d%d") or a.name == "许" then return true end
  return begins_class(a) or begins_class(b) or are_of_notes(a, b)
end

-- 9.369 and 9,369: the mark alone is another.
local FOUR = 4 -- digits
local function is_other_mark(a, b)
  local x, y = a.number_text:gsub("[.,]", ""), b.number_text:gsub("[.,]", "")
  return x == y and #x >= FOUR and a.number_text ~= b.number_text and a.scale:eq(b.scale)
end

-- link: whether its words differ only in scope.
function two_facts.are(a, b, kind, link)
  if a.doc.lang == "zh" and lib("apart_zh").say(a, b) or is_told_beside(a, b) or is_told_beside(b, a) then return true end
  if a.doc.lang == "en" and (link.strength < SURE and of_two_groups(a, b) or one_fact.apart(a, b)) then return true end
  if is_chance(a, b, kind) or is_no_fact(a, b) then return true end
  return not (link.differs or is_other_mark(a, b)) and is_of_two_facts(a, b, kind)
end

return two_facts
