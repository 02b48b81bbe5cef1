-- show: computed intervals in as few digits as help a reader.

local show = {}

-- "[31.6,31.7]" with `places` decimals, or one figure where both ends round
-- to the same.
function show.range(range, places)
  if not range.low or not range.high then return range:text() end
  local low, high = range.low:round(places), range.high:round(places)
  if low == high then return low:text() end
  return "[" .. low:text() .. "," .. high:text() .. "]"
end

-- A computed interval of base units as `claim` would print it: 1492.5亿元.
function show.like(range, claim)
  local scaled = range / claim.factor / claim.scale
  return show.range(scaled, claim.decimals + 1) .. claim.unit_text
end

-- The same for a decimal that is already in the claim's unit.
function show.value(value, claim)
  return (value / claim.scale):text() .. claim.unit_text:gsub("^%a%a", " %0")
end

return show
