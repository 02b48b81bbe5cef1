-- restated: a cell of a table as a figure of the text would print it, and what tells
-- that the figure is of something else.
--
-- value(figure, cell): the value and its unit of precision. is_other(figure, cell).

local near = lib "near"
local restated = {}

local TEN = decimal(10)
local MOST = 12 -- powers of ten

-- The cell's value as the figure would print it: times the power of ten that
-- makes it the figure, or one slip away from it (万元 for 元), to the coarser
-- precision of both. Percentages are never scaled.
function restated.value(figure, cell)
  local value, step = cell.value:abs(), cell.last_digit
  if figure.kind == "percent" then
    local unit = step < figure.last_digit and figure.last_digit or step
    return (value / unit):round(0) * unit, unit
  end
  if figure.unit ~= "" and cell.unit ~= "" then
    value, step = value * cell.factor / figure.factor, step * cell.factor / figure.factor
  end
  local from = figure.value:abs()
  for _ = 1, MOST do
    if value * TEN >= from then break end
    value, step = value * TEN, step * TEN
  end
  for _ = 1, MOST do
    if value <= from * TEN then break end
    value, step = value / TEN, step / TEN
  end
  local best, its_unit
  for _ = 1, 3 do
    local unit = step < figure.last_digit and figure.last_digit or step
    local wanted = (value / unit):round(0) * unit
    local stated = (from / unit):round(0) * unit
    if (stated - wanted):abs() <= unit then return wanted, unit end
    local close = value * 3 >= from and value <= from * 3
    if not best and (near.miss(stated, wanted) or close) then best, its_unit = wanted, unit end
    value, step = value * TEN, step * TEN
  end
  return best or value, its_unit or step
end

-- 64-layer: a part of a name.
local JOINED = re.new("^-[a-z]")
-- Of a number of two digits without a unit (grades 11 and 12) a cell with decimals
-- is a slip away by chance.
local FEW = 2
local function is_bare(figure, cell)
  return figure.kind == "count" and figure.unit == "" and figure.digits <= FEW and cell.decimals > figure.decimals
end

-- 0.37 (95% CI, 0.27–0.52), and 0.34 (0.21–0.55) in the table.
local ENDS = re.new([=[^%?\s?(?:[(\[](?:9\d ?% ?CI[,:;=]?)?|[;,]\s?\(?9\d ?% ?CI\)?[,:;=]?)\s?([-−–]?\d*\.?\d+)%?(?:\s?[–,-]\s?|\sto\s)([-−–]?\d*\.?\d+)]=])
local REACH = 40
local function has_other_ends(figure, cell)
  local low, high = ENDS:match(figure:after(REACH))
  local from, to = ENDS:match(cell:after(REACH))
  return low ~= nil and from ~= nil and low ~= from and high ~= to
end

-- Is it another cell of the same row, as it is printed?
local function is_beside(figure, cell)
  local own = cell.sentence.cell
  local grid = own and own.table
  for column = 1, grid and grid.columns or 0 do
    local other = column ~= own.column and grid:cell(own.row, column)
    local claim = other and other.claim
    if claim and claim.value and claim.value == figure.value and claim.decimals == figure.decimals and claim.digits > 1 and claim.decimals > 0 then return true end
  end
  return false
end

function restated.is_other(figure, cell)
  return JOINED:find(figure:after(2)) ~= nil or is_bare(figure, cell) or has_other_ends(figure, cell) or is_beside(figure, cell)
end

return restated
