-- apposed: a list and right behind it a word that counts it: 需求收缩、供给冲击、
-- 预期转弱三重压力; 改革、发展、稳定三者; 面积、单产、总产实现“三增长”; 医疗、医保、
-- 医药“三医联动”.
--
-- patterns for on.pattern, and count(m): what is said and what is listed; nil
-- where this is no such list.

local apposed = {}

local ITEM = [[[^,。;:、“”\d和与及()《》<>\s]{1,16}]]
local LIST = [[(?<list>]] .. ITEM .. "(?:、" .. ITEM .. ")*(?:、|以及|[和与及])" .. ITEM .. ")"
local COUNT = [[(?<n>[两双二三四五六七八九])]]
local QUOTED = [[(?:位一体|[^“”、]{0,2}(?:联动|融合|结合|协同|统一|同步|并举|并重|互动|贯通|衔接|发力|驱动)|增长?|升|降|减|赢|提升|下降|上升|丰收|达标|改善)]]

apposed.patterns = {
  LIST .. "(?<!第)" .. COUNT .. "(?:重|者)",
  LIST .. "(?:(?:持续|同时)?(?:实现|呈现)|的)?“" .. COUNT .. QUOTED .. "”",
}

local NUMBER = { ["两"] = 2, ["双"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9 }
local OURS = re.new("(?:重|者|”)$")
function apposed.is(text) return OURS:find(text) ~= nil end

local LAST = re.new("以及|和|与|及")
local OPEN = re.new("等$|双重(?:预防|领导|标准|国籍)|之一|重[大要点阳]")

function apposed.count(m)
  if OPEN:find(m.list) or OPEN:find(m:place():after(1)) then return nil end
  local marks = 1
  for _ in m.list:gmatch("、") do marks = marks + 1 end
  local from, to = LAST:find(m.list)
  if from and LAST:find(m.list, to + 1) then return nil end -- 和 twice: two lists
  return NUMBER[m.n], marks + (from and 1 or 0)
end

return apposed
