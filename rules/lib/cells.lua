-- cells: what the figures of a table's cells are worth when they are added
-- up or divided: half a unit of the last printed digit on both sides, also of
-- whole numbers, which a table may print in thousands.

local near = lib "near"

local cells = {}

local ONE, HUNDRED = decimal(1), decimal(100)
-- Bases that "per" figures are printed for, and percentages.
local SCALES = { decimal(1), decimal(10), HUNDRED, decimal(1000), decimal(10000),
                 decimal(100000), decimal(1000000), decimal("0.1"), decimal("0.01"), decimal("0.001") }

-- Base units in one unit of the figure; percentages are added as printed.
function cells.factor(claim)
  if claim.kind == "percent" then return ONE end
  return claim.factor
end

-- (12.5) is negative, whatever the unit behind it; 1,124 (10.1) is not.
function cells.sign(claim)
  if claim.value:lt(0) or claim:before(1) ~= "(" or claim:before(24):find("%d") then return 1 end
  local cell = claim.sentence.cell
  return cell and cell.text:find(")", 1, true) and -1 or 1
end

function cells.range(claim) return claim.cell_range end

-- The figure as the cell would print it, of an interval in base units.
function cells.printed(claim, range)
  local out = range / cells.factor(claim)
  if cells.sign(claim) < 0 then out = interval(0, 0) - out end
  return out
end

function cells.sum(list, start)
  local total = start or interval(0, 0)
  for _, c in ipairs(list) do total = total + c.cell_range end
  return total
end

-- The power of ten that makes `ratio` about as large as the printed figure.
function cells.scaled(ratio, printed)
  local low, high = printed * 3 / 10, printed * 3
  for _, scale in ipairs(SCALES) do
    local x = ratio * scale
    if x.low > low and x.high < high then return x, scale end
  end
end

-- The slip of the pen that made the printed figure of a value in `range` (as
-- printed): kind and value. The middle of the range is tried first.
function cells.slip(claim, range)
  local step, tries = claim.last_digit, 64
  range = range:widen(step / 2)
  local middle = ((range.low + range.high) / 2 / step):round(0) * step
  local found, value
  for i = 0, tries - 1 do
    local v = i % 2 == 1 and middle + step * ((i + 1) // 2) or middle - step * (i // 2)
    if range:contains(v) then
      local kind = near.miss(claim.value, v)
      if kind == "transposed" then return kind, v end
      if kind and not found then found, value = kind, v end
    elseif v < range.low and i > 0 then
      break
    end
  end
  return found, value
end

return cells
