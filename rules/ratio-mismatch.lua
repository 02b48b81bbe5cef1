-- A share is held against the whole that is named, or that other shares of
-- the passage agree on. A share whose whole is unknown is never judged.

local SAID = 90 -- strength of a link whose whole is beyond doubt
local HIDDEN = "a slip hides that it is a share of this" -- reason of a link whose whole no word names
local UNSURE = 60 -- below it only a slip of the pen is a finding

local fit, wholes = lib "share_fit", lib "share_wholes"

local reported = memo()
local function check_whole(links, at, whole, report)
  local value = lib("share_set").whole_slip(links, at, whole)
  if not value then return end
  local link = links[at]
  if not reported[whole] then
    reported[whole] = true
    report {
      at = whole, related = { link.members[1], link.rate }, expected = value:text(), severity = "warning", message = "whole",
      values = { part = link.members[1].text, rate = link.rate.text, expected = value },
    }
  end
  return true
end

-- 占新增装机1.98亿千瓦的比重超过75%, 占服务进出口总额的43.5%: a bound, the whole by its name.
local function beyond(link, whole, report)
  local want, computed = lib("named_whole").below(link, whole)
  if not want then return end
  report {
    at = link.rate, related = { link.members[1], whole }, expected = want:text() .. "%", severity = "warning",
    values = { part = link.members[1].text, whole = whole.text, computed = lib("show").range(computed, link.rate.decimals + 1) },
  }
  return true
end

local function check_named_whole(link, report)
  local whole, want = lib("named_whole").find(link)
  if not whole or lib("other_whole").is_apart(link, whole) then return end
  report {
    at = link.rate, related = { link.members[1], whole }, expected = want:text() .. "%", severity = "warning",
    values = { part = link.members[1].text, whole = whole.text, computed = want },
  }
  return true
end

local function finding(links, at, whole, report)
  local link = links[at]
  local part, rate = link.members[1], link.rate
  if not rate.value then return beyond(link, whole, report) end -- 占几% has none
  local computed = fit.share(part, whole)
  if not computed then return end
  if part.bound == "at_least" and link.strength < SAID then return end
  local near, other, set = lib "near", lib "other_whole", lib "share_set"
  if other.is(link, whole) then return end
  -- 465 (14%): of whom is open, so only swapped digits are a finding.
  if not link.whole and link.cue == "" and
     near.within(rate.value, computed, rate.last_digit) ~= "transposed" then
    return
  end
  local shown = lib("show").range(computed, rate.decimals + 1)
  local off_by_one = computed:widen(rate.last_digit):meets(fit.meant(rate))
  if off_by_one and set.gives_way(links, at, whole) then return end
  if check_whole(links, at, whole, report) then return true end
  if set.implies_other(links, at, whole) then return end
  local slip = rate.value and near.within(rate.value, computed:widen(rate.last_digit / 2), rate.last_digit)
  if not slip and other.is_left(link, whole, computed) then return end
  if link.strength < UNSURE and (not slip or off_by_one) then return end
  local told = link.reason ~= HIDDEN
  report {
    at = rate, related = { part, whole }, expected = shown,
    message = off_by_one and "truncated" or "base",
    severity = slip == "transposed" and told and not off_by_one and "error" or "warning",
    values = { part = part.text, whole = whole.text, computed = shown },
  }
  return true
end

-- They accounted for 39% of total investment commitments.
local function check_named(m, report)
  local found = m.doc.lang == "en" and lib("named_shares").check(m)
  if not found then return end
  local related = { found.part, found.whole }
  if not found.expected then
    report.agrees { at = found.rate, related = related, how = found.part.text .. "/" .. found.whole.text }
    return
  end
  report {
    at = found.rate, related = related, severity = "warning", expected = found.expected:text() .. "%",
    values = { part = found.part.text, whole = found.whole.text, computed = found.expected },
  }
end

