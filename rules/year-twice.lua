-- 2012–2012, from 2019 to 2019, fiscal 2018 and 2018: a span or pair of years of which
-- both are the same.
local Y = [[(?:19|20)\d\d]]
local TO = [[(?:\s?(?:–|—|--|-)\s?| to | through | until )]]
local OPENS = [[\b(?:[Ff]iscal(?: years?)?|[Yy]ears?|[Ii]n|[Dd]uring|[Ff]or|[Bb]etween|[Oo]f|both|from|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},) ]]
local ENDS = [[(?![\d/–-]|[.,]\d|\d?%)]]
-- Ends of months, of which each has another day or word.
local HALF = re.new([[(?i)\b(?:early|late|mid|end of|beginning of|q[1-4]|quarter|half|and|to) ?$]])
local NAMED = re.new([[[\p{L}\d/._=-]$|https?:]])
local COUNTS = re.new([[^ (?:people|persons|cases|units|pupils|students|patients|households|and|to|of the)\b]])

return {
  api = 1,
  id = "year-twice",
  severity = "warning",
  on = {
    pattern = {
      [[(?<![\d.,$£€/=-])(?<first>]] .. Y .. [[)(?:]] .. TO .. [[)(?<second>\k<first>)]] .. ENDS .. [[(?!\s?年)]],
      OPENS .. [[(?<first>]] .. Y .. [[) and (?:fiscal |in |of )?(?<second>\k<first>)]] .. ENDS,
      [[(?<![\d.])(?<first>]] .. Y .. [[)年?(?:[-—–~至到]+)(?<second>\k<first>)年(?![\d底末初上下第一二三四内])]],
    },
  },
  summary = {
    zh = "起止或并列的两个年份相同（2019—2019年）",
    en = "a span or pair of years of which both are the same (2012–2012, fiscal 2018 and 2018)",
  },
  explain = {
    zh = [[“2019—2019年”“from 2019 to 2019”“fiscal 2018 and 2018”：两个年份相同，必有一个误写。表格中的不报。]],
    en = [[Two years that are told as the ends of a span, or as a pair, are two: one of them is mistyped. Cells of tables are left
alone, as are names and addresses.]],
  },
  messages = {
    base = { zh = "两个年份都是 {stated}", en = "both years are {stated}" },
  },
  examples = {
    bad = {
      { [[Starting in the 2012–2012 school year, lunches changed.]], at = "2012", nth = 2 },
      { [[Use did not change from 2019 to 2019.]], at = "2019", nth = 2 },
      { [[Realized losses during fiscal 2018 and 2018 were $4 million and $5 million.]], at = "2018", nth = 2 },
      { [[For the years ended April 30, 2019 and 2019, the allowance rose.]], at = "2019", nth = 2 },
      { [[2019—2019年,全市新增床位1200张。]], at = "2019", nth = 2 },
    },
    good = {
      [[Starting in the 2012–2013 school year, lunches changed. See 2012-2012-04 and /2018-2018/ for 2018 and 2019.]],
      [[2019—2020年,全市新增床位1200张。2019年至2019年底增加。]],
      [[The number of files was 2010 and 2010 people came.]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    local first, second = m:place("first"), m:place("second")
    local before, behind = m:place():before(12), second:after(12)
    if HALF:find(before) or NAMED:find(before) and m[0]:find("^%d") or COUNTS:find(behind) then return end
    report { at = second, related = first }
  end,
}
