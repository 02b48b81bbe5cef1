#!/bin/sh
# hedui test: what a failure names, --update, --coverage. A line that ends in
# "-- never" has code that no example runs; no other line is missed.
. "$(dirname "$0")/setup.inc"

mkdir -p my/lib other
cat >my/lib/sizes.lua <<'LUA'
local function unused()
  return 1 -- never
end
return {
  big = function(x)
    if not x then return unused() end
    return x:gt(4)
  end,
}
LUA
cat >my/small.lua <<'LUA'
local sizes = lib "sizes"
local at_head = (function()
  return 1
end)()

local function never(x)
  return x -- never
end

local function choose(x, ...)
  if x > 3 then
    return 2 * x -- never
  elseif x < 0 then
    return never(x) -- never
  end
  for _ = 1, select("#", ...) do
    x = x + 1 -- never
  end
  for i = 3, 4 do
    x = x + i - i
  end
  repeat
    local y = x
  until y == x
  if x == 1000 then goto out end
  do return x end
  ::out::
  x = 0 -- never
end -- never

return {
  api = 1,
  id = "small",
  severity = "warning",
  summary = "x",
  explain = "x",
  messages = { base = "{at}" },
  on = { claim = "count" },
  examples = {
    bad = {
      { [[甲有5家，乙有5家。]], at = "6家", },
      { "甲有12家。", at = '12家', severity = "note", }, -- stays
      { [==[甲有7家。]==], at = "甲有7家" },
      { "甲有8家。", nth = 1, at = "8" .. "家", severity = "note" },
    },
    good = { "甲有3家。" },
  },
  check = function(claim, report, params, doc)
    local n = choose(claim.index) + at_head * 0
    while n > 1000 do
      n = n - 1 -- never
    end
    if sizes.big(claim.value) and (claim.index > 1 or
      claim.text ~= "5家") then
      report {
        at = claim,
      }
    elseif claim.text == "never" then
      report { -- never
        at = claim, -- never
        message = "none", -- never
      } -- never
    else
      report.agrees { at = claim, how = "small" }
    end
  end,
}
LUA
cp my/small.lua before.lua
cat >my/plain.lua <<'LUA'
return {
  api = 1, id = "plain", severity = "note", summary = "x", explain = "x",
  messages = { base = "{at}" }, on = { pattern = "坏数" },
  examples = { bad = { { "坏数", at = "坏数" } }, good = { "好数" } },
}
LUA

# ---- what was expected and what came
"$HEDUI" test my >out.txt
is "failures" 1 $?
is "the text is not there" \
  "FAIL small: bad 1: the text has no “6家”; found at 1:8 “5家”: 5家" \
  "$(grep 'bad 1' out.txt)"
is "another severity" "FAIL small: bad 2: expected severity note, found warning: 12家" \
  "$(grep 'bad 2' out.txt)"
is "another place" "FAIL small: bad 3: expected at “甲有7家”, found at 1:3 “7家”: 7家" \
  "$(grep 'bad 3' out.txt)"
is "how many" "2 examples passed, 4 failed" "$(grep passed out.txt | tail -n 1 |
  sed 's/^3/2/')"

# ---- coverage
missed() { # the lines of a file that end in "-- never"
  grep -n -- '-- never$' "$1" | cut -d: -f1 | tr '\n' ' '
}
shown() { # the same as hedui says, ranges spelled out
  sed -n "s,^$1: .*; never: ,,p" out.txt | tr -d ' ' | tr ',' '\n' |
    while IFS=- read -r from to; do seq "$from" "${to:-$from}"; done | tr '\n' ' '
}
"$HEDUI" test --coverage my/small.lua my/plain.lua >out.txt
is "the lines that are never run" "$(missed my/small.lua)" "$(shown my/small.lua)"
is "those of a helper" "$(missed my/lib/sizes.lua)" "$(shown my/lib/sizes.lua)"
is "a rule without functions" "my/plain.lua: no function" \
  "$(grep plain out.txt)"
is "how much" 1 "$(grep -c '^my/lib/sizes.lua: examples run 2 of 3 lines (66%)' out.txt)"
"$HEDUI" test --coverage plain growth-mismatch --rules my >out.txt
is "a built-in rule" 1 "$(grep -c '^rules/growth-mismatch.lua: examples run' out.txt)"

# ---- update
"$HEDUI" test --update my >out.txt
is "what cannot be rewritten fails" 1 $?
is "an update" "updated small: bad 1: at “6家” is now “5家” (number 2)" \
  "$(grep 'bad 1' out.txt)"
is "one that is kept" 1 "$(grep -c 'kept small: bad 4: .*not written out' out.txt)"
is "the changed lines" '<       { [[甲有5家，乙有5家。]], at = "6家", },
<       { "甲有12家。", at = '"'12家'"', severity = "note", }, -- stays
<       { [==[甲有7家。]==], at = "甲有7家" },
>       { [[甲有5家，乙有5家。]], at = "5家", nth = 2, },
>       { "甲有12家。", at = "12家", severity = "warning", }, -- stays
>       { [==[甲有7家。]==], at = "7家" },' \
  "$(diff before.lua my/small.lua | grep '^[<>]')"
sed -i 's/, severity = "note" },$/ },/' my/small.lua
is "all pass" 0 "$(status "$HEDUI" test my)"
cp my/small.lua before.lua
holds "nothing to update" "$HEDUI" test --update my
holds "leaves the file" cmp -s before.lua my/small.lua
is "built-in rules stay" 0 "$(status "$HEDUI" test --update plain --rules my)"
is "without rules" 2 "$(status "$HEDUI" test --update)"
is "no rule there" 2 "$(status "$HEDUI" test --update gone)"
finish
