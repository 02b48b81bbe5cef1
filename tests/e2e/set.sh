#!/bin/sh
# Several files as one set: a report with its annexes, last year's report, a
# table of known figures.
. "$(dirname "$0")/setup.inc"

cat >report.md <<'END'
# 云泽省2024年国民经济和社会发展统计公报

2024年，全省粮食总产量1936.2万吨。全省进出口总额1748亿元，比上年增长15%。
END
cat >annex.md <<'END'
# 云泽省2024年农业统计资料

2024年，全省粮食总产量1963.2万吨。
END
cat >last.md <<'END'
# 云泽省2023年国民经济和社会发展统计公报

2023年，全省进出口总额1480亿元，比上年增长5%。进出口总额连续连续增长。
END
printf 'subject,scope,period,value,unit\n粮食总产量,,2024,19263,千吨\n' >known.csv

found() {
  "$HEDUI" check -q -f csv --exit-zero "$@" | tail -n +2 | cut -d, -f1,2,8,11 |
    tr -d '"'
}
is "apart" "" "$(found report.md annex.md)"
is "together" "annex.md,3,conflicting-figures,report.md#3:14-3:23" \
  "$(found --together report.md annex.md | sed 's/3:22/3:23/')"
is "last year's report" "report.md,3,previous-mismatch" \
  "$(found --previous last.md report.md | cut -d, -f1-3)"
is "nothing of last year's report itself" 0 \
  "$("$HEDUI" check -q -f jsonl --exit-zero --previous last.md report.md |
    grep -c '"type":"[a-z]*","file":"last.md"')"
is "a table of known figures" \
  "report.md,3,reference-mismatch,known.csv#2:13-2:20" \
  "$(found --reference known.csv report.md)"
is "each file against it" 2 \
  "$(found --reference known.csv report.md annex.md | grep -c reference)"
is "the same bytes whatever the jobs" \
  "$(found -j1 --reference known.csv report.md annex.md)" \
  "$(found -j4 --reference known.csv report.md annex.md)"
is "standard input as an annex" 1 \
  "$("$HEDUI" check -q -f csv --exit-zero --together report.md - <annex.md |
    grep -c conflicting)"
echo 'return { reference = "known.csv", previous = "last.md" }' >.hedui.lua
is "both by the configuration" "previous-mismatch reference-mismatch" \
  "$(found report.md | cut -d, -f3 | sort | tr '\n' ' ' | sed 's/ $//')"
rm .hedui.lua
is "a reference that is none" 2 \
  "$(status "$HEDUI" check --reference annex.md report.md)"
is "a reference that is not there" 2 \
  "$(status "$HEDUI" check --reference gone.csv report.md)"
is "its findings come all the same" 1 \
  "$("$HEDUI" check -q -f csv --exit-zero --previous last.md --reference \
    gone.csv report.md 2>/dev/null | grep -c previous-mismatch)"
finish
