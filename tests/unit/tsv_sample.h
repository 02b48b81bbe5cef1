/* tsv_sample: rows of tests/claims/NAME.tsv for tests that hold them against
 * the claims listing. A row is cut at tabs; lines with # are comments, the
 * first other line names the columns. */
#ifndef TSV_SAMPLE_H
#define TSV_SAMPLE_H
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TSV_COLUMNS = 16 };

/* What a test does with one row: the number of slots that are wrong. */
typedef int (*tsv_check)(const hd_engine *engine, char **names, char **fields);

/* Cuts a line at tabs; returns the number of fields. */
static inline int tsv_cut(char *line, char **fields) {
  int n = 0;
  line[strcspn(line, "\n")] = 0;
  while (line && n < TSV_COLUMNS) {
    fields[n++] = line;
    line = strchr(line, '\t');
    if (line)
      *line++ = 0;
  }
  return n;
}

/* Checks each row of the table with one engine. */
static inline void tsv_check_rows(const char *name, const hd_options *options,
                                  tsv_check check) {
  const char *root = getenv("HEDUI_SOURCE");
  char path[1024];
  snprintf(path, sizeof path, "%s/tests/claims/%s.tsv", root ? root : ".",
           name);
  FILE *f = fopen(path, "r");
  assert_non_null(f);
  hd_engine *engine = hd_engine_new(options);
  assert_null(hd_engine_error(engine));
  char header[4096], line[4096], *names[TSV_COLUMNS], *fields[TSV_COLUMNS];
  int rows = 0, wrong = 0, columns = 0;
  while (fgets(line, sizeof line, f)) {
    if (line[0] == '#')
      continue;
    if (!columns) {
      snprintf(header, sizeof header, "%s", line);
      columns = tsv_cut(header, names);
      continue;
    }
    assert_int_equal(tsv_cut(line, fields), columns);
    wrong += check(engine, names, fields);
    rows++;
  }
  fclose(f);
  hd_engine_free(engine);
  assert_true(rows > 0);
  assert_int_equal(wrong, 0);
}

/* The claims of a document of these words, to be freed. */
static inline hd_result *tsv_claims(const hd_engine *engine, const char *text) {
  hd_input input = {.name = "row.txt", .bytes = text, .n_bytes = strlen(text)};
  return hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS);
}
#endif
