-- terms: five-year plans, congresses and their sessions, as work reports name
-- them. In: matches of a document, in order. The plan that ends and the
-- session that hears the report are what most places say.

local calendar = lib "calendar"

local terms = {}

local FIRST_PLAN, PLAN_YEARS = 1953, 5 -- 一五: 1953 to 1957; from 六五 on gapless
local SINCE, SINCE_YEAR = 6, 1981

-- First and last year of a five-year plan: 十四 → 2021, 2025.
function terms.plan_years(number)
  if number < SINCE then return FIRST_PLAN, FIRST_PLAN + PLAN_YEARS - 1 end
  local first = SINCE_YEAR + PLAN_YEARS * (number - SINCE)
  return first, first + PLAN_YEARS - 1
end

terms.number = calendar.number

-- Chinese numeral of a small number: 14 → 十四.
local DIGITS = { "一", "二", "三", "四", "五", "六", "七", "八", "九" }
function terms.han(n)
  local tens, ones = n // 10, n % 10
  local head = tens == 0 and "" or (tens == 1 and "十" or DIGITS[tens] .. "十")
  return head .. (DIGITS[ones] or "")
end

-- A box that counts what places say of one thing. put(value, place) returns
-- the place that is in doubt once two others agree against it, what they say,
-- and those others; each place once.
function terms.votes()
  local list, told = {}, {}
  local box = {}
  local function saying(value)
    local out = {}
    for _, v in ipairs(list) do
      if v.value == value then out[#out + 1] = v.at end
    end
    return out
  end
  function box.put(value, at)
    list[#list + 1] = { value = value, at = at }
    local best, others
    for _, v in ipairs(list) do
      local places = saying(v.value)
      if #places >= 2 and (not others or #places > #others) then best, others = v.value, places end
    end
    if not best then return nil end
    for i, v in ipairs(list) do
      if v.value ~= best and not told[i] and #saying(v.value) == 1 then
        told[i] = true
        return v.at, best, others
      end
    end
  end
  return box
end

return terms
