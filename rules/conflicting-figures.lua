-- Figures of one fact are put into classes whose intervals meet; the smaller
-- class, or the later place, is in doubt.

local ALIKE = 70 -- strength of figures whose sentences are alike; they may be of two things
local told = memo() -- figures of which a finding speaks

-- The class the majority speaks against: the smallest, of equals the last.
local function doubtful(list)
  local worst = list[1]
  for _, class in ipairs(list) do
    if #class <= #worst then worst = class end
  end
  return worst
end

local function others(list, worst)
  local out = {}
  for _, class in ipairs(list) do
    if class ~= worst then
      for _, m in ipairs(class) do out[#out + 1] = m end
    end
  end
  return out
end

-- Three figures of which no two agree: they are of three things (GDP总量 of each city).
local THINGS = 3
local function are_many(list)
  for _, class in ipairs(list) do
    if #class > 1 then return false end
  end
  return #list >= THINGS
end

-- What the two are called; a figure in a note to a table has no name of its own.
local function topic_of(a, b)
  for _, name in ipairs { a.name, b.name } do
    if name ~= "" then return name end
  end
  return a.text
end

return {
  api = 1,
  id = "conflicting-figures",
  severity = "warning",
  on = { link = { "same_fact", "change_of" } },
  summary = {
    zh = "同一事实在两处的数字不一致",
    en = "one fact is given with two different figures",
  },
  explain = {
    zh = [[对象、指标、时期、口径相同的数字在文中多处出现时应当一致；按印刷精度取区间，区间相交即视为一致
（3万与3.3万、“超1000”与1173不矛盾）。主语可能在前一分句时，只报告相差一处笔误的数字。口径（范围）不同时仍提示，但写明不同之处。]],
    en = [[Figures of one subject, indicator, period and aspect agree wherever they are printed; intervals of
their precision that meet agree (3万 and 3.3万). Where the subject may stand in an earlier clause, only
figures that are one slip of the pen apart are reported. Where the scope differs this is said.]],
  },
  messages = {
    base = {
      zh = "“{topic}”此处为 {stated}，别处为 {expected}{near}",
      en = "“{topic}” is {stated} here and {expected} elsewhere{near}",
    },
    scope = {
      zh = "“{topic}”此处为 {stated}，别处为 {expected}；两处范围的写法不同，请核对口径{near}",
      en = "“{topic}” is {stated} here and {expected} elsewhere; the scopes are worded differently{near}",
    },
  },
  examples = {
    bad = {
      { [[The denominator used for all rates equals 9,369 unless it is otherwise specified.

Denominator used equals 9.369 unless otherwise specified by category.]], at = "9.369" },
      { [[Drownings off the coast took 425,425 persons of all ages in 2006.

In all, drownings (4,254,250 persons) were 67.4% of deaths at sea.]], at = "4,254,250 persons" },
      { [[A total of 13,677 weekly reports of clinics were reviewed for this article.

| Topic | Reports |
|---|---|
| Air | 186 |
| Water | 150 |
| The total number of weekly reports of clinics that were reviewed was 13,767 in all years. | |]], at = "13,767" },
      { [[The panel covers about 83% of the country's rural clinics.
Reports were read for a panel that covers about 83% of rural clinics.
As the panel covers about 83% of rural clinics, the estimate holds for the country.
Data come from a panel of about 38% of the rural clinics.]], at = "38%" },
      { [[We assumed $700 million in principal amount of 2.625% Convertible Notes due May 2041. We pay interest at an annual rate of 2.265%, on a semi-annual basis.]], at = "2.265%" },
      { [[Effectiveness for full vaccination was 94% and for partial vaccination it was 64% (Figure).

Effectiveness was 94% among adults with full vaccination and 46% among adults with partial vaccination.]], at = "46%" },
      { [[In fiscal 2021 issuances of long-term senior notes of $14.0 billion and short-term borrowings of $3.8 billion paid for the acquisition.

Debt grew because of the fiscal 2021 issuance of long-term senior notes of $11.0 billion and short-term borrowings of $3.8 billion.]], at = "$11.0 billion" },
      { [[装备制造业实现增加值9.5亿元,增长39.7%;建材业实现增加值0.4亿元,下降20.1%。

装备制造业在龙头企业带动下实现增加值9.5亿元,同比增长37.9%。]], at = "37.9%" },
      { [[全年新增智能制造企业940家。

数字化转型加快,新增智能制造企业904家。]], at = "904家" },
      { [[二、2025年经济社会发展的主要任务

今年的主要预期目标是:

国内生产总值增长8%左右。

这里要着重说明,提出国内生产总值增长9%左右,主要是强调好字当头。]], at = "9%" },
      { [[全年实现归属于母公司股东的净利润41.3亿元,同比增长7.2%。

2023年全年实现归母净利润43.1亿元,同比增长7.2%,资产总额突破千亿元。]], at = "43.1亿元" },
      { [[2022年全省用水总量268.4亿立方米,其中农业用水占61.2%。

全省用水总量为264.8亿立方米,比上年减少2.1亿立方米。]], at = "264.8亿立方米" },
      { [[2022年国内生产总值超121万亿元

从总量上看,2022年全年国内生产总值1120207亿元,其中,第一产业增加值占比为7.3%。]], at = "1120207亿元" },
      { [[### 前8月全省货物吞吐量超2700万吨

统计显示,前8月全省货物吞吐量超2070万吨,增长6%。]], at = "2070万吨" },
      { [[Expenditure for operating and development is budgeted at $18.5 billion, up from $17.1 billion.

With expenditure for operating and development budgeted at $18.5 million, a surplus is anticipated.]], at = "$18.5 million" },
      { [[Net income for the third quarter of 2025 was $23.7 million, up $2.2 million, or 10.3%, compared to the second quarter of 2025, and up $5.0 million, or 27.0%, when compared to the third quarter of 2024.

Our people did well. Net income was up 20.7% in the third quarter of 2025 as compared to the same quarter in the prior year.]], at = "20.7%" },
      { [[Housing starts fell by 18.3% in 2019 compared to 2018.

The fall in prices was mild. Housing starts in 2019 were 13.8% lower than in 2018.]], at = "13.8%" },
      { [[The biggest student loan is now $167,000, the association said.

The biggest loan debt is now $176,000. Last year it was smaller.]], at = "$176,000" },
      { [[Among 6,768 adults admitted during the spring with their occupation recorded, most were nurses.

Occupation was recorded for 7,668 patients admitted during the spring.]], at = "7,668 patients" },
      { [[The school survey (N = 17,232) is conducted every two years.

\* School survey, N = 17,322 respondents, conducted every two years. Some questionnaires differ by jurisdiction.]], at = "17,322 respondents" },
      { [[The surveillance covers 69,457,475 youths in five states.

Among 69,475,475 youths at risk for diabetes, the registry identified 14,638 with the disease.]], at = "69,475,475" },
      { [[- Energy use of fuel fell 4% to 188.2 Mtoe in 2011, the lowest level since the series began.

## Fuel

Energy use of fuel fell to 182.8 Mtoe in 2011, the lowest level for years.]], at = "182.8 Mtoe" },
      { [[本年专项支出318746.22万元,比2021年减少40215.3万元,主要用于水库除险加固。

绩效目标管理覆盖全部专项,涉及当年财政拨款318476.22万元。]], at = "318476.22万元" },
      { [[The sleep diary was kept by 3,816 pupils and 427 teachers in nine schools.

A total of 3,186 pupils and 427 teachers handed in a diary.]], at = "3,186" },
    },
    good = {
      [[今年共有120家企业在设计创新奖评选中获奖。

特色农产品展区面积扩大。参展的12家企业签订了采购合同。]],
      [[凝血因子共有5家公司获批,上海莱士获批53万瓶,华兰生物获批43万瓶,泰邦生物获批21万瓶。

静丙共有6家公司获批,上海莱士获批39万瓶,华兰生物获批45万瓶,泰邦生物获批26万瓶。]],
      [[董事长是王某,男,54岁,工商管理硕士。总经理是李某,男,45岁,硕士研究生。]],
      [[公司2022年毛利率19.37%,净利率6.01%。2022Q4,毛利率17.93%,净利率0.27%。]],
      [[Operating income of the north was $230 million in all markets.

Operating income of the south was $320 million in all markets.
Operating income of toys was $411 million, operating income of books was $415 million, operating income of cars was $512 million,
operating income of boats was $533 million, operating income of shoes was $617 million,
operating income of hats was $618 million, operating income of gloves was $719 million, operating income of coats was $721 million and operating income of bags was $823 million. Operating income of lamps was $824 million.]],
      [[Amounts are in millions except per share.

The loss on the tanker program was $835 in all. The loss on the tanker program was $835 million in all.]],
      [[The loan portfolio in national currency climbed from 13.18% in September to 13.74% in October.

The annual growth rate of the portfolio was close to that of the month before because of the component in national currency, from 13.13% in September to 13.99% in October.]],
      [[The confidence index of commerce, measured by the survey, reached 134.7 points in September, up 0.8% on the year.

The confidence index of consumers, measured by the survey, reached 114.7 points in September, up 0.9% on the year.]],
      [[See CARES Act, Pub. L. No. 116-136, § 1110(e)(5), 134 Stat. 281, 308 (2020), for loans of the kind.

See CARES Act, Pub. L. No. 116-136, § 1110(d), 134 Stat. 281, 306 (2020), for loans of the kind.]],
      "### 一、综合\n\n全年旅客运输总量15697万人次。\n\n### 二、农业\n\n粮食增产。\n\n### 三、工业\n\n工业向好。\n\n### 一、综合\n\n全年旅客运输总量11481万人次。",
      [[全国政府性基金收入61462亿元,增长34.8%。

中央政府性基金支出3669亿元,增长9.2%。其中,向一般公共预算调出257亿元。

全国国有资本经营预算支出2015亿元。向一般公共预算调出310亿元。]],
      [[5月份我国玉米进口数量为0.48万吨,比4月份增加0.13万吨。5月份我国玉米出口数量为1.48万吨,同比增加0.15万吨。]],
      [[用电增长较快的省份依次是云南(19.3%)、海南(15.9%)。高耗能行业用电增长较快的是新疆(48.2%)、福建(19.5%)。]],
      [[1978年到1987年,国防费年平均增长3.5%,国家财政支出年平均增长10.4%。

1998年到2007年,国防费年平均增长15.9%,国家财政支出年平均增长18.4%。]],
      [[预计今年炼焦煤缺口2200万吨,价格上涨。

今年炼焦煤缺口2240万吨,价格会快速上涨。]],
      [[中央财政下达资金120亿元,支持草原保护。

中央财政下达资金12亿元,支持养老服务。]],
      [[洛阳生产总值8325.6亿元,预算收入465.3亿元。

榆林生产总值8235.6亿元,预算收入915.4亿元。

淄博生产总值7235.6亿元,预算收入395.2亿元。

南阳生产总值6935.2亿元,预算收入315.6亿元。]],
      [[Drownings off the coast took 4,254 persons of all ages in 2006.

In all, accidents of boats (42,540 persons) were 67.4% of deaths at sea.]],
      [[The outlay was distributed as follows, in $ millions: roads 44.32, ports 74.91, harbours 1.90, in all $ 121.13.

An outlay of $121.13 million was distributed in all.]],
      [[For children, current asthma prevalence was higher among northerners (18.4%) and easterners (14.6%) than among southerners (8.2%).

For adults, current asthma prevalence was higher among islanders (14.8%) and westerners (11.3%) than among southerners (6.8%).]],
      "### 前三季度规模以上工业增加值增长5.8%\n\n9月份,规模以上工业增加值增长5.4%。",
      [[Prevalence ratios of smoking were 1.61 (95% CI, 1.39–1.83) for adults aged 20–29 years compared with older ones.

Adults aged 20 to 29 years had a higher prevalence of smoking than older ones (prevalence ratio of smoking = 1.51; 95% CI, 1.28–1.74).]],
      [[The segment had an adjusted margin on revenue of 39.7% in the quarter, up 1.2 points over the fourth quarter.

The other segment had an adjusted margin on revenue of 37.9%, up 1.4 points over the fourth quarter.]],
      [[Thoughts of it were told by 15.8% of pupils; this was higher among girls (19.3%) than boys (12.5%) in towns.

Lasting sadness was told by 28.5% of pupils; this was higher among girls (35.9%) than boys (21.5%) in towns.]],
      [[Pupils aged 16 were less likely to report use of no method (11.1% versus 20.5%). Pupils aged 18 were less likely to report use of no method (13.1% versus 20.5%).]],
      "†† Does not include 330 students who gave no answer and 631 students who did not indicate a group.\n\n‡‡ Does not include 23 students who gave an answer and 136 students who did not indicate a grade.",
      "The vaccine is for adults aged 55 years and younger; another one for adults aged 56 years and older.\n\nThe dose is recommended for adults aged 65 years and older.",
      "近日,巡视组向22个部门、12家企业反馈。\n\n今年共有120家企业在评选中获奖。",
      "### 空袭致62人死亡\n\n造成东城26人死亡,西城36人死亡。",
      "### 全市生产总值增长6.5%\n\n一季度全市生产总值增长5.6%,上半年增长6.1%,全年增长6.5%。",
      [[The panel covers about 38% of the country's rural clinics.
Letters reached about 83% of the country's rural pharmacies.
A reminder was sent to about 83% of the rural pharmacies.
The panel of about 38% of rural clinics was drawn in May.]],
      [[第三个解锁期解锁条件成就。本解锁期可解锁激励对象为313人,可申请解锁的限制性股票数量为120万股。

第四个解锁期解锁条件成就。本解锁期可解锁激励对象为308人,可申请解锁的限制性股票数量为160万股。]],
      "4.166家外资企业获增值电信业务经营试点批复;\n\n166家外资企业获增值电信业务经营试点批复\n\n21时许登上主席台。\n\n12时30分许来到会场。",
      [[15个承接产业转移主平台落地项目2200个、总投资额7200亿元。全国商品房网签成交量同比增长0.9%;10月份全国商品房网签成交量环比增长6.7%。]],
      [[Diaries not returned: first form = 1,346 (12.4%), second form = 2,107 (18.9%).

Diaries not legible: first form = 1,364 (12.6%), second form = 2,170 (19.5%).]],
      [[全市一般公共预算收入完成150.1亿元,其中税收收入101.8亿元。

市本级一般公共预算收入完成28.7亿元。其中:税收收入14.3亿元,非税收入14.4亿元。]],
      [[2023年全市一般公共预算支出完成475.5亿元。主要项目执行情况是:

1、教育支出完成124.7亿元,为预算的99.6%。

2、卫生健康支出完成91.3亿元,为预算的99.6%。

人代会批准的2023年市级支出预算为44.3亿元,实际完成42.1亿元。主要项目执行情况是:

1、教育支出完成12亿元,为预算的100%。

2、卫生健康支出完成5.2亿元,为预算的100%。]],
      [[企业职工基本养老保险基金收入67.9亿元,支出63.6亿元,年末滚存结余23.3亿元。

城镇职工基本医疗保险基金收入18.4亿元,支出15.6亿元,年末滚存结余21.3亿元。]],
      [[普通高中招生5.47万人,在校生15.64万人,毕业生4.98万人。中等职业教育招生1.07万人,在校生2.82万人,毕业生1.08万人。成人教育招生1.12万人,在校生2.82万人,毕业生2.08万人。]],
      [[城镇居民人均可支配收入46553元,其中工资性收入27646元。

农村居民人均可支配收入20588元,其中工资性收入11365元。]],
      [[“十四五”时期,全县累计投入民生支出115亿元。

2025年,全县安排民生支出25亿元。]],
      [[人代会批准的全市一般公共预算收入为157.6亿元。

全市一般公共预算收入完成174.8亿元。]],
      [[农林牧渔业总产值增长4.4%。其中,农业总产值增长4.6%;渔业总产值增长4.9%。]],
      [[收入总计50.2亿元,其中债务收入39.48亿元。支出总计50.2亿元,其中债务支出43.98亿元。]],
      [[Those who identify in some other way (23.8%) had a higher prevalence of discipline compared with questioning students (14.2%), and questioning students had a lower prevalence of discipline compared with heterosexual students (18.9%).

Questioning students had a lower prevalence of discipline compared with heterosexual students among Black (12.6% versus 23.8%) and White (12.4% versus 18.0%) students.]],
      [[Carers of children had 3.03 times the odds of poor sleep in June (adjusted OR 95% CI = 1.20–7.63).

Carers of children had 3.33 times the odds of poor sleep in June (adjusted OR 95% CI = 1.75–6.31).]],
      [[Girls in rural towns had a higher prevalence of smoking at school than boys (23.1% versus 20.5%).

Girls in rural towns had a higher prevalence of smoking at school than boys (21.3% versus 19.2%).]],
      [[The ferry brought a deficit of Rs.365 crores.

New bridges cost more than all planners thought, and a deficit of Rs.635 crores.]],
      "9、北国8月制造业初值42.1,预期44.4,7月终值44;服务业初值55.0。\n\n10、东国8月制造业初值49.5;服务业预期54,7月终值48。",
      [[Net income for the third quarter of 2025 was up 20.7% when compared to the third quarter of 2024.

Net income was up 27.0% in the third quarter of 2025 compared to the second quarter of 2025.]],
      [[Two loans totaling $41.2 million were downgraded in the third quarter of 2025.

A commercial real estate loan totaling $14.2 million was sold in the fourth quarter of 2024.]],
      [[Sales in the service segment were $74.8 million in 2025, compared to $71.5 million the year before.

Sales in the care segment were $18.6 million in 2025, compared to $17.5 million the year before.]],
      [[1. “就业补助”12.40万元。去年当年预算执行数为20.30万元，今年预算安排12.40万元，比去年减少38.92%。

2. “退休费”36.00万元。去年当年预算执行数为31.50万元，今年预算安排36.00万元，比去年增加14.29%。

3. “统计普查”25.77万元。去年当年预算执行数为41.80万元，今年预算安排25.77万元，比去年减少38.35%。

4. “计划生育服务”20.00万元。去年当年预算执行数为20.00万元，今年预算安排20.00万元，与去年持平。]],
      [[Direct development expenditure is expected to fall from $3.22 billion in FY87 to $2.23 billion in FY88.

Of the outlay, direct development expenditure accounts for $2.23 billion.]],
      [[We issued 2.625% Convertible Notes due 2041. The 2.750% Notes are due 2043.]],
      [[Effectiveness for full vaccination was 94% and for partial vaccination it was 64% (Figure).

Effectiveness was 94% among adults with full vaccination and 46% among children with no vaccination at all.]],
      [[The plan will cost the city $1.2 million a year. The bridge will cost $1.2 billion.]],
      [[Cash used in operating activities rose to $24.2 million for fiscal 2018 because of higher tax.

Cash used in operating activities rose to $22.4 million for fiscal 2019 because of higher tax.]],
      [[We declared a quarterly cash dividend of $0.15 per share. Over the year cash dividends came to $0.51 per share.

The quarterly cash dividend was $0.15 per share. In all, the cash dividend of the year was $0.51 per share.]],
      [[Rates were highest among men aged 25 to 44 years (48.0%).

Rates were highest among men aged 15 to 24 years (43.0%).]],
      [[In fiscal 2021 issuances of long-term senior notes of $14.0 billion paid for the acquisition.

Borrowings grew because of the fiscal 2020 issuance of long-term senior notes of $11.0 billion.]],
      [[甲省2024年政府工作情况

地区生产总值比上年增长5.6%。粮食总产量1263.4万吨。

2023年,粮食总产量1238.6万吨。]],
      [[全年新增智能制造企业940家。

数字化转型加快,新增智能制造企业940家。]],
      [[去年财政用于教育的支出2975亿元。

今年安排财政用于教育的支出3397亿元。]],
      [[二、2025年经济社会发展的主要任务

今年的主要预期目标是:国内生产总值增长8%左右,规模以上工业增加值增长9%左右。

这里要着重说明,提出国内生产总值增长8%左右,主要是强调好字当头。]],
      [[全市有学前教育机构565所。

四县有学前教育机构265所。]],
      [[装备制造业实现增加值9.5亿元,增长39.7%;建材业实现增加值0.4亿元,下降20.1%。

装备制造业在龙头企业带动下实现增加值9.5亿元,同比增长39.7%,环比增长37.9%。]],
      [[全年新增高新技术企业412家,增长8.7%。

年末高新技术企业2421家,增长6.8%。]],
      [[2022年末,全县常住人口52.3万人。

2023年末,全县常住人口53.2万人。]],
      [[科技型中小企业突破3万家。

入库科技型中小企业超3.3万家。]],
      [[全年新增智能制造企业940家。

目前智能制造企业达到2904家。]],
    },
  },
  check = function(link, report)
    if link.kind == "change_of" then return lib("change_again").check(link, report, told) end
    local near = lib "near"
    local list = lib("agreement").classes(link.members, link.strength)
    if #list == 1 then
      report.agrees { at = link.members[1], related = link.members, how = link.members[1].text }
      return
    end
    if link.doc.lang == "zh" and are_many(list) then return end
    local worst = doubtful(list)
    local rest = others(list, worst)
    local a = worst[1].low or worst[1].high
    local b = rest[1].low or rest[1].high
    local kind = a and b and (near.miss(a, b) or (near.leading(a, b) and "transposed") or nil)
    local unsure = link.strength < 80
    local digit = kind == "digit" and link.strength >= ALIKE
    if unsure and kind ~= "transposed" and kind ~= "power" and not digit then return end
    if told[worst[1].index] or worst[1].name == "|" then return end -- a row of a broken table
    if lib("two_facts").are(worst[1], rest[1], kind, link) then return end
    for _, m in ipairs(worst) do told[m.index] = true end
    report {
      at = worst[1], related = rest, stated = worst[1].text, expected = rest[1].text,
      message = link.differs and "scope" or "base",
      values = { topic = topic_of(worst[1], rest[1]), near = near.note(kind) },
    }
  end,
}
