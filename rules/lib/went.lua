-- went: a word of change and two figures that stand behind it with their years, in
-- a list or up or down from each other: increased among girls (17% for 1999–2002
-- versus 23% for 2007–2010); rose (2018: 75.7%; 2019: 82.0%); has declined, with 66.3
-- Mtoe in 1990 compared to 38.7 Mtoe in 2013; 20%, down from the current limit of 50%;
-- steady increases (10.4%, 11.2%, and 15.3%); fell to a record low, the lowest ever.
--
-- patterns for on.pattern, and check(m): -1, 0 or 1 as the figures speak
-- against the word, leave it open, or agree; then the places that tell.

local went = {}

local UP = [[increas(?:e[sd]?|ing)|ris(?:es?|en|ing)|rose|gr[eo]w(?:n|s|ing|th)?|climb(?:ed|s|ing)|jump(?:ed|s)?|gain(?:ed|s)?|improve(?:d|ments?)|surg(?:e[sd]?|ing)|widened|expanded|doubled|up(?! to\b)]]
local DOWN = [[decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|reduc(?:tions?|ed)|shr[aiu]nk|slipped|plunged|narrowed|contracted|halved|down]]
local WORD = "(?<w>" .. UP .. "|" .. DOWN .. ")"
local IS_UP = re.new("^(?:" .. UP .. ")$", "i")
local NUMBER = [[[$£€]?\d[\d,]*(?:\.\d+)?]]
local UNIT = [[(?: ?%| per ?cent| (?:million|billion|trillion))?(?: (?!in\b|for\b|during\b|to\b|and\b|of\b|versus\b|compared\b)[A-Za-z]{1,12})?(?: per [\d,]+)?]]
local YEAR = [[(?:FY ?)?(?:19|20)\d\d]]
local SINCE = "(?:[–-]+\\d{2,4})?"
local AGAINST = [[,? (?:versus|vs\.?|to|compared (?:with|to)|and|against) (?:only |about )?]]
local NONE = [[(?<y>)(?<z>)(?<c>)(?<r>)]]

