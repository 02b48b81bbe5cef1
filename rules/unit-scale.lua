-- A scale word that is wrong (亿元 for 万亿元, 万元 for 元) moves a figure by a
-- factor of a thousand and more. It is looked for where something says what
-- the order of magnitude must be.
local counted_whole, figures, mankind = lib "counted_whole", lib "figures", lib "mankind"
local rows = lexicon("zh/range")
local SLACK = 50 -- a figure this many times outside its range is no exception

local BASE = {
  ["元"] = 1, ["亿元"] = 100000000, ["万人"] = 10000, ["人"] = 1, ["万吨"] = 10000000, ["公里"] = 1000, ["家"] = 1,
  ["万户"] = 10000, ["万人次"] = 10000, ["万辆"] = 10000,
  ["亿千瓦时"] = 360000000000000, ["万千瓦"] = 10000000, ["万亩"] = 20000000 // 3,
  ["亿美元"] = 100000000, ["亿立方米"] = 100000000, ["亿件"] = 100000000, ["万头"] = 10000, ["万个"] = 10000, ["件"] = 1,
}
-- What a figure of the row must be of: 经营主体 counted in 户, not what they borrow.
local DIMENSION = {
  ["万吨"] = "mass", ["公里"] = "length", ["万亩"] = "area", ["万千瓦"] = "power", ["亿千瓦时"] = "energy", ["万户"] = "count:户",
  ["万人"] = "count:人", ["人"] = "count:人", ["万人次"] = "count:人次", ["万辆"] = "count:辆", ["家"] = "count:家",
  ["亿立方米"] = "volume", ["亿件"] = "count:件", ["万头"] = "count:头", ["万个"] = "count:个", ["件"] = "count:件",
}
local MONEY = { ["元"] = "CNY", ["亿元"] = "CNY", ["亿美元"] = "USD" }
local TURNOVER = re.new("成交|交易|清算|结算|支付|冰川|全球|世界|资源量|储量|土壤普查|国土") -- counts the same money again and again, or what lies in the ground
local PROJECTS, UNIT_LINE = "亿元以上项目", "单位"

-- The range of the row's indicator, in a province (own) or anywhere: its ends
-- in base units, and as it is told.
local function range_of(row, own)
  local base = BASE[row.unit]
  local low, high = own and row.low or row.least, own and row.high or row.most
  return decimal(low) * base, decimal(high) * base, low .. "—" .. high .. row.unit
end

