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

-- 同时,还要……; In addition: another point is told without a number; 。四是 behind points
-- parted by commas, Third, we compared: what is counted has ended.
local MORE = re.new("^.{0,70}?(?:[,;。](?:同时|与此同时|此外|另外|其[一二三四五六七八九十]是|还要)|\\b(?:[Ii]n addition|[Ff]inally|[Aa]lso|[Mm]oreover|[Ff]urthermore|[Ll]astly|[Aa]dditionally)\\b|then \\(\\d|(?:and|then) \\d\\))")
local LAST = re.new([[\. Last(?:ly)?, ]])
local COMMA, STOP = re.new("[,;、]$"), re.new("[。.]$")
local WE = re.new("^,? (?:we|they|I)\\b")
local BEHIND = 120 -- code points behind the last point

-- Is a list of points that is one off open: places of its points, said less told?
function pointed.is_open(places, by)
  local last, first = places[#places], places[1]
  if first.block ~= last.block then return false end
  if by > 0 then return MORE:find(last:after(BEHIND)) ~= nil or LAST:find(last:after(BEHIND)) ~= nil end
  if #places < 3 then return false end
  local before = places[#places - 1]
  return STOP:find(last:before(1)) ~= nil and COMMA:find(before:before(1)) ~= nil
    or WE:find(last:after(8)) ~= nil and WE:find(first:after(8)) == nil
end

-- The same of the points of one paragraph that begin at m.
function pointed.is_open_text(m, by)
  local text = m.sentence.block.text
  local from = text:find("一是", 1, true) or 1
  local ends, at = {}, from
  for k = 1, #POINTS do
    local a = next_point(text, POINTS[k], at)
    if not a then break end
    ends[k], at = a, a + #POINTS[k]
  end
  if by > 0 then return MORE:find(text:sub(ends[#ends] or from)) ~= nil end
  if #ends < 3 then return false end
  return text:sub(ends[#ends] - 3, ends[#ends] - 1) == "。" and text:sub(ends[#ends - 1] - 3, ends[#ends - 1] - 1) ~= "。"
end

return pointed
