/* text: frames with marks under the right columns, the window, the summary,
 * and nothing of a draft that a terminal would act on. */
#include "report_sample.h"

static char *write_text(hd_finding *findings, size_t n, hd_report report,
                        const char *lang) {
  hd_file file = sample_file("a.txt", lang);
  hd_result result = sample_result(&file, findings, n);
  return sample_write("text", report, &result);
}

/* A Han character takes two columns, and so does a full-width sign. */
static void test_marks_under_han(void **state) {
  hd_place related = sample_place("a.txt", 2, 11, 6, "1000亿元",
                                  "合计（亿元），其中：1000亿元");
  hd_finding finding = sample_finding(
      sample_place("a.txt", 1, 8, 3, "12%", "全年工业投资增12%，回升"),
      HD_SEVERITY_ERROR, &related, 1);
  char *text = write_text(&finding, 1, (hd_report){0}, "zh");
  (void)state;
  assert_string_equal(text, "a.txt:1:8  错误  parts-sum  [0123456789abcdef]\n"
                            "  三项之和为161，文中为147\n"
                            "      1 | 全年工业投资增12%，回升\n"
                            "        |               ^^^\n"
                            "      2 | 合计（亿元），其中：1000亿元\n"
                            "        |                     ~~~~~~~~\n"
                            "  文中：147\n"
                            "  核算：161\n"
                            "\n"
                            "共 1 处：错误 1，警告 0，提示 0\n");
  free(text);
}

/* Two places of one line share its frame. */
static void test_places_of_one_line(void **state) {
  static const char line[] = "出口100亿元，比上年的80亿元增长20%";
  hd_place related[] = {sample_place("a.txt", 1, 3, 5, "100亿元", line),
                        sample_place("a.txt", 1, 13, 4, "80亿元", line)};
  hd_finding finding =
      sample_finding(sample_place("a.txt", 1, 19, 3, "20%", line),
                     HD_SEVERITY_WARNING, related, 2);
  char *text = write_text(&finding, 1, (hd_report){0}, "zh");
  (void)state;
  assert_non_null(strstr(text, "      1 | 出口100亿元，比上年的80亿元增长20%\n"
                               "        |     ~~~~~~~          ~~~~~~    "
                               "^^^\n  文中"));
  free(text);
}

/* A long context is cut on both sides of the mark. */
static void test_window(void **state) {
  char line[3 * 200 + 4 * 1 + 1] = "";
  for (int i = 0; i < 100; i++)
    strcat(line, "前");
  strcat(line, "12%");
  for (int i = 0; i < 95; i++)
    strcat(line, "后");
  hd_finding finding =
      sample_finding(sample_place("a.txt", 1, 101, 3, "12%", line),
                     HD_SEVERITY_WARNING, NULL, 0);
  char *text = write_text(&finding, 1, (hd_report){0}, "zh");
  char wanted[400] = "      1 | ...";
  (void)state;
  for (int i = 0; i < 17; i++)
    strcat(wanted, "前");
  strcat(wanted, "12%");
  for (int i = 0; i < 17; i++)
    strcat(wanted, "后");
  strcat(wanted, "...\n        |    ");
  for (int i = 0; i < 34; i++)
    strcat(wanted, " ");
  strcat(wanted, "^^^\n");
  if (!strstr(text, wanted))
    fail_msg("%s is not in %s", wanted, text);
  free(text);
}

static void test_english_and_other_file(void **state) {
  hd_place related = sample_place("b.txt", 9, 1, 2, "68", "68 of them");
  hd_finding finding =
      sample_finding(sample_place("a.txt", 1, 1, 3, "147", "147 in all"),
                     HD_SEVERITY_NOTE, &related, 1);
  finding.at.location = "section 3";
  finding.message = "the parts add up to 161";
  char *text = write_text(&finding, 1, (hd_report){0}, "en");
  (void)state;
  assert_string_equal(
      text, "a.txt:1:1  note  parts-sum  section 3  [0123456789abcdef]\n"
            "  the parts add up to 161\n"
            "      1 | 147 in all\n"
            "        | ^^^\n"
            "        | b.txt\n"
            "      9 | 68 of them\n"
            "        | ~~\n"
            "  stated: 147\n"
            "  expected: 161\n"
            "\n"
            "1 in all: error 0, warning 0, note 1\n");
  free(text);
}

