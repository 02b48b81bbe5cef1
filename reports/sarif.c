/* sarif: SARIF 2.1.0 for code hosts and editors.
 *
 * Out: one run. Results are written as they come, one a line; artifacts and
 * notifications, short lists, wait in memory; the tool with its rules stands
 * at the end, where the language of the report is known. Columns count code
 * points, ends are exclusive, as ours do.
 *
 * URIs are percent-encoded. A relative name stays relative to SRCROOT, the
 * folder in which hedui was run, which is not told: the same input gives the
 * same bytes on every machine. Documents without source lines (Word, PDF,
 * spreadsheets) have logical locations and the snippet, no lines. */
#include "write.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  hd_json json; /* the results */
  hd_json_list artifacts, notifications, configuration;
  size_t n_artifacts;
  const char *lang; /* of the first result; NULL: none yet */
  bool failed;
} state;

/* What the places of a result need to know. */
typedef struct {
  hd_json *json;
  const hd_result *result;
  size_t base; /* index of the result's first file among the artifacts */
} writer;

/* ---- files --------------------------------------------------------------- */

/* The URI of a file: relative, or file:///... On malloc; NULL: no memory. */
static char *uri_of(const char *name) {
  static const char scheme[] = "file://";
  size_t n = 0;
  char *uri = malloc(sizeof scheme + 3 * strlen(name) + 1);
  if (!uri)
    return NULL;
  if (*name == '/') {
    strcpy(uri, scheme);
    n = strlen(scheme);
  }
  while (name[0] == '.' && name[1] == '/')
    name += 2;
  for (; *name; name++)
    n += hd_write_uri_byte((unsigned char)*name, uri + n);
  uri[n] = 0;
  return uri;
}

/* artifactLocation or location: {"uri":…,"uriBaseId":…}; at: index, -1: none */
static void put_artifact(hd_json *json, const char *key, const char *file,
                         int64_t at) {
  char *uri = uri_of(file);
  hd_json_key(json, key);
  hd_json_open(json, '{');
  hd_json_member(json, "uri", uri ? uri : "");
  if (*file != '/')
    hd_json_member(json, "uriBaseId", "SRCROOT");
  if (at >= 0)
    hd_json_count(json, "index", (uint64_t)at);
  hd_json_close(json, '}');
  if (!uri)
    json->report->failed = ENOMEM;
  free(uri);
}

static const char *mime_type(const char *format) {
  static const struct {
    const char *format, *type;
  } rows[] = {
      {"text", "text/plain"},
      {"markdown", "text/markdown"},
      {"html", "text/html"},
      {"csv", "text/csv"},
      {"pdf", "application/pdf"},
      {"docx", "application/vnd.openxmlformats-officedocument."
               "wordprocessingml.document"},
      {"xlsx",
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].format, format) == 0)
      return rows[i].type;
  return NULL;
}

static void put_file(state *s, const hd_file *file) {
  hd_json *json = &s->artifacts.json;
  const char *type = mime_type(file->format);
  hd_json_break(json);
  hd_json_open(json, '{');
  put_artifact(json, "location", file->name, -1);
  if (*file->encoding && hd_write_has_lines(file))
    hd_json_member(json, "encoding", file->encoding);
  if (type)
    hd_json_member(json, "mimeType", type);
  hd_json_key(json, "roles");
  hd_json_open(json, '[');
  hd_json_string(json, "analysisTarget");
  hd_json_close(json, ']');
  hd_json_close(json, '}');
  s->n_artifacts++;
}

/* ---- locations ------------------------------------------------------------
 */

static void put_message(hd_json *json, const char *key, const char *text) {
  hd_json_key(json, key);
  hd_json_open(json, '{');
  hd_json_member(json, "text", text);
  hd_json_close(json, '}');
}

static const hd_file *file_of(const writer *w, const char *name, int64_t *at) {
  const hd_file *file = hd_write_file(w->result, name);
  *at = file ? (int64_t)(w->base + (size_t)(file - w->result->files)) : -1;
  return file;
}

static void put_region(hd_json *json, const hd_place *at) {
  hd_json_key(json, "region");
  hd_json_open(json, '{');
  hd_json_count(json, "startLine", at->line);
  hd_json_count(json, "startColumn", at->column);
  hd_json_count(json, "endLine", at->end_line);
  hd_json_count(json, "endColumn", at->end_column);
  if (*at->text)
    put_message(json, "snippet", at->text);
  hd_json_close(json, '}');
}

/* What the lines of a document without source lines are; NULL: its place says
 * more. */
static const char *line_name(const hd_file *file) {
  if (hd_write_has_lines(file))
    return NULL;
  return strcmp(file->format, "docx") == 0  ? "paragraph"
         : strcmp(file->format, "pdf") == 0 ? "line"
                                            : NULL;
}

