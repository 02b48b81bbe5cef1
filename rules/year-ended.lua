-- The financial year 1 April 1984 to 31 March 1986 is two years long; awards as of
-- December 31, 2019 and the changes during the year ended December 31, 2018 are of
-- two years.
local calendar = lib "calendar"
local MONTH = calendar.MONTH
local Y = [[(?:19|20)\d\d]]
local function date(x)
  return [[(?<]] .. x .. [[>\d{1,2}(?:st|nd|rd|th)?(?: of)? ]] .. MONTH .. [[,? ]] .. Y .. [[|]] .. MONTH .. [[ \d{1,2}(?:st|nd|rd|th)?,? ]] .. Y .. [[)]]
end
local PATTERNS = {
  [[\b(?<year>(?:[Ff]inancial|[Ff]iscal|[Tt]ax|[Cc]alendar|[Aa]ccounting|[Pp]olicy|[Aa]ssessment) [Yy]ear)[ ,(]{1,2}(?:from |of |beginning |running |running from )?]] .. date "a" .. [[(?: to | ?[-–—] ?| through | until |,? and ending |,? ending |,? ended )]] .. date "b",
  [[\b(?<year>(?:as )?(?:of|at) )]] .. date "a" .. [[[,;]?(?: and)?(?: the)?(?: related)? (?:changes|movements?|activity)[a-z ]{0,30}? (?:during|for|in) the (?:fiscal )?year(?: then)?[- ]ended ]] .. date "b",
}

-- Year, month and day of a printed date.
local function split(text)
  local year = tonumber(text:match("(%d%d%d%d)$"))
  local day = text:sub(1, -5):match("%d+")
  return year, calendar.month(text:match("%u%l+")), tonumber(day)
end

local function days_between(a, b)
  local ya, ma, da = split(a)
  local yb, mb, db = split(b)
  if not (calendar.exists(ya, ma, da) and calendar.exists(yb, mb, db)) then return nil end
  return calendar.day_number(yb, mb, db) - calendar.day_number(ya, ma, da) + 1
end

-- Years of 52 and 53 weeks, and an end told as the day behind, are within some days. A
-- year of 15 months is one of transition.
local SLACK, YEAR = 8, 365
local function judge_length(m, report)
  local days = days_between(m.a, m.b)
  local years = days and math.floor(days / YEAR + 0.5)
  if not days or years ~= 1 and math.abs(days - YEAR * years) > SLACK then return end
  if years == 1 then
    report.agrees { at = m:place("b"), related = m:place("a"), how = m.a .. " – " .. m.b }
  else
    report { at = m:place("b"), related = m:place("a"), values = { year = m.year, first = m.a, days = days } }
  end
end

local function judge_same(m, report)
  if m.a == m.b then
    report.agrees { at = m:place("b"), related = m:place("a"), how = m.a }
  else
    report { at = m:place("b"), related = m:place("a"), message = "changes", expected = m.a, values = { first = m.a } }
  end
end

return {
  api = 1,
  id = "year-ended",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "一个财政年度的起止日相距不是一年，或期末与所述年度不合",
    en = "a financial year that is not a year long, or changes of another year than the balance",
  },
  explain = {
    zh = [[“the financial year 1 April 1984 to 31 March 1986”起止相距两年；“as of December 31, 2019 and the changes during the year ended
December 31, 2018”期末与年度不一。过渡性的长短年度不报。]],
    en = [[A financial, fiscal or tax year that is told with both ends is a year long; one that is none or two years long has a wrong
year. What is told as of a day with the changes of a year is of the year that ended on that day.]],
  },
  messages = {
    base = { zh = "{year}自 {first} 至 {stated} 共 {days} 天", en = "a {year} from {first} to {stated} has {days} days" },
    changes = { zh = "余额截至 {first}，变动却为截至 {stated} 的年度", en = "as of {first}, but the changes are of the year ended {stated}" },
  },
  examples = {
    bad = {
      { [[Parliament approves the policy for the financial year 1st April 1984 to 31st March 1986.]], at = "31st March 1986" },
      { [[The accounts are of the fiscal year from July 1, 2018 through June 30, 2018.]], at = "June 30, 2018" },
      { [[The levy is due for the tax year 6 April 2010 to 5 April 2013.]], at = "5 April 2013" },
      { [[Shares as of December 31, 2019 and the changes during the year ended December 31, 2018 are as follows.]], at = "December 31, 2018" },
      { [[Options outstanding at June 30, 2020 and changes during the fiscal year ended June 30, 2021 are shown below.]], at = "June 30, 2021" },
    },
    good = {
      [[Parliament approves the policy for the financial year 1st April 1984 to 31st March 1985.]],
      [[The accounts are of the fiscal year from July 1, 2018 through June 30, 2019.]],
      [[Parliament approves the policy for the financial year 1st January, 1969 to 31st March, 1970.]],
      [[Shares as of December 31, 2019 and the changes during the year ended December 31, 2019 are as follows.]],
      [[The fiscal year from December 31, 2017 to December 29, 2018 had 52 weeks.]],
      [[Balances as of December 31, 2019 and changes during the years ended December 31, 2019 and 2018 are shown.]],
    },
  },
  check = function(m, report)
    if m.year:find("[ft] $") then return judge_same(m, report) end
    judge_length(m, report)
  end,
}
