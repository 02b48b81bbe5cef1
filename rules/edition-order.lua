-- 第七届进博会成功举办 in review, 办好第八届进博会 among the tasks: what comes next
-- has the next number, and what was held has one. Elsewhere an event that is named
-- again and again has one number: of 1,206 names with 第N届 that a text of news or a
-- report repeats, 4 have two that are no body's terms, and say that one is to come.
local calendar, ownyear = lib "calendar", lib "ownyear"

local N = "(?<n>\\d{1,3}|[一二三四五六七八九十百]{1,5})"
local HELD = re.new("^[^,。;]{0,24}?(?:成功|圆满|顺利|胜利)?(?:举办|召开|举行|闭幕|落幕|完成|收官|再创|创[下历]|亲致贺信|致贺信)|^[^,。;]{0,24}?(?:成功|圆满)")
local HELD_BEFORE = re.new("(?:成功|圆满|顺利|高水平|已)(?:举办|承办|召开|举行|完成|实施)(?:了)?[^,。;]{0,30}$|(?:举办|承办|召开|举行|完成)了[^,。;]{0,20}$|向$|出席$|参加$")
local NEXT = re.new("(?:办好|筹办|筹备|备战|迎接|启动|启动实施|谋划|编制|预热|争取承办|申办)(?:好|实施)?$")
local NEXT_ROUND = re.new("(?:启动|谋划|编制)(?:实施)?[^,。;、]{0,18}$")
-- What is told of another time.
local ASIDE = re.new("(?:上|首|历|前|自|从|第\\S{1,3}、)[^,。;]{0,3}$|(?:19|20)\\d\\d年[^,。;]{0,6}$")
-- What a name ends in, and short names of such things.
local END = re.new("^[“]?([^,。;:、()“”\\d和与及暨等]{0,22}?(?:博览会|洽谈会|交易会|展览会|贸易会|运动会|奥运会|大会|峰会|论坛|博会|洽会|交会|年会|艺术节|文化节|电影节|旅游节|锦标赛|大赛|督察|普查|行动计划))")
local SHORT = re.new("^.{1,2}(?:博会|洽会|交会)$")
local LONG = re.new("(?:博览会|洽谈会|交易会|展览会)$")
local MOST = 40 -- editions of a text that are kept
local ROUND = 12 -- bytes before 第五轮 that say of what

local function is_within(short, long)
  local at = 1
  for _, c in utf8.codes(short) do
    local from, to = long:find(utf8.char(c), at, true)
    if not from then return false end
    at = to + 1
  end
  return true
end

-- 进博会, 中国国际进口博览会.
local function is_one(a, b)
  if a.unit ~= b.unit or a.before ~= b.before then return false end
  if a.name == b.name then return true end
  local short, long = a.name, b.name
  if #short > #long then short, long = long, short end
  return SHORT:find(short) ~= nil and LONG:find(long) ~= nil and is_within(short, long)
end

