#!/usr/bin/env python3
"""Writes hostile .docx and .xlsx files into a folder, for tests/e2e/docx.sh.

  office_crashers.py FOLDER

Each is small on disk. refused-* cannot be read and must be said to be so;
odd-* must be read, all of them with the figure 12.8% in them."""
import io
import pathlib
import struct
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))
from office import (OFFICE, OPC, W, archive, docx, paragraph,  # noqa: E402
                    part, relations, xlsx)

FOLDER = pathlib.Path(sys.argv[1])
GOOD = paragraph("进出口总额由1520亿元增加到1748亿元，增长12.8%。")
MAIN = "word/document.xml"


def parts(body=GOOD):
    whole = io.BytesIO()
    docx(whole, body)
    with zipfile.ZipFile(whole) as z:
        return {name: z.read(name) for name in z.namelist()}


def write(name, files):
    archive(FOLDER / name, files)


def change(name, **changed):
    write(name, {**parts(), **changed})


def bytes_of(files):
    whole = io.BytesIO()
    archive(whole, files)
    return whole.getvalue()


# ---- archives ----------------------------------------------------------------
good = bytes_of(parts())
(FOLDER / "refused-cut.docx").write_bytes(good[:len(good) // 2])
(FOLDER / "refused-head.docx").write_bytes(good[:4])
at = good.index(b"PK\x01\x02")
(FOLDER / "refused-directory.docx").write_bytes(
    good[:at] + b"PK\x01\x02" + b"\xff" * 42 + good[at + 46:])
damaged = bytearray(good)
damaged[good.index(MAIN.encode()) + len(MAIN) + 20] ^= 0x55
(FOLDER / "refused-damaged.docx").write_bytes(damaged)
# it says that its parts are 16 bytes long
lying = bytearray(good)
for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
    at = -1
    while (at := lying.find(mark, at + 1)) >= 0:
        lying[at + place:at + place + 4] = struct.pack("<I", 16)
(FOLDER / "refused-lying.docx").write_bytes(lying)
change("refused-bomb.docx", **{MAIN: part(
    "document", "<w:body>" + GOOD + " " * (64 << 20) + "</w:body>")})
write("refused-no-relations.docx",
      {k: v for k, v in parts().items() if k != "_rels/.rels"})
write("refused-no-document.docx",
      {k: v for k, v in parts().items() if k != MAIN})
write("odd-no-styles.docx",
      {k: v for k, v in parts().items() if k != "word/styles.xml"})
write("refused-other.docx", {"a.txt": "text"})
write("refused-opendocument.docx", {"mimetype": "x", "META-INF/manifest.xml":
                                    "<a/>", "content.xml": "<a/>"})

# ---- XML ---------------------------------------------------------------------
entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol"}">'
                   for i in range(10))
change("refused-entities.docx", **{MAIN:
       f"<!DOCTYPE w:document [{entities}]><w:document {W}><w:body><w:p><w:r>"
       "<w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"})
change("refused-external.docx", **{MAIN:
       '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
       f"<w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
       "</w:document>"})
change("refused-deep.docx", **{MAIN: part(
    "document", "<w:body>" + "<w:sdt>" * 200000 + "</w:sdt>" * 200000 +
    "</w:body>")})
change("refused-deep-tables.docx", **{MAIN: part(
    "document", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 400 + GOOD +
    "</w:tc></w:tr></w:tbl>" * 400 + "</w:body>")})
change("refused-mismatch.docx", **{MAIN: part(
    "document", "<w:body><w:p></w:body>")})
change("refused-bytes.docx", **{MAIN: part(
    "document", "<w:body>").encode() + b"\xff\xfe\xfd"})
change("refused-empty.docx", **{MAIN: ""})
change("refused-numbering.docx", **{"word/numbering.xml": "<w:numbering"})

# ---- what is odd and no fault ------------------------------------------------
WIDE = ('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>'
        '<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>'
        '<w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr><w:p/>'
        "</w:tc></w:tr></w:tbl>")
docx(FOLDER / "odd-span.docx", WIDE * 50 + GOOD)
docx(FOLDER / "odd-cells.docx", "<w:tc><w:p/></w:tc><w:tr><w:tc/></w:tr>"
     "<w:tbl/><w:tbl><w:tr/></w:tbl>" + GOOD)
CYCLE = "".join(f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn '
                f'w:val="{b}"/></w:style>' for a, b in ("ab", "ba", "cc"))
docx(FOLDER / "odd-styles.docx", "".join(paragraph(
    "甲", f'<w:pStyle w:val="{s}"/>') for s in "abc") + GOOD, styles=CYCLE)
LEVEL = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start '
         'w:val="2147483647"/><w:numFmt w:val="{}"/><w:lvlText w:val="' +
         "%1%9" * 5000 + '"/></w:lvl></w:abstractNum><w:num w:numId="1">'
         '<w:abstractNumId w:val="0"/></w:num>')
