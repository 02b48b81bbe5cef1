/* twin: two figures of one kind that have the same digits in another order.
 *
 * In: figures of at least four digits in running text. Out: SAME_FACT links of
 * two figures with one unit, aspect and direction whose digits are the same
 * but for their order, where the claims' names end alike, or where five or
 * more digits agree and the figures stand in one paragraph. An index over the
 * sorted digits: one look-up a figure; each figure meets the last one with its
 * key. */
#include "linker.h"
#include <stdlib.h>

enum { DIGITS = 24, LEAST = 4, SURE = 5 };

static int by_digit(const void *a, const void *b) {
  return *(const char *)a - *(const char *)b;
}

/* The digits of the number as printed, sorted; 0 where they are too many. */
static size_t sorted_digits(const hd_linker *l, const hd_quantity *q,
                            char *out) {
  hd_str s = hd_document_text(l->doc, q->number);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9')
      continue;
    if (n == DIGITS)
      return 0;
    out[n++] = s.p[i];
  }
  qsort(out, n, 1, by_digit);
  return n;
}

static bool usable(const hd_linker *l, const hd_claim *c,
                   const hd_quantity *q) {
  return (q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_COUNT) &&
         !q->numeral && q->unit && q->bound == HD_BOUND_EXACT &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

static hd_str key_of(const hd_linker *l, const hd_claim *c,
                     const hd_quantity *q, size_t *n) {
  char digits[DIGITS];
  *n = sorted_digits(l, q, digits);
  const char *s = hd_arena_format(
      l->arena, "%.*s/%u/%.*s/%x/%d/%d", (int)*n, digits, q->decimals,
      (int)q->unit->canonical.n, q->unit->canonical.p, (unsigned)c->aspects,
      (int)c->direction, (int)c->mode);
  return hd_str_of(s);
}

static bool related(const hd_claim *a, const hd_claim *b, size_t digits) {
  return hd_linker_one_name(a, b) ||
         (digits >= SURE && (a->block == b->block || a->block + 1 == b->block));
}

static void add(hd_linker *l, uint32_t a, uint32_t b) {
  hd_link k = hd_link_blank(HD_LINK_SAME_FACT);
  k.members = hd_arena_alloc(l->arena, 2 * sizeof *k.members);
  k.members[0] = hd_linker_ref(l, a);
  k.members[1] = hd_linker_ref(l, b);
  k.n_members = 2;
  k.strength = 60;
  k.reason = "the same digits in another order";
  hd_linker_add(l, k);
}

void hd_link_twins(hd_linker *l) {
  hd_map *map = hd_map_new(l->arena);
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    const hd_quantity *q = hd_linker_figure(l, i);
    size_t n;
    if (!usable(l, c, q))
      continue;
    hd_str key = key_of(l, c, q, &n);
    if (n < LEAST)
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(map, key, &fresh);
    const hd_claim *before = &l->claims->items[*slot];
    if (!fresh &&
        !hd_str_eq(hd_document_text(l->doc, q->number),
                   hd_document_text(l->doc, l->q->items[*slot].number)) &&
        related(before, c, n))
      add(l, *slot, l->order[i]);
    *slot = l->order[i];
  }
}
