-- statements: what an English clause says of which way a thing goes, word by word,
-- so that one told twice can be known again.
--
-- of(doc) gives, in order, { place, said, row, all, first, second, years, when, numbers,
-- figures }: the word of en/turned, the stems of the words of its clause that mean
-- something, those behind "than" apart, the years it names, before or after, its small
-- numbers, the figures near it. shared(a, b) counts what two lists have in common.

local statements = {}

local rows = lexicon("en/turned")
local SAID = re.new([[\b(?:]] .. rows:any("said") .. [[)\b]], "i")
local CUT = [=[(?<=[a-z\d)\]%*"”])[.;:] |[;]|, (?:and|but|while|whereas|although|though|which|whose|who|followed|including|because|so|with|as|yet|or)\b| (?:but|while|whereas|although|because)\b]=]
local START, STOP = re.new([[^.*(?:]] .. CUT .. ")"), re.new(CUT)
local BRACKET = re.new([=[\s?\((?=[^()]*(?:\d|[a-z] [a-z]))[^()]*\)|\s?\[[^\[\]]*\]|_\(.*?\)_|\^\S*]=])
local THAN = re.new([[\b(?:than|compared (?:with|to)|relative to|versus)\b]], "i")
local STRONG = 3 -- bytes of a figure without a point
local NEAR = 110 -- bytes on both sides of a word
local FIGURE = re.new([=[(?<![\d.,\w–-])\d[\d,]*(?:\.\d+)?(?:%|(?= ?per|[ ,;)\]]|$))]=])
local WORD, YEAR = re.new([[[A-Za-z][A-Za-z-]+]]), re.new([[\b(?:19|20)\d\d\b]])
-- What is not told as it is.
local OPEN = re.new([[\b(?:not?|nor|neither|never|without|if|whether|would|could|should|might|may|cannot|unless|except|either|rather|hypothes\w+|associated|potential|only|interaction|can|expect\w*|plan(?:s|ned)?|target\w*|aim\w*|no longer|fail\w*|slow\w*)\b|n't\b]], "i")
local STEM, SHORTEST = 6, 3
local SMALL = {}
for word in ([[the and for with from was were are been has have had that this which its their our his her all any these those
  during through until between since after before about into also will who each other there being both did does than
  among per cent percent rate rates number level levels overall significantly substantially generally respectively approximately compared]]):gmatch("%a+") do SMALL[word] = true end

local function stems(text)
  local out = { has = {} }
  for word in WORD:gmatch(text) do
    local stem = word:lower():gsub("s$", ""):sub(1, STEM)
    if #word >= SHORTEST and not SMALL[word:lower()] and not out.has[stem] then out.has[stem], out[#out + 1] = true, stem end
  end
  return out
end

-- What of a text a pattern finds, each once.
local function all_of(pattern, text)
  local out = { has = {} }
  for found in pattern:gmatch(text) do
    if not out.has[found] then out.has[found], out[#out + 1] = true, found end
  end
  return out
end

local function years_of(text)
  local list = all_of(YEAR, text)
  table.sort(list)
  return table.concat(list, " ")
end

-- The figures near a word, years and notes aside.
local function figures_of(text)
  local out = { has = {} }
  for figure in FIGURE:gmatch(text) do
    if not out.has[figure] and (figure:find("[%%.]") or #figure >= STRONG) and not YEAR:find(figure) then out.has[figure], out[#out + 1] = true, figure end
  end
  return out
end

local NUMBER = re.new([[(?<![\d.,])\d{1,3}(?![\d,])]])
-- How many words of the lexicon a text has.
local function count(text)
  local n = 0
  for _ in SAID:gmatch(text) do n = n + 1 end
  return n
end

local WHEN = re.new([[\b(?:[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Bb]y)\b]])
local function join(list) return table.concat(list, " "):lower() end

-- Without the halves of characters at its ends.
local function whole(text)
  return (text:gsub("^[\x80-\xBF]+", ""):gsub("[\xC0-\xFF][\x80-\xBF]*$", ""))
end

local BRIEF = 4 -- stems of a clause
local function read(sentence, from, to)
  local text = sentence.text
  local before, after = BRACKET:replace(text:sub(1, from - 1), ""), BRACKET:replace(text:sub(to + 1), "")
  local raw = whole(text:sub(math.max(1, from - NEAR), math.min(#text, to + NEAR)))
  local _, cut = START:find(before)
  if cut then before = before:sub(cut + 1) end
  local stop = STOP:find(after)
  if stop then after = after:sub(1, stop - 1) end
  local clause = before .. " " .. after
  if OPEN:find(clause) or THAN:find(before) or before:find("%f[%a]to $") or count(clause) > 0 then return nil end
  local at, last = THAN:find(after)
  local one = {
    said = text:sub(from, to), row = rows:find(text:sub(from, to):lower()), place = sentence:place(from, to), sentence = sentence,
    first = stems(before .. " " .. (at and after:sub(1, at - 1) or after)), second = stems(at and after:sub(last + 1) or ""),
    all = stems(clause), years = years_of(clause), when = join(all_of(WHEN, clause)), figures = figures_of(raw), numbers = all_of(NUMBER, clause),
  }
  return #one.all >= BRIEF and one or nil
end

function statements.of(doc)
  local out = {}
  for _, sentence in ipairs(doc.sentences) do
    local text = sentence.text
    local from, to = 1, nil
    if not sentence.cell and #text < 1500 then from, to = SAID:find(text) end
    while to do
      out[#out + 1] = read(sentence, from, to)
      from, to = SAID:find(text, to + 1)
    end
  end
  return out
end

function statements.shared(a, b)
  local n = 0
  for _, stem in ipairs(a) do n = n + (b.has[stem] and 1 or 0) end
  return n
end

return statements
