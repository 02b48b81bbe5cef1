local M = {}

-- The word of the table that stands right before the figure and 有; nil.
function M.before(claim)
  local text = claim:before(4)
  for _, row in ipairs(lexicon "zh/audit-words") do
    if text:find(row.word .. "有", 1, true) then return row.word end
  end
end

return M
