-- evidence: does more speak for it that two figures which differ are one fact, told twice
-- and once wrongly, than for two facts?
--
-- outweighs(a, b, kind, least): is what speaks for one fact, less what speaks for two, at
-- least that much? kind: near.miss of the two, or nil.
--
-- Each thing that may speak for it is weighed by itself, the cheap ones first, and no more
-- of them are asked than decide it. The weights began as those of a logistic regression on
-- 150 pairs, findings in reports and planted errors, and were then set by hand on the same
-- pairs: others may need others.

local evidence = {}

local surroundings, word_weight, crowd = lib "surroundings", lib "word_weight", lib "crowd"

local function one_if(holds) return holds and 1 or 0 end

-- ---- the figures alone -------------------------------------------------------------------
local function stand_near(pair) return one_if(pair.a.block == pair.b.block) end
local function are_a_digit_apart(pair) return one_if(pair.kind == "digit") end
local function are_a_scale_apart(pair) return one_if(pair.kind == "power") end
local function are_no_slip(pair) return one_if(not pair.kind) end

-- How unlikely it is that the document has two such figures a slip apart by chance: many
-- figures of three digits have neighbours. In powers of ten.
local MOST_DECADES = 7
local function decades(pair)
  if not pair.kind then return 0 end
  local chance, out = crowd.neighbours(pair.a, pair.kind), 0
  while chance < 0.1 and out < MOST_DECADES do chance, out = chance * 10, out + 1 end
  return out + math.max(0, 1 - chance) / 0.9
end

-- ---- what stands next to them ------------------------------------------------------------
local LEFT, RIGHT = re.new("([a-z]+)[^a-z]*$"), re.new("^[^a-z]*([a-z]+)")
local NEXT, PAIR = 40, 6 -- characters; bytes of two ideographs
local function edges_of(claim)
  local before, after = claim:before(NEXT):lower(), claim:after(NEXT):lower()
  if claim.doc.lang == "zh" then return before:sub(-PAIR), after:sub(1, PAIR) end
  return LEFT:match(before) or "", RIGHT:match(after) or ""
end
local function have_same_edges(pair)
  local left, right = edges_of(pair.a)
  local other_left, other_right = edges_of(pair.b)
  return one_if(left == other_left and right == other_right)
end

