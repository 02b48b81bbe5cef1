/* fingerprint: recipe hedui/v1. The expected marks were computed apart from
 * this program, from the recipe as fingerprint.c states it. */
#include "checker/run/run.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static hd_span find(hd_str text, const char *needle) {
  size_t off = hd_str_find(text, hd_str_of(needle));
  assert_true(off != (size_t)-1);
  return (hd_span){(uint32_t)off, (uint32_t)(off + strlen(needle))};
}

typedef struct {
  const char *rule, *text, *at;
  const char *related[3]; /* ends with NULL */
} sample;

/* The mark of a sample with its ordinal. */
static void make(const sample *s, uint32_t ordinal, char out[17]) {
  hd_arena *arena = hd_arena_new();
  hd_str text = hd_str_of(s->text), related[3];
  size_t n = 0;
  for (; n < 3 && s->related[n]; n++)
    related[n] = hd_str_of(s->related[n]);
  hd_fingerprint_write(
      hd_fingerprint_key(arena, s->rule, text, find(text, s->at), related, n),
      ordinal, out);
  hd_arena_free(arena);
}

static void assert_mark(const sample *s, uint32_t ordinal, const char *mark) {
  char out[17];
  make(s, ordinal, out);
  assert_string_equal(out, mark);
}

static void assert_same(const sample *a, const sample *b) {
  char mark[17];
  make(a, 1, mark);
  assert_mark(b, 1, mark);
}

static void assert_differ(const sample *a, const sample *b) {
  char one[17], other[17];
  make(a, 1, one);
  make(b, 1, other);
  assert_string_not_equal(one, other);
}

#define RULE "growth-mismatch"
#define TEXT "一、今年全省出口总额增长12%,进口下降3%。"
static const sample base = {RULE, TEXT, "12%", {"3%", "2165.6亿元"}};

static void test_fixed(void **state) {
  (void)state;
  assert_mark(&base, 1, "82ce401276045586");
  assert_mark(&base, 2, "82ce3f12760453d3");
  const sample english = {
      "missing-number", "Exports rose 12% in 2023.", "12%", {NULL}};
  assert_mark(&english, 1, "4f2e7a318770b192");
}

static void test_order_of_related(void **state) {
  (void)state;
  const sample other = {RULE, TEXT, "12%", {"2165.6亿元", "3%"}};
  const sample fewer = {RULE, TEXT, "12%", {"3%"}};
  assert_same(&base, &other);
  assert_differ(&base, &fewer);
}

static void test_rule(void **state) {
  (void)state;
  const sample other = {"parts-sum", TEXT, "12%", {"3%", "2165.6亿元"}};
  assert_differ(&base, &other);
}

/* Eight code points before and four behind count, the next do not. */
static void test_window(void **state) {
  (void)state;
  const sample bare = {"r", "一二三四五六七八九12%一二三四五", "12%", {NULL}};
  const sample before = {"r", "另二三四五六七八九12%一二三四五", "12%", {NULL}};
  const sample behind = {"r", "一二三四五六七八九12%一二三四另", "12%", {NULL}};
  const sample eighth = {"r", "一另三四五六七八九12%一二三四五", "12%", {NULL}};
  const sample fourth = {"r", "一二三四五六七八九12%一二三另五", "12%", {NULL}};
  assert_same(&bare, &before);
  assert_same(&bare, &behind);
  assert_differ(&bare, &eighth);
  assert_differ(&bare, &fourth);
}

/* Width and white space, in the window and in the related texts. */
static void test_folding(void **state) {
  (void)state;
  const sample wide = {RULE,
                       "一、今年全省出口总额增长１２％，进口下降３％。",
                       "１２％",
                       {"３％", "２１６５．６亿元"}};
  const sample wrapped = {RULE,
                          "一、今年全省\n出口总额\r\n增长 12%,\n进口　下降3%。",
                          "12%",
                          {"3 %", "2165.6 亿元"}};
  const sample split = {RULE,
                        "一、今年全省出口总额增长12 %,进口下降3%。",
                        "12 %",
                        {"3%", "2165.6亿元"}};
  assert_same(&base, &wide);
  assert_same(&base, &wrapped);
  assert_same(&base, &split);
}

static void test_edits_elsewhere(void **state) {
  (void)state;
  const sample edited = {RULE,
                         "又一段在前面。\n二、去年、今年全省出口总额增长12%,"
                         "进口下降4%,其余不变。\n还有一段。",
                         "12%",
                         {"3%", "2165.6亿元"}};
  assert_same(&base, &edited);
}

static void test_edges(void **state) {
  char out[17];
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_str key =
      hd_fingerprint_key(arena, "a", (hd_str){"", 0}, (hd_span){0, 0}, NULL, 0);
  hd_fingerprint_write(key, 1, out);
  assert_string_equal(out, "d48c27819429df89");
  hd_arena_free(arena);
  const sample whole = {"r", "12%", "12%", {NULL}};
  const sample blanks = {"r", "  12%\n", "12%", {NULL}};
  assert_same(&whole, &blanks);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fixed),   cmocka_unit_test(test_order_of_related),
      cmocka_unit_test(test_rule),    cmocka_unit_test(test_window),
      cmocka_unit_test(test_folding), cmocka_unit_test(test_edits_elsewhere),
      cmocka_unit_test(test_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
