/* Tests of checker/link/text_cell.c, cell_index.c, cell_words.c and the row_
 * files, and of the cells that table_set.c links. */
#include "checker/link/text_cell.h"
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* All TEXT_CELL links as "figure=cell" (agree) and "figure!cell", joined by
 * blanks. */
static const char *cells_of(const link_sample *s) {
  const char *all = "";
  const hd_link *k;
  for (size_t n = 0; (k = link_sample_find(s, HD_LINK_TEXT_CELL, n)); n++) {
    hd_str a =
        hd_document_text(s->doc, s->quantities->items[k->level.claim].number);
    hd_str b =
        hd_document_text(s->doc, s->quantities->items[k->base.claim].number);
    all =
        hd_arena_format(s->arena, "%s%s%.*s%s%.*s", all, n ? " " : "", (int)a.n,
                        a.p, k->strength >= 90 ? "=" : "!", (int)b.n, b.p);
  }
  return all;
}

static void expect(const char *text, const char *wanted) {
  link_sample s = link_sample_read(text);
  assert_string_equal(cells_of(&s), wanted);
  hd_arena_free(s.arena);
}

#define BUDGET                                                                 \
  "\n\n| 科目 | 预算数(元) |\n|---|---|\n"                               \
  "| 行政运行 | 12,029,501.84 |\n| 事业运行 | 3,807,295.58 |\n"

static void other_units(void **state) {
  (void)state;
  expect("“行政运行”科目1,202.95万元。" BUDGET, "1,202.95=12,029,501.84");
  expect("“行政运行”科目1203万元。" BUDGET, "1203=12,029,501.84");
  expect("“行政运行”科目1,220.95万元。" BUDGET, "1,220.95!12,029,501.84");
  /* another name, another figure */
  expect("“培训支出”科目1,220.95万元。" BUDGET, "");
  expect("“行政运行”科目4,567.12万元。" BUDGET, "");
}

static void charity(void **state) {
  (void)state;
  /* so many digits tell their cell, and the cell's own figure excuses */
  expect("“行政运行”科目3,807,295.58元。" BUDGET, "3,807,295.58=3,807,295.58");
  expect("“行政运行”科目1,202.95万元,上年1,220.95万元。" BUDGET,
         "1,202.95=12,029,501.84");
}

#define RATES                                                                  \
  "\n\n| County | 2015 | 2016 |\n|---|---|---|\n"                              \
  "| Noncore | 6.45 | 7.05 |\n| Micropolitan | 9.17 | 9.35 |\n"

#define SEXES                                                                  \
  "\n\n| Sex | Fruit | Breakfast | Water |\n|---|---|---|---|\n"               \
  "| Female | 50.5 | 80.1 | 46.1 |\n| Male | 43.6 | 69.9 | 42.2 |\n"           \
  "| White | 44.2 | 70.8 | 41.3 |\n"

static void pairs(void **state) {
  (void)state;
  /* it is the cell of a third row, but no pair is of that */
  expect("Girls and boys differed in fruit (50.5% versus 43.6%), breakfast "
         "(80.1% versus 69.9%) and water (46.1% versus 44.2%)." SEXES,
         "44.2!42.2");
  /* no other pair says which rows */
  expect("Girls and boys differed in water (46.1% versus 44.2%)." SEXES, "");
}

#define GROUPS                                                                 \
  "\n\n| Group | Near, % |\n|---|---|\n| White | 3.1 |\n| Asian | 5.4 |\n"     \
  "| Other | 4.5 |\n| Hispanic | 5.0 |\n"

static void frames(void **state) {
  (void)state;
  expect("It was 3.1% for Whites, 5.0% for Hispanics and 4.5% for "
         "Asians." GROUPS,
         "3.1=3.1 5.0=5.0 4.5!5.4");
  expect("It was 3.1% for Whites, 5.0% for Hispanics and 4.5% for "
         "others." GROUPS,
         "3.1=3.1 5.0=5.0");
}

static void english(void **state) {
  (void)state;
  expect("Rates were highest in micropolitan counties (7.19) and lower in "
         "noncore counties (6.45)." RATES,
         "7.19!9.17 6.45=6.45");
  /* the year of the column is another */
  expect("During 2016, rates were 7.19 in micropolitan counties and 7.05 in "
         "noncore counties." RATES,
         "7.05=7.05");
  expect("In micropolitan counties the level of intervals was 71.9% "
         "CI." RATES,
         "");
}

