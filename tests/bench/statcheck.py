#!/usr/bin/env python3
"""Rule test-statistic beside statcheck (R package, Debian r-cran-statcheck).

Writes seeded sentences of the APA form, t, F, chi-square, r, z and Q with p
right, rounded badly, one-tailed, off or on the other side of .05, in several
spellings, has both judge them, and prints how often they agree on the strings
that both read, and each disagreement with the exact interval of p that the
printed statistic may have: who is right is then arithmetic.

  HEDUI=build/hedui python3 tests/bench/statcheck.py [N]     N: default 1,200

"Differs" is a finding of any severity here, an Error of statcheck there. A
one-tailed p that is not said to be one is a note of hedui and an Error of
statcheck: that is agreement."""
import collections
import csv
import io
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile

HEDUI = os.environ.get("HEDUI", "build/hedui")
R_SCRIPT = r"""
library(statcheck)
lines <- readLines(commandArgs(TRUE)[1], encoding = "UTF-8")
names(lines) <- sprintf("%06d", seq_along(lines))
out <- statcheck(lines, messages = FALSE)
print(as.character(packageVersion("statcheck")))
write.csv(as.data.frame(out), row.names = FALSE)
"""
# p of a statistic, two-tailed for t, r and z: by R, exactly what is asked.
R_EXACT = r"""
d <- read.csv(commandArgs(TRUE)[1])
p <- function(test, x, df1, df2) {
  x <- abs(x)
  if (test == "t") 2 * pt(-x, df1)
  else if (test == "F") pf(x, df1, df2, lower.tail = FALSE)
  else if (test == "r") { x <- min(x, 0.9999999); 2 * pt(-x * sqrt(df1 / (1 - x^2)), df1) }
  else if (test == "z") 2 * pnorm(-x)
  else pchisq(x, df1, lower.tail = FALSE)
}
for (i in seq_len(nrow(d))) {
  r <- d[i, ]
  cat(p(r$test, r$low, r$df1, r$df2), p(r$test, r$high, r$df1, r$df2), "\n")
}
"""


def run_r(script, *arguments):
    with tempfile.NamedTemporaryFile("w", suffix=".R") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(["Rscript", "--vanilla", file.name, *arguments],
                              capture_output=True, text=True, check=True)
    return done.stdout


def draw(rng):
    """A test: its name, degrees of freedom, the printed statistic."""
    test = rng.choice("tFcrzQ")
    df1, df2, x = rng.randint(8, 240), 0, 0.0
    if test == "t":
        x = rng.choice([-1, 1]) * rng.uniform(0.2, 4)
    elif test == "F":
        df1, df2, x = rng.randint(1, 6), rng.randint(10, 300), rng.uniform(.2, 9)
    elif test == "r":
        x = rng.choice([-1, 1]) * rng.uniform(0.02, 0.6)
    elif test == "z":
        x = rng.choice([-1, 1]) * rng.uniform(0.2, 3.8)
    else:
        df1 = rng.randint(1, 8)
        x = rng.uniform(0.5, 6 + 3 * df1)
    return {"test": test, "df1": df1, "df2": df2,
            "x": f"{x:.{rng.choice([1, 2, 2, 2, 3])}f}"}


def interval_of(row):
    places = len(row["x"].split(".")[1])
    half = 0.5 * 10 ** -places
    x = abs(float(row["x"]))
    return max(0.0, x - half), x + half


