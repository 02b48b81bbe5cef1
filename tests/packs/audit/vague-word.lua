-- A word of the pack's own table in front of a figure.
local words = lib "words"

return {
  api = 1,
  id = "audit/vague-word",
  severity = "note",
  on = { claim = "any" },
  summary = { zh = "数字前有含糊的词", en = "a vague word before a figure" },
  explain = { zh = "审计报告中的数字前不用含糊的词。", en = "Figures of an audit stand without vague words." },
  messages = { base = { zh = "“{word}”使 {at} 含糊", en = "“{word}” makes {at} vague" } },
  examples = {
    bad = { { "全市企业大略有320家。", at = "320家" } },
    good = { "全市企业有320家。" },
  },
  check = function(claim, report)
    local word = words.before(claim)
    if word then report { at = claim, values = { word = word } } end
  end,
}
