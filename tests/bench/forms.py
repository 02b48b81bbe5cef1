#!/usr/bin/env python3
"""Recall and false alarms on sentences written to span the grammar of a kind
of error: HEDUI=build/hedui python3 tests/bench/forms.py [LANGUAGE...]

tests/bench/forms/*.tsv, a pair a row, written before any rule was
looked at: kind; right, a sentence or short paragraph whose figures agree (\\n
ends a line); wrong, the same with one slip; at, the slip as wrong has it
(empty: what differs between the two). Where wrong is empty, right must only be
silent. Each text is a document of its own, Markdown where it has a heading or
table of it. Of right every finding at warning and above is an alarm; wrong is found when such
a finding stands at the slip (four code points around, as in score.py) or
relates to it; of an absence, in its line or where the rest of its list
stands. A line "# least N, alarms M" of the file is what tests/e2e/forms.sh
asks for: fewer found or more alarmed ends with status 1. V=1 lists
what was missed and what alarmed, KIND=growth only that kind."""
import collections
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent / "forms"
HEDUI = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
SLACK = 4
ABSENCES = {"quote": ("unbalanced-quotes",), "enumeration": ("enumeration-gap",),
            "counted_list": ("counted-list",)}
csv.field_size_limit(1 << 24)


def read(language):
    """The rows of a language, each with its number in the file."""
    path = HERE / f"{language}.tsv"
    rows = []
    for n, line in enumerate(path.read_text("utf-8").split("\n")[1:], 2):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if len(cells) not in (3, 4):
            sys.exit(f"{path}:{n}: {len(cells)} columns")
        cells = [c.replace("\\n", "\n") for c in cells] + [""]
        kind, right, wrong = cells[:3]
        span = slip(right, wrong, cells[3]) if wrong else (0, 0)
        if not span:
            sys.exit(f"{path}:{n}: the slip is not in the text")
        rows.append((n, kind, right, wrong, span))
    return rows


def slip(right, wrong, at):
    """Where the slip stands in wrong: [start, end), or None"""
    a = 0
    while a < min(len(right), len(wrong)) and right[a] == wrong[a]:
        a += 1
    z = 0
    while z < min(len(right), len(wrong)) - a and right[-1 - z] == wrong[-1 - z]:
        z += 1
    if not at:
        return None if right == wrong else (a, max(a + 1, len(wrong) - z))
    places = [m.start() for m in re.finditer(re.escape(at), wrong)]
    if right == wrong or not places:
        return None
    start = min(places, key=lambda p: abs(p - a))
    return start, start + len(at)


def findings(texts):
    """name -> its findings, from one run over all the texts"""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / name).write_bytes(text.encode("utf-8"))
        out = subprocess.run(
            [HEDUI, "check", "-q", "-f", "csv", "--exit-zero",
             "--min-severity", "warning", *sorted(texts)], cwd=folder,
            stdout=subprocess.PIPE)
    if out.returncode:
        sys.exit(f"hedui ended with {out.returncode}")
    found = collections.defaultdict(list)
    for row in csv.DictReader(out.stdout.decode("utf-8-sig").splitlines()):
        found[row["file"]].append(row)
    return found


def spans(text, row):
    """The places a finding names, in code points of the text"""
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    yield (lines[int(row["line"]) - 1] + int(row["column"]) - 1,
           lines[int(row["end_line"]) - 1] + int(row["end_column"]) - 1)
    for a, b, c, d in re.findall(r"(\d+):(\d+)-(\d+):(\d+)", row["related"]):
        yield lines[int(a) - 1] + int(b) - 1, lines[int(c) - 1] + int(d) - 1


def touches(text, row, span):
    return any(a < span[1] + SLACK and span[0] - SLACK < max(b, a + 1)
               for a, b in spans(text, row))


def asked(language):
    """How many must be found and may alarm, as the file says"""
    said = re.search(r"^# least (\d+), alarms (\d+)",
                     (HERE / f"{language}.tsv").read_text("utf-8"), re.M)
    return (int(said[1]), int(said[2])) if said else (0, 1 << 30)


def name_of(n, which, text):
    return f"{n}{which}.{'md' if re.search('^[#|]', text, re.M) else 'txt'}"


def hits(kind, text, row, span):
    """Is the finding of this slip?"""
    if touches(text, row, span):
        return True
    line = text.count("\n", 0, span[0]) + 1
    return row["rule"] in ABSENCES.get(kind, ()) and \
        (kind != "quote" or int(row["line"]) == line)


def measure(language, verbose):
    """Prints the table; is it what is asked for?"""
    rows = [r for r in read(language)
            if os.environ.get("KIND", r[1]) == r[1]]
    texts = {}
    for n, _, right, wrong, _ in rows:
        texts[name_of(n, "r", right)] = right + "\n"
        if wrong:
            texts[name_of(n, "w", wrong)] = wrong + "\n"
    found = findings(texts)
    table = collections.defaultdict(lambda: [0, 0, 0])
    for n, kind, right, wrong, span in rows:
        hit = any(hits(kind, wrong, f, span)
                  for f in found[name_of(n, "w", wrong)])
        alarms = found[name_of(n, "r", right)]
        table[kind][0] += bool(wrong)
        table[kind][1] += hit
        table[kind][2] += bool(alarms)
        if verbose and wrong and not hit:
            print(f"MISSED {n} {kind} {wrong[slice(*span)]!r}: {wrong!r}")
        for f in alarms if verbose else []:
            print(f"ALARM {n} {kind} {f['rule']} {f['message']}")
    print(f"== forms, {language}")
    table["all"] = [sum(c) for c in zip(*table.values())] or [0, 0, 0]
    for kind, (n, hit, alarms) in table.items():
        print(f"{kind:16} {hit:4}/{n:<4} {100 * hit / max(n, 1):5.1f} %"
              f"  {alarms} alarmed where right")
    least, most = asked(language)
    return table["all"][1] >= least and table["all"][2] <= most


def main():
    good = [measure(language, bool(os.environ.get("V"))) for language in
            sys.argv[1:] or sorted(p.stem for p in HERE.glob("*.tsv"))]
    sys.exit(0 if all(good) or os.environ.get("KIND") else 1)


main()
