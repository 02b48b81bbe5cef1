#!/usr/bin/env python3
"""Holds `hedui lsp` against the protocol, by a client of its own. Prints TAP.

    HEDUI=build/hedui python3 tests/lsp.py"""
import json
import os
import pathlib
import random
import signal
import sys
import tempfile
import time
import traceback

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/tools"))
from lsp_client import PATIENCE, Client, edit, offset_of, position  # noqa: E402

HEDUI = os.path.abspath(os.environ.get("HEDUI", ROOT / "build/hedui"))
BAD = "进出口总额由1520亿元增加到1748亿元，增长12.8%。"
GOOD = "进出口总额由1520亿元增加到1748亿元，增长15.0%。"
results = []


def expect(name, good, shown=""):
    results.append(bool(good))
    print("ok" if good else "not ok", name)
    if not good and shown != "":
        print("# " + str(shown).replace("\n", "\n# "))


def same(name, wanted, got):
    expect(name, wanted == got, f"wanted {wanted}\ngot    {got}")


def client(*words, **more):
    return Client([HEDUI, "lsp", *words], **more)


def codes(diagnostics):
    return [d["code"] for d in diagnostics]


def cut(text, span, units=2):
    """What stands at a range."""
    start, end = span["start"], span["end"]
    lines = text.split("\n")
    assert start["line"] == end["line"]
    encoding = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[units]
    line = lines[start["line"]].encode(encoding)
    return line[start["character"] * units:
                end["character"] * units].decode(encoding)


def try_life():
    with client() as c:
        same("a request before initialize", -32002,
             c.request("textDocument/hover")["code"])
        c.notify("textDocument/didOpen", {"textDocument": {}})
        answer = c.initialize()
        same("its name", "hedui", answer["serverInfo"]["name"])
        same("edits are incremental", 2,
             answer["capabilities"]["textDocumentSync"]["change"])
        same("initialize again", -32600, c.request("initialize")["code"])
        same("a method that is none", -32601, c.request("foo/bar")["code"])
        same("a notification as a request", -32601,
             c.request("textDocument/didOpen")["code"])
        c.notify("$/foo")
        c.notify("foo/bar")
        c.notify("$/cancelRequest", {"id": 77})
        same("a document that is not open", -32602,
             c.request("textDocument/diagnostic",
                       {"textDocument": {"uri": "file:///no"}})["code"])
        c.request("shutdown")
        same("a request behind shutdown", -32600,
             c.request("textDocument/hover")["code"])
        c.notify("exit")
        same("exit behind shutdown", 0, c.process.wait(timeout=PATIENCE))
    with client() as c:
        c.initialize()
        c.notify("exit")
        same("exit without shutdown", 1, c.process.wait(timeout=PATIENCE))
    with client() as c:
        c.initialize()
        c.process.stdin.close()
        same("the end of the input", 1, c.process.wait(timeout=PATIENCE))
    with client() as c:
        c.initialize(processId=99999999)
        same("a parent that cannot be seen", 0, c.end())
    with client("--no-config", "--previous", "-") as c:
        c.initialize()
        c.open("untitled:-", BAD)
        c.diagnostics("untitled:-")
        same("nobody else reads its input", 0, c.end())
    with client("x.txt") as c:
        same("a file", 2, c.process.wait(timeout=PATIENCE))


def try_frames():
    def error(c):
        return c.wait(lambda m: "error" in m and m["id"] is None)["error"]
    with client() as c:
        c.initialize()
        c.send_bytes(b"Content-Length: 5\r\n\r\n{\"a\":")
        same("no JSON", -32700, error(c)["code"])
        c.send_bytes(b"Content-Length: 2\r\n\r\n[]")
        same("no message", -32600, error(c)["code"])
        c.send_bytes(b"X-Length: 5\r\nfoo\r\n\r\n")
        same("a head without a length", -32700, error(c)["code"])
        c.send_bytes(b"Content-Length: minus\r\n\r\n")
        same("a length that is none", -32700, error(c)["code"])
        c.send_bytes(b"content-length:2\r\nContent-Type: x\r\n\r\n{}")
        same("a head in small letters", -32600, error(c)["code"])
        c.send_bytes(b"Content-Length: 999999999999\r\n\r\n")
        same("a body that is too long", -32700, error(c)["code"])
    with client() as c:
        c.send_bytes(b"x" * 10000 + b"\r\n\r\n")
        same("no head", -32700, error(c)["code"])
        c.initialize()
        body = b'{"jsonrpc":"2.0","id":9,"method":"foo"}'
        for byte in b"Content-Length: %d\r\n\r\n" % len(body) + body:
            c.send_bytes(bytes([byte]))
        same("byte by byte", -32601, c.answer(9)["code"])
        c.send_bytes(b"Content-Length: 100000\r\n\r\n" + b"[" * 100000)
        same("a deep nest", -32700, error(c)["code"])
        same("and it lives on", 0, c.end())


