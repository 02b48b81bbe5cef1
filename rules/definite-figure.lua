-- I have decided to give a rebate of 10%. The rebate of 15% will …: what a sentence brings in
-- with its figure, the next one takes up with another.
local FIGURE = [[(?:(?:US|S|A|NZ|C|HK)?[$£€])?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?: (?:million|billion|trillion))?|(?:(?:US|S|A|NZ|C|HK)?[$£€])?\d+(?:\.\d+)?(?: (?:million|billion|trillion|per ?cent|percentage points?|years|months)|%)?]]
local TAKES_UP = [[^(?:The|This|That) (?<noun>[a-z]{3,}) of (?<b>]] .. FIGURE .. [[) (?:will|would|is|was|has|had|can|could|may|should|shall|takes|reflects|represents|includes|covers)\b]]
local SPLIT = re.new([[^((?:US|S|A|NZ|C|HK)?[$£€]?)([\d,.]+)(.*)$]])

return {
  api = 1,
  id = "definite-figure",
  severity = "warning",
  languages = { "en" },
  on = { pattern = TAKES_UP },
  summary = {
    zh = "前句引入的数字（a rebate of 10%）后句承接时不同（The rebate of 15%）",
    en = "a figure that one sentence brings in (a rebate of 10%) is another one in the next (The rebate of 15%)",
  },
  explain = {
    zh = [[前一句“a rebate of 10%”，后一句以“The rebate of 15% will”承接同一名词：单位相同而数值不同，且段内前面没有这一数字时报告。]],
    en = [[A sentence that opens with "The rebate of 15% will" takes up the rebate of the sentence before. Both figures have one
unit and are held against one another, unless the second stands in the paragraph before.]],
  },
  messages = {
    base = { zh = "前句的 {noun} 为 {a}，此处为 {stated}", en = "a {noun} of {a} is told before, of {stated} here" },
  },
  examples = {
    bad = {
      { [[For this year I have decided to give a rebate of 10% on the tax payable. The rebate of 15% will more than offset the rise in prices.]], at = "15%" },
      { [[The state pays each farm a grant of $5,000. This grant of $3,000 is paid in May.]], at = "$3,000" },
    },
    good = {
      [[For this year I have decided to give a rebate of 10% on the tax payable. The rebate of 10% will more than offset the rise in prices.]],
      [[We gave a rebate of 15% in May, and now I will give a rebate of 10%. The rebate of 15% was too large.]],
      [[There was an increase of 10%. The increase of $15 million is due to prices.]],
      [[There was an increase of 10% in sales. The increase of 15% in costs is due to prices.]],
    },
  },
  check = function(m, report)
    local before = m.sentence.doc.sentences[m.sentence.index - 1]
    if not before or before.block ~= m.sentence.block then return end
    local at = m:place("b")
    local from, to, a = re.new([[\ban? (?:[a-z]+ )?]] .. m.noun .. [[ of (]] .. FIGURE .. [[)]]):find(before.text)
    if not from then return end
    local cur, n, unit = SPLIT:match(m.b)
    local cur_a, n_a, unit_a = SPLIT:match(a)
    if not n or not n_a or cur ~= cur_a or unit ~= unit_a then return end
    local place = before:place(to - #a + 1, to)
    if n == n_a then return report.agrees { at = at, related = place, how = a } end
    if at:before(1000):find(m.b, 1, true) then return end
    report { at = at, related = place, stated = m.b, expected = a, values = { noun = m.noun, a = a } }
  end,
}
