-- expect: stopped after
return {
  api = 1,
  id = "regex-caught",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local hard = re.new("^(a+)+$")
    while true do
      pcall(hard.find, hard, ("a"):rep(40) .. "b")
    end
  end,
}
