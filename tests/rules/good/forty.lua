-- The short form: a pattern and no check.
return {
  api = 1,
  id = "forty",
  severity = "note",
  on = { pattern = [[(?<number>40)家]] },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "“{at}”" },
  examples = { bad = { { [[企业40家]], at = "40家" } }, good = { [[企业4家]] } },
}
