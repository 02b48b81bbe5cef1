/* json: one JSON document.
 *
 *   {"schema":1,"tool":"hedui","version":"…","findings":[…],
 *    "files":[…],"failures":[…],"summary":{…}}
 *
 * The long list (findings, checks or claims, by the listing) is written as
 * results come, one row a line; files and failures, short ones, wait in
 * memory for their turn. */
#include "write.h"
#include <stdlib.h>

typedef struct {
  hd_json json;
  hd_json_list files, failures;
  size_t severities[3];
} state;

void hd_json_begin(hd_report *report) {
  static const char *const names[] = {"findings", "checks", "claims", "claims"};
  state *s = hd_write_state(report, sizeof *s);
  if (!s)
    return;
  s->json.report = report;
  hd_json_list_open(&s->files, report);
  hd_json_list_open(&s->failures, report);
  hd_json_open(&s->json, '{');
  hd_json_count(&s->json, "schema", 1);
  hd_json_member(&s->json, "tool", "hedui");
  hd_json_member(&s->json, "version", HD_VERSION);
  hd_json_key(&s->json, names[report->listing]);
  hd_json_open(&s->json, '[');
}

/* Opens the object of a row, on a line of its own. */
static void open_row(hd_json *json) {
  hd_json_break(json);
  hd_json_open(json, '{');
}

#define ROWS(json, rows, n, write)                                             \
  for (size_t i = 0; i < (n); i++) {                                           \
    open_row(json);                                                            \
    write(json, &(rows)[i]);                                                   \
    hd_json_close(json, '}');                                                  \
  }

static void findings(hd_report *report, state *s, const hd_result *result) {
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_finding *finding = &result->findings[i];
    if (!hd_write_wanted(report, finding))
      continue;
    s->severities[finding->severity]++;
    open_row(&s->json);
    hd_json_finding(&s->json, finding);
    hd_json_close(&s->json, '}');
  }
}

void hd_json_result(hd_report *report, const hd_result *result) {
  state *s = report->state;
  if (report->failed)
    return;
  ROWS(&s->files.json, result->files, result->n_files, hd_json_file)
  ROWS(&s->failures.json, result->failures, result->n_failures, hd_json_failure)
  if (report->listing == HD_LISTING_CHECKS) {
    ROWS(&s->json, result->checks, result->n_checks, hd_json_check)
  } else if (report->listing == HD_LISTING_UNREAD) {
    ROWS(&s->json, result->claims, result->n_claims, hd_json_unread)
  } else if (report->listing == HD_LISTING_CLAIMS) {
    ROWS(&s->json, result->claims, result->n_claims, hd_json_claim)
  } else
    findings(report, s, result);
}

void hd_json_end(hd_report *report, const hd_counts *sums) {
  state *s = report->state;
  if (!s)
    return;
  hd_json_close(&s->json, ']');
  hd_json_break(&s->json);
  hd_json_list_close(&s->files, &s->json, "files");
  hd_json_break(&s->json);
  hd_json_list_close(&s->failures, &s->json, "failures");
  hd_json_break(&s->json);
  hd_json_key(&s->json, "summary");
  hd_json_open(&s->json, '{');
  hd_json_summary(&s->json, sums, s->severities);
  hd_json_close(&s->json, '}');
  hd_json_close(&s->json, '}');
  hd_write_text(report, "\n");
  free(s);
  report->state = NULL;
}
