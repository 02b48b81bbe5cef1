-- expect: is it x:method()
return {
  api = 1,
  id = "dot-for-colon",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    if item.has("growth") then
      report { at = item }
    end
  end,
}
