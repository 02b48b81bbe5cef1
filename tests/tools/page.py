#!/usr/bin/env python3
"""Writes the Markdown of a report as an HTML page, for the tests that have
LibreOffice make other formats of it. Knows what the examples use: headings,
paragraphs, items, tables.

  page.py REPORT.md > REPORT.html
"""
import html
import re
import sys


def cells(line):
    return [c.strip() for c in line.strip().strip("|").split("|")]


def table(lines):
    out = ["<table border='1'>"]
    for n, line in enumerate(line for line in lines
                             if not re.fullmatch(r"[\s|:-]+", line)):
        tag = "th" if n == 0 else "td"
        out.append("<tr>" + "".join(f"<{tag}>{html.escape(c)}</{tag}>"
                                    for c in cells(line)) + "</tr>")
    return "\n".join(out + ["</table>"])


def join(lines):
    text = "\n".join(lines)
    return re.sub(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])", "", text)


def block(lines):
    heading = re.match(r"(#+) (.*)", lines[0])
    if heading:
        n = len(heading.group(1))
        return f"<h{n}>{html.escape(heading.group(2))}</h{n}>"
    if lines[0].startswith("|"):
        return table(lines)
    if lines[0].startswith("- "):
        items = re.split(r"(?m)^- ", "\n".join(lines))[1:]
        return "<ul>" + "".join(f"<li>{html.escape(i)}</li>"
                                for i in items) + "</ul>"
    return f"<p>{html.escape(join(lines))}</p>"


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        blocks = re.split(r"\n\s*\n", f.read().strip())
    print("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>")
    for text in blocks:
        print(block(text.split("\n")))
    print("</body></html>")


main()
