/* worked: the rows of tests/claims/worked.tsv through the whole pipeline. */
#include "tsv_sample.h"

enum { FIRST_SLOT = 3, LAST_SLOT = 15 };

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
  for (int i = FIRST_SLOT; i <= LAST_SLOT; i++) {
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
  hd_result *r = tsv_claims(engine, text);
  int wrong = compare(r, names, fields);
  hd_result_free(r);
  return wrong;
}

static void worked_rows(void **state) {
  (void)state;
  hd_options options = HD_OPTIONS_DEFAULT;
  tsv_check_rows("worked", &options, check_row);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(worked_rows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
