/* lexicon: the data files of rules/lexicon, read into tables.
 *
 * A table is a TSV file with a header row, UTF-8, `#` comment lines; its name
 * is LANGUAGE/STEM ("zh/units"). The first column is its key. Files embedded
 * in the binary come first; a --lexicon folder holds the same names: a row
 * with a known key overrides it, a key with `-` before it removes it.
 * Immutable once opened; owned by the arena it was opened in. */
#ifndef HD_LEXICON_H
#define HD_LEXICON_H
#include "base.h"

typedef struct {
  const char
      *name; /* "rules/missing-number.lua", "rules/lexicon/zh/units.tsv" */
  const unsigned char *data; /* NUL-terminated */
  size_t n;
} hd_embedded;
/* All files of rules/, sorted by name, made by the Makefile. */
extern const hd_embedded hd_embedded_files[];
extern const size_t hd_embedded_count;

/* Where the fields of an embedded table stand in its file: the header row,
 * then the rows. Made by the build (checker/embed/prepare.c), which has read
 * and checked the file, so that a run need not. */
typedef struct {
  const char *file; /* "rules/lexicon/zh/units.tsv" */
  uint32_t columns, rows;
  const uint32_t *lines;   /* of each row */
  const uint32_t *offsets; /* of each field, row by row */
  const uint32_t *lengths;
} hd_prepared_table;
extern const hd_prepared_table hd_prepared_tables[];
extern const size_t hd_prepared_table_count;

typedef struct {
  hd_str *fields; /* as many as the table has columns; "" where short */
  const char *file;
  uint32_t line;
} hd_row;

typedef struct {
  const char *name; /* "zh/units" */
  hd_str *columns;
  size_t n_columns;
  hd_row *rows;
  size_t n_rows;
  uint32_t *slots; /* of keys, see table.c */
  size_t n_slots;
} hd_table_data;

typedef struct hd_lexicon hd_lexicon;

/* folders: n user folders (may be 0). NULL and *error on a bad file. */
hd_lexicon *hd_lexicon_open(hd_arena *arena, const char *const *folders,
                            size_t n, hd_error *error);
/* NULL where there is no such table. */
const hd_table_data *hd_lexicon_table(const hd_lexicon *lexicon,
                                      const char *name);
/* Every table, sorted by name. */
size_t hd_lexicon_tables(const hd_lexicon *lexicon,
                         const hd_table_data **tables);
/* Makes the slots of a table whose rows are known. */
void hd_table_index(hd_arena *arena, hd_table_data *table);
/* The first row of the key, or n_rows. */
size_t hd_table_find(const hd_table_data *table, hd_str key);
/* Calls each() with every word of "a|b|@name"; a row @name has more of them in
 * its second field, rows within rows at most `depth` deep. Ends at what each()
 * says is wrong. NULL, or what is wrong. */
const char *hd_table_words(const hd_table_data *table, hd_str words, int depth,
                           const char *(*each)(void *closure, hd_str word),
                           void *closure);
/* Index of a column, or -1. */
int hd_table_column(const hd_table_data *table, const char *name);
/* The field, or an empty string where the table lacks the column (-1). */
static inline hd_str hd_row_field(const hd_row *row, int column) {
  return column < 0 ? (hd_str){"", 0} : row->fields[column];
}
#endif
