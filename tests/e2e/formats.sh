#!/bin/sh
# Reports as the programs that they are for read them. npm packages, where
# they are installed, are found by NODE_PATH.
. "$(dirname "$0")/setup.inc"
mkdir 'a b'
printf '全市企业有坏数12家，1<2&"疑数"。\n' >'a b/草稿#1.md'
printf '\377\376\000' >broken.txt
hedui -o a.sarif -o a.xml -o github:a.github bad.txt doubtful.txt good.txt \
  'a b/草稿#1.md' broken.txt 2>said
is "a broken input is 2" 2 $?
is "nothing that is no finding is shown by claims" 2 \
  "$(status "$HEDUI" claims -q -f sarif bad.txt)"
is "nor by checks" 2 "$(status "$HEDUI" checks -q -o checks.xml bad.txt)"
"$HEDUI" checks -q -f junit bad.txt 2>said
is "it is said" 1 "$(grep -c 'hedui checks\|cannot list checks' said)"
holds "no file is left of it" test ! -e checks.xml

if command -v python3 >/dev/null; then
  holds "SARIF by its structure" \
    python3 "$root/tests/formats/sarif.py" a.sarif 4 1
  holds "JUnit by its structure" python3 "$root/tests/formats/junit.py" a.xml
else
  echo "skip: no python3 to read SARIF and JUnit"
fi

# GitHub: worst first, the name escaped.
is "annotations" "error error error warning warning" \
  "$(sed 's/^::\([a-z]*\) .*/\1/' a.github | xargs)"
is "the worst first" "broken.txt" \
  "$(grep -o 'file=broken.txt' a.github | sed 's/file=//')"
is "lines and columns" 1 \
  "$(grep -c 'file=bad.txt,line=1,endLine=1,col=6,endColumn=8,title=' a.github)"

multitool=$(node -p 'require("@microsoft/sarif-multitool-linux")' 2>/dev/null)
if [ -n "$multitool" ]; then
  [ -x "$multitool" ] || chmod +x "$multitool" 2>/dev/null
  "$multitool" validate a.sarif >said 2>&1 # its exit status is always 0
  is "the multitool has looked at it" 1 \
    "$(grep -c 'Analysis completed successfully' said)"
  is "without an error" "" "$(grep -E ': error ' said)"
else
  echo "skip: no @microsoft/sarif-multitool-linux in NODE_PATH"
fi
finish
