#!/bin/sh
# The report that the project began with: what must be found in it, and what
# must stay silent. ../shared/seed/report.txt is not part of the checkout:
# without it the script says so.
. "$(dirname "$0")/setup.inc"
seed=$root/../shared/seed/report.txt
[ -f "$seed" ] || { echo "skip: no ../shared/seed/report.txt"; finish; }

"$HEDUI" check -q -f csv --exit-zero "$seed" >found.csv
"$HEDUI" checks -q -f csv "$seed" >checks.csv

# has RULE LINE TEXT: a finding of the rule on that line quotes the text.
has() {
  awk -F'","' -v rule="$1" -v line="$2" -v text="$3" \
    '$2 == line && $8 == rule && index($0, text) { ok = 1 } END { exit !ok }' \
    found.csv
}
silent() { # silent TEXT: no finding stands at or names the text
  awk -F'","' -v text="$1" \
    'NR > 1 && ($10 == text || index($12, text)) { bad = 1 } END { exit bad }' \
    found.csv
}

holds "1173 trains and 1115, a warning" has conflicting-figures 43 1115列
holds "the differing scope is named" has conflicting-figures 43 范围
holds "904 and 940" has conflicting-figures 38 940家
holds "2224 of 7018 is not 31.6 %" has ratio-mismatch 41 7018万千瓦
holds "占比均近60%" has ratio-mismatch 49 60%
holds "16 of Changsha, 11 of the province" has part-exceeds-whole 11 11家
holds "5. and then 7." has enumeration-gap 18 6.
holds "一是 and then 三是" has enumeration-gap 38 二是
holds "the orphan quote" has unbalanced-quotes 40 ”
holds "返回 at the end" has residue 65 返回
is "an error" 0 "$(grep -c '","error","' found.csv)"
lost=$(grep -c '","missing-number","' found.csv)
holds "at least nine places of lost text ($lost)" [ "$lost" -ge 9 ]
for text in 147个 65个 28个 54个 1444.9万栋 71.3万栋 1373.5万栋 六类 4.51万个; do
  holds "silent on $text" silent "$text"
done
finish
