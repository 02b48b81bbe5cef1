-- $57 a month or $685 a year; $750 per person, or $1,500 for the two of them: one
-- amount told of two periods, or of one and of all.

local near = lib "near"

local AMOUNT = [[(?<money>[$£€]?)(?<b>\d[\d,]*(?:\.\d+)?)(?: (?:thousand|million|billion))?(?: (?!(?:or|and|for|per|each|every|a|to|more|less)\b)[a-z]+)?]]
local OF = "(?:a|an|per|each|every)"
local PERIOD = OF .. [[ (?:working )?(?:day|week|fortnight|month|quarter|year|annum|three months|six months|half-year|two weeks)\b|monthly\b|annually\b|weekly\b|daily\b|quarterly\b|yearly\b]]
local ROUGH = "(?:about |around |approximately |roughly |nearly |almost |some |up to |an average of |a total of |over |just |only )*"
local JOIN = [=[(?<join>\bor|[(\[]|\bthat is|\bthis is|\bi\.e\.,?|\b(?:the )?same as|\bequivalent to|\bequal to|\bequals|\bamount(?:s|ed|ing)? to|\bworks? out (?:to|at)|\bin other words,?|\bwhich is|\bmeaning|\btranslates? (?:in)?to) ]=]
local ALL = [[for (?:the |all |both |a )?(?:(?:family|household|group|team) of )?(?<n>two|both|couple|three|four|five|six|pair)\b(?! (?:years|months|weeks|days|quarters|decades|hours))]]
local COUNTED = { two = 2, both = 2, couple = 2, pair = 2, three = 3, four = 4, five = 5, six = 6 }

local LENGTH = { -- how many of the first go into one of the second, as people reckon
  day = { week = { 7, 5, 6 }, month = { 30, 31, 28, 20, 21, 22 }, quarter = { 90, 91, 92 }, year = { 365, 360, 250, 260 } },
  week = { fortnight = { 2 }, month = { 4, decimal("4.33"), 5 }, quarter = { 13, 12 }, year = { 52, 50, 48 } },
  fortnight = { month = { 2, decimal("2.17") }, year = { 26, 24 } },
  month = { quarter = { 3 }, half = { 6 }, year = { 12, 13 } }, quarter = { half = { 2 }, year = { 4 } }, half = { year = { 2 } },
}
local NAMES = { ["three months"] = "quarter", ["six months"] = "half", ["half-year"] = "half", ["two weeks"] = "fortnight",
  annum = "year", monthly = "month", annually = "year", yearly = "year", weekly = "week", daily = "day", quarterly = "quarter" }
local SLACK = 20 -- of so many parts one

local WORD = re.new("(?:" .. OF .. [[ (?:working )?)?(day|week|fortnight|month|quarter|year|annum|three months|six months|half-year|two weeks|monthly|annually|weekly|daily|quarterly|yearly)\b]])
local OWN = re.new("^(?:[ -](?!and |or |to |from |but )[a-z-]+){0,4}?,? (" .. PERIOD .. ")")
local EACH = re.new([[^(?:[ -](?!and |or )[a-z-]+){0,3}? (?:per (?:person|head|adult|child|member|worker|student|household)|each|apiece|every (?:person|adult|child))\b(?! (?:day|week|month|quarter|year))]])

local function period_of(text)
  local name = text and WORD:match(text)
  return name and (NAMES[name] or name)
end

-- The amounts before it, the nearest first, with what they are per.
local MOST = 5
local function before(claim)
  local out, all = {}, claim.doc.claims
  for i = claim.index - 1, math.max(1, claim.index - 12), -1 do
    local c = all[i]
    if c.block.index ~= claim.block.index or c.sentence.index < claim.sentence.index - 1 or #out == MOST then break end
    local value = c.value or c.high or c.low -- up to $750
    if c.is_claim and value and c.kind == claim.kind and c.dimension == claim.dimension and value:gt(0) then
      local after = c:after(60)
      out[#out + 1] = { claim = c, value = value, period = period_of(OWN:match(after)), each = EACH:find(after) ~= nil }
    end
  end
  -- $450 every quarter, or $900 for the two: the second is of a quarter as well
  local last
  for i = #out, 1, -1 do
    if out[i].period then last = out[i].period elseif last then out[i].period, out[i].inherited = last, true end
  end
  return out
end

local function factors(from, to)
  local up, down = LENGTH[from] and LENGTH[from][to], LENGTH[to] and LENGTH[to][from]
  return up or down, down ~= nil
end

local function fits(a, b, by, down)
  local half, value = a.claim.last_digit / 2, b.value * b.factor
  local amount = interval(a.value - half, a.value + half) * a.claim.factor
  local x = down and amount / by or amount * by
  return x:widen(value / SLACK):contains(value), x
end

-- Of two periods: nil where nothing is told, true where one fits, else the nearest
-- amount and what it makes.
local function judge_period(b, list, to)
  local found, made
  for _, a in ipairs(list) do
    if a.period == to and not a.inherited and a.value == b.value then return true, a end
    local by, down = factors(a.period or "", to)
    for _, n in ipairs(a.period and by or {}) do
      local fit, x = fits(a, b, n, down)
      if fit then return true, a end
      if not found or found == a and not made then found, made = a, x end
    end
  end
  return found and made, found
end

local function judge_all(b, list, n)
  local found, made
  for _, a in ipairs(list) do
    local fit, x = fits(a, b, n, false)
    if fit then return true, a end
    if a.each and not found then found, made = a, x end
  end
  return made, found
end

-- $60 million over five years, or $12 million a year; $2.4 billion for 1.2 million
-- households, an average of $2,000 per household.
local NUMBERS = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, twelve = 12 }
local OVER = re.new([[^[^.;,\d]{0,50}? (?:over|in|for|across|during|within) (?:the |a )?(?:next |past |last |coming |first )?(?:period of )?(two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})[ -](year|month|week|day|quarter)s?\b]])
local function judge_span(b, list, to)
  local found, made
  for _, a in ipairs(list) do
    local n, unit = OVER:match(a.claim:after(90))
    n = n and (NUMBERS[n] or tonumber(n))
    if n and n > 1 and unit == to and not a.period then
      local fit, x = fits(a, b, n, true)
      if fit then return true, a end
      if not found then found, made = a, x end
    end
  end
  return made, found
