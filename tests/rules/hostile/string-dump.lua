-- expect: unknown function string. 'dump'
return {
  api = 1,
  id = "string-dump",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    report { at = item, stated = ("")["du" .. "mp"](report) }
  end,
}
