/* data: what is read from the image is what the lexicons are compiled to. */
#include "checker/run/data.h"
#include "checker/run/run.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char report[] =
    "2024年甲省政府工作报告\n\n全省生产总值达到53231亿元,同比增长4.8%,"
    "其中第一产业"
    "增加值1.2万亿元,占比近两成。进出口总额由1520亿元增加到1748亿元。新增企业"
    "三百家,城镇新增就业万人。\n\nSales rose by 12.5 percent to $1,234.5 "
    "million in "
    "the second quarter, from nearly a thousand million in May 2023.\n";

/* The stages of the report as text, in the arena. */
static const char *tree_of(hd_arena *arena, const hd_data *data) {
  const hd_options options = HD_OPTIONS_DEFAULT;
  hd_engine engine = {.options = options,
                      .lexicon = data->lexicon,
                      .vocabulary = data->vocabulary,
                      .units = data->units,
                      .gap_words = data->gap_words};
  hd_input input = {
      .name = "report.txt", .bytes = report, .n_bytes = sizeof report - 1};
  hd_job job = {.inputs = &input, .n = 1, .want = HD_WANT_TREE, .skip = -1};
  engine.options.max_file_size = sizeof report;
  hd_result *result = hd_check_run(&engine, &job);
  const char *tree = hd_arena_copy(arena, result->tree, strlen(result->tree));
  hd_result_free(result);
  assert_non_null(strstr(tree, "53231"));
  assert_non_null(strstr(tree, "  gap "));
  assert_non_null(strstr(tree, "link "));
  return tree;
}

static void same_tables(const hd_lexicon *a, const hd_lexicon *b) {
  const hd_table_data *x, *y;
  size_t n = hd_lexicon_tables(a, &x);
  assert_int_equal(n, hd_lexicon_tables(b, &y));
  for (size_t i = 0; i < n; i++) {
    assert_string_equal(x[i].name, y[i].name);
    assert_int_equal(x[i].n_rows, y[i].n_rows);
    for (size_t k = 0; k < x[i].n_rows; k++) {
      assert_string_equal(x[i].rows[k].file, y[i].rows[k].file);
      assert_int_equal(x[i].rows[k].line, y[i].rows[k].line);
      for (size_t c = 0; c < x[i].n_columns; c++)
        assert_true(hd_str_eq(x[i].rows[k].fields[c], y[i].rows[k].fields[c]));
    }
  }
}

static void test_image(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  assert_true(hd_image_words > 0);
  const hd_data *taken = hd_data_open(arena, NULL, 0, &error);
  const hd_data *built = hd_data_build(arena, NULL, 0, &error);
  assert_non_null(built);
  same_tables(taken->lexicon, built->lexicon);
  assert_string_equal(tree_of(arena, taken), tree_of(arena, built));
  hd_arena_free(arena);
}

/* Where the image cannot be shown in its place. */
static void test_copy(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new(), *other = hd_arena_new();
  hd_error error = {0};
  const hd_data *copy = hd_data_copy(other);
  const hd_data *taken = hd_data_open(arena, NULL, 0, &error);
  assert_non_null(copy);
  assert_ptr_not_equal(copy->lexicon, taken->lexicon);
  same_tables(copy->lexicon, taken->lexicon);
  assert_string_equal(tree_of(arena, copy), tree_of(arena, taken));
  hd_arena_free(other);
  assert_string_equal(tree_of(arena, taken), tree_of(arena, taken));
  hd_arena_free(arena);
}

/* Engines share what they read; it outlives each of them. */
static void test_shared(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new(), *other = hd_arena_new();
  hd_error error = {0};
  const hd_data *one = hd_data_open(other, NULL, 0, &error);
  const hd_data *two = hd_data_open(arena, NULL, 0, &error);
  bool in_place = (uintptr_t)one == HD_IMAGE_AT;
  assert_true(!in_place || one == two);
  hd_arena_free(other);
  assert_non_null(tree_of(arena, two));
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_image),
                                     cmocka_unit_test(test_copy),
                                     cmocka_unit_test(test_shared)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
