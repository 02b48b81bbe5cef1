-- agreement: figures of one fact, in classes whose intervals meet.
--
-- In: the members of a SAME_FACT link, its strength. Out: the classes in order of
-- their first member.

local near = lib "near"
local agreement = {}

local COPIED = 95 -- strength of links between figures said again in the same words

-- 1500万人以上 and 1050万人以上 could both be true; digits that are only in
-- another order, or another scale word, could not be meant, and in the same
-- words no other figure could.
local function bounds_differ(a, b, copied)
  local x, y = a.low or a.high, b.low or b.high
  if a.bound == "exact" or a.bound ~= b.bound or not (x and y) or x == y then return false end
  local kind = near.miss(x, y)
  return copied or kind == "transposed" or kind == "power"
end

local SURE = 90 -- strength of figures that are of one thing by all their slots

-- 增长8%左右 and 增长9%左右: one aim is not said with two percentages, however
-- vague both are.
local function vague_differ(a, b, strength)
  return strength >= SURE and a.modality == b.modality and a.period == b.period and a.bound == "about" and b.bound == "about"
    and a.unit == "%" and a.decimals == b.decimals and a.value ~= nil and b.value ~= nil and a.value ~= b.value
end

local function agree(a, b, strength)
  return a.amount:meets(b.amount) and not bounds_differ(a, b, strength >= COPIED) and not vague_differ(a, b, strength)
end

-- The classes of a link's members, in order of their first member.
function agreement.classes(members, strength)
  local out = {}
  for _, m in ipairs(members) do
    local home
    for _, class in ipairs(out) do
      if agree(class[1], m, strength) then
        home = class
        break
      end
    end
    if home then
      home[#home + 1] = m
    else
      out[#out + 1] = { m }
    end
  end
  return out
end

return agreement
