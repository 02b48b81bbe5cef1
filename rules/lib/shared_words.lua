-- shared_words: how much of what stands about two English figures is the same. One fact
-- told twice is told in some of the same words.
--
-- count(a, b): words and figures that both sentences have, and that number as a share of
-- the shorter one's.

local shared_words = {}

local WORD = re.new([[[a-z]{3,}|\d[\d.,]*\d]])
local COMMON = {}
for word in ([[the and for was were are with from that this its per cent percent million billion than more less not have has had
  among during year years crores which]]):gmatch("%a+") do COMMON[word] = true end

-- The sentence, or what of a long one is near.
local BACK, AHEAD = 160, 120
local LAST, FIRST = re.new([[^.*(?:(?<=[a-z)\]%”])[.;] |[。;])]]), re.new([[(?<=[a-z)\]%”])[.;] |[。;]|$]])
local function window(claim)
  local before, after = claim:before(BACK), claim:after(AHEAD)
  local _, cut = LAST:find(before)
  return (cut and before:sub(cut + 1) or before) .. " " .. after:sub(1, FIRST:find(after) - 1)
end

-- The words of a claim's window, and how many.
local function words_of(claim)
  local out, n = {}, 0
  for word in WORD:gmatch(window(claim):lower()) do
    if not COMMON[word] and not out[word] then out[word], n = true, n + 1 end
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
