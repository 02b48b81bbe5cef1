-- expect: no helper 'nothing'
return {
  api = 1,
  id = "unknown-lib",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    lib("noth" .. "ing")
    report { at = item }
  end,
}
