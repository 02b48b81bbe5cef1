/* prepared: what the build wrote down is what the files say. */
#include "checker/rule/chunk.h"
#include "checker/run/data.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void same_text(const char *a, const char *b) {
  assert_int_equal(a == NULL, b == NULL);
  if (a)
    assert_string_equal(a, b);
}

static void same_names(const hd_name_list *a, const hd_name_list *b) {
  assert_int_equal(a->n, b->n);
  for (size_t i = 0; i < a->n; i++)
    assert_true(hd_str_eq(a->names[i], b->names[i]));
}

/* ---- code -----------------------------------------------------------------
 */
typedef struct {
  hd_arena *arena;
  HD_VEC(hd_proto) all;
} functions;

static void take_function(void *closure, const hd_proto *p) {
  functions *to = closure;
  HD_PUSH(to->arena, &to->all, *p);
}

/* All of a function but the names of its locals. */
static void same_function(hd_arena *arena, const hd_proto *a,
                          const hd_proto *b) {
  assert_int_equal(a->n_code, b->n_code);
  assert_memory_equal(a->code, b->code, 4 * a->n_code);
  assert_int_equal(a->n_constants, b->n_constants);
  for (size_t i = 0; i < a->n_constants; i++)
    assert_true(hd_str_eq(a->constants[i], b->constants[i]));
  assert_memory_equal(hd_chunk_lines(arena, a), hd_chunk_lines(arena, b),
                      a->n_code * sizeof(uint32_t));
}

/* Prepared code has every function; the chunk around those of a rule says less.
 */
static void same_code(hd_str read, hd_str taken, bool rule) {
  functions a = {.arena = hd_arena_new()}, b = {.arena = a.arena};
  hd_chunk_walk(a.arena, read, take_function, &a);
  hd_chunk_walk(b.arena, taken, take_function, &b);
  assert_true(taken.n < read.n);
  assert_true(a.all.n > 0);
  assert_int_equal(a.all.n, b.all.n);
  for (size_t i = 0; i < a.all.n; i++) {
    assert_int_equal(b.all.items[i].n_upvalues, 0); /* names */
    if (!rule || a.all.items[i].depth > 0)
      same_function(a.arena, &a.all.items[i], &b.all.items[i]);
  }
  hd_arena_free(a.arena);
}

/* ---- scripts --------------------------------------------------------------
 */
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
  assert_int_equal(a->narrow.any, b->narrow.any);
  assert_int_equal(a->narrow.bounded, b->narrow.bounded);
  assert_int_equal(a->narrow.above, b->narrow.above);
  same_text(a->narrow.where, b->narrow.where);
  same_names(&a->narrow.units, &b->narrow.units);
  same_names(&a->narrow.begins, &b->narrow.begins);
  assert_int_equal(a->languages, b->languages);
  assert_int_equal(a->has_check, b->has_check);
  assert_int_equal(a->n_patterns, b->n_patterns);
  same_code(a->code, b->code, true);
  assert_int_equal(a->messages.n, b->messages.n);
  for (size_t i = 0; i < a->messages.n; i++) {
    same_text(a->messages.items[i].key, b->messages.items[i].key);
    for (int k = 0; k < 2; k++)
      same_text(a->messages.items[i].text[k], b->messages.items[i].text[k]);
  }
  assert_int_equal(a->n_examples, b->n_examples);
  for (size_t i = 0; i < a->n_examples; i++) {
    const hd_example *x = &a->examples[i], *y = &b->examples[i];
    same_text(x->rule, y->rule);
    same_text(x->text, y->text);
    same_text(x->at, y->at);
    same_text(x->severity, y->severity);
    assert_int_equal(x->bad, y->bad);
    assert_int_equal(x->nth, y->nth);
    assert_int_equal(x->index, y->index);
  }
}

/* The build's code of a pattern is what compiling it gives. */
static void same_pattern(hd_pattern *read, hd_pattern *taken) {
  const pcre2_code *code = hd_regex_code(read);
  uint8_t *bytes;
  PCRE2_SIZE size;
  uint32_t options = 0, built = 0;
  assert_int_equal(read->n_needs, taken->n_needs);
  assert_memory_equal(read->needs, taken->needs, sizeof read->needs);
  assert_int_equal(pcre2_serialize_encode(&code, 1, &bytes, &size, NULL), 1);
  assert_int_equal(taken->built.n, size);
  assert_memory_equal(taken->built.p, bytes, size);
  pcre2_serialize_free(bytes);
  pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
  pcre2_pattern_info(hd_regex_code(taken), PCRE2_INFO_ALLOPTIONS, &built);
  assert_int_equal(options, built);
}

