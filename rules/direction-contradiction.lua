local CUE_UP, CUE_DOWN = "up", "down"

return {
  api = 1,
  id = "direction-contradiction",
  severity = "error",
  on = { link = "from_to" },
  summary = {
    zh = "“由…提高到…”等变动方向与前后两个数字相反",
    en = "the verb says up (or down) and the two figures say the opposite",
  },
  explain = {
    zh = [[“由 A 提高到 B”要求 B 大于 A，“由 A 下降到 B”要求 B 小于 A。两个数字按印刷精度取区间比较，
只有整个区间都相反才报告。可能写反的是动词，也可能是其中一个数字。]],
    en = [["Rose from A to B" needs B above A, "fell from A to B" needs B below A. Both figures are
taken as intervals of their printed precision; only intervals that are wholly on the wrong side
are reported. Either the verb or one of the figures is wrong.]],
  },
  messages = {
    base = {
      zh = "“{cue}”与数字相反：由 {from} 到 {to}",
      en = "“{cue}” contradicts the figures: from {from} to {to}",
    },
  },
  examples = {
    bad = {
      { [[全市绿化覆盖率由41.5%提高到39.8%。]], at = "提高到" },
      { [[The rate increased from 61 to 58 per 100,000 in rural counties.]], at = "increased" },
      { [[用水户数由2310户增加到2130户。]], at = "增加到" },
    },
    good = {
      [[全市绿化覆盖率由39.8%提高到41.5%。]],
      [[不合格率由10.2%下降到0.7%。]],
      [[全省排名由第12位提升到第9位。]],
      [[Unemployment improved from 5.1% to 4.9% over the year.]],
      [[The rate declined from 61 to 58 per 100,000 in rural counties.]],
      [[The share was 7.4% in the first period, down from 8.1% a year earlier.]],
    },
  },
  check = function(link, report, _, doc)
    local from, to = link.base, link.level
    local says = link.cue_value
    if says ~= CUE_UP and says ~= CUE_DOWN then return end
    if from.kind == "rank" or from.kind == "statistic" then return end
    local a, b = from.amount, to.amount
    if not (a.low and a.high and b.low and b.high) then return end
    local falls, rises = b.high < a.low, b.low > a.high
    if (says == CUE_UP and falls) or (says == CUE_DOWN and rises) then
      report {
        at = link.anchor, message = "base", related = { from, to },
        stated = link.cue,
        -- An English cue may be a noun of something else (“the decline
        -- deepened”, “its ranking fell”): not provable from the sentence.
        severity = doc.lang == "en" and "warning" or "error",
        values = { cue = link.cue, from = from.text, to = to.text },
      }
    elseif falls or rises then
      report.agrees { at = link.anchor, related = { from, to }, how = from.text .. " → " .. to.text }
    end
  end,
}
