#!/usr/bin/env python3
"""Counts findings by rule.

  measure.py count FINDINGS.csv
      Findings by rule and severity.
  measure.py rules BENCH PLANTED.csv CLEAN.csv
      The table rules/measured.csv on standard output, from the gold and by
      the matching of BENCH/score.py:
      rule, true_positives, false_positives: a finding is true that finds a
        plant, that touches an inconsistency of the published original, or
        that a verdict calls right; false is one on the clean reports that is
        neither (arguable counts half to both), and one on the planted
        reports that is neither and has no twin on the clean ones. Two
        findings of one plant count once.
      precision, low, high: true of all, with Wilson's 95 % interval.
      recall, n: plants the rule found of the n plants of its kinds, empty
        where no kind is the rule's own."""
import collections
import csv
import json
import os
import pathlib
import sys

VERDICTS = pathlib.Path(__file__).with_name("verdicts.csv")
WEIGHT = {"right": 0, "arguable": 0.5, "wrong": 1}
KINDS = {
    "missing-number": {"lost_number"},
    "conflicting-figures": {"conflict"},
    "parts-sum": {"parts_sum"},
    "part-exceeds-whole": {"parts_sum"},
    "ratio-mismatch": {"share_ratio"},
    "growth-mismatch": {"growth"},
    "growth-impossible": {"growth"},
    "direction-contradiction": {"direction"},
    "enumeration-gap": {"enumeration"},
    "counted-list": {"counted_list"},
    "respectively-arity": {"respectively"},
    "unbalanced-quotes": {"quote"},
    "name-number": {"name_number"},
}


def load_score(bench):
    """score.py as a namespace; it calls main() at its end, which is left
    out."""
    source = (pathlib.Path(bench) / "score.py").read_text(encoding="utf-8")
    names = {"__name__": "score"}
    exec(compile(source.rsplit("\nmain()", 1)[0], "score.py", "exec"), names)
    return names


def wilson(good, n, z=1.96):
    if n == 0:
        return 0.0, 1.0
    share = good / n
    middle = share + z * z / (2 * n)
    around = z * ((share * (1 - share) + z * z / (4 * n)) / n) ** 0.5
    return ((middle - around) / (1 + z * z / n),
            (middle + around) / (1 + z * z / n))


def twin(doc, row):
    return doc, row["rule"], row["excerpt"]


def touches_any(score, row, marks):
    return any(score["touches"](s, m["line"], m["start"], m["end"], 4)
               for m in marks if m.get("start", -1) >= 0
               for s in score["spans"](row))


def count_clean(score, bench, path, true, false):
    """Counts the findings on the clean reports; returns their twins."""
    folder = pathlib.Path(bench) / "dev" / "clean"
    native = json.loads((folder / "native.json").read_text(encoding="utf-8"))
    judged, seen = {}, set()
    if VERDICTS.exists():
        with VERDICTS.open(encoding="utf-8-sig", newline="") as f:
            judged = {(v["doc"], v["line"], v["excerpt"], v["rule"]):
                      WEIGHT[v["verdict"]] for v in csv.DictReader(f)}
    for doc, rows in score["load"](path, "warning").items():
        for row in rows:
            seen.add(twin(doc, row))
            cost = judged.get(
                (doc, row["line"], row["excerpt"], row["rule"]), 1)
            if touches_any(score, row, native.get(doc, [])):
                cost = 0
            true[row["rule"]] += 1 - cost
            false[row["rule"]] += cost
    return seen


def excused(score, row, gold):
    """Does it touch a plant, the other end of one, or a native fault?"""
    ends = [r for p in gold["plants"] for r in p.get("related", [])]
    return touches_any(score, row, gold["plants"] + ends +
                       gold.get("native", []))


def count_planted(score, bench, path, seen, true, false):
    """Counts plants found by rule and plants by kind."""
    found, kinds = collections.Counter(), collections.Counter()
    rows_by_doc = score["load"](path, "warning")
    for name in sorted((pathlib.Path(bench) / "dev/planted").glob(
            "*.gold.json")):
        gold = json.loads(name.read_text(encoding="utf-8"))
        rows = rows_by_doc.get(gold["doc"], [])
        got = score["assign"](gold["plants"], rows)
        for k, plant in enumerate(gold["plants"]):
            kinds[plant["kind"]] += 1
            if k in got:
                rule = rows[got[k]]["rule"]
                true[rule] += 1
                found[rule] += plant["kind"] in KINDS.get(rule, ())
        used = set(got.values())
        for i, row in enumerate(rows):
            if i not in used and twin(gold["doc"], row) not in seen and \
                    not excused(score, row, gold):
                false[row["rule"]] += 1
    return found, kinds


def measure(bench, planted, clean):
    score = load_score(bench)
    true, false = collections.Counter(), collections.Counter()
    seen = count_clean(score, bench, clean, true, false)
    found, kinds = count_planted(score, bench, planted, seen, true, false)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("rule true_positives false_positives precision low high "
                 "recall n".split())
    for rule in sorted(set(true) | set(false) | rule_names()):
        good, n = true[rule], true[rule] + false[rule]
        low, high = wilson(good, n)
        plants = sum(kinds[k] for k in KINDS.get(rule, ()))
        out.writerow([rule, f"{good:g}", f"{false[rule]:g}",
                      f"{good / n:.3f}" if n else "", f"{low:.3f}",
                      f"{high:.3f}",
                      f"{found[rule] / plants:.3f}" if plants else "", plants])


def rule_names():
    rules = pathlib.Path(__file__).resolve().parents[2] / "rules"
    return {p.stem for p in rules.rglob("*.lua") if p.parent.name != "lib"}


def count(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    by = collections.Counter((r["rule"], r["severity"]) for r in rows)
    for (rule, severity), n in sorted(by.items()):
        print(f"{rule:28} {severity:8} {n:6}")
    files = len({os.path.basename(r["file"]) for r in rows})
    print(f"{len(rows)} findings in {files} files")


def main():
    if sys.argv[1:2] == ["count"] and len(sys.argv) == 3:
        count(sys.argv[2])
    elif sys.argv[1:2] == ["rules"] and len(sys.argv) == 5:
        measure(*sys.argv[2:])
    else:
        sys.exit(__doc__)


main()
