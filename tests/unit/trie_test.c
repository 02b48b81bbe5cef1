/* Tests of checker/base/trie.c. */
#include "checker/base/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static bool longest(const hd_trie *trie, const char *s, hd_match *match) {
  return hd_trie_longest(trie, s, strlen(s), match);
}

static void the_longest_word_wins(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_trie_add(trie, HD_STR("增长"), 1);
  hd_trie_add(trie, HD_STR("增长率"), 2);
  hd_trie_add(trie, HD_STR("增"), 3);
  hd_trie_add(trie, HD_STR("up"), 4);
  hd_trie_seal(trie);
  hd_match m;
  assert_true(longest(trie, "增长率为", &m));
  assert_int_equal(m.n, 9);
  assert_int_equal(m.values[0], 2);
  assert_true(longest(trie, "增长了", &m));
  assert_int_equal(m.n, 6);
  assert_true(longest(trie, "增加", &m));
  assert_int_equal(m.n, 3);
  assert_true(longest(trie, "upper", &m));
  assert_false(longest(trie, "u", &m));
  assert_false(longest(trie, "", &m));
  assert_false(longest(trie, "长", &m));
  assert_false(hd_trie_longest(trie, "增", 2, &m)); /* cut in the middle */
  hd_arena_free(arena);
}

static void all_words_come_shortest_first(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  for (uint32_t v = 10; v < 17; v++)
    hd_trie_add(trie, HD_STR("ab"), v);
  hd_trie_add(trie, HD_STR("a"), 1);
  hd_trie_add(trie, HD_STR("abcd"), 2);
  hd_trie_add(trie, HD_STR(""), 3); /* no word */
  hd_trie_seal(trie);
  hd_match m[4];
  assert_int_equal(hd_trie_all(trie, "abcde", 5, m, 4), 3);
  assert_int_equal(m[0].n, 1);
  assert_int_equal(m[1].n, 2);
  assert_int_equal(m[1].n_values, 7);
  for (uint32_t i = 0; i < 7; i++)
    assert_int_equal(m[1].values[i], 10 + i);
  assert_int_equal(m[2].n, 4);
  assert_int_equal(hd_trie_all(trie, "abcde", 5, m, 2), 2);
  assert_int_equal(hd_trie_all(trie, "abcde", 3, m, 4), 2);
  assert_int_equal(hd_trie_all(trie, "x", 1, m, 4), 0);
  hd_arena_free(arena);
}

static void bytes_that_are_no_text_are_kept_apart(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_trie_add(trie, HD_STR("\xff"), 1);
  hd_trie_add(trie, HD_STR("\ufffd"), 2);
  hd_trie_add(trie, HD_STR("a\xe4\xb8"), 3);
  hd_trie_add(trie, HD_STR("\xf0\x9f\x98\x80x"), 4);
  hd_trie_seal(trie);
  hd_match m;
  assert_true(longest(trie, "\xff", &m));
  assert_int_equal(m.values[0], 1);
  assert_true(longest(trie, "\ufffd", &m));
  assert_int_equal(m.values[0], 2);
  assert_false(longest(trie, "\xfe", &m));
  assert_true(longest(trie, "a\xe4\xb8", &m));
  assert_true(longest(trie, "\xf0\x9f\x98\x80xy", &m));
  assert_int_equal(m.values[0], 4);
  assert_false(longest(trie, "\xf0\x9f\x98\x80", &m));
  hd_arena_free(arena);
}

static void words_are_found_from_their_ends(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_trie_add(trie, HD_STR("长增"), 1);
  hd_trie_add(trie, HD_STR("长增续持"), 2);
  hd_trie_add(trie, HD_STR("pu"), 3);
  hd_trie_seal(trie);
  hd_match m[4];
  const char *s = "持续增长Up";
  assert_int_equal(hd_trie_back(trie, s, (hd_span){0, 12}, m, 4), 2);
  assert_int_equal(m[0].n, 6);
  assert_int_equal(m[1].n, 12);
  assert_int_equal(hd_trie_back(trie, s, (hd_span){3, 12}, m, 4), 1);
  assert_int_equal(hd_trie_back(trie, s, (hd_span){8, 12}, m, 4), 0);
  assert_int_equal(hd_trie_back(trie, s, (hd_span){0, 14}, m, 4), 1);
  assert_int_equal(m[0].values[0], 3);
  assert_int_equal(hd_trie_back(trie, s, (hd_span){0, 0}, m, 4), 0);
  hd_arena_free(arena);
}

