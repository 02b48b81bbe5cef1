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

return show
