-- expect: a table with __len
return {
  api = 1,
  id = "table-insert-len",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    table.insert(setmetatable({}, { __len = function() return 1 << 60 end }), 1, 0)
  end,
}
