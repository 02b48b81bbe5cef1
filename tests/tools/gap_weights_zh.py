#!/usr/bin/env python3
"""Counts what stands beside the words that want a number before them, and
writes the lexicon zh/gap_weights: python3 tests/tools/gap_weights_zh.py TEXT... > FILE

In: Chinese texts (.txt, .md; marks of HTML are dropped), the words of
rules/lexicon/zh/gap.tsv, and zh/compounds, in whose words nothing is counted.
Each place of such a word is one of two: with a number before it (what stands
before the number is its left neighbour, as if the number were lost), or
without. The weight of a neighbour is the natural logarithm of how much more
often it stands beside a word that lost its number than beside one that never
had any, P(x | counted) / P(x | not counted), with ADD of each count and
spread of a word's counts towards those of all words (PRIOR). Rows: the side,
the word (* for any), the weight in half units, and the neighbours that have
it, parted by blanks: one character, or two for what the nearer one is worth
more or less behind the other. 0 stands for digits, a for letters, ^ for the
beginning and $ for the end of a paragraph or sentence."""
import collections
import html
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEXICON = ROOT / "rules" / "lexicon" / "zh"
ROLES = {"unit", "measure", "classifier", "weak", "direct", "share", "scale"}
ADD, PRIOR = 1.0, 6.0
CHARS = 3000           # ideographs in use, for smoothing
FOLLOW = 50            # of them behind one another
LEAST_OF_WORD, LEAST_PAIR, LEAST = 20, 50, 3  # places
CHANGE = 1.0           # weight that a word's or pair's own must differ by
STEP = 0.5
NUMBER = (r"(?:[0-9][0-9,.]*(?:[-—~至][0-9][0-9,.]*)?|[〇零一二三四五六七八九十百千万亿两几数半]+)[多余]?")
DETERMINERS = set("每各某这那该首末单整全上下本多些哪任另第")
FOLD = str.maketrans({chr(0xFF01 + i): chr(0x21 + i) for i in range(94)})


def rows(name):
    for line in (LEXICON / name).read_text("utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")


def wanted_words():
    return sorted((r[0] for r in rows("gap.tsv") if len(r) > 1 and ROLES & set(r[1].split())), key=len, reverse=True)


def compounds():
    """Words of two to four characters: a head, and tails with a letter for how often."""
    out = set()
    for cells in rows("compounds.tsv"):
        for n, cell in enumerate(cells[2:], 1):
            for at in range(0, len(cell) - n, n + 1):
                out.add(cells[0] + cell[at:at + n])
    return out


def is_inside(words, text, start, end):
    for a in range(max(0, start - 3), start + 1):
        for b in range(end, min(len(text), end + 3) + 1):
            if b - a > end - start and text[a:b] in words:
                return True
    return False


def kind(c):
    if "0" <= c <= "9":
        return "0"
    if "a" <= c.lower() <= "z":
        return "a"
    return "^" if c in "。!?;" else c


def places(text, pattern, known):
    """(counted, word, left pair, right pair) of a text."""
    for line in text.split("\n"):
        line = line.strip(" \u3000\t#*")
        for m in pattern.finditer(line):
            number = m["number"] or ""
            if number and number[0] in DETERMINERS:
                continue
            if not number and is_inside(known, line, m.start("word"), m.end()):
                continue
            left, right = line[:m.start()].rstrip(), line[m.end():].lstrip()
            l = [kind(c) for c in ("^^" + left[-2:])[-2:]]
            r = [kind(c) if c not in "。!?;" else c for c in (right[:2] + "$$")[:2]]
            if l[1] == "^":
                l[0] = "^"
            yield bool(number), m["word"], "".join(l), "".join(r)


def count(paths):
    words, known = wanted_words(), compounds()
    pattern = re.compile("(?P<number>第?" + NUMBER + "|[" + "".join(DETERMINERS) + r"])?\s?(?P<word>" +
                         "|".join(map(re.escape, words)) + ")")
    counts = collections.Counter(), collections.Counter()
    for path in paths:
        text = pathlib.Path(path).read_text("utf-8", "replace")
        text = re.sub(r"<[^>]+>", "\n", html.unescape(text)).translate(FOLD)
        for counted, word, left, right in places(text, pattern, known):
            c = counts[counted]
            c["places"] += 1
            c["w", word] += 1
            for side, near, pair in (("left", left[1], left), ("right", right[0], right)):
                c[side, near] += 1
                c[side, pair] += 1
                c[side, word, near] += 1
    return words, counts


def weights(words, counts):
    """(side, word or *, neighbour) -> weight"""
    without, counted = counts
    out = {}

    def ratio(part):
        return math.log(part(counted)) - math.log(part(without))

    def share(c, side, x):
        return (c[side, x] + ADD) / (c["places"] + ADD * CHARS)

    keys = set(without) | set(counted)
    for key in sorted((k for k in keys if len(k) == 2 and k[0] in ("left", "right")), key=lambda k: (len(k[1]), k)):
        side, x = key
        n = without[key] + counted[key]
        if len(x) == 1 and n >= LEAST:
            out[side, "*", x] = ratio(lambda c: share(c, side, x))
        elif len(x) == 2 and n >= LEAST_PAIR:
            near = x[1] if side == "left" else x[0]
            w = ratio(lambda c: (c[side, x] + ADD) / (c[side, near] + ADD * FOLLOW))
            if abs(w) >= CHANGE:
                out[side, "*", x] = w
    for key in sorted(k for k in keys if len(k) == 3):
        side, word, x = key
        if without[key] + counted[key] < LEAST_OF_WORD:
            continue
        w = ratio(lambda c: (c[key] + PRIOR * share(c, side, x)) / (c["w", word] + PRIOR))
        if abs(w - out.get((side, "*", x), 0)) >= CHANGE:
            out[side, word, x] = w
    return out


def main():
    words, counts = count(sys.argv[1:])
    grouped = collections.defaultdict(list)
    for (side, word, x), w in weights(words, counts).items():
        grouped[side, word, round(w / STEP)].append(x)
    print("# source: own; counted by tests/tools/gap_weights_zh.py in published news and work reports")
    print("# licence: MIT")
    print("side\tword\tweight\tneighbours")
    for (side, word, w), xs in sorted(grouped.items()):
        if w:
            print(side, word, w, " ".join(sorted(xs)), sep="\t")


if __name__ == "__main__":
    main()
