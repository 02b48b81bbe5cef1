/* prepared: what the build wrote down is what the files say. */
#include "checker/rule/prepared.h"
#include <setjmp.h>
#include <stdarg.h>
/* cmocka needs the two above */
#include <cmocka.h>

static void same_text(const char *a, const char *b) {
  assert_int_equal(a == NULL, b == NULL);
  if (a)
    assert_string_equal(a, b);
}

static void same_script(const hd_script *a, const hd_script *b) {
  same_text(a->info.id, b->info.id);
  same_text(a->info.file, b->info.file);
  same_text(a->info.source, b->info.source);
  same_text(a->info.summary_zh, b->info.summary_zh);
  same_text(a->info.summary_en, b->info.summary_en);
  same_text(a->info.explain_zh, b->info.explain_zh);
  same_text(a->info.explain_en, b->info.explain_en);
  same_text(a->chunk, b->chunk);
  same_text(a->stem, b->stem);
  assert_int_equal(a->info.severity, b->info.severity);
  assert_int_equal(a->info.preview, b->info.preview);
  assert_int_equal(a->info.selected, b->info.selected);
  assert_int_equal(a->info.builtin, b->info.builtin);
  assert_memory_equal(&a->on, &b->on, sizeof a->on);
  assert_int_equal(a->languages, b->languages);
  assert_int_equal(a->has_check, b->has_check);
  assert_int_equal(a->n_patterns, b->n_patterns);
  assert_true(hd_str_eq(a->code, b->code));
  assert_int_equal(a->messages.n, b->messages.n);
  for (size_t i = 0; i < a->messages.n; i++) {
    same_text(a->messages.items[i].key, b->messages.items[i].key);
    for (int k = 0; k < 2; k++)
      same_text(a->messages.items[i].text[k], b->messages.items[i].text[k]);
  }
  assert_int_equal(a->examples.n, b->examples.n);
  for (size_t i = 0; i < a->examples.n; i++) {
    const hd_example *x = &a->examples.items[i], *y = &b->examples.items[i];
    same_text(x->rule, y->rule);
    same_text(x->text, y->text);
    same_text(x->at, y->at);
    same_text(x->severity, y->severity);
    assert_int_equal(x->bad, y->bad);
    assert_int_equal(x->nth, y->nth);
    assert_int_equal(x->index, y->index);
  }
}

static void test_rules(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  const hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  hd_rule_options options = {0};
  hd_rules *read = hd_rules_open(arena, lexicon, &options);
  options.prepared = true;
  hd_rules *taken = hd_rules_open(arena, lexicon, &options);
  assert_true(hd_prepared_usable(arena));
  assert_true(read->n > 0);
  assert_int_equal(read->errors.n, 0);
  assert_int_equal(read->n, taken->n);
  for (size_t i = 0; i < read->n; i++)
    same_script(read->scripts[i], taken->scripts[i]);
  assert_int_equal(read->libraries.n, taken->libraries.n);
  for (size_t i = 0; i < read->libraries.n; i++) {
    same_text(read->libraries.items[i].name, taken->libraries.items[i].name);
    same_text(read->libraries.items[i].chunk, taken->libraries.items[i].chunk);
  }
  assert_int_equal(read->codes.n, taken->codes.n);
  hd_rules_close(read);
  hd_rules_close(taken);
  hd_arena_free(arena);
}

/* Every table that the build wrote down, against its file read again: as a
 * user's folder would be, whose rows then replace equal ones. */
static void test_tables(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  const char *folder = "rules/lexicon";
  const hd_lexicon *taken = hd_lexicon_open(arena, NULL, 0, &error);
  const hd_lexicon *read = hd_lexicon_open(arena, &folder, 1, &error);
  const hd_table_data *a, *b;
  assert_true(hd_prepared_table_count > 0);
  assert_non_null(taken);
  assert_non_null(read);
  size_t n = hd_lexicon_tables(taken, &a);
  assert_int_equal(n, hd_prepared_table_count);
  assert_int_equal(n, hd_lexicon_tables(read, &b));
  for (size_t i = 0; i < n; i++) {
    assert_string_equal(a[i].name, b[i].name);
    assert_int_equal(a[i].n_columns, b[i].n_columns);
    assert_int_equal(a[i].n_rows, b[i].n_rows);
    for (size_t c = 0; c < a[i].n_columns; c++)
      assert_true(hd_str_eq(a[i].columns[c], b[i].columns[c]));
  }
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules),
                                     cmocka_unit_test(test_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
