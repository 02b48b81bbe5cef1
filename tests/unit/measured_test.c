/* Tests of checker/run/measured.c. */
#include "checker/run/measured.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void reads_lines(void **state) {
  (void)state;
  static const char csv[] =
      "rule,true_positives,false_positives,precision,low,high,recall,n\n"
      "a-rule,13,1,0.929,0.685,0.987,1.000,13\n"
      "gone,1,0,1.000,0.207,1.000,,0\n"
      "own,5,0,1.000,0.566,1.000,,0\n"
      "short,2\n";
  hd_rule rules[] = {{.id = "a-rule", .builtin = 1},
                     {.id = "other", .builtin = 1},
                     {.id = "own"},
                     {.id = "short", .builtin = 1}};
  hd_arena *arena = hd_arena_new();
  hd_measured_fill(hd_measured_read(arena, hd_str_of(csv)), rules, 4);
  assert_string_equal(rules[0].measured.true_positives, "13");
  assert_string_equal(rules[0].measured.low, "0.685");
  assert_string_equal(rules[0].measured.recall, "1.000");
  assert_string_equal(rules[0].measured.plants, "13");
  assert_string_equal(rules[1].measured.precision, "");
  assert_string_equal(rules[2].measured.precision, "");
  assert_string_equal(rules[3].measured.true_positives, "2");
  assert_string_equal(rules[3].measured.recall, "");
  hd_measured_fill(hd_measured_read(arena, hd_str_of("")), rules, 4);
  assert_string_equal(rules[0].measured.precision, "");
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(reads_lines)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
