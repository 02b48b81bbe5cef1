#!/bin/sh
# Runs one part of the tests and says how it went; where something in it failed
# its output is added to the file TALLY.failed.
#
#   sh tests/part.sh TALLY NAME COMMAND...    what tests/run.sh calls
#
# Appends "passed failed" to the file TALLY. A part says how it went in one of
# three ways: a last line "N passed, N failed", TAP lines (ok, not ok), or its
# exit status alone. One that hangs is stopped and has failed.
sums=$1
name=$2
shift 2
patience=${PATIENCE:-600} # seconds; the longest part takes 60 with sanitizers
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT

timeout -k 10 "$patience" "$@" >"$log" 2>&1 </dev/null
status=$?
[ $status -eq 124 ] && echo "stopped behind $patience s" >>"$log"
counts=$(sed -n \
  's/^\([0-9][0-9]*\) \(examples \)*passed, \([0-9][0-9]*\) failed.*/\1 \3/p' \
  "$log" | tail -n 1)
if [ -n "$counts" ]; then
  good=${counts% *}
  bad=${counts#* }
else
  good=$(grep -c '^ok' "$log")
  bad=$(grep '^not ok' "$log" | grep -cv '# SKIP')
  [ "$good$bad" = 00 ] && [ $status -eq 0 ] && good=1
fi
[ $status -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
skips=$(grep -ic '^skip\|# skip' "$log")

verdict() {
  echo "$good $bad" >>"$sums"
  if [ "$bad" -gt 0 ]; then
    echo "FAILED $name ($bad failed, exit status $status)" |
      tee -a "$sums.failed"
    grep -v '^ok' "$log" | tail -n "${LINES_SHOWN:-60}" |
      sed 's/^/  /' >>"$sums.failed"
  elif [ "$skips" -gt 0 ]; then
    echo "passed $name ($good); $skips left out:" \
      "$(grep -i '^skip\|# skip' "$log" | head -n 1)"
  else
    echo "passed $name ($good)"
  fi
}

# Parts run beside each other: one speaks at a time.
exec 9>>"$sums.lock"
flock 9
verdict
