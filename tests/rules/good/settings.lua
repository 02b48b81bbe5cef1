return {
  api = 1,
  id = "settings",
  severity = "note",
  state = "preview",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/rules_test.c.",
  messages = { base = "{least} {share} {strict} {words}" },
  params = { least = 3, share = decimal("0.5"), strict = true, words = { "a" } },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params)
    report {
      at = item,
      values = {
        least = params.least,
        share = params.share,
        strict = tostring(params.strict),
        words = params.words,
      },
    }
  end,
}
