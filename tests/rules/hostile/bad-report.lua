-- expect: report has no field 'expcted' (did you mean 'expected'?)
return {
  api = 1,
  id = "bad-report",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item, expcted = item.value }
  end,
}
