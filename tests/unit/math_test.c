/* Tests of checker/document/math.c. */
#include "document_sample.h"

static void expect_read(const char *source, const char *text) {
  hd_document *doc = sample("a.txt", source);
  expect_str(hd_document_text(doc, doc->blocks[0].span), text);
  drop(doc);
}

static void figures_are_as_they_print(void **state) {
  (void)state;
  expect_read("患病率为 $4 6 . 7 4 \\%$ 和 $4 4 . 2 6 \\%$ 。",
              "患病率为46.74%和44.26%。");
  expect_read("占比 $\\geqslant 8 0 \\%$ 的共 $9 0$ 个。",
              "占比≥80%的共90个。");
  expect_read("面积 $5 . 9$ 万 $\\mathbf { h } \\mathbf { m } ^ { 2 }$ 。",
              "面积5.9万hm²。");
  expect_read("浓度为 $1 0 { \\sim } 2 0 \\ \\mathrm { n g / m L }$ 。",
              "浓度为10~20 ng/mL。");
  expect_read("每 $1 0 ^ { 5 }$ 人占 $1 . 3 \\% ^ { [ 1 ] }$ 。",
              "每10^5人占1.3%[1]。");
  expect_read(
      "$\\textcircled { 3 }$ 模型的 $P$ 值 $\\pm 1$ ，$\\begin{array}{c} μ "
      "\\end{array}$。",
      "③模型的P值±1,cμ。");
}

static void brackets_at_its_ends_are_not_doubled(void **state) {
  (void)state;
  expect_read("有差异（ $( \\mathrm P { < } 0 . 0 5 )$ 。", "有差异(P<0.05)。");
  expect_read("共 $( 2 0 . 6 2 \\% )$ ）国。", "共(20.62%)国。");
  expect_read("七分（ $( 4 { + } \\mathrm 3$ ）、八分。", "七分(4+3)、八分。");
  expect_read("见（ $( 1 + 2 ) \\times 3$ ）。", "见((1+2)×3)。");
}

static void money_is_no_formula(void **state) {
  (void)state;
  expect_read("It cost $5 and $6 million.", "It cost $5 and $6 million.");
  expect_read("It cost $5 or $6; path C:\\x.", "It cost $5 or $6; path C:\\x.");
  expect_read("花费$5，后来$6，占 $2 \\%$ 。", "花费$5,后来$6,占2%。");
}

static void places_are_of_the_source(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "占 $4 6 . 7 \\%$ ，降 $3 \\%$。");
  expect_position(doc, "46.7%", 1, 4);
  expect_position(doc, ",降", 1, 16);
  expect_position(doc, "3%", 1, 20);
  drop(doc);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_are_as_they_print),
      cmocka_unit_test(brackets_at_its_ends_are_not_doubled),
      cmocka_unit_test(money_is_no_formula),
      cmocka_unit_test(places_are_of_the_source)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
