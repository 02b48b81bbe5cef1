-- 一季度、二季度、四季度、四季度; 一季度完成12亿元,二季度完成15亿元,二季度完成18亿元: what is
-- told period by period names each once, and in order.

-- The members of each kind, and how a text of one is read.
local QUARTER, MONTH, YEAR, NTH = [[[一二三四]季度]], [[(?:1[0-2]|[1-9])月份?]], [[(?:19|20)\d\d年]], [[第[一二三四五六七八九][一-龥]{1,2}]]
local HALF = [[[上下]半年]]
local JOIN = [[(?:、|和|与|及|以及)]]
local NONE_SAID = [[(?<first>)(?<words>)(?<one>)(?<next>)(?<other>)]]
local function listed(member)
  return [[(?<![\d前第至到—–-])(?<list>]] .. member .. [[(?:]] .. JOIN .. member .. [[){2,})]] .. NONE_SAID
end
local FIGURE = [[(?:约|近|超)?\d[\d,.]*[%一-龥]{0,6}]]
-- 二季度完成投资15亿元,……二季度完成投资18亿元
local function told(member)
  return [[(?<list>)(?:^|[,;:。])(?<first>]] .. member .. [[)(?<words>[一-龥]{0,12}?)(?<one>]] .. FIGURE .. [[)(?:,(?:同比|环比|比[一-龥]{1,6})?(?:增长|下降|上升|提高|增加|减少)\d[\d.,]*[%一-龥]{0,6})?[,;](?<next>\k<first>)\k<words>(?<other>]] .. FIGURE .. [[)]]
end

local PARTS = re.new([[(]] .. QUARTER .. "|" .. MONTH .. "|" .. YEAR .. [[)]])
local FEWEST, SPAN = 3, 12

local QUARTERS = { ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4 }
local function number(text) return QUARTERS[text:sub(1, 3)] or tonumber(text:match("^%d+")) end

-- Where the list turns or stands still: the member, and the one before it.
local function fault(list)
  local up = list[2].n > list[1].n and 1 or list[#list].n > list[1].n and 1 or -1
  local at, faults
  for i = 2, #list do
    local step = (list[i].n - list[i - 1].n) * up
    if step <= 0 then at, faults = at or i, (faults or 0) + 1 end
  end
  return at, faults
end

local function judge_list(m, report)
  local list, from = {}, 1
  while true do
    local first, last = PARTS:find(m.list, from)
    if not first then break end
    list[#list + 1] = { n = number(m.list:sub(first, last)), from = first, to = last }
    from = last + 1
  end
  if #list < FEWEST or list[#list].n - list[1].n > SPAN then return end
  local at, faults = fault(list)
  local place = m:place("list")
  if not at then
    report.agrees { at = place, how = m.list }
  elseif faults == 1 and list[at].n == list[at - 1].n then
    report { at = place, values = { member = m.list:sub(list[at].from, list[at].to) } }
  end
end

-- One unit, two figures.
local DAY = re.new([[^\d+[日号月年]|^\d+个?月]]) -- 7月1日,7月15日
local UNIT = re.new("[%一-龥]+$")
local function judge_told(m, report)
  if m.one == m.other or m.words == "" and DAY:find(m.one) or UNIT:match(m.one) ~= UNIT:match(m.other) then return end
  report { at = m:place("next"), related = m:place("first"), values = { member = m.first } }
end

local SERIES = 8 -- patterns; those behind them are of two years

return {
  api = 1,
  id = "period-series",
  severity = "warning",
  on = {
    pattern = { listed(QUARTER), listed(MONTH), listed(YEAR), told(QUARTER), told(MONTH), told(HALF), told(YEAR), told(NTH .. "(?:产业|批次?|阶段)?"),
      lib("year_twice").patterns[1], lib("year_twice").patterns[2], lib("year_twice").patterns[3] },
  },
  summary = {
    zh = "逐期列举、起止或并列时同一时期出现两次（一季度、二季度、四季度、四季度，2019—2019年）",
    en = "a series, span or pair of periods names one twice (2012–2012, fiscal 2018 and 2018)",
  },
  explain = {
    zh = [[逐季、逐月、逐年列举，每期只说一次；“二季度完成15亿元，二季度完成18亿元”同一时期同一说法有两个数，其中一处时期有误。
“2019—2019年”“from 2019 to 2019”“fiscal 2018 and 2018”：两个年份相同，必有一个误写。表格中的不报。]],
    en = [[Quarters, months and years told one by one are told once each: 二季度完成15亿元,二季度完成18亿元 gives one period two
figures in the same words, so one of the two periods is wrong. Two years that are told as the ends of a span, or as a pair,
are two; cells of tables are left alone, as are names and addresses.]],
  },
  messages = {
    base = { zh = "“{member}”出现两次", en = "{member} stands twice" },
    years = { zh = "两个年份都是 {stated}", en = "both years are {stated}" },
  },
  examples = {
    bad = {
      { [[一季度、二季度、四季度、四季度增速分别为5.2%、5.0%、4.8%、5.1%。]], at = "一季度、二季度、四季度、四季度" },
      { [[10月、11月、11月零售额分别增长4.8%、3.0%和3.7%。]], at = "10月、11月、11月" },
      { [[一季度完成投资12亿元,二季度完成投资15亿元,二季度完成投资18亿元。]], at = "二季度", nth = 2 },
      { [[上半年实现收入3.2亿元,上半年实现收入3.5亿元。]], at = "上半年", nth = 2 },
      { [[第二产业增加值12亿元,增长3%;第二产业增加值45亿元,增长6%;第三产业增加值61亿元。]], at = "第二产业", nth = 2 },
      { [[1月份上涨2.1%,2月份上涨1.0%,2月份上涨0.7%,4月份上涨0.1%。]], at = "2月份", nth = 2 },
      { [[Starting in the 2012–2012 school year, lunches changed.]], at = "2012", nth = 2 },
      { [[Use did not change from 2019 to 2019.]], at = "2019", nth = 2 },
      { [[Realized losses during fiscal 2018 and 2018 were $4 million and $5 million.]], at = "2018", nth = 2 },
      { [[For the years ended April 30, 2019 and 2019, the allowance rose.]], at = "2019", nth = 2 },
      { [[2019—2019年,全市新增床位1200张。]], at = "2019", nth = 2 },
    },
    good = {
      [[一季度、二季度、三季度、四季度增速分别为5.2%、5.0%、4.8%、5.1%。10月、11月、12月零售额分别增长4.8%、3.0%和3.7%。]],
      [[11月、12月、1月用电量下降。2019年、2020年、2021年、2022年末存栏量增加。三季度、二季度、一季度逐季回落。]],
      [[一季度完成投资12亿元,二季度完成投资15亿元,三季度完成投资18亿元。二季度出口增长3%,二季度进口增长5%。7月1日,7月15日,2019年3月,2019年5月,各查一次。]],
      [[第二产业增加值45亿元,增长6%;第三产业增加值61亿元。上半年实现收入3.2亿元,下半年实现收入3.5亿元。]],
      [[Starting in the 2012–2013 school year, lunches changed. See 2012-2012-04 and /2018-2018/ for 2018 and 2019.]],
      [[2019—2020年,全市新增床位1200张。2019年至2019年底增加。]],
      [[The number of files was 2010 and 2010 people came.]],
    },
  },
  check = function(m, report)
    if m.pattern > SERIES then return lib("year_twice").check(m, report) end
    if m.doc.lang ~= "zh" then return end
    if m.list ~= "" then judge_list(m, report) else judge_told(m, report) end
  end,
}
