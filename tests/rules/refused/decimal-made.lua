-- expect: write x:eq(n)
return {
  api = 1,
  id = "decimal-made",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    if decimal("3") ~= 3 then
      report { at = item }
    end
  end,
}
