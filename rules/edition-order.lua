-- 第七届进博会成功举办 in review, 办好第八届进博会 among the tasks: what comes next
-- has the next number, and what was held has one.
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

local function tell(report, at, other, message, expected)
  report {
    at = at.at, related = other.at, message = message, expected = expected,
    values = { name = at.name, other = other.at.text, unit = at.unit },
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

return {
  api = 1,
  id = "edition-order",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = "第" .. N .. "(?<unit>[届轮])(?=[\\p{Han}“])" },
  summary = {
    zh = "届次、轮次前后不接（第八届进博会已举办，今年办好第八届进博会）",
    en = "editions of an event do not follow each other",
  },
  explain = {
    zh = [[工作报告中，去年举办的第七届之后，今年要办的是第八届；同一活动去年只有一届。简称（进博会）与全称（中国国际进口博览会）视为一名。]],
    en = [[In a work report the edition to be prepared is the one behind the edition that was held, and what was held has
one number. Short names are known by the characters they take from the full ones.]],
  },
  messages = {
    base = {
      zh = "“{name}”此处为第{stated}{unit}，别处为第{other}{unit}",
      en = "{name}: number {stated} here, {other} elsewhere",
    },
    next = {
      zh = "“{name}”已办的是第{stated}{unit}，将办的是第{other}{unit}，二者不相接",
      en = "{name}: number {stated} was held, and number {other} is to be prepared",
    },
  },
  examples = {
    bad = {
      { "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n第八届中国国际进口博览会圆满成功举办。\n\n二、2025年工作安排\n\n精心办好第八届进博会。", at = "八" },
      { "2025年甲省政府工作报告\n\n——2025年1月15日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n总书记向第七届中俄博览会致贺信。\n\n对外开放扩大,成功举办第八届中俄博览会。\n\n二、2025年工作安排\n\n继续努力。", at = "八" },
      { "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n生态岛建设第六轮三年行动计划顺利完成。\n\n二、2025年工作安排\n\n启动实施生态岛建设第六轮三年行动计划。", at = "六", nth = 2 },
    },
    good = {
      "2025年甲市政府工作报告\n\n——2025年1月15日在甲市第十六届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n第七届中国国际进口博览会圆满成功举办。在第十二届全国少数民族传统体育运动会上取得好成绩。实施区域合作第三轮三年行动计划。成功举办第四届消博会、第二十四届投洽会。\n\n二、2025年工作安排\n\n精心办好第八届进博会。备战第十五届全国运动会。启动实施生态岛建设第六轮三年行动计划。办好第五届消博会。",
      "第五届中国国际进口博览会开幕。企业预订第六届进博会的展位。",
    },
  },
  check = function(m, report)
    if not ownyear.of(m.doc) then return end
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
