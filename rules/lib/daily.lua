-- daily: a mean told a day, held against wholes divided by their days.

local show = lib "show"

local daily = {}

local SLACK = decimal(3) -- per cent: 近, 约, and days that are not all told

local function value(claim) return (claim.low or claim.high) * claim.factor end

-- By how many per cent x is off what it should be.
function daily.off(x, each) return (x - each):abs() / each * 100 end

function daily.fits(x, each) return daily.off(x, each) <= SLACK end

-- A whole that gives the mean; else nil, the first one that a slip of the pen keeps from it, as
-- is_slip(value of the mean, what it should be) says, and what the mean should be, as its unit is shown.
function daily.judge(mean, wholes, days, is_slip)
  local printed, slip, shown = value(mean), nil, nil
  for _, whole in ipairs(wholes) do
    local each = value(whole) / days
    if daily.fits(printed, each) then return whole end
    if not slip and is_slip(printed, each) then slip, shown = whole, each end
  end
  return nil, slip, shown and shown / mean.factor
end

-- An amount of the mean's unit with so many decimals.
function daily.shown(amount, mean, decimals) return show.value(amount:round(decimals), mean) end

-- Is it the whole, not what it grew by?
function daily.is_whole(claim) return not claim:has("growth") and not claim:has("increment") end

return daily
