/* lsp_diagnostics: the findings of a result as diagnostics.
 *
 * In: a document with the result of its text. Out: a list, sent to a client
 * that does not ask for it and given to one that does. What is to be said of a
 * comment hedui-ignore is one, too. The code is the rule, data has the
 * fingerprint. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

bool hd_lsp_chinese(const hd_lsp *lsp, const hd_lsp_document *doc) {
  const hd_result *result = doc->result;
  const char *lang = hd_cli_language(doc->group->cli.lang);
  if (!lang && result && result->n_files > 0 && !result->files[0].failed)
    lang = result->files[0].lang;
  return lang ? strcmp(lang, "zh") == 0 : lsp->cli->chinese;
}

/* "1520亿元 (第1节 第4段)" */
static json_t *related_text(const hd_place *at) {
  return *at->location ? json_sprintf("%s (%s)", at->text, at->location)
                       : json_string(at->text);
}

static json_t *related_list(const hd_lsp *lsp, const hd_lsp_document *doc,
                            const hd_finding *finding) {
  json_t *list = json_array();
  for (size_t i = 0; i < finding->n_related; i++)
    json_array_append_new(
        list, json_pack("{s:o, s:o}", "location",
                        hd_lsp_location(lsp, doc, &finding->related[i]),
                        "message", related_text(&finding->related[i])));
  return list;
}

/* The message; for a client without related information, with the places. */
static json_t *message_of(const hd_lsp *lsp, const hd_finding *finding) {
  char *text = NULL;
  size_t n;
  FILE *out = lsp->client.related ? NULL : open_memstream(&text, &n);
  if (!out)
    return json_string(finding->message);
  fputs(finding->message, out);
  for (size_t i = 0; i < finding->n_related; i++)
    fprintf(out, "\n%u:%u %s", (unsigned)finding->related[i].line,
            (unsigned)finding->related[i].column, finding->related[i].text);
  fclose(out);
  json_t *message = json_string(text);
  free(text);
  return message;
}

json_t *hd_lsp_diagnostic(const hd_lsp *lsp, const hd_lsp_document *doc,
                          const hd_finding *finding) {
  static const int severities[] = {3, 2, 1};
  json_t *item =
      json_pack("{s:o, s:i, s:s, s:s, s:o, s:{s:s}}", "range",
                hd_lsp_place_range(lsp, doc, &finding->at), "severity",
                severities[finding->severity], "code", finding->rule, "source",
                "hedui", "message", message_of(lsp, finding), "data",
                "fingerprint", finding->fingerprint);
  if (lsp->client.related && finding->n_related > 0)
    json_object_set_new(item, "relatedInformation",
                        related_list(lsp, doc, finding));
  return item;
}

/* A remark is about the rest of its line. */
static json_t *remark_diagnostic(const hd_lsp *lsp, const hd_lsp_document *doc,
                                 const hd_remark *remark) {
  const hd_lsp_text *t = &doc->text;
  bool unused = remark->kind == HD_REMARK_UNUSED;
  size_t from = hd_lsp_text_place(t, remark->line, remark->column);
  size_t to = hd_lsp_text_line_end(t, hd_lsp_text_line(t, from));
  hd_cli words = {.chinese = hd_lsp_chinese(lsp, doc)};
  char *text = hd_cli_remark(&words, remark);
  json_t *item =
      json_pack("{s:o, s:i, s:s, s:s, s:s}", "range",
                hd_lsp_range(lsp, doc, from, to), "severity", unused ? 4 : 2,
                "code", "hedui-ignore", "source", "hedui", "message", text);
  if (unused && lsp->client.tags)
    json_object_set_new(item, "tags", json_pack("[i]", 1));
  free(text);
  return item;
}

static json_t *diagnostics_of(const hd_lsp *lsp, const hd_lsp_document *doc) {
  const hd_result *result = doc->result;
  hd_severity least = hd_cli_least(&doc->group->cli);
  json_t *list = json_array();
  for (size_t i = 0; i < result->n_findings; i++)
    if (result->findings[i].severity >= least &&
        hd_lsp_place_own(doc, &result->findings[i].at))
      json_array_append_new(list,
                            hd_lsp_diagnostic(lsp, doc, &result->findings[i]));
  for (size_t i = 0; i < result->n_remarks; i++)
    if (strcmp(result->remarks[i].file, doc->name) == 0)
      json_array_append_new(list,
                            remark_diagnostic(lsp, doc, &result->remarks[i]));
  return list;
}

void hd_lsp_publish(hd_lsp *lsp, hd_lsp_document *doc) {
  if (lsp->client.pulls)
    return;
  json_t *params = json_pack("{s:s, s:o}", "uri", doc->uri, "diagnostics",
                             diagnostics_of(lsp, doc));
  if (json_is_integer(doc->version))
    json_object_set(params, "version", doc->version);
  hd_lsp_notify(lsp, "textDocument/publishDiagnostics", params);
}

json_t *hd_lsp_pull(hd_lsp *lsp, hd_lsp_document *doc, const json_t *params) {
  (void)params;
  return json_pack("{s:s, s:o}", "kind", "full", "items",
                   diagnostics_of(lsp, doc));
}
