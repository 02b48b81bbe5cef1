-- 39°F (4°C), 5 miles (8 km), 0.25 ml/kg (0.11 ml/lb): one measure in two units.
local SLACK, WARM = 20, decimal("0.6") -- of so many parts one: 100 yards (90 m); degrees Celsius
local near = lib "near"
local en, zh = lexicon "en/conversion", lexicon "zh/conversion"
local NUMBER = [[(?:[−-]?\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)]]
local WORDS = { one = 1, two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12 }
local SCALES = { thousand = 3, million = 6, billion = 9, trillion = 12, ["万"] = 4, ["亿"] = 8, ["千"] = 3 }
local SCALE = [[(?: ?(?:thousand|million|billion|trillion)|[万亿千])?]]
local ROUGH = "(?:about |approximately |approx\\.? |roughly |around |nearly |almost |some |or |i\\.e\\.,? |equal to |equivalent to |~|≈|=|约合?|合|即)?"
local WORD = "(?:" .. en:any("word") .. "|" .. zh:any("word") .. ")"
local UNIT = "(?:per |[a-zµμ]{1,5}/)?" .. WORD .. "(?:(?:/| per )" .. WORD .. ")?" -- each WORD is 2 KB
local TO = "(?:[–-]| to | and |至|到)"
local SHORT = [=[(?:\s?[(\[][A-Za-zµ°/]{1,6}[)\]])?]=] -- parts per billion (ppb)
local ONE = [=[[$£€]?(?:(?<first>]=] .. NUMBER .. [[)(?:\s?]] .. UNIT .. [[)?]] .. TO .. [[)?(?<n>]] .. NUMBER .. [[)(?<scale>]] .. SCALE .. [[)\s?-?(?<unit>]] .. UNIT .. [[)]]
local FIRST = [=[(?:(]=] .. NUMBER .. [[)(?:\s?]] .. UNIT .. [[)?]] .. TO .. [[)?(]] .. NUMBER .. [[)(]] .. SCALE .. [[)\s?-?(]] .. UNIT .. [[)]]
-- 5 feet 10 inches, 1/2 mile and 1990–91 km are no number of a unit.
local BEFORE = re.new([=[(?:^|[^\d.,–−/½¼¾A-Za-z-])]=] .. FIRST .. "(?: (?!per )[a-z]{3,12})?" .. SHORT .. [[\s?$]])
local COMPOUND = re.new([[\d[ -]?(?:feet|foot|ft|pounds|pound|lbs?|miles?|stone|meters?|metres?|m|kg|hours?|°|gallons?|pints?|quarts?|yards?)(?:,| and)? $|\d (?:and )?\d$]])
local PER = re.new("^(.*?)(?:/|(?:^| )per )(.+)$")

local LOOSE = re.new("^(?:/|, or )") -- what need not be the same measure

-- The dimension and the factors of a unit; of ml/kg what a kilogram has.
local function unit_of(word)
  local row = en:find(word) or zh:find(word)
  if row then return row.dimension, row.factor end
  local of, per = PER:match(word)
  local below = per and (en:find(per) or zh:find(per))
  if not below or below.dimension == "temperature" then return nil end
  local above = en:find(of) or zh:find(of)
  return (above and above.dimension or of) .. "/" .. below.dimension, above and above.factor or "1", below.factor
end

