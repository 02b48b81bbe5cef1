/* Tests of checker/claim/cells.c and english_table.c on tables whose cells
 * stand over several rows and columns. */
#include "hedui.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "subject|indicator|scope|period" of the figure. */
static void expect(const hd_result *r, const char *figure, const char *wanted) {
  static const int columns[] = {HD_COLUMN_SUBJECT, HD_COLUMN_INDICATOR,
                                HD_COLUMN_SCOPE, HD_COLUMN_PERIOD};
  char got[512] = "";
  for (size_t i = 0; i < r->n_claims; i++) {
    const hd_claim_row *row = &r->claims[i];
    if (strcmp(row->fields[HD_COLUMN_TEXT], figure) != 0)
      continue;
    for (size_t k = 0; k < 4; k++) {
      strcat(got, k ? "|" : "");
      strcat(got, row->fields[columns[k]]);
    }
  }
  assert_string_equal(got, wanted);
}

static hd_result *read(const char *name, const char *text) {
  hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine *engine = hd_engine_new(&options);
  hd_input input = {.name = name, .bytes = text, .n_bytes = strlen(text)};
  hd_result *r =
      hd_engine_check(engine, &input, 1, HD_WANT_CLAIMS | HD_WANT_NO_RULES);
  hd_engine_free(engine);
  return r;
}

static void chinese(void **state) {
  (void)state;
  hd_result *r =
      read("a.html",
           "<h1>湖南省统计公报</h1><p>各市情况见下表，单位为亿元。</p><table>"
           "<tr><td rowspan=2>地区<td rowspan=2>类别<td colspan=2>2023年"
           "<td rowspan=2>同比增长（%）<tr><td>进口<td>出口"
           "<tr><td rowspan=2>长沙<td>合计<td>311<td>521<td>5.1"
           "<tr><td>国有企业<td>104<td>210<td>6.2"
           "<tr><td>株洲<td>民营企业<td>87<td>173<td>3.3</table>");
  expect(r, "311", "长沙|进口||2023-01-01/2023-12-31");
  expect(r, "521", "长沙|出口||2023-01-01/2023-12-31");
  expect(r, "210", "国有企业|出口|长沙|2023-01-01/2023-12-31");
  expect(r, "173", "株洲|出口||2023-01-01/2023-12-31");
  hd_result_free(r);
}

/* Markdown has no spans: an empty cell below a header is that header's. */
static void markdown(void **state) {
  (void)state;
  hd_result *r = read("a.md", "# 湖南省统计公报\n\n各市情况见下表。\n\n"
                              "| 地区 | 2023年 | | 工业增加值 |\n"
                              "| --- | --- | --- | --- |\n"
                              "| | 进口 | 出口 | |\n| 长沙 | 31 | 52 | 77 |\n");
  expect(r, "52", "长沙|出口||2023-01-01/2023-12-31");
  expect(r, "77", "长沙|工业增加值||2023-01-01/2023-12-31");
  hd_result_free(r);
}

/* The column 项目 names the things, the one before it whose they are. */
static void things(void **state) {
  (void)state;
  hd_result *r = read("a.md", "# 某公司年度报告\n\n成本构成见下表。\n\n"
                              "| 行业分类 | 项目 | 金额 | 占营业成本比重 |\n"
                              "| --- | --- | --- | --- |\n"
                              "| 医药行业 | 制造费用 | 94 | 9.6% |\n"
                              "| 医药行业 | 人工成本 | 53 | 5.4% |\n");
  expect(r, "9.6%", "制造费用|占营业成本比重|医药行业|");
  hd_result_free(r);
}

/* Below 金额 a label is the thing unless it names a measure; a share is of the
 * thing all the same. */
static void amounts(void **state) {
  (void)state;
  hd_result *r = read("a.md", "# 某公司年度报告\n\n收入构成见下表。\n\n"
                              "| 项目 | 金额 | 占总资产比例 |\n"
                              "| --- | --- | --- |\n"
                              "| 原料药 | 94 | 9.6% |\n"
                              "| 研发费用 | 53 | 5.4% |\n"
                              "| 长期股权投资 | 47 | 4.8% |\n");
  expect(r, "94", "原料药|||");
  expect(r, "53", "|研发费用||");
  expect(r, "4.8%", "长期股权投资|占总资产比例||");
  hd_result_free(r);
}

/* A unit is no label; the thing holds on where a row's first cell is empty. */
static void carried(void **state) {
  (void)state;
  hd_result *r = read("a.md", "# 某公司年度报告\n\n产销量见下表。\n\n"
                              "| 行业 | 内容 | 单位 | 2023年 | 同比增减 |\n"
                              "| --- | --- | --- | --- | --- |\n"
                              "| 染料行业 | 销售量 | 吨 | 857 | -4.00% |\n"
                              "| | 生产量 | 吨 | 911 | 3.10% |\n");
  expect(r, "857", "染料行业|销售量||2023-01-01/2023-12-31");
  expect(r, "911", "染料行业|生产量||2023-01-01/2023-12-31");
  expect(r, "3.10%", "染料行业|生产量||2023-01-01/2023-12-31");
  hd_result_free(r);
}

static void english(void **state) {
  (void)state;
  hd_result *r = read(
      "a.html",
      "<h1>Report 2023</h1><p>Text.</p><table><caption>Table 1. Number of "
      "adults who smoke, by sex and area — United States, 2023</caption><thead>"
      "<tr><th rowspan=2>Sex<th rowspan=2>Area<th colspan=2>2022"
      "<th colspan=2>2023<tr><th>No.<th>%<th>No.<th>%</thead>"
      "<tr><th rowspan=2 scope=row>Males<td>Urban<td>121<td>12.1<td>131<td>13.1"
      "<tr><td>Rural<td>221<td>22.1<td>231<td>23.1"
      "<tr><th scope=row>All<td>All<td>342<td>17.4<td>362<td>18.3</table>");
  expect(r, "221",
         "adults who smoke|count|males in rural|"
         "2022-01-01/2022-12-31");
  expect(r, "13.1",
         "adults who smoke|percentage|males in urban|"
         "2023-01-01/2023-12-31");
  hd_result_free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chinese), cmocka_unit_test(markdown),
      cmocka_unit_test(things),  cmocka_unit_test(amounts),
      cmocka_unit_test(carried), cmocka_unit_test(english)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
