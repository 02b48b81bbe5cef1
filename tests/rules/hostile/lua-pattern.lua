-- expect: the pattern gave up
return {
  api = 1,
  id = "lua-pattern",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local s, p = ("a"):rep(40) .. "c", (".-"):rep(30) .. "bc"
    if s:find(p) then
      report { at = item }
    end
  end,
}
