#!/usr/bin/env python3
"""Counts which two characters stand before the numbers of a word that wants one, and
never before the word itself, and writes the lexicon zh/gap_pairs:
python3 tests/tools/gap_pairs_zh.py TEXT... > FILE

In: Chinese texts as for gap_weights_zh.py. Words that are much else, too (role
direct), and scales, which may be the number themselves (突破亿元), want more places."""
import collections
import html
import pathlib
import re
import sys

from gap_weights_zh import DETERMINERS, FOLD, NUMBER, compounds, places, rows, wanted_words

LEAST, OF_SCALE, OF_DIRECT = 10, 25, 80  # places with a number
LEFT_OUT = {"date", "about", "share"}
PAIR = re.compile("[\u4e00-\u9fff]{2}")


def least_of(word, roles):
    return OF_DIRECT if "direct" in roles else OF_SCALE if word[0] in "万亿" else LEAST


def read(path):
    text = pathlib.Path(path).read_text("utf-8", "replace")
    return re.sub(r"<[^>]+>", "\n", html.unescape(text)).translate(FOLD)


def behind(texts):
    """(pair, word) -> how often the pair stands before a number of the word"""
    known = compounds()
    pattern = re.compile("(?P<number>第?" + NUMBER + "|[" + "".join(DETERMINERS) + r"])?\s?(?P<word>" +
                         "|".join(map(re.escape, wanted_words())) + ")")
    out = collections.Counter()
    for text in texts:
        for counted, word, left, _ in places(text, pattern, known):
            if counted and PAIR.fullmatch(left):
                out[left, word] += 1
    return out


def without(texts, found):
    """Those of the found that stand in a text one after the other."""
    words = collections.defaultdict(set)
    for pair, word in found:
        words[pair].add(word)
    lengths, out = {len(w) for _, w in found}, set()
    for text in texts:
        text = text.replace(" ", "")
        for i in range(len(text) - 2):
            here = words.get(text[i:i + 2])
            for n in lengths if here else ():
                if text[i + 2:i + 2 + n] in here:
                    out.add((text[i:i + 2], text[i + 2:i + 2 + n]))
    return out


def main(paths):
    texts = [read(p) for p in paths]
    roles = {r[0]: set(r[1].split()) for r in rows("gap.tsv") if len(r) > 1}
    found = {k for k, n in behind(texts).items() if not roles[k[1]] & LEFT_OUT and n >= least_of(k[1], roles[k[1]])}
    lines = collections.defaultdict(list)
    for pair, word in sorted(found - without(texts, found)):
        lines[word].append(pair)
    print("# source: own; counted by tests/tools/gap_pairs_zh.py in published news and work reports\n# licence: MIT\n"
          "# word: wants a number before it; behind: what stands before its numbers often, and\n"
          "# never before the word itself\nword\tbehind")
    for word in sorted(lines):
        print(word + "\t" + " ".join(lines[word]))


if __name__ == "__main__":
    main(sys.argv[1:])
