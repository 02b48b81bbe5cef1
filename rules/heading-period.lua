-- ### 一季度文化企业营业收入超3万亿元 / 三季度,全国文化企业实现……: a heading names a
-- quarter, months or a month, and the text right below it, which tells the same
-- thing, names others of the kind and never this one.
local briefs, calendar = lib "briefs", lib "calendar"

local BELOW, REACH = 3, 130 -- sentences and code points below the heading
local N = "(?:1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])"
-- Each with its kind; the ends of a kind compare.
local FORMS = {
  { kind = "quarter", re = re.new("(?<![前、和至到第])第?([一二三四])季度(?!末)") },
  { kind = "part", re = re.new("(上半年|下半年|前三季度|前两季度)") },
  { kind = "months", re = re.new("(?<![\\d—–~-])(?:前(" .. N .. ")个月|1月?(?:—|-|–|~|至|到)(1[0-2]|[2-9])月)") },
  { kind = "month", re = re.new("(?<![\\d—–~、和到前/.-])(?<!\\d至)(?<!月至)(1[0-2]|[1-9])月(?:份|末|底)?(?![\\d—–~、和至到-])(?!起)") },
}
-- A day is no month, nor is last year's one the heading's.
local OTHERS = re.new("(?:去年|上年|同期|明年|比|较|与|预计|估计|预测|展望|自|从|(?<!截)至|到|按|因)(?:今年)?$|(?:19|20)\\d\\d年[^,。;]{0,3}$|财[年季]第?$")
local AHEAD = re.new("^(?:[^,。;]{0,12}将|预计|预期|有望|以来|起|前|相比)")
local CHAR = 3 -- bytes of an ideograph
local LEAST, OF_MONTH = 2, 3 -- ideographs in a row that both have
local EMPTY = {}
for w in ("我国 全国 中国 今年 去年 同比 增长 下降 全省 全市 发布 数据 实现 超过 万亿 达到 我省 我市 季度 月份 公布 情况 以来 下的"):gmatch("%S+") do EMPTY[w] = true end

local function periods_of(text)
  local out = {}
  for _, form in ipairs(FORMS) do
    local from, to, a, b = form.re:find(text)
    while from do
      local value = (a and a ~= "" and a) or b
      out[#out + 1] = { kind = form.kind, from = from, to = to, text = text:sub(from, to), value = calendar.number(value) or value,
        other = OTHERS:find(text:sub(1, from - 1)) ~= nil or AHEAD:find(text:sub(to + 1)) ~= nil }
      from, to, a, b = form.re:find(text, to + 1)
    end
  end
  return out
end

-- Do both tell of one thing: have they so many ideographs in a row in common?
local function alike(a, b, least)
  for from = 1, #a - least * CHAR + 1 do
    local first = a:byte(from)
    if first >= 0xE3 and first < 0xEA then
      local word = a:sub(from, from + least * CHAR - 1)
      if not EMPTY[word] and not word:find("[%z\1-\127]") and b:find(word, 1, true) then return true end
    end
  end
  return false
end

-- The only one of its kind in the heading; nil where the heading has two kinds or two of one.
local function only_of(list)
  return #list == 1 and not list[1].other and list[1] or nil
end

