#!/usr/bin/env python3
"""Holds `hedui lsp` against the protocol, by a client of its own. Prints TAP.

    HEDUI=build/hedui python3 tests/lsp.py"""
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/tools"))
from lsp_client import Client, edit, position  # noqa: E402

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
        same("exit behind shutdown", 0, c.process.wait(timeout=20))
    with client() as c:
        c.initialize()
        c.notify("exit")
        same("exit without shutdown", 1, c.process.wait(timeout=20))
    with client() as c:
        c.initialize()
        c.process.stdin.close()
        same("the end of the input", 1, c.process.wait(timeout=20))
    with client("x.txt") as c:
        same("a file", 2, c.process.wait(timeout=20))


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


def main():
    for part in (try_life, try_frames, try_diagnostics):
        try:
            part()
        except (TimeoutError, EOFError, BrokenPipeError, KeyError) as e:
            expect(part.__name__, False, repr(e))
    return 0 if all(results) else 1


sys.exit(main())
