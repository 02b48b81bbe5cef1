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
  if math.abs(#a - #b) == 1 and #a + #b == 3 and (x:find("十", 1, true) or y:find("十", 1, true)) then -- 十, 二十; not 千万, 百千万
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

local name_of = lib "counted_name"

-- “三保” and “六保” are two names that everybody knows, and so are “四个意识” beside
-- the “三个意识” of a province.
local function known(place)
  local name = place.text .. (place:after(1) or "")
  return lexicon("zh/numeral-words"):find(name) ~= nil or name_of.is_fixed(place)
end

local BRIEF, MANY, SOME = 40, 3, 2 -- strength of a name of one word; places that agree, where a plain word is counted and where not
local COMMON = re.new("(?:工程|行动|任务|战略|体系|方面|问题|中心|计划|目标|措施|建设|平台|机制|重点|领域|基地|产业|项目|能力|一批|文章|政策|制度|模式|服务|清单|务必)$")
local function core_of(places)
  for _, place in ipairs(places) do
    local core = name_of.core(place)
    if core then return core end
  end
  return places[1]:after(4)
end

-- “六地” stands again and again, “五地” once. “工程” is counted again and again,
-- 五个针对 is one name.
local function outvoted(rare, usual, core)
  local least = (COMMON:find(core) or utf8.len(core) < SOME) and MANY or SOME
  return name_of.is_quoted(rare.places[1]) and #usual.places >= least
end

-- “十项重大工程”, “八项重大工程”: of 1,900 quoted names that a text of 18 million
-- characters repeats so, 35 are of two numbers, each with words of its own before it.
local ONE_CHARACTER = 1
local FAMILY = re.new("^[线后新保山控重季反化高网创稳绿好优核链多权库]$") -- “两新” and “三新”, “三保” and “六保”
local BATCHES = re.new("个[一十]$") -- “三个一批” and “四个一批” are everywhere
local NO_COUNT = re.new("[号级]$|[号级][^”]{0,2}”|步走|周岁|^个一|^个[一二三四五六七八九十]大?")
-- “一天两检” and “三天两检” are of different days; “百日攻坚、千人下沉” is of one.
local TIMES = re.new("^[天日周月时]")
local function differs_in_time(rare, usual)
  local a, b = rare.text .. (rare.places[1]:after(1) or ""), usual.text
  for at in utf8.codes(rare.text) do
    local numeral = a:sub(at, utf8.offset(a, 2, at) - 1)
    if b:sub(at, at + #numeral - 1) ~= numeral then return TIMES:find(a:sub(at + #numeral)) ~= nil end
  end
  return false
end
local NEAR = 2
-- The numeral in which two numbers of several differ: 双一 and 三一, 两核三 and 两核四.
local function differing(x, y)
  local a, b, n, u, v = letters(x), letters(y), 0, nil, nil
  if #a ~= #b or #a == 1 then return x, y, #a end
  for i = 1, #a do
    if a[i] ~= b[i] then n, u, v = n + 1, utf8.char(a[i]), utf8.char(b[i]) end
  end
  if n == 1 then return u, v, #a end
end

local function is_apart(x, y, by)
  local u, v, n = differing(x, y)
  local a, b = name_of.value(u), name_of.value(v)
  return not a or not b or a == b or n == 1 and (a == 1 or b == 1) or math.abs(a - b) > by
end

local function shares_tail(one, places)
  local tail = name_of.tail(one)
  for _, place in ipairs(places) do
    if tail and name_of.tail(place) == tail then return true end
  end
end

local function any_bare(places)
  for _, place in ipairs(places) do
    if name_of.is_bare(place) then return true end
  end
end

-- May both be numbers of one thing, by the words before them?
local function fits(rare, usual, core)
  local one = rare.places[1]
  if shares_tail(one, usual.places) then return true end
  local bare, usual_bare = name_of.is_bare(one), any_bare(usual.places)
  if COMMON:find(core) then return bare and usual_bare end
  return bare or usual_bare
end

local WORD = re.new("^[^”]*”([一-龥]{2})")
local function differs_behind(rare, usual)
  local x, y = WORD:match(rare.places[1]:after(24)), WORD:match(usual.places[1]:after(24))
  return x and y and x ~= y
end

-- 房地产八大提升行动, 城市更新六大提升行动: without quotation marks, of two things.
local function is_of_both(rare, usual)
  return not name_of.is_quoted(rare.places[1]) and not fits(rare, usual, "")
end

-- 世界上只有一个中国, “两个中国”: one is no number of a name.
local function is_one(list)
  return (list[1].text == "一" or list[2].text == "一") and not (name_of.is_quoted(list[1].places[1]) and name_of.is_quoted(list[2].places[1]))
end

-- The value that stands once, the later of two, and the other one.
local function odd_one(list)
  local rare, usual = list[2], list[1]
  if #list ~= 2 or is_one(list) then return nil end
  if #rare.places > #usual.places then rare, usual = usual, rare end
  if #rare.places == 1 then return rare, usual end
end

local function same_name(rare, usual, core)
  local quoted = name_of.is_quoted(rare.places[1])
  local short = utf8.len(core) == ONE_CHARACTER
  if NO_COUNT:find(core) or FAMILY:find(core) or BATCHES:find(rare.text) or COMMON:find(core) and not quoted then return false end
  if is_apart(rare.text, usual.text, short and 1 or NEAR) or short and differs_behind(rare, usual) then return false end
  return fits(rare, usual, core)
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
-- means both, unless the other stands again and again elsewhere. “70后” and “80后” are many things.
local ELSEWHERE = 2
local function side_by_side(rare, usual)
  if rare.places[1]:after(1) == "后" then return true end
  local beside, elsewhere = false, 0
  for _, place in ipairs(usual.places) do
    if place.sentence == rare.places[1].sentence then
      beside = true
    else
      elsewhere = elsewhere + 1
    end
  end
  return beside and elsewhere < ELSEWHERE
end

-- 实施提振消费“五大工程”, 组织实施“十大工程”: the one has more of a name than the other.
local MORE = re.new("(?:实施|推进|开展|落实|建设|构建|打造|聚焦|围绕)([一-龥、]{2,8})[“\"]$")
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
local HEAD = re.new("^[一-龥]{2}$")
local VERB = re.new("(?:实施|推进|塑造|打造|聚焦|围绕|坚持|按照|[按以了的好和与及]|落实|发挥|提升|增强|培育|构建|突出|锚定|紧扣|深化|建设|开展|组织|确定|提出)$")
local function is_of_two(rare, usual)
  local head, words = rare.places[1]:before(2), rare.places[1]:before(4)
  if name_of.is_inside(rare.places[1]) or not HEAD:find(head) or VERB:find(head) then return false end
  for _, place in ipairs(usual.places) do
    if place:before(2) ~= head or place:before(4) == words then return false end
  end
  return true
end

-- 党建“四联”机制, 治理“五联”机制: what is counted is one character, and another word
-- stands before it.
local ONE_NUMERAL = re.new("^.$|^\\d+$")
local WORD_BEFORE = re.new("([一-龥]{2})[“\"]$")
local function is_of_another(rare, usual, core)
  local head = WORD_BEFORE:match(rare.places[1]:before(3))
  if not head or not ONE_NUMERAL:find(rare.text) or utf8.len(core) ~= 1 or VERB:find(head) or lexicon("zh/verb"):find(head) then return false end
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

-- 原本的6大领域缩减为3大, 另外的“六朵金花”; “301调查” and “201调查”, “2013中国企业500强”: of
-- laws and years.
local OLD, OF_YEAR, OF_LAW = re.new("(?:原本|原来|原有|原先|此前|另外|其他|其余)的?[“\"]?$"), re.new("^(?:19|20)\\d\\d\\p{Han}"), re.new("^[”\"]?(?:调查|条款|法案)")

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
不加引号的“打好三大攻坚战”“七个工程”与同一名称也相比。一种写法只出现一次，且与另一种只差一个字或两字对调时报告；
出现次数少的（次数相同则后出现的）为存疑处。名称前各有所属（洞庭湖治理“五大工程”、文物保护“六大工程”）的是两个名称。]],
    en = [[The quoted name, or what is counted in the same words without quotation marks, is the same but for its number. Reported where one spelling stands only once and
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
      { [[继续打好三大攻坚战,精准发力。

持续打好四大攻坚战,务求实效。]], at = "四" },
      { [[推进“百千万工程”,建成典型村镇120个。

今后五年,以“百十万工程”为牵引。]], at = "百十万" },
      { [[开展“十百千万”培育行动。

继续开展“十百百万”培育行动。]], at = "十百百万" },
      { [[开展“百日攻坚、千人下沉”行动。

深化“百日攻坚、百人下沉”行动成果。]], at = "百日攻坚、百" },
      { [[扎实推进“双减”工作。

持续深化“三减”,推动学前教育普惠发展。]], at = "三" },
      { [[中印尼“两国双园”合作谅解备忘录签署。

更高水平建设“两国三园”。]], at = "两国三" },
      { [[国有资本“三个集中”稳步推进。

加快推进四个集中,提升监管效能。]], at = "四" },
      { [[“四个农业”加快推进。

统筹发展“五个农业”,优结构、提质量。]], at = "五" },
      { [[把“三个高地”作为主攻方向,使“四个高地”成为标识。打造“三个高地”。

建设“三个高地”。]], at = "四" },
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
      [[实施“六大工程”。推进“六大工程”。实施蓝天保卫、碧水攻坚、净土行动等“五大工程”。坚持“三个结合”。

推动“三个结合”。做到“四个结合”,一是结合理论,二是结合实际,三是结合岗位,四是结合作风。]],
      [[推进洞庭湖治理“五大工程”。实施文化精品创作、文物保护利用“六大工程”。创建支持企业发展“十项机制”,加力落实“十项机制”。

完善快速处置“三项机制”。推进房地产八大提升行动。实施城市更新六大提升行动。大力实施科技兴省六大行动,促进企业成长等“五大行动”。]],
      [[定位由此从“四个中心”拓展为“五个中心”。世界上只有一个中国,反对“两个中国”。一流大学建设,“一流”学科,“双一流”高校。

推广“三个一批”。推进“四个一批”。用好“两新”政策。壮大“三新”经济。聚焦“五重”风险。争取“两重”项目。]],
      [[建设“九章三号”,研制“九章四号”。现代化“两步走”安排,国防“三步走”战略。坚决落实“一天两检”。纠正“三天两检”。

践行“两山”理念。修复“三山”生态。开展农业“四控”行动。推动“双控”转变。]],
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
      local rare, usual = odd_one(list)
      local core = rare and core_of(link.names)
      local told_apart = rare and (name_of.tells_members(rare.places[1]) or known(rare.places[1]) or has_more_name(rare, usual) or is_of_two(rare, usual) or is_of_another(rare, usual, core) or side_by_side(rare, usual))
      if rare and not told_apart and (outvoted(rare, usual, core) or same_name(rare, usual, core)) and not is_told(rare.places[1]) then
        report { at = rare.places[1], related = usual.places, stated = rare.text, expected = usual.text }
      end
      return
    end
    for k, rare in ipairs(list) do
      if OLD:find(rare.places[1]:before(18)) or OF_YEAR:find(rare.text) or OF_LAW:find(rare.places[1]:after(6)) then return end
      local usual = #rare.places == 1 and like(k, list)
      if usual and is_ordinal(rare.places[1]) and not swapped(rare.text, usual.text) then usual = nil end
      if usual and not is_ordinal(rare.places[1]) and (NO_COUNT:find(rare.places[1]:after(8)) or name_of.tells_members(rare.places[1]) or differs_in_time(rare, usual) or is_of_both(rare, usual)) then usual = nil end
      if usual and (side_by_side(rare, usual) or is_of_two(rare, usual) or is_of_another(rare, usual, core_of(rare.places)) or has_more_name(rare, usual) or one_number(rare.text, usual.text)) then usual = nil end
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
