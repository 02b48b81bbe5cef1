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
  local values, by = {}, {} -- values in the order in which they were first said
  local box = {}
  -- What most say, two at least; the one said first where as many say another.
  local function leading()
    local best
    for _, value in ipairs(values) do
      local n = #by[value]
      if n >= 2 and (not best or n > #by[best]) then best = value end
    end
    return best
  end
  function box.put(value, at)
    if not by[value] then
      by[value] = {}
      values[#values + 1] = value
    end
    table.insert(by[value], at)
    local best = leading()
    if not best then return nil end
    for _, other in ipairs(values) do
      local alone = by[other]
      if other ~= best and not alone.told and #alone == 1 then
        alone.told = true
        return alone[1], best, by[best]
      end
    end
  end
  return box
end

return terms
