/* cell_frame: a column that a sentence reads out row by row.
 *
 * Highest among male (65.5%), Asian (66.7%) and Black (53.9%) students: where
 * figures beside a figure are cells of one column, each with the name of its
 * row on the same side of it, the figure is that column's cell of the row that
 * is named beside it in the same way. */
#ifndef HD_CELL_FRAME_H
#define HD_CELL_FRAME_H
#include "cell_evidence.h"

/* The claim of the cell that figure i should be and is a slip away from;
 * HD_NONE: none, or it is that cell, or another of its row. */
uint32_t hd_cell_frame_slip(const hd_said_list *x, size_t i);
#endif
