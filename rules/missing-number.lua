-- Shapes that only a lost number leaves: an end of a range, a part of a date,
-- a word that joins two figures next to its fellow. Units and classifiers
-- without a number are gaps, which are found with the figures.
local whole_gap = lib "whole_gap"
local day_lost = lib "day_lost"

-- 104,15: a digit of a grouped number is lost, where the text groups by three
-- and has no decimals behind commas.
local CUT = re.new([[^[$£€]?[\d,]+,\d{1,2}$]])
local DECIMAL = re.new([[(?<![\d,])\d{1,2},\d{1,2}(?![\d,])\s?(?:%|[a-z])]])
local grouping = memo()
local function groups_by_three(doc)
  if grouping[doc] == nil then
    local grouped, decimals = 0, false
    for _, claim in ipairs(doc.claims) do
      if claim.grouped and claim.value and claim.value:ge(1000) then grouped = grouped + 1 end
    end
    for _, s in ipairs(doc.sentences) do decimals = decimals or DECIMAL:find(s.text) ~= nil end
    grouping[doc] = grouped > 0 and not decimals
  end
  return grouping[doc]
end

-- 自发生事故起: since.
local SINCE = re.new("[自从][^,。;、]*$")

-- % Change, (% change), 单位:元,%: the unit of what a column or table holds.
local LABELS = re.new([[^\s?(?i:change|of\b|\)$)]])
local UNITS = re.new("单位[:：][^。;]{0,12}$")
-- Of each sentence once: it may be long, and have many gaps.
local broken = memo()
local function is_row(sentence) -- of a broken table
  if broken[sentence] == nil then broken[sentence] = sentence.text:find(" | ", 1, true) ~= nil end
  return broken[sentence]
end

local function is_label(gap, place)
  local cell = gap.sentence.cell
  if not cell and place.text == "%" and is_row(gap.sentence) then return true end
  return cell and (cell.header or LABELS:find(place:after(8)) ~= nil or place:after(1) == ")") or UNITS:find(place:before(400)) ~= nil
end

-- 坚持家、校、社协同育人: words of one character side by side
local ROW = re.new("^、[一-龥]、")

-- What prices rose by, was told.
local STRANDED = re.new([[\b(?:[Ww]hat|[Hh]ow|which|that|amounts?|extent)\b]])

-- 45 (12%): do shares stand in brackets behind their counts here?
local COUNTED = re.new([[\d\s\(\d[\d.]*%\)]])
local counted = memo()
local function counts_shares(doc)
  if counted[doc] == nil then
    local n = 0
    for _, s in ipairs(doc.sentences) do n = n + (not s.cell and COUNTED:find(s.text) and 1 or 0) end
    counted[doc] = n > 0
  end
  return counted[doc]
end

-- Has another currency sign of the text its figure? Else $ may be a label.
local MONEY = re.new([[[$£€]\s?\d]])
local SIGN = re.new([[^(?:US|S|A|NZ|C|HK)?[$£€]$]])
local DUE = re.new([[(?:\b(?:was|of|to|by|from|for|first|another|about|over|than|least|at|remaining|totall?ed|reached|nearly|earne?[ds]|received?s?|costs?|paid|averaged?|exceed|additional)|[≥≤<>=])\s?$]])
local priced = memo()
local function has_price(sentence)
  if priced[sentence] == nil then priced[sentence] = MONEY:find(sentence.text) ~= nil end
  return priced[sentence]
end

-- in Panama (millions of US$ per year)
local SCALED = re.new([[\b(?:thousands|millions|billions|trillions|crores?|lakhs?) of $]])
-- % of wage: a label of an axis, alone on its line
local AXIS, ENDS = re.new([=[^% of [a-z]]=]), re.new([[[.!?:;)]$]])

local function is_label_sign(place, sentence)
  if SIGN:find(place.text) and SCALED:find(place:before(12)) then return true end
  return SIGN:find(place.text) and not DUE:find(place:before(16)) and not has_price(sentence)
end

-- 2014 年12 |月31日, 10 |年期国债: the figure stands there, before a blank.
local SPACED, UNIT_LOST = re.new([[\d\s+$]]), re.new("^(?:年|月|日|岁|周岁|期|级|倍|成|个|人|小时|分钟|天)")

-- in 1990 and. is broken-sentence's.
local STOPS = re.new([[\b(?:the|an|and|because|although|whereas|whose)$]])

-- n = [ ], 1999–[ ]: what lost a figure on its right.
local OPEN = re.new([[^[=<>≤≥–-]$]])

-- Two shapes may meet in one place, begin there (mg, mg/dL) or stand side by
-- side (n = [ ],): then the first one tells of it. Told: what stands before.
local told = memo()
local function is_told(sentence, place)
  local before = place:before(400)
  local from, to = before:gsub("%s+$", ""), (before .. place.text):gsub("%s+$", "")
  from, to = from:sub(-300), to:sub(-300)
  local places = told[sentence] or {}
  told[sentence] = places
  if places[from] or places[to] then return true end
  places[from], places[to] = true, true
  return false
