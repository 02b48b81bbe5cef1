-- expect: examples needs at least one bad one
return {
  api = 1,
  id = "no-bad-example",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = {}, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
