#!/usr/bin/env python3
"""Measures how long an editor waits for the language server:
HEDUI=build/hedui python3 tests/bench/lsp.py

A report of 100 KB, made of Chinese reports of ../shared/corpus, and one of
English ones, is opened and edited a character at a time, each time at another
place. The time is from didChange to the diagnostics of that version; then that
of a hover, for which claims and checks are read as well. Says so and ends with
0 where ../shared is absent; ends with 1 where the median is above 50 ms."""
import os
import pathlib
import random
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "tests/tools"))
from lsp_client import Client, edit, position  # noqa: E402

HEDUI = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
SIZE, EDITS, MOST = 100_000, 60, 50


def report(lang, suffix):
    """Whole lines of reports, as many as make SIZE bytes."""
    text, size = [], 0
    for path in sorted((SHARED / "corpus" / lang).glob("*" + suffix)):
        for line in path.read_text(encoding="utf-8").splitlines(True):
            size += len(line.encode())
            if size > SIZE:
                return "".join(text)
            text.append(line)
    return "".join(text)


def say(name, times):
    times = sorted(times)
    print(f"{name}: median {statistics.median(times):.1f} ms, p95 "
          f"{times[int(len(times) * 0.95)]:.1f} ms, most {times[-1]:.1f} ms")


def measure(lang, suffix, language):
    text, dice = report(lang, suffix), random.Random(1)
    uri = "file:///report" + suffix
    keys, hovers = [], []
    with Client([HEDUI, "lsp", "--no-config"]) as client:
        client.initialize()
        begun = time.monotonic()
        client.open(uri, text, language)
        found = len(client.diagnostics(uri))
        opened = (client.arrived - begun) * 1000
        for i in range(EDITS):
            at = dice.randrange(len(text))
            change, text = edit(text, "一a1。"[i % 4], at, at)
            where = position(text, at)
            begun = time.monotonic()
            client.change(uri, change)
            client.diagnostics(uri)
            keys.append((client.arrived - begun) * 1000)
            if i % 6 == 0:
                begun = time.monotonic()
                client.at("textDocument/hover", uri, **where)
                hovers.append((client.arrived - begun) * 1000)
        client.end()
    print(f"{lang}: {len(text.encode())} bytes, {found} diagnostics, "
          f"{opened:.1f} ms from opening")
    say(f"{lang}, a keystroke", keys)
    say(f"{lang}, a hover", hovers)
    return statistics.median(keys) <= MOST


def main():
    if not (SHARED / "corpus").exists():
        print("skipped: no ../shared/corpus here")
        return 0
    good = [measure("zh", ".txt", "plaintext"), measure("en", ".md", "markdown")]
    return 0 if all(good) else 1


sys.exit(main())
