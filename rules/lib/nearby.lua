-- nearby: the words about a place in its sentence, and how many two places share.
--
-- of(view) gives the words that mean something, by their first letters, up to LEFT
-- before and RIGHT behind it; shared(a, b) how many of them two have in common, and
-- whether the nearest to the left or to the right are among them.

local nearby = {}

local LEFT, RIGHT = 8, 6 -- words to a side
local BEFORE, AFTER = 110, 90 -- characters in which they stand
local STEM, SHORTEST = 6, 3

local SMALL = {}
for word in ([[the and for with from was were are been has have had that this which its their our his her not but all any
during through until between since after before about into than then also will would may can who whose each other
january february march april may june july august september october november december]]):gmatch("%a+") do
  SMALL[word] = true
end

local WORD = re.new("[A-Za-z][A-Za-z-]+")
local END = re.new("[.;:](?=\\s)|\\n")

local function words(text)
  local out = {}
  for word in WORD:gmatch(text) do
    word = word:lower()
    if #word >= SHORTEST and not SMALL[word] then out[#out + 1] = word:sub(1, STEM) end
  end
  return out
end

-- What stands behind the last end of a clause, or before the first.
local function since_end(text)
  local from = 1
  while true do
    local _, last = END:find(text, from)
    if not last then return text:sub(from) end
    from = last + 1
  end
end

local function until_end(text)
  local first = END:find(text)
  return first and text:sub(1, first - 1) or text
end

function nearby.of(view)
  local left, right = words(since_end(view:before(BEFORE))), words(until_end(view:after(AFTER)))
  local out = { has = {}, each = {}, left = left[#left], right = right[1] }
  local function add(word)
    if not out.has[word] then out.has[word], out.each[#out.each + 1] = true, word end
  end
  for i = math.max(1, #left - LEFT + 1), #left do add(left[i]) end
  for i = 1, math.min(RIGHT, #right) do add(right[i]) end
  return out
end

function nearby.shared(a, b)
  local n = 0
  for _, word in ipairs(a.each) do -- pairs would sort them each time
    if b.has[word] then n = n + 1 end
  end
  local close = (a.left ~= nil and a.left == b.left) or (a.right ~= nil and a.right == b.right)
  return n, close
end

return nearby
