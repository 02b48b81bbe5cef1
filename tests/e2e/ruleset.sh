#!/bin/sh
# Pinned rule sets and severities of rules.
. "$(dirname "$0")/setup.inc"

sed 's/severity = "warning",/severity = "warning", since = "1.1",/' \
  rules/doubtful-mark.lua >rules/d && mv rules/d rules/doubtful-mark.lua
run() { "$HEDUI" check -q -f csv --fail-on note --rules rules "$@" doubtful.txt; }

is "a later rule runs" 1 "$(run | grep -c '"doubtful-mark"')"
is "not where the set is pinned" 0 \
  "$(run --ruleset 1.0 | grep -c '"doubtful-mark"')"
is "there it is preview" 1 "$(run --ruleset 1.0 --select doubtful-mark |
  grep -c '"doubtful-mark"')"
is "the older ones run" 1 "$("$HEDUI" check -q --ruleset 1.0 --rules rules \
  -f csv bad.txt | grep -c '"bad-mark"')"
is "hedui rules says so" preview "$("$HEDUI" rules --ruleset 1.0 \
  --rules rules | grep '^doubtful-mark' | grep -o preview)"
is "an unknown set" 2 "$(status run --ruleset 9.0)"
is "no set" 2 "$(status run --ruleset newest)"
sed 's/since = "1.1"/since = 1.1/' rules/doubtful-mark.lua >wrong.lua
is "since is a string" 2 "$(status "$HEDUI" check -q --rules wrong.lua good.txt)"

severity() { run --severity "$1" --select doubtful-mark,bad-mark |
  grep '"doubtful-mark"' | cut -d, -f7; }
is "raised" '"error"' "$(severity doubtful-mark=error)"
is "lowered" '"note"' "$(severity doubtful-mark=note)"
is "off" "" "$(severity doubtful-mark=off)"
is "the last one holds" '"note"' \
  "$(run --select doubtful-mark --severity doubtful-mark=error \
     --severity doubtful-mark=note | grep '"doubtful-mark"' | cut -d, -f7)"
is "the exit status follows" 0 "$(status "$HEDUI" check -q --rules rules \
  --select bad-mark --severity bad-mark=warning bad.txt)"
is "an unknown rule" 2 "$(status run --severity no-such=note)"
is "no level" 2 "$(status run --severity bad-mark=fatal)"
is "examples are judged without it" 0 "$(status "$HEDUI" test rules)"

# Of what a rule reports below its own severity, nothing is raised.
cat >rules/two-marks.lua <<'RULE'
return {
  api = 1, id = "two-marks", severity = "error", summary = "x", explain = "x",
  messages = { base = "x" }, on = { pattern = [[甲数|乙数]] },
  examples = { bad = { { "有甲数。", at = "甲数" } }, good = { "有。" } },
  check = function(item, report)
    report { at = item:place(0), message = "base",
      severity = item[0] == "乙数" and "note" or "error" }
  end,
}
RULE
printf '有甲数，有乙数。\n' >two.txt
two() { "$HEDUI" check -q -f csv --rules rules --select two-marks "$@" two.txt |
  tail -n +2 | cut -d, -f7 | tr -d '\n'; }
is "as the rule says" '"error""note"' "$(two)"
is "error becomes warning, note stays" '"warning""note"' \
  "$(two --severity two-marks=warning)"
is "all are notes" '"note""note"' "$(two --severity two-marks=note)"
finish
