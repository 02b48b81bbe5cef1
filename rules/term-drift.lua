-- Numbers of plans, congresses and sessions are held against one another and
-- against the calendar. State is kept by document: matches come in order.
local terms = lib "terms"

local NUM = "[一二三四五六七八九十]{1,3}"
local CLOSES = re.new("收官|最后一")
local OPENS = re.new("开局|起步")
-- What stands right before and behind a plan that ends, and one that begins.
local ENDS = { re.new("(?:决胜|圆满完成|胜利完成|顺利完成|高质量完成|收官)$"), re.new("收官") }
local BEGINS = { re.new("(?:谋划|谋篇|编制)$"), re.new("开局|起步|谋篇|谋划|编制") }
local OLDEST = 10 -- 十五: earlier plans are no subject of reports
local AHEAD = re.new("将|即将|这次|本次")
local HEARS = re.new("^[^。;]{0,40}(?:上|报告|审议)")
local LEAD = 8 -- blocks in which the session that hears the report is named
local LATEST = 3 -- sessions after which a term is no longer new

local plans, sessions, bodies, told = memo(), memo(), memo(), memo()

local function box_of(boxes, key)
  boxes[key] = boxes[key] or terms.votes()
  return boxes[key]
end

local function say(report, message, at, stated, expected, related)
  report { at = at, message = message, stated = stated, expected = expected, related = related,
           values = { expected = expected } }
end

-- 今年是“十四五”规划收官之年: the year of 今年 is that of the document.
local function year_of(m)
  local digits = m.kind:match("^(%d+)")
  if digits then return tonumber(digits) end
  for _, claim in ipairs(m.sentence.claims) do
    if claim.text == m.kind and claim.kind == "period" then return tonumber(claim.first:sub(1, 4)) end
  end
end

-- The plan's number that the year and what is said of it ask for.
local function judge_plan_year(m, report)
  local number, year = terms.number(m.plan), year_of(m)
  if not number or not year then return end
  local first, last = terms.plan_years(number)
  local wanted = CLOSES:find(m.word) and last or (OPENS:find(m.word) and first)
  if wanted == year or (not wanted and year >= first and year <= last) then
    report.agrees { at = m:place("plan"), how = first .. "–" .. last }
    return
  end
  local right = 14 + (year - 2021) // 5
  local begin, close = terms.plan_years(right)
  if right == number or (CLOSES:find(m.word) and close ~= year) or (OPENS:find(m.word) and begin ~= year) then return end
  told[m.doc.name .. m.sentence.index] = true
  report { at = m:place("plan"), related = m:place("kind"), message = "plan", expected = terms.han(right) .. "五",
           stated = m.plan .. "五",
           values = { first = first, last = last, expected = terms.han(right) .. "五", year = year } }
end

-- 顺利完成“十五五”时期目标任务,必须着力……: what is to be done has not been done.
local TO_DO = re.new("(?:必须|确保|才能|将|努力|保证|保障|力争|奋力)[^,。;]{0,6}完成$")
local MUST = re.new("^五?”[^,。;]{0,16},(?:必须|需要|关键|重在)")
local function to_come(at)
  return TO_DO:find(at:before(16)) ~= nil or MUST:find(at:after(30)) ~= nil
end

local function either(words, before, after)
  return words[1]:find(before) or words[2]:find(after)
end

-- 这五年……在“十四五”开局之年: told of the years behind. “十四五”是第一个,“十五五”承前启后,
-- “十六五”是收官期: more than one step.
local PAST = re.new("这五年|五年来|过去五年|五年前")
local PLAN = re.new("“(" .. NUM .. ")五”")
local function several_plans(text)
  local seen, n = {}, 0
  for number in PLAN:gmatch(text) do
    if not seen[number] then seen[number], n = true, n + 1 end
  end
  return n > 2
end

