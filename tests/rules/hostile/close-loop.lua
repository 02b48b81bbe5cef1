-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "close-loop",
  severity = "error",
  on = { claim = "percent" },
  summary = "a rule for tests",
  explain = "See tests/unit/judge_test.c.",
  messages = { base = "found {at}" },
  examples = { bad = { { [[12%]], at = "12%" } }, good = { [[none]] } },
  check = function(item, report, params, doc)
    local meta = {}
    local t = setmetatable({}, meta)
    meta.__close = function() while true do end end
    pcall(function()
      for i = 1, 1000 do
        local x <close> = t
      end
    end)
    report { at = item }
  end,
}
