/* frequent: of the sets of words that a pattern needs those are left that
 * spare more than they cost. */
#include "checker/rule/need.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The first words of the sets that are left, one behind the other. */
static void check(const char *pattern, const char *wanted) {
  hd_error error = {0};
  hd_arena *arena = hd_arena_new();
  hd_needs needs;
  const hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  assert_non_null(lexicon);
  hd_need_read(arena, hd_str_of(pattern), &needs);
  hd_frequent_drop(lexicon, &needs);
  char left[200] = "";
  for (size_t i = 0; i < needs.n; i++) {
    hd_str word = needs.sets[i].items[0];
    strncat(left, word.p, word.n);
    strcat(left, " ");
  }
  assert_string_equal(left, wanted);
  hd_arena_free(arena);
}

static void test_drop(void **state) {
  (void)state;
  check("的.*?乙巳", "乙巳 ");
  check("\\d.*?乙巳", "乙巳 ");
  check("of .*?quahog", "quahog ");
  check("乙巳.*?quahog", "quahog 乙巳 "); /* as they were read */
}

/* Each spares the other. */
static void test_keep(void **state) {
  (void)state;
  check("年.*?分", "分 年 ");
}

/* The rarest stays, whatever it is. */
static void test_last(void **state) {
  (void)state;
  check("的", "的 ");
  check("[,、]", ", ");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_drop),
                                     cmocka_unit_test(test_keep),
                                     cmocka_unit_test(test_last)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
