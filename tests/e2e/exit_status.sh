#!/bin/sh
# Exit status: 0, 1, 2, whatever the format or the destination; 2 beats 1.
. "$(dirname "$0")/setup.inc"

is "nothing found" 0 "$(status hedui good.txt)"
is "an error" 1 "$(status hedui bad.txt)"
is "a warning is below --fail-on" 0 "$(status hedui doubtful.txt)"
is "--fail-on warning" 1 "$(status hedui --fail-on warning doubtful.txt)"
is "--fail-on note" 1 "$(status hedui --fail-on=note doubtful.txt)"
is "--fail-on never" 0 "$(status hedui --fail-on never bad.txt)"
is "--exit-zero" 0 "$(status hedui --exit-zero bad.txt)"
is "no figures is no failure" 0 "$(status hedui empty.txt)"
is "a missing file" 2 "$(status hedui none.txt)"
is "2 beats 1" 2 "$(status hedui bad.txt none.txt)"
is "2 beats --exit-zero" 2 "$(status hedui --exit-zero bad.txt none.txt)"
is "2 beats never" 2 "$(status hedui --fail-on never none.txt)"
is "unknown option" 2 "$(status hedui --no-such-option bad.txt)"
is "unknown format" 2 "$(status hedui -f pdf bad.txt)"
is "bad value" 2 "$(status hedui --fail-on fatal bad.txt)"
is "no operand" 2 "$(status "$HEDUI")"
is "unknown rule" 2 "$(status "$HEDUI" --select no-such-rule bad.txt)"
is "explain an unknown rule" 2 "$(status "$HEDUI" explain no-such-rule)"
for format in text csv json jsonl; do
  is "1 in $format" 1 "$(status hedui -f $format bad.txt)"
  is "0 in $format" 0 "$(status hedui -f $format good.txt)"
  is "2 in $format" 2 "$(status hedui -f $format none.txt bad.txt)"
  is "1 with -o, $format" 1 "$(status hedui -o "$format:out" bad.txt)"
  is "0 with -o, $format" 0 "$(status hedui -o "$format:out" good.txt)"
done
is "claims" 0 "$(status "$HEDUI" claims bad.txt)"
is "claims of a missing file" 2 "$(status "$HEDUI" claims none.txt)"
is "checks" 0 "$(status "$HEDUI" checks --select residue bad.txt)"
is "tree" 0 "$(status "$HEDUI" tree bad.txt)"
is "version" "hedui" "$("$HEDUI" version | cut -d' ' -f1)"
is "test of rules" 0 "$(status "$HEDUI" test rules)"
is "test of one file" 0 "$(status "$HEDUI" test rules/bad-mark.lua)"
is "test of nothing" 2 "$(status "$HEDUI" test nowhere)"

# The other files' findings are printed.
is "findings beside a missing file" 1 \
  "$(hedui -f csv none.txt bad.txt 2>/dev/null | grep -c '"bad-mark"')"
hedui -f csv none.txt bad.txt 2>said >/dev/null
holds "the missing file is named" grep -q 'none\.txt' said
"$HEDUI" check --rules rules --select bad-mark empty.txt 2>said >/dev/null
holds "no figures is said" grep -q 'empty\.txt' said

# A rule that does not load is named; the others' findings are complete.
mkdir broken
cp rules/bad-mark.lua broken
echo 'return {' >broken/half.lua
"$HEDUI" check -q -f csv --rules broken --select bad-mark bad.txt \
  >out 2>said
is "a broken rule" 2 $?
holds "it is named" grep -q 'half' said
is "the others ran" 1 "$(grep -c '"bad-mark"' out)"
is "one file beside a broken one" 0 \
  "$(status "$HEDUI" test broken/bad-mark.lua)"
is "--rules takes a file" 1 \
  "$(status "$HEDUI" check --rules broken/bad-mark.lua --select bad-mark bad.txt)"
finish
