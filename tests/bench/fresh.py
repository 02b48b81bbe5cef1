#!/usr/bin/env python3
"""Errors planted anew into reports of ../shared/corpus, by someone who knew
neither the rules nor the code: HEDUI=build/hedui python3 tests/bench/fresh.py

tests/bench/fresh/a.tsv to l.tsv hold where and what (document, line,
start in code points of the planted line, old, new, kind, scope, related
places); the texts are made from the corpus and scored by
../shared/bench/score.py. Texts that are not in the corpus are looked for in the
folders of FRESH (parted as in PATH) and left out, with a word, where they are
not there either (fresh_texts.py gathers those of e to l). Misses may be read
(V=1 lists them) but for those of b, e, f and j: once they are, nothing is left to
tell how hedui does on errors that nobody tuned it on."""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
HEDUI = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
csv.field_size_limit(1 << 24)


def read_set(name):
    """document -> its plants, as score.py's gold has them"""
    plants = {}
    with open(HERE / "fresh" / f"{name}.tsv", encoding="utf-8") as rows:
        for row in csv.DictReader((r for r in rows if r[0] != "#"),
                                  delimiter="\t", quoting=csv.QUOTE_NONE):
            plants.setdefault(row["doc"], []).append({
                "line": int(row["line"]), "start": int(row["start"]),
                "end": int(row["start"]) + len(row["new"]),
                "old": row["old"], "new": row["new"], "kind": row["kind"],
                "scope": row["scope"], "related": json.loads(row["related"]),
                "explain": ""})
    return plants


def plant(text, plants):
    """The text with its errors; each must find what it replaces."""
    lines = text.split("\n")
    for p in sorted(plants, key=lambda p: (p["line"], p["start"])):
        line, at = lines[p["line"] - 1], p["start"]
        if line[at:at + len(p["old"])] != p["old"]:
            sys.exit(f"the corpus is another: {p['old']!r} is not there")
        lines[p["line"] - 1] = line[:at] + p["new"] + line[at + len(p["old"]):]
    return "\n".join(lines)


UNREAD = ("b", "e", "f", "j")


def source(doc):
    """The published text, None where it is not here; a set may take one text
    more than once, as X__v2.md."""
    doc = re.sub(r"__v\d+(?=\.\w+$)", "", doc)
    folders = [SHARED / "corpus" / lang for lang in ("zh", "en")]
    folders += map(pathlib.Path, filter(None, os.environ.get(
        "FRESH", "").split(os.pathsep)))
    for folder in folders:
        if (folder / doc).exists():
            return (folder / doc).read_bytes().decode("utf-8")
    return None


def score(name, folder, verbose):
    files, absent = [], []
    for doc, plants in read_set(name).items():
        text = source(doc)
        if text is None:
            absent.append(doc)
            continue
        (folder / doc).write_bytes(plant(text, plants).encode("utf-8"))
        gold = {"doc": doc, "plants": plants, "native": []}
        (folder / f"{doc}.gold.json").write_text(
            json.dumps(gold, ensure_ascii=False), encoding="utf-8")
        files.append(str(folder / doc))
    found = folder / "found.csv"
    with open(found, "wb") as out:
        subprocess.run([HEDUI, "check", "-q", "-f", "csv", "--exit-zero",
                        *files], stdout=out, check=True)
    out = subprocess.run([sys.executable, str(SHARED / "bench" / "score.py"),
                          "planted", str(folder), str(found)]
                         + ["-v"] * verbose,
                         capture_output=True, text=True, check=True).stdout
    print(f"== planted anew, set {name}")
    if absent:
        print(f"skipped {len(absent)} texts that are not here (FRESH)")
    print(out if verbose else "\n".join(
        r for r in out.split("\n") if r.startswith(("kind", "scope", "recall"))))


def main():
    if not (SHARED / "bench" / "score.py").exists():
        print("skipped: no ../shared/bench here")
        return
    for name in "abcdefghijkl":
        with tempfile.TemporaryDirectory() as folder:
            score(name, pathlib.Path(folder),
                  name not in UNREAD and bool(os.environ.get("V")))


main()
