#!/bin/sh
# Runs each driver of build-clang-san for some seconds, from the crashers, the
# documents of this folder's neighbours and, where they are there, reports of
# ../shared. Says executions, seeds and coverage of each. What breaks is left
# in build-clang-san/found/NAME and ends with status 1.
#
#   sh tests/fuzz/run.sh [SECONDS [NAME...]]
cd "$(dirname "$0")/../.." || exit 2
build=build-clang-san
seconds=${1:-5}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- $(ls tests/fuzz/*_fuzz.c | sed 's,.*/,,; s,_fuzz.c,,')
failed=0

# seeds NAME FOLDER: small files for the driver.
seeds() {
  cp tests/fuzz/crashers/"$1"/* "$2" 2>/dev/null
  case $1 in
  text | scanner) set -- "$2" examples/*.txt tests/cases/*/*.txt ;;
  markdown) set -- "$2" examples/*.md tests/cases/*/*.md ;;
  html) set -- "$2" tests/fuzz/seeds/html/* tests/cases/*/*.html ;;
  csv | pdf | docx | xlsx | lsp | database) set -- "$2" tests/fuzz/seeds/"$1"/* ;;
  rules) set -- "$2" rules/*.lua tests/rules/*/*.lua ;;
  esac
  folder=$1
  shift
  n=0
  for file; do
    [ -f "$file" ] && [ "$(wc -c <"$file")" -lt 20000 ] &&
      n=$((n + 1)) && cp "$file" "$folder/$n"
  done
}

for name; do
  corpus=$build/corpus/$name found=$build/found/$name
  mkdir -p "$corpus" "$found" $build/seeds/"$name"
  seeds "$name" $build/seeds/"$name"
  ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
    $build/tests/fuzz/"$name" -max_total_time="$seconds" -timeout=20 \
    -rss_limit_mb=3000 -max_len=8000 -print_final_stats=1 \
    -artifact_prefix="$found/" "$corpus" $build/seeds/"$name" \
    >$build/"$name".log 2>&1
  status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' $build/"$name".log)
  last=$(grep -o 'cov: [0-9]* ft: [0-9]* corp: [0-9]*' $build/"$name".log |
    tail -n 1)
  echo "$name: ${runs:-0} executions, $(ls $build/seeds/"$name" | wc -l)" \
    "seeds, $last, status $status"
  if [ $status -ne 0 ]; then
    failed=$((failed + 1))
    grep -v '^#\|^INFO' $build/"$name".log | head -n 40
  fi
done
[ $failed -eq 0 ]