docx(FOLDER / "odd-numbers.docx", paragraph(
    "甲", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>') +
    paragraph("乙", '<w:numPr><w:numId w:val="1"/></w:numPr>') * 1000 + GOOD,
    numbering=LEVEL.format("lowerLetter"))
docx(FOLDER / "odd-fields.docx", '<w:p><w:r><w:fldChar w:fldCharType="end"/>'
     '<w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 100 + GOOD)
docx(FOLDER / "odd-changes.docx", "<w:p><w:ins><w:del><w:r><w:t>x</w:t></w:r>"
     "</w:del></w:ins></w:p>" + GOOD)
docx(FOLDER / "odd-signs.docx", "<w:p><w:r>" + "".join(
    f'<w:sym w:font="Symbol" w:char="{c}"/>'
    for c in ("F0B1", "FFFFFFFFFFFFFFFF", "D800", "zz", "")) +
    "</w:r></w:p>" + GOOD)
change("odd-utf16.docx", **{MAIN: part(
    "document", "<w:body>" + GOOD + "</w:body>").replace(
        "UTF-8", "UTF-16").encode("utf-16")})
STRICT = part("document", "<w:body>" + GOOD + "</w:body>").replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main")
change("odd-strict.docx", **{MAIN: STRICT, "_rels/.rels": (
    f'<Relationships xmlns="{OPC}relationships"><Relationship Id="r" Type='
    '"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
    'Target="/word/./x/../document.xml"/></Relationships>')})
change("odd-prefix.docx", **{MAIN: part(
    "document", "<w:body>" + GOOD + "</w:body>").replace(
        "w:", "x:").replace("xmlns:w=", "xmlns:x=")})

# ---- spreadsheets ------------------------------------------------------------
SENTENCE = "进出口总额由1520亿元增加到1748亿元，增长12.8%。"
SHEET1 = "xl/worksheets/sheet1.xml"


def change_sheet(name, rows="", behind="", **changed):
    whole = io.BytesIO()
    xlsx(whole, {"a": [[SENTENCE]]})
    with zipfile.ZipFile(whole) as z:
        files = {n: z.read(n).decode() for n in z.namelist()}
    files[SHEET1] = files[SHEET1].replace("</sheetData>", rows +
                                          "</sheetData>" + behind)
    write(name, {**files, **changed})


change_sheet("refused-mismatch.xlsx", "<row>")
change_sheet("refused-doctype.xlsx", **{"xl/workbook.xml": "<!DOCTYPE a><a/>"})
change_sheet("refused-deep.xlsx", "<row>" * 200000)
change_sheet("refused-bomb.xlsx", " " * (64 << 20))
change_sheet("refused-cells.xlsx", "<row>" + "<c><v>1</v></c>" * 16000 +
             "</row>" + ("<row>" + "<c><v>1</v></c>" * 16000 + "</row>") * 130)
FAR = "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>'
              for r in (2, 9, 1048576))
change_sheet("odd-far.xlsx", FAR)
change_sheet("odd-merged.xlsx", FAR, "<mergeCells>" + "".join(
    f'<mergeCell ref="A{r}:XFD1048576"/>' for r in range(1, 3000)) +
    "</mergeCells>")
change_sheet("odd-cells.xlsx", '<row r="0"><c r="A0"/><c r="ZZZ9"><v>1</v></c>'
             '<c t="s"><v>-7</v></c><c s="-3"><v>1e999999</v></c></row>'
             '<row r="2147483648"><c><v>1E+400</v></c><c><f>1</f></c></row>')
change_sheet("odd-columns.xlsx", "<cols/>", '<cols><col min="-1" '
             'max="2147483647" hidden="1"/></cols>')
change_sheet("odd-formats.xlsx", '<row><c s="1"><v>45307.5</v></c><c s="2"><v>'
             '-1</v></c><c s="3"><v>0.5</v></c></row>', **{
    "xl/_rels/workbook.xml.rels": relations(
        [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
    "xl/styles.xml": "<styleSheet xmlns=\"http://schemas.openxmlformats.org/"
    'spreadsheetml/2006/main"><numFmts>' + "".join(
        f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>'
        for i, code in enumerate((
            "[h][m][s]yyyyyyyy&quot;", "0" * 5000 + "." + "0" * 5000,
            "[&gt;&gt;&lt;=1;;;;;[$", "\\"))) + "</numFmts><cellXfs>" +
    "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(4)) +
    "</cellXfs></styleSheet>"})
assert OFFICE in parts()["_rels/.rels"].decode()
