-- A median of 6 weeks (IQR = 3–20 days); aged 17–53 years (median = 19 months): a
-- figure and its range, each in a unit of its own.
local TIME = "hours?|days?|weeks?|months?|years?"
local NUMBER = [[\d{1,3}(?:\.\d+)?]]
local RANGE = "(?<a>" .. NUMBER .. [[)\s?(?:--|–|—|-|to)\s?(?<b>]] .. NUMBER .. ")[ -](?<bunit>" .. TIME .. ")"
local NAMED = [[(?:IQR|interquartile range|range|9[059]% (?:CI|CrI|confidence interval))[\])]?\s?(?:[=:,]|of|was)?\s?[(\[]?]]
local MIDDLE = [[(?:median|mean|average)\s?(?:[=:,]|of|was)?\s?(?<x>]] .. NUMBER .. ")[ -](?<xunit>" .. TIME .. ")"
local BEFORE = re.new("(?<![\\d.,–-])(" .. NUMBER .. ")[ -](" .. TIME .. ")\\s?[(\\[,;]\\s?$")
local HOURS = { hour = 1, day = 24, week = 168, month = 730, year = 8766 }

local function singular(unit) return (unit:gsub("s$", "")) end

-- In hours, with what the printed digits leave open.
local function hours(number, unit) return interval(number) * decimal(HOURS[singular(unit)]) end

local function judge(m, x, xunit, at, report)
  local low, high = hours(m.a, m.bunit).low, hours(m.b, m.bunit).high
  if low > high then return end
  local range = m.a .. "–" .. m.b .. " " .. m.bunit
  if interval(low, high):meets(hours(x, xunit)) then
    report.agrees { at = at, related = m:place("b"), how = x .. " " .. xunit .. ": " .. range }
  else
    report { at = at, related = { m:place("a"), m:place("b") }, stated = x .. " " .. xunit, values = { range = range } }
  end
end

return {
  api = 1,
  id = "interval-unit",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { "(?<named>" .. NAMED .. ")" .. RANGE, RANGE .. [[\s?[(\[,;]\s?(?<named>)]] .. MIDDLE } },
  summary = {
    zh = "时长落在与之同印的范围之外（6 weeks（IQR = 3–20 days））",
    en = "a length of time lies outside the range printed with it: 6 weeks (IQR = 3–20 days)",
  },
  explain = {
    zh = [[中位数、平均数在其范围或四分位距之内。两者各带单位（天、周、月、年）时换算后比较；单位或数字有一处写错。]],
    en = [[A median or mean lies within its range. Where both have units of their own (days, weeks, months, years) they are
brought to one; outside of it a unit or a number is mistyped.]],
  },
  messages = {
    base = { zh = "{stated} 不在 {range} 之内", en = "{stated} lies outside {range}" },
  },
  examples = {
    bad = {
      { [[Patients were admitted for a median of 6 weeks (IQR = 3–20 days).]], at = "6" },
      { [[Samples came from students aged 17–53 years (median = 19 months) and from staff.]], at = "19" },
      { [[The median interval was 8 weeks, range: 2–6 days.]], at = "8" },
    },
    good = {
      [[Patients were admitted for a median of 6 days (IQR = 3–20 days), children for 8 months (range = 0–17 years).]],
      [[Samples came from students aged 17–53 years (median = 19 years) and infants aged 2–11 months (mean: 30 weeks).]],
      [[It took 8 days, a range of 2–6 days later; within 30 days (IQR not known).]],
    },
  },
  check = function(m, report)
    if m.named == "" then return judge(m, m.x, m.xunit, m:place("x"), report) end
    local place = m:place()
    local before = place:before(24)
    local x, unit = BEFORE:match(before)
    -- of one unit: estimate-outside-interval
    if not x or singular(unit) == singular(m.bunit) then return end
    local first = m.sentence.text:find(before:match("[^\n]*$") .. m.text, 1, true)
    if not first then return end
    local from = first + (BEFORE:find(before)) - 1
    judge(m, x, unit, m.sentence:place(from, from + #x - 1), report)
  end,
}
