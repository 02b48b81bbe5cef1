-- expect: C stack overflow
return {
  api = 1,
  id = "gsub-recursion",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local function deeper()
      return (string.gsub("x", "x", deeper))
    end
    deeper()
  end,
}
