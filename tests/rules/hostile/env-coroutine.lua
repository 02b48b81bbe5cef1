-- expect: unknown global 'coroutine'
return {
  api = 1,
  id = "env-coroutine",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local wrap = _ENV["coro" .. "utine"].wrap
    wrap(function() while true do end end)()
  end,
}
