-- The main targets are to increase GDP by around 8%; in targeting a GDP increase of
-- around 9%: the year's aim of an indicator is told again, and with one number.
local NAMES = {
  "GDP|gross domestic product|economic growth|the economy",
  "CPI|consumer prices?(?: index)?",
  "unemployment(?: rate)?",
  "money supply(?: \\(M2\\))?|M2",
}
local INDICATOR, is_of = table.concat(NAMES, "|"), {}
for i, names in ipairs(NAMES) do is_of[i] = re.new("^(?:" .. names .. ")$", "i") end
local N = [[(?:around |about |approximately |roughly )?(?<n>\d{1,2}(?:\.\d{1,2})?(?:%| percent| per cent))(?![–-])]]
local LINK = [[(?: growth| increase| growth rate| rise| this year| target)*(?: by| of| at| to| is| below| under| no higher than| be held at| be kept at| should (?:be (?:held|kept) (?:at|to|below)|grow by|increase by|rise by))? ]]

-- What makes a figure an aim, before it in its sentence; and what makes it one of other years.
local AIM = re.new([[\b(?:targets?|targeting|targeted|aims?|aiming)\b|\bshould (?:grow|increase|rise|be held|be kept)\b|\bas follows: to \b]], "i")
-- Increasing GDP by 8%, to keep the CPI increase around 4%: an aim where another sentence says so.
local PLANNED = re.new([[(?:^|\bto |\band )(?:increas\w+|grow\w*|keep\w*|hold\w*)\b[^;]*$]], "i")
local OF_OTHERS = re.new([[\b(?:last|previous|past|next|five|ten|annual(?:ly)?|average|quarter|half|months?|original(?:ly)?|exceed\w*|above|missed|higher|lower|actual\w*|raised|from)\b]], "i")
local ELSEWHERE = re.new([[^[^.;]{0,30}\b(?:annual|average|over the next|by (?:19|20)\d\d)\b]], "i")
local YEAR = re.new([[\b((?:19|20)\d\d)\b]])
local FAR = 160 -- characters before a figure that say whose it is

-- Which of them it is called by.
local function indicator(text)
  for i, pattern in ipairs(is_of) do
    if pattern:find(text) then return i end
  end
end

-- The years a sentence names must not differ: each year has its own aim.
local function years_of(sentence)
  local years = {}
  for year in YEAR:gmatch(sentence.text) do years[#years + 1] = year end
  return years
end
local function of_one_year(a, b)
  for _, x in ipairs(a) do
    for _, y in ipairs(b) do
      if x == y then return true end
    end
  end
  return #a == 0 or #b == 0
end

local told = memo() -- document -> indicator -> the first aim of it

return {
  api = 1,
  id = "aim-told",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      "\\b(?<name>" .. INDICATOR .. ")" .. LINK .. N,
      "\\b" .. N .. "(?: annual)? (?:increase|growth|rise) in (?:the )?(?:broad )?(?<name>" .. INDICATOR .. ")\\b",
    },
  },
  summary = {
    zh = "英文报告中同一指标的年度目标前后不一（GDP增长8%、9%）",
    en = "the year's aim of growth, prices, unemployment or money is told with two numbers",
  },
  explain = {
    zh = [[同一份英文报告里，GDP、CPI、失业率、M2 的年度目标先后各说一次，应当一致；句中年份不同的、说的是平均或五年的不比较。]],
    en = [[A report that tells its aim for GDP, consumer prices, unemployment or the money supply of the year twice tells one
number. Sentences that name other years, averages and aims of several years are not compared.]],
  },
  messages = {
    base = { zh = "目标此处为 {stated}，别处为 {other}", en = "the aim is {stated} here and {other} elsewhere" },
  },
  examples = {
    bad = {
      { "The main targets for this year are as follows: to increase GDP by around 8%, keep the CPI increase around 4% and create jobs.\n\nIn targeting a GDP increase of around 9%, we emphasize sound development.", at = "9%" },
      { "The GDP should grow by about 8%, and the rise in the CPI should be held at around 4.8%.\n\nThe target for keeping the CPI this year at around 8.4% has reasons.", at = "8.4%" },
      { "Increasing GDP by approximately 8%, creating jobs for 9 million people, holding the rise in consumer prices to around 3%.\n\nHere I would like to stress that in targeting a GDP increase of around 9% we emphasize development.", at = "9%" },
      { "The GDP should grow by about 7.5% this year.\n\nIn setting the GDP growth target at around 5.7%, a variety of factors were taken into account.", at = "5.7%" },
    },
    good = {
      "The main targets for this year are as follows: to increase GDP by around 8%, keep the CPI increase around 4% and create jobs.\n\nIn targeting a GDP increase of around 8%, we emphasize sound development. By targeting an increase in consumer prices of around 4%, we give room to reform.",
      "The target for GDP growth is 8% for 2010.\n\nWe have set a target of 7% annual increase in the economy over the next five years. The GDP growth target of 6% for 2009 was reached. Last year the target of GDP growth was 9%.",
      "The unemployment rate should be kept at 4.5%. The unemployment rate of 5.1% in May was no target.",
    },
  },
  check = function(m, report)
    local n = m:place("n")
    local before = n:before(FAR):gsub("^.*[.;] ", "")
    local clause = before:match("[^,;]*$"):gsub("^ ", "")
    local aimed = AIM:find(before) ~= nil
    if not aimed and not PLANNED:find(clause) or ELSEWHERE:find(n:after(40)) then return end
    if OF_OTHERS:find(clause) then return end
    local doc, name = m.sentence.doc, indicator(m.name)
    told[doc] = told[doc] or {}
    local first = told[doc][name]
    local aim = { value = decimal(m.n:match("^[%d.]+")), years = years_of(m.sentence), at = n, text = m.n, aimed = aimed }
    if not first then
      told[doc][name] = aim
    elseif (aimed or first.aimed) and of_one_year(first.years, aim.years) then
      if first.value == aim.value then
        report.agrees { at = n, related = first.at, how = aim.text }
      else
        report { at = n, related = first.at, expected = first.text, values = { other = first.text } }
      end
    end
  end,
}
