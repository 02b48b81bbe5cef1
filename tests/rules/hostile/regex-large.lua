-- expect: regular expression is too large
return {
  api = 1,
  id = "regex-large",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    re.new(("(?:a{1,60000}){1,60000}"))
    report { at = item }
  end,
}
