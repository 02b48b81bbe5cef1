/* grid: the figures of a table by row and column, for the table links. */
#ifndef HD_GRID_H
#define HD_GRID_H
#include "linker.h"

enum { HD_GRID_MOST_COLUMNS = 16, HD_GRID_MOST_ROWS = 2000 };

typedef struct {
  uint32_t claim;   /* HD_NONE: no figure */
  double value;     /* for searching only; rules compute exactly */
  double slack;     /* half a unit of its last digit */
  bool percent;
} hd_grid_cell;

typedef struct {
  uint32_t rows, columns;
  hd_grid_cell *cells; /* rows × columns */
} hd_grid;

/* The grid of table t; first_claim is an index into l->order to search from,
 * moved on. NULL where the table is too small or too large. */
hd_grid *hd_grid_read(hd_linker *l, const hd_table *t, size_t *first_claim);
static inline const hd_grid_cell *hd_grid_at(const hd_grid *g, uint32_t row,
                                             uint32_t column) {
  return &g->cells[(size_t)row * g->columns + column];
}
#endif
