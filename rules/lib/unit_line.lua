-- unit_line: whether the unit that is told above a table is that of its cells.
--
-- In: the match of the line, the table. Out: what tells otherwise, or nil.

local unit_line = {}

-- 单位：万元, where the text gives the cells' figures in 亿元.
local SHARED, TELLING, LINE = 3, 4, { ["万元"] = 10000, ["亿元"] = 100000000, ["百万元"] = 1000000, ["千元"] = 1000 }
function unit_line.told_otherwise(m, grid)
  local scale, text, found = decimal(LINE[m.unit]), {}, {}
  for _, claim in ipairs(m.sentence.doc:figures("amount")) do
    if claim.unit == "CNY" and claim.digits >= TELLING and claim.value and not claim.sentence.cell then
      text[claim.number_text] = text[claim.number_text] or claim
    end
  end
  for _, cell in ipairs(grid.cells) do
    local claim = cell.claim
    local twin = claim and claim.digits >= TELLING and text[claim.number_text]
    if twin and twin.scale == scale then return nil end
    if twin and #found < SHARED then found[#found + 1] = twin end
  end
  return #found >= SHARED and found or nil
end

-- 单位：万元 above cells with cents: 122,548,224.53 is printed in 元.
local MONEY_PLACES, MONEY_LEAST, CELLS = 2, 10000000, 3
function unit_line.with_cents(grid)
  local found = {}
  for _, cell in ipairs(grid.cells) do
    local claim = cell.claim
    if claim and claim.decimals == MONEY_PLACES and claim.grouped and claim.value and (claim.value / claim.scale):ge(MONEY_LEAST) then
      found[#found + 1] = claim
    end
  end
  return #found >= CELLS and { found[1], found[2], found[3] } or nil
end

return unit_line
