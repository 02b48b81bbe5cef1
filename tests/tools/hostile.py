#!/usr/bin/env python3
"""Texts that no report holds: the time and the memory they take grow with
their length and no faster. Each kind is checked at a length and at eight
times that; processor time and memory of all processes count, less those of an
empty file. Under sanitizers (BUILD names a build with "-san") the short
texts must be read and nothing is measured: most time and memory is theirs.

  hostile.py HEDUI [KIND...]
"""
import os
import resource
import subprocess
import sys
import tempfile

TIMES = 8
MOST = 2.5 * TIMES  # a quadratic one takes 64 times as much
LEAST_SECONDS = 0.05  # below, a measurement says nothing

KINDS = {
    # name: (suffix, length of the small one, text of about n bytes)
    "a line of ideographs": (".txt", 100000, lambda n: "增长" * (n // 6)),
    "a line of letters": (".txt", 100000, lambda n: "a" * n),
    "a line of words": (".txt", 60000, lambda n: "sales rose by " * (n // 14)),
    "a line of figures": (".txt", 40000, lambda n: "12.5 " * (n // 5)),
    "figures with units": (".txt", 40000, lambda n: "工业增长5.1%，" * (n // 21)),
    "figures in Chinese": (".txt", 40000, lambda n: "三万四千五百" * (n // 18)),
    "one long figure": (".txt", 100000, lambda n: "1" * n),
    "one figure with commas": (".txt", 100000, lambda n: "1" + ",234" * (n // 4)),
    "list items": (".md", 40000, lambda n: "- a 5\n" * (n // 6)),
    "numbered items": (".txt", 40000, lambda n: "".join(
        f"{i}. sales {i}\n" for i in range(1, n // 14))),
    "headings": (".md", 40000, lambda n: "# 一\n" * (n // 6)),
    "quotes in quotes": (".md", 8000, lambda n: ">" * n + " a 5"),
    "lists in lists": (".md", 8000, lambda n: "- " * (n // 2) + "a 5"),
    "brackets": (".md", 20000, lambda n: "[" * n + "5"),
    "stars": (".md", 20000, lambda n: "*a **b " * (n // 7)),
    "backticks": (".md", 20000, lambda n: "".join(
        "`" * (i % 50 + 1) + "a" for i in range(n // 26))),
    "brackets of text": (".txt", 40000, lambda n: "（" * (n // 3)),
    "brackets that stay open": (".txt", 40000, lambda n: (
        "Sales of the firms " + "(" * n + " were 5 tonnes and 7 farms.")),
    "brackets that were not opened": (".txt", 40000, lambda n: (
        "Sales of the firms " + ")" * n + " were 5 tonnes and 7 farms.")),
    "a list and its lead": (".md", 40000, lambda n: (
        "Sales fell in all markets by 5 tonnes" + ", 5 tonnes" * (n // 20) +
        ", of which:\n\n- farms sold 4 tonnes" + ", 4 tonnes" * (n // 22) +
        "\n")),
    "quotation marks": (".txt", 40000, lambda n: "“5”" * (n // 7)),
    "empty lines": (".txt", 100000, lambda n: "\n" * n),
    "blanks": (".txt", 100000, lambda n: " " * n + "5"),
    "form feeds": (".txt", 100000, lambda n: "5\n\f" * (n // 3)),
    "rows of a table": (".md", 30000, lambda n: "|a|b|c|\n|-|-|-|\n" +
                        "|x|1|2|\n" * (n // 8)),
    "columns of a table": (".md", 3000, lambda n: "|a" * (n // 4) + "|\n" +
                           "|-" * (n // 4) + "|\n" + "|1" * (n // 4) + "|\n"),
    "bars before a wide row": (".txt", 60000, lambda n: "| a | b |\n" *
                               (n // 10) + "| 1 | 2 | 3 | 4 | 5 |\n"),
    "aligned rows": (".txt", 40000, lambda n: "工业   1,234   5.6\n" * (n // 21)),
    "aligned columns": (".txt", 20000, lambda n: ("1,234   " * (n // 16) + "\n")
                        * 2),
    "hyphens at lines' ends": (".txt", 60000, lambda n: (
        "and so the sales of that year rose as they did in a short-\n")
        * (n // 60)),
    "names of divisions": (".txt", 40000, lambda n: "湖南省长沙市" * (n // 18)),
    "dates": (".txt", 40000, lambda n: "2023年1月1日" * (n // 16)),
    "blanks between ideographs": (".md", 30000, lambda n: (
        "中文" + " " * n + "文字 12 个。")),
    "figures of a sentence": (".txt", 40000, lambda n: "101 farms, " * (n // 11)),
    "dates of a sentence": (".txt", 40000, lambda n: (
        "Sales rose 5% in " + "March 1900 and " * (n // 15))),
    "what this was": (".txt", 40000, lambda n: (
        "Sales were 5 tonnes. " + "this was 4 tonnes lower " * (n // 24))),
    "shares of groups": (".txt", 60000, lambda n: (
        "Men (20%) and women (30%) " * (n // 26))),
    "marks that stand alone": (".txt", 20000, lambda n: (
        "it rose in , we saw , by " * (n // 25))),
    "respectively": (".txt", 20000, lambda n: (
        "in the Asian, American regions were 3, 2%, respectively, "
        * (n // 56))),
    "changes of a sentence": (".txt", 20000, lambda n: (
        "收入8亿元(其中甲3亿元),比上年减少2亿元," * (n // 55))),
    "figures of a plan": (".txt", 40000, lambda n: (
        "收入为27.8亿元，与备案预算一致，" * (n // 48))),
    "figures a slip from a cell": (".md", 60000, lambda n: (
        "Table 3. Revenue\n\n| Item | 2020 | 2021 |\n|---|---|---|\n"
        "| Revenue | 12,345 | 67,891 |\n\nRevenue" +
        " of 12,354 tons for revenue" * (n // 27) + " was told.\n")),
    "ranges": (".txt", 40000, lambda n: "5-" * (n // 2)),
    "clauses": (".txt", 40000, lambda n: "增长5%、" * (n // 11)),
    "cells of CSV": (".csv", 40000, lambda n: "工业,5,6\n" * (n // 11)),
    "quotes of CSV": (".csv", 40000, lambda n: '"' * n),
    "tags": (".html", 20000, lambda n: "<b>5</b>" * (n // 8)),
    "open tags": (".html", 2000, lambda n: "<div>" * (n // 5) + "5"),
    "attributes": (".html", 4000, lambda n: "<p " + "".join(
        f"a{i}=1 " for i in range(n // 7)) + ">5"),
    "entities": (".html", 20000, lambda n: "&amp;" * (n // 5)),
}


def measure(hedui, path):
    """Seconds of processor and kilobytes of memory of one check."""
    program = (
        "import resource, subprocess, sys\n"
        "r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL,\n"
        "                   stderr=subprocess.PIPE)\n"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(r.returncode, u.ru_utime + u.ru_stime, u.ru_maxrss)\n"
        "print(r.stderr.decode(errors='replace')[:300])\n")
    out = subprocess.run(
        [sys.executable, "-c", program, hedui, "check", "-q", "-f", "csv",
         "--exit-zero", "--timeout", "30", path],
        capture_output=True, text=True, check=True).stdout
    first, _, said = out.partition("\n")
    status, seconds, memory = first.split()
    return int(status), float(seconds), int(memory), said.strip()


def main():
    hedui, kinds = sys.argv[1], sys.argv[2:] or list(KINDS)
    passed = failed = 0
    lengths = (1,) if "-san" in os.environ.get("BUILD", "") else (1, TIMES)
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty.txt")
        open(empty, "w").close()
        # the least of several: one slow start would make every small input
        # look as if it took no time
        starts = [measure(hedui, empty) for _ in range(5)]
        base = min(s[1] for s in starts)
        base_memory = min(s[2] for s in starts)
        for kind in kinds:
            # a machine that does something else meanwhile is given two more
            # chances; what is not linear fails them all
            for attempt in range(3):
                suffix, n, make = KINDS[kind]
                found = []
                for times in lengths:
                    path = os.path.join(folder, "a" + suffix)
                    with open(path, "w", encoding="utf-8") as f:
                        f.write(make(times * n))
                    status, seconds, memory, said = measure(hedui, path)
                    found.append((status,
                                  max(seconds - base, LEAST_SECONDS / TIMES),
                                  max(memory - base_memory, 4000), said))
                small, large = found[0], found[-1]
                time, space = large[1] / small[1], large[2] / small[2]
                refused = [f[3] for f in found if f[0] != 0]
                good = (large[1] < LEAST_SECONDS or time <= MOST) and \
                    space <= MOST and not any("stopped" in r for r in refused)
                if good:
                    break
            passed += good
            failed += not good
            print(f"{'ok' if good else 'not ok'} {kind}: {lengths[-1] * n} bytes "
                  f"{large[1]:.2f} s {large[2] // 1024} MB, {time:.1f} times "
                  f"the time, {space:.1f} the memory {refused[:1] or ''}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
