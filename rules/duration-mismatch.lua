-- A length printed with its two ends is counted both ways: with both end
-- years (2021–2025 are five) and between them (2015 to 2020 are five). Counting
-- between is refused only where the text itself counts inclusively: "through",
-- the name of a plan, or the inclusive length elsewhere in the document.
local calendar = lib "calendar"
local MONTH = calendar.MONTH
local Y = [[(?:19|20)\d{2}]]
local NUMBER_ZH = [[(?<named>)(?<![0-9第前后.〇零一二三四五六七八九十百近约逾超])(?<length>(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?<unit>年|个月|个?季度|个?星期|周|天))]]
-- not the end of ages, 12–17 years
local NUMBER_EN = [[(?<named>)(?<![0-9A-Za-z–—-])(?<!\d to )(?<!\d or )(?<!\d and )(?<length>(?<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-](?<unit>year|month|week|day)s?)]]
local POINT_ZH = [[(?=\d)(?:]] .. Y .. [[\s?(?:年度?\s?)?)?(?:\d{1,2}\s?月\s?)?(?:\d{1,2}\s?[日号]?)?]]
local POINT_EN = [[(?:]] .. MONTH .. [[(?:\s\d{1,2})?(?:,?\s]] .. Y .. [[)?|\d{1,2}\s]] .. MONTH .. [[(?:\s]] .. Y
  .. [[)?|(?:the\s)?(?:(?:fiscal|calendar)\s(?:years?\s)?|FY\s?|years?\s)?]] .. Y .. [[)]]
local TO_ZH = [[\s?(?<to>[-–—~]{1,2}|至|到)\s?]]
local TO_EN = [[,?\s?(?<to>[-–—]{1,2}|to|through|though|until)\s?]]
local RANGE_ZH = [[(?<a>]] .. POINT_ZH .. [[)]] .. TO_ZH .. [[(?<b>]] .. POINT_ZH .. [[)]]
local RANGE_EN = [[(?<a>]] .. POINT_EN .. [[)]] .. TO_EN .. [[(?<b>]] .. POINT_EN .. [[)(?![0-9%])]]
local NOUN = [[(?:\s[a-z]+){0,2}?\s(?:period|span|study|programme|program|plan|project|timeframe|window|campaign|strategy|series|term|cycle|trial|initiative|interval)]]
local LASTS = [[(?:历时|为期|历经|用时|耗时|工期|周期|持续|长达|期限|连续|时间|时长|前后|总计|合计|共计?|总共)为?]]
-- 自2020年7月启动,至2023年7月完成: each end with what began or ended there.
local BEGUN = [[(?:起|开始|开工|启动|动工|立项|实施|开展|生效)?]]
local ENDED = [[(?:底|末|止|结束|完成|完工|竣工|截止|届满|到期|为止)*]]
local TOLD_ZH = [[(?<a>]] .. POINT_ZH .. [[)]] .. BEGUN .. [[,?\s?(?<to>[-–—~]{1,2}|至|到)\s?(?<b>]] .. POINT_ZH .. [[)]] .. ENDED

