#!/usr/bin/env python3
"""Runs the examples of README.md and of every page of docs/.

    HEDUI=build/hedui [UPDATE=1] python3 tests/docs.py [PAGE ...]

Each page has a folder of its own, in which it is followed from top to bottom:

- ```console: each line `$ COMMAND` is run by sh, the lines behind it are what
  it prints on standard output, byte for byte. hedui prints as on a terminal,
  without colours; examples/ is that of the checkout. UPDATE=1 writes anew what
  is shown.
- <!-- file: NAME --> before a block of any kind: it is written to that file.
- ```lua without it: a rule (with `api = 1`) loads and its examples hold; a
  configuration is one that `hedui config` takes.
- Options that a page names are options there are, links lead to files.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))
UPDATE = os.environ.get("UPDATE") == "1"
BLOCK = re.compile(r"(?:<!-- file: (\S+) -->\n)?^```(\w*)\n(.*?)^```$",
                   re.S | re.M)
# Prints text where a terminal would be asked for: commands of lists.
WRAPPER = """#!/bin/sh
first=${1:-}
case " $* " in *" -f "* | *" -o "* | *" --format"*) exec "$HEDUI" "$@" ;; esac
case $first in
  check | claims | checks) shift; exec "$HEDUI" "$first" -f text "$@" ;;
  -* | *.txt | *.md | *.docx | .) exec "$HEDUI" check -f text "$@" ;;
esac
exec "$HEDUI" "$@"
"""
failed = passed = 0


def tell(good, name, more=""):
    global failed, passed
    passed += good
    failed += not good
    if not good:
        print("not ok", name)
        print(re.sub("^", "  ", more.rstrip("\n"), flags=re.M))


class Folder:
    """The folder that a page is followed in."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        programs = self.path.parent / "bin"
        programs.mkdir()
        (programs / "hedui").write_text(WRAPPER, encoding="utf-8")
        (programs / "hedui").chmod(0o755)
        (self.path / "examples").symlink_to(ROOT / "examples")
        self.environment = {**os.environ, "HEDUI": HEDUI, "LC_ALL": "C.UTF-8",
                            "PATH": f"{programs}:{os.environ['PATH']}"}
        self.environment.pop("UPDATE", None)

    def run(self, command):
        done = subprocess.run(["sh", "-c", command], cwd=self.path,
                              env=self.environment, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True)
        return done.stdout.decode(), done.stderr.decode(), done.returncode

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def sessions(text):
    """(command, what is shown) of a console block."""
    for piece in re.split(r"^\$ ", text, flags=re.M)[1:]:
        lines = piece.split("\n")
        n = 1
        while lines[n - 1].endswith("\\"):
            n += 1
        yield "\n".join(lines[:n]), "\n".join(lines[n:])


def follow_console(folder, page, text):
    """The block as it should be."""
    out = ""
    for command, shown in sessions(text):
        printed, errors, _ = folder.run(command)
        if printed and not printed.endswith("\n"):
            printed += "\n"
        # An empty line between two commands is only for the eye.
        gap = "\n" if shown.endswith("\n\n") and printed != shown else ""
        good = shown.rstrip("\n") == printed.rstrip("\n")
        if not UPDATE:
            tell(good, f"{page}: {command}",
                 f"shown:\n{shown}printed:\n{printed}{errors}")
        out += f"$ {command}\n{printed}{gap}"
    return out


def follow_lua(folder, page, text):
    if "api = 1" in text:
        found = re.search(r'\bid = "([^"]+)"', text)
        name = found.group(1) if found else "rule"
        folder.write(f"blocks/{name}.lua", text)
        out, errors, status = folder.run(f"hedui test blocks/{name}.lua")
    else:
        folder.write("configuration/.hedui.lua", text)
        out, errors, status = folder.run("hedui config configuration")
    tell(status == 0, f"{page}: {text[:60]!r}...", out + errors)


def follow(page):
    text = page.read_text(encoding="utf-8")
    name = str(page.relative_to(ROOT))
    pieces, at = [], 0
    with tempfile.TemporaryDirectory() as above:
        here = pathlib.Path(above, "page")
        here.mkdir()
        folder = Folder(here)
        for block in BLOCK.finditer(text):
            file, kind, body = block.groups()
            if file:
                folder.write(file, body)
            elif kind == "console":
                right = follow_console(folder, name, body)
                pieces += [text[at:block.start(3)], right]
                at = block.end(3)
            elif kind == "lua":
                follow_lua(folder, name, body)
    if UPDATE:
        page.write_text("".join(pieces) + text[at:], encoding="utf-8")


def check_links(page):
    text = page.read_text(encoding="utf-8")
    names = re.findall(r"^\[[^]]+\]: ([^:#\s]+)$|\]\(([^):#\s]+)\)", text, re.M)
    missing = [a or b for a, b in names
               if not (page.parent / (a or b)).exists()]
    tell(not missing, f"{page.name}: links without a file", " ".join(missing))


def check_options(page, known):
    text = page.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if "hedui " in line]
    named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", "\n".join(lines)))
    named |= set(re.findall(r"`(--[a-z][a-z-]+)", text))
    tell(named <= known, f"{page.name}: options there are not",
         " ".join(sorted(named - known)))


def check_commands(text):
    """The two commands that .ci/run runs."""
    for name in ("install", "test"):
        found = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```",
                           text)
        tell(len(found) == 1 and found[0].startswith("apt-get "),
             f"README.md: one command {name} in one line")


def main(names):
    pages = [ROOT / n for n in names] or \
        [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    done = subprocess.run([HEDUI, "man"], capture_output=True, check=True)
    known = set("--" + n for n in re.findall(
        r"Fl -([a-z][a-z-]+)", done.stdout.decode()))
    known |= {"--no-install-recommends"}
    for page in pages:
        follow(page)
        check_links(page)
        check_options(page, known)
        if page.name == "README.md":
            check_commands(page.read_text(encoding="utf-8"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
