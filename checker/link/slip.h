/* slip: is one figure a slip of the pen away from another?
 *
 * The same question as rules/lib/near.lua asks, on doubles, for searching:
 * the rules ask again, exactly. */
#ifndef HD_SLIP_H
#define HD_SLIP_H
#include "../base/base.h"

typedef enum {
  HD_SLIP_NONE,
  HD_SLIP_SWAP,  /* two digits swapped, or up to four behind the first in
                   another order */
  HD_SLIP_DIGIT, /* one digit of three or more */
  HD_SLIP_POWER  /* a power of ten */
} hd_slip;

/* What made `printed` out of a value within `slack` of `wanted`; both are
 * multiples of `unit` (one unit of the last printed digit). A swap is told
 * before a digit. */
hd_slip hd_slip_find(double printed, double wanted, double slack, double unit);
/* The decimal logarithm of x > 0 to two places, and the nearest integer of a
 * figure of at most 18 digits: counts of digits, without the maths library. */
double hd_slip_log(double x);
double hd_slip_round(double x);
/* hd_slip_find for two lists of digits without leading zeros. */
hd_slip hd_slip_digits(const char *a, size_t n, const char *b, size_t m);
#endif
