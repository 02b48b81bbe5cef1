/* The extension for VS Code, without VS Code: vscode.cjs EXTENSION HEDUI.
 * What the editor offers it stands here in a few lines, of which only the
 * extension knows that they are not the editor's. Prints what does not hold;
 * the exit status says whether all did. */
"use strict";
const Module = require("module");
const path = require("path");
const [, , extension, program] = process.argv;

const uri = "file:///tmp/%E6%8A%A5%E5%91%8A.md";
let failed = 0;

function is(name, wanted, got) {
  const good = JSON.stringify(wanted) === JSON.stringify(got);
  if (!good) failed++;
  console.log(`${good ? "ok" : "not ok"} ${name}` + (good ? "" :
      `: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`));
}

/* ---- the editor ------------------------------------------------------------ */

class Range {
  constructor(a, b, c, d) {
    this.start = {line: a, character: b};
    this.end = {line: c, character: d};
  }
}
class Holder {
  constructor(...parts) { this.parts = parts; }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, {range, message, severity});
  }
}
class WorkspaceEdit {
  constructor() { this.edits = []; }
  replace(where, range, text) { this.edits.push({range, text}); }
}

const config = {path: program, arguments: ["--no-config"], lang: "", minSeverity: "", ignore: [], date: "",
                debounce: 2};
const on = {}, providers = {}, commands = {}, said = [];
let findings = new Map(), wake = () => {};
const keep = (table, name) => (...args) => {
  table[name] = args.at(-1)?.providedCodeActionKinds ? args.at(-2)
                                                     : args.at(-1);
  return {};
};
const vscode = {
  Range, Diagnostic, WorkspaceEdit,
  DiagnosticRelatedInformation: Holder, Location: Holder, Hover: Holder,
  MarkdownString: Holder,
  CodeAction: class { constructor(title) { this.title = title; } },
  CodeActionKind: {QuickFix: "quickfix"},
  Uri: {parse: (text) => new URL(text)},
  env: {language: "zh-cn"},
  languages: {
    createDiagnosticCollection: () => ({
      set(where, list) { findings.set(where.toString(), list); wake(); },
      clear() { findings.clear(); }}),
    registerHoverProvider: keep(providers, "hover"),
    registerDefinitionProvider: keep(providers, "definition"),
    registerReferenceProvider: keep(providers, "references"),
    registerCodeActionsProvider: keep(providers, "actions")},
  commands: {registerCommand: (name, does) => { commands[name] = does; }},
  window: {showErrorMessage: (text) => said.push(text),
           showWarningMessage: (text) => said.push(text),
           showInformationMessage: (text) => said.push(text),
           showTextDocument: (where, how) => said.push(how.selection)},
  workspace: {
    textDocuments: [], workspaceFolders: undefined,
    getConfiguration: () => ({get: (name) => config[name]}),
    createFileSystemWatcher: () => ({
      onDidChange: keep(on, "watched"), onDidCreate: keep(on, "created"),
      onDidDelete: keep(on, "deleted")}),
    onDidOpenTextDocument: keep(on, "open"),
    onDidChangeTextDocument: keep(on, "change"),
    onDidSaveTextDocument: keep(on, "save"),
    onDidCloseTextDocument: keep(on, "close"),
    onDidChangeConfiguration: keep(on, "configuration")}};

const load = Module._load;
Module._load = (name, ...rest) => name === "vscode" ? vscode
                                                    : load(name, ...rest);

/* ---- a draft in it ---------------------------------------------------------- */

const draft = {
  uri: new URL(uri), languageId: "markdown", version: 1,
  text: "# 题\n\n😀进出口总额由1520亿元增加到1748亿元，增长12.8%。\n",
  getText() { return this.text; }};
draft.uri.scheme = "file";

const cut = ({start, end}) =>
  draft.text.split("\n")[start.line].slice(start.character, end.character);

function type(range, text) {
  const lines = draft.text.split("\n");
  const at = ({line, character}) =>
    lines.slice(0, line).join("\n").length + (line ? 1 : 0) + character;
  draft.text = draft.text.slice(0, at(range.start)) + text +
               draft.text.slice(at(range.end));
  draft.version++;
  findings.delete(uri);
  on.change({document: draft, contentChanges: [{range, text}]});
}

async function diagnostics() {
  while (!findings.has(uri))
    await new Promise((done) => { wake = done; });
  return findings.get(uri);
}

async function main() {
  const {activate, deactivate} = require(path.resolve(extension));
  vscode.workspace.textDocuments.push(draft);
  await activate({subscriptions: []});
  const [found] = await diagnostics();
  is("its place", "12.8%", cut(found.range));
  is("an error", 0, found.severity);
  is("its code", "growth-mismatch", found.code);
  is("the other places", ["1520亿元", "1748亿元"],
     found.relatedInformation.map((r) => cut(r.parts[0].parts[1])));
  const where = found.range.start;
  const hover = await providers.hover.provideHover(draft, where);
  is("hover", true, hover.parts[0].parts[0].includes("14.93"));
  const there = await providers.definition.provideDefinition(draft, where);
  is("definition", ["1520亿元", "1748亿元"], there.map((l) => cut(l.parts[1])));
  const all = await providers.references.provideReferences(
    draft, where, {includeDeclaration: true});
  is("references", true, all.length >= 3);
  const [action] = await providers.actions.provideCodeActions(draft,
                                                              found.range);
  const [edit] = action.edit.edits;
  type(edit.range, edit.text);
  is("a comment silences it", [], await diagnostics());
  await commands[action.command.command](...action.command.arguments);
  is("the reason is selected", "理由", cut(said.pop()));
  config.minSeverity = "erro";
  findings.delete(uri);
  on.configuration({affectsConfiguration: (name) => name === "hedui"});
  await diagnostics();
  is("settings are read", true, said.pop().includes("min-severity"));
  config.minSeverity = "";

  type({start: edit.range.start,
        end: {line: edit.range.start.line,
              character: edit.range.start.character + edit.text.length}}, "");
  is("undone", 1, (await diagnostics()).length);
  findings.delete(uri);
  await commands["hedui.restart"]();
  is("a new server knows the draft", 1, (await diagnostics()).length);
  on.close(draft);
  await deactivate();
  config.path = "/nowhere/hedui";
  await commands["hedui.restart"]();
  is("no program", true, said.pop().includes("hedui.path"));
  process.exit(failed ? 1 : 0);
}

setTimeout(() => { console.log("not ok: it hangs"); process.exit(1); },
           60000).unref();
main().catch((e) => { console.log("not ok", e); process.exit(1); });