went.patterns = {
  -- (17% for 1999–2002 versus 23% for 2007–2010)
  [[\b]] .. WORD .. [[\b[^.;:()\d]{0,110}\((?<a>]] .. NUMBER .. ")" .. UNIT .. " (?:for|in|during) (?<y>" .. YEAR .. ")" .. SINCE .. AGAINST
    .. "(?<b>" .. NUMBER .. ")" .. UNIT .. " (?:for|in|during) (?<z>" .. YEAR .. ")" .. SINCE .. [[(?<c>)(?<r>)]],
  -- (2018: 75.7%, 95% CI, 73.1%–78.1%; 2019: 82.0%)
  [[\b]] .. WORD .. [[\b[^.;:()]{0,90}\((?<y>]] .. YEAR .. ")" .. SINCE .. "[:,] (?<a>" .. NUMBER .. ")" .. UNIT .. [[(?:[,;] [^();]{1,40})?[;,] ?(?:and )?(?<z>]] .. YEAR .. ")"
    .. SINCE .. "[:,] (?<b>" .. NUMBER .. [[)(?<c>)(?<r>)]],
  -- has declined since 1990, with 66.3 Mtoe used in 1990 compared to 38.7 Mtoe in 2013
  [[\b]] .. WORD .. [[\b[^.;:()%]{0,80}, with (?<a>]] .. NUMBER .. ")" .. UNIT .. "(?: [a-z]+)? (?:in|during) (?<y>" .. YEAR .. ")" .. AGAINST
    .. "(?<b>" .. NUMBER .. ")" .. UNIT .. [[(?: [a-z]+)? (?:in|during) (?<z>]] .. YEAR .. ")(?<c>)(?<r>)",
  -- steady increases in the share (10.4%, 11.2%, and 15.3%, respectively)
  [[(?<y>)(?<z>)(?<r>)\b(?:stead(?:y|ily)|continu(?:ous|ously|al|ally)|consistent(?:ly)?|gradual(?:ly)?|successive(?:ly)?|progressive(?:ly)?) ]] .. WORD .. [[\b[^.;:()]{0,120}\((?<a>]] .. NUMBER .. ") ?%,? (?:and )?(?<b>"
    .. NUMBER .. ") ?%,? (?:and )?(?<c>" .. NUMBER .. ") ?%",
  -- 20% of the shares, down from the current threshold of 50%
  NONE .. [[(?<a>(?<!\d[.,])(?<![\d–-])]] .. NUMBER .. [[(?: ?%| million| billion| per ?cent))(?:[^.;()\d$£€%]|\.\d){0,60}?,? \(?]]
    .. [[(?<w>up|down) from (?:the |an? |its |our |their )(?:[a-z-]+ ){0,4}?(?:of |at )?(?<b>]] .. NUMBER
    .. [[(?: ?%| million| billion| per ?cent))]],
  NONE .. [[(?:below|above|over|under|beyond|least|most) (?<a>\d+)(?: [a-z]+)?,? (?<w>up|down) from (?:(?:below|above|over|under|beyond|at least|at most) )?(?<b>\d+)(?![\d.,]*\d|%)]],
  -- fell to 26.6, the lowest on record; fell to a record low
  [[(?<a>)(?<b>)(?<c>)(?<y>)(?<z>)\b]] .. WORD .. [[(?: [a-z]+ly)?(?: by [\d.]+ ?%)? to (?:an? |its |the )?(?:new |record |all-time |historic )?(?:[a-z]+-year )?(?<r>low|high|lowest|highest|peak)\b]]
    .. [[(?=[,.;)]| (?:of|in|on|at|for|by|since|from|after|during|this|last|and)\b| \(|$)]], -- not: attributed the decline to high sales
  [[(?<a>)(?<b>)(?<c>)(?<y>)(?<z>)\b]] .. WORD .. [[(?: [a-z]+ly)?(?:(?: by)? [\d.]+ ?%)? (?:from [^,.;]{1,40} )?to (?:[^.,;()]|[.,]\d){1,60}]]
    .. [[, (?:which (?:is|was) )?(?:the|its|their) (?<r>lowest|highest)(?: (?:level|point|rate|figure|value|number|total|share|reading|since|in|on|ever|recorded|yet|of the (?:series|decade))\b)]],
}

local function number(text) return decimal((text:gsub("[^%d.]", ""))) end

local OTHER = re.new([[\b(?:]] .. UP:gsub("|up[^|]*$", "") .. "|" .. DOWN:gsub("|down$", "") .. [[|not?|no|slow\w*|pace|rate of|until|but|although|except|offset|gap|difference|rank\w*|deficit|loss\w*|or)\b]], "i")
local function alone(m)
  local upto, at = m.text, m.text:find("(", 1, true)
  if at then upto = upto:sub(1, at) end
  local n = 0
  for _ in OTHER:gmatch(upto) do n = n + 1 end
  return n <= 1 and not (m.w == "up" or m.w == "down") or n == 0
end

local BASED = re.new([[ to [^,;]*\d[^,;]* from [^,;]*\d[^;]*, (?:which |the |its |their )]])
local HIGH = { high = true, highest = true, peak = true }
local function ordered(m, a, b)
  local y, z = m.y:match("%d%d%d%d"), m.z:match("%d%d%d%d")
  if y and tonumber(y) > tonumber(z) then return b, a end
  return a, b
end

function went.check(m)
  if not alone(m) then return 0 end
  local up = IS_UP:find(m.w) ~= nil
  if m.r ~= "" then
    -- a noun that something took to its lowest; to 2.7% from 2.6%, the lowest
    if m.w == "growth" or BASED:find(m.text) then return 0 end
    return (HIGH[m.r] or false) == up and 1 or -1, { m:place("r") }
  end
  if m.y ~= "" and m.y == m.z then return 0 end
  local a, b = ordered(m, number(m.a), number(m.b))
  local places = { m:place("a"), m:place("b") }
  if m.w == "up" or m.w == "down" then a, b = b, a end
  if m.c ~= "" then
    local c = number(m.c)
    if (a < b) ~= (b < c) then return 0 end
    places[3] = m:place("c")
  end
  if a == b then return 0 end
  return (b > a) == up and 1 or -1, places
end

return went
