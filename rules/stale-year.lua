-- The years that a report names at set places vote for the year it is of
-- (lib/years): its title, its headings, the day it was given, 刚刚过去的2024年,
-- captions. One place that stands alone against at least two is reported.
local years = lib "years"

-- 2020年奥运会备战: the year is the event's.
local EVENT = re.new("^[^,。;、]{0,4}(?:奥运|冬奥|残奥|亚运|世博|世界杯|全运)")

local function say(report, claim, year, others, message)
  if EVENT:find(claim:after(8)) then return end
  report {
    at = claim, related = { others[1], others[2], others[3] }, message = message or "base",
    stated = claim.text, expected = tostring(year),
    values = { year = tostring(year), n = #others },
  }
end

-- 2003年,…… opens the review and 2005年 heads the tasks: which of the two is
-- wrong the other years of the text say.
local NAMED = 2 -- times at least that the year before the tasks is named, and the other once
local function judge_opening_of_review(doc, votes, report)
  local opening, heading
  for _, list in pairs(votes) do
    for _, vote in ipairs(#list == 1 and list or {}) do
      local own = vote.claim.block.kind == "paragraph" and vote.claim:before(1) == ""
      if own then opening = vote else heading = vote end
    end
  end
  if not (opening and heading) or opening.year >= heading.year then return end
  local reviewed, told, own = heading.year - 1, 0, 0
  for _, claim in ipairs(doc:figures("period", "date")) do
    local year = years.of(claim)
    if year == reviewed then told = told + 1 elseif year == opening.year then own = own + 1 end
  end
  if opening.year ~= reviewed and reviewed - opening.year <= 2 and own == 1 and told >= NAMED then
    say(report, opening.claim, reviewed, { heading.claim })
  end
end

-- 2021年工作开展情况 and 2023年工作打算 head one text: the one that its other years do
-- not speak for.
local PLAN = re.new("^年度?[^,。;0-9]{0,12}(?:安排|任务|打算|计划|部署|草案|重点工作|思路)")
local function judge_pair(doc, votes, report)
  local review, plan
  for year, list in pairs(votes) do
    local vote = list[1]
    if vote.claim.block.kind == "paragraph" and vote.claim.block.text:find("。", 1, true) then return end
    if vote.year == year - 1 then review = vote elseif vote.year == year and PLAN:find(vote.claim.text:sub(5) .. vote.claim:after(40)) then plan = vote end
  end
  if not (review and plan) or plan.claim.index < review.claim.index or math.abs(plan.year - review.year - 1) > 1 then return end
  local for_review, for_plan = 0, 0
  for _, claim in ipairs(doc:figures("period", "date")) do
    local year, head = years.of(claim), claim == review.claim or claim == plan.claim
    if not head and (year == review.year or year == review.year + 1) then for_review = for_review + 1 end
    if not head and (year == plan.year or year == plan.year - 1) then for_plan = for_plan + 1 end
  end
  if for_review > for_plan then
    report { at = plan.claim, related = { review.claim }, message = "pair", expected = tostring(review.year + 1), values = { other = review.claim.text, year = tostring(review.year + 1) } }
  else
    report { at = review.claim, related = { plan.claim }, message = "pair", expected = tostring(plan.year - 1), values = { other = plan.claim.text, year = tostring(plan.year - 1) } }
  end
end

-- 二、2009年主要任务 is all that dates a report, but its facts are of 2007, none of 2008: of 59
-- reports of the nation and the provinces all tell the year before the one of their tasks, or
-- that one, and none the year behind it more than once.
local NUMBERED = re.new("^[\\s*#]*[一二三四五六][、.]\\s*$")
local function judge_lone(doc, claim, year, report)
  if claim.block.kind == "paragraph" and claim.block.text:find("。", 1, true) then return end
  if not NUMBERED:find(claim:before(12)) or not PLAN:find(claim.text:sub(5) .. claim:after(40)) then return end
  local told, places = {}, {}
  for _, other in ipairs(doc:figures("period", "date")) do
    local y = other ~= claim and years.of(other)
    if y then
      told[y] = (told[y] or 0) + 1
      places[y] = places[y] or {}
      table.insert(places[y], other)
    end
  end
  local function n(y) return told[y] or 0 end
  local meant = n(year) == 0 and n(year - 2) > n(year - 1) and year - 1 or n(year - 1) == 0 and n(year) > 0 and n(year + 1) > 0 and year + 1
  if meant then
    local others = places[meant - 1] or places[meant]
    report { at = claim, related = { others[1], others[2], others[3] }, message = "lone", expected = tostring(meant), values = { year = tostring(meant - 1), meant = tostring(meant) } }
  end
end

local function judge_plan(doc, votes, report)
  local best, against = years.majority(votes)
  if best and #votes[best] == 1 and against == 0 and doc.lang == "zh" then return judge_lone(doc, votes[best][1].claim, votes[best][1].year, report) end
  if best and #votes[best] == 1 and against == 1 then
    judge_pair(doc, votes, report)
    return judge_opening_of_review(doc, votes, report)
  end
  if not best or #votes[best] < 2 then return end
  for year, list in pairs(votes) do
    local near = math.abs(year - best) <= 2
    if year ~= best and near and #list == 1 and against * 2 <= #votes[best] then
      say(report, list[1].claim, list[1].year + best - year, votes[best].claims)
    end
  end
  if against == 0 then
    report.agrees { at = votes[best][1].claim, related = votes[best].claims, how = tostring(best) }
  end
end

-- 2014年工作回顾 before 2016年重点工作: what opens the parts of a report.
local openings, ownyear = lib "openings", lib "ownyear"
local function judge_openings(doc, report)
  if doc.lang ~= "zh" or not ownyear.is_report(doc) then return false end
  local odd, others, year = openings.odd(openings.read(doc))
  if not odd then return false end
  report {
    at = odd.claim, related = { others[1], others[2], others[3] }, message = "opening",
    values = { n = #others, year = tostring(year) },
  }
  return true
end

local function judge_captions(doc, found, report)
  local votes, numbers = found.bulletin, nil
  for _, claim in ipairs(found.captions) do
    local year = years.of(claim)
    local best = years.majority(votes, year)
    local alone = best and math.abs(best - year) <= 2 and #votes[year] == 1
    if alone and not years.in_table(claim.block, year) then
      numbers = numbers or years.numbers(doc)
      local others = { table.unpack(votes[best].claims) }
      table.move(years.told(claim.block, numbers) or {}, 1, 2, #others + 1, others)
      if #others >= 2 then say(report, claim, best, others) end
    end
  end
end

-- 2023年度部门决算 among headings of 2024年度部门决算; and 截至2023年12月31日
-- where it opens a sentence of such an account and is its only such day.
local function judge_account(found, report)
  for tail, votes in pairs(found.account) do
    local best, against = years.majority(votes)
    for year, list in pairs(votes) do
      if year ~= best and #list == 1 and against == 1 and #votes[best] >= 3 then
        say(report, list[1].claim, best, votes[best].claims)
      end
    end
    local day = #found.dates == 1 and found.dates[1]
    local judged = day and against == 0 and #votes[best] >= 2 and not tail:find("预算", 1, true)
    if judged and years.of(day) == best - 1 and day.first:sub(6) == "12-31" then
      say(report, day, best, votes[best].claims, "account")
      return
    end
  end
end

-- 2022年上半年,全市…… opens an analysis whose title says 2023年上半年.
local function judge_opening(doc, report)
  local title, opening = years.title(doc)
  if not title then return end
  local own, told = years.of(title), years.of(opening)
  if own == told then
    report.agrees { at = opening, related = title, how = title.text }
  elseif math.abs(own - told) <= 2 then
    report { at = opening, related = title, message = "title", expected = title.text, values = { year = title.text } }
  end
end

-- Do two days differ in one part only, the year by two at most?
local function one_part(a, b)
  local ya, yb = tonumber(a:sub(1, 4)), tonumber(b:sub(1, 4))
  return a ~= b and ((ya == yb) or (a:sub(5) == b:sub(5) and math.abs(ya - yb) <= 2))
end

-- How a period is printed: 0000–0000, a 0000–a 0000.
local function form(claim)
  local text = claim.text:gsub("%d", "0"):gsub("%a+", "a")
  return text
end

-- Title and captions name one period; one of them has another end.
local function judge_spans(spans, report, titled)
  local count, first = {}, {}
  for _, claim in ipairs(spans) do
    local key = claim.first .. "/" .. claim.last
    count[key] = count[key] or {}
    table.insert(count[key], claim)
    if not first[1] or #count[key] > #count[first[1]] then first[1] = key end
  end
  local best = first[1] and count[first[1]]
  local own = best and titled and #best > 1 and titled[tonumber(best[1].last:sub(1, 4))] -- the title's year ends them
  if not best or #best < (own and 2 or 3) or #spans - #best ~= 1 then return end
  for _, claim in ipairs(spans) do
    local begins, ends = claim.first == best[1].first, claim.last == best[1].last
    local differs = (begins and one_part(claim.last, best[1].last)) or (ends and one_part(claim.first, best[1].first))
    if differs and form(claim) == form(best[1]) then
      report {
        at = claim, related = { best[1], best[2], best[3] }, message = "span", expected = best[1].text,
        values = { span = best[1].text, n = #best },
      }
    end
  end
end

return {
  api = 1,
  id = "stale-year",
  severity = "warning",
  summary = {
    zh = "年份与全文不合，疑似沿用旧稿（2025年报告写“三、2024年重点工作”）",
    en = "a year that the rest of the report speaks against, as if left from last year's text",
  },
  explain = {
    zh = [[报告的标题、作报告日期、“回顾”“重点工作”等标题、“刚刚过去的…年”、图表题共同说明它是哪一年的。
至少两处一致而只有一处不同（相差不超过两年）时报告那一处；正文中一般提到的其他年份不参与。
决算、公报中“截至上一年12月31日”独自与各标题不合时也报。]],
    en = [[Title, day of delivery, headings of review and of tasks, "the past year 2024" and captions say of
which year a report is. One place that differs by one or two years from at least two that agree is
reported. Other years in the running text have no vote.]],
  },
  messages = {
    base = {
      zh = "此处为{stated}，其余{n}处表明应为{year}年",
      en = "{stated} here, but {n} other places say {year}",
    },
    opening = {
      zh = "此处为{stated}，按另外{n}处，报告应是{year}年的",
      en = "{stated} here; by {n} other places the report is of {year}",
    },
    span = {
      zh = "此处为“{stated}”，而标题和其余图表题（{n}处）为“{span}”",
      en = "{stated} here, but the title and {n} captions in all say {span}",
    },
    pair = {
      zh = "此处为{stated}，与“{other}”的标题不接续，应为{year}年",
      en = "{stated} here does not go with the heading of {other}: {year}",
    },
    lone = {
      zh = "此处为{stated}，而文中所述是{year}年的事，应为{meant}年",
      en = "{stated} here, but the facts told are of {year}: {meant}",
    },
    title = {
      zh = "此处为{stated}，标题为{year}",
      en = "{stated} here, the title says {year}",
    },
    account = {
      zh = "此处截至{stated}，而全文{n}处标题为{year}年度",
      en = "{stated} here, but {n} headings say {year}",
    },
  },
  examples = {
    bad = {
      { "一、过去五年工作回顾\n\n2007年,生产总值增长10%。2007年进出口增长8%。\n\n二、2009年主要任务\n\n扩大内需。", at = "2009年" },
      { "一、过去五年工作回顾\n\n2007年,生产总值增长10%。2007年进出口增长8%。\n\n二、2007年主要任务\n\n2008年,扩大内需。", at = "2007年", nth = 3 },
      { "一、2015年预算执行情况\n\n收入完成32.1亿元。\n\n二、2015年预算安排\n\n2016年收入预计35亿元。", at = "2015年", nth = 2 },
      { "甲局2022年工作报告\n\n一、2021年工作开展情况\n\n办理案件32件。\n\n二、2023年工作打算\n\n加强队伍建设。", at = "2021年" },
      { "关于甲县2007年计划执行情况与2008年计划草案的报告\n\n一、2007年计划执行情况\n\n增长较快。\n\n二、2007年经济社会发展的主要目标\n\n增长12%。\n\n三、2008年主要任务\n\n扩大投资。", at = "2007年", nth = 3 },
      { "现在，我代表国务院，向大会报告政府工作。\n\n一、2014年工作回顾\n\n过去一年，经济平稳。\n\n2015年是“十二五”收官之年。成绩来之不易。\n\n二、2016年重点工作\n\n继续努力。", at = "2014年" },
      { "2025年甲省政府工作报告\n\n——2025年1月19日省长在甲省第十四届人民代表大会第三次会议上\n\n过去一年，经济平稳。\n\n2022年是极为重要的一年。成绩来之不易。\n\n二、2025年重点工作\n\n继续努力。", at = "2022年" },
      {
        "各位代表：\n\n一、过去一年工作回顾\n\n2023年,全省人民团结奋进。\n\n经济平稳运行。2024年,生产总值增长9.5%。从2024年7月1日起提高标准。\n\n二、2025年工作总体部署\n\n继续努力。",
        at = "2023年",
      },
      {
        "2025年甲省政府工作报告\n\n2025年1月20日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳运行。\n\n三、2024年重点工作\n\n继续努力。",
        at = "2024年", nth = 2,
      },
      {
        "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n刚刚过去的2023年,经济平稳运行。\n\n二、2025年工作安排\n\n继续努力。",
        at = "2023年",
      },
      {
        "2015年2月5日在甲区第十四届人民代表大会第四次会议上\n\n一、2014年工作回顾\n\n(一)实力提升\n\n2013年,全区生产总值274亿元。\n\n二、2015年工作安排\n\n继续努力。",
        at = "2013年",
      },
      {
        "# 甲市2023年上半年经济运行情况\n\n2022年上半年,全市经济平稳运行。",
        at = "2022年上半年",
      },
      {
        "2025年甲省政府工作报告\n\n——2024年1月20日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳运行。",
        at = "2024年1月20日",
      },
      {
        "甲市2019年国民经济和社会发展统计公报\n\n全市实现生产总值617.50亿元,第三产业增加值240.54亿元。\n\n表1 2018年甲市生产总值\n\n| 指标 | 绝对数 |\n|---|---|\n| 地区生产总值 | 617.50 |\n| 第三产业 | 240.54 |",
        at = "2018年",
      },
      {
        "甲部2024年度部门决算\n\n第二部分 2024年度部门决算表\n\n一、其他情况\n\n截至2023年12月31日,甲部共有车辆0辆。",
        at = "2023年12月31日",
      },
      {
        "Report on the Work of the Government\n\n# I. Review of Work in 2009\n\nGrowth was steady.\n\n# II. Main Tasks for 2010\n\nWe will go on.\n\n# III. Work for 2009\n\nMore of it.",
        at = "2009", nth = 2,
      },
      {
        "Lung cancer, 2007–2016\n\nTABLE. Cases, 2007–2016\n\nFIGURE 1. Rates, 2007–2016\n\nFIGURE 2. Rates, 2007–2015",
        at = "2007–2015",
      },
      {
        "甲部2024年度部门决算\n\n一、2024年度部门决算表\n\n二、2023年度部门决算情况说明\n\n三、2024年度部门决算其他情况",
        at = "2023年度",
      },
      {
        "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n经济平稳运行。\n\n二、2025年工作安排\n\n2024年经济社会发展主要预期目标是：地区生产总值增长5.5%。",
        at = "2024年", nth = 2,
      },
      {
        "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n经济平稳运行。\n\n二、2025年工作安排\n\n完成好2024年各项工作任务，要加强自身建设。",
        at = "2024年", nth = 2,
      },
    },
    good = {
      "一、过去五年工作回顾\n\n2007年,生产总值增长10%。2007年进出口增长8%。\n\n二、2008年主要任务\n\n扩大内需。",
      "甲局工作总结\n\n一、2022年工作开展情况\n\n办理案件32件。\n\n二、2023年工作打算\n\n加强队伍建设。",
      "甲局五年规划\n\n一、2021年工作开展情况\n\n办理案件32件。\n\n二、2025年发展目标\n\n加强队伍建设。",
      "各位代表：\n\n一、过去一年工作回顾\n\n2024年,全省人民团结奋进。\n\n经济平稳运行。2024年,生产总值增长9.5%。从2023年7月1日起提高标准。\n\n二、2025年工作总体部署\n\n继续做好2028年奥运会备战工作。",
      "# 甲市2023年经济运行情况\n\n2022年以来,全市经济平稳运行。2022年,全市经济向好。",
      "2015年2月5日在甲区第十四届人民代表大会第四次会议上\n\n一、2014年工作回顾\n\n2013年以来,经济平稳。\n\n二、2015年工作安排\n\n2015年是关键之年。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n圆满完成2024年各项工作任务。\n\n二、2025年工作安排\n\n2025年主要预期目标是：地区生产总值增长5.5%。",
      "Lung cancer, 2007–2016\n\nTABLE. Cases, 2007–2016\n\nFIGURE 1. Rates, 2007–2016\n\nFIGURE 2. Rates, 2010–2014",
      "2025年甲省政府工作报告\n\n2025年1月20日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳运行,比2023年更好。\n\n二、2025年重点工作\n\n继续努力。",
      "一、1998年工作回顾和1999年工作的总体要求\n\n经济平稳运行。",
      "甲市2019年国民经济和社会发展统计公报\n\n2019年,全市经济平稳。\n\n表1 2018年和2019年甲市生产总值\n\n图2 2015-2019年甲市财政收入",
      "甲部2024年度部门决算\n\n第二部分 2024年度部门决算表\n\n截至2024年12月31日,甲部共有车辆0辆,2023年末为1辆。",
      "甲部2025年度部门预算\n\n第二部分 2025年度部门预算表\n\n截至2024年8月31日,甲部共有车辆0辆。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local found = years.read(doc)
      if not judge_openings(doc, report) then judge_plan(doc, found.plan, report) end
      judge_captions(doc, found, report)
      judge_account(found, report)
      judge_spans(found.spans, report, found.bulletin)
      judge_opening(doc, report)
    end
  end,
}
