-- expect: examples needs at least one good one
return {
  api = 1,
  id = "no-good-example",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
