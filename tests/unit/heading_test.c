/* Tests of checker/document/heading.c, marker.c and caption.c. */
#include "checker/document/heading.h"
#include "checker/document/marker.h"
#include "document_sample.h"

static void markers_are_read(void **state) {
  (void)state;
  static const struct {
    const char *text, *marker;
    hd_mark_style style;
    uint32_t number;
  } rows[] = {{"一、工作回顾", "一、", HD_MARK_HAN_COMMA, 1},
              {"二十三、其他支出", "二十三、", HD_MARK_HAN_COMMA, 23},
              {"(十二)住房", "(十二)", HD_MARK_HAN_PAREN, 12},
              {"第三部分 情况", "第三部分", HD_MARK_HAN_CHAPTER, 3},
              {"第10节 财务", "第10节", HD_MARK_HAN_CHAPTER, 10},
              {"1.长赣高铁。", "1.", HD_MARK_DOT, 1},
              {"1.2025年预算", "1.", HD_MARK_DOT, 1},
              {"5.2023湖南投资洽谈周", "5.", HD_MARK_DOT, 5},
              {"3.10种有色金属", "3.", HD_MARK_DOT, 3},
              {"12、加强督查", "12、", HD_MARK_DOT, 12},
              {"(3)全国", "(3)", HD_MARK_PAREN, 3},
              {"3) 全国", "3)", HD_MARK_PAREN, 3},
              {"③全国", "③", HD_MARK_CIRCLE, 3},
              {"1.2 Scope", "1.2", HD_MARK_DECIMAL, 2},
              {"2.3.4 方法", "2.3.4", HD_MARK_DECIMAL, 4},
              {"(b) Income", "(b)", HD_MARK_LETTER, 2},
              {"(iv) Income", "(iv)", HD_MARK_ROMAN, 4},
              {"IV. Outlook", "IV.", HD_MARK_ROMAN, 4},
              {"Section 2. Methods", "Section 2.", HD_MARK_HAN_CHAPTER, 2},
              {"Item 14\u00a0Exhibits", "Item 14", HD_MARK_HAN_CHAPTER, 14},
              {"——经济发展", "——", HD_MARK_BULLET, 0},
              {"- 甲", "-", HD_MARK_BULLET, 0}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_marker m;
    hd_str s = hd_str_of(rows[i].text);
    if (!hd_marker_read(s, &m))
      fail_msg("no marker in “%s”", rows[i].text);
    expect_str((hd_str){s.p, m.bytes}, rows[i].marker);
    assert_int_equal(m.style, rows[i].style);
    assert_int_equal(m.number, rows[i].number);
  }
}

static void what_only_looks_like_a_marker(void **state) {
  (void)state;
  static const char *const rows[] = {"1.5亿元",
                                     "1.2万人参加",
                                     "1.2 million people",
                                     "一、二季度增长",
                                     "(2023)12号",
                                     "2024年",
                                     "12月",
                                     "1、2号线开通",
                                     "-5%的增速",
                                     "十大工程",
                                     "一是",
                                     "第一，加快",
                                     "A new plan.",
                                     "In 2010,",
                                     "Item 14 (a)(2): Schedules",
                                     "5G基站",
                                     "",
                                     "第三产业"};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_marker m;
    if (hd_marker_read(hd_str_of(rows[i]), &m))
      fail_msg("a marker in “%s”", rows[i]);
  }
}

static const char report[] = "2024年某省政府工作报告\n"
                             "各位代表：\n"
                             "一、2023年工作回顾\n"
                             "全省生产总值增长5%。\n"
                             "（一）产业\n"
                             "1.长赣高铁。正在持续推进。\n"
                             "2.桂新高速。完成投资3亿元。\n"
                             "（二）开放\n"
                             "出口增长6%。\n"
                             "二、2024年工作安排\n"
                             "预期增长5%。\n";

static void headings_and_items_are_told_apart(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", report);
  static const struct {
    hd_block_kind kind;
    uint32_t level, heading, section, paragraph;
  } wanted[] = {{HD_BLOCK_TITLE, 0, HD_NONE, 0, 0},
                {HD_BLOCK_PARAGRAPH, 0, HD_NONE, 0, 1},
                {HD_BLOCK_HEADING, 1, HD_NONE, 1, 0},
                {HD_BLOCK_PARAGRAPH, 0, 2, 1, 1},
                {HD_BLOCK_HEADING, 2, 2, 1, 0},
                {HD_BLOCK_ITEM, 0, 4, 1, 1},
                {HD_BLOCK_ITEM, 0, 4, 1, 2},
                {HD_BLOCK_HEADING, 2, 2, 1, 0},
                {HD_BLOCK_PARAGRAPH, 0, 7, 1, 1},
                {HD_BLOCK_HEADING, 1, HD_NONE, 2, 0},
                {HD_BLOCK_PARAGRAPH, 0, 9, 2, 1}};
  assert_int_equal(doc->n_blocks, sizeof wanted / sizeof *wanted);
  for (size_t i = 0; i < doc->n_blocks; i++) {
    const hd_block *b = &doc->blocks[i];
    assert_int_equal(b->kind, wanted[i].kind);
    assert_int_equal(b->level, wanted[i].level);
    assert_int_equal(b->heading, wanted[i].heading);
    assert_int_equal(b->section, wanted[i].section);
    assert_int_equal(b->paragraph, wanted[i].paragraph);
  }
  expect_str(hd_document_text(doc, doc->blocks[4].marker), "(一)");
  expect_str(hd_document_text(doc, doc->blocks[4].body), "产业");
  assert_string_equal(
      hd_document_location(doc, doc->arena, find(doc, "3亿元", 1), HD_LANG_ZH),
      "第1节 第2段");
  assert_string_equal(
      hd_document_location(doc, doc->arena, find(doc, "预期", 1), HD_LANG_EN),
      "section 2, paragraph 1");
  drop(doc);
}

