-- last_year: Between 2018 and 2033 democracy declined, in a report whose other years end in
-- 2026: the latest year of a text stands two and more beyond all others, and what
-- is told of it is over.

local last = {}

local GAP, FEWEST, NEAR, ONCE = 2, 4, 3, 2 -- years beyond; places of the last years; what is near; times at most
local SHORT = 30 -- bytes of a sentence

local YEAR = re.new([[(?<![\d.,$£€/#-])((?:19|20)\d\d)(?![\d,]|\.\d|%)]])
-- What is planned, falls due, is a number of something, or may be.
local AHEAD = re.new([[\b(?:by (?:\w+ ){0,4}20\d\d|healthy people|end of|will|would|could|should|may|might|can|shall|expect\w*|project\w*|forecast\w*|target\w*|plan\w*|goal\w*|objective\w*|aim\w*|until|through|due|]]
  .. [[matur\w+|expir\w+|future|next|intend\w*|anticipat\w*|commit\w*|effective|beginning|starting|budget\w*|outlook|predict\w*|horizon|scheduled|later|]]
  .. [[agenda|vision|strategy|notes?|bonds?|debentures?|senior|convertible|term|leases?|terminat\w*|extend\w*|option|no\.|volume|iso|model|series|thereafter|possib\w*|likely|]]
  .. [[upcoming|mandate|elected|tenure|valid|licen[cs]\w*|assum\w+|if|prospect\w*|ahead|onwards?|scenario\w*|simulat\w*|announc\w+|agree[ds]?|Stat|U\.S\.C|dated|published|report:|issued|awarded)\b]], "i")
local OVER = re.new([[\b(?:was|were|had|did|increased|decreased|declined|rose|fell|grew|reported|accessed|reviewed|held|conducted|collected|recorded|amounted|showed|found|remained)\b]], "i")
-- As such they are over, whatever else the sentence says.
local ENDED = re.new([[\b(?:(?:years?|months|weeks|quarters?|periods?)(?:[ -]years?)? ended|[Aa]ccessed|[Ll]ast [Rr]eviewed:?|[Cc]omparison of (?:the )?(?:fiscal )?years?)\b[^.;]{0,60}$]])
local PLANNED = re.new([[\b(?:will|expect\w*|anticipat\w*|project\w*|forecast\w*|until|through)\b]], "i")

-- How often each year stands in the text, and one figure that has it.
local function years_of(doc)
  local times, at, all = {}, {}, 0
  for _, claim in ipairs(doc:figures("period", "date")) do
    for year in YEAR:gmatch(claim.text) do
      local y = tonumber(year)
      times[y], at[y], all = (times[y] or 0) + 1, claim, all + 1
    end
  end
  return times, at, all
end

-- The latest year and the one before it.
local function last_two(times)
  local latest, before
  for y in pairs(times) do
    if not latest or y > latest then
      latest, before = y, latest
    elseif not before or y > before then
      before = y
    end
  end
  return latest, before
end

local function is_over(claim, year)
  local text = claim.sentence.text
  local at = text:find(tostring(year), 1, true)
  if not at or #text < SHORT or text:find("http", 1, true) and text:find("%S*http%S*" .. year) then return false end
  local before = text:sub(1, at - 1)
  if ENDED:find(before) then return not PLANNED:find(text) end
  return OVER:find(text) ~= nil and not AHEAD:find(text)
end

function last.judge(doc, report)
  local times, at, all = years_of(doc)
  local latest, before = last_two(times)
  if not before or latest - before < GAP or times[latest] > ONCE or all < 2 * FEWEST then return end
  local recent = 0
  for y, n in pairs(times) do
    if y < latest and y >= before - NEAR then recent = recent + n end
  end
  local claim = at[latest]
  if recent < FEWEST or claim.sentence.cell or not is_over(claim, latest) then return end
  report { at = claim, related = at[before], message = "last", values = { last = tostring(latest), before = tostring(before) } }
end



return last
