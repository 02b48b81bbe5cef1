/* addends: figures of a paragraph of which one is the sum of the others but
 * for two digits swapped, whatever words join them.
 *
 * In: exact figures of running text, of one unit and scale, a paragraph at a
 * time. Out: PARTS links without a whole, as of classes: others is the sum.
 * Each figure is tried as the sum of the 2 to LONGEST before it, and of those
 * behind it or behind its parts: plan 232, of which ……; less 38, own means
 * 194. */
#include "addends.h"

enum { LONGEST = 10, DIGITS_MOST = 15, RUNS = 6 };

typedef struct {
  const hd_unit *unit;
  hd_number scale;
  hd_addends items;
} chain;

bool hd_addend_read(const hd_linker *l, uint32_t claim, hd_addend *out) {
  const hd_quantity *q = &l->q->items[claim];
  if ((q->kind != HD_KIND_COUNT && q->kind != HD_KIND_AMOUNT &&
       q->kind != HD_KIND_PERCENT) ||
      q->numeral || q->bound != HD_BOUND_EXACT || !q->low_known ||
      !q->high_known || q->and_more || hd_number_cmp(q->low, q->high) != 0)
    return false;
  hd_str s = hd_document_text(l->doc, q->number);
  *out = (hd_addend){.claim = claim, .decimals = q->decimals};
  for (size_t i = 0; i < s.n; i++) {
    if (!hd_ascii_is_digit(s.p[i]))
      continue;
    out->value = out->value * 10 + (s.p[i] - '0');
    if (out->value > 0)
      out->digits++;
    if (s.p[i] != '0')
      out->told = out->digits;
    if (out->digits > DIGITS_MOST)
      return false;
  }
  return out->value > 0;
}

/* Brings all to the finest last digit of the run. */
static bool align(hd_addends *run) {
  uint8_t most = 0;
  for (size_t i = 0; i < run->n; i++)
    if (run->items[i].decimals > most)
      most = run->items[i].decimals;
  for (size_t i = 0; i < run->n; i++) {
    hd_addend *a = &run->items[i];
    a->step = 1;
    for (uint8_t d = a->decimals; d < most; d++)
      a->step *= 10;
    if (a->value > INT64_MAX / a->step / (LONGEST + 1))
      return false;
    a->value *= a->step;
  }
  return true;
}

/* Is `meant` the printed figure with two of its digits swapped? */
static bool is_swap(const hd_addend *a, int64_t meant) {
  if (meant <= 0 || meant % a->step != 0)
    return false;
  int64_t x = a->value / a->step, y = meant / a->step;
  int64_t first[2] = {0}, second[2] = {0};
  uint32_t differ = 0;
  for (; x || y; x /= 10, y /= 10) {
    if (!x || !y || (x % 10 != y % 10 && differ == 2))
      return false;
    if (x % 10 != y % 10) {
      first[differ] = x % 10;
      second[differ++] = y % 10;
    }
  }
  return differ == 2 && first[0] == second[1] && first[1] == second[0];
}

/* 场馆63所,健身场馆7所,社区场馆12所,学校场馆44所: are the parts all that are
 * named as kinds of the whole? */
static bool are_kinds(const hd_addends_window *w) {
  enum { LEAST = 12 };
  hd_str name = w->items[w->whole].name;
  if (name.n < LEAST || w->whole > w->first)
    return false;
  size_t i = w->first;
  while (i < w->n_items && w->items[i].name.n > name.n &&
         hd_str_ends(w->items[i].name, name))
    i++;
  return i == w->first + w->n;
}

/* Do digits enough agree for so many figures to be added up? */
static bool tells(const hd_addends_window *w, const hd_addend *a) {
  enum { DIGITS = 4, TOLD = 3, FEW = 4 };
  bool long_one = a->digits > DIGITS || (a->digits == DIGITS && w->n <= FEW);
  return !a->sums && !a->again &&
         ((long_one && a->told >= TOLD) || (a->digits > 1 && are_kinds(w)));
}

static int64_t short_by(const hd_addends_window *w) {
  int64_t sum = 0;
  for (size_t i = w->first; i < w->first + w->n; i++)
    sum += w->items[i].value;
  return w->items[w->whole].value - sum;
}

/* The figure of the window that a swap mends; NULL. */
static hd_addend *swapped(const hd_addends_window *w) {
  enum { NINE = 9 }; /* swapped digits differ by a multiple of it */
  int64_t by = short_by(w);
  if (by == 0 || by % NINE != 0)
    return NULL;
  hd_addend *whole = &w->items[w->whole];
  for (size_t i = w->first; i < w->first + w->n; i++) {
    hd_addend *a = &w->items[i];
    if (is_swap(a, a->value + by) && tells(w, a))
      return a;
  }
  return is_swap(whole, whole->value - by) && tells(w, whole) ? whole : NULL;
}

/* The k-th window of n figures: before the figure k / 2, or behind it. */
static bool window_at(const hd_addends *run, size_t k, size_t n,
                      hd_addends_window *out) {
  size_t whole = k / 2, first = k % 2 ? whole + 1 : whole - n;
  if (k % 2 ? first + n > run->n : whole < n)
    return false;
  *out = (hd_addends_window){run->items, run->n, whole, first, n};
  return true;
}

/* Behind the parts of the figure that make it: those it is made of anew. */
static void search_behind(const hd_addends_window *parts,
                          void (*found)(void *to, const hd_addends_window *w),
                          void *to) {
  hd_addends_window w = *parts;
  w.first += w.n;
  for (w.n = 2; w.n <= LONGEST && w.first + w.n <= w.n_items; w.n++) {
    hd_addend *a = swapped(&w);
    if (!a)
      continue;
    found(to, &w);
    a->sums = true;
  }
}

