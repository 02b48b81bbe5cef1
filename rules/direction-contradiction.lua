local ends, told, way_open = lib "way_ends", lib "way_told", lib "way_open"
local change_of, fromto, loose = lib "change", lib "fromto", lib "loose"

local FALLS = re.new("^[,、]?(?:降幅|跌幅|减幅)") -- 下降4.6%,降幅: both are told without their sign
-- set up, start-up, falling under a heading; 前值自升0.4%修正至升0.3%: the words go no way.
local PARTED = re.new([[\b(?:set|start|back|mark|follow|build|pick|step|make|made|open|link|team|take|took)(?:s|t?ing|ed)?[ -]$]], "i")
local GAINS = re.new([[\b(?:capital|term|such|these|those|on|of|taxable) $]], "i") -- tax on capital gains from 65 per cent to 50
local UNDER, REVISED = re.new("^ (?:under|within|into|due|outside)\\b"), re.new("(?:修正|上修|下修|修订)[至为]$")
-- Last fall; more than a full percentage point below.
local SEASON, BELOW = re.new([[\b(?:this|last|next|early|late|in|each|every|since|until|during|through|of|by) $]], "i"), re.new([[^ than [^.;,]{0,50}\b(?:below|lower|less|under|down)\b]])
local function goes_no_way(at)
  if at.sentence.doc.lang == "zh" then return REVISED:find(at:before(3)) ~= nil end
  local word = at.text:lower()
  if word == "fall" and SEASON:find(at:before(14)) or word == "more" and BELOW:find(at:after(60)) then return true end
  if word:find("^gains?$") and GAINS:find(at:before(14)) then return true end
  return (word == "up" or word == "down") and PARTED:find(at:before(12)) ~= nil or word:find("^fall") ~= nil and UNDER:find(at:after(9)) ~= nil
end

-- Rs. 117/litre in 2015, to Rs. 434: of which the second is told is left out.
local function one_is_per(a, b) return (a.unit:find("/", 1, true) ~= nil) ~= (b.unit:find("/", 1, true) ~= nil) end

local SAYS = { up = "up", more = "up", down = "down", less = "down" }

-- Which way the words say that it goes from base to level.
local function said(link)
  local change = link.increment or link.rate
  if link.kind == "compare" and change and change.direction ~= "" then return change.direction end
  return SAYS[link.cue_value]
end

-- 增长12.5%,由800人降至700人; to $2,105 million, a decrease of 27.6 per cent: the
-- change told beside the ends goes the other way. In English another measure's
-- may follow (fell to $5 billion, an increase of 10% in volume): it has to fit.
local OF_OTHER = re.new([[^ in (?!the\b|\d)]])
local function told_change(link, falls, rises)
  local change = link.kind == "from_to" and (link.rate or link.increment)
  if not change or not change.verb or change:has("average") then return nil end
  local against = change.direction == "up" and falls or change.direction == "down" and rises
  if not against or link.doc.lang ~= "en" then return against and change or nil end
  local a, b = link.base.amount, link.level.amount
  if not (a.low and a.high and b.low and b.high and a.low:gt(0)) or OF_OTHER:find(change:after(8)) then return nil end
  local gap = falls and a - b or b - a
  if change.kind == "percent" and link.base.kind ~= "percent" then gap = gap / a * 100 end
  local printed = change.kind == "percent" and change.interval or change.amount
  return printed.low and printed.high and gap:widen(change.last_digit):meets(printed) and change or nil
end

-- 减产规模从8000桶到50万桶不等: a range.
local RANGE = re.new("^(?:不等|之间|区间|的?范围)")

-- 财政拨款收入比上年减少20万元。……财政拨款收入增加的主要原因是……
local VOICES = re.new([[\b(?:prefer\w*|vot(?:ed?|es|ing)|propos\w+|favour\w*|one member|(?:two|three|some|other|several) members|option|scenario)\b]], "i")
local function restated(link, report)
  local change = link.increment
  if change.direction == SAYS[link.cue_value] then return end
  -- one member would raise the rate and another lower it
  if link.doc.lang == "en" and VOICES:find(link.anchor.sentence.text) and VOICES:find(change.sentence.text) then return end
  -- 增长0.3%,较秋季预测的1.1%大幅下调。下调原因包括……: both were said there.
  if change.sentence.text:find(link.cue, 1, true) and link.doc.lang == "zh" and change.sentence ~= link.anchor.sentence then return end
  report {
    at = link.anchor, message = "restated", related = change, severity = "warning",
    stated = link.cue, values = { cue = link.cue, change = change.text, before = change.cue },
  }
end

-- 决算增加0.15万元,下降27.78%: one change cannot go both ways.
local function twofold(link, report)
  local inc, rate = link.increment, link.rate
  if not (inc and rate) or inc.direction == rate.direction then return end
  local english = link.doc.lang == "en" and inc.direction ~= "" and rate.direction ~= "" and inc.verb and rate.verb
  if not (link.direct or english and inc.cue ~= rate.cue) then return end
  report {
    at = inc.verb or inc, related = { inc, rate }, message = "twofold", severity = "warning", stated = inc.cue,
    values = { cue = inc.cue, change = inc.text, other = rate.cue, rate = rate.text },
  }
