-- ownyear: the year a report is given in, as its title, its headings and the
-- day it was given say (lib/years), or else the document's own day.

local years = lib "years"
local ownyear = {}

local LEAST = 2 -- places that agree where no day is known

-- The year that a work report plans, by its headings and its day; nil.
local planned = memo()
function ownyear.planned(doc)
  if planned[doc] == nil then
    local votes = years.read(doc).plan
    local best, against = years.majority(votes)
    planned[doc] = best and #votes[best] >= LEAST and against * 2 <= #votes[best] and best or false
  end
  return planned[doc] or nil
end

-- nil where nothing says, or places disagree.
function ownyear.of(doc) return ownyear.planned(doc) or tonumber(doc.date:sub(1, 4)) end

return ownyear