return {
  api = 1,
  id = "ratio-mismatch",
  severity = "error",
  on = { set = true, pattern = { lib("named_shares").pattern, lib("open_shares").pattern } },
  summary = {
    zh = "占比与分子、分母不符",
    en = "a printed share disagrees with its part and whole",
  },
  explain = {
    zh = [[占比 = 部分 ÷ 总体。总体取“占…的”所指明的数，或同段其他占比共同指向的数；段内任何一个可能的分母能使占比成立，
就不报告。比较在印刷精度的区间内进行；只差末位一个单位时提示“可能是截断而非四舍五入”。]],
    en = [[share = part / whole. The whole is the one that is named, or the one the other shares of the passage
agree on; where any figure of the passage makes the share true, nothing is said. Compared in intervals of the
printed precision; a share one unit of its last digit off is called truncated.]],
  },
  messages = {
    base = {
      zh = "{part} 占 {whole} 应为 {computed}%，印为 {stated}",
      en = "{part} of {whole} is {computed}%, printed as {stated}",
    },
    truncated = {
      zh = "{part} 占 {whole} 为 {computed}%，印为 {stated}，可能是截断而非四舍五入",
      en = "{part} of {whole} is {computed}%, printed as {stated}: truncated, not rounded?",
    },
    whole = {
      zh = "所列各占比（{part} 占 {rate} 等）所指的总体都是 {expected}，印为 {stated}",
      en = "the shares told of it ({part} are {rate}, and others) are of {expected}, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[Among 91,491 sailors in port, 34,896 (48.8%) took leave, 9,525 (13.3%) took courses, and 8,348 (11.7%) left.]], at = "91,491" },
      { [[Records were kept of 461,825 (35.5%) clerks with children, 409,462 (80.7%) of whom were men.]], at = "80.7%" },
      { [[The survey covered 23,405 farmers in 3,097 parishes (89.5% of all 3,143 parishes).]], at = "89.5%" },
      { [[Among 292 crews asked, 49% (274) reported leaks.]], at = "49%" },
      { [[Road freight is behind 12.7% (112.7 million tonnes) of total exports (656.3 million tonnes).]], at = "12.7%" },
      { "New investment commitments were $1.8 billion in 1983.\n\nLocal companies committed substantial investments, amounting to $520 million in 1983. They accounted for 39% of total investment commitments.", at = "39%" },
      { "With existing rates, recurrent revenue is estimated at $9,969 million.\n\nIncome tax will be the largest source, accounting for about 43% of total revenue. Income tax collections are expected to amount to $3,300 million.", at = "43%" },
      { [[Usual residents who were 85 and over (97 per cent, 1.2 million) were the age group most likely to identify with one of these identities, and the age group that identified the least was the group of 30-34 (81 per cent, 3.0 million).

Of the 65.1 million usual residents, 13 per cent (7.5 million) were born outside. Almost half (46 per cent, 3.4 million) of those born outside held a passport.]], at = "13 per cent" },
      { [[The stock of timber was put at 604.7 million cubic metres. Of the total stock, 348.9 million cubic metres (27.7%) were softwood.]], at = "27.7%" },
      { [[Expenditure of $14.14 billion is planned. Of the total expenditure, recurrent expenditure accounts for $9.52 billion or 76.3%.]], at = "76.3%" },
      { [[A total of 53 (23.3%) of 227 counties were out of compliance. Twenty-six (41.9%) of these counties were metropolitan. Four counties (7.5%) were not.]], at = "41.9%" },
      { [[In all, 201 counties had high ozone. The majority of counties (158 [76.8%]) were large; twenty-seven counties (13.4%) were small.]], at = "76.8%" },
      { [[There are 72,531 tracts. Nine percent of tracts (n = 6,563) had one store. Twelve percent of tracts (n = 8,343) had two. Ninety percent of tracts had none (n = 13,761 tracts).]], at = "Ninety percent" },
      { [[In 2018, among 7,155 virus sequences, 3,011 (32%) were of one type.]], at = "32%" },
      { [[Of an estimated 4,591 calls, nearly all domestic, 1,684 (63.7%) were about bleach.]], at = "63.7%" },
      { [[Of the $2.2 billion for the ministry, $351 million or 61% will go to civil defence.]], at = "61%" },
      { [[Asthma was found in seven of 191 cases (7.3%).]], at = "7.3%" },
      { [[In at least 13 (45%) of the 24 towns with an order, it came late.]], at = "45%" },
      { [[The state has 105 counties. As of that day, 24 (32%) had an order.]], at = "32%", severity = "warning" },
      { [[One in ten people, 5.8 million, gave unpaid care. About half lived in towns.

Some 85 per cent (3.3 million) of these carers were women.]], at = "85 per cent", severity = "warning" },
      { [[Total expenditure will be $29.0 billion. Defence takes up $6.9 billion or 33% of total expenditure.]], at = "33%", severity = "warning" },
      { [[There are 16,859 pensioners, of whom 11,827 or 78% live alone.]], at = "78%" },
      { [[全市新增发电装机容量943万千瓦。其中,新增风电装机容量876万千瓦,占新增发电装机总容量的比重为29.9%。]], at = "29.9%", severity = "warning" },
      { [[全省地区生产总值129118.58亿元。分区域看,珠三角地区生产总值104681.81亿元,占全省比重18.1%。]], at = "18.1%" },
      { [[全区人口中,15岁以下120000人,占20%;15至59岁360000人,占66%;60岁及以上120000人,占20%,总人口600000人。]], at = "66%" },
      { [[全省电力总装机7018万千瓦,新能源装机占比31.6%。其中新能源装机2224万千瓦。]], at = "31.6%" },
      { [[全市农作物总播种面积75.1万公顷,绿色有机食品种植面积达37万公顷,占总播种面积的43.9%。]], at = "43.9%" },
      { [[全市固定资产投资完成247.4亿元,同比增长2%。

从国有和非国有看,国有投资完成186.6亿元;非国有投资完成60.8亿元。非国有投资占全市固定资产投资比重为26.4%。]], at = "26.4%" },
      { [[粮食种植面积1038万亩。高标准农田面积215万亩,占粮食种植面积的近50%。]], at = "50%" },
      { "我国服务进出口总额20816.5亿元,同比增长9.1%。\n\n1—4月,知识密集型服务进出口9057.9亿元,同比增长13.1%,占服务进出口总额的比重达45.3%。", at = "45.3%" },
      { "一季度,我国货物贸易进出口9.89万亿元,增长4.8%。其中出口5.65万亿元,进口4.24万亿元。\n\n东盟为第一大贸易伙伴,对东盟进出口1.56万亿元,占我国外贸总值的25.8%。", at = "25.8%" },
      { "全国实际使用外资金额1614.5亿元。\n\n高技术产业实际使用外资632.1亿元,占全国实际使用外资的93.2%。", at = "93.2%" },
      { [[重点监测的122种机械产品中,有75种产量同比增长,占比16.5%。]], at = "16.5%" },
      { [[长三角地区进出口12.62万亿元,增长6.6%。其中,出口8.04万亿元,进口4.58万亿元。民营企业进出口7.05万亿元,占长三角地区进出口总值的58.9%。]], at = "58.9%" },
      { [[全国新增发电装机容量约为1.98亿千瓦。其中,太阳能发电新增装机达到1.13亿千瓦,占全部新增发电装机比重超过75%。]], at = "75%" },
      { [[估损金额100.59亿元,目前赔付预赔付金额48.04亿元,占比47.67%。]], at = "47.67%" },
    },
    good = {
      [[Among 132,920 members who were tested more than once, the rate of 0.77 new infections/1,000 persons/year (0.077%) has been observed.]],
      [[Among 5,000 women, 1,250 (25.0%) smoked, and among 4,000 men 1,600 (40.0%) did.]],
      [[Among 71,491 sailors in port, 34,896 (48.8%) took leave, 9,525 (13.3%) took courses, and 8,348 (11.7%) left.]],
      [[Among 292 crews asked, 94% (274) reported leaks; 35% (96) of those went home. Road freight is behind 17.2% (112.7 million tonnes) of total exports (656.3 million tonnes).]],
      [[报告期各期末,短期借款余额分别为7000.00万元、10180.11万元和14837.14万元,占负债总额的比例分别为15.65%、24.04%和34.73%。

报告期末,公司负债总额为42717.24万元。]],
      [[Expenditure of $14.14 billion is planned. Of the total expenditure, recurrent expenditure accounts for $9.52 billion or 67.3%.]],
      [[Expenditure of $14.14 billion is planned. Of the total revenue, the tax on property yields $9.52 billion or 76.3%.]],
      "New investment commitments were $1.8 billion in 1983.\n\nLocal companies committed substantial investments, amounting to $520 million in 1983. They accounted for 29% of total investment commitments.",
      "With existing rates, recurrent revenue is estimated at $9,969 million.\n\nIncome tax will be the largest source, accounting for about 33% of total revenue. Income tax collections are expected to amount to $3,300 million.",
      [[A total of 53 (23.3%) of 227 counties were out of compliance. Twenty-six (49.1%) of these counties were metropolitan. Four counties (7.5%) were not. In all, 201 counties had high ozone. The majority of counties (158 [78.6%]) were large; twenty-seven counties (13.4%) were small.]],
      [[There are 72,531 tracts. Nine percent of tracts (n = 6,563) had one store. Twelve percent of tracts (n = 8,343) had two. Nineteen percent of tracts had none (n = 13,761 tracts).]],
      [[外国人5126.8万人次,同比上升27.8%,其中免签入境外国人1589万人次,占入境外国人62.1%。]],
      [[全年对欧盟、美国分别进出口5.51万亿元、4.67万亿元,分别占进出口总值的13.2%和11.2%。]],
      [[Race was missing for 6,059 (26%) of symptomatic pregnant women and 97,796 (26%) of symptomatic nonpregnant women.]],
      "“三公”经费支出决算0.39万元。\n\n一般公共预算支出9746.50万元,其中教育支出974.65万元,占10.00%;卫生支出1949.30万元,占20.00%。\n\n因公出国支出决算0.00万元,占0.00%;公务用车支出决算0.00万元,占0.00%;公务接待支出决算0.39万元,占100.00%。",
      [[决算支出占预算数的98.4%,比预算数298.2亿元少支4.7亿元。其中,经济建设费支出137.6亿元,占预算数的96.99%;社会文教费支出31.9亿元,占预算数的82.82%。]],
      "前五名客户销售额276.14万元,占年度销售总额18.20%;其中关联方销售额0万元,占年度销售总额0%。\n\n前五名供应商采购额134.04万元,占年度采购总额32.22%;其中关联方采购额0万元,占年度采购总额0%。",
      [[Total spending in 1986 is put at $22.06 billion, about $5.94 billion or 37% higher than in 1985.]],
      "近三年研发投入占营业收入的比例\n| 项目 | 2019年 | 2018年 |\n| --- | --- | --- |\n| 研发人员数量(人) | 74 | 61 |\n| 研发人员数量占比 | 11.51% | 10.70% |",
      "| 项目 | 2019年 | 2018年 | 2017年 |\n|---|---|---|---|\n| 研发人员数量(人) | 74 | 61 | 58 |\n| 研发人员数量占比 | 11.51% | 10.70% | 10.68% |",
      [[全年地区生产总值1162.95亿元,人均地区生产总值172160元。甲区、乙县、丙县地区生产总值占全市比重分别为57.1%、18.2%、24.7%。]],
      [[一般公共预算支出560亿元,其中教育支出98亿元,卫生健康支出52亿元,民生支出占比达82%。]],
      [[全年财政支出320亿元,其中科技支出12亿元,农林水支出45亿元,民生支出占比达78%。]],
      [[In 2018, among 7,155 virus sequences, 3,011 (42%) were of one type; among 120 others, 12 (10%) were.]],
      [[Prevalence was higher in men (52.0%, 104 of 200) than in women (38.0%, 76 of 200).]],
      [[Of the 3,254 patients, 465 (14%) died, of whom 120 (26%) were children.]],
      [[Of the $2.2 billion for the ministry, $351 million or 16% will go to civil defence.]],
      [[Of the $2.2 billion spent, wages rose $351 million or 61%.]],
      [[一般公共预算收入126.9亿元,其中税收收入88.2亿元,非税收入38.7亿元,税收占比69.5%。]],
      [[全县生产总值914326万元。其中,第一产业增加值37952万元,占生产总值的比重为4.1%;第二产业增加值624710万元,占生产总值的比重为68.3%;第三产业增加值251664万元,占生产总值的比重为27.6%。]],
      [[地方预算支出为7700.3亿元。地方预算支出中,经济建设费为2849.4亿元,占地方预算支出的35.84%;社会文教费为2591.4亿元,占地方预算支出的32.60%。]],
      [[全省地区生产总值129118.58亿元。分区域看,珠三角地区生产总值104681.81亿元,占全省比重81.1%。]],
      [[全区人口中,15岁以下120000人,占20%;15至59岁360000人,占60%;60岁及以上120000人,占20%,总人口600000人。]],
      [[粮食种植面积1038万亩。高标准农田面积512万亩,占粮食种植面积的近50%。]],
      "2024年湖南省政府工作情况\n\n全省农作物总播种面积75.1万公顷,绿色有机食品种植面积达37万公顷,占总播种面积的49.3%,占全国绿色有机食品种植面积的3.2%。",
      "我国服务进出口总额20816.5亿元,同比增长9.1%。\n\n1—4月,知识密集型服务进出口9057.9亿元,同比增长13.1%,占服务进出口总额的比重达43.5%。保险服务进出口905.8亿元,占知识密集型服务进出口的比重达10.0%。",
      "全省货物贸易进出口9.89万亿元,增长4.8%。\n\n对东盟进出口1.56万亿元,占我国对东盟进出口总值的25.8%。旅行服务占全国外贸总值的25.8%。",
      [[共承办人大代表建议7955件、政协提案4525件,分别占建议、提案总数的95.7%、96.5%,已全部办结。]],
      [[一般贸易出口8.33万亿元。上半年机电产品出口4.4万亿元,占我国出口总值的58.6%。2013年到2022年,我国进出口总额累计19.1万亿元。2022年与共建国家进出口2.9万亿元,占外贸总值的45.4%。]],
      [[重点监测的122种机械产品中,有75种产量同比增长,占比61.5%。另有12种产品,占比16.5%。估损金额100.59亿元,赔付金额48.04亿元,占比47.76%。]],
      [[太阳能发电新增装机1.13亿千瓦,占全部新增发电装机1.98亿千瓦比重超过57%。太阳能发电新增装机1.13亿千瓦,占全部新增发电装机1.98亿千瓦比重超过一半。]],
      [[全市固定资产投资完成247.4亿元,同比增长2%。

从国有和非国有看,国有投资完成186.6亿元;非国有投资完成60.8亿元。非国有投资占全市固定资产投资比重为24.6%。]],
      [[2019年、2020年、2021年,公司研发投入分别为8000万元、1亿元和1.25亿元,占当年营业收入的比例分别为4.00%、4.50%和5.00%。]],
      [[应收账款账面余额8亿元,坏账准备0.4亿元,账面价值7.6亿元,坏账计提比例5%。]],
      [[生产电视机300万台,占全国的12%。]],
      [[共有56776例患者接受治疗,平均年龄为(61.8±8.8)岁,女性占24.6%。]],
      [[全区人口中,15岁以下120000人,占20%;15至59岁360000人,占60%;60岁及以上120000人,占几%,总人口600000人。]],
      [[粮食种植面积1038万亩。高标准农田面积512万亩,占粮食种植面积的近几%。]],
      [[The state has 105 counties. As of that day, 24 (23%) had an order, and of the others 9 (32%) followed.]],
      [[Total expenditure will be $29.0 billion, $24.9 billion of it for ministries. Defence takes up $9.6 billion or 35% of their expenditure.]],
      [[Among 62 facilities, 45 (73%) answered. In 45 (73%) of these facilities with at least one case, an average of 5.2% had one.]],
      [[A total of 6,795 (67.0%) of the approximately 10,000 infants with a hearing loss were enrolled.]],
      [[Rates declined from about four of every 10 adults in the 1960s (51.2% for men and 33.7% for women).]],
    },
  },
  check = function(set, report)
    if set.type == "match" then
      if set.name == "" then return lib("open_shares").note(set) end
      return check_named(set, report)
    end
    for _, doc in ipairs(set.documents) do
      local links = {}
      for _, link in ipairs(doc:links("share_of")) do
        if not link.complete then links[#links + 1] = link end -- table-total's
      end
      local votes, voted = wholes.support(links)
      local settled, done = wholes.settle(links, votes, voted), {}
      local judged = {}
      for i, link in ipairs(links) do
        local held = link.whole and fit.holds(link, link.whole) and link.whole
        -- 7 of 119 (3.7%): the words leave no other whole.
        if not held and link.strength < SAID then held = wholes.any(link, settled[link.rate.sentence.index], voted) end
        local whole = wholes.judge(link, votes, settled[link.rate.sentence.index])
        if not held and whole and fit.holds(link, whole) then held = whole end
        if held then
          judged[link.rate.index] = true
          report.agrees { at = link.rate, related = { link.members[1], held }, how = held.text }
        elseif whole and whole.index ~= link.members[1].index and not done[link.rate.index] and not lib("other_whole").is_apart(link, whole) then
          done[link.rate.index] = finding(links, i, whole, report)
          judged[link.rate.index] = judged[link.rate.index] or done[link.rate.index]
        elseif not whole and not done[link.rate.index] then
          done[link.rate.index] = check_named_whole(link, report)
        end
      end
      for _, f in ipairs(lib("open_shares").judge(doc, links, judged)) do
        report {
          at = f.rate, related = { f.part, f.whole }, severity = "warning", expected = f.expected:text() .. "%",
          values = { part = f.part.text, whole = f.whole.text, computed = f.expected },
        }
      end
    end
  end,
}
