-- once: places of which a finding was told, so that two ways to one mistake tell
-- of it once.
--
-- In: a place or claim. Out: whether it was marked before.

local once = {}

local AHEAD = 60 -- code points that tell two places of a sentence apart

function once.new() return memo() end

function once.is_marked(book, at)
  local words = book[at.sentence]
  return words ~= nil and words[at:before(AHEAD)] == true
end

function once.mark(book, at)
  local words = book[at.sentence] or {}
  book[at.sentence] = words
  words[at:before(AHEAD)] = true
end

-- Marks it; true where it was not yet.
function once.first(book, at)
  if once.is_marked(book, at) then return false end
  once.mark(book, at)
  return true
end

return once
