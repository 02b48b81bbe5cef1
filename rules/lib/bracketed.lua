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
local NOUN = [[(?<noun>(?: (?!(?:of|or|and|the|to|in|on|for|by|per|were|was|are|is|across|]] .. WORDS .. [[)\b)[A-Za-z’'/-]+){0,5}? (?!(?:was|is|has|does|this|thus|less|versus|as|its)\b)[a-z][a-z’'/-]*s)\b]]
local MIDDLE = [[(?<mid>(?: (?!(?:and|or|but|while|than|each|every|per|with|including|]] .. WORDS .. [[)\b)[A-Za-z’'/-]+){0,10}?)]]
local LIST = [[(?<list>(?:[^()]|\([^()]{0,200}\)){5,420})]]
-- The three main drivers were exports and tourism: what is chosen is named.
local MOST = [[(?:(?:most|least) [a-z]+|largest|biggest|smallest|main|leading|key|principal|chief|primary|top|major|strongest|fastest|highest|lowest)]]
local SAID = [[(?: (?:examined|analyzed|analysed|used|studied|assessed|considered|included|evaluated|compared|identified|measured))]]

bracketed.patterns = {
  COUNT .. NOUN .. MIDDLE .. [[(?<in> \()]] .. LIST .. [[\)]],
  COUNT .. NOUN .. MIDDLE .. [[(?<in>,? consisting of |, namely |]] .. SAID .. [[ (?:were|are) )]] .. [[(?<list>[^.;:()]{10,300})(?=\.(?: |$)| \()]],
  COUNT .. [[(?<noun>(?: [a-z]+){0,2} ]] .. MOST .. [[(?: (?!(?:of|or|and|were|are)\b)[a-z’-]+){0,3}s)\b]] .. MIDDLE .. [[(?<in> (?:were|are|include|included) )(?<list>[^.;:()]{8,300})(?=\.(?: |$))]],
  COUNT .. NOUN .. [[(?<mid>(?:(?!\b(?:]] .. WORDS .. [[)\b)[^.;()]){0,120}?)(?<in>[ (])(?<list>\(?1\) .{10,1200})]],
}

-- any two; four of the five; two or three; at least three; the first two
local BEFORE = re.new([[\b(?:(?:]] .. WORDS .. [[|\d+|[Ss]ome|[Mm]ost|[Mm]any|[Ss]everal|]]
  .. [[[Aa]ny|[Nn]one|[Hh]alf) of (?:the |these |those |all )?|any |least |than |(?:]] .. WORDS .. [[|one|\d+) (?:in|to|or|and|–) ]]
  .. [[|about |approximately |nearly |every |per |first |last |next |another |other |[Tt]able |[Ff]igure |[Pp]hase |[Tt]ype |[Gg]rade |[Ll]evel |[Pp]art |past |previous )$]])
local UNIT = re.new([[\b(?:years|months|days|weeks|hours|minutes|times|points|dollars|doses|quarters|thirds|fourths|fifths|decades|percentages|persons|people|men|women|patients|respondents|participants|cases|deaths)$]])
local EXAMPLE = re.new([[\be\.g|\b(?:including|such as|for example|see|among others|among them|etc|others?|respectively|ranging|range|which|who|that|because|while|whereas|collectively|hereafter|referred|versus|vs]]
  .. [[|each|per|approximately|mean|median|supplementary|table|figure|n =|p [=<]|http)\b|%|=|\.\.\.|…|&]], "i")
local ALSO = re.new([[^(?:(?i:]] .. WORDS .. [[)\b|one\b|as well|not|but|with|see|all|both|from|during|in|at|on|for|by|when|where|if|range|to)\b]])
local DIGITS = re.new([[\d]])
local RANGE = re.new([[^(?:and |or )?(?:aged )?(?:[≥≤<>$]?\d[\d,.]*[–-]\S+|[≥≤<>] ?\d\S*|\d[\d.,]* (?:[a-z]+ )?(?:or|and) (?:more|older|over|above)|(?:19|20)\d\d)(?: [a-z]+)?$]])
local JOINED = re.new([[(?:^| )(?:and|or) ]])
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

local function is_member(text)
  return #text > 0 and #text <= LONGEST and words_in(text) <= WORDS_MOST and not ALSO:find(text)
end

-- a, b, and c: 3; a, b and c: 3; a and b, c, and d: 3 or 4.
local function by_commas(text)
  local parts = cut(text, ", ")
  local last = parts[#parts]
  local closed = last:find("^and ") or last:find("^or ")
  if not closed and joints(last) == 0 then return nil end
  local figures = 0
  local most = #parts
  for i, part in ipairs(parts) do
    if not is_member((part:gsub("^and ", ""):gsub("^or ", ""))) then return nil end
    figures = figures + (DIGITS:find(part) and 1 or 0)
    most = most + joints(i == #parts and closed and part:sub(4) or part)
    if RANGE:find(part) == nil and DIGITS:find(part) then return nil end
  end
  if figures > 0 and figures < #parts then return nil end
  local fewest = closed and #parts or #parts + 1
  return fewest, math.max(most, fewest)
end

-- a; b; and c. Members are phrases, with commas of their own.
local function by_semicolons(text)
  local parts = cut(text, "; ")
  local last = parts[#parts]
  if #parts < 3 and not (last:find("^and ") or last:find("^or ")) then return nil end
  return #parts, #parts
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
local PLURAL = re.new([[ [a-z][\w’'-]*[a-rt-z]s$]]) -- two visits to the clinics (…): of which?
local function is_counter(m)
  local before = m:place("n"):before(24)
  if BEFORE:find(before) and not before:find("%f[%a][Oo]ne of [%a ]*$") or UNIT:find(m.noun) then return false end
  return not PLURAL:find(m.mid) and not YEAR:find(m.mid)
end

-- The next sentence goes on with the numbers.
local function goes_on(m, n)
  local following = m.doc.sentences[m.sentence.index + 1]
  return following ~= nil and following.block == m.sentence.block and following.text:find("(" .. (n + 1) .. ")", 1, true) ~= nil
    or following ~= nil and following.block == m.sentence.block and following.text:find(" " .. (n + 1) .. ") ", 1, true) ~= nil
    or following ~= nil and following.text:find("^" .. (n + 1) .. "%) ") ~= nil
end

function bracketed.range(m)
  if not is_counter(m) then return nil end
  local list = m.list
  if list:find("^%(?1%) ") then
    local n = by_numbers(list)
    if not n or goes_on(m, n) then return nil end
    return n, n
  end
  list = strip.all(strip.all(list, LEAD), INNER)
  if EXAMPLE:find(list) or list:find("^or ") then return nil end -- three carriers (or the Fleet)
  if list:find("; ", 1, true) then return by_semicolons(list) end
  return by_commas(list)
end

return bracketed
