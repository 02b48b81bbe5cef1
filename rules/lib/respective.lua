-- respective: figures and names of an English "respectively" whose list is cut
-- by commas: 30%, 21% and 48% had full, partial, or no policies, respectively;
-- 3.75% and 4.00%, respectively, on the 2026 and 2029 notes.
--
-- patterns for on.pattern, and count(m): how many figures, how many names; nil
-- where a name may be two or a list may have begun earlier.

local calendar = lib "calendar"
local strip = lib "strip"

local respective = {}

local FIGURE = [[(?:[$£€]\s?)?\d[\d,]*(?:[.·]\d+)?(?:\s?%| (?:thousand|million|billion|percent(?:age points)?|years|months|days|deaths|cases|persons))?(?: \([^()]{1,40}\))?]]
local FIGURES = [[(?<![\d.,$£€–-])(?<figures>]] .. FIGURE .. [[(?:, ]] .. FIGURE .. [[){0,6},? and ]] .. FIGURE .. [[)]]
local NAME = [[(?:[A-Za-z][\w’'/–-]*|(?:19|20)\d\d)(?: [A-Za-z][\w’'/–-]*){0,3}]]
local NAMES = [[(?<names>]] .. NAME .. [[(?:, ]] .. NAME .. [[){1,6},? (?:and|or) ]] .. NAME .. [[)]]

respective.patterns = {
  FIGURES .. [[ (?:[a-z]+ ){1,2}]] .. NAMES .. [[,? respectively\b]],
  FIGURES .. [[[^.;:\d]{0,40}\brespectively,? (?:on|for|in|among|at|to|from|during) (?:the )?]] .. NAMES,
  [[(?<=[.:;] |^)]] .. NAMES .. [[ (?:were|was|had|accounted for|increased|decreased|declined|rose|fell|grew|comprised|represented)(?: [a-z]+){0,2} ]]
    .. FIGURES .. [[,? respectively\b]],
}

-- Lists of figures against lists of years, dates and classes of ages, which no
-- noun can stretch: $1.7 million and $5.2 million in 2019, 2018 and 2017.
local MONTH = "(?:" .. calendar.MONTHS .. ")"
local YEAR = [[(?:(?:the )?(?:fiscal |calendar )?(?:years? )?(?:(?:ended |ending )?]] .. MONTH .. [[ (?:\d{1,2}, )?)?(?:19|20)\d\d)(?!\d|[,.]\d|%| ?(?:million|billion))]]
local CLASS = [[(?:(?:[≥>≤<]|<|>)? ?\d{1,3}(?:[–-]\d{1,3})?(?!\d|[.,]\d|%))]]
local function list_of(member, least)
  return member .. [[(?:, ]] .. member .. [[){0,6},? and ]] .. member .. (least or "")
end
local YEARS = re.new([[(?<![\d–-])(?:]] .. list_of(YEAR) .. "|" .. YEAR .. "(?:, " .. YEAR .. [[){1,6}(?=,? respectively))]])
local AGES = re.new([[(?<=aged )]] .. list_of(CLASS) .. [[ years]])
local VALUE = [[(?!(?:19|20)\d\d\b(?![.%]|,\d))(?:(?:[$£€]\s?|NT\$|US\$)\(?\d[\d,]*(?:[.·]\d+)?\)?(?: (?:thousand|million|billion|trillion))?]]
  .. [[|\d[\d,]*(?:[.·]\d+)? ?(?:%|percent|per cent|(?:thousand|million|billion|trillion)|[a-z]{3,12}(?=,|,? and \d| ))|\d{1,3}(?:,\d{3})+|\d+\.\d+)(?: \([^()]{1,40}\))?]]
-- Only the last may have the unit: 12.3, 12.9 and 14.3 per cent.
local PLAIN = [[(?!(?:19|20)\d\d\b(?![.%]|,\d))(?:[$£€]?\d[\d,]*(?:[.·]\d+)?)]]
local VALUES = re.new([[(?<![\d.,$£€–≥≤<>-])(?<!aged )(?<!ages )(?:(?:]] .. VALUE .. "|" .. PLAIN .. [[), ){0,7}(?:]] .. VALUE .. "|" .. PLAIN .. [[)(?:,? and |, )(?:approximately |about )?]]
  .. VALUE .. [[(?!\d|[.,]\d| ?[–-]\d)]])
local RANGED = re.new([[\d ?[–-] ?\d|[≥≤<>]|\b]] .. MONTH .. [[\b|\byears?\b]])
local ANY_YEAR = re.new([[\b(?:19|20)\d\d\b(?![,.]\d|%)]])
local CUT = re.new([[,? and |, (?=\D|\d)]])
local SEPARATOR = re.new([[\([^()]*\)]])

