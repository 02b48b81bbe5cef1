/* row_names: rows of tables by their labels, to be found in running text.
 *
 * A label is the words of a row's name in order, without case, a plural s,
 * brackets and words that name nothing (and, the, of); Less: and Total before
 * it may be left out. Found in a sentence: the longest label at each place,
 * whole. English alone; rows of one label, of whatever table, are a chain. */
#ifndef HD_ROW_NAMES_H
#define HD_ROW_NAMES_H
#include "table.h"

enum { HD_LABEL_WORDS = 14, HD_MENTIONS_MOST = 24, HD_ROWS_LOOKED_AT = 24 };

typedef struct {
  uint32_t grid, row;
  uint32_t next; /* the row of the same label before it, 0: none */
} hd_named_row;

typedef struct {
  const uint32_t *words; /* hashes */
  uint32_t n, letters;
  uint32_t rows; /* the last of its rows */
  uint32_t next; /* the label before it that begins alike, 0: none */
} hd_row_label;

enum { HD_LABEL_FIRSTS = 1024 };
typedef struct {
  hd_grids *all;
  HD_VEC(hd_named_row) rows;   /* 0: none */
  HD_VEC(hd_row_label) labels; /* 0: none */
  hd_map *by_words, *by_start;
  uint64_t firsts[HD_LABEL_FIRSTS / 64]; /* bits of the first words there are */
} hd_row_names;

/* A label in the text. */
typedef struct {
  hd_span span;
  uint32_t label;
} hd_mention;

void hd_row_names_build(hd_row_names *names, hd_grids *all);
/* The labels in a span of the text, in order; their number. */
size_t hd_row_names_find(const hd_row_names *names, hd_span span,
                         hd_mention *out, size_t most);
/* Is every word of the text one of those, a number or a month? */
bool hd_row_names_only(hd_str text, const char *const *words, size_t n);
/* The next word from *i on that is neither a number nor a month; empty at the
 * end. */
hd_str hd_row_names_word(hd_str text, size_t *i);
#endif
