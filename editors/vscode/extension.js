/* hedui in VS Code: starts `hedui lsp` and shows what it says.
 *
 * The editor's objects become those of the protocol and back; positions count
 * in UTF-16 on both sides. The extension needs nothing but the editor and the
 * program: it is packed without a network (package.py). */
"use strict";
const vscode = require("vscode");
const {Server} = require("./server");

const LANGUAGES = ["plaintext", "markdown", "html"];
const SELECTOR = LANGUAGES.flatMap((language) =>
  [{language, scheme: "file"}, {language, scheme: "untitled"}]);
const SETTINGS = ["lang", "minSeverity", "ignore", "date", "debounce"];
const MOST_RESTARTS = 3;

/* ---- from the editor's objects to the protocol's, and back ---------------- */

const named = (document) => ({uri: document.uri.toString()});
const isDraft = (document) => LANGUAGES.includes(document.languageId) &&
  ["file", "untitled"].includes(document.uri.scheme);
const fromPosition = ({line, character}) => ({line, character});
const fromRange = ({start, end}) =>
  ({start: fromPosition(start), end: fromPosition(end)});
const toRange = ({start, end}) => new vscode.Range(
  start.line, start.character, end.line, end.character);
const toLocation = ({uri, range}) =>
  new vscode.Location(vscode.Uri.parse(uri), toRange(range));

function toDiagnostic(item) {
  const found = new vscode.Diagnostic(toRange(item.range), item.message,
                                      item.severity - 1);
  found.code = item.code;
  found.source = item.source;
  found.tags = item.tags;
  found.relatedInformation = item.relatedInformation?.map((other) =>
    new vscode.DiagnosticRelatedInformation(toLocation(other.location),
                                            other.message));
  return found;
}

function toAction(item) {
  const action = new vscode.CodeAction(item.title,
                                       vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(item.edit.changes))
    for (const edit of edits)
      action.edit.replace(vscode.Uri.parse(uri), toRange(edit.range),
                          edit.newText);
  action.diagnostics = item.diagnostics.map(toDiagnostic);
  action.command = item.command;
  return action;
}

function settings() {
  const given = vscode.workspace.getConfiguration("hedui");
  return Object.fromEntries(SETTINGS.map((name) => [name, given.get(name)]));
}

const CAPABILITIES = {
  general: {positionEncodings: ["utf-16"]},
  window: {showDocument: {support: true}},
  workspace: {configuration: true},
  textDocument: {
    publishDiagnostics: {relatedInformation: true, versionSupport: true,
                         tagSupport: {valueSet: [1, 2]}},
    hover: {contentFormat: ["markdown"]},
    codeAction: {codeActionLiteralSupport: {
      codeActionKind: {valueSet: ["quickfix"]}}}}};

/* ---- the server ------------------------------------------------------------ */

class Hedui {
  constructor() {
    this.findings = vscode.languages.createDiagnosticCollection("hedui");
    this.restarts = 0;
    this.ready = this.start();
  }

  async start() {
    const given = vscode.workspace.getConfiguration("hedui");
    const folders = vscode.workspace.workspaceFolders ?? [];
    const server = new Server(
      given.get("path"), ["lsp", "--stdio", ...given.get("arguments")], {
      cwd: folders[0]?.uri.fsPath,
      on: {
        "textDocument/publishDiagnostics": (params) => this.publish(params),
        "window/showMessage": ({type, message}) => this.show(type, message),
        "workspace/configuration": ({items}) => items.map(settings)},
      ended: (error) => this.ended(server, error)});
    this.server = server;
    await server.request("initialize", {
      processId: process.pid, rootUri: folders[0]?.uri.toString() ?? null,
      locale: vscode.env.language, capabilities: CAPABILITIES,
      initializationOptions: settings()});
    server.notify("initialized", {});
    for (const document of vscode.workspace.textDocuments)
      this.open(document, server);
  }

  /* A server that ends by itself is started again, a few times. */
  ended(server, error) {
    this.findings.clear();
    if (this.server !== server) return;
    this.server = undefined;
    if (error.code === "ENOENT")
      this.show(1, "hedui was not found: install it, or set hedui.path. " +
                   "没有找到 hedui：请安装，或设置 hedui.path。");
    else if (++this.restarts <= MOST_RESTARTS)
      this.ready = this.start().catch(() => {});
    else
      this.show(1, error.message);
  }

  async stop() {
    const server = this.server;
    this.server = undefined;
    await server?.stop();
  }

  async restart() {
    await this.stop();
    this.restarts = 0;
    this.ready = this.start();
    await this.ready.catch(() => {}); /* ended() has said why */
  }

