-- expect: check is missing
return {
  api = 1,
  id = "no-check",
  severity = "error",
  on = { claim = "any" },
  summary = "a rule for tests",
  explain = "See tests/unit/rules_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
}
