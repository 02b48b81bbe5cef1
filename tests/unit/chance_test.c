/* Tests of checker/base/chance.c against values of published tables, and
 * against closed forms where there are some. */
#include "checker/base/chance.h"
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The interval holds p and is narrow. */
static void holds(hd_chance_test test, double x, double df1, double df2,
                  double p) {
  hd_chance c;
  assert_true(hd_chance_of(test, x, df1, df2, &c));
  if (!(c.low <= p && p <= c.high && c.high - c.low < 1e-7 * p + 3e-12))
    fail_msg("test %d, %g (%g, %g): [%.15g, %.15g] against %.15g", (int)test, x,
             df1, df2, c.low, c.high, p);
}

static void near(hd_chance_test test, double x, double df1, double df2,
                 double p, double within) {
  hd_chance c;
  assert_true(hd_chance_of(test, x, df1, df2, &c));
  if (fabs((c.low + c.high) / 2 - p) > within)
    fail_msg("test %d, %g (%g, %g): %.15g against %g", (int)test, x, df1, df2,
             (c.low + c.high) / 2, p);
}

/* t with 1 and 2 degrees, χ² with 2, F with 2 and any have closed forms. */
static void closed_forms(void **state) {
  (void)state;
  for (double x = 0.125; x < 100; x *= 1.5) {
    holds(HD_CHANCE_T, x, 1, 0, 1 - 2 * atan(x) / acos(-1.0));
    holds(HD_CHANCE_T, -x, 2, 0, 1 - x / sqrt(2 + x * x));
    holds(HD_CHANCE_CHI2, x, 2, 0, exp(-x / 2));
    holds(HD_CHANCE_CHI2, x, 1, 0, erfc(sqrt(x / 2)));
    holds(HD_CHANCE_CHI2, x, 4, 0, exp(-x / 2) * (1 + x / 2));
    holds(HD_CHANCE_F, x, 2, 10, pow(1 + 2 * x / 10, -5));
    holds(HD_CHANCE_F, x, 2, 7, pow(1 + 2 * x / 7, -3.5));
    holds(HD_CHANCE_Z, x, 0, 0, erfc(x / sqrt(2)));
  }
}

/* Upper 5 % and 1 % points as statistical tables print them. */
static void tables(void **state) {
  (void)state;
  near(HD_CHANCE_T, 2.228, 10, 0, 0.05, 5e-5);
  near(HD_CHANCE_T, 2.750, 30, 0, 0.01, 5e-6);
  near(HD_CHANCE_T, 1.962, 1000, 0, 0.05, 5e-5);
  near(HD_CHANCE_F, 4.965, 1, 10, 0.05, 1e-5);
  near(HD_CHANCE_F, 3.098, 3, 20, 0.05, 5e-5);
  near(HD_CHANCE_F, 1.534, 60, 60, 0.05, 2e-4);
  near(HD_CHANCE_CHI2, 18.307, 10, 0, 0.05, 1e-6);
  near(HD_CHANCE_CHI2, 63.691, 40, 0, 0.01, 1e-6);
  near(HD_CHANCE_CHI2, 129.561, 100, 0, 0.025, 1e-6);
  near(HD_CHANCE_R, 0.576, 10, 0, 0.05, 5e-5);
  near(HD_CHANCE_Z, 1.959964, 0, 0, 0.05, 1e-7);
}

static void relations(void **state) {
  (void)state;
  hd_chance a, b;
  for (double df = 1; df < 1e6; df *= 3) {
    double t = 1.7, r = t / sqrt(df + t * t);
    assert_true(hd_chance_of(HD_CHANCE_T, t, df, 0, &a));
    assert_true(hd_chance_of(HD_CHANCE_F, t * t, 1, df, &b));
    assert_true(fabs(a.low - b.low) < 1e-10);
    assert_true(hd_chance_of(HD_CHANCE_R, r, df, 0, &b));
    assert_true(fabs(a.low - b.low) < 1e-9);
  }
  near(HD_CHANCE_T, 1.7, 9e6, 0, erfc(1.7 / sqrt(2)), 1e-6);
}

static void refused(void **state) {
  (void)state;
  hd_chance c;
  assert_false(hd_chance_of(HD_CHANCE_T, 2, 0, 0, &c));
  assert_false(hd_chance_of(HD_CHANCE_F, -1, 2, 3, &c));
  assert_false(hd_chance_of(HD_CHANCE_F, 1, 2, 0, &c));
  assert_false(hd_chance_of(HD_CHANCE_R, 1.2, 10, 0, &c));
  assert_false(hd_chance_of(HD_CHANCE_Z, NAN, 0, 0, &c));
  assert_true(hd_chance_of(HD_CHANCE_R, 1, 10, 0, &c) && c.low == 0);
  assert_true(hd_chance_of(HD_CHANCE_T, 1e10, 50, 0, &c) && c.low == 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(closed_forms),
      cmocka_unit_test(tables),
      cmocka_unit_test(relations),
      cmocka_unit_test(refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
