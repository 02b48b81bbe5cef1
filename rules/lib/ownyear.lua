-- ownyear: the year a report is given in, as its title, its headings and the
-- day it was given say (lib/years). The document's own day is not asked: where
-- no heading dates a text, that is a day that it only tells of.

local years = lib "years"
local ownyear = {}

local LEAST = 2 -- places that agree

-- nil where nothing says, or places disagree.
local known = memo()
function ownyear.of(doc)
  if known[doc] == nil then
    local votes = years.read(doc).plan
    local best, against = years.majority(votes)
    known[doc] = best and #votes[best] >= LEAST and against * 2 <= #votes[best] and best or false
  end
  return known[doc] or nil
end

return ownyear
