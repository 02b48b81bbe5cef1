-- word_weight: how much the words of a text tell in its document, where most words tell
-- little. A word that stands in one sentence of 2^n weighs 1 + n; what a short document
-- has twice may be rare all the same.
--
-- words(text, lang): its words without their endings, in Chinese its pairs of ideographs,
-- as keys; sum(doc, words): what they weigh together.

local word_weight = {}

local COMMON = lib("surroundings").COMMON

local WORD, HAN = re.new([[[a-z]{3,}|\b(?:19|20)\d\d\b]]), re.new("[一-龥]+")
local HAN_BYTES, PAIR = 3, 6
local function each_word(text, lang, out, value)
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

function word_weight.words(text, lang)
  local set = {}
  each_word(text, lang, function(word) set[word] = true end)
  return set
end

-- In how many sentences of a document each word stands; pairs would sort the keys of each.
local counted = memo()
local function count(doc)
  local counts, last = {}, {}
  local function note(word, i)
    if last[word] ~= i then last[word], counts[word] = i, (counts[word] or 0) + 1 end
  end
  for i, sentence in ipairs(doc.sentences) do each_word(sentence.text, doc.lang, note, i) end
  return counts
end

local FEWEST = 128 -- sentences
function word_weight.sum(doc, words)
  counted[doc] = counted[doc] or count(doc)
  local counts, sum, all = counted[doc], 0, math.max(FEWEST, #doc.sentences)
  for word in pairs(words) do
    local n, rest = 1, all / (counts[word] or 1)
    while rest >= 2 do n, rest = n + 1, rest / 2 end
    sum = sum + n + rest - 1
  end
  return sum
end

return word_weight
