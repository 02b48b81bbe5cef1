#!/usr/bin/env python3
"""Holds the folders against the rules of the house.

- A stage of checker/ includes headers of itself and of earlier stages only.
- checker/cli and reports/ include hedui.h, report.h and their own headers.
- Every rule below rules/ has its id as stem; a lexicon file has a `# source:` line
  and a header row, and no row is longer than it.
- No helper of rules/lib gives Lua's own patterns a class of more than ASCII,
  which cuts characters apart (rules lint says it of rules).
- No pattern of rules/ says \\p{Han}, which takes in 。, 、 and 《 (PCRE2 reads it
  as the extended script): an ideograph is [一-龥].
- No function of checker/ or reports/ is longer than 80 lines.
"""
import os
import pathlib
import re
import sys

STAGES = "base input comment document text quantity claim link rule run".split()
MAX_LINES = 80
MAY_INCLUDE = {"hedui.h", "report.h"}  # checker/cli and reports/

root = pathlib.Path(__file__).resolve().parent.parent
failures = []


def expect(good, message):
    if not good:
        failures.append(message)


def sources(*folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*.[ch]")):
            yield path, path.read_text(encoding="utf-8")


def includes(text):
    return re.findall(r'^\s*#\s*include\s+"([^"]+)"', text, re.M)


def stage_of(path):
    parts = path.relative_to(root).parts
    return parts[1] if parts[0] == "checker" and len(parts) > 2 else parts[0]


def check_stages():
    for path, text in sources(*("checker/" + s for s in STAGES)):
        own = stage_of(path)
        for name in includes(text):
            target = path.parent / name
            if not target.exists():
                target = root / name
            if not target.exists():
                target = root / "include" / name
            name_of_target = stage_of(target.resolve())
            if name_of_target == "include":
                expect(own == "run", f"{path}: includes {name}; only the last "
                       "stage knows the public header")
                continue
            good = name_of_target in STAGES and \
                STAGES.index(name_of_target) <= STAGES.index(own)
            expect(good, f"{path}: stage {own} includes {name}")


def check_outside():
    for path, text in sources("checker/cli", "reports"):
        for name in includes(text):
            target = (path.parent / name).resolve()
            own = target.exists() and target.parent == path.parent
            expect(own or os.path.basename(name) in MAY_INCLUDE,
                   f"{path}: includes {name}")


def check_classes():
    calls = re.compile(r':(?:find|match|gmatch|gsub)\("[^"\n]*\[[^]"\n]*[^\x00-\x7f]')
    for path in sorted((root / "rules").rglob("lib/*.lua")):
        text = path.read_text(encoding="utf-8")
        for n, line in enumerate(text.split("\n"), 1):
            expect(not calls.search(line), f"{path}:{n}: a set of bytes, use re.new")


def check_han():
    for path in sorted((root / "rules").rglob("*.lua")):
        for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            expect("p{Han}" not in line.split("--")[0].replace("P{", "p{"),
                   f"{path}:{n}: write [一-龥], \\p{{Han}} takes in 。 and 、")


def rule_files():
    """rules/*.lua and those in folders of rules, not rules/lib."""
    return sorted(p for p in (root / "rules").rglob("*.lua")
                  if p.parent.name != "lib")


def check_rules():
    for path in rule_files():
        found = re.search(r'^\s*id\s*=\s*"([^"]*)"',
                          path.read_text(encoding="utf-8"), re.M)
        expect(found and found.group(1) == path.stem,
               f"{path}: its id is not its stem")
        expect(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem),
               f"{path}: not a rule's name")


def check_renamed():
    """A former id names no rule, and what took it over is one."""
    text = (root / "checker/rule/renamed.c").read_text(encoding="utf-8")
    stems = {path.stem for path in (root / "rules").glob("*.lua")}
    for former, now in re.findall(r'{"([a-z-]+)", "([a-z-]+)"}', text):
        expect(former not in stems, f"renamed.c: there is a rule {former}")
        expect(now in stems, f"renamed.c: {former}: no rule {now}")


def check_measured():
    """rules/measured.csv, where it is, names rules that there are."""
    path = root / "rules/measured.csv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() \
        else ["rule,true_positives,false_positives,precision,low,high,recall,n"]
    names = {p.stem for p in rule_files()}
    expect(lines[0].count(",") == 7, f"{path}: its header has not 8 columns")
    for line in lines[1:]:
        expect(line.split(",")[0] in names and line.count(",") == 7,
               f"{path}: no rule, or not 8 fields: {line}")


def check_lexicons():
    for path in sorted((root / "rules/lexicon").rglob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        expect(any(line.startswith("# source:") for line in lines),
               f"{path}: no `# source:` line")
        rows = [(n, line) for n, line in enumerate(lines, 1)
                if line.strip() and not line.startswith("#")]
        expect(rows and all(re.fullmatch(r"[a-z_0-9]+", c) for c in
                            rows[0][1].split("\t")), f"{path}: no header row")
        width = rows[0][1].count("\t") if rows else 0
        long = [n for n, line in rows if line.count("\t") > width]
        expect(not long, f"{path}: rows longer than the header: {long[:5]}")


def functions(text):
    """(name, first line, number of lines): a brace at the end of a line that
    begins in column 0, or alone in column 0, to the `}` in column 0."""
    lines = text.split("\n")
    start = None
    for n, line in enumerate(lines):
        if start is None and re.match(r"[A-Za-z_].*\)\s*\{$", line):
            start = n
        elif start is None and re.match(r"\s+.*\)\s*\{$", line):
            back = n
            while back > 0 and re.match(r"\s+\S", lines[back]):
                back -= 1
            if re.match(r"[A-Za-z_][^;={}]*$", lines[back]) and \
                    "(" in lines[back]:
                start = back
        elif start is not None and line.startswith("}"):
            name = re.search(r"(\w+)\(", lines[start])
            yield (name.group(1) if name else lines[start], start + 1,
                   n - start + 1)
            start = None


def check_lengths():
    for path, text in sources("checker", "reports"):
        for name, line, n in functions(text):
            expect(n <= MAX_LINES, f"{path}:{line}: {name} has {n} lines")


def main():
    passed = failed = 0
    for check in (check_stages, check_outside, check_classes, check_han,
                  check_rules, check_renamed, check_measured, check_lexicons, check_lengths):
        failures.clear()
        check()
        passed += not failures
        failed += bool(failures)
        for message in failures:
            print(message.replace(f"{root}/", ""))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
