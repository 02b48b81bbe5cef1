-- A report of 2024 cannot plan for 2019.
local LEAST = 3 -- mentions that make a year the report's

local ENDS = [[(?:[一二三四1-4]季度|\d{1,2}月|[上下]半年)?(?:底|末|初|年底|年末|年中)?(?:前|左右)?]]
local DONE = [[(?:全面|正式|全部|完全|基本|初步|整体|实现|竣工)?(?:建成|完工|竣工|通车|投产|投用|投入(?:使用|运营|运行)|完成|开通|启用|交付|投运|达产|贯通)]]
local PLANS = [[(?<plan>(?<!原)(?:计划|预计|预期|将|拟|力争|争取|有望))(?:于|到|在)?]]

-- The latest year that the text names often: what it reports on.
local reported = memo()
local function year_of(doc)
  if reported[doc] ~= nil then return reported[doc] end
  local count, best = {}, false
  for _, claim in ipairs(doc:figures("period", "date")) do
    local year = tonumber(claim.text:match("^(20%d%d)年"))
    if year then
      count[year] = (count[year] or 0) + 1
      if count[year] >= LEAST and (not best or count[year] > count[best]) then best = year end
    end
  end
  reported[doc] = best
  return best
end

return {
  api = 1,
  id = "planned-past",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = PLANS .. [[(?<year>20\d\d)年]] .. ENDS .. DONE },
  summary = {
    zh = "计划完成的年份早于报告年份（2024年的报告：计划2019年建成通车）",
    en = "a plan for a year that has gone by when the report was written",
  },
  explain = {
    zh = [[“计划某年建成”“预计某年完工”的年份早于全文最常说到的年份两年以上时报告；“原计划”不在此列。]],
    en = [[A year that is planned for (建成, 完工, 投产) and lies two years and more before the one that the text
names most is reported; what was planned at first (原计划) is not.]],
  },
  messages = {
    base = {
      zh = "“{plan}”的是 {stated} 年，而全文说的是 {year} 年",
      en = "{stated} is planned for, but the text is of {year}",
    },
  },
  examples = {
    bad = {
      { [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2019年建成通车。]], at = "2019" },
    },
    good = {
      [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2029年建成通车。隧道原计划2019年建成。铁路2019年建成通车。]],
    },
  },
  check = function(m, report)
    local year, own = tonumber(m.year), year_of(m.doc)
    if not own then return end
    if year + 1 < own then
      report { at = m:place("year"), related = m:place("plan"), values = { plan = m.plan, year = own } }
    else
      report.agrees { at = m:place("year"), related = m:place("plan"), how = own .. " ≤ " .. year }
    end
  end,
}
