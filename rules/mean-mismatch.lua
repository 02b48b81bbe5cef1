-- 资金3864万元,惠及12880户,户均3000元: a mean is the whole by the number of
-- those it is shared by, where the sentence gives one of each.

local figures, near, show = lib "figures", lib "near", lib "show"

local EACH = { ["户均"] = "户", ["人均"] = "人", ["亩均"] = "亩", ["亩产"] = "亩", ["车均"] = "辆", ["批均"] = "批次", ["件均"] = "件",
               ["家均"] = "家", ["校均"] = "所", ["台均"] = "台", ["套均"] = "套" }
local TIMES = { [""] = 1, ["百"] = 100, ["千"] = 1000, ["万"] = 10000, ["十万"] = 100000 }
local PERSONS = { ["人"] = true, ["名"] = true, ["位"] = true, ["口"] = true }
local OF_EACH = { ["每"] = true, ["均"] = true }
local LOOSE = decimal("0.025") -- 人均: of the mean population, not that of the year's end

-- What the words say it is per: its unit, and how many of them.
local function per(m)
  if EACH[m.text] then return EACH[m.text], decimal(1) end
  return m.each, decimal(TIMES[m.times] or 1)
end

local function is_stock(c)
  return c.is_claim and (c.kind == "count" or c.kind == "amount") and c.unit ~= "" and c.bound == "exact"
    and not (c:has("growth") or c:has("increment") or c:has("average") or c:has("rank"))
    and c.amount.low and c.amount.high and c.amount.low:gt(0) and not OF_EACH[c:before(1)]
end

local function same_unit(c, unit, dimension)
  if PERSONS[unit] then return PERSONS[c.unit] or false end
  return c.unit == unit or c.dimension == dimension or c.unit .. "次" == unit or unit .. "次" == c.unit
end

-- The wholes and the numbers of the sentence before the mean.
local function operands(m, mean, unit, dimension)
  local wholes, numbers = {}, {}
  for _, c in ipairs(m.sentence.claims) do
    if c.index >= mean.index then break end
    if is_stock(c) then
      if c.dimension == mean.dimension or PERSONS[c.unit] and PERSONS[mean.unit] then wholes[#wholes + 1] = c end
      if same_unit(c, unit, dimension) then numbers[#numbers + 1] = c end
    end
  end
  return wholes, numbers
end

local function computed(whole, number, factor, mean)
  return whole.amount / number.amount * factor / mean.factor / mean.scale
end

local function fits(x, number, mean)
  if PERSONS[mean.unit] or PERSONS[number.unit] then x = x:widen(x.high * LOOSE) end
  return x:widen(mean.last_digit / mean.scale):meets(mean.interval / mean.scale)
end

-- 300元 for 3000元: too few digits for near.
local function tenfold(mean, x)
  local printed = mean.interval / mean.scale
  return ((x / 10):meets(printed) or (x * 10):meets(printed)) and "power"
end

return {
  api = 1,
  id = "mean-mismatch",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<each>)(?<times>)(?:户均|人均|亩均|亩产|车均|批均|件均|家均|校均|台均|套均)",
      "每(?<times>百|千|万|十万)?(?<each>户|人|名|亩|公顷|件|批次|批|家|所|台|辆|套|张|床|笔|座|场|项|间|栋|艘|列|班|株|头|位)",
    },
  },
  summary = {
    zh = "平均数与同句的总量、个数不符（3864万元、12880户，户均300元）",
    en = "a mean disagrees with the whole and the number of its sentence",
  },
  explain = {
    zh = [[户均、人均、每千人等平均数 = 总量 ÷ 个数。同一句里在它之前各有一个总量和个数时复算；相差只像笔误（两位对调、一位数字、
差十倍）才报告。人数容许年平均人口与年末人口之差。]],
    en = [[A mean per household, person or thousand persons is the whole by the number. Recomputed where the sentence has
one of each before it; reported only where a slip of the pen parts them.]],
  },
  messages = {
    base = {
      zh = "{whole} 除以 {number} 应为 {shown}，印为 {stated}{slip}",
      en = "{whole} by {number} is {shown}, printed as {stated}{slip}",
    },
  },
  examples = {
    bad = {
      { [[发放补助资金3864万元,惠及群众12880户,户均300元。]], at = "300元" },
      { [[发放贷款1.2万笔、金额36亿元,平均每笔3万元。]], at = "3万元" },
      { [[全村有村民2416人,耕地面积3870亩,人均耕地1.06亩。]], at = "1.06亩" },
      { [[全县有床位3648张,常住人口56.4万人,每千人拥有床位4.67张。]], at = "4.67张" },
      { [[粮食总产量45.63万吨,播种面积89.7万亩,平均亩产580.7公斤。]], at = "580.7公斤" },
    },
    good = {
      [[发放补助资金3864万元,惠及群众12880户,户均3000元。]],
      [[发放贷款1.2万笔、金额36亿元,平均每笔30万元。]],
      [[全村有村民2416人,耕地面积3870亩,人均耕地1.60亩。]],
      [[全县有床位3648张,常住人口56.4万人,每千人拥有床位6.47张。]],
      [[粮食总产量45.63万吨,播种面积89.7万亩,平均亩产508.7公斤。]],
      [[全县人口48.62万人,农户12.1万户,贫困户户均人口3.1人。]],
    },
  },
  check = function(m, report)
    local mean = figures.behind(m)
    if not mean or mean.sentence.cell or not mean.value or mean:has("growth") or mean.direction ~= "" then return end
    local unit, times = per(m)
    local row = lexicon("zh/units"):find(unit)
    local factor = row and row.dimension == "area" and decimal(10000) / (unit == "亩" and 15 or 1) or decimal(1)
    local wholes, numbers = operands(m, mean, unit, row and row.dimension or "")
    local nearest
    for _, whole in ipairs(wholes) do
      for _, number in ipairs(numbers) do
        local x = whole.index ~= number.index and computed(whole, number, factor * times, mean)
        if x and fits(x, number, mean) then
          report.agrees { at = mean, related = { whole, number }, how = show.range(x, mean.decimals + 1) }
          return
        end
        nearest = nearest or x and { whole = whole, number = number, x = x }
      end
    end
    if not nearest or #wholes > 2 or #numbers > 2 then return end
    local step = mean.last_digit / mean.scale
    local kind = near.within(mean.value / mean.scale, nearest.x:widen(step / 2), step) or tenfold(mean, nearest.x)
    if not kind then return end
    report {
      at = mean, related = { nearest.whole, nearest.number }, expected = show.range(nearest.x, mean.decimals + 1),
      values = { whole = nearest.whole.text, number = nearest.number.text, slip = near.note(kind),
                 shown = show.range(nearest.x, mean.decimals + 1) .. mean.unit_text },
    }
  end,
}
