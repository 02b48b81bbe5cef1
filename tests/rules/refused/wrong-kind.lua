-- expect: on.claim: unknown 'percnt' (did you mean 'percent'?)
return {
  api = 1,
  id = "wrong-kind",
  severity = "error",
  on = { claim = "percnt" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
