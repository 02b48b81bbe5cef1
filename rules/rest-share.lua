-- Among 270 patients, 175 (65%) had recovered. Ninety-nine (35%) had not: shares of two
-- sentences that make 100% are of one whole.
local W = [[(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen]]
local OPENING = [[^(?:(?:The (?:other|remaining)|Another|Only|A total of|In total,?|In all,?|Overall,) )?(?<n>]] .. W .. [[|\d{1,3}(?:,\d{3})+|\d{1,5}) \((?<q>\d{1,2}(?:\.\d+)?)%\)]]
local SHARE = re.new([[(?<![\d.,–/-])(\d{1,3}(?:,\d{3})+|\d{1,5})(?: [a-z]+){0,2} \((\d{1,2}(?:\.\d+)?)%\)]])
local HUNDRED, ROUNDED = decimal(100), decimal("0.11")

return {
  api = 1,
  id = "rest-share",
  severity = "warning",
  languages = { "en" },
  on = { pattern = OPENING },
  summary = {
    zh = "前后两句的占比合计 100%，两个数所指的总体却不同",
    en = "the shares of two sentences make 100%, but their counts are of different wholes",
  },
  explain = {
    zh = [[“175 (65%) had recovered. Ninety-nine (35%) had not”：两句占比合计 100%，按各自的数推算的总体应当相同。前一句只有一个占比时才判断。]],
    en = [[Where the sentence before has one share, and that with which a sentence opens makes 100% with it, the wholes that both
counts imply are one.]],
  },
  messages = {
    base = { zh = "与前句的 {a}（{p}%）合计 100%，此数应在 {range} 之间", en = "with the {a} ({p}%) before it this makes 100%, so that it would be {range}" },
  },
  examples = {
    bad = {
      { [[Among 270 patients, 175 (65%) had recovered at home. Ninety-nine (35%) had not recovered.]], at = "Ninety-nine" },
      { [[In all, 1,204 owners (58.1%) had one car. The other 886 (41.9%) had two.]], at = "886" },
    },
    good = {
      [[Among 270 patients, 175 (65%) had recovered at home. Ninety-five (35%) had not recovered.]],
      [[In all, 1,204 owners (58.1%) had one car. The other 868 (41.9%) had two.]],
      [[Among 270 patients, 175 (65%) had recovered. Thirty (17%) of them went home.]],
    },
  },
  check = function(m, report)
    local before = m.sentence.doc.sentences[m.sentence.index - 1]
    if not before or before.block ~= m.sentence.block or m.sentence.cell then return end
    local at, to, n, p = SHARE:find(before.text)
    if not at or SHARE:find(before.text, to) then return end
    local c = m:figure("n")
    if not c or not c.value or (decimal(p) + decimal(m.q) - HUNDRED):abs() > ROUNDED then return end
    local a = decimal((n:gsub(",", "")))
    local range = interval(m.q) * (interval(a, a) / interval(p))
    local place = before:place(at, at + #n - 1)
    if range:widen(1):contains(c.value) then return report.agrees { at = c, related = place, how = p .. " + " .. m.q } end
    local show = lib("show").range(range, 0)
    report { at = c, related = { place, m:place("q") }, expected = show, values = { a = n, p = p, range = show } }
  end,
}
