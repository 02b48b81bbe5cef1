-- expect: stopped after
return {
  api = 1,
  id = "many-calls",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local function again(n)
      for _ = 1, n do
        pcall(again, n)
      end
    end
    again(1000)
  end,
}