-- Which plan ends, by what a paragraph says: one that closes, or the one
-- before a plan that opens.
local function judge_plans(m, report, _, doc)
  local number, at = terms.number(m.named), m:place("named")
  local opens, closes = either(BEGINS, m.lead, m.tail), either(ENDS, m.lead, m.tail)
  if not number or number < OLDEST or (opens and true) == (closes and true) then return end
  if closes and to_come(at) then return end
  if PAST:find(m.sentence.block.text) or several_plans(m.sentence.text) then return end
  local ends = opens and number - 1 or number
  local doubt, best, others = box_of(plans, doc.name).put(ends, { place = at, shift = ends - number })
  if not doubt or told[doc.name .. doubt.place.sentence.index] then return end
  local related = {}
  for i, v in ipairs(others) do related[i] = v.place end
  say(report, "drift", doubt.place, doubt.place.text .. "五", terms.han(best - doubt.shift) .. "五", related)
end

-- 党的二十大和二十届二中全会: the two are one congress.
local function judge_congress(m, report)
  if m.a == m.b then
    report.agrees { at = m:place("b"), related = m:place("a"), how = m.a }
  else
    report { at = m:place("b"), related = m:place("a"), message = "congress", expected = m.a,
             values = { a = m.a, b = m.b } }
  end
end

local function key_of(m)
  local local_body = (m.org == "全国" or m.whole == "全国") and "全国" or "own"
  return m.doc.name .. "/" .. local_body
end

-- The session that hears the report, or one that cannot be meant beside it.
local function judge_session(m, report)
  local key, n, k = key_of(m), terms.number(m.n), terms.number(m.k)
  local own = sessions[key]
  if not own then
    if m.sentence.block.index <= LEAD and HEARS:find(m:place("k"):after(50)) then
      sessions[key] = { n = n, k = k, at = m:place("n"), text = m.n }
    end
    return
  end
  if n == own.n or not n or not k then return end
  local ahead = AHEAD:find(m:place("k"):after(9))
  if math.abs(n - own.n) == 1 and ((own.k > 1 and k <= own.k) or (k == own.k and ahead)) then
    say(report, "session", m:place("n"), m.n, own.text, { own.at })
  end
end

-- 省委十一届八次全会: one term in one report, but for a year of elections.
local function judge_committee(m, report)
  local n, k = terms.number(m.cn), terms.number(m.ck)
  local key = m.doc.name .. "/" .. m.committee
  local before = bodies[key]
  if not n or not k then return end
  bodies[key] = before or { n = n, k = k, at = m:place("cn"), text = m.cn }
  if not before or before.n == n or math.abs(before.n - n) > 1 then return end
  local later = before.n > n and before or { n = n, k = k }
  if later.k >= LATEST then say(report, "session", m:place("cn"), m.cn, before.text, { before.at }) end
end

-- 2006年北京奥运会: games, exhibitions and censuses have their years.
local function judge_event(m, report)
  local row = lexicon("zh/event"):find(m.event)
  if not row then return end
  local right = false
  for year in row.year:gmatch("[^|]+") do right = right or year == m.when end
  if right then
    report.agrees { at = m:place("when"), how = row.year }
  else
    report { at = m:place("when"), message = "event", expected = row.year,
             values = { event = m.event, year = row.year } }
  end
end

local events = {}
for i = 1, #lexicon("zh/event") do events[i] = lexicon("zh/event")[i].event end

-- By the group `kind`, which every pattern has.
local judges = { ["“"] = judge_plans, ["党的"] = judge_congress, ["届"] = judge_session, ["委"] = judge_committee,
                 ["年"] = judge_event }

