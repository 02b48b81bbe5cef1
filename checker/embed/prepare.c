/* prepare: a tool of the build. Opens the built-in rules and lexicons and
 * writes prepared.c (hd_prepared_table, the image of checker/run/data.h) to
 * standard output.
 *
 * It fails where a rule does, so that no program is built with a broken one. */
#include "image.h"
#include "scripts.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- tables of the lexicons -----------------------------------------------
 */
static const hd_embedded *file_of(const hd_table_data *table) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (table->n_rows &&
        strcmp(hd_embedded_files[i].name, table->rows[0].file) == 0)
      return &hd_embedded_files[i];
  return NULL;
}

/* A field of the table, the header row being row 0. */
static hd_str field(const hd_table_data *table, size_t i) {
  size_t row = i / table->n_columns, column = i % table->n_columns;
  return row ? table->rows[row - 1].fields[column] : table->columns[column];
}

static void put_table(const hd_table_data *table, size_t index) {
  const char *data = (const char *)file_of(table)->data;
  size_t n = (table->n_rows + 1) * table->n_columns;
  printf("static const uint32_t lines_%zu[] = {", index);
  for (size_t i = 0; i < table->n_rows; i++)
    printf("%u,%s", (unsigned)table->rows[i].line, i % 16 ? "" : "\n");
  printf("};\nstatic const uint32_t offsets_%zu[] = {", index);
  for (size_t i = 0; i < n; i++) {
    hd_str f = field(table, i);
    printf("%zu,%s", f.n ? (size_t)(f.p - data) : 0, i % 16 ? "" : "\n");
  }
  printf("};\nstatic const uint32_t lengths_%zu[] = {", index);
  for (size_t i = 0; i < n; i++)
    printf("%zu,%s", field(table, i).n, i % 16 ? "" : "\n");
  puts("};");
}

static void put_tables(const hd_lexicon *lexicon) {
  const hd_table_data *tables;
  size_t n = hd_lexicon_tables(lexicon, &tables), put = 0;
  for (size_t i = 0; i < n; i++)
    if (file_of(&tables[i]))
      put_table(&tables[i], i);
  puts("const hd_prepared_table hd_prepared_tables[] = {");
  for (size_t i = 0; i < n; i++) {
    const hd_table_data *t = &tables[i];
    if (!file_of(t))
      continue;
    printf("  {\"%s\", %zu, %zu, lines_%zu, offsets_%zu, lengths_%zu},\n",
           file_of(t)->name, t->n_columns, t->n_rows, i, i, i);
    put++;
  }
  printf("  {0}};\nconst size_t hd_prepared_table_count = %zu;\n", put);
}

/* ---- the image -------------------------------------------------------------
 */
/* Patterns behind the last bit, or whose words have no room, would be run on
 * every sentence. Some room is left for rules of the user's. */
static bool has_bits(const hd_needed *needed) {
  enum { MOST_NODES = UINT16_MAX * 3 / 4 };
  const hd_needed_tables *t = &needed->tables;
  if (t->n_sets < HD_NEED_BITS && t->n_nodes < MOST_NODES)
    return true;
  fprintf(stderr,
          "prepare: patterns need more than %d sets of words, or their words "
          "more than %d nodes: see needed.c\n",
          HD_NEED_BITS, MOST_NODES);
  return false;
}

/* Opens all of it; NULL, and the reasons said. */
static const hd_data *open_data(hd_arena *arena) {
  hd_error error = {0};
  hd_rule_options options = {0};
  hd_data *data = hd_data_build(arena, NULL, 0, &error);
  hd_rules *rules = data ? hd_rules_open(arena, data->lexicon, &options) : NULL;
  if (!rules) {
    fprintf(stderr, "prepare: %s\n", error.message ? error.message : "failed");
    return NULL;
  }
  for (size_t i = 0; i < rules->errors.n; i++)
    fprintf(stderr, "%s:%u: %s\n", rules->errors.items[i].file,
            (unsigned)rules->errors.items[i].line,
            rules->errors.items[i].message);
  bool good = rules->errors.n == 0 && has_bits(rules->needed);
  data->prepared = hd_scripts_prepare(rules);
  hd_rules_close(rules);
  return good ? data : NULL;
}

int main(void) {
  hd_arena *a = hd_arena_new_pieces(), *b = hd_arena_new_pieces();
  const hd_data *data = open_data(a), *again = data ? open_data(b) : NULL;
  bool good = data && again;
  puts("/* Made by checker/embed/prepare.c from rules/. */\n"
       "#include \"checker/run/data.h\"");
  if (good) {
    put_tables(data->lexicon);
    good = hd_image_write(a, data, b, again);
  }
  hd_arena_free(a);
  hd_arena_free(b);
  return good && !fflush(stdout) && !ferror(stdout) ? EXIT_SUCCESS
                                                    : EXIT_FAILURE;
}
