/* Tests of checker/input/xlsx*.c: what of a .xlsx is text, and where. */
#include "checker/input/xlsx.h"
#include "package_sample.h"

static void expect_shown(const char *value, const char *format,
                         const char *wanted) {
  hd_buffer out = {0};
  hd_xlsx_show(&out, hd_str_of(value), format, false);
  hd_buffer_add(&out, "", 1);
  if (strcmp(out.p, wanted) != 0)
    fail_msg("%s as %s: “%s” instead of “%s”", value, format ? format : "-",
             out.p, wanted);
  hd_buffer_free(&out);
}

/* A code of more signs than are kept is cut between two of them. */
static void long_formats_are_cut_between_signs(void **state) {
  (void)state;
  for (size_t n = 25; n < 120; n++) {
    char format[400] = "0";
    for (size_t i = 0; i < n; i++)
      strcat(format, "亿");
    hd_buffer out = {0};
    hd_xlsx_show(&out, HD_STR("5"), format, false);
    assert_int_equal(hd_utf8_invalid(out.p, out.n), out.n);
    hd_buffer_free(&out);
  }
}

static void numbers_are_shown_by_their_format(void **state) {
  (void)state;
  static const struct {
    const char *value, *format, *wanted;
  } rows[] = {{"5", NULL, "5"},
              {"0.1", NULL, "0.1"},
              {"0.30000000000000004", NULL, "0.3"},
              {"1234567.891", NULL, "1234567.891"},
              {"0.3169123456789", NULL, "0.316912346"},
              {"123456789012", NULL, "123456789012"},
              {"1.23456789012346E+019", NULL, "12345678901234600000"},
              {"-5E-05", NULL, "-0.00005"},
              {"0", NULL, "0"},
              {"0.052", "0%", "5%"},
              {"0.0525", "0.0%", "5.3%"},
              {"0.31690000000000002", "0.00%", "31.69%"},
              {"1", "0.0%", "100.0%"},
              {"1234.5", "#,##0", "1,235"},
              {"1234567.5", "#,##0.00", "1,234,567.50"},
              {"0.5", "#,##0", "1"},
              {"0.4", "#", ""},
              {"0", "#,##0", "0"},
              {"-1234.567", "#,##0.0", "-1,234.6"},
              {"-1234", "#,##0;(#,##0)", "(1,234)"},
              {"0", "#,##0;-#,##0;\"-\"", "-"},
              {"1.005", "0.00", "1.01"},
              {"9.995", "0.00", "10.00"},
              {"2.5", "0.##", "2.5"},
              {"2", "0.##", "2."},
              {"7", "000", "007"},
              {"12345", "0.0,", "12.3"},
              {"123456789", "#,##0.00,,\"百万\"", "123.46百万"},
              {"12345", "0\\.0,\"万\"", "1.2万"},
              {"12.5", "0.0\"亿元\"", "12.5亿元"},
              {"1234", "[$¥-804]#,##0", "¥1,234"},
              {"-3", "[Red]-0;[Blue]0", "3"},
              {"1500", "[>=1000]0.0,\"千\";0", "1.5千"},
              {"999", "[>=1000]0.0,\"千\";0", "999"},
              {"5", "General\"元\"", "5元"},
              {"0.5", "# ?/?", "0.5"},
              {"12", "_ * #,##0.00_ ", " 12.00 "},
              {"5", "@", "5"},
              {"text", "0", "text"},
              {"45307", "yyyy\"年\"m\"月\"d\"日\"", "2024年1月16日"},
              {"45307", "yyyy/mm/dd;@", "2024/01/16"},
              {"45307.38", "yyyy-m-d h:mm", "2024-1-16 9:07"},
              {"45307.75", "h:mm AM/PM", "6:00 PM"},
              {"1", "yyyy-m-d", "1900-1-1"},
              {"61", "yyyy-m-d", "1900-3-1"},
              {"45307", "mmm-yy", "Jan-24"},
              {"45307", "aaaa", "星期二"},
              {"45307", "d_）*　!日", "16 日"},
              {"1.5", "[h]:mm", "36:00"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect_shown(rows[i].value, rows[i].format, rows[i].wanted);
}

/* ---- sheets ------------------------------------------------------------- */
#define S_NS "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

typedef struct {
  const char *before, *rows, *behind; /* of the first sheet */
  const char *properties;             /* of the workbook */
} xlsx_sample;

static extracted extract_xlsx(xlsx_sample s) {
  char sheet[8192], book[1024];
  snprintf(sheet, sizeof sheet,
           "<worksheet " S_NS ">%s<sheetData>%s</sheetData>%s</worksheet>",
           s.before ? s.before : "", s.rows, s.behind ? s.behind : "");
  snprintf(book, sizeof book,
           "<workbook " S_NS " xmlns:r='" OFFICE "relationships'>%s<sheets>"
           "<sheet name='表1' sheetId='1' r:id='r1'/>"
           "<sheet name='表2' sheetId='2' state='hidden' r:id='r1'/>"
           "</sheets></workbook>",
           s.properties ? s.properties : "");
  const part parts[] = {
      {"_rels/.rels",
       RELATIONS(RELATION("r1", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", book},
      {"xl/_rels/workbook.xml.rels",
       RELATIONS(RELATION("r1", "worksheet", "worksheets/sheet1.xml")
                     RELATION("r2", "styles", "styles.xml")
                         RELATION("r3", "sharedStrings", "sharedStrings.xml"))},
      {"xl/styles.xml",
       "<styleSheet " S_NS "><numFmts><numFmt numFmtId='164' "
       "formatCode='0.0&quot;亿&quot;'/><numFmt numFmtId='165' "
       "formatCode='0&quot;&#10;元&quot;'/></numFmts><cellStyleXfs><xf "
       "numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
       "<xf numFmtId='10'/><xf numFmtId='164'/><xf numFmtId='31'/>"
       "<xf numFmtId='165'/></cellXfs>"
       "</styleSheet>"},
      {"xl/sharedStrings.xml",
       "<sst " S_NS "><si><t>指标</t></si><si><r><t>增</t></r><r><t>速</t></r>"
       "<rPh><t>zeng</t></rPh></si></sst>"},
      {"xl/worksheets/sheet1.xml", sheet},
      {NULL, NULL}};
  return extract("a.xlsx", parts, HD_REVISIONS_FINAL);
}

#define INLINE(ref, text)                                                      \
  "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"

static void cells_are_lines(void **state) {
  (void)state;
  extracted x = extract_xlsx((xlsx_sample){
      .rows =
          "<row r='3'><c r='B3' t='s'><v>0</v></c><c t='s'><v>1</v></c>"
          "</row><row>" INLINE(
              "B4",
              "粮食&#10;产量") "<c r='C4' s='1'><v>0.052</v></c></row><row "
                               "r='5'>"
                               "<c r='B5' t='str'><f>A1</f><v>油料</v></c><c "
                               "r='C5' s='2'><f>1+1"
                               "</f><v>2</v></c></row><row r='6'><c r='B6' "
                               "t='b'><v>1</v></c>"
                               "<c r='C6' t='e'><v>#DIV/0!</v></c><c "
                               "r='D6'><f>X</f></c></row>"});
  expect_text(&x, "指标\n增速\n粮食\u2028产量\n5.20%\n油料\n2.0亿\nTRUE\n#DIV/"
                  "0!\n");
  const hd_laid *line = line_of(&x, 4);
  assert_int_equal(line->kind, HD_LAID_CELL);
  assert_int_equal(line->line, 4);
  assert_int_equal(line->place, 3);
  assert_int_equal(line->row, 1);
  assert_int_equal(line->col, 1);
  assert_string_equal(line->sheet, "表1");
  assert_int_equal(x.source.n_notes, 2); /* a hidden sheet, a formula */
  hd_document *doc = hd_document_read(x.arena, &x.source);
  uint32_t at = (uint32_t)hd_str_find(doc->text, HD_STR("5.20%"));
  hd_position from = hd_document_position(doc, at),
              end = hd_document_end(doc, at + 5);
  assert_int_equal(from.line, 4);
  assert_int_equal(from.column, 3);
  assert_int_equal(end.column, 4);
  assert_string_equal(hd_document_place(doc, x.arena, at), "sheet=表1;cell=C4");
  hd_arena_free(x.arena);
}

static void hidden_rows_and_columns_are_left_out(void **state) {
  (void)state;
  extracted x = extract_xlsx((xlsx_sample){
      .before = "<cols><col min='2' max='2' hidden='1'/></cols>",
      .rows = "<row r='1'>" INLINE("A1", "指标") INLINE("B1", "甲")
          INLINE("C1", "乙") "</row><row r='2' hidden='1'>" INLINE(
              "A2",
              "丙") "</row><row r='3'>" INLINE("A3",
                                               "丁") "<c r='B3'><v>1</v></c><c "
                                                     "r='C3'><v>2</v></c></"
                                                     "row>"});
  expect_text(&x, "指标\n乙\n丁\n2\n");
  assert_int_equal(line_of(&x, 4)->col, 1);
  assert_int_equal(line_of(&x, 4)->row, 1);
  assert_int_equal(line_of(&x, 4)->place, 3);
  assert_non_null(strstr(x.source.notes[1].en, ": 3"));
  hd_arena_free(x.arena);
}

static void titles_and_notes_stand_beside_their_table(void **state) {
  (void)state;
  extracted x = extract_xlsx((xlsx_sample){
      .rows = "<row r='1'>" INLINE(
          "A1",
          "2023年主要指标") "</row>"
                            "<row r='2'>" INLINE("A2", "某局") INLINE(
                                "C2",
                                "单位：亿元") "</row><row r='3'>" INLINE("A3",
                                                                         "指标")
                                INLINE(
                                    "B3",
                                    "2023年") "</row><row r='4'>" INLINE("B4",
                                                                         "产量")
                                    INLINE(
                                        "C4",
                                        "增速") "</row><row "
                                                "r='5'>" INLINE(
                                                    "A5",
                                                    "粮食") "<c "
                                                            "r='B5'><"
                                                            "v>1</v></"
                                                            "c>"
                                                            "<c "
                                                            "r='C5'><"
                                                            "v>2</v></"
                                                            "c></"
                                                            "row><row "
                                                            "r='6'"
                                                            ">" INLINE(
                                                                "A6",
                                                                "注："
                                                                "初步"
                                                                "数。") "</"
                                                                        "row>",
      .behind = "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A3:A4'/>"
                "<mergeCell ref='B3:C3'/><mergeCell ref='A6:C6'/>"
                "</mergeCells>"});
  expect_text(&x, "2023年主要指标\n某局\n单位：亿元\n指标\n2023年\n产量\n增速\n"
                  "粮食\n1\n2\n注：初步数。\n");
  assert_int_equal(line_of(&x, 1)->kind, HD_LAID_CAPTION);
  assert_int_equal(line_of(&x, 3)->kind, HD_LAID_CAPTION);
  assert_int_equal(line_of(&x, 4)->rowspan, 2);
  assert_int_equal(line_of(&x, 5)->colspan, 2);
  assert_int_equal(line_of(&x, 11)->kind, HD_LAID_TEXT);
  hd_document *doc = hd_document_read(x.arena, &x.source);
  assert_int_equal(doc->n_tables, 1);
  assert_int_equal(doc->tables[0].header_rows, 2);
  assert_int_equal(doc->tables[0].caption, 0);
  hd_arena_free(x.arena);
}

static void blank_rows_part_tables(void **state) {
  (void)state;
#define NUMBERS(row)                                                           \
  "<row r='" row "'>" INLINE("A" row, "甲") "<c r='B" row "'><v>1</v></c></"   \
                                            "row>"
#define HEADS(row)                                                             \
  "<row r='" row "'>" INLINE("A" row, "项") INLINE("B" row, "数") "</row>"
  extracted x = extract_xlsx((xlsx_sample){
      .rows = HEADS("1") NUMBERS("2") NUMBERS("4") HEADS("6") NUMBERS("7")});
  assert_int_equal(line_of(&x, 5)->table, 1);
  assert_int_equal(line_of(&x, 5)->row, 2);
  assert_int_equal(line_of(&x, 7)->table, 2);
  assert_int_equal(line_of(&x, 9)->row, 1);
  hd_arena_free(x.arena);
}

/* A range that begins and ends inside of bytes. */
static void many_columns_are_hidden(void **state) {
  (void)state;
  extracted x = extract_xlsx(
      (xlsx_sample){.before = "<cols><col min='3' max='20' hidden='1'/></cols>",
                    .rows = "<row r='1'>" INLINE("B1", "b") INLINE("C1", "c")
                        INLINE("I1", "i") INLINE("P1", "p") INLINE("T1", "t")
                            INLINE("U1", "u") "</row>"});
  expect_text(&x, "b\nu\n");
  hd_arena_free(x.arena);
}

/* What is shown is one line, or all cells behind it had another's place. */
static void line_ends_in_numbers_are_blanks(void **state) {
  (void)state;
  extracted x = extract_xlsx((xlsx_sample){
      .rows = "<row><c s='4'><v>12</v></c><c><v>1&#10;2</v></c></row>"
              "<row>" INLINE("A2", "甲") "</row>"});
  expect_text(&x, "12 元\n1 2\n甲\n\n");
  assert_int_equal(line_of(&x, 3)->line, 2);
  hd_arena_free(x.arena);
}

static void days_count_from_1904_where_it_says_so(void **state) {
  (void)state;
  xlsx_sample s = {.rows = "<row><c s='3'><v>43845</v></c></row>",
                   .properties = "<workbookPr date1904='1'/>"};
  extracted x = extract_xlsx(s);
  expect_text(&x, "2024年1月16日\n");
  hd_arena_free(x.arena);
  s.properties = NULL;
  x = extract_xlsx(s);
  expect_text(&x, "2020年1月15日\n");
  hd_arena_free(x.arena);
}

/* Far apart, in no order, twice, under a merged cell, beyond the sheet. */
static void odd_cells(void **state) {
  (void)state;
  extracted x = extract_xlsx((xlsx_sample){
      .rows = "<row r='1048576'>" INLINE(
          "XFD1048576",
          "尾") "</row>"
                "<row r='1'>" INLINE("B1", "b") INLINE("A1", "a") INLINE("A1",
                                                                         "a2")
                    INLINE("ZZZZ1",
                           "z") "</row>"
                                "<row r='-5'>" INLINE(
                                    "A2", "c") "</row>"
                                               "<row><c t='s'><v>99</v></c><c "
                                               "t='s'/></row>",
      .behind = "<mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell "
                "ref='A1:A'/><mergeCell/></mergeCells>"});
  assert_true(x.read);
  assert_int_equal(line_of(&x, 1)->line, 1);
  assert_int_equal(line_of(&x, 1)->place, 1);
  hd_arena_free(x.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_shown_by_their_format),
      cmocka_unit_test(long_formats_are_cut_between_signs),
      cmocka_unit_test(cells_are_lines),
      cmocka_unit_test(hidden_rows_and_columns_are_left_out),
      cmocka_unit_test(titles_and_notes_stand_beside_their_table),
      cmocka_unit_test(blank_rows_part_tables),
      cmocka_unit_test(many_columns_are_hidden),
      cmocka_unit_test(line_ends_in_numbers_are_blanks),
      cmocka_unit_test(days_count_from_1904_where_it_says_so),
      cmocka_unit_test(odd_cells)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
