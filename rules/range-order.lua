local TO = [[\s?(?:-{1,2}|–|—{1,2}|~)\s?]]
local A, B = [[(?<![\d.,\-−–—~/A-Za-z])(?<a>\d{1,7}(?:\.\d+)?)]], [[(?<b>\d{1,7}(?:\.\d+)?)]]
local UNIT = [[(?=(?:万|亿|千|百)?(?:%|元|人|个|家|户|岁|名|项|次|天|个月|周岁|公里|米|厘米|毫米|吨|公斤|千克|克|亩|公顷|平方米|℃|摄氏度|度电|千瓦|小时|分钟|倍|所|辆|台|套|件|处|座|条|只|头|株|成))]]

-- 100万元至300万元: the unit is said at both ends.
local BOTH = [[(?<u>(?:万|亿|千|百)?(?:元|人|岁|吨|公里|米|亩|平方米|天|年|个月|小时|分钟|户|℃|%|个百分点|倍|千瓦|毫米|厘米|公斤|克|度|名|家|次))(?:至|到|-{1,2}|–|—{1,2}|~)]]

-- 2022-23学年: the second year is cut short; 由5至3, 下调: a way down.
local DOWN = re.new("(?:距今|公元前|由|从|自|降|减|跌|缩|下调|收窄|倒计时|比分|第)[^,。;、]{0,8}$")

-- the difference between 14 and 9
-- .../Report%202019-20.pdf; decreased during 2013–2019 (40.7%–36.8%)
local ADDRESS = re.new([[(?:https?:|www\.)\S*$]])
local FALLS = re.new([[\b(?:decreas|declin|fell|falling|drop|reduc)[a-z]*\b[^.;]{0,40}\($]])
local YEAR = re.new([[^(?:1[6-9]|20)\d\d]])
local BETWEEN_TWO = re.new([[\b(?:differ|gap|compar|ratio|distance|correlat|relation|match|game|score of|vote|choice|split|divided)[^.;,]*$]])
local function abbreviated(m)
  local a, b = m.a:gsub("%..*", ""), m.b:gsub("%..*", "")
  return #a == 4 and #b <= 2 and (a:sub(1, 2) == "19" or a:sub(1, 2) == "20")
end

return {
  api = 1,
  id = "range-order",
  severity = "warning",
  on = {
    pattern = {
      A .. TO .. B .. UNIT,
      A .. BOTH .. B .. [[\k<u>(?!前)]],
      A .. "至" .. B .. [[(?=[^,。;、\d]{0,6}(?:之间|不等))]],
      [[(?:\bCI(?: ?[=:,]| of)? ?\(?|\brange ?[=:]? ?|\bIQR ?[=:]? ?|\b[Aa]ged )]] .. A .. [[(?:\s?(?:-|–|—)\s?| to )]] .. B
        .. [[(?![\d/%]*[-–—.,]?\d)]],
      -- scores between 41 and 87; not years, nor a scale that the first end lacks
      [[\b[Bb]etween (?:about |approximately |around )?[$£€]?]] .. A .. [[%? and [$£€]?]] .. B .. [[(?![\d/%]*[-–—.,]?\d| ?(?:thousand|million|billion|trillion|cents))]],
      [[(?i:\bmin(?:imum)?)[.:=,]{0,2}\s?(?:of\s|was\s|is\s)?]] .. A .. [[(?:\s?[a-z%]{1,8})?[,;]?\s(?:and\s|to\s)?(?i:(?:the\s)?max(?:imum)?)[.:=,]{0,2}\s?(?:of\s|was\s|is\s)?]] .. B
        .. [[(?![\d]|[.,]\d)]],
    },
  },
  summary = {
    zh = "范围的起点大于终点（5—3人）",
    en = "a range whose first end is above its second",
  },
  explain = {
    zh = [[“5—3人”“60至45岁之间”多半是两个数颠倒或多了、少了一位。由大到小的变动（由5%降至3%）、比分、跨年度写法
（2022—23学年）不判断。]],
    en = [[The ends of a range stand in order: "aged 60-45", "95% CI = 3.5-1.2" have swapped digits or lost one.
Changes from a larger to a smaller figure and years cut short (2022-23) are left alone.]],
  },
  messages = {
    base = { zh = "范围倒置：{a} 大于 {b}", en = "the range runs backwards: {a} is above {b}" },
  },
  examples = {
    bad = {
      { [[每组参加人数为15—3人。]], at = "15" },
      { [[申请人年龄在60至45岁之间。]], at = "60" },
      { [[每户补贴3000~1000元。]], at = "3000" },
      { [[年应纳税所得额100万元至30万元部分减半征收。]], at = "100" },
      { [[The odds ratio was 2.1 (95% CI = 3.5–1.2).]], at = "3.5" },
      { [[Adults aged 60–45 years were asked.]], at = "60" },
      { [[Scores ranged between 87 and 41.]], at = "87" },
      { [[They were followed for three years (minimum: 3.1, maximum: 3.0).]], at = "3.1" },
      { [[The mean age was 54 years (min 31, max 28).]], at = "31" },
    },
    good = {
      [[Use decreased during 2013–2019 (40.7%–36.8%). See https://a.org/Report%202019-20%20final.pdf for more.]],
      [[每组参加人数为3—15人。]],
      [[失业率由5至3个百分点之间逐步回落。]],
      [[2022-23学年招生1200人。年应纳税所得额100万元至300万元部分减半征收,税率由5%至3%。]],
      [[最低气温为-5~3℃。]],
      [[Some had an increase in the load (range 100–5,500 copies/ml).]],
      [[The odds ratio was 2.1 (95% CI = 1.2–3.5), the change 0.4 (95% CI = −3.5–1.2).]],
      [[The difference between 14 and 9 is 5; between 2015 and 2012 it fell, and between 945 and 1.4 million came.]],
      [[They were followed for three years (minimum: 3.1, maximum: 3.3); the minimum wage is 9, max 12 hours a day.]],
      [[Adults aged 45–60 years were asked in 2021–22; call 800-232-4636.]],
    },
  },
  check = function(m, report)
    local a, b = decimal(m.a), decimal(m.b)
    if m.text:find("^[Bb]etween") and (YEAR:find(m.a) or BETWEEN_TWO:find(m:place():before(40))) then return end
    local before = m:place("a"):before(60)
    if ADDRESS:find(before) or FALLS:find(before) then return end
    if a <= b or abbreviated(m) or DOWN:find(m:place("a"):before(12)) then return end
    report { at = m:place("a"), related = m:place("b"), values = { a = m.a, b = m.b } }
  end,
}
