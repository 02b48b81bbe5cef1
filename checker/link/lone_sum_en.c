/* lone_sum_en: the figures of one unit in an English sentence, three to six, of
 * which one is the sum of the others, or what is left of one of them, and a
 * word that says so.
 *
 * In: sentences with so many figures of a unit that no link has put together.
 * Out: PARTS links. The word stands beside the figure that the two others make,
 * with whatever else between:
 * - revenue of $3,885 million covers the expenditure of $3,374 million, leaving
 *   a surplus of $511 million: what is left;
 * - of 236,186 persons 12,206 were excluded, yielding a sample of 223,980;
 * - 45,550 calls related to cleaners (28,158) and disinfectants (17,392), a
 *   deficit of 2.38, with a central one of 1.55 and a local one of 0.83: what
 *   there is in all;
 * - the 284 adults (204 women, 80 men): what a bracket right behind a figure
 *   lists.
 * A link is made where they fit or a slip of the pen in one makes them fit.
 * Three or four that are alone need no word where two digits swapped do: of
 * 1,550 such sentences of published text one does so by chance.
 * Linear in the figures. */
#include "linker.h"
#include "slip.h"

enum { STRENGTH = 90, MOST = 12, LEAST = 2, THREE = 3, GROUP = 6 };

typedef struct {
  size_t n;
  uint32_t item[GROUP]; /* in reading order */
  double value[GROUP], sum;
  double unit, coarse; /* of their last digits: least and most */
} group;

static double number(hd_number n) { return hd_number_double(n); }

/* ---- which figures ------------------------------------------------------ */

static bool is_exact(const hd_quantity *q) {
  return q->low_known && q->high_known && !q->numeral && !q->and_more &&
         hd_number_cmp(q->low, q->high) == 0 && number(q->low) > 0 &&
         (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT);
}

static bool is_year(const hd_quantity *q) {
  const double first = 1800, last = 2100;
  double v = number(q->low);
  return q->kind == HD_KIND_COUNT && !q->grouped && v >= first && v <= last;
}

static bool is_amount(const hd_quantity *q) {
  return q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_COUNT;
}

/* Counts are of one unit, whatever the nouns behind them. */
static bool of_one_unit(const hd_quantity *p, const hd_quantity *q) {
  return p->kind == q->kind && (p->kind == HD_KIND_COUNT || p->unit == q->unit);
}

static bool may_be_one(const hd_linker *l, uint32_t i) {
  const hd_quantity *q = &l->q->items[i];
  return is_exact(q) && !is_year(q) && l->claims->items[i].is_claim;
}

/* The figures among items that are of the unit of the first of them; false
 * where there are too many or too few. */
static bool gather(const hd_linker *l, hd_span items, uint32_t first,
                   group *out) {
  const hd_quantity *q = l->q->items;
  size_t n = 0;
  out->sum = 0;
  for (uint32_t i = items.off; i < items.end; i++) {
    if (!is_amount(&q[i]) || !of_one_unit(&q[i], &q[first]))
      continue;
    if (q[i].kind == HD_KIND_COUNT && q[i].digits < LEAST)
      continue; /* two surveys */
    if (i < first || n == GROUP || !may_be_one(l, i))
      return false;
    double unit = number(q[i].last_digit);
    out->unit = n && out->unit < unit ? out->unit : unit;
    out->coarse = n && out->coarse > unit ? out->coarse : unit;
    out->item[n] = i;
    out->value[n] = number(q[i].low);
    out->sum += out->value[n++];
  }
  out->n = n;
  return n >= THREE;
}

/* ---- what the words say ------------------------------------------------- */

/* The words before figure k of the group, from the figure before on. */
static hd_str lead_of(const hd_linker *l, const group *t, size_t k) {
  enum { REACH = 64 };
  const hd_quantity *q = &l->q->items[t->item[k]];
  uint32_t low = k ? l->q->items[t->item[k - 1]].span.end
                   : l->text->sentences[q->sentence].span.off;
  if (q->span.off > low + REACH)
    low = q->span.off - REACH;
  return hd_linker_between(l, low, q->span.off);
}

/* Is figure k said to be what the others leave? */
static bool is_rest(const hd_linker *l, const group *t, size_t k) {
  static const char *const words[] = {
      "surplus",     "deficit of ",   "shortfall",     "saving",
      " leaving ",   "yielding",      "resulting in ", "balance of ",
      "the balance", "difference of", "gap of ",       "remaining ",
      " remained",   "net of ",       "the rest ",     NULL};
  return hd_str_has_any(lead_of(l, t, k), words);
}

/* calls related to cleaners |(28,158): does a bracket open right behind the
 * noun of the first figure? */
static bool opens_bracket(hd_str gap) {
  static const char *const parting[] = {",", ";", ":", " while ", NULL};
  return gap.n > 2 && hd_str_ends(gap, HD_STR("(")) &&
         !hd_str_has_any(gap, parting);
}

