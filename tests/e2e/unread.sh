#!/bin/sh
# hedui claims --unread: the figures of which no claim could be made, and why.
. "$(dirname "$0")/setup.inc"

cat >report.md <<'TEXT'
一、概况

全区2023年生产总值1200亿元,增长5.6%。建成5G基站12座。联系电话0731-85591234。第三届。

2023年2月30日;号码123456789012345678901234567890123456789。
TEXT
"$HEDUI" claims -q -f csv report.md >claims.csv
"$HEDUI" claims --unread -q -f csv report.md >unread.csv
is "the contract's columns, then reason" \
  "$(head -n 1 claims.csv),\"reason\"" "$(head -n 1 unread.csv)"
reasons=$(tail -n +2 unread.csv | sed 's/.*,//; s/"//g' | xargs)
is "the reasons in reading order" \
  "marker name identifier ordinal impossible date not understood" "$reasons"
holds "no claim is listed" sh -c '! grep -q "1200亿元" unread.csv'
# But for the reason, a row is that of the whole listing.
row=$(grep '"5G"' unread.csv | sed 's/,"name"$//')
holds "the same row as without" grep -qxF "$row" claims.csv
is "the plain listing has no reason" 0 "$(grep -c reason claims.csv)"
holds "JSON" grep -q '"text":"5G".*"reason":"name"}' <<JSON
$("$HEDUI" claims --unread -q -f json report.md)
JSON
is "JSON Lines" 6 \
  "$("$HEDUI" claims --unread -q -f jsonl report.md | grep -c '"reason":"')"
holds "text" grep -q '5G.*reason=name' <<TEXT
$("$HEDUI" claims --unread -q -f text report.md)
TEXT
printf '生产总值1200亿元。\n' >all.txt
is "nothing unread" 1 "$("$HEDUI" claims --unread -q -f csv all.txt | wc -l)"
is "only of claims" 2 "$(status hedui --unread all.txt)"
holds "it is in the help" sh -c '"$HEDUI" claims --help | grep -q -- --unread'
finish
