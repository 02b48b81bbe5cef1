/* table: columns and rows of a lexicon's table by their names.
 *
 * In: a table whose rows are known. Out: the place of a column, the first row
 * of a key. Keys are found by open addressing; a slot is the number of a row
 * + 1, so the slots hold no pointers and lie in the program as they are. At
 * most half of them are taken. */
#include "lexicon.h"

enum { FIRST_SLOTS = 8 };

/* Where the key is among the slots, or would be. */
static uint32_t *find_slot(const hd_table_data *table, hd_str key) {
  uint64_t hash = hd_hash(key.p, key.n);
  for (size_t i = (hash ^ hash >> 32) & (table->n_slots - 1);;
       i = (i + 1) & (table->n_slots - 1)) {
    uint32_t row = table->slots[i];
    if (row == 0 || hd_str_eq(table->rows[row - 1].fields[0], key))
      return &table->slots[i];
  }
}

void hd_table_index(hd_arena *arena, hd_table_data *table) {
  for (table->n_slots = FIRST_SLOTS; table->n_slots < table->n_rows * 2;)
    table->n_slots *= 2;
  table->slots = hd_arena_alloc(arena, table->n_slots * sizeof *table->slots);
  for (size_t i = 0; i < table->n_rows; i++) {
    uint32_t *slot = find_slot(table, table->rows[i].fields[0]);
    if (*slot == 0)
      *slot = (uint32_t)i + 1;
  }
}

size_t hd_table_find(const hd_table_data *table, hd_str key) {
  uint32_t row = *find_slot(table, key);
  return row ? row - 1 : table->n_rows;
}

int hd_table_column(const hd_table_data *table, const char *name) {
  const hd_str wanted = hd_str_of(name);
  for (size_t i = 0; i < table->n_columns; i++)
    if (hd_str_eq(table->columns[i], wanted))
      return (int)i;
  return -1;
}

const char *hd_table_words(const hd_table_data *table, hd_str words, int depth,
                           const char *(*each)(void *closure, hd_str word),
                           void *closure) {
  const char *wrong = NULL;
  while (words.n && !wrong) {
    hd_str word = hd_str_piece(&words, '|');
    if (word.n == 0 || word.p[0] != '@') {
      wrong = each(closure, word);
      continue;
    }
    size_t row = hd_table_find(table, word);
    wrong = row == table->n_rows || !depth
                ? "no row of words has this name"
                : hd_table_words(table, table->rows[row].fields[1], depth - 1,
                                 each, closure);
  }
  return wrong;
}
