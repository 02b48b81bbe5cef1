/* cell_series: figures of a sentence that are the cells of one line.
 *
 * Of the visits 61.2% were by bus, 20.7% by rail, 9.4% on foot and 5.1% by
 * boat: where the figures around a figure are, one by one, cells of one row or
 * one column, it should be one of those that are left of that line. */
#ifndef HD_CELL_SERIES_H
#define HD_CELL_SERIES_H
#include "cell_evidence.h"

/* The claim of the cell that figure i should be and is a slip away from;
 * HD_NONE: none, or it is a cell of the line, or of the row that it should be
 * of. */
uint32_t hd_cell_series_slip(const hd_said_list *x, size_t i);
#endif
