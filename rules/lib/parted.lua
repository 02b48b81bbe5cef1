-- parted: does the 和 in the last member of a list part two of them? 西班牙和葡萄牙四国,
-- 苗头型和特专型三种类型, but 国家粮食和物资储备局四部门.
--
-- In: the members as the sure marks cut them, and what is counted. Of 170 lists with one
-- such word in news and reports, 60 are of a kind named here, and of those two are one
-- member less than the word would make them (先进和落后、正确和错误两条路线).

local whole = lib "whole"

local parted = {}

local WORD, FREE = re.new("以及|和|与|及"), re.new("以及|和")
local CHAR = re.new("[一-龥]|[^一-龥]")
local HAN = re.new("^[一-龥·]{2,}$")

-- The text with no joint inside a word or a name.
parted.plain = whole.mask

local function chars(text)
  local out = {}
  for c in CHAR:gmatch(text) do out[#out + 1] = c end
  return out
end

-- The members behind the first, which may hold words that lead to the list; nil where
-- there is no single word that could part two.
local function members(texts)
  local n = #texts
  for i = n == 2 and 1 or 2, n - 1 do
    if WORD:find(parted.plain(texts[i])) then return nil end
  end
  local last = texts[n]
  local from, to = WORD:find(parted.plain(last))
  if not from or WORD:find(parted.plain(last), to + 1) then return nil end
  local out = {}
  for i = 2, n - 1 do out[#out + 1] = chars(texts[i]) end
  for _, part in ipairs { last:sub(1, from - 1), last:sub(to + 1) } do
    if not HAN:find(part) then return nil end
    out[#out + 1] = chars(part)
  end
  return out
end

-- The fewest and the most characters of a member; do all end in one?
local function shape(list)
  local least, most, ends = #list[1], #list[1], true
  for _, c in ipairs(list) do
    least, most = math.min(least, #c), math.max(most, #c)
    ends = ends and c[#c] == list[1][#list[1]]
  end
  return least, most, ends
end

-- 英国、法国、丹麦、希腊和斯洛文尼亚: known ones.
local country, division = lexicon("zh/country"), lexicon("zh/division")
local function are_places(list)
  for _, c in ipairs(list) do
    local name = table.concat(c)
    if not (country:find(name) or division:find(name)) then return false end
  end
  return #list > 1
end

-- 四国, 7名, 三市, 五个国家: names of places and persons hold no 和.
local NAMED = re.new("^(?:[国省市县区州人名地]|位(?!数)|个?(?:国家|省份|城市|县区|区县|地区(?!生产)))")

-- Are the members behind the first known places, and the last two of them?
function parted.are_known(texts)
  local list = #texts > 2 and members(texts)
  return list and are_places(list) or false
end

-- 2..n members and what stands behind the number: are they one more? Where 等 ends them
-- (会展商贸和文化体育等四大产业) their lengths say nothing. Of 47 lists of three members and
-- more, none twice as long as another, all are.
function parted.is(texts, counted, is_open)
  if #texts < 2 then return false end
  local list = members(texts)
  if not list then return false end
  local least, most, ends = shape(list)
  if ends and (#texts > 2 or texts[1]:sub(-3) == table.concat(list[1], "", #list[1])) then return true end
  if is_open then return most <= 2 * least and NAMED:find(counted) ~= nil end
  if least == most and (#texts > 2 or utf8.len(texts[1]) == least) then return true end
  if #texts > 2 and most <= 2 * least and FREE:find(parted.plain(texts[#texts])) then return true end
  if are_places(list) then return true end
  return most <= 2 * least and NAMED:find(counted) ~= nil
end

return parted
