/* Tests of checker/base/utf8.c. */
#include "checker/base/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void every_code_point_survives(void **state) {
  (void)state;
  char bytes[4];
  for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
    if (cp >= 0xd800 && cp < 0xe000)
      continue;
    uint32_t back;
    size_t n = hd_utf8_encode(cp, bytes);
    assert_int_equal(hd_utf8_decode(bytes, n, &back), n);
    assert_int_equal(back, cp);
    assert_int_equal(hd_utf8_invalid(bytes, n), n);
    assert_int_equal(hd_utf8_back(bytes, n), 0);
    assert_int_equal(hd_utf8_count(bytes, n), 1);
  }
}

static void surrogates_are_not_encoded(void **state) {
  (void)state;
  char bytes[4];
  uint32_t cp;
  size_t n = hd_utf8_encode(0xd800, bytes);
  hd_utf8_decode(bytes, n, &cp);
  assert_int_equal(cp, 0xfffd);
  n = hd_utf8_encode(0x110000, bytes);
  hd_utf8_decode(bytes, n, &cp);
  assert_int_equal(cp, 0xfffd);
}

static void malformed_bytes_are_named(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t n, at;
  } rows[] = {{"\x80", 1, 0},
              {"a\xc0\xaf", 3, 1},
              {"a\xe0\x80\x80", 4, 1},
              {"\xed\xa0\x80", 3, 0},
              {"\xf4\x90\x80\x80", 4, 0},
              {"\xf5\x80\x80\x80", 4, 0},
              {"\xe4\xb8", 2, 0},
              {"12345678\xff", 9, 8},
              {"\xf0\x8f\xbf\xbf", 4, 0},
              {"\xe4\xb8\xadx\xe4", 5, 4}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    uint32_t cp;
    size_t at = rows[i].at;
    assert_int_equal(hd_utf8_invalid(rows[i].bytes, rows[i].n), at);
    assert_int_equal(hd_utf8_decode(rows[i].bytes + at, rows[i].n - at, &cp),
                     1);
    assert_int_equal(cp, 0xfffd);
  }
}

static void going_back_finds_starts(void **state) {
  (void)state;
  static const char text[] = "a中é\xf0\xa0\x80\x80\x80z";
  assert_int_equal(hd_utf8_back(text, 12), 11);
  assert_int_equal(hd_utf8_back(text, 11), 10); /* the stray byte alone */
  assert_int_equal(hd_utf8_back(text, 10), 6);
  assert_int_equal(hd_utf8_back(text, 6), 4);
  assert_int_equal(hd_utf8_back(text, 4), 1);
  assert_int_equal(hd_utf8_back(text, 1), 0);
}

static void classes(void **state) {
  (void)state;
  static const uint32_t han[] = {0x4e00, 0x9fff, 0x3005,
                                 0x3007, 0x3400, 0x20000};
  static const uint32_t not_han[] = {'a',    0x3001, 0x3002,
                                     0xff0c, 0x3042, 0x2f00};
  static const uint32_t letters[] = {'a',   'Z',   0xe9,  0x3b1,
                                     0x416, 0x17f, 0x1ea1};
  static const uint32_t not_letters[] = {'1',  '@',    '[', 0xd7,
                                         0xf7, 0x4e00, 0xb7};
  for (size_t i = 0; i < 6; i++) {
    assert_true(hd_cp_is_han(han[i]));
    assert_false(hd_cp_is_han(not_han[i]));
  }
  for (size_t i = 0; i < 7; i++) {
    assert_true(hd_cp_is_letter(letters[i]));
    assert_false(hd_cp_is_letter(not_letters[i]));
  }
  assert_true(hd_utf8_has_letter(HD_STR("12.5 (甲)")));
  assert_true(hd_utf8_has_letter(HD_STR("-- é")));
  assert_false(hd_utf8_has_letter(HD_STR("1—5 ×(%)，")));
  assert_false(hd_utf8_has_letter(HD_STR("")));
}

static void folding(void **state) {
  (void)state;
  static const uint32_t rows[][2] = {
      {0xff10, '0'},    {0xff05, '%'},    {0xff21, 'A'},    {0xff0c, ','},
      {0x3000, ' '},    {0x2212, '-'},    {0x2f00, 0x4e00}, {0x2fd5, 0x9fa0},
      {0x2f8a, 0x8272}, {0xffe5, 0xa5},   {0x3002, 0x3002}, {0x3001, 0x3001},
      {0x201c, 0x201c}, {0x4e2d, 0x4e2d}, {'a', 'a'},       {0xff5e, '~'},
      {0xff5f, 0xff5f}, {0x2013, 0x2013}, {0x2012, 0x2013}, {0x2015, 0x2014},
      {0x301c, 0x7e},   {0x223c, 0x7e},   {0xfe6a, 0x25},   {0xfe63, 0x2d},
      {0xfe51, 0xfe51}, {0xfe6b, 0xfe6b}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(hd_cp_fold(rows[i][0]), rows[i][1]);
}

static void code_points_are_counted(void **state) {
  (void)state;
  const char text[] = "a增\xc2\xa0\xf0\x9f\x98\x80长长长b增";
  size_t starts = 0;
  for (size_t n = 0; n < sizeof text; n++) {
    assert_int_equal(hd_utf8_count(text, n), starts);
    starts += ((unsigned char)text[n] & 0xc0) != 0x80;
  }
}

static void code_points_are_passed_over(void **state) {
  (void)state;
  const char text[] = "a增\xc2\xa0\xf0\x9f\x98\x80长长长b增abcdefghi长";
  size_t n = sizeof text - 1, all = hd_utf8_count(text, n);
  for (size_t points = 0; points <= all + 2; points++) {
    size_t left = points, at = hd_utf8_skip(text, n, &left);
    assert_int_equal(left, points > all ? points - all : 0);
    assert_int_equal(hd_utf8_count(text, at), points - left);
    assert_int_equal(hd_utf8_floor(text, at), at);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_code_point_survives),
      cmocka_unit_test(surrogates_are_not_encoded),
      cmocka_unit_test(malformed_bytes_are_named),
      cmocka_unit_test(code_points_are_counted),
      cmocka_unit_test(code_points_are_passed_over),
      cmocka_unit_test(going_back_finds_starts),
      cmocka_unit_test(classes),
      cmocka_unit_test(folding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