return {
  api = 1,
  id = "term-drift",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<kind>今年|明年|20[0-9]{2}年)(?:,)?(?:是|既是|恰逢|作为)(?:实施|落实|完成|推进|我[省市区国])?[“\"]?(?<plan>" .. NUM
        .. ")五[”\"]?(?:规划|时期|发展)?(?:的|目标任务的?|和[^,。;]{0,12}的)?(?<word>收官|开局|关键|第[一二三四五]|最后一|承上启下)",
      "(?<lead>[^,。;、“”]{0,6})(?<kind>“)(?<named>" .. NUM .. ")五”(?<tail>[^,。;“”、]{0,16})",
      "(?<when>(?:19|20)[0-9]{2})(?<kind>年)(?<event>" .. table.concat(events, "|") .. ")",
      "(?<kind>党的)(?<a>" .. NUM .. ")大(?:报告|精神)?(?:和|、|及|以及|,)(?:党的)?(?<b>" .. NUM .. ")届(?=[一二三四五六七]中|中央|历次)",
      "(?<org>全国)?第?(?<n>" .. NUM .. ")(?<kind>届)(?<whole>全国)?(?:人民代表大会|人大)第?(?<k>" .. NUM .. ")次会议",
      "(?<committee>省|市|区党|区|自治区党|州|县)(?<kind>委)(?<cn>" .. NUM .. ")届(?<ck>" .. NUM .. ")次",
    },
  },
  summary = {
    zh = "规划、届次的序号与全文或年份不合（今年是“十三五”收官之年，“十四五”规划胜利完成）",
    en = "the number of a five-year plan, a congress or a session disagrees with the report or the calendar",
  },
  explain = {
    zh = [[五年规划的序号由年份决定（“十四五”为2021至2025年）：收官之年是最后一年，开局之年是第一年；全文收官的规划应是同一个，
开局、谋划的是下一个。“党的二十大和二十届…全会”两处届数相同。作报告的大会、省委全会的届数前后一致；换届之年除外。
奥运会、普查等有定年的（词表 zh/event）核对年份。]],
    en = [[A year decides the number of its five-year plan (“十四五” is 2021 to 2025), which closes in its last
year and opens in its first; throughout a report the plan that closes is one and the plan that opens is the
next. A congress and its plenary sessions have one number. The session that hears the report and those of
the same body are of one term, but for years of election.]],
  },
  messages = {
    plan = {
      zh = "“{stated}”为{first}—{last}年，与{year}年不合，应为“{expected}”",
      en = "“{stated}” is {first} to {last} and does not fit {year}; “{expected}” does",
    },
    drift = {
      zh = "此处为“{stated}”，按别处所说应为“{expected}”",
      en = "“{stated}” here; by what other places say it would be “{expected}”",
    },
    event = {
      zh = "{event}在{year}年，此处为{stated}年",
      en = "{event} was in {year}, {stated} here",
    },
    congress = {
      zh = "“{a}大”与“{b}届”不是同一届",
      en = "“{a}大” and “{b}届” are two different congresses",
    },
    session = {
      zh = "此处为{stated}届，别处为{expected}届",
      en = "term {stated} here, term {expected} elsewhere",
    },
  },
  examples = {
    bad = {
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n二、2025年工作安排\n\n今年是“十三五”规划收官之年。", at = "十三" },
      { "2026年甲省政府工作报告\n\n今年要高质量完成“十四五”规划目标任务，为“十五五”良好开局打牢基础。\n\n各地要扎实做好“十五五”收官工作。", at = "十五", nth = 2 },
      { "做好2006年北京奥运会的准备工作。与2010年第六次全国人口普查相比有所增加。", at = "2006" },
      { "全面贯彻党的二十大和十九届二中、三中全会精神。", at = "十九" },
      { "——2025年1月20日在甲省第十四届人民代表大会第三次会议上\n\n圆满完成省十三届人大二次会议确定的目标任务。", at = "十三" },
      { "按照省委十一届八次全会部署，开展工作。\n\n落实省委十届六次全会精神。", at = "十", nth = 2 },
    },
    good = {
      "2026年甲市工作报告\n\n努力实现“十五五”良好开局。\n\n顺利完成“十五五”时期目标任务,必须着力提高治理能力。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n二、2025年工作安排\n\n今年是“十四五”规划收官之年。",
      "2021年甲省政府工作报告\n\n“十三五”规划圆满收官，“十四五”规划开局良好。今年是“十四五”开局之年。",
      "党的十二大和五届人大五次会议都明确。全面贯彻党的二十大和二十届二中、三中全会精神。做好2008年北京奥运会的准备工作。",
      "——2025年1月20日在甲省第十四届人民代表大会第三次会议上\n\n圆满完成省十四届人大二次会议确定的目标任务。",
      "向第十届全国人民代表大会第一次会议报告工作。\n\n第九届全国人民代表大会第一次会议以来的五年，很不平凡。",
      "落实省委十届十次全会精神。\n\n贯彻省委十一届一次全会部署。",
    },
  },
  check = function(m, report, params, doc)
    local judge = judges[m.kind] or judge_plan_year
    judge(m, report, params, doc)
  end,
}
