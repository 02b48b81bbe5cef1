/* needed: a text has the bits of just those sets of which it holds a word. */
#include "checker/rule/host.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { SETS = 40 };

static const char *const words[] = {
    "a",     "an.",  "the",      "the.",     "than", "from 1 to", "XX",
    "年",    "年底", "年末",     "全年",     "月",   "é",         "été",
    "𠀀",    "𠀀年", "亿元以上", "亿元以下", "19",   "of ",       "%",
    "年)",   "a年",  "ab年底",   " to ",     "\n",   "。",        "“年”",
    "thank", "t",    "月1",      "—",        "——",   "年底前",    "f"};

typedef struct { /* sets of which a text holds a word */
  bool bits[HD_NEED_BITS];
} held_sets;

static bool bit_of(const held_sets *held, size_t bit) {
  return held->bits[bit];
}

static held_sets find(const hd_needed *needed, hd_str s) {
  held_sets held = {{false}};
  hd_arena *arena = hd_arena_new();
  hd_found *found = hd_found_new(arena, needed);
  const uint64_t bit = (uint64_t)1 << s.n % 64;
  hd_needed_find(needed, s, bit, found);
  for (size_t k = 0; k < found->n_held; k++) {
    uint32_t word = found->held[k];
    assert_int_equal(found->of_word[word], bit);
    uint32_t i = needed->tables.words[word].first;
    for (; i; i = needed->tables.members[i].next)
      held.bits[needed->tables.members[i].bit] = true;
  }
  hd_arena_free(arena);
  return held;
}

/* What is found is what strstr finds. */
static void test_find(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  size_t n = sizeof words / sizeof *words;
  for (size_t i = 0; i < n; i++) {
    hd_needed_add(needed, hd_str_of(words[i]), (uint32_t)i);
    hd_needed_add(needed, hd_str_of(words[i]), SETS + (uint32_t)i % 7);
  }
  uint32_t seed = 1;
  for (int round = 0; round < 5000; round++) {
    char text[200] = "";
    for (int k = 0; k < 6; k++) {
      seed = seed * 1103515245u + 12345u;
      const char *word = words[(seed >> 16) % n];
      strcat(text, seed >> 30 ? word : (seed >> 29 & 1) ? "底x" : "亿 tha");
    }
    held_sets held = find(needed, hd_str_of(text));
    for (size_t i = 0; i < n; i++) {
      if (bit_of(&held, i) != (strstr(text, words[i]) != NULL))
        fail_msg("“%s” in “%s”", words[i], text);
      assert_true(!bit_of(&held, i) || bit_of(&held, SETS + i % 7));
    }
  }
  hd_arena_free(arena);
}

/* A byte of a word stands for any digit, another for any blank. */
static void test_classes(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  static const char *const kinds[] = {"\1",     "\2",          "\1.\1",
                                      "\1年",   "a\2b",        "\2from\1",
                                      "\1\1月", "abcdefgh\2\1"};
  static const struct {
    const char *text, *found; /* by index; anything else is not */
  } rows[] = {{"", ""},
              {"x", ""},
              {"7", "0"},
              {"2.5", "02"},
              {"2.年", "0"},
              {"a 5年", "013"},
              {"a\tb", "14"},
              {"ab", ""},
              {" from9", "015"},
              {"from9", "0"},
              {"12月", "06"},
              {"2月", "0"},
              {"abcdefgh 1", "017"},
              {"abcdefgh  1", "01"}};
  for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    hd_needed_add(needed, hd_str_of(kinds[i]), i);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    held_sets held = find(needed, hd_str_of(rows[i].text));
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (bit_of(&held, k) != (strchr(rows[i].found, '0' + (int)k) != NULL))
        fail_msg("kind %zu in “%s”", k, rows[i].text);
  }
  hd_arena_free(arena);
}

/* The build's words, and one more. */
static void test_more(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *built = hd_needed_new(arena);
  hd_needed_add(built, hd_str_of("上升"), 3);
  hd_needed_add(built, hd_str_of("%"), 4);
  hd_needed *needed = hd_needed_of(arena, &built->tables);
  hd_needed_add(needed, hd_str_of("下降"), 5);
  assert_int_equal(needed->tables.n_sets, 6);
  assert_int_equal(built->tables.n_sets, 5);
  held_sets held = find(needed, hd_str_of("上升5%下降"));
  assert_true(bit_of(&held, 3) && bit_of(&held, 4) && bit_of(&held, 5));
  held = find(built, hd_str_of("上升5%下降"));
  assert_true(bit_of(&held, 3) && bit_of(&held, 4) && !bit_of(&held, 5));
  hd_arena_free(arena);
}

/* More words than the table begins with. */
static void test_many(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  for (uint32_t i = 0; i < 5000; i++)
    hd_needed_add(needed, hd_str_of(hd_arena_format(arena, "%04u", i)),
                  i % 500);
  for (uint32_t i = 0; i < 500; i++) {
    char *text = hd_arena_format(arena, "x%04u年", i);
    held_sets held = find(needed, hd_str_of(text));
    assert_true(bit_of(&held, i));
    for (uint32_t k = 0; k < 500; k++)
      assert_int_equal(bit_of(&held, k), k == i);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_find), cmocka_unit_test(test_classes),
      cmocka_unit_test(test_more), cmocka_unit_test(test_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
