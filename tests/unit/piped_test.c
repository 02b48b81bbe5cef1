/* Tests of checker/document/piped.c. */
#include "document_sample.h"

static const char fares[] = "Table 1. Fares\n\n"
                            "| Years ended June 30, | Change |\n"
                            "| 2024 | 2023 | 2024 vs. 2023 |\n"
                            "| (in thousands) |\n"
                            "| Ferries | $16,114 | $14,826 | 9% |\n"
                            "| Trams | 3,197 | 2,479 | 29% |\n"
                            "| Of all fares |\n"
                            "| Total | $19,311 | $17,305 | 12% |\n\n"
                            "Fares rose again.\n";

static void bars_make_a_table(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", fares);
  assert_int_equal(doc->n_tables, 1);
  const hd_table *t = &doc->tables[0];
  assert_int_equal(t->rows, 6);
  assert_int_equal(t->columns, 4);
  assert_int_equal(t->header_rows, 2);
  expect_str(cell(doc, 0, 0), "");
  expect_str(cell(doc, 0, 1), "2024"); /* the empty cell before it is lost */
  expect_str(cell(doc, 0, 3), "2024 vs. 2023");
  expect_str(cell(doc, 1, 0), "(in thousands)");
  expect_str(cell(doc, 3, 2), "2,479");
  expect_str(cell(doc, 5, 0), "Total");
  expect_position(doc, "2,479", 7, 19);
  drop(doc);
}

static void one_row_is_no_table(void **state) {
  (void)state;
  hd_document *doc = sample("a.txt", "| only | one |\n\nText behind it.\n");
  assert_int_equal(doc->n_tables, 0);
  drop(doc);
  doc = sample("b.txt", "|a|\n|b|\n||\n| |\n|\n");
  assert_int_equal(doc->n_tables, 0);
  drop(doc);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bars_make_a_table),
      cmocka_unit_test(one_row_is_no_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
