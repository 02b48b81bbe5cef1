-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "format-many",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local f = ("%99d"):rep(200)
    local t = {}
    for i = 1, 200 do t[i] = i end
    while true do string.format(f, table.unpack(t)) end
  end,
}