def try_diagnostics():
    uri = "file:///tmp/报告/a%20b.txt"
    with client("--no-config") as c:
        c.initialize()
        text = "第一段。\n" + BAD + "\n"
        c.open(uri, text)
        found = c.diagnostics(uri)
        same("one finding", ["growth-mismatch"], codes(found))
        d = found[0]
        same("its place", "12.8%", cut(text, d["range"]))
        same("an error", (1, "hedui"), (d["severity"], d["source"]))
        same("its fingerprint", 16, len(d["data"]["fingerprint"]))
        expect("its message", "14.93" in d["message"], d)
        same("the other places", ["1520亿元", "1748亿元"],
             [cut(text, r["location"]["range"])
              for r in d["relatedInformation"]])
        same("are in this file", {uri},
             {r["location"]["uri"] for r in d["relatedInformation"]})
        change, text = edit(text, "15.0%", text.index("12.8%"),
                            text.index("12.8%") + 5)
        c.change(uri, change)
        same("mended", [], c.diagnostics(uri))
        c.change(uri, {"text": BAD})
        same("the whole text", ["growth-mismatch"], codes(c.diagnostics(uri)))
        c.close(uri)
        closed = c.wait(lambda m: m["method"] ==
                        "textDocument/publishDiagnostics")
        same("none when it is closed", [], closed["params"]["diagnostics"])
        c.change(uri, {"text": "x"})
        same("shutdown", 0, c.end())


def point(text, word, inside=1):
    """The position inside the first such word."""
    return position(text, text.index(word) + inside)


def try_answers():
    uri = "file:///tmp/a.txt"
    text = "前言。\n😀" + BAD + "\n全省进口达到586.4亿元。\n"
    with client("--no-config") as c:
        c.initialize()
        c.open(uri, text)
        c.diagnostics(uri)
        shown = c.at("textDocument/hover", uri, **point(text, "12.8%"))
        value = shown["contents"]["value"]
        same("hover is about the figure", "12.8%", cut(text, shown["range"]))
        for word in ("**12.8%**", "growth-mismatch", "核算", "14.93",
                     "2:8 1520亿元", "方面：增幅", "方向：上升",
                     "规则："):
            expect(f"hover says {word}", word in value, value)
        expect("hover: markup of a text is none", r"\[14.93" in value, value)
        shown = c.at("textDocument/hover", uri, **point(text, "586.4亿元"))
        expect("hover: a figure without a finding", shown and
               "58640000000 CNY" in shown["contents"]["value"], shown)
        same("hover: no figure", None,
             c.at("textDocument/hover", uri, **point(text, "前言", 0)))
        same("hover beyond the end", None,
             c.at("textDocument/hover", uri, line=99, character=99))
        there = c.at("textDocument/definition", uri, **point(text, "12.8%"))
        same("definition: the other places", ["1520亿元", "1748亿元"],
             [cut(text, p["range"]) for p in there])
        there = c.at("textDocument/definition", uri, **point(text, "1748"))
        same("definition: and back", ["1520亿元", "12.8%"],
             [cut(text, p["range"]) for p in there])
        there = c.at("textDocument/references", uri, **point(text, "1748"),
                     context={"includeDeclaration": True})
        same("references", ["1520亿元", "增加到", "1748亿元", "12.8%"],
             [cut(text, p["range"]) for p in there])
        there = c.at("textDocument/references", uri, **point(text, "1748"))
        same("references without itself", 3, len(there))
        same("no references", None,
             c.at("textDocument/references", uri, **point(text, "前言", 0)))
        c.end()
    with client("--no-config", "--lang", "en") as c:
        c.initialize({})
        c.open(uri, text)
        found = c.wait(lambda m: "params" in m)["params"]["diagnostics"]
        expect("places stand in the message where there is no list",
               "relatedInformation" not in found[0] and
               "2:8 1520亿元" in found[0]["message"], found)
        shown = c.at("textDocument/hover", uri, **point(text, "12.8%"))
        expect("plain text, in English", shown["contents"]["kind"] ==
               "plaintext" and "direction: up" in shown["contents"]["value"] and
               "*" not in shown["contents"]["value"], shown)