/* 八、 … at the end of a paragraph, 九、 at the end of another. */
static void headings_run_on(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.txt", "平台达到2个，居全国第7位。八、“三送三解”行动走深走实\n"
                      "主题教育期间，解决问题12件。\n"
                      "用电增长5%。九、新型电力系统建设启动\n"
                      "装机增长6%。一、二季度增速分别为5%、6%\n");
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH, "平台达到2个,居全国第7位。");
  expect_block(doc, 1, HD_BLOCK_HEADING, "八、“三送三解”行动走深走实");
  assert_true(doc->blocks[1].run_on);
  assert_int_equal(doc->blocks[1].number, 8);
  assert_int_equal(doc->blocks[1].line, 1);
  assert_int_equal(doc->blocks[2].heading, 1);
  expect_block(doc, 4, HD_BLOCK_HEADING, "九、新型电力系统建设启动");
  assert_int_equal(doc->n_blocks, 6);
  drop(doc);
}

/* A tail whose number continues nothing stays where it is. */
static void a_lonely_tail_is_no_heading(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "标题\n平台达到2个。八、三送三解\n"
                                     "解决问题12件。\n");
  assert_int_equal(doc->n_blocks, 3);
  drop(doc);
}

static void contents_are_items(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "预算公开\n目录\n一、职能……………1\n"
                                     "二、机构……………3\n\n第一章 职能\n"
                                     "负责统计工作。\n1.2项目概况\n");
  assert_int_equal(doc->blocks[2].kind, HD_BLOCK_ITEM);
  assert_int_equal(doc->blocks[3].kind, HD_BLOCK_ITEM);
  assert_int_equal(doc->blocks[4].kind, HD_BLOCK_HEADING);
  assert_int_equal(doc->blocks[4].mark, HD_MARK_HAN_CHAPTER);
  drop(doc);
}

static void english_headings(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "Annual report\n\n"
                                     "I. Review of Work in 2009\n"
                                     "Exports rose by 5%.\n\n"
                                     "A. Industry\n"
                                     "Output grew by 3%.\n\n"
                                     "II. Outlook\n"
                                     "J. Smith expects growth of 2%.\n");
  assert_int_equal(doc->blocks[1].kind, HD_BLOCK_HEADING);
  assert_int_equal(doc->blocks[1].level, 1);
  assert_int_equal(doc->blocks[3].kind, HD_BLOCK_HEADING);
  assert_int_equal(doc->blocks[3].level, 2);
  assert_int_equal(doc->blocks[5].number, 2);
  expect_block(doc, 6, HD_BLOCK_PARAGRAPH, "J. Smith expects growth of 2%.");
  drop(doc);
}

static void captions_are_told_from_sentences(void **state) {
  (void)state;
  static const char *const captions[] = {
      "表1 2023年主要指标", "图2:出口增速",     "附表3-1 收支",
      "单位:万元",          "(单位:亿元)",      "编制部门:办公室   单位:元",
      "Table 2. Exports.",  "FIGURE 1: Income", "Table 3 Exports by country",
      "(in millions)"};
  static const char *const sentences[] = {
      "表1显示出口增长。", "表2中合计为5亿元", "Table 3 shows a rise of 5%.",
      "图书馆12家",        "全市单位:增长5%",  "Tables are useful."};
  for (size_t i = 0; i < sizeof captions / sizeof *captions; i++)
    if (!hd_caption_is(hd_str_of(captions[i])))
      fail_msg("“%s” is a caption", captions[i]);
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
    if (hd_caption_is(hd_str_of(sentences[i])))
      fail_msg("“%s” is no caption", sentences[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markers_are_read),
      cmocka_unit_test(what_only_looks_like_a_marker),
      cmocka_unit_test(headings_and_items_are_told_apart),
      cmocka_unit_test(headings_run_on),
      cmocka_unit_test(a_lonely_tail_is_no_heading),
      cmocka_unit_test(contents_are_items),
      cmocka_unit_test(english_headings),
      cmocka_unit_test(captions_are_told_from_sentences)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
