/* interval: what a printed figure may stand for, and arithmetic on that.
 *
 * Each end is worked out on its own as a bound: a number or infinity, and
 * whether it is excluded. A product's ends are the least and greatest of the
 * four products of ends, where zero times infinity is zero. */
#include "number.h"

typedef struct {
  hd_number number;
  int infinite; /* -1, 0, 1 */
  bool open;
} bound;

static bound low_of(hd_interval a) {
  return (bound){a.low, a.low_infinite ? -1 : 0, a.low_open};
}

static bound high_of(hd_interval a) {
  return (bound){a.high, a.high_infinite ? 1 : 0, a.high_open};
}

static hd_interval between(bound low, bound high) {
  return (hd_interval){.low = low.infinite ? hd_number_of(0) : low.number,
                       .high = high.infinite ? hd_number_of(0) : high.number,
                       .low_infinite = low.infinite != 0,
                       .high_infinite = high.infinite != 0,
                       .low_open = low.open || low.infinite,
                       .high_open = high.open || high.infinite};
}

static hd_interval undecided(void) {
  hd_number nothing = {0, 0};
  return (hd_interval){.low = nothing, .high = nothing};
}

hd_interval hd_interval_point(hd_number a) {
  return (hd_interval){.low = a, .high = a};
}

hd_interval hd_interval_rounded(hd_number value, hd_number half_unit) {
  return (hd_interval){.low = hd_number_sub(value, half_unit),
                       .high = hd_number_add(value, half_unit)};
}

bool hd_interval_is_nan(hd_interval a) {
  return (!a.low_infinite && hd_number_is_nan(a.low)) ||
         (!a.high_infinite && hd_number_is_nan(a.high));
}

static bound add_bounds(bound a, bound b) {
  if (a.infinite || b.infinite)
    return (bound){{0, 1}, a.infinite ? a.infinite : b.infinite, true};
  return (bound){hd_number_add(a.number, b.number), 0, a.open || b.open};
}

static hd_interval negated(hd_interval a) {
  bound low = low_of(a), high = high_of(a);
  low.number.num = -low.number.num;
  high.number.num = -high.number.num;
  return between(high, low);
}

hd_interval hd_interval_add(hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return undecided();
  return between(add_bounds(low_of(a), low_of(b)),
                 add_bounds(high_of(a), high_of(b)));
}

hd_interval hd_interval_sub(hd_interval a, hd_interval b) {
  return hd_interval_add(a, negated(b));
}

static int sign_of(bound a) {
  return a.infinite ? a.infinite : (a.number.num > 0) - (a.number.num < 0);
}

/* An end of zero that belongs to the interval makes a product that is
 * reached, whatever the other end is. */
static bound mul_bounds(bound a, bound b) {
  int sign = sign_of(a) * sign_of(b);
  if (sign == 0) {
    bool reached = (sign_of(a) == 0 && !a.open) || (sign_of(b) == 0 && !b.open);
    return (bound){{0, 1}, 0, !reached};
  }
  if (a.infinite || b.infinite)
    return (bound){{0, 1}, sign, true};
  return (bound){hd_number_mul(a.number, b.number), 0, a.open || b.open};
}

static int cmp_bounds(bound a, bound b) {
  if (a.infinite || b.infinite)
    return (a.infinite > b.infinite) - (a.infinite < b.infinite);
  return hd_number_cmp(a.number, b.number);
}

/* The smaller (side -1) or greater (side 1); of equal ones the included. */
static bound outer(bound a, bound b, int side) {
  int order = cmp_bounds(a, b) * side;
  return order > 0 || (order == 0 && !a.open) ? a : b;
}

/* Are both ends finite and its own? */
static bool is_closed(const hd_interval *a) {
  return !(a->low_infinite | a->high_infinite | a->low_open | a->high_open);
}

static bool is_point(const hd_interval *a) {
  return is_closed(a) && a->low.num == a->high.num && a->low.den == a->high.den;
}

