-- evidence: how much speaks for it that two figures which differ are one fact, told twice
-- and once wrongly, and not two facts?
--
-- of(a, b, kind): more than 0 where more speaks for it than against; kind: near.miss of
-- the two, or nil. What counts:
--
--   part, alike, words   words that both surroundings have, the rare ones more, as a share
--                        of the shorter one's, of both, and their number
--   clause               the same of the clause alone, in Chinese
--   named                two digits are swapped behind the same five characters
--   fellows              other figures that both sentences have
--   decades              how unlikely it is that the document has two such figures a slip
--                        apart by chance: many figures of three digits have neighbours
--   edges                the words next to the figure are the same
--   once, twice          one is said once and the other often (a slip is not repeated);
--                        both are said again
--   digit, power, other  one digit differs, or the scale, or it is no slip
--   near                 both stand in one paragraph
--
-- The weights began as those of a logistic regression on 150 pairs, findings in reports and
-- planted errors, and were then set by hand on the same pairs: others may need others.

local evidence = {}

local WEIGHTS = {
  en = { base = -2.85, part = 0, alike = 0.8, words = 1.65, fellows = 2.15, decades = 0.5, edges = 0.3, once = 1.3, twice = -0.8, clause = 0, named = 0, digit = -0.2, power = 0.3, other = 0, near = -0.3 },
  zh = { base = -4.6, part = 3.1, alike = 0, words = 2.2, fellows = 0, decades = 0.75, edges = 0.65, once = 0, twice = 0, clause = 1.6, named = 1.5, digit = -2.1, power = 0, other = -0.5, near = -2 },
}
local FEATURES = { "part", "alike", "words", "fellows", "decades", "edges", "once", "twice", "clause", "named", "digit", "power", "other", "near" }
local LEAST_WORDS, SURE = 0.5, 4 -- of those that count; decades that need no words (318746.22, 318476.22)
local NONE = -9 -- nothing speaks for it
local MOST_WORDS, MOST_FELLOWS, MOST_DECADES = 8, 3, 7
local MANY = 24 -- figures of a sentence

-- What stands around a figure: its sentence, or what of a long one is near.
local BACK, AHEAD = { en = 160, zh = 90 }, { en = 120, zh = 60 } -- bytes
local LAST, FIRST = re.new([[^.*(?:(?<=[a-z)\]%”])[.;] |[。;])]]), re.new([[(?<=[a-z)\]%”])[.;] |[。;]|$]])
local function surroundings(claim)
  local lang = claim.doc.lang
  local before, after = claim:before(BACK[lang]), claim:after(AHEAD[lang])
  local _, cut = LAST:find(before)
  return (cut and before:sub(cut + 1) or before) .. " | " .. after:sub(1, FIRST:find(after) - 1)
end

-- Words without their endings; in Chinese pairs of characters.
local WORD, HAN = re.new([[[a-z]{3,}|\b(?:19|20)\d\d\b]]), re.new("[一-龥]+")
local HAN_BYTES, PAIR = 3, 6
local COMMON = {}
for word in ([[the and for was were are with from that this its per cent percent million billion than more less not have has had
  among during year years crores which]]):gmatch("%a+") do COMMON[word] = true end
local function note_words(text, lang, out, value)
  if lang == "zh" then
    for run in HAN:gmatch(text) do
      for i = 1, #run - PAIR + 1, HAN_BYTES do out(run:sub(i, i + PAIR - 1), value) end
    end
    return
  end
  for word in WORD:gmatch(text:lower()) do
    if not COMMON[word] then out(word:gsub("s$", ""):gsub("ed$", ""):gsub("ing$", ""), value) end
  end
end
local function words_of(text, lang)
  local set = {}
  note_words(text, lang, function(word) set[word] = true end)
  return set
end

-- Counts a key once for each place it is noted at; pairs would sort the keys of each.
local function counter(counts)
  local last = {}
  return function(key, place)
    if last[key] ~= place then
      last[key], counts[key] = place, (counts[key] or 0) + 1
    end
  end
end

-- In how many sentences of a document each word stands, and each figure.
local books = memo()
local function key_of(claim) return claim.sentence.cell and claim.number_text or claim.unit .. "/" .. claim.number_text end
local function book_of(doc)
  if books[doc] then return books[doc] end
  local book = { words = {}, said = {}, sentences = 0, crowds = {} }
  local word, figure = counter(book.words), counter(book.said)
  for i, sentence in ipairs(doc.sentences) do
    book.sentences = i
    note_words(sentence.text, doc.lang, word, i)
    for _, c in ipairs(sentence.claims) do figure(key_of(c), i) end
  end
  local seen = {}
  for _, c in ipairs(doc:figures("amount", "count", "percent", "point")) do
    local crowd = c.unit .. "/" .. c.digits
    local key = crowd .. "/" .. c.number_text
    if not seen[key] then
      seen[key], book.crowds[crowd] = true, (book.crowds[crowd] or 0) + 1
    end
  end
  books[doc] = book
  return book
end

