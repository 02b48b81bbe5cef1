#!/bin/sh
# Goldens: tests/cases/RULE/NAME.txt, .md or .html beside NAME.csv, the findings that
# `hedui check -f csv` has for it. UPDATE=1 writes the .csv files anew; look at
# the difference before you commit it. A folder may hold a file `options` with
# further options for its documents, one a line.
#
#   HEDUI=build/hedui [UPDATE=1] sh tests/goldens.sh [RULE ...]
cd "$(dirname "$0")/.." || exit 2
HEDUI=${HEDUI:-$PWD/build/hedui}
case $HEDUI in /*) ;; *) HEDUI=$PWD/$HEDUI ;; esac
passed=0
failed=0
got=$(mktemp) || exit 2
trap 'rm -f "$got"' EXIT

check() { # check FOLDER NAME
  golden=${2%.*}.csv
  set -- "$1" "$2" $(cat "$1/options" 2>/dev/null)
  folder=$1
  name=$2
  shift 2
  (cd "$folder" && "$HEDUI" check -q -f csv --exit-zero "$@" "$name") >"$got"
  status=$?
  if [ "$UPDATE" = 1 ]; then
    cp "$got" "$folder/$golden"
  fi
  if [ $status -eq 0 ] && cmp -s "$folder/$golden" "$got"; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  echo "$folder/$name: exit status $status; expected (-) and found (+):"
  diff -u "$folder/$golden" "$got" | sed 1,2d
}

for folder in tests/cases/*/; do
  folder=${folder%/}
  rule=$(basename "$folder")
  [ $# -eq 0 ] || case " $* " in *" $rule "*) ;; *) continue ;; esac
  for file in "$folder"/*.txt "$folder"/*.md "$folder"/*.html; do
    [ -e "$file" ] && check "$folder" "$(basename "$file")"
  done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
