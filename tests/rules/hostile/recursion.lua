-- expect: stack overflow
return {
  api = 1,
  id = "recursion",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local function deeper(n)
      return deeper(n + 1) + 1
    end
    report { at = item, stated = deeper(1) }
  end,
}
