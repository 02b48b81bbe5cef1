-- expect: more than 64 MB of findings
return {
  api = 1,
  id = "endless-reports",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    while true do
      report { at = item, stated = ("x"):rep(4000) }
    end
  end,
}
