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

static bool bit_of(const hd_held *held, size_t bit) {
  return held->bits[bit / 64] >> bit % 64 & 1;
}

/* Of été the first code point is enough. */
static bool is_short(const char *word) {
  size_t n = strlen(word);
  bool mixed = n == 4 && (unsigned char)word[3] < 0x80;
  return (unsigned char)word[0] >= 0x80 && n < 6 && !mixed;
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
    hd_held held = hd_needed_find(needed, hd_str_of(text));
    for (size_t i = 0; i < n; i++) {
      bool may = bit_of(&held, i) && is_short(words[i]);
      if (!may && bit_of(&held, i) != (strstr(text, words[i]) != NULL))
        fail_msg("“%s” in “%s”", words[i], text);
      assert_true(!bit_of(&held, i) || bit_of(&held, SETS + i % 7));
    }
  }
  hd_arena_free(arena);
}

static void test_starts(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  assert_false(hd_needed_starts(needed, hd_str_of("年")));
  for (size_t i = 2; i < 12; i++)
    hd_needed_add(needed, hd_str_of(words[i]), 0);
  static const struct {
    const char *text;
    bool starts;
  } rows[] = {{"", false},       {"the", true},   {"th", false},
              {"theme", true},   {"tent", false}, {"from 1 to 2", true},
              {"from 2", false}, {"年初", true},  {"全国", false},
              {"全年", true},    {"X", false},    {"月", true}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_str s = hd_str_of(rows[i].text);
    assert_int_equal(hd_needed_starts(needed, s), rows[i].starts);
    assert_true(!rows[i].starts || hd_needed_may_start(needed, s));
  }
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
    hd_held held = hd_needed_find(needed, hd_str_of(text));
    assert_true(bit_of(&held, i));
    for (uint32_t k = 0; k < 500; k++)
      assert_int_equal(bit_of(&held, k), k == i);
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_find),
                                     cmocka_unit_test(test_starts),
                                     cmocka_unit_test(test_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
