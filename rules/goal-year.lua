-- 到2053年基本实现社会主义现代化, 2020年前碳达峰、2060年前碳中和: goals that are set for one year.
local rows = lexicon("zh/goal-year")
local goals, year_of = {}, {}
for i = 1, #rows do goals[i], year_of[rows[i].goal] = rows[i].goal, rows[i].year end

local YEAR = [[(?<![\d.])(?<year>20\d\d)年]]
-- Nothing stands between but 前, 如期, 实现 and the like: else the year is of something else.
local BETWEEN = [[(?:[前底末之时,以]|率先|如期|确保|实现|联合国|奋斗目标|目标|我[国省市区]|全[国省市区面]|基本|与全国同步|同步|的|要){0,5}?]]
local GOAL = [[(?<goal>]] .. table.concat(goals, "|") .. [[)]]
local CARBON = [[(?<peak>20\d\d)年?前?(?:力争|如期|率先)?(?:实现)?(?:二氧化碳排放达峰|碳达峰|碳排放达峰)[和与、,及]?(?:力争|努力争取)?(?<neutral>20\d\d)年?前?(?:实现)?碳中和]]
local PEAK, NEUTRAL = "2030", "2060"

local function judge(at, told, year, goal, report)
  if told == year then
    report.agrees { at = at, how = goal .. " = " .. year }
  else
    report { at = at, expected = year, values = { goal = goal, year = year } }
  end
end

return {
  api = 1,
  id = "goal-year",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      YEAR .. BETWEEN .. GOAL .. [[(?<peak>)(?<neutral>)]],
      CARBON .. [[(?<year>)(?<goal>)]],
    },
  },
  summary = {
    zh = "众所周知的目标年份写错（到2053年基本实现社会主义现代化）",
    en = "a goal that is set for one year is given another",
  },
  explain = {
    zh = [[国家确定的目标各有其年：2030年前碳达峰、2060年前碳中和，2035年基本实现社会主义现代化，2027年实现建军一百年奋斗目标，
2030年可持续发展议程。年份与目标之间没有别的话而年份不同时报告；单说碳达峰、碳中和的（各地、各国不同）不核对。]],
    en = [[Goals that the State has set for a year (zh/goal-year): carbon peak before 2030 and neutrality before 2060 told together,
modernisation by 2035, the agenda of 2030. Reported where another year stands right before one; 碳达峰 or 碳中和 alone may be of
a province or another country and is left alone.]],
  },
  messages = {
    base = { zh = "{goal}的年份是 {year} 年，此处为 {stated}", en = "{goal} is set for {year}, {stated} here" },
  },
  examples = {
    bad = {
      { [[到2053年基本实现社会主义现代化。]], at = "2053" },
      { [[力争2020年前实现碳达峰、2060年前实现碳中和。]], at = "2020" },
      { [[2030年前碳达峰、2050年前碳中和目标有序推进。]], at = "2050" },
      { [[确保如期实现2037年建军一百年奋斗目标。]], at = "2037" },
      { [[落实联合国2020年可持续发展议程。]], at = "2020" },
    },
    good = {
      [[到2035年基本实现社会主义现代化。力争2030年前实现碳达峰、2060年前实现碳中和。实现2027年建军一百年奋斗目标。]],
      [[德国提出2045年前实现碳中和。我市2028年前碳达峰。落实联合国2030年可持续发展议程。]],
      [[2025年,我们要为基本实现社会主义现代化打下基础。]],
    },
  },
  check = function(m, report)
    if m.goal ~= "" then return judge(m:place("year"), m.year, year_of[m.goal], m.goal, report) end
    judge(m:place("peak"), m.peak, PEAK, "碳达峰", report)
    judge(m:place("neutral"), m.neutral, NEUTRAL, "碳中和", report)
  end,
}
