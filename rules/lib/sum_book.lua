-- sum_book: what the sums of a table that hold say of those that do not.
--
-- A book notes each relation that holds; asked of one that breaks, it tells
-- whether another reading of the same cells explains it: their whole is the sum
-- of other cells, a part is the sum of other parts (a subtotal counted twice),
-- a rate belongs to another pair of figures.

local sum_book = {}

-- Down a column or across a row; nil where it cannot be told.
local function direction(whole, part)
  local a, b = whole.sentence.cell, part.sentence.cell
  if not a or not b then return nil end
  return a.column == b.column and "down" or a.row == b.row and "across" or nil
end

local function parts_of(r)
  local out = {}
  for _, c in ipairs(r.cells) do
    if c ~= r.at then out[#out + 1] = c end
  end
  return out
end

function sum_book.new()
  return { sums = {}, rates = {}, bases = {}, ways = {}, short = {} }
end

-- Are two of the parts more than nothing? 5 = 5 + 0 says no more than 5 = 5.
local function is_sum(parts)
  local n = 0
  for _, c in ipairs(parts) do n = n + (c.value:eq(0) and 0 or 1) end
  return n > 1
end

-- Which way a relation runs: all its cells in one row or one column; nil.
local function way_of(r)
  local first = r.cells[1].sentence.cell
  local across, down = first ~= nil, first ~= nil
  for _, c in ipairs(r.cells) do
    local cell = c.sentence.cell
    if not cell or not first then return nil end
    across, down = across and cell.row == first.row, down and cell.column == first.column
  end
  return across ~= down and (across and "across" or "down") or nil
end

local function note_ways(book, r)
  local way = way_of(r)
  for _, c in ipairs(way and r.cells or {}) do
    book.ways[c] = book.ways[c] or {}
    book.ways[c][way] = true
  end
end

-- By how much the parts fall short of a whole that they nearly make; nil.
local LITTLE = decimal(1) / 50
local function shortage(r)
  if r.kind ~= "sum" or not r.at.value or r.reference then return nil end
  local rest = r.wanted(r.at)
  if not (rest.low and rest.high and r.at.value:gt(0)) then return nil end
  local gap = r.at.value * r.at.factor - (rest.low + rest.high) / 2
  return gap:gt(0) and gap < r.at.value * r.at.factor * LITTLE and gap or nil
end

-- The lines that a relation is of, whichever column (row) it stands in.
local function lines_of(r)
  local way, list = way_of(r), {}
  if not way then return nil end
  for i, c in ipairs(r.cells) do
    local cell = c.sentence.cell
    list[i] = way == "down" and cell.row or cell.column
  end
  table.sort(list)
  return r.at.block.index .. way .. table.concat(list, " ")
end

-- Notes a relation that breaks: of those of one set of lines, how many fall short.
function sum_book.note_broken(book, r)
  local key = shortage(r) and lines_of(r)
  if key then book.short[key] = (book.short[key] or 0) + 1 end
end

-- Some are of no part: who did not tell their age is in the total only. So it is where the
-- relation falls short a little in as many columns, or in two where each cell of it is borne out
-- by a sum that crosses it.
local COLUMNS = 3
function sum_book.leaves_some(book, r)
  if not shortage(r) then return false end
  local key = lines_of(r)
  local n = key and book.short[key] or 0
  if n >= COLUMNS or n < 2 then return n >= COLUMNS end
  local other = way_of(r) == "down" and "across" or "down"
  for _, c in ipairs(r.cells) do
    if not (book.ways[c] and book.ways[c][other]) then return false end
  end
  return true
end

-- 1,100,000 + 740,000 = 1,850,000: are all of them rounded to tens of thousands and the
-- gap no more than that leaves?
local THOUSAND = 1000
function sum_book.is_rounded(r)
  if r.kind ~= "sum" or r.reference then return false end
  local unit = THOUSAND
  local function all(by)
    for _, c in ipairs(r.cells) do
      if not c.value or c.decimals > 0 or not (c.value / by):is_integer() then return false end
    end
    return true
  end
  if not all(unit) then return false end
  while all(unit * 10) do unit = unit * 10 end
  local rest = r.wanted(r.at)
  return rest.low ~= nil and rest:widen(r.at.factor * unit * #r.cells / 2):contains(r.at.value * r.at.factor)
end

function sum_book.note(book, r)
  note_ways(book, r)
  if r.kind == "sum" or r.kind == "equal" then
    local parts = parts_of(r)
    book.sums[r.at] = book.sums[r.at] or {}
    table.insert(book.sums[r.at], { parts = parts, way = parts[1] and direction(r.at, parts[1]), adds = is_sum(parts) })
  else
    book.rates[r.at] = true
  end
  if r.kind == "growth" then
    book.bases[r.cells[2]] = book.bases[r.cells[2]] or {}
    book.bases[r.cells[2]][r.cells[3]] = true
  end
end

local WEAK = 60 -- strength of a relation that a slip alone tells

-- Do other cells of its column (row) add up to the whole of r, some of them its
-- own parts? A total may be broken down in several ways, by age and by sex.
local function is_summed(book, r)
  local way, mine = r.cells[1] ~= r.at and direction(r.at, r.cells[1]), {}
  for _, c in ipairs(r.cells) do mine[c] = c ~= r.at end
  for _, held in ipairs(book.sums[r.at] or {}) do
    local shared = r.kind == "equal" or r.strength <= WEAK
    for _, part in ipairs(held.parts) do shared = shared or mine[part] end
    if shared and held.adds and held.way and held.way == way then return true end
  end
  return false
end

-- Is one of the parts the sum of others of them?
local function counts_twice(book, r)
  local mine = {}
  for _, c in ipairs(r.cells) do mine[c] = c ~= r.at end
  for _, c in ipairs(r.cells) do
    for _, held in ipairs(mine[c] and book.sums[c] or {}) do
      local all = #held.parts > 0
      for _, part in ipairs(held.parts) do all = all and mine[part] end
      if all then return true end
    end
  end
  return false
end

local function by_place(a, b)
  local x, y = a.sentence.cell, b.sentence.cell
  if x.row ~= y.row then return x.row < y.row end
  return x.column < y.column
end

-- 100, 20, 30, 50 = 20 + 30, 150: does the sum hold without the parts that are
-- the sum of those right before them?
local function holds_without_subtotals(r)
  if r.kind ~= "sum" or not r.target or not direction(r.at, r.cells[1]) then return false end
  local list = {}
  for _, c in ipairs(r.cells) do
    if c ~= r.at then list[#list + 1] = c end
    if not c.sentence.cell then return false end
  end
  table.sort(list, by_place)
  local kept, dropped, total = {}, 0, interval(0, 0)
  for _, c in ipairs(list) do
    local run, n, is_subtotal = interval(0, 0), 0, false
    for i = #kept, 1, -1 do
      run, n = run + kept[i].cell_range, n + (kept[i].value:eq(0) and 0 or 1)
      if n > 1 and run:meets(c.cell_range) then is_subtotal = true break end
    end
    if is_subtotal and not c.value:eq(0) then
      dropped = dropped + 1
    else
      kept[#kept + 1] = c
      total = total + c.cell_range
    end
  end
  return dropped > 0 and total:meets(r.at.cell_range)
end

-- Are two of the cells more than all should make? They are of another kind than
-- the rest: an amount above its shares.
function sum_book.is_beyond(r)
  local n = 0
  for _, c in ipairs(r.cells) do
    if c.cell_range.low > r.target.high then n = n + 1 end
  end
  return n > 1
end

-- 6,984 | 6,306 | 11% | 20,456 | 17,663 | 16%: the rate is that of another pair,
-- or the pair has its rate.
local function is_taken(book, r)
  local told = book.bases[r.cells[2]]
  return book.rates[r.at] or r.kind == "growth" and r.strength < 90 and told and told[r.cells[3]]
end

-- Does what holds tell that the broken relation is none?
function sum_book.refutes(book, r)
  if r.kind == "growth" or r.kind == "ratio" then return is_taken(book, r) end
  if r.kind ~= "sum" and r.kind ~= "equal" then return false end
  return (r.strength < 90 or r.kind == "equal") and is_summed(book, r) or counts_twice(book, r)
    or holds_without_subtotals(r)
end

return sum_book
