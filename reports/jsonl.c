/* jsonl: JSON Lines, one object a line, as results come.
 *
 * Out: "schema" and "type" (file, finding, check, failure, summary) on each
 * line; every file has its line, before its findings. The listing of claims
 * is rows alone: no type, no file, no summary. */
#include "write.h"
#include <stdlib.h>

void hd_jsonl_begin(hd_report *report) {
  hd_write_state(report, 3 * sizeof(size_t)); /* findings by severity */
}

/* Opens the object of a line. */
static hd_json open_line(hd_report *report, const char *type) {
  hd_json json = {.report = report};
  hd_json_open(&json, '{');
  if (type) {
    hd_json_count(&json, "schema", 1);
    hd_json_member(&json, "type", type);
  }
  return json;
}

static void close_line(hd_json *json) {
  hd_json_close(json, '}');
  hd_write_text(json->report, "\n");
}

#define LINES(report, type, rows, n, write)                                    \
  for (size_t i = 0; i < (n); i++) {                                           \
    hd_json json = open_line(report, type);                                    \
    write(&json, &(rows)[i]);                                                  \
    close_line(&json);                                                         \
  }

static void findings(hd_report *report, const hd_result *result) {
  size_t *severities = report->state;
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_finding *finding = &result->findings[i];
    if (!hd_write_wanted(report, finding))
      continue;
    severities[finding->severity]++;
    hd_json json = open_line(report, "finding");
    hd_json_finding(&json, finding);
    close_line(&json);
  }
}

void hd_jsonl_result(hd_report *report, const hd_result *result) {
  if (report->failed)
    return;
  if (report->listing == HD_LISTING_UNREAD) {
    LINES(report, NULL, result->claims, result->n_claims, hd_json_unread)
    return;
  }
  if (report->listing == HD_LISTING_CLAIMS) {
    LINES(report, NULL, result->claims, result->n_claims, hd_json_claim)
    return;
  }
  LINES(report, "file", result->files, result->n_files, hd_json_file)
  if (report->listing == HD_LISTING_CHECKS) {
    LINES(report, "check", result->checks, result->n_checks, hd_json_check)
  } else
    findings(report, result);
  LINES(report, "failure", result->failures, result->n_failures,
        hd_json_failure)
}

void hd_jsonl_end(hd_report *report, const hd_counts *sums) {
  if (report->state && !hd_listing_claims(report->listing)) {
    hd_json json = open_line(report, "summary");
    hd_json_summary(&json, sums, report->state);
    close_line(&json);
  }
  free(report->state);
  report->state = NULL;
}
