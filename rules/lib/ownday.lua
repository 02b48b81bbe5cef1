-- ownday: the day of a text that is written on one day and says so in its head:
-- 《新闻联播》 (20221107), a notice with its day below the title.
--
-- of(doc): { year=, month=, day=, number=, claim= } (number: see lib/calendar), or nil.

local calendar = lib "calendar"
local ownday = {}

local HEAD, TITLE = 2, 90 -- blocks, and bytes of one

local function read(doc)
  for _, claim in ipairs(doc:figures("date")) do
    if claim.block.index > HEAD then return nil end
    local y, m, d = calendar.split(claim.first)
    if y and claim.first == claim.last and claim.block.length < TITLE and claim.text:find("%d%d%d%d") then
      return { year = y, month = m, day = d, number = calendar.day_number(y, m, d), claim = claim }
    end
  end
end

local known = memo()
function ownday.of(doc)
  if known[doc] == nil then known[doc] = read(doc) or false end
  return known[doc] or nil
end

return ownday
