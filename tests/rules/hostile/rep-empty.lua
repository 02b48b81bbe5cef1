-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "rep-empty",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item, stated = (""):rep(1 << 62) }
     report { at = item.nothing }
  end,
}
