-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "table-unpack",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    while true do pcall(table.unpack, {}, 1, 900000) end
  end,
}