static void capitals_count_as_small_letters(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_trie_add(trie, HD_STR("gdp"), 1);
  hd_trie_add(trie, HD_STR("gdp 增长"), 2);
  hd_trie_seal(trie);
  hd_match m[4];
  assert_int_equal(hd_trie_lower(trie, "GdP 增长", 10, m, 4), 2);
  assert_int_equal(m[1].n, 10);
  assert_int_equal(hd_trie_all(trie, "GdP 增长", 10, m, 4), 0);
  assert_int_equal(hd_trie_lower(trie, "gdP", 2, m, 4), 0);
  assert_true(hd_trie_lower_may(trie, "GdP", 3));
  assert_false(hd_trie_lower_may(trie, "xdP", 3));
  assert_false(hd_trie_lower_may(trie, "GdP", 0));
  hd_arena_free(arena);
}

static void ideographs_without_words_are_skipped(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_trie_add(trie, HD_STR("增长"), 1);
  hd_trie_add(trie, HD_STR("共"), 2);
  hd_trie_seal(trie);
  hd_match m;
  assert_int_equal(hd_trie_seek(trie, "持续增长", 12, &m), 6);
  assert_int_equal(m.n, 6);
  assert_int_equal(hd_trie_seek(trie, "增加共", 9, &m), 6);
  assert_int_equal(m.n, 3);
  assert_int_equal(hd_trie_seek(trie, "持续增长。", 12, &m), 6);
  assert_int_equal(hd_trie_seek(trie, "持续。", 9, &m), 6);
  assert_int_equal(m.n, 0);
  assert_int_equal(hd_trie_seek(trie, "持续a", 7, &m), 6);
  assert_int_equal(hd_trie_seek(trie, "增", 3, &m), 3);
  assert_int_equal(hd_trie_seek(trie, "增长", 0, &m), 0);
  assert_int_equal(m.n, 0);
  hd_arena_free(arena);
}

/* 增长 and 400 characters behind it, each with what follows. */
static void a_pair_with_many_behind_it(void **state) {
  (void)state;
  enum { MANY = 400 };
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  for (uint32_t i = 0; i < MANY; i++) {
    char word[16] = "增长";
    size_t n = 6 + hd_utf8_encode(0x4e00 + 3 * i, word + 6);
    hd_trie_add(trie, (hd_str){hd_arena_copy(arena, word, n), n}, i);
  }
  hd_trie_add(trie, HD_STR("增A"), 1000);
  hd_trie_add(trie, HD_STR("增加"), 1001);
  hd_trie_add(trie, HD_STR("增加"), 1002);
  hd_trie_seal(trie);
  for (uint32_t i = 0; i < 3 * MANY; i++) {
    char text[32] = "的增长";
    size_t n = 9 + hd_utf8_encode(0x4e00 + i, text + 9);
    hd_match m;
    memcpy(text + n, "。。", 6);
    hd_trie_seek(trie, text, n + 6, &m);
    assert_int_equal(m.n, i % 3 ? 0 : 9);
    assert_int_equal(hd_trie_longest(trie, text + 3, n + 3, &m), i % 3 == 0);
    assert_int_equal(hd_trie_all(trie, text + 3, n + 3, &m, 1), i % 3 == 0);
    if (i % 3 == 0)
      assert_int_equal(m.values[0], i / 3);
  }
  hd_match m;
  assert_int_equal(hd_trie_seek(trie, "增增AA和和", 11, &m), 3);
  assert_int_equal(m.n, 4);
  assert_int_equal(hd_trie_seek(trie, "增加和和和", 15, &m), 0);
  assert_int_equal(m.n_values, 2);
  assert_int_equal(m.values[0] + m.values[1], 2003);
  hd_arena_free(arena);
}

