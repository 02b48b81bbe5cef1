-- shared_words: how much of what stands about two English figures is the same.
--
-- count(a, b): words and figures that both surroundings have, and that number as a share
-- of the shorter one's.

local shared_words = {}

local surroundings = lib "surroundings"

local WORD = re.new([[[a-z]{3,}|\d[\d.,]*\d]])

-- The words of a claim's surroundings, and how many.
local function words_of(claim)
  local out, n = {}, 0
  for word in WORD:gmatch(surroundings.of(claim):lower()) do
    if not surroundings.COMMON[word] and not out[word] then out[word], n = true, n + 1 end
  end
  return out, n
end

function shared_words.count(a, b)
  local x, left = words_of(a)
  local y, right = words_of(b)
  local n = 0
  for word in pairs(x) do n = n + (y[word] and 1 or 0) end
  return n, n / math.max(1, math.min(left, right))
end

return shared_words
