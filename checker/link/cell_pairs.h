/* cell_pairs: pairs of figures that read out two rows or two columns.
 *
 * Eaten fruit (50.5% versus 43.6%), no breakfast (80.1% versus 69.9%), water
 * (46.1% versus 42.2%): where pairs of a passage are cells of two rows, column
 * by column, a pair of which one figure is the first row's cell should have the
 * second row's cell of that column beside it. */
#ifndef HD_CELL_PAIRS_H
#define HD_CELL_PAIRS_H
#include "cell_evidence.h"

enum { HD_CELL_PAIRS_MOST = 16 };

typedef struct {
  size_t figure;  /* of the list */
  uint32_t claim; /* the cell that it should be and is a slip away from */
} hd_cell_slip;

/* Are figure i and the next one, each, a cell, and both of one row or column?
 */
bool hd_cell_pairs_hold(const hd_said_list *x, size_t i);
/* At most HD_CELL_PAIRS_MOST of a passage; how many. */
size_t hd_cell_pairs_slips(const hd_said_list *x, hd_cell_slip *out);
#endif