/* table=2;row=4;column=3, page=12;line=340, paragraph=7 */
static void put_qualified(hd_json *json, const hd_place *at,
                          const hd_file *file) {
  const char *name = line_name(file);
  char *text = NULL;
  if (name && asprintf(&text, "%s%s%s=%u", at->place, *at->place ? ";" : "",
                       name, (unsigned)at->line) < 0) {
    json->report->failed = ENOMEM;
    return;
  }
  if (text || *at->place)
    hd_json_member(json, "fullyQualifiedName", text ? text : at->place);
  free(text);
}

static void put_logical(hd_json *json, const hd_place *at,
                        const hd_file *file) {
  hd_json_key(json, "logicalLocations");
  hd_json_open(json, '[');
  hd_json_open(json, '{');
  if (*at->location)
    hd_json_member(json, "name", at->location);
  put_qualified(json, at, file);
  hd_json_member(json, "kind", "element");
  hd_json_close(json, '}');
  hd_json_close(json, ']');
}

/* Members of a location. `message`: what stands there, or NULL. */
static void put_location(const writer *w, const hd_place *at,
                         const char *message) {
  hd_json *json = w->json;
  int64_t index;
  const hd_file *file = file_of(w, at->file, &index);
  bool lines = hd_write_has_lines(file);
  hd_json_key(json, "physicalLocation");
  hd_json_open(json, '{');
  put_artifact(json, "artifactLocation", at->file, index);
  if (lines)
    put_region(json, at);
  hd_json_close(json, '}');
  if (*at->location || *at->place || !lines)
    put_logical(json, at, file);
  if (message && *message)
    put_message(json, "message", message);
}

/* ---- results ---------------------------------------------------------------
 */

static void put_related(const writer *w, const hd_finding *finding) {
  hd_json *json = w->json;
  if (finding->n_related == 0)
    return;
  hd_json_key(json, "relatedLocations");
  hd_json_open(json, '[');
  for (size_t i = 0; i < finding->n_related; i++) {
    hd_json_open(json, '{');
    hd_json_count(json, "id", i + 1);
    put_location(w, &finding->related[i], finding->related[i].text);
    hd_json_close(json, '}');
  }
  hd_json_close(json, ']');
}

/* What a table of results may show beside the message; the snippet too where
 * there is no region to hold it. */
static void put_properties(hd_json *json, const hd_finding *finding) {
  const struct {
    const char *key, *text;
  } rows[] = {
      {"excerpt", finding->at.text},   {"context", finding->at.context},
      {"stated", finding->stated},     {"expected", finding->expected},
      {"readings", finding->readings},
  };
  hd_json_key(json, "properties");
  hd_json_open(json, '{');
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (*rows[i].text)
      hd_json_member(json, rows[i].key, rows[i].text);
  hd_json_close(json, '}');
}

/* A finding that is silenced stays a result, with what silences it. */
static void put_suppression(hd_json *json, const hd_silence *by) {
  static const char *const why[] = {
      [HD_BY_COMMENT] = "",
      [HD_BY_BASELINE] = "",
      [HD_BY_CHANGE] = "It stood in the old version.",
      [HD_BY_RESOLVED] = "Its comment is resolved.",
  };
  const char *reason = *by->reason ? by->reason : why[by->by];
  hd_json_key(json, "suppressions");
  hd_json_open(json, '[');
  hd_json_open(json, '{');
  hd_json_member(json, "kind",
                 by->by == HD_BY_COMMENT || by->by == HD_BY_RESOLVED
                     ? "inSource"
                     : "external");
  hd_json_member(json, "status", "accepted");
  if (*reason)
    hd_json_member(json, "justification", reason);
  hd_json_close(json, '}');
  hd_json_close(json, ']');
}

/* silence: NULL where the finding is to be reported. */
static void put_result(const writer *w, const hd_report *report,
                       const hd_finding *finding, const hd_silence *silence) {
  hd_json *json = w->json;
  const hd_rule *rule = hd_write_rule(report, finding->rule);
  hd_json_break(json);
  hd_json_open(json, '{');
  hd_json_member(json, "ruleId", finding->rule);
  if (rule)
    hd_json_count(json, "ruleIndex", (uint64_t)(rule - report->rules));
  hd_json_member(json, "level", hd_severity_name(finding->severity));
  put_message(json, "message", finding->message);
  hd_json_key(json, "locations");
  hd_json_open(json, '[');
  hd_json_open(json, '{');
  put_location(w, &finding->at, finding->at.text);
  hd_json_close(json, '}');
  hd_json_close(json, ']');
  put_related(w, finding);
  hd_json_key(json, "partialFingerprints");
  hd_json_open(json, '{');
  hd_json_member(json, "hedui/v1", finding->fingerprint);
  hd_json_close(json, '}');
  put_properties(json, finding);
  if (silence)
    put_suppression(json, silence);
  hd_json_close(json, '}');
}

/* ---- failures ---------------------------------------------------------------
 */

