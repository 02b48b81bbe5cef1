/* Tests of checker/claim/when.c: periods that stand far from their figure. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void expect(const hd_result *r, const char *figure, const char *wanted) {
  char got[256] = "";
  for (size_t i = 0; i < r->n_claims; i++)
    if (strcmp(r->claims[i].fields[HD_COLUMN_TEXT], figure) == 0)
      strcat(got, r->claims[i].fields[HD_COLUMN_PERIOD]);
  assert_string_equal(got, wanted);
}

static hd_result *read(const char *text) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = "a.md", .bytes = text, .n_bytes = strlen(text)};
  hd_result *r =
      hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  hd_engine_free(engine);
  return r;
}

static void fiscal(void **state) {
  (void)state;
  hd_result *r = read(
      "Net sales were $41 million for the fiscal year ended June 30, 2022. "
      "Costs were $17 million in fiscal 2021.\n\n"
      "Sales in Asia and Europe were 34% and 66% of net sales, "
      "respectively, for the fiscal year ended June 30, 2022.\n");
  expect(r, "$41 million", "2021-07-01/2022-06-30");
  expect(r, "$17 million", "2020-07-01/2021-06-30");
  expect(r, "34%", "2021-07-01/2022-06-30");
  expect(r, "66%", "2021-07-01/2022-06-30");
  hd_result_free(r);
}

static void items(void **state) {
  (void)state;
  hd_result *r = read("# Receipts\n\nIn 2012, receipts fell to £71 million. "
                      "Compared with 2011, of these:\n\n"
                      "- Receipts from tolls rose by 6.1%.\n"
                      "- Receipts from fines rose by 2.9%.\n");
  expect(r, "6.1%", "2012-01-01/2012-12-31");
  expect(r, "2.9%", "2012-01-01/2012-12-31");
  hd_result_free(r);
}

static void title(void **state) {
  (void)state;
  hd_result *r = read("# Measles cases — Ohio, March 3–July 28, 2019\n\n"
                      "Of 63 patients, 41 were children.\n");
  expect(r, "41", "2019-03-03/2019-07-28");
  hd_result_free(r);
}

static void parts_of_years(void **state) {
  (void)state;
  hd_result *r =
      read("2023年前7个月，全市进出口总值81亿元，较2021年同期增长3.4%。"
           "其中，出口52亿元，增长6.3%。\n");
  expect(r, "52亿元", "2023-01-01/2023-07-31");
  hd_result_free(r);
}

/* Markdown runs the first lines of a page into one paragraph. */
static void first_line(void **state) {
  (void)state;
  hd_result *r = read("2021年临江市国民经济和社会发展统计公报\n"
                      "来源：市统计局  时间：2022-05-24 21:06\n"
                      "临江市统计局\n国家统计局临江调查队\n"
                      "（2022年5月18日）\n"
                      "全市上下坚持稳中求进，经济运行总体平稳，民生保障有力，"
                      "社会大局保持稳定，各项事业取得新的进步，"
                      "高质量发展迈出新的步伐。\n\n"
                      "全年粮食产量41万吨。货物出口63亿元。\n");
  expect(r, "41万吨", "2021-01-01/2021-12-31");
  expect(r, "63亿元", "2021-01-01/2021-12-31");
  hd_result_free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fiscal), cmocka_unit_test(items),
      cmocka_unit_test(title), cmocka_unit_test(parts_of_years),
      cmocka_unit_test(first_line)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
