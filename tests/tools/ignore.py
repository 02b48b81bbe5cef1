#!/usr/bin/env python3
"""Holds .heduiignore against `git check-ignore`: random trees with random
patterns in the root and in folders; what hedui walks to must be what git does
not ignore. Prints "N passed, N failed"; seeded (SEED).

    HEDUI=build/hedui python3 tests/tools/ignore.py [TREES]"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))
SEED = int(os.environ.get("SEED", "6"))
NAMES = ["a", "b", "ab", "a-b", "aab", "b1", "草稿", "x y"]
PARTS = ["a", "b", "ab", "*", "**", "a*", "*b", "?", "??", "[ab]", "[!a]",
         "[a-b]*", "[^b]?", "a**b", "*a*b*", "\\a", "[[:digit:]]", "b[0-9]",
         "草*", "x y", "[]-]", "a-b", "**b", "***"]
FIXED = ["", "# a", "\\#a", "!", "/", "a/", "*.txt", "!b.txt", "a.txt  ",
         "x\\ ", "/a", "**/b", "a/**", "a/**/b", "/**/b", "**", "/*", "!/a",
         "!a/", "*\n!*/", "*.txt\r", "a//b", "a\\", "草稿/", "[a", "b[a.txt"]


def pattern(chance):
    if chance.random() < 0.35:
        return chance.choice(FIXED)
    parts = [chance.choice(PARTS) for _ in range(chance.choice([1, 1, 2, 3]))]
    text = "/".join(parts)
    text = ("!" if chance.random() < 0.25 else "") + \
        ("/" if chance.random() < 0.2 else "") + text
    return text + chance.choice(["", "", "/", ".txt", "*"])


def plant(folder, chance, depth):
    """Folders and files below `folder`; an ignore file in some of them."""
    for name in chance.sample(NAMES, 3):
        (folder / (name + ".txt")).write_text("")
    if depth == 0 or chance.random() < 0.3:
        lines = [pattern(chance) for _ in range(chance.randint(1, 4))]
        for name in (".heduiignore", ".gitignore"):
            (folder / name).write_bytes(("\n".join(lines) + "\n").encode())
    for name in chance.sample(NAMES, 2) if depth < 3 else []:
        (folder / name).mkdir()
        plant(folder / name, chance, depth + 1)


def walked(folder):
    done = subprocess.run([HEDUI, "check", "-q", "-f", "jsonl", "."],
                          cwd=folder, capture_output=True, check=False)
    lines = [json.loads(x) for x in done.stdout.decode().splitlines()]
    return {x["file"][2:] for x in lines if x["type"] == "file"}


def not_ignored(folder):
    files = [str(p.relative_to(folder)) for p in folder.rglob("*.txt")]
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=folder, input="\0".join(files).encode(), capture_output=True,
        check=False)
    return set(files) - set(done.stdout.decode().split("\0"))


def check(chance):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(["git", "init", "-q", name], check=True)
        plant(folder, chance, 0)
        got, wanted = walked(folder), not_ignored(folder)
        if got == wanted:
            return True
        for path in sorted(folder.rglob(".heduiignore")):
            print("#", path.relative_to(folder),
                  repr(path.read_bytes().decode()))
        print("# walked, ignored by git:", sorted(got - wanted))
        print("# left out, not ignored by git:", sorted(wanted - got))
        return False


def main():
    if not shutil.which("git"):
        print("skip: no git")
        return 0
    chance = random.Random(SEED)
    trees = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    results = [check(chance) for _ in range(trees)]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


sys.exit(main())
