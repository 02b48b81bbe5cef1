#!/usr/bin/env python3
"""Holds the findings in Word files and pages against those in their Markdown.

  HEDUI=build/hedui python3 tests/bench/formats.py [docx|html] [planted|clean]

Each report of ../shared/bench/dev is written in the format by
tests/tools/office.py or pages.py; tables of blanks in a .txt are paragraphs
there, not tables. Printed are the findings that both have by fingerprint, those
of one alone with V=1, and how many of the planted errors in tables, and of all,
each of them finds; a finding in the other format is put back to the line and
column of the Markdown before it is judged."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
import office  # noqa: E402
import pages  # noqa: E402

BENCH = HERE.parents[2] / "shared/bench"
HEDUI = os.environ.get("HEDUI", "build/hedui")


def load_score():
    source = (BENCH / "score.py").read_text(encoding="utf-8")
    names = {"__name__": "score"}
    exec(compile(source.rsplit("\nmain()", 1)[0], "score.py", "exec"), names)
    return names


def findings(path):
    out = subprocess.run([HEDUI, "check", "-q", "-f", "csv", "--exit-zero",
                          str(path)], capture_output=True, check=False)
    if out.returncode:
        sys.exit(f"{path}: status {out.returncode}\n{out.stderr.decode()}")
    return list(csv.DictReader(out.stdout.decode().splitlines()))


def put_back(document, row):
    row = dict(row)

    def span(line, column, end_line, end_column):
        a = document.back(int(line), int(column))
        z = document.back(int(end_line), int(end_column) - 1)
        return a[0], a[1], z[0], z[1] + 1

    row["line"], row["column"], row["end_line"], row["end_column"] = map(
        str, span(row["line"], row["column"], row["end_line"],
                  row["end_column"]))
    related = []
    for place in row["related"].split():
        ends = [p for end in place.split("-") for p in end.split(":")]
        a, b, c, d = span(*ends)
        related.append(f"{a}:{b}-{c}:{d}")
    row["related"] = " ".join(related)
    return row


def write(rows, name):
    file = tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8",
                                       newline="", delete=False)
    with file:
        out = csv.DictWriter(file, rows[0].keys() if rows else ["file"])
        out.writeheader()
        for row in rows:
            out.writerow({**row, "file": name})
    return file.name


def found(score, name, rows, plants):
    """Indexes of the plants that the rows find."""
    path = write(rows, name)
    judged = score["load"](path, "warning").get(name, [])
    os.unlink(path)
    return set(score["assign"](plants, judged))


def main():
    form, which = (sys.argv[1:] + ["docx", "planted"][len(sys.argv) - 1:])[:2]
    writer = {"docx": office, "html": pages}[form]
    score, both, alone = load_score(), 0, [0, 0]
    tables, every = [0, 0, 0], [0, 0, 0]
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((BENCH / "dev" / which).iterdir()):
            if path.suffix not in (".md", ".txt"):
                continue
            target = pathlib.Path(folder) / (path.name + "." + form)
            document = writer.convert(path, target)
            sides = findings(path), findings(target)
            marks = [[r["fingerprint"] for r in s] for s in sides]
            both += len(set(marks[0]) & set(marks[1]))
            for side in 0, 1:
                for row in sides[side]:
                    if row["fingerprint"] not in marks[1 - side]:
                        alone[side] += 1
                        if os.environ.get("V"):
                            print("-+"[side], path.name[:30], row["line"],
                                  row["rule"], row["excerpt"],
                                  row["message"][:70])
            gold = path.with_name(path.name + ".gold.json")
            if which != "planted":
                continue
            plants = json.loads(gold.read_text(encoding="utf-8"))["plants"]
            here = found(score, path.name, sides[0], plants)
            there = found(score, path.name,
                          [put_back(document, r) for r in sides[1]], plants)
            in_table = path.suffix == ".md"  # in a .txt they are no tables
            for k, plant in enumerate(plants):
                for sums in [every] + [tables] * (
                        plant["scope"] == "table" and in_table):
                    sums[0] += 1
                    sums[1] += k in here
                    sums[2] += k in there
    print(f"findings in both: {both}; in the text alone: {alone[0]}; in the "
          f".{form} alone: {alone[1]}")
    if every[0]:
        print("planted in tables of Markdown: {}; found in it {}, in the .{} {}"
              .format(*tables[:2], form, tables[2]))
        print("planted at all: {}; found in the text {}, in the .{} {}"
              .format(*every[:2], form, every[2]))


if __name__ == "__main__":
    if BENCH.exists():
        main()
    else:
        print("skipped: no ../shared/bench here")