/* Places of a text of few ideographs, each asked by itself. */
static void seeking_is_asking_everywhere(void **state) {
  (void)state;
  enum { WORDS = 60, TEXT = 3000 };
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  char text[TEXT];
  uint32_t seed = 7;
  for (size_t i = 0; i < TEXT; i += 3)
    hd_utf8_encode(0x4e00 + ((seed = seed * 1664525 + 1013904223) >> 24) % 40,
                   text + i);
  for (uint32_t i = 0; i < WORDS; i++) {
    size_t from = 3 * ((seed = seed * 1664525 + 1013904223) >> 22) % (TEXT / 2);
    hd_trie_add(trie, (hd_str){text + from - from % 3, 3 * (1 + i % 4)}, i);
  }
  hd_trie_seal(trie);
  for (size_t at = 0; at < TEXT; at += 3) {
    hd_match m, there = {0};
    size_t next = at;
    while (next < TEXT &&
           !hd_trie_longest(trie, text + next, TEXT - next, &there))
      next += 3;
    assert_int_equal(hd_trie_seek(trie, text + at, TEXT - at, &m), next - at);
    assert_int_equal(m.n, next < TEXT ? there.n : 0);
  }
  hd_arena_free(arena);
}

/* Against a list searched from end to end. */
static void many_words(void **state) {
  (void)state;
  enum { WORDS = 3000, PLACES = 2000 };
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_str words[WORDS];
  uint32_t seed = 1;
  for (uint32_t i = 0; i < WORDS; i++) {
    char *p = hd_arena_alloc(arena, 8);
    size_t n = 1 + (seed >> 20) % 5;
    for (size_t k = 0; k < n; k++)
      p[k] = (char)('a' + ((seed = seed * 1664525 + 1013904223) >> 24) % 6);
    words[i] = (hd_str){p, n};
    hd_trie_add(trie, words[i], i);
  }
  hd_trie_seal(trie);
  for (int place = 0; place < PLACES; place++) {
    char text[6];
    size_t best = 0, values = 0;
    for (size_t k = 0; k < sizeof text; k++)
      text[k] = (char)('a' + ((seed = seed * 1664525 + 1013904223) >> 24) % 6);
    for (size_t i = 0; i < WORDS; i++)
      if (words[i].n >= best && !memcmp(text, words[i].p, words[i].n)) {
        values = words[i].n > best ? 1 : values + 1;
        best = words[i].n;
      }
    hd_match m = {0};
    assert_int_equal(hd_trie_longest(trie, text, sizeof text, &m), best > 0);
    assert_int_equal(m.n, best);
    assert_int_equal(m.n_values, values);
  }
  hd_arena_free(arena);
}

static void every_first_page(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  char word[4];
  for (uint32_t cp = 0x41; cp < 0x10000; cp += 199)
    if (cp < 0xd800 || cp > 0xdfff)
      hd_trie_add(trie,
                  (hd_str){hd_arena_copy(arena, word, hd_utf8_encode(cp, word)),
                           hd_utf8_encode(cp, word)},
                  cp);
  hd_trie_seal(trie);
  for (uint32_t cp = 0x41; cp < 0x10000; cp++) {
    if (cp >= 0xd800 && cp <= 0xdfff)
      continue;
    hd_match m;
    bool found = hd_trie_longest(trie, word, hd_utf8_encode(cp, word), &m);
    assert_int_equal(found, (cp - 0x41) % 199 == 0);
    if (found)
      assert_int_equal(m.values[0], cp);
  }
  hd_arena_free(arena);
}

static void an_empty_trie_has_no_words(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_trie *trie = hd_trie_new(arena);
  hd_match m;
  hd_trie_seal(trie);
  assert_false(longest(trie, "a", &m));
  assert_false(longest(trie, "\xf0\x9f\x98\x80x", &m));
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_longest_word_wins),
      cmocka_unit_test(all_words_come_shortest_first),
      cmocka_unit_test(bytes_that_are_no_text_are_kept_apart),
      cmocka_unit_test(words_are_found_from_their_ends),
      cmocka_unit_test(capitals_count_as_small_letters),
      cmocka_unit_test(ideographs_without_words_are_skipped),
      cmocka_unit_test(a_pair_with_many_behind_it),
      cmocka_unit_test(seeking_is_asking_everywhere),
      cmocka_unit_test(many_words),
      cmocka_unit_test(every_first_page),
      cmocka_unit_test(an_empty_trie_has_no_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
