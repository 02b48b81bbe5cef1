/* Tests of checker/document/markdown.c, inline.c, html.c and grid.c. */
#include "document_sample.h"

static void blocks_are_told_apart(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", "---\ntitle: 甲\ndate: 2024\n---\n"
                                    "# 工作报告\n\n各位代表：\n\n"
                                    "## 一、工业\n\n增长5%，\n出口增长6%。\n\n"
                                    "```\ncode 12\n```\n\n"
                                    "- 第一条内容。\n- 第二条内容。\n\n"
                                    "> 引文一段。\n");
  static const struct {
    hd_block_kind kind;
    const char *text;
  } wanted[] = {{HD_BLOCK_SKIPPED, "---\ntitle: 甲\ndate: 2024\n---"},
                {HD_BLOCK_TITLE, "工作报告"},
                {HD_BLOCK_PARAGRAPH, "各位代表:"},
                {HD_BLOCK_HEADING, "一、工业"},
                {HD_BLOCK_PARAGRAPH, "增长5%,出口增长6%。"},
                {HD_BLOCK_SKIPPED, "code 12"},
                {HD_BLOCK_ITEM, "第一条内容。"},
                {HD_BLOCK_ITEM, "第二条内容。"},
                {HD_BLOCK_PARAGRAPH, "引文一段。"}};
  assert_int_equal(doc->n_blocks, sizeof wanted / sizeof *wanted);
  for (size_t i = 0; i < doc->n_blocks; i++)
    expect_block(doc, i, wanted[i].kind, wanted[i].text);
  expect_position(doc, "出口", 12, 1);
  expect_position(doc, "引文", 21, 3);
  drop(doc);
}

/* A blank line behind each line of a page parts no paragraph. */
static void spaced_lines_are_one_paragraph(void **state) {
  (void)state;
  hd_document *doc = sample(
      "a.md",
      "# Minutes\n\n"
      "It would purchase funds and trusts of all kinds of that country so\n\n"
      "that their amounts outstanding would increase at a pace of about 3\n\n"
      "trillion yen and some 90 billion yen, respectively, while for other\n\n"
      "bonds the bank would maintain the amounts that it had held at about\n\n"
      "two trillion yen. All measures of the year before remained as they\n\n"
      "had been set, since core inflation had fallen back by half a point\n\n"
      "and the yields of bonds of all maturities had hardly moved in June.\n\n"
      "A new paragraph begins.\n\n- one\n\n- two\n");
  assert_int_equal(doc->n_blocks, 5);
  assert_true(
      hd_str_ends(hd_document_text(doc, doc->blocks[1].span), HD_STR("June.")));
  expect_block(doc, 2, HD_BLOCK_PARAGRAPH, "A new paragraph begins.");
  expect_position(doc, "trillion yen and", 7, 1);
  drop(doc);
}

/* Marks, addresses, images and tags are no text; what they mark is. */
static void markup_is_left_out(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.md", "甲**乙**丙_丁_ [戊](http://a.b/12) ![己](c.png)"
                     "<http://d.e/9> `庚` 10<sup>5</sup> m<sup>2</sup> "
                     "A&amp;B&nbsp;C \\*辛 3*4*5。");
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH,
               "甲乙丙_丁_ 戊 http://d.e/9 庚 10^5 m² A&B C *辛 3*4*5。");
  expect_position(doc, "乙", 1, 4);
  expect_position(doc, "戊", 1, 13);
  expect_position(doc, "&B", 1, 91);
  expect_position(doc, "B C", 1, 96);
  drop(doc);
}

/* Marks are raised, definitions are blocks whatever CommonMark takes them for.
 */
static void footnotes(void **state) {
  (void)state;
  hd_document *doc = sample(
      "a.md", "增长5%[^1]，上年2023[^2]家[^x]。\n\n[^1]: 数据来源：快报7。\n"
              "[^2]: See page 8.\n    More.\n\n- [x] 完成9\n\n[^3] 是引用\n");
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH, "增长5%¹,上年2023^2家。");
  expect_block(doc, 1, HD_BLOCK_FOOTNOTE, "数据来源:快报7。");
  expect_block(doc, 2, HD_BLOCK_FOOTNOTE, "See page 8. More.");
  expect_block(doc, 3, HD_BLOCK_ITEM, "完成9");
  expect_block(doc, 4, HD_BLOCK_PARAGRAPH, "³ 是引用");
  expect_position(doc, "快报7", 3, 12);
  expect_position(doc, "¹", 1, 7);
  drop(doc);
}

