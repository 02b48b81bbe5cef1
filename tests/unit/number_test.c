/* Tests of checker/base/number.c: against GMP's own fractions. */
#include "checker/base/number.h"
#include <gmp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static uint64_t seed = 88172645463325252u;

static uint64_t next_random(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  return seed ^= seed << 17;
}

/* An integer of up to `bits` bits, small ones as often as large ones. */
static hd_int random_int(unsigned bits) {
  unsigned use = (unsigned)(next_random() % bits) + 1;
  hd_int n = (hd_int)(next_random() & INT64_MAX) << 64 | (hd_int)next_random();
  n &= ((hd_int)1 << (use - 1)) * 2 - 1;
  return next_random() & 1 ? -n : n;
}

static void set_int(mpz_t z, hd_int n) {
  hd_int size = n < 0 ? -n : n;
  mpz_set_ui(z, (unsigned long)(size >> 64));
  mpz_mul_2exp(z, z, 64);
  mpz_add_ui(z, z, (unsigned long)(uint64_t)size);
  if (n < 0)
    mpz_neg(z, z);
}

static void set_fraction(mpq_t q, hd_number a) {
  set_int(mpq_numref(q), a.num);
  set_int(mpq_denref(q), a.den);
}

/* got is q, or NaN where q does not fit in 127 bits. */
static void assert_same(hd_number got, const mpq_t q) {
  bool fits = mpz_sizeinbase(mpq_numref(q), 2) <= 127 &&
              mpz_sizeinbase(mpq_denref(q), 2) <= 127;
  assert_int_equal(hd_number_is_nan(got), !fits);
  if (!fits)
    return;
  mpq_t x;
  mpq_init(x);
  set_fraction(x, got);
  assert_true(mpz_cmp(mpq_numref(x), mpq_numref(q)) == 0);
  assert_true(mpz_cmp(mpq_denref(x), mpq_denref(q)) == 0);
  mpq_clear(x);
}

static void check_pair(hd_number a, hd_number b) {
  mpq_t x, y, r;
  mpq_inits(x, y, r, NULL);
  set_fraction(x, a);
  set_fraction(y, b);
  mpq_add(r, x, y);
  assert_same(hd_number_add(a, b), r);
  mpq_sub(r, x, y);
  assert_same(hd_number_sub(a, b), r);
  mpq_mul(r, x, y);
  assert_same(hd_number_mul(a, b), r);
  if (b.num) {
    mpq_div(r, x, y);
    assert_same(hd_number_div(a, b), r);
  } else {
    assert_true(hd_number_is_nan(hd_number_div(a, b)));
  }
  int order = mpq_cmp(x, y);
  assert_int_equal(hd_number_cmp(a, b), (order > 0) - (order < 0));
  mpq_clears(x, y, r, NULL);
}

static hd_number random_number(unsigned bits) {
  hd_int den = 0;
  while (den == 0)
    den = next_random() & 1 ? 1 : random_int(bits);
  return hd_number_ratio(random_int(bits), den);
}

static void random_pairs_agree_with_gmp(void **state) {
  (void)state;
  static const unsigned bits[] = {8, 31, 60, 64, 90, 126};
  for (size_t k = 0; k < sizeof bits / sizeof *bits; k++)
    for (int i = 0; i < 3000; i++)
      check_pair(random_number(bits[k]),
                 random_number(bits[next_random() % 6]));
}

static void fractions_are_reduced(void **state) {
  (void)state;
  hd_number a = hd_number_ratio(-6, -4);
  assert_true(a.num == 3 && a.den == 2);
  a = hd_number_ratio(6, -4);
  assert_true(a.num == -3 && a.den == 2);
  a = hd_number_ratio(0, -4);
  assert_true(a.num == 0 && a.den == 1 && hd_number_is_integer(a));
  hd_int least = -(((hd_int)1 << 126) - 1) * 2 - 2; /* -2^127 */
  assert_true(hd_number_is_nan(hd_number_ratio(least, 1)));
  assert_false(hd_number_is_nan(hd_number_ratio(least, 2)));
  assert_true(hd_number_is_nan(hd_number_ratio(1, 0)));
}

