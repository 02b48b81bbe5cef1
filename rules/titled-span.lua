-- 《铜业发展方案(2025—2027年)》 … 《铜业发展方案(2025—2026年)》: a plan that carries its
-- years in its title has the same ones wherever it is named, and its aims lie in them.
local keyed = lib "keyed"

local Y = [[(?:19|20)\d\d]]
local DASH = [[\s?(?:-{1,2}|–|—{1,2}|―|─|−|~|至|到)\s?]]
local SPAN = [[(?<a>]] .. Y .. [[)年?]] .. DASH .. [[(?<b>]] .. Y .. [[)]]
local PATTERNS = {
  [[(?<=[一-龥”〉])(?<lead>)\(]] .. SPAN .. [[年?\)(?<tail>)]],
  [[《(?<lead>[^《》\d]{2,30}?)]] .. SPAN .. [[年(?<tail>[^《》\d]{2,40})》]],
}
local NAMED = re.new([[[一-龥“”、〈〉·]+$]])
local OPEN = re.new([[《([^》]*)$]])
local HAN, LEAST, MOST = 3, 4, 10 -- bytes of an ideograph; ideographs of a name that are compared
local PLAN = re.new([[(?:规划|计划|方案|纲要|行动|战略|意见|任务|设计)$]])
local ENDS = re.new([[[。;]|\n]])
local AIM = re.new([[(?:提出|明确|力争|要求|[,:、;)》])到(20\d\d)年]])
-- A plan tells where it leads: 到2035年远景目标, 展望.
local FAR = re.new("^(?:的?远景|的?愿景|基本实现|展望)")
local BEYOND = 5 -- years behind its last in which no slip is
local AHEAD = 120 -- characters behind a title in which its first aim stands

local told = keyed.new()

local function last_of(text)
  local n = utf8.len(text)
  if not n or n < LEAST then return nil end
  return n > MOST and text:sub(utf8.offset(text, n - MOST + 1)) or text
end

-- The name that carries the years, its last ideographs.
local function name_of(m)
  if m.tail ~= "" then return last_of(m.lead .. m.tail), m.lead .. m.tail end
  local before = m:place("a"):before(40)
  before = before:sub(1, #before - 1)
  local name = OPEN:match(before) or NAMED:match(before)
  if not name then return nil end
  return last_of(name), name
end

local function one_end(odd, usual)
  local sentence = odd.places[1].sentence -- two that it tells apart
  for _, place in ipairs(usual.places) do
    if place.sentence == sentence then return false end
  end
  local a, b = odd.text:match("^(%d+)—(%d+)$")
  local c, d = usual.text:match("^(%d+)—(%d+)$")
  return (a == c) ~= (b == d)
end

-- 《…行动计划(2024—2027年)》,提出到2029年…: the first aim lies in the years of the plan.
local function judge_aim(m, report)
  local place = m:place("b")
  local behind = place:after(AHEAD)
  local stop = ENDS:find(behind)
  behind = stop and behind:sub(1, stop - 1) or behind
  local from, to, year = AIM:find(behind)
  if not from or behind:find("《", 1, true) then return end
  local at = m.sentence.text:find(behind:sub(1, to), 1, true)
  if not at then return end
  at = m.sentence:place(at + to - #year - HAN, at + to - 1)
  if FAR:find(behind:sub(to + 1)) or tonumber(year) >= tonumber(m.b) + BEYOND then return end
  if year > m.b and not behind:find(m.b, 1, true) then
    report { at = at, related = place, message = "aim", expected = m.b, values = { last = m.b } }
  elseif year <= m.b then
    report.agrees { at = at, related = place, how = year .. " ≤ " .. m.b }
  end
end

local function note(m, report)
  local key, name = name_of(m)
  if not key then return end
  keyed.note(told, m.doc, key, m.a .. "—" .. m.b, m:place("b"))
  if PLAN:find(name) then judge_aim(m, report) end
end

return {
  api = 1,
  id = "titled-span",
  severity = "warning",
  languages = { "zh" },
  on = { set = true, pattern = PATTERNS },
  summary = {
    zh = "同名规划、方案的起止年份前后不一（（2025—2027年）、（2025—2026年））",
    en = "a plan is named with other years than elsewhere, or with an aim beyond them",
  },
  explain = {
    zh = [[名称相同、括号内起止年份有一端相同而另一端不同的，必有一处误写；两端都不同的是前后两期。
规划名称之后同一句中的第一个目标年（到2029年）不应晚于其终止年。]],
    en = [[Where a plan of one name is told with two spans of years that share one end, one is mistyped; where both ends differ
there are two plans. The first aim told of a plan, in the same sentence, is not later than its last year.]],
  },
  messages = {
    base = { zh = "同一名称此处为 {stated}，别处为 {expected}", en = "{stated} here, {expected} where it is named elsewhere" },
    aim = { zh = "目标年{at}晚于规划的终止年 {last}", en = "the aim of {at} is later than the plan, which ends in {last}" },
  },
  examples = {
    bad = {
      { "《铜产业发展实施方案(2025—2026年)》印发\n\n市工信局印发《铜产业发展实施方案(2025—2027年)》,明确任务。", at = "2027" },
      { [[市工信局印发《造纸业2025—2036年稳增长行动方案》。《造纸业2025—2026年稳增长行动方案》提出12项举措。《造纸业2025—2026年稳增长行动方案》自6月起施行。]], at = "2036" },
      { [[市政府印发《制造业数字化转型行动计划(2024—2027年)》,提出到2029年规模以上企业全覆盖。]], at = "2029年" },
    },
    good = {
      "《铜产业发展实施方案(2025—2027年)》印发\n\n市工信局印发《铜产业发展实施方案(2025—2027年)》,明确到2027年建成3个基地。",
      [[《青少年足球发展规划(2019—2021年)》期满,《青少年足球发展规划(2022—2024年)》印发。]],
      [[市政府印发《海岸带保护规划(2021—2030年)》,提出到2025年修复岸线12公里,到2030年修复30公里,展望到2035年。]],
      [[《城市发展规划(2021—2025年)》,提出到2035年远景目标。《航道养护规划(2021—2025年)》,明确到2027年基本实现数字化。]],
      [[省《数字经济发展规划(2021—2025年)》和市《数字经济发展规划(2021—2023年)》相衔接。]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m, report) end
    for _, doc in ipairs(m.documents) do keyed.judge(told, doc, report, one_end) end
  end,
}
