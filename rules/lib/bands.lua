-- bands: the amounts of a document by unit, and those that lie apart from all others but
-- would be among them with the next scale word (million for billion, 万元 for 亿元).

local bands = {}

local NEAR = 3 -- times: of one order of magnitude
local SHARE, LEAST = 10, 2 -- one in so many, and at least so many, must be where it would lie
local STEPS = { -- by the power of ten of a scale word those that it is mistaken for
  en = { [12] = { 9, 6 }, [9] = { 6, 12 }, [6] = { 9, 3 } },
  zh = { [8] = { 4 }, [4] = { 8 } },
}

local function key_of(claim)
  return claim.unit .. "/" .. claim.text:match("^[^%d]*") -- US$ is not $
end

-- Lists of { claim, value }, one a unit and currency sign, each in order of value.
local function groups_of(doc, wanted)
  local groups, of = {}, {}
  for _, claim in ipairs(doc:figures("amount", { claim = true })) do
    local value = claim.value
    if value and value:gt(0) and not claim.numeral and claim.unit ~= "" and not claim.sentence.cell and wanted(claim) then
      local key = key_of(claim)
      if not of[key] then
        of[key] = { powers = {} }
        groups[#groups + 1] = of[key]
      end
      local power = claim.power or 0
      local group = of[key]
      group[#group + 1] = { claim = claim, value = value, power = power }
      group.powers[power] = (group.powers[power] or 0) + 1
    end
  end
  for _, group in ipairs(groups) do
    table.sort(group, function(a, b) return a.value < b.value or a.value == b.value and a.claim.index < b.claim.index end)
  end
  return groups
end

local function is_apart(group, i, times)
  local below, above, value = group[i - 1], group[i + 1], group[i].value
  return not (below and below.value * times >= value) and not (above and above.value <= value * times)
end

-- Who lies where the value would with another scale word.
local function crowd(group, value, power)
  local n, first = 0, nil
  for _, other in ipairs(group) do
    if other.power == power and other.value * NEAR >= value and other.value <= value * NEAR then
      n, first = n + 1, first or other.claim
    end
  end
  return n, first
end

local function power_of_ten(n)
  return decimal("1" .. ("0"):rep(n))
end

local function meant(group, item, lang)
  for _, power in ipairs(STEPS[lang][item.power] or {}) do
    local value = item.value / power_of_ten(item.power) * power_of_ten(power)
    local n, fellow = crowd(group, value, power)
    if n >= LEAST and n * SHARE >= #group then return fellow, value end
  end
end

-- Pairs of a stray amount and one of those that it would be among. asked: many (amounts of
-- the unit that there must be), above, below (how many times apart where it is too much,
-- too little), few (amounts of its scale word), wanted (which figures).
function bands.stray(doc, asked)
  local out = {}
  for _, group in ipairs(groups_of(doc, asked.wanted)) do
    for i, item in ipairs(group) do
      if #group > asked.many and group.powers[item.power] <= asked.few and is_apart(group, i, asked.above) then
        local fellow, value = meant(group, item, doc.lang)
        local stray = fellow and (value < item.value or is_apart(group, i, asked.below))
        if stray then out[#out + 1] = { one = item.claim, fellow = fellow } end
      end
    end
  end
  return out
end

return bands