end

-- Counts of the noun before it, in its sentence or the one before.
local function counts_of(b, noun)
  local out, all = {}, b.doc.claims
  local stem = noun:sub(1, math.max(4, #noun - 2))
  for i = b.index - 1, math.max(1, b.index - 12), -1 do
    local c = all[i]
    if c.block ~= b.block or c.sentence.index < b.sentence.index - 1 then break end
    local counted = c.kind == "count" and c.value and c.value:gt(1)
    if counted and (c.unit:find(stem, 1, true) == 1 or c:after(40):lower():find("^ ?%l* ?" .. stem)) then out[#out + 1] = c end
  end
  return out
end

local function judge_each(b, list, noun)
  local found, made
  local counts = #noun > 3 and counts_of(b, noun) or {}
  for _, a in ipairs(list) do
    for _, n in ipairs(counts) do
      local fit, x = fits(a, b, n.value, true)
      if fit then return true, a end
      if not found and a.claim.sentence == b.sentence and not a.period then found, made = a, x end
    end
  end
  return made, found
end

local LOOSE = re.new([=[^(?:or|[(\[])]=])
return {
  api = 1,
  id = "per-mismatch",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      JOIN .. ROUGH .. AMOUNT .. ",? ?(?<t>" .. PERIOD .. ")(?<n>)",
      JOIN .. ROUGH .. AMOUNT .. ",? ?(?<t>)" .. ALL,
      [[(?<join>\bor|[(\[]|\bthat is|\bwhich is|\baverag(?:e|es|ed|ing)(?: of)?) ]] .. ROUGH .. AMOUNT .. [[ (?:per|for each|for every|each|an?) (?<n>(?!head|cent|year|month|week|day|quarter|hour|share|unit)[a-z]{4,})\b(?<t>)]],
    },
  },
  summary = {
    zh = "按月与按年（或每人与合计）说的同一数额不符",
    en = "an amount per month and the same per year, or of one and of all, disagree",
  },
  explain = {
    zh = [[“每月57元，即每年685元”“每人750元，两人合计1500元”：同一数额按两种时间或按人数说出，应相互折算得出，留百分之五的余地。
只以“或”或括号相连的，改动一处笔误即相符时才报告。]],
    en = [["$57 a month or $685 a year", "$750 per person, or $1,500 for the two of them" tell one amount twice. A twentieth is
allowed, and weeks of five days and months of four weeks. What is joined by "or" or a bracket may be an alternative: there only a slip of
the pen is reported.]],
  },
  messages = {
    base = {
      zh = "{other} 折算为 {computed}，此处为 {stated}",
      en = "{other} makes {computed}, here it is {stated}",
    },
  },
  examples = {
    bad = {
      { [[The plan sets aside $60 million over five years, or $21 million a year.]], at = "$21 million" },
      { [[We will give $2.76 billion to 1.2 million households, an average of $3,200 per household.]], at = "$3,200" },
      { [[They will pay an additional $57 per month or $865 per year typically.]], at = "$865" },
      { [[They should receive up to $750 per person every three months, or $1,050 for the two of them together.]], at = "$1,050" },
      { [[They may each receive $450 every quarter, or $900 for the couple together. That is the same as $450 each month for the couple.]], at = "$450", nth = 2 },
      { [[A household may earn $12,000 a year, in other words an average of $10,000 a month.]], at = "$10,000" },
      { [[The grant of £20 a week is equivalent to £1,400 a year.]], at = "£1,400" },
      { [[The fee is $1.8 million a quarter, which is $2.7 million a year.]], at = "$2.7 million" },
    },
    good = {
      [[The plan sets aside $60 million over five years, or $12 million a year. We will give $2.76 billion to 1.2 million households, an average of $2,300 per household.]],
      [[The fund has $60 million over five years, or $250 a month for each of them. There are 450 beds in 12 wards, an average of 40 per ward.]],
      [[They will pay an additional $57 per month or $685 per year typically; a pass costs $5 a day or $120 a month.]],
      [[They should receive up to $750 per person every three months, or $1,500 for the two of them together. That is equivalent to $500 each month for the couple.]],
      [[They may each receive $450 every quarter, or $900 for the couple together. That is the same as $300 each month for the couple.]],
      [[A household may earn $12,000 a year, in other words an average of $1,000 a month. Tickets are $10 each or $18 for the two.]],
      [[The grant of £20 a week is equivalent to £1,040 a year, that is £87 a month. He works 38 hours a week or 8 hours a day.]],
      [[Take 250 mg orally 4 times a day or 500 mg twice a day for 14 days; 40 hours a week (8 hours a day).]],
    },
  },
  check = function(m, report)
    local b = m:figure("b")
    if not b or not b.value or not b.value:gt(0) or b.unit == "" then return end
    local list = before(b)
    if #list == 0 then return end
    local made, a
    local loose = LOOSE:find(m.join)
    if COUNTED[m.n] then
      made, a = judge_all(b, list, COUNTED[m.n])
    elseif m.n ~= "" then
      made, a = judge_each(b, list, m.n)
      loose = true
    else
      made, a = judge_period(b, list, period_of(m.t))
      if not made then
        made, a = judge_span(b, list, period_of(m.t))
        loose = true
      end
    end
    if not made then return end
    if made == true then
      report.agrees { at = b, related = a.claim, how = a.claim.text .. " " .. (a.period or "") }
      return
    end
    local want = made / b.factor
    local half = b.last_digit / 2
    local slip = near.within(b.value, want:widen(half), b.last_digit)
    if loose and not slip then return end
    local shown = lib("show").like(made, b)
    report { at = b, related = a.claim, expected = shown, values = { other = a.claim.text, computed = shown } }
  end,
}
