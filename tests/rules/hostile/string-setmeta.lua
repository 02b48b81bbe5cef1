-- expect: bad argument #1 to 'setmetatable'
return {
  api = 1,
  id = "string-setmeta",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    setmetatable("", {})
  end,
}
