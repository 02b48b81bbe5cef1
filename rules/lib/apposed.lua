-- apposed: a list and right behind it a word that counts it: 需求收缩、供给冲击、
-- 预期转弱三重压力; 改革、发展、稳定三者; 面积、单产、总产实现“三增长”; 医疗、医保、
-- 医药“三医联动”; 省市县三级, 市、区、街镇三级.
--
-- patterns for on.pattern, and count(m): what is said, what is listed and the
-- list's text; nil where no list stands there.

local apposed = {}

local COUNT = [[(?<n>[两双二三四五六七八九])]]
local QUOTED = [[(?:位一体|[网算治医业产链库端育证票]合一|[^“”、个]{0,2}(?:联动|融合|结合|协同|统一|同步|并举|并重|互动|贯通|衔接|发力|驱动|翻番|覆盖|清零|突破)|增长?|升|降|减|赢|提升|下降|上升|丰收|达标|改善|(?<![两双二])[新库讲品百师量税良老保资预绿医控强补统])]]

-- 设计、生产、检测三位一体的体系; 供热、供水、供电“三网合一”.
local UNITED = "(?:位一体|[网算治医业产链库端育证票](?:合一|融合|联动|协同|并举|共治|衔接|贯通|同步))"
apposed.patterns = {
  "(?<![第“十])" .. COUNT .. UNITED,
  "(?<!第)" .. COUNT .. "(?:重(?![大要点阳]|标准|身份|国籍)|者(?![^,。;]{0,2}之一))",
  "“" .. COUNT .. QUOTED .. "”",
  "(?<=[省市县乡镇村区州户国街组旗])" .. COUNT .. "级(?!响应|医院|甲|跳|公路|风|伤残|以上|以下)",
}

local NUMBER = { ["两"] = 2, ["双"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }
local OURS = re.new("(?:重|者|”|级|位一体|合一|融合|联动|协同|并举|共治|衔接|贯通|同步)$")
function apposed.is(text) return OURS:find(text) ~= nil end

-- The list that ends right before the count.
local ITEM = [=[[^,。;:、“”\d和与及()《》<>\s]{1,16}]=]
local LINKED = re.new("(?:(?:持续|同时)?(?:实现|呈现)|的)$")
-- 讲学习、讲政治、讲正气的“三讲”: each member holds the word.
local function each_holds(list, word)
  for item in (list:gsub("和", "、"):gsub("与", "、") .. "、"):gmatch("(.-)、") do
    if not item:find(word, 1, true) then return false end
  end
  return true
end
local ONE_WORD, KNOWN = re.new("^“.([一-龥])”$"), re.new("[增升降减赢]")
local function word_of(m)
  local word = ONE_WORD:match(m.text)
  return word and not KNOWN:find(word) and word or nil
end
-- Most “三农” end no list: the word stands twice before them, or no list is sought.
local function may_list(before, word)
  local at = before:find(word, 1, true)
  return at ~= nil and before:find(word, at + #word, true) ~= nil
end
local LIST = re.new("(" .. ITEM .. "(?:、" .. ITEM .. ")*(?:、|以及|[和与及])" .. ITEM .. ")$")
local UNPARTED, PARTS = re.new([=[[^,。;:“”\d()《》<>\s]*$]=]), re.new("[、和与及]") -- what no mark but those of a list parts
local function list_at_end(text)
  local last = UNPARTED:match(text)
  return PARTS:find(last) and LIST:match(last)
end
local BESIDE, CUT = re.new("[与同和]$"), re.new("[\\dA-Za-z”及]$")
local LAST, OPEN = re.new("以及|和|与|及"), re.new("等$")

-- The tiers of administration before 三级: of 157 in reports and news that are told
-- so, all are as many as are said. 街镇 and the like are one, or two.
local TIER = "(?:中央|国家|自治区|盟市|旗县|区县|县区|县市|街镇|乡镇|镇街|街乡|街道(?:\\(乡镇\\))?|社区|[部国省市州地县区乡镇村组户盟旗](?:级)?)"
local PARTED, RUN = re.new("((?:" .. TIER .. "、)+" .. TIER .. ")$"), re.new("([部国省市州地县区乡镇街村组户]{2,6})$")
local PAIRED, WHOLE = re.new("街镇|乡镇|镇街|街乡|区县|县区|县市|地市|市州|地州"), re.new("[全我]$")
local ABOVE, ONE_TIER = re.new("(?:国家|中央)到$"), re.new("省、市、自治区")
local function tiers(m)
  local before, said = m:place("n"):before(40), NUMBER[m.n]
  local list = PARTED:match(before)
  if list then
    local lead = before:sub(1, -#list - 1)
    local n = ABOVE:find(lead) and 2 or 1
    for _ in list:gmatch("、") do n = n + 1 end
    return not lead:find("、$") and not ONE_TIER:find(list) and said, n, list
  end
  list = RUN:match(before)
  local head = list and before:sub(1, -#list - 1)
  if not list or head:find("、$") then return nil end
  if WHOLE:find(head) then list = list:gsub("^国", "") end
  local most, paired = utf8.len(list), 0
  for _ in PAIRED:gmatch(list) do paired = paired + 1 end
  if most < 2 then return nil end
  return said, said >= most - paired and said <= most and said or most, list
end

function apposed.count(m)
  if m.text:find("级$") then return tiers(m) end
  local before, word = m:place():before(90), word_of(m)
  if word and not may_list(before, word) then return nil end
  local from = m.text:find("“", 1, true) and LINKED:find(before)
  local list = list_at_end(from and before:sub(1, from - 1) or before)
  if not list or OPEN:find(list) or word and not each_holds(list, word) then return nil end
  local ahead = (from and before:sub(1, from - 1) or before):sub(1, -#list - 1)
  if (from or m.text:find("“", 1, true)) and BESIDE:find(ahead) or CUT:find(ahead) then return nil end -- 与佛肇、莞惠“四线贯通”; 充电桩、5G|网络
  local marks = 1
  for _ in list:gmatch("、") do marks = marks + 1 end
  local at, to = LAST:find(list)
  if at and LAST:find(list, to + 1) then return nil end -- 和 twice: two lists
  if at and marks > 1 and NUMBER[m.n] == marks then return marks, marks, list end -- 和 inside a member
  return NUMBER[m.n], marks + (at and 1 or 0), list
end

return apposed
