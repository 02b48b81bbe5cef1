/* text: the report for people at a terminal.
 *
 * Out: each finding in order, with its message, both places in a frame and
 * the arithmetic; at the end a summary with the surest findings first. The
 * listings of checks and claims are one line a row. Words are Chinese or
 * English as the report is (or --lang says); text of the draft is written so
 * that no terminal acts on it. */
#include "write.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SUREST_MOST = 10 }; /* of each severity in the summary */

typedef struct {
  char *lines[3][SUREST_MOST]; /* the first findings of each severity */
  size_t counts[3];
  const char *lang; /* of the first result; "zh" or "en" */
} state;

static const struct {
  const char *zh, *en, *colour;
} severities[] = {{"提示", "note", "1;36"},
                  {"警告", "warning", "1;33"},
                  {"错误", "error", "1;31"}};

static bool zh(const char *lang) { return strcmp(lang, "zh") == 0; }

static void colour(hd_report *report, const char *code) {
  if (report->colour)
    hd_write_printf(report, "\033[%sm", code);
}

static void write_severity(hd_report *report, int severity, const char *lang) {
  colour(report, severities[severity].colour);
  hd_write_text(report,
                zh(lang) ? severities[severity].zh : severities[severity].en);
  colour(report, "0");
}

/* file:line:column, as editors and terminals follow it. */
static void write_place(hd_report *report, const hd_place *at) {
  colour(report, "1");
  hd_write_shown(report, at->file);
  hd_write_printf(report, ":%" PRIu32 ":%" PRIu32, at->line, at->column);
  colour(report, "0");
}

/* ---- a finding --------------------------------------------------------------
 */

static void write_pair(hd_report *report, const char *lang, const char *name_zh,
                       const char *name_en, const char *text) {
  if (*text == 0)
    return;
  hd_write_printf(report,
                  zh(lang) ? "  %s：" : "  %s: ", zh(lang) ? name_zh : name_en);
  hd_write_shown(report, text);
  hd_write_text(report, "\n");
}

static void write_finding(hd_report *report, const hd_finding *finding,
                          const char *lang) {
  write_place(report, &finding->at);
  hd_write_text(report, "  ");
  write_severity(report, (int)finding->severity, lang);
  hd_write_text(report, "  ");
  hd_write_shown(report, finding->rule);
  if (*finding->at.location) {
    hd_write_text(report, "  ");
    hd_write_shown(report, finding->at.location);
  }
  colour(report, "2");
  hd_write_printf(report, "  [%s]", finding->fingerprint);
  colour(report, "0");
  hd_write_text(report, "\n  ");
  hd_write_shown(report, finding->message);
  hd_write_text(report, "\n");
  hd_frame_write(report, finding, lang);
  write_pair(report, lang, "文中", "stated", finding->stated);
  write_pair(report, lang, "核算", "expected", finding->expected);
  hd_write_text(report, "\n");
}

/* Keeps the line of the summary for the first findings of a severity. */
static void remember(hd_report *report, state *s, const hd_finding *finding) {
  size_t n = s->counts[finding->severity]++, size;
  if (n >= SUREST_MOST)
    return;
  char **line = &s->lines[finding->severity][n];
  hd_report memory = {.out = open_memstream(line, &size)};
  if (!memory.out) {
    report->failed = ENOMEM;
    return;
  }
  hd_write_shown(&memory, finding->at.file);
  hd_write_printf(&memory, ":%" PRIu32 ":%" PRIu32 "  ", finding->at.line,
                  finding->at.column);
  hd_write_shown(&memory, finding->rule);
  hd_write_text(&memory, "  ");
  hd_write_shown(&memory, finding->at.text);
  if (fclose(memory.out) != 0)
    report->failed = ENOMEM;
}

/* ---- listings
 * ------------------------------------------------------------------ */

