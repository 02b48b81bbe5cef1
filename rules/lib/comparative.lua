-- comparative: higher in towns (52.3%) than in the country (58.1%); lowest in
-- towns (0.77) and higher in villages (3.69); highest in towns (52.3%),
-- followed by the coast (58.1%).
--
-- patterns for on.pattern, and check(m): -1, 0 or 1 as the words disagree with
-- the two figures, leave it open, or agree; then the places.

local comparative = {}

local MORE = [[(?<w>[Hh]igher|[Ll]ower|[Gg]reater|[Ss]maller|[Ll]arger|[Mm]ore|[Ll]ess|[Ff]ewer|[Ss]teeper)\b]]
local WORD = [[\b]] .. MORE
local MOST = [[\b(?<w>[Hh]ighest|[Ll]owest|[Gg]reatest|[Ss]mallest|[Ll]argest|[Mm]ost)\b]]
-- Up to n bytes of words; two small numbers (aged 3 months, type 1) may be among them.
local function words(n)
  local run = [[[^.;()\d]{0,]] .. n .. "}"
  return run .. [[(?:(?<=[a-z] )(?:(?:19|20)\d\d|\d{1,2})(?= [a-z]|,? \()]] .. run .. [[){0,2}]]
end
local WORDS = words(80)
local INSIDE = [[\((?:[^()%]{0,20}?[ =;,\[])?]]
local TAIL = [[[^()]{0,60}\)]]
local A, B = [[(?<a>\d{1,3}(?:\.\d+)?)%]] .. TAIL, [[(?<b>\d{1,3}(?:\.\d+)?)%]]
local THAN = [[\bthan\b(?! (?:an?|one|half|two|three)\b)]] -- less than one third bounds
local FIGURE = [[\d{1,3}(?:\.\d+%?|%)]]

local AMOUNT = [[(?<![\d.,–-])(?<!to )(?<!and )[$£€]?\d[\d,]*(?:\.\d+)?]]
local UNIT = [[(?<u>%| (?:million|billion|thousand|trillion|per cent|[A-Za-z]{2,8})\b)]]

-- In brackets alone: with a unit, decimals or groups, else it may be a reference.
local LONG = [[[$£€]?(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d[\d,]*(?=%| [a-z]))(?:\.\d+)?]]
local BARE_A = [[\((?<a>]] .. LONG .. [[)(?<u>%?(?: (?:million|billion|thousand|trillion|per cent|percent|crore|tonnes))?)\)]]
local BARE_B = [[\((?<b>]] .. LONG .. [[)\k<u>\)]]

local NO_LIST, NO_THEN = [[(?<list>)]], [[(?<next>)]]
local PAIR = NO_LIST .. NO_THEN

comparative.patterns = {
  PAIR .. WORD .. WORDS .. INSIDE .. A .. words(40) .. THAN .. WORDS .. INSIDE .. B,
  PAIR .. INSIDE .. A .. words(60) .. WORD .. words(30) .. THAN .. WORDS .. INSIDE .. B,
  -- 37.7% lower in 2012 (0.38 tonnes) compared with 1997 (0.61 tonnes)
  PAIR .. WORD .. WORDS .. [[\((?<a>]] .. FIGURE .. [[)[^()]{0,60}\)[^.;()]{0,20}\b(?:compared (?:with|to)|versus|than)\b[^.;()]{0,60}\((?<b>]] .. FIGURE .. [[)[^()]{0,60}\)]],
  -- 214.8 Mtoe, 1.2% higher than in 2011 (212.2 Mtoe)
  PAIR .. [[(?<a>]] .. AMOUNT .. [[)]] .. UNIT .. [[(?:[^.;()\d]|\([^()]{0,50}\)){0,40}?, (?:or |which (?:was|is) |a figure )?(?:about |approximately )?]]
    .. [[[$£€]?\d[\d,.]*(?:%| ?[a-z]+(?: points)?)(?: \([^()]{1,30}\))? ]] .. WORD .. [[[^.;()\d]{0,25}\bthan\b(?:[^.;()\d]|(?:19|20)\d\d\b){0,70}?\(?(?<b>]]
    .. AMOUNT .. [[)\k<u>(?! ?(?:to|and|–|-) ?[$£€]?\d)]],
  -- $672 million in the quarter were higher than the $606 million before
  PAIR .. [[(?<a>]] .. AMOUNT .. [[)]] .. UNIT .. [[(?:[^.;()\d]|\b(?:19|20)\d\d\b|\b[QH]\d\b){0,60}?(?:,| was| were| is| are) ]] .. WORD .. [[ than (?:the |in (?:19|20)\d\d \()(?<b>]]
    .. AMOUNT .. [[)\k<u>(?! ?(?:to|and|–|-) ?[$£€]?\d)]],
  -- arrivals (318,000) were fewer than departures (377,000)
  PAIR .. BARE_A .. [[ (?:was|were|is|are|(?:has|have) been|remained?)(?: still| also| again| [a-z]+ly| much| far)? ]] .. MORE
    .. " " .. THAN .. WORDS .. BARE_B,
  PAIR .. BARE_A .. [[ (?:[a-z]+ly )?(?<w>exceed(?:ed|s)?) ]] .. WORDS .. BARE_B,
  -- steeper among A (2.7%), B (0.4%) and C (4.4%) than among D (0.7%)
  NO_THEN .. WORD .. WORDS .. [[(?<list>\((?<a>\d{1,3}(?:\.\d+)?)%]] .. TAIL .. [[(?:[^.;()\d]{2,60}\(\d{1,3}(?:\.\d+)?%]]
    .. TAIL .. [[){1,5})]] .. [[[^.;()\d]{0,10}]] .. THAN .. WORDS .. INSIDE .. B,
  -- higher in towns than in villages (52.3% versus 58.1%)
  PAIR .. WORD .. WORDS .. THAN .. WORDS .. [[\((?<a>]] .. FIGURE
    .. [[),? (?:versus|vs\.?|compared (?:with|to)) (?<b>]] .. FIGURE .. [[)(?=[,;) ])]],
  -- lowest in towns (0.77) and higher in villages (3.69)
  NO_LIST .. MOST .. WORDS .. INSIDE .. [[(?<a>]] .. FIGURE .. [[)]] .. TAIL .. [[,? (?:and|but|while) (?:was |were )?]]
    .. [[(?<next>higher|lower)\b]] .. WORDS .. INSIDE .. [[(?<b>]] .. FIGURE .. [[)]],
  -- highest in towns (52.3%), followed by the coast (58.1%)
  NO_LIST .. MOST .. WORDS .. INSIDE .. [[(?<a>]] .. FIGURE .. [[)]] .. TAIL .. [[,? (?<next>followed by)\b]] .. WORDS
    .. INSIDE .. [[(?<b>]] .. FIGURE .. [[)]],
}

local UP = { higher = true, greater = true, larger = true, more = true, steeper = true,
             exceeded = true, exceeds = true, exceed = true, highest = true, greatest = true, largest = true, most = true }
local AGAIN = re.new([[\b(?:higher|lower|greater|smaller|larger|more|less|fewer|steeper|exceed(?:ed|s)?|not|no|nor|neither|except|but|while|whereas)\b]], "i")
local SHARE = re.new([[\((\d{1,3}(?:\.\d+)?)%]])

-- Is that a match of one of the patterns?
local OURS = re.new([[\b(?:than|versus|compared|exceed(?:ed|s)?)\b|\b(?:followed by|higher|lower)\b]])
function comparative.is(text) return OURS:find(text) ~= nil end

local function figure(text) return decimal((text:gsub("[%%,$]", ""):gsub("£", ""):gsub("€", ""))) end

-- Another comparative of the sentence (higher in those with lower income), or
-- a negation, leaves open what is compared.
local function alone(m)
  local n = 0
  for _ in AGAIN:gmatch(m.text) do n = n + 1 end
  local at = m.sentence.text:find(m.text, 1, true)
  local before = m.sentence.text:sub(1, (at or 1) - 1)
  return n == (m.next == "followed by" and 0 or 1) and not AGAIN:find(before)
end

-- Of a list of shares the one that speaks against the word, else the first.
local function of_list(m, up, b)
  local first
  for text in SHARE:gmatch(m.list) do
    local a = decimal(text)
    first = first or text
    if a ~= b and (a > b) ~= up then return text end
  end
  return first
end

-- The place of a listed share.
local function in_list(m, text)
  local list = m:place("list")
  for _, claim in ipairs(m.sentence.claims) do
    if claim.number_text == text and list.text:find(claim.text, 1, true) then return claim end
  end
  return list
end

-- -1, 0 or 1, the places, and the first figure as printed.
function comparative.check(m)
  if not alone(m) or m.list:find(" than ", 1, true) then return 0 end
  if (m.next ~= "" or not m.list) and (m.a:find("%", 1, true) == nil) ~= (m.b:find("%", 1, true) == nil) then return 0 end
  local up, b = UP[m.w:lower()] or false, figure(m.b)
  local text = m.list ~= "" and of_list(m, up, b) or m.a
  local places = { m.list ~= "" and in_list(m, text) or m:place("a"), m:place("b") }
  if (m.next == "higher" or m.next == "lower") and (m.next == "lower") ~= up then return -1, places, text end
  local a = figure(text)
  if a == b then return 0 end
  return (a > b) == up and 1 or -1, places, text
end

return comparative
