-- expect: a claim is read-only
return {
  api = 1,
  id = "view-write",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    item.text = "13%"
    report { at = item }
  end,
}