/* A figure that is printed twice was not mistyped. */
static void mark_again(hd_addends *run) {
  for (size_t i = 0; i < run->n; i++)
    for (size_t k = i + 1; k < run->n && k <= i + LONGEST; k++)
      if (run->items[i].value == run->items[k].value)
        run->items[i].again = run->items[k].again = true;
}

static void mark(const hd_addends_window *w) {
  w->items[w->whole].sums = true;
  for (size_t i = w->first; i < w->first + w->n; i++)
    w->items[i].sums = true;
}

void hd_addends_search(hd_addends *run,
                       void (*found)(void *to, const hd_addends_window *w),
                       void *to) {
  enum { LEAST = 3 };
  if (run->n < LEAST || !align(run))
    return;
  mark_again(run);
  hd_addends_window w;
  for (size_t k = 0; k < 2 * run->n; k++)
    for (size_t n = 2; n <= LONGEST; n++)
      if (window_at(run, k, n, &w) && short_by(&w) == 0)
        mark(&w);
  for (size_t k = 1; k < 2 * run->n; k += 2)
    for (size_t n = 2; n <= LONGEST && run->items[k / 2].sums; n++)
      if (window_at(run, k, n, &w) && short_by(&w) == 0)
        search_behind(&w, found, to);
  for (size_t n = 2; n <= LONGEST; n++)
    for (size_t k = 0; k < 2 * run->n; k++) {
      hd_addend *a = window_at(run, k, n, &w) ? swapped(&w) : NULL;
      if (!a)
        continue;
      found(to, &w);
      a->sums = true;
    }
}

hd_link hd_addends_link(const hd_linker *l, const hd_addends_window *w) {
  hd_link k = hd_link_blank(HD_LINK_PARTS);
  k.members = hd_arena_alloc(l->arena, w->n * sizeof *k.members);
  for (size_t i = 0; i < w->n; i++)
    k.members[i] = hd_linker_ref(l, w->items[w->first + i].claim);
  k.n_members = (uint32_t)w->n;
  k.strength = 60;
  k.reason = "two digits swapped part them from their sum";
  return k;
}

/* ---- running text ------------------------------------------------------ */

static bool is_stock(const hd_claim *c) {
  return !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_SHARE | HD_ASPECT_RANK |
                         HD_ASPECT_COMPLETION | HD_ASPECT_AVERAGE)) &&
         !(c->aspects & HD_ASPECT_INCREMENT && c->direction != HD_FLOW_NONE);
}

static bool usable(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return q->kind != HD_KIND_PERCENT && q->unit &&
         l->text->sentences[q->sentence].cell == HD_NONE &&
         is_stock(hd_linker_claim(l, k));
}

/* The run that the figure goes on; where all are taken the last gives way. */
static chain *chain_of(chain *runs, const hd_quantity *q) {
  for (int i = 0; i < RUNS; i++) {
    if (!runs[i].unit) {
      runs[i].unit = q->unit;
      runs[i].scale = q->scale;
    }
    if (runs[i].unit == q->unit && hd_number_cmp(runs[i].scale, q->scale) == 0)
      return &runs[i];
  }
  chain *last = &runs[RUNS - 1];
  last->unit = q->unit;
  last->scale = q->scale;
  last->items.n = 0;
  return last;
}

typedef struct {
  hd_linker *l;
  uint32_t *by_first; /* PARTS links that words tell, + 1, by first part */
} paragraph;

/* What words tell is parts-sum's already. */
static bool is_told(const paragraph *p, const hd_addends_window *w) {
  uint32_t at = p->by_first[w->items[w->first].claim];
  if (!at)
    return false;
  const hd_link *k = &p->l->links.items[at - 1];
  return k->n_members == w->n && k->whole.claim == w->items[w->whole].claim;
}

static void add(void *to, const hd_addends_window *w) {
  const paragraph *p = to;
  if (is_told(p, w))
    return;
  hd_link k = hd_addends_link(p->l, w);
  k.others = HD_NEW(p->l->arena, hd_claim_ref);
  k.others[0] = hd_linker_ref(p->l, w->items[w->whole].claim);
  k.n_others = 1;
  hd_linker_add(p->l, k);
}

static void index_told(paragraph *p) {
  hd_linker *l = p->l;
  p->by_first =
      hd_arena_alloc(l->own, (l->claims->n + 1) * sizeof *p->by_first);
  for (size_t i = 0; i < l->links.n; i++) {
    const hd_link *k = &l->links.items[i];
    if (k->kind == HD_LINK_PARTS && k->n_members &&
        k->members[0].document == l->document)
      p->by_first[k->members[0].claim] = (uint32_t)i + 1;
  }
}

static void close_runs(paragraph *p, chain *runs) {
  for (int i = 0; i < RUNS && runs[i].unit; i++) {
    hd_addends_search(&runs[i].items, add, p);
    runs[i].unit = NULL;
    runs[i].items.n = 0;
  }
}

void hd_link_addends(hd_linker *l) {
  chain runs[RUNS] = {0};
  paragraph p = {.l = l};
  index_told(&p);
  uint32_t block = HD_NONE;
  for (size_t k = 0; k < l->n_order; k++) {
    const hd_claim *c = hd_linker_claim(l, k);
    hd_addend a;
    if (c->block != block)
      close_runs(&p, runs);
    block = c->block;
    if (!usable(l, k) || !hd_addend_read(l, l->order[k], &a))
      continue;
    a.name = c->name;
    HD_PUSH(l->own, &chain_of(runs, hd_linker_figure(l, k))->items, a);
  }
  close_runs(&p, runs);
}
