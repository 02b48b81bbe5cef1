local FRAMED = 30 -- strength of what framed-number judges

-- Values of one name, in order of first appearance, with their places.
local function values(names)
  local out, at = {}, {}
  for _, place in ipairs(names) do
    local text = place.text
    if not at[text] then
      at[text] = { text = text, places = {} }
      out[#out + 1] = at[text]
    end
    table.insert(at[text].places, place)
  end
  return out
end

-- Characters (not bytes) of a text.
local function letters(text)
  local out = {}
  for _, c in utf8.codes(text) do out[#out + 1] = c end
  return out
end

-- One character differs, or two are swapped.
local function one_slip(x, y)
  local a, b = letters(x), letters(y)
  if math.abs(#a - #b) == 1 and #a + #b == 3 and a[1] > 127 and b[1] > 127 then -- 十, 二十; not 千万, 百千万
    return x:sub(-#y) == y or y:sub(-#x) == x
  end
  if #a ~= #b then return false end
  if x:find("N", 1, true) ~= y:find("N", 1, true) then return false end -- “1+N” leaves it open
  local at = {}
  for i = 1, #a do
    if a[i] ~= b[i] then at[#at + 1] = i end
  end
  return #at == 1 or (#at == 2 and a[at[1]] == b[at[2]] and a[at[2]] == b[at[1]])
end

-- “三保” and “六保” are two names that everybody knows.
local function known(place)
  local name = place.text .. (place:after(1) or "")
  return lexicon("zh/numeral-words"):find(name) ~= nil
end

-- “六地” stands again and again, “五地” once.
local BRIEF, MANY, SOME = 40, 3, 2 -- strength of a name of one word; places that agree, where a plain word is counted and where not
-- “十个新优势”, “八个新优势”: once each, of three characters and more that name it,
-- with no word before that tells the two apart.
local CORE = 4 -- characters between number and quotation mark, the measure counted
local COMMON = re.new("(?:工程|行动|任务|战略|体系|方面|问题|中心|计划|目标|措施|建设|平台|机制|重点|领域|基地|产业|项目|能力|一批|文章|政策|制度|模式|服务|清单|务必)$")
local BARE = re.new("(?:^|[,。;、:(]|实施|推进|塑造|塑强|打造|聚焦|围绕|坚持|按照|[按以了的好和与及]|落实|发挥|提升|增强|厚植|彰显|做强|培育|构建|突出|锚定|紧扣|深化)“$")
local WORD = re.new("^[^”]*”(\\p{Han}{2})")
local function core_of(place) return place:after(16):match("^(.-)”") or "" end
-- “工程” is counted again and again, 五个针对 is one name.
local function outvoted(list)
  local a, b = list[1], list[2]
  if #list ~= 2 then return nil end
  local rare, usual = a, b
  if #b.places < #a.places then rare, usual = b, a end
  local core = core_of(rare.places[1])
  local least = (COMMON:find(core) or utf8.len(core) < SOME) and MANY or SOME
  if #rare.places == 1 and #usual.places >= least then return rare, usual end
end

local function bare_pair(list)
  local a, b = list[1], list[2]
  if #list ~= 2 or #a.places + #b.places > MANY then return nil end
  local rare, usual = b, a
  if #a.places < #b.places then rare, usual = a, b end
  local one, other = rare.places[1], usual.places[1]
  local core = core_of(one)
  if #rare.places > 1 or utf8.len(core) < CORE or COMMON:find(core) or not one_slip(rare.text, usual.text) then return nil end
  if not (BARE:find(one:before(4)) and BARE:find(other:before(4))) or one.sentence == other.sentence then return nil end
  local x, y = WORD:match(one:after(24)), WORD:match(other:after(24))
  if x and y and x ~= y then return nil end
  return rare, usual
end

-- A place that two names share is told once.
local told = memo()
local function is_told(place)
  local key = place.block.index .. ":" .. place:before(400)
  local before = told[key]
  told[key] = true
  return before
end

-- 第62次全会, 第26次全会: the next one is none with two digits swapped. A
-- number may be in words (第三次), and what is none has no digits to swap.
local function is_ordinal(place) return place:before(1) == "第" end
local function swapped(a, b)
  local near, calendar = lib "near", lib "calendar"
  local x, y = calendar.number(a), calendar.number(b)
  return x ~= nil and y ~= nil and near.miss(decimal(x), decimal(y)) == "transposed"
end

-- 由“18至25周岁”调整为“18至27周岁”, “千兆”向“万兆”演进: who writes both side by side
-- means both. “70后” and “80后” are many things.
local function side_by_side(rare, usual)
  if rare.places[1]:after(1) == "后" then return true end
  for _, place in ipairs(usual.places) do
    if place.sentence == rare.places[1].sentence then return true end
  end
  return false
end

-- 实施提振消费“五大工程”, 组织实施“十大工程”: the one has more of a name than the other.
local MORE = re.new("(?:实施|推进|开展|落实|建设|构建|打造|聚焦|围绕)(\\p{Han}{2,8})[“\"]$")
local VERBS = re.new("^(?:实施|推进|开展|落实|建设|构建|打造|组织|聚焦|围绕|好|以|了|的)+$")
local CLAUSE = re.new("[^,;。]*$")
local function attribute(place)
  local words = MORE:match(place:before(20))
  return words and not VERBS:find(words) and words or nil
end
local function has_more_name(rare, usual)
  local words = attribute(rare.places[1])
  if not words then return false end
  for _, place in ipairs(usual.places) do
    if CLAUSE:match(place:before(20)):find(words, 1, true) then return false end
  end
  return true
end

-- 科技创新高地5大标志性工程, 先进制造业高地3大标志性工程: one kind of thing, of two.
local HEAD = re.new("^\\p{Han}{2}$")
local VERB = re.new("(?:实施|推进|塑造|打造|聚焦|围绕|坚持|按照|[按以了的好和与及]|落实|发挥|提升|增强|培育|构建|突出|锚定|紧扣|深化|建设|开展|组织|确定|提出)$")
local function is_of_two(rare, usual)
  local head, words = rare.places[1]:before(2), rare.places[1]:before(5)
  if not HEAD:find(head) or VERB:find(head) then return false end
  for _, place in ipairs(usual.places) do
    if place:before(2) ~= head or place:before(5) == words then return false end
  end
  return true
end

-- 党建“四联”机制, 治理“五联”机制: what is counted is one character, and another word
-- stands before it.
local WORD_BEFORE = re.new("(\\p{Han}{2})[“\"]$")
local function is_of_another(rare, usual)
  local head = WORD_BEFORE:match(rare.places[1]:before(3))
  if not head or utf8.len(core_of(rare.places[1])) ~= 1 or VERB:find(head) or lexicon("zh/verb"):find(head) then return false end
  for _, place in ipairs(usual.places) do
    if place:before(3):find(head, 1, true) then return false end
  end
  return true
end

-- 七大要素, 7大要素: one number.
local function one_number(a, b)
  local calendar = lib "calendar"
  local x, y = calendar.number(a), calendar.number(b)
  return x ~= nil and x == y
end

-- The value that value k may be a slip of: one that stands oftener, or before.
local function like(k, list)
  for i, other in ipairs(list) do
    if i ~= k and one_slip(list[k].text, other.text) and (#other.places > 1 or i < k) then
      return other
    end
  end
end

return {
  api = 1,
  id = "name-number",
  severity = "warning",
  on = { link = "same_name" },
  summary = {
    zh = "同一名称中的数字前后写法不一",
    en = "a name with a number in it is written in two ways",
  },
  explain = {
    zh = [[“1650”产业体系与“1560”产业体系：引号内名称除数字外完全相同，数字却有两种写法。
一种写法只出现一次，且与另一种只差一个字或两字对调时报告；出现次数少的（次数相同则后出现的）为存疑处。]],
    en = [[The quoted name is the same but for its number. Reported where one spelling stands only once and
is one character, or two swapped ones, away from another; the rarer one, of equals the later, is in doubt.]],
  },
  messages = {
    base = {
      zh = "名称中的数字此处为“{stated}”，别处为“{expected}”",
      en = "the number in this name is “{stated}” here and “{expected}” elsewhere",
    },
  },
  examples = {
    bad = {
      { [[打造新时代“六地”。聚焦“六地”目标定位。

建设“六地”迈出新步伐。

锚定“五地”目标。]], at = "五" },
      { [[政府间气候变化专门委员会第62次全会开幕。

政府间气候变化专门委员会(IPCC)第26次全会在杭州开幕。]], at = "26" },
      { [[着力塑造“十个新优势”,统筹推进。

不断塑强“八个新优势”,推动发展。]], at = "八" },
      { [[“三度一色[15]”自然禀赋优势显现。

必须发挥“四度一色”自然禀赋。]], at = "四度一" },
      { [[推进“千村示范、万村整治”工程。

“千村示范、百村整治”工程成果显著。]], at = "千村示范、百" },
      { [[深入推进“三大攻坚”行动。

持续深化“四大攻坚”行动。]], at = "四" },
      { [[深入推进“三个十大”行动,着力提振消费。

深入实施“四个十大”行动,狠抓落实。]], at = "四个十" },
      { [[发挥“一局四中心”功能优势。

完善“一局五中心”功能配套。]], at = "一局五" },
      { [[扎实开展空气质量“退后十”攻坚。

巩固空气质量“退后二十”成果。]], at = "二十" },
      { [[启动新一轮工业振兴三年行动。

推进新一轮工业振兴五年行动。]], at = "五" },
      { [[坚持解决边界问题的八项主张。

落实解决边界问题的六项主张。]], at = "六" },
      { [[加快建设“1650”产业体系。

围绕“1560”产业体系推进强链补链。]], at = "1560" },
      { [[深入实施“十大战略”。继续实施“十大战略”要求。

持续实施“八大战略”。]], at = "八" },
    },
    good = {
      [[完善党建“四联”机制,推动落实。

健全治理“五联”机制,抓好落实。

“五联”机制落实见效。]],
      [[实施提振消费“五大工程”。组织实施“十大工程”。

推进“十大工程”建设。从“60后”“70后”到“90后”。

推进“十大工程”。推动“千兆自贸港”向“万兆自贸港”演进。]],
      [[统筹推进“五位一体”总体布局。深化生产、供销、信用“三位一体”改革。]],
      [[政府间气候变化专门委员会第62次全会开幕。政府间气候变化专门委员会第63次全会将在明年举行。]],
      [[沿海城市协作联盟理事会第三次会议召开。

沿海城市协作联盟理事会第七次会议闭幕。]],
      [[做好“五篇大文章”。做好调整“三篇大文章”。完成“三个一批”整治,开展“四个一批”整治。]],
      [[实施“百千兴村”行动,推进“四千行动”。建设“51020”体系,打造“61020”集群。]],
      [[以先进制造业高地3大标志性工程为牵引。聚焦改革开放高地3大标志性工程。

加快推进科技创新高地5大标志性工程。]],
      [[聚焦“六地”建设。加强“五地”合作。]],
      [[全面落实“1+5”政策。加快构建“1+N”政策体系。]],
      [[落实关于会议精神的六项要求。

提出关于安全生产的八项要求。]],
      [[加快建设“1650”产业体系。

围绕“1650”产业体系推进强链补链。]],
      [[“十三五”规划全面完成。

“十四五”规划开局良好。]],
      [[出台“稳增长20条”。

落实“促消费20条”。]],
    },
  },
  check = function(link, report)
    if link.strength == FRAMED then return end
    local list = values(link.names)
    if #list == 1 then
      report.agrees { at = link.names[1], related = link.names, how = list[1].text }
      return
    end
    if link.strength == BRIEF then
      local rare, usual = outvoted(list)
      if not rare then rare, usual = bare_pair(list) end
      if rare and not known(rare.places[1]) and not has_more_name(rare, usual) and not is_of_another(rare, usual) and not side_by_side(rare, usual) and not is_told(rare.places[1]) then
        report { at = rare.places[1], related = usual.places, stated = rare.text, expected = usual.text }
      end
      return
    end
    for k, rare in ipairs(list) do
      local usual = #rare.places == 1 and like(k, list)
      if usual and is_ordinal(rare.places[1]) and not swapped(rare.text, usual.text) then usual = nil end
      if usual and (side_by_side(rare, usual) or is_of_two(rare, usual) or is_of_another(rare, usual) or has_more_name(rare, usual) or one_number(rare.text, usual.text)) then usual = nil end
      if usual and not (known(rare.places[1]) and known(usual.places[1])) and not is_told(rare.places[1]) then
        report {
          at = rare.places[1], related = usual.places, message = "base",
          stated = rare.text, expected = usual.text,
        }
        return
      end
    end
  end,
}
