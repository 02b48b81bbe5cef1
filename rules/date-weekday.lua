-- Only full dates are judged, or the second end of a range whose first end is
-- one: the weekday of a date without a year cannot be computed.
local calendar = lib "calendar"
local MONTH, WEEKDAY = calendar.MONTH, calendar.WEEKDAY
local YEAR = [[(?<year>(?:19|20)[0-9]{2}|[二一][〇零一二三四五六七八九]{3})]]
local ZH = [[[0-9]{1,2}|[一二三四五六七八九十]{1,3}]]
local DAY_ZH = [[(?:星期|礼拜|周)(?<named>[一二三四五六日天])(?!至|到|-|—)]]
local AND = [[\s?(?:and|to|or|&|[-–—/])\s?]]
local ALONE = [[(?!\.?,?]] .. AND .. [[(?:]] .. WEEKDAY .. [[)\b)]] -- no (Wednesday and Thursday) of two days
local TO = [[(?:\s?\([^()]{0,9}\))?\s?(?:至|到|[-–—]{1,2})\s?]]

local function read(m)
  local year = calendar.number(m.year)
  local month = calendar.month(m.name) or calendar.number(m.month)
  local day = calendar.number(m.day)
  if year and month and day and calendar.exists(year, month, day) then return year, month, day end
end

return {
  api = 1,
  id = "date-weekday",
  severity = "error",
  on = {
    pattern = {
      [[(?<name>)(?<date>(?<![0-9])]] .. YEAR .. [[\s?年\s?(?<month>]] .. ZH .. [[)\s?月\s?(?<day>]] .. ZH
        .. [[)\s?[日号])\s?[,(]?\s?(?<stated>]] .. DAY_ZH .. [[)]],
      [[(?<name>)(?<![0-9])]] .. YEAR .. [[\s?年\s?(?<month>]] .. ZH .. [[)\s?月\s?(?:]] .. ZH .. [=[)\s?[日号]]=] .. TO
        .. [[(?<date>(?<day>]] .. ZH .. [[)\s?[日号])\s?\(?(?<stated>]] .. DAY_ZH .. [[)]],
      [[(?<name>)(?<![0-9])]] .. YEAR .. [[\s?年\s?(?:]] .. ZH .. [[)\s?月\s?(?:]] .. ZH .. [=[)\s?[日号]]=] .. TO
        .. [[(?<date>(?<month>]] .. ZH .. [[)\s?月\s?(?<day>]] .. ZH .. [[)\s?[日号])\s?\(?(?<stated>]] .. DAY_ZH .. [[)]],
      [[(?<name>)(?<date>(?<![0-9])]] .. YEAR .. [[[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2}))\s?\(?(?<stated>]]
        .. DAY_ZH .. [[)]],
      [[(?<![0-9A-Za-z])(?<stated>(?<named>]] .. WEEKDAY .. [[))\.?,?\s(?:the\s)?(?<month>)(?<date>(?<name>]] .. MONTH
        .. [[)\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>(?:19|20)[0-9]{2}))(?![0-9])]],
      [[(?<![0-9A-Za-z])(?<stated>(?<named>]] .. WEEKDAY .. [[))\.?,?\s(?:the\s)?(?<month>)(?<date>(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<name>]]
        .. MONTH .. [[),?\s(?<year>(?:19|20)[0-9]{2}))(?![0-9])]],
      [[(?<![0-9A-Za-z])(?<month>)(?<date>(?<name>]] .. MONTH .. [[)\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>(?:19|20)[0-9]{2}))\s?(?:\(|,\s?a\s)(?<stated>(?<named>]]
        .. WEEKDAY .. [[))\b]] .. ALONE,
      [[(?<![0-9])(?<month>)(?<date>(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<name>]] .. MONTH .. [[),?\s(?<year>(?:19|20)[0-9]{2}))\s?(?:\(|,\s?a\s)(?<stated>(?<named>]]
        .. WEEKDAY .. [[))\b]] .. ALONE,
      -- 5 and 6 May 2021 (Wednesday and Thursday): the second day is the date's
      [[(?<![0-9])[0-9]{1,2}]] .. AND .. [[(?<month>)(?<date>(?<day>[0-9]{1,2})\s(?<name>]] .. MONTH
        .. [[),?\s(?<year>(?:19|20)[0-9]{2}))\s?\((?:]] .. WEEKDAY .. [[)]] .. AND .. [[(?<stated>(?<named>]] .. WEEKDAY .. [[))\b]],
    },
  },
  summary = {
    zh = "日期与所写的星期不符",
    en = "a date does not fall on the weekday printed with it",
  },
  explain = {
    zh = [[2023年12月29日是星期五，写成星期三必有一处有误。只核对写明年份的日期（以及以它开头的起止日期的后一端）；
错的可能是星期，也可能是日期中的年、月、日。]],
    en = [[29 December 2023 was a Friday; printed as a Wednesday, the weekday or the date is wrong. Only
dates with their year are judged, and the second end of a range that begins with one.]],
  },
  messages = {
    base = { zh = "{date}是{expected}，不是“{stated}”", en = "{date} falls on a {expected}, not on a {stated}" },
  },
  examples = {
    bad = {
      { [[会议于2023年12月29日(星期三)召开。]], at = "星期三" },
      { [[二〇二四年三月五日,星期一,代表大会开幕。]], at = "星期一" },
      { [[假期为2024年9月15日(周日)至17日(周三),共3天。]], at = "周三" },
      { [[The committee met on Thursday, 29 December 2023, in London.]], at = "Thursday" },
      { [[Released on Monday, December 29, 2023, at noon.]], at = "Monday" },
      { [[The meeting of March 3, 2015 (Wednesday) was adjourned.]], at = "Wednesday" },
      { [[Meetings: 5 and 6 May 2021 (Wednesday and Friday).]], at = "Friday" },
    },
    good = {
      [[会议于2023年12月29日(星期五)召开。]],
      [[12月29日(星期三)召开会议。]],
      [[假期为2024年9月15日(周日)至17日(周二),共3天。]],
      [[2024年3月5日周一至周五开放的场馆有12个。]],
      [[The committee met on Friday, 29 December 2023, in London.]],
      [[Mr Speaker, today is Tuesday, 3 March 2015.]],
      "Meetings in 2021 are held on\n\n5 and 6 May 2021 (Wednesday and Thursday)\n\n1–2 November 2023 (Wed–Thu)",
      [[The meeting of March 3, 2015, Monday morning traffic aside, was quiet.]],
    },
  },
  check = function(m, report, _, doc)
    local year, month, day = read(m)
    if not year then return end
    local named, real = calendar.weekday_named(m.named), calendar.weekday(year, month, day)
    if named == real then
      report.agrees { at = m:place("stated"), related = m:place("date"), how = m.date .. " " .. m.stated }
      return
    end
    report {
      at = m:place("stated"), related = m:place("date"), message = "base",
      expected = calendar.weekday_name(real, doc.lang ~= "en"),
      values = { date = m.date },
    }
  end,
}
