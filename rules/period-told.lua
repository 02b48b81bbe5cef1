local calendar = lib "calendar"
local keyed = lib "keyed"

local NAME = [[(?:]] .. calendar.MONTHS .. [[|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)]]
local MONTH = "(?<month>" .. NAME .. ")"
local DAY = [[(?<day>\d{1,2})(?:st|nd|rd|th)?]]
local LENGTH = [[\b(?<n>\d{1,2}|[Tt]hirteen|[Tt]wenty-six|[Tt]hirty-nine|[Ff]ifty-two|[Ff]ifty-three)[- ]weeks?(?: and (?:\d{1,2}|[a-z-]+)[- ]weeks?)?(?: fiscal| year-to-date)?(?: (?:quarters?|periods?|years?))?]]
local ENDED = [[ (?:ended|ending|to)(?: on)? ]]
local NO_RANGE = [[(?<from>)(?<since>)(?<begun>)]]
local YEAR = [[,? (?:19|20)\d\d]]
local UNTIL = [[\s?(?:–|—|--|-| to | through | until )\s?]]
local NO_WEEKS = [[(?<n>)]]
local PATTERNS = {
  NO_RANGE .. LENGTH .. ENDED .. MONTH .. " " .. DAY .. [[, (?<year>(?:19|20)\d\d)]],
  NO_RANGE .. LENGTH .. ENDED .. DAY .. " " .. MONTH .. [[,? (?<year>(?:19|20)\d\d)]],
  -- March 24–June 14; March 1, 2020–May 31, 2020; March 1–31
  NO_WEEKS .. [[\b(?<from>(?<begun>]] .. NAME .. [[) (?<since>\d{1,2})(?:st|nd|rd|th)?)(?:]] .. YEAR .. ")?" .. UNTIL
    .. MONTH .. " " .. DAY .. [[(?![\d%]|[.,]\d)(?:,? (?<year>(?:19|20)\d\d))?]],
  -- 1 April 2019 to 31 March 2020
  NO_WEEKS .. [[(?<![-–\d.])(?<![-–] )\b(?<from>(?<since>\d{1,2})(?:st|nd|rd|th)? (?<begun>]] .. NAME .. "))(?:" .. YEAR .. ")?" .. UNTIL
    .. DAY .. " " .. MONTH .. [[\b(?:,? (?<year>(?:19|20)\d\d))?]],
}

local LAST = { 28, 29, 30, 31 }
local MONTHS = { Jan = 1, Feb = 2, Mar = 3, Apr = 4, May = 5, Jun = 6, Jul = 7, Aug = 8, Sep = 9, Oct = 10, Nov = 11, Dec = 12 }
local BRIEF = 21 -- days of a range that stands among others of its month
local all, months = keyed.new(), keyed.new()
local ends, starts = keyed.new(), keyed.new()
local told = memo() -- of the place of a range: its year

-- Weeks of one month begin or end on many days.
local function is_brief(m)
  local months_between = (MONTHS[m.month:sub(1, 3)] - MONTHS[m.begun:sub(1, 3)]) % 12
  return months_between * 30 + tonumber(m.day) - tonumber(m.since) < BRIEF
end

-- the weeks beginning March 1–September 13 end on September 19
local WEEKS = re.new([[\bweeks? (?:beginning|starting|ending|ended|of)(?: on)? $]])

local function note_range(m)
  if WEEKS:find(m:place():before(20)) then return end
  local doc, month, begun = m.sentence.doc, m.month:sub(1, 3), m.begun:sub(1, 3)
  local from, to = begun .. " " .. m.since, month .. " " .. m.day
  keyed.note(months, doc, from, to, m:place("month"))
  if is_brief(m) then return end
  local last, first = m:place("day"), m:place("since")
  told[last], told[first] = m.year, m.year
  keyed.note(ends, doc, from .. "/" .. month, m.day, last)
  keyed.note(starts, doc, to .. "/" .. begun, m.since, first)
end

local function note(m)
  if m.from ~= "" then return note_range(m) end
  local value = m.month:sub(1, 3) .. " " .. m.day
  keyed.note(all, m.sentence.doc, m.month:sub(1, 3) .. " " .. m.year, value, m:place("day"))
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

-- One digit of the day differs, is lost or doubled, or two are swapped.
local function is_day_slip(a, b)
  if #a > #b then a, b = b, a end
  if #a < #b then return b:sub(2) == a or b:sub(1, 1) == a end
  return #a == 2 and (a:sub(1, 1) == b:sub(1, 1) or a:sub(2) == b:sub(2) or a == b:reverse())
end

-- One range, of one year where both say one, the other end of which is a slip away?
local function one_end(odd, usual)
  local year = told[odd.places[1]] or ""
  for _, place in ipairs(usual.places) do
    local other = told[place] or ""
    if year == "" or other == "" or year == other then return is_day_slip(odd.text, usual.text) end
  end
end

-- Of three ends and more, one that stands once is held against those that stand
-- often.
local function judge_ends(store, doc, report)
  for _, list in keyed.each(store, doc) do
    local odd, usual = keyed.odd(list)
    for _, one in ipairs(#list > 2 and list or {}) do
      for _, other in ipairs(#one.places == 1 and list or {}) do
        if #other.places > 1 and one_end(one, other) then odd, usual = one, other end
      end
    end
    if odd and one_end(odd, usual) then
      report { at = odd.places[1], related = usual.places, stated = odd.text, expected = usual.text }
    elseif #list == 1 and #list[1].places > 1 then
      report.agrees { at = list[1].places[1], related = list[1].places, how = list[1].text }
    end
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
    zh = [[以周计的报告期在一个月内只有一个截止日；同一起始日、同一组数字的期间，截止日只有月份不同的，当有一处误写；
起止两端一端相同、另一端同月而日期相差一处笔误的期间，也是如此。]],
    en = [[Periods of so many weeks end on one day of a month. A range of dates that begins on one day and is told of the
same figures ends on one day; where only the month of its end differs in one place, that is a slip. Two ranges of dates of
which one end is the same and the other of one month, a slip of the pen apart (May 31, May 13), are one, unless a few
days long.]],
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
      { [[Timing of orders, United States, March 1–May 31, 2020

During March 1–May 31, 2020, 42 states issued orders.

Figure 1. Duration of orders, by state, March 1–May 13, 2020]], at = "13" },
      { [[The survey ran from 1 April 2019 to 31 March 2020. Of those asked from 11 April 2019 to 31 March 2020, 812 answered.]], at = "11" },
    },
    good = {
      [[The survey ran from 1 April 2019 to 31 March 2020. Of those asked from 11 April 2018 to 31 March 2019, 812 answered, and 300 from 1 April to 30 June.]],
      [[Cases rose during March 1–September 19, 2020 and again during March 1–September 19. Reports are of the weeks beginning March 1–September 13, 2020.]],
      [[Cases rose during the weeks of August 22–September 4 and August 29–September 4, and during July 11–24 and July 18–24.]],
      [[Sales for the 13 weeks ended May 4, 2019 were $210 million, and $200 million for the 13 weeks ended May 5, 2018 and the 26 weeks ended August 3, 2019.]],
      "Jan-23\nMar-23\nMay-23\nJul-23\nSep-23\nNov-23\n\nFeb-23\nApr-23\nMay-23\nJun-23\nSep-23\nOct-23\n\nNov - 23\nDec - 23\nJan - 24",
      [[Of 88 dairies, 40 were visited during January 1–March 31 and 88 during January 1–June 30.]],
      [[Inspectors visited 88 dairies during March 2–June 1. Of 45 farms, 12 were inspected during March 2–July 1.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      keyed.judge(all, doc, report)
      keyed.judge(months, doc, report, one_range)
      judge_ends(ends, doc, report)
      judge_ends(starts, doc, report)
    end
  end,
}
