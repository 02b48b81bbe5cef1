/* need: the words without which a pattern does not match. */
#include "checker/rule/need.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* The words of each set joined by a blank, of at most `sets` sets, between
 * which there is a “+”; # is any digit, _ any blank. */
static const char *needed(const char *pattern, size_t sets, char *out,
                          size_t room) {
  hd_needs needs;
  size_t n = 0;
  hd_arena *arena = hd_arena_new();
  hd_need_read(arena, hd_str_of(pattern), &needs);
  out[0] = 0;
  for (size_t k = 0; k < needs.n && k < sets; k++)
    for (size_t i = 0; i < needs.sets[k].n; i++) {
      const char *between = i ? " " : k ? " + " : "";
      hd_str word = needs.sets[k].items[i];
      n += (size_t)snprintf(out + n, room - n, "%s%.*s", between, (int)word.n,
                            word.p);
    }
  for (char *p = out; *p; p++)
    *p = *p == HD_NEED_DIGIT ? '#' : *p == HD_NEED_BLANK ? '_' : *p;
  hd_arena_free(arena);
  return out;
}

static void test_words(void **state) {
  (void)state;
  static const struct {
    const char *pattern, *words;
  } rows[] = {
      {"abc", "abc"},
      {"ab?c", "ac abc"},
      {"abc*d", "ab"},
      {"abc+d", "cd"},
      {"ab{0,2}", "a"},
      {"ab{2,}c", "bbc"},
      {"(?:19|20)\\d{2}", "19## 20##"},
      {"\\d{2}月", "##月"},
      {"\\d{1,2}月", "#月"}, /* whatever has ##月 has that */
      {"\\d{1,3},\\d+", "#,#"},
      {"[\\d.]{1,2}\\s?%", "#% #_% .% ._%"},
      {"增长了?\\d", "增长# 增长了#"},
      {"增长(?=[3-9])\\w", "增长#"},
      {"(?<=\\d)\\s?[kK]g", "#kg #Kg #_kg #_Kg"},
      {"(?:约|)[万亿]元", "万元 亿元"},
      {"[日号]", "日 号"},
      {"[^日号]x", "x"},
      {"[一-九]月", "月"},
      {"(?:甲|)乙?", ""},
      {"甲|乙丙", "甲 乙丙"},
      {"甲|\\w", ""},
      {"(?<name>May|June)\\s", "May_ June_"},
      {"(?<!从甲)(?!甲乙)丙", "丙"},
      {"(?<!从)(?=甲乙)丙", "甲乙"}, /* the text holds it */
      {"(?<=甲乙)丙", "甲乙丙"},
      {"丁(?<=甲乙|丁)丙", "丁丙"},
      {"(?i:it)x", "itx iTx Itx ITx"},
      {"(?i:sk)", "sk sK s\u212a Sk SK S\u212a ſk ſK ſ\u212a"},
      {"(?i:é)x", "x"},
      {"(?i)may", ""},
      {"(?#x)abc", ""},
      {"(a)(?1)", ""},
      {"(a|b)?ccc", "ccc"},
      {"\\Qa|b\\E", ""},
      {"a\\.b\\(c", "a.b(c"},
      {"ab{2}?c|d", "abbc d"},
      {"[Xx]{2,3}", "XX Xx xX xx"},
      {"[Xx]{1,3}", "X x"},
      {"[abcdefgh]{2}x", "ax bx cx dx ex fx gx hx"},
      {"(?<u>万|亿)\\k<u>甲乙", "甲乙"},
      {"([-/])\\g{-1}甲\\1乙", "甲"},
      {"甲\\12乙", ""}, /* an octal number or a reference */
      {"\\x{2460}甲", "甲"},
      {"\\p{Han}甲", "甲"},
      {"[\\x{2460}甲]乙", "乙"},
      {"[[:alpha:]]甲", ""},
      {"[\\年\\月]甲", ""}, /* allowed, and written by nobody */
      {"a{,3}b", ""},
      {"(", ""},
      {"[", ""},
      {"a|", ""},
      {")", ""},
      {"", ""},
      {"\\", ""},
      {"a\\Kbcd", ""},
      {"(?|甲|乙)丙丁", ""},
      {"甲(*SKIP)乙", ""},
  };
  char said[512];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(needed(rows[i].pattern, 1, said, sizeof said), rows[i].words))
      fail_msg("%s needs “%s”, not “%s”", rows[i].pattern, rows[i].words, said);
}

static void test_sets(void **state) {
  (void)state;
  static const struct {
    const char *pattern, *words;
  } rows[] = {
      {"(?:19|20)\\d{2}年", "19##年 20##年"},
      {"甲[乙丙]?丁", "甲丁 甲乙丁 甲丙丁"},
      {"甲.丁|戊.己", "甲 戊"}, /* not 丁: the other branch lacks it */
      {"(?:甲.丁|戊.己)庚", "丁庚 己庚 + 甲 戊"},
      {"a.bb.ccc.dddd.eeeee", "dddd + eeeee + ccc + bb"},
      {"甲.(?=乙)丙", "甲 + 乙 + 丙"},
      {"甲.乙(?i)", ""},
  };
  char said[512];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(needed(rows[i].pattern, 9, said, sizeof said), rows[i].words))
      fail_msg("%s needs “%s”, not “%s”", rows[i].pattern, rows[i].words, said);
}

/* Nests deeper, and offers more words, than there is room for. */
static void test_limits(void **state) {
  (void)state;
  static char pattern[6 * HD_NEED_MOST + 20], said[512];
  memset(pattern, '(', 900);
  memset(pattern + 900, ')', 900);
  pattern[1800] = 0;
  assert_string_equal(needed(pattern, 9, said, sizeof said), "");
  size_t n = 0;
  for (int i = 0; i <= HD_NEED_MOST; i++)
    n += (size_t)sprintf(pattern + n, "%sw%04d", i ? "|" : "", i);
  assert_string_equal(needed(pattern, 9, said, sizeof said), "");
}

/* Long words and many branches take no memory that grows with their square. */
static void test_memory(void **state) {
  (void)state;
  static char pattern[6 * HD_NEED_MOST + 20];
  hd_needs needs;
  hd_arena *arena = hd_arena_new();
  memset(pattern, 'a', 8000);
  memcpy(pattern, "[bcdefgh]", 9);
  pattern[8000] = 0;
  hd_need_read(arena, hd_str_of(pattern), &needs);
  assert_int_equal(needs.n, 2);
  assert_int_equal(needs.sets[0].items[0].n, 64);
  assert_int_equal(needs.sets[1].items[0].n, 64);
  size_t n = 0;
  for (int i = 0; i < HD_NEED_MOST; i++)
    n += (size_t)sprintf(pattern + n, "%sw%04d", i ? "|" : "", i);
  hd_need_read(arena, hd_str_of(pattern), &needs);
  assert_int_equal(needs.sets[0].n, HD_NEED_MOST);
  assert_in_range(hd_arena_bytes(arena), 0, 16 << 20);
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words), cmocka_unit_test(test_sets),
      cmocka_unit_test(test_limits), cmocka_unit_test(test_memory)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
