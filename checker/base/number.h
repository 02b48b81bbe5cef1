/* number: exact arithmetic on printed figures.
 *
 * hd_number is a reduced fraction of two 128-bit integers. Each operation
 * checks for overflow; where 128 bits do not suffice it is carried out with
 * GMP and reduced; a result that then still does not fit is NaN (den 0), and
 * NaN is contagious: a rule sees `undecided`, never a wrong figure.
 *
 * hd_interval is what a printed figure may stand for: 31.6 % is
 * [31.55, 31.65]. Ends may be infinite; an end may be excluded (超2000: the
 * low end is open). An interval with a NaN end is undecided. */
#ifndef HD_NUMBER_H
#define HD_NUMBER_H
#include "base.h"

__extension__ typedef __int128 hd_int;

typedef struct {
  hd_int num, den; /* reduced, den > 0; den == 0: NaN */
} hd_number;

static inline hd_number hd_number_of(int64_t n) { return (hd_number){n, 1}; }
hd_number hd_number_ratio(hd_int num, hd_int den);
/* coefficient × 10^-decimals; decimals may be negative. */
hd_number hd_number_decimal(hd_int coefficient, int decimals);
/* Reads [+-]digits[.digits]; no grouping. false: not such a number. */
bool hd_number_parse(hd_str s, hd_number *out);
hd_number hd_number_add(hd_number a, hd_number b);
hd_number hd_number_sub(hd_number a, hd_number b);
hd_number hd_number_mul(hd_number a, hd_number b);
hd_number hd_number_div(hd_number a, hd_number b); /* by zero: NaN */
int hd_number_cmp_apart(hd_number a, hd_number b); /* of any two */
/* NaN compares equal to all. */
static inline int hd_number_cmp(hd_number a, hd_number b) {
  return a.den == b.den && a.den != 0 ? (a.num > b.num) - (a.num < b.num)
                                      : hd_number_cmp_apart(a, b);
}
static inline bool hd_number_is_nan(hd_number a) { return a.den == 0; }
static inline bool hd_number_is_integer(hd_number a) { return a.den == 1; }
/* A decimal where there is a finite one of at most 30 places, else n/d; "" for
 * NaN. */
const char *hd_number_text(hd_arena *arena, hd_number a);
/* Rounded half up to `decimals` places. */
const char *hd_number_round_text(hd_arena *arena, hd_number a, int decimals);
/* hd_number_text where that has at most `places` behind the point, else rounded
 * to so many. */
const char *hd_number_brief(hd_arena *arena, hd_number a, int places);
double hd_number_double(hd_number a); /* for ordering and display only */

typedef struct {
  hd_number low, high;
  bool low_infinite, high_infinite; /* no end on this side */
  bool low_open, high_open;         /* the end itself is excluded */
} hd_interval;

hd_interval hd_interval_point(hd_number a);
/* value ± half of 10^-decimals (scaled by `scale`). */
hd_interval hd_interval_rounded(hd_number value, hd_number half_unit);
hd_interval hd_interval_add(hd_interval a, hd_interval b);
hd_interval hd_interval_sub(hd_interval a, hd_interval b);
hd_interval hd_interval_mul(hd_interval a, hd_interval b);
/* NaN ends where b holds zero. */
hd_interval hd_interval_div(hd_interval a, hd_interval b);
bool hd_interval_is_nan(hd_interval a);
/* Do they share a value? Undecided ones meet. */
bool hd_interval_meets(hd_interval a, hd_interval b);
/* "[31.55,31.65]", "(2000,)", "12" of a point, "?" where it is undecided;
 * brief: its ends as hd_number_brief has them. */
const char *hd_interval_text(hd_arena *arena, hd_interval i);
const char *hd_interval_brief(hd_arena *arena, hd_interval i, int places);
/* Widened by `by` on both sides. */
hd_interval hd_interval_widen(hd_interval a, hd_number by);
#endif
