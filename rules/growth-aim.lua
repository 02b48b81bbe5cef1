-- 国内生产总值增长9%左右, and 经济增长预期目标为8%左右: the year's aim is told again
-- under another name, and with one number.
local NAME = re.new("^(?:(?:国内|地区)?生产总值(?:增长|增速|增幅)?|GDP(?:增长|增速)?|经济(?:增长|增速)?(?:预期目标|目标)?)$")
local BEYOND = re.new("(?:力争|争取|努力|奋力|最好|更好)[^,。;]{0,8}$") -- 增长7%以上、力争达到8%

-- Where an aim is told again, or spoken of: once a document is asked.
local AGAIN = "经济增长(?:的)?(?:预期|目标)|增长的?(?:预期)?目标|预期目标(?:设|确|拟)?定|增速目标|提出[^,。;\\d]{0,12}(?:生产总值|经济)增长"
local asked = memo()

-- 全国经济增长预期目标5%左右、全省……5.5%左右: each level has its own.
local OTHERS = re.new("^(?:左右|以上)?,[我全本][国省市区县州][^。;]{0,12}(?:目标|高于)")
local LEVELS = re.new("[我全本][国省市区县州](?!人民|建成|面)[^,。;、\\d]{0,14}$|高于|低于|快于")
-- 一季度增长6%左右,确保“开门红”: the aim of a part of the year.
local OF_PART = re.new("季度|半年|首季|\\d月|月份|开局|开门红")
local function is_aim(c)
  return c.is_claim and c.modality == "target" and c:has("growth") and not c:has("average") and c.scope == "" and c.low
    and NAME:find(c.name) and not c.sentence.cell and not BEYOND:find(c:before(16))
    and not LEVELS:find(c:before(24)) and not OTHERS:find(c:after(24)) and not OF_PART:find(c:before(30))
end

-- The year that its own sentence says in digits, else the section: it plans one.
local function year_of(c)
  local place = c:place("period")
  local said = place and place.sentence == c.sentence and place.text:find("%d")
  return said and c.period or c.section
end

-- 实现7%左右的增长速度: soon behind the aim it is the aim.
-- 把增长预期目标定在7.5%左右, 提出6%左右的经济增长目标: told by its words, whatever its name.
local SET = re.new("(?:^|[,。;:把将]|今年|全年|年度|今年的)(?:(?:经济|(?:[全我][省市县区国])?(?:地区|国内)?生产总值|GDP)(?:增长|增速)的?|增长|年?度?)(?:预期)?目标(?:设定|确定|拟定|定|设)?[在为]?(?:约)?$")
local OF_AIM = re.new("^(?:左右|以上)?的(?:经济(?:增长|增速)|预期增长|增长)(?:预期)?目标")
local SPEED, SOON = re.new("^(?:左右|以上)?的(?:经济)?(?:增长速度|增速|增长率|发展速度)"), 2
local NARROW = re.new("(?:工业|农业|产业|货币|M2|物价|就业|进出口|外贸|财政|投资|消费|出口|进口|收入|支出|信贷|贷款|利润|年均|平均|过去|去年)[^,;。]*$")
local function is_speed(c, aim)
  if not (aim and c.is_claim and c.low) or c.sentence.cell then return false end
  local after = c:after(12)
  local again = c.section == aim.section and (SET:find(c:before(24)) or OF_AIM:find(after))
    or c.block.index - aim.block.index <= SOON and SPEED:find(after)
  return again and c.scope == "" and not OTHERS:find(c:after(24)) and not OF_PART:find(c:before(30)) and not NARROW:find(c:before(40)) and not LEVELS:find(c:before(24)) and not BEYOND:find(c:before(16))
end

local function judge(first, c, report)
  if c.low == first.low and c.high == first.high then
    report.agrees { at = c, related = first, how = c.text }
  elseif c.bound == first.bound then
    report { at = c, related = first, expected = first.text, values = { other = first.text } }
  end
