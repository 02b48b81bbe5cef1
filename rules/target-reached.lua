-- A stock that is already above what the report means to reach.
local near, ownyear = lib "near", lib "ownyear"
local MARGIN = decimal(1005) / 1000 -- what both round to
-- What is better less.
local LESS = re.new("浓度|能耗|排放|死亡|事故|债|失业|贫困|成本|费用|欠|信访|投诉|逾期|不良|污染|损失|水耗|距离|时间|赤字|涨幅|增长率|患病|发病|恩格尔")

-- What is spent or sold in a year begins anew with the next.
local FLOW = re.new("流动量|客流|吸纳|培训|招聘|招收|引进|举办|发放|资助|接待|就业|投资|融资|引资|招商|到位资金|支出|完成|实施|开工|新增|(?<!占)新建")
local CLAUSE = re.new("[^,;。]*$")
local FAR = 20 -- times the target: 38万 students of one kind, 6200万 of another

-- 粮食产量1.37亿斤, 稳定在1.3万亿斤: printed alike, and another scale word.
local APART, SIZE = 1000, 2
local LONG = 24 -- bytes of a name that only one thing has
-- What is to be held may lie below what there is.
local HELD = re.new("(?:保持|稳定|控制|维持)(?:在)?$|不[低少]于$|(?:保持|稳定|控制|维持|完成)[^,;。]{0,12}$")

-- 粮食产量1.3万亿斤以上, 建设300个以上: what is told without a verb of reaching may be
-- what a year adds, or the least that is held; its scale word is judged alone.
local REACHES = re.new("(?:达到?|突破|超过?|[到至在])(?:每|人均|户均|约|近)?[^,;。、\\d]{0,4}$")

local function is_apart(a, b, name)
  local x, y = a.amount.low, b.amount.low
  if not (x:gt(0) and y:gt(0)) or a.kind == "percent" or x < y * APART and y < x * APART then return false end
  local p, q = x / a.scale, y / b.scale
  return p < q * SIZE and q < p * SIZE or #name >= LONG
end

-- 粮食产量达到49250万吨, 稳定在42950万吨
local function is_swapped(a, b)
  return a.digits >= 4 and b.digits >= 4 and a.value and b.value and a.scale == b.scale
    and near.miss(a.value / a.scale, b.value / b.scale) == "transposed"
end

-- Beyond what a target that is printed so may stand for.
local function is_beyond(level, target)
  local low, aim = level.amount.low, target.amount.high or target.amount.low
  if level.kind == "percent" then
    if not target.amount.high then aim = aim + target.last_digit end
    return low >= aim
  end
  return low > aim * MARGIN and low <= aim * FAR
end

