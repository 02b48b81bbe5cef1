-- expect: unknown global 'io'
return {
  api = 1,
  id = "env-io",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    _ENV["i" .. "o"].open("/etc/passwd")
  end,
}
