/* period: how tables write periods. */
#include "checker/document/reference.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void reads(const char *text, hd_dates dates, const char *wanted) {
  hd_day a, b;
  char got[32] = "";
  if (hd_period_read(hd_str_of(text), dates, &a, &b))
    snprintf(got, sizeof got, "%04d-%02d-%02d/%04d-%02d-%02d", a.year, a.month,
             a.day, b.year, b.month, b.day);
  if (strcmp(got, wanted) != 0)
    fail_msg("%s: wanted %s, got %s", text, wanted, got);
}

static void test_forms(void **state) {
  static const char *const rows[][2] = {
      {"2024", "2024-01-01/2024-12-31"},
      {" 2024年 ", "2024-01-01/2024-12-31"},
      {"2024年度", "2024-01-01/2024-12-31"},
      {"2024-06", "2024-06-01/2024-06-30"},
      {"2024/2", "2024-02-01/2024-02-29"},
      {"2024.11", "2024-11-01/2024-11-30"},
      {"202402", "2024-02-01/2024-02-29"},
      {"2024年6月", "2024-06-01/2024-06-30"},
      {"2024年1-6月", "2024-01-01/2024-06-30"},
      {"2024年1至11月", "2024-01-01/2024-11-30"},
      {"2024Q1", "2024-01-01/2024-03-31"},
      {"2024-Q4", "2024-10-01/2024-12-31"},
      {"2024 q2", "2024-04-01/2024-06-30"},
      {"2024年一季度", "2024-01-01/2024-03-31"},
      {"2024年第3季度", "2024-07-01/2024-09-30"},
      {"2024年前三季度", "2024-01-01/2024-09-30"},
      {"2024H1", "2024-01-01/2024-06-30"},
      {"2024年下半年", "2024-07-01/2024-12-31"},
      {"2024年末", "2024-12-31/2024-12-31"},
      {"2024-12-31", "2024-12-31/2024-12-31"},
      {"2024年6月5日", "2024-06-05/2024-06-05"},
      {"20240229", "2024-02-29/2024-02-29"},
      {"2024-01-01/2024-06-30", "2024-01-01/2024-06-30"},
      {"2021-01-01/2025-12-31", "2021-01-01/2025-12-31"},
      {"2024-06-30 00:00:00", "2024-06-30/2024-06-30"},
      {"2024-06-30T00:00:00Z", "2024-06-30/2024-06-30"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    reads(rows[i][0], HD_DATES_DAY, rows[i][1]);
}

static void test_none(void **state) {
  static const char *const rows[] = {
      "",
      "24",
      "2024-13",
      "2024-02-30",
      "20240230",
      "2024Q5",
      "2024H3",
      "十四五时期",
      "2024年及以前",
      "2024年6-3月",
      "2024-06-30/2024-01-01",
      "1,024",
      "2024abc",
      "12024",
      "2024-06-1/",
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    reads(rows[i], HD_DATES_DAY, "");
}

static void test_dates(void **state) {
  (void)state;
  reads("2024-12-31", HD_DATES_YEAR, "2024-01-01/2024-12-31");
  reads("2024-06-30", HD_DATES_QUARTER, "2024-04-01/2024-06-30");
  reads("2024/2/1", HD_DATES_MONTH, "2024-02-01/2024-02-29");
  reads("2024-06", HD_DATES_QUARTER, "2024-04-01/2024-06-30");
  reads("2024Q2", HD_DATES_YEAR, "2024-04-01/2024-06-30");
  reads("2024", HD_DATES_MONTH, "2024-01-01/2024-12-31");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms),
                                     cmocka_unit_test(test_none),
                                     cmocka_unit_test(test_dates)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
