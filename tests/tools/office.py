#!/usr/bin/env python3
"""Writes .docx and .xlsx files without any library of office files, for the tests.

  office.py FILE.md|FILE.txt OUT.docx
      The same report as a Word file: headings by style, tables, lists by
      numbering, bold runs; runs are cut in pieces so that figures are split.

As a module: Markdown(text).paragraphs are what is written, with the line and
column of each character; docx(path, body, ...) writes a package.
"""
import html
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

OPC = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."

NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""


def relations(rows):
    return (f'<Relationships xmlns="{OPC}relationships">' + "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(rows, 1)) + "</Relationships>")


def part(root, content):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {W}>{content}' \
           f"</w:{root}>"


def docx(path, body, **parts):
    """parts: styles, numbering, footnotes, endnotes without their roots."""
    parts.setdefault("styles", styles())
    parts.setdefault("numbering", NUMBERING)
    files = {f"word/{name}.xml": part(name, text)
             for name, text in parts.items()}
    files["word/document.xml"] = part("document", f"<w:body>{body}</w:body>")
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}'
        f'{"document.main" if "document" in name else name[5:-4]}+xml"/>'
        for name in files)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{OPC}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships'
        f'+xml"/>{types}</Types>')
    files["_rels/.rels"] = relations([("officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = relations(
        [(name, f"{name}.xml") for name in parts])
    archive(path, files)


def archive(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name in sorted(files):  # the same bytes at any time
            z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)),
                       files[name], zipfile.ZIP_DEFLATED)


def styles():
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading '
        f'{n}"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in range(1, 7))


def run(text, bold=False):
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return "".join(f"<w:r>{properties}<w:br/></w:r>" if piece == "\n" else
                   f'<w:r>{properties}<w:t xml:space="preserve">'
                   f"{escape(piece)}</w:t></w:r>"
                   for piece in re.findall(r"\n|[^\n]{1,3}", text))


def paragraph(text, properties=""):
    properties = properties and f"<w:pPr>{properties}</w:pPr>"
    return f"<w:p>{properties}{run(text)}</w:p>"


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' \
        f'xmlns:r="{OFFICE[:-1]}"'


