/* Tests of checker/link/list.c, list_en.c and respective_en.c. */
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The first LIST link: its names, its number of figures, sure or not. */
static void expect(const char *text, const char *names, uint32_t figures,
                   bool sure) {
  link_sample s = link_sample_read(text);
  const hd_link *link = link_sample_find(&s, HD_LINK_LIST, 0);
  assert_non_null(link);
  assert_string_equal(link_sample_names(&s, link), names);
  assert_int_equal(link->n_members, figures);
  assert_int_equal(link->strength >= 80, sure);
  hd_arena_free(s.arena);
}

static void names_and_figures(void **state) {
  (void)state;
  expect("发电量、用电量分别增长10.6%、22.9%,居前列。", "发电量|用电量", 2,
         true);
  expect("去年发电量、用电量、送电量分别增长10.6%和22.9%。",
         "去年发电量|用电量|送电量", 2, true);
  expect("企业数、产值分别为30家、50亿元。", "企业数|产值", 2, true);
}

static void what_is_not_sure(void **state) {
  (void)state;
  expect("出口、进口分别增长5.2%,下降3.1%。", "出口|进口", 1, false);
  expect("农、林、牧、渔业分别增长5.2%、3.1%。", "农|林|牧|渔业", 2, false);
  expect("长沙、株洲的出口、进口分别增长5.2%、3.1%。", "长沙|株洲的出口|进口",
         2, false);
}

static void figures_without_a_word(void **state) {
  (void)state;
  expect("食品类、衣着类、居住类上涨7.2%、6.3%、3.5%。", "食品类|衣着类|居住类",
         3, true);
}

static void english(void **state) {
  (void)state;
  expect("Boys and girls had the highest scores (53 points respectively).",
         "Boys|girls had the", 1, true);
  expect("Exports and imports rose by 5% and 6%, respectively.",
         "Exports and imports rose by", 2, false);
}

/* Names that chains of commas and "and" make sure. */
static void english_chains(void **state) {
  (void)state;
  expect("Coal, gas and hydropower supplied 128 and 64 TWh, respectively.",
         "Coal|gas|hydropower supplied", 2, true);
  expect("The rates in towns and villages were respectively 4.2%.",
         "rates in towns|villages were respectively", 1, true);
  expect("Net income was $212 million and $198 million in 2023, 2022 and "
         "2021, respectively.",
         "in 2023|2022|2021", 2, true);
  expect("In 2020, men and women made up 55% and 45%, respectively.",
         "In 2020|men and women made up", 2, false);
  expect("Costs and income were 5 (3-7) and 6 (4-8), respectively.",
         "Costs and income were 5 (3-7) and 6 (", 1, false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_and_figures),
      cmocka_unit_test(what_is_not_sure),
      cmocka_unit_test(figures_without_a_word),
      cmocka_unit_test(english),
      cmocka_unit_test(english_chains),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
