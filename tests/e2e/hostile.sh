#!/bin/sh
# Texts that no report holds take time and memory in proportion to their
# length; bytes that are no text are refused and the other files go on.
. "$(dirname "$0")/setup.inc"

printf 'full of \000 NULs' >nul.txt
printf 'bad \377\376\300\200 bytes 5%%' >bytes.txt
head -c 200000 /dev/zero | tr '\000' '\377' >high.txt
for file in nul bytes high; do
  "$HEDUI" check -q --rules rules --select bad-mark -f csv $file.txt bad.txt \
    >out 2>said
  is "$file.txt is refused" 2 $?
  is "$file.txt: the other file goes on" 2 "$(wc -l <out)"
  holds "$file.txt is named" grep -q "$file.txt:" said
done
is "bad bytes, lenient" 0 "$(status "$HEDUI" --exit-zero --lenient bytes.txt)"

python3 "$root/tests/tools/hostile.py" "$HEDUI" >log 2>&1
holds "time and memory are linear" tail -n 1 log
is "kinds that are not" "" "$(grep '^not ok' log)"
holds "many were tried" test "$(grep -c '^ok' log)" -gt 30
finish
