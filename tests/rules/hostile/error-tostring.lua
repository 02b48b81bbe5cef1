-- expect: error with a table as its value
return {
  api = 1,
  id = "error-tostring",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    error(setmetatable({}, { __tostring = function() while true do end end }))
  end,
}