end

return {
  api = 1,
  id = "growth-aim",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = AGAIN },
  summary = {
    zh = "同一年的经济增长预期目标前后不一（国内生产总值增长9%左右，经济增长预期目标8%左右）",
    en = "the year's aim of economic growth is told with two numbers",
  },
  explain = {
    zh = [[“国内生产总值增长”与“经济增长预期目标”是同一目标。历年政府工作报告中写两次的十六处全部相同；“力争”更高的不比较。]],
    en = [[The aim of the product's growth and that of economic growth are one. Where reports tell it twice, in sixteen of
sixteen it is the same; what is striven for beyond it is not compared.]],
  },
  messages = {
    base = {
      zh = "经济增长目标此处为 {stated}，别处为 {other}",
      en = "the aim of growth is {stated} here and {other} elsewhere",
    },
  },
  examples = {
    bad = {
      { "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长7.5%左右,居民消费价格涨幅控制在3.5%左右。\n\n经过认真比较,把增长预期目标定在5.7%左右,兼顾了需要和可能。", at = "5.7%" },
      { "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长6%以上。\n\n经济增速是综合性指标,今年预期目标设定为8%以上,考虑了恢复情况。提出6%以上的经济增长目标,符合实际。", at = "8%" },
      { "三、1999年的任务\n\n综合分析,今年的经济增长预期为7%左右。在优化结构的基础上,实现9%左右的增长速度并不容易。", at = "9%" },
      { "2024年甲省政府工作报告\n\n二、2024年工作安排\n\n今年主要预期目标是:国内生产总值增长5%左右,新增就业1200万人。\n\n经济增长预期目标为6%左右,考虑了需要和可能。", at = "6%" },
      { "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长6.5%-7%,居民消费价格涨幅3%左右。\n\n经济增长预期目标6.5%-8%,考虑了需要和可能。", at = "6.5%-8%" },
      { "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长9%左右。\n\n提出今年经济增长预期目标为8%左右,符合实际。", at = "8%" },
    },
    good = {
      "二、2025年工作安排\n\n今年经济增长预期目标为5.5%左右。一季度,地区生产总值增长6%左右,确保“开门红”。上半年实现5%左右的增速。",
      "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长7.5%左右。\n\n广义货币增长目标为13%左右,居民消费价格预期目标定为3.5%左右。设定经济增长7.5%的目标,工业增长目标定为9%左右。我市增长目标定在8%左右,比全省目标高。",
      "二、2025年工作安排\n\n今年经济增长预期目标为5%左右。工业保持7%左右的增长速度,去年实现了6%左右的增长速度。保持5%左右的增速,争取6%左右的增速。",
      "二、主要任务\n\n2025年预期目标是:国内生产总值增长5%左右。\n\n2026年经济增长预期目标为6%左右。",
      "二、2025年工作安排\n\n全市经济增长目标为5.5%左右,我县目标高于全市。\n\n今年主要预期目标是:地区生产总值增长6%左右。",
      "二、2025年工作安排\n\n全国经济增长预期目标5%左右、全省经济增长预期目标5.5%左右,我市经济增长预期目标6%左右。",
      "二、2025年工作安排\n\n今年主要预期目标是:国内生产总值增长8%左右,力争增长9%左右。\n\n提出今年经济增长预期目标为8%左右,符合实际。",
    },
  },
  check = function(m, report)
    if asked[m.doc] then return end
    asked[m.doc] = true
    local first, latest, aim = {}, nil, nil
    for _, c in ipairs(m.doc:figures("percent")) do
      if is_aim(c) then
        local key = year_of(c)
        local known = first[key] or first[c.period]
        if known then judge(known, c, report) end
        first[key], first[c.period], latest, aim = known or c, known or c, c, known or c
      elseif is_speed(c, latest) then
        judge(aim, c, report)
      end
    end
  end,
}
