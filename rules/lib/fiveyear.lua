-- fiveyear: the numbers of China's five-year plans and their years.
--
-- The first two ran from 1953 to 1957 and to 1962, the third from 1966; since
-- then each follows the one before.

local calendar = lib "calendar"
local fiveyear = {}

local LENGTH, FIRST, THIRD = 5, 1953, 1966

-- “八五”, “十四五”: a pattern of the words between the quotation marks.
fiveyear.NAME = "(?:十[一二三四五六七八]?|[一二三四五六七八九])五"

-- The number of 十四五; of 十四 with `bare`. nil for others.
local LAST = "五"
function fiveyear.number(name, bare)
  local word = bare and name or name:sub(-#LAST) == LAST and name:sub(1, -#LAST - 1)
  return word and calendar.number(word) or nil
end

function fiveyear.first(n)
  return n < 3 and FIRST + LENGTH * (n - 1) or THIRD + LENGTH * (n - 3)
end
function fiveyear.last(n) return fiveyear.first(n) + LENGTH - 1 end

local DIGITS = { "一", "二", "三", "四", "五", "六", "七", "八", "九" }
-- The name of plan n, for messages.
function fiveyear.name(n)
  local tens = n >= 10 and "十" or ""
  return tens .. (DIGITS[n % 10] or "") .. "五"
end

return fiveyear
