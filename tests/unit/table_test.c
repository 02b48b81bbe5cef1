/* Tests of checker/link/table*.c, grid.c and slip.c. */
#include "checker/link/grid.h"
#include "checker/link/slip.h"
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static hd_str number_of(const link_sample *s, hd_claim_ref ref) {
  if (ref.claim == HD_NONE)
    return HD_STR("none");
  return hd_document_text(s->doc, s->quantities->items[ref.claim].number);
}

/* The members of the PARTS link with this whole, joined by +; "" if there is
 * none. */
static const char *sum_of(const link_sample *s, const char *whole) {
  for (size_t i = 0; i < s->links->n; i++) {
    const hd_link *k = &s->links->items[i];
    if (k->kind != HD_LINK_PARTS || !k->complete || k->n_members < 2 ||
        !hd_str_is(number_of(s, k->whole), whole))
      continue;
    const char *all = "";
    for (uint32_t m = 0; m < k->n_members; m++) {
      hd_str number = number_of(s, k->members[m]);
      all = hd_arena_format(s->arena, "%s%s%.*s", all, m ? "+" : "",
                            (int)number.n, number.p);
    }
    return all;
  }
  return "";
}

static void expect_sum(const char *text, const char *whole,
                       const char *wanted) {
  link_sample s = link_sample_read(text);
  assert_string_equal(sum_of(&s, whole), wanted);
  hd_arena_free(s.arena);
}

static const hd_link *rate_link(const link_sample *s, hd_link_kind kind,
                                const char *rate) {
  for (size_t i = 0; i < s->links->n; i++) {
    const hd_link *k = &s->links->items[i];
    if (k->kind == kind && k->complete &&
        hd_str_is(number_of(s, k->rate), rate))
      return k;
  }
  return NULL;
}

static void slips(void **state) {
  (void)state;
  assert_int_equal(hd_slip_find(1994, 1949, 2, 1), HD_SLIP_SWAP);
  assert_int_equal(hd_slip_find(9.83, 9.38, 0.2, 0.01), HD_SLIP_SWAP);
  assert_int_equal(hd_slip_find(5352, 5852, 0.5, 1), HD_SLIP_DIGIT);
  assert_int_equal(hd_slip_find(12300, 1230, 0.5, 1), HD_SLIP_POWER);
  assert_int_equal(hd_slip_find(1994, 1720, 2, 1), HD_SLIP_NONE);
  assert_int_equal(hd_slip_find(4, 9, 0.5, 1), HD_SLIP_NONE);
  assert_int_equal(hd_slip_find(-12.4, 12.4, 0.5, 0.1), HD_SLIP_NONE);
  assert_int_equal(hd_slip_find(1e17, 2e17, 1, 1), HD_SLIP_NONE);
}

/* The change of a rate that stands in brackets behind its count. */
static void brackets(void **state) {
  (void)state;
  link_sample s = link_sample_read(
      "Report\n\nTABLE. Falls, Norland\n\n"
      "| Place | 2021 | 2022 | Rate change | % Change in rate |\n"
      "|---|---|---|---|---|\n"
      "| All | 10,375 (31.2) | 13,942 (43.3) | 12.1 | 38.8 |\n"
      "| North | 7,493 (47.4) | 10,021 (62.6) | 15.2 | 32.1 |\n"
      "| South | 2,882 (18.4) | 3,921 (25.1) | 6.7 | 36.4 |\n"
      "| East | 757 (17.1) | 924 (21.6) | 4.5 | 26.3 |\n");
  const hd_link *k = rate_link(&s, HD_LINK_CHANGE_OF, "36.4");
  assert_non_null(k);
  assert_true(hd_str_is(number_of(&s, k->level), "25.1"));
  assert_true(hd_str_is(number_of(&s, k->base), "18.4"));
  assert_string_equal(sum_of(&s, "62.6"), "47.4+15.2");
  hd_arena_free(s.arena);
}

static void columns(void **state) {
  (void)state;
  const char *text = "| 地区 | 合计 | 男 | 女 |\n|---|---|---|---|\n"
                     "| 东县 | 3030 | 1510 | 1520 |\n"
                     "| 西县 | 2471 | 1240 | 1231 |\n"
                     "| 南县 | 5118 | 2550 | 2568 |\n"
                     "| 北县 | 4090 | 2050 | 2004 |\n"
                     "| 中县 | 6120 | 3060 | 3060 |\n";
  expect_sum(text, "5118", "2550+2568");
  expect_sum(text, "4090", "2050+2004");
}