/* --lang decides over the report's language. */
static void test_language_of_choice(void **state) {
  hd_finding finding = sample_finding(sample_place("a.txt", 1, 1, 1, "1", ""),
                                      HD_SEVERITY_NOTE, NULL, 0);
  char *text = write_text(&finding, 1, (hd_report){.lang = "en"}, "zh");
  (void)state;
  assert_non_null(strstr(text, "  stated: 147\n"));
  free(text);
}

static void test_surest_first(void **state) {
  hd_finding findings[15];
  for (uint32_t i = 0; i < 15; i++)
    findings[i] = sample_finding(
        sample_place("a.txt", i + 1, 1, 1, "1", ""),
        i == 9 ? HD_SEVERITY_ERROR : HD_SEVERITY_WARNING, NULL, 0);
  char *text = write_text(findings, 15, (hd_report){0}, "zh");
  (void)state;
  assert_non_null(strstr(text, "共 15 处：错误 1，警告 14，提示 0\n"
                               "  错误  a.txt:10:1  parts-sum  1\n"
                               "  警告  a.txt:1:1  parts-sum  1\n"));
  assert_non_null(strstr(text, "另有 4 处\n"));
  free(text);
}

/* Escapes and marks that reorder a line never reach the terminal. */
static void test_hostile_text(void **state) {
  hd_finding finding =
      sample_finding(sample_place("a\x1B[2J.txt", 1, 1, 1, "1",
                                  "1\x1B[31m\xC2\x9B\xE2\x80\xAE\t\xFF"),
                     HD_SEVERITY_NOTE, NULL, 0);
  finding.message = "\x1B]0;x\x07";
  char *text = write_text(&finding, 1, (hd_report){0}, "zh");
  (void)state;
  for (const char *p = text; *p; p++)
    assert_true((unsigned char)*p >= 0x20 || *p == '\n');
  assert_null(strstr(text, "\xC2\x9B"));
  assert_null(strstr(text, "\xE2\x80\xAE"));
  free(text);
}

static void test_colour(void **state) {
  hd_finding finding =
      sample_finding(sample_place("a.txt", 1, 1, 3, "147", "147人"),
                     HD_SEVERITY_ERROR, NULL, 0);
  char *text = write_text(&finding, 1, (hd_report){.colour = 1}, "zh");
  (void)state;
  assert_non_null(strstr(text, "\033[1;31m^^^\033[0m\n"));
  free(text);
  text = write_text(&finding, 1, (hd_report){0}, "zh");
  assert_null(strchr(text, '\033'));
  free(text);
}

/* Places that do not fit their context, empty and inverted ones. */
static void test_odd_places(void **state) {
  hd_place related = sample_place("a.txt", 1, 3, 1, "", "");
  hd_finding finding =
      sample_finding(sample_place("a.txt", 1, 900, 9, "147", "147"),
                     HD_SEVERITY_ERROR, &related, 1);
  char *text = write_text(&finding, 1, (hd_report){0}, "zh");
  (void)state;
  assert_non_null(strstr(text, "  另见 1:3\n"));
  free(text);
  finding.at.context_at = 1;
  finding.at.context_len = UINT32_MAX;
  text = write_text(&finding, 1, (hd_report){0}, "zh");
  assert_non_null(strstr(text, "      1 | 147\n        |  ^^\n"));
  free(text);
}

static void test_width(void **state) {
  static const struct {
    uint32_t cp;
    int width;
  } rows[] = {{'a', 1},    {0xE9, 1},   {0x301, 0},   {0x4E2D, 2},
              {0xFF0C, 2}, {0x3002, 2}, {0x3000, 2},  {0x201C, 1},
              {0x2460, 1}, {0xFF71, 1}, {0x1F600, 2}, {0x20000, 2},
              {0xAC00, 2}, {0x200B, 0}, {0xFFFD, 1}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(hd_write_width(rows[i].cp), rows[i].width);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_marks_under_han),
      cmocka_unit_test(test_places_of_one_line),
      cmocka_unit_test(test_window),
      cmocka_unit_test(test_english_and_other_file),
      cmocka_unit_test(test_language_of_choice),
      cmocka_unit_test(test_surest_first),
      cmocka_unit_test(test_hostile_text),
      cmocka_unit_test(test_colour),
      cmocka_unit_test(test_odd_places),
      cmocka_unit_test(test_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
