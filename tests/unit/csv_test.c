/* csv: columns, quoting, one line a row, the guard against formulas. */
#include "report_sample.h"

#define HEAD                                                                   \
  "\"file\",\"line\",\"column\",\"end_line\",\"end_column\","                  \
  "\"location\",\"severity\",\"rule\",\"message\",\"excerpt\",\"related\","    \
  "\"related_excerpt\",\"stated\",\"expected\",\"fingerprint\",\"place\"\n"

static void test_header_always(void **state) {
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, NULL, 0);
  char *text = sample_write("csv", (hd_report){0}, &result);
  (void)state;
  assert_string_equal(text, HEAD);
  free(text);
}

static void test_bom_on_request(void **state) {
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, NULL, 0);
  char *text = sample_write("csv", (hd_report){.bom = 1}, &result);
  (void)state;
  assert_string_equal(text, "\xEF\xBB\xBF" HEAD);
  free(text);
}

static void test_row(void **state) {
  hd_place related[] = {sample_place("a.txt", 3, 7, 2, "68", ""),
                        sample_place("b c\n.md", 9, 1, 4, "65, 28", "")};
  hd_finding finding =
      sample_finding(sample_place("a.txt", 3, 10, 3, "147", ""),
                     HD_SEVERITY_ERROR, related, 2);
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, &finding, 1);
  finding.at.location = "第3节 第2段";
  finding.at.place = "table=2;row=4";
  finding.message = "他说\"147\"，\n应为161";
  finding.expected = "[160.5,161.5]";
  char *text = sample_write("csv", (hd_report){0}, &result);
  (void)state;
  assert_string_equal(
      text,
      HEAD "\"a.txt\",\"3\",\"10\",\"3\",\"13\",\"第3节 第2段\",\"error\","
           "\"parts-sum\",\"他说\"\"147\"\"， 应为161\",\"147\","
           "\"3:7-3:9 b%20c%0A.md#9:1-9:5\",\"68 ¦ 65, 28\",\"147\","
           "\"[160.5,161.5]\",\"0123456789abcdef\",\"table=2;row=4\"\n");
  free(text);
}

static void test_least_severity(void **state) {
  hd_finding finding = sample_finding(sample_place("a.txt", 1, 1, 1, "1", ""),
                                      HD_SEVERITY_NOTE, NULL, 0);
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, &finding, 1);
  char *text =
      sample_write("csv", (hd_report){.least = HD_SEVERITY_WARNING}, &result);
  (void)state;
  assert_string_equal(text, HEAD);
  free(text);
}

static void test_related_has_a_limit(void **state) {
  hd_place related[30];
  for (uint32_t i = 0; i < 30; i++)
    related[i] = sample_place("a.txt", i + 1, 1, 1, "1", "");
  hd_finding finding = sample_finding(sample_place("a.txt", 40, 1, 1, "1", ""),
                                      HD_SEVERITY_NOTE, related, 30);
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, &finding, 1);
  char *text = sample_write("csv", (hd_report){0}, &result);
  (void)state;
  assert_non_null(strstr(text, " 24:1-24:2\""));
  assert_null(strstr(text, "25:1-25:2"));
  free(text);
}

/* The field `stated` as it is written for `value`. */
static void expect_stated(const char *value, const char *written) {
  hd_finding finding = sample_finding(sample_place("a.txt", 1, 1, 1, "1", ""),
                                      HD_SEVERITY_NOTE, NULL, 0);
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, &finding, 1);
  char line[128];
  finding.stated = value;
  char *text = sample_write("csv", (hd_report){0}, &result);
  snprintf(line, sizeof line, "\"1\",\"\",\"\",\"%s\",\"161\"", written);
  if (!strstr(text, line))
    fail_msg("%s is not in %s", line, text);
  free(text);
}

