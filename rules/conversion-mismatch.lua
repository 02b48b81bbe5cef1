-- 39°F (4°C), 5 miles (8 km): one measure in two units, the second in brackets.
local SLACK = 20 -- of so many parts one: 100 yards (90 m)
local en, zh = lexicon "en/conversion", lexicon "zh/conversion"
local NUMBER = [[[−-]?\d[\d,]*(?:\.\d+)?]]
local ROUGH = "(?:about |approximately |roughly |around |or |~|≈|约合?|合|即)?"
local UNIT = en:any("word") .. "|" .. zh:any("word")
local BEFORE = re.new("(?:^|[^\\d.,–−-])(" .. NUMBER .. ")(万?)[ -]?(" .. UNIT .. ")(?: [a-z]{3,12})?\\s?$")

local function row_of(word)
  return en:find(word) or zh:find(word)
end

-- What the printed number may stand for: half a unit of its last digit that is no
-- zero, for round numbers are rounded.
local function range_of(text)
  local value = decimal((text:gsub(",", ""):gsub("−", "-")))
  local point = text:find(".", 1, true)
  local zeros = point and 0 or #text:match("0*$")
  local half = point and decimal("0." .. ("0"):rep(#text - point) .. "5") or decimal("0.5" ) * decimal("1" .. ("0"):rep(zeros))
  return value, half
end

-- The ends of what a number of one unit is in another.
local function converted(value, half, from, to)
  if from.factor == "F" then return (value - half - 32) * 5 / 9, (value + half - 32) * 5 / 9 end
  if from.factor == "C" then return (value - half) * 9 / 5 + 32, (value + half) * 9 / 5 + 32 end
  local low, high
  for a in from.factor:gmatch("[^|]+") do
    for b in to.factor:gmatch("[^|]+") do
      local least, most = (value - half) * decimal(a) / decimal(b), (value + half) * decimal(a) / decimal(b)
      if not low or least < low then low = least end
      if not high or most > high then high = most end
    end
  end
  return low, high
end

-- Do the two meet, with some slack for what is said roughly?
local function meets(low, high, value, half, affine)
  local slack = affine and decimal("0.6") or value:abs() / SLACK
  return value - half - slack <= high and value + half + slack >= low
end

return {
  api = 1,
  id = "conversion-mismatch",
  severity = "warning",
  on = {
    pattern = [=[[(\[]]=] .. ROUGH .. "(?<said>(?<n>" .. NUMBER .. ")(?<wan>万?)[ -]?(?<unit>" .. UNIT .. [=[))[)\]]]=],
  },
  summary = {
    zh = "括号内换算成另一单位的数字不符（39°F（93°C））",
    en = "a measure and its conversion in brackets differ: 39°F (93°C)",
  },
  explain = {
    zh = [[“5英里（8公里）”：括号内是同一数量换成另一单位。两者按各自末位（整数按末尾的零）取整，并留百分之五的余地，仍不相符的，
数字或单位有一处写错。单位及换算系数见词表 en/conversion、zh/conversion。]],
    en = [["5 miles (8 km)" says one measure twice. Both are rounded as printed (whole numbers by their zeros) and may be
a twentieth apart; beyond that a number or a unit is wrong. Units and factors are rows of the lexicons en/conversion and zh/conversion.]],
  },
  messages = {
    base = { zh = "{other}合{low}至{high}{unit}，括号内为{stated}", en = "{other} are {low} to {high} {unit}, the brackets have {stated}" },
  },
  examples = {
    bad = {
      { [[Swabs were stored at 93°F (4°C) and analysed within 24 hours.]], at = "4°C" },
      { [[The fire burned 1,200 acres (4,860 hectares) of pine forest.]], at = "4,860 hectares" },
      { [[The road is 12 miles (91 km) long.]], at = "91 km" },
      { [[新修公路12英里(约91公里)。]], at = "91公里" },
    },
    good = {
      [[Swabs were stored at 39°F (4°C); the fire burned 1,200 acres (486 hectares); stay 6 feet (2 m) apart, 100 yards (90 m) at night. Fever is 100.4°F (38.0°C) or more. The road is 12 miles (19 km) long. It holds 500 gallons (1,890 liters).]],
      [[The plot of 5 acres (20 m wide) lies 3 miles (see map) from town; it rained 12 days (3 mm).]],
      [[新修公路12英里(约19公里),流转土地1500亩(100公顷),水温39.2°F(4℃)。]],
    },
  },
  check = function(m, report)
    local at = m:place()
    local other, other_wan, word = BEFORE:match(at:before(48))
    local from, to = word and row_of(word), row_of(m.unit)
    if not from or word == m.unit or from.dimension ~= to.dimension or from.factor == to.factor then return end
    local value, half = range_of(other)
    local stated, rounding = range_of(m.n)
    if other_wan ~= "" then value, half = value * 10000, half * 10000 end
    if m.wan ~= "" then stated, rounding = stated * 10000, rounding * 10000 end
    local low, high = converted(value, half, from, to)
    local place = m:place("n")
    if meets(low, high, stated, rounding, from.dimension == "temperature") then
      report.agrees { at = place, how = other .. " " .. word .. " = " .. m.n .. " " .. m.unit }
      return
    end
    report {
      at = m:place("said"), stated = m.n .. " " .. m.unit,
      values = { other = other .. other_wan .. " " .. word, low = low:round(1), high = high:round(1), unit = m.unit },
    }
  end,
}
