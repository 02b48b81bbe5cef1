-- 2022年是“十四五”开局之年: a five-year plan begins and ends in years that are
-- known, and the next one has the next number.
local fiveyear, ownyear = lib "fiveyear", lib "ownyear"
local NAME = fiveyear.NAME
local YEAR = [[(?<y>(?:19|20)\d\d)年]]
local PLAN = [[“?(?<plan>九五|十五|十[一二三四五六]五)”?(?:规划|计划|时期)?的?(?:实施的?)?]]
local IS = [[,?(?:既|也)?是(?:我[国省市县区])?(?:全面)?(?:实施|推进|落实|完成|执行)?]]
local EDGE = [[(?<edge>开局|起步|开局起步|开局之年和|第一|收官|收尾|最后一|末|决胜)(?:(?:之|的)?(?:关键)?年|(?=[、和]“))]]
local PAIR = "“(?<done>" .. NAME .. ")”(?<mid>[^。;“”]{0,30})“(?<next>" .. NAME .. ")”(?<tail>[^。;“”,、]{0,14})"
local SPAN = "(?:第(?<nth>十[一二三四五六七八]?|[一二三四五六七八九])个五年(?:规划|计划)|“(?<quoted>" .. NAME
  .. ")”(?:规划|计划|时期|期间))(?:纲要)?\\((?<from>(?:19|20)\\d\\d)年?(?:-|—|–|~|至)+(?<to>(?:19|20)\\d\\d)年?\\)"
local COMPLETE = "完成(?<past>了)?[^。;,“”为]{0,16}(?:“(?<own>" .. NAME .. ")”|第(?<ownth>十[一二三四五六七八]?|[一二三四五六七八九])个五年(?:规划|计划))"

local MENTION = "“(?<mention>十[一二三四五六七八]?五|[七八九]五)”"

local NONE = "(?<%s>)(?<%s>)" -- groups of the other patterns

-- What is done with a plan that ends, and with the one that begins.
local DOES = re.new("(?:完成|实现|决胜|收官|冲刺|总结|圆满)$")
local ENDS = re.new("^[^,、]{0,10}(?:收官|收尾|完成|任务|目标)")
local LEADS = re.new("(?:为|实现|谋划|编制|制定|迎接|开启|启动|开展|开好|做好)$")
local BEGINS = re.new("开局|谋划|谋篇|起步|开篇|基础|启航")
local OPENS = re.new("开局|起步|打.{0,3}基础|开好")
local AHEAD = re.new("(?:努力|确保|力争|奋力|高质量|全力|必须|争取|[将要])[^。;,]{0,8}$")

