/* formats: every report format on the same findings, against
 * tests/formats/NAME.golden. HD_UPDATE=1 writes them anew; look at the
 * difference before you commit it. The findings are made by hand, so that no
 * change of a rule moves them: two files of one language, one that has no
 * lines and one that could not be read; names and texts that each format must
 * escape; a check that agrees; a table. Style and script of the HTML report
 * are left out of its golden. */
#include "../../reports/page.h"
#include "report_sample.h"

static hd_place place(const char *file, uint32_t line, uint32_t column,
                      uint32_t n, const char *text) {
  hd_place at = sample_place(file, line, column, n, text, "");
  at.location = "第1节 第2段";
  return at;
}

/* A place in row `block` of the text, its context that row. */
static hd_place shown(const hd_block_row *blocks, uint32_t block, hd_place at,
                      const char *value, const char *unit) {
  at.block = block;
  at.block_at = at.column - 1;
  at.block_len = at.end_column - at.column;
  at.context = blocks[block - 1].text;
  at.value = value;
  at.unit = unit;
  return at;
}

static const char draft[] = "报告 <1>&.txt", word[] = "初稿.docx";

/* ---- a report of one language -------------------------------------------- */

/* Row, column, rowspan, colspan, header, place and length: a head over both
 * columns, a cell down two rows, and a row whose first cell is missing. */
static hd_cell_row cells[] = {
    {0, 0, 1, 2, 1, 0, 5},  {1, 0, 2, 1, 0, 6, 2},  {1, 1, 1, 1, 0, 9, 3},
    {2, 1, 1, 1, 0, 13, 2}, {3, 1, 1, 1, 0, 16, 1},
};

static hd_block_row blocks[] = {
    {.file = draft, .kind = HD_ROW_TITLE, .line = 1, .text = "工作报告"},
    {.file = draft,
     .kind = HD_ROW_HEADING,
     .level = 1,
     .line = 2,
     .text = "一、<script>alert(1)</script>"},
    {.file = draft,
     .kind = HD_ROW_PARAGRAPH,
     .line = 3,
     .text = "收入147亿元，其中甲68亿元、乙65亿元、丙28亿元；增长\"5%\"。"},
    {.file = draft,
     .kind = HD_ROW_TABLE,
     .line = 5,
     .text = "地区 人数 甲市 =12 28 9",
     .cells = cells,
     .n_cells = 5},
    {.file = word,
     .kind = HD_ROW_ITEM,
     .level = 1,
     .line = 7,
     .text = "——就业万人。"},
};

static hd_rule rules[] = {
    {.id = "missing-number",
     .severity = HD_SEVERITY_WARNING,
     .selected = 1,
     .builtin = 1,
     .file = "rules/missing-number.lua",
     .summary_zh = "缺数字",
     .summary_en = "no number",
     .explain_zh = "单位前面没有数字。",
     .explain_en = "A unit without its number.",
     .source = ""},
    {.id = "parts-sum",
     .severity = HD_SEVERITY_ERROR,
     .selected = 1,
     .builtin = 1,
     .file = "rules/parts-sum.lua",
     .summary_zh = "分项之和不符",
     .summary_en = "parts do not add up",
     .explain_zh = "分项之和 * 与总数 <不符>。",
     .explain_en = "The parts do not add up.",
     .source = ""},
    {.id = "quiet-rule",
     .severity = HD_SEVERITY_NOTE,
     .preview = 1,
     .file = "pack/quiet-rule.lua",
     .summary_zh = "",
     .summary_en = "only English",
     .explain_zh = "",
     .explain_en = "",
     .source = ""},
};

static hd_result sample(void) {
  static hd_file files[3];
  static hd_finding findings[3];
  static hd_place related[4];
  static hd_check checks[1];
  static hd_failure failures[2];
  static hd_silence silenced[1];
  files[0] = sample_file(draft, "zh");
  files[0].counts = (hd_counts){6, 5, 4, 3, 2, 1, 40, 1};
  files[1] = sample_file(word, "zh");
  files[1].format = "docx";
  files[2] = (hd_file){
      .name = "坏.txt", .encoding = "", .lang = "", .failed = 1, .format = ""};
  related[0] =
      shown(blocks, 3, place(draft, 3, 12, 4, "68亿元"), "6800000000", "CNY");
  related[1] =
      shown(blocks, 3, place(draft, 3, 18, 4, "65亿元"), "6500000000", "CNY");
  related[2] =
      shown(blocks, 3, place(draft, 3, 24, 4, "28亿元"), "2800000000", "CNY");
  related[3] = shown(blocks, 4, place(draft, 5, 10, 3, "=12"), "12", "");
  related[3].place = "table=1;row=2;column=2";
  findings[0] = sample_finding(
      shown(blocks, 3, place(draft, 3, 3, 5, "147亿元"), "14700000000", "CNY"),
      HD_SEVERITY_ERROR, related, 3);
  findings[1] = sample_finding(shown(blocks, 4, related[3], "12", ""),
                               HD_SEVERITY_NOTE, related, 1);
  findings[1].rule = "quiet-rule";
  findings[1].message = "a,b:c%\nd";
  findings[2] =
      sample_finding(shown(blocks, 5, place(word, 7, 5, 2, "万人"), "", ""),
                     HD_SEVERITY_WARNING, related + 3, 1);
  findings[2].rule = "missing-number";
  findings[2].expected = "";
  checks[0] =
      (hd_check){.at = shown(blocks, 3, place(draft, 3, 32, 2, "5%"), "5", "%"),
                 .rule = "parts-sum",
                 .how = "5% <= 5%",
                 .outcome = HD_AGREES,
                 .related = related,
                 .n_related = 1};
  failures[0] = (hd_failure){"坏.txt", 2, 3, "", "bad <bytes>"};
  failures[1] = (hd_failure){draft, 0, 0, "quiet-rule", "rule quiet-rule: no"};
  silenced[0] = (hd_silence){findings[0], HD_BY_BASELINE, "accepted <1>"};
  return (hd_result){.files = files,
                     .n_files = 3,
                     .findings = findings,
                     .n_findings = 3,
                     .checks = checks,
                     .n_checks = 1,
                     .tree = "",
                     .failures = failures,
                     .n_failures = 2,
                     .silenced = silenced,
                     .n_silenced = 1,
                     .blocks = blocks,
                     .n_blocks = sizeof blocks / sizeof *blocks};
}

