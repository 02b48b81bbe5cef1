-- Among 1,249,634 stays … 273 among 21,653 stays of guests with a dog, and 7,881 among
-- 1,227,918 stays without: with and without are all.
local near = lib "near"
local N = [[\d{1,3}(?:,\d{3})+|\d{3,}]]
local NOUN = [[(?: [a-z-]+){1,6}?]]
local PARTS = [[\b(?<a>]] .. N .. [[)]] .. NOUN .. [[ with (?:[^.;]|\.\d){3,160}?\b(?<b>]] .. N .. [[)(?: [a-z-]+){1,5}? without\b]]
local TOTAL = re.new([[\b(?:[Aa]mong|[Oo]f|[Aa] total of|all|[Oo]verall,|[Ii]n total,) (?:the |all )?(]] .. N .. [[) ([a-z]{4,})]])

return {
  api = 1,
  id = "parted-by-without",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PARTS },
  summary = {
    zh = "with 与 without 两部分之和与总数只差一个笔误",
    en = "those with and those without do not make the total, but for a slip of the pen",
  },
  explain = {
    zh = [[“Among 1,000 stays … 300 stays with a dog … 700 stays without”：两数之和应等于同句或前一句所说同一名词的总数；只差一位数字或两位
对调时报告。]],
    en = [[Those with and those without are all: their sum is held against the total of the same noun in this sentence or the one before.
It is reported where one of the three is a digit, or two swapped digits, away.]],
  },
  messages = {
    base = { zh = "{a} + {b} = {sum}，总数为 {total}", en = "{a} and {b} make {sum}, but the total is {total}" },
  },
  examples = {
    bad = {
      { [[Among 1,249,634 stays in May, complaints were rare: 273 occurred among 21,653 stays of guests with a dog, and 7,881 (0.6%) among 1,227,918 stays without one.]], at = "1,227,918" },
      { [[A total of 4,210 farms answered. There were 1,130 farms with a well, and 3,800 farms without one.]], at = "3,800" },
    },
    good = {
      [[Among 1,249,634 stays in May, complaints were rare: 273 occurred among 21,653 stays of guests with a dog, and 7,881 among 1,227,981 stays without one.]],
      [[A total of 4,210 farms answered. There were 1,130 farms with a well, and 2,100 farms without one; others did not say.]],
    },
  },
  check = function(m, report)
    local a, b = decimal((m.a:gsub(",", ""))), decimal((m.b:gsub(",", "")))
    local before = m.sentence.doc.sentences[m.sentence.index - 1]
    local sources = { m.sentence, before and before.block == m.sentence.block and before or nil }
    for _, source in ipairs(sources) do
      local from, to, n, noun = TOTAL:find(source.text)
      local total = from and m.text:find(noun, 1, true) and decimal((n:gsub(",", "")))
      if total and total > a and total > b then
        local place = source:place(to - #noun - #n, to - #noun - 1)
        if total == a + b then return report.agrees { at = m:place("b"), related = { m:place("a"), place }, how = n } end
        local rest = total - a
        if near.one_slip(rest:text(), b:text()) or near.one_slip((total - b):text(), a:text()) then
          local first = near.one_slip(rest:text(), b:text())
          report { at = m:place(first and "b" or "a"), related = { m:place(first and "a" or "b"), place }, expected = first and rest or total - b,
                   values = { a = m.a, b = m.b, sum = a + b, total = n } }
        end
        return
      end
    end
  end,
}
