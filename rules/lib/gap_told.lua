-- gap_told: an English difference that is told between two figures of the sentence:
-- (16.32 per 100,000) was 18.53 lower than elsewhere (34.85 per 100,000); 612 for men
-- and 498 for women, a gap of 114.
--
-- patterns for on.pattern, and check(m): the difference, its two figures, and nil where
-- they make it, else { what they make, the kind of slip }; nil where nothing is told.
-- Only a slip of the pen counts: which figures are meant is open.

local near = lib "near"
local gap_told = {}

gap_told.patterns = {
  [[\d[\d,.]+\d%?(?: per [\d,]+| [a-z]+){0,4}? (?<w>higher|lower|greater|fewer|more|less|larger|smaller|longer|shorter|older|younger)(?: [a-z]+){0,3} than\b]],
  [[(?<w>\b[Gg]ap|\b[Dd]ifference|\b[Mm]argin|\b[Dd]isparity) of (?=[$£€]?\d[\d,.]+\d)]],
}
local GAP = re.new([[^(?:gap|difference|margin|spread|disparity)]], "i")

local DIGITS = 3 -- of what may be told to have a slip
local MOST = 6   -- figures of a sentence that are paired

-- May c be one of the two figures that d lies between?
local function comparable(c, d)
  if not c.is_claim or not c.value or c.index == d.index or c.bound ~= "exact" or c:has("increment") or c:has("growth") then return false end
  if c.decimals ~= d.decimals then return false end
  if d.kind == "point" then return c.kind == "percent" end
  return c.kind == d.kind and c.dimension == d.dimension and c.direction == ""
end

local LEAD = re.new([[^(?:per [\d,]+|[^,;()\d]){0,60}$]])
-- The difference: the last figure before the word, the next behind a gap of.
local function told(m, w)
  local gap, last = w:before(80), nil
  for _, c in ipairs(m.sentence.claims) do
    local _, to = gap:find(c.text, 1, true)
    if c.is_claim and c.value and to and LEAD:find(gap:sub(to + 1)) then last = c end
  end
  return last
end

local function next_figure(m)
  local behind = m:place():after(24)
  for _, c in ipairs(m.sentence.claims) do
    if behind:find(c.text, 1, true) == 1 then return c end
  end
end

local function difference(a, b)
  local x, y = a.amount, b.amount
  if not (x.low and x.high and y.low and y.high) then return nil end
  local gap = x - y
  return gap.high:lt(0) and interval(0, 0) - gap or gap
end

function gap_told.check(m)
  local is_gap = GAP:find(m.w) ~= nil
  local d = is_gap and next_figure(m) or not is_gap and told(m, m:place("w"))
  if not d or not d.value or d.digits < DIGITS or d.bound ~= "exact" then return nil end
  local list, first, second, behind = {}, nil, nil, nil
  for _, c in ipairs(m.sentence.claims) do
    if comparable(c, d) then
      list[#list + 1] = c
      if c.index < d.index then first, second = c, first elseif not is_gap then behind = behind or c end
    end
  end
  second = behind or second
  if #list < 2 or #list > MOST or not (first and second) then return nil end
  local printed = d.kind == "point" and d.interval or d.amount
  for i, a in ipairs(list) do
    for k = i + 1, #list do
      local gap = difference(a, list[k])
      if gap and gap:widen(d.last_digit * (d.kind == "point" and 1 or d.factor)):meets(printed) then return d, { a, list[k] } end
    end
  end
  local gap = difference(first, second)
  local scale = d.kind == "point" and decimal(1) or d.factor
  local kind = gap and near.within(d.value, gap / scale, d.last_digit)
  if kind ~= "transposed" and kind ~= "digit" then return nil end
  return d, { first, second }, gap
end

return gap_told
