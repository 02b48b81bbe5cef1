/* A language server as a child process: framing, requests and answers of the
 * base protocol. Nothing here knows the editor. */
"use strict";
const {spawn} = require("child_process");

class Server {
  /* on: {method: params => result} of what the server asks or tells;
   * ended(error): it is gone, once; cwd: the folder it works in. */
  constructor(command, args, {on, ended, cwd}) {
    this.on = on;
    this.waiting = new Map();
    this.id = 0;
    this.bytes = Buffer.alloc(0);
    this.child = spawn(command, args, {cwd, stdio: ["pipe", "pipe", "ignore"]});
    let told = false;
    const end = (error) => {
      for (const {reject} of this.waiting.values()) reject(error);
      this.waiting.clear();
      if (!told) ended(error);
      told = true;
    };
    this.child.on("error", end);
    this.child.on("exit", (code, signal) =>
      end(new Error(`hedui ended: ${signal || code}`)));
    this.child.stdin.on("error", () => {});
    this.child.stdout.on("data", (piece) => this.take(piece));
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({jsonrpc: "2.0", ...message}));
    this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.child.stdin.write(body);
  }

  notify(method, params) {
    this.send({method, params});
  }

  /* token: of the editor's cancellation, or undefined. */
  request(method, params, token) {
    const id = ++this.id;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {resolve, reject});
      this.send({id, method, params});
      token?.onCancellationRequested(() =>
        this.notify("$/cancelRequest", {id}));
    });
  }

  take(piece) {
    this.bytes = Buffer.concat([this.bytes, piece]);
    for (;;) {
      const head = this.bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const [, length] =
        /content-length: *(\d+)/i.exec(this.bytes.toString("ascii", 0, head));
      const end = head + 4 + Number(length);
      if (this.bytes.length < end) return;
      const body = this.bytes.toString("utf8", head + 4, end);
      this.bytes = this.bytes.subarray(end);
      this.hear(JSON.parse(body));
    }
  }

  async hear({id, method, params, result, error}) {
    if (method === undefined) {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (asked) error ? asked.reject(error) : asked.resolve(result);
    } else {
      const answer = await this.on[method]?.(params);
      if (id !== undefined) this.send({id, result: answer ?? null});
    }
  }

  async stop() {
    try {
      await this.request("shutdown");
      this.notify("exit");
    } catch {
      this.child.kill();
    }
  }
}

module.exports = {Server};