def fixes(c, uri, where, **context):
    return c.request("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": {"start": where, "end": where},
        "context": {"diagnostics": [], **context}})


def apply(text, action, uri):
    """The text with the one edit of an action."""
    [change] = action["edit"]["documentChanges"]
    [done] = change["edits"]
    start, end = (offset_of(text, done["range"][k]) for k in ("start", "end"))
    assert change["textDocument"]["uri"] == uri
    return text[:start] + done["newText"] + text[end:]


def silenced(c, uri, text, language, word):
    """Silences what stands at the word; the text then. It must be gone, and
    nothing else."""
    c.open(uri, text, language)
    before = c.diagnostics(uri)
    actions = [a for a in fixes(c, uri, point(text, word))
               if "hedui-ignore" in str(a["edit"])]
    after = text
    if actions:
        after = apply(text, actions[0], uri)
        c.change(uri, {"text": after})
        left = c.diagnostics(uri)
        gone = actions[0]["diagnostics"][0]["data"]["fingerprint"]
        same(f"silenced: {after!r}",
             sorted(d["data"]["fingerprint"] for d in before
                    if d["data"]["fingerprint"] != gone),
             sorted(d["data"]["fingerprint"] for d in left))
    else:
        expect(f"an action for {word} in {text!r}", False, before)
    return after


def try_actions(folder):
    with client("--no-config") as c:
        c.initialize()
        uri = "file:///tmp/a.txt"
        after = silenced(c, uri, BAD + "  \r\n" + GOOD, "plaintext", "12.8%")
        same("text: at the end of the line", BAD + " <!-- hedui-ignore "
             "growth-mismatch: 理由 -->  \r\n" + GOOD, after)
        [action] = fixes(c, uri, point(after, "12.8%")) or [None] or [0]
        same("nothing to do where it is silenced", None, action)
    with client("--no-config") as c:
        c.initialize()
        md, html = "file:///tmp/a.md", "file:///tmp/a"
        silenced(c, md, "# 题\n\n- " + BAD + "\n- 又一条\n", "markdown", "12.8%")
        page = "<html><body><p\nclass=a>" + BAD + "</p><p\n>二</p></body>"
        after = silenced(c, html, page, "html", "12.8%")
        expect("HTML: behind the figure", "12.8% <!-- hedui" in after, after)
        two = BAD + " <!-- hedui-ignore parts-sum: 一 -->\n"
        [action] = [c.open(md, two, "markdown"), c.diagnostics(md)] and \
            fixes(c, md, point(two, "12.8%"))
        after = apply(two, action, md)
        same("a comment that is there takes one more rule", BAD +
             " <!-- hedui-ignore growth-mismatch, parts-sum: 一 -->\n", after)
        c.change(md, {"text": after})
        same("and silences both", ["hedui-ignore"], codes(c.diagnostics(md)))
        same("other kinds are not wanted", [],
             fixes(c, md, point(after, "12.8%"), only=["refactor"]))
        word = "会议于2024年5月1日（星期五）召开。\n"
        c.open("file:///tmp/w.txt", word)
        c.diagnostics("file:///tmp/w.txt")
        titles = [a["title"] for a in
                  fixes(c, "file:///tmp/w.txt", point(word, "星期五"))]
        expect("another word", "“星期五”改为“星期三”" in titles, titles)
    write_rule(folder, "bad-mark", "坏数")
    with client("--no-config", "--rules", str(folder), "--select",
                "bad-mark") as c:
        c.initialize()
        table = "| 坏数 | 年 |\n|---|---|\n| x | 甲坏数 12 |\n| 坏数一 | 2 |\n"
        for word in ("坏数 |", "甲坏数", "坏数一"):
            after = silenced(c, md, "# 题\n\n" + table, "markdown", word)
        expect("Markdown: in the cell of a table",
               "| 坏数一 <!-- hedui-ignore bad-mark: 理由 --> | 2 |" in after,
               after)
    with client("--no-config") as c:
        c.initialize({"window": {"showDocument": {"support": True}},
                      "textDocument": {"codeAction": {
                          "codeActionLiteralSupport": {}}}})
        uri = "file:///tmp/b.txt"
        text = "😀" + BAD
        c.open(uri, text)
        c.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics")
        [action] = fixes(c, uri, point(text, "12.8%"))
        [done] = action["edit"]["changes"][uri]
        after = text + done["newText"]
        same("a plain edit", len(text) + 1, done["range"]["end"]["character"])
        command = action["command"]
        c.change(uri, {"text": after})
        c.ask("workspace/executeCommand", {
            "command": command["command"], "arguments": command["arguments"]})
        asked = c.wait(lambda m: m.get("method") == "window/showDocument")
        same("the reason is selected", "理由",
             cut(after, asked["params"]["selection"]))
        same("no other command", -32602, c.request(
            "workspace/executeCommand", {"command": "rm"})["code"])


