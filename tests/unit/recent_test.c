/* Tests of checker/link/recent.c. */
#include "checker/link/recent.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { KEYS = 5000, ROUNDS = 11 };

/* Of each of many keys the last eight figures, as a ring holds them. */
static void the_last_of_each_key_are_kept(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_recent *recent = hd_recent_new(arena);
  for (uint32_t round = 0; round < ROUNDS; round++)
    for (uint64_t i = 0; i < KEYS; i++) {
      uint32_t figures[HD_RECENT];
      uint64_t key = hd_hash_step(i * 7, i % 3);
      hd_recent_expect(recent, key);
      uint32_t n =
          hd_recent_put(recent, key, round * KEYS + (uint32_t)i, figures);
      assert_int_equal(n, round < HD_RECENT ? round : HD_RECENT);
      for (uint32_t k = round - n; k < round; k++)
        assert_int_equal(figures[k % HD_RECENT], k * KEYS + i);
      n = hd_recent_get(recent, key, figures);
      assert_int_equal(n, round < HD_RECENT ? round + 1 : HD_RECENT);
      for (uint32_t k = round + 1 - n; k <= round; k++)
        assert_int_equal(figures[k % HD_RECENT], k * KEYS + i);
    }
  uint32_t none[HD_RECENT];
  assert_int_equal(hd_recent_get(recent, 1, none), 0);
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_last_of_each_key_are_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
