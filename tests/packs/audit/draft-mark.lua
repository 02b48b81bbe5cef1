return {
  api = 1,
  id = "audit/draft-mark",
  severity = "warning",
  summary = { zh = "留下了“待核”", en = "a mark of a draft" },
  explain = { zh = "“待核”是底稿的标记。", en = "待核 is a mark of a draft." },
  messages = { base = { zh = "这里还写着“{at}”", en = "“{at}” was left" } },
  on = { pattern = "待核" },
  examples = { bad = { { "投资12亿元(待核)。", at = "待核" } }, good = { "投资12亿元。" } },
}
