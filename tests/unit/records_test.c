/* Tests of checker/document/records.c: CSV. */
#include "document_sample.h"

static void expect_cell(const hd_document *d, size_t i, const char *text) {
  assert_true(i < d->tables[0].n_cells);
  expect_str(hd_document_text(d, d->tables[0].cells[i].span), text);
}

static void fields(void **state) {
  (void)state;
  hd_document *d = sample("a.csv", "\xEF\xBB\xBF地区,\"数, 量\",备注\r\n"
                                   "甲, 1.5 ,\"说\"\"好\"\"\"\r\n\r\n"
                                   "乙,\"两\r\n行\",\"a\nb\"\r\n");
  assert_int_equal(d->n_blocks, 1);
  assert_int_equal(d->tables[0].rows, 3);
  assert_int_equal(d->tables[0].columns, 3);
  assert_int_equal(d->tables[0].header_rows, 1);
  expect_cell(d, 1, "数, 量");
  expect_cell(d, 4, "1.5");
  expect_cell(d, 5, "说\"好\"");
  expect_cell(d, 7, "两行");
  expect_cell(d, 8, "a b");
  expect_position(d, "1.5", 2, 4);
  expect_position(d, "乙", 4, 1);
  expect_position(d, "行", 5, 1);
  expect_position(d, "b", 6, 1);
  drop(d);
}

static void delimiters(void **state) {
  (void)state;
  static const char *const texts[] = {
      "a;b;c\n1,5;2,5;3\n4;5,1;6\n", "a\tb\tc\n1,5\t2\t3\n4\t5\t6\n",
      "sep=;\na;b;c\n1;2;3\n", "a|b|c\n1|2|3\n4|5|6\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    hd_document *d = sample("a.csv", texts[i]);
    assert_int_equal(d->tables[0].columns, 3);
    expect_cell(d, 2, "c");
    drop(d);
  }
}

static void titles(void **state) {
  (void)state;
  hd_document *d =
      sample("a.csv", "2023年全市主要指标,,\n,,单位：万元\n"
                      "指标,2022年,2023年\n收入,5,6\n其中：税收,3,4\n"
                      "注：快报数,,\n");
  expect_block(d, 0, HD_BLOCK_CAPTION, "2023年全市主要指标");
  expect_block(d, 1, HD_BLOCK_CAPTION, "单位:万元");
  assert_int_equal(d->blocks[2].kind, HD_BLOCK_TABLE);
  assert_int_equal(d->tables[0].header_rows, 1);
  assert_int_equal(d->tables[0].rows, 3);
  expect_block(d, 3, HD_BLOCK_FOOTNOTE, "注:快报数");
  drop(d);
  d = sample("a.csv", "一行\n又一行\n");
  assert_int_equal(d->n_tables, 0);
  assert_int_equal(d->n_blocks, 2);
  drop(d);
}

/* A quote that is not closed does not swallow the rest. */
static void open_quote(void **state) {
  (void)state;
  hd_document *d = sample("a.csv", "a,b\n\"x,1\ny,2\n");
  assert_int_equal(d->tables[0].rows, 3);
  expect_cell(d, 2, "\"x");
  expect_cell(d, 5, "2");
  drop(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fields), cmocka_unit_test(delimiters),
      cmocka_unit_test(titles), cmocka_unit_test(open_quote)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
