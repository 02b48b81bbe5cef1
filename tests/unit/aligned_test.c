/* Tests of checker/document/aligned.c and columns.c. */
#include "document_sample.h"

static const char budget[] =
    "2025年部门预算\n\n"
    "            2025年部门支出预算总表\n"
    "编制部门：办公室                         单位：元\n\n"
    "项目             预算数            备注\n\n"
    "一般公共服务支出      82,096,797.42 82,096,797.42\n\n"
    "行政运行          12,029,501.84      无\n"
    "其他支出                          另有\n"
    "合计            94,126,299.26\n"
    "注：本表反映年度支出。\n"
    "支出预算由区财政局批复，执行中按规定调整。\n";

static void rows_become_a_table(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", budget);
  assert_int_equal(doc->n_tables, 1);
  const hd_table *t = &doc->tables[0];
  assert_int_equal(t->rows, 5);
  assert_int_equal(t->columns, 3);
  assert_int_equal(t->header_rows, 1);
  expect_str(cell(doc, 0, 1), "预算数");
  expect_str(cell(doc, 1, 1), "82,096,797.42");
  expect_str(cell(doc, 1, 2), "82,096,797.42"); /* one blank between them */
  expect_str(cell(doc, 3, 0), "其他支出");
  expect_str(cell(doc, 3, 1), "");
  expect_str(cell(doc, 3, 2), "另有");
  assert_int_equal(doc->blocks[t->caption].kind, HD_BLOCK_CAPTION);
  uint32_t total = find(doc, "94,126", 1);
  assert_string_equal(hd_document_place(doc, doc->arena, total),
                      "table=1;row=5;column=2");
  assert_string_equal(hd_document_location(doc, doc->arena, total, HD_LANG_ZH),
                      "表1 第5行“合计”");
  expect_position(doc, "94,126", 12, 15);
  drop(doc);
}

static void what_stands_around_is_kept(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", budget);
  expect_block(doc, 0, HD_BLOCK_TITLE, "2025年部门预算");
  expect_block(doc, 1, HD_BLOCK_HEADING, "2025年部门支出预算总表");
  assert_int_equal(doc->blocks[2].kind, HD_BLOCK_CAPTION);
  assert_int_equal(doc->blocks[3].kind, HD_BLOCK_TABLE);
  expect_block(doc, 4, HD_BLOCK_FOOTNOTE, "注:本表反映年度支出。");
  expect_block(doc, 5, HD_BLOCK_PARAGRAPH,
               "支出预算由区财政局批复,执行中按规定调整。");
  drop(doc);
}

/* pdftotext lays each page out anew: the same columns stand elsewhere. */
static void columns_move_with_the_page(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.txt",
             "               表1 支出预算\n"
             "科目  项   名称                合计              基本支出\n"
             "204   06   司法事务              1,633,418            1,204,000\n"
             "204   07   其他                257,700              257,000\n"
             "\f205   01   教育      7,812,394    6,133,194\n"
             "205   02   科技        888,700      700,200\n");
  assert_int_equal(doc->n_tables, 1);
  assert_int_equal(doc->tables[0].columns, 5);
  expect_str(cell(doc, 1, 3), "1,633,418");
  expect_str(cell(doc, 3, 3), "7,812,394");
  expect_str(cell(doc, 4, 4), "700,200");
  drop(doc);
}

/* Text set with wide blanks has no figures in columns. */
static void wide_blanks_make_no_table(void **state) {
  (void)state;
  hd_document *doc = sample(
      "a.txt", "Annual bulletin\n\n"
               "The  output  of  the  province  rose  by  a  wide  margin\n"
               "over  the  year  before,  and  exports  did  even  better\n"
               "than  they  had  done  in  any  of  the  earlier  years.\n\n"
               "姓名：张三    性别：男    职务：科员\n");
  assert_int_equal(doc->n_tables, 0);
  drop(doc);
}

/* Wide blanks between words that stand under nothing. */
static void pieces_must_stand_in_columns(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "- 10  k\n"
                                     "fifty   two\n"
                                     "Three hundred  and  thirty one\n"
                                     "2  1/4\n"
                                     "a half\n");
  assert_int_equal(doc->n_tables, 0);
  drop(doc);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_become_a_table),
      cmocka_unit_test(what_stands_around_is_kept),
      cmocka_unit_test(columns_move_with_the_page),
      cmocka_unit_test(wide_blanks_make_no_table),
      cmocka_unit_test(pieces_must_stand_in_columns)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