-- The other plans that the sentence names, and what the report is of.
local QUOTED, MOST = re.new("“" .. NAME .. "”"), 3
local function others(m, at)
  local out, text, from, own = ownyear.places(m.doc), m.sentence.text, 1, m:place(at).text
  while #out <= MOST do
    local a, b = QUOTED:find(text, from)
    if not a then break end
    local word = text:sub(a + 3, b - 3)
    if word ~= own then out[#out + 1] = m.sentence:place(a + 3, b - 3) end
    from = b + 1
  end
  return out
end

local found_at = memo() -- places that a finding names
local function is_told(m, at)
  local key = m:place(at):before(60)
  local places = found_at[m.sentence] or {}
  found_at[m.sentence] = places
  local before = places[key]
  places[key] = true
  return before
end

local PREPARES = re.new("^[^。;]{0,24}(?:基础|准备|条件|前期|谋划|支撑)")
local function tell(m, report, at, n, message, values, expected)
  if is_told(m, at) then return end
  values.plan = values.plan or fiveyear.name(n)
  report { at = m:place(at), related = others(m, at), message = message, expected = expected, values = values }
end

-- The plan of a year, and the others of its sentence.
local function with_others(m)
  local out = others(m, "plan")
  table.insert(out, 1, m:place("plan"))
  return out
end

-- 今年是“十四五”收官之年
local function judge_edge(m, report)
  local n = fiveyear.number(m.plan)
  local now = m.now ~= ""
  local own = now and ownyear.of(m.doc)
  if now and not own then return end
  local begins = m.edge:find("开局", 1, true) or m.edge:find("起步", 1, true) or m.edge:find("第一", 1, true)
  local year = begins and fiveyear.first(n) or fiveyear.last(n)
  local told = now and own + (m.now == "明年" and 1 or m.now == "去年" and -1 or 0) or tonumber(m.y)
  if told == year then
    report.agrees { at = m:place(now and "plan" or "y"), how = m.plan .. ": " .. year }
  else
    report {
      at = m:place(now and "plan" or "y"), related = now and others(m, "plan") or with_others(m), expected = not now and tostring(year) or nil,
      values = { plan = m.plan, edge = m.edge, year = tostring(year), told = tostring(told) },
    }
  end
end

-- 完成“十四五”规划目标任务,为“十五五”良好开局打牢基础
local function judge_pair(m, report)
  local a, b = fiveyear.number(m.done), fiveyear.number(m.next)
  local place = m:place("done")
  local ends = DOES:find(place:before(60):gsub("“$", "")) or ENDS:find(m.mid)
  local leads, opens = LEADS:find(m.mid), BEGINS:find(m.tail)
  if not (ends and (leads or opens)) then return end
  -- 紧扣“十五五”规划的任务,为实现“十五五”良好开局; 优于“十四五”目标,实现“十三五”以来的连升
  if b <= a and not (leads and OPENS:find(m.tail) and DOES:find(place:before(60):gsub("“$", ""))) then return end
  if b == a + 1 then
    report.agrees { at = m:place("next"), related = place, how = m.done .. " → " .. m.next }
    return
  end
  local own = ownyear.of(m.doc)
  local fits = own and fiveyear.first(a) <= own and own <= fiveyear.last(a)
  local wrong = own and not fits and b > 1 and fiveyear.first(b - 1) <= own and own <= fiveyear.last(b - 1)
  report {
    at = m:place(wrong and "done" or "next"), related = m:place(wrong and "next" or "done"), message = "next",
    expected = fiveyear.name(wrong and b - 1 or a + 1), values = { one = m.done, other = m.next },
  }
end

-- 第九个五年计划(1996—2000年)
local function judge_span(m, report)
  local n = m.nth and fiveyear.number(m.nth, true) or fiveyear.number(m.quoted)
  local first, last = fiveyear.first(n), fiveyear.last(n)
  local at = tonumber(m.from) ~= first and "from" or "to"
  if tonumber(m.from) == first and tonumber(m.to) == last then
    report.agrees { at = m:place("from"), how = fiveyear.name(n) }
  elseif n > 4 and (tonumber(m.from) == first or tonumber(m.to) == last) then -- others have plans, too: 第九个五年规划(2026—2030年)
    tell(m, report, at, n, "span", { first = tostring(first), last = tostring(last) }, tostring(at == "from" and first or last))
  end
end

-- 努力完成“十三五”规划 in a report of 2025; 顺利完成了“十五五” in one of 2025.
local function judge_complete(m, report)
  local own = ownyear.of(m.doc)
  local n = m.own and fiveyear.number(m.own) or fiveyear.number(m.ownth, true)
  if not own then return end
  local last = fiveyear.last(n)
  local lead = m:place(m.own and "own" or "ownth"):before(40):match("^(.*)完成") or ""
  local values = { year = tostring(last), own = tostring(own) }
  if m.past and last > own then
    tell(m, report, m.own and "own" or "ownth", n, "early", values)
  elseif not m.past and AHEAD:find(lead) and last < own then
    tell(m, report, m.own and "own" or "ownth", n, "late", values)
  elseif not m.past and AHEAD:find(lead) and fiveyear.first(n) > own and not PREPARES:find(m:place(m.own and "own" or "ownth"):after(40)) then
    values.year = tostring(fiveyear.first(n))
    tell(m, report, m.own and "own" or "ownth", n, "ahead", values)
  else
    report.agrees { at = m:place(m.own and "own" or "ownth"), how = own .. " / " .. last }
  end
end

local IS_MENTION = re.new("^“[^“”]+”$")

-- 科学编制“十四五”规划 in a report of 2025; 完成“十三五”减排目标.
local plan_mention = lib "plan_mention"
local OPEN, CLOSE = re.new("[“\"]$"), re.new("^[”\"]")
local function judge_mention(m, report)
  local own = ownyear.of(m.doc)
  if not own then return end
  local at = m:place("mention")
  local before, after = at:before(40), at:after(40)
  local from, to = OPEN:find(before), select(2, CLOSE:find(after))
  local what = plan_mention.read(from and before:sub(1, from - 1) or before, to and after:sub(to + 1) or after)
  if not what then return end
  local n = fiveyear.number(m.mention)
  if plan_mention.fits(what, n, own) then
    report.agrees { at = at, related = ownyear.places(m.doc), how = own .. " / " .. m.mention }
  else
    local meant = fiveyear.name(plan_mention.meant(what, own))
    tell(m, report, "mention", n, "mention", { own = tostring(own), meant = meant }, meant)
  end
end

-- “十四五”开局之年 in news of 2026: its edge is years away from their day.
local NEWS_EDGE = re.new("^”(?:规划|时期)?的?(?:实现|一|已经)?(?:良好|顺利|成功)?(开局|收官)")
local SHORT = 6 -- bytes: 十五, of other countries today
local DATED, AWAY = re.new("(?:19|20)\\d\\d年|当年|那年|当时"), 2
local function judge_news(m, report)
  local own = lib("ownday").of(m.doc)
  local edge = own and #m.mention > SHORT and NEWS_EDGE:match(m:place("mention"):after(24))
  if not edge or DATED:find(m.sentence.text) then return end
  local n = fiveyear.number(m.mention)
  local year = edge == "开局" and fiveyear.first(n) or fiveyear.last(n)
  if math.abs(own.year - year) > AWAY then
    report { at = m:place("mention"), related = own.claim, message = "news", values = { edge = edge, year = tostring(year), day = own.claim.text } }
  else
    report.agrees { at = m:place("mention"), related = own.claim, how = edge .. " " .. year }
  end
end

return {
  api = 1,
  id = "plan-year",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      YEAR .. IS .. PLAN .. EDGE .. "(?<now>)" .. NONE:format("done", "from"),
      "(?<now>今年|明年|去年)(?:是[^。;“]{2,60}(?=,也是))?" .. IS .. PLAN .. EDGE .. NONE:format("done", "from"),
      PAIR .. NONE:format("edge", "from"),
      SPAN .. NONE:format("edge", "done"),
      COMPLETE .. NONE:format("edge", "done") .. "(?<from>)",
      MENTION .. NONE:format("edge", "done") .. "(?<from>)",
    },
  },
  summary = {
    zh = "五年规划的年份、先后有误（2022年是“十四五”开局之年）",
    en = "a five-year plan is said to begin, end or be followed when or by which it is not",
  },
  explain = {
    zh = [[“十四五”始于2021年、止于2025年，余类推；完成“十四五”，接着开局的只能是“十五五”；要完成的规划不会在报告年份以前已经期满。]],
    en = [[The 14th Five-Year Plan runs from 2021 to 2025, the others accordingly. After the plan that is completed comes the
next; a plan still to be completed has not run out before the year of the report.]],
  },
  messages = {
    news = { zh = "“{at}”{edge}是在{year}年，而全文日期为{day}", en = "“{at}” is of {year} at that edge, but the text is dated {day}" },
    base = {
      zh = "“{plan}”的{edge}之年是{year}年，此处为{told}年",
      en = "“{plan}”: the year is {year}, {told} here",
    },
    next = {
      zh = "完成“{one}”之后是“{expected}”，此处为“{other}”",
      en = "“{one}” and “{other}” do not follow each other: “{expected}”",
    },
    span = {
      zh = "“{plan}”为{first}—{last}年",
      en = "“{plan}” runs from {first} to {last}",
    },
    late = {
      zh = "“{plan}”已于{year}年期满，而报告是{own}年的",
      en = "“{plan}” ended in {year}, and the report is of {own}",
    },
    ahead = {
      zh = "“{plan}”{year}年才开始，而报告是{own}年的",
      en = "“{plan}” begins in {year} only, and the report is of {own}",
    },
    mention = {
      zh = "报告是{own}年的，这里应是“{meant}”",
      en = "the report is of {own}: “{meant}” is meant",
    },
    early = {
      zh = "“{plan}”{year}年才期满，而报告是{own}年的",
      en = "“{plan}” ends in {year} only, and the report is of {own}",
    },
  },
  examples = {
    bad = {
      { "# 《新闻联播》(20260420)\n\n“十四五”开局之年,我国农业科技创新全面提速。", at = "十四五" },
      { "2022年政府工作报告\n\n2022年3月5日在甲省第十三届人民代表大会第五次会议上\n\n一、2021年工作回顾\n\n实现“十三五”良好开局。\n\n二、2022年工作安排\n\n继续努力。", at = "十三五" },
      { "2022年政府工作报告\n\n2022年3月5日在甲省第十三届人民代表大会第五次会议上\n\n一、2021年工作回顾\n\n经济平稳。\n\n二、2022年工作安排\n\n加快实施“十三五”规划重大工程。", at = "十三五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n高水平编制“十四五”规划。", at = "十四五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n做好“十六五”规划编制工作。", at = "十六五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n提前完成“十三五”减排目标。\n\n二、2025年工作安排\n\n继续努力。", at = "十三五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n2024年是实现“十五五”规划目标任务的关键一年。\n\n二、2025年工作安排\n\n继续努力。", at = "十五五" },
      { [[2022年是“十四五”开局之年,我们扎实推进各项工作。]], at = "2022" },
      { [[2024年是“十四五”规划收官、“十五五”规划谋划之年。]], at = "2024" },
      { [[2019年是“十三五”规划收官之年,任务全面完成。]], at = "2019" },
      { [[高质量完成“十四五”规划目标任务,为实现“十六五”良好开局打牢基础。]], at = "十六五" },
      { [[今年是全面完成“十一五”任务、为“十五”发展打好基础的一年。]], at = "十五" },
      { [[国民经济和社会发展第九个五年计划(1995—2000年)顺利实施。]], at = "1995" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n今年是“十三五”规划收官之年。", at = "十三五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n确保完成“十三五”规划。", at = "十三五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n全力完成“十五五”规划目标任务。", at = "十五五" },
      { "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n今年是自治区成立70周年,是改革的开局之年,也是“十三五”规划收官之年。", at = "十三五" },
    },
    good = {
      "# 《新闻联播》(20260420)\n\n“十五五”开局之年,我国农业科技创新全面提速。",
      "2022年政府工作报告\n\n2022年3月5日在甲省第十三届人民代表大会第五次会议上\n\n一、2021年工作回顾\n\n实现“十四五”良好开局。\n\n二、2022年工作安排\n\n加快实施“十四五”规划重大工程。",
      "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n提前完成“十四五”减排目标,优于“十三五”目标。2024年是实施“十四五”规划的关键一年。“十三五”以来持续增长。\n\n二、2025年工作安排\n\n科学编制“十五五”规划,总结“十四五”规划实施情况,为完成“十五五”目标任务打好基础。",
      "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n为全力完成“十五五”规划目标任务打好基础。",
      [[2021年是“十四五”开局之年,2025年是“十四五”规划收官之年。2023年是“十四五”承上启下之年。]],
      [[高质量完成“十四五”规划目标任务,为实现“十五五”良好开局打牢基础。比“十二五”时期增长,较“十三五”末翻番。“七五”的发展速度有希望比“六五”高。]],
      [[第九个五年计划(1996—2000年)和“十四五”时期(2021—2025年)。第一个五年计划(1953—1957年)。]],
      "2025年甲省政府工作报告\n\n2025年1月13日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。完成“十三五”规划未了事项。\n\n二、2025年工作安排\n\n今年是“十四五”规划收官之年。确保完成“十四五”规划。",
    },
  },
  check = function(m, report)
    if IS_MENTION:find(m.text) then
      judge_news(m, report)
      return judge_mention(m, report)
    end
    if m.edge ~= "" then return judge_edge(m, report) end
    if m.done ~= "" then return judge_pair(m, report) end
    if m.from ~= "" then return judge_span(m, report) end
    judge_complete(m, report)
  end,
}
