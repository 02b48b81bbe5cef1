-- 72.7% of schools, 79.1% of students, overall 57.5%; 400 m2 (80 m x 5 m): a figure
-- that is said to be the product of two.

local near = lib "near"
local MOST = 3 -- shares before the overall one that are paired

local OVERALL = [[\b(?:overall|combined|total|cumulative) (?:response|participation|completion|retention|uptake|success)[ -]rates?\b(?:[^.;%]|i\.e\.){0,110}? (?<r>\d{1,2}(?:\.\d+)?)(?:%| per ?cent)]]
local SIDE = [[(\d[\d,]*(?:\.\d+)?) ?(?:m|km|cm|mm|ft|feet|metres|meters|yards|miles|miles?|inches|in)? ?(?:x|×|by) ?(\d[\d,]*(?:\.\d+)?) ?(?:m|km|cm|mm|ft|feet|metres|meters|yards|miles?|inches|in)\b]]
local AREA = [=[(?<![\d.,])(?<n>\d[\d,]*(?:\.\d+)?) ?(?:(?:k|c|m)?m(?:2|²)|(?:sq|square) ?(?:m|km|ft|metres?|meters?|feet|yards?|miles?|kilomet(?:er|re)s?|inches))\s?[(\[](?<sides>[^()\[\]]{3,60})[)\]]]=]
local SIDES = re.new(SIDE)

local function number(text) return decimal((text:gsub(",", ""))) end

-- The shares told before the overall one, in its sentence or the one before.
local function shares_before(rate)
  local out, all = {}, rate.doc.claims
  for i = rate.index - 1, math.max(1, rate.index - 12), -1 do
    local c = all[i]
    if c.block ~= rate.block or c.sentence.index < rate.sentence.index - 1 or #out == MOST then break end
    if c.kind == "percent" and c.value and c.bound == "exact" and not c:has("growth") then out[#out + 1] = c end
  end
  return out
end

local function overall(m, report)
  local rate
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "percent" and c.number_text == m.r and c.value then rate = c end
  end
  local list = rate and shares_before(rate) or {}
  for i = 1, #list do
    for k = i + 1, #list do
      local made = list[i].interval * list[k].interval / 100
      if made:widen(rate.last_digit):meets(rate.interval) then
        report.agrees { at = rate, related = { list[k], list[i] }, how = made:text() }
        return
      end
    end
  end
  if #list < 2 then return end
  local made = list[1].interval * list[2].interval / 100
  local kind, value = near.within(rate.value, made:widen(rate.last_digit / 2), rate.last_digit)
  if kind ~= "transposed" and kind ~= "digit" then return end
  report {
    at = rate, related = { list[2], list[1] }, expected = value:text() .. "%",
    values = { a = list[2].text, b = list[1].text, computed = value:text() .. "%" },
  }
end

local SLACK = 20
local function area(m, report)
  local stated = number(m.n)
  for a, b in SIDES:gmatch(m.sides) do
    local made = number(a) * number(b)
    local fits = (made - stated):abs() <= stated / SLACK
    if fits then
      report.agrees { at = m:place("n"), how = a .. " × " .. b }
    elseif near.miss(stated, made) or made < stated * 4 and stated < made * 4 then
      report {
        at = m:place("sides"), related = m:place("n"), expected = made:text(), stated = m.sides,
        values = { a = a, b = b, computed = made:text() },
      }
      return
    end
  end
end

return {
  api = 1,
  id = "product-mismatch",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { OVERALL, AREA } },
  summary = {
    zh = "总的比率（或面积）与两数之积不符",
    en = "an overall rate or an area is not the product of its two figures",
  },
  explain = {
    zh = [[“学校应答率72.7%，学生应答率79.1%，总应答率57.5%”：总应答率为两者之积；“400 m2（80m x 5m）”：面积为两边之积。]],
    en = [[The overall response rate is the product of the rates of its two stages, which stand before it; an area is the product
of the sides in brackets. Of the rates only a slip of the pen is reported, for others may be meant.]],
  },
  messages = {
    base = { zh = "{a} 与 {b} 之积为 {computed}，此处为 {stated}", en = "{a} times {b} makes {computed}, here it is {stated}" },
  },
  examples = {
    bad = {
      { [[The school response rate was 72.7%, the student response rate was 79.1%, and the overall response rate (i.e., [student response rate] x [school response rate]) was 75.5%.]], at = "75.5%" },
      { [[Schools took part in 81.2% of cases. Of students 60.4% answered, for an overall participation rate of 94.0%.]], at = "94.0%" },
      { [[Squares were mapped with a minimum area of 400m2 (20m x 20m through to 80m x 8m).]], at = "20m x 20m through to 80m x 8m" },
    },
    good = {
      [[The school response rate was 72.7%, the student response rate was 79.1%, and the overall response rate (i.e., [student response rate] x [school response rate]) was 57.5%.]],
      [[Schools took part in 81.2% of cases. Of students 60.4% answered, for an overall participation rate of 49.0%.]],
      [[Squares were mapped with a minimum area of 400m2 (20m x 20m through to 80m x 5m), each of 1 km2 (1,000 m x 1,000 m).]],
      [[Men answered in 62.1% and women in 68.4% of cases; the overall response rate was 65.2%.]],
    },
  },
  check = function(m, report)
    if m.text:find("rate", 1, true) then overall(m, report) else area(m, report) end
  end,
}
