-- A report of 2024 cannot plan for 2019, nor tell of what was since 2026.
local ownyear = lib "ownyear"
local OPENS = re.new("(?:^|[,。;:、(]|力争|确保)$")
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
  on = {
    pattern = {
      PLANS .. [[(?<year>20\d\d)年]] .. ENDS .. DONE,
      [[(?<plan>到)(?<year>(?:19|20)\d\d)年(?:底|末)?(?!以来|的|[,。;、]|[^,。;]{0,6}已|[^,。;]{0,2}累计)]],
      [[(?<year>(?:19|20)\d\d)年(?<plan>以来)]],
    },
  },
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
    since = {
      zh = "“{stated}年以来”晚于报告年份 {year}",
      en = "since {stated}, and the report is of {year}",
    },
  },
  examples = {
    bad = {
      { "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n从今年起免除学杂费;到2024年在全省普遍实行。", at = "2024", nth = 2 },
      { "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n2028年以来,经济平稳。\n\n二、2025年工作安排\n\n继续努力。", at = "2028" },
      { [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2019年建成通车。]], at = "2019" },
    },
    good = {
      "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n2018年以来,总磷浓度达到2007年以来最好水平,投入从2020年的18亿元增加到2024年的30亿元。\n\n二、2025年工作安排\n\n从今年起免除学杂费,到2027年在全省普遍实行。",
      [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2029年建成通车。隧道原计划2019年建成。铁路2019年建成通车。]],
    },
  },
  check = function(m, report)
    local year = tonumber(m.year)
    local dated = m.plan == "到" or m.plan == "以来"
    local own = dated and ownyear.of(m.doc) or not dated and year_of(m.doc)
    if not own or m.plan == "到" and not OPENS:find(m:place("plan"):before(3)) then return end
    if m.plan == "以来" and year > own then
      report { at = m:place("year"), related = ownyear.places(m.doc), message = "since", values = { year = own } }
    elseif m.plan == "到" and year < own or not dated and year + 1 < own then
      local told = ownyear.places(m.doc)
      table.insert(told, 1, m:place("plan"))
      report { at = m:place("year"), related = told, values = { plan = m.plan, year = own } }
    else
      report.agrees { at = m:place("year"), related = m:place("plan"), how = own .. " ≤ " .. year }
    end
  end,
}
