-- spelled: names with a number in them that everybody writes alike (one country,
-- two systems; the Five Principles of Peaceful Coexistence): rows of the lexicon
-- en/fixed-name, in which N stands for the number.
--
-- patterns for on.pattern, is(m) whether a match is theirs, and expected(m): the
-- name, and its number where the match has another.

local rows = lexicon "en/fixed-name"
local spelled = {}

local NUMBER = "(?<spelled>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|\\d{1,4}(?:st|nd|rd|th)?)"

local tails, heads, row_of = {}, {}, {}
for i = 1, #rows do
  local head, tail = rows[i].name:match("^(.-)N([ -].*)$")
  row_of[head .. "#" .. tail] = rows[i]
  if head == "" then
    tails[#tails + 1] = tail
  else
    heads[#heads + 1] = head .. "(?=\\w+" .. tail .. ")"
  end
end
spelled.patterns = {
  "(?<![\\w.,-])(?<head>)" .. NUMBER .. "(?<tail>" .. table.concat(tails, "|") .. ")\\b",
  "\\b(?<head>" .. table.concat(heads, "|") .. ")" .. NUMBER .. "(?<tail> \\w+)\\b",
}
local IS = re.new("^(?:" .. table.concat(heads, "|") .. ")|(?:" .. table.concat(tails, "|") .. ")$")
function spelled.is(m) return IS:find(m.text) ~= nil end

-- Five, five and 5 are one number.
local VALUE = { one = "1", two = "2", three = "3", four = "4", five = "5", six = "6", seven = "7", eight = "8", nine = "9", ten = "10", twelve = "12" }
local function value_of(number)
  number = number:lower()
  return VALUE[number] or number
end

function spelled.expected(m)
  local row = row_of[m.head .. "#" .. m.tail]
  if not row then return nil end
  local name = row.name:gsub("N", row.number, 1)
  return name, value_of(m.spelled) ~= value_of(row.number) and row.number or nil
end

return spelled