static void nan_is_contagious(void **state) {
  (void)state;
  hd_number nothing = hd_number_ratio(1, 0), one = hd_number_of(1);
  assert_true(hd_number_is_nan(hd_number_add(nothing, one)));
  assert_true(hd_number_is_nan(hd_number_sub(one, nothing)));
  assert_true(hd_number_is_nan(hd_number_mul(nothing, one)));
  assert_true(hd_number_is_nan(hd_number_div(one, nothing)));
  assert_int_equal(hd_number_cmp(nothing, one), 0);
  assert_true(hd_number_double(nothing) != hd_number_double(nothing));
}

static void numbers_are_read_and_written(void **state) {
  (void)state;
  static const struct {
    const char *in, *out; /* out NULL: not a number */
  } rows[] = {
      {"31.6", "31.6"},
      {"-0.50", "-0.5"},
      {"+7", "7"},
      {"0", "0"},
      {"-0", "0"},
      {"007.125", "7.125"},
      {"2165.6", "2165.6"},
      {"0.000000000000000000000000000001", "0.000000000000000000000000000001"},
      {"170141183460469231731687303715884105727",
       "170141183460469231731687303715884105727"},
      {"99999999999999999999999999999999999999999999", ""},
      {"0.1234567890123456789012345678901234567890", ""},
      {"", NULL},
      {"-", NULL},
      {".5", NULL},
      {"5.", NULL},
      {"1,000", NULL},
      {"1e5", NULL},
      {" 1", NULL},
      {"1.2.3", NULL}};
  hd_arena *arena = hd_arena_new();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_number a;
    bool good = hd_number_parse(hd_str_of(rows[i].in), &a);
    assert_int_equal(good, rows[i].out != NULL);
    if (good)
      assert_string_equal(hd_number_text(arena, a), rows[i].out);
  }
  assert_string_equal(hd_number_text(arena, hd_number_ratio(-1, 3)), "-1/3");
  assert_string_equal(hd_number_text(arena, hd_number_ratio(1, 8)), "0.125");
  hd_arena_free(arena);
}

static void decimals_go_both_ways(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  assert_string_equal(hd_number_text(arena, hd_number_decimal(316, 1)), "31.6");
  assert_string_equal(hd_number_text(arena, hd_number_decimal(2, -11)),
                      "200000000000");
  assert_true(hd_number_is_nan(hd_number_decimal(2, -38)));
  assert_true(hd_number_is_nan(hd_number_decimal(1, 39)));
  assert_false(hd_number_is_nan(hd_number_decimal(1, 38)));
  assert_string_equal(hd_number_text(arena, hd_number_decimal(0, 99)), "0");
  hd_arena_free(arena);
}

static void rounding(void **state) {
  (void)state;
  static const struct {
    int num, den, decimals;
    const char *text;
  } rows[] = {
      {222400, 7018, 1, "31.7"},
      {222400, 7018, 2, "31.69"},
      {1, 2, 0, "1"},
      {-1, 2, 0, "-1"},
      {-1, 3, 0, "0"},
      {1, 1000, 2, "0.00"},
      {1, 200, 2, "0.01"},
      {5, 1, 2, "5.00"},
      {1234, 1, -2, "1200"},
      {1250, 1, -2, "1300"},
      {-1, 30, 3, "-0.033"},
      {0, 1, 1, "0.0"},
      {1, 3, 50, "0.33333333333333333333333333333333333333333333333333"}};
  hd_arena *arena = hd_arena_new();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(
        hd_number_round_text(arena, hd_number_ratio(rows[i].num, rows[i].den),
                             rows[i].decimals),
        rows[i].text);
  assert_string_equal(hd_number_round_text(arena, hd_number_ratio(1, 0), 1),
                      "");
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_pairs_agree_with_gmp),
      cmocka_unit_test(fractions_are_reduced),
      cmocka_unit_test(nan_is_contagious),
      cmocka_unit_test(numbers_are_read_and_written),
      cmocka_unit_test(decimals_go_both_ways),
      cmocka_unit_test(rounding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
