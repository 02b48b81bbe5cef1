-- 城镇增长5.4%,农村增长7.2%,农村增速快于城镇1.8个百分点: a difference said by the
-- names of what is compared, both of which have their figure near by.

local near, show = lib "near", lib "show"

local PARAGRAPH = 60 -- figures before in which the rate of the whole may stand
local BACK = 8 -- figures before the difference that are looked at
local MORE = { ["高"] = 1, ["快"] = 1, ["多"] = 1, ["低"] = -1, ["慢"] = -1, ["少"] = -1 }
local TRIM = re.new("(?:的|同期|平均|总体|整体|居民|增速|增幅|涨幅|水平|收入|得分|本级)+$")
local OVERALL = re.new("^(?:整体|总体|全[国省市区县州]|平均|整个|进出口|外贸|规上|规模以上)")

-- The key of a name: 城镇居民 and 城镇 are one.
local function key(text)
  local from = TRIM:find(text)
  if from == 1 then return nil end
  local cut = from and from > 6 and text:sub(1, from - 1) or text
  return #cut >= 6 and cut or nil
end

local function comparable(c, gap)
  if not c.is_claim or not c.value or c.bound ~= "exact" or c:has("increment") or c:has("rank") then return false end
  if gap.kind == "point" then return c.kind == "percent" end
  return c.kind == gap.kind and c.dimension == gap.dimension and not c:has("growth")
end

-- A fall of 5 % is a rate of -5 %.
local function signed(c)
  local x = c.kind == "percent" and c.interval or c.amount
  return c:has("growth") and c.direction == "down" and interval(0, 0) - x or x
end

-- The figure of that name before the difference, the nearest first; nil where
-- two have it.
local function figure_of(name, gap, all, from)
  local found
  for i = gap.index - 1, math.max(1, gap.index - BACK), -1 do
    local c = all[i]
    if c.block ~= gap.block then break end
    if comparable(c, gap) and (c.name:find(name, 1, true) or c.scope:find(name, 1, true) or c:before(20):find(name, 1, true)) then
      local text = c:before(20)
      local cut = text:find(name, 1, true)
      local other = cut and text:find("[0-9]", cut)
      if not other and c.index ~= from then return c end
      found = found or nil
    end
  end
  return found
end

local function gap_of(m)
  local c = m:figure("d")
  return c and c.is_claim and c or nil
end

-- The figure right before the difference in its clause, or the one before.
local function last_before(gap, all)
  for i = gap.index - 1, math.max(1, gap.index - 2), -1 do
    local c = all[i]
    if c.sentence ~= gap.sentence then return nil end
    if comparable(c, gap) then return c end
  end
end

-- What is compared, if the clause up to the word of comparison is its name.
local CLAUSE = 16
local NAMED = re.new("(?:[,、;。]|^)([一-龥]{2,10}?)(?:的)?(?:增速|增幅|涨幅|收入|得分)?$")
local function compared(m)
  local name = NAMED:match(m:place("w"):before(CLAUSE))
  return name and key(name)
end

-- 高 of 比城镇高; nil where the verb says it (高于).
local function said(m) return m.v and m.v ~= "" and m.v or nil end

local function judge(m, gap, a, b, report)
  local way = MORE[said(m) or m.w:sub(1, 3)]
  local diff = signed(a) - signed(b)
  if not way or not (diff.low and diff.high) or a:has("growth") ~= b:has("growth") then return end
  local printed = gap.kind == "point" and gap.interval or gap.amount
  local step = gap.last_digit * (gap.kind == "point" and 1 or gap.factor)
  local wanted = way > 0 and diff or interval(0, 0) - diff
  if wanted:widen(step):meets(printed) then
    report.agrees { at = gap, related = { a, b }, how = diff:text() }
    return
  end
  if (interval(0, 0) - wanted):widen(step / 2):meets(printed) then
    report {
      at = m:place(said(m) and "v" or "w"), related = { a, b, gap }, message = "turned",
      values = { a = a.text, b = b.text, word = said(m) or m.w },
    }
    return true
  end
  local scale = gap.kind == "point" and decimal(1) or gap.factor
  local kind = near.within(gap.value, wanted / scale, gap.last_digit)
  if not kind then return end
  local text = show.range(wanted / scale / gap.scale, gap.decimals + 1)
  report {
    at = gap, related = { a, b }, expected = text,
    values = { a = a.text, b = b.text, shown = text .. gap.unit_text, slip = near.note(kind) },
  }
  return true
