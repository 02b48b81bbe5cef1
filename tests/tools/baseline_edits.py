#!/usr/bin/env python3
"""Edits reports of ../shared/corpus at random, away from their findings, and
holds that the baseline of the unedited report still silences all of them and
that no entry goes unused: a paragraph without figures is put in, a paragraph
that no finding touches gets another sentence, line ends change. Prints
"N passed, N failed"; the seed is fixed (SEED), so that a failure comes again.

    HEDUI=build/hedui python3 tests/tools/baseline_edits.py [DOCUMENTS]"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))
SEED = int(os.environ.get("SEED", "6"))
NEUTRAL = {"zh": "以上情况由有关部门另行说明。",
           "en": "The offices concerned describe this elsewhere."}


def hedui(*words):
    done = subprocess.run([HEDUI, "check", "-f", "jsonl", *words],
                          capture_output=True, check=False)
    if done.returncode == 2:
        sys.exit(done.stderr.decode())
    lines = [json.loads(x) for x in done.stdout.decode().splitlines()]
    return lines, done.stderr.decode()


def touched(findings, lines):
    """Lines (0-based) on which a finding or a place related to it stands, and
    the lines with text next to them: a fingerprint reaches eight code points
    back and four on, over the ends of a paragraph."""
    busy = set()
    for f in findings:
        for place in [f, *f["related"]]:
            busy.update(range(place["line"] - 1, place["end_line"]))
    for at in list(busy):
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(lines) and not lines[near].strip():
                near += step
            busy.add(near)
    return busy


def ends_sentence(lines, at, step):
    """Does the next line with text, upwards (-1) or downwards (1), show that
    line `at` is no piece of a wrapped paragraph? It is a heading, or a
    paragraph that ends."""
    at += step
    while 0 <= at < len(lines) and not lines[at].strip():
        at += step
    if not 0 <= at < len(lines):
        return True
    line = lines[at].strip()
    return line.endswith(("。", ".")) or line.startswith("#") or \
        bool(re.match(r"[（(]?[一二三四五六七八九十]+[)）、]", line))


def is_prose(lines, at, lang):
    """Is line `at` (0-based) a paragraph of its own? Where lines are wrapped
    with blank ones between, an edit of one changes how the others are
    joined."""
    blank_before = at == 0 or not lines[at - 1].strip()
    blank_behind = at + 1 == len(lines) or not lines[at + 1].strip()
    stop = "。" if lang == "zh" else "."
    return blank_before and blank_behind and len(lines[at]) > 30 and \
        not re.match(r"[\s#|>*+<-]|\d+[.)]", lines[at]) and \
        lines[at].endswith(stop) and ends_sentence(lines, at, -1) and \
        ends_sentence(lines, at, 1)


def edit(text, findings, lang, chance):
    """The text with edits of every kind; None where nothing can be edited."""
    lines = text.split("\n")
    busy = touched(findings, lines)
    free = [i for i in range(len(lines))
            if is_prose(lines, i, lang) and i not in busy]
    if not free:
        return None
    for i in sorted(chance.sample(free, min(6, len(free))), reverse=True):
        if chance.random() < 0.5:
            lines[i] += ("" if lang == "zh" else " ") + NEUTRAL[lang]
        else:
            lines[i + 1:i + 1] = ["", NEUTRAL[lang]]
    return chance.choice(["\n", "\r\n"]).join(lines)


def check(path, folder, chance):
    """True, False, or None where the report gives nothing to try."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    copy, known = folder / path.name, folder / (path.name + ".known")
    copy.write_bytes(text.encode())
    lines, _ = hedui(str(copy))
    findings = [x for x in lines if x["type"] == "finding"]
    lang = next(x["lang"] for x in lines if x["type"] == "file")
    edited = edit(text, findings, lang, chance)
    if not findings or edited is None:
        return None
    hedui("--write-baseline", str(known), str(copy))
    copy.write_bytes(edited.encode())
    after, said = hedui("--baseline", str(known), str(copy))
    fresh = [x for x in after if x["type"] == "finding"]
    unused = re.findall(r"no longer needed: .*", said)
    for f in fresh:
        print(f"# {path.name}: new: {f['rule']} {f['line']}: {f['excerpt']}")
    for line in unused:
        print(f"# {path.name}: {line}")
    return not fresh and not unused


def main():
    if not (SHARED / "corpus").is_dir():
        print("skip: no ../shared/corpus")
        return 0
    files = sorted(p for s in ("corpus", "bench") for e in ("txt", "md")
                   for p in (SHARED / s).rglob("*." + e))
    chance = random.Random(SEED)
    chance.shuffle(files)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for path in files:
            good = check(path, pathlib.Path(folder), chance)
            if good is not None:
                results.append(good)
            if len(results) == wanted:
                break
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) and results else 1


sys.exit(main())
