-- Contracts and bids print a number twice, in words and in figures: twelve (12)
-- months, 人民币壹佰万元整(¥1,000,000.00). The two are one number.
local EN = [[(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen]]
  .. [[|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|dollars|euros|pounds|percent|per cent)]]
  .. [[(?<bracket> ?\((?:US|A|C)?[$€£]?(?<n>\d[\d,]*(?:\.\d+)?)(?: (?:thousand|million|billion))?%?\))(?= ?[a-z])]]
local ZH = [[(?:[一二三四五六七八九十百千万亿元整月年天日人名个份]|[零壹贰叁肆伍陆柒捌玖拾佰仟圆])(?<bracket>\((?:人民币|RMB)?[¥￥]?(?<n>\d[\d,]*(?:\.\d+)?)(?:[万亿]?元)?(?:整)?\))(?=[^班]|$)]]

-- Notes and counts stand in brackets, too: in two (3), 一年级三(2)班.
local UNIT_BEHIND = re.new([[^ ?(?:calendar |business |consecutive |additional |equal |separate |voting |annual |monthly |full )?]]
  .. [[(?:days?|weeks?|months?|years?|quarters|hours?|minutes?|times|shares?|units?|votes?|points?|dollars|pages|copies|miles|feet|acres]]
  .. [[|installments?|instalments?|grants?|proposals?|projects?|members?|directors?|persons?|people|employees|candidates]]
  .. [[|cases?|sites?|companies|countries|states|districts?|schools?)\b]])
local UNIT_BEHIND_ZH = re.new([[^(?:个|年|月|日|天|周|人|名|家|份|项|次|套|台|元|万|亿|倍|户|件|册|款|座|处|种|期|轮)]])
local OTHER = re.new("[%$€£¥￥元]")
local DIGIT = re.new([[\d]])
local NTH = re.new([[(?:第|之|[年月日])$]])

-- The number in words that ends where the bracket begins.
local function said_before(m)
  local n = utf8.len(m.bracket)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.low and not DIGIT:find(claim.text) and claim:after(n) == m.bracket then return claim end
  end
end

-- What the bracket says, as an interval in the units of the words: nil where it
-- is something else.
local function printed(m, words)
  local figure = m:figure("n")
  if words.kind == "amount" or words.kind == "percent" then
    if figure and figure.unit == words.unit then return figure.amount, words.amount end
    return nil
  end
  if words.kind ~= "count" or words.unit ~= "" or OTHER:find(m.bracket) or NTH:find(words:before(1)) then return nil end
  local behind = m:place():after(20)
  if not (UNIT_BEHIND:find(behind) or UNIT_BEHIND_ZH:find(behind)) then return nil end
  local n = decimal((m.n:gsub(",", "")))
  return interval(n, n), words.interval
end

return {
  api = 1,
  id = "words-and-figures",
  severity = "warning",
  on = { pattern = { EN, ZH } },
  summary = {
    zh = "同一个数的文字与括号里的数字不一致",
    en = "a number in words and in figures beside it differ",
  },
  explain = {
    zh = [[合同、标书和公告常把一个数先用文字、再在括号里用数字写两遍：“十二（12）个月”“人民币壹佰万元整（¥1,000,000.00）”。两者必须相等。
括号里是脚注号、班级号或另有单位的，不算。]],
    en = [[Contracts, bids and filings print a number in words and, in brackets, in figures: twelve (12) months. Both must be equal.
Brackets that hold a note, or an amount of another unit, are left alone.]],
  },
  messages = {
    base = {
      zh = "文字是 {words}，括号里是 {figures}",
      en = "{words} in words, {figures} in figures",
    },
  },
  examples = {
    bad = {
      { "Mr. Hill will receive twelve (10) months of his current base salary.", at = "10" },
      { "The buyer paid three hundred thousand dollars ($350,000) in cash.", at = "$350,000" },
      { "The vote of sixty-six percent (60%) of the members is required.", at = "60%" },
      { "合同总价为人民币三百万元(350万元),分两期支付。", at = "350万元" },
      { "注册资本为人民币壹仟万元整(¥1,000,000.00元)。", at = "¥1,000,000.00元" },
      { "合同工期为十二(10)个月。", at = "10" },
    },
    good = {
      "Mr. Hill will receive twelve (12) months of his current base salary.",
      "The buyer paid three hundred thousand dollars ($300,000) in cash.",
      "The same was seen in two (3) of the earlier studies.",
      "Of those with jobs, four (44%) persons were new to the town.",
      "The fine of two million dollars (£1.6 million) was paid at once.",
      "It cost half a million dollars ($3.2 million in all).",
      "三(2)班有四十人,六年级三(4)班有三十九人。",
      "合同工期为十二(12)个月,总价为人民币三百万元(300万元)。",
      "注册资本为人民币壹仟万元整(¥10,000,000.00元)。",
      "第二(3)项所说的一百二十万元(20万美元)已经付清。",
      "会议于五月三(3)日召开。",
    },
  },
  check = function(m, report)
    local words = said_before(m)
    if not words then return end
    local figures, said = printed(m, words)
    if not figures then return end
    local at = m:figure("n") or m:place("n")
    if figures:meets(said) then
      report.agrees { at = at, related = words, how = words.text .. " = " .. m.n }
      return
    end
    report { at = at, related = words, expected = words.text, values = { words = words.text, figures = at.text } }
  end,
}
