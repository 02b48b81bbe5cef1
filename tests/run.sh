#!/bin/sh
# Runs every quick test and adds up: unit tests, the examples inside the
# rules, goldens, end-to-end scripts, the structure test. The output of a part
# is shown where something in it failed. The last line is
# "N passed, N failed"; the exit status is 1 if anything failed.
#
#   BUILD=build sh tests/run.sh          what `make check` calls
#
# A part says how it went in one of three ways: a last line "N passed,
# N failed", TAP lines (ok, not ok), or its exit status alone. One that hangs
# is stopped and has failed.
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-build}
HEDUI=$PWD/$BUILD/hedui
LC_ALL=C.UTF-8
patience=${PATIENCE:-600} # seconds; the longest part takes 60 with sanitizers
export BUILD HEDUI LC_ALL
passed=0
failed=0
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT

# tally NAME COMMAND...: runs the command and adds its numbers.
tally() {
  name=$1
  shift
  timeout -k 10 "$patience" "$@" >"$out/log" 2>&1 </dev/null
  status=$?
  [ $status -eq 124 ] && echo "stopped behind $patience s" >>"$out/log"
  counts=$(sed -n \
    's/^\([0-9][0-9]*\) \(examples \)*passed, \([0-9][0-9]*\) failed.*/\1 \3/p' \
    "$out/log" | tail -n 1)
  if [ -n "$counts" ]; then
    good=${counts% *}
    bad=${counts#* }
  else
    good=$(grep -c '^ok' "$out/log")
    bad=$(grep '^not ok' "$out/log" | grep -cv '# SKIP')
    [ "$good$bad" = 00 ] && [ $status -eq 0 ] && good=1
  fi
  [ $status -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  skips=$(grep -ic '^skip\|# skip' "$out/log")
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$bad" -gt 0 ]; then
    echo "FAILED $name ($bad failed, exit status $status)"
    grep -v '^ok' "$out/log" | tail -n "${LINES_SHOWN:-60}" | sed 's/^/  /'
  elif [ "$skips" -gt 0 ]; then
    echo "passed $name ($good); $skips left out:" \
      "$(grep -i '^skip\|# skip' "$out/log" | head -n 1)"
  else
    echo "passed $name ($good)"
  fi
}

CMOCKA_MESSAGE_OUTPUT=TAP
export CMOCKA_MESSAGE_OUTPUT
for test in tests/unit/*_test.c; do
  name=$(basename "$test" .c)
  tally "unit $name" "$BUILD/tests/unit/$name"
done
unset CMOCKA_MESSAGE_OUTPUT
tally "rule examples" "$HEDUI" test
tally "goldens" sh tests/goldens.sh
for test in tests/e2e/*.sh; do
  [ -e "$test" ] && tally "e2e $(basename "$test" .sh)" sh "$test"
done
tally "fuzz crashers" sh tests/fuzz/crashers.sh
tally "structure" python3 tests/structure.py

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
