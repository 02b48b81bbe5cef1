-- expect: '__index' chain too long
return {
  api = 1,
  id = "index-loop",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local t = setmetatable({}, {})
    getmetatable(t).__index = t
    report { at = item, stated = t.x }
  end,
}
