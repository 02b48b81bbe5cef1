-- expect: may not set __gc
return {
  api = 1,
  id = "finalizer",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    setmetatable({}, {
      __gc = function()
        while true do end
      end,
    })
    report { at = item }
  end,
}
