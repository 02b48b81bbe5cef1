-- expect: parentheses are too deeply nested
return {
  api = 1,
  id = "regex-nest",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    re.new(("("):rep(50000) .. (")"):rep(50000))
    report { at = item }
  end,
}
