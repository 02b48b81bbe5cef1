-- 年收益超10万元、超30万元村集体占比分别达55%、20%: what is above the higher mark is above the lower one.
local NUMBER = [[\d[\d,]*(?:\.\d+)?]]
local MARKS = "(?:超过?|突破|满|达到?)(?<low>" .. NUMBER .. [[)(?<u>[万亿]{0,2}[元人家户亩吨个岁]|[万亿])(?:以上)?的?[^,。;:\d]{0,8}[、和](?:超过?|突破|满|达到?)(?<high>]] .. NUMBER
  .. [[)\k<u>(?:以上)?[^,。;:\d]{0,18}分别(?:达到?|为|占|有|增至|增加到)?(?<a>]] .. NUMBER .. [[)(?<v>%|[家个户人所项])?[、和](?<b>]] .. NUMBER .. [[)(?:%|[家个户人所项])]]

local NEW = re.new("新增|增长|提高|上升|下降|减少|增速")

return {
  api = 1,
  id = "nested-marks",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = MARKS },
  summary = {
    zh = "超过高标准的比超过低标准的还多（超10万元、超30万元的占比分别达55%、70%）",
    en = "more are above the higher mark than above the lower one",
  },
  explain = {
    zh = [[超30万元的也超10万元：后者的占比、个数不会比前者大。按印出的数比较。]],
    en = [[What is above 300,000 is above 100,000, too, so its share or number cannot be larger.]],
  },
  messages = { base = { zh = "超 {high} 的 {stated} 多于超 {low} 的 {a}", en = "{stated} above {high}, but only {a} above {low}" } },
  examples = {
    bad = {
      { [[年收益超10万元、超30万元村集体占比分别达55%、70%。]], at = "70" },
      { [[营业收入超10亿元、超100亿元企业分别达86家、92家。]], at = "92" },
      { [[销售额突破1亿元、突破10亿元的门店分别为120家和150家。]], at = "150" },
      { [[年产量达到5万吨、达到1万吨的企业分别有30家、12家。]], at = "12" },
      { [[流域面积超过50个、超过100个的分别为10个、20个。]], at = "20" },
    },
    good = {
      [[年收益超10万元、超30万元村集体占比分别达55%、20%。]],
      [[营业收入超10亿元、超100亿元企业分别达86家、9家。]],
      [[营业收入超10亿元、超100亿元企业分别新增6家、9家。]],
      [[年产量达到5万吨、达到1万吨的企业分别有12家、30家。]],
      [[经营主体超10万户、产值超30亿元,占比分别达55%、70%。]],
    },
  },
  check = function(m, report)
    if NEW:find(m.text) then return end
    local low, high, a, b = decimal(m.low), decimal(m.high), decimal(m.a), decimal(m.b)
    local wrong
    if high > low then wrong = b > a elseif low > high then wrong = a > b else return end
    if wrong then
      local first, second = m.low .. m.u, m.high .. m.u
      if low > high then first, second = second, first end
      report {
        at = m:place("b"), related = { m:place("a"), m:place("low"), m:place("high") }, stated = low > high and m.a or m.b,
        values = { low = first, high = second, a = low > high and m.b or m.a },
      }
    else
      report.agrees { at = m:place("b"), related = m:place("a"), how = m.a .. " / " .. m.b }
    end
  end,
}
