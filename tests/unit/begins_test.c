/* begins: no place is passed over at which a pattern matches. */
#include "checker/rule/need.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

static hd_arena *arena; /* of all tests */

static bool make_of(const char *pattern, bool caseless, hd_opening *opening) {
  hd_begins begins;
  hd_need_begins(arena, hd_str_of(pattern), caseless, &begins);
  return hd_opening_make(arena, &begins, opening);
}

static bool make(const char *pattern, hd_opening *opening) {
  return make_of(pattern, false, opening);
}

/* Which code points of the text it may begin with. */
static const char *found(const char *pattern, const char *text, char *out) {
  hd_opening o;
  size_t n = 0;
  hd_str s = hd_str_of(text);
  if (!make(pattern, &o))
    return "anything";
  for (size_t at = 0; (at = hd_opening_next(&o, s, at)) < s.n;) {
    uint32_t cp;
    size_t used = hd_utf8_decode(s.p + at, s.n - at, &cp);
    memcpy(out + n, s.p + at, used);
    n += used;
    at += used;
  }
  out[n] = 0;
  return out;
}

static void test_places(void **state) {
  (void)state;
  static const struct {
    const char *pattern, *text, *places;
  } rows[] = {
      {"abc", "xabab", "aa"},
      {"abc", "xaxb", ""},
      {"ab?c", "ab ac ad", "aa"},
      {"a*b", "ab b cc", "abb"},
      {"(?:甲|乙丙)丁", "甲丁乙丁乙丙", "甲乙"},
      {"(?:甲|乙丙)?丁", "甲丁乙丁", "甲丁丁"},
      {"(?<n>)(?<!甲)乙", "甲乙", "乙"},
      {"(?=甲)乙", "甲乙", "乙"},
      {"[甲乙]{2}", "甲乙丙甲丙", "甲"},
      {"[0-3]{2}年", "3年12", "1"},
      {"\\d[\\d.]*%", "5%6.a7", "56"},
      {"\\b(?:has|had)\\s", "had bat has", "hh"},
      {"\\b(?:has|had)\\s", "shah had _hat 3ha ha-ha", "hhh"},
      {"(?<![\\w/-])(?:has|had)", "shah /ha 甲ha", "hh"},
      {"\\b(?:has|had)|hat", "shah", "h"},
      {"(?<![\\w]\\.)cat", "concat", "c"},
      {"(?<![\\w-]\\d)cat", "concat", "c"},
      {"(?<![\\w])?cat", "concat", "c"},
      {"(?<![\\w\\]])cat", "concat", ""},
      {"[^甲]乙", "", "anything"},
      {".乙", "", "anything"},
      {"\\p{Han}乙", "", "anything"},
      {"(?i:a)b", "Ab ab aB", "Aa"},
      {"(?i:[k-s])", "K\u212aſt", "K\u212aſ"},
      {"(?i:é)", "", "anything"},
      {"(?s)甲", "乙甲", "甲"},
      {"甲?", "", "anything"},
      {"甲|", "", "anything"},
      {"(甲)\\1", "甲乙甲", "甲甲"},
      {"甲\\p{Han}", "甲", "甲"},
      {"[一-龥]乙", "", "anything"},
      {"é|ü", "été für", "ééü"},
      {"甲(*SKIP)", "", "anything"},
  };
  char out[100];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(found(rows[i].pattern, rows[i].text, out), rows[i].places))
      fail_msg("%s begins in “%s” at “%s”, not “%s”", rows[i].pattern,
               rows[i].text, out, rows[i].places);
}

/* Of each match of the pattern: is its begin a place? */
static void hold_against(const char *pattern, bool caseless, const char *text) {
  int error;
  PCRE2_SIZE at;
  hd_opening o;
  hd_str s = hd_str_of(text);
  if (!make_of(pattern, caseless, &o))
    return;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                   PCRE2_UTF | (caseless ? PCRE2_CASELESS : 0),
                                   &error, &at, NULL);
  assert_non_null(code);
  pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
  for (size_t from = 0; from <= s.n;) {
    if (pcre2_match(code, (PCRE2_SPTR)s.p, s.n, from, 0, data, NULL) < 0)
      break;
    size_t begin = pcre2_get_ovector_pointer(data)[0];
    uint32_t cp;
    if (hd_opening_next(&o, s, begin) != begin)
      fail_msg("%s matches in “%s” at %zu", pattern, text, begin);
    from = begin + hd_utf8_decode(s.p + begin, s.n - begin, &cp);
  }
  pcre2_match_data_free(data);
  pcre2_code_free(code);
}

/* Pieces of patterns put together at random, as are texts. */
static void test_random(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "甲",       "乙?",     "丙*",      "(?:甲|乙丙)", "(?:a|bc?)?", "[ab]",
      "[一-丙]+", "\\d",     "\\s",      "\\w",         "(?<!a)",     "(?=b)",
      "[^a]",     ".",       "\\b",      "(?:)",        "a+b",        "(?:乙|)",
      "\\.",      "[.\\-a]", "é",        "[a-]",        "[]甲]",      "|甲",
      "c{0,2}",   "b{2}",    "(?i:b|k)", "[ks]"};
  static const char *const parts[] = {"甲", "乙", "丙", "a", "b", "c",
                                      "7",  " ",  ".",  "-", "é", "]",
                                      "A",  "B",  "K",  "ſ", "s", "\u212a"};
  uint64_t seed = 1;
  for (int run = 0; run < 20000; run++) {
    char pattern[200] = "", text[200] = "";
    for (int i = 0; i < 4; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      strcat(pattern, pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]);
    }
    for (int i = 0; i < 16; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      strcat(text, parts[(seed >> 33) % (sizeof parts / sizeof *parts)]);
    }
    hold_against(pattern, run % 2, text);
  }
}

static void test_dense(void **state) {
  (void)state;
  hd_opening o;
  assert_true(make("\\d{4}年", &o) && o.dense);
  assert_true(make("(?:增长|下降|上升)了", &o) && !o.dense && !*o.only);
  assert_true(make("增长", &o) && !o.dense);
  assert_string_equal(o.only, "增");
}

/* A match begins where the text does or not at all. */
static void test_first(void **state) {
  (void)state;
  hd_opening o;
  assert_true(make("^(?:[,。]|ab)", &o));
  o.first = true;
  assert_int_equal(hd_opening_next(&o, HD_STR("。甲"), 0), 0);
  assert_int_equal(hd_opening_next(&o, HD_STR("abc"), 0), 0);
  assert_int_equal(hd_opening_next(&o, HD_STR("ac,"), 0), SIZE_MAX);
  assert_int_equal(hd_opening_next(&o, HD_STR("a,"), 1), SIZE_MAX);
  assert_int_equal(hd_opening_next(&o, HD_STR(""), 0), SIZE_MAX);
}

int main(void) {
  arena = hd_arena_new();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_places), cmocka_unit_test(test_random),
      cmocka_unit_test(test_dense), cmocka_unit_test(test_first)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  hd_arena_free(arena);
  return failed;
}
