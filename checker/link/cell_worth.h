/* cell_worth: is a cell worth what a figure of the text is? */
#ifndef HD_CELL_WORTH_H
#define HD_CELL_WORTH_H
#include "row_figures.h"

enum { HD_WORTH_LONG = 4 }; /* digits of a figure that tells by itself */

typedef enum {
  HD_WORTH_APART,
  HD_WORTH_ALIKE,
  HD_WORTH_RESCALED /* by what the table says its figures are in */
} hd_worth;

/* Is the cell a percentage? */
bool hd_worth_share(const hd_row_figures *r, const hd_indexed *e);
/* Is the cell worth `times` the figure? The cell is in what its table says
 * ($ in millions); figures of four digits may be printed in another unit,
 * which may stand in a caption; a percentage is none of money. */
hd_worth hd_worth_compare(const hd_row_figures *r, const hd_said *f,
                          const hd_indexed *e, double times);
/* Is the cell ten times the figure, or a tenth of it, both told in one scale?
 */
hd_worth hd_worth_by_ten(const hd_row_figures *r, const hd_said *f,
                         const hd_indexed *e);
/* $26.6 billion, where the table says what its figures are in. */
bool hd_worth_scaled(const hd_row_figures *r, const hd_said *f,
                     const hd_indexed *e);
/* The power of ten by which a figure with the cell's digits is off what the
 * table says its figures are in; 0: it says nothing, or something else. */
int hd_worth_power_off(const hd_row_figures *r, const hd_said *f,
                       const hd_indexed *e);
/* The power of ten, from 1 up, that the figure is of the cell, as printed; 0:
 * it is none. */
double hd_worth_power(const hd_quantity *figure, const hd_quantity *cell);
/* What digits of the figure's own length are to the figure. */
double hd_worth_times(const hd_said *f, const hd_cell_digits *d);
#endif
