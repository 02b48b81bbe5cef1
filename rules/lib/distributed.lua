-- distributed: what a Chinese 分别 gives figures to: how many things the text before it
-- names, and how many figures a text holds.
--
-- things(before): the names, or the figures of the clause before, that surely stand there;
-- 0 where they cannot be counted. numbers(text). is_pair(before): are two measures of all of
-- them named? clause(text): the clause that ends the text. VALUE: a figure, as a pattern.

local distributed = {}

distributed.VALUE = [[[近约超逾]?(?:-?\d[\d,]*(?:\.\d+)?[余多]?(?:%|个百分点|倍|[万亿]*(?:元|美元|人次|人|户|吨|斤|公斤|公里|平方米|立方米|亩|千瓦时|千瓦|家|个|项|辆|件|台|标箱|位|架次|枚|所|座|条))?|[一二三四五六七八九十]分之[一二三四五六七八九十]|[一二三四五六七八九]成)(?:左右|以上|以下|以内)?]]
local NUMBER = re.new("[0-9][0-9,]*(?:\\.[0-9]+)?|分之|成")
local CLAUSE, BARE = re.new("[^,。;:|]*$"), re.new("^(?:同比|环比|均|实际|也|又|已|(?:比|较|相比)(?:上年|去年|前[两三四五]年)(?:同期)?|以[^,]{2,6}计算?|扣除价格因素|[^,]{0,4}同期)*$")
local LEVELS = re.new("(" .. distributed.VALUE .. "(?:、" .. distributed.VALUE .. ")*(?:(?:和|与|及|以及)" .. distributed.VALUE .. ")),[^,。;:|]*$")

function distributed.numbers(text)
  local n = 0
  for _ in NUMBER:gmatch(text) do n = n + 1 end
  return n
end

-- 汽车、手机、家电的销量和均价: two of all of them.
local PAIR_OF = re.new("(?:等|的)[^、]{0,10}[和与及、][^、]{1,10}$|(?:量|额|值|数|率|价格?|收入|利润|面积|规模|人次|支出|投资|出口|进口)[和与及][^、]{1,8}$|(?:出口|进口)、[^、]{1,8}$")

local SEPARATOR, JOINS_ZH, OPEN_NAMES = re.new("、"), re.new("[和与及]"), re.new("等|的[^、]*、|分别|各")
-- 居民6954.1万人次、外籍人员1307.4万人次,同比分别上升: each name stands with its figure.
local EACH_FIGURED = re.new([=[([^,。;:|]+),[^,。;:|]*$]=])
local function figured(before)
  local clause = EACH_FIGURED:match(before)
  local n = 0
  for part in ((clause or "") .. "、"):gmatch("(.-)、") do
    if distributed.numbers(part) ~= 1 or part:find("[%d]$") or part:find("年", 1, true) or JOINS_ZH:find(part) then return 0 end
    n = n + 1
  end
  return n > 2 and n or 0
end

-- 年均受灾人次、死亡人数、损失占比,相比前五年分别下降: the names are those of the clause
-- before.
local function named_before(before)
  local names = EACH_FIGURED:match(before)
  if not names or names:find("%d") or PAIR_OF:find(names) or OPEN_NAMES:find(names) then return 0 end
  local n = 1
  for _ in SEPARATOR:gmatch(names) do n = n + 1 end
  return n > 2 and not JOINS_ZH:find(names:match("^(.*)、")) and n or 0
end

-- How many things stand before: names parted by 、, or levels in the clause before.
-- 步行街、商圈客流量、营业额 are two things of two places; 农、林、牧、渔业 are one.
local NESTED = re.new("(?:量|额|值|数|率|价格?|收入|利润|面积|规模|人次|支出|投资)、|(?:^|、).、|[和与及]")
function distributed.things(before)
  local names = CLAUSE:match(before)
  if BARE:find(names) then
    local levels = LEVELS:match(before)
    if levels then return distributed.numbers(levels) end
    return math.max(figured(before), named_before(before))
  end
  if names:find("%d") or NESTED:find(names) or PAIR_OF:find(names) then return 0 end
  local n = 1
  for _ in SEPARATOR:gmatch(names) do n = n + 1 end
  return n
end

function distributed.clause(text) return CLAUSE:match(text) end
function distributed.is_pair(before) return PAIR_OF:find(CLAUSE:match(before)) ~= nil end

return distributed