LANGUAGES = {".txt": "plaintext", ".md": "markdown", ".html": "html"}


def try_cases():
    """Every comment that is offered silences its finding and no other one:
    the first two findings of each case of tests/cases."""
    silenced, wrong = 0, []
    with client("--no-config", "--debounce", "0") as c:
        c.initialize()
        for path in sorted((ROOT / "tests/cases").glob("*/*")):
            language = LANGUAGES.get(path.suffix)
            if not language:
                continue
            text = path.read_bytes().decode("utf-8", "replace")
            uri = path.as_uri()
            c.open(uri, text, language)
            before = c.diagnostics(uri)
            for d in [d for d in before if "data" in d][:2]:
                [action] = [a for a in fixes(c, uri, d["range"]["start"])
                            if a["diagnostics"][0]["data"] == d["data"] and
                            "hedui-ignore" in str(a["edit"])]
                [done] = action["edit"]["documentChanges"][0]["edits"]
                c.change(uri, {"range": done["range"],
                               "text": done["newText"]})
                after = c.diagnostics(uri)
                line = d["range"]["start"]["line"]
                wanted = [b.get("data") for b in before if
                          b["code"] != d["code"] or
                          b["range"]["start"]["line"] != line]
                silenced += 1
                if key(wanted) != key([a.get("data") for a in after]):
                    wrong.append(f"{path.name}:{line + 1} {d['code']}")
                c.change(uri, {"text": text})
                c.diagnostics(uri)
            c.close(uri)
    expect(f"comments silence their findings: {silenced} in tests/cases",
           silenced > 50 and not wrong, wrong)


def key(data):
    """Fingerprints, to be compared in any order."""
    return sorted((d or {}).get("fingerprint", "") for d in data)


