-- expect: more digits than a figure has
return {
  api = 1,
  id = "decimal-long",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local a = ("1"):rep(1 << 20)
    report { at = item, expected = decimal(a) }
  end,
}
