-- partition: do figures name all parts of a whole?
--
-- In: the members of a link of parts. Out: whether they are all: the last is
-- the rest (其他, 其余), one is what the other is not (税收收入, 非税收入), or they
-- are the classes of one row group of the lexicon partition (男性, 女性).

local partition = {}

local REST = re.new("^(?:以及|和|及)?(?:其他|其它|其余|余下|others?\\b|the (?:rest|remainder)\\b|the remaining\\b)", "i")
local NAME = 24 -- bytes before a figure in which its class is named
local classes = {}
for _, lang in ipairs { "zh", "en" } do
  local rows = lexicon(lang .. "/partition")
  for i = 1, #rows do
    local place, of = rows[i].extra:match("^(%d)/(%d)$")
    classes[#classes + 1] = { word = rows[i].word, group = rows[i].value:match("^%a+"), place = tonumber(place), of = tonumber(of) }
  end
end
table.sort(classes, function(a, b) return #a.word > #b.word end)

-- What stands between the mark before and the figure, without 其中.
local LABEL = re.new("(?:其中|包括|含)?\\s*([^,;:、。()]*)$")
local function label(claim)
  return LABEL:match(claim:before(NAME)) or ""
end

-- In English the class stands before the figure, or behind it: 640 were men.
local AFTER = re.new("^[^,;:.()\\d]*")
local function behind(claim)
  if claim.sentence.doc.lang ~= "en" then return "" end
  return AFTER:match(claim:after(NAME)) or ""
end

local function class_of(text)
  for _, class in ipairs(classes) do
    if text:find(class.word, 1, true) then return class end
  end
end

local function ends_with_rest(members)
  return REST:find(label(members[#members])) ~= nil
end

-- 税收收入, 非税收入: the same first character behind 非, the same last word.
local HAN = 3 -- bytes
local function is_negation(a, b)
  local x, y = label(a), label(b)
  if y:sub(1, HAN) ~= "非" or #x < 2 * HAN then return false end
  return y:sub(HAN + 1, 2 * HAN) == x:sub(1, HAN) and y:sub(-2 * HAN) == x:sub(-2 * HAN)
end

-- Do the labels name each class once, in any order?
local function are_classes(members, named)
  local first = class_of(named(members[1]))
  if not first or first.of ~= #members then return false end
  local seen = {}
  for _, m in ipairs(members) do
    local class = class_of(named(m))
    if not class or class.group ~= first.group or seen[class.place] then return false end
    seen[class.place] = true
  end
  return true
end

function partition.is_whole(members)
  if #members < 2 then return false end
  if ends_with_rest(members) or are_classes(members, label) or are_classes(members, behind) then return true end
  return #members == 2 and (is_negation(members[1], members[2]) or is_negation(members[2], members[1]))
end

return partition