end

-- 2025年为241.76万元,2026年170.03万元,增加21.74%: the rate fits with neither sign, and is
-- growth-mismatch's.
local function fits_turned(link)
  local rate, a, b = link.rate, link.base.amount, link.level.amount
  if not rate or link.doc.lang ~= "zh" or not a.low:gt(0) then return true end
  local change = (b - a) / a * 100
  local other_way = interval(0, 0) - change
  local printed = rate.interval:widen(rate.last_digit)
  return other_way:meets(printed) or change:meets(printed)
end

-- The shekel weakened from 3.33 to 3.35 to the dollar, a fall of 0.6 per cent.
local PRICED = re.new([[\b(?:weaken|strengthen|depreciat|appreciat)\w*]])

-- $156.1 million, a decrease of $6.4 million compared to $149.7 million
local function opposed(link, report)
  local change, from, to = link.increment or link.rate, link.base, link.level
  if not (from and to and change and change.verb) or change.direction == "" or change_of.unlike(from, to) then return false end
  local a, b = from.amount, to.amount
  if not (a.low and a.high and b.low and b.high) or a.low:lt(0) or b.low:lt(0) then return false end
  local against = change.direction == "up" and ends.below(b, a) or change.direction == "down" and ends.below(a, b)
  if against and (not fits_turned(link) or link.doc.lang == "en" and (PRICED:find(change.sentence.text) or way_open.of(change.verb, from, to))) then return true end
  if against and told.first_time(change.verb) then
    report {
      at = change.verb, related = { from, to }, message = "compare", severity = "warning", stated = change.cue,
      values = { cue = change.cue, from = from.text, to = to.text },
    }
  end
  return against
end