static void put_place(const writer *w, const hd_failure *failure) {
  hd_json *json = w->json;
  int64_t index;
  if (!*failure->file)
    return;
  file_of(w, failure->file, &index);
  hd_json_key(json, "locations");
  hd_json_open(json, '[');
  hd_json_open(json, '{');
  hd_json_key(json, "physicalLocation");
  hd_json_open(json, '{');
  put_artifact(json, "artifactLocation", failure->file, index);
  if (failure->line) {
    hd_json_key(json, "region");
    hd_json_open(json, '{');
    hd_json_count(json, "startLine", failure->line);
    if (failure->column)
      hd_json_count(json, "startColumn", failure->column);
    hd_json_close(json, '}');
  }
  hd_json_close(json, '}');
  hd_json_close(json, '}');
  hd_json_close(json, ']');
}

static void put_failure(const writer *w, const hd_report *report,
                        const hd_failure *failure) {
  hd_json *json = w->json;
  hd_json_break(json);
  hd_json_open(json, '{');
  hd_json_member(json, "level", "error");
  put_message(json, "message", failure->message);
  put_place(w, failure);
  if (*failure->rule && hd_write_rule(report, failure->rule)) {
    hd_json_key(json, "associatedRule");
    hd_json_open(json, '{');
    hd_json_member(json, "id", failure->rule);
    hd_json_close(json, '}');
  }
  hd_json_close(json, '}');
}

/* ---- the format
 * -------------------------------------------------------------- */

void hd_sarif_begin(hd_report *report) {
  state *s = hd_write_state(report, sizeof *s);
  if (!s)
    return;
  s->json.report = report;
  hd_json_list_open(&s->artifacts, report);
  hd_json_list_open(&s->notifications, report);
  hd_json_list_open(&s->configuration, report);
  hd_json_open(&s->json, '{');
  hd_json_member(&s->json, "$schema",
                 "https://json.schemastore.org/sarif-2.1.0.json");
  hd_json_member(&s->json, "version", "2.1.0");
  hd_json_key(&s->json, "runs");
  hd_json_open(&s->json, '[');
  hd_json_open(&s->json, '{');
  hd_json_member(&s->json, "columnKind", "unicodeCodePoints");
  hd_json_key(&s->json, "results");
  hd_json_open(&s->json, '[');
}

void hd_sarif_result(hd_report *report, const hd_result *result) {
  state *s = report->state;
  if (report->failed)
    return;
  s->lang = hd_write_own_lang(report, result, s->lang);
  writer w = {&s->json, result, s->n_artifacts};
  for (size_t i = 0; i < result->n_files; i++)
    put_file(s, &result->files[i]);
  for (size_t i = 0; i < result->n_findings; i++)
    if (hd_write_wanted(report, &result->findings[i]))
      put_result(&w, report, &result->findings[i], NULL);
  for (size_t i = 0; i < result->n_silenced; i++)
    if (hd_write_wanted(report, &result->silenced[i].finding))
      put_result(&w, report, &result->silenced[i].finding,
                 &result->silenced[i]);
  /* What failed without a file is about the rules themselves. */
  w.json = result->n_files ? &s->notifications.json : &s->configuration.json;
  for (size_t i = 0; i < result->n_failures; i++)
    put_failure(&w, report, &result->failures[i]);
  s->failed = s->failed || result->n_failures > 0;
}

static void put_invocation(state *s) {
  hd_json *json = &s->json;
  hd_json_break(json);
  hd_json_key(json, "invocations");
  hd_json_open(json, '[');
  hd_json_open(json, '{');
  hd_json_flag(json, "executionSuccessful", !s->failed);
  hd_json_list_close(&s->configuration, json, "toolConfigurationNotifications");
  hd_json_list_close(&s->notifications, json, "toolExecutionNotifications");
  hd_json_close(json, '}');
  hd_json_close(json, ']');
}

static void put_base(hd_json *json) {
  hd_json_key(json, "originalUriBaseIds");
  hd_json_open(json, '{');
  hd_json_key(json, "SRCROOT");
  hd_json_open(json, '{');
  put_message(json, "description", "The folder in which hedui was run.");
  hd_json_close(json, '}');
  hd_json_close(json, '}');
}

void hd_sarif_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  (void)sums;
  if (!s)
    return;
  hd_json *json = &s->json;
  const char *lang = s->lang ? s->lang : report->lang ? report->lang : "zh";
  hd_json_close(json, ']');
  hd_json_break(json);
  hd_json_list_close(&s->artifacts, json, "artifacts");
  put_invocation(s);
  hd_json_break(json);
  put_base(json);
  hd_json_member(json, "language", strcmp(lang, "zh") == 0 ? "zh-CN" : "en");
  hd_json_break(json);
  hd_json_key(json, "tool");
  hd_json_open(json, '{');
  hd_sarif_driver(json, report, lang);
  hd_json_close(json, '}');
  hd_json_close(json, '}');
  hd_json_close(json, ']');
  hd_json_close(json, '}');
  hd_write_text(report, "\n");
  free(s);
  report->state = NULL;
}
