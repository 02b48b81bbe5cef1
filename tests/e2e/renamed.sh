#!/bin/sh
# Rules that became part of another: a former id goes on to mean the new one.
. "$(dirname "$0")/setup.inc"
printf '2012–2012 was told.\n\nUse did not change from 2019 to 2019.\n' >t.txt
check() { "$HEDUI" check -q -f csv --exit-zero "$@"; }
rules_of() { tail -n +2 | cut -d, -f8 | tr -d '"' | sort -u | tr '\n' ' '; }

is "--select" "period-series " "$(check --select year-twice t.txt | rules_of)"
is "--ignore" "" "$(check --ignore year-twice t.txt | rules_of)"
"$HEDUI" check --select year-twice t.txt 2>said >/dev/null
holds "it is said" grep -q \
  'select: the rule year-twice is part of period-series now' said
echo 'return { severity = { ["year-twice"] = "note" } }' >.hedui.lua
is "in a configuration" '"note"' \
  "$(check t.txt | tail -n +2 | cut -d, -f7 | sort -u)"
rm .hedui.lua
is "in a comment" "" "$({
  cat t.txt
  echo 'hedui-ignore-file year-twice: known'
} >c.txt && check c.txt | rules_of)"
holds "explain" sh -c '"$HEDUI" explain year-twice | grep -q "^period-series "'

check --write-baseline known t.txt >/dev/null
sed 's/period-series/year-twice/; s/"fingerprint":"..../"fingerprint":"0000/' \
  known >old
"$HEDUI" check --baseline old t.txt 2>said >/dev/null
holds "an entry of a baseline" grep -q \
  'old:1: the rule year-twice is part of period-series now, write the baseline' \
  said
is "a rule of that name is its own" 1 "$(mkdir own && sed \
  's/id = "bad-mark"/id = "year-twice"/' rules/bad-mark.lua \
  >own/year-twice.lua && check --rules own --select year-twice bad.txt |
  tail -n +2 | grep -c year-twice)"
is "explained as its own" "year-twice" \
  "$("$HEDUI" explain --rules own year-twice | head -n 1 | cut -d' ' -f1)"
is "silenced as its own" "" "$({
  cat bad.txt
  echo 'hedui-ignore-file year-twice: known'
} >c.txt && check --rules own --select year-twice c.txt | rules_of)"
check --rules own --select year-twice --write-baseline mine bad.txt >/dev/null
"$HEDUI" check --rules own --select year-twice --baseline mine t.txt 2>said >/dev/null
holds "and its entries stay its own" sh -c '! grep -q "is part of" said'
finish
