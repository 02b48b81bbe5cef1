#!/bin/sh
# Baselines: what is listed is silent, what is new is not, and nothing of the
# draft stands in the file.
. "$(dirname "$0")/setup.inc"
SOURCE_DATE_EPOCH=1767225600 # 2026-01-01
export SOURCE_DATE_EPOCH

is "writing one ends with 0" 0 \
  "$(status hedui -f csv --write-baseline known bad.txt doubtful.txt)"
is "its bytes" '{"fingerprint":"6274b2b247ccb54f","rule":"bad-mark","place":"bad.txt:1:6","reason":"","author":"","date":"2026-01-01","expires":""}
{"fingerprint":"a6b82fdc36bb4092","rule":"doubtful-mark","place":"doubtful.txt:1:6","reason":"","author":"","date":"2026-01-01","expires":""}' "$(cat known)"
is "no text of the draft" 0 "$(grep -c '坏数\|企业' known)"
is "what is listed is silent" 0 \
  "$(status hedui --fail-on note --baseline known bad.txt doubtful.txt)"
is "and not printed" 1 "$(hedui -f csv --baseline known bad.txt | wc -l)"
"$HEDUI" check --rules rules --select bad-mark --baseline known bad.txt \
  2>said >/dev/null
holds "but counted" grep -q 'silenced by the baseline: 1' said
is "in JSON too" 1 "$(hedui -f json --baseline known bad.txt |
  grep -o '"silenced":1}' | wc -l)"

# A new error is red, the old one stays silent; a copy of it is new.
printf '全市企业有坏数12家。\n另有坏数3处。\n' >bad.txt
is "a new error" 1 "$(status hedui --baseline known bad.txt)"
is "alone is printed" '"2"' \
  "$(hedui -f csv --baseline known bad.txt | tail -n +2 | cut -d, -f2)"
printf '全市企业有坏数12家。\n' >bad.txt
cp bad.txt copy.txt
is "one entry silences one finding" 1 \
  "$(status hedui --baseline known bad.txt copy.txt)"
rm copy.txt

# Reasons, authors and dates are kept; entries of other files too.
sed 's/"reason":""/"reason":"核实过"/; s/"author":""/"author":"李"/' known >k2
sed 's/2026-01-01/2025-05-05/' k2 >known
is "written anew with less" 0 \
  "$(status hedui --write-baseline known bad.txt)"
is "reasons are kept" 2 "$(grep -c '"reason":"核实过","author":"李"' known)"
is "dates are kept" 2 "$(grep -c '"date":"2025-05-05"' known)"
is "written again, the same bytes" "$(cat known)" \
  "$(hedui --write-baseline known bad.txt >/dev/null && cat known)"
is "from another baseline" 0 \
  "$(status hedui --baseline known --write-baseline other bad.txt)"
is "with its reason" 1 "$(grep -c '核实过' other)"
mkdir sub
is "places are seen from the baseline" 0 "$(cd sub && status "$HEDUI" check \
  -q --rules ../rules --select bad-mark,doubtful-mark \
  --write-baseline ../known ../bad.txt ../doubtful.txt)"
is "wherever one stands" 1 "$(grep -c '"place":"bad.txt:1:6"' known)"

# Unused and expired entries.
"$HEDUI" check --rules rules --select bad-mark,doubtful-mark --statistics \
  --baseline known bad.txt 2>said >/dev/null
is "one of another file is not unused" 0 "$(grep -c 'no longer needed:' said)"
holds "it is in the statistics" grep -q 'not of this run 1' said
printf '全市企业有12家。\n' >bad.txt
"$HEDUI" check --rules rules --select bad-mark,doubtful-mark \
  --baseline known bad.txt doubtful.txt 2>said >/dev/null
is "an unused one is said" \
  "hedui: known:1: no longer needed: bad-mark 6274b2b247ccb54f (bad.txt:1:6)" \
  "$(grep 'no longer' said)"
is "and left out when written anew" 0 "$(hedui --write-baseline known bad.txt \
  doubtful.txt >/dev/null; grep -c bad-mark known)"
printf '全市企业有坏数12家。\n' >bad.txt
sed 's/"expires":""/"expires":"2025-12-31"/' known >late
"$HEDUI" check --rules rules --select bad-mark,doubtful-mark --fail-on note \
  --baseline late doubtful.txt 2>said >/dev/null
is "an expired one silences nothing" 1 $?
holds "and is said" grep -q 'late:1: expired on 2025-12-31' said
is "one that expires today holds" 0 "$(sed 's/2025-12-31/2026-01-01/' late >l2
  status hedui --fail-on note --baseline l2 doubtful.txt)"
is "writing anew does not prolong it" 1 "$(
  status hedui --fail-on note --write-baseline late doubtful.txt)"
is "it stays" 1 "$(grep -c '2025-12-31' late)"

# Bad lines.
bad_line() { # bad_line NAME LINE WANTED
  { cat known; printf '%s\n' "$2"; } >broken
  hedui --baseline broken doubtful.txt >/dev/null 2>said
  is "$1 ends with 2" 2 $?
  holds "$1 is named" grep -q "broken:2: .*$3" said
}
bad_line "no JSON" '<<<<<<< HEAD' 'bad line'
bad_line "a list" '[]' 'no JSON object'
bad_line "a mistyped member" '{"fingerprint":"6274b2b247ccb54f","rule":"x","reson":""}' 'did you mean "reason"'
bad_line "a number" '{"fingerprint":1,"rule":"x"}' '"fingerprint" is a string'
bad_line "a short fingerprint" '{"fingerprint":"12","rule":"x"}' '16 hex'
bad_line "no rule" '{"fingerprint":"6274b2b247ccb54f"}' '"rule" is missing'
bad_line "no date" '{"fingerprint":"6274b2b247ccb54f","rule":"x","expires":"soon"}' 'YYYY-MM-DD'
is "no file" 2 "$(status hedui --baseline none doubtful.txt)"
is "no folder to write to" 2 \
  "$(status hedui --write-baseline none/known doubtful.txt)"
is "an empty file is a baseline" 0 "$(: >nothing
  status hedui --baseline nothing good.txt)"
is "a failed file keeps its entries" 1 "$(hedui --write-baseline k3 bad.txt \
  >/dev/null; printf '\377\377\377\001' >bad.txt
  hedui --write-baseline k3 bad.txt >/dev/null 2>&1; grep -c bad-mark k3)"

"$HEDUI" check -q --baseline rules good.txt 2>said >/dev/null
is "a folder is no baseline" 2 $?
holds "and that is said" grep -q 'cannot read the baseline rules' said
finish
