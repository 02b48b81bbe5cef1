-- parted: does the 和 in the last member of a list part two of them? 西班牙和葡萄牙四国,
-- 苗头型和特专型三种类型, but 国家粮食和物资储备局四部门.
--
-- In: the members as the sure marks cut them, and what is counted. Of 170 lists with one
-- such word in news and reports, 60 are of a kind named here, and of those two are one
-- member less than the word would make them (先进和落后、正确和错误两条路线).

local strip = lib "strip"

local parted = {}

local WORD = re.new("以及|和|与|及")
-- Words in which these characters join nothing, and states of that name.
local WHOLE = re.new("和谐|和平|共和|饱和|温和|缓和|总和|总与|参与|与时|与会|及时|普及|涉及|危及|波及|埃及|呼和浩特|和田|和林格尔|和静|和顺|和县"
  .. "|波斯尼亚和黑塞哥维那|特立尼达和多巴哥|安提瓜和巴布达|圣基茨和尼维斯|圣文森特和格林纳丁斯|圣多美和普林西比")
local CHAR = re.new("[一-龥]|[^一-龥]")
local HAN = re.new("^[一-龥·]{2,}$")

-- The text without those words.
function parted.plain(text) return strip.all(text, WHOLE) end

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
  if not from or #parted.plain(last) ~= #last or WORD:find(last, to + 1) then return nil end
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

-- 四国, 7名, 三市, 五个国家: names of places and persons hold no 和.
local NAMED = re.new("^(?:[国省市县区州人名地]|位(?!数)|个?(?:国家|省份|城市|县区|区县|地区(?!生产)))")

-- 2..n members and what stands behind the number: are they one more? Where 等 ends them
-- (会展商贸和文化体育等四大产业) their lengths say nothing.
function parted.is(texts, counted, is_open)
  if #texts < 2 then return false end
  local list = members(texts)
  if not list then return false end
  local least, most, ends = shape(list)
  if ends and (#texts > 2 or texts[1]:sub(-3) == table.concat(list[1], "", #list[1])) then return true end
  if least == most and #texts > 2 and not is_open then return true end
  return most <= 2 * least and NAMED:find(counted) ~= nil
end

return parted
