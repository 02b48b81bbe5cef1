-- other_count: whether a list that misses its count is no list of what is counted,
-- or may be more than it seems.
--
-- In: a COUNTED link, by how many its list misses, how many it has at most. Out:
-- true where it is.

local uncounted = lib "uncounted"
local other_count = {}

local BEFORE = uncounted.BEFORE -- reason of a link
local ITEMS = "a list of items behind its count" -- another

local HEADS = re.new(":\\s*$")
local function heads_others(names)
  for _, name in ipairs(names) do
    if HEADS:find(name.text) then return true end
  end
  return false
end

-- 甲;乙;丙;丁和戊: the last may be two. 宝马、福特等: and more.
-- 甲、乙和丙等内容,进一步……: the list ended before. Panels: with two of them below: two may be meant.
-- 职业男子、女子组,青年男子、女子组四个组别: behind a comma it may have begun before.
local AND, OPEN_END = re.new("[一-龥\\w]{4,}[和及与][一-龥\\w]{4,}"), re.new("等[一-龥]*$")
local ENDED, BEGUN = re.new("等(?:内容|方面|领域|工作|措施|任务|项目)?$"), re.new("、[^。;:]{1,30}([一-龥]),$")
local function may_be_more(link, by, most)
  if by < 1 then return false end
  local names = link.names
  if link.complete and by >= most or link.reason == ITEMS and by == 1 and heads_others(names) then return true end
  if link.doc.lang ~= "zh" then return false end
  if link.reason == BEFORE then
    local word = BEGUN:match(names[1]:before(40)) -- 组
    return link.complete and word ~= nil and names[#names].text:sub(-#word) == word
  end
  for i = 1, #names - 1 do
    if ENDED:find(names[i].text) then return true end
  end
  local last = names[#names].text
  return by == 1 and #link.names > 2 and link.names[2]:before(2):find(";", 1, true) ~= nil and AND:find(last) ~= nil or OPEN_END:find(last) ~= nil
end

-- 加强三国合作, 全面理解、牢固树立和深入实践五大理念, 同等重要的“五位一体”, 四个大字, 一二三产:
-- what stands before is no list of what is counted.
local ACTED = re.new("(?:加强|深化|推进|深入(?:实践|贯彻|落实|开展)|牢固树立|全面理解|同等重要的)[^、]{0,3}$|一二$")
local COUNTS_SIGNS = re.new("^(?:大字|字|汉字|合作(?!平台|项目|机制|领域|协议|文件|社|区)|关系|人民|领导人|均|都|应(?![用急对变])|将|间)")
local function is_acted(link)
  return link.doc.lang == "zh" and link.reason == BEFORE
    and (link.complete and ACTED:find(link.anchor:before(24)) ~= nil or COUNTS_SIGNS:find(link.anchor:after(6)) ~= nil)
end

-- two components (Gladstein, 1983; Mahrer et al., 1994; Kerem, 2001): who says so;
-- the answers to two questions led us to three groups: the last count has the list.
local CITED = re.new([[\b(?:19|20)\d\d[a-f]?\)?$]])
local COUNTED_ANEW = re.new([[\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ ){0,3}[a-z]{3,}s\b[^.:]*:\s*$]])
local REFERENCE = re.new([[\b(?:doi:|PubMed\b|Accessed (?:January|February|March|April|May|June|July|August|September|October|November|December))]])
local function is_said_of_other(link)
  if link.doc.lang ~= "en" then return false end
  if REFERENCE:find(link.anchor.block.text) then return true end
  if link.reason == ITEMS then return COUNTED_ANEW:find(link.anchor:after(200)) ~= nil end
  for i = 1, math.min(#link.names, 2) do
    if not CITED:find(link.names[i].text) then return false end
  end
  return true
end

-- Is the match in a list of references?
function other_count.is_reference(block) return REFERENCE:find(block.text) ~= nil end

function other_count.is(link, by, most)
  return is_said_of_other(link) or uncounted.is_of_other(link) or is_acted(link) or may_be_more(link, by, most)
end

return other_count
