/* github: workflow commands that GitHub shows as annotations.
 *
 * Out: ::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message, the
 * worst first. GitHub shows ten errors, ten warnings and ten notices of a step
 * and drops the rest in silence: no more are written, and what is left out is
 * counted in a last notice, for which a tenth notice makes room. Nothing can
 * be written before all is known, so the first of each kind wait. */
#include "write.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_MOST = 10, KINDS = 3 };

typedef struct {
  char *lines[KINDS][SHOWN_MOST];
  size_t n[KINDS]; /* all of the kind, by hd_severity */
  const char *lang;
} state;

/* Text of a command; of a property, where : and , are escaped too. */
static void put_escaped(hd_report *to, const char *text, bool property) {
  static const char plain[] = "%\r\n", named[] = "%\r\n:,";
  char bytes[4];
  uint32_t cp;
  while ((cp = hd_write_decode(&text))) {
    if (cp < 0x80 && strchr(property ? named : plain, (int)cp))
      hd_write_printf(to, "%%%02X", (unsigned)cp);
    else
      hd_write_bytes(to, bytes, hd_write_encode(hd_write_visible(cp), bytes));
  }
}

static void put_property(hd_report *to, const char *name, const char *text) {
  hd_write_printf(to, "%s=", name);
  put_escaped(to, text, true);
}

/* Lines and columns; columns only on one line, as GitHub wants them. */
static void put_span(hd_report *to, const hd_place *at) {
  hd_write_printf(to, ",line=%" PRIu32 ",endLine=%" PRIu32, at->line,
                  at->end_line);
  if (at->line == at->end_line)
    hd_write_printf(to, ",col=%" PRIu32 ",endColumn=%" PRIu32, at->column,
                    at->end_column);
}

static void put_finding(hd_report *to, const hd_finding *f, bool lines) {
  hd_write_printf(to, "::%s ",
                  f->severity == HD_SEVERITY_NOTE
                      ? "notice"
                      : hd_severity_name(f->severity));
  put_property(to, "file", f->at.file);
  if (lines)
    put_span(to, &f->at);
  put_property(to, ",title", f->rule);
  hd_write_text(to, "::");
  put_escaped(to, f->message, false);
  if (*f->at.context) {
    hd_write_text(to, "%0A");
    put_escaped(to, f->at.context, false);
  }
  hd_write_text(to, "\n");
}

static void put_failure(hd_report *to, const hd_failure *f) {
  hd_write_text(to, "::error ");
  put_property(to, "file", f->file);
  if (f->line)
    hd_write_printf(to, ",line=%" PRIu32, f->line);
  if (f->line && f->column)
    hd_write_printf(to, ",col=%" PRIu32, f->column);
  put_property(to, ",title", *f->rule ? f->rule : "hedui");
  hd_write_text(to, "::");
  put_escaped(to, f->message, false);
  hd_write_text(to, "\n");
}

/* Where the next line of its kind is to be kept, NULL: it is only counted. */
static hd_report open_line(hd_report *report, int kind, size_t *size) {
  state *s = report->state;
  size_t n = s->n[kind]++;
  hd_report memory = {0};
  if (n >= SHOWN_MOST)
    return memory;
  memory.out = open_memstream(&s->lines[kind][n], size);
  if (!memory.out)
    report->failed = ENOMEM;
  return memory;
}

static void close_line(hd_report *report, hd_report *memory) {
  if (fclose(memory->out) != 0 || memory->failed)
    report->failed = ENOMEM;
}

void hd_github_begin(hd_report *report) {
  hd_write_state(report, sizeof(state));
}

void hd_github_result(hd_report *report, const hd_result *result) {
  state *s = report->state;
  size_t size;
  if (report->failed)
    return;
  s->lang = hd_write_own_lang(report, result, s->lang);
  for (size_t i = 0; i < result->n_failures; i++) {
    hd_report line = open_line(report, HD_SEVERITY_ERROR, &size);
    if (!line.out)
      continue;
    put_failure(&line, &result->failures[i]);
    close_line(report, &line);
  }
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_finding *f = &result->findings[i];
    if (!hd_write_wanted(report, f))
      continue;
    hd_report line = open_line(report, (int)f->severity, &size);
    if (!line.out)
      continue;
    put_finding(&line, f,
                hd_write_has_lines(hd_write_file(result, f->at.file)));
    close_line(report, &line);
  }
}

/* The lines of a kind; those beyond `most` are counted. */
static size_t write_kind(hd_report *report, const state *s, int kind,
                         size_t most) {
  size_t shown = s->n[kind] < most ? s->n[kind] : most;
  for (size_t i = 0; i < shown; i++)
    if (s->lines[kind][i])
      hd_write_text(report, s->lines[kind][i]);
  return s->n[kind] - shown;
}

static void write_all(hd_report *report, const state *s) {
  size_t left[KINDS] = {0};
  left[HD_SEVERITY_ERROR] =
      write_kind(report, s, HD_SEVERITY_ERROR, SHOWN_MOST);
  left[HD_SEVERITY_WARNING] =
      write_kind(report, s, HD_SEVERITY_WARNING, SHOWN_MOST);
  bool more = left[HD_SEVERITY_ERROR] || left[HD_SEVERITY_WARNING] ||
              s->n[HD_SEVERITY_NOTE] > SHOWN_MOST;
  left[HD_SEVERITY_NOTE] =
      write_kind(report, s, HD_SEVERITY_NOTE, SHOWN_MOST - more);
  if (!more)
    return;
  const char *lang = s->lang ? s->lang : "zh";
  hd_write_printf(report,
                  strcmp(lang, "zh") == 0
                      ? "::notice title=hedui::另有错误 %zu 处，警告 %zu "
                        "处，提示 %zu 处未列出\n"
                      : "::notice title=hedui::and %zu more errors, %zu "
                        "warnings, %zu notes\n",
                  left[HD_SEVERITY_ERROR], left[HD_SEVERITY_WARNING],
                  left[HD_SEVERITY_NOTE]);
}

void hd_github_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  (void)sums;
  if (!s)
    return;
  if (!report->failed)
    write_all(report, s);
  for (int kind = 0; kind < KINDS; kind++)
    for (size_t i = 0; i < SHOWN_MOST; i++)
      free(s->lines[kind][i]);
  free(s);
  report->state = NULL;
}
