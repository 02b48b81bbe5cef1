-- crowd: how many pairs of figures a slip of the pen apart a document must have by
-- chance: of forty incomes of three digits two are 230 and 320, and both right.
--
-- expected(a, kind) of a figure and of how another one differs from it (near.miss): pairs
-- of its unit, its number of digits and the last word of its name.

local crowd = {}

local HEAD = re.new([[[^\s]+$]])
local function key_of(c)
  return c.unit .. "/" .. c.digits .. "/" .. (HEAD:match(c.name) or "")
end

local counted = memo() -- document -> key -> distinct values
local function count(doc, key)
  local counts = counted[doc]
  if not counts then
    counts = {}
    local seen = {}
    for _, c in ipairs(doc:figures("amount", "count", "percent", "point")) do
      local own = key_of(c)
      local value = own .. "/" .. c.number_text
      if not seen[value] then
        seen[value] = true
        counts[own] = (counts[own] or 0) + 1
      end
    end
    counted[doc] = counts
  end
  return counts[key] or 0
end

-- Of 9 * 10^(d-1) numbers of d digits so many are a slip away from one of them.
local NEIGHBOURS = { transposed = function(d) return d - 1 end, digit = function(d) return 9 * d end, power = function() return 2 end }
function crowd.expected(a, kind)
  local n = count(a.doc, key_of(a))
  local slips = NEIGHBOURS[kind]
  if not slips or a.digits < 1 then return 0 end
  return n * (n - 1) / 2 * slips(a.digits) / (9 * 10 ^ (a.digits - 1))
end

return crowd
