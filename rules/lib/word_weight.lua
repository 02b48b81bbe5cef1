-- word_weight: how much the words of a text tell in its document, where most words tell
-- little. A word that stands in one sentence of 2^n weighs 1 + n; what a short document
-- has twice may be rare all the same.
--
-- words(text, lang): its words without their endings, in Chinese its pairs of ideographs,
-- as keys; of(doc, words): what each of them weighs.

local word_weight = {}

local COMMON = lib("surroundings").COMMON

local WORD, HAN = re.new([[[a-z]{3,}|\b(?:19|20)\d\d\b]]), re.new("[一-龥]+")
local HAN_BYTES, PAIR = 3, 6
local function stem(word) return (word:gsub("s$", ""):gsub("ed$", ""):gsub("ing$", "")) end

function word_weight.words(text, lang)
  local set = {}
  if lang == "zh" then
    for run in HAN:gmatch(text) do
      for i = 1, #run - PAIR + 1, HAN_BYTES do set[run:sub(i, i + PAIR - 1)] = true end
    end
    return set
  end
  for word in WORD:gmatch(text:lower()) do
    if not COMMON[word] then set[stem(word)] = true end
  end
  return set
end

-- In how many sentences of an English document each word stands; pairs would sort the
-- keys of each.
local function count_english(doc)
  local counts, last = {}, {}
  for i, sentence in ipairs(doc.sentences) do
    for word in WORD:gmatch(sentence.text:lower()) do
      local key = not COMMON[word] and stem(word)
      if key and last[key] ~= i then last[key], counts[key] = i, (counts[key] or 0) + 1 end
    end
  end
  return counts
end

local counted = memo()
local function count(doc, words)
  if doc.lang == "zh" then return doc:spread(words) end
  counted[doc] = counted[doc] or count_english(doc)
  return counted[doc]
end

local FEWEST = 128 -- sentences
function word_weight.of(doc, words)
  local counts, out, all = count(doc, words), {}, math.max(FEWEST, #doc.sentences)
  for word in pairs(words) do
    local n, rest = 1, all / math.max(1, counts[word] or 0)
    while rest >= 2 do n, rest = n + 1, rest / 2 end
    out[word] = n + rest - 1
  end
  return out
end

return word_weight
