/* Tests of checker/input/docx*.c: what of a .docx is text, and where. */
#include "package_sample.h"
#include <time.h>

#define RUN(text) "<w:r><w:t>" text "</w:t></w:r>"

static void free_it(extracted *x) { hd_arena_free(x->arena); }

static void every_paragraph_is_a_line(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = P("甲") "<w:p/>" //
                      "<w:p>" RUN("增长1")
                          RUN("2.8%") "</w:p>"
                                      "<w:tbl><w:tr>" TC("", "a") TC(
                                          "", "b") "</w:tr></w:tbl>" P("乙")});
  expect_text(&x, "甲\n\n增长12.8%\na\nb\n乙\n");
  assert_int_equal(x.source.layout->n, 6);
  assert_int_equal(line_of(&x, 4)->kind, HD_LAID_CELL);
  assert_int_equal(line_of(&x, 5)->col, 1);
  assert_int_equal(line_of(&x, 6)->table, 0);
  free_it(&x);
}

static void signs_of_runs_are_text(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
              "<w:noBreakHyphen/><w:t xml:space='preserve'> d </w:t>"
              "<w:sym w:font='Symbol' w:char='F0B0'/></w:r></w:p>"});
  expect_text(&x, "a\tb\u2028c- d °\n");
  free_it(&x);
}

static void only_results_of_fields_are_text(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
              "<w:r><w:instrText>SUM(ABOVE) 99</w:instrText></w:r>"
              "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" //
      RUN("12") "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                "<w:fldSimple w:instr='PAGE'>" RUN(
                    "3") "</w:fldSimple></w:p>"});
  expect_text(&x, "123\n");
  free_it(&x);
}

/* A field that never ends does not swallow the rest. */
static void a_broken_field_ends_with_its_paragraph(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body =
          "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" P("甲")});
  expect_text(&x, "\n甲\n");
  free_it(&x);
}

/* However many there are: what is forgotten is forgotten once. */
static void broken_fields_cost_no_more_than_their_bytes(void **state) {
  (void)state;
  static const char piece[] =
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>";
  enum { N = 200000, MOST = 4 /* seconds; each with all before it: more */ };
  char *body = malloc(N * (sizeof piece - 1) + 1);
  assert_non_null(body);
  for (size_t i = 0; i < N; i++)
    memcpy(body + i * (sizeof piece - 1), piece, sizeof piece);
  clock_t start = clock();
  extracted x = extract_docx((docx_sample){.body = body});
  assert_true(x.read);
  assert_true(clock() - start < MOST * CLOCKS_PER_SEC);
  assert_int_equal(x.source.layout->n, N);
  free(body);
  free_it(&x);
}

static void tracked_changes_are_accepted_or_undone(void **state) {
  (void)state;
  docx_sample s = {
      .body =
          "<w:p><w:r><w:t>增长</w:t></w:r>"
          "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
          "<w:ins><w:r><w:t>7</w:t></w:r></w:ins><w:r><w:t>%</w:t></w:r>"
          "</w:p>"
          "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" RUN("一") "</w:p>" P(
              "二") "<w:tbl><w:tr><w:trPr><w:ins/></"
                    "w:trPr>" TC("", "新") "</w:tr>"
                                           "<w:tr>" TC("", "旧") "</w:tr></"
                                                                 "w:tbl>"};
  extracted x = extract_docx(s);
  expect_text(&x, "增长7%\n一\n二\n新\n旧\n");
  assert_true(line_of(&x, 2)->joined);
  assert_int_equal(line_of(&x, 5)->row, 1);
  free_it(&x);
  s.revisions = HD_REVISIONS_ORIGINAL;
  x = extract_docx(s);
  expect_text(&x, "增长5%\n一\n二\n新\n旧\n");
  assert_false(line_of(&x, 2)->joined);
  assert_int_equal(line_of(&x, 4)->kind, HD_LAID_SKIPPED);
  assert_int_equal(line_of(&x, 5)->row, 0);
  free_it(&x);
}

static void hidden_text_is_left_out_and_said(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:p>" RUN("增长") "<w:r><w:rPr><w:vanish/></w:rPr>"
                                  "<w:t>约12</w:t></w:r>" RUN("5%") "</w:p>"});
  expect_text(&x, "增长5%\n");
  assert_int_equal(x.source.n_notes, 1);
  assert_non_null(strstr(x.source.notes[0].en, ": 3"));
  free_it(&x);
}

