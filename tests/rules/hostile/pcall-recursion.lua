-- expect: C stack overflow
return {
  api = 1,
  id = "pcall-recursion",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local function deeper()
      local ok, why = pcall(deeper)
      if not ok then error(why, 0) end
    end
    deeper()
  end,
}