/* The first figure of a cell counts, the others excuse. */
static void intervals(void **state) {
  (void)state;
  const char *table = "\n\n| County | APC (95% CI) |\n|---|---|\n"
                      "| Noncore | 6.4 (2.1 to 10.8) |\n"
                      "| Micropolitan | 9.7 (6.5 to 13.0) |\n";
  hd_arena *arena = hd_arena_new();
  link_sample s = link_sample_read(hd_arena_format(
      arena,
      "Odds rose 6.4%% in noncore counties (95%% CI = 2.1–10.8) and 7.9%% in "
      "micropolitan counties (95%% CI = 6.5–13.0).%s",
      table));
  assert_string_equal(cells_of(&s), "6.4=6.4 7.9!9.7");
  hd_arena_free(s.arena);
  hd_arena_free(arena);
}

/* Rows of years and totals are named by the rows that they stand among. */
static void groups(void **state) {
  (void)state;
  const char *table =
      "\n\n| Age, year | Cases (95% CI) | Deaths |\n|---|---|---|\n"
      "| 6 mos–17 yrs | | |\n| 2000 | 28,219 (20,141–65,455) | 535,600 |\n"
      "| 2018 | 9,769 (6,446–40,538) | 142,300 |\n| 18–49 yrs | | |\n"
      "| 2000 | 1,759 (1,141–6,002) | 52,600 |\n"
      "| 2018 | 8,770 (4,400–35,100) | 12,146 |\n";
  hd_arena *arena = hd_arena_new();
  expect(hd_arena_format(arena,
                         "Cases fell from 28,912 (95%% CI = 20,141–65,455) in "
                         "2000 to 9,769 in 2018 at 6 months–17 years.%s",
                         table),
         "28,912!28,219 9,769=9,769");
  expect(
      hd_arena_format(arena, "Of 142,030 (95%% CI) nothing is said.%s", table),
      "");
  hd_arena_free(arena);
}

#define SEASONS                                                                \
  "\n\n| Age | 2009 % | (95% CI) | 2010 % | (95% CI) |\n"                      \
  "|---|---|---|---|---|\n| ≥65 yrs | | | | |\n"                             \
  "| Total | 69.6 | (69.0–70.2) | 66.6 | (66.0–67.2) |\n"                  \
  "| White | 71.7 | (71.2–72.2) | 67.7 | (67.1–68.3) |\n"

#define YEARS                                                                  \
  "\n\n| Region/Year | % MCV2† coverage | Cases |\n|---|---|---|\n"          \
  "| African | | |\n| 2000 (46) | 5 | 520,102 |\n"                             \
  "| 2018 (47) | 26 | 125,426 |\n| Total | | |\n"                              \
  "| 2000 (191) | 18 | 853,479 |\n| 2018 (194) | 69 | 353,236 |\n"

/* Where one figure of a pair is a cell, the other is its fellow. */
static void fellows(void **state) {
  (void)state;
  expect("At ages ≥65 years, coverage decreased from 69.6% to 68.6%." SEASONS,
         "69.6=69.6 68.6!66.6");
  expect("At ages ≥65 years, coverage decreased from 69.6% to 66.6%." SEASONS,
         "69.6=69.6 66.6=66.6");
  expect("At ages ≥65 years, 69.6% were women, and 68.6% white." SEASONS,
         "69.6=69.6");
  expect("MCV2 coverage increased from 18% in 2000 to 66% in 2018." YEARS,
         "18=18 66!69");
  expect("MCV2 coverage increased from 18% to 66%." YEARS, "");
  expect("Doses given rose from 18% in 2000 to 66% in 2018." YEARS, "18=18");
}

static void two_tables(void **state) {
  (void)state;
  const char *one = "| 科目 | 本年支出 |\n|---|---|\n"
                    "| 行政运行 | 12,029,501.84 |\n"
                    "| 事业运行 | 3,807,295.58 |\n"
                    "| 行政单位医疗 | 782,855.28 |\n"
                    "| 事业单位医疗 | 314,218.15 |\n\n下表按部门列示。\n\n"
                    "| 科目 | 基本支出 |\n|---|---|\n"
                    "| 行政运行 | 12,029,501.84 |\n"
                    "| 事业运行 | 3,807,295.58 |\n"
                    "| 行政单位医疗 | 728,855.28 |\n"
                    "| 事业单位医疗 | 314,218.15 |\n";
  expect(one, "728,855.28!782,855.28");
}

#define LEDGER                                                                 \
  "\n\n| (in thousands) | 2019 | 2018 |\n|---|---|---|\n"                      \
  "| Commercial paper | 5,985 | 2,994 |\n| Rental revenues (1) | 77,147 | "    \
  "79,591 |\n| Freight costs | 9,830 | 8,610 |\n"

