-- crowd: how many pairs of figures a slip of the pen apart, or of the same digits, a
-- document must have by chance: of forty incomes of three digits two are 230 and 320, and
-- both right.
--
-- expected(a, kind): of a figure and of how another one differs from it (near.miss),
-- pairs of its unit, its number of digits and the last word of its name.
-- neighbours(a, kind): numbers of its unit and number of digits that are such a slip away.
-- cells(doc, cell, kind): cells that are such a slip away from a figure of as many digits.
-- rounded(figure): cells that round to its digits, in whatever scale.

local crowd = {}

-- Numbers of d digits, and how many of them are a slip away from one.
local function numbers(d) return 9 * 10 ^ (d - 1) end
local NEIGHBOURS = { transposed = function(d) return math.max(1, d - 1) end, digit = function(d) return 9 * d end, power = function() return 2 end }
local function chance(kind, d)
  local slips = NEIGHBOURS[kind]
  return slips and d > 0 and slips(d) / numbers(d) or 0
end

-- Distinct numbers of a document, by key_of(figure).
local function count(doc, key_of)
  local counts, seen = {}, {}
  for _, c in ipairs(doc:figures("amount", "count", "percent", "point")) do
    local key = key_of(c)
    local value = key and key .. "/" .. c.number_text
    if value and not seen[value] then
      seen[value] = true
      counts[key] = (counts[key] or 0) + 1
    end
  end
  return counts
end

local HEAD = re.new([[[^\s]+$]])
local function kind_of(c) return c.unit .. "/" .. c.digits .. "/" .. (HEAD:match(c.name) or "") end
local alike = memo()
function crowd.expected(a, kind)
  alike[a.doc] = alike[a.doc] or count(a.doc, kind_of)
  local n = alike[a.doc][kind_of(a)] or 0
  return n * (n - 1) / 2 * chance(kind, a.digits)
end

local LEAST = 2 -- the two in question
local kindred = memo()
local function crowd_of(c) return c.unit .. "/" .. c.digits end
function crowd.neighbours(a, kind)
  kindred[a.doc] = kindred[a.doc] or count(a.doc, crowd_of)
  return math.max(LEAST, kindred[a.doc][crowd_of(a)] or 0) * chance(kind, a.digits)
end

local function digits_of_cell(c) return c.sentence.cell and c.digits or nil end
local in_cells = memo()
local function cells_by_digits(doc)
  in_cells[doc] = in_cells[doc] or count(doc, digits_of_cell)
  return in_cells[doc]
end

function crowd.cells(doc, cell, kind)
  return (cells_by_digits(doc)[cell.digits] or 0) * chance(kind, cell.digits)
end

function crowd.rounded(figure)
  local n = 0
  for digits, cells in pairs(cells_by_digits(figure.doc)) do
    if digits > figure.digits then n = n + cells end
  end
  return figure.digits > 0 and n / numbers(figure.digits) or 0
end

return crowd