/* ---- goldens --------------------------------------------------------------
 */

static char *read_golden(const char *path) {
  FILE *in = fopen(path, "rb");
  char *text = calloc(1, 1 << 20);
  assert_non_null(text);
  if (!in)
    return text;
  size_t n = fread(text, 1, (1 << 20) - 1, in);
  text[n] = 0;
  fclose(in);
  return text;
}

static void write_golden(const char *path, const char *text) {
  FILE *out = fopen(path, "wb");
  assert_non_null(out);
  fputs(text, out);
  assert_int_equal(fclose(out), 0);
}

/* Where both differ first, for the message. */
static void assert_golden(const char *path, const char *got) {
  char *wanted = read_golden(path);
  size_t n = 0;
  while (got[n] && got[n] == wanted[n])
    n++;
  if (got[n] || wanted[n])
    fail_msg("%s, byte %zu: wanted %.80s, got %.80s", path, n, wanted + n,
             got + n);
  free(wanted);
}

/* Takes `part` out of the text, which must hold it. */
static void cut(char *text, const char *part) {
  const char *found = strstr(text, part);
  assert_non_null(found);
  size_t at = (size_t)(found - text), n = strlen(part);
  memmove(text + at, text + at + n, strlen(text + at + n) + 1);
}

static void cut_page(char *text) {
  cut(text, hd_page_css);
  cut(text, hd_page_js);
  cut(text, hd_page_css_hash);
  cut(text, hd_page_js_hash);
}

static void test_goldens(void **state) {
  hd_result result = sample();
  (void)state;
  for (size_t i = 0; i < hd_n_formats; i++) {
    char path[128];
    if (hd_formats[i].copies)
      continue; /* it needs the draft: tests/e2e/docx_comments.sh */
    hd_report report = {.rules = rules, .n_rules = 3};
    char *text = sample_write(hd_formats[i].name, report, &result);
    if (strcmp(hd_formats[i].name, "html") == 0)
      cut_page(text);
    snprintf(path, sizeof path, "tests/formats/%s.golden", hd_formats[i].name);
    if (getenv("HD_UPDATE"))
      write_golden(path, text);
    assert_golden(path, text);
    free(text);
  }
}

/* The same format, in English, of a result without anything. */
static void test_nothing(void **state) {
  hd_result empty = {.tree = ""};
  (void)state;
  for (size_t i = 0; i < hd_n_formats; i++) {
    hd_report report = {.lang = "en"};
    char *text = sample_write(hd_formats[i].name, report, &empty);
    assert_null(strstr(text, "\xEF\xBF\xBD"));
    free(text);
  }
}

/* ---- GitHub's ten of each kind ----------------------------------------------
 */

static size_t count(const char *text, const char *part) {
  size_t n = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    n++;
  return n;
}

static void test_github_limits(void **state) {
  enum { MANY = 36 };
  hd_finding findings[MANY];
  hd_file file = sample_file("a.txt", "en");
  (void)state;
  for (uint32_t i = 0; i < MANY; i++)
    findings[i] = sample_finding(sample_place("a.txt", i + 1, 1, 1, "1", ""),
                                 (hd_severity)(i % 3), NULL, 0);
  hd_result result = sample_result(&file, findings, MANY);
  char *text = sample_write("github", (hd_report){0}, &result);
  assert_int_equal(count(text, "::error "), 10);
  assert_int_equal(count(text, "::warning "), 10);
  assert_int_equal(count(text, "::notice "), 10);
  assert_ptr_equal(strstr(text, "::"), text);
  assert_int_equal(strncmp(text, "::error ", 8), 0);
  assert_non_null(strstr(text, "and 2 more errors, 2 warnings, 3 notes\n"));
  free(text);
  result.n_findings = 30;
  text = sample_write("github", (hd_report){0}, &result);
  assert_int_equal(count(text, "::notice "), 10);
  assert_null(strstr(text, "more errors"));
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_goldens),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_github_limits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
