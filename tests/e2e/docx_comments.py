"""Makes .docx files for docx_comments.sh, changes them as Word does, and says what
is wrong with a commented copy.

  docx_comments.py make FILE [strict]     a draft with every place a figure can have
  docx_comments.py others FILE            one that others have commented already
  docx_comments.py check OLD NEW RESULT   RESULT: the findings as JSON; "" if good
  docx_comments.py places NEW RESULT      the same of the comments alone
  docx_comments.py dates FILE             of its comments
  docx_comments.py ids FILE               id and fingerprint of each comment of ours
  docx_comments.py resolve FILE OUT FINGERPRINT    marks a comment as done
  docx_comments.py answer FILE OUT FINGERPRINT     puts a reply to it
  docx_comments.py annotations FILE.odt   how many, and how many of them have words
"""
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

URI = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
W = f"{{{URI}wordprocessingml/2006/main}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COMMENTED = ("word/document.xml", "word/comments.xml", "[Content_Types].xml",
             "word/_rels/document.xml.rels", "word/commentsExtended.xml",
             "word/commentsIds.xml")


# ---- making ------------------------------------------------------------------

def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs):
    return "<w:p>" + "".join(runs) + "</w:p>"


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction, result):
    return (char("begin") + f'<w:r><w:instrText xml:space="preserve"> '
            f'{instruction} </w:instrText></w:r>' + char("separate") + result +
            char("end"))


def tracked(kind, number, content):
    return (f'<w:{kind} w:id="{number}" w:author="甲" '
            f'w:date="2024-01-01T00:00:00Z">{content}</w:{kind}>')


def table(*cells):
    width = '<w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>'
    return ('<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
            '<w:tblGrid>' + '<w:gridCol w:w="4000"/>' * len(cells) +
            '</w:tblGrid><w:tr>' +
            "".join(f"<w:tc>{width}{c}</w:tc>" for c in cells) +
            "</w:tr></w:tbl>")


def body():
    red = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    box = ('<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
           'id="s1" style="width:200pt;height:50pt"><v:textbox>'
           '<w:txbxContent>' + par(run("框内坏数11家")) +
           '</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')
    return "".join([
        par(run("全市企业有坏数12家，"), run("坏", red), run("数34家。")),
        par(run("插入的"), tracked("ins", 901, run("又坏数5家")),
            tracked("del", 902, "<w:r><w:delText>坏数9家</w:delText></w:r>"),
            run("，完。")),
        par(run("链接："),
            f'<w:hyperlink r:id="rId8">{run("里坏数6家")}</w:hyperlink>'),
        par(run("域："), field("QUOTE x", run("域坏数7家")), run("。")),
        par(run("简单域："), '<w:fldSimple w:instr=" QUOTE y ">' +
            run("简坏数8家") + '</w:fldSimple>'),
        table(par(run("项目")), par(run("表里坏数10"))),
        par(run("脚注"), '<w:r><w:footnoteReference w:id="2"/></w:r>',
            run("在此。")),
        par(run("文本框："), box, run("。")),
        par(run("Tom &amp; Jerry "), run("甲&lt;乙坏数13家 ")),
        '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>' +
        par(run("甲")) + par(run("控件坏数14家")) + '</w:sdtContent></w:sdt>',
        par(),
        par('<w:r><w:t>无</w:t><w:tab/><w:t>坏数 15家</w:t><w:br/>'
            '<w:t>后 </w:t></w:r>'),
    ])


# Where no comment may stand, or none would last: what it stands around.
AROUND = {"坏数7家": "域坏数7家", "坏数8家": "简坏数8家",
          "坏数11家": "框内坏数11家", "坏数16家": ""}


def relation(number, kind, target, more=""):
    if "/" not in kind:
        kind = f"{URI}officeDocument/2006/relationships/{kind}"
    return (f'<Relationship Id="rId{number}" Type="{kind}" '
            f'Target="{target}"{more}/>')


