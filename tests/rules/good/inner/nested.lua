-- A rule in a folder of rules inside another.
return {
  api = 1,
  id = "nested",
  severity = "note",
  summary = "a figure",
  explain = "Any figure.",
  messages = { base = "{at}" },
  examples = { bad = { { "12%", at = "12%" } }, good = { "a" } },
  on = { claim = "percent" },
  check = function(item, report) report { at = item } end,
}
