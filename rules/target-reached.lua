-- A stock that is already above what the report means to reach.
local MARGIN = decimal(105) / 100 -- a target just below what there is may be meant to be held
-- What is better less.
local LESS = re.new("浓度|能耗|排放|死亡|事故|债|失业|贫困|成本|费用|欠|信访|投诉|逾期|不良|污染|损失|水耗|距离|时间")

-- What is spent or sold in a year begins anew with the next.
local FLOW = re.new("吸纳|培训|招聘|招收|引进|举办|发放|资助|接待|就业|投资|融资|引资|招商|到位资金|成交额|交易额|销售额")
local FAR = 20 -- times the target: 38万 students of one kind, 6200万 of another

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
新增、增长等流量不比较，排放、能耗等以低为好的指标不比较；略高于目标（百分之五以内）不报。]],
    en = [[A stock (firms, capacity, length of roads) that is told as reached cannot lie above the target told
later: one of the two is wrong. Flows, and what is better less, are not compared; nor is a target within five
per cent.]],
  },
  messages = {
    base = {
      zh = "“{name}”目标为 {target}，而前文已达 {level}",
      en = "“{name}” is to reach {target}, but {level} is already told",
    },
  },
  examples = {
    bad = {
      { "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省科技型企业达到96820家。\n\n二、2025年工作安排\n\n力争科技型企业突破7.5万家。", at = "96820家" },
    },
    good = {
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n新能源产业投资突破1300亿元。高校在校学生达到6200万人。\n\n二、2025年工作安排\n\n力争新能源产业投资超过1000亿元。高校在校学生将达到38万人。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省地区生产总值18640.5亿元。\n\n二、2025年工作安排\n\n力争甲乙两市地区生产总值分别达到3210.6亿元、2874.3亿元。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n全省科技型企业达到69820家。\n\n二、2025年工作安排\n\n力争科技型企业突破7.5万家。",
      "2025年甲省政府工作报告\n\n一、2024年工作回顾\n\n城镇新增就业48万人。\n\n二、2025年工作安排\n\n力争城镇新增就业达到42万人。",
    },
  },
  check = function(link, report)
    local level, target = link.level, link.base
    local low, high = level.amount.low, target.amount.high or target.amount.low
    if not low or not high or LESS:find(level.name) or FLOW:find(level.name) or low > high * FAR then return end
    if low > high * MARGIN then
      report {
        at = level, related = target, expected = "< " .. target.text,
        values = { name = level.subject .. (level.indicator == "count" and "" or level.indicator), target = target.text, level = level.text },
      }
    else
      report.agrees { at = target, related = level, how = level.text .. " → " .. target.text }
    end
  end,
}
