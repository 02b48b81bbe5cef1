-- headed: lists each of whose members holds the word that is counted: 四个坚持:坚持……,坚持……;
-- “三个到位”:认识到位、责任到位、措施到位; “四送”活动,即送政策、送技术. A word like 和 inside such
-- a member parts nothing, so its members are counted to the last one.
--
-- pattern for on.pattern, and count(m): what is said, the fewest and the most listed, and
-- the list's text; holds(link): does each name of the link hold the word, first or last?

local calendar = lib "calendar"
local headed = {}

local N = [[(?<![第\d一二三四五六七八九十百上下前后这那每各另])(?<n>[两三四五六七八九十]|十[一二三四五]|[3-9])]]
local INTRO = [[[^,。;:、\d“]{0,8}(?:[:,]|——)*(?:即|就是|也就是|包括|分别是|指的是|是指|是)?[:,]?]]
local ITEM = [[[“"]?[^,。;:、\d“"]{1,24}?]]
local BOTH = N .. [[[个项条对](?<x>[一-龥]{2})["”]?(?=[^。;]*?\k<x>)(?<intro>]] .. INTRO .. [[)(?<=[^一-龥]|即|是|括)(?<list>[“"]?\k<x>|]] .. ITEM .. [[\k<x>(?:["”]?[,、;]|(?<=于)))]]
local QUOTED = [=[["“]]=] .. N .. [[[个项条种对大类张道组支块件门]?(?<x>[一-龥]{1,3})["”](?=[^。;]*?\k<x>)(?<intro>]] .. INTRO .. [[)(?<=[^一-龥]|即|是|括)(?<list>[“"]?\k<x>|]] .. ITEM .. [[\k<x>(?:["”]?[,、;]|(?<=于)))]]
headed.patterns = { BOTH, QUOTED }

local OURS = re.new([=[^["“]?(?:[两三四五六七八九十]|\d)[一二三四五]?[个项条种对大类张道组支块件门]?(?<x>[一-龥]{1,3})["”]?.*\k<x>]=])
-- Is a match one of them?
function headed.is(m) return OURS:find(m.text) ~= nil end

-- The text from the list on, to the end of its sentence.
local function list_of(m)
  local text = m.sentence.text
  local from = text:find(m.text, 1, true)
  return from and text:sub(from + #m.text - #m.list) or m.list
end

local CUT = re.new("[^,、;:。]+")
local LEAD = re.new("^(?:[“\"\\s]|必须|始终|一是|二是|三是|四是|五是|六是|[和与及并要更])*")
-- Does the text end with x, or hold it before a word that joins? 增速不低于平均 begins what
-- is counted with 不低于.
local ENDS = re.new("^(?:[”\"]|的|等)*$|^[”\"]?(?:和|与|及|以及)")
local function is_tail(text, x)
  local from, to = text:find(x, 1, true)
  if x:find("于$") then return from ~= nil end
  while from and not ENDS:find(text:sub(to + 1)) do from, to = text:find(x, from + 1, true) end
  return from ~= nil
end
local JOINED = re.new("(?:和|与|及|以及|并)[“\"]?$")

-- How often x stands in the text behind a word that joins: 坚持甲和坚持乙.
local function joined(text, x)
  local n, at = 0, 1
  while true do
    local from, to = text:find(x, at, true)
    if not from then return n end
    if JOINED:find(text:sub(1, from - 1)) then n = n + 1 end
    at = to + 1
  end
end

local function by_heads(text, x)
  local n, more = 0, 0
  for item in CUT:gmatch(text) do
    local _, to = LEAD:find(item)
    local rest = item:sub((to or 0) + 1)
    if rest:sub(1, #x) == x then
      n = n + 1
      more = more + joined(rest:sub(#x + 1), x)
    else
      more = more + select(2, item:gsub(x, ""))
    end
  end
  return n, n + more
end

local function by_tails(text, x)
  local n, most = 0, 0
  for item in CUT:gmatch(text) do
    if not is_tail(item, x) then
      if text:find("、" .. item, 1, true) then return 0, 0 end -- 金沙江、雅砻江、大渡河
      break
    end
    local k = select(2, item:gsub(x, ""))
    n, most = n + 1, most + k
  end
  return n, most
end

function headed.count(m)
  local text, x = list_of(m), m.x
  local list = m.list
  local heads = list:sub(1, #x) == x or list:sub(2, #x + 1) == x or list:sub(4, #x + 3) == x -- behind " or “
  local fewest, most
  if heads then fewest, most = by_heads(text, x) else fewest, most = by_tails(text, x) end
  local after = m.doc.sentences[m.sentence.index + 1]
  local goes_on = after and after.text:sub(1, 90):find(x, 1, true) ~= nil
  return calendar.number(m.n), fewest, most, goes_on
end

-- Does each name of a list behind its count begin, or end, with the counted word?
local WORD = re.new("^([一-龥]{2})")
function headed.holds(link)
  local x = link.names[2] and WORD:match(link.anchor:after(2))
  if not x then return false end
  local first, last = true, true
  for _, name in ipairs(link.names) do
    local text = name.text
    local from, to = text:find(x, 1, true)
    if not from or text:find(x, to + 1, true) then return false end
    local _, lead = LEAD:find(text)
    first = first and from == (lead or 0) + 1
    last = last and is_tail(text, x)
    if not first and not last then return false end
  end
  return first or last
end

return headed