static void what_cannot_be_read_is_said(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:p><w:r><w:drawing><c:chart xmlns:c='http://schemas."
              "openxmlformats.org/drawingml/2006/chart'/></w:drawing>"
              "<w:object xmlns:o='urn:schemas-microsoft-com:office:office'>"
              "<o:OLEObject ProgID='Excel.Sheet.12'/><o:OLEObject "
              "ProgID='Equation.3'/></w:object></w:r></w:p>"});
  assert_int_equal(x.source.n_notes, 2);
  assert_string_equal(x.source.notes[0].en, "charts not read: 1");
  assert_string_equal(x.source.notes[1].zh, "未读嵌入的文件数：1");
  free_it(&x);
}

static void headings_come_from_style_and_outline(void **state) {
  (void)state;
#define STYLED(id, text)                                                       \
  "<w:p><w:pPr><w:pStyle w:val='" id "'/></w:pPr>" RUN(text) "</w:p>"
  extracted x = extract_docx((docx_sample){
      .body = STYLED("a3", "一") STYLED("b", "二") STYLED(
          "Heading2", "三") STYLED("t", "四") STYLED("c", "五")
          STYLED("z", "六") "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr>" RUN(
              "七") "</w:p>",
      .styles = "<w:style w:type='paragraph' w:styleId='a3'>"
                "<w:name w:val='heading 1'/></w:style>"
                "<w:style w:type='paragraph' w:styleId='b'>"
                "<w:name w:val='我的'/><w:basedOn w:val='a3'/></w:style>"
                "<w:style w:type='paragraph' w:styleId='t'>"
                "<w:name w:val='toc 1'/></w:style>"
                "<w:style w:type='paragraph' w:styleId='c'>"
                "<w:name w:val='二级标题'/></w:style>"
                "<w:style w:type='paragraph' w:styleId='z'>"
                "<w:name w:val='Title'/></w:style>"});
  static const struct {
    hd_laid_kind kind;
    int level;
  } wanted[] = {{HD_LAID_HEADING, 1}, {HD_LAID_HEADING, 1},
                {HD_LAID_HEADING, 2}, {HD_LAID_SKIPPED, 0},
                {HD_LAID_HEADING, 2}, {HD_LAID_TITLE, 0},
                {HD_LAID_HEADING, 3}};
  for (size_t i = 0; i < 7; i++) {
    assert_int_equal(line_of(&x, i + 1)->kind, wanted[i].kind);
    assert_int_equal(line_of(&x, i + 1)->level, wanted[i].level);
  }
  free_it(&x);
}

static void merged_cells_span(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" //
      TC("<w:vMerge w:val='restart'/>", "指标")
          TC("<w:gridSpan w:val='2'/>", "2023年") "</w:tr><w:tr>" //
      TC("<w:vMerge/>", "") TC("", "甲") TC("", "乙") "</w:tr></w:tbl>"});
  expect_text(&x, "指标\n2023年\n\n甲\n乙\n");
  assert_int_equal(line_of(&x, 1)->rowspan, 2);
  assert_true(line_of(&x, 1)->header);
  assert_int_equal(line_of(&x, 2)->colspan, 2);
  assert_int_equal(line_of(&x, 3)->kind, HD_LAID_SKIPPED);
  assert_int_equal(line_of(&x, 5)->col, 2);
  assert_int_equal(line_of(&x, 5)->row, 1);
  free_it(&x);
}

/* A table that arranges the page is none; one in a cell is text of it. */
static void nested_tables(void **state) {
  (void)state;
#define ROW(cells) "<w:tr>" cells "</w:tr>"
  extracted x = extract_docx((docx_sample){
      .body = "<w:tbl>" ROW("<w:tc>" P("题") "<w:tbl>" ROW(TC("", "a") TC(
          "",
          "b")) "</w:tbl><w:p/></w:tc>") "</w:tbl>"
                                         "<w:tbl>" ROW(TC("", "c") TC("", "d"))
                                             ROW("<w:tc><w:tbl>" ROW(TC(
                                                 "", "e")) "</w:tbl><w:p/></"
                                                           "w:tc>" TC(
                                                               "", "f")) "</"
                                                                         "w:"
                                                                         "tbl"
                                                                         ">"});
  expect_text(&x, "题\na\nb\n\nc\nd\ne\n\nf\n");
  assert_int_equal(line_of(&x, 1)->table, 0);
  assert_int_equal(line_of(&x, 2)->table, 1);
  assert_int_equal(line_of(&x, 3)->col, 1);
  assert_int_equal(line_of(&x, 7)->table, 2);
  assert_int_equal(line_of(&x, 7)->row, 1);
  assert_int_equal(line_of(&x, 9)->table, 2);
  free_it(&x);
}