-- 自1985年设立保护区起,至2015年; 2008年开工,2015年竣工,历时: what began, what ended.
local SOME = [=[[^,。;:()\d]]=]
local YEAR_A, YEAR_B = [[(?<![\d.])(?<a>]] .. Y .. [[年)]], [[(?<b>]] .. Y .. [[年)]]
local SINCE_ZH = [[(?:自|从)(?<a>]] .. Y .. [[年)]] .. SOME .. [[{1,16}?,?(?<to>至|到)(?<b>]] .. Y .. [[年)]]
local THEN_ZH = YEAR_A .. SOME .. [[{2,20}?,(?<to>)]] .. SOME .. [[{0,8}?]] .. YEAR_B .. SOME .. [[{2,20}?,]]
-- “十四五”前四年(2021—2024年), 12年后的2021年
local FIRST_ZH = [[(?<named>)(?<=["”五]前)(?<length>(?<n>[一二两三四五])(?<unit>年))(?<name>)\(]]

-- 3月5日上午开幕,13日上午闭幕,会期8天半; 从5月29日起至6月2日在杭州举行,以……为主题,为期5天
local DAY_A, DAY_B = [[(?<![\d.月])(?<a>(?:]] .. Y .. [[年)?\d{1,2}月\d{1,2}日)]], [[(?<b>(?:\d{1,2}月)?\d{1,2}日)]]
local HOURS = "(?:上午|下午|晚上?)?"
local SESSION_ZH = DAY_A .. HOURS .. "(?:开幕|开始|启动|开赛|开馆),(?<to>)(?:将于|于)?" .. DAY_B .. HOURS .. "(?:闭幕|结束|闭会),(?:会期|展期|赛期|为期|历时)"
local HELD_ZH = DAY_A .. [[起?(?<to>[-–—~]|至|到)]] .. DAY_B .. [[[^。;()\d]{1,60}?(?:会期|展期|赛期|为期|历时)]]

-- 过去六年,是极不平凡的五年: one stretch, told twice.
local TWICE = [[(?<named>)(?<![\d第前后近约每上下.十百])(?<length>(?<n>[两三四五六七八九十]|\d{1,2})(?<unit>年))(?<a>)(?:来|间)?,]] .. SOME
  .. [[{0,10}?(?:走过了?|经历了?|是|度过了?)]] .. SOME .. [[{0,14}的(?<same>[两三四五六七八九十]|\d{1,2})年(?=[,。;])]]
local ADDED = re.new("^(?:累计|总共|共计|合计)")

local units = {
  ["年"] = "year", ["个月"] = "month", ["季度"] = "quarter", ["个季度"] = "quarter", ["星期"] = "week", ["个星期"] = "week",
  ["周"] = "week", ["天"] = "day", year = "year", month = "month", week = "week", day = "day",
}
local names = { year = "年", month = "个月", quarter = "个季度", week = "周", day = "天" }
local PARTIAL = re.new([[阶段|中期|前期|后期|率|平均|均|以上|以下|以内|左右|多|级|龄|学年|其中]])
local LOOSE = re.new([[(?:aged?|ages|≥|≤|>|<|every|within|more than|about|nearly|almost|approximately|at least|up to|less than|some)\s?$]], "i")
local PLAN = re.new([[行动|规划|计划|方案]])
local STRICT = re.new([[^(?:through|though)$]])
local WHOLE_YEARS = re.new([[[(]\s?((?:19|20)\d{2})年?\s?(?:[-–—]{1,2}|至)\s?((?:19|20)\d{2})年?\s?\)]])

-- Days, months or years from a to b, not counting the last one; and which.
local function distance(a, b)
  if a.day and b.day and a.month and b.month then
    local ya = a.year or 2001
    local yb = b.year or (b.month < a.month and 2002 or 2001)
    if not (calendar.exists(ya, a.month, a.day) and calendar.exists(yb, b.month, b.day)) then return nil end
    return calendar.day_number(yb, b.month, b.day) - calendar.day_number(ya, a.month, a.day), "day"
  end
  if a.month and b.month then
    local years = a.year and b.year and b.year - a.year or (b.month < a.month and 1 or 0)
    return years * 12 + b.month - a.month, "month"
  end
  if a.year and b.year then return b.year - a.year, "year" end
end

local days = { year = 365, month = 30, quarter = 91, week = 7, day = 1 }
local slack = { year = 35, month = 12, quarter = 20, week = 7, day = 0 }
local in_months = { year = 12, quarter = 3, month = 1 }

-- Can n units be what lies between the ends? Inclusive counting, counting
-- between, or nil where units and ends do not compare.
local function fits(n, unit, span, exact)
  if exact == "year" then
    local years = unit == "year" and n or (unit == "month" and n % 12 == 0 and n // 12) or (unit == "quarter" and n % 4 == 0 and n // 4)
    if not years or unit == "month" and n == 12 then return nil end -- the preceding 12 months of each one asked
    return years == span + 1, years == span
  end
  if exact == "month" then
    local months = in_months[unit] and n * in_months[unit]
    if not months then return nil end
    return months == span + 1, months == span or (unit == "year" and months == span + 2)
  end
  local off = n * days[unit] + (unit == "year" and n // 4 or 0) - (span + 1)
  return off == 0, math.abs(off) <= slack[unit] + (unit == "month" and n // 2 or 0) or off == -1
end

-- Does the document count the same two years inclusively somewhere else?
local function counted(m, span)
  for _, claim in ipairs(m.doc.claims) do
    if claim.kind == "duration" and claim.unit == "year" and claim.value and claim.value:eq(span + 1)
      and claim:after(24):find("period", 1, true) then
      return claim
    end
  end
  for from, to in WHOLE_YEARS:gmatch(m.sentence.text) do
    if tonumber(to) - tonumber(from) + 1 == calendar.number(m.n) then return m:place("a") end
  end
end

local SUMMED = 5 -- years of a sum are all counted: 2018年至2022年五年累计

local function count_text(span, exact, zh)
  local n = span + 1
  if zh then return n .. names[exact] end
  return n .. " " .. exact .. (n == 1 and "" or "s")
end

local function judge_twice(m, report)
  local at, other = m:place("length"), m:place("same")
  if calendar.number(m.n) == calendar.number(m.same) then
    report.agrees { at = at, related = other, how = m.n .. " = " .. m.same }
  else
    report { at = at, related = other, message = "twice", severity = "warning", expected = m.same .. "年", values = { other = m.same } }
  end
end

-- 1月26日至3月5日,共40天: without a year it may be a leap year.
local function over_february(a, b, exact)
  return exact == "day" and not (a.year or b.year) and (a.month <= 2 or a.month > b.month) and b.month > 2
end

local function judge(m, report)
  local n, unit = calendar.number(m.n), units[m.unit:lower()]
  local a, b = calendar.range(m.a, m.b)
  local span, exact = distance(a, b)
  if not (n and n > 0 and span) or span < 0 or PARTIAL:find(m.name) or LOOSE:find(m:place("length"):before(14)) then return end
  local inclusive, between = fits(n, unit, span, exact)
  if inclusive == nil then return end
  if not (inclusive or between) and over_february(a, b, exact) then inclusive, between = fits(n, unit, span + 1, exact) end
  if m.name == "半" then inclusive, between = fits(n + 1, unit, span, exact), false end -- one of the days is half a day
  local related = { m:place("a"), m:place("b") }
  if between and not inclusive and exact == "year" then
    local other = counted(m, span)
    local summed = span <= SUMMED and ADDED:find(m:place("length"):after(4))
    if not (other or summed or STRICT:find(m.to) or PLAN:find(m.name)) then return end
    related[3] = other
  elseif inclusive or between then
    report.agrees { at = m:place("length"), related = related, how = m.a .. " – " .. m.b }
    return
  end
  local zh = m.doc.lang ~= "en"
  report {
    at = m:place("length"), related = related, message = "base",
    expected = count_text(span, exact, zh), severity = between and "warning" or "error",
    values = { first = m.a, last = m.b, count = count_text(span, exact, zh) },
  }
end

local quarters = {
  ["一季度"] = { 1, 3 }, ["二季度"] = { 4, 6 }, ["三季度"] = { 7, 9 }, ["四季度"] = { 10, 12 }, ["上半年"] = { 1, 6 },
  ["下半年"] = { 7, 12 }, ["前三季度"] = { 1, 9 },
}

-- The ends that the name of a period has: 十四五 2021 to 2025, 上半年 1 to 6.
local function named_ends(m)
  if m.part ~= "" then return quarters[m.part] end
  local number = calendar.number(m.plan)
  if number and number >= 6 and number <= 20 then return { 1951 + number * 5, 1955 + number * 5 } end
end

local function judge_name(m, report)
  local ends = named_ends(m)
  local first, last = tonumber(m.first), tonumber(m.last)
  if not ends then return end
  local related = { m:place("first"), m:place("last") }
  if first == ends[1] and last == ends[2] then
    report.agrees { at = m:place("named"), related = related, how = m.named .. " = " .. first .. "-" .. last }
    return
  end
  local wrong = first ~= ends[1] and 1 or 2
  report {
    at = related[wrong], related = { m:place("named"), related[3 - wrong] }, message = "named",
    expected = tostring(ends[wrong]), values = { name = m.named, first = ends[1], last = ends[2] },
  }
end

return {
  api = 1,
  id = "duration-mismatch",
  severity = "error",
  languages = { "zh", "en" },
  on = {
    pattern = {
      NUMBER_ZH .. [[(?<name>(?:期|间|来|时间)?["”]?[^,。;:()0-9]{0,12}["”]?)\s?\(]] .. RANGE_ZH .. [[\s?(?:\)|,)]],
      LASTS .. NUMBER_ZH .. [[(?<name>)[,(]?(?:自|从)?]] .. RANGE_ZH,
      [[(?<![0-9.])]] .. RANGE_ZH .. [[[,()]{0,2}\s?(?<name>)]] .. LASTS .. NUMBER_ZH,
      LASTS .. NUMBER_ZH .. [[(?<name>),?(?:自|从)]] .. TOLD_ZH,
      [[(?<![0-9.])]] .. TOLD_ZH .. [[[,()的]{0,2}\s?(?<name>)]] .. LASTS .. NUMBER_ZH,
      [[(?<![0-9.])]] .. RANGE_ZH .. [[年?的?["“]?]] .. NUMBER_ZH .. [[(?<name>规划|行动|计划|期间?|间|时间|里|来)]],
      [[(?<![0-9.])]] .. RANGE_ZH .. [[年,]] .. NUMBER_ZH .. [[(?<name>间)]],
      [[(?<![0-9.])]] .. RANGE_ZH .. [[[)]?(?<name>(?:[一-龥]{0,4}(?:假期|长假|展期|会期))?)[,(]?]] .. NUMBER_ZH .. [[(?=[,。;)])]],
      [[(?<![0-9.])]] .. RANGE_ZH .. [[年?,?的?]] .. NUMBER_ZH .. [[(?<name>)(?=的|[,。;]|中|总|累计)]],
      [[(?<![0-9.])]] .. RANGE_ZH .. [[年?,]] .. SOME .. [[{0,10}连续]] .. NUMBER_ZH .. [[(?<name>)]],
      SINCE_ZH .. [[的?(?:这)?,?]] .. NUMBER_ZH .. [[(?<name>间|来|里|时间)]],
      SESSION_ZH .. NUMBER_ZH .. [[(?<name>半?)(?=[,。;的])]],
      HELD_ZH .. NUMBER_ZH .. [[(?<name>)(?=[,。;的])]],
      THEN_ZH .. LASTS .. [[了?]] .. NUMBER_ZH .. [[(?<name>)]],
      YEAR_A .. [[[^。;()\d]{1,30}?]] .. NUMBER_ZH .. [[(?<name>)(?:之?后)(?<to>)的]] .. YEAR_B,
      FIRST_ZH .. RANGE_ZH,
      TWICE,
      NUMBER_EN .. [[(?<name>]] .. NOUN .. [[|(?<=s)),?\s?(?:[(]|\b(?:from|between|running from|spanning)\s)]] .. RANGE_EN,
      NUMBER_EN .. [[(?<name>]] .. NOUN .. [[)\s(?:of\s)?]] .. RANGE_EN,
      RANGE_EN .. [[[),]{0,2}\s(?:[(]|a\s(?:period|total)\sof\s|(?:a|an|the)\s)]] .. NUMBER_EN .. [[(?<name>[)]|\speriod|\splan|\sspan)]],
      [[(?<named>["“]?(?<plan>[一二三四五六七八九十]{1,3})五["”]?(?:时期|规划|期间)?)\s?[(]\s?(?:即)?(?<first>]] .. Y .. [[)年?\s?(?:[-–—]{1,2}|至)\s?(?<last>]] .. Y .. [[)年?(?<part>)]],
      [[(?<plan>)(?<named>(?<part>前三季度|[一二三四]季度|[上下]半年))\s?[(]\s?(?:即)?(?<first>\d{1,2})月?\s?(?:[-–—]{1,2}|至)\s?(?<last>\d{1,2})月]],
    },
  },
  summary = {
    zh = "所写时长与同处起止时间不符（8年（1999—2007年）、“十四五”（2020—2025年））",
    en = "a stated length does not fit the two ends printed with it (13-week period, August 31–October 29)",
  },
  explain = {
    zh = [[时长与起止时间写在一处时重新计算；首尾都算与不算均可。只有文中用含首尾的算法（through、三年行动计划、
别处写明），不含首尾的才报，为警告。“近三年”“约5年”“阶段”“平均”等不核对；五年规划和季度、半年按名称核对。]],
    en = [[Where a length stands with its two ends it is counted again, with both ends and between them; both
are right unless the text counts inclusively (through, the name of a plan, the length elsewhere), then
counting between is a warning. About, nearly, aged and the like are not judged.]],
  },
  messages = {
    base = {
      zh = "“{at}”与{first}至{last}不符，后者为{count}",
      en = "{at} does not fit {first} to {last}, which is {count}",
    },
    twice = { zh = "此处说{at}，同句又说{other}年", en = "{at} here, {other} years in the same sentence" },
    named = {
      zh = "{name}是{first}至{last}",
      en = "{name} is {first} to {last}",
    },
  },
  examples = {
    bad = {
      { [[规划实施历时三年(2018—2022年),完成投资5亿元。]], at = "三年" },
      { [[启动第3个“三年行动”(2031—2035年),扩展至乡镇。]], at = "三年" },
      { [[2018年至2022年,历时三年,工程竣工。]], at = "三年" },
      { [[全市1950年到2002年35年的总和也不过如此。]], at = "35年" },
      { [[1991年至2000年的8年,是我市发展最快的时期。]], at = "8年" },
      { [[2019年到2023年,全市连续7年保持增长。]], at = "7年" },
      { [[自1985年设立自然保护区起,至2015年的20年间,种群不断扩大。]], at = "20年" },
      { [[该项目2008年开工,2015年竣工,历时9年。]], at = "9年" },
      { [[2001年,学校迁至新址,12年后的2021年,在校生突破万人。]], at = "12年" },
      { [["十四五"前五年(2021—2024年),生产总值年均增长5.6%。]], at = "五年" },
      { [[过去六年,是极不平凡的五年。]], at = "六年" },
      { [[2018年至2022年四年累计减税12亿元。]], at = "四年" },
      { [[展览为期20天(6月1日至6月30日)。]], at = "20天" },
      { [[专项行动从2023年3月开始,到2023年8月结束,历时8个月。]], at = "8个月" },
      { [[发掘工作历时5年,自2020年7月启动,至2023年7月完成。]], at = "5年" },
      { [[大会于3月5日上午开幕,13日上午闭幕,会期9天半。]], at = "9天" },
      { [[动漫节从5月29日起至6月2日在杭州举行,以国漫为主题,为期8天,吸引游客。]], at = "8天" },
      { [[合同期限自2022年1月1日起至2024年12月31日止,共两年。]], at = "两年" },
      { [[2018年至2022年六年间,全市累计完成投资3260亿元。]], at = "六年" },
      { [[春节假期(2月10日至27日)8天,接待游客412万人次。]], at = "8天" },
      { [["十四五"时期(2020—2025年)累计增长30%。]], at = "2020" },
      { [[上半年(1-5月),全市进出口增长3.2%。]], at = "5" },
      { [[We describe homicides throughout an 8-year period (1999--2007). The 9-year period is long.]], at = "8-year" },
      { [[During the 13-week study period (August 31–October 29), cases rose.]], at = "13-week" },
      { [[Awards are earned over a three-year period from fiscal year 2023 through fiscal year 2026.]], at = "three-year" },
      { [[The scheme runs for two years, from 1 July 2015 to 30 June 2018.]], at = "two years" },
    },
    good = {
      [[今年春运从1月26日至3月5日,共40天。]],
      [[2014-18年,公司营收从11亿元增至27亿元。预计2020-24年市场规模可达到108亿元。]],
      [[规划实施历时三年(2019—2022年),完成投资5亿元。]],
      [[专项行动从2023年3月开始,到2023年8月结束,历时6个月;另一项从2021年5月至2024年4月,共36个月。]],
      [[2018年至2022年五年间完成投资;1978年至2023年的45年间人口翻番;国庆假期(10月1日至7日)7天。]],
      [[自2022年1月1日起至2024年12月31日止,共实施三年;2019年1月至6月,三年期贷款增加。]],
      [[1950年到2002年53年的总和;1991年至2000年的10年,是发展最快的时期;2019年到2023年,全市连续5年增长。]],
      [[自1985年设立自然保护区起,至2015年的30年间;该项目2008年开工,2015年竣工,历时8年。]],
      [[2001年,学校迁至新址,20年后的2021年,在校生突破万人。"十四五"前四年(2021—2024年)增长5.6%。]],
      [[过去五年,是极不平凡的五年。2018年至2022年五年累计减税12亿元。十年来,我们走过了前五年的路。]],
      [[大会于3月5日上午开幕,13日上午闭幕,会期8天半。展会于3月5日开幕,9日闭幕,会期5天。]],
      [[动漫节从5月29日起至6月2日在杭州举行,以国漫为主题,为期5天,吸引游客。]],
      [[第2个“三年行动”(2028—2030年)实现全覆盖。]],
      [[展览为期30天(6月1日至6月30日),近三年(2019—2023年)最多。]],
      [["十四五"时期(2021—2025年)累计增长30%。]],
      [[五年规划第一阶段(2021—2022年)完成。]],
      [[上半年(1-6月),全市进出口增长3.2%。]],
      [[Homicides throughout a 9-year period (1999--2007) and over five years from 2015 to 2020.]],
      [[During the 13-week study period (August 31–November 29), cases rose.]],
      [[Data were aggregated over the 166 weeks from January 5, 2014, through March 11, 2017.]],
      [[Awards are earned over a three-year period from fiscal year 2023 through fiscal year 2025.]],
      [[Children aged 12–17 years from 2010–2011, adults 15 to 59 years from 1970 to 2010, tests in the preceding 12 months (2006–2010).]],
      [[Persons aged 18 years (2010–2015) and 5-year survival (2001–2014).]],
      [[Funding grew over the past 10 years (from 54% in 2002 to 65% in 2010).]],
    },
  },
  check = function(m, report)
    if m.named ~= "" then return judge_name(m, report) end
    if m.a == "" then return judge_twice(m, report) end
    if m.b == "" then return end -- 2014-18年: the end is no length
    judge(m, report)
  end,
}
