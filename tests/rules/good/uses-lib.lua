local sums = lib "testsums"

return {
  api = 1,
  id = "uses-lib",
  severity = "warning",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "{name} should be {expected}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local total = sums.add(item.value, 1)
    report { at = item, expected = total, values = { name = item.text } }
  end,
}