static void test_rules(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  const hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  hd_rule_options options = {0};
  hd_rules *read = hd_rules_open(arena, lexicon, &options);
  options.prepared = hd_data_image(arena)->prepared;
  assert_true(hd_prepared_usable(options.prepared, arena));
  hd_rules *taken = hd_rules_open(arena, lexicon, &options);
  assert_true(read->n > 0);
  assert_int_equal(read->errors.n, 0);
  assert_int_equal(read->n, taken->n);
  for (size_t i = 0; i < read->n; i++)
    same_script(read->scripts[i], taken->scripts[i]);
  assert_int_equal(read->libraries.n, taken->libraries.n);
  for (size_t i = 0; i < read->libraries.n; i++) {
    same_text(read->libraries.items[i].name, taken->libraries.items[i].name);
    same_text(read->libraries.items[i].chunk, taken->libraries.items[i].chunk);
    same_code(read->libraries.items[i].code, taken->libraries.items[i].code,
              false);
  }
  assert_int_equal(read->patterns.n, taken->patterns.n);
  for (size_t i = 0; i < read->patterns.n; i++)
    same_pattern(read->patterns.items[i], taken->patterns.items[i]);
  hd_rules_close(read);
  hd_rules_close(taken);
  hd_arena_free(arena);
}

/* With other lexicons scripts are read from their text; patterns are those of
 * the build. */
static void test_anew(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  const hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  hd_rule_options options = {0};
  hd_rules *read = hd_rules_open(arena, lexicon, &options);
  options.prepared = hd_data_image(arena)->prepared;
  options.anew = true;
  hd_rules *anew = hd_rules_open(arena, lexicon, &options);
  assert_int_equal(read->errors.n, 0);
  assert_int_equal(anew->errors.n, 0);
  assert_int_equal(read->n, anew->n);
  for (size_t i = 0; i < read->n; i++)
    assert_true(hd_str_eq(read->scripts[i]->code, anew->scripts[i]->code));
  assert_int_equal(read->patterns.n, anew->patterns.n);
  for (size_t i = 0; i < read->patterns.n; i++)
    same_pattern(read->patterns.items[i], anew->patterns.items[i]);
  hd_needed_settle(read->needed);
  const hd_needed_tables *a = &read->needed->tables, *b = &anew->needed->tables;
  assert_int_equal(a->n_nodes, b->n_nodes);
  assert_memory_equal(a->nodes, b->nodes, a->n_nodes * sizeof *a->nodes);
  assert_int_equal(a->n_words, b->n_words);
  assert_memory_equal(a->words, b->words, a->n_words * sizeof *a->words);
  assert_int_equal(a->n_members, b->n_members);
  assert_memory_equal(a->members, b->members,
                      a->n_members * sizeof *a->members);
  assert_int_equal(a->n_keys, b->n_keys);
  assert_memory_equal(a->keys, b->keys, a->n_keys * sizeof *a->keys);
  assert_int_equal(a->n_bytes, b->n_bytes);
  assert_memory_equal(a->bytes, b->bytes, a->n_bytes);
  assert_memory_equal(a->of_char, b->of_char,
                      HD_NEED_PLACES * sizeof *a->of_char);
  assert_memory_equal(a->how, b->how, HD_NEED_TRIPLES * sizeof *a->how);
  assert_memory_equal(a->heads, b->heads, HD_NEED_SLOTS * sizeof *a->heads);
  assert_memory_equal(a->slots, b->slots, HD_NEED_SLOTS * sizeof *a->slots);
  assert_memory_equal(a->of_byte, b->of_byte,
                      HD_NEED_BYTES * sizeof *a->of_byte);
  assert_memory_equal(a->lone, b->lone, sizeof a->lone);
  assert_int_equal(a->n_sets, b->n_sets);
  hd_rules_close(read);
  hd_rules_close(anew);
  hd_arena_free(arena);
}

static const hd_embedded *file_of(const char *name) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (strcmp(hd_embedded_files[i].name, name) == 0)
      return &hd_embedded_files[i];
  fail_msg("no file %s", name);
  return NULL;
}

/* Each row begins where its line does, and no line is left out. */
static void check_table(const hd_prepared_table *table) {
  const char *text = (const char *)file_of(table->file)->data;
  uint32_t line = 0, row = 0; /* row 0: the header */
  for (const char *p = text; *p; p = strchr(p, '\n') + 1) {
    const char *end = strchr(p, '\n');
    line++;
    assert_non_null(end);
    if (*p == '#' || end == p)
      continue;
    assert_true(row <= table->rows);
    assert_int_equal(table->offsets[row * table->columns], p - text);
    for (uint32_t c = 0; c < table->columns; c++) {
      uint32_t i = row * table->columns + c;
      if (table->lengths[i] == 0)
        continue;
      char behind = text[table->offsets[i] + table->lengths[i]];
      assert_true(behind == '\t' || behind == '\n');
    }
    if (row > 0)
      assert_int_equal(table->lines[row - 1], line);
    row++;
  }
  assert_int_equal(row, table->rows + 1);
}

static void test_tables(void **state) {
  (void)state;
  assert_true(hd_prepared_table_count > 0);
  for (size_t i = 0; i < hd_prepared_table_count; i++)
    check_table(&hd_prepared_tables[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules),
                                     cmocka_unit_test(test_anew),
                                     cmocka_unit_test(test_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
