/* text_cell: the inside of the TEXT_CELL links, shared by its files. */
#ifndef HD_TEXT_CELL_H
#define HD_TEXT_CELL_H
#include "table.h"

enum {
  HD_CELL_DIGITS = 16,
  HD_CELLS_MOST = 60000, /* figures in cells that are indexed */
  HD_HITS_MOST = 24,     /* of them, looked at for one key */
  HD_SAID_HITS = 8       /* of those that have a figure, kept */
};

/* The significant digits of a printed figure, without zeros at its end. */
typedef struct {
  char at[HD_CELL_DIGITS + 2];
  uint8_t n;
} hd_cell_digits;

/* ---- cell_index.c: figures of cells by their digits -----------------------
 */
typedef struct {
  uint32_t grid, row, column, claim;
  bool second; /* not the cell's first figure: 100 (53) */
  hd_str name; /* key of the words that name it in its row; lower case */
  hd_cell_digits digits;
} hd_indexed;

typedef struct {
  uint32_t cell, next; /* of the same key; 0: none */
} hd_index_key;

typedef struct {
  hd_grids *all;
  HD_VEC(hd_indexed) cells;
  HD_VEC(hd_index_key) keys;
  hd_map *map;      /* digits to the last of their keys */
  hd_str **headers; /* a grid, a column: key of its lowest header */
  struct {
    const hd_grid *grid;
    uint32_t row;
    hd_str label, name;
  } last; /* the name asked for last: most cells of a row have one */
} hd_cell_index;

void hd_cell_index_build(hd_cell_index *index, hd_grids *all);
/* The first key of these digits, 0: none; follow ->next. */
uint32_t hd_cell_index_first(const hd_cell_index *index,
                             const hd_cell_digits *digits);
/* Has the key of a name more than numbers? */
bool hd_cell_has_letters(hd_str key);
/* Digits of a figure; n 0 where it is written in words. */
hd_cell_digits hd_cell_digits_read(const hd_linker *l, const hd_quantity *q);
/* The first k, rounded half up, or cut off; zeros at the end go. */
hd_cell_digits hd_cell_digits_round(const hd_cell_digits *d, uint8_t k,
                                    bool up);
/* Is d, rounded or cut to so many digits, the other? */
bool hd_cell_digits_rounds_to(const hd_cell_digits *d,
                              const hd_cell_digits *other, uint8_t digits);

/* ---- cell_words.c: does a passage speak of a cell? --------------------------
 */
typedef struct {
  uint32_t claim;
  hd_cell_digits digits;
  uint32_t hits[HD_SAID_HITS]; /* cells that have the figure, in the index */
  uint8_t n_hits;
  uint32_t loose[HD_SAID_HITS]; /* cells that have it, whose name is not told */
  uint8_t n_loose;
  uint8_t printed; /* digits with the zeros at the end of a decimal */
  bool agrees;
  bool told;    /* a link says that it is a slip */
  hd_str words; /* what may name it: in Chinese what stands close before it, in
                   English its sentence; lower case */
  hd_span passage;   /* where they stand */
  uint64_t heads[4]; /* a set of bits of the first three bytes of those words */
} hd_said;

/* Fills words and what is known of them, from the figure read before where
 * that has the same passage; NULL: there is none. */
void hd_said_read(hd_linker *l, hd_said *said, const hd_said *before);
/* How well the passage names a line by its key: 100 wholly, 50 in part. */
int hd_said_names(const hd_said *said, hd_str key);
/* 9.7 (6.5 to 13.0): does the text behind the figure have what stands behind
 * the cell's own? */
bool hd_said_rest(const hd_cell_index *index, const hd_said *said,
                  const hd_indexed *cell);
/* Does the table's caption, or the heading it stands under, begin to say what
 * the figure is of? */
bool hd_said_title(const hd_cell_index *index, const hd_said *said,
                   const hd_indexed *cell);
#endif