/* Number and percentage take turns; the percentages are no addends. */
static void strides(void **state) {
  (void)state;
  expect_sum("| 年龄 | 男(人) | 占比(%) | 女(人) | 占比(%) | 全部(人) |\n"
             "|---|---|---|---|---|---|\n"
             "| 青年 | 1,932 | 17.6 | 292 | 2.8 | 2,224 |\n"
             "| 中年 | 2,306 | 21.5 | 411 | 4.0 | 2,717 |\n"
             "| 老年 | 1,713 | 17.4 | 328 | 3.4 | 2,041 |\n",
             "2,717", "2,306+411");
}

static void rows(void **state) {
  (void)state;
  const char *text = "| Product | 2018 | 2019 |\n|---|---|---|\n"
                     "| Tables | 226,204 | 421,849 |\n"
                     "| Chairs | 366,194 | 382,905 |\n"
                     "| Shelves | 642,775 | 458,208 |\n"
                     "| Total | 1,235,173 | 1,289,962 |\n";
  expect_sum(text, "1,235,173", "642,775+366,194+226,204");
  expect_sum(text, "1,289,962", "458,208+382,905+421,849");
  /* far off, and no line that keeps it: not the sum of these */
  expect_sum("| Product | 2019 |\n|---|---|\n| Tables | 421,849 |\n"
             "| Chairs | 382,905 |\n| Total | 1,789,962 |\n",
             "1,789,962", "");
}

static void codes(void **state) {
  (void)state;
  const char *text = "| 编码 | 科目名称 | 决算数 |\n|---|---|---|\n"
                     "| 301 | 工资福利支出 | 95,364.00 |\n"
                     "| 30101 | 基本工资 | 41,120.00 |\n"
                     "| 30102 | 津贴补贴 | 39,720.00 |\n"
                     "| 30107 | 绩效工资 | 14,524.00 |\n"
                     "| 302 | 商品和服务支出 | 10,230.00 |\n"
                     "| 30201 | 办公费 | 3,780.00 |\n"
                     "| 30202 | 印刷费 | 6,450.00 |\n"
                     "| | 合计 | 105,594.00 |\n";
  expect_sum(text, "95,364.00", "41,120.00+39,720.00+14,524.00");
  expect_sum(text, "105,594.00", "10,230.00+95,364.00");
}

/* Groups that begin with their sum: what the others keep holds for the one
 * that is a slip away. */
static void ladders(void **state) {
  (void)state;
  expect_sum("| Group | Thousands |\n|---|---|\n"
             "| White | 31,055 |\n| British | 28,732 |\n| Irish | 338 |\n"
             "| Gypsy | 36 |\n| Other White | 1,994 |\n"
             "| Asian | 2,937 |\n| Indian | 1,026 |\n| Pakistani | 705 |\n"
             "| Chinese | 598 |\n| Other Asian | 608 |\n"
             "| Black | 1,241 |\n| African | 667 |\n| Caribbean | 408 |\n"
             "| Other Black | 166 |\n"
             "| Mixed | 6,380 |\n| Both | 2,250 |\n| Each | 4,130 |\n",
             "31,055", "28,732+338+36+1,994");
}

static void rates(void **state) {
  (void)state;
  link_sample s = link_sample_read(
      "| 项目 | 2019年 | 2018年 | 变动比例 |\n|---|---|---|---|\n"
      "| 研发人员(人) | 443 | 405 | 9.83% |\n"
      "| 研发投入(元) | 122548224 | 111304662 | 10.10% |\n");
  const hd_link *k = rate_link(&s, HD_LINK_CHANGE_OF, "9.83");
  assert_non_null(k);
  assert_true(hd_str_is(number_of(&s, k->level), "443"));
  assert_true(hd_str_is(number_of(&s, k->base), "405"));
  assert_true(k->strength < 80); /* one slip, and one line that keeps it */
  hd_arena_free(s.arena);
}

