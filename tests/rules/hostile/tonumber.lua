-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "tonumber",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local a = ("1"):rep(1 << 22)
    while true do tonumber(a, 10) end
  end,
}
