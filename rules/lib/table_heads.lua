-- table_heads: what stands above the columns of a table.
--
-- of(t): by column, the texts of its header cells with blanks between; nil for a
-- column that has none.

local table_heads = {}
local known = memo() -- by table

function table_heads.of(t)
  if known[t] then return known[t] end
  local out = {}
  known[t] = out
  for _, cell in ipairs(t.cells) do
    if not cell.header then break end
    out[cell.column] = (out[cell.column] or "") .. " " .. cell.text
  end
  return out
end

return table_heads
