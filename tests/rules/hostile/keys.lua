-- expect: has no order
return {
  api = 1,
  id = "keys",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    for k in pairs({ [item] = true }) do
      report { at = k }
    end
  end,
}
