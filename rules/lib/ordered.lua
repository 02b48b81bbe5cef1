-- ordered: members that are told by their number, behind their count: three groups.
-- The first group are … The second group …; two reasons. The first is …, the second is
-- …; 分三个步骤:第一步……,第二步……; 四类:第一类是…….
--
-- patterns for on.pattern, and count(m): what is said, how many are told in a row, the
-- place of the count and those of the members; nil where the ordinals are of something
-- else or the row is open.

local calendar = lib "calendar"
local ordered = {}

local KIND = "步骤|步|阶段|类|种|部分|方面|层面|单元|层次|层|环节|篇章|章|梯队|档|点|级|批|个"
ordered.patterns = {
  "(?<=^|[,;:。、])第一(?<kind>" .. KIND .. ")",
  [[(?<kind>)(?<=^|[;:,] )(?:[Ii]n |[Uu]nder |[Ff]or |[Oo]n )?[Tt]he first\b]],
}

local SENTENCES, BLOCKS, AHEAD, REST = 24, 14, 2, 80 -- between members; to the count; looked at for a later one
local LONGEST = 1200 -- bytes of a sentence

-- ---- English ---------------------------------------------------------------

local COUNT = re.new([[\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[2-9])((?: [a-z][a-z’'-]*){0,4}? ([a-z][a-z-]{2,}s))\b]])
local NO_POINTS = re.new([[^(?:years|months|weeks|days|hours|minutes|times|points|dollars|decades|cents|people|persons|quarters|halves|thirds|percents|rounds|seasons|editions|this|has|was|is|does|cases|doses|visits|tests)$]])
local TAKEN = re.new([[\b(?:first|last|next|of|these|those|other|than|over|past|every|each|all|within|between|any|(?:one|two|three|four|five|six|seven|\d) (?:or|to|and)|both|about|nearly|another|at least|up to|the) $]], "i")
local ORDINALS = { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth" }
local VERB = re.new([=[^ (?:is|was|will|are|were|has|had|would|should|can|could|may|might|must|involve[sd]?|concern(?:s|ed)?|relate[sd]?|deals?|dealt|require[sd]?|consists?|consisted|comprise[sd]?|aim(?:s|ed)?|seeks?|sought|]=] ..
  [=[cover(?:s|ed)?|provide[sd]?|focus(?:es|ed)?|looks?|looked|establish(?:es|ed)|include[sd]?|refer(?:s|red)?|being|called|calls|came|comes|took|takes|shows?|showed|asks?|asked|allow(?:s|ed)|]=] ..
  [=[use[sd]|measure[sd]?|describe[sd]?|examine[sd]?|assesse[sd]|estimate[sd]?|address(?:es|ed)|set|sets|gives?|gave|helps?|helped|reflect(?:s|ed)?|applie[sd]|applies|affects?|on|to|for|with|by|that|in which|where|because)\b|^[,:–—]|^ [–—]]=])
local OTHER = re.new([[\b(?:[Aa]nother|[Tt]he other|[Tt]he last|[Tt]he final|[Tt]he latter|[Ll]astly|[Ff]inally|[Tt]he remaining|[Tt]he rest|[Aa]lso|[Ii]n addition)\b]])

local function singular(noun)
  if noun:find("ies$") then return noun:gsub("ies$", "y") end
  if noun:find("[sxh]es$") then return noun:gsub("es$", "") end
  return noun:gsub("s$", "")
end

-- The last count of points in the text: its first and last byte, number, noun.
local function last_count(text)
  local from, to, word, noun, head
  local at = 1
  while true do
    local a, b, w, n, h = COUNT:find(text, at)
    if not a then break end
    from, to, word, noun, head = a, b, w, n, h
    at = a + #w
  end
  if not from or NO_POINTS:find(head) or TAKEN:find(text:sub(math.max(1, from - 12), from - 1)) then return nil end
  return from, to, calendar.number(word:lower()) or tonumber(word), noun, head
end

-- The member number k in the text from byte `from` on: its first and last byte.
local function find_english(text, k, noun, from)
  local word = ORDINALS[k]
  if not word then return nil end
  while true do
    local a, b = text:find(word, from, true)
    if not a then return nil end
    local before, after = text:sub(math.max(1, a - 5), a - 1), text:sub(b + 1, b + 40)
    if before:find("[Tt]he $") or before:find("^[Aa] $") or before:find(" a $") then
      if noun and (after:find("^ " .. noun:gsub("%-", "%%-") .. "%f[%A]") or after:find("^ [a-z]+ " .. noun:gsub("%-", "%%-") .. "%f[%A]")) or VERB:find(after) then return a, b end
    end
    from = b + 1
  end
end

-- ---- Chinese ---------------------------------------------------------------

local HAN = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }
local MARKS = { [","] = true, [";"] = true, [":"] = true, ["。"] = true, ["、"] = true, ["“"] = true, ["("] = true }
local function find_chinese(text, k, kind, from)
  local word = HAN[k] and "第" .. HAN[k] .. kind
  if not word then return nil end
  while true do
    local a, b = text:find(word, from, true)
    if not a then return nil end
    if a == 1 or MARKS[text:sub(a - 1, a - 1)] or MARKS[text:sub(a - 3, a - 1)] then return a, b end
    from = b + 1
  end
end

local SAID = "(?<![第一二三四五六七八九十百\\d前后上下这那])([两三四五六七八]|[2-8])(?:个|大)?"
local said_of = memo() -- patterns of the counts, by what they count
local function last_said(text, kind)
  local pattern = said_of[kind]
  if not pattern then
    pattern = re.new(SAID .. (kind == "步" and "步骤?" or kind == "个" and "(?<=个)" or kind))
    said_of[kind] = pattern
  end
  local from, to, word
  local at = 1
  while true do
    local a, b, w = pattern:find(text, at)
    if not a then return from, to, word and calendar.number(word) end
    from, to, word, at = a, b, w, a + #w
  end
end

-- ---- both ------------------------------------------------------------------

-- The count in the text before byte `to` of the sentence, or in the sentences before.
local function find_count(m, here, to)
  local sentence = here
  for step = 0, AHEAD do
    if not sentence or #sentence.text > LONGEST then return nil end
    local text = step == 0 and sentence.text:sub(1, to - 1) or sentence.text
    local from, last, n, _, head
    if m.kind ~= "" then
      from, last, n = last_said(text, m.kind)
    else
      from, last, n, _, head = last_count(text)
    end
    if from then return n, sentence:place(from, last), head, sentence end
    sentence = m.doc.sentences[sentence.index - 1]
    if not sentence or here.block.index - sentence.block.index > 1 or sentence.cell then return nil end
  end
end

-- What finds member k, and whether the word behind the first fits.
local function finder_of(m, text, to, head)
  if m.kind ~= "" then
    return function(t, k, from) return find_chinese(t, k, m.kind, from) end
  end
  local noun = singular(head)
  local a = find_english(text, 1, noun, math.max(1, to - 9))
  if not a or a > to then return nil end
  return function(t, k, from) return find_english(t, k, noun, from) end
end

-- Is sentence b near enough to go on with the members of a?
local function is_near(a, b)
  return not b.cell and b.index - a.index <= SENTENCES and b.block.index - a.block.index <= BLOCKS
    and (b.block == a.block or b.block.heading == a.block.heading)
end

local function is_told_later(m, find, from, k)
  for i = from, math.min(#m.doc.sentences, from + REST) do
    local text = m.doc.sentences[i].text
    if find(text, k, 1) then return true end
  end
  return false
end

-- Where the match begins in its sentence.
local function byte_of(m)
  local text, before = m.sentence.text, m:place():before(12)
  local at = text:find(m.text, 1, true)
  while at and at > #before and text:sub(at - #before, at - 1) ~= before do
    at = text:find(m.text, at + 1, true)
  end
  return at
end

function ordered.count(m)
  local here = m.sentence
  if here.cell or #here.text > LONGEST then return nil end
  local at = byte_of(m)
  if not at then return nil end
  local said, place, head, counted_in = find_count(m, here, at)
  if not said or said < 2 then return nil end
  local find = finder_of(m, here.text, at + #m.text, head)
  if not find then return nil end
  local places, k = { m:place() }, 1
  local sentence, from = here, at + #m.text
  local last = here
  while sentence and is_near(last, sentence) and #sentence.text <= LONGEST do
    local a, b = find(sentence.text, k + 1, from)
    if a then
      k, from, last = k + 1, b + 1, sentence
      places[k] = sentence:place(a, b)
    else
      if sentence ~= here and find(sentence.text, 1, 1) then break end
      sentence, from = m.doc.sentences[sentence.index + 1], 1
    end
  end
  if k < 2 then return nil end
  if k < said and (OTHER:find(last.text:sub(-300)) or is_told_later(m, find, last.index + 1, k + 1)) then return nil end
  if k < said and m.kind == "" then
    for i = last.index + 1, math.min(#m.doc.sentences, last.index + 6) do
      if OTHER:find(m.doc.sentences[i].text) or m.doc.sentences[i].text:find("[Tt]hird") then return nil end
    end
  end
  return said, k, place, places, counted_in
end

return ordered
