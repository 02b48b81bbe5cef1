/* parts_en: parts and wholes in the words of English.
 *
 * In: claims of an English document. Out: PARTS links.
 * - 77% ..., the rest (23%): shares that are said to be all;
 * - 1,529 students in eight schools and 3,347 students in nine: counts of one
 *   noun in one sentence; their whole may stand near by (others), none is
 *   said to be it.
 * Linear: each sentence is walked once. */
#include "linker.h"

enum { MOST = 8, WINDOW = 30, PARTITION = 70 };

static hd_link *add(hd_linker *l, const size_t *items, uint32_t n,
                    const char *reason) {
  hd_link k = hd_linker_group(l, HD_LINK_PARTS, items, n);
  k.strength = PARTITION;
  k.same_sentence = true;
  k.reason = reason;
  hd_linker_add(l, k);
  return &l->links.items[l->links.n - 1];
}

/* Is figure k the rest: the rest (23%), the remaining 23%? */
static bool is_rest(const hd_linker *l, size_t k) {
  static const char *const tails[] = {"the rest", "the remainder",
                                      "the remaining", "the other", NULL};
  enum { BACK = 24 };
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t low = end > BACK ? end - BACK : 0;
  hd_str s = hd_linker_between(l, low, end);
  while (s.n && strchr(" (,", s.p[s.n - 1]))
    s.n--;
  return hd_str_ends_any(s, tails) > 0;
}

static bool is_share(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return q->kind == HD_KIND_PERCENT && q->bound == HD_BOUND_EXACT &&
         !(hd_linker_claim(l, k)->aspects & HD_ASPECT_GROWTH) &&
         l->text->sentences[q->sentence].cell == HD_NONE;
}

/* The shares of the sentence up to the rest. */
static void try_rest(hd_linker *l, size_t k) {
  size_t items[MOST], first = k;
  if (!is_share(l, k) || !is_rest(l, k))
    return;
  while (first > 0 && hd_linker_one_sentence(l, first - 1, k) &&
         k - first + 2 <= MOST && is_share(l, first - 1))
    first--;
  if (first == k)
    return;
  for (size_t i = first; i <= k; i++)
    items[i - first] = i;
  add(l, items, (uint32_t)(k - first + 1), "shares and the rest");
}

static bool is_counted(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  return q->kind == HD_KIND_COUNT && q->unit && !q->numeral &&
         q->bound == HD_BOUND_EXACT && c->aspects == HD_ASPECT_LEVEL &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

/* Figures near by with the unit of figure `first` that could be the whole. */
static void add_wholes(hd_linker *l, hd_link *link, size_t first, size_t last) {
  const hd_unit *unit = hd_linker_figure(l, first)->unit;
  link->others = hd_arena_alloc(l->arena, 2 * WINDOW * sizeof *link->others);
  size_t low = first > WINDOW ? first - WINDOW : 0;
  for (size_t k = low; k < l->n_order && k <= last + WINDOW; k++)
    if ((k < first || k > last) && is_counted(l, k) &&
        hd_linker_figure(l, k)->unit == unit)
      link->others[link->n_others++] = hd_linker_ref(l, l->order[k]);
}

/* Counts of one noun in the sentence that begins with figure k; returns its
 * number of figures. */
static size_t try_counts(hd_linker *l, size_t k) {
  size_t items[MOST], n = 0, end = k;
  for (; end < l->n_order && hd_linker_one_sentence(l, k, end); end++)
    if (is_counted(l, end) && n < MOST &&
        (n == 0 ||
         hd_linker_figure(l, items[0])->unit == hd_linker_figure(l, end)->unit))
      items[n++] = end;
  if (n > 1) {
    hd_link *link = add(l, items, (uint32_t)n, "counts of one noun");
    add_wholes(l, link, items[0], items[n - 1]);
  }
  return end - k;
}

/* $8.8 million ... and $2.2 million, for a total of $11.0 million. */
static void try_total(hd_linker *l, size_t k) {
  static const char *const heads[] = {
      "for a total of", "for a combined total of", "making a total of"};
  enum { BACK = 32 };
  uint32_t off = hd_linker_figure(l, k)->span.off;
  uint32_t low = off > BACK ? off - BACK : 0;
  hd_str said = hd_str_trim(hd_linker_between(l, low, off));
  bool total = false;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    total = total || hd_str_ends(said, hd_str_of(heads[i]));
  if (!total)
    return;
  size_t items[MOST], first = k;
  while (first > 0 && hd_linker_one_sentence(l, first - 1, k) &&
         k - first < MOST && hd_linker_comparable(l, first - 1, k) &&
         hd_linker_claim(l, first - 1)->aspects == HD_ASPECT_LEVEL)
    first--;
  if (k - first < 2 || (first > 0 && hd_linker_one_sentence(l, first - 1, k)))
    return; /* another figure of the sentence could be a part, too */
  hd_str listed = hd_linker_gap(l, first, k - 1);
  if (hd_str_find(listed, HD_STR(" each ")) != (size_t)-1)
    return; /* four for each of the 24 cases, for a total of 96 */
  for (size_t i = first; i < k; i++)
    items[i - first] = i;
  add(l, items, (uint32_t)(k - first), "for a total of")->whole =
      hd_linker_ref(l, l->order[k]);
}

void hd_link_parts_english(hd_linker *l) {
  for (size_t k = 0; k < l->n_order; k++)
    try_total(l, k);
  for (size_t k = 0; k < l->n_order; k++)
    try_rest(l, k);
  for (size_t k = 0; k < l->n_order;)
    k += try_counts(l, k);
}