-- The rows of each indicator: one a kind of unit (亿元, 亿美元).
local rows_of = {}
for i = 1, #rows do
  local name = rows[i].indicator
  rows_of[name] = rows_of[name] or {}
  rows_of[name][#rows_of[name] + 1] = rows[i]
end

-- The row a figure is of, by its unit.
local function row_of(name, claim)
  for _, row in ipairs(rows_of[name]) do
    if MONEY[row.unit] and MONEY[row.unit] == claim.unit or DIMENSION[row.unit] and DIMENSION[row.unit] == claim.dimension then return row end
  end
end

-- What the State Council reports of the nation, of years from 2000 on: no total is below
-- a tenth of the largest province's.
local COUNCIL, COUNCIL_BLOCKS, SINCE, TENTH = re.new("代表国务院"), 8, 2000, 10
local WHOLE_NATION = {
  ["财政收入"] = true, ["粮食产量"] = true, ["粮食总产量"] = true, ["社会消费品零售总额"] = true, ["进出口总额"] = true,
  ["城镇新增就业"] = true, ["发电量"] = true, ["用电量"] = true, ["固定资产投资"] = true, ["一般公共预算收入"] = true, ["税收收入"] = true,
}
local OF_PART = re.new("其中[^。;]*$|[区县市省州业司行]$")
local nations = memo()
local function is_nation(doc)
  if nations[doc] == nil then
    local found = false
    for i = 1, math.min(COUNCIL_BLOCKS, #doc.blocks) do found = found or COUNCIL:find(doc.blocks[i].text) ~= nil end
    local own = found and lib("ownyear").of(doc)
    nations[doc] = own ~= nil and own ~= false and own >= SINCE
  end
  return nations[doc]
end

-- 增速比城镇居民高2.4%: rates differ by points.
local POINTS = re.new("%$")
local TARGET = re.new("目标|预期|预测|预估|预算|控制|计划") -- 涨幅低于控制目标3%: a level
local OF_PACE = re.new("^(?:和[^,。;]{0,24}%)?的(?:增速|增幅|涨幅|降幅|水平|增长)") -- 低于22.5%和13.2%的增速
local SCALES = re.new("[0-9][.,]* ?(?:thousand|million|billion|[万亿])$")
local function judge_points(m, report)
  if TARGET:find(m.text) or OF_PACE:find(m:place():after(60)) then return end
  for _, claim in ipairs(m.sentence.claims) do
    if claim.kind == "percent" and m.text:sub(-#claim.text) == claim.text then
      report { at = claim, message = "points", expected = "个百分点" }
      return
    end
  end
end

-- What stands beside it in its sentence and is of the order that it should be of.
local BESIDE = 2
local function beside(claim)
  local out = {}
  for _, other in ipairs(claim.sentence.claims) do
    local x, y = claim.amount, other.amount
    local of_kind = other ~= claim and other.is_claim and other.dimension == claim.dimension and x.low and y.low and x.low:gt(0) and y.low:gt(0)
    if of_kind and (y.low > x.low * SLACK or x.low > y.low * SLACK) and #out < BESIDE then out[#out + 1] = other end
  end
  return out
end

local told = memo() -- of what a finding was told

-- 6437亿千瓦: more than there is in the world.
local function judge_limit(m, report)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.is_claim and m.text:find(claim.number_text, 1, true) and m.text:find(claim.unit_text, 1, true) then
      if TURNOVER:find(claim:before(40)) or told[claim] then return end
      report { at = claim, related = beside(claim), message = "limit" }
      return
    end
  end
end

-- $3.5 billion in fiscal 2018 compared to $3.1 million: years may stand between.
local BETWEEN = "(?:[^;|0-9]|(?<=[ (])(?:19|20)[0-9]{2}(?![.,]?[0-9])){1,60}[0-9.,]+ ?"

local function judge_people(m, report)
  local claim = mankind.exceeded(m)
  if claim then report { at = claim, message = "people" } end
end

local function is_level(claim)
  return not (claim:has("growth") or claim:has("increment") or claim:has("share") or claim:has("rank"))
end

-- 地区生产总值达到32193.15万元 in the report of a province.
-- 祝家沟村常住人口1100多人, 大桥累计接待游客3.8万人次: of less than the province.
local SMALLER = re.new("(?<![农城下入老])(?:村|镇|乡|社区|街道|小区|景区|园区|公园|大桥|场馆|展馆|博物馆|机场|口岸|车站|古城|校|馆)[^,;。]{0,6}$|大桥[^;。]{0,24}$")
-- 社区靠近商贸城,常住人口2万; 3000人的小镇; 机组一小时发电量; 国庆期间接待游客: of a
-- small place or of hours; “十四五”期间税收收入: of years.
local SMALL_PLACE = re.new("(?:社区|小区|街区|村|小镇|会址|纪念馆|景区|机组)[^。;]{0,60}$")
local OF_PLACE = re.new("^[^,。;]{0,3}的[^,。;]{0,8}(?:村|镇|乡|社区|小区)")
local SHORT_TIME = re.new("(?:国庆|春节|元旦|中秋|清明|端午|五一|假期|长假|赛事|周末|单日|每[天日]|当[天日]|首日|小时)[^。;]{0,40}$")
local SOME_YEARS = re.new("“十[一二三四五六]五”(?:期间|时期|以来)|[三四五六]年[来间]")
local function is_of_less(claim)
  local before = claim:before(90)
  return SMALL_PLACE:find(before) ~= nil or SHORT_TIME:find(before) ~= nil or OF_PLACE:find(claim:after(16)) ~= nil
end
local MEASURED, REACHES = re.new("元|千瓦|吨|亩|公里"), re.new("[到至]$")
-- 每万城镇常住人口配备18名; 小黄河改造工程……完成投资1.73亿元; 从1978年……由3645亿元.
local EACH_SO_MANY = re.new("每[百千万亿十]*[^,。;\\d]{0,6}$")
local OF_ONE = re.new("(?:工程|募投|公告|公司|集团)[^。;]*$")
local LONG_AGO = re.new("(?<!\\d)1[89]\\d\\d年[^。;]*$")
local function judge_range(m, report, doc)
  local claim = figures.behind(m)
  local row = claim and row_of(m.text, claim)
  if not row then return end
  if MEASURED:find(row.unit) and claim.kind ~= "amount" or SMALLER:find(m:place():before(30)) then return end
  if claim.numeral or not is_level(claim) or claim.scope ~= "" or claim.sentence.cell then return end
  if claim:has("average") ~= (m.text:find("人均", 1, true) == 1) and m.text ~= "人均可支配收入" then return end
  local before = m:place():before(90)
  if EACH_SO_MANY:find(before) or m.text:find("投资", 1, true) and OF_ONE:find(before) or LONG_AGO:find(before) then return end
  if claim:after(2):find("^、%d") then return end -- 迈上100万、110万、120万亿元
  if claim.direction ~= "" and not REACHES:find(claim:before(2)) or not (claim.kind == "amount" or claim.kind == "count") then return end
  local at = claim.amount
  if at.low and at.low:gt(0) and not at.high and claim.bound == "more_than" then
    at = interval(at.low, at.low * 2) -- 突破110吨
  end
  if claim.unit:find("/", 1, true) then return end -- 常住人口密度为16922人/平方公里
  if not (at.low and at.high) or (claim.dimension == "" and claim.unit == "") then return end
  local own = lib("province").is(doc)
  local low, high, range = range_of(row, own)
  local small = WHOLE_NATION[m.text] and is_nation(doc) and not OF_PART:find(m:place():before(24)) and at.high < decimal(row.high) * BASE[row.unit] / TENTH
  if small then range = "≥ " .. tostring(decimal(row.high) / TENTH) .. row.unit end
  if told[claim] then return end
  local below, above = small or (at.high * SLACK):lt(low), (at.low / SLACK):gt(high)
  if below and is_of_less(claim) or above and SOME_YEARS:find(claim:before(90)) then return end
  if below or above then
    told[claim] = true
    report { at = claim, related = beside(claim), message = "range", expected = range, values = { indicator = m.text, range = range } }
  elseif own then
    report.agrees { at = claim, how = range }
  end
end

-- 发明专利356万亿件, in texts of the country 森林面积3.4万亩: of another order than the noun's figures are.
local BETWEEN_MARKS = re.new("^[-—–~至到、]") -- 3万至5万元
local function judge_order(claim, report, doc)
  if doc.lang ~= "zh" then return end
  local magnitude = lib "magnitude" -- its many rows are read where they are needed
  if not magnitude.may_stray(claim) or not claim.is_claim or claim.sentence.cell or claim.numeral or told[claim] or BETWEEN_MARKS:find(claim:after(1)) then return end
  local row, how, fits = magnitude.stray(claim, doc)
  if row then
    local range = magnitude.told(row, how, claim, doc)
    told[claim] = true
    report { at = claim, related = beside(claim), message = "order", expected = range, values = { indicator = row.noun, range = range } }
  elseif fits then
    report.agrees { at = claim, how = fits.noun }
  end
end

-- 亿元以上项目1.57万个、总投资10.8亿元: each is above a hundred million.
local function judge_projects(m, report)
  local least, count, total
  for _, claim in ipairs(m.sentence.claims) do
    if not least and claim.unit == "CNY" and claim:after(6):find("^以上") then least = claim end
    if claim.is_claim and claim:before(8):find("项目$") and claim.unit == "个" then count = claim end
    if count and not total and claim.unit == "CNY" and claim:before(6):find("总投资") and claim.index > count.index then total = claim end
  end
  local each = least and least.amount.low or decimal(100000000)
  if not (count and total and count.amount.low and total.amount.high) then return end
  if total.amount.high < count.amount.low * each then
    report { at = total, related = count, message = "projects", expected = "≥ " .. lib("show").like(count.amount * each, total),
             values = { count = count.text } }
  else
    report.agrees { at = total, related = count, how = "≥ " .. count.text }
  end
end

-- $2.5 billion, $1.8 million and $1.4 million.
local function judge_whole(m, report)
  local claim = counted_whole.broken(m)
  if claim then report { at = claim, message = "whole" } end
end

local judged = memo()
local function judge_fellows(m, report)
  if judged[m.sentence] then return end
  judged[m.sentence] = true
  local stray, others = lib("fellows").find(m.sentence)
  if stray then report { at = stray, related = others, message = "fellows", values = { fellow = others[1].text } } end
end

-- A report in millions with a single figure in billions, or the other way round.
-- 社会保险基金……支出预算214.8亿元, 国有资本经营……支出预算367万元: two accounts.
local ACCOUNT = re.new("一般公共|政府性基金|国有资本经营|保险基金|社保基金|部门")
local function account(claim)
  local text = claim.sentence.text
  local from, to = ACCOUNT:find(text)
  return from and text:sub(from, to) or ""
end

local function judge_lone(set, report)
  for _, doc in ipairs(set.documents) do
    for _, found in ipairs(doc.lang == "zh" and lib("fellows").twins(doc) or {}) do
      if account(found.one) == account(found.fellow) then report { at = found.one, related = found.fellow, message = "twins",
               values = { name = found.one.name, fellow = found.fellow.text } } end
    end
    for _, found in ipairs(doc.lang == "en" and lib("fellows").lone(doc) or {}) do
      report { at = found.one, related = found.fellow, message = "lone", values = { fellow = found.fellow.text } }
    end
    for _, found in ipairs(doc.lang == "en" and lib("fellows").bare(doc) or {}) do
      report { at = found.one, related = found.fellow, message = "bare", values = { fellow = found.fellow.text } }
    end
  end
end

local function judge_table(m, report)
  local block = m.sentence.block.next
  if not block or block.kind ~= "table" then return end
  local unit_line = lib "unit_line"
  local others = unit_line.told_otherwise(m, block.table)
  if others then
    report { at = m:place("unit"), related = others, message = "line", expected = others[1].unit_text, values = { told = others[1].text } }
    return
  end
  local cells = unit_line.with_cents(block.table)
  if cells then report { at = m:place("unit"), related = cells, message = "table", expected = "元" } end
end

return {
  api = 1,
  id = "unit-scale",
  severity = "warning",
  languages = { "zh", "en" },
  on = {
    set = true,
    link = "pair",
    claim = { "amount", "count" },
    above = 1000,
    pattern = {
      "(?<unit>)(?>" .. rows:any("indicator") .. ")(?=[^0-9,;。(]{0,13}[0-9])", -- as figures.behind has it
      "(?<unit>)" .. PROJECTS,
      "(?<unit>)(?<![0-9.,])(?:[0-9.]+万亿(?:人(?!民|次)|户|辆|家|台(?!币|阶)|所|头|亩|公里|平方米)|[0-9]{4,}(?:\\.[0-9]+)?万亿元|[0-9]{3,}(?:\\.[0-9]+)?亿(?:千瓦(?!时)|亩|公顷|公里|平方公里|户|家|辆|人(?!次|民|均|口))"
        .. "|[0-9]{4,}(?:\\.[0-9]+)?亿(?:吨(?!公里)|平方米))",
      "(?<unit>)(?:增速|增幅|涨幅|降幅)[^,。;%0-9]{0,12}(?:(?:比|较)[^,。;%0-9]{2,14}[高低快慢]出?|[高低快慢]于[^,。;%0-9]{2,12})(?<![(-])[0-9.]+%(?!\\s*(?:左右|上下|以内|以上|以下|的))",
      "(?<unit>)million" .. BETWEEN .. "(?:thousand|billion)",
      "(?<unit>)billion" .. BETWEEN .. "(?:thousand|million)",
      "(?<unit>)thousand[^;|0-9]{1,40}[0-9.,]+ ?[mb]illion",
      "(?<unit>)亿[一-龥]{0,3}[^。;|0-9]{1,12}[0-9.,]+万",
      "(?<unit>)万(?!亿)[一-龥]{0,3}[^。;|0-9]{1,12}[0-9.,]+亿",
      counted_whole.pattern,
      mankind.pattern,
      UNIT_LINE .. "[:]\\s*(?:人民币)?(?<unit>万元|亿元|百万元|千元)",
    },
  },
  summary = {
    zh = "数量级不可能：“万”“亿”疑似写错（全省生产总值32193万元，亿元以上项目1.5万个总投资10亿元）",
    en = "an order of magnitude that cannot be: 万 or 亿, million or billion is probably wrong",
  },
  explain = {
    zh = [[“亿元”误为“万元”、“万亿”误为“亿”，数字便差千倍万倍。省级报告的常用指标有大致的范围（词表 zh/range），
超出范围五十倍以上的报告；增速之差以百分点计；“亿元以上项目N个”的总投资不会少于N亿元；并列或相比的几个数位数相当，其中一个“万”“亿”不同；表上写“单位：万元”而格中数字带分且上千万的，单位应为元。从已发表的文本数出的四百个指标各有最大数（词表 zh/magnitude），十倍于它的报告；通篇说全国的文本还看最小数。英文中，一个数换一个数量级恰为旁边两数的和、差，或一数与一个百分比之积的，也报告。]],
    en = [[万 for 亿 moves a figure by ten thousand. The usual indicators of a province lie in a known range (lexicon
zh/range); more than fifty times outside it is reported. N projects of more than a hundred million each cannot
cost less than N times that; of figures that stand side by side or are compared one has another scale word and a
number of their size; ten times the largest figure of its noun in published texts (lexicon zh/magnitude), or in a text
of the whole country a hundredth of the smallest; a table “in 万元” whose cells have cents and run to ten millions is in 元. An English figure
that is nothing the figures beside it give, but in the other scale their sum, difference or percentage, is reported.]],
  },
  messages = {
    range = {
      zh = "“{indicator}”为 {stated}，通常在 {range} 之间；请核对“万”“亿”",
      en = "“{indicator}” is {stated}; it usually lies within {range}: check 万 and 亿",
    },
    order = {
      zh = "“{indicator}”为 {stated}，通常 {range}；请核对“万”“亿”",
      en = "“{indicator}” is {stated}; it usually is {range}: check 万 and 亿",
    },
    whole = {
      zh = "{stated} 有小数，疑漏“万”“亿”",
      en = "{stated} is a count with a fraction: 万 or 亿 is probably lost",
    },
    twins = {
      zh = "“{name}”此处为 {stated}，别处为 {fellow}，数量级悬殊，请核对“万”“亿”",
      en = "“{name}” is {stated} here and {fellow} elsewhere: check 万 and 亿",
    },
    points = {
      zh = "增速之差 {stated} 应以“个百分点”计",
      en = "rates of growth differ by points: {stated}",
    },
    given = {
      zh = "{stated} 换一个数量级即合于 {a} 与 {b}，请核对数量级",
      en = "{stated} is what {a} and {b} give, but for its scale word",
    },
    people = {
      zh = "{stated} 超出任何一国的人口，请核对数量级",
      en = "{stated} is more than any country has: million?",
    },
    limit = {
      zh = "{stated} 超出世界总量，请核对“万”“亿”",
      en = "{stated} is more than there is in the world: check 万 and 亿",
    },
    projects = {
      zh = "亿元以上项目 {count}，总投资 {stated} 过小，应{expected}",
      en = "{count} projects above a hundred million each cannot cost {stated}; {expected}",
    },
    fellows = {
      zh = "{stated} 与并列的 {fellow} 位数相当而数量级悬殊，请核对“万”“亿”",
      en = "{stated} beside {fellow}: the same size of number in another scale",
    },
    pair = {
      zh = "{stated} 与相比的 {other} 单位或数量级不同，请核对",
      en = "{stated} is set beside {other}: another unit or scale?",
    },
    step = {
      zh = "{level} 的变动不会是 {stated}，请核对单位",
      en = "{stated} cannot be the change of {level}: another unit?",
    },
    lone = {
      zh = "全文同类数字都如 {fellow}，只有 {stated} 用此数量级，请核对",
      en = "{stated} is the only figure in this scale; all others are like {fellow}",
    },
    bare = {
      zh = "{stated} 后面没有数量级，别处为 {fellow}，疑漏 million、billion",
      en = "{stated} has no scale word, elsewhere it is {fellow}: million or billion is probably lost",
    },
    line = {
      zh = "单位写作“{stated}”，而表中数字在正文里为 {told} 等",
      en = "the unit is “{stated}”, but the text gives the cells' figures as {told}",
    },
    table = {
      zh = "单位写作“{stated}”，表中数字带分且上千万，应为“元”",
      en = "the unit is “{stated}”, but the cells have cents and run to ten millions: 元?",
    },
  },
  examples = {
    bad = {
      { [[Revenue was $26.6 billion during fiscal 2019 compared to $5.6 million of it in the year before.]], at = "$5.6 million" },
      { [[Income tax is estimated to yield $65 billion for 1960 as against $76 million in 1959.]], at = "$76 million" },
      { [[应届高校毕业生就业率95%以上,农牧民转移就业64.8人。]], at = "64.8人" },
      { "现在,我代表国务院,向大会报告政府工作。\n\n一、2022年工作回顾\n\n财政收入增加到20.4亿元。\n\n二、2023年工作建议\n\n继续努力。", at = "20.4亿元" },
      { [[Revenue is estimated at $24.1 billion and expenditure at $29.2 billion. The outcome would be a deficit of $5.1 million.]], at = "$5.1 million" },
      { [[Of 402 million visits, an average of 7.1% (28.7 billion) were made by smokers.]], at = "28.7 billion" },
      { [[The minimum wage rose from £10.42 to €11.44 an hour.]], at = "€11.44" },
      { [[The yield rose from 3.2 tonnes to 3.5 kg per hectare.]], at = "3.5 kg" },
      { [[The vacancy rate was 3.20% in the third quarter, up 42 percentage points from the second.]], at = "42 percentage points" },
      { "全年生产总值4000.5亿元,第二产业增加值3235.9亿元,工业增加值3157.4亿元。\n\n单位：万元\n\n| 指标 | 数值 |\n|---|---|\n| 生产总值 | 4000.5 |\n| 第二产业 | 3235.9 |\n| 工业 | 3157.4 |", at = "万元" },
      { "2025年湖南省政府工作报告\n\n全年进出口总额达到902.6万美元,增长5.7%。", at = "902.6万美元" },
      { "2025年湖南省政府工作报告\n\n全年生猪出栏620头,快递业务量达到31.5亿件。", at = "620头" },
      { "2025年湖南省政府工作报告\n\n全年地区生产总值达到32193.15万元,增长5.7%。", at = "32193.15万元" },
      { [[Amortization was $2.5 billion, $1.8 million and $1.4 million during fiscal 2019, 2018 and 2017.]], at = "$2.5 billion" },
      { [[Revenue from partners was $1.9 billion compared to $2.7 million for 2018.]], at = "$2.7 million" },
      { [[A total of 11.86 billion urban jobs were added, and unemployment dropped.]], at = "11.86 billion" },
      { [[The segment had a loss of $3.5 billion in fiscal 2018 compared to a loss of $3.1 million in fiscal 2017.]], at = "$3.1 million" },
      { [[The balance of the guarantees was $1.4 billion and $1.0 million as of July 27, 2019 and July 28, 2018, respectively.]], at = "$1.0 million" },
      { [[Sales were $42.1 million and costs $31.7 million. Profit was $4.0 million, tax $1.1 million.

Cash was $12.5 million and debt $18.0 million. A legal settlement brought $13.3 billion.]], at = "$13.3 billion" },
      { [[Student ($218.1 million) and staff ($316.2 million) spending was counted. Student spending rose to $218.1.]], at = "$218.1", nth = 2 },
      { [[全市粮食专项资金由3.2亿元增加到4.1万元。]], at = "4.1万元" },
      { [[上海港集装箱吞吐量达到5150.6标准箱。]], at = "5150.6标准箱" },
      { [[建设乡村振兴片区1598个、覆盖村庄1.5个。]], at = "1.5个" },
      { "2025年西藏自治区政府工作报告\n\n粮食产量突破110吨。", at = "110吨" },
      { [[全年糖料产量达到3036担。

今年糖料产量将要达到3556万担。]], at = "3556万担" },
      { [[农村居民收入增长6.7%,增速比城镇居民高2.4%。]], at = "2.4%" },
      { [[新能源装机总量达到6437亿千瓦。]], at = "6437亿千瓦" },
      { [[Of the 308.7 billion U.S. population, some live near a highway.]], at = "308.7 billion" },
      { [[全市新建续建亿元以上项目1.57万个、总投资10.8亿元。]], at = "10.8亿元" },
      { [[全市发明专利有效量达到4.2亿件,增长8.1%。]], at = "4.2亿件" },
      { [[集中开工3200万个重大项目。]], at = "3200万个" },
      { [[去年我国经济稳中有进,全国农业丰收,全国就业稳定。我国社会物流总额达到360.6亿元,增长5.8%。]], at = "360.6亿元" },
      { "研发投入情况\n\n单位：万元\n\n| 项目 | 2019年 | 2018年 |\n|---|---|---|\n| 研发投入金额 | 122,548,224.53 | 111,304,662.07 |\n| 资本化金额 | 12,548,224.53 | 11,304,662.07 |", at = "万元" },
    },
    good = {
      [[全市发明专利有效量达到4.2万件,增长8.1%。全市社会物流总额达到360.6亿元,我市技术推广面积3.2万亩。]],
      [[集中开工3200个重大项目,其中新能源装机规模1.2亿千瓦。]],
      [[鸡鸣山社区靠近商贸城,23000多的常住人口里有2万多名是流动人口。在这个常住人口只有3000多人的北极小镇上,机组一小时发电量可超15万千瓦时,国庆期间预计接待游客约9万人次。]],
      [[“十四五”期间,税收收入将超过85万亿元。煤炭资源量4500亿吨。土壤普查以来,已对约110亿亩耕地取土化验。预计经济增速将低于此前预测的1.9%。]],
      [[应收账款周转率1.59次,去年同期为1.68次。总资产周转率0.5次,上年同期为0.38次。]],
      [[Revenue was $12.4 billion and costs $9.8 billion. The charity gave away $2.6 million. Net income was $5.2 million. Total assets were $20.1 billion and liabilities $14.9 billion.]],
      [[It rose from £8.0 million in 1993 to £5.4 billion, and is $26.6 billion for 2019 compared to $5.6 billion in 2018.]],
      "现在,我代表国务院,向大会报告政府工作。\n\n一、2022年工作回顾\n\n经济平稳,其中国家级新区财政收入增加到1200亿元。\n\n二、2023年工作建议\n\n继续努力。",
      [[Revenue is estimated at $24.1 billion and expenditure at $29.2 billion. The outcome would be a deficit of $5.1 billion, and the fee $5.9 million.]],
      [[The fund has $15 million, of which 0.06% went to costs, and $8 million before; it lent $994.0 million and $3.3 million, and $1.0 million.]],
      [[We spent $59.64 billion on people in need; 59.64 billion of these people-days were lost. It paid 20 billion to residents.]],
      [[Petrol has increased from Rs. 117/litre in 2015 to Rs. 434 as of May.]],
      [[The minimum wage rose from £10.42 to £11.44 an hour, the share from 800 kg to 1.2 tonnes.]],
      [[亿元GDP生产安全事故死亡人数0.02人,煤矿百万吨死亡人数7.1人。增幅高于全国(-17.2%)31.1个百分点。]],
      [[The margin was 3.20% in the third quarter, up 12 basis points from the second, and from 1% to 2 points in all.]],
      [[Operating margin was 3.2%, up 5.1 percentage points from negative 1.9% in the prior year.]],
      [[GDP grew by 2.1% in Quarter 3, up 22.5 percentage points from a fall of 20.4% in Quarter 2.]],
      [[Debt increased from 78% of GDP in 2008 to £98 billion.]],
      [[居民消费价格上涨0.2%,涨幅低于预期目标3%左右。全年CPI上涨2.0%,涨幅低于年度控制目标3%。]],
      "2025年西藏自治区政府工作报告\n\n粮食产量突破-110万吨。",
      "全年生产总值4000.5亿元,第二产业增加值3235.9亿元,工业增加值3157.4亿元。\n\n单位：亿元\n\n| 指标 | 数值 |\n|---|---|\n| 生产总值 | 4000.5 |\n| 第二产业 | 3235.9 |\n| 工业 | 3157.4 |",
      [[Waste spending rose by £27.0 million, to £10.0 billion. Sales were $1.2 billion, costs $800 million and profit $1.4 million. The plan costs $2 billion and $1.5 million a year.]],
      [[Sales were $842.1 million and costs $631.7 million. Profit was $84.0 million, tax $21.1 million.

Cash was $12.5 million and debt $18.0 million. Assets passed $1.3 billion.]],
      [[Student spending of $218.1 million was counted; the price rose to $218.1 a tonne, the fee to $218.1.]],
      [[Receipts have risen from £8.0 million in 1993 to £5.4 billion in 2012.]],
      [[Around 2.7 billion people, or 60% of the region's population, have left poverty. Yet around 4 billion people still face risks of poor water.]],
      [[The world has a population of 7.7 billion. Some 1.4 billion Chinese people are covered.]],
      [[There are 7.7 billion people in the world; 1.4 billion people live in China. The fund grew from $1.4 billion to $950 million and more.]],
      [[用户由120万户增加到3.5亿户。全市完成投资3.2亿元,其中培训4.1万元。]],
      "2025年湖南省政府工作报告\n\n全年地区生产总值达到53230.99亿元,增长4.8%。",
      "2025年湖南省政府工作报告\n\n全县地区生产总值达到320亿元,增长5.7%。",
      [[农村居民收入增长6.7%,增速比城镇居民高2.4个百分点。增速要高于40%。工业增加值增长5.2%,增速高于全国(3.8%)1.4个百分点。]],
      [[金融市场成交额3650万亿元。新能源装机总量达到6437万千瓦,发电量6437亿千瓦时,客运量231亿人次。]],
      [[全市新建续建亿元以上项目1.57万个、总投资10.8万亿元。全年人均国内生产总值89358元。]],
      [[全年糖料产量达到3036万担。

今年糖料产量将要达到0.36亿担。]],
      [[增速分别高于全省2.2个和3.7个百分点,每千人口托位数达4.5个,户均拥有发明专利26.6项,用时1.5个小时。]],
      [[全区常住人口密度为16922人/平方公里。每千人拥有执业医师3.2人,户均人口2.3人,集装箱吞吐量达到5150.6万标准箱。]],
      "研发投入情况\n\n单位：元\n\n| 项目 | 2019年 | 2018年 |\n|---|---|---|\n| 研发投入金额 | 122,548,224.53 | 111,304,662.07 |\n| 资本化金额 | 12,548,224.53 | 11,304,662.07 |",
    },
  },
  check = function(m, report, _, doc)
    if m.type == "set" then return judge_lone(m, report) end
    if m.type == "link" then return lib("scale_pair").judge(m, report) end
    if m.type == "claim" then return judge_order(m, report, doc) end
    if m.unit ~= "" then return judge_table(m, report) end
    if m.text == PROJECTS then return judge_projects(m, report) end
    if rows_of[m.text] then return judge_range(m, report, doc) end
    if counted_whole.is(m) then return judge_whole(m, report) end
    if SCALES:find(m.text) then return judge_fellows(m, report) end
    if mankind.is(m) then return judge_people(m, report) end
    if POINTS:find(m.text) then return judge_points(m, report) end
    judge_limit(m, report)
  end,
}