/* Do the words between the first figure and the second name its parts? */
static bool is_split(const hd_linker *l, const group *t) {
  static const char *const words[] = {
      "compris", "made up of ",  "consist",  "composed of ", " of which ",
      "includ",  "divided into", "assigned", "randomized ",  "allocated",
      NULL};
  static const char *const some[] = {"most",      "mainly",  "largely",
                                     "primarily", "chiefly", "partly",
                                     "at least",  NULL};
  static const char *const whole[] = {"Of ", "of the total", "Among ",
                                      "Out of ", NULL};
  const hd_quantity *q = l->q->items;
  hd_str lead = lead_of(l, t, 0);
  hd_str gap =
      hd_linker_between(l, q[t->item[0]].span.end, q[t->item[1]].span.off);
  if (hd_str_has_any(gap, some))
    return false;
  return hd_str_has_any(gap, words) || hd_str_starts_any(lead, whole) ||
         hd_str_starts(gap, HD_STR(", with ")) ||
         (opens_bracket(gap) && !hd_str_ends(lead, HD_STR("(")));
}

/* Is figure k said to be all of the others? */
static bool is_all(const hd_linker *l, const group *t, size_t k) {
  static const char *const words[] = {
      "total of ", "totalling ",  "totaling ",      "total sum of ",
      "in all ",   "altogether ", "together total", "the total to ",
      "combined ", NULL};
  return hd_str_has_any(lead_of(l, t, k), words) || (k == 0 && is_split(l, t));
}

/* ---- what the figures say ----------------------------------------------- */

/* Is value a a slip of the pen away from b? Where not all are printed to one
 * place, a point is in another. */
static bool is_slip(const group *t, double a, double b) {
  const double half = 0.5, least = 10;
  if (b <= half * t->unit || a / t->unit < least)
    return false;
  hd_slip slip = hd_slip_find(a, b, 0, t->unit);
  return slip == HD_SLIP_POWER ||
         (slip != HD_SLIP_NONE && t->coarse <= t->unit);
}

/* 120,000 and receipts of 45,000 less payments of 52,000 make 113,000: do they
 * with some of them taken away? */
static bool makes_balance(const group *t) {
  for (uint32_t away = 1; away + 1 < 1u << t->n; away++) {
    double rest = t->sum;
    for (size_t k = 0; k < t->n; k++)
      rest -= away >> k & 1 ? 2 * t->value[k] : 0;
    if ((rest < 0 ? -rest : rest) <= t->unit / 2)
      return true;
  }
  return false;
}

/* Do the others make figure w, rounded? */
static bool adds_up(const group *t, size_t w) {
  double off = t->sum - 2 * t->value[w];
  return (off < 0 ? -off : off) <= ((double)t->n / 2 + 0.01) * t->coarse;
}

/* Would they with a slip of the pen in one of them? */
static bool nearly_adds_up(const group *t, size_t w) {
  double others = t->sum - t->value[w], off = others - t->value[w];
  if (makes_balance(t))
    return false;
  for (size_t k = 0; k < t->n; k++)
    if (is_slip(t, t->value[k], k == w ? others : t->value[k] - off))
      return true;
  return false;
}

/* ---- links -------------------------------------------------------------- */

static bool add(hd_linker *l, const group *t, size_t w) {
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.whole = hd_linker_ref(l, t->item[w]);
  link.members = hd_arena_alloc(l->arena, t->n * sizeof *link.members);
  for (size_t k = 0; k < t->n; k++)
    if (k != w)
      link.members[link.n_members++] = hd_linker_ref(l, t->item[k]);
  link.strength = STRENGTH;
  link.same_sentence = true;
  link.reason = "the only figures of their unit";
  hd_linker_add(l, link);
  return true;
}

static size_t largest_but(const group *t, size_t k) {
  size_t w = k == 0;
  for (size_t i = 0; i < t->n; i++)
    if (i != k && t->value[i] > t->value[w])
      w = i;
  return w;
}

/* Figure k is what is left of the largest without the rest, or, if that is
 * the one that slipped, of the other of two. */
static bool try_rest(hd_linker *l, const group *t, size_t k) {
  size_t w = largest_but(t, k), other = THREE - k - w;
  if (adds_up(t, w) || nearly_adds_up(t, w))
    return add(l, t, w);
  return t->n == THREE && nearly_adds_up(t, other) && add(l, t, other);
}

static bool try_all(hd_linker *l, const group *t, size_t k) {
  return (adds_up(t, k) || nearly_adds_up(t, k)) && add(l, t, k);
}

/* Is any of them a change, or a mean? Other links know those. */
static bool is_plain(const hd_linker *l, const group *t) {
  enum { OTHER = HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH | HD_ASPECT_AVERAGE };
  for (size_t k = 0; k < t->n; k++)
    if (l->claims->items[t->item[k]].aspects & OTHER)
      return false;
  return true;
}

/* Would two digits swapped in figure k, one of three digits and more, make the
 * others figure w? */
static bool is_swapped(const group *t, size_t w, size_t k) {
  const double least = 100;
  double others = t->sum - t->value[w], off = others - t->value[w];
  double wanted = k == w ? others : t->value[k] - off;
  return t->value[k] / t->unit >= least && wanted > 0 &&
         hd_slip_find(t->value[k], wanted, 0, t->unit) == HD_SLIP_SWAP;
}

