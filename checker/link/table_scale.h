/* table_scale: figures of the text that are cells but for a power of ten. */
#ifndef HD_TABLE_SCALE_H
#define HD_TABLE_SCALE_H
#include "row_figures.h"

enum { HD_SCALE_OFF_MOST = 4 };
typedef struct {
  uint32_t figure, cell; /* claims */
  int8_t power;  /* of ten, that the figure is larger than the cell by */
  uint8_t named; /* how well the text names the cell's row: 100 wholly, 50 */
} hd_scale_off;

/* What the text says of the scale of one table. */
typedef struct {
  uint32_t fit;    /* figures that are cells of it at the scale it says */
  uint32_t fitted; /* the last of them + 1: a figure may be several cells */
  uint32_t n;
  hd_scale_off off[HD_SCALE_OFF_MOST];
} hd_scale_vote;

/* Notes a figure of the text at the scale that the table says. */
void hd_scale_fit(hd_scale_vote *vote, uint32_t figure);
/* Notes a figure at another; more of one cell count as one. */
void hd_scale_add(hd_scale_vote *vote, hd_scale_off off);
/* A TEXT_CELL link, differs "scale", for each table whose figures all are off
 * by one power of ten (anchor: the words that say its scale), and for each
 * figure that alone is. */
void hd_scale_links(hd_linker *l, const hd_row_figures *rows,
                    const hd_scale_vote *votes, size_t n);
#endif