static void test_formula_guard(void **state) {
  static const struct {
    const char *value, *written;
  } rows[] = {
      {"=1+1", "'=1+1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t1", "'\t1"},
      {"\r1", "' 1"},
      {"-3.5%", "-3.5%"},
      {"+12亿元", "+12亿元"},
      {"-1,234.5 km", "-1,234.5 km"},
      {"-1+2", "'-1+2"},
      {"-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"},
      {"-5(合计)", "'-5(合计)"},
      {"+", "'+"},
      {"-", "'-"},
      {"-合计", "'-合计"},
      {"3.5%", "3.5%"},
      {"'=1", "'=1"},
      {"", ""},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    expect_stated(rows[i].value, rows[i].written);
}

static void test_bytes_that_are_no_utf8(void **state) {
  (void)state;
  expect_stated("a\xFFz", "a\xEF\xBF\xBDz");
  expect_stated("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
  expect_stated("\xE4\xBA", "\xEF\xBF\xBD\xEF\xBF\xBD");
  expect_stated("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void test_checks(void **state) {
  hd_place related = sample_place("a.txt", 3, 7, 2, "68", "");
  hd_check check = {.at = sample_place("a.txt", 3, 10, 3, "147", ""),
                    .rule = "parts-sum",
                    .how = "65+28+54=147",
                    .outcome = HD_AGREES,
                    .related = &related,
                    .n_related = 1};
  hd_result result = {.checks = &check, .n_checks = 1, .tree = ""};
  char *text =
      sample_write("csv", (hd_report){.listing = HD_LISTING_CHECKS}, &result);
  (void)state;
  assert_string_equal(
      text, "\"file\",\"line\",\"column\",\"end_line\",\"end_column\","
            "\"rule\",\"result\",\"related\",\"how\"\n"
            "\"a.txt\",\"3\",\"10\",\"3\",\"13\",\"parts-sum\",\"agrees\","
            "\"3:7-3:9\",\"65+28+54=147\"\n");
  free(text);
}

static void test_claims(void **state) {
  hd_claim_row claim = {.at = sample_place("a.txt", 2, 5, 4, "-40克", "")};
  hd_result result = {.claims = &claim, .n_claims = 1, .tree = ""};
  (void)state;
  for (int i = 0; i < HD_COLUMNS; i++)
    claim.fields[i] = "";
  claim.fields[HD_COLUMN_TEXT] = "-40克";
  claim.fields[HD_COLUMN_LOW] = "-40";
  claim.fields[HD_COLUMN_ID] = "c1";
  char *text =
      sample_write("csv", (hd_report){.listing = HD_LISTING_CLAIMS}, &result);
  assert_string_equal(
      text,
      "\"file\",\"line\",\"column\",\"end_line\",\"end_column\",\"text\","
      "\"kind\",\"low\",\"high\",\"unit\",\"unit_text\",\"bound\","
      "\"decimals\",\"subject\",\"indicator\",\"scope\",\"period\","
      "\"aspect\",\"base\",\"section\",\"direction\",\"modality\","
      "\"price\",\"id\"\n"
      "\"a.txt\",\"2\",\"5\",\"2\",\"9\",\"-40克\",\"\",\"-40\",\"\",\"\","
      "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
      "\"c1\"\n");
  free(text);
}

static void test_write_error_is_kept(void **state) {
  hd_finding finding = sample_finding(sample_place("a.txt", 1, 1, 1, "1", ""),
                                      HD_SEVERITY_NOTE, NULL, 0);
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = sample_result(&file, &finding, 1);
  hd_counts sums = {0};
  (void)state;
  for (size_t i = 0; i < hd_n_formats; i++) {
    hd_report report = {.out = fopen("/dev/full", "wb")};
    if (!report.out)
      skip();
    setbuf(report.out, NULL);
    hd_formats[i].begin(&report);
    hd_formats[i].result(&report, &result);
    hd_formats[i].end(&report, &sums);
    assert_int_not_equal(report.failed, 0);
    fclose(report.out);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_header_always),
      cmocka_unit_test(test_bom_on_request),
      cmocka_unit_test(test_row),
      cmocka_unit_test(test_least_severity),
      cmocka_unit_test(test_related_has_a_limit),
      cmocka_unit_test(test_formula_guard),
      cmocka_unit_test(test_bytes_that_are_no_utf8),
      cmocka_unit_test(test_checks),
      cmocka_unit_test(test_claims),
      cmocka_unit_test(test_write_error_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