-- Two digits are swapped behind the same five characters.
local LONG_NAME = 15
local function are_named(pair)
  if pair.kind ~= "transposed" then return 0 end
  local name = pair.a:before(LONG_NAME)
  return one_if(#name == LONG_NAME and name == pair.b:before(LONG_NAME))
end

-- ---- the other figures -------------------------------------------------------------------
local MANY, MOST_FELLOWS = 24, 3 -- figures of a sentence; that both sentences have
local function count_fellows(pair)
  local a, b = pair.a, pair.b
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

-- In how many sentences a number stands, with its unit; in cells without.
local said = memo()
local function times_said(claim)
  local doc = claim.doc
  if not said[doc] then
    local counts, last = {}, {}
    for _, c in ipairs(doc.claims) do
      local sentence = c.sentence
      local key = sentence.cell and c.number_text or c.unit .. "/" .. c.number_text
      if last[key] ~= sentence.index then last[key], counts[key] = sentence.index, (counts[key] or 0) + 1 end
    end
    said[doc] = counts
  end
  return (said[doc][claim.unit .. "/" .. claim.number_text] or 0) + (said[doc][claim.number_text] or 0)
end

-- What is said again is no slip.
local NO_SLIP = 3 -- figures that are no slip apart and said again are of two facts
local function are_said_again(pair)
  if pair.a.number_text == pair.b.number_text or math.min(times_said(pair.a), times_said(pair.b)) < 2 then return 0 end
  return pair.kind and 1 or NO_SLIP
end

-- One is said once and the other often.
local OFTEN = { 0, 0.5, 0.8, 1 } -- once to so many times
local function one_is_said_often(pair)
  if pair.a.number_text == pair.b.number_text or not pair.kind then return 0 end
  local x, y = times_said(pair.a), times_said(pair.b)
  return math.min(x, y) > 1 and 0 or OFTEN[math.max(1, math.min(math.max(x, y), #OFTEN))]
end

-- ---- the words about them ----------------------------------------------------------------
local function words_about(pair)
  if not pair.left then
    local lang = pair.a.doc.lang
    pair.left, pair.right = word_weight.words(surroundings.of(pair.a), lang), word_weight.words(surroundings.of(pair.b), lang)
  end
  return pair.left, pair.right
end

local MOST_WORDS = 8
local function have_words(pair)
  local n, left, right = 0, words_about(pair)
  for word in pairs(left) do n = n + one_if(right[word]) end
  return math.min(n, MOST_WORDS) / MOST_WORDS
end

-- The same in the clause alone, as a share of all its words.
local BEFORE, AFTER = re.new("[^,;:()。、]*$"), re.new("^[^,;:()。、]*")
local function words_of_clause(claim)
  return word_weight.words(BEFORE:match(surroundings.before(claim)) .. "|" .. AFTER:match(surroundings.after(claim)), claim.doc.lang)
end
local function share_clause(pair)
  local x, y = words_of_clause(pair.a), words_of_clause(pair.b)
  local both, all = 0, 0
  for word in pairs(x) do both, all = both + one_if(y[word]), all + 1 end
  for word in pairs(y) do all = all + one_if(not x[word]) end
  return both / math.max(1, all)
end

-- What the words weigh where the one stands, and where the other does: all of one
-- document are counted in one walk through it.
local function weights_about(pair, left, right)
  if pair.a.doc ~= pair.b.doc then return word_weight.of(pair.a.doc, left), word_weight.of(pair.b.doc, right) end
  local all = {}
  for word in pairs(left) do all[word] = true end
  for word in pairs(right) do all[word] = true end
  local weights = word_weight.of(pair.a.doc, all)
  return weights, weights
end

-- What weight they have that both have, and that of all: of the one, of the other.
local function weigh(pair)
  local left, right = words_about(pair)
  local x, y = weights_about(pair, left, right)
  local both, one, other = 0, 0, 0
  for word in pairs(left) do one, both = one + x[word], both + (right[word] and y[word] or 0) end
  for word in pairs(right) do other = other + y[word] end
  return both, one, other
end
local function share_of_all(pair)
  local both, left, right = weigh(pair)
  return both / math.max(1, left + right - both)
end
local function share_of_shorter(pair)
  local both, left, right = weigh(pair)
  return both / math.max(1, math.min(left, right))
end

-- ---- the sum -----------------------------------------------------------------------------
-- Weight, the most that may be found, and what finds it.
local EVIDENCE = {
  en = {
    base = -2.85, { -0.3, 1, stand_near }, { -0.2, 1, are_a_digit_apart }, { 0.3, 1, are_a_scale_apart },
    { 2.15, 1, count_fellows }, { 0.3, 1, have_same_edges }, { 1.65, 1, have_words }, { 0.5, MOST_DECADES + 2, decades },
    { -0.8, NO_SLIP, are_said_again }, { 1.3, 1, one_is_said_often }, { 0.8, 1, share_of_all },
  },
  zh = {
    base = -4.6, { -2, 1, stand_near }, { -2.1, 1, are_a_digit_apart }, { -0.5, 1, are_no_slip }, { 0.65, 1, have_same_edges }, { 1.5, 1, are_named },
    { 2.2, 1, have_words }, { 1.6, 1, share_clause }, { 0.75, MOST_DECADES + 2, decades }, { 3.1, 1, share_of_shorter },
  },
}

-- Behind each, the least and the most that the others can still add.
for _, list in pairs(EVIDENCE) do
  local fear, hope = 0, 0
  for i = #list, 1, -1 do
    list[i].fear, list[i].hope = fear, hope
    local most = list[i][1] * list[i][2]
    fear, hope = fear + math.min(0, most), hope + math.max(0, most)
  end
end

function evidence.outweighs(a, b, kind, least)
  local list = EVIDENCE[a.doc.lang] or EVIDENCE.en
  local pair, sum = { a = a, b = b, kind = kind }, list.base
  for _, item in ipairs(list) do
    sum = sum + item[1] * item[3](pair)
    if sum + item.hope < least then return false end
    if sum + item.fear >= least then return true end
  end
  return false
end

return evidence