def relations(*rows):
    return (HEAD + f'<Relationships xmlns="{URI}package/2006/relationships">' +
            "".join(rows) + "</Relationships>")


def override(part, kind):
    return (f'<Override PartName="/{part}" ContentType="application/vnd.openxml'
            f'formats-officedocument.wordprocessingml.{kind}+xml"/>')


def parts():
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:r><w:{kind}/></w:r>'
        '</w:p></w:footnote>'
        for i, kind in ((-1, "separator"), (0, "continuationSeparator")))
    spaces = (f'xmlns:w="{W[1:-1]}" xmlns:r="{URI}officeDocument/2006/'
              'relationships"')
    external = ' TargetMode="External"'
    return {
        "[Content_Types].xml": HEAD +
        f'<Types xmlns="{URI}package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/>' +
        override("word/document.xml", "document.main") +
        override("word/footnotes.xml", "footnotes") + '</Types>',
        "_rels/.rels": relations(
            relation(1, "officeDocument", "word/document.xml")),
        "word/document.xml": HEAD + f'<w:document {spaces}><w:body>{body()}'
        '<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": relations(
            relation(8, "hyperlink", "http://example.com/", external),
            relation(9, "footnotes", "footnotes.xml")),
        "word/footnotes.xml": HEAD + f'<w:footnotes {spaces}>{notes}'
        '<w:footnote w:id="2">' +
        par("<w:r><w:footnoteRef/></w:r>", run("注中坏数16家")) +
        '</w:footnote></w:footnotes>',
        "word/media/picture.png": "\x89PNG no picture",
    }


def write(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in files.items():
            z.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content,
                       zipfile.ZIP_DEFLATED)


def make(path, kind=""):
    files = parts()
    if kind == "strict":
        for name, text in files.items():
            files[name] = text.replace(
                URI + "wordprocessingml/2006", STRICT + "wordprocessingml"
            ).replace(URI + "officeDocument/2006", STRICT + "officeDocument")
    write(path, files)


def read(path):
    with zipfile.ZipFile(path) as z:
        return {name: z.read(name).decode("utf-8", "surrogateescape")
                for name in z.namelist()}


def extended(files, rows):
    """Gives the package a commentsExtended part, or rows to the one it has."""
    name = "word/commentsExtended.xml"
    if name in files:
        files[name] = files[name].replace("</w15:commentsEx>",
                                          rows + "</w15:commentsEx>")
        return
    files[name] = (
        HEAD + '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/'
        f'word/2012/wordml">{rows}</w15:commentsEx>')
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        "</Types>", override(name, "commentsExtended") + "</Types>")
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.microsoft.com/office/2011/relationships/" \
        "commentsExtended"
    files[rels] = files[rels].replace(
        "</Relationships>",
        relation(77, kind, "commentsExtended.xml") + "</Relationships>")


def state(paragraph, more):
    return f'<w15:commentEx w15:paraId="{paragraph}" {more}/>'


def others(path):
    """A comment by 甲 that is done, one by 乙 that is not; ids with a gap."""
    files = parts()
    name = "word/comments.xml"
    files[name] = (
        HEAD + f'<w:comments xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' mc:Ignorable="w14">'
        '<w:comment w:id="3" w:author="甲" w:initials="j">'
        '<w:p w14:paraId="0A0A0A01"><w:r><w:t>看过</w:t></w:r></w:p>'
        '</w:comment><w:comment w:id="7" w:author="乙">'
        '<w:p w14:paraId="0A0A0A02"><w:r><w:t>[0123456789abcdef]</w:t></w:r>'
        '</w:p></w:comment></w:comments>')
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        "</Types>", override(name, "comments") + "</Types>")
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(
        "</Relationships>",
        relation(20, "comments", "comments.xml") + "</Relationships>")
    extended(files, state("0A0A0A01", 'w15:done="1"') +
             state("0A0A0A02", 'w15:done="0"'))
    for number in (3, 7):
        files["word/document.xml"] = files["word/document.xml"].replace(
            "<w:p>", f'<w:p><w:commentRangeStart w:id="{number}"/>', 1)
    files["word/document.xml"] = files["word/document.xml"].replace(
        "</w:p>", "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference '
            f'w:id="{n}"/></w:r>' for n in (3, 7)) + "</w:p>", 1)
    write(path, files)


