/* Tests of checker/claim/mode.c: sections that look back and ahead. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "period|modality" of the figure. */
static void expect(const hd_result *r, const char *figure, const char *wanted) {
  char got[256] = "";
  for (size_t i = 0; i < r->n_claims; i++) {
    const hd_claim_row *row = &r->claims[i];
    if (strcmp(row->fields[HD_COLUMN_TEXT], figure) != 0)
      continue;
    strcat(got, row->fields[HD_COLUMN_PERIOD]);
    strcat(got, "|");
    strcat(got, row->fields[HD_COLUMN_MODALITY]);
  }
  assert_string_equal(got, wanted);
}

static hd_result *read(const char *text) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = "a.txt", .bytes = text, .n_bytes = strlen(text)};
  hd_result *r =
      hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  hd_engine_free(engine);
  return r;
}

static void headings(void **state) {
  (void)state;
  hd_result *r = read("2025年湖南省政府工作报告\n\n一、过去一年工作回顾\n\n"
                      "群众满意度保持在93%以上，争取专项资金41亿元。\n\n"
                      "二、今年工作安排\n\n新建幼儿园52所。\n");
  expect(r, "93%", "2024-01-01/2024-12-31|actual");
  expect(r, "41亿元", "2024-01-01/2024-12-31|actual");
  expect(r, "52所", "2025-01-01/2025-12-31|target");
  hd_result_free(r);
}

static void lines(void **state) {
  (void)state;
  hd_result *r = read(
      "# 2025年湖南省政府工作报告\n\n2025年1月9日在省人民代表大会会议上\n\n"
      "2024年工作回顾\n\n我们确保供电38亿千瓦时。\n\n"
      "2025年工作安排\n\n新建幼儿园52所。\n\n"
      "名词解释\n\n该工程涉及村庄17个。\n");
  expect(r, "38亿千瓦时", "2024-01-01/2024-12-31|actual");
  expect(r, "52所", "2025-01-01/2025-12-31|target");
  expect(r, "17个", "2024-01-01/2024-12-31|actual");
  hd_result_free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(headings),
                                     cmocka_unit_test(lines)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