def try_nonsense():
    """Requests of any shape: each is answered, once, and the server lives."""
    dice = random.Random(int(os.environ.get("SEED", "7")))
    uri = "file:///tmp/n.txt"
    odd = [None, True, -1, 0, 3.5, 2 ** 62, "", "x", uri, [], [1], {}, BAD,
           "file:///%zz%00%ff", {"line": -1, "character": 0},
           {"line": 2 ** 40, "character": 2 ** 40}, {"line": "0"},
           {"uri": uri}, {"uri": uri, "version": []}]
    names = ["textDocument", "position", "range", "start", "end", "uri",
             "context", "contentChanges", "text", "only", "arguments", "id",
             "command", "settings", "hedui", "languageId", "version", "items",
             "includeDeclaration", "line", "character", "minSeverity"]
    asked = ["textDocument/hover", "textDocument/definition",
             "textDocument/references", "textDocument/codeAction",
             "textDocument/diagnostic", "workspace/executeCommand"]
    told = ["textDocument/didOpen", "textDocument/didChange",
            "textDocument/didSave", "textDocument/didClose",
            "workspace/didChangeConfiguration", "$/cancelRequest",
            "workspace/didChangeWatchedFiles", "initialized"]

    def shape(depth):
        kind = dice.randrange(3 if depth else 1)
        if kind == 0:
            return dice.choice(odd)
        if kind == 1:
            return [shape(depth - 1) for _ in range(dice.randrange(4))]
        return {n: shape(depth - 1) for n in dice.sample(names, 5)}

    def params():
        made = shape(3)
        if isinstance(made, dict) and dice.random() < 0.7:
            made = {**made, "textDocument": {"uri": uri,
                                             "version": dice.choice(odd)}}
        return made
    with client("--no-config") as c:
        c.initialize()
        c.open(uri, BAD)
        ids = []
        for _ in range(300):
            if dice.random() < 0.5:
                ids.append(c.ask(dice.choice(asked), params()))
            else:
                c.notify(dice.choice(told), params())
        c.notify("workspace/didChangeConfiguration",
                 {"settings": {"hedui": {}}})
        c.open(uri, BAD)
        for number in ids:
            c.answer(number)
        again = [m for _, m in c.inbox if m.get("id") in ids]
        same(f"{len(ids)} requests are answered once", [], again)
        while not c.diagnostics(uri):
            pass
        same("and it lives on", 0, c.end())


def try_units():
    text = "\ufeff😀第一段。\r\n𠀀𠀁甲" + BAD + "😀\r\n"
    for name, units in (("utf-8", 1), ("utf-16", 2), ("utf-32", 4)):
        with client("--no-config") as c:
            answer = c.initialize({
                "general": {"positionEncodings": ["x", name, "utf-16"]},
                "textDocument": {"publishDiagnostics": {
                    "versionSupport": True}}})
            same(f"{name} is taken", name,
                 answer["capabilities"]["positionEncoding"])
            uri = "file:///tmp/u.txt"
            c.open(uri, text)
            [found] = c.diagnostics(uri)
            same(f"{name}: the place", "12.8%",
                 cut(text.replace("\r\n", "\n"), found["range"], units))
            at = text.index("12.8%")
            c.change(uri, {"range": {"start": position(text, at, units),
                                     "end": position(text, at + 5, units)},
                           "text": "15.0%"})
            same(f"{name}: an edit", [], c.diagnostics(uri))
    with client() as c:
        answer = c.initialize({"general": {"positionEncodings": ["utf-7"]}})
        same("UTF-16 else", "utf-16",
             answer["capabilities"]["positionEncoding"])


def try_halves():
    """Halves of surrogate pairs, as JavaScript sends them, and a NUL."""
    uri = "file:///tmp/h.txt"
    with client("--no-config") as c:
        c.initialize()
        for text in ('\\ud83d', '\\ude00\\ud83d', '\\\\\\ud83dx'):
            body = ('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":'
                    '{"textDocument":{"uri":"%s","languageId":"plaintext",'
                    '"version":1,"text":"%s\\n%s"}}}' % (uri, text, BAD))
            body = body.encode()
            c.versions[uri] = 1
            c.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            [found] = c.diagnostics(uri)
            same(f"{text}: the place", {"line": 1, "character": 24},
                 found["range"]["start"])
        c.open(uri, "\0")
        same("a NUL", [], c.diagnostics(uri))


RULE = """return {
  api = 1, id = "%s", severity = "error", on = { pattern = [[%s]] },
  summary = "a mark", explain = "A mark.", messages = { base = "a mark" },
  examples = { bad = { { "甲%s。", at = "%s" } }, good = { "甲。" } },
%s}
"""


def write_rule(folder, name, mark, body=""):
    (folder / f"{name}.lua").write_text(RULE % (name, mark, mark, mark, body),
                                        encoding="utf-8")


