-- bracketed: a count and the bracket, or the numbered list, behind its noun: five
-- domains of functioning (hearing, vision, walking, self-care, and living); one of
-- three options: 1) a test, 2) a visit, or 3) a call; four tiers of readiness,
-- consisting of …
--
-- patterns for on.pattern, and range(m): how many members the list has at least
-- and at most, and its place; nil where it is no list of all that is counted.

local bracketed = {}

local NUMBER = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12 }
local WORDS = "[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
local COUNT = [[(?<![\w–,.$£€≥≤<>=-])(?<![\d] )(?<n>]] .. WORDS .. [[|\d{1,2})]]
local SPELT = [[\b(?<![–-])(?<n>]] .. WORDS .. [[)]] -- digits are everywhere, and dear
-- racial and ethnic groups, behaviors and experiences
local AND = [[(?:(?<= [a-z]{3})[a-z-]* and(?: (?!(?:of|or|and|the|to|in|on|for|by|per|were|was|are|is|a|an|its|their|]] .. WORDS .. [[)\b)[a-z’'/-]+){0,3}?)?]]
local NOUN = [[(?<noun>(?: (?!(?:of|or|and|the|to|in|on|for|by|per|were|was|are|is|across|]] .. WORDS .. [[)\b)[A-Za-z’'/-]+){0,5}?]] .. AND .. [[ (?!(?:was|is|has|does|this|thus|less|versus|as|its|This|Is|Was|Its|As)\b)(?:[A-Za-z][a-z’'/-]*s|criteria|phenomena|strata|[A-Z]{3,}S))\b]]
local OF = [[(?<of> of (?:the|these|those|our|its|their)(?: (?:]] .. WORDS .. [[|\d{1,2}|following|other))?)?]]
local OF_MANY = [[(?<of>(?: \(\d[\d.]*%\))? of (?:the )?(?:[2-9]\d|\d{3})(?![\d,.%]))]] -- too many for the bracket
local MIDDLE = [[(?<mid>(?: (?!(?:and|or|but|while|than|each|every|per(?! [a-z]+ \()|(?<!ed )with|including|]] .. WORDS .. [[)\b)(?:[A-Za-z’'/-]+|[A-Z][A-Za-z]*(?:-[A-Za-z0-9]+)+)){0,14}?)]]
local LIST = [[(?<list>(?:[^()]|\([^()]{0,200}\)){5,420})]]
-- The three main drivers were exports and tourism: what is chosen is named.
local MOST = [[(?:(?:most|least) [a-z]+|largest|biggest|smallest|main|leading|key|principal|chief|primary|top|major|strongest|fastest|highest|lowest)]]
local SAID = [[(?: (?:examined|analyzed|analysed|used|studied|assessed|considered|included|evaluated|compared|identified|measured))]]

-- What opens a list: a bracket, a dash, a colon, "namely"; or the names follow.
local OPENS = [[(?<in> ?[–—] ?| --? |---?|: |,? namely(?:,|:|) |, (?:that is|i\.e\.),? |,? (?:are|were|being): |,? as follows: )(?<list>\S[^.]{3,600})]]
local NAME = [[(?:the )?[A-Z][\w’'&-]*(?: (?:(?:of|the|de|for|&) )?[A-Z][\w’'&-]*){0,4}]]
local NAMES = [[(?<in>, (?:both |all )?)(?<list>]] .. NAME .. "(?:, " .. NAME .. "){0,8},? and " .. NAME .. [[), (?=[a-z])]]

-- What stands behind the words that follow the count is asked before they are cut.
local WORD = [[(?=[A-Za-z’'/ -]{3,180}+(?:(?<=[A-Z]-|[a-z]-)\d{1,3}[A-Za-z’'/ -]*+)?]]
local MARK = WORD .. [[(?:[–—:]|, (?:namely|that is|i\.e|are|were))|[A-Za-z’'/ ]{3,120}+(?:-[A-Za-z]+[A-Za-z’'/ ]*+){0,4}-[- ])]]
local NAMED = WORD .. [[, (?:both |all |the )?[A-Z])]]

-- The 7 response options were never, sometimes, …: a noun that stands for what is named.
local SORT = [[(?:categories|types|kinds|forms|options|domains|subdomains|themes|factors|indicators|measures|components|areas|criteria|dimensions]]
  .. [[|outcomes|variables|conditions|behaviors|behaviours|reasons|sources|topics|priorities|goals|objectives|pillars|sectors|strategies|symptoms|diseases|causes|drivers|methods|elements|responses|races|languages|crops|products|industries)]]
local DIGIT = [[(?<![\w–,.$£€≥≤<>=-])(?<!\d )(?<n>[2-9]|1[0-2])]]

bracketed.patterns = {
  COUNT .. OF_MANY .. WORD .. [[\()]] .. NOUN .. MIDDLE .. [[(?<in> \()]] .. LIST .. [[\)]],
  DIGIT .. OF .. [[(?= [A-Za-z’'/ -]{3,120}+: )]] .. NOUN .. MIDDLE .. [[(?<in>: )(?<list>\S[^.]{3,600})]],
  [[(?<=[Tt]he |[Tt]op |main )(?<n>]] .. WORDS .. [[|\d{1,2})(?<noun>(?: (?![a-z’-]*[^sui’]s )[a-z’-]+){0,4} ]] .. SORT .. [[)(?<mid>)(?<in> (?:were|are) )(?<list>[^.;:()]{8,300})(?=\.(?: |$))]],
  COUNT .. OF .. WORD .. [[\()]] .. NOUN .. MIDDLE .. [[(?<in> \()]] .. LIST .. [[\)]],
  SPELT .. OF .. MARK .. NOUN .. MIDDLE .. OPENS,
  SPELT .. NAMED .. NOUN .. [[(?<mid>(?: of(?: [a-z]+){1,3})?)]] .. NAMES,
  COUNT .. NOUN .. MIDDLE .. [[(?<in>,? consisting of |, namely |]] .. SAID .. [[ (?:were|are) )]] .. [[(?<list>[^.;:()]{10,300})(?=\.(?: |$)| \()]],
  COUNT .. [[(?<noun>(?: [a-z]+){0,2} ]] .. MOST .. [[(?: (?!(?:of|or|and|were|are)\b)[a-z’-]+){0,3}s)\b]] .. MIDDLE .. [[(?<in> (?:were|are|include|included) )(?<list>[^.;:()]{8,300})(?=\.(?: |$))]],
  COUNT .. NOUN .. [[(?<mid>(?:(?!\b(?:]] .. WORDS .. [[)\b)[^.;()]){0,120}?)(?<in>[ (])(?<list>\(?1\) .{10,1200})]],
}

-- … were the three largest buyers: the names stand before it.
bracketed.behind = [[(?<in> (?:are|were|being|remain|remained|became|will be|have been)(?: (?:the|our|its|their|my)(?: other| main| top)?)?) (?<n>]]
  .. WORDS .. "|[2-9])" .. NOUN .. [[(?<mid>)]]

-- any two; four of the five; two or three; at least three; the first two
local BEFORE = re.new([[\b(?:(?:]] .. WORDS .. [[|\d+|[Ss]ome|[Mm]ost|[Mm]any|[Ss]everal|]]
  .. [[[Aa]ny|[Nn]one|[Hh]alf) of (?:the |these |those |all )?|any |least |than |(?:]] .. WORDS .. [[|one|\d+) (?:in|to|or|and|–) ]]
  .. [[|about |approximately |nearly |every |per |first |last |next |another |other |[Tt]able |[Ff]igure |[Pp]hase |[Tt]ype |[Gg]rade |[Ll]evel |[Pp]art |past |previous )$]])
local UNIT = re.new([[\b(?:years|months|days|weeks|hours|minutes|times|points|dollars|doses|quarters|thirds|fourths|fifths|decades|percentages|persons|people|men|women|patients|respondents|participants|cases|deaths)$]])
local EXAMPLE = re.new([[\be\.g|\beg\b|^either\b|\b(?:including|such as|for example|mainly|mostly|chiefly|primarily|particularly|especially|notably|see|among others|among them|etc|others?|respectively|ranging|range|which|who|that|because|while|whereas|collectively|hereafter|referred|versus|vs]]
  .. [[|each|per|approximately|mean|median|supplementary|table|figure|n =|p [=<]|http)\b|%|=|\.\.\.|…|&]], "i")
local RATES = re.new([=[^[\d$£€]]=])
local ALSO = re.new([[^(?:(?i:]] .. WORDS .. [[)\b|one\b|as well|not|but|with|see|all|both|from|during|in|at|on|for|by|when|where|if|range|to)\b]])
local DIGITS = re.new([[\d]])
local RANGE = re.new([[^(?:and |or )?(?:(?:those |people |persons )?(?:aged|between|from) )?(?:[≥≤<>$]?\d[\d,.]*[–-]\S+|[≥≤<>] ?\d\S*|\d[\d.,]* to \d[\d.,]*]]
  .. [[|\d[\d.,]* (?:[a-z]+ )?(?:or|and) (?:more|older|over|above|under|below)|(?:19|20)\d\d)(?: [a-z]+)?$]])
local RATE = re.new([[^(?:and |or )?(?:[$£€] ?\d[\d,.]*|\d[\d,.]* ?(?:%|per ?cent))$]])
local BOUNDS = [[(?!(?:equivalent|higher|more|less|older|over|above|below|lower|better|greater|later|fewer|under|younger|so|beyond|upward|up)\b)]]
local JOINED = re.new([[(?:^| )(?:and|or) ]] .. BOUNDS)
local LEAD = re.new([[^(?:i\.e\.,? |ie,? |namely,? |that is,? |specifically,? )]])
local INNER = re.new([=[ ?[(\[][^()\[\]]*[)\]]|\\\[[^\]]*\\\]|\^[^ ,;]*]=])
local strip = lib "strip"
local LONGEST, WORDS_MOST = 70, 9

local function cut(text, mark)
  local out, at = {}, 1
  while true do
    local from, to = text:find(mark, at, true)
    out[#out + 1] = text:sub(at, (from or #text + 1) - 1)
    if not from then return out end
    at = to + 1
  end
end

local function words_in(text)
  local _, n = text:gsub("%S+", "")
  return n
end

-- How many words join names inside a member.
local function joints(text)
  local n = 0
  for _ in JOINED:gmatch(text) do n = n + 1 end
  return n
end

local function is_member(text, longest, words)
  return #text > 0 and #text <= longest and words_in(text) <= words and not ALSO:find(text)
end

-- 16 to 24; 16 to 24 and 25 to 49: each of what "and" joins is a range or a rate.
local AND_FIGURE = re.new([[ and (?=\d|[$£€≥≤<>]|aged |those )]])
local function is_figure(part)
  local from, to = AND_FIGURE:find(part)
  if from then return is_figure(part:sub(1, from - 1)) and is_figure(part:sub(to + 1)) end
  return RANGE:find(part) ~= nil or RATE:find(part) ~= nil
end

-- a loan, repayable over ten years, and a grant; Anna, a doctor, and Beth: parts
-- that may tell of the one before.
local ARTICLE = re.new([[^(?:an?|the|his|her|its|their|our|my) ]])
local ASIDE = re.new([[^(?:above|in|at|to|by|of|on|for|from|under|over|without|formerly|now|once|also|then|often|usually|if|when|after|before|both|each|either|\w+(?:able|ible|ed|ly))\b]])
local NESTED = re.new([[^(?:and|or) ]]) -- prices rose, and wages, profits and taxes fell
local TORN = re.new([[\b(?:and|or|mainly|mostly|chiefly|including)$|\bincluding ]]) -- tariffs and, above all, trust
local NAME_THE, CAPITAL = re.new([=[^the (?!(?:Minister|President|Prime|Governor|Chair|Secretary|Director|Head|Chief|Deputy|Mayor|Commissioner|Vice|Lord|Attorney|Leader)\b)[A-Z]]=]), re.new([=[^[A-Z]]=]) -- the District of Columbia
local function asides(parts)
  local n, first = 0, ARTICLE:find(parts[1]) ~= nil
  if EXAMPLE:find(parts[1]) and not RATES:find(parts[1]) then return #parts end
  for i = 2, #parts do
    local part = parts[i]
    if i < #parts and NESTED:find(part) then return #parts end
    if i < #parts and TORN:find(part) or part:find(" including ", 1, true) then
      n = n + 1
    elseif ASIDE:find(part) and not ASIDE:find(parts[1]) or (i < #parts and not first and ARTICLE:find(part) and not (NAME_THE:find(part) and CAPITAL:find(parts[1]))) then n = n + 1 end
  end
  return n
end

-- Are they built alike: building, training and caring; to build, to train?
local ALIKE = { re.new([[^(?:and |or )?[a-z]+ing\b]]), re.new([[^(?:and |or )?to\b]]) }
local function are_alike(parts)
  for _, way in ipairs(ALIKE) do
    local n = 0
    for _, part in ipairs(parts) do n = n + (way:find(part) and 1 or 0) end
    if n == #parts then return true end
  end
  return false
end

-- How many of the parts are members at least: A and B's C, D, and E may be two.
function bracketed.at_least(parts, fewest)
  if are_alike(parts) then return fewest end
  local inside = 0
  for i = 1, #parts - 1 do inside = inside + joints(parts[i]) end
  if inside > 0 then fewest = math.min(fewest, inside + 1) end
  return math.max(1, fewest - asides(parts))
end

-- a, b, and c: 3; a, b and c: 3; a and b, c, and d: 3 or 4.
function bracketed.by_commas(text, longest, words)
  longest, words = longest or LONGEST, words or WORDS_MOST
  local parts = cut(text:gsub(" and, [^,]*, ", " and "):gsub(" or, [^,]*, ", " or "), ", ")
  local last = parts[#parts]
  local closed = last:find("^and ") or last:find("^or ")
  if not closed and joints(last) == 0 then return nil end
  local figures = 0
  local most = #parts
  for i, part in ipairs(parts) do
    if not is_member((part:gsub("^and ", ""):gsub("^or ", "")), longest, words) then return nil end
    figures = figures + (DIGITS:find(part) and 1 or 0)
    most = most + joints(i == #parts and closed and part:sub(4) or part)
    if DIGITS:find(part) and not is_figure(part) then return nil end
  end
  if figures > 0 and figures < #parts then return nil end
  local fewest = closed and #parts or #parts + 1
  fewest = bracketed.at_least(parts, fewest)
  if joints(last) > (closed and 2 or 1) then fewest = 2 end -- food, drink and tobacco and fuel
  return fewest, math.max(most, fewest)
end

-- a; b; and c. Members are phrases, with commas of their own, and may hold a
-- list.
function bracketed.by_semicolons(text)
  local parts = cut(text, "; ")
  local last = parts[#parts]
  if #parts < 3 and not (last:find("^and ") or last:find("^or ")) then return nil end
  local most = #parts
  for i, part in ipairs(parts) do
    local n = joints(i == #parts and part:gsub("^and ", ""):gsub("^or ", "") or part)
    if n > 0 then most = most + n + select(2, part:gsub(", ", "")) end
  end
  return #parts, most
end

-- 1) a, 2) b, and 3) c: the numbers count, where they follow one another.
local NUMBERED = re.new([[(?<![\w.,])\(?(\d{1,2})\) ]])
local function by_numbers(text)
  local n = 0
  for number in NUMBERED:gmatch(text) do
    local k = tonumber(number)
    if k == n + 1 then n = k elseif k ~= 1 or n < 2 then return nil else break end
  end
  return n > 1 and n or nil, n
end

function bracketed.count(m) return NUMBER[m.n:lower()] or tonumber(m.n) end

local YEAR = re.new([[\b(?:19|20)\d\d\b]])
local KIND = re.new([[\b(?:categories|types|kinds|groups|forms|classes|sets|levels|sources|measures|components|areas|phases|stages|aspects|dimensions|domains|elements|ways|means|sorts|modes)$]])
local OF_KIND = re.new([[^ of (?:[a-z’'-]+ ){0,2}[a-z’'-]+$]]) -- three kinds of venues (…)
local PLURAL = re.new([[ [a-z][\w’'-]*[a-rt-z]s$]]) -- two visits to the clinics (…): of which?
function bracketed.is_counter(m)
  local before = m:place("n"):before(24)
  if BEFORE:find(before) and not before:find("%f[%a][Oo]ne of [%a ]*$") or UNIT:find(m.noun) then return false end
  if YEAR:find(m.mid) then return false end
  return not PLURAL:find(m.mid) or (KIND:find(m.noun) ~= nil and OF_KIND:find(m.mid) ~= nil)
end

local FURTHER = 1000 -- characters behind a sentence in which its numbers go on

-- The next sentence goes on with the numbers.
local function goes_on(m, n)
  local following = m.doc.sentences[m.sentence.index + 1]
  return following ~= nil and following.block == m.sentence.block and following.text:find("(" .. (n + 1) .. ")", 1, true) ~= nil
    or following ~= nil and following.block == m.sentence.block and following.text:find(" " .. (n + 1) .. ") ", 1, true) ~= nil
    or following ~= nil and following.text:find("^" .. (n + 1) .. "%) ") ~= nil
end

-- The list without what opens it and without its brackets; whether it names
-- some alone: three carriers (or the Fleet).
function bracketed.bare(list) return strip.all(strip.all(list, LEAD), INNER) end
function bracketed.is_example(list)
  if RATES:find(list) then list = list:gsub("%%", "") end
  return EXAMPLE:find(list) ~= nil or list:find("^or ") ~= nil
end

-- “a good home” (safe housing) and “a good school”: each in quotation marks.
local ALL_QUOTED = re.new([=[^“[^“”]+”(?:,? (?:and |or )?“[^“”]+”)+[.,]?$]=])
function bracketed.quoted(list)
  if not ALL_QUOTED:find(list) then return nil end
  local _, n = list:gsub("“", "")
  return n, n
end

-- The five items were added and averaged: what was done with them.
local DONE = re.new([[^(?:not |then |also |all |both |each )?(?:[a-z]+ed|[a-z]+ly|more|less|most|similar|then|also|all|both|each|not|now|well|very|as|of|still|quite|too|so|chosen|taken|made|shown|seen|given|held|found|low|high|good|common|present|available|consistent|independent|different|]] ..
  [[new|old|small|large|important|available|based|self)\b]])
local function is_predicate(m) return (m["in"] == " were " or m["in"] == " are ") and DONE:find(m.list) ~= nil end

function bracketed.range(m)
  if not bracketed.is_counter(m) then return nil end
  local list = m.list
  if list:find("^%(?1%) ") then
    local n = by_numbers(list .. m:place("list"):after(FURTHER))
    if not n or goes_on(m, n) then return nil end
    return n, n
  end
  list = bracketed.bare(list)
  if is_predicate(m) then return nil end
  local n = bracketed.quoted(list)
  if n then return n, n end
  if bracketed.is_example(list) then return nil end
  if list:find("; ", 1, true) then return bracketed.by_semicolons(list) end
  return bracketed.by_commas(list)
end

return bracketed
