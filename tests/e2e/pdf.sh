#!/bin/sh
# PDF files: read through pdftotext, each failure with its sentence, nothing
# left behind; the same findings as from the report's text.
. "$(dirname "$0")/setup.inc"

# says FILE WORDS...: the file is refused with these words and status 2.
says() {
  file=$1
  shift
  "$HEDUI" check "$file" >out 2>said
  is "$file is refused" 2 $?
  holds "$file: $*" grep -q "$*" said
}

# A PDF of one page with this content stream and these further objects.
pdf() {
  printf '%%PDF-1.4\n'
  printf '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
  printf '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R'
  printf '/Resources<</Font<</F 5 0 R>>/XObject<</X0 10 0 R>>>>>>endobj\n'
  printf '4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n' ${#1} "$1"
  printf '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n'
  printf '%s' "${2-}"
  printf 'trailer<</Root 1 0 R>>\n'
}

pdf 'BT /F 12 Tf 50 700 Td (Sales rose by 5 percent from 100 to 120.) Tj ET' \
  >good.pdf
cp good.txt other.txt

mkdir empty
PATH=$dir/empty "$HEDUI" check good.pdf >out 2>said
is "without pdftotext" 2 $?
holds "the package is named" grep -q 'poppler-utils' said

if ! command -v pdftotext >/dev/null; then
  echo "skip: no pdftotext here"
  finish
fi

is "a PDF is read" 1 "$("$HEDUI" claims -f csv good.pdf 2>said | grep -c '"5 percent"')"
is "from standard input" 1 \
  "$("$HEDUI" claims -f csv --stdin-filename a.pdf - <good.pdf 2>said |
    grep -c '"5 percent"')"
cp good.pdf named.txt
is "by its first bytes" 1 \
  "$("$HEDUI" claims -f csv named.txt 2>said | grep -c '"5 percent"')"
mkdir folder
cp good.pdf folder
is "in a folder" 1 "$("$HEDUI" claims -f csv folder 2>said | grep -c '"5 percent"')"
pdf 'BT /F 12 Tf 50 700 Td (The meeting was held on 30 February 2024.) Tj ET' \
  >day.pdf
is "its page" 1 "$("$HEDUI" check -q -f csv day.pdf | grep -c 'page=1')"

echo '%PDF-1.4 and nothing' >broken.pdf
says broken.pdf 'this PDF is broken'
echo 'no PDF at all' >text.pdf
says text.pdf 'this PDF is broken'
pdf '0 0 100 100 re f' >scan.pdf
says scan.pdf 'has no text, only pictures'

# Forms that paint each other ten times, ten deep.
forms=
for i in 0 1 2 3 4 5 6 7 8 9; do
  body="/X$((i + 1)) Do "
  body="$body$body$body$body$body$body$body$body$body$body"
  [ $i = 9 ] && body='BT /F 12 Tf (x) Tj ET'
  forms="$forms$((10 + i)) 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]\
/Resources<</Font<</F 5 0 R>>/XObject<</X$((i + 1)) $((11 + i)) 0 R>>>>\
/Length ${#body}>>stream
$body
endstream endobj
"
done
pdf '/X0 Do' "$forms" >loop.pdf
"$HEDUI" check --timeout 4 -f csv loop.pdf other.txt good.pdf >out 2>said
is "a PDF that loops" 2 $?
holds "it is stopped" grep -q 'loop.pdf: pdftotext was stopped' said
holds "the others go on" grep -q 'files: 2' said
"$HEDUI" check --max-memory 60M loop.pdf >out 2>said
is "a PDF that wants much memory" 2 $?
holds "it is told" grep -q 'needed more than 60 MB' said
running() {
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/cwd")" = "$dir" ] && cat "$process/comm"
  done 2>/dev/null | grep -c '^pdftotext'
}
is "nothing is left running" 0 "$(running)"

mkdir tmp
TMPDIR=$dir/tmp "$HEDUI" check good.pdf >out 2>said
is "no file is left" "" "$(ls tmp)"

# The reports of the corpus: the figures of the text beside them, in order.
corpus=$root/../shared/corpus
if [ -d "$corpus/pdf" ]; then
  cat >figures.py <<'PYTHON'
import csv, difflib, io, re, subprocess, sys
def figures(path):
    out = subprocess.run([sys.argv[1], "claims", "-f", "csv", path],
                         capture_output=True, text=True).stdout
    return [f for row in csv.DictReader(io.StringIO(out))
            for f in re.findall(r"[\d,.]*\d", row["text"])]
text, pdf = figures(sys.argv[2]), figures(sys.argv[3])
same = difflib.SequenceMatcher(None, text, pdf, autojunk=False)
n = sum(b.size for b in same.get_matching_blocks())
print(len(text), len(pdf), n)
sys.exit(n < 0.99 * len(text))
PYTHON
  for file in "$corpus"/pdf/*.pdf; do
    name=$(basename "$file" .pdf)
    holds "the figures of $name" python3 figures.py "$HEDUI" \
      "$corpus/zh/$name.txt" "$file"
  done
else
  echo "skip: no ../shared/corpus/pdf here"
fi

# A report of our own through LibreOffice.
if ! command -v soffice >/dev/null; then
  echo "skip: no soffice here"
  finish
fi
cp "$root/examples/bulletin.md" .
python3 "$root/tests/tools/page.py" bulletin.md >bulletin.html
sed 's/$/\n/' "$root/examples/work-report.txt" >work.md
python3 "$root/tests/tools/page.py" work.md >work.html
convert() {
  soffice -env:UserInstallation="file://$dir/office" --headless \
    --convert-to "$@" >/dev/null 2>&1
}
convert odt --infilter='HTML (StarWriter)' bulletin.html work.html
convert pdf bulletin.odt work.odt
convert 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}' \
  --outdir locked work.odt
cp locked/work.pdf locked.pdf
says locked.pdf 'locked by a password'

# The fingerprints of a file's findings, one a line.
prints() {
  "$HEDUI" check -q -f csv --exit-zero --date 2024-01-15 "$1" |
    python3 -c 'import csv, sys
for row in csv.DictReader(sys.stdin): print(row["fingerprint"])' | sort
}
for name in bulletin work; do
  prints $name.md >wanted
  prints $name.pdf >got
  is "findings of $name.pdf" "$(cat wanted)" "$(cat got)"
  holds "there are some" test "$(wc -l <wanted)" -gt 3
done
finish