/* CommonMark leaves these ** in the text. */
static void literal_stars_are_left_out(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.md", "**2024年工作报告**\n\n**　　一、工作回顾**\n\n"
                     "**要守好底线。**政府债务**“化解”**任务增长5%。\n");
  expect_block(doc, 0, HD_BLOCK_TITLE, "2024年工作报告");
  expect_block(doc, 1, HD_BLOCK_HEADING, "一、工作回顾");
  expect_block(doc, 2, HD_BLOCK_PARAGRAPH,
               "要守好底线。政府债务“化解”任务增长5%。");
  expect_position(doc, "一、", 3, 5);
  expect_position(doc, "政府", 5, 11);
  drop(doc);
}

static void markers_unknown_to_markdown_begin_blocks(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.md", "标题\n\n工作如下：\n1.推进甲项目。\n2.推进乙项目，\n"
                     "继续推进。\n（三）推进丙项目。\n");
  assert_int_equal(doc->n_blocks, 5);
  expect_block(doc, 3, HD_BLOCK_ITEM, "2.推进乙项目,继续推进。");
  assert_int_equal(doc->blocks[3].number, 2);
  assert_int_equal(doc->blocks[4].mark, HD_MARK_HAN_PAREN);
  drop(doc);
}

static void ordered_items_keep_their_numbers(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.md", "文\n\n1. 甲事。\n2. 乙事。\n4. 丁事。\n\n"
                     "其他\n\n1. 子事。\n1. 丑事。\n   - 寅事。\n");
  static const uint32_t numbers[] = {1, 2, 4};
  for (size_t i = 0; i < 3; i++) {
    const hd_block *b = &doc->blocks[i + 1];
    assert_int_equal(b->kind, HD_BLOCK_ITEM);
    assert_int_equal(b->mark, HD_MARK_DOT);
    assert_int_equal(b->number, numbers[i]);
  }
  expect_str(hd_document_text(doc, doc->blocks[3].marker), "4.");
  expect_str(hd_document_text(doc, doc->blocks[3].body), "丁事。");
  assert_int_equal(doc->blocks[6].number, 2); /* lazy numbers count on */
  assert_int_equal(doc->blocks[7].mark, HD_MARK_BULLET);
  assert_int_equal(doc->blocks[7].level, 2);
  drop(doc);
}

static void items_of_a_link_keep_their_numbers(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", "文\n\n1. 甲\n2. [乙](http://a.b/)\n"
                                    "3.  **丙**丁\n");
  for (size_t i = 1; i <= 3; i++)
    assert_int_equal(doc->blocks[i].number, i);
  expect_str(hd_document_text(doc, doc->blocks[2].span), "2. 乙");
  expect_str(hd_document_text(doc, doc->blocks[3].body), "丙丁");
  drop(doc);
}

static const char table[] = "表1 主要指标\n\n单位：亿元\n\n"
                            "| 指标 | 2023年 |  |\n| --- | --- | --- |\n"
                            "|  | 总量 | 增长 |\n"
                            "| 出口 | １２．５ | 3.1% |\n"
                            "| 合计 | **30** |  |\n";

static void tables_have_cells_and_places(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", table);
  assert_int_equal(doc->n_tables, 1);
  const hd_table *t = &doc->tables[0];
  assert_int_equal(t->rows, 4);
  assert_int_equal(t->columns, 3);
  assert_int_equal(t->header_rows, 2);
  assert_int_equal(t->cells[1].colspan, 2); /* 2023年 */
  expect_block(doc, t->caption, HD_BLOCK_CAPTION, "表1 主要指标");
  expect_block(doc, t->caption + 1, HD_BLOCK_CAPTION, "单位:亿元");
  uint32_t at = find(doc, "12.5", 1);
  expect_position(doc, "12.5", 8, 8);
  assert_string_equal(hd_document_place(doc, doc->arena, at),
                      "table=1;row=3;column=2");
  assert_string_equal(
      hd_document_location(doc, doc->arena, find(doc, "30", 1), HD_LANG_ZH),
      "表1 第4行“合计”");
  assert_string_equal(
      hd_document_location(doc, doc->arena, find(doc, "30", 1), HD_LANG_EN),
      "table 1, row 4 “合计”");
  drop(doc);
}

