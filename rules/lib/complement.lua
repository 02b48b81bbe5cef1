-- complement: changes of shares that make a whole: what one gains others lose.
-- 第一产业下降0.3个百分点,第二产业下降0.5个百分点,第三产业上升0.8个百分点

local complement = {}

local SHARES = { "结构", "比重", "占比", "比例" }
local OTHERS = { "拉动", "贡献", "增速", "增长率", "涨幅", "价格" }

local function has(text, words)
  for _, w in ipairs(words) do
    if text:find(w, 1, true) then return true end
  end
  return false
end

-- The three changes of points named by the three industries, in order, or nil.
local function members(sentence)
  local names, list = { "第一产业", "第二产业", "第三产业" }, {}
  for _, c in ipairs(sentence.claims) do
    local name = names[#list + 1]
    if name and c.kind == "point" and c:before(20):find(name, 1, true) then
      if c.direction ~= "up" and c.direction ~= "down" then return nil end
      list[#list + 1] = c
    end
  end
  return #list == 3 and list or nil
end

local function sum(list, flipped)
  local total = interval(0, 0)
  for i, c in ipairs(list) do
    local minus = (c.direction == "down") ~= (i == flipped)
    if minus then total = total - c.interval else total = total + c.interval end
  end
  return total
end

-- 0—14岁、15—59岁、60岁及以上人口的比重分别上升1.35个百分点、下降6.79个百分点、
-- 上升5.44个百分点: three changes and more, each with its direction, of shares
-- that are named in one list. That they make no zero is nothing (they need not
-- be all); that one of them turned makes it is no chance with two decimals.
complement.listed = [[(?:比重|占比|比例)(?:分别|各自)(?:上升|下降|提高|降低)[\d.]+个百分点(?:[、,](?:和)?(?:上升|下降|提高|降低)[\d.]+个百分点){2,}]]

function complement.check_listed(m)
  local list = {}
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "point" and c.decimals == 2 and m.text:find(c.text, 1, true) then
      if c.direction ~= "up" and c.direction ~= "down" then return nil end
      list[#list + 1] = c
    end
  end
  if #list < 3 then return nil end
  local zero = interval(0, 0)
  if sum(list):meets(zero) then return list, true end
  for i = 1, #list do
    if sum(list, i):meets(zero) then return list, false, i end
  end
  return list, false
end

-- list, holds, which: the members, whether they make zero, and the one whose
-- direction turned would make it so (nil: none or several).
function complement.check(sentence)
  local before = sentence.doc.sentences[sentence.index - 1]
  local context = sentence.text .. (before and before.block.index == sentence.block.index and before.text or "")
  if not has(context, SHARES) or has(sentence.text, OTHERS) then return nil end
  local list = members(sentence)
  if not list then return nil end
  local zero = interval(0, 0)
  if sum(list):meets(zero) then return list, true end
  local which
  for i = 1, #list do
    if sum(list, i):meets(zero) then
      if which then return list, false end
      which = i
    end
  end
  return list, false, which
end

return complement