def column(n):
    return (column((n - 1) // 26) if n > 26 else "") + chr(65 + (n - 1) % 26)


def xlsx(path, sheets):
    """sheets: names to rows of numbers and texts."""
    files, rows_of = {}, []
    for k, (name, rows) in enumerate(sheets.items(), 1):
        text = ""
        for r, row in enumerate(rows, 1):
            text += f'<row r="{r}">'
            for c, value in enumerate(row, 1):
                place = f'{column(c)}{r}'
                text += f'<c r="{place}"><v>{value}</v></c>' if isinstance(
                    value, (int, float)) else (
                    f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t>'
                    "</is></c>")
            text += "</row>"
        files[f"xl/worksheets/sheet{k}.xml"] = \
            f"<worksheet {SHEET}><sheetData>{text}</sheetData></worksheet>"
        rows_of.append(f'<sheet name="{escape(name)}" sheetId="{k}" '
                       f'r:id="r{k}"/>')
    files["xl/workbook.xml"] = \
        f'<workbook {SHEET}><sheets>{"".join(rows_of)}</sheets></workbook>'
    files["xl/_rels/workbook.xml.rels"] = relations(
        [("worksheet", f"worksheets/sheet{k}.xml")
         for k in range(1, len(sheets) + 1)])
    files["_rels/.rels"] = relations([("officeDocument", "xl/workbook.xml")])
    archive(path, files)


class Text:
    """Characters with the place in the source that each comes from."""

    def __init__(self, chars=()):
        self.chars = list(chars)  # (character, line, column, bold)

    def __str__(self):
        return "".join(c[0] for c in self.chars)

    def xml(self):
        out, i = "", 0
        while i < len(self.chars):
            end = i
            while end < len(self.chars) and \
                    self.chars[end][3] == self.chars[i][3]:
                end += 1
            out += run("".join(c[0] for c in self.chars[i:end]),
                       self.chars[i][3])
            i = end
        return out


class Markdown:
    """The blocks of a Markdown (or, plain, one of a paragraph a line) text."""

    def __init__(self, text, plain=False):
        self.lines = text.split("\n")
        self.paragraphs = []  # Text of each w:p in order
        self.body = []
        self.read_plain() if plain else self.read()

    def add(self, text, properties=""):
        self.paragraphs.append(text)
        properties = properties and f"<w:pPr>{properties}</w:pPr>"
        return f"<w:p>{properties}{text.xml()}</w:p>"

    def back(self, line, column):
        """Line and column of the source of a character of the .docx."""
        chars = self.paragraphs[line - 1].chars
        at = chars[min(max(column - 1, 0), len(chars) - 1)] if chars \
            else ("?", 1, 1)
        return at[1], at[2] + max(0, column - len(chars))

    def read_plain(self):
        for n, line in enumerate(self.lines, 1):
            self.body.append(self.add(Text(
                (c, n, i, False) for i, c in enumerate(line, 1))))

    def read(self):
        n = 0
        while n < len(self.lines):
            line = self.lines[n]
            heading = re.match(r"(#{1,6})\s+", line)
            item = re.match(r"\s*[-*+]\s+", line)
            if not line.strip():
                n += 1
            elif heading:
                style = f'<w:pStyle w:val="h{len(heading[1])}"/>'
                self.body.append(self.add(
                    self.inline([n], heading.end()), style))
                n += 1
            elif line.lstrip().startswith("|") and n + 1 < len(self.lines) \
                    and re.match(r"\s*\|[\s:|-]+\|?\s*$", self.lines[n + 1]):
                n = self.read_table(n)
            else:
                end = self.end_of(n)
                list_of = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>' \
                          "</w:numPr>" if item else ""
                self.body.append(self.add(self.inline(
                    range(n, end), item.end() if item else 0), list_of))
                n = end

    def end_of(self, n):
        n += 1
        while n < len(self.lines) and self.lines[n].strip() and not re.match(
                r"#{1,6}\s|\s*[-*+]\s|\s*\d+[.)]\s|\s*\|", self.lines[n]):
            n += 1
        return n

    def inline(self, numbers, start):
        """The text of lines, joined; ** makes bold, other markup goes."""
        out, bold = [], False
        for k, n in enumerate(numbers):
            line = self.lines[n].rstrip()
            i = start if k == 0 else len(line) - len(line.lstrip())
            if k > 0 and out and ord(out[-1][0]) < 0x2E80 and \
                    line[i:i + 1] < "\u2e80":
                out.append((" ", n + 1, i + 1, bold))
            while i < len(line):
                mark = re.compile(
                    r"\*\*|__|<br\s*/?>|\\[!-/:-@\[-`{-~]|&#?\w+;|"
                    r"!?\[((?:[^\[\]]|\[[^\]]*\]\([^)]*\))*)\]"
                    r"\((?:[^\"()]|\"[^\"]*\"|\([^)]*\))*\)").match(line, i)
                if not mark:
                    out.append((line[i], n + 1, i + 1, bold))
                    i += 1
                    continue
                text = mark[0]
                if text in ("**", "__"):
                    bold = not bold
                    text = ""
                elif text.startswith("<"):
                    text = "\n"
                elif text.startswith("\\"):
                    text = text[1:]
                elif text.startswith("&"):
                    text = html.unescape(text)
                else:
                    text = "" if text[0] == "!" else mark[1]
                out += [(c, n + 1, i + 1, bold) for c in text]
                i = mark.end()
        return Text(out)

    def cells_of(self, n):
        line, cells, start = self.lines[n], [], 0
        marks = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
        if not line.lstrip().startswith("|"):
            marks.insert(0, -1)
        for a, b in zip(marks, marks[1:] + [len(line)]):
            if b == len(line) and not line[a + 1:].strip():
                break
            piece = self.lines[n]
            self.lines[n] = piece[:b].rstrip()
            lead = len(piece[a + 1:b]) - len(piece[a + 1:b].lstrip())
            cells.append(self.inline([n], min(a + 1 + lead, b)))
            self.lines[n] = piece
        return cells

    def read_table(self, n):
        rows, first = [], n
        width = len(self.cells_of(n))
        while n < len(self.lines) and self.lines[n].lstrip().startswith("|"):
            if n != first + 1:
                cells = (self.cells_of(n) + [Text()] * width)[:width]
                header = "<w:trPr><w:tblHeader/></w:trPr>" if n == first else ""
                rows.append(f"<w:tr>{header}" + "".join(
                    f"<w:tc>{self.add(c)}</w:tc>" for c in cells) + "</w:tr>")
            n += 1
        self.body.append(f'<w:tbl>{"".join(rows)}</w:tbl>')
        return n


def convert(source, target):
    path = pathlib.Path(source)
    text = path.read_text(encoding="utf-8-sig")
    document = Markdown(text, plain=path.suffix != ".md")
    docx(target, "".join(document.body))
    return document


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(*sys.argv[1:])
