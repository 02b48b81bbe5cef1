-- expect: lists nested more than 8 deep
return {
  api = 1,
  id = "own-list",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local t = {}
    t[1] = t
    report { at = item, stated = t }
  end,
}
