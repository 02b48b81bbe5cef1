/* grid: header rows and spans of a table whose cells are known. */
#ifndef HD_GRID_H
#define HD_GRID_H
#include "build.h"

/* The open block becomes the table of the cells added to it. At least
 * `header_rows` rows are headers (0: nothing says so); rows below them that
 * only name columns (units, years) are headers too, and a header over empty
 * ones spans them. */
void hd_grid_close(hd_build *b, uint32_t header_rows);
/* Is this a figure (16.6 (0.2), 91,016,775.35, 12,345元), not a year or a
 * word with a number in it? */
bool hd_grid_is_figure(hd_str cell);
/* torn.c: the offset of the blank that tears the cell's one figure (19,032,80
 * 0), HD_NONE where it holds something else or a whole figure. */
uint32_t hd_torn_blank(hd_str cell);
#endif
