-- ownday: the day of news, which are written on one day and say so in their head:
-- 《新闻联播》 (20221107). Notices have their day there too, and tell of what is to come
-- as the news tell of what was (会议6月28日在县政府召开。).
--
-- of(doc): { year=, month=, day=, number=, claim= } (number: see lib/calendar), or nil.

local calendar = lib "calendar"
local ownday = {}

local HEAD, TITLE = 2, 90 -- blocks, and bytes of one
local NEWS = re.new("新闻|联播|播报|快讯")

local function is_news(doc)
  for i = 1, math.min(HEAD, #doc.blocks) do
    if NEWS:find(doc.blocks[i].text) then return true end
  end
end

local function read(doc)
  if not is_news(doc) then return nil end
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