-- zero, $217,000 and $1.1 million: it may have begun before.
local BEGUN = re.new([[, ?$]])
local YEAR_BEFORE = re.new([[(?:19|20)\d\d, ?$]])
local function begun(text, from)
  local before = text:sub(math.max(1, from - 8), from - 1):gsub("^[\x80-\xBF]+", "")
  return BEGUN:find(before) ~= nil and not YEAR_BEFORE:find(before)
end

-- The first bytes, last bytes and lengths of the lists that the pattern finds.
local function lists(text, pattern, count)
  local out, at = {}, 1
  while true do
    local from, to = pattern:find(text, at)
    if not from then return out end
    local n = not (pattern == VALUES and begun(text, from)) and count(text:sub(from, to))
    if n then out[#out + 1] = { from = from, to = to, n = n } end
    at = to + 1
  end
end

local function count_years(text)
  local n = 0
  for _ in ANY_YEAR:gmatch(text) do n = n + 1 end
  return n
end

local THOUSANDS = re.new([[(?<=\d),(?=\d{3}(?!\d))]])
local function members(text)
  text = strip.all(strip.all(text, SEPARATOR), THOUSANDS)
  local n = 1
  for _ in CUT:gmatch(text) do n = n + 1 end
  return n
end

local function count_values(text)
  if RANGED:find(text) or count_years(text) > 0 then return nil end
  return members(text)
end

-- The part of the text that the "respectively" at byte `at` is of.
local function stretch(text, at)
  local from, to = 1, #text
  for _, mark in ipairs { "; ", "respectively" } do
    local last = 0
    while true do
      local a, b = text:find(mark, last + 1, true)
      if not a then break end
      last = b
      if b < at then from = math.max(from, b + 1) elseif a > at then to = math.min(to, a - 1) end
    end
  end
  return from, to
end

-- Of the word at byte `at` of a sentence: a list of values and one of years or
-- ages as { from, to, n }, where there is one of the one kind and no list of the
-- other fits; and whether one fits.
function respective.periods(text, at)
  local from, to = stretch(text, at)
  local part = text:sub(from, to)
  local names = lists(part, YEARS, count_years)
  for _, list in ipairs(lists(part, AGES, members)) do names[#names + 1] = list end
  local values = lists(part, VALUES, count_values)
  if #names ~= 1 or #values == 0 then return nil end
  local name, nearest = names[1], values[#values]
  for _, list in ipairs(values) do
    if list.n == name.n or list.n % name.n == 0 then return nil, true, list, name, from - 1 end
    if list.from < at then nearest = list end
  end
  return nearest, false, nearest, name, from - 1
end

-- losses of $8.3 million and $13.9 million during 2019, respectively: nothing but the
-- figures is joined, so the word has one name. The first and last byte of the figures; nil
-- where something else may be named, here or before.
local ONE_YEAR = re.new([[(?:in|during|for|at|of|by)(?: the)?(?: (?:fiscal|calendar))?(?: years?)?(?: (?:ended|ending))?(?: ]] .. MONTH .. [[(?: \d{1,2},)?)? (?:19|20)\d\d,? $]])
local NAMED_BEFORE = re.new([=[\b(?:these|those|they|them|their|both|such|which|two|three|four|each|either|former|other|this|it|that|all|versus|or)\b|[/&;:(]|, (?!respectively)(?!\d)]=], "i")
local AND = re.new([[\band\b]])
function respective.of_one_year(text, at)
  local before = text:sub(1, at - 1)
  local year = ONE_YEAR:find(before)
  if not year then return nil end
  local found = lists(before:sub(1, year - 1), VALUES, count_values)
  if #found ~= 1 then return nil end
  local list = found[1]
  local lead, between = before:sub(1, list.from - 1), before:sub(list.to + 1, year - 1)
  if #lead < 12 or ANY_YEAR:find(lead) or NAMED_BEFORE:find(lead .. " " .. between) or AND:find(lead) or AND:find(between) then return nil end
  return list.from, list.to
end

-- One figure right before the word, which nothing joins to another: grew by 25%
-- respectively; (17.6%, respectively); 0.8 cases per 100,000 population, respectively.
local SIGN = [[(?: ?%| ?per ?cent(?:age points?)?| (?:thousand|million|billion|trillion))?]]
local OF = [[(?: (?!(?:and|or|to|versus|vs|compared|in|for|among|on|at|by|from|between|during|with|was|were|than)\b)[A-Za-z/-]+| per [\d,]+|/\d[\d,]{3,}){0,5}]]
local SINGLE = re.new([[(?<![\d.,/–-])(?<!\d )([$£€₹] ?\d(?:[\d,]*\d)?(?:[.·]\d+)?|(?<![A-Za-z])\d(?:[\d,]*\d)?(?:[.·]\d+)?)(]] .. SIGN .. ")(" .. OF .. [[),? \(?$]])
local SINGLE_YEAR = re.new([[^(?:19|20)\d\d$|^\d{1,2}$]])
local MONTH_BEFORE = re.new(MONTH .. [[ $|\b(?:[Nn]otes?|[Tt]ables?|[Ff]igures?|[Ss]ections?|[Ll]evels?|[Pp]hases?|[Gg]rades?|[Aa]ged?|[Pp]arts?|[Ii]tems?|[Ss]tages?) $]])
-- What may join it to one before, which may be in words: three and 25; 3% to 5%.
local JOINED = re.new([[(?:(?:\band|\bor|\bversus|\bvs\.?|\bnor|\bplus|[,/&–-]|\d%? to|hundred to|\d(?: [a-z]+){0,2} of) ?]]
  .. [[(?:(?:approximately|about|around|nearly|almost|over|only|just|more than|less than|an? (?:additional|estimated|further)]]
  .. [[|some|up to|at least|aged?|by|to|at) ){0,2}[($≥≤<>~]*|[≥≤<>~–+-])$]])
local JOINS = re.new([=[\b(?:and|or|versus|vs|compared|than|while|whereas|but|against|plus|to|from)\b|[,;/&]]=])
local FIGURE_BEFORE = re.new([[\d(?:[\d,.]*\d)?]])
local LISTED, BACK = 110, 400 -- bytes within which another figure may be its fellow; that are read
local function last_of(text, pattern)
  local last, at = nil, 1
  while true do
    local from, to = pattern:find(text, at)
    if not from then return last end
    last, at = to, to + 1
  end
end

-- Of the word at byte `at` of a sentence: where the figure stands that is alone,
-- its first and last byte; nil where it is not, or another stands near.
function respective.single(text, at)
  local from = math.max(1, at - BACK)
  if from > 1 then from = utf8.offset(text, 0, from) end
  local part = text:sub(from, at - 1)
  local a = SINGLE:find(part)
  if not a then return nil end
  local figure, sign, of = SINGLE:match(part)
  local before = part:sub(1, a - 1)
  local years = sign == "" and SINGLE_YEAR:find(figure) ~= nil and (of == "" or #figure == 4)
  if years or MONTH_BEFORE:find(before) or JOINED:find(before) or #before < 12 then return nil end
  local last = last_of(before, FIGURE_BEFORE)
  if last and #before - last <= LISTED and JOINS:find(before:sub(last + 1)) then return nil end
  return from + a - 1, from + a - 2 + #figure + #sign
end

local JOINT = re.new([[,? (?:and|or) |, ]])
local OPENS = re.new([[^(?:In|At|For|By|On|As|Of|To|With|Under|Among|During|After|Since|From|Last|This|Next|Based|Hence|Thus|Today|Overall|However|Similarly|Likewise|Together|Both|]]
  .. [[Meanwhile|Indeed|Concurrently|More|Specifically|Nevertheless|Nonetheless|Consequently|Accordingly|Furthermore|Moreover|Additionally|Finally|Conversely|Notably|Up|Using|Also|Other|Relative|Currently|Elsewhere)\b]])
local CLAUSE = re.new([[, (?:month|quarter|year)-(?:on|over)-(?:month|quarter|year)\b|\b(?:with|which|who|while|where|when|as|compared|relative|because|although|but)\b]])
local BRACKETS = re.new([[ \([^()]*\)]])

-- How many pieces the joints make of a list; nil where "and" stands twice.
local function pieces(text)
  local n, ands, from = 1, 0, 1
  while true do
    local at, to = JOINT:find(text, from)
    if not at then break end
    local joint = text:sub(at, to)
    if joint:find("and", 1, true) or joint:find("or", 1, true) then ands = ands + 1 end
    n, from = n + 1, to + 1
  end
  return ands == 1 and n or nil
end

-- commerce, financial and business services: the adjective may share the noun
-- behind the joint.
local SHARED = re.new([[, [A-Za-z]+(?:al|ic|ive|ous|ary),? and [\w-]+ [\w-]+]])

function respective.count(m)
  if OPENS:find(m.names) or CLAUSE:find(m.names) or SHARED:find(m.names) then return nil end
  if m:place("figures"):before(3):find("[%d%%)], ?$") then return nil end
  local figures, names = pieces(strip.all(m.figures, BRACKETS)), pieces(m.names)
  return figures, names
end

return respective
