#!/bin/sh
# Measures what hedui finds: planted errors, clean reports, the corpus, and
# how it reads quantities; and errors planted anew (fresh.py). UPDATE=1 writes rules/measured.csv as well, V=1
# lists every miss and false alarm. Findings on the clean reports that were
# judged by reading stand in tests/bench/verdicts.csv.
#
#   HEDUI=build/hedui [UPDATE=1] [V=1] sh tests/bench/accuracy.sh
cd "$(dirname "$0")/../.." || exit 2
HEDUI=${HEDUI:-build/hedui}
shared=$PWD/../shared
bench=$shared/bench
verbose=${V:+-v}
if [ ! -e "$bench/score.py" ]; then
  echo "skipped: no ../shared/bench here"
  exit 0
fi
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT
trusted=1
LC_ALL=C.UTF-8
export LC_ALL

# find_all NAME FILES...: the findings of the documents into NAME.csv.
find_all() {
  csv=$out/$1.csv
  shift
  "$HEDUI" check -q -f csv --exit-zero "$@" >"$csv" || {
    echo "hedui: exit status $? on the $(basename "$csv" .csv) reports"
    trusted=0
  }
}

find_all planted "$bench"/dev/planted/*.txt "$bench"/dev/planted/*.md
find_all clean "$bench"/dev/clean/*.txt "$bench"/dev/clean/*.md
find_all corpus "$shared/corpus/zh" "$shared/corpus/en"

verdicts=
[ -e tests/bench/verdicts.csv ] && verdicts="--verdicts tests/bench/verdicts.csv"
echo "== planted errors"
python3 "$bench/score.py" planted "$bench/dev/planted" "$out/planted.csv" \
  $verbose
echo "== clean reports"
python3 "$bench/score.py" clean "$bench/dev/clean" "$out/clean.csv" \
  $verdicts $verbose
echo "== findings on the corpus, by rule"
python3 tests/bench/measure.py count "$out/corpus.csv"
echo "== by rule, on planted and clean"
python3 tests/bench/measure.py rules "$bench" "$out/planted.csv" \
  "$out/clean.csv" >"$out/measured.csv" || exit 1
column -s, -t <"$out/measured.csv" 2>/dev/null || cat "$out/measured.csv"
if [ "$UPDATE" = 1 ] && [ $trusted = 1 ]; then
  cp "$out/measured.csv" rules/measured.csv
  echo "rules/measured.csv written"
fi
HEDUI=$HEDUI python3 tests/bench/fresh.py
echo "== the same in Word files and pages"
HEDUI=$HEDUI python3 tests/bench/formats.py docx planted
HEDUI=$HEDUI python3 tests/bench/formats.py html planted
echo "== test statistics beside statcheck"
HEDUI=$HEDUI python3 tests/bench/statcheck.py
echo "== quantities"
for suite in "$shared"/suites/quantities/*.jsonl; do
  "$HEDUI" claims -q -f jsonl "${suite%.jsonl}.txt" >"$out/claims.jsonl"
  python3 "$bench/score.py" quantities "$suite" "$out/claims.jsonl" $verbose
done
[ $trusted = 1 ]
