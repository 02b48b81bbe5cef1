-- superlative: what is said to be first or last of all, against the figures that
-- the sentence has for the others.
--
--   highest in the North (33.1%), followed by the South (32.0%) and Wales (30.4%)
--   highest among blacks (432), compared with whites (185) and others (158)
--   the highest rate was in Hull (9.4%), and the lowest in Poole (3.1%)
--   lowest in towns (0.77) and higher in villages (3.69)
--   highest in Hull (9.4%) and highest in Poole (3.1%): both cannot be
--   X had the highest rate, at 9.4%, and Y the lowest, at 3.1%
--
-- compare(out, text, events) appends to out as sides.compare does, of the events of
-- sides.events: kind "order"; of twice the same, other = the first of the words.

local superlative = {}

local ONE_OF = re.new([[(?:\bsecond|\bthird|\bfourth|\bnext|\bone of|\bamong|\bof) ?(?:-|the)? ?$]], "i")
local FOLLOWED = re.new([[^,? ?(?:closely )?(?:followed|and then|then)\b(?: closely)?(?: by)?[^.;:()\[\]\d]{0,70}$]])
-- (41.0%) was the most common | illness, followed by mood disorders (35.3%)
local THEN = re.new([[^(?: [a-z-]+){0,8}, (?:closely )?(?:followed|and then)\b(?: closely)?(?: by)?[^.;:()\[\]\d]{0,70}$]])
local LINK = re.new([[^,?(?: and| then|,)?(?! in| among| for)(?:(?!\b(?:was|were|is|are|had|has|it)\b)[^.;:()\[\]\d]){1,60}$]])
local COMPARED = re.new([[^,? ?(?:as )?(?:compared (?:with|to)|versus|relative to)\b[^.;:()\[\]\d]{0,70}$]])
local JOINED = re.new([[^,? (?:and|but|while|whereas|with)\b[^.;:()\[\]\d]{0,60}$|^, (?:and )?$]])
-- had the highest rate of the groups and Others (57%) had the lowest rate
local NAMED = re.new([[^(?: [a-z'-]+){1,8}(?:,? (?:and|but|while|whereas)\b[^.;:()\[\]\d]{0,60})$]])
local CUT = re.new([[, (?:and|which|with|who|while|whereas)\b|\. |\band\b]])
local NEAR = 120 -- bytes between a word and its bracket

local function has_one(e) return e ~= nil and e.type == "figures" and #e.pairs == 0 and #e.singles > 0 and not e.listed end

local function gap(text, a, b) return text:sub(a.to + 1, b.from - 1) end

local function same_unit(a, b)
  for _, x in ipairs(a.singles) do
    for _, y in ipairs(b.singles) do
      if x.unit == y.unit then return x, y end
    end
  end
end

-- Is all of the one above all of the other?
local function apart(x, y)
  return x.value ~= y.value and (x.value > (y.high or y.value) or y.value > (x.high or x.value))
end

local function judge(out, word, a, b)
  local x, y = same_unit(a, b)
  if not x or not apart(x, y) then return end
  out[#out + 1] = { way = (x.value > y.value) == word.up and 1 or -1, kind = "order", word = word, a = x, b = y }
end

-- The brackets from k on of which each is joined to the one before by a gap that
-- the pattern finds.
local function chain(text, list, k, pattern)
  local out = {}
  while has_one(list[k]) and pattern:find(gap(text, list[k - 1], list[k])) do
    out[#out + 1] = list[k]
    k, pattern = k + 1, LINK
  end
  return out
end

-- Where a mark stands between the brackets it is no bracket's neighbour.
local function without_marks(list)
  local out = {}
  for _, e in ipairs(list) do
    if e.type ~= "mark" then out[#out + 1] = e end
  end
  return out
end

-- What the word is said of, as far as it is a name: highest | rate, lowest.
local NOUN = re.new([[^((?: [a-z-]+){0,4}?)(?: (?:in|among|for|at|by|on|during|was|were|of|to|reported|observed|seen)\b| ?[(,;.]|$)]])
local function noun_of(text, word)
  local after = text:sub(word.to + 1, word.to + 60):gsub("[\xC0-\xFF][\x80-\xBF]*$", "")
  local noun = NOUN:match(after)
  return noun and noun:match("[a-z-]*$")
end

-- The bracket of the word at i: the next, where it is a neighbour, else the one of
-- the subject: X (63%) had the highest rate.
local function bracket_of(text, list, i)
  local word, a, b = list[i], list[i + 1], list[i - 1]
  if ONE_OF:find(text:sub(math.max(1, word.from - 16), word.from - 1):gsub("^[\x80-\xBF]+", "")) then return nil end
  if has_one(a) and #gap(text, word, a) <= NEAR and not (has_one(b) and (CUT:find(gap(text, word, a)) or THEN:find(gap(text, word, a)))) then return i + 1 end
  if has_one(b) and #gap(text, b, word) <= NEAR / 2 and not CUT:find(gap(text, b, word)) then return i - 1 end
end

-- highest … and lowest, highest … and higher (which it cannot be); not with "than".
local function goes_on(text, word, other)
  if other.kind == "most" then return other.up ~= word.up end
  return other.kind == "size" and other.up == word.up and not text:find(" than ", other.to, true)
end

-- highest in Hull (9.4%) and highest in Poole: of one kind of thing, so that one of
-- the words is wrong. Among men and among the young are two kinds, and so are what
-- another "among girls," or "of these" stands before.
local GROUPED = re.new([[\b(?:among|for|in|of|by|aged|per|during|overall|respectively)\b]])
local AGED = re.new([[\b(?:aged|years|age)\b]])
local LEAD = re.new([[^(?: [a-z-]+){0,4}? (in|among|for|at|by|on|during|from)\b]])
local function one_kind(text, word, bracket, other, second, between)
  local before = bracket.to < word.from
  local joint = between:find(" and ", 1, true) or 1
  if GROUPED:find(between, before and joint or 1) then return false end
  if before ~= (second.to < other.from) then return false end
  local x = before and "" or gap(text, word, bracket)
  local y = before and "" or gap(text, other, second)
  local p, q = LEAD:match(x), LEAD:match(y)
  return p == q and (not p or (AGED:find(x) == nil) == (AGED:find(y) == nil))
end

local function twofold(out, text, word, bracket, other, second)
  local x, y = same_unit(bracket, second)
  if x and apart(x, y) then
    out[#out + 1] = { way = -1, kind = "twofold", word = other, other = word, a = x, b = y }
  end
end

-- The highest rate was in Hull (9.4%), and the lowest in Poole (3.1%).
local function opposite(out, text, list, i, k)
  local word, at = list[i], math.max(i, k) + 1
  while list[at] and list[at].type ~= "word" do at = at + 1 end
  local other = list[at]
  local again = other and other.kind == "most" and other.up == word.up
  local b = other and (again or goes_on(text, word, other)) and bracket_of(text, list, at)
  local between = b and b ~= k and gap(text, list[math.max(i, k)], list[math.min(at, b)])
  if not between or not (JOINED:find(between) or k < i and b < at and NAMED:find(between)) then return end
  local x, y = noun_of(text, word), noun_of(text, other)
  if not (x and y and (x == "" or y == "" or x == y)) then return end
  if not again then
    judge(out, word, list[k], list[b])
  elseif one_kind(text, word, list[k], other, list[b], between) then
    twofold(out, text, word, list[k], other, list[b])
  end
end

-- The lowest rates were among the old (71.6%), the ill (59.4%), and others (41.3%):
-- a list that falls, where it should rise.
local SERIES = re.new([[^[,;](?: and| or)? [^.;:()\[\]\d]{1,60}$]])
local FEW = 3
local OF_ALL = re.new([[^(?: [a-z-]+){0,5} (?:among|for|in|by|at|on) [^.;:()\[\]\d]{1,60}$]])
local function falling(out, text, list, i)
  local word, first = list[i], list[i + 1]
  if ONE_OF:find(text:sub(math.max(1, word.from - 16), word.from - 1):gsub("^[\x80-\xBF]+", "")) then return end
  if not has_one(first) or not OF_ALL:find(gap(text, word, first)) then return end
  local found, before = {}, first
  for _, e in ipairs(chain(text, list, i + 2, SERIES)) do
    judge(found, word, before, e)
    before = e
  end
  for _, v in ipairs(found) do
    if v.way ~= found[1].way then return end
  end
  if #found + 1 >= FEW then out[#out + 1] = found[1] end
end

-- The highest estimates were for Hull (28%) and Poole (26%): none exceeds the first.
local MOST = re.new("^most$", "i") -- is "nearly all", too
local MANY = re.new([[^(?: [a-z-]+){0,5} [a-z-]+s (?:were|are)\b[^.;:()\[\]\d]{0,60}$]])
local LISTED = re.new([[^,?(?: and)? [^.;:()\[\]\d]{1,50}$]])

-- least prevalent among whites (28.8% versus 42%)
local function paired(out, text, word, e)
  local pair = e and e.type == "figures" and e.pairs[1]
  if not pair or ONE_OF:find(text:sub(math.max(1, word.from - 16), word.from - 1):gsub("^[\x80-\xBF]+", "")) then return end
  if #gap(text, word, e) > NEAR or CUT:find(gap(text, word, e)) or pair[1].value == pair[2].value then return end
  out[#out + 1] = { way = (pair[1].value > pair[2].value) == word.up and 1 or -1, kind = "order", word = word, a = pair[1], b = pair[2] }
end

function superlative.compare(out, text, events)
  local list = without_marks(events)
  for i, word in ipairs(list) do
    if word.type == "word" and word.kind == "most" then paired(out, text, word, list[i + 1]) end
    local k = word.type == "word" and word.kind == "most" and bracket_of(text, list, i)
    if k then
      for _, pattern in ipairs { FOLLOWED, THEN, COMPARED } do
        local before = list[k]
        for _, e in ipairs(chain(text, list, (pattern == THEN and math.max(i, k) or k) + 1, pattern)) do
          judge(out, word, before, e)
          if pattern ~= COMPARED then before = e end
        end
      end
      opposite(out, text, list, i, k)
      if k == i + 1 then falling(out, text, list, i) end
      if k == i + 1 and not MOST:find(text:sub(word.from, word.to)) and MANY:find(gap(text, word, list[k])) then
        for _, e in ipairs(chain(text, list, k + 1, LISTED)) do judge(out, word, list[k], e) end
      end
    end
  end
end

return superlative