  show(type, message) {
    const {window} = vscode;
    if (type === 1) window.showErrorMessage(message);
    else if (type === 2) window.showWarningMessage(message);
    else window.showInformationMessage(message);
  }

  /* Findings of a text that has changed since are of no use. */
  publish({uri, version, diagnostics}) {
    const document = vscode.workspace.textDocuments.find(
      (other) => other.uri.toString() === uri);
    if (!document || version === undefined || version === document.version)
      this.findings.set(vscode.Uri.parse(uri), diagnostics.map(toDiagnostic));
  }

  open(document, server = this.server) {
    if (isDraft(document))
      server?.notify("textDocument/didOpen", {textDocument: {
        ...named(document), languageId: document.languageId,
        version: document.version, text: document.getText()}});
  }

  change({document, contentChanges}) {
    if (isDraft(document) && contentChanges.length > 0)
      this.server?.notify("textDocument/didChange", {
        textDocument: {...named(document), version: document.version},
        contentChanges: contentChanges.map(({range, text}) =>
          ({range: fromRange(range), text}))});
  }

  tell(method, document) {
    if (isDraft(document))
      this.server?.notify(method, {textDocument: named(document)});
  }

  /* What the server answers about a document, or undefined. */
  async ask(method, document, more, token) {
    await this.ready;
    try {
      return await this.server?.request(
        method, {textDocument: named(document), ...more}, token) ?? undefined;
    } catch {
      return undefined; /* cancelled, or the text has changed */
    }
  }

  async hover(document, position, token) {
    const found = await this.ask("textDocument/hover", document,
                                 {position: fromPosition(position)}, token);
    return found && new vscode.Hover(
      new vscode.MarkdownString(found.contents.value),
      found.range && toRange(found.range));
  }

  async places(method, document, position, more, token) {
    const found = await this.ask(
      method, document, {position: fromPosition(position), ...more}, token);
    return found?.map(toLocation);
  }

  async actions(document, range, token) {
    const found = await this.ask(
      "textDocument/codeAction", document,
      {range: fromRange(range), context: {diagnostics: []}}, token);
    return found?.map(toAction);
  }
}

/* ---- the extension --------------------------------------------------------- */

let hedui;

async function selectRange(uri, range) {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri),
                                       {selection: toRange(range)});
}

function provide() {
  const {languages} = vscode;
  return [
    languages.registerHoverProvider(SELECTOR, {
      provideHover: (document, position, token) =>
        hedui.hover(document, position, token)}),
    languages.registerDefinitionProvider(SELECTOR, {
      provideDefinition: (document, position, token) =>
        hedui.places("textDocument/definition", document, position, {},
                     token)}),
    languages.registerReferenceProvider(SELECTOR, {
      provideReferences: (document, position, context, token) =>
        hedui.places("textDocument/references", document, position, {context},
                     token)}),
    languages.registerCodeActionsProvider(SELECTOR, {
      provideCodeActions: (document, range, context, token) =>
        hedui.actions(document, range, token)},
      {providedCodeActionKinds: [vscode.CodeActionKind.QuickFix]})];
}

function listen() {
  const {workspace} = vscode;
  const watcher = workspace.createFileSystemWatcher("**/.hedui.lua");
  const changed = () => hedui.server?.notify(
    "workspace/didChangeWatchedFiles", {changes: []});
  return [
    workspace.onDidOpenTextDocument((document) => hedui.open(document)),
    workspace.onDidChangeTextDocument((event) => hedui.change(event)),
    workspace.onDidSaveTextDocument((document) =>
      hedui.tell("textDocument/didSave", document)),
    workspace.onDidCloseTextDocument((document) =>
      hedui.tell("textDocument/didClose", document)),
    workspace.onDidChangeConfiguration((event) => {
      if (["hedui.path", "hedui.arguments"].some(
        (name) => event.affectsConfiguration(name))) hedui.restart();
      else if (event.affectsConfiguration("hedui"))
        hedui.server?.notify("workspace/didChangeConfiguration",
                             {settings: {hedui: settings()}});
    }),
    watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed),
    watcher.onDidDelete(changed)];
}

async function activate(context) {
  hedui = new Hedui();
  context.subscriptions.push(
    hedui.findings, ...provide(), ...listen(),
    vscode.commands.registerCommand("hedui.select", selectRange),
    vscode.commands.registerCommand("hedui.restart", () => hedui.restart()));
  await hedui.ready.catch(() => {});
}

const deactivate = () => hedui?.stop();

module.exports = {activate, deactivate};
