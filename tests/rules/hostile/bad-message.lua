-- expect: messages has no 'bas' (did you mean 'base'?)
return {
  api = 1,
  id = "bad-message",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item, message = "bas" }
  end,
}