def exact(rows):
    """The p of both ends of each printed statistic."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("test,df1,df2,low,high\n")
        for row in rows:
            low, high = interval_of(row)
            file.write(f'{row["test"]},{row["df1"]},{row["df2"]},{low},{high}\n')
        file.flush()
        lines = run_r(R_EXACT, file.name).splitlines()
    for row, line in zip(rows, lines):
        high, low = (float(word) for word in line.split())
        row["p_low"], row["p_high"] = low, high


def bare(number, rng):
    """APA leaves the zero before the point out, others print it."""
    return number.lstrip("0") if rng.random() < 0.7 else number


def print_p(row, rng):
    """What is printed for p: mostly right, else wrong in one of the ways that
    papers are."""
    middle = (row["p_low"] + row["p_high"]) / 2
    places = rng.choice([2, 3, 3])
    kind = rng.choice(["right", "right", "right", "cut", "half", "off", "below",
                       "above", "side", "ns"])
    if kind == "right" and middle < 0.001:
        return "< " + bare("0.001", rng)
    if kind == "ns":
        return "ns"
    if kind == "cut":
        return "= " + bare(f"{math.floor(middle * 10**places) / 10**places:.{places}f}", rng)
    if kind == "half":
        return "= " + bare(f"{middle / 2:.{places}f}", rng)
    if kind == "off":
        return "= " + bare(f"{min(.999, middle + rng.uniform(.01, .2)):.{places}f}", rng)
    if kind == "below":
        return "< " + bare(rng.choice(["0.05", "0.01", "0.001", "0.10"]), rng)
    if kind == "above":
        return "> " + bare(rng.choice(["0.05", "0.10", "0.01"]), rng)
    if kind == "side":
        return "= " + bare("0.04" if middle > 0.05 else "0.06", rng)
    return "= " + bare(f"{middle:.{places}f}", rng)


def spell(row, rng):
    blank = rng.choice([" ", " ", ""])
    x = row["x"]
    if row["test"] in "Fr" or rng.random() < 0.5:
        x = bare(x, rng) if not x.startswith("-") else x
    p = rng.choice(["p", "p", "p", "P"]) + " " + row["p"]
    if row["p"] == "ns":
        p = "ns"
    if not blank:
        p = p.replace(" ", "")
    df = {"t": f'({row["df1"]})', "r": f'({row["df1"]})', "z": "",
          "F": f'({row["df1"]},{blank or " "}{row["df2"]})',
          "Q": f'({row["df1"]})',
          "c": f'({row["df1"]}, N = {rng.randint(80, 900)})'
               if rng.random() < 0.6 else f'({row["df1"]})'}[row["test"]]
    name = {"c": rng.choice(["χ2", "χ²"])}.get(row["test"], row["test"])
    return f"{name}{df}{blank}={blank}{x},{blank or ' '}{p}"


def of_statcheck(path):
    """The Error of each line that it reads; its version."""
    version, _, table = run_r(R_SCRIPT, path).partition("\n")
    rows = csv.DictReader(io.StringIO(table))
    read = {int(row["source"]): row["error"] == "TRUE" for row in rows}
    return read, version.split('"')[1]


def of_hedui(path):
    """Whether each line that it checks differs."""
    done = subprocess.run(
        [HEDUI, "checks", "-q", "-f", "jsonl", "--select", "test-statistic", path],
        capture_output=True, text=True, check=True)
    read = {}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        if row["type"] == "check":
            read[(row["line"] + 1) // 2] = row["result"] != "agrees"
    return read


def fits(row):
    """Can the printed p be that of the printed statistic? By the intervals; p
    is never 0."""
    sign, number = row["p"].split(" ") if row["p"] != "ns" else (">", "0.05")
    if sign == "=" and float(number) == 0:
        return False
    value = float(number)
    half = 0.5 * 10 ** -len(number.split(".")[1])
    if sign == "=":
        return row["p_high"] >= value - half and row["p_low"] <= value + half
    return row["p_low"] < value if sign == "<" else row["p_high"] > value


def main():
    if not shutil.which("Rscript") or "TRUE" not in run_r(
            'cat(requireNamespace("statcheck", quietly = TRUE))'):
        print("skipped: no Rscript with the package statcheck here")
        return
    rng = random.Random(20260)
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
    rows = [draw(rng) for _ in range(n)]
    exact(rows)
    for row in rows:
        row["p"] = print_p(row, rng)
        row["text"] = spell(row, rng)
    with tempfile.TemporaryDirectory() as folder:
        plain, marked = folder + "/strings.txt", folder + "/strings.md"
        with open(plain, "w", encoding="utf-8") as file:
            file.writelines(row["text"] + "\n" for row in rows)
        with open(marked, "w", encoding="utf-8") as file:
            file.writelines(f'The two differed, {row["text"]}.\n\n' for row in rows)
        theirs, version = of_statcheck(plain)
        ours = of_hedui(marked)
    print(f"statcheck {version}: reads {len(theirs)} of {n}; hedui {len(ours)}")
    both = [i for i in range(1, n + 1) if i in theirs and i in ours]
    apart = [i for i in both if theirs[i] != ours[i]]
    print(f"both read {len(both)}, agree on {len(both) - len(apart)} "
          f"({100 * (len(both) - len(apart)) / max(1, len(both)):.1f} %)")
    right = collections.Counter()
    for i in apart:
        row = rows[i - 1]
        who = "hedui" if ours[i] != fits(row) else "statcheck"
        right[who] += 1
        print(f'  {row["text"]}: p in [{row["p_low"]:.6f}, {row["p_high"]:.6f}]; '
              f'hedui {"differs" if ours[i] else "agrees"}; right: {who}')
    wrong = [i for i in ours if ours[i] == fits(rows[i - 1])]
    print(f"right where they differ: hedui {right['hedui']}, statcheck "
          f"{right['statcheck']}; hedui against the intervals: {len(wrong)} wrong")
    for name, some in (("statcheck", theirs), ("hedui", ours)):
        missed = [row["text"] for i, row in enumerate(rows, 1) if i not in some]
        print(f"not read by {name}: {len(missed)}", *missed[:4], sep="\n  ")


main()
