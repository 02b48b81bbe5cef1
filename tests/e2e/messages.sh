#!/bin/sh
# The language of messages is what --lang says, whatever the report's is, and
# to the last word: what kind of slip it looks like is no exception.
. "$(dirname "$0")/setup.inc"

cat >draft.txt <<'END'
全年新增智能制造企业940家。

数字化转型加快,新增智能制造企业904家。
END
message() {
  "$HEDUI" check -q -f csv --exit-zero --select conflicting-figures "$@" \
    draft.txt | tail -n +2 | cut -d, -f9
}
is "the report's own" \
  '"“智能制造企业”此处为 904家，别处为 940家（数字疑似颠倒）"' "$(message)"
is "English" \
  '"“智能制造企业” is 904家 here and 940家 elsewhere (two digits look transposed)"' \
  "$(message --lang en)"
finish
