/* worked: the rows of tests/claims/worked.tsv through the whole pipeline. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { COLUMNS = 15, FIRST_SLOT = 3 };

/* Cuts a line at tabs; returns the number of fields. */
static int cut(char *line, char **fields) {
  int n = 0;
  line[strcspn(line, "\n")] = 0;
  while (line && n < COLUMNS) {
    fields[n++] = line;
    line = strchr(line, '\t');
    if (line)
      *line++ = 0;
  }
  return n;
}

static int column_of(const char *name) {
  for (int i = 0; i < HD_COLUMNS; i++)
    if (strcmp(hd_column_name(i), name) == 0)
      return i;
  return -1;
}

static const hd_claim_row *find(const hd_result *r, const char *figure) {
  for (size_t i = 0; i < r->n_claims; i++)
    if (strcmp(r->claims[i].fields[HD_COLUMN_TEXT], figure) == 0)
      return &r->claims[i];
  return NULL;
}

/* Number of slots that differ; each is printed. */
static int compare(const hd_result *r, char **names, char **fields) {
  const hd_claim_row *row = find(r, fields[2]);
  if (!row) {
    print_error("%s: no figure %s\n", fields[1], fields[2]);
    return 1;
  }
  int wrong = 0;
  for (int i = FIRST_SLOT; i < COLUMNS; i++) {
    int c = column_of(names[i]);
    if (strcmp(fields[i], "-") == 0 || c < 0)
      continue;
    if (strcmp(row->fields[c], fields[i]) == 0)
      continue;
    print_error("%s | %s: %s is \"%s\", not \"%s\"\n", fields[1], fields[2],
                names[i], row->fields[c], fields[i]);
    wrong++;
  }
  return wrong;
}

static int check_row(const hd_engine *engine, char **names, char **fields) {
  char text[4096];
  const char *title = strcmp(fields[0], "zh") == 0
                          ? "湖南省2023年政府工作情况报告"
                          : "Report on 2023";
  snprintf(text, sizeof text, "%s\n\n%s\n", title, fields[1]);
  hd_input input = {.name = "row.txt", .bytes = text, .n_bytes = strlen(text)};
  hd_result *r = hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS);
  int wrong = compare(r, names, fields);
  hd_result_free(r);
  return wrong;
}

static void worked_rows(void **state) {
  (void)state;
  const char *root = getenv("HEDUI_SOURCE");
  char path[1024];
  snprintf(path, sizeof path, "%s/tests/claims/worked.tsv", root ? root : ".");
  FILE *f = fopen(path, "r");
  assert_non_null(f);
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  assert_null(hd_engine_error(engine));
  char header[4096], line[4096], *names[COLUMNS], *fields[COLUMNS];
  int rows = 0, wrong = 0, have_names = 0;
  while (fgets(line, sizeof line, f)) {
    if (line[0] == '#')
      continue;
    if (!have_names) {
      snprintf(header, sizeof header, "%s", line);
      have_names = cut(header, names);
      continue;
    }
    assert_int_equal(cut(line, fields), COLUMNS);
    wrong += check_row(engine, names, fields);
    rows++;
  }
  fclose(f);
  hd_engine_free(engine);
  assert_true(rows > 0);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(worked_rows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
