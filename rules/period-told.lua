local keyed = lib "keyed"

local MONTH = [[(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)]]
local DAY = [[(?<day>\d{1,2})(?:st|nd|rd|th)?]]
local LENGTH = [[\b(?<n>\d{1,2}|[Tt]hirteen|[Tt]wenty-six|[Tt]hirty-nine|[Ff]ifty-two|[Ff]ifty-three)[- ]weeks?(?: and (?:\d{1,2}|[a-z-]+)[- ]weeks?)?(?: fiscal| year-to-date)?(?: (?:quarters?|periods?|years?))?]]
local ENDED = [[ (?:ended|ending|to)(?: on)? ]]
local NO_RANGE = [[(?<from>)]]
local PATTERNS = {
  NO_RANGE .. LENGTH .. ENDED .. MONTH .. " " .. DAY .. [[, (?<year>(?:19|20)\d\d)]],
  NO_RANGE .. LENGTH .. ENDED .. DAY .. " " .. MONTH .. [[,? (?<year>(?:19|20)\d\d)]],
  -- March 24–June 14
  [[(?<n>)(?<year>)\b(?<from>(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2})\s?(?:–|—|--|-| to | through )\s?]]
    .. MONTH .. " " .. DAY .. [[(?!\d)]],
}

local LAST = { 28, 29, 30, 31 }
local all, ranges = keyed.new(), keyed.new()

local function note(m)
  local doc = m.sentence.doc
  local value = m.month:sub(1, 3) .. " " .. m.day
  if m.from ~= "" then
    keyed.note(ranges, doc, m.from, value, m:place("month"))
  else
    keyed.note(all, doc, m.month:sub(1, 3) .. " " .. m.year, value, m:place("day"))
  end
end

-- Is it the end of a month, as the ends of many periods of one start are?
local function is_last(value)
  local day = tonumber(value:match("%d+$"))
  for _, last in ipairs(LAST) do
    if day == last then return true end
  end
  return day < 2
end

-- Have the two sentences a figure of two digits and more in common?
local function share_figure(a, b)
  local seen = {}
  for _, claim in ipairs(a.sentence.claims) do
    if claim.is_claim and claim.digits >= 2 and claim.value then seen[claim.number_text] = true end
  end
  for _, claim in ipairs(b.sentence.claims) do
    if claim.is_claim and seen[claim.number_text] then return true end
  end
end

-- A slip leaves the day or the month as it was.
local function is_slip(a, b)
  local month_a, day_a = a:match("^(%a+) (%d+)$")
  local month_b, day_b = b:match("^(%a+) (%d+)$")
  return month_a ~= month_b and day_a == day_b and not is_last(a)
end

local function one_range(odd, usual)
  if not is_slip(odd.text, usual.text) then return false end
  if #usual.places > 1 then return true end
  for _, place in ipairs(usual.places) do
    if share_figure(odd.places[1], place) then return true end
  end
end

return {
  api = 1,
  id = "period-told",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERNS },
  summary = {
    zh = "同一期间（the 13 weeks ended November 2, 2024）前后截止日不一",
    en = "one period (the 13 weeks ended November 2, 2024; March 24–June 14) is told with two ends",
  },
  explain = {
    zh = [[以周计的报告期在一个月内只有一个截止日；同一起始日、同一组数字的期间，截止日只有月份不同的，当有一处误写。]],
    en = [[Periods of so many weeks end on one day of a month. A range of dates that begins on one day and is told of the
same figures ends on one day; where only the month of its end differs in one place, that is a slip.]],
  },
  messages = {
    base = { zh = "截止日此处为 {stated}，别处为 {expected}", en = "the period ends on {stated} here and on {expected} elsewhere" },
  },
  examples = {
    bad = {
      { [[Sales for the 13-week quarter ended May 4, 2019 were $210 million. Online sales for the 13-week quarter ended May 4, 2019 were flat. The shift affects the 13-week and 26-week periods ended May 14, 2019.]],
        at = "14" },
      { [[Revenue for the 26 weeks ended 28 June 2014 was £84 million. The accounts for the 26 weeks ended 18 June 2014 are unaudited.]], at = "18" },
      { [[Inspectors visited 88 dairies during March 24–June 14, 2017. Overall, the 88 dairies were inspected during March 24–July 14.]], at = "July" },
    },
    good = {
      [[Sales for the 13 weeks ended May 4, 2019 were $210 million, and $200 million for the 13 weeks ended May 5, 2018 and the 26 weeks ended August 3, 2019.]],
      [[Of 88 dairies, 40 were visited during January 1–March 31 and 88 during January 1–June 30.]],
      [[Inspectors visited 88 dairies during March 24–June 14. Of 45 farms, 12 were inspected during March 24–July 14.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      keyed.judge(all, doc, report)
      keyed.judge(ranges, doc, report, one_range)
    end
  end,
}
