-- Both ends of a range carry their year, or are days of one month; what may
-- cross into the next year (December 25 to January 5) is left alone.
local calendar = lib "calendar"
local MONTH = calendar.MONTH
local Y = [[(?:19|20)[0-9]{2}]]
local N = [[[0-9]{1,2}]]
local DASH = [[(?:\s?(?:-{1,2}|–|—{1,2}|―|−|~|至|到)\s?)]]
local OF = [[(?:the\s)?(?:(?:end|beginning|start|first|second|third|fourth)\s(?:(?:quarter|half)\s)?of\s)?]]
local YEARLY = OF .. [[(?:(?:fiscal|calendar)\s(?:years?\s)?|FY\s?|years?\s)?]]
local NONE = [[(?<ma>)(?<mb>)(?<da>)(?<db>)]]
local NO_YEAR = [[(?<ya>)(?<yb>)]]
local PAYS = re.new([[\b(?:interest|payable|paid|payments?|installments?|dividends?|vest\w*|matur\w+|due|expir\w+)\b]], "i")
local BEGUN = re.new([[\b(?:issued|sold|priced|granted|signed|executed|entered into|completed|closed|launched)\b]])
local AMENDED = re.new([[\bamend|发行于|修订|延期]])
local LEADS = re.new([[\b(?:in|during|since|by) $]])
local YEARS = re.new([[year|fiscal|FY|quarter|half|(?:end|beginning|start) of]], "i")
local ON_TO = re.new([[\s(?:through|though|until|till)\s]])
local PAGES = re.new([[[0-9](?:\([0-9-]+\))?:\s?$|\bpp?\.\s?$]])
local SIGN = re.new([[[=+*×]\s?$]])

-- March 3, 2020 and March 2020; 3 March 2020.
local function mdy(letter)
  return [[(?<x]] .. letter .. [[>]] .. MONTH .. [[)(?:\s(?<d]] .. letter .. [[>\d{1,2}))?,?\s(?<y]] .. letter .. [[>]] .. Y .. [[)]]
end
local function dmy(letter)
  return [[(?<d]] .. letter .. [[>\d{1,2})\s(?<x]] .. letter .. [[>]] .. MONTH .. [[),?\s(?<y]] .. letter .. [[>]] .. Y .. [[)]]
end

-- 2015, May 2015
local function stated(letter)
  return [[(?<]] .. letter .. [[>(?:(?<x]] .. letter .. [[>]] .. MONTH .. [[)\s)?(?<y]] .. letter .. [[>]] .. Y .. [[))]]
end
local NO_DAY = [[(?<plain>)(?<ma>)(?<mb>)(?<da>)(?<db>)]]
-- grew from 4,100 in 2015 to 5,300 in 2018; what ranges has no order.
local AMOUNT = [[(?:[a-z]+\s){0,4}[^,;.()\w\s]{0,3}[0-9][0-9.,]*(?:[^,;.()0-9]|\.(?=[0-9])){0,40}?]]
local MOVED = [[(?<word>)(?<!ranging )(?<!ranged )(?<!ranges )(?<!range )(?<!varying )(?<!varied )(?<!varies )(?<!vary )\bfrom\s]] .. AMOUNT
local IN = [[\s(?:in|during)\s]]
local SCHOOL = [[(?<plain>)(?<ma>)(?<mb>)(?<da>)(?<xa>)(?<xb>)(?<b>)(?<yb>)]]
local YEAR_OF = [[(?i:(?:school|academic|financial|fiscal|tax|crop|marketing|program|water)\syear|(?:(?:influenza|flu|respiratory|virus|crushing|growing|fire|shipping|ski|winter|heating|opera|theatre)\s){0,2}season)]]
-- What is done at all times between two; what differs between them has no order.
local LASTED = re.new([[\b(?:carried out|conducted|held|born|enrolled|recruited|collected|recorded|occurred|built|opened|every year|each year|annually|period|years|average[ds]?)\b[^.;]{0,60}$]], "i")
local DIFFERS = re.new([[\b(?:differ\w*|compar\w*|contrast\w*|gap|spread|relation\w*|chang\w*|varia\w*|versus|link|split|divided|distribut\w*|share[ds]?|allocat\w*|movements?|overlap\w*|equal\w*|similar\w*|same|stable)\b]], "i")

