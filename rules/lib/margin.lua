-- margin: columns of a table of which one is (a − b) / a, in per cent: 毛利率
-- beside 营业收入 and 营业成本, gross margin beside net sales and cost of sales.
--
-- In: a table. Out: the rows that keep the relation and those that break it;
-- nil where the table has no such columns.

local margin = {}

local HUNDRED = 100
local RATE = re.new([[^\s*(?:毛利率|gross (?:profit )?margin(?: percentage)?)\s*(?:\(?%\)?)?\s*$]], "i")
local SALES = re.new([[^\s*(?:主?营业?务?收入|主营业务收入|销售收入|net sales|revenues?|sales)\s*(?:\([^)]*\))?\s*$]], "i")
local COST = re.new([[^\s*(?:主?营业?务?成本|主营业务成本|销售成本|costs? of (?:sales|revenues?|goods sold))\s*(?:\([^)]*\))?\s*$]], "i")

-- The one header column that the pattern names, nil where several do.
local function column(grid, pattern)
  local found
  for _, cell in ipairs(grid.cells) do
    if not cell.header then break end
    if pattern:find(cell.text) then
      if found then return nil end
      found = cell.column
    end
  end
  return found
end

local function closed(claim)
  return claim and claim.value and claim.amount.low and claim.amount.high
end

-- The row's three figures, nil where one is missing or is no such figure.
local function figures(row, rate, sales, cost)
  local p, a, b = row[rate], row[sales], row[cost]
  if not (closed(p) and closed(a) and closed(b)) or p.kind ~= "percent" or not a.amount.low:gt(0) then return nil end
  return { rate = p, sales = a, cost = b, computed = (a.amount - b.amount) / a.amount * HUNDRED }
end

local function rows_of(grid)
  local rows, order = {}, {}
  for _, cell in ipairs(grid.cells) do
    if not cell.header and cell.claim then
      if not rows[cell.row] then
        rows[cell.row] = {}
        order[#order + 1] = rows[cell.row]
      end
      rows[cell.row][cell.column] = cell.claim
    end
  end
  return order
end

function margin.check(grid)
  local rate = column(grid, RATE)
  local sales = rate and column(grid, SALES)
  local cost = sales and column(grid, COST)
  if not cost then return nil end
  local kept, broken = {}, {}
  for _, row in ipairs(rows_of(grid)) do
    local f = figures(row, rate, sales, cost)
    if f then
      local fits = f.computed:widen(f.rate.last_digit):meets(f.rate.interval)
      table.insert(fits and kept or broken, f)
    end
  end
  return kept, broken
end

return margin
