-- expect: a table with __len
return {
  api = 1,
  id = "sort-proxy",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local t = {}
    for i = 1, 100000 do t[i] = i end
    local proxy = setmetatable({}, { __index = t, __newindex = t, __len = function() return 100000 end })
    while true do table.sort(proxy) end
  end,
}
