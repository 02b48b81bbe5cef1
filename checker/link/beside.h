/* beside: the other figures of two sentences: whether they speak of one thing
 * is told by what else they print. Ranges are of items of hd_quantities. */
#ifndef HD_BESIDE_H
#define HD_BESIDE_H
#include "linker.h"

/* The items of the sentence of figure k. */
hd_span hd_beside_items(const hd_linker *l, size_t k);
/* Does the sentence b name each year that the sentence a names? */
bool hd_beside_years(const hd_linker *l, hd_span a, hd_span b);
/* Do they print one value in one unit? */
bool hd_beside_equal(const hd_quantity *p, const hd_quantity *q);
/* Is a figure that measures something, equal to q, among the items? */
bool hd_beside_holds(const hd_linker *l, hd_span items, const hd_quantity *q);

/* The other figures of two sentences: how many each has and how many agree. */
typedef struct {
  uint32_t a, b, agree;
} hd_beside_fellows;
/* p of a and q of b are the figures in question and left out. */
hd_beside_fellows hd_beside_fellows_of(const hd_linker *l, hd_span a, hd_span b,
                                       const hd_quantity *p,
                                       const hd_quantity *q);

/* The figures next to two, on the same side of both: how many are equal and
 * how many are not. 0 to 2 each. */
typedef struct {
  uint32_t equal, other;
} hd_beside_sides;
hd_beside_sides hd_beside_sides_of(const hd_linker *l, size_t a, size_t b);
/* 44,300 (43.6%) and 47,006 (46.3%): does the figure that each is printed
 * with in brackets differ? */
bool hd_beside_parted(const hd_linker *l, size_t a, size_t b);
/* 95% CI, 95% (confidence: the level of an interval? */
bool hd_beside_of_interval(const hd_linker *l, const hd_quantity *q);
#endif
