-- ranks: words that say that a rank got better or worse, and whole numbers in
-- words. Of two ranks the smaller number is the better.

local ranks = {}

local BETTER = { "前移", "上升", "提升", "跃升", "提高", "攀升", "前进", "升", "进", "rose", "climbed", "moved up",
                 "improved", "advanced", "jumped", "up" }
local WORSE = { "后移", "下降", "下滑", "回落", "后退", "倒退", "退", "降", "跌", "fell", "dropped", "slipped",
                "slid", "declined", "moved down", "down" }

-- 1 better, -1 worse; the word may stand inside others (上升到).
function ranks.way(text)
  for _, w in ipairs(WORSE) do
    if text:find(w, 1, true) then return -1 end
  end
  for _, w in ipairs(BETTER) do
    if text:find(w, 1, true) then return 1 end
  end
  return 0
end

local WORDS = { one = 1, two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10 }

function ranks.number(word)
  local n = WORDS[word:lower()] or tonumber(word)
  return n and decimal(n)
end

-- 倒数第3位, 末位: there the smaller number is the worse; 能耗, 死亡 likewise.
local REVERSED = re.new("倒数|末位|末尾|靠后|最差|污染|能耗|死亡|事故|失业|worst|lowest|from the bottom", "i")
function ranks.reversed(text) return REVERSED:find(text) ~= nil end

-- 在“世界500强”排名由369位上升到235位: a rank without its 第.
local RANKED = re.new("(?:排名|排行|排位|位次|名次|位列|位居)[^,;。]{0,24}$")
function ranks.is(claim)
  if claim.kind == "rank" then return true end
  return (claim.unit_text == "位" or claim.unit_text == "名") and RANKED:find(claim:before(40)) ~= nil
end

-- 精度从30米提高至15米, 水质从四类跃升到二类: the smaller figure is the better,
-- and the verb tells which is better.
local BETTER_LESS = re.new("(?:精度|误差|分辨率|水质|制程|工艺|排名|排行|排位|位次|名次)[^,;。]*$")
function ranks.better_less(claim) return BETTER_LESS:find(claim:before(48)) ~= nil end

return ranks
