-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "byte",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local a = ("x"):rep(900000)
    while true do a:byte(1, -1) end
  end,
}
