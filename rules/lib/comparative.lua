-- comparative: higher in towns (52.3%) than in the country (58.1%).
--
-- patterns for on.pattern, and check(m): -1, 0 or 1 as the words disagree with
-- the two percentages, leave it open, or agree; then the places.

local comparative = {}

local WORD = [[\b(?<w>higher|lower|greater|smaller|larger|more|less|fewer)\b]]
local INSIDE = [[\((?:[^()%]{0,20}?[ =;,\[])?]]
local A, B = [[(?<a>\d{1,3}(?:\.\d+)?)%[^()]{0,60}\)]], [[(?<b>\d{1,3}(?:\.\d+)?)%]]
local WORDS = [[[^.;()\d]{0,80}]]

comparative.patterns = {
  WORD .. WORDS .. INSIDE .. A .. [[[^.;()\d]{0,40}\bthan\b]] .. WORDS .. INSIDE .. B,
  INSIDE .. A .. [[[^.;()\d]{0,60}]] .. WORD .. [[[^.;()\d]{0,30}\bthan\b]] .. WORDS .. INSIDE .. B,
}

local UP = { higher = true, greater = true, larger = true, more = true }
local AGAIN = re.new([[\b(?:higher|lower|greater|smaller|larger|more|less|fewer|not|no|nor|neither|except|but|while|whereas)\b]], "i")

-- Another comparative of the sentence (higher in those with lower income), or
-- a negation, leaves open what is compared.
local function alone(m)
  local n = 0
  for _ in AGAIN:gmatch(m.text) do n = n + 1 end
  local at = m.sentence.text:find(m.text, 1, true)
  local before = m.sentence.text:sub(1, (at or 1) - 1)
  return n == 1 and not AGAIN:find(before)
end

function comparative.check(m)
  if not alone(m) then return 0 end
  local a, b = decimal(m.a), decimal(m.b)
  if a == b then return 0 end
  return (a > b) == (UP[m.w] or false) and 1 or -1, { m:place("a"), m:place("b") }
end

return comparative
