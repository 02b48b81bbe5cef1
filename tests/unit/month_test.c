/* month: the days of months, and their names. */
#include "checker/base/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void months_have_their_days(void **state) {
  (void)state;
  assert_int_equal(hd_days_in_month(2024, 2), 29);
  assert_int_equal(hd_days_in_month(1900, 2), 28);
  assert_int_equal(hd_days_in_month(2000, 2), 29);
  assert_int_equal(hd_days_in_month(0, 2), 29);
  assert_int_equal(hd_days_in_month(2023, 4), 30);
  assert_int_equal(hd_days_in_month(2023, 12), 31);
  assert_int_equal(hd_days_in_month(2023, 0), 0);
  assert_int_equal(hd_days_in_month(2023, 13), 0);
}

static void months_are_known_by_their_names(void **state) {
  (void)state;
  assert_int_equal(hd_month_named(HD_STR("May")), 5);
  assert_int_equal(hd_month_named(HD_STR("december")), 12);
  assert_int_equal(hd_month_named(HD_STR("DECEMBER")), 0);
  assert_int_equal(hd_month_named(HD_STR("Sept")), 0);
  assert_int_equal(hd_month_named(HD_STR("")), 0);
}

static void names_may_be_cut_short(void **state) {
  (void)state;
  assert_int_equal(hd_month_begun(HD_STR("Sept")), 9);
  assert_int_equal(hd_month_begun(HD_STR("May")), 5);
  assert_int_equal(hd_month_begun(HD_STR("Ma")), 0);
  assert_int_equal(hd_month_begun(HD_STR("may")), 0);
  assert_int_equal(hd_month_begun(HD_STR("Mayor")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_have_their_days),
      cmocka_unit_test(months_are_known_by_their_names),
      cmocka_unit_test(names_may_be_cut_short),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
