#!/bin/sh
# Word files: the same findings as in the text, places, tracked changes,
# hidden text, hostile files.
. "$(dirname "$0")/setup.inc"
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
office() { python3 "$root/tests/tools/office.py" "$@"; }

# Fingerprint, rule and text of each finding of the built-in rules.
marks() {
  "$HEDUI" check -q -f csv --exit-zero "$1" | python3 -c 'import csv, sys
for r in csv.DictReader(sys.stdin): print(r["fingerprint"], r["rule"], r["excerpt"])' | sort
}

for report in work-report.txt bulletin.md; do
  office "$root/examples/$report" "$report.docx"
  is "findings of $report as .docx" "$(marks "$root/examples/$report")" \
    "$(marks "$report.docx")"
done
is "there are some" 12 "$(marks work-report.txt.docx | wc -l)"
if [ "${BUILD:-build}" != build ]; then
  : # once is enough: it is the same file
elif command -v soffice >/dev/null; then
  cp "$root/examples/work-report.txt" .
  soffice "-env:UserInstallation=file://$dir/profile" --headless \
    --infilter='Text (encoded):UTF8' --convert-to docx work-report.txt \
    >/dev/null 2>&1
  is "by LibreOffice" "$(marks work-report.txt)" "$(marks work-report.docx)"
else
  echo "skip: no soffice"
fi

# Places, changes, hidden text.
python3 - "$root/tests/tools" <<'END'
import sys
sys.path.insert(0, sys.argv[1])
from office import docx, paragraph, run
docx("changed.docx",
     paragraph("题") + "<w:p/><w:p>" + run("有") +
     "<w:del><w:r><w:delText>坏数</w:delText></w:r></w:del><w:ins>" +
     run("好数") + "</w:ins></w:p>")
cell = "<w:tc>{}</w:tc>".format
docx("table.docx", "<w:tbl><w:tr>" + cell(paragraph("甲")) +
     cell(paragraph("乙坏数")) + "</w:tr></w:tbl><w:p>" + run("丙") +
     "<w:r><w:rPr><w:vanish/></w:rPr><w:t>坏数</w:t></w:r></w:p>")
END
is "changes are accepted" 0 "$(status hedui changed.docx)"
is "or undone" '"3","2","3","4"' \
  "$(hedui -f csv --revisions original changed.docx | tail -n 1 | cut -d, -f2-5)"
is "a state that is none" 2 "$(status hedui --revisions last changed.docx)"
is "a cell" '"2","2","2","4" "table=1;row=1;column=2"' \
  "$(hedui -f csv table.docx | tail -n 1 |
    sed 's/^"[^"]*",\(\("[^"]*",\)\{3\}"[^"]*"\),.*,/\1 /')"
"$HEDUI" check --rules rules --select bad-mark -f csv table.docx >/dev/null 2>said
holds "hidden text is said" grep -q 'table.docx: .*hidden text.*: 2' said
is "and stands in JSON" 1 \
  "$(hedui -f jsonl table.docx | grep -c '"notes":\["未读隐藏文字的字数：2"\]')"
is "a docx whatever it is called" 1 "$(cp table.docx table.txt; status hedui table.txt)"
is "and on standard input" 1 "$(status hedui - <table.docx)"

# Hostile files: a sentence, status 2, and the others go on.
mkdir crashers
python3 "$root/tests/formats/office_crashers.py" crashers || failed=99
for file in crashers/refused-*; do
  is "$file" 2 "$(hedui -f csv --timeout 20 "$file" bad.txt >out 2>said; echo $?)"
  is "$file: one sentence" 1 "$(grep -c "$file: " said)"
  is "$file: no crash" 0 "$(grep -c 'stopped' said)"
  is "$file: the others" 2 "$(wc -l <out)"
done
for file in crashers/odd-*; do
  is "$file" "growth-mismatch" "$("$HEDUI" check -q --select growth-mismatch \
    -f csv --exit-zero "$file" | tail -n +2 | cut -d, -f8 | tr -d '"')"
done
printf '\320\317\021\340\241\261\032\341 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0' >locked.docx
is "a password" 2 "$(status hedui locked.docx)"
hedui locked.docx 2>said
holds "is said" grep -q 'password' said
finish
