#!/usr/bin/env python3
"""2,000 reports of 47 KB (the seed report under other names), by -j1 and -j2:
processor time, the wall clock, and whether the bytes are the same. On a
machine that does other work only the processor time says something.

    HEDUI=build/hedui python3 tests/bench/many.py [REPORTS]"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared/seed/report.txt"
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))


def run(jobs, folder, out):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    with open(out, "wb") as stdout:
        subprocess.run([HEDUI, "check", "-q", "--no-config", "-f", "jsonl",
                        "--exit-zero", f"-j{jobs}", folder], stdout=stdout,
                       check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"-j{jobs}: {used:.2f} s of processor, {wall:.2f} s by the clock")
    return pathlib.Path(out).read_bytes()


def main():
    if not SEED.exists():
        print("skip: no ../shared/seed")
        return 0
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name, "reports")
        folder.mkdir()
        for i in range(n):
            (folder / f"{i:04}.txt").write_bytes(SEED.read_bytes())
        outs = [run(jobs, str(folder), f"{name}/{jobs}") for jobs in (1, 2)]
    print("the same bytes" if outs[0] == outs[1] else "the bytes differ")
    return 0 if outs[0] == outs[1] else 1


sys.exit(main())
