/* same_slots: English figures that their slots give one name.
 *
 * In: claims of running text with subject or indicator, scope and a period of
 * their own sentence. Out: SAME_FACT links of those for which all of it is
 * equal and whose figures are one slip of the pen apart: two figures of one
 * name may be of different things, but then their digits are, too. Linear: one
 * index, at most eight figures a name. */
#include "linker.h"

enum { MOST = 8, SURE = 85 };

static bool said(const hd_slot *slot) {
  return slot->from == HD_FROM_CLAUSE || slot->from == HD_FROM_LIST;
}

static bool is_said(const hd_claim *c) {
  return said(&c->subject) || said(&c->indicator);
}

static bool firm(const hd_period *p) {
  return p->from == HD_FROM_CLAUSE || p->from == HD_FROM_EARLIER ||
         p->from == HD_FROM_LIST;
}

static uint32_t words_of(hd_str s) {
  uint32_t n = s.n > 0;
  for (size_t i = 0; i < s.n; i++)
    n += s.p[i] == ' ';
  return n;
}

/* up 27.0% when compared to the third quarter of 2024: both times are said. */
static bool is_dated_change(const hd_claim *c) {
  return c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) &&
         firm(&c->base) && !hd_span_empty(c->base.span);
}

static bool usable(const hd_linker *l, size_t k) {
  enum { WORDS = 2, LETTERS = 10, LONG = 3, SHORT = 6 };
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  return (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_PERCENT) &&
         q->bound == HD_BOUND_EXACT && !q->numeral && firm(&c->period) &&
         (is_dated_change(c)
              ? c->name.n >= SHORT
              : words_of(c->name) >= (is_said(c) ? WORDS : LONG) &&
                    c->name.n >= LETTERS) &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

static hd_str key_of(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_str unit = q->unit ? q->unit->canonical : (hd_str){"", 0};
  return hd_str_of(hd_arena_format(
      l->arena, "%.*s/%.*s/%s/%s/%d/%u/%.*s", (int)c->name.n, c->name.p,
      (int)c->scope.text.n, c->scope.text.p,
      hd_period_text(l->arena, c->period), hd_period_text(l->arena, c->base),
      (int)c->direction, (unsigned)(c->aspects * 4u + (unsigned)c->mode),
      (int)unit.n, unit.p));
}

enum { ROOM = 24 };

/* The digits as they are printed, zeros at the end kept. */
static size_t printed(const hd_linker *l, const hd_quantity *q, char *out) {
  hd_str s = hd_document_text(l->doc, q->number);
  size_t n = 0;
  for (size_t i = 0; i < s.n && n < ROOM; i++)
    if (s.p[i] >= '0' && s.p[i] <= '9')
      out[n++] = s.p[i];
  return n;
}

/* Printed alike, and one slip apart. */
static bool slipped(const hd_linker *l, size_t a, size_t b) {
  enum { DIGITS = 3 };
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  if (hd_linker_claim(l, a)->sentence == hd_linker_claim(l, b)->sentence ||
      p->decimals != q->decimals || hd_number_cmp(p->low, q->low) == 0 ||
      hd_number_cmp(p->scale, q->scale) != 0)
    return false;
  char x[ROOM], y[ROOM];
  size_t n = printed(l, p, x), m = printed(l, q, y), at[2], differ = 0;
  for (size_t i = 0; n == m && i < n; i++) {
    if (x[i] == y[i])
      continue;
    if (differ < 2)
      at[differ] = i;
    differ++;
  }
  if (n != m || n < DIGITS)
    return false;
  return differ == 1 ||
         (differ == 2 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]]);
}

typedef struct {
  size_t items[MOST];
  uint32_t n;
} named;

/* Three values under one name: it is the name of several things. */
static bool is_one_thing(const hd_linker *l, const named *g) {
  enum { VALUES = 2 };
  hd_number seen[VALUES];
  uint32_t n = 0;
  for (uint32_t i = 0; i < g->n; i++) {
    hd_number v = hd_linker_figure(l, g->items[i])->low;
    bool known = false;
    for (uint32_t k = 0; k < n; k++)
      known = known || hd_number_cmp(seen[k], v) == 0;
    if (known)
      continue;
    if (n == VALUES)
      return false;
    seen[n++] = v;
  }
  return true;
}

static void link_group(hd_linker *l, const named *g) {
  for (uint32_t i = 0; i < g->n; i++)
    for (uint32_t k = i + 1; k < g->n; k++) {
      bool own = is_said(hd_linker_claim(l, g->items[i])) ||
                 is_said(hd_linker_claim(l, g->items[k]));
      if (!own || !slipped(l, g->items[i], g->items[k]))
        continue;
      hd_link link = hd_linker_group(l, HD_LINK_SAME_FACT,
                                     (size_t[]){g->items[i], g->items[k]}, 2);
      link.strength = SURE;
      link.reason = "the same name, place and time";
      hd_linker_add(l, link);
    }
}

void hd_link_same_slots(hd_linker *l) {
  hd_map *map = hd_map_new(l->own);
  HD_VEC(named) groups = {0};
  for (size_t k = 0; k < l->n_order; k++) {
    if (!usable(l, k))
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(map, key_of(l, k), &fresh);
    if (fresh) {
      *slot = (uint32_t)groups.n;
      HD_PUSH(l->arena, &groups, (named){0});
    }
    named *g = &groups.items[*slot];
    if (g->n < MOST)
      g->items[g->n++] = k;
  }
  for (size_t i = 0; i < groups.n; i++)
    if (groups.items[i].n > 1 && is_one_thing(l, &groups.items[i]))
      link_group(l, &groups.items[i]);
}