static void ratios(void **state) {
  (void)state;
  link_sample s = link_sample_read(
      "| County | Weeks | Treated | Percentage |\n|---|---|---|---|\n"
      "| North | 8,979,403 | 864,364 | 9.6 |\n"
      "| South | 16,342,824 | 1,532,747 | 9.4 |\n"
      "| East | 18,860,569 | 1,443,246 | 7.7 |\n"
      "| West | 32,045,592 | 2,158,111 | 6.7 |\n"
      "| Coast | 31,430,958 | 1,753,802 | 6.5 |\n"
      "| Inland | 20,535,145 | 1,057,967 | 5.2 |\n");
  const hd_link *k = rate_link(&s, HD_LINK_SHARE_OF, "6.5");
  assert_non_null(k);
  assert_true(hd_str_is(number_of(&s, k->whole), "31,430,958"));
  assert_true(hd_str_is(number_of(&s, k->members[0]), "1,753,802"));
  assert_int_equal(k->strength, 90);
  hd_arena_free(s.arena);
}

/* One sum in every row, though no cell says it. */
static void constants(void **state) {
  (void)state;
  link_sample s =
      link_sample_read("| Nominee | For | Withheld |\n|---|---|---|\n"
                       "| Brown | 281,090,975 | 8,149,740 |\n"
                       "| White | 287,953,057 | 1,287,658 |\n"
                       "| Green | 288,790,152 | 450,563 |\n"
                       "| Black | 287,829,940 | 1,410,775 |\n"
                       "| Grey | 288,676,738 | 473,077 |\n");
  const hd_link *found = NULL;
  for (size_t i = 0; i < s.links->n; i++) {
    const hd_link *k = &s.links->items[i];
    if (k->kind == HD_LINK_PARTS && k->whole.claim == HD_NONE &&
        hd_str_is(number_of(&s, k->members[0]), "288,676,738"))
      found = k;
  }
  assert_non_null(found);
  assert_int_equal(found->n_others, 2);
  hd_arena_free(s.arena);
}

/* A row of one table against a cell of another: quarters and year. */
static void across(void **state) {
  (void)state;
  expect_sum("| 项目 | 2019年 | 2018年 |\n|---|---|---|\n"
             "| 营业收入（元） | 2,941,412,770.30 | 2,718,608,796.51 |\n"
             "| 归属净利润（元） | 770,784,502.33 | 605,003,820.78 |\n"
             "| 扣非净利润（元） | 751,210,459.84 | 604,944,470.09 |\n\n"
             "分季度如下。\n\n"
             "| 项目 | 第一季度 | 第二季度 | 第三季度 | 第四季度 |\n"
             "|---|---|---|---|---|\n"
             "| 营业收入 | 831,903,896.72 | 900,629,910.88 | 634,422,185.88 | "
             "565,456,776.82 |\n"
             "| 归属净利润 | 202,484,692.73 | 293,308,368.91 | 194,299,384.33 "
             "| 80,692,056.36 |\n"
             "| 扣非净利润 | 193,305,262.65 | 289,682,381.16 | 190,626,850.03 "
             "| 77,595,966.00 |\n",
             "2,941,412,770.30",
             "831,903,896.72+900,629,910.88+634,422,185.88+565,456,776.82");
}

static void kinds_of_cells(void **state) {
  (void)state;
  /* averages, percentages of change, and cells with words are not added */
  expect_sum("| Kind | All | Girls | Boys |\n|---|---|---|---|\n"
             "| Pupils | 27,728 | 10,150 | 17,578 |\n"
             "| Teachers | 14,075 | 5,009 | 9,066 |\n"
             "| Classes | 13,653 | 5,140 | 8,513 |\n"
             "| Median age | 1,300 | 800 | 1,500 |\n",
             "1,300", "");
  expect_sum("| 指标 | 增减(%) | 上半年(%) | 下半年(%) |\n|---|---|---|---|\n"
             "| 甲 | 17.82 | 8.21 | 9.61 |\n| 乙 | 12.34 | 5.11 | 7.23 |\n"
             "| 丙 | 15.55 | 6.30 | 9.25 |\n",
             "12.34", "");
}

