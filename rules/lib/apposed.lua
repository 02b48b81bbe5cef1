-- apposed: a list and right behind it a word that counts it: 需求收缩、供给冲击、
-- 预期转弱三重压力; 改革、发展、稳定三者; 面积、单产、总产实现“三增长”; 医疗、医保、
-- 医药“三医联动”.
--
-- patterns for on.pattern, and count(m): what is said, what is listed and the
-- list's text; nil where no list stands there.

local apposed = {}

local COUNT = [[(?<n>[两双二三四五六七八九])]]
local QUOTED = [[(?:位一体|[^“”、]{0,2}(?:联动|融合|结合|协同|统一|同步|并举|并重|互动|贯通|衔接|发力|驱动)|增长?|升|降|减|赢|提升|下降|上升|丰收|达标|改善)]]

apposed.patterns = {
  "(?<!第)" .. COUNT .. "(?:重(?![大要点阳]|标准|身份|国籍)|者(?![^,。;]{0,2}之一))",
  "“" .. COUNT .. QUOTED .. "”",
}

local NUMBER = { ["两"] = 2, ["双"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }
local OURS = re.new("(?:重|者|”)$")
function apposed.is(text) return OURS:find(text) ~= nil end

-- The list that ends right before the count.
local ITEM = [=[[^,。;:、“”\d和与及()《》<>\s]{1,16}]=]
local LIST = re.new("(" .. ITEM .. "(?:、" .. ITEM .. ")*(?:、|以及|[和与及])" .. ITEM .. ")$")
local LINKED = re.new("(?:(?:持续|同时)?(?:实现|呈现)|的)$")
local LAST, OPEN = re.new("以及|和|与|及"), re.new("等$")

function apposed.count(m)
  local before = m:place():before(90)
  local from = m.text:find("“", 1, true) and LINKED:find(before)
  local list = LIST:match(from and before:sub(1, from - 1) or before)
  if not list or OPEN:find(list) then return nil end
  local marks = 1
  for _ in list:gmatch("、") do marks = marks + 1 end
  local at, to = LAST:find(list)
  if at and LAST:find(list, to + 1) then return nil end -- 和 twice: two lists
  if at and marks > 1 and NUMBER[m.n] == marks then return marks, marks, list end -- 和 inside a member
  return NUMBER[m.n], marks + (at and 1 or 0), list
end

return apposed
