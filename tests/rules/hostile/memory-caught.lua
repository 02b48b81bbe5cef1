-- expect: MB of memory
return {
  api = 1,
  id = "memory-caught",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local kept = {}
    pcall(function()
      for i = 1, 1000000000 do
        kept[i] = { i }
      end
    end)
  end,
}
