/* cell_unit: what is written of the unit of a table's cell.
 *
 * In: an offset in a table. Out: the texts that may name its unit, the nearest
 * first: what stands in brackets in the header of its column (合计(万元)) or in
 * the first cell of its row, and behind 单位: or Unit: in the captions. Whether
 * they are units is for the caller to see. */
#ifndef HD_CELL_UNIT_H
#define HD_CELL_UNIT_H
#include "document.h"

enum { HD_CELL_UNITS = 4 };
/* Fills at most HD_CELL_UNITS texts; their number. 0 outside of tables. */
size_t hd_cell_units(const hd_document *doc, uint32_t off,
                     hd_str units[HD_CELL_UNITS]);
#endif
