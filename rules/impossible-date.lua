-- A date is printed as month and day, in either order, with or without a year.
-- What could be a count (June 45 shipments) needs a year or a mark behind it.
local calendar = lib "calendar"
local MONTH = calendar.MONTH
local ZH = [[[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}]]
local BEHIND = [=[(?=,?\s(?:19|20)[0-9]{2}(?![0-9])|\s*[.;:)\]]|,?\s*$|,\s|\s(?:to|through|until|and|by|the|was|were|at)\b|\s*[-–—])]=]

-- Other dates of the document with the same year and day in another month, or
-- the same month's last day: what was probably meant stands there.
local function like(doc, year, month, day)
  local out = {}
  if not year then return out end
  for _, claim in ipairs(doc.claims) do
    local y, m, d = calendar.split(claim.first)
    local same = y == year and claim.first == claim.last and not claim.impossible
    if same and (d == day or (m == month and d == calendar.month_days(y, m))) and #out < 3 then
      out[#out + 1] = claim
    end
  end
  return out
end

-- The printed date of a match as three numbers, and the day's group.
local function read(m)
  local month = calendar.month(m.name) or calendar.number(m.month)
  return calendar.number(m.year), month, calendar.number(m.day)
end

local function describe(year, month, zh)
  local days = calendar.month_days(year, month)
  if days == 0 then return zh and "一年只有12个月" or "a year has 12 months" end
  local when = (year and month == 2) and (zh and year .. "年" or "in " .. year .. " ") or ""
  if zh then return when .. month .. "月只有" .. days .. "天" end
  return when .. "that month has " .. days .. " days"
end

-- "0 April" alone in its block: what is left of 30 April on a chart's axis.
local function torn(m, year, day)
  return day == 0 and not year and #m.sentence.block.text <= #m.text
end

local DATES = 10 -- patterns of dates; the one behind them is of years

return {
  api = 1,
  id = "impossible-date",
  severity = "error",
  on = {
    set = true,
    claim = "duration",
    unit = { "year", "month" },
    pattern = {
      [[(?<![0-9.])(?:(?<year>(?:19|20)[0-9]{2})\s?年\s?)?(?<name>)(?<date>(?<month>]] .. ZH .. [[)\s?月\s?(?<day>]] .. ZH .. [[)\s?[日号])(?!龄|线)]],
      [[(?<![0-9])(?<year>(?:19|20)[0-9]{2})\s?年\s?(?<name>)(?<date>(?<month>[0-9]{1,2})\s?月(?<day>))]],
      [[(?<year>)(?<name>)(?<![0-9.,\-–—至到])(?<date>(?<month>00?|1[3-9])\s?月(?:份|底|末|初)(?<day>))]],
      [[(?<![0-9.])(?:(?<year>(?:19|20)[0-9]{2})\s?年\s?)?(?<name>)(?<month>[0-9]{1,2})\s?月\s?[0-9]{1,2}\s?日?\s?(?:[-–—~]{1,2}|至|到)\s?(?<date>(?<day>[0-9]{1,2})\s?日)]],
      [[(?<year>)(?<name>)(?<![0-9.])(?<![0-9],)(?:[1-9]|1[0-2])\s?(?:[-–—~]{1,2}|至|到)\s?(?<date>(?<month>1[3-9]|[2-9][0-9])\s?月)(?=份|,|[全我规累实同本各])(?<day>)]],
      [[(?<![0-9.,])(?<date>(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<month>)(?<name>]] .. MONTH .. [[))(?:,?\s(?<year>(?:19|20)[0-9]{2})(?![0-9])|(?=\s*[.,;:)]|\s*$))]],
      [[(?<![0-9.,])(?<date>(?<day>[0-9]{1,2})(?<month>)(?<name>]] .. MONTH .. [[)\s?(?<year>(?:19|20)[0-9]{2}))(?![0-9])]],
      [[(?<![A-Za-z])(?<date>(?<month>)(?<name>]] .. MONTH .. [[)\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?)(?![0-9%]|[.,][0-9])]] .. BEHIND .. [[(?:,?\s(?<year>(?:19|20)[0-9]{2})(?![0-9]))?]],
      [[(?<![A-Za-z])(?<month>)(?<name>]] .. MONTH .. [[)\s[0-9]{1,2}\s?[–-]\s?(?<date>(?<day>[0-9]{1,2}))(?![0-9%.])(?:,?\s(?<year>(?:19|20)[0-9]{2})(?![0-9]))]],
      [[(?<![0-9./-])(?<name>)(?<date>(?<year>(?:19|20)[0-9]{2})([-/])(?<month>0?[1-9]|1[0-2])\g{-2}(?<day>[0-9]{1,2}))(?![0-9./-])]],
      lib("impossible_year").pattern,
    },
  },
  summary = {
    zh = "日历上没有的日期（9月31日、2月30日、13月），不可能的年份（20220年、2823年）",
    en = "a date that is on no calendar (31 September, 30 February), a year that can be none (20220)",
  },
  explain = {
    zh = [[月份只有1至12，日不能超过当月天数；写明年份时还核对闰年。未写年份的2月29日不报。
“5个月”“36月龄”之类时长不是日期。同一年同一天的另一个日期若在文中出现，一并列出。
五位的“年份”，或2100年以后的年份，开头一句或接着年份的说法时报告；讲历史、距今多少年的不判断。英文：2100年以后而两位对调即为文中年份的。]],
    en = [[A month is 1 to 12 and a day no more than its month has, leap years included where the year is
printed; 29 February without a year is left alone. A number behind a month's name that may be a count
(June 45 shipments) is not read as a day. A date of the same year and day elsewhere is shown with it.
A year of five digits, or one after 2100 that opens a clause or goes on as a year does, can be none; what tells how long ago
something was is left alone. In English what stands as a year beyond 2100 and is a year of the text with two digits swapped.]],
  },
  messages = {
    base = { zh = "“{at}”不存在：{why}", en = "“{at}” is no date: {why}" },
    year = { zh = "“{stated}”不可能是年份", en = "“{stated}” can be no year" },
  },
  examples = {
    bad = {
      { [[1—19月,全市工业增加值增长6.2%。]], at = "19月" },
      { [[装机规模超越煤电,1—13月规模以上工业能耗下降8.9%。]], at = "13月" },
      { [[截至2024年6月31日,共有车辆0辆。]], at = "6月31日" },
      { [[会议于二〇二四年九月三十一日召开。]], at = "九月三十一日" },
      { [[2023年2月29日,项目开工。]], at = "2月29日" },
      { [[2023年13月,全市进出口增长5%。]], at = "13月" },
      { [[活动于6月20日至31日举行。]], at = "31日" },
      { [[We extend the scheme for another three years, until 31 September 2021.]], at = "31 September" },
      { [[The notes were issued on June 31, 2018, at par.]], at = "June 31" },
      { [[The survey ran from September 1–31, 2020, in ten counties.]], at = "31" },
      { [[Date of report: 2023-02-30]], at = "2023-02-30" },
      { [[Its market share was 37.8% as of 31June2025.]], at = "31June2025" },
      { "他到教育考试院检查2823年高考准备工作。", at = "2823年" },
      { "在北京20220年冬奥会决赛现场,他夺得冠军。", at = "20220年" },
      { "到2305年建成科技强国。", at = "2305年" },
      { "It takes effect from Year of Assessment 2105. Growth slowed in 2015 and rose in 2014. In June 2015 rates fell.", at = "2105" },
      { "2203年1月,全市常住人口增加1.2万人。", at = "2203年1月" },
    },
    good = {
      "March\n\n0 April\n\nApril",
      [[为3—18月龄儿童接种,1—9月,全市增长6.2%。]],
      [[截至2024年6月30日,共有车辆0辆。]],
      [[2024年2月29日,项目开工。]],
      [[每年2月29日前后为观察期。]],
      [[工期18个月,36月龄以上儿童全部接种。]],
      [[The scheme runs until 30 September 2021. Its share was 5% as of 30June2025.]],
      [[In June 45 hospitals took part, and in May 32 patients were seen.]],
      [[By February 29, 2020, all sites had reported.]],
      "到2035年建成科技强国,检查2023年高考准备工作。",
      "遗址距今约4320年,陶寺文化从2303年前延续下来。",
      "运河开凿至今逾2510年,到2100年海平面上升。到2300年,海平面还会上升。",
      "In 2105 patients and in 2105 (34%) of them it was found. Growth slowed in 2015 and rose in 2014. In June 2015 rates fell. By 2100 seas will rise. In Model 2105 it is shown, in 3,015 too.",
      "该树树龄2312年。这个税种延续了2600年。",
    },
  },
  check = function(m, report, _, doc)
    if m.type == "claim" then return lib("impossible_year").check(m, report) end
    if m.type == "set" then return lib("impossible_year").judge_all(m, report) end
    if m.pattern > DATES then return lib("impossible_year").note(m) end
    local year, month, day = read(m)
    if not month or (m.day ~= "" and not day) then return end
    local good
    if day then
      good = calendar.exists(year, month, day)
    else
      good = month >= 1 and month <= 12
    end
    local place = m:place("date")
    if good then
      if day and day > 28 then
        report.agrees { at = place, how = day .. " ≤ " .. calendar.month_days(year, month) }
      end
      return
    end
    if day and day > 39 or torn(m, year, day) then return end
    report {
      at = place, related = day and like(doc, year, month, day) or {}, message = "base",
      values = { why = describe(year, month, doc.lang ~= "en") },
    }
  end,
}
