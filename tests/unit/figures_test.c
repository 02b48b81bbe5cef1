/* figures: the rows of tests/claims/figures.tsv, each a text of its own and a
 * figure in it: its span, kind, value and unit. */
#include "tsv_sample.h"

enum { LANG, TEXT, FIGURE, KIND, VALUE, UNIT };

/* low, or low..high where they differ. */
static const char *value_of(const hd_claim_row *row, char *out, size_t n) {
  const char *low = row->fields[HD_COLUMN_LOW];
  const char *high = row->fields[HD_COLUMN_HIGH];
  bool one = strcmp(low, high) == 0;
  snprintf(out, n, "%s%s%s", low, one ? "" : "..", one ? "" : high);
  return out;
}

static bool is_wanted(const hd_claim_row *row, char **fields) {
  char value[128];
  return strcmp(row->fields[HD_COLUMN_TEXT], fields[FIGURE]) == 0 &&
         strcmp(row->fields[HD_COLUMN_KIND], fields[KIND]) == 0 &&
         strcmp(value_of(row, value, sizeof value), fields[VALUE]) == 0 &&
         strcmp(row->fields[HD_COLUMN_UNIT], fields[UNIT]) == 0;
}

/* Is the row a figure, none that only looks like one? */
static bool is_figure(const hd_claim_row *row) {
  static const char *const others[] = {"name", "identifier", "marker"};
  for (size_t i = 0; i < 3; i++)
    if (strcmp(row->fields[HD_COLUMN_KIND], others[i]) == 0)
      return false;
  return true;
}

/* Without a figure in the row, the text must have none. */
static bool holds(const hd_result *r, char **fields) {
  bool none = fields[FIGURE][0] == 0, found = none;
  for (size_t i = 0; i < r->n_claims; i++) {
    if (!none && is_wanted(&r->claims[i], fields))
      found = true;
    if (none && is_figure(&r->claims[i]))
      found = false;
  }
  return found;
}

static int check_row(const hd_engine *engine, char **names, char **fields) {
  (void)names;
  hd_result *r = tsv_claims(engine, fields[TEXT]);
  bool right = holds(r, fields);
  if (!right) {
    print_error("%s: not %s|%s|%s|%s but\n", fields[TEXT], fields[FIGURE],
                fields[KIND], fields[VALUE], fields[UNIT]);
    for (size_t i = 0; i < r->n_claims; i++) {
      char value[128];
      print_error("  %s|%s|%s|%s\n", r->claims[i].fields[HD_COLUMN_TEXT],
                  r->claims[i].fields[HD_COLUMN_KIND],
                  value_of(&r->claims[i], value, sizeof value),
                  r->claims[i].fields[HD_COLUMN_UNIT]);
    }
  }
  hd_result_free(r);
  return !right;
}

static void figures(void **state) {
  (void)state;
  hd_options options = HD_OPTIONS_DEFAULT;
  options.date = "2024-06-15";
  tsv_check_rows("figures", &options, check_row);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(figures)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
