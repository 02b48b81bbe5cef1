-- 2022年是“十四五”开局之年: a five-year plan begins and ends in years that are known.
local FIRST = { ["九五"] = 1996, ["十五"] = 2001, ["十一五"] = 2006, ["十二五"] = 2011, ["十三五"] = 2016, ["十四五"] = 2021,
                ["十五五"] = 2026, ["十六五"] = 2031 }
local LENGTH = 5
local YEAR = [[(?<y>(?:19|20)\d\d)年]]
local PLAN = [[“?(?<plan>九五|十五|十[一二三四五六]五)”?(?:规划|计划|时期)?的?(?:实施的?)?]]
local EDGE = [[(?<edge>开局|起步|开局起步|开局之年和|第一|收官|收尾|最后一|末|决胜)(?:之|的)?(?:关键)?年]]

return {
  api = 1,
  id = "plan-year",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = YEAR .. [[,?(?:既)?是(?:我[国省市县区])?(?:全面)?(?:实施|推进|落实|完成)?]] .. PLAN .. EDGE },
  summary = {
    zh = "五年规划的开局、收官之年有误（2022年是“十四五”开局之年）",
    en = "a five-year plan is said to begin or end in a year in which it does not",
  },
  explain = {
    zh = [[“十四五”始于2021年、止于2025年，余类推。]],
    en = [[The 14th Five-Year Plan runs from 2021 to 2025, the others accordingly.]],
  },
  messages = {
    base = {
      zh = "“{plan}”的{edge}之年是{year}年，此处为{stated}",
      en = "“{plan}”: the year is {year}, {stated} here",
    },
  },
  examples = {
    bad = {
      { [[2022年是“十四五”开局之年,我们扎实推进各项工作。]], at = "2022" },
      { [[2019年是“十三五”规划收官之年,任务全面完成。]], at = "2019" },
    },
    good = {
      [[2021年是“十四五”开局之年,2025年是“十四五”规划收官之年。2023年是“十四五”承上启下之年。]],
    },
  },
  check = function(m, report)
    local first = FIRST[m.plan]
    if not first then return end
    local begins = m.edge:find("开局", 1, true) or m.edge:find("起步", 1, true) or m.edge:find("第一", 1, true)
    local year = tostring(begins and first or first + LENGTH - 1)
    if m.y == year then
      report.agrees { at = m:place("y"), how = m.plan .. ": " .. year }
    else
      report { at = m:place("y"), expected = year, values = { plan = m.plan, edge = m.edge, year = year } }
    end
  end,
}
