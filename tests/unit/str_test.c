/* Tests of checker/base/str.c. */
#include "checker/base/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* Every byte, at every place of a piece of eight. */
static void capitals_are_lowered(void **state) {
  (void)state;
  for (int b = 0; b < 256; b++)
    for (size_t at = 0; at < 11; at++) {
      char s[11], out[12] = {0};
      memset(s, 'Z', sizeof s);
      s[at] = (char)b;
      hd_ascii_lower(out, s, sizeof s);
      for (size_t i = 0; i < sizeof s; i++) {
        char c = s[i];
        assert_int_equal(out[i], c >= 'A' && c <= 'Z' ? c + 32 : c);
      }
      assert_int_equal(out[11], 0);
    }
}

static void runs_are_the_first_letters(void **state) {
  (void)state;
  size_t n;
  uint32_t of = hd_ascii_run("of", 2, &n);
  assert_int_equal(n, 2);
  assert_int_equal(of, hd_ascii_run("OF the", 6, &n));
  assert_int_equal(n, 2);
  assert_int_equal(of, hd_ascii_run("often", 2, &n));
  assert_int_not_equal(of, hd_ascii_run("often", 5, &n));
  assert_int_equal(n, 5);
  assert_int_equal(hd_ascii_run("a-b", 3, &n), hd_ascii_run("a", 1, &n));
  assert_int_equal(hd_ascii_run("总", 3, &n), 0);
  assert_int_equal(n, 0);
  assert_true(hd_ascii_run("zzz", 3, &n) < HD_RUNS);
}

static void a_needle_is_found(void **state) {
  (void)state;
  char long_text[300];
  memset(long_text, 'a', sizeof long_text);
  memcpy(long_text + 290, "需要", 6);
  hd_str s = HD_STR("abcabd"), l = {long_text, sizeof long_text};
  assert_int_equal(hd_str_find(s, HD_STR("abd")), 3);
  assert_int_equal(hd_str_find(s, HD_STR("d")), 5);
  assert_int_equal(hd_str_find(s, HD_STR("")), 0);
  assert_int_equal(hd_str_find(s, HD_STR("abe")), (size_t)-1);
  assert_int_equal(hd_str_find(s, HD_STR("abcabda")), (size_t)-1);
  assert_int_equal(hd_str_find((hd_str){NULL, 0}, HD_STR("a")), (size_t)-1);
  assert_int_equal(hd_str_find(l, HD_STR("需要")), 290);
}

/* At every place of texts of every length, and nothing behind their end. */
static void a_needle_is_found_at_every_place(void **state) {
  enum { LONGEST = 70 };
  (void)state;
  char text[LONGEST + 4];
  for (size_t n = 2; n <= LONGEST; n++)
    for (size_t at = 0; at + 2 <= n; at++) {
      memset(text, 'x', sizeof text);
      memcpy(text + n, "xabx", 4);
      memcpy(text + at, "ab", 2);
      if (at >= 3)
        memcpy(text + at - 3, "axb", 3);
      assert_int_equal(hd_str_find((hd_str){text, n}, HD_STR("ab")), at);
      text[at] = 'b';
      assert_int_equal(hd_str_find((hd_str){text, n}, HD_STR("ab")),
                       (size_t)-1);
    }
}

static void the_first_of_words_counts(void **state) {
  static const char *const words[] = {"pre", "presume", "", NULL};
  static const char *const ends[] = {"sume", "me", NULL};
  static const char *const none[] = {NULL};
  (void)state;
  assert_int_equal(hd_str_starts_any(HD_STR("presumes"), words), 3);
  assert_int_equal(hd_str_starts_any(HD_STR("pr"), words), 0);
  assert_int_equal(hd_str_starts_any(HD_STR("presumes"), none), 0);
  assert_int_equal(hd_str_ends_any(HD_STR("presume"), ends), 4);
  assert_int_equal(hd_str_ends_any(HD_STR("come"), ends), 2);
  assert_int_equal(hd_str_ends_any(HD_STR("e"), ends), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(capitals_are_lowered),
      cmocka_unit_test(runs_are_the_first_letters),
      cmocka_unit_test(a_needle_is_found),
      cmocka_unit_test(a_needle_is_found_at_every_place),
      cmocka_unit_test(the_first_of_words_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
