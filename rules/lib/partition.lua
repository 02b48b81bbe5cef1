-- partition: do figures name all parts of a whole?
--
-- In: the members of a link of parts. Out: whether they are all: the last is
-- the rest (其他, 其余), one is what the other is not (税收收入, 非税收入), or they
-- are the classes of one row group of the lexicons partition (男性, 女性) and
-- closed (人员经费, 公用经费). Or are they kinds that leave each other out, so
-- that they make no more than the whole: 工业类, 农业类?

local partition = {}

local REST = re.new("^(?:以及|和|及)?(?:其他|其它|其余|余下|others?\\b|the (?:rest|remainder)\\b|the remaining\\b)", "i")
local NAME = 48 -- bytes before a figure in which its class is named
local classes = {}
for _, lang in ipairs { "zh", "en" } do
  local rows = lexicon(lang .. "/partition")
  for i = 1, #rows do
    local place, of = rows[i].extra:match("^(%d)/(%d)$")
    classes[#classes + 1] = { word = rows[i].word, group = rows[i].value:match("^%a+"), place = tonumber(place), of = tonumber(of) }
  end
end
local closed, kinds = {}, lexicon "zh/closed"
for i = 1, #kinds do
  local place, of = kinds[i].place:match("^(%d)/(%d)$")
  closed[i] = { word = kinds[i].word, group = kinds[i].group, place = tonumber(place), of = tonumber(of) }
end
local function longest_first(a, b) return #a.word > #b.word end
table.sort(classes, longest_first)
table.sort(closed, longest_first)

-- What stands between the mark before and the figure, without 其中.
local LABEL = re.new("(?:其中|包括|含)?\\s*((?:[^,;:、。()]|\\([^()]*\\))*)$")
local function label(claim)
  return LABEL:match(claim:before(NAME)) or ""
end

-- In English the class stands before the figure, or behind it: 640 were men.
local AFTER = re.new("^[^,;:.()\\d]*")
local function behind(claim)
  if claim.sentence.doc.lang ~= "en" then return "" end
  return AFTER:match(claim:after(NAME)) or ""
end

-- The class that a text names: of the group, and none of those that were seen
-- (由中央代地方发债 behind 中央赤字).
local function class_of(text, among, group, seen)
  for _, class in ipairs(among) do
    local new = (not group or class.group == group) and not (seen and (seen[class.place] or seen[class.word]))
    if new and text:find(class.word, 1, true) then return class end
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

-- Do the labels name each class of the group once, in any order?
local function are_all(members, named, among, group)
  local seen = {}
  local one = class_of(named(members[1]), among, group)
  if one and class_of(named(members[1]), among, group, { [one.place] = true }) then return false end -- 中央和地方财政
  for _, m in ipairs(members) do
    local class = class_of(named(m), among, group, seen)
    if not class or class.of ~= #members then return false end
    seen[class.place] = true
  end
  return true
end

local function are_classes(members, named, among)
  local text = named(members[1])
  local first = class_of(text, among)
  if not first then return false end
  if are_all(members, named, among, first.group) then return true end
  for _, class in ipairs(among) do -- 公务用车 is a kind of two groups
    if class.group ~= first.group and text:find(class.word, 1, true) then
      return are_all(members, named, among, class.group)
    end
  end
  return false
end

-- Kinds of one thing have its name behind their own: 工业类, 农业类; 行政编制,
-- 事业编制. What is said with 的 or a bound may be both: 有乡贤背景的项目.
local BOTH = re.new("的|以上|以下|[大高优重新外]|国家级|省级")
local CLASS = re.new("[类级型舱]$")
local function head(text)
  return CLASS:match(text) or #text > 2 * HAN and text:sub(-2 * HAN) or nil
end

-- 玉米, 水稻: kinds of one group, each once.
function partition.are_apart(members)
  local first = class_of(label(members[1]), closed)
  local seen = {}
  for _, m in ipairs(members) do
    local class = first and class_of(label(m), closed, first.group)
    if not class or seen[class.word] then return false end
    seen[class.word] = true
  end
  return true
end

function partition.are_kinds(members)
  if partition.are_apart(members) then return true end
  local name = head(label(members[1]))
  if not name or #members < 2 then return false end
  local seen = {}
  for _, m in ipairs(members) do
    local text = label(m)
    if head(text) ~= name or seen[text] or BOTH:find(text) then return false end
    seen[text] = true
  end
  return true
end

function partition.is_whole(members)
  if #members < 2 then return false end
  if ends_with_rest(members) or are_classes(members, label, classes) or are_classes(members, behind, classes)
    or are_classes(members, label, closed) then return true end
  return #members == 2 and (is_negation(members[1], members[2]) or is_negation(members[2], members[1]))
end

return partition
