-- suspect_cell: which cell of the relations that break is the wrong one.
--
-- In: a relation (see relation), a book of those that break at each cell and of
-- how often each is confirmed. Out: the slips that would mend the relation, the
-- cell that most speaks against.

local cells = lib "cells"
local suspect = {}

-- Cells that a slip explains: r.slips[cell] = { kind, value }.
function suspect.find_slips(r)
  r.slips = {}
  for _, c in ipairs(r.cells) do
    local wanted = r.wanted(c)
    if wanted and wanted.low and wanted.high then
      local printed = cells.printed(c, wanted)
      local kind, value = cells.slip(c, printed)
      if kind and value:lt(0) ~= c.value:lt(0) then kind = nil end
      if not kind and not c.value:eq(0) and printed:widen(c.last_digit / 2):contains(decimal(0) - c.value) then
        kind, value = "sign", decimal(0) - c.value
      end
      if kind then
        r.slips[c] = { kind = kind, value = value }
        r.slip = true
      end
    end
  end
end

-- How much speaks for the cell being the wrong one, and in how many relations.
local function weight(c, book)
  local n, slips, swaps = 0, 0, 0
  for _, r in ipairs(book.broken[c]) do
    if not r.told then
      n = n + 1
      local slip = r.slips[c]
      slips = slips + (slip and 1 or 0)
      swaps = swaps + (slip and slip.kind == "transposed" and 1 or 0)
    end
  end
  return n * 4 + slips * 6 + swaps - math.min(book.confirmed[c] or 0, 3) * 2, n
end

function suspect.worst(r, book)
  local best, most, count = r.at, nil, 1
  for _, c in ipairs(r.cells) do
    local w, n = weight(c, book)
    if r.at == c then w = w + 1 end
    if not most or w > most then best, most, count = c, w, n end
  end
  return best, count
end

return suspect
