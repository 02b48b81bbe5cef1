/* lsp_document: the documents that are open.
 *
 * In: the client's notifications. Out: texts as they stand there, each with a
 * check that is due when it has changed. An edit that names no document that
 * is open, or has no sense, is left out. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *string_of(const json_t *object, const char *name) {
  const char *s = json_string_value(json_object_get(object, name));
  return s ? s : "";
}

static size_t index_of(const hd_lsp *lsp, const char *uri) {
  size_t i = 0;
  while (i < lsp->n_documents && strcmp(lsp->documents[i]->uri, uri) != 0)
    i++;
  return i;
}

hd_lsp_document *hd_lsp_document_find(hd_lsp *lsp, const json_t *params) {
  const json_t *named = json_object_get(params, "textDocument");
  size_t i = index_of(lsp, string_of(named, "uri"));
  return i < lsp->n_documents ? lsp->documents[i] : NULL;
}

/* ---- opening and closing --------------------------------------------------
 */

static bool ends(const char *name, const char *suffix) {
  size_t n = strlen(name), k = strlen(suffix);
  return n >= k && strcasecmp(name + n - k, suffix) == 0;
}

/* What the engine is told that the document is called: its format is that of
 * its language, where this has one, whatever its suffix. */
static char *name_of(const char *path, const char *language) {
  static const struct {
    const char *language, *suffixes[4];
  } rows[] = {{"markdown", {".md", ".markdown", NULL, NULL}},
              {"html", {".html", ".htm", ".xhtml", NULL}}};
  const char *added = "";
  char *name = NULL;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].language, language) == 0) {
      added = rows[i].suffixes[0];
      for (const char *const *s = rows[i].suffixes; *s; s++)
        if (ends(path, *s))
          added = "";
    }
  if (asprintf(&name, "%s%s", path, added) < 0)
    return strdup(path);
  return name;
}

static void free_document(hd_lsp_document *doc) {
  hd_result_free(doc->result);
  hd_lsp_text_free(&doc->text);
  json_decref(doc->version);
  free(doc->uri);
  free(doc->path);
  free(doc->name);
  free(doc->language);
  free(doc->said);
  free(doc->waiting);
  free(doc);
}

static void close_document(hd_lsp *lsp, size_t i) {
  hd_lsp_document *doc = lsp->documents[i];
  hd_lsp_check_drop(lsp, doc);
  hd_lsp_waiting_fail(lsp, doc, HD_LSP_CONTENT_MODIFIED,
                      "the document was closed");
  memmove(lsp->documents + i, lsp->documents + i + 1,
          (lsp->n_documents - i - 1) * sizeof(hd_lsp_document *));
  lsp->n_documents--;
  free_document(doc);
}

void hd_lsp_did_open(hd_lsp *lsp, const json_t *params) {
  const json_t *item = json_object_get(params, "textDocument");
  const json_t *text = json_object_get(item, "text");
  const char *uri = string_of(item, "uri");
  if (!*uri || !json_is_string(text))
    return;
  size_t known = index_of(lsp, uri);
  if (known < lsp->n_documents)
    close_document(lsp, known);
  hd_lsp_document *doc = hd_cli_alloc(NULL, sizeof *doc);
  *doc = (hd_lsp_document){.uri = strdup(uri),
                           .path = hd_lsp_uri_path(uri, lsp->root),
                           .language = strdup(string_of(item, "languageId"))};
  json_t *version = json_object_get(item, "version");
  doc->version = version ? json_incref(version) : json_null();
  doc->name = name_of(doc->path, doc->language);
  hd_lsp_text_set(&doc->text, json_string_value(text),
                  json_string_length(text));
  lsp->documents = hd_cli_alloc(lsp->documents, (lsp->n_documents + 1) *
                                                    sizeof(hd_lsp_document *));
  lsp->documents[lsp->n_documents++] = doc;
  hd_lsp_check_soon(lsp, doc, true);
}

void hd_lsp_did_close(hd_lsp *lsp, const json_t *params) {
  const json_t *named = json_object_get(params, "textDocument");
  const char *uri = string_of(named, "uri");
  size_t i = index_of(lsp, uri);
  if (i == lsp->n_documents)
    return;
  close_document(lsp, i);
  if (!lsp->client.pulls)
    hd_lsp_notify(lsp, "textDocument/publishDiagnostics",
                  json_pack("{s:s, s:[]}", "uri", uri, "diagnostics"));
}

void hd_lsp_documents_free(hd_lsp *lsp) {
  for (size_t i = 0; i < lsp->n_documents; i++)
    free_document(lsp->documents[i]);
  free(lsp->documents);
}

/* ---- edits --------------------------------------------------------------- */

static void apply_edit(const hd_lsp *lsp, hd_lsp_document *doc,
                       const json_t *change) {
  const json_t *range = json_object_get(change, "range");
  const json_t *text = json_object_get(change, "text");
  size_t from, to;
  if (!json_is_string(text))
    return;
  if (!json_is_object(range)) {
    hd_lsp_text_set(&doc->text, json_string_value(text),
                    json_string_length(text));
    return;
  }
  if (hd_lsp_params_offset(lsp, doc, json_object_get(range, "start"), &from) &&
      hd_lsp_params_offset(lsp, doc, json_object_get(range, "end"), &to))
    hd_lsp_text_splice(&doc->text, from, to < from ? from : to,
                       json_string_value(text), json_string_length(text));
}

void hd_lsp_did_change(hd_lsp *lsp, const json_t *params) {
  hd_lsp_document *doc = hd_lsp_document_find(lsp, params);
  size_t i;
  json_t *change,
      *version =
          json_object_get(json_object_get(params, "textDocument"), "version");
  if (!doc)
    return;
  json_array_foreach(json_object_get(params, "contentChanges"), i, change) {
    apply_edit(lsp, doc, change);
  }
  json_decref(doc->version);
  doc->version = version ? json_incref(version) : json_null();
  hd_lsp_waiting_fail(lsp, doc, HD_LSP_CONTENT_MODIFIED,
                      "the document has changed");
  hd_lsp_check_soon(lsp, doc, false);
}

/* What the check hangs on besides the text may have changed with the files:
 * the configuration, lexicons, rules, the baseline. */
void hd_lsp_did_save(hd_lsp *lsp, const json_t *params) {
  if (hd_lsp_document_find(lsp, params))
    hd_lsp_check_anew(lsp);
}
