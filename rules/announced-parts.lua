-- 零售总额890亿元。分规模看,限额以上67.9亿元,限额以下222.1亿元: parts that are announced by
-- what the whole is divided by make the whole.
local near, show = lib "near", lib "show"
local MOST, BACK, DIGITS = 6, 8, 3
local AGAIN = re.new([[(?:按|分)[^,。;\d]{1,10}(?:分|看|统计|划分),]])
local OTHER = re.new("人均|平均|均价|占|其中")

local function level(c, like)
  return c.is_claim and (c.kind == "amount" or c.kind == "count") and c.aspect == "level" and c.value and c.unit ~= "" and not c.numeral
    and c.bound == "exact" and not c.sentence.cell and (not like or c.unit == like.unit) and c.amount.low and c.amount.high
end

-- The levels of one unit behind the announcement, up to the next one.
local function parts_of(m)
  local text, list, before = m.sentence.text, {}, #m:place():before(400)
  local from = text:find(m.text, 1, true)
  local rest = from and text:sub(from + #m.text) or ""
  local stop = AGAIN:find(rest)
  if stop then rest = rest:sub(1, stop - 1) end
  for _, c in ipairs(m.sentence.claims) do
    if #c:before(400) > before and level(c, list[1]) and rest:find(c.text, 1, true) then
      if OTHER:find(c:before(8)) then return nil end
      list[#list + 1] = c
    end
  end
  return #list >= 2 and #list <= MOST and list or nil
end

-- The last level of the unit before the announcement, of the paragraph.
local function whole_of(m, first)
  local all, text = m.doc.claims, #m:place():before(400)
  for i = first.index - 1, math.max(1, first.index - BACK), -1 do
    local c = all[i]
    if c.block ~= first.block then return nil end
    if #c:before(400) < text and level(c, first) then return c end
  end
end

local function sum_of(list, but)
  local sum = interval(0, 0)
  for _, c in ipairs(list) do
    if c ~= but then sum = sum + c.amount end
  end
  return sum
end

-- The figure that a slip mends, and what it would be.
local function slip(whole, parts)
  local best, how, value
  for _, c in ipairs(parts) do
    local kind, v = near.within(c.value, (whole.amount - sum_of(parts, c)) / c.factor, c.last_digit)
    if kind and kind ~= "power" and v:gt(0) and c.digits >= DIGITS and how ~= "transposed" then best, how, value = c, kind, v end
  end
  local kind, v = near.within(whole.value, sum_of(parts) / whole.factor, whole.last_digit)
  if kind and kind ~= "power" and whole.digits >= DIGITS and how ~= "transposed" then best, how, value = whole, kind, v end
  return best, how, value
end

return {
  api = 1,
  id = "announced-parts",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = [[(?<![一-龥])(?:按|分)(?!别)[^,。;\d]{1,10}(?:分|看|统计|划分),]] },
  summary = {
    zh = "“分规模看”“按地域分”所列各项之和与总数不符",
    en = "the parts that a whole is divided into (分规模看) do not make the whole",
  },
  explain = {
    zh = [[“零售总额890亿元。分规模看，限额以上67.9亿元，限额以下222.1亿元”：各项之和应为前面的总数。改正一处笔误（两位对调、
一位有误）即相等时报告；各项未列全的不报。]],
    en = [[Told where one slip of the pen makes the parts the whole; lists that do not name all parts are left alone.]],
  },
  messages = {
    base = {
      zh = "各项之和为 {sum}，前面的总数为 {whole}；此处若为 {expected} 则相符{near}",
      en = "the parts make {sum}, the whole is {whole}; {expected} here would fit{near}",
    },
  },
  examples = {
    bad = {
      { [[全市社会消费品零售总额890亿元,同比增长5%。分规模看,限额以上单位67.9亿元,下降2.2%;限额以下单位222.1亿元,增长7.5%。]], at = "222.1亿元" },
      { [[全年零售总额803.1亿元。按地域分,城镇774.1亿元,增长16.5%;乡村56.0亿元,增长5.8%。]], at = "774.1亿元" },
    },
    good = {
      [[全市社会消费品零售总额290亿元,同比增长5%。分规模看,限额以上单位67.9亿元,下降2.2%;限额以下单位222.1亿元,增长7.5%。]],
      [[全年工业利润312.5亿元。分行业看,石化86.2亿元,食品42.5亿元,装备38.1亿元。按地域分,城镇747.1亿元,乡村56.0亿元。]],
    },
  },
  check = function(m, report)
    local parts = parts_of(m)
    local whole = parts and whole_of(m, parts[1])
    if not whole then return end
    local sum = sum_of(parts)
    if sum:meets(whole.amount) then
      report.agrees { at = whole, related = parts, how = "Σ = " .. whole.text }
      return
    end
    local at, kind, value = slip(whole, parts)
    if not at then return end
    local places = at ~= whole and { whole } or {}
    for _, c in ipairs(parts) do
      if c ~= at then places[#places + 1] = c end
    end
    local expected = show.value(value, at)
    report {
      at = at, related = places, expected = expected,
      values = { sum = show.like(sum, whole), whole = whole.text, expected = expected, near = near.note(kind) },
    }
  end,
}
