-- year_twice: 2012–2012, from 2019 to 2019, fiscal 2018 and 2018: a span or pair of years of which
-- both are the same.

local twice = {}

local Y = [[(?:19|20)\d\d]]
local TO = [[(?:\s?(?:–|—|--|-)\s?| to | through | until )]]
local OPENS = [[\b(?:[Ff]iscal(?: years?)?|[Yy]ears?|[Ii]n|[Dd]uring|[Ff]or|[Bb]etween|[Oo]f|both|from|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},) ]]
local ENDS = [[(?![\d/–-]|[.,]\d|\d?%)]]
-- Ends of months, of which each has another day or word.
local HALF = re.new([[(?i)\b(?:early|late|mid|end of|beginning of|q[1-4]|quarter|half|and|to) ?$]])
local NAMED = re.new([[[\p{L}\d/._=-]$|https?:]])
local COUNTS = re.new([[^ (?:people|persons|cases|units|pupils|students|patients|households|and|to|of the)\b]])

twice.patterns = {
  [[(?<![\d.,$£€/=-])(?<first>]] .. Y .. [[)(?:]] .. TO .. [[)(?<second>\k<first>)]] .. ENDS .. [[(?!\s?年)]],
  OPENS .. [[(?<first>]] .. Y .. [[) and (?:fiscal |in |of )?(?<second>\k<first>)]] .. ENDS,
  [[(?<![\d.])(?<first>]] .. Y .. [[)年?(?:[-—–~至到]+)(?<second>\k<first>)年(?![\d底末初上下第一二三四内])]],
}

function twice.check(m, report)
  if m.sentence.cell then return end
  local first, second = m:place("first"), m:place("second")
  local before, behind = m:place():before(12), second:after(12)
  if HALF:find(before) or NAMED:find(before) and m[0]:find("^%d") or COUNTS:find(behind) then return end
  report { at = second, related = first, message = "years" }
end

return twice