end

-- 增速高于整体17.6个百分点: the whole's rate stands in the paragraph.
local function judge_overall(m, gap, a, all, report)
  local found
  for i = math.max(1, a.index - PARAGRAPH), a.index - 1 do
    local c = all[i]
    if c.block == gap.block and comparable(c, gap) and c:has("growth") == a:has("growth") then
      local diff = signed(a) - signed(c)
      if diff.low and diff.high then
        local size = diff.high:lt(0) and interval(0, 0) - diff or diff
        if size:meets(gap.interval) then return end
        if gap.digits > 2 and not found and near.within(gap.value, size, gap.last_digit) == "transposed" then found = c end
      end
    end
  end
  if found then judge(m, gap, a, found, report) end
end

return {
  api = 1,
  id = "named-difference",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = "(?<w>高于|低于|快于|慢于|多于|少于|比|较)(?<b>[一-龥]{2,12}?)(?:的)?(?:增速|增幅|水平|平均水平)?(?:要|更)?(?<v>[高低快慢多少])?(?:出|了)?(?<d>\\d+(?:\\.\\d+)?)(?=个百分点|分|元|万元|岁|天|公斤|人)",
  },
  summary = {
    zh = "按名称比较的差数与两者的数字不符（农村增速快于城镇1.8个百分点）",
    en = "a difference said by names disagrees with the two figures near by",
  },
  explain = {
    zh = [[“城镇增长5.4%，农村增长7.2%，农村增速快于城镇1.8个百分点”：两个名称各有一个数在前时，差数和快慢都应相符。
方向相反而数值相同，或差数只像笔误时报告；“高于整体”的整体增速在同段。]],
    en = [[Where both names have a figure before, their difference and which is more are held against what is said.
Reported where the words are turned or the difference is a slip of the pen away.]],
  },
  messages = {
    base = {
      zh = "{a} 与 {b} 相差 {shown}，印为 {stated}{slip}",
      en = "between {a} and {b} lie {shown}, printed as {stated}{slip}",
    },
    turned = {
      zh = "“{word}”与数字相反：{a} 与 {b}",
      en = "“{word}” contradicts the figures: {a} and {b}",
    },
  },
  examples = {
    bad = {
      { [[城镇居民收入增长5.4%,农村居民增长7.2%,农村增速慢于城镇1.8个百分点。]], at = "慢于" },
      { [[男性平均得分81.6分,女性83.2分,女性比男性低1.6分。]], at = "低" },
      { [[进出口增长7.4%。一般贸易增长6.3%,保税物流增长24.1%,增速高于整体17.6个百分点。]], at = "17.6个百分点" },
    },
    good = {
      [[城镇居民收入增长5.4%,农村居民增长7.2%,农村增速快于城镇1.8个百分点。]],
      [[男性平均得分81.6分,女性83.2分,女性比男性高1.6分。]],
      [[进出口增长7.4%。一般贸易增长6.3%,保税物流增长24.1%,增速高于整体16.7个百分点。]],
    },
  },
  check = function(m, report, _, doc)
    if m.sentence.cell or (not said(m) and #m.w == 3) then return end
    local gap, all = gap_of(m), doc.claims
    if not gap then return end
    local name_b, name_a = key(m.b), compared(m)
    local b = name_b and figure_of(name_b, gap, all)
    local a = name_a and figure_of(name_a, gap, all) or (not name_a and last_before(gap, all))
    if a and b and a.index ~= b.index then
      judge(m, gap, a, b, report)
    elseif a and not b and gap.kind == "point" and a:has("growth") and OVERALL:find(m.b) then
      judge_overall(m, gap, a, all, report)
    end
  end,
}