/* The closed interval a times n. */
static hd_interval scaled(const hd_interval *a, hd_number n) {
  hd_interval out =
      hd_interval_point(hd_number_mul(n.num < 0 ? a->high : a->low, n));
  if (!is_point(a))
    out.high = hd_number_mul(n.num < 0 ? a->low : a->high, n);
  return hd_interval_is_nan(out) ? undecided() : out;
}

hd_interval hd_interval_mul(hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return undecided();
  if (is_point(&b) && is_closed(&a)) /* as most are */
    return scaled(&a, b.low);
  if (is_point(&a) && is_closed(&b))
    return scaled(&b, a.low);
  bound products[4] = {
      mul_bounds(low_of(a), low_of(b)), mul_bounds(low_of(a), high_of(b)),
      mul_bounds(high_of(a), low_of(b)), mul_bounds(high_of(a), high_of(b))};
  bound low = products[0], high = products[0];
  for (size_t i = 0; i < 4; i++) {
    if (!products[i].infinite && hd_number_is_nan(products[i].number))
      return undecided();
    low = outer(low, products[i], -1);
    high = outer(high, products[i], 1);
  }
  return between(low, high);
}

/* 1/a at the end of an interval that lies on side `sign` of zero. */
static bound turned(bound a, int sign) {
  if (a.infinite)
    return (bound){{0, 1}, 0, true};
  if (a.number.num == 0)
    return (bound){{0, 1}, sign, true};
  return (bound){hd_number_div(hd_number_of(1), a.number), 0, a.open};
}

hd_interval hd_interval_div(hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return undecided();
  bound low = low_of(b), high = high_of(b);
  bool above = sign_of(low) > 0 || (sign_of(low) == 0 && low.open);
  bool below = sign_of(high) < 0 || (sign_of(high) == 0 && high.open);
  if (above == below)
    return undecided();
  if (is_point(&b) && is_closed(&a))
    return scaled(&a, hd_number_div(hd_number_of(1), b.low));
  int sign = above ? 1 : -1;
  return hd_interval_mul(a, between(turned(high, sign), turned(low, sign)));
}

/* Does a lie wholly below b? */
static bool lies_below(hd_interval a, hd_interval b) {
  if (a.high_infinite || b.low_infinite)
    return false;
  int order = hd_number_cmp(a.high, b.low);
  return order < 0 || (order == 0 && (a.high_open || b.low_open));
}

bool hd_interval_meets(hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return true;
  return !lies_below(a, b) && !lies_below(b, a);
}

hd_interval hd_interval_widen(hd_interval a, hd_number by) {
  if (!a.low_infinite)
    a.low = hd_number_sub(a.low, by);
  if (!a.high_infinite)
    a.high = hd_number_add(a.high, by);
  return a;
}

typedef const char *number_text(hd_arena *arena, hd_number a, int places);

static const char *exact(hd_arena *arena, hd_number a, int places) {
  (void)places;
  return hd_number_text(arena, a);
}

static const char *print(hd_arena *arena, hd_interval i, number_text *text,
                         int places) {
  if (hd_interval_is_nan(i))
    return "?";
  if (!i.low_infinite && !i.high_infinite && !hd_number_cmp(i.low, i.high))
    return text(arena, i.low, places);
  return hd_arena_format(arena, "%s%s,%s%s",
                         i.low_infinite || i.low_open ? "(" : "[",
                         i.low_infinite ? "" : text(arena, i.low, places),
                         i.high_infinite ? "" : text(arena, i.high, places),
                         i.high_infinite || i.high_open ? ")" : "]");
}

const char *hd_interval_text(hd_arena *arena, hd_interval i) {
  return print(arena, i, exact, 0);
}

const char *hd_interval_brief(hd_arena *arena, hd_interval i, int places) {
  return print(arena, i, hd_number_brief, places);
}
