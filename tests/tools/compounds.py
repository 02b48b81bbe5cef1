#!/usr/bin/env python3
"""Writes rules/lexicon/zh/compounds.tsv from the dictionary of jieba.

  compounds.py [DICT.TXT] > rules/lexicon/zh/compounds.tsv

DICT.TXT is jieba's (MIT; Debian package python3-jieba 0.42.1), a line
"word frequency part-of-speech". Kept are words of two or three ideographs
that occur at least OFTEN times, and words of two to four that hold a word of
zh/gap.tsv that counts (a unit, a classifier ...), if they occur RARE times.

A row holds all words that begin with one character, so that the table is
short and is searched where it lies: `self` is the cost of the character as
a word of its own, `one`, `two`, `three` are the rests of longer words, each
followed by its cost and sorted by its bytes. A cost is a letter: a is 6 and
each letter half a unit more of the negative natural logarithm of the word's
share of all words. Words of compounds_own.txt are added where the
dictionary has them not, as if they occurred OWN_TIMES times."""
import math
import os
import sys

DEFAULT = "/usr/lib/python3/dist-packages/jieba/dict.txt"
OFTEN, RARE = 60, 3
OWN_TIMES = 300
HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, "compounds_own.txt")
GAP = os.path.join(HERE, "../../rules/lexicon/zh/gap.tsv")
COUNTING = {"unit", "measure", "share", "classifier", "weak", "direct", "nth",
            "date", "about"}


def counting_words():
    """The words of zh/gap.tsv that want a number."""
    with open(GAP, encoding="utf-8") as rows:
        cells = [r.rstrip("\n").split("\t") for r in rows if r[0] != "#"]
    return {word for word, roles in (r[:2] for r in cells)
            if COUNTING & set(roles.split())}


def parts(word):
    return {word[i:j] for i in range(len(word))
            for j in range(i + 1, len(word) + 1)} - {word}


def read(path):
    """word -> frequency, words of one to four ideographs of the BMP."""
    words = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, frequency = line.split(" ")[:2]
            if len(word) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in word):
                words[word] = int(frequency)
    return words


def add_own(words):
    with open(OWN, encoding="utf-8") as lines:
        for line in lines:
            word = line.rstrip("\n")
            if word and word[0] != "#":
                words[word] = max(words.get(word, 0), OWN_TIMES)


def main():
    words = read(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
    add_own(words)
    total = math.log(sum(words.values()))
    counting = counting_words()

    def cost(frequency):
        steps = round(2 * (total - math.log(max(frequency, 1)) - 6))
        return chr(ord("a") + min(max(steps, 0), 25))

    rows = {}
    for word, frequency in words.items():
        special = counting & parts(word)
        if len(word) == 1 or frequency >= (RARE if special else OFTEN):
            if len(word) < 4 or special:
                rows.setdefault(word[0], {})[word[1:]] = cost(frequency)
    print("# source: jieba 0.42.1, dict.txt (https://github.com/fxsjy/jieba);"
          " written by tests/tools/compounds.py")
    print("# licence: MIT (Expat), Copyright 2012-2017 Sun Junyi")
    print("head\tself\tone\ttwo\tthree")
    for head in sorted(rows):
        rests = rows[head]
        cells = [head, rests.get("", "z")]
        for n in (1, 2, 3):
            cells.append("".join(r + rests[r] for r in sorted(rests)
                                 if len(r) == n))
        if any(cells[2:]):
            print("\t".join(cells))


main()
