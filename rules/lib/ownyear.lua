-- ownyear: the year a report is given in, as its title, its headings and the
-- day it was given say (lib/years), or else the document's own day.

local years = lib "years"
local ownyear = {}

local LEAST = 2 -- places that agree where no day is known

local known = memo()

-- nil where nothing says, or places disagree.
function ownyear.of(doc)
  if known[doc] == nil then
    local votes = years.read(doc).plan
    local best, against = years.majority(votes)
    local year = best and #votes[best] >= LEAST and against * 2 <= #votes[best] and best
    known[doc] = year or tonumber(doc.date:sub(1, 4)) or false
  end
  return known[doc] or nil
end

return ownyear
