-- title_year: Exposure Among Workers, United States, 2015, and below it: July 12, 2014. What is
-- titled with a year is published in that year or later.

local title_year = {}

local HEAD, SHORT = 14, 120 -- blocks in which the day stands; bytes of its block
local TITLE, SPAN = 250, 10 -- bytes of a title; years that a slip is off
local YEAR = re.new([[(?<![\d.,-])(?:19|20)\d\d(?![\d,]|\.\d)]])
local AHEAD = re.new([[\b(?:budget|plan|plans|planning|outlook|forecasts?|projections?|projected|strategy|strategic|agenda|targets?|goals?|vision|proposal|proposed|programme?|estimates|guidance|]]
  .. [[meetings?|preview|ahead|towards?|until|through|by|expected|will|notes? due|due|calendar|schedule|fiscal|FY|seasons?|names|notice|changes|rates|rules|holidays|election)\b]], "i")

-- The latest year of a text, and its place in bytes.
local function latest_of(text)
  local best, first, last
  local at = 1
  while true do
    local from, to = YEAR:find(text, at)
    if not from then return best, first, last end
    local year = math.tointeger(tonumber(text:sub(from, to)))
    if not best or year > best then best, first, last = year, from, to end
    at = to + 1
  end
end

-- The first day of the head that stands alone in its line or nearly so.
local function day_of(doc)
  for _, claim in ipairs(doc:figures("date")) do
    if claim.block.index > HEAD then return nil end
    if claim.year and claim.first == claim.last and claim.text:find("%d%d%d%d") and claim.block.length <= SHORT
      and not claim.sentence.cell and claim.block.index > 1 then
      return claim
    end
  end
end

function title_year.judge(doc, report)
  local day = day_of(doc)
  local title = day and doc.sentences[1]
  if not title or AHEAD:find(title.text) or title.block.index > 1 or title.block.length > TITLE then return end
  local year, first, last = latest_of(title.text)
  if not year then return end
  local place = title:place(first, last)
  if year > day.year and year - day.year <= SPAN then
    report { at = day, related = { place }, message = "title", values = { year = tostring(year) } }
  elseif year <= day.year then
    report.agrees { at = day, related = place, how = year .. " ≤ " .. day.text }
  end
end



return title_year
