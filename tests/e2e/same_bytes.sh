#!/bin/sh
# The same input gives the same bytes: whatever --jobs is, in every locale.
. "$(dirname "$0")/setup.inc"

mkdir many
i=0
while [ $i -lt 40 ]; do
  n=0
  while [ $n -lt $((i * 7 % 23)) ]; do
    echo "企业有坏数${n}家，疑数12家。"
    n=$((n + 1))
  done >"many/$i.txt"
  i=$((i + 1))
done
for format in text csv json jsonl; do
  hedui -f $format -j1 many >one
  hedui -f $format -j2 many >two
  holds "-j1 and -j2, $format" cmp one two
  hedui -f $format -j7 many >seven
  holds "-j7, $format" cmp one seven
  LC_ALL=C hedui -f $format many >c
  holds "LC_ALL=C, $format" cmp one c
  LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8 hedui -f $format many >zh
  holds "zh_CN, $format" cmp one zh
  env TZ=Asia/Shanghai COLUMNS=40 "$HEDUI" check -q --rules rules \
    --select bad-mark,doubtful-mark -f $format many >tz
  holds "another zone and width, $format" cmp one tz
done
"$HEDUI" claims -q -f csv -j1 many >one
"$HEDUI" claims -q -f csv -j3 many >three
holds "claims" cmp one three
is "--min-severity" 0 "$(hedui -f csv --min-severity error many | grep -c doubtful)"
is "-o gives what stdout gives" "$(hedui -f json many | cksum)" \
  "$(hedui -o x.json many; cksum <x.json)"
finish
