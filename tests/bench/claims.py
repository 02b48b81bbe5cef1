#!/usr/bin/env python3
"""Slot accuracy of `hedui claims` on tests/claims/annotated.tsv.

  HEDUI=build/hedui python3 tests/bench/claims.py [-v]

A slot counts where the annotation is not `?`. Noun phrases agree when they are
equal without blanks, quotes and case, or when one holds the other and is at
most twice as long. Says that it skips where ../shared/corpus is absent."""
import collections, csv, json, os, subprocess, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
CORPUS = os.path.join(ROOT, "..", "shared", "corpus")
SLOTS = ["subject", "indicator", "scope", "period", "aspect", "direction", "bound", "modality"]
PHRASES = {"subject", "indicator", "scope"}


def fold(text):
    return "".join(c for c in text.lower() if not c.isspace() and c not in "“”\"'‘’()（）《》*_")


def same(slot, want, got):
    if slot not in PHRASES:
        return want == got
    a, b = fold(want), fold(got)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and short in long and len(long) <= 2 * len(short)


def annotations():
    path = os.path.join(ROOT, "tests", "claims", "annotated.tsv")
    with open(path, encoding="utf8") as f:
        return list(csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def claims(files):
    hedui = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
    done = subprocess.run([hedui, "claims", "-q", "-f", "jsonl", *files], cwd=CORPUS, capture_output=True)
    found = {}
    for line in done.stdout.decode("utf8").splitlines():
        c = json.loads(line)
        found[(c["file"], int(c["line"]), int(c["column"]))] = c
    return found


def main():
    if not os.path.isdir(CORPUS):
        print("skip: no ../shared/corpus")
        return
    rows = annotations()
    found = claims(sorted({r["file"] for r in rows}))
    right, all_ = collections.Counter(), collections.Counter()
    missing = 0
    for r in rows:
        c = found.get((r["file"], int(r["line"]), int(r["column"])))
        if not c:
            missing += 1
            continue
        for slot in SLOTS:
            want = (r[slot] or "").strip()
            if want == "?":
                continue
            ok = same(slot, want, c[slot])
            right[slot] += ok
            all_[slot] += 1
            if "-v" in sys.argv and not ok:
                print(f'{r["file"]}:{r["line"]}:{r["column"]} {c["text"]}: {slot} {c[slot]!r}, annotated {want!r}')
    for slot in SLOTS:
        print(f"{slot:10} {right[slot]:4}/{all_[slot]:<4} {100 * right[slot] / max(1, all_[slot]):5.1f} %")
    print(f"figures annotated {len(rows)}, not found by hedui at their place {missing}")


main()