/* From 14 to 15: does a word before figure k say that it became another? A
 * count with decimals is a number of something, or a mean. */
static bool is_other(const hd_linker *l, const group *t, size_t k) {
  static const char *const words[] = {" to", " from", " by", " than", NULL};
  const hd_quantity *q = &l->q->items[t->item[k]];
  hd_str lead = lead_of(l, t, k);
  while (lead.n && strchr(" $", lead.p[lead.n - 1]))
    lead.n--;
  return hd_str_ends_any(lead, words) > 0 ||
         (q->kind == HD_KIND_COUNT && t->unit < 1);
}

/* Would swapped digits make one of three or four the sum of the others? */
static bool try_swap(hd_linker *l, const group *t) {
  if (t->n > THREE + 1 || t->coarse > t->unit || makes_balance(t))
    return false;
  for (size_t k = 0; k < t->n; k++)
    if (is_other(l, t, k))
      return false;
  for (size_t w = 0; w < t->n; w++)
    for (size_t k = 0; k < t->n; k++)
      if (is_swapped(t, w, k))
        return add(l, t, w);
  return false;
}

/* Has a link one of them already, or is one no plain figure? */
static bool is_told(const hd_linker *l, const group *t, const uint32_t *taken) {
  uint32_t n = 0;
  for (size_t k = 0; k < t->n; k++)
    n += taken[t->item[k]] != 0;
  return n > 1 || !is_plain(l, t);
}

static void judge(hd_linker *l, const group *t, const uint32_t *taken) {
  if (is_told(l, t, taken))
    return;
  for (size_t k = t->n; k-- > 0;)
    if (is_rest(l, t, k) && try_rest(l, t, k))
      return;
  for (size_t k = 0; k < t->n; k++)
    if (is_all(l, t, k) && try_all(l, t, k))
      return;
  try_swap(l, t);
}

/* Where the bracket that opens right before figure `next` closes. */
static uint32_t close_of(const hd_linker *l, uint32_t next) {
  enum { REACH = 400 };
  hd_span s = l->text->sentences[l->q->items[next].sentence].span;
  uint32_t off = l->q->items[next].span.off;
  uint32_t stop = s.end - off < REACH ? s.end : off + REACH;
  for (int depth = 1; off < stop; off++) {
    char c = l->doc->text.p[off];
    depth += c == '(';
    depth -= c == ')';
    if (depth == 0)
      return off;
  }
  return 0;
}

/* 284 adults (204 women, 80 men): figure k and those of the bracket, which are
 * all of its unit. */
static bool gather_bracket(const hd_linker *l, uint32_t k, uint32_t end,
                           group *out) {
  const hd_quantity *q = l->q->items;
  if (k + 1 >= end ||
      !hd_str_ends(hd_linker_between(l, q[k].span.end, q[k + 1].span.off),
                   HD_STR("(")))
    return false;
  uint32_t close = close_of(l, k + 1), last = k + 1, n = 1;
  for (; last < end && q[last].span.off < close; last++) {
    n += is_amount(&q[last]) && of_one_unit(&q[k], &q[last]);
    if (!is_amount(&q[last]) && q[last].kind != HD_KIND_PERCENT)
      return false;
  }
  return gather(l, (hd_span){k, last}, k, out) && out->n == n;
}

/* The figures that a link has as wholes or parts. */
static uint32_t *list_taken(const hd_linker *l) {
  uint32_t *taken = hd_arena_alloc(l->own, (l->claims->n + 1) * sizeof *taken);
  for (size_t i = 0; i < l->links.n; i++) {
    const hd_link *k = &l->links.items[i];
    if (k->kind != HD_LINK_PARTS || k->whole.claim == HD_NONE)
      continue;
    if (k->whole.document == l->document)
      taken[k->whole.claim] = 1;
    for (uint32_t m = 0; m < k->n_members; m++)
      if (k->members[m].document == l->document)
        taken[k->members[m].claim] = 1;
  }
  return taken;
}

/* Each sentence with three to MOST figures that are amounts or counts. */
void hd_link_lone_sums_english(hd_linker *l) {
  const uint32_t *taken = list_taken(l);
  const hd_quantity *q = l->q->items;
  for (uint32_t i = 0, end; i < l->q->n; i = end) {
    uint32_t amounts = 0;
    for (end = i; end < l->q->n && q[end].sentence == q[i].sentence; end++)
      amounts += is_amount(&q[end]);
    if (amounts < THREE || amounts > MOST ||
        l->text->sentences[q[i].sentence].cell != HD_NONE)
      continue;
    for (uint32_t k = i; k < end; k++) {
      group t;
      if (!is_amount(&q[k]))
        continue;
      bool listed = gather_bracket(l, k, end, &t) && !is_told(l, &t, taken) &&
                    is_split(l, &t) && try_all(l, &t, 0);
      if (!listed && gather(l, (hd_span){i, end}, k, &t))
        judge(l, &t, taken);
    }
  }
}
