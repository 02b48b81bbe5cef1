-- slips: all(text) lists what a slip of the pen may have made a printed figure
-- of: two neighbours swapped first, then one digit that was another.

local slips = {}

function slips.all(text)
  local out = {}
  for i = 1, #text do
    local head, c, point, after, tail = text:sub(1, i - 1), text:match("^(%d)([.,]?)(%d)(.*)", i)
    if c and c ~= after then out[#out + 1] = head .. after .. point .. c .. tail end
  end
  for i = 1, #text do
    local c = text:match("^%d", i)
    for d = 0, c and 9 or -1 do
      if tostring(d) ~= c then out[#out + 1] = text:sub(1, i - 1) .. d .. text:sub(i + 1) end
    end
  end
  return out
end

return slips
