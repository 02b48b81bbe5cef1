-- expect: stopped after 12000000 instructions
return {
  api = 1,
  id = "close-nested",
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
    local function again(n)
      local x <close> = t
      if n > 0 then pcall(again, n - 1) end
    end
    again(150)
    report { at = item }
  end,
}
