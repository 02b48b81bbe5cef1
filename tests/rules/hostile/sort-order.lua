-- expect: invalid order function
return {
  api = 1,
  id = "sort-order",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local t = {}
    for i = 1, 1000 do t[i] = i % 7 end
    table.sort(t, function() return true end)
    report { at = item }
  end,
}