static void tables_need_no_blank_lines(void **state) {
  (void)state;
  hd_document *doc =
      sample("a.md", "出口增长，见表1。\n表1 主要指标\n单位：亿元\n"
                     "| 指标 | 总量 |\n|---|---|\n| 出口 | 12.5 |\n"
                     "进口30亿元。\n\n```\na\n| b | c |\n|---|---|\n"
                     "```\n");
  assert_int_equal(doc->n_tables, 1);
  const hd_table *t = &doc->tables[0];
  assert_int_equal(t->rows, 2);
  expect_block(doc, t->caption, HD_BLOCK_CAPTION, "表1 主要指标");
  expect_block(doc, t->caption + 1, HD_BLOCK_CAPTION, "单位:亿元");
  expect_block(doc, t->caption + 3, HD_BLOCK_PARAGRAPH, "进口30亿元。");
  expect_position(doc, "12.5", 6, 8);
  drop(doc);
}

static void html_is_read_between_its_tags(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", "文一。\n\n<div class=\"9\">\n<p>增长"
                                    "<b>5</b>%。</p><!-- 7 -->\n<p>下降&lt;3%"
                                    "。</p>\n</div>\n\n文二。\n");
  assert_int_equal(doc->n_blocks, 4);
  expect_block(doc, 1, HD_BLOCK_PARAGRAPH, "增长5%。");
  expect_block(doc, 2, HD_BLOCK_PARAGRAPH, "下降<3%。");
  expect_position(doc, "%。\n下", 4, 14);
  expect_position(doc, "3%", 5, 10);
  drop(doc);
}

static void footnotes_are_told_apart(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", "标题\n\n增长5%。\n\n注：上年为6%。\n\n"
                                    "\\* Preliminary.\n\n† Revised.\n");
  for (size_t i = 2; i < 5; i++)
    assert_int_equal(doc->blocks[i].kind, HD_BLOCK_FOOTNOTE);
  drop(doc);
}

/* The parser fills short rows up to the width of the first: without a limit
 * these few kilobytes would be a million cells. */
static void an_absurd_table_is_plain_text(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  enum { WIDE = 2000, ROWS = 2000 };
  char *text = hd_arena_alloc(arena, WIDE * 4 + ROWS * 2 + 64), *p = text;
  for (int line = 0; line < 2; line++) {
    for (int i = 0; i < WIDE; i++)
      p += sprintf(p, line ? "-|" : "a|");
    *p++ = '\n';
  }
  for (int i = 0; i < ROWS; i++)
    p += sprintf(p, "a\n");
  hd_document *doc = sample("a.md", text);
  assert_int_equal(doc->n_tables, 0);
  assert_true(doc->n_blocks > 0);
  drop(doc);
  hd_arena_free(arena);
}

/* Rows whose line of dashes was cut off; one row alone is text. */
static void bare_rows_are_a_table(void **state) {
  (void)state;
  hd_document *doc = sample("a.md", "| 项目 | 2019年 | 同比 |\n"
                                    "| 流入 | 1,520.40 | 10.1% |\n"
                                    "| 流出 | 1,748.00 | 24.2% |\n\n"
                                    "说明。\n\n| 单行 | 1 |\n\n"
                                    "| 甲 | 3 |\n| 乙 | 4 |\n");
  assert_int_equal(doc->n_tables, 2);
  expect_block(doc, 1, HD_BLOCK_PARAGRAPH, "说明。");
  expect_position(doc, "1,748.00", 3, 8);
  drop(doc);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks_are_told_apart),
      cmocka_unit_test(markup_is_left_out),
      cmocka_unit_test(footnotes),
      cmocka_unit_test(literal_stars_are_left_out),
      cmocka_unit_test(markers_unknown_to_markdown_begin_blocks),
      cmocka_unit_test(ordered_items_keep_their_numbers),
      cmocka_unit_test(items_of_a_link_keep_their_numbers),
      cmocka_unit_test(tables_have_cells_and_places),
      cmocka_unit_test(tables_need_no_blank_lines),
      cmocka_unit_test(bare_rows_are_a_table),
      cmocka_unit_test(html_is_read_between_its_tags),
      cmocka_unit_test(footnotes_are_told_apart),
      cmocka_unit_test(spaced_lines_are_one_paragraph),
      cmocka_unit_test(an_absurd_table_is_plain_text)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