local function read(m)
  local place = m:place("n")
  local name = END:match(place:after(90):sub(4))
  local before = place:before(90):gsub("第$", "")
  if not name or name:find("代表大会", 1, true) or ASIDE:find(before) then return nil end
  local unit = m.unit
  return {
    n = calendar.number(m.n), at = place, name = name, unit = unit, block = place.block.index,
    before = unit == "届" and "" or before:sub(-ROUND),
    aim = (unit == "届" and NEXT or NEXT_ROUND):find(before) ~= nil,
    held = HELD_BEFORE:find(before) ~= nil or HELD:find(place:after(150):sub(4 + #name)) ~= nil,
  }
end

local AGED = re.new("[一-龥]{4,10}$")
local function tell(report, at, other, message, expected)
  report {
    at = at.at, related = other.at, message = message, expected = expected,
    values = { name = at.unit == "周年" and AGED:match(at.at:before(10)) or at.name, other = other.at.text, unit = at.unit },
  }
end

-- The same event of the review with two numbers, or one to come that is not the next.
local function judge(a, b, report)
  if a.aim == b.aim then
    if a.n ~= b.n and not a.aim and a.held and b.held then tell(report, b, a, "base") end
    if a.n == b.n then report.agrees { at = b.at, related = a.at, how = a.name } end
    return a.n ~= b.n
  end
  local past, next_one = a.aim and b or a, a.aim and a or b
  if not past.held or past.block >= next_one.block then return false end
  if next_one.n == past.n + 1 then
    report.agrees { at = next_one.at, related = past.at, how = past.n .. " + 1" }
  else
    tell(report, past, next_one, "next", tostring(next_one.n - 1))
  end
  return true
end

local seen = memo()

-- ---- one event of any text ------------------------------------------------

-- What a name is of which every text names several: bodies and their terms.
local BODY = re.new("代表大会|委员会|常务|政治局|中央委员|全会|全体会议|会员大会|人大|政协|会议$")
local COMING = re.new("将|举办地|会旗|交接|接[旗棒过]|筹|办好|备战|申办|承办|主办|下一?届|明年|后年|宣布|邀请|欢迎|期待|预祝|报名|征集|签约|招展|启动")
local GONE = re.new("上一?届|首届|此前|曾|(?<!举行|举办|开幕|召开)以来|[较比与同]|年[^,。;]{0,8}(?:举行|举办|召开)|在[^,。;]{2,12}举行的|历届|从|[超高多低少][过于出]")
local CLAUSE, REST = re.new("[^,。;]*$"), re.new("^[^,。;]*")
local LEAST = 12 -- bytes of a name that is told by what stands behind its number
local SHORTEST = 9 -- of one that ends in a kind of event
local KEPT = 400 -- names of a text
local SHORT_BLOCK = 240 -- bytes of a block that is as good as a heading
local NAME = re.new("^[“]?([^,。;:、()“”\\d\\s]{4,6})")
local EVENT = re.new("^[“《]?(?!中国国际|中国—|全国|国际|世界|亚洲|联合国)([一-龥]{4})")
local TITLE = re.new("《([^《》]{2,30})》第$")
local FIRST, LAST = re.new("^[“]?(?!年)([一-龥]{5})"), re.new("^[一-龥]{4}$")
local LIFE = re.new("诞辰|逝世|去世|诞生")
local GAMES = "全国运动会" -- 十五运会

local named = memo() -- by document: lists of one name in order, and each list by its name
-- The name behind a number: of an event what its kind ends, else its first words.
local function name_behind(m, place)
  if m.unit == "运" then return GAMES end
  if m.unit == "周年" then return LAST:find(place:before(4)) and not LIFE:find(place:before(4)) and place:before(4) or nil end
  local behind = place:after(90):sub(1 + #m.unit)
  if m.unit == "" then return FIRST:match(behind) end
  if m.unit == "季" then return TITLE:match(place:before(34)) end
  local known = m.unit == "届" and END:match(behind)
  local name = known or m.unit == "届" and EVENT:match(behind) or NAME:match(behind)
  return name and #name >= (known and SHORTEST or LEAST) and not BODY:find(name) and name or nil
end

local function note(m)
  local place = m:place("n")
  local name = name_behind(m, place)
  if not name then return end
  local unit = m.unit == "运" and "届" or m.unit
  local all = named[m.doc] or { by = {}, told = 0 }
  named[m.doc] = all
  all.told = all.told + 1
  local key = unit .. name
  local list = all.by[key]
  if not list then
    if #all >= KEPT then return end
    list = { name = name, unit = unit }
    all[#all + 1], all.by[key] = list, list
  end
  list[#list + 1] = {
    n = calendar.number(m.n), at = place, name = name, unit = unit, order = all.told,
    block = place.block.index, heading = place.block.length <= SHORT_BLOCK and not place.block.text:find("。", 1, true),
  }
end

-- Short names join the list of the full one: 进博会.
local function join(all)
  for _, list in ipairs(all) do
    if SHORT:find(list.name) then
      for _, other in ipairs(all) do
        if other ~= list and other.unit == list.unit and LONG:find(other.name) and is_within(list.name, other.name) then
          for _, one in ipairs(list) do other[#other + 1] = one end
          break
        end
      end
    end
  end
end

-- Those whose number stands once, and a place of the one that stands oftener.
local function outvoted(list)
  local count, usual, rare = {}, nil, {}
  for _, one in ipairs(list) do count[one.n] = (count[one.n] or 0) + 1 end
  for _, one in ipairs(list) do
    if count[one.n] == 1 then
      rare[#rare + 1] = one
    elseif not usual then
      usual = one
    elseif usual.n ~= one.n then
      return {}
    end
  end
  return usual and rare or {}, usual
end

-- 第五届进博会闭幕……已有企业签约第六届: the next and the last edition are told of
-- behind the own one. So one beside it must be where the own one is due: first
-- behind a heading that names it, or itself in the heading.
local ABOVE = 3 -- blocks from a heading
local function is_due(rare, list)
  local before
  for _, one in ipairs(list) do
    local beside = one ~= rare and one.block == rare.block
    if beside and (one.order < rare.order or one.at.sentence == rare.at.sentence) then return false end
    if one.block < rare.block and (not before or one.block > before.block) then before = one end
  end
  if rare.heading then return true end
  return before ~= nil and before.heading and rare.block - before.block <= ABOVE
end

-- 2024国际体育消费季, 成立70周年: an event has one year in the news of a day (425 of
-- 426 that are told again), what is founded one age in a report.
local WITHOUT_NEXT = { [""] = true, ["周年"] = true }
local function two_of_one(list)
  local a, b = list[1], list[2]
  local apart = #list == 2 and a.unit == "周年" and a.n ~= b.n and a.at.sentence ~= b.at.sentence
  if apart then return b, a end
end

-- Is it said that the one is to come, or was before the other?
local function is_another(rare, usual)
  local words = CLAUSE:match(rare.at:before(90)) .. REST:match(rare.at:after(120))
  if rare.n > usual.n then return COMING:find(words) ~= nil end
  return GONE:find(words) ~= nil or rare.n == 1
end

-- 中国航展 is told by four characters, and so may be two events.
local NEAR = 2
local function is_near(a, b)
  return math.abs(a - b) <= NEAR or a % 10 == b // 10 and b % 10 == a // 10
end

local function judge_rare(rare, usual, list, report)
  if WITHOUT_NEXT[rare.unit] then
    if rare.unit == "周年" or is_due(rare, list) then tell(report, rare, usual, "plain", usual.at.text) end
    return
  end
  if is_another(rare, usual) or #rare.name == LEAST and not is_near(rare.n, usual.n) then return end
  if is_due(rare, list) then tell(report, rare, usual, "base", usual.at.text) end
end

local function judge_names(set, report)
  for _, doc in ipairs(set.documents) do
    local all = named[doc] or {}
    join(all)
    for _, list in ipairs(all) do
      local rare, usual = outvoted(list)
      if not usual then
        local later, before = two_of_one(list)
        if later then rare, usual = { later }, before end
      end
      for _, one in ipairs(rare) do judge_rare(one, usual, list, report) end
      if #rare == 0 and #list > 1 and list[1].n == list[2].n then
        report.agrees { at = list[2].at, related = list[1].at, how = list.name }
      end
    end
  end
end

return {
  api = 1,
  id = "edition-order",
  severity = "warning",
  languages = { "zh" },
  on = { set = true, pattern = { "第" .. N .. "(?<unit>[届轮号季])(?=[一-龥“《])", "(?<n>十[一二三四五六七八九]|二十)(?<unit>运)会",
    "(?<n>\\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>周年)", "(?<![\\d.])(?<n>20[0-3]\\d)(?<unit>)(?=[“]?[一-龥]{5})" } },
  summary = {
    zh = "届次、轮次前后不接（第八届进博会已举办，今年办好第八届进博会）",
    en = "editions of an event do not follow each other",
  },
  explain = {
    zh = [[工作报告中，去年举办的第七届之后，今年要办的是第八届；同一活动去年只有一届。其他文稿里反复说到的同一活动只有一个届次，说明是下届、上届的除外。简称（进博会）与全称（中国国际进口博览会）视为一名。]],
    en = [[In a work report the edition to be prepared is the one behind the edition that was held, and what was held has
one number. In other texts an event that is named several times has one number, but where it is said to be the next or
the last one. Short names are known by the characters they take from the full ones.]],
  },
  messages = {
    base = {
      zh = "“{name}”此处为第{stated}{unit}，别处为第{other}{unit}",
      en = "{name}: number {stated} here, {other} elsewhere",
    },
    plain = {
      zh = "“{name}”此处为{stated}{unit}，别处为{other}{unit}",
      en = "{name}: {stated} here, {other} elsewhere",
    },
    next = {
      zh = "“{name}”已办的是第{stated}{unit}，将办的是第{other}{unit}，二者不相接",
      en = "{name}: number {stated} was held, and number {other} is to be prepared",
    },
  },
  examples = {
    bad = {
      { "# 《新闻联播》(20241204)\n\n2024国际体育消费季启动。\n\n### 2024国际体育消费季启动\n\n由甲省主办的“2023国际体育消费季暨嘉年华”今天启动。", at = "2023" },
      { "2025年甲省政府工作报告\n\n——2025年1月15日在甲省第十六届人民代表大会第三次会议上\n\n今年是自治区成立75周年。今年是新中国成立76周年。\n\n一、2024年工作回顾\n\n以优异的成绩迎接自治区成立70周年!", at = "70" },
      { "# 《新闻联播》(20260609)\n\n第二届世界古典学大会在雅典举办\n\n### 第二届世界古典学大会在雅典举办\n\n6月9日,第三届世界古典学大会在雅典举办,学者参加。", at = "三" },
      { "# 《新闻联播》(20251106)\n\n服务十五运会 青春正当时\n\n### 服务十五运会 青春正当时\n\n第十四届全国运动会9日开幕。", at = "十四" },
      { "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n第八届中国国际进口博览会圆满成功举办。\n\n二、2025年工作安排\n\n精心办好第八届进博会。", at = "八" },
      { "2025年甲省政府工作报告\n\n——2025年1月15日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n总书记向第七届中俄博览会致贺信。\n\n对外开放扩大,成功举办第八届中俄博览会。\n\n二、2025年工作安排\n\n继续努力。", at = "八" },
      { "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n生态岛建设第六轮三年行动计划顺利完成。\n\n二、2025年工作安排\n\n启动实施生态岛建设第六轮三年行动计划。", at = "六", nth = 2 },
    },
    good = {
      "# 《新闻联播》(20240826)\n\n纪念邓小平同志诞辰120周年。纪念毛泽东同志诞辰130周年座谈会上,他回顾历史。第33届夏季奥林匹克运动会闭幕。第33届夏季奥林匹克运动会闭幕式举行。她曾是第29届夏季奥林匹克运动会火炬手。",
      "# 《新闻联播》(20240826)\n\n第十一届茅盾文学奖揭晓。第十一届茅盾文学奖颁奖。第九届茅盾文学奖获奖作品改编上映。第八批国家组织药品集中采购启动。第八批国家组织药品集中采购落地。第三批国家组织药品集中采购续签。",
      "# 《新闻联播》(20240826)\n\n2020年全国人口普查结果公布。与2010年全国人口普查相比增加。2020年全国人口普查显示城镇化率提高。2024世界互联网大会开幕。2024世界互联网大会发布报告。落实2023世界互联网大会乌镇峰会共识。",
      "# 《新闻联播》(20240916)\n\n第47届世界技能大赛闭幕。\n\n第47届世界技能大赛在里昂闭幕。上海作为第48届世界技能大赛的举办地接过会旗。与第46届世界技能大赛相比,项目更多。",
      "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n第七届中国国际进口博览会圆满成功举办。在第十二届全国少数民族传统体育运动会上取得好成绩。实施区域合作第三轮三年行动计划。成功举办第四届消博会、第二十四届投洽会。\n\n二、2025年工作安排\n\n精心办好第八届进博会。备战第十五届全国运动会。启动实施生态岛建设第六轮三年行动计划。办好第五届消博会。",
      "第五届中国国际进口博览会开幕。企业预订第六届进博会的展位。",
    },
  },
  check = function(m, report)
    if m.type == "set" then return judge_names(m, report) end
    local report_of = ownyear.of(m.doc)
    if not report_of and m.unit ~= "周年" or report_of and m.unit == "周年" then return note(m) end
    if not report_of or m.unit ~= "届" and m.unit ~= "轮" then return end
    local one = read(m)
    if not one then return end
    local list = seen[m.doc] or {}
    seen[m.doc] = list
    for _, other in ipairs(list) do
      if is_one(other, one) and judge(other, one, report) then return end
    end
    if #list < MOST then list[#list + 1] = one end
  end,
}