static void blocks(void **state) {
  (void)state;
  /* one column of two keeps the sum; the other is a slip away */
  expect_sum("| | 2019 | 2018 |\n|---|---|---|\n| Sand | 229 | 321 |\n"
             "| Lime | 190 | 37 |\n| Trade | 399 | 358 |\n",
             "399", "190+229");
  /* what is left of the first */
  expect_sum("| | 2019 | 2018 |\n|---|---|---|\n| Sales | 52,384 | 48,917 |\n"
             "| Cost | 31,270 | 29,664 |\n| Profit | 21,114 | 19,253 |\n",
             "21,114", "");
  /* a swap alone, of a row without a name */
  expect_sum("| | 2019 | Life |\n|---|---|---|\n| Sand | 52,384 | 8 |\n"
             "| Lime | 1,270 | N/A |\n| | 56,354 | |\n",
             "56,354", "1,270+52,384");
  /* parts that are told to be some */
  expect_sum("| | 2019 | 2018 |\n|---|---|---|\n"
             "| All fuel | 19,144.17 | 12,852.04 |\n"
             "| Including: Petrol | 805.77 | 780.24 |\n"
             "| Diesel | 41.33 | 42.10 |\n| Gas | 18,279.07 | 12,029.70 |\n"
             "| Heat | 5,948.61 | 4,636.44 |\n",
             "19,144.17", "805.77+41.33+18,279.07");
}

/* Is there a link of one member, and between which figures? */
static void expect_twin(const char *text, const char *whole,
                        const char *wanted) {
  link_sample s = link_sample_read(text);
  const hd_link *k;
  const char *found = "";
  for (size_t n = 0; (k = link_sample_find(&s, HD_LINK_PARTS, n)); n++)
    if (k->n_members == 1 && hd_str_is(number_of(&s, k->whole), whole)) {
      hd_str number = number_of(&s, k->members[0]);
      found = hd_arena_format(s.arena, "%.*s", (int)number.n, number.p);
    }
  assert_string_equal(found, wanted);
  hd_arena_free(s.arena);
}

static void twins(void **state) {
  (void)state;
  expect_twin("| Shares | 2019 | 2018 | 2017 |\n|---|---|---|---|\n"
              "| Basic | 16,223 | 16,041 | 15,949 |\n"
              "| Diluted | 16,223 | 16,401 | 15,949 |\n",
              "16,041", "16,401");
  expect_twin("| Nominee | For | Votes |\n|---|---|---|\n"
              "| A | 81,013 | 250,464 |\n| B | 81,926 | 250,464 |\n"
              "| C | 82,713 | 250,446 |\n| D | 87,113 | 250,464 |\n"
              "| E | 89,014 | 250,464 |\n",
              "250,446", "250,464");
  /* two columns that differ are two things */
  expect_twin("| Shares | 2019 | 2018 | 2017 |\n|---|---|---|---|\n"
              "| Basic | 16,223 | 16,041 | 15,949 |\n"
              "| Diluted | 16,232 | 16,401 | 15,949 |\n",
              "16,041", "");
}

static void names(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  static const char *const cases[][2] = {
      {"一、财政拨款收入", "财政拨款收入"},
      {"1. 一般公共预算资金", "一般公共预算资金"},
      {"其中:男性", "男性"},
      {"营业收入(元)", "营业收入"},
      {"__Total__", "Total"},
      {"一般公共服务支出", "一般公共服务支出"},
      {"35–44", "35–44"},
      {"", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_true(hd_str_is(hd_grid_plain_name(arena, hd_str_of(cases[i][0])),
                          cases[i][1]));
  hd_arena_free(arena);
}

/* Linear in rows, and caps that hold. */
static void large(void **state) {
  (void)state;
  hd_buffer b = {0};
  hd_buffer_puts(&b, "| a | b | c |\n|---|---|---|\n");
  for (int i = 0; i < 2500; i++)
    hd_buffer_printf(&b, "| r%d | %d | %d |\n", i, 1000 + i * 37, 5000 - i);
  hd_buffer_add(&b, "", 1);
  link_sample s = link_sample_read(b.p); /* more than the most rows */
  assert_null(link_sample_find(&s, HD_LINK_PARTS, 0));
  hd_buffer_free(&b);
  hd_arena_free(s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(slips),   cmocka_unit_test(brackets),
      cmocka_unit_test(columns), cmocka_unit_test(strides),
      cmocka_unit_test(rows),    cmocka_unit_test(codes),
      cmocka_unit_test(ladders), cmocka_unit_test(rates),
      cmocka_unit_test(ratios),  cmocka_unit_test(constants),
      cmocka_unit_test(across),  cmocka_unit_test(kinds_of_cells),
      cmocka_unit_test(names),   cmocka_unit_test(large),
      cmocka_unit_test(blocks),  cmocka_unit_test(twins)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
