/* docx: a copy of the draft with a comment at each finding.
 *
 * Out: the bytes of the copy, which the library makes (hd_docx_comment); here
 * are the words of the comments: severity and message, the arithmetic, the
 * other places with what stands there, the rule. Control characters of a draft
 * are written as U+FFFD. The date is SOURCE_DATE_EPOCH's or the draft's own, so
 * that the same draft gives the same bytes. */
#include "write.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void hd_docx_begin(hd_report *report) { (void)report; }

/* ---- the words -------------------------------------------------------------
 */

typedef struct {
  hd_report memory; /* the sink of the text */
  bool zh;
} words;

static void write_severity(words *w, hd_severity severity) {
  static const char *const zh[] = {"提示", "警告", "错误"};
  hd_write_text(&w->memory, w->zh ? zh[severity] : hd_severity_name(severity));
}

static void write_pair(words *w, const char *zh, const char *en,
                       const char *text) {
  if (*text == '\0')
    return;
  hd_write_printf(&w->memory, w->zh ? "\n%s：" : "\n%s: ", w->zh ? zh : en);
  hd_write_shown(&w->memory, text);
}

/* “1520亿元”（第1节 第4段）; the line where there is no better name. */
static void write_related(words *w, const hd_place *at) {
  hd_write_text(&w->memory, w->zh ? "\n另见：“" : "\nsee also: \"");
  hd_write_shown(&w->memory, at->text);
  hd_write_text(&w->memory, w->zh ? "”（" : "\" (");
  if (*at->location)
    hd_write_shown(&w->memory, at->location);
  else
    hd_write_printf(&w->memory, w->zh ? "第%" PRIu32 "行" : "line %" PRIu32,
                    at->line);
  hd_write_text(&w->memory, w->zh ? "）" : ")");
}

static void write_finding(words *w, const hd_finding *finding) {
  write_severity(w, finding->severity);
  hd_write_text(&w->memory, w->zh ? "：" : ": ");
  hd_write_shown(&w->memory, finding->message);
  write_pair(w, "文中", "stated", finding->stated);
  write_pair(w, "核算", "expected", finding->expected);
  write_pair(w, "已试的读法", "readings tried", finding->readings);
  for (size_t i = 0; i < finding->n_related; i++)
    write_related(w, &finding->related[i]);
  hd_write_text(&w->memory, "\n");
  hd_write_shown(&w->memory, finding->rule);
}

/* The text of a comment, on malloc; NULL where there is no memory. */
static char *text_of(const hd_report *report, const hd_result *result,
                     const hd_finding *finding) {
  char *text = NULL;
  size_t size;
  const char *lang = hd_write_lang(report, result, finding->at.file);
  words w = {.memory = {.out = open_memstream(&text, &size)},
             .zh = strcmp(lang, "zh") == 0};
  if (!w.memory.out)
    return NULL;
  write_finding(&w, finding);
  if (fclose(w.memory.out) == 0 && !w.memory.failed)
    return text;
  free(text);
  return NULL;
}

/* ---- the copy ---------------------------------------------------------------
 */

/* SOURCE_DATE_EPOCH as Word writes dates; NULL where it is not set. */
static const char *date_of(char out[32]) {
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  struct tm day;
  if (!epoch || *epoch < '0' || *epoch > '9')
    return NULL;
  time_t seconds = (time_t)strtoll(epoch, NULL, 10);
  if (!gmtime_r(&seconds, &day) || day.tm_year > 8099)
    return NULL;
  return strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &day) ? out : NULL;
}

static void fail(hd_report *report, int code, const char *why) {
  if (report->failed)
    return;
  report->failed = code;
  snprintf(report->why, sizeof report->why, "%s", why);
}

/* Writes the copy that has the notes. */
static void write_copy(hd_report *report, const hd_docx_notes *notes) {
  hd_commented *copy = hd_docx_comment(report->engine, report->input, notes);
  if (copy->error)
    fail(report, EINVAL, copy->error);
  else
    hd_write_bytes(report, copy->bytes, copy->n_bytes);
  hd_commented_free(copy);
}

static void write_findings(hd_report *report, const hd_result *result) {
  char date[32];
  hd_docx_note *list = calloc(result->n_findings + 1, sizeof *list);
  hd_docx_notes notes = {list, 0, date_of(date)};
  for (size_t i = 0; list && i < result->n_findings; i++) {
    const hd_finding *f = &result->findings[i];
    if (!hd_write_wanted(report, f))
      continue;
    char *text = text_of(report, result, f);
    if (!text)
      fail(report, ENOMEM, "no memory");
    else
      list[notes.n++] =
          (hd_docx_note){f->at.line,       f->at.column, f->at.end_line,
                         f->at.end_column, text,         f->fingerprint};
  }
  if (list && !report->failed)
    write_copy(report, &notes);
  else
    fail(report, ENOMEM, "no memory");
  for (size_t i = 0; list && i < notes.n; i++)
    free((char *)(uintptr_t)list[i].text);
  free(list);
}

/* Results without files say what is wrong with rules. */
void hd_docx_result(hd_report *report, const hd_result *result) {
  if (result->n_files == 0 || report->failed)
    return;
  if (result->files[0].failed)
    fail(report, EINVAL, "the draft could not be read");
  else if (strcmp(result->files[0].format, "docx") != 0)
    fail(report, EINVAL, "comments can only be put into a .docx file");
  else
    write_findings(report, result);
}

void hd_docx_end(hd_report *report, const hd_counts *sums) {
  (void)report;
  (void)sums;
}