def try_random_edits(folder):
    """After edits at random, the server has the text that the client has: its
    findings stand where those of a text that is opened anew do."""
    dice = random.Random(int(os.environ.get("SEED", "7")))
    words = ["坏数", "坏", "数", "😀", "𠀀", "é", "a", " ", "\r\n", "\n", "\r",
             "。", "12%", "\ufeff", "。\n\n"]
    write_rule(folder, "bad-mark", "坏数")
    options = ["--no-config", "--rules", str(folder), "--select", "bad-mark",
               "--debounce", "0"]
    for name, units in (("utf-16", 2), ("utf-8", 1), ("utf-32", 4)):
        with client(*options) as c:
            c.initialize({"general": {"positionEncodings": [name]},
                          "textDocument": {"publishDiagnostics": {
                              "versionSupport": True}}})
            uri, good, found = "file:///tmp/r.txt", 0, 0
            text = "".join(dice.choices(words, k=60))
            c.open(uri, text)
            for turn in range(40):
                changes = []
                for _ in range(dice.randrange(1, 5)):
                    a, b = sorted(dice.randrange(len(text) + 1)
                                  for _ in range(2))
                    b = min(b, a + dice.randrange(8))
                    new = "".join(dice.choices(words, k=dice.randrange(6)))
                    if between(text, a) or between(text, b):
                        continue
                    changes.append({"text": new, "range": {
                        "start": position(text, a, units),
                        "end": position(text, b, units)}})
                    text = text[:a] + new + text[b:]
                c.change(uri, *changes)
                edited = c.diagnostics(uri)
                fresh = f"file:///tmp/r{turn}.txt"
                c.open(fresh, text)
                good += edited == c.diagnostics(fresh)
                found += len(edited)
                c.close(fresh)
            expect(f"{name}: 40 turns of edits, {found} findings",
                   good == 40 and found > 40, good)


def between(text, at):
    """Inside a line end, where no client has a cursor."""
    return text[at - 1:at + 1] == "\r\n"


def message(c):
    return c.wait(lambda m: m.get("method") ==
                  "window/showMessage")["params"]["message"]


def try_configuration(folder):
    uri = (folder / "a.txt").as_uri()
    config = folder / ".hedui.lua"
    config.write_text('return { ignore = {"growth-mismatch"} }')
    with client() as c:
        c.initialize()
        c.open(uri, BAD)
        same("the configuration of the file", [], c.diagnostics(uri))
        config.write_text('return { severity = {["growth-mismatch"] = "note"} }')
        c.notify("workspace/didChangeWatchedFiles", {"changes": []})
        same("is read again", [3],
             [d["severity"] for d in c.diagnostics(uri)])
        config.write_text('return { ignore = {"growth-mismatch"} }')
        c.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        same("and when a draft is saved", [], c.diagnostics(uri))
        config.write_text('return { ignroe = {"growth-mismatch"} }')
        c.notify("workspace/didChangeWatchedFiles", {"changes": []})
        said = message(c)
        expect("what is wrong with it is shown",
               "unknown key ignroe; did you mean ignore?" in said, said)
        same("and no findings", [], c.diagnostics(uri))
        config.write_text("return {}")
        c.notify("workspace/didChangeWatchedFiles", {"changes": []})
        same("until it is mended", 1, len(c.diagnostics(uri)))
        c.notify("workspace/didChangeConfiguration", {"settings": {
            "hedui": {"minSeverity": "error", "severity": [
                "growth-mismatch=warning"]}}})
        same("settings of the client", [], c.diagnostics(uri))
        c.notify("workspace/didChangeConfiguration", {"settings": {
            "hedui": {"minSevrity": "error", "minSeverity": "erro", "lang": "",
                      "ignore": []}}})
        said = [message(c), message(c)]
        expect("a setting that is none", "did you mean min-severity?" in said[0],
               said)
        expect("a value that is none", "not \"erro\"" in said[1], said)
        same("the others hold", 1, len(c.diagnostics(uri)))
        c.notify("workspace/didChangeConfiguration", {"settings": None})
        c.end()
    config.write_text('return { baseline = "b.jsonl", lang = "en" }')
    with client() as c:
        c.initialize(locale="zh-cn")
        c.open(uri, BAD)
        expect("a baseline that is not there", "b.jsonl" in message(c))
        [found] = c.diagnostics(uri)
        expect("the language of messages", "printed" in found["message"] or
               "should" in found["message"] or found["message"].isascii(),
               found["message"])
        (folder / "b.jsonl").write_text(json.dumps({
            "fingerprint": found["data"]["fingerprint"],
            "rule": "growth-mismatch"}) + "\n")
        c.change(uri, {"text": "一段。\n\n" + BAD})
        same("what the baseline lists", [], c.diagnostics(uri))
    with client("--select", "growth-mismatch") as c:
        c.initialize(initializationOptions={"hedui": {
            "ignore": "growth-mismatch", "noConfig": True}})
        c.open(uri, BAD)
        same("options of the beginning", [], c.diagnostics(uri))
    config.unlink()
    with client() as c:
        c.initialize({"workspace": {"configuration": True,
                                    "didChangeWatchedFiles": {
                                        "dynamicRegistration": True}}})
        asked = c.wait(lambda m: m.get("method") ==
                       "client/registerCapability")
        expect("configurations are watched", ".hedui" in str(asked), asked)
        c.notify("workspace/didChangeConfiguration", {"settings": None})
        asked = c.wait(lambda m: m.get("method") == "workspace/configuration")
        c.open(uri, BAD)
        c.send({"id": asked["id"], "result": [{"ignore": "growth-mismatch"}]})
        same("settings that are asked for", [], [
            m for m in [c.wait(lambda m: m.get("method") ==
                               "textDocument/publishDiagnostics" and
                               not m["params"]["diagnostics"])]
            if m["params"]["diagnostics"]])


