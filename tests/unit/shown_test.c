/* shown: the text as it was read, and where in it the places stand; through
 * the public header, from this process and from a worker. */
#include "include/hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
    "# 工作报告\n"
    "\n"
    "一、回顾\n"
    "\n"
    "进出口总额由１５２０亿元增加到\n1748亿元，增长12.8%。\n"
    "\n"
    "| 地区 | 户数 | 用电量 | 用气量 |\n|---|---|---|---|\n"
    "| 甲市 | 1204 | 118 | 204 |\n| 乙市 | 1390 | 131 | 236 |\n"
    "| 丙市 | 1012 | 92 | 171 |\n| 丁市 | 1214 | 108 | 189 |\n"
    "| 合计 | 4820 | 449 | 820 |\n"
    "\n"
    "```\n12\n```\n";

/* The code points at..at+len of s, on malloc. */
static char *part(const char *s, uint32_t at, uint32_t len) {
  const char *from = s, *to;
  for (; at > 0; from++)
    at -= (from[1] & 0xC0) != 0x80;
  for (to = from; len > 0; to++)
    len -= (to[1] & 0xC0) != 0x80;
  return strndup(from, (size_t)(to - from));
}

static void assert_shown(const hd_result *r, const hd_place *at) {
  assert_in_range(at->block, 1, r->n_blocks);
  char *shown =
      part(r->blocks[at->block - 1].text, at->block_at, at->block_len);
  assert_string_equal(shown, at->text);
  free(shown);
}

static void assert_result(const hd_result *r) {
  static const hd_row_kind kinds[] = {HD_ROW_TITLE, HD_ROW_HEADING,
                                      HD_ROW_PARAGRAPH, HD_ROW_TABLE,
                                      HD_ROW_SKIPPED};
  assert_int_equal(r->n_blocks, 5);
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(r->blocks[i].kind, kinds[i]);
    assert_ptr_equal(r->blocks[i].file, r->files[0].name);
  }
  assert_string_equal(r->blocks[0].text, "工作报告");
  assert_string_equal(r->blocks[2].text,
                      "进出口总额由１５２０亿元增加到1748亿元，增长12.8%。");
  assert_int_equal(r->blocks[2].line, 5);
  assert_string_equal(r->files[0].format, "markdown");
  assert_true(r->n_findings >= 2);
  assert_true(r->n_checks >= 3);
  for (size_t i = 0; i < r->n_findings; i++) {
    assert_shown(r, &r->findings[i].at);
    for (size_t k = 0; k < r->findings[i].n_related; k++)
      assert_shown(r, &r->findings[i].related[k]);
  }
  for (size_t i = 0; i < r->n_checks; i++)
    assert_shown(r, &r->checks[i].at);
}

static const hd_finding *finding_of(const hd_result *r, const char *rule) {
  for (size_t i = 0; i < r->n_findings; i++)
    if (strcmp(r->findings[i].rule, rule) == 0)
      return &r->findings[i];
  fail_msg("no finding of %s", rule);
  return NULL;
}

static void assert_values(const hd_result *r) {
  const hd_finding *f = finding_of(r, "growth-mismatch");
  assert_string_equal(f->at.value, "12.8");
  assert_string_equal(f->at.unit, "%");
  assert_int_equal(f->n_related, 2);
  assert_string_equal(f->related[0].value, "152000000000");
  assert_string_equal(f->related[0].unit, "CNY");
  f = finding_of(r, "table-total");
  assert_int_equal(f->at.block, 4);
  assert_string_equal(f->at.value, "820");
}

static void assert_table(const hd_block_row *table) {
  assert_int_equal(table->n_cells, 24);
  assert_int_equal(table->cells[1].header, 1);
  assert_int_equal(table->cells[23].header, 0);
  assert_int_equal(table->cells[23].row, 5);
  assert_int_equal(table->cells[23].column, 3);
  char *cell = part(table->text, table->cells[20].at, table->cells[20].len);
  assert_string_equal(cell, "合计");
  free(cell);
}

static int take(void *closure, hd_result *r) {
  (void)closure;
  assert_result(r);
  assert_values(r);
  assert_table(&r->blocks[3]);
  return 0;
}

static void test_text(void **state) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = "a.md", .bytes = text, .n_bytes = sizeof text - 1};
  unsigned want = HD_WANT_TEXT | HD_WANT_CHECKS;
  (void)state;
  hd_result *r = hd_engine_check(engine, &input, 1, want);
  take(NULL, r);
  hd_result_free(r);
  assert_int_equal(hd_engine_run(engine, &input, 1, 1, want, take, NULL), 0);
  hd_engine_free(engine);
}

/* Without HD_WANT_TEXT nothing of it is there, and nothing is NULL. */
static void test_not_wanted(void **state) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = "a.md", .bytes = text, .n_bytes = sizeof text - 1};
  (void)state;
  hd_result *r = hd_engine_check(engine, &input, 1, 0);
  assert_int_equal(r->n_blocks, 0);
  assert_int_equal(r->findings[0].at.block, 0);
  assert_string_equal(r->findings[0].at.value, "");
  assert_string_equal(r->findings[0].at.unit, "");
  hd_result_free(r);
  hd_engine_free(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text),
      cmocka_unit_test(test_not_wanted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