/* The label of the row stands beside the figure, in another scale. */
static void labels(void **state) {
  (void)state;
  expect("At the end of 2019, $9.0 million of commercial paper was "
         "outstanding." LEDGER,
         "9.0!5,985");
  expect("Total rental revenues of $77.1 million in 2019 and $76.9 million in "
         "2018." LEDGER,
         "77.1=77,147 76.9!79,591");
  /* the tail of a longer name; a part of it; a change of it; another year */
  expect("Deferred rental revenues of $76.9 million in 2018." LEDGER, "");
  expect("During the year ended 31 December 2019, 1,395 shares were "
         "converted.\n\n| | 2019 | 2018 |\n|---|---|---|\n"
         "| At beginning of the year | 97,877 | 95,497 |\n"
         "| At end of the year | 135,936 | 97,877 |\n",
         "");
  expect("Commercial paper of $9.0 million was held by others." LEDGER, "");
  expect("An increase in freight costs of $8.9 million in 2019." LEDGER, "");
  expect("Rental revenues of $76.9 million in 2017." LEDGER, "");
}

/* All CELL_CHANGE links as "figure:base>level", the verb's as "^". */
static void expect_change(const char *text, const char *wanted) {
  link_sample s = link_sample_read(text);
  const char *all = "";
  const hd_link *k;
  for (size_t n = 0; (k = link_sample_find(&s, HD_LINK_CELL_CHANGE, n)); n++) {
    uint32_t at = k->rate.claim == HD_NONE ? k->increment.claim : k->rate.claim;
    const hd_claim_ref refs[] = {{0, at}, k->base, k->level};
    for (int i = 0; i < 3; i++) {
      hd_str text_of = HD_STR("^");
      if (refs[i].claim != HD_NONE)
        text_of =
            hd_document_text(s.doc, s.quantities->items[refs[i].claim].number);
      all = hd_arena_format(s.arena, "%s%s%.*s", all,
                            i == 2   ? ">"
                            : i == 1 ? ":"
                            : n      ? " "
                                     : "",
                            (int)text_of.n, text_of.p);
    }
  }
  assert_string_equal(all, wanted);
  hd_arena_free(s.arena);
}

static void changes(void **state) {
  (void)state;
  expect_change(
      "Freight costs increased $1.2 million, or 14.2%, in 2019." LEDGER,
      "1.2:8,610>9,830 14.2:8,610>9,830");
  expect_change("Freight costs increased by 41.2% in 2019." LEDGER,
                "41.2:8,610>9,830");
  expect_change("Freight costs decreased in 2019 because of fuel." LEDGER,
                "^:8,610>9,830");
  expect_change("Rental revenues decreased by $2.4 million in 2019 and freight "
                "costs by $2.1 million." LEDGER,
                "2.4:79,591>77,147");
  expect_change("Freight costs increased by $1.2 million in 2019 and $5.1 "
                "million in 2018.\n\n| (in thousands) | 2019 | 2018 | 2017 |\n"
                "|---|---|---|---|\n| Freight costs | 9,830 | 8,610 | 7,110 |\n"
                "| Rent | 1,310 | 1,220 | 1,180 |\n",
                "1.2:8,610>9,830 5.1:7,110>8,610");
  /* of a part; of another row; of another year; of a named segment */
  expect_change("Freight costs decreased in Europe." LEDGER, "");
  expect_change("Other freight costs decreased in 2019." LEDGER, "");
  expect_change("Freight costs decreased in 2018." LEDGER, "");
  expect_change("As a percentage of revenues, freight costs decreased in "
                "2019." LEDGER,
                "");
  expect_change("Europe. Freight costs decreased in 2019." LEDGER, "");
  expect_change("Freight costs decreased by $7.4 million in 2019." LEDGER, "");
}

static hd_cell_digits digits(const char *s) {
  hd_cell_digits d = {.n = (uint8_t)strlen(s)};
  memcpy(d.at, s, d.n);
  return d;
}

static void rounding(void **state) {
  (void)state;
  hd_cell_digits d = digits("12996"), up = hd_cell_digits_round(&d, 4, true);
  assert_true(up.n == 2 && memcmp(up.at, "13", 2) == 0);
  hd_cell_digits down = hd_cell_digits_round(&d, 4, false);
  assert_true(down.n == 4 && memcmp(down.at, "1299", 4) == 0);
  d = digits("9996");
  up = hd_cell_digits_round(&d, 2, true);
  assert_true(up.n == 1 && up.at[0] == '1');
  hd_cell_digits whole = digits("132"), part = digits("13");
  assert_true(hd_cell_digits_rounds_to(&whole, &part, 2));
  assert_false(hd_cell_digits_rounds_to(&whole, &part, 3));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(other_units), cmocka_unit_test(charity),
      cmocka_unit_test(english),     cmocka_unit_test(pairs),
      cmocka_unit_test(frames),      cmocka_unit_test(intervals),
      cmocka_unit_test(groups),      cmocka_unit_test(fellows),
      cmocka_unit_test(two_tables),  cmocka_unit_test(labels),
      cmocka_unit_test(changes),     cmocka_unit_test(rounding)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
