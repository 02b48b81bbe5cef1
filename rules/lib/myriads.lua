-- myriads: a figure whose 万 should be 亿, or 亿 万.
--
-- 4.24亿人次,其中内地居民2.06亿人次、港澳台居民1.83万人次、外国人3547.8万人次: the
-- member that the other word makes what all others leave of the whole.

local myriads = {}

local MYRIAD, KNOWN = 10000, 10 -- what they leave, so many times as much as it is uncertain
local OTHER = { ["万"] = "亿", ["亿"] = "万" }

local function word_of(claim)
  local word = claim.unit_text:sub(1, 3)
  return OTHER[word] and claim.value and claim.digits > 1 and word or nil
end

-- The member, how it is wrong and what it should be; needed(of, k) is the interval that
-- would do for member k, in base units.
function myriads.member(members, needed, of)
  for k, m in ipairs(members) do
    local word, want = word_of(m), needed(of, k)
    if word and want.low and want.high and want.low > (want.high - want.low) * KNOWN then
      local value = word == "万" and m.value * MYRIAD or m.value / MYRIAD
      if (interval(value, value) * m.factor):widen(m.last_digit * m.factor * (value / m.value) / 2):meets(want) then
        return m, "power", value
      end
    end
  end
end

-- 完成投资159.5亿元,其中甲150万元、乙1.1亿元: a member that is less than the last place of
-- the whole and of all others, and with 亿 most of what they leave. And what it should be.
local MOST = decimal(4) / 5
function myriads.lone(members, needed, of)
  local whole = of.whole
  for k, m in ipairs(members) do
    local want, value = needed(of, k), word_of(m) == "万" and m.value * MYRIAD
    local small = value and whole.unit == m.unit and m.amount.high < whole.last_digit * whole.factor
    for i, other in ipairs(small and members or {}) do
      small = small and (i == k or m.amount.high < other.last_digit * other.factor)
    end
    if small and want.high and want.low and value * m.factor <= want.high and value * m.factor >= want.low * MOST then return m, value end
  end
end

-- The value as it should be printed: with the other word where that is what differs.
function myriads.shown(claim, value)
  local word = word_of(claim)
  local swapped = word and value == (word == "万" and claim.value * MYRIAD or claim.value / MYRIAD)
  if not swapped then return lib("show").value(value, claim) end
  return claim.number_text .. OTHER[word] .. claim.unit_text:sub(#word + 1)
end

return myriads
