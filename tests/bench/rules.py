#!/usr/bin/env python3
"""What each rule costs: make bench-rules [INSTRUCTIONS=1] [FILES='A B']

A line a rule, the dearest first: how often it was called, what its limit
counts (instructions of Lua, and work done in C as such), findings, and its
milliseconds of processor with their share of all, reading and linking
included. The first two and the findings are the same on every machine.
With INSTRUCTIONS=1 the machine's own instructions are counted as well
(callgrind, some minutes); they do not depend on other work, either.
The files are those of ../shared/corpus and ../shared/seed, a table each for
Chinese, English and the seed, or FILES."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
RULES = os.path.abspath(os.environ.get("RULES", "build/tests/bench/rules"))
RUNS = "3"
MOST = 40  # lines of a table


def rows(*arguments):
    out = subprocess.run([RULES, *arguments], check=True, text=True,
                         capture_output=True).stdout
    lines = [line.split("\t") for line in out.splitlines()]
    return {line[1]: (line[0], [int(n) for n in line[2:]]) for line in lines}


def instructions(files):
    """By index of the rule, "-": of all."""
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "profile")
        subprocess.run(["valgrind", "-q", "--tool=callgrind",
                        "--callgrind-out-file=" + name, RULES, "-p", *files],
                       check=True)
        text = subprocess.run(["callgrind_annotate", "--inclusive=yes",
                               "--threshold=100", "--auto=no", name],
                              check=True, text=True,
                              capture_output=True).stdout
    found = {}
    for line in text.splitlines():
        number = re.match(r"\s*([\d,]+)", line)
        if not number:
            continue
        n = int(number.group(1).replace(",", ""))
        rule = re.search(r":rule_(\d+)\b", line)
        if rule:
            found[str(int(rule.group(1)))] = n
        elif "PROGRAM TOTALS" in line:
            found["-"] = n
    return found


def table(title, files):
    size = sum(os.path.getsize(f) for f in files)
    counted, timed = rows("-c", *files), rows("-t", RUNS, *files)
    machine = instructions(files) if os.environ.get("INSTRUCTIONS") else {}
    whole = timed["all"][1][0]
    print(f"{title}: {len(files)} files, {size / 1e6:.2f} MB, "
          f"{whole / 1e6:.0f} ms, rules "
          f"{sum(v[0] for k, (_, v) in timed.items() if k != 'all') / 1e6:.0f}"
          + (f" ms; instructions a byte {machine['-'] / size:.0f}, rules "
             f"{sum(n for k, n in machine.items() if k != '-') / size:.0f}"
             if machine else " ms"))
    print(f"{'rule':30}{'calls':>8}{'counted':>12}{'findings':>9}{'ms':>8}"
          f"{'%':>6}{'instr./byte' if machine else '':>13}")

    def cost(name):
        index, (nanoseconds,) = timed[name]
        return machine.get(index, 0), nanoseconds
    names = sorted(timed, key=cost, reverse=True)
    for name in names[:MOST]:
        index, (nanoseconds,) = timed[name]
        calls, n, found = counted[name][1]
        print(f"{name:30}{calls:8}{n:12}{found:9}{nanoseconds / 1e6:8.2f}"
              f"{nanoseconds / whole * 100:6.1f}"
              + (f"{machine.get(index, 0) / size:13.2f}" if machine else ""))
    print(flush=True)


def main():
    given = os.environ.get("FILES", "").split()
    if given:
        table("files", given)
        return 0
    if not (SHARED / "corpus").is_dir():
        print("skipped: no ../shared/corpus here")
        return 0
    for lang in ("zh", "en"):
        table(lang, sorted(str(p) for p in (SHARED / "corpus" / lang).iterdir()
                           if p.suffix in (".txt", ".md")))
    table("seed", [str(SHARED / "seed" / "report.txt")])
    return 0


sys.exit(main())
