/* Tests of checker/link/telling.c: which passages are twins. */
#include "checker/link/translation.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Passages without figures, whose twins were found in another document. */
static hd_telling make(hd_arena *arena, uint32_t n) {
  hd_telling t = {{0}, {0}};
  for (uint32_t i = 0; i < n; i++) {
    hd_passage p = {.block = 2 * i, .place = 2 * i, .twin = i};
    HD_PUSH(arena, &t.passages, p);
  }
  return t;
}

static void twins_of_another_document_are_forgotten(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  for (uint32_t n = 0; n < 2; n++) {
    hd_telling a = make(arena, 5), b = make(arena, n);
    hd_telling_align(arena, &a, &b, false);
    for (size_t i = 0; i < a.passages.n; i++)
      assert_int_equal(a.passages.items[i].twin, HD_NONE);
    for (size_t i = 0; i < b.passages.n; i++)
      assert_int_equal(b.passages.items[i].twin, HD_NONE);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(twins_of_another_document_are_forgotten)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
