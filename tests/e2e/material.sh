#!/bin/sh
# Materiality (--least, least = {...}): what is too small is a note.
. "$(dirname "$0")/setup.inc"

cat >report.txt <<'END'
2024年，粮食产量由1000万吨增加到1200万吨，增加210万吨。城镇化率由60.1%提高到62.3%，提高2.5个百分点。进出口总额由1520亿元增加到1748亿元，增长12.8%。
END
cat >parts.md <<'END'
表1 各县产值

| 地区 | 合计（万元） | 甲业（万元） | 乙业（万元） |
|---|---|---|---|
| 东县 | 3030 | 1510 | 1520 |
| 西县 | 2471 | 1240 | 1231 |
| 南县 | 2892 | 1480 | 1412 |
| 北县 | 2630 | 1320 | 1301 |
END
cat >english.txt <<'END'
In 2024, imports rose from $4,120 million to $4,310 million, an increase of $210 million.
END
found() { # found OPTIONS FILE: rule and severity of each finding
  "$HEDUI" check -q -f csv --exit-zero --no-config "$@" 2>said | tail -n +2 |
    cut -d, -f7,8 | tr -d '"' | sed 's/\(.*\),\(.*\)/\2:\1/' | sort |
    tr '\n' ' ' | sed 's/ $//'
}
# The increment (11万吨 or 5.53 % at most), the points (0.4), the growth.
all="difference-mismatch:error growth-mismatch:error growth-mismatch:error"
one="difference-mismatch:error growth-mismatch:error growth-mismatch:note"
points="difference-mismatch:note growth-mismatch:error growth-mismatch:error"
none="difference-mismatch:note growth-mismatch:note growth-mismatch:note"
is "nothing said" "$all" "$(found report.txt)"
is "an amount" "$one" "$(found --least 12万吨 report.txt)"
is "converted" "$one" "$(found --least 120000000公斤 report.txt)"
is "as much is not below" "$all" "$(found --least 11万吨 report.txt)"
is "another dimension" "$all" "$(found --least 1000亿元 report.txt)"
is "the end that is farther" "$all" "$(found --least 0.4个百分点 report.txt)"
is "points" "$points" "$(found --least 0.41个百分点 report.txt)"
is "several" "$none" "$(found --least 12万吨 --least 3个百分点 report.txt)"
is "a per cent of what is expected" "$one" "$(found --least 6% report.txt)"
is "of a rule" "$one" "$(found --least growth-mismatch=6% report.txt)"
is "a rule's own in place of all's" "$points" \
  "$(found --least 20% --least growth-mismatch=0% report.txt)"
is "the last holds" "$all" "$(found --least 20% --least 0% report.txt)"
is "a table before" "table-total:warning" "$(found parts.md)"
is "a cell in the unit of its column" "table-total:note" \
  "$(found --least 11万元 parts.md)"
is "exactly" "table-total:warning" "$(found --least 9万元 parts.md)"
sed 's/（万元）//g; s/表1 各县产值/单位：万元/' parts.md >caption.md
is "a cell in the unit of its table" "table-total:note" \
  "$(found --least 11万元 caption.md)"
is "exactly, too" "table-total:warning" "$(found --least 9万元 caption.md)"
is "English" "growth-mismatch:note" \
  "$(found --least '$30 million' english.txt)"
is "English, exactly" "growth-mismatch:error" \
  "$(found --least '15 million dollars' english.txt)"
is "it is said why" "差额11万吨，低于重要性水平 12万吨" \
  "$("$HEDUI" check -q -f jsonl --exit-zero --no-config --least 12万吨 report.txt |
    sed -n 's/.*"readings":"\([^"]\{1,\}\)".*/\1/p')"
is "the gate is open" 0 \
  "$(status "$HEDUI" check --no-config --least 30% report.txt)"
is "a note is listed" 3 \
  "$("$HEDUI" check -q -f csv --no-config --least 30% report.txt | grep -c note)"
prints() {
  "$HEDUI" check -q -f csv --exit-zero --no-config "$@" | cut -d, -f15 | sort
}
is "the fingerprint stays" "$(prints report.txt)" \
  "$(prints --least 30% report.txt)"

echo 'return { least = { amount = {"11万吨", "0.41个百分点"},
  ["growth-mismatch"] = { percent = 19.5 } } }' >.hedui.lua
is "by the configuration" 3 "$("$HEDUI" check -q -f csv report.txt |
  tail -n +2 | cut -d, -f7 | grep -c note)"
is "hedui config" "11万吨 .hedui.lua:1
0.41个百分点 .hedui.lua:1
growth-mismatch=19.5% .hedui.lua:2" \
  "$("$HEDUI" config . | awk '$1 == "least" { print $2, $3 }')"
wrong() { # wrong NAME TEXT WANTED
  printf '%s\n' "$2" >.hedui.lua
  "$HEDUI" check -q -f csv report.txt >out 2>said
  is "$1 ends with 2" 2 $?
  holds "$1 is said" grep -q "$3" said
}
wrong "a name" 'return {
  least = { ammount = "1元" } }' '\.hedui\.lua:2: least wants'
wrong "a number for an amount" 'return { least = { amount = 100 } }' 'least wants'
wrong "no name" 'return { least = "100万元" }' 'least: it is {amount = '
wrong "no unit" 'return {
  least = { amount = "100" } }' '\.hedui\.lua:2:1: it is an amount with its unit'
wrong "a rule" 'return {
  least = { ["parts-som"] = { percent = 1 } } }' \
  "\.hedui\.lua:2:1: no rule 'parts-som' (did you mean 'parts-sum'?)"
rm .hedui.lua
for bad in 100 x% -1% 约100万元 3-5万元 百万; do
  is "--least $bad" 2 "$(status "$HEDUI" check --least=$bad report.txt)"
done
finish
