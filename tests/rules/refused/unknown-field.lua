-- expect: rule: unknown 'sumary' (did you mean 'summary'?)
return {
  api = 1,
  id = "unknown-field",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  sumary = "x",
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
