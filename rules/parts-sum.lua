-- A sum that is one slip of the pen away from its whole is a finding; a sum
-- that is merely smaller than its whole is none: 其中 need not name all.

local figures, once, sum_slip = lib "figures", lib "once", lib "sum_slip"
local told = once.new() -- figures that a link or a pattern was told of
local CONSTRUCTION = "said by a construction" -- reason of a link

-- 夏粮30万吨,早稻45万吨,秋粮75万吨: with what is said between two classes.
local function with_between(members)
  local first, last = members[1], members[#members]
  local sum
  for i = first.index, last.index do
    local c = first.doc.claims[i]
    if c.unit == first.unit and c.kind == first.kind and c.amount.low and c.amount.high then
      sum = sum and sum + c.amount or c.amount
    end
  end
  return sum
end

-- 生产总值 is what the three industries add, and nothing else.
local ECONOMY, INDUSTRY = re.new("生产总值|GDP"), re.new("第一产业(?:增加值|完成)")

-- 三次产业, 男女: no figure is said to be the whole. One near by that fits
-- will do; else one that a slip of the pen makes fit is reported.
local function check_partition(link, report)
  if link.members[1].kind == "percent" or lib("two_measures").are(link.members) then return end
  local sum = figures.sum(link.members)
  if not (sum.low and sum.high) then return end
  for _, m in ipairs(link.members) do
    if not m.value then return end
  end
  local all = with_between(link.members) or sum
  for _, whole in ipairs(link.others) do
    if sum:meets(whole.amount) or all:meets(whole.amount) then
      report.agrees { at = whole, related = link.members, how = "Σ = " .. whole.text }
      return
    end
  end
  local near = lib "near"
  for _, whole in ipairs(link.others) do
    local case = { whole = whole, members = link.members }
    local member, kind, value
    if whole.value then member, kind, value = sum_slip.find(case, sum) end
    local economy = member and ECONOMY:find(whole.indicator) and whole.block.index == link.members[1].block.index
      and INDUSTRY:find(link.members[1]:before(40))
    if member and (kind == "transposed" or economy) then
      once.mark(told, member)
      local places = { whole }
      for _, m in ipairs(link.members) do
        if m.index ~= member.index then places[#places + 1] = m end
      end
      report {
        at = member, related = places, message = "slip", expected = lib("myriads").shown(member, value), severity = "warning",
        values = { sum = lib("show").like(sum, whole), whole = whole.text,
                   kind = near.words[kind] },
      }
      return
    end
  end
end

-- 964个,其中新开工271个,续建693个;重点项目156个: the members before the first ;
-- where at least two are.
local function up_to_semicolon(members)
  for k = 3, #members do
    local before = members[k]:before(120):match(".*;(.*)$")
    if before and not before:find(members[k - 1].text, 1, true) then return { table.unpack(members, 1, k - 1) } end
  end
end

-- Members behind a ; may be of something else: two digits swapped in those
-- before it are no chance.
local function check_first(link, report)
  local members = up_to_semicolon(link.members)
  local case = members and { whole = link.whole, members = members }
  if not case or not sum_slip.is_closed(case) then return end
  local near, sum = lib "near", figures.sum(members)
  if sum:meets(link.whole.amount) then
    report.agrees { at = link.whole, related = members, how = "Σ = " .. link.whole.text }
    return
  end
  local member, kind, value = sum_slip.find(case, sum)
  if kind ~= "transposed" or member.digits < 3 then return end
  local places = { link.whole }
  for _, m in ipairs(members) do places[#places + 1] = m end
  report {
    at = member, related = places, message = "slip", expected = lib("myriads").shown(member, value), severity = "warning",
    values = { sum = lib("show").like(sum, link.whole), whole = link.whole.text, kind = near.words[kind] },
  }
end

-- revenue of 780 and expenditure of 839, leaving a deficit of 59: the second is the
-- whole. What a gap is of, is not said; Rs.915 of a line that broke before crores has no scale.
local LEAVES, GAP = re.new([[\b(?:deficit|shortfall)(?: [a-z]+)? of [^,;.]{0,12}$]]), re.new([[\bgap(?: [a-z]+)? of [^,;.]{0,12}$]])
local function leaves_deficit(link)
  local last = link.doc.lang == "en" and link.reason == CONSTRUCTION and #link.members == 2 and link.members[2]
  if not last then return nil end
  local before = last:before(60)
  if not (link.whole.amount.low and link.members[1].amount.low) or link.whole.amount.low > link.members[1].amount.low then return nil end
  return GAP:find(before) and "gap" or LEAVES:find(before) and "deficit" or nil
end
local function is_torn(link)
  local whole = link.whole
  if whole.kind ~= "amount" or not whole.scale:gt(1000) then return false end
  for _, m in ipairs(link.members) do
    if m.scale:eq(1) then return true end
  end
end

-- The words say that the parts are all: for a total of, the remaining.
local SAID = 90
local ONLY = "the only figures of their unit"
local said = lib "said_total"
local SAID_TOTAL, ADDED_UP = 4, 6 -- the last pattern of each

return {
  api = 1,
  id = "parts-sum",
  severity = "error",
  on = { link = "parts", pattern = {
    said.total, said.split, said.absent, said.twin,
    lib("added_up").patterns[1], lib("added_up").patterns[2], lib("divided").pattern,
  } },
  summary = {
    zh = "分项之和与总数不符",
    en = "the parts do not add up to their whole",
  },
  explain = {
    zh = [[“其中”“包括”“含”后列出的分项应等于总数（列全时），或不超过总数。区间相加带入每个数的舍入误差。
和不等于总数时，若把某一个数的两位对调、改一位或移动小数点就恰好相等，则报告这个数；
没有“其中”而连着写的几个数，仅当对调其中一个数（至少四位）的两位即成为另一个数之和时报告。
分项没有列全（没有“其他”，也不是男女、城乡、税收与非税这样分尽的两类）、又不存在这种笔误时保持沉默。
“A亿元，加上B亿元，合计C亿元”：C 应等于 A 与 B 之和；“零售总额890亿元。分规模看，限额以上67.9亿元，限额以下222.1亿元”：
改正一处笔误即成为前面的总数时报告。]],
    en = [[Parts named after "of which", "including" add up to the whole when all are named, and never exceed
it. Sums carry the rounding of every addend. Where they differ, the figure is reported that fits once two of
its digits are swapped, one digit is changed or the point is moved. Figures said one behind the other without
such words are told only by two digits swapped in one of four digits or more. Parts that are merely not all named
(no "others", no pair such as men and women) are passed over in silence. What 加上 adds comes to the total that follows, and the
parts that a whole is divided into (分规模看) make it but for one slip of the pen.]],
  },
  messages = {
    all = {
      zh = "各分项之和为 {sum}，总数印为 {stated}",
      en = "the parts are all of the whole and add up to {sum}, printed is {stated}",
    },
    split = {
      zh = "{stated} 分为 {a} 和 {b}，合计 {sum}",
      en = "{stated} are split into {a} and {b}, which make {sum}",
    },
    small = {
      zh = "{stated} 不及总数 {whole} 的末位，疑为 {expected}",
      en = "{stated} is less than the last place of the whole, {whole}; {expected} is probably meant",
    },
    slip = {
      zh = "分项之和 {sum} 与总数 {whole} 不符；{stated} 若为 {expected} 则相符（{kind}）",
      en = "the parts add up to {sum}, the whole is {whole}; {stated} would fit as {expected} ({kind})",
    },
    added = { zh = "{a} 加上 {b} 为 {sum}，印为 {stated}", en = "{a} and {b} make {sum}, printed as {stated}" },
    divided = {
      zh = "各项之和为 {sum}，前面的总数为 {whole}；此处若为 {expected} 则相符{near}",
      en = "the parts make {sum}, the whole is {whole}; {expected} here would fit{near}",
    },
  },
  examples = {
    bad = {
      { [[The revenue estimate of $3,885 million covers the recurrent expenditure of $3,374 million, leaving a surplus of $511 million. Elsewhere, revenue of $17.2 billion met outlays of $51.5 billion, a surplus of $1.7 billion.]], at = "$51.5 billion", severity = "warning" },
      { [[Of 236,186 persons who responded, approximately 12,206 (5.2%) were excluded from the results, yielding a final sample of 232,980.]], at = "232,980" },
      { [[The harbour received 95,550 calls related to moorings (28,158) and to repairs (17,392).]], at = "28,158" },
      { [[Of the 8,420 boats inspected, 312 were withdrawn, 1,205 repaired and 436 sold, leaving 64,670 in service.]], at = "64,670" },
      { [[会议应出席代表2956人,出席2877人,缺席89人,出席人数符合法定人数。]], at = "2956人", severity = "warning" },
      { [[国家自然科学奖51项,其中一等奖3项、二等奖49项;国家技术发明奖58项,其中一等奖3项、二等奖55项。]], at = "51项", severity = "warning" },
      { [[We had letters of credit of $5.3 million, of which $3.7 million expire in less than one year and $2.6 million expire in one to three years.]], at = "$5.3 million", severity = "warning" },
      { [[The budget is £42 billion: £30 billion for pensions and £12 million for health.]], at = "£12 million" },
      { [[Of the 1,250 participants, 640 were men and 601 were women.]], at = "601" },
      { [[拟安排长期建设国债500亿元,比去年减少100亿元;拟安排经常性建设投资804亿元,比去年增加250亿元;中央政府建设投资总规模为1403亿元。]], at = "1403亿元", severity = "warning" },
      { [[12个实现收入的税种中,增值税、房产税、车船税等6个税种实现增长,合计增收2.5亿元;营业税、企业所得税等7个税种负增长,合计减收5.5亿元。]], at = "12个", severity = "warning" },
      { [[国家每年安排支出1030多亿元,其中中央财政870多亿元,地方财政250多亿元。]], at = "870多亿元" },
      { [[Depreciation was $8.8 million and amortization $2.2 million, for a total of $12.0 million.]], at = "$12.0 million",
        severity = "warning" },
      { [[We project a deficit of 900 billion yuan, which consists of a 700 billion yuan central deficit and 200 million yuan in bonds.]],
        at = "900 billion yuan", severity = "warning" },
      { [[We had 1,204 employees, of whom 821 worked in the north, 301 in the south and 91 abroad.]], at = "821" },
      { [[计划播种面积1128万亩(水田186万亩、旱田960万亩),种植结构进一步优化。]], at = "186万亩" },
      { [[施工单位共有964个,其中本年开始建设的271个,继续建设的639个;国家重点项目156个,已投产的12个。]], at = "639个", severity = "warning" },
      { [[引进人才3600名,其中教师1505名、医师1000名、工程师650名、科研人员400名。]], at = "1505名" },
      { [[形成项目147个,其中新引进项目65个、扩能升级项目28个、现有企业新建项目45个。]], at = "45个" },
      { [[出口总额235.6亿元,其中机电产品134.8亿元,农产品45.3亿元,其他80.0亿元。]], at = "235.6亿元", severity = "warning" },
      { [[一般公共预算收入350亿元,其中税收收入283亿元,非税收入91亿元。]], at = "350亿元", severity = "warning" },
      { [[惠及群众3500人,其中城镇2100人、农村1730人。]], at = "3500人", severity = "warning" },
      { [[今年安排项目105个,其中,工业类3个、城市建设类38个、农业类21个、商贸类7个、民生类46个。]], at = "105个", severity = "warning" },
      { [[现有编制46名,其中行政编制18名,事业编制38名。]], at = "46名", severity = "warning" },
      { [[新设经营主体3.2万户,其中企业0.9万户、个体工商户2.8万户。]], at = "3.2万户", severity = "warning" },
      { [[粮食产量650万吨,其中玉米382万吨,水稻114万吨,小麦184万吨。]], at = "382万吨", severity = "warning" },
      { [[办理代表建议186件、政协提案162件,合计312件。]], at = "162件", severity = "warning" },
      { [[全市生产总值5781亿元。第一产业增加值208亿元;第二产业增加值2791亿元;第三产业增加值2802亿元。]], at = "2791亿元", severity = "warning" },
      { [[全年供水总量18264亿立方米,其中,工业供水6137万立方米,生活供水12127万立方米。]], at = "18264亿立方米", severity = "warning" },
      { [[评选结果揭晓,163人当选。其中,文学组59人,艺术组74人。]], at = "163人", severity = "warning" },
      { [[市属投资完成159.5亿元,其中:矿区完成150万元,下降10.8%;化工1.1亿元,下降57.1%;建材0.7亿元,下降74.6%。]], at = "150万元", severity = "warning" },
      { [[签约项目35个,总投资268.5亿元。其中,工业20个、总投资158.2亿元;农业15个、总投资110.3万元。]], at = "110.3万元", severity = "warning" },
      { [[全年查验货物4.24亿吨。其中,进港2.06亿吨、出港1.83万吨、中转3547.8万吨。]], at = "1.83万吨", severity = "warning" },
      { [[全市接待游客4.51万人次,增长9.2%。其中,水路1.43万人次,增长6.7%;公路3.08亿人次,增长8.8%。]], at = "3.08亿人次", severity = "warning" },
      { [[省级下达专项资金528613万元,市级留用176400万元,拨付县区325213万元。]], at = "325213万元", severity = "warning" },
      { [[全市共有停车场所72处,路内停车场所21处,小区停车场所15处,商业停车场所63处。]], at = "63处", severity = "warning" },
      { [[民生预算253,628万元,其中:教育支出101,214万元、社保支出95,823万元、卫生支出56,591万元。剔除上级补助74,983万元,本级安排的民生支出为187,645万元。]],
        at = "187,645万元", severity = "warning" },
      { [[全年受理案件880件,审结830件,结案率94.3%。其中刑事案件60件,民事案件790件,行政案件10件,其他5件。]], at = "830件", severity = "warning" },
      { [[全年支出合计434.16万元,其中:基本支出307.82万元,占71%;项目支出129.93万元,占29%。]], at = "434.16万元", severity = "warning" },
      { [[财政部日前下达2024年发展资金预算约40.4亿元,加上提前下达金额约363.5亿元,合计下达预算约803.9亿元。]], at = "803.9亿元" },
      { [[共安排国债资金216亿元支持336个项目。加上此前已下达的389亿元,今年累计安排705亿元,占全年800亿元的76%。]], at = "705亿元" },
      { [[下达保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定2024年应承担保费补贴金额548.5亿元。]], at = "548.5亿元" },
      { [[下达第二笔保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定应承担保费补贴金额587.5亿元。]], at = "587.5亿元" },
      { [[本年收入合计272亿元,加上上年结转收入35亿元,全年收入总数308亿元。本批接收新兵132人,加上春季接收的145人,共接收227人。]], at = "227人" },
      { [[全市社会消费品零售总额890亿元,同比增长5%。分规模看,限额以上单位67.9亿元,下降2.2%;限额以下单位222.1亿元,增长7.5%。]], at = "222.1亿元" },
      { [[全年零售总额803.1亿元。按地域分,城镇774.1亿元,增长16.5%;乡村56.0亿元,增长5.8%。]], at = "774.1亿元" },
    },
    good = {
      "赡养老人专项附加扣除标准，由每月2000元提高到3000元，其中独生子女按照每月3000元的标准扣除，非独生子女分摊每月3000元的扣除额度。",
      [[2019年上半年公司实现营业收入35.27亿元,同比增长0.88%;实现归母净利润6.70亿元,同比增长1.52%。二季度公司实现营收18.67亿元。]],
      [[Of the 8,420 boats inspected, 312 were withdrawn, 1,205 repaired and 436 sold, leaving 6,467 in service.]],
      [[The harbour received 95,550 calls, most of them related to moorings (28,158) and to repairs (17,392).]],
      [[New jobs were found in yards (24,400), trade

(11,700), transport (4,200) and other services (7,300).]],
      [[Yards used 79.9 Mtoe, and farms (45.7 Mtoe), shops (32.3 Mtoe) and inns (11.9 Mtoe) the rest of the 41.9%.]],
      [[The first $7,500 of an income will not be taxed, and the rebate of $500 will be reduced to $250, a saving to many.]],
      [[会议应到代表412人,实到398人,请假10人,缺席4人。]],
      [[国家自然科学奖51项,其中一等奖3项、二等奖48项;国家技术发明奖58项,其中一等奖3项、二等奖50项、三等奖5项。]],
      [[Bonds of $22.8 billion were sold, of which $10.6 billion in fixed-rate bonds: $6 billion in notes and $4.6 billion in bills.]],
      [[The budget is £42 billion: £30 billion for pensions and £12 billion for health, of which £12 million for drugs.]],
      [[拟安排长期建设国债500亿元,比去年减少100亿元;拟安排经常性建设投资804亿元,比去年增加250亿元;中央政府建设投资总规模为1304亿元。]],
      [[13个实现收入的税种中,增值税、房产税、车船税等6个税种实现增长,合计增收2.5亿元;营业税、企业所得税等7个税种负增长,合计减收5.5亿元。]],
      [[国家每年安排支出1030多亿元,其中中央财政780多亿元,地方财政250多亿元。]],
      [[总投资100亿元,其中一期30亿元,二期70亿元,年均投资20亿元。]],
      [[Depreciation was $8.8 million and amortization $2.2 million, for a total of $11.0 million.]],
      [[We project a deficit of 900 billion yuan, which consists of a 700 billion yuan central deficit and 200 billion yuan in bonds.]],
      [[Cash was $45.0 million, consisting of $24.2 million of income and $47.6 million of charges, partially offset by working capital.]],
      [[Guineans speak an estimated 36 languages comprising 59 dialects and 31 accents.]],
      [[The fund has $86 million, of which $52 million is invested abroad and $30 million in shares; it has 50 members, of whom 30 are women and 25 students.]],
      [[After deducting $40 million for pensions from the budget of $300 million, about $250 million remain, since $10 million are reserved.]],
      [[The debt of $900 million consisted primarily of $500 million of notes and $200 million of loans.]],
      [[We had 1,204 employees, of whom 812 worked in the north, 301 in the south and 91 abroad.]],
      [[市属投资完成159.5亿元,其中:矿区完成150亿元,化工1.1亿元。捐款1.6亿元,其中企业1.1亿元,个人150万元。]],
      [[签约项目35个,总投资268.5亿元。其中,工业20个、总投资158.2亿元;农业15个、总投资110.3亿元。]],
      [[全年查验货物4.24亿吨。其中,进港2.06亿吨、出港1.83亿吨、中转3547.8万吨。全年投资15亿元,其中道路12亿元,绿化150万元。]],
      [[货物进出口总额1000.2亿元,其中出口700.1亿元,进口300.1亿元,贸易顺差400.0亿元。]],
      [[出口总额235.6亿元,其中机电产品110.3亿元,农产品45.3亿元,其他80.0亿元。]],
      [[一般公共预算收入350亿元,其中税收收入280亿元,非税收入70亿元。]],
      [[计划播种面积1128万亩(水田168万亩、旱田960万亩);奖牌252枚(金牌88枚、银牌84枚、铜牌80枚);产量650万吨(其中水稻352万吨、玉米114万吨)。]],
      [[施工单位共有964个,其中本年开始建设的271个,继续建设的693个;国家重点项目156个,已投产的12个。]],
      [[全体居民人均可支配收入51343元,其中,城镇居民人均可支配收入61297元,农村居民人均可支配收入32453元。]],
      [[发电装机容量1372.53万千瓦,其中,火电831.58万千瓦,水电85.06万千瓦,风电38.78万千瓦,太阳能414.12万千瓦。]],
      [[房地产开发投资15.62亿元,其中,住宅11.81亿元,办公楼0.06亿元,商业营业用房1.76亿元。]],
      [[全年供水总量18264万立方米,其中,工业供水6137万立方米,生活供水12127万立方米。]],
      [[省级下达专项资金528613万元,市级留用176400万元,拨付县区352213万元。]],
      [[全市共有停车场所72处,路内停车场所21处,小区停车场所15处,商业停车场所36处。]],
      [[建成道路2431公里,其中县道1106公里,乡道1325公里;新开工3524公里,完工1352公里。]],
      [[今年安排项目105个,其中,工业类3个、城市建设类28个、农业类21个、商贸类7个、民生类46个。]],
      [[现有编制49名,其中行政编制18名,事业编制28名,工勤编制3名。新设经营主体3.5万户,其中企业0.9万户、个体工商户2.5万户。]],
      [[引进人才120名,其中硕士以上人才90名、35岁以下人才80名。粮食产量650万吨,其中玉米352万吨,水稻114万吨。]],
      [[办理代表建议186件、政协提案126件,合计312件。]],
      [[学校350所,其中小学180所,中学120所,高校40所。]],
      [[形成项目147个,含新引进项目65个、扩能升级项目28个、现有企业新建项目54个。]],
      [[全年共排查住房1444.9万栋,其中经营性住房71.3万栋,非经营性住房1373.5万栋。]],
      [[全年粮食产量150.0万吨,增长1.4%。其中,夏粮产量30.0万吨,下降0.7%;早稻产量45.0万吨,增长1.1%;秋粮产量75.0万吨,增长2.5%。]],
      [[处理218人,其中党纪政务处分132人,组织处理86人,移送司法机关9人。]],
      [[签约项目117个,其中工业类项目74个,有乡贤背景的项目72个。]],
      [[新增企业1500家,其中科技型企业300家、服务业企业420家。]],
      [[全年受理案件860件,审结830件,结案率96.5%。其中刑事案件60件,民事案件790件,行政案件10件。]],
      [[失业率5.2%,其中男性失业率5.3%,女性失业率5.0%。患病率12.0%,其中城市10.0%,农村14.0%。]],
      [[Fever and chills resolved in 97% and 96% of patients, respectively. Symptoms least likely to have resolved included cough (43%) and fatigue (35%).]],
      [[The budget estimated the revenue at Rs.780.10 crores and expenditure met from revenue at Rs.839.18 crores leaving a revenue deficit of Rs.59.08 crores.]],
      [[A gain to revenue of Rs.40 crores and to capital of Rs.50 crores, leaving an overall gap of Rs.18 crores, is expected.]],
      [[Among the 267 participants who gave a swab, 98 (36.7%) had a positive test; 171 (64.0%) participants had antibodies.]],
      [[Four matched controls were selected for each of the 24 cases, for a total of 96 controls.]],
      [[Rates were high in 1) services (males: 39.1), 2) farming (males: 36.1), and 3) transport (males: 29.8; females: 10.1).]],
      "| Law and its roles in preventing diseases (13), including frameworks for disease (14), obesity (15), and building (16). |\n| --- |\n| A |",
      [[共安排国债资金216亿元支持336个项目。加上此前已下达的389亿元,今年累计安排605亿元。]],
      [[共安排国债资金216亿元支持336个项目,中央预算内投资20亿元。加上此前已下达的389亿元,累计安排625亿元。]],
      [[财政部日前下达2024年发展资金预算约40.4亿元,加上提前下达金额约363.5亿元,合计下达预算约403.9亿元。]],
      [[下达保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定2024年补贴金额547.5亿元。本批接收132人,加上春季的145人,共接收277人。]],
      [[期初收入10亿元,加上期末15亿元,全年实现利润2亿元。本月交付20万辆,加上上月的18万辆,累计交付已达500万辆。]],
      [[公司去年亏损3亿元,加上今年盈利5亿元,累计盈利2亿元。新增专项债20亿元,加上一般债10亿元,全年财政支出100亿元。]],
      [[发行债券100亿元,加上此前发行的200亿元,总额度为500亿元。县里拿出300万元,加上捐款200万元,共修建学校总投资800万元的教学楼。]],
      [[今年投入12亿元,加上社会资本30亿元,共建设项目25个。今年投入12亿元,加上社会资本30亿元、贷款8亿元,合计50亿元。]],
      [[全市社会消费品零售总额290亿元,同比增长5%。分规模看,限额以上单位67.9亿元,下降2.2%;限额以下单位222.1亿元,增长7.5%。]],
      [[全年工业利润312.5亿元。分行业看,石化86.2亿元,食品42.5亿元,装备38.1亿元。按地域分,城镇747.1亿元,乡村56.0亿元。]],
    },
  },
  check = function(link, report, _, doc)
    if link.type == "match" then
      local asker = link.pattern <= SAID_TOTAL and said or link.pattern <= ADDED_UP and lib "added_up" or lib "divided"
      if asker == said or doc.lang == "zh" then asker.check(link, report, told) end
      return
    end
    if link.complete then return end -- cells of a table: table-total's
    if not link.whole then return check_partition(link, report) end
    local left = leaves_deficit(link)
    if left == "gap" then return end
    if left then
      link = { doc = doc, whole = link.members[1], members = { link.whole, link.members[2] }, strength = link.strength, reason = link.reason }
    end
    if not sum_slip.is_closed(link) then return end
    local near = lib "near"
    local sum, whole = figures.sum(link.members), link.whole
    if sum:meets(whole.amount) then
      report.agrees { at = whole, related = link.members, how = "Σ = " .. whole.text }
      return
    end
    local loose, all_parts = lib "loose_sum", lib "all_parts"
    if loose.is(link, sum) then return end
    local places = {}
    local member, kind, value = sum_slip.find(link, sum)
    local show = lib "show"
    local shown = show.like(sum, whole)
    if member and kind == "digit" and doc.lang == "zh" and loose.by_chance(link, sum) then return end
    if not member then
      local myriads = lib "myriads"
      local small, meant = myriads.lone(link.members, sum_slip.needed, link)
      if small then
        report {
          at = small, related = whole, message = "small", expected = myriads.shown(small, meant), severity = "warning",
          values = { whole = whole.text },
        }
        return
      end
      check_first(link, report)
      if doc.lang == "en" and is_torn(link) then return end
      local all = doc.lang == "en" and all_parts.said(link)
      if all then
        sum = figures.sum(all)
        shown = show.like(sum, whole)
        if not sum:meets(whole.amount) then
          report {
            at = whole, related = all, message = "all", expected = shown, severity = "warning",
            values = { sum = shown },
          }
        end
        return
      end
      if all_parts.are_more_things(link) then return end
      local partition = lib "partition"
      local more = sum.low > whole.amount.high
        and (partition.are_apart(link.members) or #link.members > 2 and partition.are_kinds(link.members))
        or doc.lang == "en" and all_parts.are_of_which(link, sum)
      if link.reason ~= "for a total of" and link.strength < SAID and not more and not partition.is_whole(link.members) then return end
      report {
        at = whole, related = link.members, message = "all", expected = shown, severity = "warning",
        values = { sum = shown },
      }
      return
    end
    once.mark(told, member)
    for _, m in ipairs(link.members) do
      if m.index ~= member.index then places[#places + 1] = m end
    end
    if member.index ~= whole.index then places[#places + 1] = whole end
    report {
      at = member, related = places, message = "slip", expected = lib("myriads").shown(member, value),
      severity = kind == "transposed" and link.reason ~= ONLY and not (sum.high > sum.low and loose.by_chance(link, sum)) and "error" or "warning",
      values = { sum = shown, whole = whole.text,
                 kind = near.words[kind] },
    }
  end,
}
