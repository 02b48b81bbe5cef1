/* Tests of checker/input/docx_numbering.c and docx_numerals.c: the numbers
 * that Word puts before paragraphs. */
#include "checker/input/docx.h"
#include "package_sample.h"

static void numerals_are_written_in_their_format(void **state) {
  (void)state;
  static const struct {
    const char *format;
    int32_t number;
    const char *wanted;
  } rows[] = {{"decimal", 12, "12"},
              {NULL, 7, "7"},
              {"unheardOf", 7, "7"},
              {"upperRoman", 1994, "MCMXCIV"},
              {"lowerRoman", 4, "iv"},
              {"lowerRoman", 38, "xxxviii"},
              {"upperLetter", 27, "AA"},
              {"lowerLetter", 3, "c"},
              {"lowerLetter", 53, "aaa"},
              {"lowerLetter", 2147483647, "2147483647"},
              {"ordinal", 2, "2nd"},
              {"ordinal", 11, "11th"},
              {"decimalZero", 5, "05"},
              {"chineseCounting", 1, "一"},
              {"chineseCounting", 10, "十"},
              {"chineseCounting", 12, "十二"},
              {"chineseCounting", 20, "二十"},
              {"chineseCounting", 35, "三十五"},
              {"chineseCounting", 103, "一○三"},
              {"chineseCountingThousand", 10, "十"},
              {"chineseCountingThousand", 103, "一百零三"},
              {"chineseCountingThousand", 110, "一百一十"},
              {"chineseCountingThousand", 2005, "二千零五"},
              {"chineseCountingThousand", 2023, "二千零二十三"},
              {"ideographDigital", 23, "二三"},
              {"chineseLegalSimplified", 25, "贰拾伍"},
              {"ideographTraditional", 3, "丙"},
              {"ideographTraditional", 11, "11"},
              {"ideographZodiac", 12, "亥"},
              {"decimalEnclosedCircle", 3, "③"},
              {"decimalEnclosedCircleChinese", 10, "⑩"},
              {"decimalEnclosedCircle", 60, "60"},
              {"decimalEnclosedParen", 2, "⑵"},
              {"decimalEnclosedFullstop", 20, "⒛"},
              {"ideographEnclosedCircle", 9, "㊈"},
              {"decimalFullWidth", 12, "１２"},
              {"numberInDash", 4, "- 4 -"},
              {"none", 4, ""},
              {"chineseCounting", -3, "-3"},
              {"lowerRoman", 0, "0"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char out[65];
    hd_numeral_write(out, rows[i].format, rows[i].number);
    if (strcmp(out, rows[i].wanted) != 0)
      fail_msg("%s of %d: “%s” instead of “%s”", rows[i].format,
               (int)rows[i].number, out, rows[i].wanted);
  }
}

/* ---- lists -------------------------------------------------------------- */
#define LEVEL(depth, start, format, text, more)                                \
  "<w:lvl w:ilvl='" depth "'><w:start w:val='" start                           \
  "'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/>" more        \
  "</w:lvl>"
#define ABSTRACT(id, levels)                                                   \
  "<w:abstractNum w:abstractNumId='" id "'>" levels "</w:abstractNum>"
#define USE(id, abstract, more)                                                \
  "<w:num w:numId='" id "'><w:abstractNumId w:val='" abstract "'/>" more       \
  "</w:num>"
#define IN(list, depth)                                                        \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" depth "'/><w:numId w:val='" list      \
  "'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"

/* The markers of the paragraphs, parted by "|"; - for none. */
static void expect_markers(const char *numbering, const char *body,
                           const char *wanted) {
  extracted x = extract_docx(
      (docx_sample){.body = body,
                    .numbering = numbering,
                    .styles = "<w:style w:type='paragraph' w:styleId='h2'>"
                              "<w:name w:val='heading 2'/><w:pPr><w:numPr>"
                              "<w:numId w:val='1'/></w:numPr></w:pPr>"
                              "</w:style>"});
  char got[512] = "";
  assert_true(x.read);
  for (size_t i = 0; i < x.source.layout->n; i++) {
    const char *marker = x.source.layout->lines[i].marker;
    snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? "|" : "",
             marker ? marker : "-");
  }
  assert_string_equal(got, wanted);
  hd_arena_free(x.arena);
}

