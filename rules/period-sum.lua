-- The parts of a year in one sentence and the year; and what grows in the
-- course of a year.

local QUARTERS = [[(?:一|第一|1)季度[^。]{1,60}?(?:二|第二|2)季度[^。]{1,60}?(?:三|第三|3)季度[^。]{1,60}?(?:四|第四|4)季度[^。]{1,24}?\d]]
local HALVES = [[上半年[^。]{1,60}?下半年[^。]{1,40}?\d]]
local FIRST = [[(?:\d{1,2}月底?|一季度末?|上半年|6月末|年中|前三季度|1(?:-|—|至)\d月份?)[^,。;、\d]{0,24}?(?:达到|达|超过|超|突破|累计|完成|实现)(?:约|超)?(?<a>\d+(?:\.\d+)?)(?<u>(?:万亿|亿|万|千|百)?)(?<c>[一-龥]{0,3}?)]]
local THEN = [[[,、;](?:到|至)?(?:今年)?(?:年底|年末|全年|前三季度|1(?:-|—|至)1?\d月份?)前?(?:力争|预计|累计|将)?(?:达到|达|超过|超|突破|累计|增至|增加到|扩大到|提高到)(?:约|超)?(?<b>\d+(?:\.\d+)?)\k<u>\k<c>]]
local YEAR = re.new("(?:全年|年度|合计|共计|总计|全年累计)[^,。;、\\d]{0,16}$")
local PART = re.new("(?:[一二三四1-4]季度|[上下]半年)[^,。;、\\d]{0,16}$")

-- Figures of the parts and of the whole; nil where their kinds differ or a
-- change stands among them.
local function figures(sentence)
  local parts, whole = {}, nil
  for _, c in ipairs(sentence.claims) do
    if c.is_claim and (c.kind == "amount" or c.kind == "count") and c.value and not c:has("increment")
      and not c:has("average") then
      local before = c:before(24)
      if YEAR:find(before) then whole = whole or c
      elseif PART:find(before) then parts[#parts + 1] = c end
    end
  end
  return parts, whole
end

local function check_sum(m, report)
  local parts, whole = figures(m.sentence)
  local wanted = m.text:find("季度", 1, true) and 4 or 2
  if not whole or #parts ~= wanted then return end
  local sum = interval(0, 0)
  for _, p in ipairs(parts) do
    if p.dimension ~= whole.dimension or p.kind ~= whole.kind then return end
    sum = sum + p.amount
  end
  if not (sum.low and sum.high) then return end
  if sum:meets(whole.amount) then
    report.agrees { at = whole, related = parts, how = "Σ = " .. whole.text }
  else
    local shown = lib("show").like(sum, whole)
    report { at = whole, related = parts, expected = shown, values = { sum = shown } }
  end
end

local function check_growth(m, report)
  local a, b = decimal(m.a), decimal(m.b)
  if a <= b then return end
  report {
    at = m:place("b"), related = m:place("a"), message = "falls", severity = "warning",
    values = { a = m.a .. m.u .. m.c, b = m.b .. m.u .. m.c },
  }
end

return {
  api = 1,
  id = "period-sum",
  severity = "error",
  languages = { "zh" },
  on = { pattern = { QUARTERS, HALVES, FIRST .. THEN } },
  summary = {
    zh = "各季度、上下半年之和与全年不符，或累计数在年内减少",
    en = "quarters or halves do not add up to the year, or a cumulative figure falls within it",
  },
  explain = {
    zh = [[同一句里印有四个季度（或上、下半年）和全年的数时，各期之和应等于全年，按印刷精度取区间比较。
“4月超过200个、年底超过160个”：到年底的累计数不会比年中少。]],
    en = [[Where a sentence prints the four quarters (or both halves) and the year, they add up to it within the printed
precision. What is to be reached by April is not less by the end of the year.]],
  },
  messages = {
    base = { zh = "各期之和为 {sum}，全年印为 {stated}", en = "the parts make {sum}, the year is printed as {stated}" },
    falls = { zh = "年内先到 {a}，后到 {b}，累计数减少", en = "{a} first and {b} later in the year: the total falls" },
  },
  examples = {
    bad = {
      { [[一季度实现产值20亿元,二季度30亿元,三季度25亿元,四季度35亿元,全年实现产值120亿元。]], at = "120亿元" },
      { [[上半年新增就业3.2万人,下半年新增就业2.9万人,全年新增就业7.1万人。]], at = "7.1万人" },
      { [[力争今年4月贯通应用超过200个、年底超过160个。]], at = "160", severity = "warning" },
    },
    good = {
      [[一季度实现产值20亿元,二季度30亿元,三季度25亿元,四季度35亿元,全年实现产值110亿元。]],
      [[上半年新增就业3.2万人,下半年新增就业2.9万人,全年新增就业6.1万人。]],
      [[力争今年4月贯通应用超过200个、年底超过260个。]],
      [[上半年出口完成120亿元,全年进口达到90亿元。]],
      [[一季度末完成1.2.3亿元,全年力争达到1.2.1亿元。]], -- no number, so nothing to judge
    },
  },
  check = function(m, report)
    if m.text:find("四季度", 1, true) or m.text:find("4季度", 1, true) or m.text:find("下半年", 1, true) then
      check_sum(m, report)
    else
      check_growth(m, report)
    end
  end,
}
