-- A report of the first half year knows nothing of the first three quarters.
local ORDER = { ["一季度"] = 3, ["上半年"] = 6, ["前三季度"] = 9, ["前二季度"] = 6 }
local CUMULATIVE = [[(?<period>前三季度|上半年|一季度|(?<!的)前(?<n>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个?月|1(?:-|—|至|到)(?<m>1[0-2]|[2-9])月)(?<asof>)(?<q>)]]
local AS_OF = [[截[至止](?:今年|目前)?(?<period>(?<m>1[0-2]|[1-9])月(?:[底末]|份))(?<asof>)(?<n>)(?<q>)]]
local QUARTER = [[(?<![前、和至到到一二三四第])(?<period>第?(?<q>[二三四])季度)(?![、和至到末])(?<m>)(?<asof>)(?<n>)]]
local TITLE = re.new("^[^,。;0-9]{0,12}(?:19|20)?[0-9]{0,4}年?[^,。;0-9]{0,10}(一季度|上半年|前三季度)[^,。;]{0,30}$")
local BEHIND = re.new("^[^,。;]{0,4}(?:将|预计|目标|力争|确保)")
local TITLE_BLOCKS = 3
local OTHER = re.new("去年|上年|同期|全年|(?:19|20)[0-9]{2}年[^,。;]{0,4}$|预计|目标|计划|力争|确保|争取|下一步|将|到|比")

-- The last month of what the report's title says it is of.
local titles = memo()
local function month_of(doc)
  if titles[doc] ~= nil then return titles[doc] end
  titles[doc] = false
  for i = 1, math.min(TITLE_BLOCKS, #doc.blocks) do
    local block = doc.blocks[i]
    local period = block.length < 150 and TITLE:match(block.text)
    if period then
      titles[doc] = { month = ORDER[period], place = block.body or block.place, period = period }
      break
    end
  end
  return titles[doc]
end

-- 《新闻联播》(20260511): what a text of one day tells of 1至5月 or 截至5月底 is not
-- yet known. Of 2,967 such periods in the news five end later than their text, all of
-- them bookings and indices of what is expected.
local ENDING = 25 -- day of a month from which on its figures may be told
local WINTER, AUTUMN = 3, 9 -- months in which the year is the last one
local CLAUSE, REST = re.new("[^,。;]*$"), re.new("^[^,。;]*")
local EXPECTED = re.new("指数|预订|预售|预约|预报|报名|申报|合同|协议|优惠|截至时间|活动时间|付息|[免]租|去年\\d{1,2}月")
local TOLD = re.new("^[^。;]{0,60}?(?:同比|增长|下降|累计|完成|达到?|实现|已|[^为除]了|共|新增|发放|运送|发送)")
local HEADS = re.new("(?:今年以?来?|^|[,。;:、)])$")
local OUGHT = re.new("^[^,。;]{0,3}前|[要应须]")
local NOT_OWN = re.new("去年|上年|同期|(?:19|20)[0-9]{2}年[^,。;]{0,4}$|财年|将|预计|预测|计划|目标|力争|有望|确保|争取|下一步")
-- 记者今天(4月22日)了解到,三季度,全国实施项目2.4万个.
local OTHER_YEAR = re.new("去年|上年|前年|同期|(?<!今)年度?第?$|财年|(?:19|20)\\d\\d年|以来")
local LAST = 3 -- months of a quarter
local AIMED = re.new("可能|分季度|安排|要求|部署|下调|上调|预|将|拟|计划|目标|力争|有望|确保|争取|展望|减产|增产|启动|推出|投用|完工|建成")
local function judge_quarter(m, place, report)
  local own = lib("ownday").of(m.doc)
  local quarter = own and lib("calendar").number(m.q)
  if not quarter or quarter * LAST <= own.month or own.month <= WINTER then return end
  if OTHER_YEAR:find(place:before(24)) or AIMED:find(m.sentence.text) or not TOLD:find(place:after(200)) then return end
  report { at = place, related = own.claim, message = "day", values = { day = own.claim.text } }
end

local function judge_day(m, month, place, report)
  local own = lib("ownday").of(m.doc)
  if not own or own.month <= WINTER and month >= AUTUMN then return end
  local late = month > own.month or month == own.month and own.day < ENDING
  if not late then
    report.agrees { at = place, related = own.claim, how = month .. " ≤ " .. own.month }
  elseif m.text:find("^前") and not HEADS:find(place:before(4)) or not TOLD:find(place:after(200)) or OUGHT:find(REST:match(place:after(90))) then
    return
  elseif not (NOT_OWN:find(CLAUSE:match(place:before(60))) or NOT_OWN:find(REST:match(place:after(90))) or EXPECTED:find(m.sentence.text)) then
    report { at = place, related = own.claim, message = "day", values = { day = own.claim.text } }
  end
end

local function judge_years(set, report)
  for _, doc in ipairs(set.documents) do
    if doc.lang == "zh" then
      lib("stray_year").judge(doc, report)
    else
      lib("last_year").judge(doc, report)
      lib("title_year").judge(doc, report)
    end
  end
end

return {
  api = 1,
  id = "period-ahead",
  severity = "warning",
  on = { set = true, pattern = { CUMULATIVE, AS_OF, QUARTER } },
  summary = {
    zh = "还没到的时期、年份写成已经过去（上半年的分析写“前三季度平均油价”，2023年的报告写“早在2044年”）",
    en = "a period or year that is still to come is told as past",
  },
  explain = {
    zh = [[标题写明是一季度、上半年或前三季度的分析，正文写到更晚的累计期（前三季度、1—9月）时报告；文首写明日期的，累计期不应晚于该日；预计、目标和上年的不在此列。
报告年份之后两年以上的年份，说成早在、自……以来或已发生的，也报告；英文取全文其他年份之后两年以上、却写作过去的，以及标题所说的年份晚于
文首日期的。]],
    en = [[Where the title says that a report is of the first quarter, half year or three quarters, a longer period
in its text is reported; where the head of the text has its day, a period that ends behind it; forecasts, aims and other years are not.
So is a year that is told as past and lies behind the text's own, in English two and more behind all others of the text, and a day
at the head that is earlier than the year of the title.]],
  },
  messages = {
    base = {
      zh = "标题是“{title}”，这里却是“{stated}”",
      en = "the title says {title}, here it is {stated}",
    },
    day = {
      zh = "全文日期为{day}，“{stated}”的数据还不会有",
      en = "the text is of {day}: figures of {stated} are not known yet",
    },
    year = {
      zh = "这是 {year} 年的文稿，“{stated}”还没有到，疑为 {meant} 年",
      en = "the text is of {year}, {stated} is still to come; {meant} was probably meant",
    },
    last = {
      zh = "{last} 年写作已经过去，而全文其他年份最晚到 {before} 年",
      en = "{last} is told as past; all other years of the text end in {before}",
    },
    title = { zh = "文首日期为{at}，标题说的是{year}年", en = "dated {at}, but the title speaks of {year}" },
  },
  examples = {
    bad = {
      { "# 《新闻联播》(20221107)\n\n截至12月底,运送了1.6万多名军事人员。", at = "12月底" },
      { "# 《新闻联播》(20250422)\n\n记者了解到,今年三季度,全国落实水利投资7787亿元,比去年同期增长93.3%。", at = "三季度" },
      { "# 《新闻联播》(20241204)\n\n1—12月,共发放贷款2730亿元。", at = "1—12月" },
      { "# 《新闻联播》(20260511)\n\n今年1至5月,我国新能源汽车出口138.4万辆,同比增长1.2倍。", at = "1至5月" },
      { "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元。PPI走低(前三季度平均油价同比下降33.2%)。", at = "前三季度" },
      { "2023年甲县财政工作报告\n\n——2023年1月9日在甲县人民代表大会会议上\n\n一、2022年工作回顾\n\n早在2044年,有关部门就着手准备。\n\n二、2023年工作安排\n\n继续努力。", at = "2044年" },
      { "# 《新闻联播》(20260609)\n\n自2042年首届大会在中国成功举办以来,双方同心协力。", at = "2042年" },
      { "# 《新闻联播》(20250609)\n\n甲县2028年工业总产值比上年增长5.1%,快于全省平均水平。", at = "2028年" },
      { "# 《新闻联播》(20250609)\n\n他们在2026年考评第三的好成绩基础上继续努力。", at = "2026年" },
      { "In 2015 and 2016 sales rose. In 2017 they fell. The rate was 5% in 2018 and 6% in 2016.\n\nBetween 2015 and 2033, the index declined by 4% and was low in 2018. Sales in 2017 were low, those of 2018 were high.", at = "2033" },
      { "Sales rose in 2017 and 2018. The rate was 5% in 2018 and 6% in 2017.\n\nTotal revenues for the years ended September 30, 2029 and 2018 were low. Sales in 2017 were low, those of 2018 were high.", at = "September 30, 2029" },
      { "# Tobacco Smoke Exposure Among Workers, 2015\n\nWeekly / July 12, 2014 / 68(27)\n\nIn 2015, workers reported exposure at work.", at = "July 12, 2014" },
    },
    good = {
      "# 《新闻联播》(20260511)\n\n今年1至4月,我国新能源汽车出口138.4万辆,同比增长1.2倍。预计前6个月出口200万辆。",
      "# 《新闻联播》(20240322)\n\n申报时间截至5月底。报名截至6月底。优惠政策截至12月底,购车补贴最高1万元。活动时间截至今年10月底。合同约定,截至今年6月底,企业应支付剩余款项。截至4月底前,各地要完成排查。",
      "# 《新闻联播》(20240322)\n\n婴儿出生后前6个月纯母乳喂养。合同前6个月免租,前十个月付息。从去年4月到今年3月,前12个月累计增长3%。",
      "# 《新闻联播》(20240622)\n\n1—6月份,客流量指数平均值为54.0%。截至去年10月底,建成20个。今年1至5月,建成30个。",
      "# 《新闻联播》(20250422)\n\n今年一季度,全国落实水利投资7787亿元,比去年四季度增长93.3%。预计三季度增长5%。2024年三季度增长3.1%。",
      "# 《新闻联播》(20260529)\n\n今年前5个月,航线累计开行1.2万列。",
      "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元,增速比一季度提高0.3个百分点。预计前三季度增长5%。去年前三季度增长4%。",
      "全市经济运行情况分析\n\n上半年实现生产总值1228亿元。前三季度平均油价同比下降33.2%。",
      "# 《新闻联播》(20250609)\n\n双方一致同意把2027年定为友好年。世界银行报告称,2025年全球增速2.7%,2027年增速2.7%。登月任务2027年年中进行。核电站1号机组2027年并网发电。望远镜2027年发射。2027年全面停止进口。总统埃尔多安,2028年任满。",
      "# 《新闻联播》(20250609)\n\n大桥预计2028年建成。早在2018年就着手准备。到2028年,产量达到30万吨。甲县2024年工业总产值比上年增长5.1%。",
      "# 《新闻联播》(20250609)\n\n法律自2027年8月1日起施行。企业订单已经排到了2028年。2027年服务体系初步建立。落实联合国2030年可持续发展议程。",
      "全县经济向好,规划展望到2033年。2035年目标可期。早在2044年就着手准备。",
      "2023年甲县财政工作报告\n\n——2023年1月9日在甲县人民代表大会会议上\n\n一、2022年工作回顾\n\n发行的债券2033年到期。\n\n二、2023年工作安排\n\n2024年元旦前完成审核。",
      "In 2015 and 2016 sales rose. In 2017 they fell. The rate was 5% in 2018 and 6% in 2016.\n\nBetween 2015 and 2018, the index declined by 4%. The plan to 2033 was adopted in 2018, with goals for 2017 and 2018.",
      "Sales rose in 2017 and 2018. The rate was 5% in 2018 and 6% in 2017.\n\nThe notes due 2029 were issued in 2018. Sales will have doubled by 2029.",
      "Sales rose in 2017 and 2018. The rate was 5% in 2018 and 6% in 2017. Sales in 2017 were low, those of 2018 were high.\n\nThe mandate of the president was for four years, to 2022, and sales rose.",
      "# Tobacco Smoke Exposure Among Workers, 2015\n\nWeekly / July 12, 2019 / 68(27)\n\nIn 2015, workers reported exposure at work.",
      "# 2025 Atlantic hurricane names\n\nMay 20, 2024\n\nThe names are drawn from six lists.",
      "# Survey Methods\n\n## Results of the Labour Force Survey, 2022\n\n12 December 2021\n\nHouseholds are asked in five waves.",
      "# Spending Plan 2025\n\nNovember 12, 2024\n\nIn 2025, spending will rise.",
      "# Tobacco Smoke Exposure Among Workers\n\nJuly 12, 2014\n\nWorkers will be asked again in 2015.",
    },
  },
  check = function(m, report)
    if m.type == "set" then return judge_years(m, report) end
    if m.doc.lang ~= "zh" then return end
    local title = month_of(m.doc)
    local said = (m.n or "") ~= "" and m.n or m.m
    local month = ORDER[m.period] or lib("calendar").number(said)
    local place = m:place("period")
    if m.q ~= "" then return judge_quarter(m, place, report) end
    if not title then return month and said and judge_day(m, month, place, report) end
    if not month or month <= title.month then return end
    if place.block == title.place.block or OTHER:find(place:before(16)) or BEHIND:find(place:after(8)) then return end
    report { at = place, related = title.place, values = { title = title.period } }
  end,
}
