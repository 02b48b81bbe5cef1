/* factor: what branches begin with is written once, and the pattern matches
 * what it did. */
#include "checker/rule/factor.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

static void test_texts(void **state) {
  (void)state;
  static const struct {
    const char *pattern, *factored;
  } rows[] = {
      {"甲乙|甲丙", "甲(?:乙|丙)"},
      {"甲乙|丁|甲丙", "甲(?:乙|丙)|丁"},
      {"甲乙丙|甲乙|甲", "甲(?:乙(?:丙|)|)"},
      {"甲|甲乙", "甲(?:|乙)"},
      {"x(?:ab|ac)y", "x(?:a(?:b|c))y"},
      {"甲乙|[丁甲]|甲丙", "甲乙|[丁甲]|甲丙"},
      {"甲(乙)|丁|甲丙", "甲(乙)|丁|甲丙"},
      {"甲?乙|甲丙", "甲?乙|甲丙"},
      {"甲乙+|甲乙", "甲(?:乙+|乙)"},
      {"(?<=ab|ac)d", "(?<=ab|ac)d"},
      {"\\.a|\\.b", "\\.(?:a|b)"},
      {"\\-a|x|-b", "\\-a|-b|x"},
      {"\\da|\\db", "\\da|\\db"},
      {"(?<n>ab|ac)|d", "(?<n>a(?:b|c))|d"},
      {"ab(*SKIP)|ac", "ab(*SKIP)|ac"},
      {"\\Qab|ac\\E", "\\Qab|ac\\E"},
      {"[a|b]c|[a|b]d", "[a|b]c|[a|b]d"},
      {"(?i:ab|d|Ac)|ad", "(?i:a(?:b|c)|d)|ad"},
  };
  hd_arena *arena = hd_arena_new();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_str s = hd_factor(arena, hd_str_of(rows[i].pattern), false);
    if (!hd_str_eq(s, hd_str_of(rows[i].factored)))
      fail_msg("%s: %.*s", rows[i].pattern, (int)s.n, s.p);
  }
  assert_true(hd_str_is(hd_factor(arena, HD_STR("Ab|ac|éa|éb"), true),
                        "A(?:b|c)|éa|éb"));
  hd_arena_free(arena);
}

static pcre2_code *compile(hd_str pattern, bool caseless) {
  int error;
  PCRE2_SIZE at;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n,
                                   PCRE2_UTF | (caseless ? PCRE2_CASELESS : 0),
                                   &error, &at, NULL);
  if (!code)
    fail_msg("%.*s does not compile", (int)pattern.n, pattern.p);
  return code;
}

/* Where and as what groups the n-th match is. */
static int match(pcre2_code *code, hd_str s, size_t from,
                 pcre2_match_data *data) {
  return pcre2_match(code, (PCRE2_SPTR)s.p, s.n, from, 0, data, NULL);
}

static void hold_against(hd_str pattern, bool caseless, hd_str s) {
  hd_arena *arena = hd_arena_new();
  hd_str factored = hd_factor(arena, pattern, caseless);
  pcre2_code *a = compile(pattern, caseless), *b = compile(factored, caseless);
  pcre2_match_data *x = pcre2_match_data_create(20, NULL);
  pcre2_match_data *y = pcre2_match_data_create(20, NULL);
  for (size_t from = 0; from <= s.n; from++) {
    if (from < s.n && ((unsigned char)s.p[from] & 0xc0) == 0x80)
      continue;
    int n = match(a, s, from, x), m = match(b, s, from, y);
    bool same = n == m;
    if (same && n > 0)
      same = memcmp(pcre2_get_ovector_pointer(x), pcre2_get_ovector_pointer(y),
                    (size_t)n * 2 * sizeof(PCRE2_SIZE)) == 0;
    if (!same)
      fail_msg("%.*s: %.*s in %.*s", (int)pattern.n, pattern.p, (int)factored.n,
               factored.p, (int)s.n, s.p);
  }
  pcre2_match_data_free(x);
  pcre2_match_data_free(y);
  pcre2_code_free(a);
  pcre2_code_free(b);
  hd_arena_free(arena);
}

/* Alternations put together at random, in texts of the same pieces. */
static void test_random(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "甲", "乙", "a", "B", "b", "甲",  "乙?",  "a*", "(b)",    "(?:甲|甲乙)",
      "|",  "|",  "|", "|", "-", "\\-", "[ab]", "k",  "(?=甲)", "(?:|b)"};
  static const char *const parts[] = {"甲", "乙", "a", "b",
                                      "B",  "-",  "k", "\u212a"};
  uint64_t seed = 1;
  for (int run = 0; run < 20000; run++) {
    char pattern[200] = "", text[200] = "";
    for (int i = 0; i < 12; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      strcat(pattern, pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]);
    }
    strcat(pattern, run % 3 ? "甲" : "");
    for (int i = 0; i < 12; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      strcat(text, parts[(seed >> 33) % (sizeof parts / sizeof *parts)]);
    }
    hold_against(hd_str_of(pattern), run % 2, hd_str_of(text));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts),
                                     cmocka_unit_test(test_random)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