# ---- looking -----------------------------------------------------------------

def anchors(xml):
    """The text between the marks of each comment."""
    opened, out = set(), {}
    for e in ET.fromstring(xml).iter():
        tag = e.tag.rsplit("}", 1)[-1]
        number = next((v for k, v in e.attrib.items() if k.endswith("}id")), "")
        if tag == "commentRangeStart":
            opened.add(number)
            out[number] = ""
        elif tag == "commentRangeEnd":
            opened.discard(number)
        elif tag == "t":
            for i in opened:
                out[i] += e.text or ""
    return out


def comments(files):
    """id to author, text, and id of the last paragraph."""
    out = {}
    if "word/comments.xml" not in files:
        return out
    for c in ET.fromstring(files["word/comments.xml"]):
        pars = [p for p in c.iter() if p.tag.endswith("}p")]
        text = "\n".join("".join(t.text or "" for t in p.iter()
                                 if t.tag.endswith("}t")) for p in pars)
        get = {k.rsplit("}", 1)[-1]: v for k, v in c.attrib.items()}
        out[get["id"]] = (get["author"], text, pars[-1].get(W14 + "paraId"))
    return out


def ours(files):
    """fingerprint to id, of the comments by hedui."""
    out = {}
    for number, (author, text, _) in comments(files).items():
        found = re.search(r"\[([0-9a-f]{16})\]$", text)
        if author == "hedui" and found:
            out[found.group(1)] = number
    return out


def is_subsequence(old, new):
    rest = iter(new)
    return all(c in rest for c in old)


def check_findings(files, result):
    found, at, mine = result["findings"], anchors(files["word/document.xml"]), \
        ours(files)
    if len(mine) != len(found):
        yield f"{len(found)} findings, {len(mine)} comments"
    for f in found:
        number = mine.get(f["fingerprint"])
        text = f["excerpt"]
        if number is None:
            yield f"no comment at {text}"
        elif at.get(number) != AROUND.get(text, text):
            yield f"comment of {text} at {at.get(number)!r}"
        elif f["message"] not in comments(files)[number][1]:
            yield f"no message at {text}"


def check_package(old, new, before, after):
    """The parts that need not change are the same, in the same order."""
    if list(new)[:len(old)] != list(old):
        yield "parts have moved"
    for name in old:
        if name not in COMMENTED and old[name] != new.get(name):
            yield f"{name} has changed"
    for z in (before, after):
        if z.testzip():
            yield "damaged"
    raw = {i.filename: (i.CRC, i.compress_size) for i in after.infolist()}
    for i in before.infolist():
        if old[i.filename] == new[i.filename] and \
                raw[i.filename] != (i.CRC, i.compress_size):
            yield f"{i.filename} was packed anew"
    if not ours(old) and not is_subsequence(old["word/document.xml"],
                                            new["word/document.xml"]):
        yield "document.xml has lost something"
    for name in new:
        if name.endswith((".xml", ".rels")):
            ET.fromstring(new[name])


def check_lists(old, new):
    types, rels = new["[Content_Types].xml"], new["word/_rels/document.xml.rels"]
    if "word/comments.xml" in new and (
            types.count('"/word/comments.xml"') != 1 or
            len(re.findall(r'/comments"', rels)) != 1):
        yield "comments.xml is not listed once"
    ids = re.findall(r' Id="([^"]*)"', rels)
    if len(ids) != len(set(ids)):
        yield "an Id twice"
    numbers = [int(i) for i in comments(new)]
    if len(numbers) != len(set(numbers)):
        yield "an id of a comment twice"
    for number, told in comments(old).items():
        if told[0] != "hedui" and comments(new).get(number) != told:
            yield f"comment {number} by {told[0]} has changed"
    at = anchors(new["word/document.xml"])
    references = re.findall(r'commentReference [^>]*w:id="(\d+)"',
                            new["word/document.xml"])
    if sorted(references) != sorted(comments(new)) or \
            sorted(at) != sorted(comments(new)):
        yield "marks and comments do not agree"


