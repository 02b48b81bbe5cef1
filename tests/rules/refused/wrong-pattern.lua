-- expect: on.pattern: bad pattern
return {
  api = 1,
  id = "wrong-pattern",
  severity = "error",
  on = { pattern = "(" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
