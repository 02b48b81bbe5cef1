-- calendar: days, weekdays and the printed numbers of dates.
--
-- Dates are three integers; a day number counts from 1 March of the year 0,
-- so that differences of day numbers are days.

local calendar = {}

local characters = {
  ["〇"] = 0, ["零"] = 0, ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5,
  ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10, ["百"] = 100,
}
local words = {
  one = 1, two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10,
  eleven = 11, twelve = 12, thirteen = 13, fourteen = 14, fifteen = 15, twenty = 20,
}
local months = {
  jan = 1, feb = 2, mar = 3, apr = 4, may = 5, jun = 6, jul = 7, aug = 8, sep = 9, oct = 10, nov = 11, dec = 12,
}
local weekdays = { mon = 1, tue = 2, wed = 3, thu = 4, fri = 5, sat = 6, sun = 7 }
local weekdays_zh = {
  ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["日"] = 7, ["天"] = 7,
}
local names_zh = { "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" }
local names_en = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }

-- 二〇二四 is read digit by digit, 三十一 by value; nil where it is neither.
local function chinese(text)
  local value, last, spelled = 0, nil, true
  for _, c in utf8.codes(text) do
    local n = characters[utf8.char(c)]
    if not n then return nil end
    if n >= 10 then
      value, last, spelled = value + (last or 1) * n, nil, false
    elseif last and spelled then
      last = last * 10 + n
    else
      last = n
    end
  end
  return value + (last or 0)
end

local ASCII_END, DIGIT_END = 0x80, 0x39
-- A printed whole number: 12, 三十一, 二〇二四, nine; nil for nil and others.
function calendar.number(text)
  if not text or text == "" then return nil end
  if characters[text] then return characters[text] end
  local first = text:byte()
  if first >= ASCII_END then return chinese(text) end
  if first <= DIGIT_END and text:find("^[0-9]+$") then return tonumber(text) end
  return words[text:lower()] or chinese(text)
end

-- The number of an English month or weekday, by its first three letters.
function calendar.month(name) return name and months[name:sub(1, 3):lower()] end
function calendar.weekday_named(name)
  return weekdays_zh[name] or weekdays[name:sub(1, 3):lower()]
end
function calendar.weekday_name(n, zh) return zh and names_zh[n] or names_en[n] end

function calendar.leap(year)
  return year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
end

-- Without a year February has 29 days.
function calendar.month_days(year, month)
  if month == 2 then return (not year or calendar.leap(year)) and 29 or 28 end
  if month == 4 or month == 6 or month == 9 or month == 11 then return 30 end
  return month >= 1 and month <= 12 and 31 or 0
end

function calendar.exists(year, month, day)
  return day >= 1 and day <= calendar.month_days(year, month)
end

function calendar.day_number(year, month, day)
  if month <= 2 then year, month = year - 1, month + 12 end
  return year * 365 + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day
end

-- The month and day a few days before or behind another.
function calendar.shifted(year, month, day, by)
  day = day + by
  if day < 1 then
    month = month > 1 and month - 1 or 12
    day = day + calendar.month_days(year, month)
  elseif day > calendar.month_days(year, month) then
    day = day - calendar.month_days(year, month)
    month = month < 12 and month + 1 or 1
  end
  return month, day
end

-- 1 Monday to 7 Sunday.
function calendar.weekday(year, month, day)
  return (calendar.day_number(year, month, day) + 1) % 7 + 1
end

-- One end of a printed range as {year=, month=, day=}: 2023年6月, August 31, 2020, fiscal year 2023.
function calendar.point(text)
  local p = { year = tonumber(text:match("%d%d%d%d")) }
  local rest = text:gsub("%d%d%d%d", " ", 1)
  local name = rest:match("%a%a%a+")
  p.month = calendar.month(name) or tonumber(rest:match("(%d+) ?月"))
  p.day = tonumber(rest:match("(%d+) ?日")) or tonumber(rest:match("(%d+) ?号"))
  if p.month and name and not p.day then p.day = tonumber(rest:match("%d+")) end
  p.bare = not name and tonumber(rest:match("(%d%d?) ?$"))
  return p
end

-- Both ends; each takes from the other what it does not say itself.
function calendar.range(first, last)
  local a, b = calendar.point(first), calendar.point(last)
  if a.bare and not a.month and b.month and not b.day then a.month = a.bare end
  if a.bare and a.month and not a.day then a.day = a.bare end
  if a.bare and b.day and not a.day then a.day, a.month = a.bare, a.month or b.month end
  if b.bare and a.day and not b.day then b.day = b.bare end
  if a.day and b.day and not b.month then b.month = a.month end
  b.year = b.year or (a.year and a.month and b.month and a.year + (b.month < a.month and 1 or 0)) or a.year
  if b.year and not a.year then a.year = a.month and b.month and a.month > b.month and b.year - 1 or b.year end
  return a, b
end

-- "2023-05-01" of a claim's `first` or `last` as three integers; nil where it is less exact.
function calendar.split(text)
  local y, m, d = text:match("^(%d+)-(%d+)-(%d+)$")
  if y then return tonumber(y), tonumber(m), tonumber(d) end
end

-- Pieces of patterns: a month's name, short or long; the long names alone, without a
-- group; a weekday's name.
calendar.MONTH = [[(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|]]
  .. [[Aug(?:ust|\.)?|Sep(?:tember|t?\.?)|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)]]
calendar.MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
calendar.WEEKDAY = [[(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?]]

return calendar
