-- expect: summary must be
return {
  api = 1,
  id = "wrong-type",
  severity = "error",
  on = { claim = "percent" },
  summary = 3,
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item }
  end,
}
