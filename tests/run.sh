#!/bin/sh
# Runs every quick test, as many parts at a time as there are processors, and
# adds up: the examples inside the rules, goldens, end-to-end scripts, the
# structure test, unit tests. The last line is "N passed, N failed"; the exit
# status is 1 if anything failed, or if a part was lost.
#
#   BUILD=build JOBS=2 sh tests/run.sh          what `make check` calls
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
HEDUI=$PWD/$BUILD/hedui
LC_ALL=C.UTF-8
CMOCKA_MESSAGE_OUTPUT=TAP
export BUILD HEDUI LC_ALL CMOCKA_MESSAGE_OUTPUT
jobs=${JOBS:-$(nproc 2>/dev/null || echo 2)}
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT

# A line a part: its name and its command. The long ones stand first, so that
# no processor waits for them at the end.
parts() {
  echo "\"rule examples\" \"$HEDUI\" test"
  echo '"goldens" sh tests/goldens.sh'
  for test in tests/e2e/*.sh; do
    echo "\"e2e $(basename "$test" .sh)\" sh $test"
  done
  echo '"fuzz crashers" sh tests/fuzz/crashers.sh'
  echo '"structure" python3 tests/structure.py'
  for test in tests/unit/*_test.c; do
    name=$(basename "$test" .c)
    echo "\"unit $name\" $BUILD/tests/unit/$name"
  done
}

parts >"$out/parts"
: >"$out/sums"
xargs -L 1 -P "$jobs" sh tests/part.sh "$out/sums" <"$out/parts"

# Last, where whoever sees only the end sees it.
[ -e "$out/sums.failed" ] && cat "$out/sums.failed"
lost=$(($(wc -l <"$out/parts") - $(wc -l <"$out/sums")))
[ $lost -gt 0 ] && echo "$lost parts did not say how they went"
awk -v lost=$lost '{ good += $1; bad += $2 }
  END { print good + 0 " passed, " bad + lost " failed" }' "$out/sums"
awk -v lost=$lost '{ bad += $2 } END { exit bad + lost > 0 }' "$out/sums"
