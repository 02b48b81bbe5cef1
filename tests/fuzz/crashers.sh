#!/bin/sh
# Every input that once broke a reader goes through it again, in time.
cd "$(dirname "$0")/../.." || exit 2
good=0
bad=0
for folder in tests/fuzz/crashers/*/; do
  name=$(basename "$folder")
  for file in "$folder"*; do
    [ -f "$file" ] || continue
    if timeout 20 "${BUILD:-build}/tests/fuzz/${name}_replay" "$file" \
      >/dev/null 2>&1; then
      good=$((good + 1))
    else
      bad=$((bad + 1))
      echo "not ok $file"
    fi
  done
done
echo "$good passed, $bad failed"
[ $bad -eq 0 ]