-- What the printed number may stand for: half a unit of its last digit that is no
-- zero, for round numbers are rounded. A temperature is rounded to fives.
local function range_of(text, scale, warm)
  scale = scale:gsub("^%s", "")
  local power = SCALES[scale] or 0
  local value = decimal(WORDS[text] or (text:gsub(",", ""):gsub("−", "-")))
  local point = text:find(".", 1, true)
  local zeros = point and 0 or #text:match("0*$")
  local half = point and decimal("0." .. ("0"):rep(#text - point) .. "5") or decimal("0.5") * decimal("1" .. ("0"):rep(zeros))
  if half > value:abs() / SLACK and zeros > 0 then half = value:abs() / SLACK end
  if warm and not point and value:abs():lt(100) then half = text:find("[05]$") and decimal(1) or decimal("0.5") end
  local by = decimal("1" .. ("0"):rep(power))
  return { value = value * by, half = half * by }
end

-- All products of a number by a factor of one list and through one of another.
local function each(factors, by)
  local out = {}
  for f in factors:gmatch("[^|]+") do out[#out + 1] = by and decimal(1) / decimal(f) or decimal(f) end
  return out
end

-- The least and the most that one unit of the first is in the second.
local function rate(from, to)
  local low, high = decimal(1), decimal(1)
  for _, list in ipairs { each(from[1]), each(to[1], true), from[2] and each(from[2], true) or {}, to[2] and each(to[2]) or {} } do
    local least, most = list[1], list[1]
    for _, f in ipairs(list) do
      if f < least then least = f end
      if f > most then most = f end
    end
    if least then low, high = low * least, high * most end
  end
  return low, high
end

-- The ends of what a number of one unit is in another; of a temperature also as a
-- difference: warmer by 2°C (3.6°F).
local function converted(value, from, to, difference)
  if from[1] == "F" or from[1] == "C" then
    local zero = difference and 0 or 32
    if from[1] == "F" then value = (value - zero) * 5 / 9 else value = value * 9 / 5 + zero end
    return value, value
  end
  local least, most = rate(from, to)
  return value * least, value * most
end

-- Is the first, which is taken as exact, what the second prints, with some slack
-- for what is said roughly?
local function reaches(value, stated, rounding, from, to, difference)
  local low, high = converted(value, from, to, difference)
  local warm = to[1] == "C" and WARM or to[1] == "F" and WARM * 9 / 5
  local slack = rounding + (warm or stated:abs() / SLACK)
  return stated - slack <= high and stated + slack >= low
end

-- One of the two was measured, and the other is it, rounded.
local function meets(a, b, from, to, difference)
  return reaches(a.value, b.value, b.half, from, to, difference) or reaches(b.value, a.value, a.half, to, from, difference)
end

-- Four digits of it, two of a range.
local function shown(low, high)
  local places = low:abs():lt(1) and 4 or low:abs():lt(100) and 2 or 0
  local a, b = low:round(places):text(), high:round(places):text()
  return a == b and a or a .. "–" .. b
end

-- 99.5°C [37.5°C]: the one is the other in the other unit.
local SCALES_OF = { { { "F" }, { "C" } }, { { "C" }, { "F" } } }
local function same_unit(m, other, word, report)
  local dimension = unit_of(word)
  if dimension ~= "temperature" or other == m.n or LOOSE:find(m[0]) then return end
  local told, stated = range_of(other, "", true), range_of(m.n, m.scale, true)
  for _, way in ipairs(SCALES_OF) do
    if meets(told, stated, way[1], way[2]) then
      report { at = m:place("said"), stated = m.said, message = "unit", values = { other = other .. " " .. word } }
      return
    end
  end
end

return {
  api = 1,
  id = "conversion-mismatch",
  severity = "warning",
  on = {
    pattern = {
      [=[[(\[]]=] .. ROUGH .. "(?<said>" .. ONE .. ")" .. SHORT .. [=[[)\];,]]=],
      [[(?:/| = |, (?:or|i\.e\.,?|that is,?|equal to|equivalent to) (?:about |approximately |roughly |around |some )?|,(?:约合|合|即)约?)(?<said>]] .. ONE .. [[)(?=[)\];,.]|。|$| [a-z])(?! per )]],
    },
  },
  summary = {
    zh = "换算成另一单位的数字不符（39°F（93°C））",
    en = "a measure and its conversion into another unit differ: 39°F (93°C)",
  },
  explain = {
    zh = [[“5英里（8公里）”：括号内是同一数量换成另一单位。两者按各自末位（整数按末尾的零）取整，并留百分之五的余地，仍不相符的，
数字或单位有一处写错。单位及换算系数见词表 en/conversion、zh/conversion。]],
    en = [["5 miles (8 km)", "0.25 ml/kg (0.11 ml/lb)", "75 ppb (0.075 ppm)" say one measure twice. Both are rounded as printed
(whole numbers by their zeros) and may be a twentieth apart; beyond that a number or a unit is wrong. Units and factors are rows of
the lexicons en/conversion and zh/conversion. What is said with "or" or a stroke is reported where a slip of the pen explains it.]],
  },
  messages = {
    base = { zh = "{other}合{computed}{unit}，此处为{stated}", en = "{other} are {computed} {unit}, here it is {stated}" },
    unit = { zh = "{other}与{stated}是同一温度的两种单位，却都写作同一单位", en = "{other} and {stated} are one temperature in two units, and both have the same" },
  },
  examples = {
    bad = {
      { [[Fever was a temperature >100.4°C [38.0°C] in the clinic.]], at = "38.0°C" },
      { [[Swabs were stored at 93°F (4°C) and analysed within 24 hours.]], at = "4°C" },
      { [[Vaccine must be shipped at 10 C (60 F) or colder.]], at = "60 F" },
      { [[It should be stored at 2-8 C (35.6-64.4 F) or colder.]], at = "35.6-64.4 F" },
      { [[The freezer is kept between −50°C and −15°C (−58°F and +5°F), the room at 20 to 24 degrees Celsius (68 to 57 degrees Fahrenheit).]], at = "68 to 57 degrees Fahrenheit" },
      { [[The dose is 0.25 ml/kg (0.55 ml/lb) of body weight.]], at = "0.55 ml/lb" },
      { [[Yields reached 60 bushels per acre; costs were $250 per acre ($168 per hectare).]], at = "$168 per hectare" },
      { [[In 2008 the standard was 75 parts per billion (ppb) (0.75 parts per million [ppm]).]], at = "0.75 parts per million" },
      { [[The limit is 300 ppb (3.0 ppm) at most.]], at = "3.0 ppm" },
      { [[The fire burned 1,200 acres (4,860 hectares) of pine forest.]], at = "4,860 hectares" },
      { [[The park has 1.2 million acres (4.9 million hectares).]], at = "4.9 million hectares" },
      { [[The road is 12 miles (91 km) long.]], at = "91 km" },
      { [[Stay two meters (16 feet) apart.]], at = "16 feet" },
      { [[Tyres were at 32 psi (2,200 kPa).]], at = "2,200 kPa" },
      { [[Rain reached 30 inches (76 mm).]], at = "76 mm" },
      { [[The pipe is 30 inches, or 67 cm, wide.]], at = "67 cm" },
      { [[新修公路12英里(约91公里)。]], at = "91公里" },
      { [[流转土地1500亩,合1000公顷。]], at = "1000公顷" },
    },
    good = {
      [[Swabs were stored at 39°F (4°C); the fire burned 1,200 acres (486 hectares); stay 6 feet (2 m) apart, 100 yards (90 m) at night. Fever is 100.4°F (38.0°C) or more. The road is 12 miles (19 km) long. It holds 500 gallons (1,890 liters).]],
      [[The water was at 12°C (13°C) in the morning; the oven at 180°C (160°C with a fan).]],
      [[The plot of 5 acres (20 m wide) lies 3 miles (see map) from town; it rained 12 days (3 mm).]],
      [[Ship at 10 C (50 F) and store at 2-8 C (35.6-46.4 F); the dose is 0.25 ml/kg (0.11 ml/lb). The standard was 75 parts per billion (ppb) (0.075 parts per million [ppm]), down from 80 ppb (0.08 ppm).]],
      [[It will be warmer by 2°C (3.6°F), at 1.5 to 2 C (2.7 to 3.6 F) above normal; the oven was at 350°F (180°C), the cellar at 60 F (15 C).]],
      [[He was 5 feet 10 inches (178 cm) tall and ran 1/2 mile (0.8 km), then 1 1/2 miles (2.4 km), 5 km or 10 miles on Sundays, 60 miles/100 km in all.]],
      [[It took 20 mg/5 ml (4 mg/ml), 10 km/2 miles of track, 80 kg/ha (71 lb/acre), 2 tons (1.8 tonnes), 150 pounds (68 kg), 3 ounces (85 g), 30 inches (76 cm), 2.2 lb/1 kg.]],
      [[新修公路12英里(约19公里),流转土地1500亩(100公顷),水温39.2°F(4℃)。]],
      [[流转土地1500亩,合100公顷;面积3万亩(2000公顷),亩产500公斤(1000斤)。]],
    },
  },
  check = function(m, report)
    local at = m:place()
    local before = at:before(90)
    local begins = BEFORE:find(before)
    if not begins then return end
    local first, other, scale, word = BEFORE:match(before)
    if word == m.unit then return same_unit(m, other, word, report) end
    if COMPOUND:find(before:sub(1, before:byte(begins) < 128 and begins or begins - 1)) then return end
    local from_dim, f1, f2 = unit_of(word)
    local to_dim, t1, t2 = unit_of(m.unit)
    if not from_dim or from_dim ~= to_dim then return end
    local from, to = { f1, f2 }, { t1, t2 }
    if f1 == t1 and f2 == t2 or ((first or "") == "") ~= ((m.first or "") == "") then return end
    local warm = from_dim == "temperature"
    local pairs_of = { { other, m.n } }
    if m.first and m.first ~= "" then pairs_of[2] = { first, m.first } end
    local loose = LOOSE:find(m[0]) ~= nil
    for _, p in ipairs(pairs_of) do
      local told, stated = range_of(p[1], scale, warm), range_of(p[2], m.scale, warm)
      local low, high = converted(told.value, from, to)
      local fits = meets(told, stated, from, to) or warm and meets(told, stated, from, to, true)
      local slip = not loose or near.within(stated.value, interval(low, high):widen(stated.half), stated.half * 2)
      if not fits and slip then
        report {
          at = m:place("said"), stated = m.said,
          values = { other = p[1] .. scale .. " " .. word, computed = shown(low, high), unit = m.unit },
        }
        return
      elseif fits then
        report.agrees { at = m:place("n"), how = p[1] .. " " .. word .. " = " .. p[2] .. " " .. m.unit }
      end
    end
  end,
}
