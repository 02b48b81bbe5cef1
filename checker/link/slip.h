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
/* How many bytes of a and b differ, n of each; the first two places of them. */
size_t hd_slip_places(const char *a, const char *b, size_t n, size_t at[2]);
/* Are those at two places each other's? */
bool hd_slip_is_swap(const char *a, const char *b, const size_t at[2]);
/* Is the longer text, of n + 1 bytes, the shorter with one more? */
bool hd_slip_is_shortened(const char *shorter, size_t n, const char *longer);
#endif
