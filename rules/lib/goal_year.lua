-- goal_year: 到2053年基本实现社会主义现代化, 2020年前碳达峰、2060年前碳中和: goals that
-- are set for one year.

local goal_year = {}

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
    report { at = at, message = "goal", expected = year, values = { goal = goal, year = year } }
  end
end

goal_year.patterns = {
  YEAR .. BETWEEN .. GOAL .. [[(?<peak>)(?<neutral>)]],
  CARBON .. [[(?<year>)(?<goal>)]],
}

function goal_year.check(m, report)
  if m.doc.lang ~= "zh" then return end
  if m.goal ~= "" then return judge(m:place("year"), m.year, year_of[m.goal], m.goal, report) end
  judge(m:place("peak"), m.peak, PEAK, "碳达峰", report)
  judge(m:place("neutral"), m.neutral, NEUTRAL, "碳中和", report)
end

return goal_year