def try_other_file(folder):
    """A place in another file: by its lines, and where that file is open by
    the text that it has there."""
    last, uri = folder / "去年 2023.txt", (folder / "a.txt").as_uri()
    old = "一。\n😀粮食产量连续三年稳定在1900万吨以上。\n"
    last.write_text(old, encoding="utf-8")
    (folder / ".hedui.lua").write_text('return { previous = "去年 2023.txt" }',
                                       encoding="utf-8")
    with client("--select", "previous-mismatch") as c:
        c.initialize()
        c.open(uri, "粮食产量连续五年稳定在1900万吨以上。")
        [found] = c.diagnostics(uri)
        [there] = [r["location"] for r in found["relatedInformation"]]
        same("its name", last.as_uri(), there["uri"])
        same("its line", 1, there["range"]["start"]["line"])
        c.open(last.as_uri(), old)
        c.diagnostics(last.as_uri())
        places = c.at("textDocument/definition", uri, line=0, character=7)
        same("its place where it is open", [(last.as_uri(), "连续三年")],
             [(p["uri"], cut(old, p["range"])[:4]) for p in places])
        same("nothing wrong in it", 0, c.end())


def try_formats():
    with client("--no-config") as c:
        c.initialize()
        page = "<meta charset=gb2312><p>" + BAD + "</p>"
        for uri, language, text in (
                ("file:///tmp/a", "html", page),
                ("untitled:Untitled-1", "markdown", "**" + BAD + "**"),
                ("file:///tmp/a.html", "html", page),
                ("file:///tmp/a.MD", "markdown", BAD),
                ("file:///tmp/a.unknown", "x", BAD)):
            c.open(uri, text, language)
            [found] = c.diagnostics(uri)
            same(f"{uri}: {language}", "12.8%", cut(text, found["range"]))
        c.open("file:///tmp/e.txt", "")
        same("an empty text", [], c.diagnostics("file:///tmp/e.txt"))
        text = "一。 # hedui-ignore resiude: x\n二。 # hedui-ignore residue: y\n"
        c.open("file:///tmp/i.txt", text)
        found = c.diagnostics("file:///tmp/i.txt")
        same("what is said of comments", [(2, None), (4, [1])],
             [(d["severity"], d.get("tags")) for d in found])
        same("where they stand", ["# hedui-ignore resiude: x",
                                  "# hedui-ignore residue: y"],
             [cut(text, d["range"]).strip() for d in found])


def children(process):
    path = f"/proc/{process.pid}/task/{process.pid}/children"
    return [int(n) for n in pathlib.Path(path).read_text().split()]


def freeze(c, edit):
    """Does the edit, and stops the worker that checks it where it is: what the
    server does meanwhile depends on no clock. Its process."""
    before = children(c.process)
    edit()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for worker in children(c.process):
            if worker not in before:
                os.kill(worker, signal.SIGSTOP)
                return worker
        time.sleep(0.001)
    raise TimeoutError("no worker")


