#!/usr/bin/env python3
"""How fast the text comes out of Word files.

  HEDUI=build/hedui python3 tests/bench/word.py

The .docx of ../shared/corpus, twenty times, against their text: the difference
in processor time is what it takes to get the text out of them. And a report of
a hundred pages of 600 characters."""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
import office  # noqa: E402

CORPUS = HERE.parents[2] / "shared/corpus"
HEDUI = os.environ.get("HEDUI", "build/hedui")
COPIES, TRIES, PAGES, PAGE = 20, 3, 100, 600


def seconds(paths):
    """Of the processor, and in all, that checking takes; the best of all."""
    best = (1e9, 1e9)
    for _ in range(TRIES):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        subprocess.run([HEDUI, "check", "-q", "-j1", "-f", "csv",
                        "--exit-zero", *paths], stdout=subprocess.DEVNULL,
                       check=True)
        wall = time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, (after.ru_utime + after.ru_stime - before.ru_utime -
                          before.ru_stime, wall))
    return best


def extraction(folder):
    words, texts, n = [], [], 0
    for path in sorted((CORPUS / "docx").glob("*.docx")):
        name = path.stem.replace("政府工作报告", "").replace("2025年", "")
        text = CORPUS / "zh" / f"gwr_prov_2025_{name}.md"
        for k in range(COPIES):
            words.append(f"{folder}/{name}{k}.docx")
            texts.append(f"{folder}/{name}{k}.md")
            shutil.copy(path, words[-1])
            shutil.copy(text, texts[-1])
            n += text.stat().st_size
    as_word, as_text = seconds(words)[0], seconds(texts)[0]
    print(f"{n / 1e6:.1f} MB of text in {len(words)} files: {as_text:.2f} s "
          f"as text, {as_word:.2f} s as .docx: it comes out at "
          f"{n / 1e6 / max(as_word - as_text, 1e-9):.0f} MB/s")


def hundred_pages(folder):
    lines, size = [], 0
    texts = sorted((CORPUS / "zh").glob("gwr_prov_2025_*.md"))
    while size < PAGES * PAGE:
        lines += texts.pop(0).read_text(encoding="utf-8").split("\n")
        size = sum(map(len, lines))
    source = pathlib.Path(folder) / "long.md"
    source.write_text("\n".join(lines), encoding="utf-8")
    office.convert(source, f"{folder}/long.docx")
    used, wall = seconds([f"{folder}/long.docx"])
    print(f"{size / PAGE:.0f} pages ({size} characters): {used:.3f} s of the "
          f"processor, {wall:.3f} s in all")


if __name__ == "__main__":
    if not (CORPUS / "docx").exists():
        sys.exit("skipped: no ../shared/corpus here")
    with tempfile.TemporaryDirectory() as scratch:
        extraction(scratch)
        hundred_pages(scratch)
