/* lsp_actions: what can be done about a finding.
 *
 * In: a result, and the range for which the client asks. Out: for each finding
 * there an edit that silences it by a comment hedui-ignore with a reason, in
 * the formats that have comments; and, where a word is wrong for which the
 * finding has another, an edit that puts this in its place. No figure is ever
 * replaced: which of two is right is for the author to say.
 *
 * The comment stands on the line of the finding: at its end; in the row of a
 * Markdown table at the end of the cell; in HTML, where a line may end inside
 * a tag, behind the place itself. The reason is to be written by the user: a
 * client that can is made to select it. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

/* An edit that puts `text` at `off`; `reason` bytes behind its beginning
 * stands what the user is to write, 0: nothing. */
typedef struct {
  size_t off;
  char *text; /* on malloc, NULL: there is none */
  size_t reason, reason_n;
} insertion;

/* ---- the comment -----------------------------------------------------------
 */

static const char keyword[] = "hedui-ignore";

/* Where the comment of the line begins to name rules; 0: it has none. */
static size_t find_comment(const hd_lsp_text *t, size_t from, size_t to) {
  size_t n = sizeof keyword - 1;
  const char *at = memmem(t->bytes + from, to - from, keyword, n);
  size_t off = at ? (size_t)(at - t->bytes) + n : 0;
  return off > 0 && off < to && t->bytes[off] == ' ' ? off + 1 : 0;
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* The end of a table's cell that ends behind `off`; `to` where the line is no
 * row of a table. */
static size_t cell_end(const hd_lsp_text *t, size_t off, size_t to) {
  for (size_t i = off; i < to; i++)
    if (t->bytes[i] == '|' && t->bytes[i - 1] != '\\')
      return i;
  return to;
}

/* Where a new comment is put, on the line from `start` to `end`. */
static size_t place_comment(const hd_lsp_document *doc, const hd_finding *f,
                            size_t start, size_t end) {
  size_t from, to, at = end;
  const char *format = doc->result->files[0].format;
  hd_lsp_place_span(doc, &f->at, &from, &to);
  if (to > end)
    to = from;
  if (strcmp(format, "html") == 0)
    return to;
  if (strcmp(format, "markdown") == 0 && to > 0)
    at = cell_end(&doc->text, to, end);
  while (at > start && is_blank(doc->text.bytes[at - 1]))
    at--;
  return at > to ? at : to;
}

static insertion silence(const hd_lsp *lsp, const hd_lsp_document *doc,
                         const hd_finding *f) {
  const char *reason = hd_lsp_chinese(lsp, doc) ? "理由" : "reason";
  size_t from, to;
  insertion in = {0};
  hd_lsp_place_span(doc, &f->at, &from, &to);
  size_t line = hd_lsp_text_line(&doc->text, from);
  size_t start = doc->text.lines[line];
  size_t end = hd_lsp_text_line_end(&doc->text, line);
  int n;
  in.off = find_comment(&doc->text, start, end);
  if (in.off)
    n = asprintf(&in.text, "%s, ", f->rule);
  else {
    in.off = place_comment(doc, f, start, end);
    n = asprintf(&in.text, " <!-- %s %s: %s -->", keyword, f->rule, reason);
    in.reason = sizeof " <!-- " - 1 + sizeof keyword + strlen(f->rule) + 2;
    in.reason_n = strlen(reason);
  }
  if (n < 0)
    in.text = NULL;
  return in;
}

/* ---- edits ------------------------------------------------------------------
 */

/* A change of the document as the client takes it; the edit is taken over. */
static json_t *workspace_edit(const hd_lsp *lsp, const hd_lsp_document *doc,
                              json_t *edit) {
  if (lsp->client.document_edits)
    return json_pack("{s:[{s:{s:s, s:O}, s:[o]}]}", "documentChanges",
                     "textDocument", "uri", doc->uri, "version", doc->version,
                     "edits", edit);
  return json_pack("{s:{s:[o]}}", "changes", doc->uri, edit);
}

/* {title, kind, diagnostics, edit}; text is freed. */
static json_t *action(const hd_lsp *lsp, const hd_lsp_document *doc,
                      const hd_finding *f, char *title, json_t *edit) {
  json_t *item = json_pack("{s:s, s:s, s:[o], s:o}", "title",
                           title ? title : f->rule, "kind", "quickfix",
                           "diagnostics", hd_lsp_diagnostic(lsp, doc, f),
                           "edit", workspace_edit(lsp, doc, edit));
  free(title);
  return item;
}

/* The command that selects the reason when the comment has been put in: all of
 * both is on one line, and what stands before the reason is ASCII. */
static json_t *select_reason(const hd_lsp *lsp, const hd_lsp_document *doc,
                             const insertion *in) {
  hd_lsp_units units = lsp->client.units;
  hd_lsp_text reason = {0};
  hd_lsp_position start = hd_lsp_text_position(&doc->text, units, in->off);
  hd_lsp_text_set(&reason, in->text + in->reason, in->reason_n);
  start.character += in->reason;
  hd_lsp_position end = start;
  end.character += hd_lsp_text_position(&reason, units, reason.n).character;
  hd_lsp_text_free(&reason);
  return json_pack("{s:s, s:s, s:[s, {s:o, s:o}]}", "title", "select",
                   "command", HD_LSP_SELECT, "arguments", doc->uri, "start",
                   hd_lsp_position_json(start), "end",
                   hd_lsp_position_json(end));
}

static void add_silence(const hd_lsp *lsp, const hd_lsp_document *doc,
                        const hd_finding *f, json_t *list) {
  char *title = NULL;
  insertion in = silence(lsp, doc, f);
  if (!in.text)
    return;
  if (asprintf(&title,
               hd_lsp_chinese(lsp, doc) ? "注释忽略 %s，写明理由"
                                        : "Ignore %s by a comment, with a "
                                          "reason",
               f->rule) < 0)
    title = NULL;
  json_t *item = action(lsp, doc, f, title,
                        json_pack("{s:o, s:s}", "range",
                                  hd_lsp_range(lsp, doc, in.off, in.off),
                                  "newText", in.text));
  if (lsp->client.shows && in.reason)
    json_object_set_new(item, "command", select_reason(lsp, doc, &in));
  json_array_append_new(list, item);
  free(in.text);
}

/* ---- another word
 * ------------------------------------------------------------ */

/* Has it no digit, and no sign of an interval? */
static bool is_word(const char *s) {
  return *s && s[strcspn(s, "0123456789[]<>=")] == '\0' && !strstr(s, "≤") &&
         !strstr(s, "≥");
}

static void add_other_word(const hd_lsp *lsp, const hd_lsp_document *doc,
                           const hd_finding *f, json_t *list) {
  char *title = NULL;
  if (!is_word(f->expected) || !is_word(f->at.text) ||
      strcmp(f->stated, f->at.text) != 0 || strcmp(f->stated, f->expected) == 0)
    return;
  if (asprintf(&title,
               hd_lsp_chinese(lsp, doc) ? "“%s”改为“%s”"
                                        : "Change “%s” to “%s”",
               f->stated, f->expected) < 0)
    title = NULL;
  json_array_append_new(list,
                        action(lsp, doc, f, title,
                               json_pack("{s:o, s:s}", "range",
                                         hd_lsp_place_range(lsp, doc, &f->at),
                                         "newText", f->expected)));
}

/* ---- the answer
 * --------------------------------------------------------------- */

/* Does the client want quick fixes? */
static bool wants_fixes(const json_t *context) {
  const json_t *only = json_object_get(context, "only");
  size_t i;
  json_t *kind;
  if (!json_is_array(only))
    return true;
  json_array_foreach((json_t *)(uintptr_t)only, i, kind) {
    const char *name = json_string_value(kind);
    if (name && (!*name || strcmp(name, "quickfix") == 0))
      return true;
  }
  return false;
}

static bool has_comments(const hd_lsp_document *doc) {
  const hd_result *r = doc->result;
  const char *format = r->n_files > 0 ? r->files[0].format : "";
  return strcmp(format, "text") == 0 || strcmp(format, "markdown") == 0 ||
         strcmp(format, "html") == 0;
}

json_t *hd_lsp_actions(hd_lsp *lsp, hd_lsp_document *doc,
                       const json_t *params) {
  const json_t *range = json_object_get(params, "range");
  const hd_result *r = doc->result;
  hd_severity least = hd_cli_least(&doc->group->cli);
  size_t start, end, from, to;
  json_t *list = json_array();
  if (!wants_fixes(json_object_get(params, "context")) ||
      !hd_lsp_params_offset(lsp, doc, json_object_get(range, "start"),
                            &start) ||
      !hd_lsp_params_offset(lsp, doc, json_object_get(range, "end"), &end))
    return list;
  for (size_t i = 0; i < r->n_findings; i++) {
    const hd_finding *f = &r->findings[i];
    if (f->severity < least || !hd_lsp_place_own(doc, &f->at))
      continue;
    hd_lsp_place_span(doc, &f->at, &from, &to);
    if (from > end || to < start)
      continue;
    add_other_word(lsp, doc, f, list);
    if (has_comments(doc))
      add_silence(lsp, doc, f, list);
  }
  return list;
}

void hd_lsp_execute(hd_lsp *lsp, const json_t *id, const json_t *params) {
  const json_t *given = json_object_get(params, "arguments");
  const json_t *uri = json_array_get(given, 0);
  const json_t *range = json_array_get(given, 1);
  const char *name = json_string_value(json_object_get(params, "command"));
  if (!name || strcmp(name, HD_LSP_SELECT) != 0 || !json_is_string(uri) ||
      !json_is_object(range)) {
    hd_lsp_fail(lsp, id, HD_LSP_INVALID_PARAMS, "no such command");
    return;
  }
  hd_lsp_reply(lsp, id, json_null());
  if (lsp->client.shows)
    hd_lsp_request(lsp, "window/showDocument",
                   json_pack("{s:O, s:b, s:O}", "uri", uri, "takeFocus", 1,
                             "selection", range));
}