-- ### 去年前5个月水利建设完成投资增长 / 今年前5个月,完成水利建设投资……: one part of two years.
local OF_YEAR = re.new("([今去前]年)(?:我国|全国)?(前[三两]季度|上半年|下半年|第?[一二三四]季度|前" .. N .. "个月|1月?(?:—|-|–|~|至|到)(?:1[0-2]|[2-9])月|(?:1[0-2]|[1-9])月)")
local function years_of(text)
  local out = {}
  local from, to, year, part = OF_YEAR:find(text)
  while from do
    if not OTHERS:find(text:sub(1, from - 1)) then out[#out + 1] = { year = year, part = part:gsub("^第", ""), from = from, text = year .. part } end
    from, to, year, part = OF_YEAR:find(text, to + 1)
  end
  return out
end

local function judge_years(sentence, heading, report, in_brief)
  local list = years_of(sentence.text)
  local head, found, told = #list == 1 and list[1], nil, nil
  if not head then return end
  for i = sentence.index + 1, sentence.index + BELOW do
    local s = sentence.doc.sentences[i]
    if not s or s.cell or briefs.ends(s, heading, in_brief) then break end
    for _, p in ipairs(years_of(s.text)) do
      if p.part == head.part and p.year == head.year then return end
      if p.part == head.part and not found then found, told = s:place(p.from, p.from + #p.text - 1), s.text end
    end
  end
  if found and alike(sentence.text, told, LEAST) then
    report { at = found, related = sentence:place(head.from, head.from + #head.text - 1), expected = head.text, values = { head = head.text } }
  end
end

local function judge(heading, report, in_brief)
  local body = heading.body or heading.place
  local sentence = body and body.sentence
  if not sentence or sentence.text:find("。", 1, true) and #sentence.text > 150 then return end
  judge_years(sentence, heading, report, in_brief)
  local head = only_of(periods_of(sentence.text))
  if not head then return end
  local found, told, left = nil, nil, REACH * CHAR
  for i = sentence.index + 1, sentence.index + BELOW do
    local s = sentence.doc.sentences[i]
    if not s or s.cell or left <= 0 or briefs.ends(s, heading, in_brief) then break end
    for _, p in ipairs(periods_of(s.text)) do
      if p.kind == head.kind and p.value == head.value then
        if not found then report.agrees { at = s:place(p.from, p.to), related = sentence:place(head.from, head.to), how = head.text } end
        return
      end
      if p.kind == head.kind and not p.other and not found and p.from < left then found, told = s:place(p.from, p.to), s.text end
      if p.kind ~= head.kind and p.kind ~= "month" and head.kind ~= "month" and not found then return end -- 前三季度 and 三季度末
    end
    left = left - #s.text
  end
  if not found or not alike(sentence.text, told, head.kind == "month" and OF_MONTH or LEAST) then return end
  report { at = found, related = sentence:place(head.from, head.to), expected = head.text, values = { head = head.text } }
end

return {
  api = 1,
  id = "heading-period",
  severity = "warning",
  languages = { "zh" },
  on = { block = { "heading", "title" }, set = true, pattern = { lib("opening").patterns[1], lib("opening").patterns[2] } },
  summary = {
    zh = "标题、句首的时期与正文、其余各句不一致（一季度、三季度；上半年的分析写“1—5月”）",
    en = "a heading or the opening of a sentence is of another period than the text around it",
  },
  explain = {
    zh = [[标题只写一个季度、月份或累计期，紧接的正文说同一件事而写的是同类的另一时期，且没有标题里的那个，两处必有一误。
新闻中约九百处这样的重复，无一不同。
标题写明上半年、前三季度、1—N月的，各句句首的时期应到同一个月，只有一句不同时报告（服务业、利润晚一个月公布，不核对）。
“某年，……比上年增长”开头的各句，只有一句是另一年的，也报告。]],
    en = [[A heading that names one quarter, month or span of months, above a text that tells the same thing of
another one of its kind and never of this one. Of 900 such headings in the news none differs by right.
Where the title names 上半年, 前三季度 or 1—N月 the sentences open with periods that end in the same month; one that does
not is reported (profits and services are told a month later and are left out). So is one year of three and more that open
sentences which compare it with the year before.]],
  },
  messages = {
    base = { zh = "标题为“{head}”，正文为“{stated}”", en = "the heading is of {head}, the text below it of {stated}" },
    years = { zh = "此处为{stated}年，其余{n}处句首为{year}年", en = "{stated} here, {n} other sentences open with {year}" },
    months = { zh = "此处为“{stated}”，标题和其余{n}处都到{month}月", en = "{stated} here; the title and {n} other places end in month {month}" },
  },
  examples = {
    bad = {
      { "### 去年前5个月水利建设完成投资增长32.1%\n\n记者从水利部了解到,今年前5个月,完成水利建设投资4106亿元。", at = "今年前5个月" },
      { "### 一季度文化企业实现营业收入超三万亿元\n\n国家统计局今天(4月29日)发布数据,三季度,全国文化企业实现营业收入31057亿元。", at = "三季度" },
      { "### 前五个月货物贸易进出口增长2.5%\n\n海关总署数据显示,前8个月,我国货物贸易进出口总值17.9万亿元,同比增长2.5%。", at = "前8个月" },
      { "### 9月末外汇储备规模为33387亿美元\n\n国家外汇管理局数据显示,截至8月末,我国外汇储备规模为33387亿美元。", at = "8月末" },
      { "### 上半年网上零售额增长8.5%\n\n商务部数据显示,下半年,网上零售额7.4万亿元,同比增长8.5%。", at = "下半年" },
      { "2023年上半年甲市经济运行情况\n\n1—5月,全市工业增加值增长5.1%。\n\n1—6月,固定资产投资增长4.2%。\n\n上半年,消费品零售总额增长7.3%。", at = "1—5月" },
      { "甲市统计公报\n\n2018年,全县生产总值比上年增长7.2%。\n\n2017年,全县粮食总产量比上年增长2.1%。\n\n2018年,工业增加值比上年增长8%。\n\n2018年,固定资产投资比上年增长9%。", at = "2017" },
    },
    good = {
      "### 今年前5个月水利建设完成投资增长32.1%\n\n今年前5个月,完成水利建设投资4106亿元,较去年前5个月多。",
      "### 一季度文化企业实现营业收入超三万亿元\n\n国家统计局今天(4月29日)发布数据,一季度,全国文化企业实现营业收入31057亿元。",
      "### 前三季度银行业保险业平稳增长\n\n三季度末,银行业金融机构资产总额409.8万亿元。",
      "### 9月末外汇储备规模为33387亿美元\n\n截至9月末,我国外汇储备规模为33387亿美元,较8月末上升0.5%。",
      "### 一季度工业生产平稳\n\n去年四季度工业生产加快。农业生产稳定,二季度将夏收。",
      "### 英国4月国内生产总值环比零增长\n\n统计局公布的数据显示,今年4月,英国国内生产总值环比零增长,低于3月增长0.4%的水平。",
      "### 上半年工业生产平稳\n\n预计下半年工业生产继续平稳。",
      "### 9月全国居民消费价格同比上涨\n\n国家统计局数据显示,与8月相比,居民消费价格上涨0.3%。",
      "### 上半年全国铁路发送旅客17.7亿人次\n\n下半年全国铁路将新增列车,客运能力提升。",
      "### 4月起试点印花税政策\n\n从5月1日起,新的印花税政策试点。",
      "2023年上半年甲市经济运行情况\n\n1—5月,规模以上服务业营业收入增长5.1%。\n\n1—6月,固定资产投资增长4.2%。\n\n上半年,消费品零售总额增长7.3%。",
      "甲市统计公报\n\n2018年,全县生产总值比上年增长7.2%。\n\n2017年上半年,粮食产量比上年增长2.1%。\n\n2018年,工业增加值比上年增长8%。\n\n2018年,固定资产投资比上年增长9%。",
      "2023年甲市经济运行情况\n\n1—5月,全市工业增加值增长5.1%。\n\n1—6月,固定资产投资增长4.2%。1—11月,零售总额增长7.3%。",
    },
  },
  check = function(block, report)
    if block.type == "match" then return lib("opening").note(block) end
    if block.type == "set" then return lib("opening").judge(block, report) end
    briefs.each(block, function(heading, in_brief) judge(heading, report, in_brief) end)
  end,
}