return {
  api = 1,
  id = "direction-contradiction",
  severity = "error",
  on = {
    link = { "from_to", "compare", "change_of" },
    pattern = told.patterns,
  },
  summary = {
    zh = "“由…提高到…”等变动方向与前后两个数字相反",
    en = "the verb says up (or down) and the two figures say the opposite",
  },
  explain = {
    zh = [[“由 A 提高到 B”要求 B 大于 A，“由 A 下降到 B”要求 B 小于 A。两个数字按印刷精度取区间比较，
只有整个区间都相反才报告。可能写反的是动词，也可能是其中一个数字。]],
    en = [["Rose from A to B" needs B above A, "fell from A to B" needs B below A. Both figures are
taken as intervals of their printed precision; only intervals that are wholly on the wrong side
are reported. Either the verb or one of the figures is wrong.]],
  },
  messages = {
    complement = {
      zh = "各产业占比的变动之和应为0：{change} 的“{cue}”方向相反才成立",
      en = "changes of shares of one whole make 0: they do only if “{cue}” ({change}) is turned",
    },
    twofold = {
      zh = "“{cue} {change}”与“{other} {rate}”方向相反",
      en = "“{cue} {change}” and “{other} {rate}” go opposite ways",
    },
    record = {
      zh = "“{cue}”与“{record}”相反",
      en = "“{cue}” contradicts “{record}”",
    },
    verdict = {
      zh = "“{cue}”与随后所说的形势相反",
      en = "“{cue}” contradicts the verdict that follows",
    },
    restated = {
      zh = "“{cue}”与前文“{before}”（{change}）相反",
      en = "“{cue}” contradicts “{before}” ({change}) said before",
    },
    compare = {
      zh = "“{cue}”与数字相反：{to} 与 {from} 相比",
      en = "“{cue}” contradicts the figures: {to} against {from}",
    },
    base = {
      zh = "“{cue}”与数字相反：由 {from} 到 {to}",
      en = "“{cue}” contradicts the figures: from {from} to {to}",
    },
  },
  examples = {
    bad = {
      { [[Core inflation is now projected to be between 3.0–4.0% this year, down from the earlier forecast of 2.5–3.5%.]], at = "down", severity = "warning" },
      { [[The index rose sharply to 48.0 in November from 49.0 in October.]], at = "rose", severity = "warning" },
      { [[Output rose again to 4.7 per cent in 2023 from 6.4 per cent in 2022.]], at = "rose", severity = "warning" },
      { [[Estimated coverage increased from 92% in 2016 to 88% in 2017 and increased to 90% in 2018.]], at = "increased" },
      { [[The machinery industry ranked the lowest with 20.6 per cent of the total, followed closely by refining (17.5 per cent).]], at = "lowest" },
      { [[Scores range from 0 (highest burden) to 1 (highest burden).]], at = "highest burden", nth = 2 },
      { [[Scores lay between 0 and 1, with a score of 0 representing the highest cumulative burden and a score of 1 representing the highest.]], at = "highest", nth = 2 },
      { [[Negative values indicate falling rates, and positive values indicate falling rates.]], at = "positive" },
      { [[There was a reduction in both oxygen demand and sulfur dioxide, with the former up 3.14% and the latter down 4.66%.]], at = "up" },
      { [[Firms may claim for at least 20% of the shares, up from the current threshold of 50% of the shares.]], at = "up" },
      { [[The levy is extended to homes with children aged below 16, down from below 12 today.]], at = "down" },
      { [[Coal use has increased since 1990, with 66.3 Mtoe used in 1990 compared to 38.7 Mtoe in 2013.]], at = "increased" },
      { [[The share increased among girls whose parents had finished college (11% for 1999–2002 versus 7% for 2007–2010).]], at = "increased" },
      { [[The share of students reporting exposure decreased significantly (2018: 75.7%; 2019: 82.0%).]], at = "decreased" },
      { [[Surveys have shown steady decreases in the share of students who do so (10.4%, 11.2%, and 15.3%, respectively).]], at = "decreases" },
      { [[The rate of teen births has increased steadily to a record low of 26.6 per 1,000 females.]], at = "increased" },
      { [[Revenue from this tax has more than halved, rising from £12.5 billion to £26.7 billion.]], at = "halved" },
      { [[We will lower the qualifying income cap from the current $2,300 to $2,500 per month.]], at = "lower" },
      { [[I had decreased the deduction for gifts made in 2009 to Institutions of Public Character (IPCs) and other approved institutions from 200% to 250%.]], at = "decreased" },
      { [[Total revenue is estimated to be $6,335 million, which is a decrease of $886 million or 16.3% compared with the revised estimates of $5,449 million for FY 1980.]], at = "decrease of" },
      { [[Growth is estimated at only around 11 per cent, which is higher than the average growth of 12.5 per cent for the past four years.]], at = "higher" },
      { [[2023年当年预算执行数为1410.22万元,2024年预算安排781.24万元,比2023年预算执行数增加44.60%。]], at = "增加", severity = "warning" },
      { "Ridership in the second quarter was revised up from 7.6 per cent to 7.1 per cent by the office.", at = "up", severity = "warning" },
      { [[Expense was $156.1 million, a decrease of $6.4 million or 4.3% compared to the $149.7 million of 2024.]],
        at = "decrease of" },
      { [[Wages rose by 9.2%, slightly higher than the 9.3% in the previous year.]], at = "higher", severity = "warning" },
      { [[Coverage increased from 38% (64 of 169) in 2000 to 70% (125 of 178) in 2016, then increased to 54% (96 of 179) in 2018.]],
        at = "increased", nth = 2, severity = "warning" },
      { [[The present $50,000 limit will be lowered to $150,000 from 1 April.]], at = "lowered", severity = "warning" },
      { [[We now expect a larger deficit than we had estimated a year ago: $0.1 billion against $1.2 billion.]], at = "larger",
        severity = "warning" },
      { [[Cases numbered 1,204 in 2015, dropped to 987 in 2016 and dropped again to 1,066 in 2017.]], at = "dropped", nth = 2,
        severity = "warning" },
      { [[Waiting times were shorter in the north, at 41.5 days, than in the south, at 29.2 days.]], at = "shorter", severity = "warning" },
      { [[Stays lengthened to 8.4 days in 2010 and lengthened to 7.1 days in 2015.]], at = "lengthened", nth = 2, severity = "warning" },
      { [[Bank deposits grew from $1,650 million last year to $2,105 million this year, a decrease of 27.6 per cent.]],
        at = "decrease of", severity = "warning" },
      { [[We will decrease the tax on customers who use more than 20 cubic metres of water from 5% to 10%.]], at = "decrease",
        severity = "warning" },
      { [[The deficit was $4.9 billion or 1.2% of GDP. This is higher than the deficit of $6.7 billion we had budgeted.]], at = "higher",
        severity = "warning" },
      { [[Foreign investment fell dramatically, from $20 billion in 1988 to $160 billion in 1995.]], at = "fell",
        severity = "warning" },
      { [[The income cap will be reduced from the current $2,000 to $2,300 per month.]], at = "reduced", severity = "warning" },
      { [[外汇储备规模为31930亿美元,较5月末下降165亿美元,升幅为0.52%。]], at = "下降", severity = "warning" },
      { [[通行时间将由现在的5小时延长至2.5小时左右,义务兵役期从30个月延长至36个月。]], at = "延长", severity = "warning" },
      { [[科技进步贡献率从52.2%下降到60%以上。]], at = "下降到" },
      { [[今年新增贷款7.3万亿元,远高于去年同期的9.8万亿元,增长1.4%、低于上月的2%。]], at = "高于", severity = "warning" },
      { [[服务业占比达49.7%,占比首次低于45%。]], at = "低于", severity = "warning" },
      { [[全市绿化覆盖率为50.2%,明显低于全省的均值49.4%。]], at = "低于", severity = "warning" },
      { [[覆盖率由不足50%下降至90%以上,产量从超10万亿元提高至超13万亿元。]], at = "下降至" },
      { [[优良水质比例从67%下降到96.5%。]], at = "下降到" },
      { [[行车时间将由5个小时延长到2小时以内,劳动力平均受教育年限从13.5年提高到14年。]], at = "延长", severity = "warning" },
      { [[装机规模由6.5亿千瓦增至1.2亿千瓦以上,消费占比由20.8%上升到25%以上。]], at = "增至" },
      { [[全省死亡人数增长12.5%,由800人降至700人。]], at = "增长", severity = "warning" },
      { [[### 前10个月全省对东盟进出口同比增长33.4%

据海关统计,前10个月全省外贸进出口总值5661.4亿元。其中,前10个月全省对东盟进出口3151.9亿元,同比下降33.4%。]], at = "下降",
        severity = "warning" },
      { [[
(1)一季度我国全社会用电量同比增长5.2%;

最新数据显示,一季度,全社会用电量累计25141亿千瓦时,同比下降5.2%。

(2)粤港澳大湾区内地9市外贸增长11.4%;

据海关统计,前三季度,粤港澳大湾区内地9市货物贸易进出口6.49万亿元,增长11.4%,占全国的比重达20.1%。]], at = "下降", severity = "warning" },
      { [[海冰面积创有记录以来6月的新低,比平均水平高17%。]], at = "高" },
      { [[与2010年相比,0—14岁、15—59岁、60岁及以上人口的比重分别上升1.35个百分点、上升6.79个百分点、上升5.44个百分点。]],
        at = "上升", nth = 2, severity = "warning" },
      { [[地区生产总值增长5.0%。居民人均可支配收入增长4.3%、快于经济增长。]], at = "快于", severity = "warning" },
      { [[贸易顺差连续两年下降,2010年比上年增加6.4%。]], at = "增加", severity = "warning" },
      { [[地区生产总值增长2.7%。城乡居民收入分别增长4.4%、7.1%,收入增速慢于经济增长。]], at = "慢于", severity = "warning" },
      { [[地区生产总值增长5.4%。居民人均可支配收入增长5.2%、居全国第六,超过经济增速。]], at = "超过", severity = "warning" },
      { [[地区生产总值增长5.0%。城镇居民收入增长8.1%;农民人均纯收入增长9.1%,均低于我区GDP增速。]], at = "低于", severity = "warning" },
      { [[单位GDP能耗上升3.5%,超额完成节能降耗目标。]], at = "上升", severity = "warning" },
      { [[重度污染天数比例为0.9%,同比上升0.7个百分点,三项约束性指标均优于年度目标。]], at = "上升", severity = "warning" },
      { [[农村居民收入增速低于城镇1.5个百分点,城乡差距进一步缩小。]], at = "低于", severity = "warning" },
      { [[公务接待费支出决算增加0.15万元,下降27.78%。]], at = "增加", severity = "warning" },
      { [[企业贷款平均利率升至十年来最低。]], at = "升至", severity = "warning" },
      { [[全年煤炭产量创历史新高,比上年下降4.6%。]], at = "下降" },
      { [[Deaths increased 80%, from 535,600 in 2000 to 109,000 in 2017.]], at = "increased", severity = "warning" },
      { [[
| (in millions) | 2019 | 2018 |
|---|---|---|
| Operating expenses | $127,756 | $137,035 |

The increase in operating expenses was primarily due to new stores.
]], at = "increase", severity = "warning" },
      { [[没有发生重特大事故,事故起数和死亡人数连续3年上升,安全生产形势整体好转。]], at = "上升", severity = "warning" },
      { [[空气优良天数比例下降2.1个百分点,生态环境质量持续改善。]], at = "下降", severity = "warning" },
      { [[The ratios increased from 11.1 (95% CI = 7.8–15.8) during May to 4.6 (95% CI = 2.5–8.5) in June.]], at = "increased",
        severity = "warning" },
      { [[Unemployment rose by 2.3 percentage points in the year to August, from 9.0% to 6.7%.]], at = "rose", severity = "warning" },
      { [[Seizure-related visits increased by 16% overall to 19,824, from 23,588 in the same period.]], at = "increased", severity = "warning" },
      { [[In 2012, total consumption was 214.8 Mtoe, 1.2% lower than in 2011 (212.2 Mtoe).]], at = "lower than", severity = "warning" },
      { [[Net earnings of $672 million in the quarter were lower than the $606 million reported before.]], at = "lower", severity = "warning" },
      { [[The shares of variants decreased among fully vaccinated persons (from 8.6% to 91.2%).]], at = "decreased", severity = "warning" },
      { [[Seat belt use has decreased during the past 2 decades, from 58% in 1994 to 84% in 2009.]], at = "decreased", severity = "warning" },
      { [[Imports have largely decreased over the period (rising from 210.2 million tonnes to a peak of 295.0 million tonnes).]],
        at = "decreased", severity = "warning" },
      { [[三次产业结构为7.7:57.5:34.8。与上年同期相比,第一产业下降0.3个百分点,第二产业下降0.5个百分点,第三产业下降0.8个百分点。]],
        at = "下降", nth = 3, severity = "warning" },
      { [[2025年财政拨款收入预算910万元,比2024年预算减少238万元。财政拨款收入支出增加的主要原因是项目调整。]], at = "增加",
        severity = "warning" },
      { [[本年度一般公共服务支出120万元,比上年减少20万元,下降14.3%。增加的主要原因是人员调出。]], at = "增加",
        severity = "warning" },
      { [[
| 项目 | 2019年 | 2018年 |
|---|---|---|
| 经营活动产生的现金流量净额 | 612,399 | 791,449 |
| 投资活动产生的现金流量净额 | 736,595 | 497,420 |

经营活动产生的现金流量净额增加主要系收回保证金减少所致。
]], at = "增加", severity = "warning" },
      { [[
| (in millions) | 2019 | 2018 |
|---|---|---|
| Working capital | $27,756 | $57,035 |
| Total assets | $108,709 | $137,851 |

Working capital and other items increased in fiscal 2019 primarily due to cash used for repurchases of stock.
]], at = "increased", severity = "warning" },
      { [[各项存款余额98.2亿元,比年初的120亿元净增21.8亿元。]], at = "21.8亿元" },
      { [[登记失业率为3.2%,比2019年的2.8%下降0.4个百分点。]], at = "下降" },
      { [[森林覆盖率达到48.5%,低于全国平均水平(25.1%)23.4个百分点。]], at = "低于" },
      { [[Employment rates of the group have grown the most from 63% in 2001 to 62% in 2014.]], at = "grown",
        severity = "warning" },
      { [[Allowances increased to $28.9 million, or 3.9% of sales, for the year compared to $30.5 million, or 4.6% of sales.]],
        at = "increased", severity = "warning" },
      { [[At 62%, the rate was 9 percentage points lower than the 53% of 2001; it was 62%, 9 percentage points lower than the 53%.]],
        at = "lower than", nth = 2, severity = "warning" },
      { [[全市绿化覆盖率由41.5%提高到39.8%。]], at = "提高到" },
      { [[The rate increased from 61 to 58 per 100,000 in rural counties.]], at = "increased" },
      { [[用水户数由2310户增加到2130户。]], at = "增加到" },
      { [[Over the decade the dropout rate rose from 9.3 to 4.1 percent.]], at = "rose" },
      { [[Investment in public works declined from 42 to 68 billion yuan.]], at = "declined" },
    },
    good = {
      [[Duty on machines for setting up mills was cut from 40 per cent to 30 per cent. The tariff rate on goods falling under heading 72 is raised from 10% to 15%.]],
      [[Petrol has increased from Rs. 117/litre in 2015 to Rs. 434 as of May.]],
      [[The tax was cut on long-term capital gains from 65 per cent to 50 per cent.]],
      [[核心PPI环比持平,预期升0.2%,前值自升0.4%修正至升0.3%。]],
      [[Sales rose by the “value”(up by 5%). Sales rose in the café、(up by 5%).]],
      [[The machinery industry ranked the highest with 20.6 per cent of the total, followed closely by refining (17.5 per cent).]],
      [[Scores range from 0 (lowest burden) to 1 (highest burden). Items went from 1 (very strongly disagree) to 7 (very strongly agree), and from 0 (no children) to 1 (no children under 5).]],
      [[Positive z scores indicate the clustering of high values, signifying a hot spot, while negative z scores indicate the clustering of low values.]],
      [[There was a reduction in both oxygen demand and sulfur dioxide, with the former down 3.14% and the latter down 4.66%.]],
      [[Firms may claim for at least 20% of the shares, down from the current threshold of 50% of the shares. The levy is extended to homes with children aged below 16, up from below 12.]],
      [[Graduates were most often up to date (2018: 37.6%, 2020: 35.6%). Increases were seen in two groups (11% for 2010 and 7% for 2011).]],
      [[Total assets in 2006 grew by 60.98% compared to 2002, their total profits increased by 223%, and their tax contributions grew by 105%.]],
      [[It was prepared to forecast a 5 per cent increase at best against the 8.5 per cent increase in 1970, and the 5 per cent increase in 1971.]],
      [[Growth was almost treble the rate of 6.7 per cent and was also higher than the average growth rate of 13.3 per cent. Unemployment rose to the highest level since 2010. Rates fell, and the highest rate was 5%.]],
      [[The department raised the benefit (CVB) for children aged 1 to 4 years from $9 per month to $35 per month. We will lower the cap for homes built in 2012 from $2,500 to $2,300.]],
      [[抽检合格率98%,高于国家标准95%,高于省内96%。今年合格率98%,比上年的97%高1个百分点。]],
      [[居民消费价格同比连续三个月上涨,环比下降0.2%。出口连续三个月增长,环比下降2.1%。生产资料价格连续三个月下降,同比上涨0.2%。]],
      [[绿化覆盖率为50.2%,明显高于全省的均值49.4%。出口下降0.4%,远低于此前预测的增长1.0%。增长5.2%,增速高于全国0.4个百分点,利率不高于3%。]],
      [[Smoking declined from 2002--2003 to 2007--2008. Decreases in rates ranged from 12.4% to 55.8%.]],
      [[The payment is up to $2,800, an increase of $400, up from $2,400 currently.]],
      [[各国日均减产规模从8000桶到50万桶不等,航班削减数量从100架次至220架次不等。]],
      [[Annual credit growth went from 14.5% to 11.5%. The rise in demand slowed from 5.4% in 1992 to 4.9% in 1993. The smoothed trimmed means core moved from 0.49% to 0.56%.]],
      [[Confidence had fallen to 95.9 in May (revised up from 94.0 in April). Prices had fallen by 8.6% in May, but core inflation had increased to 5.6%, from 5.3%.]],
      [[The levy was increased to $220 with effect from 1st January 1989, and to $250 with effect from 1st July 1989.]],
      [[Prices increased 0.22% in September, down from 0.30% in August. Labour costs rose by 0.5% in May, up from 0.4%.]],
      [[全年降水日数142天,比常年少8天;日照时数1825.6小时,比常年多65.6小时。]],
      [[Over the decade the dropout rate fell from 9.3 to 4.1 percent, while output rose from 950 to 1.2 million tonnes.]],
      [[贷款稳步增长,不良贷款余额比上年下降12.1%。存款稳步增长,存款利率比年初下降0.2%。生猪生产稳步回升,生猪价格比上年下降8.5%。]],
      [[工业生产者出厂价格同比下降2.0%,环比上涨0.2%,降幅比上月收窄0.3个百分点。]],
      [[Net sales rose 3.2% on a constant currency basis to $446 million (2022: $451 million).]],
      [[Sales fell 3% at constant exchange rates to $446 million from $421 million. On a like-for-like basis, occupancy rose to 91.2% (2022: 92.4%).]],
      [[Like-for-like sales rose by 3.2% to £446 million (2022: £451 million).]],
      [[Expense was $156.1 million, an increase of $6.4 million or 4.3% compared to the $149.7 million of 2024.]],
      [[与2010年相比,0—14岁、15—59岁、60岁及以上人口的比重分别上升1.35个百分点、下降6.79个百分点、上升5.44个百分点。]],
      [[地区生产总值增长5.0%。居民人均可支配收入增长5.3%、快于经济增长。]],
      [[进出口总额增长5.6%,创历史新高;单位GDP能耗下降3.5%,超额完成节能降耗目标;消费市场稳步回升,社会消费品零售总额增长4.5%。]],
      [[农村居民收入增速高于城镇1.5个百分点,城乡差距进一步缩小。]],
      [[公务接待费支出决算减少0.15万元,下降27.78%;收入增加5亿元,成本下降3%。]],
      [[企业贷款平均利率降至十年来最低,外贸占比升至历史最高,补助提高到最低工资标准。]],
      [[全省死亡人数较上年下降12.5%,由800人降至700人。]],
      [[The income cap will be raised from the current $2,000 to $2,300 per month.]],
      [[Retail sales in cities grew 12.4% last year because of tourists.

Retail sales in villages fell 12.4% last year because of floods.]],
      [[海冰面积创有记录以来6月的新低,比平均水平低17%;煤炭产量创历史新高,同比增长5.6%,增速比上年下降0.3个百分点。]],
      [[全省事故起数、死亡人数分别下降10.5%、12.7%,降幅居全国前5位;财政赤字率下降0.3%,经济增速居世界前列。]],
      [[
| (in millions) | 2019 | 2018 | 2017 |
|---|---|---|---|
| Operating expenses | $127,756 | $117,035 | $121,300 |

The increase in operating expenses was primarily due to new stores. The decrease in operating expenses in the year before was due to closures.
]],
      [[涨幅最大的是化学制剂,上涨1.71%,跌幅最大的是医疗器械,下跌1.44%。]],
      [[没有发生重特大事故,事故起数和死亡人数连续3年下降,安全生产形势整体好转。]],
      [[空气优良天数比例上升2.1个百分点,PM2.5浓度下降5%,生态环境质量持续改善。]],
      [[火灾起数有所上升,但安全形势总体向好。]],
      [[The ratios decreased from 11.1 (95% CI = 7.8–15.8) during May to 4.6 (95% CI = 2.5–8.5) in June.]],
      [[Unemployment fell by 2.3 percentage points in the year to August, from 9.0% to 6.7%. Visits declined by 16% to 19,824, from 23,588.]],
      [[We expect growth of 3% to 5% on average, lower than the 4% to 6% of the last decade.]],
      [[In 2012, total consumption was 214.8 Mtoe, 1.2% higher than in 2011 (212.2 Mtoe).]],
      [[Net earnings of $672 million in the quarter were higher than the $606 million reported before.]],
      [[Our loss was $3 million, or $0.12 a share. It was wider than the $2 million expected by analysts.]],
      [[Imports rose to a peak of 295.0 million tonnes in 2007, before falling and then rising again to 293.5 million tonnes in 2013.]],
      [[Inflation rose by 4.2%, lower than the 5.3% decline in output. Sales fell by 4.2%, less than the 5.3% of last year.]],
      [[The rate fell from 91% to 86% in towns and rose to 80% in villages. The limit of 5% for loans up to $20,000 is raised to 7%.]],
      [[Relief for incomes up to $20,000 will be raised to $3,000. The fee for monochrome sets will remain at $36, but for colour sets will be raised to $24.]],
      [[Unemployment reached 5% in 2009, but has since fallen back to 3%. The count was 75,119; this figure decreased to 68,705.]],
      [[Coverage was 12% (95% CI = 10–14), higher than the 9% (95% CI = 7–11) of 2010, and was no lower than the 13% of 2012.]],
      [[The deficit was $4.9 billion or 1.2% of GDP. This is lower than the surplus of $2.7 billion we had hoped for.]],
      [[The rate fell to 5.2% in May, from 5.9% in April, and then rose to 5.6% in June. Growth of 3% was lower than in 2010, when debt was 2% of output.]],
      [[Exports fell from $6 billion to $5 billion, an increase of 10% in volume notwithstanding. Car ownership was 21.5 cars, an increase of 15.5 over 2007.]],
      [[Cases numbered 1,204 in 2015, dropped to 987 in 2016 and climbed again to 1,066 in 2017. While 18.1% were poor in 2007, this rose to 20.6%.]],
      [[Stays lengthened to 8.4 days in 2010 and shortened to 7.1 days in 2015. Waits were longer in the north, at 41 days, than in the south, at 29 days.]],
      [[Coverage dropped from over 90% to 85%, and grew from less than 70 trillion yuan to over 100 trillion yuan.]],
      [[Risk decreased over the full range of ages, from 15 to 60. Use grew until 2010, falling from a peak of 58% to 44%.]],
      [[三次产业结构为7.7:57.5:34.8。与上年同期相比,第一产业下降0.3个百分点,第二产业下降0.5个百分点,第三产业上升0.8个百分点。]],
      [[第一产业增速下降0.3个百分点,第二产业下降0.5个百分点,第三产业下降0.8个百分点,结构优化。]],
      [[2025年财政拨款收入预算910万元,比2024年预算减少238万元。财政拨款收入支出减少的主要原因是项目调整。]],
      [[本年度一般公共服务支出120万元,比上年减少20万元,下降14.3%。减少的主要原因是人员增加较少。]],
      [[各项存款余额141.8亿元,比年初的120亿元净增21.8亿元。全省发生事故385起,比上年下降10.5%,降幅居全国前5位。]],
      [[全市绿化覆盖率由39.8%提高到41.5%。通行时间由5小时缩短至40分钟,从5月1日延长至3月1日,期限由1年延长到18个月。]],
      [[日均减产规模从8000桶到50万桶不等。预计经济增长0.3%,较去年秋季预测的1.1%大幅下调。下调原因包括刺激计划未能实施。]],
      [[贡献率从52.2%提高到60%以上,缴费比例从20%降至16%以下。]],
      [[登记失业率为3.2%,比2019年的3.6%下降0.4个百分点。]],
      [[森林覆盖率达到48.5%,高于全国平均水平(25.1%)23.4个百分点。]],
      [[不合格率由10.2%下降到0.7%。]],
      [[全省排名由第12位提升到第9位,世界500强排名由369位上升到235位。]],
      [[识别精度从过去的30米提高至现在的15米,整体水质从原来的四类跃升到二类。]],
      [[The extended land loans of the banks rose from 42.6% in 2020 to 63.6%.]],
      [[The annual increase in M3 went from 16.3% to 14.6%, and the rise in producer prices from 5.3% to 5.7%. The estimated increase in loans in July had been revised from 1.0% to 0.9%.]],
      [[Prices declined from 5.12% to 5.02% in advanced economies and from 6.20% to 6.03% in the others. The pace of rate cuts went from 75 basis points in May to 100 basis points in June.]],
      [[Core inflation declined to 4.5 percent in August from 4.6 percent in July, after having increased from 3.8 percent in June. Output grew by 0.4 percent, up from the decline of 1.0 percent in May.]],
      [[The population had increased by 1.4 per cent over the year, down from a peak rate of growth of 1.8 per cent. Output passed a million (1.002 Mt) in July, up from 974,000 in June.]],
      [[The goal is to reduce the cost of wind power from about 4.5 to 5.5 cents per kilowatt-hour in 2002 to 3.6 cents by 2012.]],
      [[Growth for 2003 and 2004 had been revised down to 1.3% and 2.2%, from 1.4% and 2.3%. Inflation has risen to the low end of the range of 1% to 3%.]],
      [[The 12-month-ahead expectation decreased 0.8 points from 68.0% to 67.2%, and the 24-month-ahead expectation decreased 1.3 points from 45.2% to 43.9%.]],
      [[Two members preferred to increase the rate by 0.25 percentage points, to 5.5%.

One member preferred to reduce the rate by 0.25 percentage points, to 5%.]],
      [[Headline inflation rose to 8.6% in May, reflecting an increase in food inflation from 9.4 to 10.1%. Prices will converge to the 5 percent target, falling to 8.4 percent this year.]],
      [[The shekel weakened against the dollar, from NIS 3.33 on 23 May to NIS 3.35 on 20 June, a drop of about 0.6 percent.]],
      [[Unemployment improved from 5.1% to 4.9% over the year.]],
      [[Of the shops that answered, 24 percent expect wages to increase next year, down from 31 percent in the last survey. Just over half of brokers said that sales had increased, down from two-thirds in June.]],
      [[Orders at the smaller mills were down from 5 to 20 percent. Rents are being reduced from 10 to 40 percent depending on the street, and sales declines of from 2 to 6 percent were common.]],
      [[Hiring rose in June, driving the share without work down from 5.9 to 5.6 percent. Price increases varied from above 5 percent to less than 1 percent.]],
      [[The prime rate is 12-1/2 percent, up from 12 percent six weeks ago. The rate of 5.2 percent is more than a point below last year's 6.3 percent.]],
      [[Shops attributed the gains to low rents, and ten new shops (up from 7 a year ago) plan to raise prices by no more than 3.]],
      [[Core inflation is now projected to be between 2.5–3.5% this year, down from the earlier forecast of 3.0–4.0%. The range narrowed to 3.2–3.4%, down from 3.0–3.5%.]],
      [[The index rose sharply to 49.0 in November from 48.0 in October. Inflation fell sharply to 4.7 per cent in April from 6.4 per cent in February.]],
      [[The rate declined from 61 to 58 per 100,000 in rural counties.]],
      [[The share was 7.4% in the first period, down from 8.1% a year earlier.]],
      [[Rental income fell to $11.2 million in 2019 from $12.1 million in 2018, while other income rose to $2.4 million from $2.1 million.]],
      [[The university's world ranking fell from 5 to 8 this year. Debugging slipped from 2nd to 4th place.]],
      [[The budget deficit fell from -$5.2 million to -$3.1 million.]],
    },
  },
  check = function(link, report, _, doc)
    if link.type ~= "link" then return told.judge(link, report) end
    local telling = link.anchor or link.rate or link.increment or link.level
    if telling and change_of.other_basis(telling) then return end
    if link.kind == "change_of" then
      if not opposed(link, report) then twofold(link, report) end
      return
    end
    local from, to = link.base, link.level
    if not to and link.kind == "compare" then
      restated(link, report)
      return
    end
    local says = said(link)
    if not says and doc.lang == "en" and link.kind == "from_to" then -- went from 5 to 3, an increase of 2
      opposed(link, report)
      return
    end
    if not says or not from or not to or link.complete or loose.is(link) or one_is_per(from, to) or telling and goes_no_way(telling) then return end
    if to:after(2) == "不等" then return end -- 减产规模从8000桶到50万桶不等: a range
    local both_fall = link.kind == "compare" and to.direction == "down" and FALLS:find(to:after(8))
    if doc.lang == "zh" and ends.leave_open(link) then return end
    if from.kind == "rank" or from.kind == "ordinal" or from.kind == "statistic" or ends.is_fall(from) and not both_fall
      or ends.are_turned(from, to) or link.kind == "compare" and ends.other_pace(link, from, to) then return end
    local a, b = from.amount, to.amount
    if doc.lang == "zh" and link.kind == "from_to" then a, b = ends.printed(from, to, says) end
    if RANGE:find(to:after(4)) then return end
    if not ends.are_told(link, a, b) then return end
    if link.kind == "compare" and to:has("growth") and to.direction == "down" and not both_fall then return end
    local differ = from.value and to.value and from.value ~= to.value
    local falls = ends.below(b, a, differ) or ends.both_below(to, from)
    local rises = ends.below(a, b, differ) or ends.both_below(from, to)
    local at = link.anchor or telling -- 比年初的120亿元净增58.2亿元 has no verb
    if (says == "up" and falls) or (says == "down" and rises) then
      if doc.lang == "en" and (ends.other_sides(from, to) or ends.of_each(from, to) or differ and fromto.are_apart(from.value, to.value) or way_open.of(at, from, to))
        or not told.first_time(at) then return end
      report {
        at = at, message = link.kind == "compare" and "compare" or "base", related = { from, to },
        stated = link.cue,
        -- An English cue may be a noun of something else (“the decline
        -- deepened”, “its ranking fell”): not provable from the sentence.
        severity = (doc.lang == "en" or not link.same_sentence) and "warning" or "error",
        values = { cue = link.anchor and link.cue or at.text, from = from.text, to = to.text },
      }
      return
    end
    local change = told_change(link, falls, rises)
    if change and told.first_time(change.verb) then
      report {
        at = change.verb, message = "base", related = { from, to }, stated = change.cue, severity = "warning",
        values = { cue = change.cue, from = from.text, to = to.text },
      }
    elseif not change and (falls or rises) then
      report.agrees { at = at, related = { from, to }, how = from.text .. " → " .. to.text }
    end
  end,
}
