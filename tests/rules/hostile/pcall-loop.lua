-- expect: stopped after
return {
  api = 1,
  id = "pcall-loop",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    while true do
      pcall(function()
        while true do end
      end)
    end
  end,
}