#define OUTLINE                                                                \
  ABSTRACT("0", LEVEL("0", "1", "chineseCounting", "第%1章", "")               \
                    LEVEL("1", "1", "decimal", "%1.%2",                        \
                          "<w:isLgl/><w:pStyle w:val='h2'/>")                  \
                        LEVEL("2", "3", "lowerLetter", "(%3)",                 \
                              "<w:suff w:val='nothing'/>"))                    \
  USE("1", "0", "")

static void levels_count_and_begin_again(void **state) {
  (void)state;
  expect_markers(OUTLINE,
                 IN("1", "0") IN("1", "1") IN("1", "1") IN("1", "2")
                     IN("1", "2") IN("1", "0") IN("1", "1") IN("1", "2"),
                 "第一章 |1.1 |1.2 |(c)|(d)|第二章 |2.1 |(c)");
}

static void a_level_may_come_before_the_outer_one(void **state) {
  (void)state;
  expect_markers(OUTLINE, IN("1", "1") IN("1", "0") IN("1", "1"),
                 "1.1 |第一章 |1.1 ");
}

static void a_style_has_its_level(void **state) {
  (void)state;
  expect_markers(OUTLINE,
                 "<w:p><w:pPr><w:pStyle w:val='h2'/></w:pPr><w:r><w:t>x</w:t>"
                 "</w:r></w:p>"
                 "<w:p><w:pPr><w:pStyle w:val='h2'/><w:numPr><w:numId "
                 "w:val='0'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
                 "1.1 |-");
}

static void uses_share_counters_and_may_begin_anew(void **state) {
  (void)state;
  expect_markers(
      ABSTRACT("0", LEVEL("0", "1", "decimal", "%1.", "")) USE("1", "0", "")
          USE("2", "0", "")
              USE("3", "0",
                  "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/>"
                  "</w:lvlOverride>"),
      IN("1", "0") IN("2", "0") IN("3", "0") IN("3", "0") IN("1", "0"),
      "1. |2. |7. |8. |9. ");
}

static void a_use_may_write_a_level_in_its_way(void **state) {
  (void)state;
  expect_markers(ABSTRACT("0", LEVEL("0", "1", "decimal", "%1.", "")) USE(
                     "1", "0",
                     "<w:lvlOverride w:ilvl='0'>" LEVEL(
                         "0", "2", "upperRoman", "%1)", "") "</w:lvlOverride>"),
                 IN("1", "0") IN("1", "0"), "II) |III) ");
}

static void a_level_may_go_on(void **state) {
  (void)state;
  expect_markers(
      ABSTRACT("0", LEVEL("0", "1", "decimal", "%1.", "")
                        LEVEL("1", "1", "decimal", "%2)",
                              "<w:lvlRestart w:val='0'/>")) USE("1", "0", ""),
      IN("1", "0") IN("1", "1") IN("1", "0") IN("1", "1"), "1. |1) |2. |2) ");
}

static void bullets_have_no_text(void **state) {
  (void)state;
  expect_markers(ABSTRACT("0", LEVEL("0", "1", "bullet", "&#xF0B7;", ""))
                     USE("1", "0", ""),
                 IN("1", "0") IN("9", "0") IN("1", "8"), "|-|-");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numerals_are_written_in_their_format),
      cmocka_unit_test(levels_count_and_begin_again),
      cmocka_unit_test(a_level_may_come_before_the_outer_one),
      cmocka_unit_test(a_style_has_its_level),
      cmocka_unit_test(uses_share_counters_and_may_begin_anew),
      cmocka_unit_test(a_use_may_write_a_level_in_its_way),
      cmocka_unit_test(a_level_may_go_on),
      cmocka_unit_test(bullets_have_no_text)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