def check(old_path, new_path, result_path):
    old, new = read(old_path), read(new_path)
    with open(result_path, encoding="utf-8") as f:
        result = json.load(f)
    with zipfile.ZipFile(old_path) as before, zipfile.ZipFile(new_path) as after:
        for problem in [*check_package(old, new, before, after),
                        *check_lists(old, new), *check_findings(new, result)]:
            print(problem)


def places(path, result_path):
    with open(result_path, encoding="utf-8") as f:
        for problem in check_findings(read(path), json.load(f)):
            print(problem)


def dates(path):
    print(*re.findall(r'w:date="([^"]*)"', read(path)["word/comments.xml"]))


def ids(path):
    for fingerprint, number in ours(read(path)).items():
        print(number, fingerprint)


# ---- what Word does ------------------------------------------------------------

def with_paragraph(files, fingerprint, paragraph):
    """Gives the last paragraph of a comment of ours an id."""
    text = files["word/comments.xml"]
    at = text.index(f"[{fingerprint}]")
    start = text.rindex("<w:p", 0, at)
    known = re.match(r'<w:p [^>]*w14:paraId="([0-9A-F]+)"', text[start:])
    if known:
        return known.group(1)
    text = text[:start] + f'<w:p w14:paraId="{paragraph}"' + text[start + 4:]
    if "xmlns:w14" not in text:
        text = text.replace(
            "<w:comments ", f'<w:comments xmlns:w14="{W14[1:-1]}" xmlns:mc="http'
            '://schemas.openxmlformats.org/markup-compatibility/2006" '
            'mc:Ignorable="w14" ', 1)
    files["word/comments.xml"] = text
    return paragraph


def set_state(files, paragraph, more):
    name = "word/commentsExtended.xml"
    if name in files and f'"{paragraph}"' in files[name]:
        files[name] = re.sub(
            rf'<w15:commentEx w15:paraId="{paragraph}"[^>]*/>',
            state(paragraph, more), files[name])
    else:
        extended(files, state(paragraph, more))


def resolve(path, out, fingerprint):
    files = read(path)
    paragraph = with_paragraph(files, fingerprint, "0B0B0B0B")
    set_state(files, paragraph, 'w15:done="1"')
    write(out, files)


def answer(path, out, fingerprint):
    files = read(path)
    paragraph = with_paragraph(files, fingerprint, "0B0B0B0B")
    set_state(files, paragraph, 'w15:done="0"')
    extended(files, state("0C0C0C0C",
                          f'w15:paraIdParent="{paragraph}" w15:done="0"'))
    number = ours(files)[fingerprint]
    files["word/comments.xml"] = files["word/comments.xml"].replace(
        "</w:comments>",
        '<w:comment w:id="555" w:author="甲"><w:p w14:paraId="0C0C0C0C"><w:r>'
        '<w:t>不改</w:t></w:r></w:p></w:comment></w:comments>')
    document = files["word/document.xml"]
    document = document.replace(
        f'<w:commentRangeStart w:id="{number}"/>',
        f'<w:commentRangeStart w:id="{number}"/>'
        '<w:commentRangeStart w:id="555"/>')
    mark = (f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference '
            f'w:id="{number}"/></w:r>')
    files["word/document.xml"] = document.replace(
        mark, mark + mark.replace(f'"{number}"', '"555"'))
    write(out, files)


def annotations(path):
    text = read(path)["content.xml"]
    found = re.findall(r"<office:annotation .*?</office:annotation>", text)
    print(len(found), sum("bad-mark" in a for a in found))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
