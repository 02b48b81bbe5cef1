/* Tests of checker/base/arena.c, str.c, buffer.c and map.c. */
#include "checker/base/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void memory_is_zero_and_aligned(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  for (size_t n = 0; n < 3000; n += 7) {
    unsigned char *p = hd_arena_alloc(arena, n);
    assert_int_equal((uintptr_t)p % 16, 0);
    for (size_t i = 0; i < n; i++)
      assert_int_equal(p[i], 0);
    memset(p, 0xff, n);
  }
  hd_arena_free(arena);
}

static void big_pieces_do_not_waste_the_block(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  char *small = hd_arena_copy(arena, "before", 6);
  char *big = hd_arena_alloc(arena, 5 * 1024 * 1024);
  big[0] = big[5 * 1024 * 1024 - 1] = 'x';
  char *after = hd_arena_copy(arena, "after", 5);
  assert_string_equal(small, "before");
  assert_string_equal(after, "after");
  assert_true(hd_arena_bytes(arena) >= 5 * 1024 * 1024);
  hd_arena_free(arena);
  hd_arena_free(NULL);
}

static void format_takes_any_length(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  assert_string_equal(hd_arena_format(arena, "%d %s", 7, "x"), "7 x");
  char *p = hd_arena_format(arena, "%0*d", 5000, 1);
  assert_int_equal(strlen(p), 5000);
  assert_string_equal(hd_arena_copy(arena, NULL, 0), "");
  hd_arena_free(arena);
}

static void vectors_keep_their_items(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  HD_VEC(uint32_t) v = {0};
  for (uint32_t i = 0; i < 10000; i++)
    HD_PUSH(arena, &v, i * i);
  assert_int_equal(v.n, 10000);
  for (uint32_t i = 0; i < 10000; i++)
    assert_int_equal(v.items[i], i * i);
  hd_arena_free(arena);
}

/* Two that grow by turns, far beyond the size of a block, with pieces between
 * them; what follows a vector must be zero. */
static void big_vectors_grow_in_place(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  for (int round = 0; round < 3; round++) {
    HD_VEC(uint64_t) a = {0};
    HD_VEC(uint32_t) b = {0};
    for (uint32_t i = 0; i < 500000; i++) {
      HD_PUSH(arena, &a, i);
      HD_PUSH(arena, &b, i * 3);
      if (i % 1000 == 0)
        assert_string_equal(hd_arena_copy(arena, "between", 7), "between");
    }
    for (uint32_t i = 0; i < 500000; i++) {
      assert_int_equal(a.items[i], i);
      assert_int_equal(b.items[i], i * 3);
    }
    for (size_t i = a.n; i < a.cap; i++)
      assert_int_equal(a.items[i], 0);
    assert_true(hd_arena_bytes(arena) < 20 * 1024 * 1024);
    hd_arena_reset(arena);
  }
  hd_arena_free(arena);
}

/* What one within another leaves behind is zero and serves the other. */
static void one_within_another_gives_its_blocks_back(void **state) {
  (void)state;
  enum { LARGE = 300 * 1024 };
  hd_arena *arena = hd_arena_new();
  for (int round = 0; round < 3; round++) {
    hd_arena *within = hd_arena_within(arena);
    unsigned char *kept = hd_arena_alloc(arena, LARGE);
    unsigned char *lent = hd_arena_alloc(within, LARGE);
    for (size_t i = 0; i < LARGE; i++)
      assert_int_equal(kept[i] | lent[i], 0);
    memset(lent, 0xff, LARGE);
    memset(kept, 0x55, LARGE);
    hd_arena_free(within);
    unsigned char *next = hd_arena_alloc(arena, LARGE);
    for (size_t i = 0; i < LARGE; i++)
      assert_int_equal(next[i], 0);
    memset(next, 0xff, LARGE);
    assert_int_equal(kept[LARGE - 1], 0x55);
    hd_arena_reset(arena);
  }
  hd_arena_free(arena);
}

static void strings_are_found_and_trimmed(void **state) {
  (void)state;
  assert_int_equal(hd_str_find(HD_STR("全省全国"), HD_STR("全国")), 6);
  assert_true(hd_str_find(HD_STR("abc"), HD_STR("d")) == (size_t)-1);
  assert_int_equal(hd_str_find(HD_STR(""), HD_STR("")), 0);
  assert_true(hd_str_find((hd_str){NULL, 0}, HD_STR("x")) == (size_t)-1);
  hd_str trimmed = hd_str_trim(HD_STR(" \u3000\u00a0\tx y\u3000\n "));
  assert_true(hd_str_is(trimmed, "x y"));
  assert_int_equal(hd_str_trim(HD_STR(" \u3000")).n, 0);
  assert_int_equal(hd_str_trim((hd_str){NULL, 0}).n, 0);
  assert_int_equal(hd_str_trim((hd_str){"\0", 1}).n, 1);
}

