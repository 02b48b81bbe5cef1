#!/usr/bin/env python3
"""Holds README.md against the program: runs the command of every ```console
block (a line `$ hedui ...`, as on a terminal) and compares what it prints;
finds the two commands that .ci/run runs; follows the links to files.
UPDATE=1 writes the blocks anew.

    HEDUI=build/hedui [UPDATE=1] python3 tests/readme.py"""
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))


def run(command):
    words = shlex.split(command)
    words[0] = HEDUI
    if "-f" not in words and words[1] not in ("rules", "explain", "new-rule"):
        words[1:1] = ["-f", "text"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.stdout.decode().rstrip("\n") + "\n"


def blocks(text):
    """(start, end, command, output) of every console block."""
    for found in re.finditer(r"```console\n\$ (hedui [^\n]*)\n(.*?)```", text,
                             re.S):
        yield found.start(2), found.end(2), found.group(1), found.group(2)


def check_blocks(text):
    for _, _, command, shown in blocks(text):
        good = run(command) == shown
        print("ok" if good else "not ok", command)
        if not good:
            print("# shown:\n" + shown + "# printed:\n" + run(command))
        yield good


def check_commands(text):
    for name in ("install", "test"):
        found = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```",
                           text)
        good = len(found) == 1 and found[0].startswith("apt-get ")
        print("ok" if good else "not ok", f"one command {name} in one line")
        yield good


def check_links(text):
    names = re.findall(r"^\[[^]]+\]: ([^:#\s]+)$|\]\(([^):#]+)\)", text, re.M)
    names = [a or b for a, b in names]
    missing = [n for n in names if not (ROOT / n).exists()]
    print("not ok links without a file:" if missing else "ok links", *missing)
    yield not missing


def update(text):
    for start, end, command, _ in reversed(list(blocks(text))):
        text = text[:start] + run(command) + text[end:]
    README.write_text(text, encoding="utf-8")


def main():
    text = README.read_text(encoding="utf-8")
    if os.environ.get("UPDATE") == "1":
        update(text)
        return 0
    results = [*check_blocks(text), *check_commands(text), *check_links(text)]
    return 0 if all(results) else 1


sys.exit(main())
