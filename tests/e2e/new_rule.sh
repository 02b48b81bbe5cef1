#!/bin/sh
# A new rule passes as it is written, with what an editor needs beside it.
. "$(dirname "$0")/setup.inc"

holds "a new rule" "$HEDUI" new-rule -q my/rules/too-much
is "its files" ".hedui/hedui.lua .luacheckrc .luarc.json too-much.lua" \
  "$(cd my/rules && find . -type f | sed 's,^\./,,' | LC_ALL=C sort |
    tr '\n' ' ' | sed 's/ $//')"
is "its examples" "4 examples passed, 0 failed" "$("$HEDUI" test my/rules)"
printf 'Sales rose by 1250%%.\n\n全年增长2000%%。\n' >draft.txt
is "what it finds" 2 "$("$HEDUI" check -q -f csv --exit-zero --rules my/rules \
  --select too-much draft.txt | grep -c too-much)"
is "its parameter" 1 "$("$HEDUI" check -q -f csv --exit-zero --rules my/rules \
  --select too-much --set too-much.most=1500 draft.txt | grep -c too-much)"
echo "-- mine" >my/rules/too-much.lua
is "nothing is overwritten" 2 "$(status "$HEDUI" new-rule my/rules/too-much)"
is "what was there" "-- mine" "$(cat my/rules/too-much.lua)"
holds "a second beside it" "$HEDUI" new-rule -q my/rules/second.lua
is "an id" 2 "$(status "$HEDUI" new-rule Bad_Name)"
is "one operand" 2 "$(status "$HEDUI" new-rule)"
mkdir closed
chmod 500 closed
[ "$(id -u)" = 0 ] || is "no place to write" 2 \
  "$(status "$HEDUI" new-rule closed/rule)"
if command -v luacheck >/dev/null; then
  holds "luacheck" sh -c "cd my/rules && luacheck -q second.lua"
else
  echo "skip: no luacheck here"
fi
if command -v luac5.4 >/dev/null; then
  holds "the definitions are Lua" luac5.4 -p my/rules/.hedui/hedui.lua
else
  echo "skip: no luac5.4 here"
fi
finish
