-- expect: MB of memory
return {
  api = 1,
  id = "string-rep",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local s = string.rep("abc", 1 << 28)
    report { at = item, stated = s }
  end,
}
