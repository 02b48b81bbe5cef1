#!/bin/sh
# Runs every test there is: the quick ones, the same built by clang under
# AddressSanitizer and UBSan, fuzzing with that build, valgrind on the
# examples, and the formatters and linters. A warning of either compiler is an
# error. A part that hangs is
# stopped and has failed. The last line is
# "N passed, N failed" for all of it; the exit status is 1 if anything failed.
cd "$(dirname "$0")/.." || exit 2
MAKE=${MAKE:-make}
jobs=-j$(nproc 2>/dev/null || echo 2)
patience=1500 # seconds for a part; the longest takes a third of it
stopper="timeout -k 10 $patience"
passed=0
failed=0
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT

# part NAME COMMAND...: a part that passes or fails as a whole, or whose last
# line is "N passed, N failed".
part() {
  name=$1
  shift
  start=$(date +%s)
  "$@" >"$out/log" 2>&1 </dev/null
  status=$?
  [ $status -eq 124 ] && echo "stopped behind $patience s" >>"$out/log"
  counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' \
    "$out/log" | tail -n 1)
  good=${counts% *}
  bad=${counts#* }
  [ -z "$counts" ] && good=$((status == 0)) bad=$((status != 0))
  [ $status -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  passed=$((passed + good))
  failed=$((failed + bad))
  verdict=passed
  [ "$bad" -gt 0 ] && verdict=FAILED
  echo "$verdict $name: $good passed, $bad failed" \
    "($(($(date +%s) - start)) s)"
  [ "$bad" -gt 0 ] && tail -n 80 "$out/log" | sed 's/^/  /'
}

# quiet_check HEDUI FILES...: checks the files; false where a run is not to be
# trusted or valgrind or a sanitizer says something of a worker.
quiet_check() {
  $stopper "$@" >"$out/findings" 2>"$out/said"
  status=$?
  grep -v '^--' "$out/said"
  [ $status -eq 0 ] && ! grep -q '^==\|runtime error' "$out/said"
}

under_valgrind() {
  ${CC:-gcc} -shared -fPIC -o "$out/nojit.so" tests/tools/nojit.c || return 1
  LD_PRELOAD=$out/nojit.so quiet_check valgrind -q --error-exitcode=99 \
    --leak-check=full build/hedui check -q -f csv --exit-zero "$@"
}

under_sanitizers() {
  quiet_check build-clang-san/hedui check -q -f csv --exit-zero "$@"
}

part "quick tests" $stopper $MAKE $jobs check
part "clang without a warning, and the fuzz drivers" \
  $stopper $MAKE $jobs CC=clang SAN=1 WERROR=-Werror all unit-tests fuzz-drivers
part "sanitizers" $stopper $MAKE $jobs CC=clang SAN=1 WERROR=-Werror check
part "valgrind" under_valgrind examples/*
if [ -d ../shared/corpus ]; then
  part "valgrind, seed" under_valgrind ../shared/seed/report.txt
  part "sanitizers, seed and corpus" under_sanitizers ../shared/seed/report.txt \
    ../shared/corpus/zh ../shared/corpus/en
else
  echo "skipped: no ../shared/corpus here for valgrind and the sanitizers"
fi
part "fuzzing, three seconds each" $stopper sh tests/fuzz/run.sh 3
part "gcc without a warning" \
  $stopper $MAKE $jobs BUILD=build-werror WERROR=-Werror objects
part "clang-format" $stopper $MAKE format-check
part "luacheck" $stopper $MAKE lint
part "clang-tidy" $stopper $MAKE tidy

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
