local HUNDRED = 100

local function finite(x) return x.low and x.high end

local function positive(x)
  if x.low:lt(0) and x.high:le(0) then return interval(0, 0) - x end
  return x
end

-- 3.99 printed as 3: cut off rather than rounded?
local function one_off(relative, rate) return relative:widen(rate.last_digit):meets(rate.interval) end

-- 69.4% …, compared with 85.9%, a difference of 16.5 percent
local DIFFERENCE = [[(?<![\d.,–-])(?<a>\d{1,3}(?:\.\d+)?)%(?:[^.;%]|\.\d){1,120}?(?<![\d.,–-])(?<b>\d{1,3}(?:\.\d+)?)%(?:[^.;%\d]){0,60}?]]
  .. [[\b(?:difference|gap) of (?<d>(?<n>\d{1,3}(?:\.\d+)?)(?:%| percent\b)(?!-)(?! points?\b))]]

-- Two percent higher (43.0% versus 41.2%); fell by 5 percent among boys (23.1% to 18.1%).
local SMALL = { one = "1", two = "2", three = "3", four = "4", five = "5", six = "6", seven = "7", eight = "8", nine = "9", ten = "10" }
local PER_CENT = [[(?<d>(?<n>\d{1,2}(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?:%| per ?cent\b)(?!-)(?! points?\b))]]
local BRACKET = [=[[^.;()%\d]*(?:\d{4}[–-]\d{2,4}[^.;()%\d]*|\d{4}[^.;()%\d]*)*[(\[](?:approximately )?(?<a>\d{1,2}(?:\.\d+)?)%(?: in \d{4})?,? (?:versus|vs\.?|compared with|and|to) (?<b>\d{1,2}(?:\.\d+)?)%(?! CI)]=]
local APART = {
  [[(?<![\d.,–$-])]] .. PER_CENT .. [[ (?:higher|lower|greater|more|less)\b]] .. BRACKET,
  [[\b(?:rose|fell|grew|dropped|declined|increased|decreased)(?: by)?(?: about| approximately| nearly| almost| over| only)? ]] .. PER_CENT .. BRACKET,
}

local function difference(m, report)
  local a, b, d = interval(m.a), interval(m.b), interval(SMALL[m.n] or m.n)
  if not (a.low:gt(0) and b.low:gt(0)) then return end
  local gap, relative = positive(b - a), positive((b - a) / a * HUNDRED)
  local turned = positive((a - b) / b * HUNDRED)
  if not gap:meets(d) or relative:meets(d) or turned:meets(d) then return end
  report {
    at = m:place("d"), related = { m:place("a"), m:place("b") }, message = "points", severity = "warning",
    expected = m.n .. " percentage points",
    values = { from = m.a .. "%", to = m.b .. "%", computed = lib("show").range(relative, 1), stated = m.d },
  }
end

-- 地区生产总值5.3万亿元、增长5.6个百分点: an amount grows by percent.
local WHEN = "(?:比上年|较上年|同比|比上年同期|比去年|比上年末|比全国|较全国|环比)?(?:分别)?"
local AMOUNT = "(?:[\\d.]+(?:万亿|亿|万)?(?:元|美元|吨|千瓦时|度|人次|辆|标准箱|平方米)"
  .. "|生产总值|GDP|收入|投资|总额|总值|产量|增加值|销售额|支出|产值|利润|税收|发电量|用电量|存款|贷款|余额|出口|进口|进出口|成交额|吞吐量|周转量|营业额"
  .. "|能耗|浓度|排放量|用水量|客运量|货运量|销量|保有量|人次|客流|旅客|游客|经营主体|市场主体|事故起数|案件)"
local GROWS = re.new(AMOUNT .. "[,、]?(?:实际|名义|平均|年均|累计)?" .. WHEN .. "(?:实际|名义|平均|年均)?(?:增长|增加|下降|减少)了?$")
local RATES = re.new("[拉下]拉|拉动|带动|推动|影响|每|贡献|占|率|比重|比例|增速|增幅|降幅|涨幅|百分点|弹性|强度|指数")

-- 税收占比提高3.2%: a share rises by points.
local SHARE = "(?:失业率|城镇化率|覆盖率|普及率|合格率|达标率|优良率|就业率|入学率|巩固率|绿化率|自给率|参保率|处理率|转化率|负债率|渗透率|机械化率|满意率|优良天数比例|优良天数比率|比重|占比"
  .. "|增速|增幅|涨幅|降幅|增长率|毛利率|利润率|贡献率|上座率|入住率|升学率|占有率|份额|杠杆率|优良率)"
local RISES = re.new(SHARE .. "(?:(?:达到|达|为|升至|降至)?[\\d.]+%[,、])?" .. WHEN .. "(?:提高|上升|下降|降低|提升|回落)了?$")
-- 普及率达99.5个百分点: a share is so many percent.
local IS = re.new(SHARE .. "(?:分别|已|均|将)?(?:达到?|为|是|超过|提高到|上升到|提升到|升至|降至|降到|下降到|保持在|稳定在)了?(?:近|约|超)?$")
local LENT = re.new("贡献|贴息|利率|浮动")
-- 增速比上年回落2.1%: what slows down is a rate.
local SLOWS = re.new("(?:比上年|较上年|同比|环比|比上月|较上月|比上季度|较上季度|比去年|比全国|较全国|比一季度|较一季度|明显|分别)(?:同期)?(?:加快|放缓|收窄)了?$")
-- 亏损1671.7万元,同比收窄27.8%: an amount may narrow too.
local LOSS = re.new("(?:亏损|亏|逆差|赤字|顺差|价差|负债|缺口)(?:净?额|幅度)?(?:约|达到?|为|至|收窄)?(?:[\\d.,]+(?:万亿|亿|万)?[一-龥]{0,2}元)?[, ]?[^,。;]{0,8}收窄了?$")
local FROM = re.new("[由从][^,。;]{0,24}$")
local FROM_FAR = re.new("[由从][^。;]{0,40}$") -- the link tells it

-- What GROWS or IS ends with and, true, RISES too.
local ENDS = { ["达"] = false, ["到"] = false, ["为"] = false, ["是"] = false, ["过"] = false, ["至"] = false, ["在"] = false,
               ["近"] = false, ["约"] = false, ["超"] = false, ["长"] = false, ["加"] = false, ["少"] = false, ["降"] = true, ["高"] = true, ["升"] = true, ["低"] = true,
               ["落"] = true, ["了"] = true,
               ["快"] = true, ["缓"] = true, ["窄"] = true }

local function judge_claim(claim, report)
  local rises = ENDS[claim:before(1)]
  if not rises and (rises == nil or claim.kind ~= "point") or claim.sentence.cell or not claim.value then return end
  local before = claim:before(30)
  if claim.kind == "point" then
    if GROWS:find(before) and not RATES:find(before) and not FROM_FAR:find(claim:before(48)) then
      report { at = claim, message = "amount", severity = "warning", expected = claim.number_text .. "%" }
    elseif IS:find(before) and not LENT:find(before) then
      report { at = claim, message = "level", severity = "warning", expected = claim.number_text .. "%" }
    end
  elseif claim.direction ~= "" and (RISES:find(before) or SLOWS:find(before) and not LOSS:find(before)) and not FROM:find(before) then
    report { at = claim, message = "share", severity = "warning", expected = claim.number_text .. "个百分点" }
  end
end

return {
  api = 1,
  id = "percent-or-point",
  severity = "error",
  on = { link = { "from_to", "compare" }, claim = { "point", "percent" }, unit = { "%", "pp" }, pattern = { DIFFERENCE, APART[1], APART[2] } },
  summary = {
    zh = "两个百分数之差写成了“%”，或两个数的增幅写成了“个百分点”",
    en = "the difference of two percentages is called percent, or a rate of change is called points",
  },
  explain = {
    zh = [[由75%提高到78%，是提高3个百分点，或提高4%。印作“提高3%”，三者不能同时成立。反过来，
由200亿元增加到250亿元是增长25%，不是25个百分点。两种读法中按所印单位的一种不成立、另一种成立时报告。]],
    en = [[From 7% to 9% is a rise of 2 percentage points, or of 29 percent: "up 2 percent" is neither. The other way
round, a rise from 200 to 250 is 25 percent and not 25 points. Reported where the figure is wrong in the unit that
is printed and right in the other.]],
  },
  messages = {
    amount = {
      zh = "数额的增幅应以“%”计，印为 {stated}",
      en = "an amount grows by percent, not by {stated}",
    },
    level = {
      zh = "比率本身应以“%”计，印为 {stated}",
      en = "a share is so many percent, not {stated}",
    },
    share = {
      zh = "比率的升降应以“个百分点”计，印为 {stated}",
      en = "a share rises by percentage points, not by {stated}",
    },
    points = {
      zh = "{from} 与 {to} 相差 {stated} 的应是百分点；按百分比算是 {computed}%",
      en = "from {from} to {to} is a difference in percentage points, not {stated}; as a rate it is {computed}%",
    },
    percent = {
      zh = "由 {from} 到 {to} 是增减 {computed}%，不是百分点",
      en = "from {from} to {to} is a change of {computed}%, not of percentage points",
    },
  },
  examples = {
    bad = {
      { [[规模以上工业增加值增长6.1%,比上年加快1.2%。]], at = "1.2%", severity = "warning" },
      { [[单位生产总值能耗下降3.2个百分点。]], at = "3.2个百分点", severity = "warning" },
      { [[接待旅客人次增长12.5个百分点。]], at = "12.5个百分点", severity = "warning" },
      { [[商品房销售面积降幅比上月收窄2.3%。]], at = "2.3%", severity = "warning" },
      { [[规上工业企业利润率比上年提高0.6%。]], at = "0.6%", severity = "warning" },
      { [[毛利率为18.18%,同比提升2.01%,净利率为6.2%,同比提升0.3pct。]], at = "2.01%", severity = "warning" },
      { [[成交额由200亿元增加到250亿元,增长25pct。]], at = "25pct" },
      { [[农村卫生厕所普及率达99.5个百分点。]], at = "99.5个百分点", severity = "warning" },
      { [[财政用于民生支出占比达76个百分点,各项任务完成。]], at = "76个百分点", severity = "warning" },
      { [[城镇居民人均可支配收入实际增长5·8个百分点。]], at = "5·8个百分点", severity = "warning" },
      { [[高中阶段入学率提高到92个百分点。]], at = "92个百分点", severity = "warning" },
      { [[城镇化率达到六十五个百分点。]], at = "六十五个百分点", severity = "warning" },
      { [[全年地区生产总值5.3万亿元、增长5.6个百分点。]], at = "5.6个百分点", severity = "warning" },
      { [[税收占比比上年提高3.2%。]], at = "3.2%", severity = "warning" },
      { [[产品合格率由75.2%提高到78.2%,提高了3%。]], at = "3%", severity = "warning" },
      { [[城镇登记失业率为3.2%,比2019年的3.8%下降0.6%。]], at = "0.6%" },
      { [[技术合同成交额由200亿元增加到250亿元,增长25个百分点。]], at = "25个百分点" },
      { [[In 2015, 69.4% of the first group agreed, compared with 85.9% of the second, a difference of 16.5 percent.]],
        at = "16.5 percent", severity = "warning" },
      { [[Coverage was two percent higher in the 2019–20 season than in the one before (43.0% versus 41.2%).]], at = "two percent", severity = "warning" },
      { [[Smoking fell by 5% among boys in the north (23.1% to 18.1%).]], at = "5%", severity = "warning" },
      { [[The charge went up 2 percent from 7% to 9%.]], at = "2 percent", severity = "warning" },
    },
    good = {
      [[Contributions rose from 2.59 percentage points to 2.90 percentage points in the gold group (up by 0.31 percentage points), from 23.4 percentage points to 23.5 percentage points in the services group (up by 0.16 percentage points).]],
      [[工业增加值增长6.1%,比上年加快1.2个百分点;降幅收窄2.3个百分点。能耗下降3.2%,占比提高2个百分点。水资源利用率提升40%以上。]],
      [[公司毛利率为33.6%,同比下降2.5pct,环比提升1.6pct;净利率同比提升0.3个pp,费用率同比降低1.06pcts至3.82%。]],
      [[占比同比上升1.7Pct至55.8%,研发费用率上升0.4ppt,存款成本率下降12bps。]],
      [[股东应占亏损1671.7万港元,同比收窄27.8%。公司期内净亏损同比收窄10.99%至2189.43万元,贸易逆差比上年同期收窄3.2%。]],
      [[普及率达99.5%,提高2.3个百分点。贴息比例为1个百分点。对进出口增长贡献率达13.1个百分点,零售增速超过10个百分点。]],
      [[投资增长,拉动全部规模以上工业企业利润实际增长7.9个百分点。占比提高到76%、提高3个百分点。]],
      [[第二产业投资下降22.6%,下拉固定资产投资增长11.0个百分点。]],
      [[全年地区生产总值增长5.6%,最终消费支出拉动国内生产总值增长1.0个百分点,税收占比提高3.2个百分点,劳动生产率提高3.2%,收入增速提高0.3个百分点。]],
      [[产品合格率由75%提高到78%,提高了3个百分点。]],
      [[产品合格率由75%提高到78%,提高了4%。]],
      [[城镇登记失业率为3.2%,比2019年的3.8%下降0.6个百分点。]],
      [[技术合同成交额由200亿元增加到250亿元,增长25%。]],
      [[In 2015, 69.4% agreed, compared with 85.9% of the others, a difference of 16.5 percentage points (23.8 percent).]],
      [[Coverage was 28% higher among men than among women (64.0% vs. 50.0%), and two percentage points lower in towns (43.0% versus 45.0%).]],
      [[The charge went up 2 percentage points from 7% to 9%.]],
      [[Sales went up 25 percent from $200 million to $250 million.]],
    },
  },
  check = function(link, report, _, doc)
    if link.type == "claim" then
      if doc.lang == "zh" then judge_claim(link, report) end
      return
    end
    if link.type == "match" then
      difference(link, report)
      return
    end
    local rate, from, to = link.rate, link.base, link.level
    if not (rate and from and to and rate.value) or link.complete or rate.unit_text:find("千分点", 1, true) then return end
    local a, b = from.amount, to.amount
    if not (finite(a) and finite(b)) or not a.low:gt(0) then return end
    local gap = positive(b - a)
    local relative = positive((b - a) / a * HUNDRED)
    local of_rates = from.kind == "percent"
    local message
    if of_rates and rate.kind == "percent" then
      if not relative:meets(rate.interval) and gap:meets(rate.interval) then message = "points" end
    elseif not of_rates and from.kind ~= "point" and rate.kind == "point" and relative:meets(rate.interval) then
      message = "percent"
    end
    if message then
      local shown = lib("show").range(relative, rate.decimals + 1)
      report {
        at = rate, related = { from, to }, message = message,
        expected = rate.number_text .. (doc.lang == "en" and
          (message == "points" and " percentage points" or " percent") or (message == "points" and "个百分点" or "%")),
        values = { from = from.text, to = to.text, computed = shown },
        severity = (doc.lang == "en" or of_rates and one_off(relative, rate)) and "warning" or "error",
      }
    elseif of_rates and rate.kind == "percent" and relative:meets(rate.interval) then
      report.agrees { at = rate, related = { from, to }, how = relative:text() .. " ∋ " .. rate.text }
    end
  end,
}
