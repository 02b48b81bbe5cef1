#!/usr/bin/env python3
"""Measures the speed of hedui: HEDUI=build/hedui python3 tests/bench/speed.py
All times are processor time.

- The reports of ../shared/corpus in MB/s, one core, best of five, against
  `wc -m` of the same files: wc is the yardstick that moves with the machine.
- The seed report as a whole process, median of thirty.
- Linearity: documents of 1 to 16 MB, made of the sentences of different
  reports in a fixed random order, and their times against each other.

Says so and ends with 0 where ../shared is absent; ends with 1 where ten times
the text takes more than thirteen times as long, or where a run failed."""
import glob
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
HEDUI = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
MB = 1_000_000
CHECK = [HEDUI, "check", "-q", "-f", "csv", "--exit-zero", "-j1"]
MOST_FOR_TEN_TIMES = 13


said = set()


def seconds(command):
    """Processor time of one run, its workers included: other work on the
    machine disturbs it less than the wall clock. The output goes nowhere;
    what a run that is not to be trusted says is shown once."""
    with tempfile.TemporaryFile() as errors:
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=errors, env={**os.environ,
                                                   "LC_ALL": "C.UTF-8"})
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        message = errors.read().decode()
    if run.returncode != 0 and message not in said:
        said.add(message)
        print(f"exit status {run.returncode}: {message[:2000].strip()}")
    return used.ru_utime + used.ru_stime


def best(command, runs=5):
    return min(seconds(command) for _ in range(runs))


def reports(lang):
    return sorted(str(p) for p in (SHARED / "corpus" / lang).iterdir()
                  if p.suffix in (".txt", ".md"))


def measure_corpus():
    for lang in ("zh", "en"):
        files = reports(lang)
        size = sum(os.path.getsize(f) for f in files)
        ours, theirs = best(CHECK + files), best(["wc", "-m"] + files)
        print(f"corpus/{lang}: {len(files)} files, {size / MB:.2f} MB, "
              f"{ours * 1000:.0f} ms, {size / MB / ours:.1f} MB/s; "
              f"wc -m {size / MB / theirs:.0f} MB/s ({ours / theirs:.1f} times "
              "as long)")


def measure_seed():
    seed = str(SHARED / "seed" / "report.txt")
    times = [seconds(CHECK + [seed]) for _ in range(30)]
    print(f"seed: {os.path.getsize(seed)} bytes, whole process, median "
          f"{statistics.median(times) * 1000:.1f} ms, "
          f"best {min(times) * 1000:.1f} ms")


def sentences():
    """The sentences of all Chinese reports in a fixed random order."""
    found = []
    for name in reports("zh"):
        text = pathlib.Path(name).read_text(encoding="utf-8")
        found += [s for s in re.findall(r"[^。\n]+。", text) if len(s) > 8]
    random.Random(1).shuffle(found)
    return found


def write_document(path, parts, size):
    """A document of `size` bytes: paragraphs of five sentences, the list
    begun again, each time in another order, where it is too short."""
    order, written, n = random.Random(2), 0, 0
    with open(path, "wb") as out:
        while written < size:
            if n and n % len(parts) == 0:
                order.shuffle(parts)
            piece = (parts[n % len(parts)] + ("\n" if n % 5 == 4 else ""))
            written += out.write(piece.encode())
            n += 1


def measure_linearity():
    parts, times = sentences(), {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (1, 1.6, 2, 4, 8, 16):
            path = os.path.join(folder, "document.txt")
            write_document(path, list(parts), int(size * MB))
            times[size] = best(CHECK + [path], runs=2)
            print(f"one document of {size} MB: {times[size]:.2f} s, "
                  f"{size / times[size]:.1f} MB/s, {times[size] / times[1]:.2f}"
                  f" times that of 1 MB")
    ratio = times[16] / times[1.6]
    good = ratio <= MOST_FOR_TEN_TIMES
    print(f"ten times the text (1.6 to 16 MB): {ratio:.2f} times as long, "
          f"{'within' if good else 'ABOVE'} {MOST_FOR_TEN_TIMES}")
    return good


def main():
    if not glob.glob(str(SHARED / "corpus" / "*")):
        print("skipped: no ../shared/corpus here")
        return 0
    measure_corpus()
    measure_seed()
    return 0 if measure_linearity() and not said else 1


sys.exit(main())
