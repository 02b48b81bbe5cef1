#!/bin/sh
# The CSV contract as other programs read it.
. "$(dirname "$0")/setup.inc"
head='"file","line","column","end_line","end_column","location","severity"'
head=$head',"rule","message","excerpt","related","related_excerpt","stated"'
head=$head',"expected","fingerprint","place"'
claims='"file","line","column","end_line","end_column","text","kind","low"'
claims=$claims',"high","unit","unit_text","bound","decimals","subject"'
claims=$claims',"indicator","scope","period","aspect","base","section"'
claims=$claims',"direction","modality","price","id"'

is "header" "$head" "$(hedui -f csv bad.txt | head -n 1)"
is "a header without findings" "$head" "$(hedui -f csv good.txt)"
is "a header without files" "$head" "$(hedui -f csv none.txt 2>/dev/null)"
is "claims" "$claims" "$("$HEDUI" claims -q -f csv bad.txt | head -n 1)"
is "checks" \
  '"file","line","column","end_line","end_column","rule","result","related","how"' \
  "$("$HEDUI" checks -q -f csv --select residue bad.txt | head -n 1)"
is "CSV where stdout is no terminal" "$head" "$(hedui good.txt | head -n 1)"

printf '合计为=SUM(A1)万元。\n他说"quoted, text"坏数12家。\n' >odd.txt
hedui -f csv odd.txt >out.csv
holds "a formula is guarded" grep -qF ",\"'=SUM(A1)\"," out.csv
holds "quotes are doubled" grep -qF ',"""quoted, text""",' out.csv
is "no CR" 0 "$(tr -dc '\r' <out.csv | wc -c)"
is "one line a finding" 4 "$(wc -l <out.csv)"
is "every field is quoted" 0 \
  "$(sed 's/""//g; s/"[^"]*"//g' out.csv | tr -d ',\n' | wc -c)"

if command -v python3 >/dev/null; then
  hedui -f json odd.txt >out.json
  hedui -f jsonl odd.txt >out.jsonl
  "$HEDUI" claims -q -f jsonl odd.txt >claims.jsonl
  holds "CSV, JSON and JSON Lines agree" python3 - <<'PY'
import csv, json
with open("out.csv", encoding="utf-8", newline="") as f:
    rows = list(csv.DictReader(f))
document = json.load(open("out.json", encoding="utf-8"))
lines = [json.loads(l) for l in open("out.jsonl", encoding="utf-8")]
assert document["schema"] == 1 and all(l["schema"] == 1 for l in lines)
found = [l for l in lines if l["type"] == "finding"]
assert len(rows) == len(found) == len(document["findings"]) == 3
for row, line, item in zip(rows, found, document["findings"]):
    assert item == {k: v for k, v in line.items() if k not in ("schema", "type")}
    for key in ("file", "severity", "rule", "message", "fingerprint", "place"):
        assert row[key] == line[key]
    for key in ("line", "column", "end_line", "end_column"):
        assert int(row[key]) == line[key]
    assert row["excerpt"].lstrip("'") == line["excerpt"]
assert [l["type"] for l in lines] == ["file"] + 3 * ["finding"] + ["summary"]
names = "file line column end_line end_column".split()
for line in open("claims.jsonl", encoding="utf-8"):
    claim = json.loads(line)
    assert len(claim) == 24
    for key, value in claim.items():
        assert isinstance(value, int if key in names[1:] else str), key
PY
else
  echo "skip: no python3 to read JSON"
fi
# Calc opens it as UTF-8, quoted fields as text, which its dialog offers and a
# run without a screen must be told: the BOM is no part of the first name, the
# columns stay and nothing is computed. It is written as CSV again, as shown.
if command -v soffice >/dev/null && command -v python3 >/dev/null; then
  printf '合计=SUM(A1)万元，同比-3.5%%，他说"quoted, text"坏数12家。\n' >calc.txt
  hedui -o calc.csv calc.txt
  mkdir home shown
  HOME=$PWD/home soffice -env:UserInstallation="file://$PWD/home/office" \
    --headless --infilter="Text - txt - csv (StarCalc):44,34,76,1,,0,true" \
    --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 \
    --outdir shown calc.csv >/dev/null 2>&1
  holds "Calc shows what was written" python3 - <<'PY'
import csv
def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))
written, shown = rows("calc.csv"), rows("shown/calc.csv")
assert len(written) == 4 and written == shown, (written, shown)
assert shown[1][9] == "'=SUM(A1)", shown[1]
PY
else
  echo "skip: no LibreOffice to open the CSV"
fi
finish
