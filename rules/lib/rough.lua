-- rough: how far a figure that is said to be about so much may be off.

local rough = {}

local SHARE = 20 -- one part in twenty
local NOTHING = decimal("0")

-- One of the last digit that is no zero: 6,000 is said in thousands.
local function unit_of(claim)
  local unit = claim.last_digit
  while (claim.value / (unit * 10)):is_integer() do unit = unit * 10 end
  return unit
end

-- Half a unit of the last digit that is no zero (about 6,000: 500), at most a
-- twentieth of the figure (300); nothing where it is not said to be about.
function rough.slack(claim)
  local value = claim.value
  if claim.bound ~= "about" or not value or value:eq(0) then return NOTHING end
  local most, half = value:abs() / SHARE, unit_of(claim) / 2
  return half < most and half or most
end

-- 270,000 against 261,000: where both end in three noughts and more, both may be
-- rounded to them; what each stands for then, else its amount.
local ROUND = 1000
local function zeros(claim)
  if not claim.value or claim.value:eq(0) or claim.decimals > 0 then return nil end
  local unit = unit_of(claim)
  return unit / claim.last_digit >= decimal(ROUND) and unit or nil
end

function rough.both(a, b)
  local za, zb = zeros(a), zeros(b)
  if not (za and zb) then return a.amount, b.amount end
  local unit = za < zb and za or zb
  return a.amount:widen(unit / 2 * a.factor), b.amount:widen(unit / 2 * b.factor)
end

return rough