local function zh_date(letter)
  return [[(?<y]] .. letter .. [[>]] .. Y .. [[)\s?年\s?(?:(?<m]] .. letter .. [[>]] .. N .. [[)\s?月\s?(?:(?<d]] .. letter
    .. [[>]] .. N .. [[)\s?[日号])?)?]]
end

-- enrolled between August 1, 2014 and October 19, 2014, with follow-up through
-- October 12, 2013: what is followed up has begun.
local FOLLOWED = [[(?<a>)(?<word>\bfollow(?:ed)?(?:[- ]?up)?\b)[^.;0-9]{0,40}?\b(?:through|until|till|to|on|in)\s(?=[A-Z0-9])]]
local ENTRY = re.new([[\b(?:enrol|recruit|random|includ|admit|diagnos|treat|began|start|underwent|registered|operated)]], "i")
local ADVANCED = re.new([[\b(?:advanced|accelerated|moved up|(?:bring|pull|mov|carry)(?:ing|s|es)? (?:forward|back)|(?:brought|pulled|moved|carried|shifted) (?:forward|back))\s(?:[^.;:,]{0,40} )?$]])
local function judge_followed(m, report)
  local first, last
  for _, claim in ipairs(m.sentence.claims) do
    local dated = (claim.kind == "date" or claim.kind == "period") and claim.first ~= ""
    if dated and claim:before(#m[0]) == m[0] then last = last or claim end
    if dated and not last then first = first or claim end
  end
  if not (first and last and ENTRY:find(m.sentence.text)) then return end
  local values = { first = first.text, last = last.text }
  if last.last < first.first then
    report { at = last, related = first, message = "followed", severity = "warning", values = values }
  else
    report.agrees { at = last, related = first, how = first.text .. " ≤ " .. last.text }
  end
end

-- A date as one number that can be compared with one as exact; 0 for what is not given.
local function key(m, letter, exact)
  local y = calendar.number(m["y" .. letter]) or 0
  local month = calendar.number(m["m" .. letter]) or calendar.month(m["x" .. letter]) or 0
  local day = calendar.number(m["d" .. letter]) or 0
  if exact == 1 then return y end
  return exact == 2 and y * 100 + month or (y * 100 + month) * 100 + day
end

local function has(text) return text ~= nil and text ~= "" end
local function months(m, letter) return has(m["m" .. letter]) or has(m["x" .. letter]) end
local function exactness(m)
  if has(m.da) and has(m.db) then return 3 end
  return months(m, "a") and months(m, "b") and 2 or 1
end

-- 2025 - 2024 - 2023: years one after another, in a menu; % Change 2024-2023.
local CHAIN = re.new([[(?:19|20)\d\d\s?[-–—]\s?$|(?i)change\s$]])
local CHAIN_ON = re.new([[^\s?[-–—]\s?(?:19|20)\d\d]])

-- Do digits without 年 stand for years? Not in sums, codes and cells.
local function is_range(m)
  if has(m.plain) then
    local before = m:place("a"):before(14)
    if CHAIN:find(before) or CHAIN_ON:find(m:place("b"):after(10)) then return false end
    return not m.sentence.cell and not SIGN:find(before) and not PAGES:find(before)
  end
  return true
end

-- Is the number a year elsewhere? "fell from 2017 to 1986" may count things.
local function known_year(m, year)
  for _, claim in ipairs(m.doc.claims) do
    local dated = (claim.kind == "period" or claim.kind == "date")
      and (claim.first:sub(1, 4) == year or claim.last:sub(1, 4) == year)
    if dated and (claim.sentence ~= m.sentence or LEADS:find(claim:before(8))) then return true end
  end
  return false
end

-- The day on which what is paid was issued: "On August 28, 2018, … issued",
-- in the sentence or an earlier one of its paragraph.
local function issue_day(sentence)
  local doc, block = sentence.doc, sentence.block
  for i = sentence.index, math.max(1, sentence.index - 6), -1 do
    local s = doc.sentences[i]
    if s.block ~= block then return nil end
    if BEGUN:find(s.text) and not AMENDED:find(s.text) then
      for _, claim in ipairs(s.claims) do
        if claim.kind == "date" and claim:before(3):lower() == "on " and calendar.split(claim.first) then
          return claim
        end
      end
    end
  end
end

local function judge_issue(m, report)
  local sentence = m.sentence
  if not PAYS:find(sentence.text) then return end
  local issued = issue_day(sentence)
  local y, month, day = calendar.number(m.yb), calendar.month(m.xb), calendar.number(m.db)
  if not (issued and day) then return end
  local iy, im, id = calendar.split(issued.first)
  local values = { first = issued.text, last = m.b, word = m.word }
  if calendar.day_number(y, month, day) < calendar.day_number(iy, im, id) then
    report { at = m:place("yb"), related = issued, message = "start", severity = "warning", values = values }
  else
    report.agrees { at = m:place("b"), related = issued, how = issued.text .. " ≤ " .. m.b }
  end
end

-- the 2012/14 school year
local function judge_split(m, report)
  local first, last = tonumber(m.ya), tonumber(m.db)
  local at = m:place("db")
  if (first + 1) % 100 == last then
    report.agrees { at = at, how = m.ya .. " + 1" }
  elseif last <= 12 and first % 100 ~= last and first % 100 < 12 then
    return -- 2009-12: a month
  else
    report { at = at, related = m:place("a"), message = "split", severity = "warning", expected = ("%02d"):format((first + 1) % 100), values = { first = m.ya } }
  end
end

-- Is it sure that what lies between the two has an order?
local function is_stretch(m)
  local before = m:place("a"):before(90):match("[^.;]*$")
  return not DIFFERS:find(before) and (months(m, "a") and months(m, "b") or LASTED:find(before) ~= nil)
end

return {
  api = 1,
  id = "period-order",
  severity = "error",
  on = {
    pattern = {
      [[(?<word>)(?<xa>)(?<xb>)]] .. NONE .. [[(?<plain>(?<![0-9A-Z./=-])(?<a>(?<ya>]] .. Y .. [[))]] .. DASH .. [[(?<b>(?<yb>]] .. Y
        .. [[))(?![0-9%=]|[./-][0-9]|\s?[年=]))]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)]] .. NONE .. [[(?<![0-9A-Z./-])(?<a>(?<ya>]] .. Y .. [[))]] .. DASH .. [[(?<b>(?<yb>]] .. Y
        .. [[))\s?年]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)(?<![0-9])(?<a>]] .. zh_date("a") .. [[)(?:起|初|末|底)?]] .. DASH
        .. [[(?<b>]] .. zh_date("b") .. [[)]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)(?<da>)(?<db>)]] .. NO_YEAR .. [[(?:今年|去年|(?:19|20)\d\d年)(?:以来)?(?<a>(?<ma>[2-9]))\s?月?]] .. DASH
        .. [[(?<b>(?<mb>[1-8])\s?月)(?!\d)]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)(?:自|从)(?<a>]] .. zh_date("a") .. [[)起[^。;]{0,16}有效期[至到]?\s?(?<b>]] .. zh_date("b") .. [[)]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)]] .. NO_YEAR .. [[(?<![0-9.])(?<ma>]] .. N .. [[)\s?月\s?(?<a>(?<da>]] .. N .. [[))\s?[日号]?]] .. DASH
        .. [[(?<b>(?<mb>)(?<db>]] .. N .. [[)\s?[日号])(?!.{0,3}次月)]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)]] .. NONE .. [[(?:由|从)(?<a>(?<ya>]] .. Y .. [[)年)[^,;。0-9]{0,12}[0-9.]+[^,;。0-9]{1,12}?(?:到|至|为)(?<b>(?<yb>]] .. Y
        .. [[)年)的?[^,;。0-9]{0,6}\d]],
      [[(?<word>)(?<plain>)(?<ma>)(?<mb>)(?<![0-9A-Za-z])(?<a>]] .. mdy("a") .. [[),?\s?(?:[–—-]{1,2}|to|through|until|till)\s?(?<b>]] .. mdy("b") .. [[)]],
      [[(?<word>)(?<plain>)(?<ma>)(?<mb>)(?<![0-9A-Za-z])(?<a>]] .. dmy("a") .. [[),?\s?(?:[–—-]{1,2}|to|through|until|till)\s?(?<b>]] .. dmy("b") .. [[)]],
      [[(?<word>)(?<plain>)(?<xa>)(?<xb>)]] .. NO_YEAR .. [[(?<![0-9A-Za-z])(?<ma>]] .. MONTH .. [[)(?<mb>)\s(?<a>(?<da>[0-9]{1,2}))\s?[–—-]{1,2}\s?(?:\k<ma>\s)?(?<b>(?<db>[0-9]{1,2}))(?=,\s]] .. Y .. [[)]],
      [[(?<word>(?i:from)\s)(?<plain>)(?<xa>)(?<xb>)]] .. NONE .. YEARLY .. [[(?<a>(?<ya>]] .. Y .. [[))\s(?:to|through|though|until|till)\s]] .. YEARLY
        .. [[(?<b>(?<yb>]] .. Y .. [[))(?![0-9,.][0-9]|%)]],
      NO_DAY .. MOVED .. IN .. stated("a") .. [[,?\sto\s]] .. AMOUNT .. IN .. stated("b") .. [[(?![0-9/–-])]],
      NO_DAY .. [[(?<word>\b[Bb]etween\s)]] .. stated("a") .. [[\sand\s(?:in\s)?]] .. stated("b") .. [[(?![0-9/–-]|,[0-9]|%)]],
      -- the 2012/13 school year, financial year 2012–13
      SCHOOL .. [[(?<word>)(?<![0-9/–-])(?<a>(?<ya>]] .. Y .. [[))(?:[/–-]|--)(?<db>\d\d)(?=\s]] .. YEAR_OF .. [[)]],
      SCHOOL .. YEAR_OF .. [[s?\s(?<word>)(?<a>(?<ya>]] .. Y .. [[))[/–-](?<db>\d\d)(?![0-9/–-])]],
      [[(?<word>\b(?:compared (?:to|with)|versus|vs\.?|than (?:in|during)|those (?:of|in)|average (?:of|for|in))\s)(?<plain>)(?<xa>)(?<xb>)]] .. NONE
        .. [[(?:the years )?(?<a>(?<ya>]] .. Y .. [[))\s(?:to|through|until)\s(?<b>(?<yb>]] .. Y .. [[))(?![0-9,.][0-9]|%)]],
      FOLLOWED,
      -- no change during 2002–2010, then a rise during 2011–2015
      NONE .. [[(?<plain>)(?<xa>)(?<xb>)(?:during|from|in|between) ]] .. Y .. [[(?:\s?[–-]{1,2}\s?| to | through | and )(?<a>(?<ya>]] .. Y
        .. [[))(?![–-])[^.;:\d]{0,60}(?<word>\bthen )[^.;:\d]{0,60}?(?:during|from|in|between) (?<b>(?<yb>]] .. Y .. [[))(?:\s?[–-]{1,2}\s?| to | through | and )]] .. Y,
      [[(?<word>beginning|commencing|starting|maturing|matures|mature|due|expiring|expires)(?<plain>)(?<ma>)(?<mb>)(?<a>)(?<ya>)(?<xa>)(?<da>)\s(?:on\s)?(?<b>(?<xb>]]
        .. MONTH .. [[)\s(?<db>[0-9]{1,2}),?\s(?<yb>]] .. Y .. [[))]],
    },
  },
  summary = {
    zh = "起止时间倒置（2031—2023年、6月15日至10日）",
    en = "a period that ends before it begins (2031–2023, from 2017 to 2016)",
  },
  explain = {
    zh = [[起止两端都写明年份（或为同月的两天）而后一端更早，必有一端有误，或两端写反。
跨年的“12月25日至1月5日”、“11月至次年3月”不报。首次付息、到期等日期早于发行日的为警告。]],
    en = [[Where both ends carry their year, or are days of one month, the second must not be earlier.
What may run into the next year (December 25 to January 5) is left alone, as are ranges and differences (prices
ranged from 4.1 in 2015 to 2.2 in 2010). A school or financial year is of two years that follow one another
(2012/13). A first payment or a maturity
before the day of issue is a warning, as is a pair that may count things and not years.]],
  },
  messages = {
    next = {
      zh = "“then”之后的时段自 {last} 起，早于前一时段的末年 {first}",
      en = "what comes then begins in {last}, before the period told first ends ({first})",
    },
    followed = {
      zh = "随访至 {last}，早于入组时间 {first}",
      en = "followed up to {last}, before {first}, when it began",
    },
    split = {
      zh = "一个学年（财年）跨相邻两年：{first}/{expected}",
      en = "a year that runs over two calendar years is {first}/{expected}",
    },
    base = { zh = "时段倒置：{first} 在 {last} 之后", en = "the period runs backwards: {first} is later than {last}" },
    start = {
      zh = "“{word} {last}”早于起始日 {first}",
      en = "“{word} {last}” is earlier than {first}, when it was issued",
    },
  },
  examples = {
    bad = {
      { [[今年6—1月,城镇新增就业4.6万人。]], at = "1月" },
      { [[第3个“三年行动”(2031—2023年),扩展至乡镇。]], at = "2023" },
      { [[图1:2021-2015年全县地区生产总值及增长速度]], at = "2015" },
      { [[项目自2023年6月起至2022年12月实施。]], at = "2022年12月" },
      { [[活动于6月15日至10日举行。]], at = "10日" },
      { [[占比由2021年的12.5%提高到2019年的14.1%。]], at = "2019年" },
      { [[本办法自2023年6月1日起施行,有效期至2022年5月31日。]], at = "2022年5月31日" },
      { [[Rates fell in 2016. From 2017 to 2016, rates declined in 2017 in both groups.]], at = "2016", nth = 2 },
      { [[Awards are earned from fiscal year 2025 through fiscal year 2023.]], at = "2023" },
      { [[The study ran from August 31, 2021 to March 3, 2020, in one county.]], at = "March 3, 2020" },
      { [[Incidence did not change during 2002–2015, then steeply increased during 2011–2015.]], at = "2015", severity = "warning" },
      { [[Dry spells were more common from 1981 to 2011 compared to 1951 to 1908.]], at = "1908" },
      { [[Patients were enrolled between August 1, 2014 and October 19, 2014, with follow-up through October 12, 2013.]],
        at = "October 12, 2013", severity = "warning" },
      { [[Women were recruited from March 2010 to June 2011 and were followed until December 2009.]], at = "December 2009",
        severity = "warning" },
      { [[The share grew from 62% in 2014 to 64% in 2012.]], at = "2012" },
      { [[Enrolment grew from 4,100 in 2015 to a record of 5,300 pupils in 2012, a rise of 29 per cent.]], at = "2012" },
      { [[Exports fell from $3.2 billion in May 2019 to $2.9 billion in May 2018.]], at = "May 2018" },
      { [[Rates were stable from 2011 through 2004 and fell afterwards.]], at = "2004" },
      { [[Between October 2017 and March 2017, 120 inspections were carried out.]], at = "March 2017", severity = "warning" },
      { [[The number of farms fell every year between 2013 and 2008.]], at = "2008", severity = "warning" },
      { [[The 2012/14 school year began with 4,200 pupils.]], at = "14", severity = "warning" },
      { [[Coverage in the 2017--08 influenza season was low.]], at = "08", severity = "warning" },
      {
        [[On August 28, 2018, we issued notes. Interest is payable on March 15 of each year, beginning March 15, 2018.]],
        at = "2018", nth = 2, severity = "warning",
      },
    },
    good = {
      [[The planned tax brought some purchases; it is bringing forward part of the consumption from 2007 to 2006.]],
      [[公报列表 - 2025 - 2024 - 2023 - 2022。Connectivity was advanced from 2022 to 2019.]],
      "| (dollars in millions) | 2024 | 2023 | % Change 2024-2023 |\n|---|---|---|---|\n| Revenue | 120 | 110 | 9% |",
      [[第3个“三年行动”(2031—2033年),扩展至乡镇。]],
      [[今年1—6月就业稳定,2023年11—3月为取暖期。]],
      [[取暖期为2023年11月至次年3月,春节为12月25日至1月5日。]],
      [[活动于6月15日至20日举行。]],
      [[占比由2019年的12.5%回落到2015年的水平。]],
      [[From 2016 to 2017, rates declined in both groups.]],
      [[Incidence did not change during 2002–2010, then steeply increased from 2011 to 2015; it fell from 2006 to 2012 and then rose from 2012 to 2017.]],
      [[Stocks were 2020-1990=30.]],
      [[Dry spells were more common from 1981 to 2011 compared to 1951 to 1980, in 450 of 2019 to 1500 places.]],
      [[Patients were enrolled between August 1, 2014 and October 19, 2014, with follow-up through October 12, 2017.]],
      [[The law of 2015 was followed in 2013 style; follow-up in 2012 was incomplete.]],
      [[Patients fell from 2017 to 1986.]],
      [[Prices ranged from $4.10 in 2015 to $2.20 in 2010. Sales rose from $3.2 million in May 2018 to $3.9 million in May 2019.]],
      [[The difference between 2019 and 2018 was small. Revenue increased between 2019 and 2018 because of new stores. Changes between June 2019 and June 2018 were due to prices.]],
      [[Fires occurred each year between 2008 and 2013. A comparison of the annual averages between 2013 and 2008 follows.]],
      [[The 2012/13 school year began with 4,200 pupils, the 1999/00 school year with 3,900. Data for school years 2012–13 and 2009-10 were used.]],
      [[On August 28, 2018, we issued notes. Interest is payable on March 15 of each year, beginning March 15, 2019.]],
    },
  },
  check = function(m, report)
    if m.a == "" and m.word:find("^follow") then return judge_followed(m, report) end
    if m.b == "" and m.a ~= "" then return judge_split(m, report) end
    if m.a == "" then return judge_issue(m, report) end
    local between = m.word:lower() == "between "
    if not is_range(m) then return end
    local exact = exactness(m)
    local a, b = key(m, "a", exact), key(m, "b", exact)
    if has(m.ma) and not has(m.mb) and not has(m.ya) then a, b = calendar.number(m.da), calendar.number(m.db) end
    if a < b then
      report.agrees { at = m:place("b"), related = m:place("a"), how = m.a .. " < " .. m.b }
    elseif a > b and m.word == "then " then
      report {
        at = m:place("a"), related = m:place("b"), message = "next", severity = "warning",
        values = { first = m.a, last = m.b },
      }
    elseif a > b then
      local counts = m.word == "from " and not ON_TO:find(m.text) and not YEARS:find(m.text) and not m:place("word"):before(8):find("period ", 1, true) and not (known_year(m, m.ya) and known_year(m, m.yb))
      if counts or between and not is_stretch(m) or m.word == "from " and ADVANCED:find(m:place("word"):before(60)) then return end
      report {
        at = m:place("b"), related = m:place("a"), message = "base", values = { first = m.a, last = m.b }, severity = between and "warning" or nil,
      }
    end
  end,
}
