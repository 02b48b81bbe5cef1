-- expect: a bad one needs at
return {
  api = 1,
  id = "bad-without-at",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]] } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
