-- scale_pair: two figures that are set side by side, a level and what it came from, a step
-- and its level, and whether one of them has the scale word or the unit of another order.
--
-- judge(link, report): a link "pair"; reported as unit-scale does.

local scale_pair = {}

-- from $1.5 billion to $1.6 million; 12‰ to 15%: printed alike, and worlds
-- apart, or of other units.
local ALIKE, APART = 4, 50
local function alike(a, b)
  local x, y = a.value / a.scale, b.value / b.scale
  return x:gt(0) and y:gt(0) and x <= y * ALIKE and y <= x * ALIKE
end

local function apart(a, b)
  local x, y = a.amount, b.amount
  return x.low and y.low and (x.low > y.low * APART or y.low > x.low * APART)
end

local stepped = memo()
local MANY = 10 -- times its level
-- What may have been negative before, and have risen by more than it is.
local SIGNED = re.new([[\b(?:gr[eo]w\w*|margins?|balance\w*|surplus\w*|deficits?|inflation\w*|ratios?|returns?|yields?|chang\w+|negative|minus|f[ae]ll\w*|declin\w+|contract\w+|loss\w*)\b|[增涨跌降负亏]|利润|毛利|收益|回报|余额|通胀|价格]], "i")
-- Points between amounts; many more points than there are per cent.
local function judge_step(link, report)
  local step, level = link.increment, link.level
  if step.kind ~= "point" or not (step.value and level.value) then return false end
  local amounts = level.kind == "amount" or level.kind == "count" and level.unit ~= "" -- not Quarter 3
  local more = level.kind == "percent" and step.direction == "up" and step.unit == "pp" and step.value >= level.value * MANY
    and not SIGNED:find(step.sentence.text)
  if (amounts or more) and not stepped[step] then
    stepped[step] = true
    report { at = step, related = { level, link.base }, message = "step", values = { level = level.text } }
  end
  return true
end

-- From 78% of GDP to £98 billion.
local function share_of_money(a, b)
  return a.kind == "percent" and b.dimension:find("^money") ~= nil
end

-- A deficit of $5.1 million, of $29.2 billion and $24.1 billion: would it be
-- what the others give in the scale that they have?
local GIVEN = "another scale makes it what the figures beside it give" -- reason of a link
local function of_rate(x, a, p)
  local one = interval(1, 1)
  return x:meets(a * p) or a:meets(x * p) or x:meets(a * (one + p)) or x:meets(a * (one - p)) or a:meets(x * (one + p))
    or a:meets(x * (one - p)) or x:meets(a * p / (one + p)) or x:meets(a * p / (one - p))
end
local function judge_given(link, report)
  local claim, a, b, rate = link.level, link.base, link.increment, link.rate
  local up = claim.scale:eq(1000000)
  local x, y = claim.amount * (up and 1000 or 1), a.amount * (up and 1 or 1000)
  local z = b and b.amount * (up and 1 or 1000)
  local holds = b and (x:meets(y + z) or x:meets(y - z)) or rate and of_rate(x, y, rate.interval / 100)
  if not holds then return end
  report {
    at = claim, related = { a, b or rate }, message = "given",
    values = { a = a.text, b = (b or rate).text },
  }
end

-- From Rs. 117/litre to Rs. 434: of which it is told once.
local function told_short(a, b)
  local x, y = a.text:gsub("[%d%s.,]", ""), b.text:gsub("[%d%s.,]", "")
  return y ~= "" and x:sub(1, #y + 1) == y .. "/"
end

local AGAIN = "the same number in like words with another unit" -- of unit-again
function scale_pair.judge(link, report)
  if link.reason == GIVEN then return judge_given(link, report) end
  if link.reason == AGAIN then return end
  local a, b = link.level, link.base
  if link.increment and a and judge_step(link, report) then return end
  if not (a and b and a.value and b.value) or a.numeral or b.numeral or not alike(a, b) then return end
  if share_of_money(a, b) or share_of_money(b, a) or told_short(a, b) or told_short(b, a) then return end
  local one = a.dimension == b.dimension and a.kind == b.kind
  local later, other = a, b
  if b.index > a.index then later, other = b, a end
  local named = a.unit ~= "" and b.unit ~= ""
  if other.unit:sub(1, #later.unit + 1) == later.unit .. "/" then return end -- from Rs. 117/litre to Rs. 434
  -- From £8.0 million in 1993 to £5.4 billion: what grows may grow so much.
  if one and apart(a, b) and (link.direct or a.scale == b.scale) or not one and named then
    report { at = later, related = other, message = "pair", values = { other = other.text } }
  elseif one and named then
    report.agrees { at = later, related = other, how = a.unit }
  end
end

return scale_pair
