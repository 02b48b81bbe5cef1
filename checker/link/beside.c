/* beside: the figures of two sentences held against each other.
 *
 * In: the figures of one sentence, as a range of items. Out: whether the
 * other sentence has them. Sentences have few figures: each is looked for. */
#include "beside.h"

/* The items of the sentence of figure k. */
hd_span hd_beside_items(const hd_linker *l, size_t k) {
  uint32_t at = l->order[k], sentence = l->q->items[at].sentence;
  hd_span s = {at, at + 1};
  while (s.off > 0 && l->q->items[s.off - 1].sentence == sentence)
    s.off--;
  while (s.end < l->q->n && l->q->items[s.end].sentence == sentence)
    s.end++;
  return s;
}

static bool is_time(const hd_quantity *q) {
  return q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD;
}

/* Does the sentence of b name each year that the sentence of a names? */
bool hd_beside_years(const hd_linker *l, hd_span a, hd_span b) {
  for (uint32_t i = a.off; i < a.end; i++) {
    const hd_quantity *p = &l->q->items[i];
    bool found = !is_time(p) || !p->first.year;
    for (uint32_t k = b.off; k < b.end && !found; k++)
      found = is_time(&l->q->items[k]) &&
              l->q->items[k].first.year == p->first.year;
    if (!found)
      return false;
  }
  return true;
}

/* 13,677 respondents, N = 13,677: one count with its noun and without. */
static bool is_long_count(const hd_quantity *q) {
  enum { TELLING = 4 };
  return q->kind == HD_KIND_COUNT && q->grouped && q->digits >= TELLING;
}

static bool have_one_unit(const hd_quantity *p, const hd_quantity *q) {
  return p->unit == q->unit || (is_long_count(p) && is_long_count(q));
}

bool hd_beside_equal(const hd_quantity *p, const hd_quantity *q) {
  return have_one_unit(p, q) && p->low_known == q->low_known &&
         p->high_known == q->high_known &&
         (!p->low_known || hd_number_cmp(p->low, q->low) == 0) &&
         (!p->high_known || hd_number_cmp(p->high, q->high) == 0);
}

static bool measures(const hd_quantity *q) {
  return !is_time(q) && q->kind != HD_KIND_MARKER &&
         q->kind != HD_KIND_IDENTIFIER && q->kind != HD_KIND_NAME &&
         q->kind != HD_KIND_ORDINAL;
}

bool hd_beside_holds(const hd_linker *l, hd_span items, const hd_quantity *q) {
  for (uint32_t i = items.off; i < items.end; i++)
    if (measures(&l->q->items[i]) && hd_beside_equal(&l->q->items[i], q))
      return true;
  return false;
}

/* Ages, terms and ranges that agree say who or how long, which proves
 * nothing: aged 18 to 49 stands in any sentence of the two. */
static bool is_bracket(const hd_quantity *q) {
  return q->kind == HD_KIND_AGE || q->kind == HD_KIND_DURATION ||
         !q->low_known || !q->high_known || hd_number_cmp(q->low, q->high) != 0;
}

/* One digit agrees by chance. */
static bool tells(const hd_quantity *q) { return measures(q) && q->digits > 1; }

hd_beside_fellows hd_beside_fellows_of(const hd_linker *l, hd_span a, hd_span b,
                                       const hd_quantity *p,
                                       const hd_quantity *q) {
  hd_beside_fellows f = {0};
  for (uint32_t i = a.off; i < a.end; i++) {
    const hd_quantity *x = &l->q->items[i];
    if (x == p || !tells(x) || hd_beside_holds(l, (hd_span){a.off, i}, x))
      continue;
    bool agrees = hd_beside_holds(l, b, x);
    f.a += !(agrees && is_bracket(x));
    f.agree += agrees && !is_bracket(x);
  }
  for (uint32_t i = b.off; i < b.end; i++) {
    const hd_quantity *x = &l->q->items[i];
    f.b += x != q && tells(x) && !hd_beside_holds(l, (hd_span){b.off, i}, x) &&
           !(is_bracket(x) && hd_beside_holds(l, a, x));
  }
  return f;
}

/* Is figure `to` of the sentence of figure k? */
static bool is_next(const hd_linker *l, size_t k, size_t to) {
  return to < l->n_order &&
         hd_linker_figure(l, to)->sentence == hd_linker_figure(l, k)->sentence;
}

hd_beside_sides hd_beside_sides_of(const hd_linker *l, size_t a, size_t b) {
  hd_beside_sides sides = {0};
  for (size_t step = 0; step < 2; step++) { /* before, behind */
    size_t p = a + 2 * step - 1, q = b + 2 * step - 1;
    if (!is_next(l, a, p) || !is_next(l, b, q))
      continue;
    bool same = hd_beside_equal(hd_linker_figure(l, p), hd_linker_figure(l, q));
    sides.equal += same;
    sides.other += !same;
  }
  return sides;
}

/* The figure in brackets behind figure k, or before the brackets that it
 * stands in: 44,300 (43.6%). */
static size_t partner_of(const hd_linker *l, size_t k) {
  for (size_t before = 0; before < 2; before++) {
    size_t other = before ? k - 1 : k + 1;
    if (!is_next(l, k, other))
      continue;
    hd_str gap =
        before ? hd_linker_gap(l, other, k) : hd_linker_gap(l, k, other);
    if (hd_str_is(gap, "(") || hd_str_is(gap, " (") || hd_str_is(gap, "（"))
      return other;
  }
  return l->n_order;
}

bool hd_beside_parted(const hd_linker *l, size_t a, size_t b) {
  size_t p = partner_of(l, a), q = partner_of(l, b);
  return p < l->n_order && q < l->n_order &&
         !hd_beside_equal(hd_linker_figure(l, p), hd_linker_figure(l, q));
}

bool hd_beside_of_interval(const hd_linker *l, const hd_quantity *q) {
  enum { REACH = 14 };
  size_t end = q->span.end + REACH;
  end = end < l->doc->text.n ? end : l->doc->text.n;
  hd_str after = hd_linker_between(l, q->span.end, (uint32_t)end);
  while (after.n && strchr(" ([-", *after.p))
    after = (hd_str){after.p + 1, after.n - 1};
  return hd_str_starts(after, HD_STR("CI")) ||
         hd_str_starts(after, HD_STR("confid"));
}
