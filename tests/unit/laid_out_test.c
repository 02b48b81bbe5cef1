/* Tests of checker/document/laid_out.c: blocks and tables from a layout. */
#include "document_sample.h"
#include "package_sample.h"

static hd_document *read_docx(extracted *x, docx_sample s) {
  *x = extract_docx(s);
  assert_true(x->read);
  return hd_document_read(x->arena, &x->source);
}

static void rendered_numbers_are_text_without_columns(void **state) {
  (void)state;
  extracted x;
#define NUMBERED(text)                                                         \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"     \
  "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
  hd_document *doc = read_docx(
      &x, (docx_sample){
              .body = P("报告") NUMBERED("回顾") P("进口增长5%。")
                  NUMBERED("展望") P("出口增长6%。"),
              .numbering =
                  "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
                  "<w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
                  "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
                  "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"});
  expect_block(doc, 1, HD_BLOCK_HEADING, "一、 回顾");
  expect_block(doc, 3, HD_BLOCK_HEADING, "二、 展望");
  assert_int_equal(doc->blocks[3].number, 2);
  assert_int_equal(doc->blocks[4].section, 2);
  expect_position(doc, "展望", 4, 1);
  expect_position(doc, "二、", 4, 1);
  uint32_t behind = find(doc, "二、", 1) + (uint32_t)strlen("二、");
  assert_int_equal(hd_document_end(doc, behind).column, 2);
  hd_arena_free(x.arena);
}

static void breaks_end_paragraphs_behind_full_stops(void **state) {
  (void)state;
  extracted x;
  hd_document *doc = read_docx(
      &x, (docx_sample){
              .body = "<w:p><w:r><w:t>全市进口</w:t><w:br/><w:t>增长5%。</w:t>"
                      "<w:br/><w:t>出口增长6%。</w:t></w:r></w:p>" P("尾。")});
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH, "全市进口增长5%。");
  expect_block(doc, 1, HD_BLOCK_PARAGRAPH, "出口增长6%。");
  expect_position(doc, "5%", 1, 8);
  expect_position(doc, "6%", 1, 16);
  hd_arena_free(x.arena);
}

static void a_deleted_mark_joins_paragraphs(void **state) {
  (void)state;
  extracted x;
  hd_document *doc = read_docx(
      &x, (docx_sample){.body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
                                "<w:r><w:t>进口增长1</w:t></w:r></w:p>" //
                        P("5%。") P("尾。")});
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH, "进口增长15%。");
  expect_position(doc, "5%", 2, 1);
  hd_arena_free(x.arena);
}

static void tables_have_headers_and_places(void **state) {
  (void)state;
  extracted x;
  hd_document *doc = read_docx(
      &x,
      (docx_sample){
          .body = P("表1 主要指标") "<w:tbl><w:tr>" //
          TC("<w:vMerge w:val='restart'/>", "指标")
              TC("<w:gridSpan w:val='2'/>", "2023年") "</w:tr><w:tr>"         //
          TC("<w:vMerge/>", "") TC("", "产量") TC("", "增速") "</w:tr><w:tr>" //
          TC("", "粮食") TC("", "12") TC("", "3.5") "</w:tr></w:tbl>"});
  assert_int_equal(doc->n_tables, 1);
  assert_int_equal(doc->tables[0].header_rows, 2);
  assert_int_equal(doc->tables[0].columns, 3);
  assert_int_equal(doc->tables[0].caption, 0);
  uint32_t at = find(doc, "3.5", 1);
  assert_string_equal(hd_document_place(doc, x.arena, at),
                      "table=1;row=3;column=3");
  assert_string_equal(hd_document_location(doc, x.arena, at, HD_LANG_ZH),
                      "表1 第3行“粮食”");
  hd_arena_free(x.arena);
}

static void raised_digits_are_powers(void **state) {
  (void)state;
  extracted x;
#define RAISED(text)                                                           \
  "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>" text           \
  "</w:t></w:r>"
  hd_document *doc = read_docx(
      &x, (docx_sample){.body = "<w:p><w:r><w:t>共3.2×10</w:t></w:r>" RAISED(
                            "12") "<w:r><w:t>吨、5km</w:t></"
                                  "w:r>" RAISED("2") "<w:r><w:t>。</"
                                                     "w:t></w:r></"
                                                     "w:p>" P("尾。")});
  expect_text(&x, "共3.2×10¹²吨、5km²。\n尾。\n");
  expect_block(doc, 0, HD_BLOCK_PARAGRAPH, "共3.2×10^12吨、5km²。");
  expect_position(doc, "吨", 1, 10);
  expect_position(doc, "2吨", 1, 9);
  hd_arena_free(x.arena);
}

static void footnotes_have_their_place(void **state) {
  (void)state;
  extracted x;
  hd_document *doc = read_docx(
      &x, (docx_sample){.body = "<w:p><w:r><w:t>进口增长5%。</w:t>"
                                "<w:footnoteReference w:id='3'/></w:r></w:p>",
                        .footnotes = "<w:footnote w:id='3'>" P(
                            "不含税。") "</w:footnote>"});
  uint32_t at = find(doc, "不含税", 1);
  expect_block(doc, 1, HD_BLOCK_FOOTNOTE, "不含税。");
  assert_string_equal(hd_document_place(doc, x.arena, at), "footnote=1");
  assert_string_equal(hd_document_location(doc, x.arena, at, HD_LANG_EN),
                      "footnote 1");
  hd_arena_free(x.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rendered_numbers_are_text_without_columns),
      cmocka_unit_test(breaks_end_paragraphs_behind_full_stops),
      cmocka_unit_test(a_deleted_mark_joins_paragraphs),
      cmocka_unit_test(tables_have_headers_and_places),
      cmocka_unit_test(raised_digits_are_powers),
      cmocka_unit_test(footnotes_have_their_place)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
