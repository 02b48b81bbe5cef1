-- pointed: points told one by one behind their count, in one paragraph: 办好9件实事。
-- 一是……。二是……。 Of 166 in reports and news 158 are as many as are said, and those that
-- differ by more than one count something else.
--
-- pattern for on.pattern, and count(m): what is said, what is told, the place of the
-- count and the places of the first and the last point; nil where no count stands there.

local calendar = lib "calendar"
local pointed = {}

pointed.pattern = "(?<one>(?:^|[:,])一是)"
local IS = re.new("^[:,]?一是$")
function pointed.is(text) return IS:find(text) ~= nil end

local SAID = re.new("(?<![“第一二三四五六七八九十百\\d.])([二两三四五六七八九十]|十[一二三四五]|[2-9]|1[0-5])((?:个方面|件|点|项|个|大|类|种|方面)[^。,:;“”]{0,16}[。:,]*)$")
local HEAD = re.new("^[^。:,]*")
local POINTS = { "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "十一是", "十二是", "十三是", "十四是", "十五是" }
local ENDS = { ["。"] = true, [";"] = true, [","] = true, [":"] = true, ["、"] = true, [" "] = true }
local MOST = 6000 -- bytes of a paragraph

-- Does a point begin at this byte: behind a mark, or first?
local function begins(text, at)
  if at == 1 then return true end
  local mark = text:sub(at - 1, at - 1)
  return ENDS[mark] or ENDS[text:sub(at - 3, at - 1)] or mark == "*"
end

local function next_point(text, word, from)
  while true do
    local at = text:find(word, from, true)
    if not at or begins(text, at) then return at end
    from = at + 1
  end
end

-- How many points a paragraph tells from the byte on.
local function points(text, from)
  local n = 0
  for k = 1, #POINTS do
    local at = next_point(text, POINTS[k], from)
    if not at then break end
    n, from = k, at + #POINTS[k]
  end
  return n
end

-- The count's place: in the sentence of the point, or in the one before.
local function place_of(m, said)
  local sentence = m.sentence
  for _ = 1, 2 do
    local at = sentence and sentence.text:find(said, 1, true)
    if at then return sentence:place(at, at + #said - 1) end
    sentence = m.doc.sentences[sentence.index - 1]
  end
end

function pointed.count(m)
  local block = m.sentence.block
  local before = m:place("one"):before(40)
  local n, rest = SAID:match(before .. (m.text:match("^[:,]") or ""))
  if not n or block.length > MOST or rest:find("条", 1, true) then return nil end
  local from = block.text:find((before .. m.text):sub(-60):gsub("^[\x80-\xBF]+", ""), 1, true)
  local told = points(block.text, from or 1)
  local behind = block.next
  if told < 2 or behind and behind.text:find(POINTS[told + 1] or "-", 1, true) then return nil end
  return calendar.number(n), told, place_of(m, n .. HEAD:match(rest))
end

return pointed
