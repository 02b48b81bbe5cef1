-- ordinals: English ordinals in words and digits: Fifty-eighth, Tenth, 21st.
--
-- PATTERN matches one, without a group; value(text) is its number, nil where it is none.

local ordinals = {}

local UNITS = {
  first = 1, second = 2, third = 3, fourth = 4, fifth = 5, sixth = 6,
  seventh = 7, eighth = 8, ninth = 9, tenth = 10, eleventh = 11, twelfth = 12, thirteenth = 13, fourteenth = 14,
  fifteenth = 15, sixteenth = 16, seventeenth = 17, eighteenth = 18, nineteenth = 19, twentieth = 20, thirtieth = 30,
  fortieth = 40, fiftieth = 50, sixtieth = 60, seventieth = 70, eightieth = 80, ninetieth = 90,
}
local TENS = { twenty = 20, thirty = 30, forty = 40, fifty = 50, sixty = 60, seventy = 70, eighty = 80, ninety = 90 }

ordinals.PATTERN = [[(?:(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)-[a-z]+|[A-Z]?[a-z]{1,11}th|[Ff]irst|[Ss]econd|[Tt]hird|\d{1,2}(?:st|nd|rd|th))]]

function ordinals.value(text)
  text = text:lower()
  local digits = text:match("^(%d+)")
  if digits then return tonumber(digits) end
  local tens, unit = text:match("^(%a+)%-(%a+)$")
  if tens then return TENS[tens] and UNITS[unit] and TENS[tens] + UNITS[unit] end
  return UNITS[text]
end

return ordinals
