/* Tests of checker/link/text_cell.c, cell_index.c and cell_words.c, and of the
 * cells that table_set.c links. */
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
  /* any cell will do, and the cell's own figure said near by excuses */
  expect("“行政运行”科目3,807,295.58元。" BUDGET, "");
  expect("“行政运行”科目1,202.95万元,上年1,220.95万元。" BUDGET,
         "1,202.95=12,029,501.84");
}

#define RATES                                                                  \
  "\n\n| County | 2015 | 2016 |\n|---|---|---|\n"                              \
  "| Noncore | 6.45 | 7.05 |\n| Micropolitan | 9.17 | 9.35 |\n"

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
      cmocka_unit_test(english),     cmocka_unit_test(intervals),
      cmocka_unit_test(two_tables),  cmocka_unit_test(rounding)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
