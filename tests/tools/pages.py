#!/usr/bin/env python3
"""Writes reports as pages, for the tests.

  pages.py FILE.md|FILE.txt OUT.html
      The same report in HTML: headings, lists, tables (an empty header cell
      belongs to the header before it), bold, as an editing system writes
      them, with a menu and a footer around.

As a module: convert(source, target).back(line, column) is the place in the
source of a character of the page.
"""
import html
import pathlib
import re
import sys

import office

HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><style>p { margin: 0 }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/a">About</a></li></ul></nav>
<div class="content">
"""
TAIL = '</div>\n<footer><a href="/c">Contact</a></footer></body></html>\n'


class Page(office.Markdown):
    """Its body holds tags and, for each text, its number between two \\0."""

    def mark(self, text):
        self.paragraphs.append(text)
        return f"\0{len(self.paragraphs) - 1}\0"

    def add(self, text, properties=""):
        heading = re.search(r'"h(\d)"', properties)
        if heading:
            return f"<h{heading[1]}>{self.mark(text)}</h{heading[1]}>\n"
        if "numPr" in properties:
            return f"<ul><li>{self.mark(text)}</li></ul>\n"
        return f'<p style="text-indent: 2em">{self.mark(text)}</p>\n'

    def read_table(self, n):
        rows, first = ["<table>\n"], n
        width = len(self.cells_of(n))
        while n < len(self.lines) and self.lines[n].lstrip().startswith("|"):
            if n != first + 1:
                cells = (self.cells_of(n) + [office.Text()] * width)[:width]
                rows.append(self.row(cells, n == first))
            n += 1
        self.body.append("".join(rows) + "</table>\n")
        return n

    def row(self, cells, header):
        tag = "th" if header else "td"
        return "<tr>" + "".join(
            f"<{tag}><span>{self.mark(c)}</span></{tag}>\n"
            for c in cells) + "</tr>\n"

    def write(self, path):
        """Texts in place of their numbers; notes where each character stands."""
        self.places = {}  # line: [(column, source line, source column)]
        out, line, column = [], 1, 1
        for i, piece in enumerate((HEAD + "".join(self.body) + TAIL)
                                  .split("\0")):
            if i % 2 == 0:
                out.append(piece)
                line += piece.count("\n")
                column = len(piece) - piece.rfind("\n") if "\n" in piece \
                    else column + len(piece)
                continue
            bold = False
            for c, n, k, strong in self.paragraphs[int(piece)].chars + \
                    [("", 0, 0, False)]:
                tag = "" if strong == bold else \
                    "<strong>" if strong else "</strong>"
                bold = strong
                text = tag + ("<br>" if c == "\n" else html.escape(c))
                column += len(tag)
                if n:
                    self.places.setdefault(line, []).append((column, n, k))
                column += len(text) - len(tag)
                out.append(text)
        path.write_text("".join(out), encoding="utf-8")

    def back(self, line, column):
        known = [p for p in self.places.get(line, []) if p[0] <= column]
        if not known:
            known = self.places.get(line, [(1, 1, 1)])[:1]
        at, n, k = known[-1]
        return n, k + (column - at if column - at < 2 else 0)


def convert(source, target):
    path = pathlib.Path(source)
    text = path.read_text(encoding="utf-8-sig")
    page = Page(text, plain=path.suffix != ".md")
    page.write(pathlib.Path(target))
    return page


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(*sys.argv[1:])