return {
  api = 1,
  id = "target-reached",
  severity = "warning",
  languages = { "zh" },
  on = { link = "completion" },
  summary = {
    zh = "目标低于已达到的数（已有96820家，力争突破7.5万家）",
    en = "a target lies below what is already reached",
  },
  explain = {
    zh = [[存量指标（企业总数、装机、里程）在前文已经达到的数，不应高于后文“力争达到、突破”的目标，否则两处之一有误。
新增、增长等流量不比较，排放、能耗等以低为好的指标不比较；两者修约后相同不报。]],
    en = [[A stock (firms, capacity, length of roads) that is told as reached cannot lie above the target told
later: one of the two is wrong. Flows, and what is better less, are not compared; nor are two that round to one.]],
  },
  messages = {
    base = {
      zh = "“{name}”目标为 {target}，而前文已达 {level}",
      en = "“{name}” is to reach {target}, but {level} is already told",
    },
    scale = {
      zh = "“{name}”目标为 {target}，而前文为 {level}，数量级悬殊，请核对“万”“亿”",
      en = "“{name}” is to reach {target}, and {level} is told: check 万 and 亿",
    },
    swapped = {
      zh = "“{name}”目标为 {target}，前文为 {level}，疑有两位数字颠倒",
      en = "“{name}” is to reach {target}, and {level} is told: two digits are swapped",
    },
  },
  examples = {
    bad = {
      { "2024年甲省政府工作报告\n\n一、2023年工作回顾\n\n粮食产量1.39万亿斤,再创新高。\n\n二、2024年工作安排\n\n主要预期目标是:粮食产量1.3亿斤以上。", at = "1.3亿斤" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n电力装机容量突破9800万千瓦。\n\n二、2025年工作安排\n\n电力装机容量达9700万千瓦。", at = "9800万千瓦" },
      { "2012年甲省政府工作报告\n\n一、2011年工作回顾\n\n城镇居民医保补助标准由每人每年120元提高到200元。\n\n二、2012年工作安排\n\n城镇居民医保补助标准提高到每人每年140元。", at = "200元" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省科技型企业达到96820家。\n\n二、2025年工作安排\n\n力争科技型企业突破7.5万家。", at = "96820家" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n公办幼儿园学位占比超过66%。\n\n二、2025年工作安排\n\n公办幼儿园学位占比达到63%。", at = "66%" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n研发经费投入增长25%、投入强度提升至1.8%。\n\n二、2025年工作安排\n\n力争研发经费投入强度达1.6%。", at = "1.8%" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n粮食总产量259.2亿斤。\n\n二、2025年工作安排\n\n粮食产量稳定在252万斤以上。", at = "252万斤" },
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n粮食总产量4925万吨。\n\n二、2025年工作安排\n\n粮食产量稳定在4295万吨。", at = "4295万吨" },
    },
    good = {
      "2008年甲省政府工作报告\n\n一、2007年工作回顾\n\n社会消费品零售总额达到8.9万亿元。\n\n二、2008年工作安排\n\n乡村社会消费品零售总额增加到2.8万亿元。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n粮食产量1352.3万吨,专精特新中小企业达4162家,建成360个精品示范村。\n\n二、2025年工作安排\n\n粮食产量1300万吨以上,培育专精特新中小企业1000家以上,建设300个以上精品示范村。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n电力装机容量突破9200万千瓦。养老金补助标准由120元提高到200元。\n\n二、2025年工作安排\n\n电力装机容量达9700万千瓦,其中水电装机容量达2700万千瓦。养老金补助标准提高到每人每年240元,农村养老金补助标准提高到每人每年140元。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n粮食产量259.2亿斤。地表水优良水体达到89%。研发投入强度达3.3%。失业率5.2%。\n\n二、2025年工作安排\n\n粮食产量稳定在252亿斤。优良水体保持在85%。研发投入强度达3.35%以上。失业率5.5%左右。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n新能源产业投资突破1300亿元。高校在校学生达到6200万人。\n\n二、2025年工作安排\n\n力争新能源产业投资超过1000亿元。高校在校学生将达到38万人。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省地区生产总值18640.5亿元。\n\n二、2025年工作安排\n\n力争甲乙两市地区生产总值分别达到3210.6亿元、2874.3亿元。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省科技型企业达到69820家。\n\n二、2025年工作安排\n\n力争科技型企业突破7.5万家。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n城镇新增就业48万人。\n\n二、2025年工作安排\n\n力争城镇新增就业达到42万人。",
    },
  },
  check = function(link, report)
    local level, target = link.level, link.base
    local name = level.subject .. (level.indicator == "count" and "" or level.indicator)
    local values = { name = name, target = target.text, level = level.text }
    if not level.amount.low or not target.amount.low then return end
    if is_apart(level, target, name) then
      report { at = target, related = level, message = "scale", values = values }
    elseif is_swapped(level, target) then
      report { at = target, related = level, message = "swapped", expected = level.text, values = values }
    elseif not REACHES:find(target:before(12)) then
      return
    elseif LESS:find(level.name) or FLOW:find(level.name) or FLOW:find(CLAUSE:match(target:before(60)) or "") or HELD:find(target:before(45)) then
      return
    elseif not ownyear.of(level.doc) then -- news of one day tell of many that have one name
      return
    elseif is_beyond(level, target) then
      report { at = level, related = target, expected = "< " .. target.text, values = values }
    else
      report.agrees { at = target, related = level, how = level.text .. " → " .. target.text }
    end
  end,
}
