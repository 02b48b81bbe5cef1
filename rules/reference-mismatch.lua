-- A figure of the report against the table that is given with --reference.
-- Which of the two is right is known here: the table.

local change = lib "change"
local near = lib "near"

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
    zh = [[用 --reference 给出的表（CSV 等，列为 subject、scope、period、value、unit）逐行读作一句话，与报告中指标、
范围、时期都相同的数字核对；单位先换算，约数和取整按所印位数取区间。表中没有时期的行不与任何数字核对。]],
    en = [[Each row of the table given by --reference (CSV and the like; columns subject, scope, period, value,
unit) is read as a sentence and held against figures of the report of one indicator, scope and period. Units are
converted; rounding and bounds are intervals. A row without a period is compared with nothing.]],
  },
  messages = {
    base = {
      zh = "参考表为 {known}，此处为 {stated}{near}",
      en = "the reference has {known}, this has {stated}{near}",
    },
  },
  examples = {
    bad = {
      { [[2024年，全省粮食总产量1963.2万吨。]], at = "1963.2万吨",
        with = { reference = "subject,scope,period,value,unit\n粮食总产量,,2024,1936.2,万吨\n" } },
      { [[In 2024, total tourist revenue reached $4.2 billion.]], at = "$4.2 billion",
        with = { reference = "unit,value,period,subject\nmillion dollars,5213,2024,total tourist revenue\n" } },
    },
    good = {
      { [[2024年，全省粮食总产量1936.2万吨。2023年，全省粮食总产量1900.1万吨。]],
        with = { reference = "指标,地区,年份,数值,单位\n粮食总产量,,2024,19362,千吨\n粮食总产量,,2023,1900,万吨\n" } },
      { [[2024年，全省粮食总产量超过1900万吨。上半年，全省粮食总产量862.5万吨。]],
        with = { reference = "subject,scope,period,value,unit\n粮食总产量,,2024,1936.2,万吨\n" } },
      { [[In 2024, total tourist revenue reached $4.2 billion.]],
        with = { reference = "unit,value,period,subject\nmillion dollars,4213,2024,total tourist revenue\n" } },
    },
  },
  check = function(link, report)
    local claim, known = link.level, link.base
    if not change.finite(known.amount) then return end
    if claim.amount:meets(known.amount) then
      report.agrees { at = claim, related = known, how = known.text }
      return
    end
    local a, b = claim.low or claim.high, known.value
    local kind = a and b and near.miss(a * claim.factor, b * known.factor)
    report {
      at = claim, related = known, expected = lib("show").like(known.amount, claim),
      values = { known = known.text, near = near.note(kind) },
    }
  end,
}
