-- no_relation: whether cells that should add up, and do not, never should.
--
-- In: a book of the relations of a table that hold, one that breaks. Out: true
-- where what holds, or the cells themselves, tell that it is none.

local sum_book = lib "sum_book"
local no_relation = {}

-- Cells that are one and the same but where a sum that holds parts them (what
-- is mostly the whole is a part here) need not be equal.
local function is_told_apart(book, r)
  if r.kind ~= "equal" then return false end
  local a, b = r.cells[1], r.cells[2]
  return book.whole[a] and book.whole[a][b] or book.whole[b] and book.whole[b][a]
end

-- 产量100.29,销量100.29,库存0.06: a total that is one of its parts is none. Nor is
-- what a part exceeds where no slip tells why and another falls, or exceeds far:
-- rates of growth below one another, headers that stand beside their columns.
local FAR = 2
local function is_no_sum(r)
  if r.reference or r.kind == "hundred" then return sum_book.is_beyond(r) end
  if r.kind ~= "sum" or not r.at.value then return false end
  local above, falls, far = 0, false, false
  for _, c in ipairs(r.cells) do
    local other = c ~= r.at and c.value
    if other and other == r.at.value then return true end
    above = above + (other and other > r.at.value and 1 or 0)
    far = far or other and other > r.at.value * FAR
    falls = falls or other and other:lt(0)
  end
  local many = above > 1 and not falls
  return (above > 0 and falls or far or many) and not r.slip and r.at.value:gt(0)
end

-- 16,948 + 2 - 1,201 = 15,749, where other rows have no gains: what adds up with
-- another cell to the same total is not short of it.
local function is_partial(book, r)
  if r.kind ~= "sum" then return false end
  for _, c in ipairs(r.cells) do
    if c ~= r.at and not (book.whole[c] and book.whole[c][r.at]) then return false end
  end
  return true
end

-- 98.3±0.7: means, which make no sum.
local SPREAD = re.new([[^ ?(?:±|\+/-)]])
local function has_spread(r)
  for _, c in ipairs(r.cells) do
    if SPREAD:find(c:after(4)) then return true end
  end
  return false
end

function no_relation.is(book, r)
  return has_spread(r) or is_told_apart(book, r) or is_partial(book, r) or is_no_sum(r) or sum_book.refutes(book.held, r)
    or sum_book.leaves_some(book.held, r) or sum_book.is_rounded(r)
end

return no_relation
