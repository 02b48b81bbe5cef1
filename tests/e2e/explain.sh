#!/bin/sh
# hedui explain FINGERPRINT FILE: the figures with their slots, the link by
# which they met, each step of the arithmetic; a prefix will do.
. "$(dirname "$0")/setup.inc"

cat >draft.txt <<'DRAFT'
2024年工作报告

一、工作回顾

2024年，全市进出口总额由1520亿元增加到1748亿元，增长12.8%。图书馆藏书由200万册增加到250万册，增长52%。
DRAFT
"$HEDUI" -q -f csv --exit-zero --select growth-mismatch draft.txt >findings.csv
print() {
  sed -n "s/.*\"$1\".*\"\([0-9a-f]\{16\}\)\",\"[^\"]*\"$/\1/p" findings.csv
}
mark=$(print 12.8%)
other=$(print 52%)
is "a fingerprint" 16 "${#mark}"
explain() { "$HEDUI" explain "$@" 2>err.txt; }
has() {
  if grep -qF -- "$2" page.txt; then is "$1" 0 0; else
    is "$1" "$2" "$(cat page.txt err.txt)"
  fi
}

explain "$mark" draft.txt >page.txt
is "it is no failure" 0 $?
has "the finding" "growth-mismatch"
has "both places" "5:15 “1520亿元” amount [151950000000,152050000000]"
has "a slot with its words" "时期: 2024-01-01/2024-12-31  <- "
has "the link" "from_to level=1748亿元 base=1520亿元 rate=12.8%"
has "a figure" "(1) 1520亿元 (5:15) 折合基本单位 = [151950000000,152050000000]"
has "the difference" "(2) - (1) = [22700000000,22900000000]"
has "the quotient" "(3) / (1) = [0.149293,0.150707]"
has "in per cent" "(4) * 100 = [14.929300,15.070747]"
has "what is printed" "12.8% (5:33) 可代表的范围 = [12.75,12.85]"
has "the comparison" "(5) 与 (6) 有共同的值？ 否，相差 2.079300"
has "its rule" "增幅、增量与前后数值不符"
if grep -q 52% page.txt; then is "of that finding alone" no yes; fi
explain --lang en "$mark" draft.txt >page.txt
has "in English" "(5) and (6) have a value in common? no, 2.079300 apart"

explain -f json "$mark" draft.txt >page.txt
is "as JSON" "1 growth-mismatch $mark from_to level,base,rate (5) meets (6) false" \
  "$(python3 -c '
import json
page = json.load(open("page.txt"))
link = [l for l in page["links"] if l["kind"] == "from_to"][0]
last = page["steps"][6]
print(page["schema"], page["finding"]["rule"], page["finding"]["fingerprint"],
      link["kind"], ",".join(m["role"] for m in link["members"]),
      last["left"], last["op"], last["right"], str(last["holds"]).lower())')"
is "its figures" "1520亿元 1748亿元 12.8%" "$(python3 -c '
import json
print(*sorted(f["excerpt"] for f in json.load(open("page.txt"))["figures"]))' |
  awk '{print $2, $3, $1}')"
is "in another format" 2 "$(status "$HEDUI" explain -f csv "$mark" draft.txt)"
is "a rule" 2 "$(status "$HEDUI" explain -f json growth-mismatch)"
begins=$(printf %.6s "$mark")
is "a prefix" "$(explain "$mark" draft.txt)" "$(explain "$begins" draft.txt)"
is "an unknown one" 2 "$(status "$HEDUI" explain 0000000000000000 draft.txt)"
explain 0000000000000000 draft.txt
is "a sentence" "hedui: no finding with the fingerprint 0000000000000000 there" \
  "$(cat err.txt)"
is "without a file" 2 "$(status "$HEDUI" explain "$mark")"
is "a file that is not there" 2 "$(status "$HEDUI" explain "$mark" gone.txt)"
is "in one of several files" 0 "$(status "$HEDUI" explain "$other" good.txt draft.txt)"
printf '2024年报告。\n\n<!-- hedui-ignore growth-mismatch: 已核 -->\n图书馆藏书由200万册增加到250万册，增长52%%。\n' >silent.txt
silent=$("$HEDUI" -q -f csv --exit-zero --select growth-mismatch draft.txt |
  sed -n 's/.*"\([0-9a-f]\{16\}\)","[^"]*"$/\1/p' | tail -n 1)
is "one that a comment silences" 0 "$(status "$HEDUI" explain "$silent" silent.txt)"

# A rule of the user's: constants, other figures, two that begin alike.
cat >rules/too-high.lua <<'RULE'
return {
  api = 1,
  id = "too-high",
  severity = "note",
  summary = "x",
  explain = "x",
  messages = { base = "{at}" },
  on = { claim = "count" },
  examples = { bad = { { "甲有30家。", at = "30家" } }, good = { "甲有3家。" } },
  check = function(claim, report, params, doc)
    for _, c in ipairs(doc.claims) do
      if c.index ~= claim.index and c.kind == "count" then
        local _ = (claim.amount + c.amount):contains(100)
      end
    end
    if claim.value:gt(decimal("10") * 2) then report { at = claim } end
  end,
}
RULE
printf '甲有30家，乙有12家。\n' >two.txt
hedui_note() { "$HEDUI" check -q --rules rules --select too-high "$@"; }
mark=$(hedui_note -f csv --exit-zero two.txt |
  sed -n 's/.*"\([0-9a-f]\{16\}\)","[^"]*"$/\1/p')
explain --rules rules --select too-high "$mark" two.txt >page.txt
has "a constant" "(2) (1) > 20? 是"
has "another reading" "(5) (3) + (4) = 42"
has "with other figures" "包含后者"
finish
