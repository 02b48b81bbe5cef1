#!/bin/sh
# A rule that counting cannot stop, one that fails: named, exit 2, and the
# findings of others are what they are without it.
. "$(dirname "$0")/setup.inc"

cp "$root/tests/rules/hostile/own-list.lua" "$root/tests/rules/hostile/table-move.lua" rules/
sed 's/own-list/string-equal/; /local t = {}/,/report {/d' \
  "$root/tests/rules/hostile/own-list.lua" |
  sed 's/  check = function.*/&\
    local a, b = ("x"):rep(1 << 24) .. "a", ("x"):rep(1 << 24) .. "a"\
    while a == b do end/' >rules/string-equal.lua
printf '全市企业有坏数12家，增长12%%。\n' >draft.txt
hedui -f csv --exit-zero draft.txt >wanted.csv
is "a finding" 1 "$(grep -c bad-mark wanted.csv)"

beside() { # RULE WORDS: what is said of it
  "$HEDUI" check -q -f csv --timeout 2 --rules rules \
    --select "bad-mark,doubtful-mark,$1" draft.txt >got.csv 2>err.txt
  is "$1: the status" 2 $?
  is "$1: the others" "$(cat wanted.csv)" "$(cat got.csv)"
  is "$1: it is named" 1 "$(grep -c "\[$1\].*$2" err.txt)"
}
beside own-list "nested more than 8 deep"
beside table-move "stopped after 200000000 instructions"
beside string-equal "it ran longer than 2 seconds"
finish
