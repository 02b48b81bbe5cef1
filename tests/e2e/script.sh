#!/bin/sh
# A report in traditional script: the findings of its twin, printed as it is.
. "$(dirname "$0")/setup.inc"
if ! ldconfig -p | grep -q libopencc; then
  echo "skip: no OpenCC"
  finish
fi

cat >simplified.txt <<'TEXT'
二、对外贸易
全市进口首次突破600亿元，达到586.4亿元。全市共有三家医院：甲医院、乙医院。
进出口总额由1520亿元增加到1748亿元，增长12.8%。
| 指标 | 数额（亿元） |
| --- | --- |
| 出口 | 120 |
| 进口 | 80 |
| 合计 | 210 |
TEXT
cat >traditional.txt <<'TEXT'
二、對外貿易
全市進口首次突破600億元，達到586.4億元。全市共有三家醫院：甲醫院、乙醫院。
進出口總額由1520億元增加到1748億元，增長12.8%。
| 指標 | 數額（億元） |
| --- | --- |
| 出口 | 120 |
| 進口 | 80 |
| 合計 | 210 |
TEXT

# line, column, end and rule of each finding
places() {
  "$HEDUI" check -q --exit-zero -f jsonl "$1" |
    sed -n 's/.*"type": *"finding".*/&/p' |
    grep -o '"\(line\|column\|end_line\|end_column\|rule\)": *"\{0,1\}[a-z0-9-]*'
}
for kind in txt md; do
  [ $kind = txt ] || for script in simplified traditional; do
    cp $script.txt $script.md
  done
  places simplified.$kind >wanted
  places traditional.$kind >got
  holds "$kind: something is found" test -s wanted
  is "$kind: the same findings" "$(cat wanted)" "$(cat got)"
done

"$HEDUI" check -q --exit-zero -f csv --select threshold-contradiction \
  traditional.txt >found.csv
is "the excerpt as printed" 1 "$(grep -c '"586.4億元","2:9-2:14","600億元","586.4億元"' found.csv)"
is "figures as printed" 1 \
  "$("$HEDUI" claims -f csv traditional.txt 2>/dev/null | grep -c '"600億元","amount"')"
mark=$(tail -n 1 found.csv | grep -o '"[0-9a-f]\{16\}"' | tr -d '"')
holds "a finding by its fingerprint" "$HEDUI" explain "$mark" traditional.txt

# What is silenced in a comment stays silent.
sed 's/^二、.*/&\n<!-- hedui-ignore threshold-contradiction: 初步數 -->/' \
  traditional.md >silenced.md
is "a comment in it" 0 "$("$HEDUI" check -q --exit-zero -f csv \
  --select threshold-contradiction silenced.md | tail -n +2 | grep -c .)"
finish
