/* The language server by the client that VS Code uses: protocol.cjs HEDUI.
 * Every message goes through the types of vscode-languageserver-protocol.
 * Prints what does not hold; the exit status says whether all did. */
"use strict";
const {spawn} = require("child_process");
const rpc = require("vscode-languageserver-protocol/node");

const uri = "file:///tmp/%E6%8A%A5%E5%91%8A.md";
const text = "# 题\n\n😀进出口总额由1520亿元增加到1748亿元，增长12.8%。\n";
let failed = 0;

function is(name, wanted, got) {
  const good = JSON.stringify(wanted) === JSON.stringify(got);
  if (!good) failed++;
  console.log(`${good ? "ok" : "not ok"} ${name}` + (good ? "" :
      `: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`));
}

/* What stands at a range; JavaScript counts as the protocol does. */
const cut = ({start, end}) =>
  text.split("\n")[start.line].slice(start.character, end.character);

async function main() {
  const server = spawn(process.argv[2], ["lsp", "--stdio", "--no-config"],
                       {stdio: ["pipe", "pipe", "inherit"]});
  const c = rpc.createProtocolConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin));
  const published = [];
  let wake = () => {};
  c.onNotification(rpc.PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    wake();
  });
  const diagnostics = async (version) => {
    for (;;) {
      const found = published.find((p) => p.version === version);
      if (found) return found.diagnostics;
      await new Promise((done) => { wake = done; });
    }
  };
  c.listen();

  const answer = await c.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: null, locale: "zh-cn",
    workspaceFolders: null,
    capabilities: {
      general: {positionEncodings: [rpc.PositionEncodingKind.UTF16]},
      textDocument: {
        publishDiagnostics: {relatedInformation: true, versionSupport: true},
        hover: {contentFormat: [rpc.MarkupKind.Markdown]},
        codeAction: {codeActionLiteralSupport: {
          codeActionKind: {valueSet: ["quickfix"]}}}}}});
  is("the encoding", "utf-16", answer.capabilities.positionEncoding);
  is("incremental edits", rpc.TextDocumentSyncKind.Incremental,
     answer.capabilities.textDocumentSync.change);
  await c.sendNotification(rpc.InitializedNotification.type, {});

  await c.sendNotification(rpc.DidOpenTextDocumentNotification.type, {
    textDocument: {uri, languageId: "markdown", version: 1, text}});
  const [found] = await diagnostics(1);
  is("its place", "12.8%", cut(found.range));
  is("a diagnostic", true, rpc.Diagnostic.is(found));
  is("an error", rpc.DiagnosticSeverity.Error, found.severity);
  is("the other places", ["1520亿元", "1748亿元"],
     found.relatedInformation.map((r) => cut(r.location.range)));

  const textDocument = {uri}, position = found.range.start;
  const hover = await c.sendRequest(rpc.HoverRequest.type,
                                    {textDocument, position});
  is("a hover", true, rpc.Hover.is(hover));
  is("is about the figure", "12.8%", cut(hover.range));
  const places = await c.sendRequest(rpc.DefinitionRequest.type,
                                     {textDocument, position});
  is("the definition", ["1520亿元", "1748亿元"],
     places.map((p) => rpc.Location.is(p) && cut(p.range)));
  const actions = await c.sendRequest(rpc.CodeActionRequest.type, {
    textDocument, range: found.range, context: {diagnostics: [found]}});
  is("a code action", true,
     actions.length === 1 && rpc.CodeAction.is(actions[0]));
  const [edit] = actions[0].edit.changes[uri];
  await c.sendNotification(rpc.DidChangeTextDocumentNotification.type, {
    textDocument: {uri, version: 2},
    contentChanges: [{range: edit.range, text: edit.newText}]});
  is("silences it", [], await diagnostics(2));

  const unknown = await c.sendRequest("hedui/none").catch((e) => e.code);
  is("no such request", rpc.ErrorCodes.MethodNotFound, unknown);
  await c.sendRequest(rpc.ShutdownRequest.type);
  await c.sendNotification(rpc.ExitNotification.type);
  is("the exit status", 0,
     await new Promise((done) => server.on("exit", done)));
  process.exit(failed ? 1 : 0);
}

main().catch((e) => { console.log("not ok", e); process.exit(1); });
