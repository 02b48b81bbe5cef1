"""A small client of the language server protocol, and what counts answers.

    with Client([HEDUI, "lsp"]) as c:
        c.initialize()
        c.open("file:///a.txt", "一二三。")
        print(c.diagnostics("file:///a.txt"))

Messages of the server are kept in c.inbox until somebody waits for one like
them. Text is kept as the server should have it: edit() changes both."""
import json
import os
import queue
import subprocess
import threading
import time

PATIENCE = 100  # seconds for what takes milliseconds on a quiet machine


class Client:
    def __init__(self, command, cwd=None, env=None):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=cwd, env={**os.environ, **(env or {})})
        self.queue, self.inbox, self.next_id = queue.Queue(), [], 0
        self.versions = {}
        threading.Thread(target=self.read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout,
                     self.process.stderr):
            try:
                pipe.close()
            except BrokenPipeError:
                pass

    # ---- the wire

    def read(self):
        out = self.process.stdout
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.queue.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = out.read(length)
            if len(body) < length:
                self.queue.put(None)
                return
            self.queue.put((time.monotonic(), json.loads(body)))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params=None):
        self.send({"method": method, "params": params or {}})

    def ask(self, method, params=None):
        """Sends a request; its id."""
        self.next_id += 1
        self.send({"id": self.next_id, "method": method,
                   "params": params or {}})
        return self.next_id

    def request(self, method, params=None):
        return self.answer(self.ask(method, params))

    def answer(self, number, timeout=PATIENCE):
        """The answer to a request: its result, or its error."""
        found = self.wait(lambda m: m.get("id") == number and
                          "method" not in m, timeout)
        return found.get("result", found.get("error"))

    def wait(self, wanted, timeout=PATIENCE):
        """The first message that is wanted, taken out of the inbox."""
        end = time.monotonic() + timeout
        seen = 0
        while True:
            for i in range(seen, len(self.inbox)):
                if wanted(self.inbox[i][1]):
                    self.arrived, message = self.inbox.pop(i)
                    return message
            seen = len(self.inbox)
            try:
                got = self.queue.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"not among {self.inbox}") from None
            if got is None:
                raise EOFError(self.process.stderr.read().decode())
            self.inbox.append(got)

    # ---- methods

    def initialize(self, capabilities=None, **params):
        result = self.request("initialize", {
            "processId": os.getpid(), "rootUri": None,
            "capabilities": capabilities if capabilities is not None else {
                "textDocument": {"publishDiagnostics": {
                    "relatedInformation": True, "versionSupport": True,
                    "tagSupport": {"valueSet": [1, 2]}},
                    "hover": {"contentFormat": ["markdown"]},
                    "codeAction": {"codeActionLiteralSupport": {}}},
                "workspace": {"workspaceEdit": {"documentChanges": True}}},
            **params})
        self.notify("initialized")
        return result

    def open(self, uri, text, language="plaintext"):
        self.versions[uri] = 1
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": 1, "text": text}})

    def change(self, uri, *changes):
        self.versions[uri] += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.versions[uri]},
            "contentChanges": list(changes)})

    def close(self, uri):
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri, version=None):
        """Those of the newest version of the text, or of another."""
        version = version or self.versions[uri]
        found = self.wait(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and
            m["params"]["uri"] == uri and
            m["params"].get("version") == version)
        return found["params"]["diagnostics"]

    def at(self, method, uri, line, character, **more):
        return self.request(method, {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character}, **more})

    def end(self):
        """shutdown and exit; the exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(timeout=PATIENCE)


def edit(text, new, *offsets):
    """An edit of the protocol in UTF-16 that puts `new` in the place of
    text[offsets[0]:offsets[1]], and the text behind it."""
    start, end = offsets
    return {"range": {"start": position(text, start),
                      "end": position(text, end)}, "text": new}, \
        text[:start] + new + text[end:]


def position(text, offset, units=2):
    """Line and character of an offset in code points; units: 2 UTF-16,
    1 UTF-8, 4 UTF-32."""
    line, start, i = 0, 0, 0
    while i < offset:
        if text[i] == "\r" and text[i + 1:i + 2] == "\n":
            if i + 2 > offset:
                break
            i += 1
        i += 1
        if text[i - 1] in "\r\n":
            line, start = line + 1, i
    encoding = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[units]
    here = text[start:offset].rstrip("\r") if text[offset:offset + 1] == "\n" \
        else text[start:offset]
    return {"line": line, "character": len(here.encode(encoding)) // units}


def offset_of(text, at, units=2):
    """The offset in code points of a position."""
    for i in range(len(text) + 1):
        if position(text, i, units) == at:
            return i
    return None
