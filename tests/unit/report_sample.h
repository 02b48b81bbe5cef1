/* report_sample: a hand-made result and what a format writes of it. */
#ifndef HD_REPORT_SAMPLE_H
#define HD_REPORT_SAMPLE_H
#include "../../reports/write.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four above before it. */
#include <cmocka.h>

/* A place on one line whose context is the whole line; column and length in
 * code points. */
static inline hd_place sample_place(const char *file, uint32_t line,
                                    uint32_t column, uint32_t n,
                                    const char *text, const char *context) {
  return (hd_place){.file = file,
                    .line = line,
                    .column = column,
                    .end_line = line,
                    .end_column = column + n,
                    .text = text,
                    .location = "",
                    .place = "",
                    .context = context,
                    .context_at = column - 1,
                    .context_len = n,
                    .value = "",
                    .unit = ""};
}

static inline hd_finding sample_finding(hd_place at, hd_severity severity,
                                        hd_place *related, size_t n) {
  return (hd_finding){.at = at,
                      .severity = severity,
                      .rule = "parts-sum",
                      .message = "三项之和为161，文中为147",
                      .stated = "147",
                      .expected = "161",
                      .readings = "",
                      .related = related,
                      .n_related = n,
                      .fingerprint = "0123456789abcdef"};
}

static inline hd_file sample_file(const char *name, const char *lang) {
  return (hd_file){
      .name = name, .encoding = "UTF-8", .lang = lang, .format = "text"};
}

static inline hd_result sample_result(hd_file *file, hd_finding *findings,
                                      size_t n) {
  return (hd_result){.files = file,
                     .n_files = 1,
                     .findings = findings,
                     .n_findings = n,
                     .tree = ""};
}

static inline const hd_format_row *sample_format(const char *name) {
  for (size_t i = 0; i < hd_n_formats; i++)
    if (strcmp(hd_formats[i].name, name) == 0)
      return &hd_formats[i];
  fail_msg("no format %s", name);
  return NULL;
}

/* What the format writes of one result, on malloc. `report` holds the
 * settings; its stream is made here. */
static inline char *sample_write(const char *format, hd_report report,
                                 const hd_result *result) {
  const hd_format_row *row = sample_format(format);
  char *text = NULL;
  size_t n = 0;
  hd_counts sums = {.figures = 5, .claims = 4, .checks = 3, .agreeing = 2};
  report.out = open_memstream(&text, &n);
  assert_non_null(report.out);
  row->begin(&report);
  row->result(&report, result);
  row->end(&report, &sums);
  assert_int_equal(report.failed, 0);
  fclose(report.out);
  char *out = strdup(text); /* gcc takes `text` for a part of this frame */
  free(text);
  return out;
}
#endif
