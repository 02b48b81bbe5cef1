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
  hd_interval *i = &q->interval;
  q->low_known = q->high_known = true;
  *i = (hd_interval){.low = q->low, .high = q->high};
  if (!is_exact(q))
    *i = hd_interval_widen(*i, hd_number_div(q->last_digit, hd_number_of(2)));
  switch (q->bound) {
  case HD_BOUND_MORE_THAN:
  case HD_BOUND_AT_LEAST:
    q->high_known = false;
    i->low = q->low;
    i->low_open = q->bound == HD_BOUND_MORE_THAN;
    i->high_infinite = !q->and_more;
    i->high_open = q->and_more;
    if (q->and_more)
      i->high = hd_number_add(q->low, round_unit(q));
    break;
  case HD_BOUND_LESS_THAN:
  case HD_BOUND_AT_MOST:
    q->low_known = false;
    i->high = q->high;
    i->high_open = q->bound == HD_BOUND_LESS_THAN;
    i->low_infinite = true;
    break;
  case HD_BOUND_EXACT:
  case HD_BOUND_ABOUT:
    break;
  }
}
