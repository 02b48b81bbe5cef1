-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "regex-many",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local kept = {}
    for i = 1, 1000000 do
      kept[i] = re.new(("(?:a|b)?"):rep(2000) .. i)
    end
  end,
}
