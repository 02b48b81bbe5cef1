-- A figure of the report against the table that is given with --reference.
-- Which of the two is right is known: the table, or (primary = "document") the
-- report.

local change = lib "change"
local near = lib "near"

local function falls(claim) return claim.direction == "down" end

-- With its sign, where that is what the two differ in.
local function text_of(claim, turned)
  return turned and (falls(claim) and "-" or "+") .. claim.text or claim.text
end

-- A cell without a unit is in that of its table, which may be another than the
-- reference's: only what one slip of the pen would make right is doubted.
local SLIPS = { transposed = true, digit = true }
local function judge_bare(claim, known, report)
  local here, there = claim.interval / claim.scale, known.interval / known.scale
  if here:meets(there) then
    report.agrees { at = claim, related = known, how = known.text }
    return
  end
  local kind = near.miss(claim.value / claim.scale, known.value / known.scale)
  if not SLIPS[kind] or claim.decimals ~= known.decimals then return end
  local yields = known.doc.yields
  report {
    at = claim, related = known, message = yields and "yields" or "base",
    stated = yields and known.text or claim.text, expected = yields and claim.text or known.text,
    values = { known = known.text, near = near.note(kind) },
  }
end

return {
  api = 1,
  id = "reference-mismatch",
  severity = "warning",
  on = { link = "reference" },
  summary = {
    zh = "与参考数据表中的数字不符（--reference）",
    en = "a figure disagrees with the table of known figures (--reference)",
  },
  explain = {
    zh = [[用 --reference 给出的表（CSV、Excel、SQLite 等，列为 subject、scope、period、value、unit，也可另行指定）
逐行与报告中名称、范围、时期都相同的数字核对；单位先换算，约数和取整按所印位数取区间，年末数与全年的行相配，
名称以“增速”“增长”结尾的行与增幅相配（负数为下降）。表格中写明时期的数字也核对，没有单位的只报一处笔误之差。没有时期的行不与任何数字核对。primary = "document" 时以报告
为准，指出表中应改之处。]],
    en = [[Each row of the table given by --reference (CSV, Excel, SQLite; columns subject, scope, period, value,
unit, or those that are named) is held against figures of the report of the same name, scope and period. Units are
converted; rounding and bounds are intervals; a figure of a year's end is one of that year; a row whose name ends in
"growth" is held against changes, a negative one against falls. Cells whose table says when take part, too; one without
a unit is doubted only where a slip of the pen parts the two. A row without a period is compared with nothing. With
primary = "document" the report is right, and what is said is where the table is wrong.]],
  },
  messages = {
    base = {
      zh = "参考表为 {known}，此处为 {stated}{near}",
      en = "the reference has {known}, this has {stated}{near}",
    },
    yields = {
      zh = "参考表为 {known}，应按此处改为 {expected}{near}",
      en = "the reference has {known}; by this it should be {expected}{near}",
    },
  },
  examples = {
    bad = {
      { "2024年，全省情况如下表。\n\n| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 地区生产总值 | 17652 | 18460 |\n", at = "18460",
        with = { reference = "指标,时期,数值,单位\n地区生产总值,2024,18640,亿元\n地区生产总值,2023,17652,亿元\n" } },
      { [[2024年，全省粮食总产量1963.2万吨。]], at = "1963.2万吨",
        with = { reference = "subject,scope,period,value,unit\n粮食总产量,,2024,1936.2,万吨\n" } },
      { [[In 2024, total tourist revenue reached $4.2 billion.]], at = "$4.2 billion",
        with = { reference = "unit,value,period,subject\nmillion dollars,5213,2024,total tourist revenue\n" } },
      { [[2024年，全省地区生产总值18640亿元，比上年增长5.6%。]], at = "18640亿元",
        with = { reference = "指标,时期,数值,单位\n地区生产总值,2024年,1.8460,万亿元\n地区生产总值增速,2024,5.6,%\n" } },
      { [[2024年，房地产开发投资586.4亿元，下降3.2%。]], at = "3.2%",
        with = { reference = "指标,时期,数值,单位\n房地产开发投资增长,2024,3.2,%\n" } },
      { [[2024年一季度，东县财政收入12.5亿元。]], at = "12.5亿元",
        with = { reference = "指标,地区,时期,数值,单位\n财政收入,东县,2024Q1,15.2,亿元\n财政收入,西县,2024Q1,12.5,亿元\n" } },
    },
    good = {
      { "2024年，全省情况如下表。\n\n| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 地区生产总值 | 17652 | 18640 |\n| 粮食总产量 | 1900.1 | 1936 |\n"
          .. "| 城镇居民 | | |\n| 人均收入 | 51000 | 53000 |\n| 农村居民 | | |\n| 人均收入 | 22000 | 23000 |\n",
        with = { reference = "指标,时期,数值,单位\n地区生产总值,2024,1.8640,万亿元\n粮食总产量,2024,1936.2,万吨\n人均收入,2024,23000,元\n" } },
      { [[2024年，全省粮食总产量1936.2万吨。2023年，全省粮食总产量1900.1万吨。]],
        with = { reference = "指标,地区,年份,数值,单位\n粮食总产量,,2024,19362,千吨\n粮食总产量,,2023,1900,万吨\n" } },
      { [[2024年，全省粮食总产量超过1900万吨。上半年，全省粮食总产量862.5万吨。]],
        with = { reference = "subject,scope,period,value,unit\n粮食总产量,,2024,1936.2,万吨\n" } },
      { [[In 2024, total tourist revenue reached $4.2 billion.]],
        with = { reference = "unit,value,period,subject\nmillion dollars,4213,2024,total tourist revenue\n" } },
      { [[2024年末，全省常住人口3563万人，城镇化率62.3%。房地产开发投资586.4亿元，下降3.2%。]],
        with = { reference = "指标,时期,数值,单位\n年末常住人口,2024,3563.2,万人\n城镇化率,2024,62.31,%\n"
          .. "房地产开发投资增长,2024,-3.2,%\n房地产开发投资下降,2024,3.2,%\n" } },
      { [[2024年，全省人均地区生产总值52300元。进出口总额由2023年的1520亿元增加到1748亿元。]],
        with = { reference = "指标,时期,数值,单位\n地区生产总值,2024,18640,亿元\n进出口总额(亿元),2024,1748,\n" } },
    },
  },
  check = function(link, report)
    local claim, known = link.level, link.base
    if claim.sentence.cell and claim.unit == "" and known.unit ~= "" then return judge_bare(claim, known, report) end
    local growth = claim:has("growth")
    local printed = growth and change.signed(claim) or claim.amount
    local right = growth and change.signed(known) or known.amount
    if not change.finite(right) then return end
    if printed:meets(right) then
      report.agrees { at = claim, related = known, how = known.text }
      return
    end
    local a, b = claim.low or claim.high, known.value
    local kind = a and b and near.miss(a * claim.factor, b * known.factor)
    local turned = growth and falls(claim) ~= falls(known)
    local here, there = text_of(claim, turned), text_of(known, turned)
    local yields = known.doc.yields
    report {
      at = claim, related = known, message = yields and "yields" or "base", stated = yields and there or here,
      expected = yields and here or growth and there or lib("show").like(known.amount, claim),
      values = { known = there, near = near.note(kind) },
    }
  end,
}
