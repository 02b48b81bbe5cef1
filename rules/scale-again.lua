-- $5 billion, or 7.3% higher … $5 million or 7.3% higher: one amount and one percentage, told
-- twice, with another scale word.
local PATTERN = [[(?<![\d.,])(?<n>\d[\d,]*(?:\.\d+)?) (?<scale>million|billion|trillion),? (?:or|\(|representing|equal to|equivalent to) ?(?:about |approximately |an increase of |up )?(?<p>\d{1,3}\.\d{1,2})(?:%| per ?cent)(?! of\b)]]

local told = memo() -- by document, figure and percentage

return {
  api = 1,
  id = "scale-again",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERN },
  summary = {
    zh = "同一数额与百分比先后两次，million、billion 不同",
    en = "one amount and one percentage are told twice, with another scale word",
  },
  explain = {
    zh = [[“$5 billion, or 7.3% higher”与“$5 million or 7.3% higher”：数字和百分比都相同而数量级不同，必有一处误写。]],
    en = [[Where an amount stands twice with the same percentage beside it, and its scale word is another, one of the two is wrong.]],
  },
  messages = {
    base = { zh = "此处为 {stated}，别处同一数额、同一百分比（{p}%）为 {other}", en = "{stated} here, and {other} elsewhere with the same {p}%" },
  },
  examples = {
    bad = {
      { "Spending will be $5 billion, or 7.3% higher than last year.\n\nThis year total spending is $5 million or 7.3% higher.", at = "million" },
    },
    good = {
      "Spending will be $5 billion, or 7.3% higher than last year.\n\nThis year total spending is $5 billion or 7.3% higher. Grants are $5 million, or 4.1% higher.",
    },
  },
  check = function(m, report)
    if m.type == "set" then
      for _, doc in ipairs(m.documents) do
        for _, list in ipairs(told[doc] and told[doc].order or {}) do
          if #list == 2 or list[1] and list[2] and list[3] and list[1].scale == list[2].scale then
            local first, last = list[1], list[#list]
            if first.scale ~= last.scale then
              report { at = last.place, related = first.place, stated = last.scale, expected = first.scale, values = { p = first.p, other = first.scale } }
            end
          end
        end
      end
      return
    end
    local here = told[m.sentence.doc] or { order = {} }
    told[m.sentence.doc] = here
    local key = m.n .. "|" .. m.p
    if not here[key] then
      here[key] = {}
      here.order[#here.order + 1] = here[key]
    end
    here[key][#here[key] + 1] = { scale = m.scale, place = m:place("scale"), p = m.p }
  end,
}
