-- surroundings: the words about a figure. One fact told twice is told in some of the same.
--
-- of(claim): its sentence, or what of a long one is near, with a mark in its place.
-- COMMON: English words that say nothing about what a figure is of, as keys.

local surroundings = {}

surroundings.COMMON = {}
for word in ([[the and for was were are with from that this its per cent percent million billion than more less not have has had
  among during year years crores which]]):gmatch("%a+") do surroundings.COMMON[word] = true end

local BACK, AHEAD = { en = 160, zh = 90 }, { en = 120, zh = 60 } -- code points
local LAST, FIRST = re.new([[^.*(?:(?<=[a-z)\]%”])[.;] |[。;])]]), re.new([[(?<=[a-z)\]%”])[.;] |[。;]|$]])

function surroundings.before(claim) return claim:before(BACK[claim.doc.lang]) end
function surroundings.after(claim) return claim:after(AHEAD[claim.doc.lang]) end

function surroundings.of(claim)
  local before, after = surroundings.before(claim), surroundings.after(claim)
  local _, cut = LAST:find(before)
  return (cut and before:sub(cut + 1) or before) .. " | " .. after:sub(1, FIRST:find(after) - 1)
end

return surroundings