/* 专栏1 in a frame. */
static void a_table_of_one_column_is_a_box(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body = "<w:tbl>" ROW(TC("", "专栏1 指标")) ROW("<w:tc>" P("增长5%。") P(
          "增长6%。") "</w:tc>") "</w:tbl>"
                                 "<w:tbl>" ROW(TC("", "a")
                                                   TC("", "b")) "</w:tbl>"});
  assert_int_equal(line_of(&x, 2)->table, 0);
  assert_int_equal(line_of(&x, 3)->kind, HD_LAID_TEXT);
  assert_int_equal(line_of(&x, 4)->table, 1);
  free_it(&x);
}

static void text_boxes_stand_once_where_they_are(void **state) {
  (void)state;
#define MC                                                                     \
  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
  extracted x = extract_docx((docx_sample){
      .body = "<w:p>" RUN(
          "前") "<w:r><mc:AlternateContent " MC ">"
                "<mc:Choice><w:txbxContent>" P(
                    "框") "</w:txbxContent></mc:Choice>"
                          "<mc:Fallback><w:txbxContent>" P(
                              "框") "</w:txbxContent>"
                                    "</mc:Fallback></mc:AlternateContent></"
                                    "w:r>" RUN("后") "</w:p>"});
  expect_text(&x, "前后\n框\n");
  free_it(&x);
}

static void notes_come_behind_the_body(void **state) {
  (void)state;
  extracted x = extract_docx((docx_sample){
      .body =
          "<w:p>" RUN("甲") "<w:r><w:footnoteReference w:id='7'/></w:r>" RUN(
              "乙") "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
      .footnotes = "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
                   "<w:footnote w:id='2'>" P("二") "</w:footnote>"
                                                   "<w:footnote w:id='7'>" P(
                                                       "七") "</w:footnote>"});
  expect_text(&x, "甲乙\n二\n七\n");
  assert_int_equal(line_of(&x, 2)->footnote, 2);
  assert_int_equal(line_of(&x, 3)->footnote, 1);
  assert_int_equal(line_of(&x, 3)->kind, HD_LAID_FOOTNOTE);
  free_it(&x);
}

/* Converters name parts that they do not write. */
static void a_missing_part_is_said(void **state) {
  (void)state;
  static const part parts[] = {
      {"_rels/.rels",
       RELATIONS(RELATION("r1", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels",
       RELATIONS(RELATION("r1", "styles", "styles.xml")
                     RELATION("r3", "footnotes", "footnotes.xml"))},
      {"word/document.xml",
       "<w:document " W_NS "><w:body>" P("甲") "</w:body></w:document>"},
      {0}};
  extracted x = extract("a.docx", parts, HD_REVISIONS_FINAL);
  expect_text(&x, "甲\n");
  assert_int_equal(x.source.n_notes, 1);
  assert_string_equal(x.source.notes[0].en, "parts missing in the file: 2");
  free_it(&x);
}

static void pages_come_from_the_last_rendering(void **state) {
  (void)state;
#define BREAK "<w:r><w:br w:type='page'/></w:r>"
#define RENDERED "<w:r><w:lastRenderedPageBreak/><w:t>"
  extracted x = extract_docx((docx_sample){
      .body = P("一") "<w:p>" RUN("一") RENDERED
      "二</w:t></w:r></w:p>"
      "<w:p>" BREAK "</w:p><w:p>" RENDERED "三</w:t></w:r></w:p>"});
  assert_int_equal(line_of(&x, 2)->page, 1);
  assert_int_equal(line_of(&x, 4)->page, 3);
  hd_document *doc = hd_document_read(x.arena, &x.source);
  static const char *const wanted[] = {"page=1", "page=1", "page=2", "page=3"};
  size_t at = 0;
  for (uint32_t i = 0; i < doc->text.n;
       i += doc->text.p[i + 3] == '\n' ? 4u : 3u)
    assert_string_equal(hd_document_place(doc, x.arena, i), wanted[at++]);
  assert_int_equal(at, 4);
  free_it(&x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_paragraph_is_a_line),
      cmocka_unit_test(signs_of_runs_are_text),
      cmocka_unit_test(only_results_of_fields_are_text),
      cmocka_unit_test(a_broken_field_ends_with_its_paragraph),
      cmocka_unit_test(broken_fields_cost_no_more_than_their_bytes),
      cmocka_unit_test(tracked_changes_are_accepted_or_undone),
      cmocka_unit_test(hidden_text_is_left_out_and_said),
      cmocka_unit_test(what_cannot_be_read_is_said),
      cmocka_unit_test(headings_come_from_style_and_outline),
      cmocka_unit_test(merged_cells_span),
      cmocka_unit_test(nested_tables),
      cmocka_unit_test(a_table_of_one_column_is_a_box),
      cmocka_unit_test(text_boxes_stand_once_where_they_are),
      cmocka_unit_test(notes_come_behind_the_body),
      cmocka_unit_test(a_missing_part_is_said),
      cmocka_unit_test(pages_come_from_the_last_rendering)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
