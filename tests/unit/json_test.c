/* json and jsonl: the same members in both, escapes, types, the listings. */
#include "report_sample.h"

static hd_place related;

static hd_finding one_finding(void) {
  related = sample_place("b.txt", 3, 7, 2, "68", "");
  hd_finding finding =
      sample_finding(sample_place("a.txt", 3, 10, 3, "147", ""),
                     HD_SEVERITY_ERROR, &related, 1);
  finding.message = "\"147\"\\\n\x01";
  return finding;
}

#define FINDING                                                                \
  "\"file\":\"a.txt\",\"line\":3,\"column\":10,\"end_line\":3,"                \
  "\"end_column\":13,\"location\":\"\",\"severity\":\"error\","                \
  "\"rule\":\"parts-sum\",\"message\":\"\\\"147\\\"\\\\\\n\\u0001\","          \
  "\"excerpt\":\"147\",\"related\":[{\"file\":\"b.txt\",\"line\":3,"           \
  "\"column\":7,\"end_line\":3,\"end_column\":9,\"location\":\"\","            \
  "\"excerpt\":\"68\",\"place\":\"\"}],\"stated\":\"=147\","                   \
  "\"expected\":\"161\",\"readings\":\"\","                                    \
  "\"fingerprint\":\"0123456789abcdef\",\"place\":\"\"}"
#define FILE_LINE                                                              \
  "\"file\":\"a.txt\",\"status\":\"read\",\"encoding\":\"UTF-8\","             \
  "\"lang\":\"zh\",\"characters\":0,\"figures\":0,\"claims\":0,\"links\":0,"   \
  "\"checks\":0,\"agreeing\":0,\"idle\":0,\"format\":\"text\"}"
#define SUMMARY                                                                \
  "\"characters\":0,\"figures\":5,\"claims\":4,\"links\":0,\"checks\":3,"      \
  "\"agreeing\":2,\"idle\":0,"                                                 \
  "\"findings\":{\"error\":1,\"warning\":0,\"note\":0},"                       \
  "\"silenced\":0}"

static char *write_one(const char *format) {
  hd_finding finding = one_finding();
  hd_file file = sample_file("a.txt", "zh");
  hd_failure failure = {"a.txt", 1, 2, "sums", "limit"};
  hd_result result = sample_result(&file, &finding, 1);
  finding.stated = "=147"; /* no guard in JSON */
  result.failures = &failure;
  result.n_failures = 1;
  return sample_write(format, (hd_report){0}, &result);
}

static void test_jsonl(void **state) {
  char *text = write_one("jsonl");
  (void)state;
  assert_string_equal(
      text, "{\"schema\":1,\"type\":\"file\"," FILE_LINE "\n"
            "{\"schema\":1,\"type\":\"finding\"," FINDING "\n"
            "{\"schema\":1,\"type\":\"failure\",\"file\":\"a.txt\",\"line\":1,"
            "\"column\":2,\"rule\":\"sums\",\"message\":\"limit\"}\n"
            "{\"schema\":1,\"type\":\"summary\"," SUMMARY "\n");
  free(text);
}

static void test_json(void **state) {
  char *text = write_one("json");
  (void)state;
  assert_string_equal(
      text, "{\"schema\":1,\"tool\":\"hedui\",\"version\":\"" HD_VERSION
            "\",\"findings\":[\n{" FINDING "],\n\"files\":[\n{" FILE_LINE
            "],\n\"failures\":[\n{\"file\":\"a.txt\",\"line\":1,\"column\":2,"
            "\"rule\":\"sums\",\"message\":\"limit\"}],\n\"summary\":{" SUMMARY
            "}\n");
  free(text);
}

static void test_json_of_nothing(void **state) {
  hd_result result = {.tree = ""};
  char *text = sample_write("json", (hd_report){0}, &result);
  (void)state;
  assert_non_null(strstr(text, "\"findings\":[],\n\"files\":[],\n"
                               "\"failures\":[],\n\"summary\":{"));
  free(text);
}

/* A claim's line has the columns and nothing else, all but the place as
 * strings. */
static void test_claims_are_rows_alone(void **state) {
  hd_claim_row claim = {.at = sample_place("a.txt", 2, 5, 2, "40", "")};
  hd_file file = sample_file("a.txt", "zh");
  hd_result result = {.files = &file,
                      .n_files = 1,
                      .claims = &claim,
                      .n_claims = 1,
                      .tree = ""};
  (void)state;
  for (int i = 0; i < HD_COLUMNS; i++)
    claim.fields[i] = hd_column_name(i);
  char *text =
      sample_write("jsonl", (hd_report){.listing = HD_LISTING_CLAIMS}, &result);
  assert_string_equal(
      text, "{\"file\":\"a.txt\",\"line\":2,\"column\":5,\"end_line\":2,"
            "\"end_column\":7,\"text\":\"text\",\"kind\":\"kind\","
            "\"low\":\"low\",\"high\":\"high\",\"unit\":\"unit\","
            "\"unit_text\":\"unit_text\",\"bound\":\"bound\","
            "\"decimals\":\"decimals\",\"subject\":\"subject\","
            "\"indicator\":\"indicator\",\"scope\":\"scope\","
            "\"period\":\"period\",\"aspect\":\"aspect\",\"base\":\"base\","
            "\"section\":\"section\",\"direction\":\"direction\","
            "\"modality\":\"modality\",\"price\":\"price\",\"id\":\"id\"}\n");
  free(text);
}

static void test_checks(void **state) {
  hd_check check = {.at = sample_place("a.txt", 3, 10, 3, "147", ""),
                    .rule = "parts-sum",
                    .how = "65+28+54",
                    .outcome = HD_UNDECIDED};
  hd_result result = {.checks = &check, .n_checks = 1, .tree = ""};
  char *text =
      sample_write("jsonl", (hd_report){.listing = HD_LISTING_CHECKS}, &result);
  (void)state;
  assert_non_null(strstr(text, "{\"schema\":1,\"type\":\"check\",\"file\":"
                               "\"a.txt\",\"line\":3,\"column\":10,"
                               "\"end_line\":3,\"end_column\":13,\"rule\":"
                               "\"parts-sum\",\"result\":\"undecided\","
                               "\"related\":[],\"how\":\"65+28+54\"}\n"));
  free(text);
}

/* A string as the writer quotes it. */
static void expect_quoted(const char *value, const char *written) {
  char *text = NULL;
  size_t n;
  hd_report report = {.out = open_memstream(&text, &n)};
  hd_json json = {.report = &report};
  hd_json_string(&json, value);
  fclose(report.out);
  assert_string_equal(text, written);
  free(text);
}

static void test_strings(void **state) {
  (void)state;
  expect_quoted("", "\"\"");
  expect_quoted("核对 ¥😀", "\"核对 ¥😀\"");
  expect_quoted("\t\r\b\f\x1B\x7F/", "\"\\t\\r\\b\\f\\u001b\\u007f/\"");
  expect_quoted("a\xE2\x80\xA8z", "\"a\\u2028z\"");
  expect_quoted("\xFF\xED\xA0\x80\xF4\x90\x80\x80\xC2",
                "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                "\xEF\xBF\xBD\"");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_jsonl),
      cmocka_unit_test(test_json),
      cmocka_unit_test(test_json_of_nothing),
      cmocka_unit_test(test_claims_are_rows_alone),
      cmocka_unit_test(test_checks),
      cmocka_unit_test(test_strings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
