/* row_change: the inside of the CELL_CHANGE links, shared by their files. */
#ifndef HD_ROW_CHANGE_H
#define HD_ROW_CHANGE_H
#include "row_figures.h"

enum { HD_PAIRS_MOST = 24 };

/* Two cells of a row whose columns differ in the year alone. */
typedef struct {
  const hd_grid_cell *level, *base;
  uint32_t grid, row;
  bool named; /* the sentence names its years, or none */
  bool met;   /* it names one of them, or none */
} hd_cell_pair;

typedef struct {
  hd_row_figures *rows;
  hd_linker *l;
  uint32_t sentence;
  const hd_mention *label;
  const hd_token *verb;
  hd_cell_pair pairs[HD_PAIRS_MOST];
  uint32_t n;
  hd_years years; /* of the sentence */
} hd_row_change;

/* row_pair.c: the pairs of all rows of the label. */
void hd_row_pairs_find(hd_row_change *c);
/* The pair that gives figure k (in reading order), or NULL; near: one that a
 * slip of the pen parts from it. */
const hd_cell_pair *hd_row_pair_of(const hd_row_change *c, size_t k,
                                   const hd_cell_pair **near);
/* Is the figure what the pair gives? */
bool hd_row_pair_gives(const hd_row_change *c, const hd_cell_pair *p, size_t k);
/* row_change.c: 1: the pair is against the verb, -1: it is not, 0: that is
 * open. */
int hd_row_pair_against(const hd_row_change *c, const hd_cell_pair *p);
/* Adds the link. k: the figure's place in reading order; HD_NONE: the
 * direction alone. */
void hd_row_change_say(hd_row_change *c, size_t k, const hd_cell_pair *p,
                       uint8_t strength);
/* row_amount.c: amounts whose row is named behind them, or by a level. */
void hd_row_amounts(hd_row_change *c);
/* row_told.c: what amounts of change give away. */
void hd_row_told(hd_row_change *c);
#endif
