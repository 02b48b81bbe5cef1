-- share_fit: what a printed share, its part and its whole stand for.
--
-- In: claims. Out: intervals, or nil where a claim can be no part, no whole.

local rough = lib "rough"
local fit = {}

local HUNDRED = 100

-- A quarter, one in four: a fraction in words is rounded.
local FRACTION_SLACK = 10
local function of_fraction(rate)
  local v = (rate.value or rate.low) * HUNDRED
  local slack = rate.bound == "exact" and v / FRACTION_SLACK or v / 5
  return interval(v - slack, v + slack)
end

-- The interval a printed share stands for; 近60% is [57,60], 约 is ±5 %.
local function range_of(rate)
  if rate.kind == "ratio" and (rate.value or rate.low) then return of_fraction(rate) end
  local v = rate.value
  if v and rate.bound == "about" then
    local word = rate.approx and rate.approx.text or ""
    local slack = v:abs() / 20
    if word == "近" or word == "将近" or word == "nearly" or word == "almost" then
      return interval(v - slack, v)
    end
    return interval(v - slack, v + slack)
  end
  return rate.interval
end

-- What a part or whole may be: approximately 10,000 is 9,700, too.
local function amount_of(claim)
  local slack = rough.slack(claim)
  return slack:gt(0) and claim.amount:widen(slack * claim.factor) or claim.amount
end

-- What was found of a claim, once: a share is held against many wholes.
local of_parts, of_wholes, meanings = memo(), memo(), memo()

-- The amount of what may be a part, of what may be a whole; false: it is none.
-- At least 13 (54%): the share is that of 13.
function fit.part(claim)
  local known = of_parts[claim]
  if known == nil then
    local amount = claim.amount
    local least = not amount.high and claim.bound == "at_least" and claim.kind == "count" and claim.low
    known = amount.low and amount.high and amount_of(claim) or least and interval(least, least) or false
    of_parts[claim] = known
  end
  return known
end
function fit.whole(claim)
  local known = of_wholes[claim]
  if known == nil then
    local amount = claim.amount.high and fit.part(claim)
    -- a number between 1 and 65 535: any share fits it
    known = amount and claim.amount.low:gt(0) and (claim.amount.low * 2):ge(claim.amount.high) and amount
    of_wholes[claim] = known
  end
  return known
end

function fit.share(part, whole)
  local a, b = fit.part(part), fit.whole(whole)
  if not (a and b) then return nil end
  local s = a / b * HUNDRED
  if s.low and s.high then return s end
end

-- The interval a printed share stands for, found once.
function fit.meant(rate)
  local known = meanings[rate]
  if not known then
    known = range_of(rate)
    meanings[rate] = known
  end
  return known
end

-- Does the share of the link fit the whole?
function fit.holds(link, whole)
  local s = fit.share(link.members[1], whole)
  return s and s:meets(fit.meant(link.rate))
end

return fit
