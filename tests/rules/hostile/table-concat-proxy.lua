-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "table-concat-proxy",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local t = {}
    for i = 1, 100000 do t[i] = "" end
    local proxy = setmetatable({}, { __index = t })
    while true do table.concat(proxy, "", 1, 100000) end
  end,
}
