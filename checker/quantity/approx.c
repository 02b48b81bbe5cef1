/* approx: bounds around a figure (近, 超, 余, 以上, about, at least), and the
 * interval that a printed figure stands for.
 *
 * Words before a number are looked up from right to left, the longest wins;
 * 节约 is listed as no approximator, so that its 约 is not one. */
#include "scan.h"

hd_bound hd_approx_before(const hd_scan *scan, uint32_t off, bool bare,
                          hd_span *span) {
  uint32_t end = hd_scan_blanks_back(scan, off);
  hd_match best;
  if (!hd_scan_edge_back(scan, end, HD_EDGE_BEFORE) ||
      !hd_scan_word_back(scan, scan->units->before, end, &best))
    return HD_BOUND_EXACT;
  const hd_approximator *a = &scan->units->approximators.items[best.values[0]];
  if (a->side == HD_SIDE_NUMERAL && !bare)
    return HD_BOUND_EXACT;
  if (a->bound != HD_BOUND_EXACT)
    *span = (hd_span){end - (uint32_t)best.n, end};
  return a->bound;
}

hd_bound hd_approx_after(const hd_scan *scan, uint32_t at, hd_span *span) {
  uint32_t off = hd_scan_blanks(scan, at, 1);
  if (!hd_scan_edge(scan, off, HD_EDGE_AFTER))
    return HD_BOUND_EXACT;
  for (int lang = 0; lang < 2; lang++) {
    hd_match match;
    if (!hd_scan_word(scan, scan->units->after[lang], off, &match))
      continue;
    *span = (hd_span){off, off + (uint32_t)match.n};
    return scan->units->approximators.items[match.values[0]].bound;
  }
  return HD_BOUND_EXACT;
}

/* A whole number of things, written out, is exact. */
static bool is_exact(const hd_quantity *q) {
  bool whole =
      q->decimals == 0 && hd_number_cmp(q->scale, hd_number_of(1)) == 0 &&
      hd_number_cmp(q->last_digit, hd_number_of(1)) <= 0; /* not 二十八万 */
  return hd_number_cmp(q->last_digit, hd_number_of(0)) == 0 ||
         (whole && (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_RANK ||
                    q->kind == HD_KIND_ORDINAL || q->kind == HD_KIND_AGE));
}

/* One unit of the last printed digit that is no zero, scaled: 10亿 of 870亿. */
static hd_number round_unit(const hd_quantity *q) {
  hd_number printed = hd_number_div(q->low, q->scale);
  hd_int by = 1;
  if (printed.den != 1 || printed.num <= 0)
    return q->last_digit;
  while (by <= printed.num / 10 && printed.num % (by * 10) == 0)
    by *= 10;
  return hd_number_mul(hd_number_ratio(by, 1), q->scale);
}

void hd_approx_close(hd_quantity *q) {
  q->low_known = !hd_bound_is_ceiling(q->bound);
  q->high_known = !hd_bound_is_floor(q->bound);
  q->rounding = is_exact(q) ? HD_ROUNDING_EXACT : HD_ROUNDING_HALF;
  q->own = NULL;
}

void hd_approx_own(const hd_scan *scan, hd_quantity *q, hd_interval interval) {
  hd_interval *own = HD_NEW(scan->arena, hd_interval);
  *own = interval;
  q->own = own;
  q->low_known = q->high_known = true;
}

hd_interval hd_quantity_interval(const hd_quantity *q) {
  if (q->own)
    return *q->own;
  if (q->rounding == HD_ROUNDING_NONE)
    return (hd_interval){.low_infinite = false};
  hd_interval i = {.low = q->low, .high = q->high};
  if (q->rounding == HD_ROUNDING_HALF)
    i = hd_interval_widen(i, hd_number_div(q->last_digit, hd_number_of(2)));
  if (hd_bound_is_floor(q->bound)) {
    i.low = q->low;
    i.low_open = q->bound == HD_BOUND_MORE_THAN;
    i.high_infinite = !q->and_more;
    i.high_open = q->and_more;
    if (q->and_more)
      i.high = hd_number_add(q->low, round_unit(q));
  } else if (hd_bound_is_ceiling(q->bound)) {
    i.high = q->high;
    i.high_open = q->bound == HD_BOUND_LESS_THAN;
    i.low_infinite = true;
  }
  return i;
}