-- A word that stands in one sentence of 2^n weighs 1 + n; what a short document has twice
-- may be rare all the same.
local FEWEST = 128 -- sentences
local function weight(book, word)
  local n, rest = 1, math.max(FEWEST, book.sentences) / (book.words[word] or 1)
  while rest >= 2 do n, rest = n + 1, rest / 2 end
  return n + rest - 1
end
local function weigh(book, words)
  local sum = 0
  for word in pairs(words) do sum = sum + weight(book, word) end
  return sum
end

local BEFORE, AFTER = re.new("[^,;:()。、]*$"), re.new("^[^,;:()。、]*")
local function clause_of(claim)
  local lang = claim.doc.lang
  return lang == "zh" and BEFORE:match(claim:before(BACK[lang])) .. "|" .. AFTER:match(claim:after(AHEAD[lang])) or ""
end
local function share(x, y)
  local both, all = 0, 0
  for word in pairs(x) do both, all = both + (y[word] and 1 or 0), all + 1 end
  for word in pairs(y) do all = all + (x[word] and 0 or 1) end
  return both / math.max(1, all)
end

local function compare(a, b, book, out)
  out.clause = share(words_of(clause_of(a), a.doc.lang), words_of(clause_of(b), b.doc.lang))
  local x, y = words_of(surroundings(a), a.doc.lang), words_of(surroundings(b), b.doc.lang)
  local n, both = 0, 0
  for word in pairs(x) do
    if y[word] then n, both = n + 1, both + weight(book, word) end
  end
  local left, right = weigh(book, x), weigh(book, y)
  out.part = both / math.max(1, math.min(left, right))
  out.alike = both / math.max(1, left + right - both)
  out.words = math.min(n, MOST_WORDS) / MOST_WORDS
end

local function count_fellows(a, b)
  local own, n = {}, 0
  if #a.sentence.claims > MANY or #b.sentence.claims > MANY then return 0 end
  for _, c in ipairs(a.sentence.claims) do
    if c.index ~= a.index then own[c.number_text] = c.unit end
  end
  for _, c in ipairs(b.sentence.claims) do
    if c.index ~= b.index and own[c.number_text] == c.unit then n = n + 1 end
  end
  return math.min(n, MOST_FELLOWS) / MOST_FELLOWS
end

-- Of a number with d digits, how many others are that slip away; of how many.
local NEIGHBOURS = { transposed = function(d) return math.max(1, d - 1) end, digit = function(d) return 9 * d end, power = function() return 2 end }
local function decades(book, a, kind)
  if not kind then return 0 end
  local n = math.max(2, book.crowds[a.unit .. "/" .. a.digits] or 0)
  local chance, out = n * NEIGHBOURS[kind](a.digits) / (9 * 10 ^ (a.digits - 1)), 0
  while chance < 0.1 and out < MOST_DECADES do chance, out = chance * 10, out + 1 end
  return out + math.max(0, 1 - chance) / 0.9
end

local LEFT, RIGHT = re.new("([a-z]+)[^a-z]*$"), re.new("^[^a-z]*([a-z]+)")
local NEXT = 40
local function edges_of(claim)
  local before, after = claim:before(NEXT):lower(), claim:after(NEXT):lower()
  if claim.doc.lang == "zh" then return before:sub(-PAIR), after:sub(1, PAIR) end
  return LEFT:match(before) or "", RIGHT:match(after) or ""
end
local LONG_NAME = 15 -- bytes
local function are_named(a, b, kind) return kind == "transposed" and #a:before(LONG_NAME) == LONG_NAME and a:before(LONG_NAME) == b:before(LONG_NAME) and 1 or 0 end

local function have_same_edges(a, b)
  local left, right = edges_of(a)
  local other_left, other_right = edges_of(b)
  return left == other_left and right == other_right and 1 or 0
end

local function times_said(book, claim) return (book.said[claim.unit .. "/" .. claim.number_text] or 0) + (book.said[claim.number_text] or 0) end
local NO_SLIP = 3 -- figures that are no slip apart and said again are of two facts
local OFTEN = { 0, 0.5, 0.8, 1 } -- once to so many times
local function compare_times(a, b, kind, book, out)
  out.once, out.twice = 0, 0
  if a.number_text == b.number_text then return end
  local x, y = times_said(book, a), times_said(book, b)
  local less, more = math.min(x, y), math.max(x, y)
  if less > 1 then
    out.twice = kind and 1 or NO_SLIP
  elseif kind then
    out.once = OFTEN[math.max(1, math.min(more, #OFTEN))]
  end
end

function evidence.of(a, b, kind)
  local book, weights = book_of(a.doc), WEIGHTS[a.doc.lang] or WEIGHTS.en
  local out = {
    fellows = count_fellows(a, b), decades = decades(book, a, kind), edges = have_same_edges(a, b), named = are_named(a, b, kind),
    digit = kind == "digit" and 1 or 0, power = kind == "power" and 1 or 0, other = kind and 0 or 1, near = a.block == b.block and 1 or 0,
  }
  compare(a, b, book, out)
  if a.doc.lang == "zh" and out.words < LEAST_WORDS and out.decades < SURE then return NONE end
  compare_times(a, b, kind, book, out)
  local sum = weights.base
  for _, name in ipairs(FEATURES) do sum = sum + weights[name] * out[name] end
  return sum
end

return evidence