def try_hostile(folder):
    """Rules that hang, workers that die, and edits under a check."""
    uri = "file:///tmp/s.txt"
    write_rule(folder, "bad-mark", "坏数")
    write_rule(folder, "slow-mark", "慢数",
               "  check = function() for i = 1, 150000000 do end end,\n")
    write_rule(folder, "lost-mark", "丢数",
               "  check = function() while true do end end,\n")
    marks = "bad-mark,slow-mark,lost-mark"
    with client("--no-config", "--rules", str(folder), "--select",
                marks) as c:
        c.initialize()
        c.open(uri, "有坏数和丢数。")
        same("others' findings stand", ["bad-mark"], codes(c.diagnostics(uri)))
        said = message(c)
        expect("the rule that is lost is named", "lost-mark" in said, said)
        c.change(uri, {"text": "有坏数和丢数，12。"})
        c.diagnostics(uri)
        freeze(c, lambda: c.change(uri, {"text": "有慢数。"}))
        number = c.ask("textDocument/hover", {
            "textDocument": {"uri": uri},
            "position": {"line": 0, "character": 0}})
        c.notify("$/cancelRequest", {"id": number})
        same("a request that is cancelled", -32800, c.answer(number)["code"])
        number = c.ask("textDocument/hover", {
            "textDocument": {"uri": uri},
            "position": {"line": 0, "character": 0}})
        c.change(uri, {"text": "有坏数。"})
        same("a request before an edit", -32801, c.answer(number)["code"])
        same("an edit under a check", ["bad-mark"], codes(c.diagnostics(uri)))
        expect("does not wait for it: the old text has no diagnostics", not [
            m for _, m in c.inbox if m.get("method") ==
            "textDocument/publishDiagnostics"], c.inbox)
        expect("a failure is said once", not [
            m for _, m in c.inbox if m.get("method") == "window/showMessage"],
            c.inbox)
        os.kill(freeze(c, lambda: c.change(uri, {"text": "有坏数和慢数。"})),
                signal.SIGKILL)
        found = codes(c.diagnostics(uri))
        expect("a worker that is killed: in a rule, or before",
               found in ([], ["bad-mark"]), found)
        said = message(c)
        expect("is said", "stopped: it crashed" in said, said)
        c.change(uri, {"text": "有坏数。"})
        same("and the next one lives", ["bad-mark"],
             codes(c.diagnostics(uri)))
        other = "file:///tmp/o.txt"
        freeze(c, lambda: c.change(uri, {"text": "有丢数和慢数。"}))
        c.open(other, "有坏数。")
        same("another document", ["bad-mark"], codes(c.diagnostics(other)))
        expect("does not wait for a long check", not [
            m for _, m in c.inbox if m.get("params", {}).get("uri") == uri],
            c.inbox)
        freeze(c, lambda: c.change(uri, {"text": "有慢数。"}))
        c.close(uri)
        same("shutdown under a check", 0, c.end())
    with client("--no-config", "--rules", str(folder / "none")) as c:
        c.initialize()
        c.open(uri, BAD)
        expect("rules that are not there", "none" in message(c))
        c.end()


def try_pull():
    uri = "file:///tmp/p.txt"
    with client("--no-config") as c:
        answer = c.initialize({"textDocument": {"diagnostic": {}}})
        expect("it may be asked", "diagnosticProvider" in
               answer["capabilities"], answer)
        c.open(uri, BAD)
        got = c.request("textDocument/diagnostic",
                        {"textDocument": {"uri": uri}})
        same("diagnostics that are asked for", ("full", ["growth-mismatch"]),
             (got["kind"], codes(got["items"])))
        expect("are not sent as well", not c.inbox, c.inbox)


def main():
    parts = [try_life, try_frames, try_diagnostics, try_answers, try_nonsense, try_cases,
             try_units,
             try_halves, try_formats, try_pull]
    in_folder = [try_actions, try_other_file, try_random_edits, try_configuration, try_hostile]
    for part in parts + in_folder:
        with tempfile.TemporaryDirectory() as name:
            try:
                part(*[pathlib.Path(name)] if part in in_folder else [])
            except (TimeoutError, EOFError, BrokenPipeError, KeyError,
                    ValueError, TypeError, AssertionError):
                expect(part.__name__, False, traceback.format_exc())
    return 0 if all(results) else 1


sys.exit(main())
