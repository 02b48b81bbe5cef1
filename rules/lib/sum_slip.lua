-- sum_slip: the slip of the pen that mends a sum: swapped digits, one digit, a
-- scale word, in a part or in the whole.
--
-- In: a PARTS link (or what has its members and whole). Out: the claim that
-- slipped, the kind of the slip, what it should be.

local figures, near = lib "figures", lib "near"
local sum_slip = {}

-- What member k would have to be for the sum to fit, as an interval.
function sum_slip.needed(link, k)
  return link.whole.amount - figures.sum(link.members, link.members[k])
end

-- What is printed: of 870多亿元 the figure before 多.
function sum_slip.printed(claim)
  return claim.value or claim.low
end

-- One digit of the whole mends many a sum by chance where rounding leaves room;
-- then the printed figures must add up.
local function exactly(link, value)
  local whole = link.whole
  local sum = decimal(0)
  for _, m in ipairs(link.members) do sum = sum + sum_slip.printed(m) * m.factor end
  return sum == value * whole.factor
end

-- £12 million that would fit as £12 billion: the scale word is another.
local SCALES, CONSTRUCTION = { 1000, 1000000 }, "said by a construction"
local MYRIADS, TOLD = { 10000, 100000000 }, 4 -- 万, 亿 or neither; digits that are no chance
local function other_scale(claim, want, scales)
  if not claim.value or claim.scale:lt(1000) or not (want.low and want.low:gt(0)) then return nil end
  for _, by in ipairs(scales or SCALES) do
    if (claim.amount * by):meets(want) then return claim.value * by end
    if (claim.amount / by):meets(want) then return claim.value / by end
  end
end

-- The member (or the whole) whose digits, slightly changed, mend the sum.
-- Two swapped digits are likelier than one wrong one.
function sum_slip.find(link, sum)
  local found, how, fit
  for k, m in ipairs(link.members) do
    local factor = m.factor
    local want = sum_slip.needed(link, k) / factor
    local kind, value = near.within(sum_slip.printed(m), want, m.last_digit)
    if kind and value:gt(0) and (not found or how ~= "transposed" and kind == "transposed") then
      found, how, fit = m, kind, value
    end
  end
  if how == "transposed" then return found, how, fit end
  local whole = link.whole
  local kind, value = near.within(sum_slip.printed(whole), sum / whole.factor, whole.last_digit)
  if found and kind ~= "transposed" then return found, how, fit end
  if kind and (kind ~= "digit" or exactly(link, value)) then return whole, kind, value end
  if whole.digits >= TOLD then
    value = other_scale(whole, sum, MYRIADS)
    if value then return whole, "power", value end
  end
  for k, m in ipairs(link.reason == CONSTRUCTION and link.members or {}) do
    value = other_scale(m, sum_slip.needed(link, k))
    if value then return m, "power", value end
  end
  return lib("myriads").member(link.members, sum_slip.needed, link)
end

-- 标准由每月2000元提高到3000元,其中独生子女每月3000元: of a standard for each none is a part.
local RATE_OF, STANDARD = re.new("每[人户名月天日次][^,。;\\d]{0,6}$"), re.new("标准|额度|定额|限额")
local function are_rates(link)
  for _, m in ipairs(link.members) do
    if m.doc.lang ~= "zh" or not RATE_OF:find(m:before(14)) then return false end
  end
  return STANDARD:find(link.members[1].sentence.text) ~= nil
end

-- Are all its figures printed, and of both ends?
function sum_slip.is_closed(link)
  if are_rates(link) then return false end
  for _, m in ipairs(link.members) do
    if not (sum_slip.printed(m) and m.amount.low and m.amount.high) then return false end
  end
  return sum_slip.printed(link.whole) and link.whole.amount.low and link.whole.amount.high and #link.members >= 2
end

return sum_slip