static void buffers_grow(void **state) {
  (void)state;
  hd_buffer b = {0};
  for (int i = 0; i < 1000; i++)
    hd_buffer_printf(&b, "%d,", i);
  assert_int_equal(b.n, 10 * 2 + 90 * 3 + 900 * 4);
  assert_memory_equal(b.p + b.n - 8, "998,999,", 9);
  hd_buffer_printf(&b, "%0*d", 9000, 5);
  hd_buffer_puts(&b, "end");
  hd_buffer_add(&b, NULL, 0);
  assert_string_equal(b.p + b.n - 4, "5end");
  hd_buffer_free(&b);
  assert_null(b.p);
}

static void maps_remember_every_key(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_map *map = hd_map_new(arena);
  bool fresh;
  for (uint32_t i = 0; i < 5000; i++) {
    char *key = hd_arena_format(arena, "key %u", i);
    *hd_map_at(map, hd_str_of(key), &fresh) = i;
    assert_true(fresh);
  }
  for (uint32_t i = 0; i < 5000; i++) {
    char *key = hd_arena_format(arena, "key %u", i);
    assert_int_equal(*hd_map_find(map, hd_str_of(key)), i);
    assert_int_equal(*hd_map_at(map, hd_str_of(key), &fresh), i);
    assert_false(fresh);
  }
  assert_null(hd_map_find(map, HD_STR("key 5000")));
  assert_null(hd_map_find(map, (hd_str){NULL, 0}));
  *hd_map_at(map, (hd_str){NULL, 0}, &fresh) = 9;
  assert_true(fresh);
  assert_int_equal(*hd_map_find(map, HD_STR("")), 9);
  hd_arena_free(arena);
}

static void hash_is_fnv1a(void **state) {
  (void)state;
  assert_true(hd_hash("", 0) == 0xcbf29ce484222325u);
  assert_true(hd_hash("a", 1) == 0xaf63dc4c8601ec8cu);
  assert_true(hd_hash("foobar", 6) == 0x85944171f73967e8u);
}

/* The last: it holds for all arenas from then on. */
static void a_bank_serves_many(void **state) {
  (void)state;
  enum { ARENAS = 8, PIECE = 200 * 1000, PIECES = 6 };
  hd_arena *arenas[ARENAS];
  char *pieces[ARENAS][PIECES];
  hd_arena_open_bank();
  for (int round = 0; round < 2; round++) {
    for (int i = 0; i < ARENAS; i++) {
      arenas[i] = hd_arena_new();
      for (int k = 0; k < PIECES; k++) {
        char *p = pieces[i][k] = hd_arena_alloc(arenas[i], PIECE);
        assert_int_equal(p[0] | p[PIECE / 2] | p[PIECE - 1], 0);
        memset(p, 1 + i * PIECES + k, PIECE);
      }
    }
    for (int i = 0; i < ARENAS; i++)
      for (int k = 0; k < PIECES; k++)
        assert_true(pieces[i][k][0] == 1 + i * PIECES + k &&
                    pieces[i][k][PIECE - 1] == 1 + i * PIECES + k);
    for (int i = 0; i < ARENAS; i++)
      hd_arena_free(arenas[i]);
  }
}

/* A vector in a block of the bank grows, and is where its block then is. */
static void vectors_leave_a_bank(void **state) {
  (void)state;
  enum { MANY = 1000 * 1000 };
  hd_arena *arena = hd_arena_new();
  HD_VEC(int) a = {0}, b = {0};
  for (int i = 0; i < MANY; i++) {
    HD_PUSH(arena, &a, i);
    HD_PUSH(arena, &b, -i);
  }
  for (int i = 0; i < MANY; i += 997)
    assert_true(a.items[i] == i && b.items[i] == -i);
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(memory_is_zero_and_aligned),
      cmocka_unit_test(big_pieces_do_not_waste_the_block),
      cmocka_unit_test(format_takes_any_length),
      cmocka_unit_test(vectors_keep_their_items),
      cmocka_unit_test(big_vectors_grow_in_place),
      cmocka_unit_test(one_within_another_gives_its_blocks_back),
      cmocka_unit_test(strings_are_found_and_trimmed),
      cmocka_unit_test(buffers_grow),
      cmocka_unit_test(maps_remember_every_key),
      cmocka_unit_test(hash_is_fnv1a),
      cmocka_unit_test(a_bank_serves_many),
      cmocka_unit_test(vectors_leave_a_bank),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
