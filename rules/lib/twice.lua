-- twice: two sides that are compared in words, and their figures told behind it:
-- exports were lower than imports: exports were $34.2 billion and imports $31.8
-- billion; men were less often affected than women (58% of men, 47% of women).
--
-- compare(out, sentence, text) appends { way, kind = "told", word =, a =, b = } as
-- sides.compare does; all of one sentence. What is named first has the first of the
-- two figures, whether the names stand before or behind them.

local twice = {}

local ROWS = lexicon("en/comparative")
local WORD = [[(?:higher|greater|larger|bigger|more|exceeded|surpassed|outnumbered|lower|smaller|less|fewer)]]
local NAME = [[((?!(?:those|that|these|others?|ever|any|the|an?|last|previous|expected|usual|average)\b)[A-Za-z][a-z-]{2,}(?: [A-Z][a-z-]+)?)]]
local PREPOSITION = [[(?:in|among|for|at|of|from|by|on)]]
local IN = re.new([[\b(]] .. WORD .. [[)\b[^.;:,()\d]{0,40}? ]] .. PREPOSITION .. [[ (?:the )?]] .. NAME .. [[(?: [a-z]+)? than (?:(?:that|those) )?]] .. PREPOSITION .. [[ (?:the )?]] .. NAME .. [[\b]])
local OF = re.new([[(?:^|, |: )(?:[A-Z][a-z]+ly, )?]] .. NAME .. [[ (?:(?:were|was|are|is|had|have|did|also|still|significantly|[a-z]+ly) ){1,3}(?:an? )?(]] .. WORD .. [[)\b[^.;:,()\d]{0,40}? than (?:did |were |was |had )?(?:the )?]] .. NAME .. [[\b]])
local MORE = re.new([[(?:^|, )((?i:more|fewer)) ]] .. NAME .. [[ than ]] .. NAME .. [[\b]])
local FIGURE = re.new([[(?<![\d.,–$£€<>≥≤=-])([$£€]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?! ?[–-] ?\d|\d|[.,]\d)( ?%| per ?cent| (?:million|billion|thousand|trillion))?]])
local CHANGES = re.new([[\b(?:increas|decreas|ris(?:e|en|ing)\b|rose|grew|growth|fell|fall|declin|chang|drop|differen|compared|than|respectively|ratio|not?\b|CI\b)]])
local YEAR = re.new([[^(?:1[89]|20)\d\d$]])

local function value(text) return decimal((text:gsub(",", ""))) end

local function lower(text) return text:lower() end

-- Where the name stands in the text, once; nil where it stands twice or never.
local function only(text, name)
  local word = "%f[%a]" .. name:lower():gsub("%-", "%%-") .. "%f[^%a]"
  local from, to = text:find(word)
  if not from or text:find(word, to + 1) then return nil end
  return from
end

-- The two figures of the text, where it has two of one unit and no other.
local function two_figures(text, offset)
  local out, at = {}, 1
  while true do
    local from, to = FIGURE:find(text, at)
    if not from then break end
    local sign, number, unit = FIGURE:match(text:sub(from, to) .. " ")
    at = to + 1
    if number and not YEAR:find(number) then
      unit = (unit or ""):gsub("^ ", ""):gsub("per ?cent", "%%")
      out[#out + 1] = { value = value(number), text = number, unit = (sign or "") .. unit, from = offset + from, to = offset + to }
    end
  end
  if #out ~= 2 or out[1].unit ~= out[2].unit or out[1].value == out[2].value then return nil end
  return out[1], out[2]
end

-- What the sentence says of its sides: the word, the name that is set above or
-- below, the other, and the byte behind.
local function said(text)
  for _, pattern in ipairs { IN, MORE, OF } do
    local from, to = pattern:find(text)
    if from then
      local a, b, c = pattern:match(text:sub(from, to) .. " ")
      if pattern == OF then a, b = b, a end
      if a then return a, b, c, from, to end
    end
  end
end

local NOT = re.new([[\b(?:not?|nor|neither|no|never|without|except)\b]])

function twice.compare(out, text)
  local word, first, second, from, to = said(text)
  if not word or lower(first) == lower(second) or NOT:find(text:sub(1, to)) then return end
  local rest = text:sub(to + 1)
  local stop = rest:find(";", 1, true)
  if stop then rest = rest:sub(1, stop) end
  if CHANGES:find(rest) or not rest:find("[:(]") then return end
  local a, b = two_figures(rest, to)
  local plain = lower(rest)
  local x, y = only(plain, first), only(plain, second)
  if not (a and x and y) then return end
  if x > y then a, b = b, a end
  local at = text:find(word, from, true)
  local row = ROWS:find(lower(word))
  out[#out + 1] = {
    way = (a.value > b.value) == (row.way == "up") and 1 or -1, kind = "told",
    word = { from = at, to = at + #word - 1 }, a = a, b = b,
  }
end

return twice
