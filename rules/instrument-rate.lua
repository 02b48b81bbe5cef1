-- 2.53% senior notes due 2024 here, 2.350% senior notes due 2024 in the table:
-- a debt instrument is named by its rate and the year it is due.
local RATE = [[(?<rate>\d{1,2}\.\d{1,3})% (?:[A-Za-z-]+ ){0,6}?(?<noun>[Nn]otes|[Bb]onds|[Dd]ebentures|[Dd]ebt [Ss]ecurities) (?:maturing |that are |which are )?(?:[Dd]ue )?(?:in |on )?(?:[A-Z][a-z]+\.? (?:\d{1,2}, )?)?(?<year>20\d\d)\b]]

local known = memo()

-- 2.350 and 2.35 are one rate.
local function digits_of(rate)
  local text = rate:gsub("0+$", "")
  return text
end

local function gather(m)
  if not m.text:lower():find(" due ", 1, true) and not m.text:find("maturing", 1, true) then return end
  local by = known[m.doc]
  if not by then
    by = { keys = {} }
    known[m.doc] = by
  end
  local key = m.noun:lower() .. " due " .. m.year
  if not by[key] then
    by[key] = {}
    table.insert(by.keys, key)
  end
  table.insert(by[key], { rate = digits_of(m.rate), at = m:place("rate") })
end

-- Two neighbouring digits swapped, and nothing else.
local function transposed(a, b)
  if #a ~= #b or a == b then return false end
  local x, y = a:gsub("%.", ""), b:gsub("%.", "")
  for i = 1, #x - 1 do
    if x:sub(1, i - 1) .. x:sub(i + 1, i + 1) .. x:sub(i, i) .. x:sub(i + 2) == y then return true end
  end
  return false
end

-- The rate that a rate told once was meant to be.
local function meant(places, one, count)
  for _, other in ipairs(places) do
    if transposed(one.rate, other.rate) and (count[other.rate] > 1 or other.at.sentence.cell) then return other end
  end
end

local function judge(places, report)
  local count = {}
  for _, p in ipairs(places) do count[p.rate] = (count[p.rate] or 0) + 1 end
  for i, p in ipairs(places) do
    local other = count[p.rate] == 1 and meant(places, p, count)
    if other then
      report { at = p.at, related = other.at, expected = other.at.text, values = { other = other.at.text } }
    elseif i == 2 and p.rate == places[1].rate then
      report.agrees { at = p.at, related = places[1].at, how = p.rate }
    end
  end
end

return {
  api = 1,
  id = "instrument-rate",
  severity = "warning",
  languages = { "en" },
  on = { pattern = RATE, set = true },
  summary = {
    zh = "同一债券的利率写成两种（2.53% 与 2.35% senior notes due 2024）",
    en = "the rate in the name of a debt instrument has two digits swapped",
  },
  explain = {
    zh = [[债券以利率和到期年份为名：“2.35% senior notes due 2024”。同类同年到期的利率，若仅有一处且两位数字与别处对调，则报告；
别处须出现两次以上，或在表格之中。]],
    en = [[Notes, bonds and debentures are named by their rate and the year they are due. A rate told once that is another of
that kind and year with two digits swapped is reported, where the other is told twice or stands in a table.]],
  },
  messages = {
    base = {
      zh = "利率此处为 {stated}%，别处为 {other}%（数字疑似颠倒）",
      en = "{stated}% here, {other}% elsewhere for the notes due in that year (two digits look transposed)",
    },
  },
  examples = {
    bad = {
      { "We sold $500.0 of 2.53% senior unsecured notes due September 15, 2024.\n\n| Debt | 2019 |\n|---|---|\n| $500 2.350% senior notes due 2024 | 500.0 |\n| $700 2.950% senior notes due 2029 | 700.0 |",
        at = "2.53" },
      { [[The 4.75% Senior Notes due 2027 were sold in May. We redeemed the 4.57% Senior Notes due 2027 in part; the 4.75% Senior Notes due 2027 remain.]], at = "4.57" },
    },
    good = {
      "We sold $500.0 of 2.35% senior unsecured notes due September 15, 2024.\n\n| Debt | 2019 |\n|---|---|\n| $500 2.350% senior notes due 2024 | 500.0 |\n| $700 2.950% senior notes due 2029 | 700.0 |",
      [[The 4.75% Senior Notes due 2027 were sold with the 3.98% Senior Notes due 2028. The 3.25% notes due 2027 remain.]],
    },
  },
  check = function(item, report)
    if item.type == "match" then return gather(item) end
    for _, doc in ipairs(item.documents) do
      local by = known[doc]
      for _, key in ipairs(by and by.keys or {}) do judge(by[key], report) end
    end
  end,
}
