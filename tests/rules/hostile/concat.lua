-- expect: stopped
return {
  api = 1,
  id = "concat",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local s = "x"
    for _ = 1, 100000000 do
      s = s .. "x"
    end
    report { at = item, stated = s }
  end,
}
