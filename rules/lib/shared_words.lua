-- shared_words: how much of what stands about two figures is the same, beside the
-- name that both have. One fact told twice is told in some of the same words.
--
-- count(a, b, topic): words and figures (in Chinese pairs of characters) that both sentences have,
-- and that number as a share of the shorter one's.

local shared_words = {}

local WORD, HAN = re.new([[[a-z]{3,}|\d[\d.,]*\d]]), re.new("[一-龥]+")
local HAN_BYTES, PAIR = 3, 6
local COMMON = {}
for word in ([[the and for was were are with from that this its per cent percent million billion than more less not have has had
  among during year years crores which]]):gmatch("%a+") do COMMON[word] = true end

-- The sentence, or what of a long one is near.
local BACK, AHEAD = { en = 160, zh = 30 }, { en = 120, zh = 20 }
local LAST, FIRST = re.new([[^.*(?:(?<=[a-z)\]%”])[.;] |[。;])]]), re.new([[(?<=[a-z)\]%”])[.;] |[。;]|$]])
local function window(claim, lang)
  local before, after = claim:before(BACK[lang]), claim:after(AHEAD[lang])
  local _, cut = LAST:find(before)
  return (cut and before:sub(cut + 1) or before) .. " " .. after:sub(1, FIRST:find(after) - 1)
end

local function english(text, topic)
  local out, own = {}, {}
  for word in WORD:gmatch(topic:lower()) do own[word] = true end
  for word in WORD:gmatch(text:lower()) do
    if not COMMON[word] and not own[word] then out[word] = true end
  end
  return out
end

local function chinese(text, topic)
  local out = {}
  local at = topic ~= "" and text:find(topic, 1, true)
  if at then text = text:sub(1, at - 1) .. "|" .. text:sub(at + #topic) end
  for run in HAN:gmatch(text) do
    for i = 1, #run - PAIR + 1, HAN_BYTES do out[run:sub(i, i + PAIR - 1)] = true end
  end
  return out
end

local function size(set)
  local n = 0
  for _ in pairs(set) do n = n + 1 end
  return n
end

function shared_words.count(a, b, topic)
  local lang = a.doc.lang
  local read = lang == "zh" and chinese or english
  local x, y = read(window(a, lang), topic), read(window(b, lang), topic)
  local n = 0
  for word in pairs(x) do n = n + (y[word] and 1 or 0) end
  return n, n / math.max(1, math.min(size(x), size(y)))
end

return shared_words