static void write_check(hd_report *report, const hd_check *check,
                        const char *lang) {
  static const char *const words[] = {"不符", "相符", "未定"};
  write_place(report, &check->at);
  hd_write_printf(report, "  %s  ",
                  zh(lang) ? words[check->outcome]
                           : hd_outcome_name(check->outcome));
  hd_write_shown(report, check->rule);
  hd_write_text(report, "  ");
  hd_write_shown(report, check->at.text);
  for (size_t i = 0; i < check->n_related; i++) {
    hd_write_text(report, i ? ", " : " <> ");
    hd_write_shown(report, check->related[i].text);
  }
  if (*check->how) {
    hd_write_text(report, "  ");
    hd_write_shown(report, check->how);
  }
  hd_write_text(report, "\n");
}

/* Every column that is known, but the section and the id. */
static void write_claim(hd_report *report, const hd_claim_row *claim) {
  write_place(report, &claim->at);
  hd_write_text(report, "  ");
  hd_write_shown(report, claim->fields[HD_COLUMN_TEXT]);
  for (int i = HD_COLUMN_KIND; i < HD_COLUMNS; i++) {
    if (*claim->fields[i] == 0 || i == HD_COLUMN_SECTION || i == HD_COLUMN_ID)
      continue;
    colour(report, "2");
    hd_write_printf(report, "  %s=", hd_column_name(i));
    colour(report, "0");
    hd_write_shown(report, claim->fields[i]);
  }
  if (report->listing == HD_LISTING_UNREAD)
    hd_write_printf(report, "  reason=%s", claim->reason);
  hd_write_text(report, "\n");
}

/* ---- the format
 * ------------------------------------------------------------------ */

void hd_text_begin(hd_report *report) { hd_write_state(report, sizeof(state)); }

void hd_text_result(hd_report *report, const hd_result *result) {
  state *s = report->state;
  if (report->failed)
    return;
  s->lang = hd_write_own_lang(report, result, s->lang);
  if (report->listing == HD_LISTING_CHECKS) {
    for (size_t i = 0; i < result->n_checks; i++)
      write_check(report, &result->checks[i],
                  hd_write_lang(report, result, result->checks[i].at.file));
  } else if (hd_listing_claims(report->listing)) {
    for (size_t i = 0; i < result->n_claims; i++)
      write_claim(report, &result->claims[i]);
  } else {
    for (size_t i = 0; i < result->n_findings; i++) {
      const hd_finding *finding = &result->findings[i];
      if (!hd_write_wanted(report, finding))
        continue;
      write_finding(report, finding,
                    hd_write_lang(report, result, finding->at.file));
      remember(report, s, finding);
    }
  }
}

/* The surest first; a draft with two or three findings needs no list. */
static void write_surest(hd_report *report, const state *s, size_t all) {
  for (int i = HD_SEVERITY_ERROR; i >= HD_SEVERITY_NOTE && all > 3; i--) {
    for (size_t k = 0; k < SUREST_MOST && s->lines[i][k]; k++) {
      hd_write_text(report, "  ");
      write_severity(report, i, s->lang);
      hd_write_printf(report, "  %s\n", s->lines[i][k]);
    }
    if (s->counts[i] > SUREST_MOST)
      hd_write_printf(report,
                      zh(s->lang) ? "        另有 %zu 处\n"
                                  : "        and %zu more\n",
                      s->counts[i] - SUREST_MOST);
  }
}

static void write_summary(hd_report *report, const state *s) {
  size_t all = s->counts[0] + s->counts[1] + s->counts[2];
  if (all == 0)
    return;
  hd_write_printf(report, zh(s->lang) ? "共 %zu 处：" : "%zu in all: ", all);
  for (int i = HD_SEVERITY_ERROR; i >= HD_SEVERITY_NOTE; i--) {
    write_severity(report, i, s->lang);
    hd_write_printf(report, " %zu", s->counts[i]);
    if (i > HD_SEVERITY_NOTE)
      hd_write_text(report, zh(s->lang) ? "，" : ", ");
  }
  hd_write_text(report, "\n");
  write_surest(report, s, all);
}

void hd_text_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  (void)sums;
  if (!s)
    return;
  if (!s->lang)
    s->lang = report->lang ? report->lang : "zh";
  if (report->listing == HD_LISTING_FINDINGS && !report->quiet)
    write_summary(report, s);
  for (size_t i = 0; i < 3; i++)
    for (size_t k = 0; k < SUREST_MOST; k++)
      free(s->lines[i][k]);
  free(s);
  report->state = NULL;
}
