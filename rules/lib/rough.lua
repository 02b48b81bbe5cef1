-- rough: how far a figure that is said to be about so much may be off.

local rough = {}

local SHARE = 20 -- one part in twenty
local NOTHING = decimal("0")

-- Half a unit of the last digit that is no zero (about 6,000: 500), at most a
-- twentieth of the figure (300); nothing where it is not said to be about.
function rough.slack(claim)
  local value = claim.value
  if claim.bound ~= "about" or not value or value:eq(0) then return NOTHING end
  local most, unit = value:abs() / SHARE, claim.last_digit
  while (value / (unit * 10)):is_integer() do unit = unit * 10 end
  local half = unit / 2
  return half < most and half or most
end

return rough
