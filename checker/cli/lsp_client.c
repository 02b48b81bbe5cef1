/* lsp_client: what the client can do, and what it is told of the server. */
#include "lsp.h"
#include <string.h>

/* The member at a path "a.b.c", or NULL. */
static const json_t *member(const json_t *object, const char *path) {
  char name[64];
  while (object && *path) {
    size_t n = strcspn(path, ".");
    snprintf(name, sizeof name, "%.*s", (int)n, path);
    object = json_object_get(object, name);
    path += n + (path[n] == '.');
  }
  return object;
}

static bool has(const json_t *capabilities, const char *path) {
  const json_t *found = member(capabilities, path);
  return json_is_true(found) || json_is_object(found);
}

/* The first of the client's encodings that is known here. */
static hd_lsp_units choose_units(const json_t *list) {
  static const struct {
    const char *name;
    hd_lsp_units units;
  } known[] = {{"utf-8", HD_UNITS_UTF8},
               {"utf-16", HD_UNITS_UTF16},
               {"utf-32", HD_UNITS_UTF32}};
  size_t i;
  json_t *name;
  json_array_foreach((json_t *)(uintptr_t)list, i, name) {
    for (size_t k = 0; json_is_string(name) && k < 3; k++)
      if (strcmp(json_string_value(name), known[k].name) == 0)
        return known[k].units;
  }
  return HD_UNITS_UTF16;
}

/* Is the word in a list of strings before `other`? */
static bool prefers(const json_t *list, const char *word, const char *other) {
  size_t i;
  json_t *item;
  json_array_foreach((json_t *)(uintptr_t)list, i, item) {
    if (json_is_string(item) && strcmp(json_string_value(item), word) == 0)
      return true;
    if (json_is_string(item) && strcmp(json_string_value(item), other) == 0)
      return false;
  }
  return false;
}

void hd_lsp_client_read(hd_lsp_client *client, const json_t *c) {
  bool published = has(c, "textDocument.publishDiagnostics");
  *client = (hd_lsp_client){
      .units = choose_units(member(c, "general.positionEncodings")),
      .related = has(c, "textDocument.publishDiagnostics.relatedInformation"),
      .tags = has(c, "textDocument.publishDiagnostics.tagSupport"),
      .version = has(c, "textDocument.publishDiagnostics.versionSupport"),
      .markdown = prefers(member(c, "textDocument.hover.contentFormat"),
                          "markdown", "plaintext"),
      .watches = has(c, "workspace.didChangeWatchedFiles.dynamicRegistration"),
      .shows = has(c, "window.showDocument.support"),
      .literals = has(c, "textDocument.codeAction.codeActionLiteralSupport"),
      .document_edits = has(c, "workspace.workspaceEdit.documentChanges"),
      .pulls = has(c, "textDocument.diagnostic") && !published,
      .configures = has(c, "workspace.configuration"),
  };
}

static const char *units_name(hd_lsp_units units) {
  static const char *const names[] = {"utf-16", "utf-8", "utf-32"};
  return names[units];
}

json_t *hd_lsp_client_answer(const hd_lsp_client *client) {
  json_t *capabilities = json_pack(
      "{s:s, s:{s:b, s:i, s:{s:b}}, s:b, s:b, s:b}", "positionEncoding",
      units_name(client->units), "textDocumentSync", "openClose", 1, "change",
      2, "save", "includeText", 0, "hoverProvider", 1, "definitionProvider", 1,
      "referencesProvider", 1);
  if (client->literals)
    json_object_set_new(capabilities, "codeActionProvider",
                        json_pack("{s:[s]}", "codeActionKinds", "quickfix"));
  if (client->shows)
    json_object_set_new(capabilities, "executeCommandProvider",
                        json_pack("{s:[s]}", "commands", HD_LSP_SELECT));
  if (client->pulls)
    json_object_set_new(capabilities, "diagnosticProvider",
                        json_pack("{s:s, s:b, s:b}", "identifier", "hedui",
                                  "interFileDependencies", 0,
                                  "workspaceDiagnostics", 0));
  return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities,
                   "serverInfo", "name", "hedui", "version", HD_VERSION);
}
