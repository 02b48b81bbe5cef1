/* shares_in_share_en: an English share and those it is made up of.
 *
 * In: a percentage and, behind "including", a colon or a bracket, two to six
 * others of its decimals, the last behind "and" or at the end of the bracket:
 * 31.7% of deaths: 26.0% from heart disease and 5.7% from stroke. Out: PARTS
 * links where they make it, or would but for two digits swapped: parts behind
 * such words overlap, or are not all, too often to ask for another digit.
 * Linear. */
#include "linker.h"
#include "slip.h"

enum { LEAST = 3, MOST = 7, STRENGTH = 90, NEAR = 160 };

typedef struct {
  uint32_t item[MOST]; /* the whole, and what follows of percentages */
  uint32_t n;
  bool enclosed; /* the others stand in a bracket behind the whole */
  double sum, unit;
} group;

static double number(hd_number n) { return hd_number_double(n); }

static bool is_share(const hd_linker *l, uint32_t i) {
  enum { OTHER = HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH };
  const hd_quantity *q = &l->q->items[i];
  return q->low_known && q->high_known && hd_number_cmp(q->low, q->high) == 0 &&
         number(q->low) > 0 && q->bound == HD_BOUND_EXACT &&
         !(l->claims->items[i].aspects & OTHER);
}

static double value(const hd_linker *l, const group *g, uint32_t k) {
  return number(l->q->items[g->item[k]].low);
}

static hd_str gap(const hd_linker *l, uint32_t a, uint32_t b) {
  return hd_linker_between(l, l->q->items[a].span.end, l->q->items[b].span.off);
}

/* Do the words behind the whole begin a list of its parts? Where they close its
 * own bracket, what follows is beside it: White (61.8%), Black (11.8%). */
static bool begins(hd_str s, group *g) {
  static const char *const words[] = {", including ",  " (including ", ": ",
                                      ", comprising ", ", of which ",  NULL};
  static const char *const ends[] = {"; ", ". ", ")", NULL};
  g->enclosed = hd_str_has(s, " (") && !hd_str_has_any(s, words);
  return s.n <= NEAR && !hd_str_has_any(s, ends) &&
         (g->enclosed || hd_str_has_any(s, words));
}

/* Adds figure i of the list; false where that ends with it, or is none. */
static bool take(const hd_linker *l, uint32_t i, group *g) {
  static const char *const joints[] = {" and ", " or ", " & ", NULL};
  const hd_quantity *q = &l->q->items[i];
  hd_str before = gap(l, g->item[g->n - 1], i);
  bool first = g->n == 1, fits = first ? begins(before, g) : before.n <= NEAR;
  if (!fits || !is_share(l, i) || g->n == MOST ||
      number(q->last_digit) != g->unit ||
      (!first && g->enclosed && hd_str_has(before, ")"))) {
    g->n = 0;
    return false;
  }
  g->item[g->n++] = i;
  g->sum += number(q->low);
  return first || !hd_str_has_any(before, joints);
}

/* The whole and its members, each of its decimals; fewer than three: none. */
static void gather(const hd_linker *l, uint32_t whole, uint32_t end, group *g) {
  const hd_quantity *q = l->q->items;
  *g = (group){.item = {whole}, .n = 1, .unit = number(q[whole].last_digit)};
  for (uint32_t i = whole + 1; i < end; i++)
    if (q[i].kind == HD_KIND_PERCENT && !take(l, i, g))
      return;
}

/* Would two digits swapped in one of them mend the sum? */
static bool is_swapped(const hd_linker *l, const group *g) {
  double whole = value(l, g, 0), off = g->sum - whole;
  for (uint32_t k = 0; k < g->n; k++) {
    double v = value(l, g, k), wanted = k ? v - off : g->sum;
    if (wanted > 0 && hd_slip_find(v, wanted, 0, g->unit) == HD_SLIP_SWAP)
      return true;
  }
  return false;
}

/* 6.6% (7.2% of men and 3.9% of women): is the whole the mean of a bracket? */
static bool is_mean(const hd_linker *l, const group *g) {
  double whole = value(l, g, 0);
  bool below = false, above = false;
  for (uint32_t k = 1; k < g->n; k++) {
    below = below || value(l, g, k) < whole;
    above = above || value(l, g, k) > whole;
  }
  return g->enclosed && below && above;
}

static void try_whole(hd_linker *l, uint32_t whole, uint32_t end) {
  group g;
  if (!is_share(l, whole))
    return;
  gather(l, whole, end, &g);
  if (g.n < LEAST || is_mean(l, &g))
    return;
  double off = g.sum - value(l, &g, 0);
  bool fits = (off < 0 ? -off : off) <= ((double)g.n / 2 + 0.01) * g.unit;
  if (!fits && !is_swapped(l, &g))
    return;
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.whole = hd_linker_ref(l, whole);
  link.members = hd_arena_alloc(l->arena, g.n * sizeof *link.members);
  for (uint32_t k = 1; k < g.n; k++)
    link.members[link.n_members++] = hd_linker_ref(l, g.item[k]);
  link.strength = STRENGTH;
  link.same_sentence = true;
  link.reason = "shares that make up a share";
  hd_linker_add(l, link);
}

void hd_link_shares_in_share_english(hd_linker *l) {
  const hd_quantity *q = l->q->items;
  for (uint32_t i = 0, end; i < l->q->n; i = end) {
    uint32_t n = 0;
    for (end = i; end < l->q->n && q[end].sentence == q[i].sentence; end++)
      n += q[end].kind == HD_KIND_PERCENT;
    if (n < LEAST || l->text->sentences[q[i].sentence].cell != HD_NONE)
      continue;
    for (uint32_t k = i; k < end; k++)
      if (q[k].kind == HD_KIND_PERCENT)
        try_whole(l, k, end);
  }
}
