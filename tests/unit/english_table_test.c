/* english_table: the slots of figures in English tables. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SLOTS = 5 };

/* The row of a figure; subject, indicator, scope, period, aspect. */
typedef struct {
  const char *figure, *slots[SLOTS];
} expected;

static const char *field(const hd_claim_row *row, const char *name) {
  for (int i = 0; i < HD_COLUMNS; i++)
    if (strcmp(hd_column_name(i), name) == 0)
      return row->fields[i];
  return "";
}

static void check(const char *text, const expected *rows, size_t n) {
  static const char *const names[SLOTS] = {"subject", "indicator", "scope",
                                           "period", "aspect"};
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = "table.md", .bytes = text, .n_bytes = strlen(text)};
  hd_result *r = hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS);
  for (size_t i = 0; i < n; i++) {
    const hd_claim_row *row = NULL;
    for (size_t k = 0; k < r->n_claims; k++)
      if (strcmp(field(&r->claims[k], "text"), rows[i].figure) == 0)
        row = &r->claims[k];
    assert_non_null(row);
    for (int s = 0; s < SLOTS; s++)
      assert_string_equal(field(row, names[s]), rows[i].slots[s]);
  }
  hd_result_free(r);
  hd_engine_free(engine);
}

#define CHECK(text, rows) check(text, rows, sizeof rows / sizeof *rows)

/* Rows are groups of people, the caption says what is measured. */
static void groups(void **state) {
  (void)state;
  static const char text[] =
      "Report of the registry for 2018\n\n"
      "TABLE 1. Number and rate of kidney cancer cases, by sex and age "
      "group - United States, 2016 and 2017\n\n"
      "| Characteristic | 2016 | | 2017 | | Change from 2016 to 2017 |\n"
      "| --- | --- | --- | --- | --- | --- |\n"
      "| | No. (%) | Rate | No. (%) | Rate | % Change in rate |\n"
      "| Total | 901 (100) | 5.1 | 951 (100) | 5.3 | 3.9 |\n"
      "| Age group (yrs) | | | | | |\n"
      "| Male | | | | | |\n"
      "| 25-44 | 101 (11) | 3.1 | 112 (12) | 3.2 | 3.4 |\n"
      "| Ohio | 55 (6) | 4.4 | 56 (7) | 4.5 | 2.3 |\n";
  static const expected rows[] = {
      {"901",
       {"kidney cancer cases", "count", "", "2016-01-01/2016-12-31", "level"}},
      {"112",
       {"kidney cancer cases", "count", "males aged 25-44",
        "2017-01-01/2017-12-31", "level"}},
      {"12",
       {"kidney cancer cases", "percentage", "males aged 25-44",
        "2017-01-01/2017-12-31", "share"}},
      {"3.4",
       {"kidney cancer cases", "rate", "males aged 25-44",
        "2017-01-01/2017-12-31", "growth"}},
  };
  CHECK(text, rows);
}

/* Kinds of groups name no subject; a row may say its mean. */
static void kinds(void **state) {
  (void)state;
  static const char text[] =
      "Report of the survey for 2018\n\n"
      "TABLE 1. Prevalence of cigar use, by selected characteristics\n\n"
      "| Characteristic | No. | % |\n"
      "| --- | --- | --- |\n"
      "| Sexual identity | | |\n"
      "| Heterosexual | 101 | 11.5 |\n"
      "| Days from onset to admission, median (IQR) | 3 (1-6) | |\n";
  static const expected rows[] = {
      {"11.5",
       {"cigar use", "percentage", "heterosexual", "2018-01-01/2018-12-31",
        "share"}},
      {"3",
       {"days from onset to admission", "median", "", "2018-01-01/2018-12-31",
        "level"}},
  };
  CHECK(text, rows);
}

/* What is done with things is measured; basic and diluted tell which. */
static void deeds(void **state) {
  (void)state;
  static const char text[] =
      "Quarterly report of Fenwick Inc. for 2023\n\n"
      "The following table shows selected data:\n\n"
      "| | 2023 | 2022 |\n"
      "| --- | --- | --- |\n"
      "| Dividends declared | 411 | 402 |\n"
      "| Impairments on equity securities | 388 | 371 |\n"
      "| Percentage of subscription revenue to total revenue | 94.2% | 87.9% "
      "|\n"
      "| Earnings per share: | | |\n"
      "| Diluted | 1.40 | 1.26 |\n";
  static const expected rows[] = {
      {"411", {"dividends", "declared", "", "2023-01-01/2023-12-31", "level"}},
      {"388",
       {"equity securities", "impairments", "", "2023-01-01/2023-12-31",
        "level"}},
      {"94.2%",
       {"subscription revenue", "percentage", "", "2023-01-01/2023-12-31",
        "share"}},
      {"1.40",
       {"", "diluted earnings per share", "", "2023-01-01/2023-12-31",
        "level"}},
  };
  CHECK(text, rows);
}

/* Rows are what is measured; a stub that is merged over two header rows is in
 * one of them only. */
static void accounts(void **state) {
  (void)state;
  static const char text[] =
      "Quarterly report of Fenwick Inc. for 2023\n\n"
      "The following table shows net sales by segment (in millions):\n\n"
      "| | Three Months Ended | | Six Months Ended | |\n"
      "| --- | --- | --- | --- | --- |\n"
      "| | June 30, 2023 | June 30, 2022 | June 30, 2023 | June 30, 2022 |\n"
      "| Pumps | 411 | 402 | 812 | 799 |\n"
      "| Europe | 388 | 371 | 745 | 733 |\n"
      "| Operating income | 95 | 91 | 188 | 181 |\n";
  static const expected rows[] = {
      {"411", {"pumps", "net sales", "", "2023-04-01/2023-06-30", "level"}},
      {"745", {"", "net sales", "europe", "2023-01-01/2023-06-30", "level"}},
      {"91", {"", "operating income", "", "2022-04-01/2022-06-30", "level"}},
  };
  CHECK(text, rows);
}

/* The second header row lacks the cell of the merged stub. */
static void merged_stub(void **state) {
  (void)state;
  static const char text[] =
      "Survey of schools, 2019\n\n"
      "| TABLE 2. Truancy rates, by sex, United States, 2019 | | | | |\n"
      "| --- | --- | --- | --- | --- |\n"
      "| Age group (yrs) | Male | | Female | |\n"
      "| No. | Rate | No. | Rate | |\n"
      "| 10-14 | 44 | 4.7 | 39 | 4.2 |\n"
      "| 15-19 | 61 | 6.6 | 52 | 5.8 |\n";
  static const expected rows[] = {
      {"6.6",
       {"truancy", "rate", "males aged 15-19", "2019-01-01/2019-12-31",
        "level"}},
      {"52",
       {"truancy", "count", "females aged 15-19", "2019-01-01/2019-12-31",
        "level"}},
  };
  CHECK(text, rows);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups), cmocka_unit_test(kinds),
      cmocka_unit_test(deeds), cmocka_unit_test(accounts),
      cmocka_unit_test(merged_stub)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
