#!/usr/bin/env python3
"""Slot accuracy of `hedui claims` on tests/claims/annotated.tsv, drawn.tsv,
fresh.tsv and spread.tsv, precision and recall of the links of `hedui tree` on links.tsv and
links_fresh.tsv. The fresh sets were annotated before anything was tuned to their
documents, spread.tsv before the listing was seen. unseen_zh.tsv and unseen_en.tsv are of
texts outside the corpus, looked for in the folders of FRESH (parted as in PATH;
fresh_texts.py gathers them); only their totals are printed.

  HEDUI=build/hedui python3 tests/bench/claims.py [-v]

A slot counts where the annotation is not `?`. Noun phrases agree when they are
equal without blanks, quotes and case, or when one holds the other and is at
most twice as long. Says that it skips where ../shared/corpus is absent."""
import collections, csv, itertools, json, os, re, subprocess, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
CORPUS = os.path.join(ROOT, "..", "shared", "corpus")
SLOTS = ["subject", "indicator", "scope", "period", "aspect", "direction", "bound", "modality"]
PHRASES = {"subject", "indicator", "scope"}


def fold(text):
    return "".join(c for c in text.lower() if not c.isspace() and c not in "“”\"'‘’()（）《》*_")


def same(slot, want, got):
    if slot not in PHRASES:
        return want == got
    a, b = fold(want), fold(got)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and short in long and len(long) <= 2 * len(short)


def annotations(name="annotated.tsv"):
    path = os.path.join(ROOT, "tests", "claims", name)
    with open(path, encoding="utf8") as f:
        return list(csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def claims(files, folder):
    hedui = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
    done = subprocess.run([hedui, "claims", "-q", "-f", "jsonl", *files], cwd=folder, capture_output=True)
    found = {}
    for line in done.stdout.decode("utf8").splitlines():
        c = json.loads(line)
        found[(c["file"], int(c["line"]), int(c["column"]))] = c
    return found


# A link of `hedui tree` as pairs of figures: its kind here, and which roles pair.
CHANGE = [("base", "level")] + [(a, b) for a in ("rate", "increment", "member") for b in ("level", "base")]
PAIRS = {
    "change_of": ("change", CHANGE),
    "from_to": ("change", CHANGE),
    "parts": ("part", [("whole", "member")]),
    "part_of": ("part", [("whole", "member")]),
    "share_of": ("share", [("rate", "member"), ("rate", "whole")]),
    "threshold": ("threshold", [("base", "level")]),
    "rank": ("rank", CHANGE),
    "same_fact": ("same", [("member", "member")]),
    "completion": ("plan", CHANGE),
}


def linked(file):
    """{(place, place): kinds} of the links that hedui finds in a file."""
    hedui = os.path.abspath(os.environ.get("HEDUI", "build/hedui"))
    done = subprocess.run([hedui, "tree", file], cwd=CORPUS, capture_output=True)
    pairs = collections.defaultdict(set)
    for line in done.stdout.decode("utf8", "replace").splitlines():
        m = re.match(r"link (\w+) ", line)
        if not m or m[1] not in PAIRS:
            continue
        kind, roles = PAIRS[m[1]]
        places = collections.defaultdict(list)
        for role, l, c in re.findall(r"(\w+) “[^”]*” (\d+):(\d+)", line):
            places[role].append((int(l), int(c)))
        for a, b in roles:
            both = itertools.product(places[a], places[b]) if a != b else itertools.combinations(places[a], 2)
            for x, y in both:
                pairs[tuple(sorted((x, y)))].add(kind)
    return pairs


def links(name, head=""):
    rows = annotations(name)
    found = right = wanted = hit = 0
    for file in sorted({r["file"] for r in rows}):
        pairs = linked(file)
        spans, truth = [], {}
        for r in rows:
            if r["file"] != file:
                continue
            a, b = ((int(r[x + "line"]), int(r[x + "column"])) for x in ("", "to_"))
            if r["kind"] == "sentence":
                spans.append((a, b))
            else:
                truth[a, b] = set(r["kind"].split("|"))
        for (a, b), kinds in pairs.items():
            want = truth.get((a, b), set())
            if not any(low <= a and b <= high for low, high in spans) or "?" in want:
                continue
            found += 1
            right += bool(kinds & want)
            if "-v" in sys.argv and not kinds & want:
                print(f"{file}:{a[0]}:{a[1]} {b[0]}:{b[1]}: {'|'.join(sorted(kinds))}, not annotated so")
        for (a, b), want in truth.items():
            if "?" in want:
                continue
            wanted += 1
            hit += bool(pairs.get((a, b), set()) & want)
            if "-v" in sys.argv and not pairs.get((a, b), set()) & want:
                print(f"{file}:{a[0]}:{a[1]} {b[0]}:{b[1]}: {'|'.join(sorted(want))} not found")
    print(f"{head}links      precision {right}/{found} {100 * right / max(1, found):5.1f} %, recall {hit}/{wanted} {100 * hit / max(1, wanted):5.1f} %")


def slots(rows, names, folder=CORPUS, verbose="-v" in sys.argv):
    """How many of the rows' slots agree, of how many; rows without a figure."""
    found = claims(sorted({r["file"] for r in rows}), folder)
    right, all_ = collections.Counter(), collections.Counter()
    missing = 0
    for r in rows:
        c = found.get((r["file"], int(r["line"]), int(r["column"])))
        if not c:
            missing += 1
            continue
        for slot in names:
            want = (r[slot] or "").strip()
            if want == "?":
                continue
            ok = same(slot, want, c[slot])
            right[slot] += ok
            all_[slot] += 1
            if verbose and not ok:
                print(f'{r["file"]}:{r["line"]}:{r["column"]} {c["text"]}: {slot} {c[slot]!r}, annotated {want!r}')
    return right, all_, missing


def show(right, all_, names, head=""):
    for slot in names:
        print(f"{head}{slot:10} {right[slot]:4}/{all_[slot]:<4} {100 * right[slot] / max(1, all_[slot]):5.1f} %")


def unseen(lang):
    name = f"unseen_{lang}.tsv"
    folders = [f for f in os.environ.get("FRESH", "").split(os.pathsep) if f]
    if not folders or not os.path.exists(os.path.join(ROOT, "tests", "claims", name)):
        print(f"skip: {name} (FRESH)")
        return
    right, all_ = collections.Counter(), collections.Counter()
    left = annotations(name)
    for folder in folders:
        here = [r for r in left if os.path.exists(os.path.join(folder, r["file"]))]
        left = [r for r in left if r not in here]
        if here:
            of_folder = slots(here, SLOTS, folder, False)
            right += of_folder[0]
            all_ += of_folder[1]
    if left:
        print(f"skipped {len(left)} figures of texts that are not here (FRESH)")
    show(right, all_, SLOTS, f"unseen {lang} ")


def main():
    if not os.path.isdir(CORPUS):
        print("skip: no ../shared/corpus")
        return
    rows = annotations()
    right, all_, missing = slots(rows, SLOTS)
    show(right, all_, SLOTS)
    drawn = annotations("drawn.tsv")
    show(*slots(drawn, SLOTS[:2])[:2], SLOTS[:2], "drawn ")
    links("links.tsv")
    fresh = annotations("fresh.tsv")
    show(*slots(fresh, SLOTS)[:2], SLOTS, "fresh ")
    spread = annotations("spread.tsv")
    show(*slots(spread, SLOTS)[:2], SLOTS, "spread ")
    links("links_fresh.tsv", "fresh ")
    unseen("zh")
    unseen("en")
    print(f"figures annotated {len(rows)}, not found by hedui at their place {missing}")


main()