end

return {
  api = 1,
  id = "missing-number",
  severity = "warning",
  on = { gap = "any", pattern = lib("lost_shapes").shapes },
  summary = {
    zh = "单位、量词或约数词前面没有数字，数字可能丢失",
    en = "a unit, a classifier or an approximator stands without its number",
  },
  explain = {
    zh = [[从网页或 PDF 转来的文稿有时会丢掉数字，只剩下单位（“下降%”）、量词（“选派名金融特派员”）、
“余”（“余所高校”）或日期的一部分（“3月日”）。判断只看缺了什么：单位前没有数字，也没有几、数、每、某
这类可以代替数字的词；量词不属于更长的词（国家、条件、名单）。缺口前面是什么词，不作规定。
表头、括号里单独注明的单位不算。]],
    en = [[Text that came out of a web page or a PDF sometimes loses its figures; what is left is a
unit ("fell by %"), a scale ("over million people"), a currency sign ("of $ billion") or a part of
a date. The rule looks at what is missing only: a unit with no figure before it and no word that
may stand for one (a, several, per). Units named in headers, captions and brackets are left alone.]],
  },
  messages = {
    unit = {
      zh = "“{word}”前面没有数字：“{left}▁{word}{right}”",
      en = "no figure in front of “{word}”: “{left}▁{word}{right}”",
    },
    classifier = {
      zh = "量词“{word}”前面没有数字：“{left}▁{word}{right}”",
      en = "no number in front of the classifier “{word}”: “{left}▁{word}{right}”",
    },
    approximator = {
      zh = "“{word}”前面没有数字：“{left}▁{word}{right}”",
      en = "no number in front of “{word}”: “{left}▁{word}{right}”",
    },
    date = {
      zh = "日期不全，“{word}”前面没有数字：“{left}▁{word}{right}”",
      en = "an incomplete date, no number in front of “{word}”: “{left}▁{word}{right}”",
    },
    range = {
      zh = "范围缺一端：“{left}▁{word}{right}”",
      en = "one end of the range is missing: “{left}▁{word}{right}”",
    },
    currency = {
      zh = "货币符号后面没有数字：“{left}▁{word}{right}”",
      en = "no figure between the currency sign and “{word}”: “{left}▁{word}{right}”",
    },
    frame = {
      zh = "此处缺一个数：“{left}▁{word}{right}”",
      en = "a figure is missing here: “{left}▁{word}{right}”",
    },
    shape = {
      zh = "此处缺一个数：“{left}▁{word}{right}”",
      en = "a figure is missing here: “{left}▁{word}{right}”",
    },
    behind = {
      zh = "“{word}”后面没有数字：“{left}{word}▁{right}”",
      en = "no figure behind “{word}”: “{left}{word}▁{right}”",
    },
    noun = {
      zh = "总数没有写出：“{left}▁{word}{right}”",
      en = "the total is not there: “{left}▁{word}{right}”",
    },
  },
  params = { min_strength = 60 },
  examples = {
    bad = {
      { [[Age was unknown for 8% of guests, 0.7% of staff, and 0.% of visitors.]], at = "%", nth = 3 },
      { [[During the first wave (March 2020–2021), 6,983 guests fell ill.]], at = "–" },
      { "Health programs of the st century face new tasks.", at = "st" },
      { "Certifications were made pursuant to § of the Act of 2002.", at = "§" },
      { "Programs were to be strengthened in every country by the end of, when new rules are in force.", at = "," },
      { "Beginning around, several private groups became donors.", at = ",", nth = 1 },
      { "Most tracts had a food retailer within mile of their boundary.", at = "mile" },
      { "Tariffs were cut by as much as % for the lowest block.", at = "%" },
      { "The farm is part of the -by-30 goal for food.", at = "-by-30" },
      { "The zone reaches at most nautical miles from the shore.", at = "nautical miles" },
      { "The result reflects losses of €5 million (2017/18: € million) in currency effects.", at = "€ million" },
      { "Clinics were found in of the counties that took part.", at = "of" },
      { "One in adults reported poor sleep.", at = "adults" },
      { "One of every deaths was due to smoking.", at = "deaths" },
      { "The act took effect on January, 2015, after a long debate.", at = "January" },
      { "Nurses worked an average of hours per week in 2010.", at = "hours" },
      { "Those who received or more doses of vaccine were well.", at = "or more" },
      { "It was the largest rise since, when the series began.", at = "," },
      { "Prices rose for the consecutive month in June.", at = "consecutive" },
      { [[新图实施后,开行货物列车列,较原来增加177列。]], at = "列", nth = 2 },
      { [[美国日宣布,向乌克兰提供装备。]], at = "日" },
      { [[专任科学教师总量比年增长35.3%。]], at = "年" },
      { [[截止到月底,班列已累计开行7.99万列。]], at = "月" },
      { [[2015年月,尼泊尔发生大地震。]], at = "月" },
      { [[实现了自去年月份以来的连续增长。]], at = "月" },
      { [[铁路年全线开通运营。]], at = "年" },
      { [[做好2008年北京奥运会和年上海世界博览会的准备工作。]], at = "年", nth = 2 },
      { [[今年月20日,澳门将回归。]], at = "月" },
      { [[今年前季度,工业生产稳定增长。]], at = "季度" },
      { [[可通航吨级船舶。]], at = "吨级" },
      { [[群众约万人欢聚广场。]], at = "万人" },
      { [[6家企业进入中国农业企业强。]], at = "强" },
      { [[交易会于3月4日至日在南州举行。]], at = "日", nth = 2 },
      { [[1至月份，工业用电量增长5%。]], at = "月" },
      { [[为户困难家庭改造厨房。]], at = "户" },
      { [[全年服务家科技型企业。]], at = "家" },
      { [[农村贫困人口全部脱贫、个贫困县全部摘帽。]], at = "个" },
      { [[保障好亿人的粮食安全。]], at = "亿人" },
      { [[完成土方亿多公方。]], at = "亿多" },
      { [[出口和进口分别增长,逆差收窄。]], at = "增长" },
      { [[大桥全长公里,2020年通车。]], at = "公里" },
      { [[海域发生级地震。]], at = "级" },
      { [[上世纪年代建成。]], at = "年代" },
      { [[今年是公司成立周年。]], at = "周年" },
      { [[清理妨碍公平竞争的政策文件件。]], at = "件", nth = 2 },
      { [[改造786所县医院、所县中医院和534所县妇幼保健院。]], at = "所", nth = 2 },
      { [[新增万沼气用户,新建农村公路38万公里。]], at = "万" },
      { "More White parents agreed (57.1%, p = 0.001) than Black parents (%, p = 0.011) in the survey.", at = "%", nth = 2 },
      { "A massive US$billion bail-out package was needed to restore confidence.", at = "billion" },
      { "The seed bank and the $ million harbour fund were both set up in May.", at = "million" },
      { [[汽车保有量突破亿辆,增长46.7%。社会消费品零售总额突破亿元,创历史新高。]], at = "亿元" },
      { [[历时年建设的旅游公路全线贯通。]], at = "年" },
      { [[研发投入增速年来首次超过全国水平,技术合同成交额增长17.8%。]], at = "年" },
      { [[装机规模较十年前增长了倍,占总装机的58.2%。]], at = "倍" },
      { [[人均纯收入由5160元增加到2002年的元。]], at = "元", nth = 2 },
      { [[完成“保交楼”项目198个万套。]], at = "万套" },
      { [[培育规范企业家左右。]], at = "家" },
      { [[事故已造成至少人死亡。]], at = "人" },
      { [[公务接待36批次,人次。]], at = "人次" },
      { [[川渝通办事项扩展至项。]], at = "项", nth = 2 },
      { [[公务用车保有量辆。]], at = "辆" },
      { [[年末在校学生8.6万人,专任教师人。]], at = "人", nth = 2 },
      { [[收到群众来信件,办结率98%。]], at = "件" },
      { [[新培育标杆单位家,营收增长18%。]], at = "家" },
      { [[补助标准为平均每人每年元。]], at = "元" },
      { [[全年平均气温℃,比常年偏高0.5℃。]], at = "℃" },
      { [[全市粮食播种面积保持稳定，油料产量下降%。]], at = "%" },
      { [[全年选派名技术员到村指导。]], at = "名" },
      { [[村级卫生室改造后，新建公共厨房个。]], at = "个" },
      { [[一季度税收占比同比提升个百分点。]], at = "个百分点" },
      { [[全年完成果园改造面积亩。]], at = "亩" },
      { [[全年财政拨款支出 亿元，增长3.1%。]], at = "亿元" },
      { [[累计开行城际公交线路条。]], at = "条" },
      { [[机场恢复国际航班万人次，货运同步增长。]], at = "万人次" },
      { [[活动期间来自各地余所学校参赛。]], at = "余所" },
      { [[完成封山育林31.万亩。]], at = "万亩" },
      { [[方案于2021年5月日召开的会议通过。]], at = "日" },
      { [[平台上线年全省办件量上升。]], at = "年" },
      { [[董事会于2024年月15日召开会议。]], at = "月" },
      { [[3—月集中整治。]], at = "月" },
      { [[占比由提高到58.3%。]], at = "由提高到" },
      { [[减税降费多亿元。]], at = "多亿元" },
      { [[力争到年，规上企业达到5000家。]], at = "年" },
      { [[单位共有车辆辆，公务接待16批次、120人次。]], at = "辆", nth = 2 },
      { [[区内保留2家机关和家事业单位。]], at = "家", nth = 2 },
      { [[学校现有在编教师,平均样本量达人,调查持续一周。]], at = "人" },
      { [[项目于2023年月动工,预计两年建成。]], at = "月" },
      { [[进口和出口分别增长和3.6%。]], at = "和", nth = 2 },
      { [[进口和出口分别增长2.4%和,逆差收窄。]], at = "和", nth = 2 },
      { [[未来三天气温为至25摄氏度。]], at = "至" },
      { [[过程雨量在30～毫米,局地更大。]], at = "毫米" },
      { [[全年受理信访案件起,办结率98.6%。]], at = "起" },
      { [[工作成效连续年排名全省第一。]], at = "年" },
      { [[单产达到每亩公斤,比上年略增。]], at = "公斤" },
      { [[空气优良天数天,与上年持平。]], at = "天", nth = 2 },
      { [[我国是全球第大经济体。]], at = "大" },
      { [[对院内收治的例住院患者进行回访。]], at = "例" },
      { [[医院设个临床科室、12个医技科室。]], at = "个" },
      { [[The service now has mln registered users and 4 mln cards.]], at = "mln" },
      { [[This was offset by a per cent lift in wages over the quarter.]], at = "per cent" },
      { [[Help is given at 55 per cent of the cost for small farms, and per cent for other farms.]], at = "per cent", nth = 2 },
      { [[Rates were similar for responders (/29, 34%) and non-responders (5/10, 50%).]], at = "/29" },
      { [[Relapse was seen in both arms (drug 7/, 18%; placebo 9/41, 22%).]], at = "7/" },
      { [[The commonest reasons were pain (n = , 40%) and cost (n = 4, 27%).]], at = "=" },
      { [[Total sales for the year were 96,300, below the previous year's sales of 104,15.]], at = "104,15" },
      { [[The state has 1,204,50 voters in 12 districts and 1,480 polling stations.]], at = "1,204,50" },
      { [[Use was highest among adults aged ≥ years in both waves.]], at = "years" },
      { [[The median age was years (range = 24–35 years), and 56% were women.]], at = "years" },
      { [[Counties had an increase in incidence, from 15.3 to cases per 100,000.]], at = "cases" },
      { [[The Company has provided a $ million valuation allowance.]], at = "million" },
      { [[In 2001 some 87 per cent (million) of residents belonged to it.]], at = "million" },
      { [[Half of them, 48 per cent (million tonnes), was of one kind.]], at = "million" },
      { [[They were older (median = years, IQR = 53.0–76.0 years) than others.]], at = "years" },
      { [[We have to sustain growth over the next five to years.]], at = "years" },
      { [[Sales grew 1 percent, 1 percent and percent, respectively.]], at = "percent", nth = 3 },
      { [[Most had diabetes (14.0% pregnant; % nonpregnant).]], at = "%", nth = 2 },
      { [[Cough was common; % of patients had fever.]], at = "%" },
      { [[Real incomes grew by 2.0% for the median worker and by a higher % for a worker below.]], at = "%", nth = 2 },
      { [[Most schools (94.5%) had laptops, and half of the schools (%) had small classes.]], at = "%", nth = 2 },
      { [[They were admitted (0.5%) less often than others (%, 1.0%, and 0.3%, respectively).]], at = "%", nth = 2 },
      { [[Views differed for White students (males: %; females: 19.9%).]], at = "%" },
      { [[The % CIs were computed from the odds ratios.]], at = "%" },
      { [[Items were rated on scales ranging from (never or strongly disagree) to 5 (always).]], at = "from" },
      { [[The price was above the conversion price for or more trading days of the quarter.]], at = "or more" },
      { [[Subsidies for rural care will be increased to yuan per person.]], at = "yuan" },
      { [[In , we opened four offices; sales are at $5 million.]], at = "," },
      { [[The term ended on May , 2019, as planned.]], at = ",", nth = 1 },
      { [[Output rose to in the second year.]], at = "in" },
      { [[The tax credit is paid on the first $ or so of income.]], at = "$" },
      { [[Those in the top % of incomes pay most.]], at = "%" },
      { [[Men (61 per 100,000) and women ( per 100,000) came.]], at = "per", nth = 2 },
      { [[Rates fell in the years from –2004.]], at = "–" },
      { [[Adults aged –17 years were asked.]], at = "–" },
      { [[The odds were higher (95% CI = 13.1–).]], at = "–" },
      { [[Rates ranged from to 8.9 per 100,000 residents.]], at = "to" },
      { [[Between % and 20% of households were reached.]], at = "%" },
      { [[As of December 31, , we had 12,400 employees.]], at = ",", nth = 2 },
      { [[The median age was years, and 56% were women.]], at = "years" },
      { [[Household spending is expected to rise from % of income to 12 percent.]], at = "%" },
      { [[There were over million visitors in the first year of the scheme.]], at = "million" },
      { [[A total of parent interviews were completed.]], at = "parent" },
      { [[Long-term debt of $ billion was repaid early.]], at = "billion" },
      { [[The rate was estimated to be per 100,000 residents.]], at = "per" },
      { [[Cocaine was involved in 8,114 (%) of these deaths.]], at = "%" },
      { [[Exports rose by 29%, compared to per cent the year before.]], at = "per cent" },
      { [[The three prices rose by 0.06 yuan, 0.1 yuan and yuan per kilogram.]], at = "yuan", nth = 3 },
      { [[Symptoms began within 7 days before or days after the test.]], at = "days", nth = 2 },
      { [[They were asked at ages 3 and months in both groups.]], at = "months" },
      { [[The drugs were involved in % and 50.4% of the two kinds of cases.]], at = "%" },
      { [[The loan went to our %-owned subsidiary.]], at = "%" },
      { [[The drug was named in 170 (24.2%) of deaths and in the north in (12.1%).]], at = "(12.1%)" },
      { [[The jobs to come in to 15 years ask for more skills.]], at = "to", nth = 2 },
      { [[Children are recommended for up to doses of vaccine.]], at = "doses" },
      { [[Her alcohol level was elevated at mg/dL that day.]], at = "mg/dL" },
      { [[Pupils were kept at home for a full days.]], at = "days" },
      { [[They are employed under individual section (1) agreements.]], at = "section" },
      { [[Days lost per employees rose in 2014.]], at = "employees" },
      { [[All rates are per population.]], at = "population" },
      { [[The statement made on October has been noted.]], at = "October" },
      { [[Costs decreased $ or 5.8% to $12,828 during the year.]], at = "$" },
      { [[In 2019, $ million of receivables were sold.]], at = "million" },
      { [[Under the scheme owners obtain per cent of the cost.]], at = "per cent" },
      { [[Three firms made up 15 per cent, per cent and 12 per cent of sales.]], at = "per cent", nth = 2 },
      { [[Sales rose by $51.0 million, or %, compared to the year before, and costs by 4%.]], at = "%" },
      { [[We spent $14.9 million on staff, $ million on rents and $2 million on travel.]], at = "million", nth = 2 },
      { [[The loss was $9.8 million (2018: $ million) after tax.]], at = "million", nth = 2 },
      { [[Plants of 74.2 million tons of iron, and million tons of coke were closed.]], at = "million", nth = 2 },
      { [[Diesel averaged $ per gallon over the year.]], at = "$" },
      { [[Households will go on receiving a grant of $.]], at = "$" },
      { [[The team screened for both type and type 2 diabetes.]], at = "type" },
      { [[Rates in period 1 and period were alike.]], at = "period", nth = 2 },
      { [[Figures 4 and show the same by age.]], at = "show" },
      { [[Table and 3 show the same by age.]], at = "Table" },
      { [[Debt is described in Note to the accounts, and leases in Note 9.]], at = "Note" },
      { [[The plan is filed pursuant to Section (b) of the Act.]], at = "Section" },
      { [[Leases were restated on adoption of ASC in 2019.]], at = "ASC" },
      { [[Options have a weighted average life of years (2018: 8.2 years).]], at = "years" },
      { [[Net additions stood at compared to 5,594 the year before.]], at = "compared" },
      { [[Additions were 21,189 compared to for the prior year.]], at = "for" },
      { [[There were and 108,000 shares outstanding in the two years, respectively.]], at = "and" },
      { [[Two ships were off hire for days and 38 days.]], at = "days" },
      { [[Waste gave from Mtoe to 3.7 Mtoe of energy.]], at = "Mtoe" },
      { [[The covenant was raised from 4.25 to through June 2017.]], at = "through" },
      { [[Deaths fell from 99 to 82 per in rural counties.]], at = "in" },
      { [[The target is ≥ discarded cases a year.]], at = "discarded" },
      { [[Growth was around in 2014, far lower than before.]], at = "in" },
      { [[Memory is good within years of the event.]], at = "years" },
      { [[Pay grew by approx. % in the year.]], at = "%" },
      { [[Hand rubs (1,684; %) were named most often.]], at = "%" },
      { [[Schools were visited during August –October 16, 2021.]], at = "–" },
      { [[The vaccine was in use in 78 (40%) states and in all districts in (29%) states.]], at = "(29%)" },
      { [[Of 120 clinics, 78 (65%) took part, and (29%) refused.]], at = "(29%)" },
      { [[Over the year prices rose by.]], at = "." },
      { [[Over the year the rate fell to, and then stayed.]], at = "," },
      { [[Output doubled between 2010 and.]], at = "." },
      { [[A rise of the key rate by basis points was put forward.]], at = "basis points" },
      { [[The pump is sold in over countries.]], at = "countries" },
      { [[There was an increase of from the year before.]], at = "from" },
      -- what stands around a hole, weighed
      { [[Follow-up visits of these patients took place at 6, 9, and months.]], at = "months" },
      { [[Views of men and women differed in all of these years (p < ).]], at = "<" },
      { [[During 1999–, the average rate of response to the survey was low.]], at = "–" },
      { [[Counts were the same in the previous -month period.]], at = "month" },
    },
    good = {
      [[Sales declined by from 0.5 percent to 5.5 percent, and decreases of from 1.0 to 11.0 percent were seen. The Round Table Meeting heard of the city's first billion dollar project.]],
      [[The largest percent to so indicate in months had longer weeks; sales were steady (with percent shares of 35 compact, 34 other, and 31 large). Most describe sales as level or rising.]],
      [[家是最小国,国是千万家。把片区当成家,以店为家;我的家位于山中。有家保险涨13.51%,约1000万美国人参加。为国家培养人,在一线锻炼人,形成人海和谐的格局。]],
      [[黄河万里,奔流激荡。提供厘米级服务,光电纳米检测。大车被冲到海里;单颗卫星入轨,企业负责人算了笔账;飞往阿克套机场,活动场次数增加,政务服务办件提速。]],
      [[截止日期为 2014 年12 月31日。英国 10 年期国债收益率跌 7.4 个基点。我国 40 岁以上人群的发生率为 16%,60 岁以上人群为 22.6%。]],
      [[产出金属钴1887金吨、镍1024金吨。公司预付设备款、结算款和出资款,打造爆款。个护电器毛利率提升,各条线收入增长,火电利用小时提升。客公里收益同比上升2.17%,座收下降。]],
      "By sex, age group, †† region, §§ and state; rates rose.",
      [[The scheme was closed within weeks of the vote, after it had been fought over years of hearings; the mill stood idle for months.]],
      [[For each additional percentage point of rice oil a rebate is paid; the estimated percentage point difference was small.]],
      [[A total of Rs. 34.2 billion is set aside; a mere $ nine billion was paid. Since, in this matter, effect is given to from today, as times of need go.]],
      [[Growth declined by start highlight5.6end highlight percentage points; the % that had no access was low, and its share is stuck at 20+%.]],
      [[The spill over of growth is felt; middle-aged or older men built other than million-ton plants. Elasticity = % Change in quantity.]],
      [[Middle-aged and older adults came until approximately week 25, apart from in 2005; the way it was and is done. The Figure shows rates. The deduction is 33-1/3rd per cent.]],
      [[See http://a.org/get.cgi?docid=f:h3590enr.txt and cities of million plus; PVC = [PPV–(PPV×VE)]/[1–(PPV×VE)].]],
      "In the 21^st^ century, and in the 9^th^ grade, pupils read more; 1st of May; § 302 of the Act.",
      "By the end of the year, as much as 9% was paid, within a mile of the shore and for every kilogram of fish, at least 12 nautical miles out.",
      "It is what the plan consists of in the main; one in three adults, one of every five deaths, in May, 2014, and the third consecutive month.",
      "He turned around, and had known since then, when the meeting began, what the average of years past was (in: € million).",
      [[坚持家、校、社协同育人。]],
      [[3月4日至6日在南州举行,1至6月份增长5%。为户籍居民、农户居民办理,为每户困难家庭、千家万户居民服务,培育一家重点企业。]],
      [[截至10月底,班列开行;2015年4月,尼泊尔地震;去年8月份以来;今年7月底完成;从年初到年底,每月20日发放。]],
      [[年均增长3%。按日通报,今日宣布。过年首次返乡,开年首次学习。建设年启动。]],
      [[前三季度增长,目前季度分析。亿吨级油田,船舶吨级提升。千家万户、亿万人民。近万名学生,新签约亿元以上项目3个。]],
      [[一期工程完工,5G基站,沿线城市。改革开放以来。个人、个体户、个别地区。分别为3个和5个。总数达3个。]],
      [[培育规范企业10家左右,支持企业家创业。增长了3倍,达到了1.8万名。川渝通办事项扩展至355项。至少21人死亡。]],
      [[项目198个、20.1万套。新建亿元项目12个、万亩示范区3个。中小学教师人数稳定,学生人均支出增加。数十家左右。]],
      "境内    397,875,535.30    280,783,134.51    29.43    减少 3.56\n                                                     个百分点",
      [[The balance rose from –0.01% in April to –12 in May, from –15 in June. The Treasury raised a total of R$30.6 billion. Prices fell by dozens of percent.]],
      [[<p>The plan rests on three legs.</p> Much was left open.<br /><strong>By then it was late.</strong> The ferry stopped.</p>]],
      [[Only a small percent of the farms were sold, and gains of from 3 percent to 11 percent were registered. The number of square feet rose. The quarter per cent differential was kept, and two clerks quit within days of being hired.]],
      [[A total of R68,6 billion has been disclosed. 新增本、专科院校8所。表中单位:元,%。]],
      "| 指标 | 绝对数 | 比上年增长% |\n|---|---|---|\n| 总产值 | 120.3 | 4.2 |",
      "| (dollars in millions) | 2024 | 2023 | % Change 2024-2023 |\n|---|---|---|---|\n| Comparable sales (% change) (1) | (1.8)% | (3.2)% | 3% |",
      [[受原材料价格上涨和2022年同期基数较高影响。外币存款折合人民币余额320亿元,赔付折合人民币共3.2亿元。]],
      [[2023年月嫂培训1200人,2023年月最高用电负荷1200万千瓦。还有个别村和12个社区,设个人奖项和10个集体奖。自发生事故起,24小时内上报。]],
      [[Results are expressed as a percent increase or a percent decrease from baseline. Data are shown as a percent reduction in cases.]],
      [[旅游外汇收入折合人民币1.4亿元,约合人民币1.2万元。]],
      [[中国邀请机制建立以来最多发展中国家与会,最大发展中国家的责任没有变。全球经济复苏,新兴经济体和发展中国家贡献突出。]],
      [[这不但是个经济问题,而且是个大问题。现在只需拨个电话。这里我想做个安民告示。下个十年要有个奋斗目标,个中缘由可以概括。]],
      [[年产值超亿元的企业有32家,煤炭产量突破亿吨的省份增加。虽然远隔万里,令人感慨万分。]],
      [[数控系统和功能部件等配套件基本满足国内主机需要,主要产品为精密电磁屏蔽件、精密连接器。五等份收入分组。]],
      [[带动就业2100人,选派科技特派员,建设专家服务基地12

家,累计选派专家1100名。]],
      [[完成以上目标任务,要从全年来看。为总辐射能量的22亿分之一,是增长最快的部分之一。4 小时内完成采样。]],
      [[国家有关部门公布名单，各企业家、科学家按条件申报项目文件。]],
      [[2023年月均降水量偏多,连续年度考核优秀,按每人每月300元发放,样本的例外情况另述。]],
      [[增长和下降并存,出口增长2.4%和进口增长3.6%,在至2035年的规划中写明,案件起诉率上升。]],
      [[新开工亿元以上项目31个，每万人拥有3名医生。]],
      [[建设历史文化名镇名村，办好企业之家、职工之家。]],
      [[The estimated percentage point difference (–2.2) was small. Figure 9: Stoppages in the United Kingdom, 2014 (%)]],
      [[多项首台套产品应用，设备更新2.1万台套，接待13万人次。]],
      [[实现量质齐升，件件有着落、事事有回音。]],
      [[丝织品毫米级还原，公里数逐年增加。]],
      [[职业年金缴费支出、企业年金同步规范，收官之年再出发。]],
      [[各民主党派、社会各界人士积极建言，省份之间交流频繁。]],
      [[文明新风吹遍千乡万村、千家万户。]],
      [[其余所需经费自筹，业余时间学习。]],
      [[游客人次、旅游花费分别增长14.1%、15.2%。]],
      [[新增普惠托位，推进资源场、保护区建设。]],
      [[城镇污水日处理能力提高，世界城市日主场活动成功。]],
      [[单位：万元]],
      [[All rates are per 100,000 population; 95% CIs are given for three or more visits.]],
      [[Shares are n (%) or No. (%) of all (12.3%); rates rose from 2 to 3 cases, cost is in $ million (2019: %).]],
      [[
| Group | Amount | % of total |
|---|---|---|
| % (95% CI) | 12.1 | 45.3 |
]],
      [[Scales ranged from one (never) to five; the price was converted from dollars to yuan.]],
      [[Spending is shown as a % of income, in $ million.]],
      [[The price was 104,15 euros and the rate 3,5%; in all 1,204 were sold.]],
      [[As shown before (104,15) and [103,12], 1,204 cases in lines 100,12-14 were read; n = 12, 40%.]],
      [[Sales grew , as planned , in 2019 . The towns they came from, and those they moved to, grew by between 2% and 3%.]],
      [[Amounts are in $ and shown per share. The % change was 4%. Taxes up to and including the basic rate fell to as low as 3%.]],
      [[A total of approximately 300 people and several million visitors came.]],
      [[All areas saw gains (Table). The 2020 Notes and 2049 Notes are senior. Leases under IFRS and local rules differ (Figure 2).]],
      [[The average number of hours fell, compared with during the war. One per cent, half of one per cent and n per cent were tried.]],
      [[Income is shown in $ and per share; the margin of (3.2%) and (1.1%) respectively was low. Of 120 clinics, 78 (65%) took part.]],
      [[What prices rose by, and what they fell to, is told in Section 4(b). The doses were given ≥ two weeks and ≥one year apart.]],
      [[The type of test and type of clinic are known. They ran from May–October 2021 and for days on end. It was of and for the people.]],
      [[Costs per $ million of revenue are shown in $ or as per cent of sales, and per annum. It is up to members to act in time.]],
      [[The annual per cent change and the per cent of rent are shown, as per cent of sales.]],
      [[Prices will be affected over the next months, one member said, and were in the past weeks. It is a couple of per cent higher; spreads fell by more than prices had risen.]],
      "The gross margin percent declined, and gross margin percent rose. Sales were $ 163 $ (261) and net $ (149). It may give rise to or amplify losses.",
      [[The exchange rate at R$2,35 held, and the S$ regained its losses in periods of US$ strength. Both the 1994- and 2000-based series rose, –since early 2019–, by 3%.]],
      "It was on the 24 th day, for one -year terms, a nd th e fir st year. The total, as reduced by, among others, fees. See Note 2– Policies. It is important to note.",
      [[Sales increased by, on average, 3 percent a year, and fell by, for example, a tenth.]],
      "The report , as said , was read in May , and in June , too. It was read in the year , and in the month . Earnings centred on April was 5.4%.",
      [[The mean score was 51 (95 % CI 42–58). Relative risks and 95 % CIs will be estimated, with 95 % confidence intervals around each.]],
      [[Figure 3 | Investment balance to reach the targets in El Salvador, Honduras, and Panama (millions of US$ per year)]],
      "50%\n\n% of wage\n\n% of last salary",
      [[Sub-plans have been allocated a total of Rs 1,34,226 crore. Data are read by tbl(con) %>% mutate(n = 2) %>% collect() %>% kable().]],
      [[A summary of per capita consumption is given. Its growth is that of per capita income, and households are ranked by per capita spending.]],
      [[It was the second fastest percentage point reduction in poverty. The high percentage point reduction is in part due to the start.]],
      [[The oxygen saturation SpO2 (%) was low, and the spread (% C.V.) was within 15% of it. Gains could reach as much as US$117 million.]],
      "十年前人均收入不过万元,年消纳叶片可达万吨,约束上亿摄氏度的等离子体。过火面积达100平方公里左右,攀爬转移至节点舱扶手处。灾情较重的大河家、刘集、柳沟等乡镇复工,完成整车关键项检测。年初预算为 196.40\n\n万元,完成。\n\n|产品|说明|\n|---|---|\n|电缆|中压、高 压、电 器设备及 其配件,部 件设计、研 发|",
      "Indirect cost = % of total cost. All values are % (95% CI), the baseline percent minus the follow-up percent. Guests aged 80 years or older (vs 60–79 y) were few (Figure ); 5 = low ;6 = high, in the work of . . . a function, with an estimated savings of $6.4 million.",
      [[Hospitals reported 12 COVID-19–Associated admissions; the choice was equal (=), longer (<) or not, and Δ% is shown for all.]],
    },
  },
  check = function(gap, report, params)
    local shape = gap.type == "match"
    if not shape and gap.strength < params.min_strength then return end
    local place = shape and gap:place("lost") or gap.place
    if shape and day_lost.is_date(gap[0]) and not day_lost.is(gap[0], gap.sentence.doc) then return end
    if shape and CUT:find(place.text) and not groups_by_three(gap.sentence.doc) then return end
    if shape and gap.sentence.cell and place.text == "%" then return end -- a header: % (95% CI)
    if shape and place.text:find("^[,.;]$") and STRANDED:find(place:before(60)) then return end
    if shape and UNIT_LOST:find(place.text) and SPACED:find(place:before(4)) then return end
    if place.text:find("^%(%d") and not counts_shares(gap.sentence.doc) then return end
    if place.text == "%" and is_label(gap, place) then return end
    if place.text:find("^%u$") and place:after(2):find("^%$?%d") then return end -- a total of R68,6 billion, of R$30 billion
    if place.text == "百分点" and place:before(2) == "个" then return end -- what a narrow column broke off
    if not shape and ROW:find(place:after(3)) then return end
    if place.text == "本" and place:after(9):find("^、专") then return end -- 本、专科院校
    if shape and place.text == "起" and SINCE:find(place:before(16)) then return end
    if not shape and place.text == "." and STOPS:find(place:before(9)) then return end
    if shape and is_label_sign(place, gap.sentence) then return end
    if shape and place.text == "%" and AXIS:find(gap.sentence.text) and not ENDS:find(gap.sentence.text) then return end
    if whole_gap.is(place, gap.sentence.doc) then return end
    if is_told(gap.sentence, place) then return end
    report {
      at = place, message = shape and "shape" or OPEN:find(place.text) and "behind" or gap.kind, stated = place.text,
      values = { word = place.text, left = place:before(10), right = place:after(6) },
    }
  end,
}
