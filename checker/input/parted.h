/* parted: figures that the edge of a narrow cell has parted. */
#ifndef HD_INPUT_PARTED_H
#define HD_INPUT_PARTED_H
#include "../base/base.h"

/* Is `before`, all of a cell's line, a figure that goes on in the next line
 * of the cell, which is `text`: 2,941,4 | 12, 12. | 5, 12 | .5? */
bool hd_figure_is_parted(hd_str before, hd_str text);
#endif
