/* same_en: one fact said twice in an English document.
 *
 * In: claims of running text. Out: SAME_FACT links.
 * - Words: the four words behind two figures are the same, and the words
 *   before one are among those before the other (data were compiled from 49
 *   cancer registries that meet the criteria).
 * - Labels: two sentences give bracketed shares to the same names in the same
 *   order (Pakistani (57%), Black African (54%)); where all but one agree,
 *   that one is linked.
 * - Terms: an amount that a defined term is of ($500.0 ... (the "2019 Notes")
 *   ... all of the $500.0 of 2019 Notes).
 * Linear: indexes over those words, at most eight figures each. */
#include "linker.h"

enum {
  MOST = 8,
  RIGHT = 4,
  LEFT = 5,
  WIDE = 12,
  SURE = 85,
  ALIKE = 70,
  SLIP = 60
};

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool usable(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  bool joined = q->span.end < l->doc->text.n && /* 4-room flats: a name */
                l->doc->text.p[q->span.end] == '-';
  return (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_PERCENT) &&
         !c->list && !joined && l->text->sentences[c->sentence].cell == HD_NONE;
}

/* Was the period read from the sentence? */
static bool firm(const hd_period *p) {
  return p->from == HD_FROM_CLAUSE || p->from == HD_FROM_EARLIER;
}

static bool same_period(const hd_period *a, const hd_period *b) {
  if (!firm(a) || !firm(b))
    return true;
  return memcmp(&a->first, &b->first, sizeof a->first) == 0 &&
         memcmp(&a->last, &b->last, sizeof a->last) == 0;
}

/* Two figures of one fact are of one size, or a power of ten apart. */
static bool one_size(const hd_linker *l, size_t a, size_t b) {
  enum { TWICE = 2 };
  double x = hd_number_double(hd_linker_figure(l, a)->low);
  double y = hd_number_double(hd_linker_figure(l, b)->low);
  if (x < y) {
    double t = x;
    x = y;
    y = t;
  }
  if (y <= 0)
    return false;
  if (x <= y * TWICE)
    return true;
  while (x > y)
    y *= 10;
  return x == y;
}

/* The year named last in the block before the figure with index `at`. */
static uint32_t year_above(const hd_linker *l, uint32_t at, int16_t *year) {
  enum { FIGURES = 30 };
  uint32_t low = at > FIGURES ? at - FIGURES : 0;
  uint32_t block = l->text->sentences[l->q->items[at].sentence].block;
  while (at-- > low) {
    const hd_quantity *q = &l->q->items[at];
    if (l->text->sentences[q->sentence].block != block)
      return 0;
    if ((q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) &&
        q->last.year) {
      *year = q->last.year;
      return 1;
    }
  }
  return 0;
}

/* Years named in the sentence of figure k, at most ROOM; where there is none,
 * the one that the block named last. */
static uint32_t years_of(const hd_linker *l, size_t k, int16_t *years) {
  enum { ROOM = 4 };
  uint32_t n = 0, at = l->order[k], sentence = hd_linker_figure(l, k)->sentence;
  while (at > 0 && l->q->items[at - 1].sentence == sentence)
    at--;
  for (; at < l->q->n && l->q->items[at].sentence == sentence && n < ROOM;
       at++) {
    const hd_quantity *q = &l->q->items[at];
    if ((q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) && q->last.year)
      years[n++] = q->last.year;
  }
  return n ? n : year_above(l, l->order[k], years);
}

/* Members of one list, footnotes of one table: each says it of its own. */
static bool are_items(const hd_linker *l, size_t a, size_t b) {
  const hd_block *x = &l->doc->blocks[hd_linker_claim(l, a)->block];
  const hd_block *y = &l->doc->blocks[hd_linker_claim(l, b)->block];
  return x != y && x->kind == y->kind && x->mark == y->mark &&
         x->mark != HD_MARK_NONE;
}

/* Does neither sentence name a year, or do they share one? */
static bool years_agree(const hd_linker *l, size_t a, size_t b) {
  int16_t x[4], y[4];
  uint32_t n = years_of(l, a, x), m = years_of(l, b, y);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < m; k++)
      if (x[i] == y[k])
        return true;
  return n == 0 || m == 0;
}

static bool slots_agree(const hd_claim *a, const hd_claim *b) {
  bool named = a->name.n && b->name.n;
  bool scoped = a->scope.text.n && b->scope.text.n;
  return (!named || hd_str_eq(a->name, b->name)) &&
         (!scoped || hd_str_eq(a->scope.text, b->scope.text));
}

static bool compatible(const hd_linker *l, size_t a, size_t b) {
  const hd_claim *x = hd_linker_claim(l, a), *y = hd_linker_claim(l, b);
  if (!one_size(l, a, b) || are_items(l, a, b) || !slots_agree(x, y) ||
      !years_agree(l, a, b) || (!x->name.n && !y->name.n))
    return false;
  return hd_linker_comparable(l, a, b) && x->aspects == y->aspects &&
         x->direction == y->direction && x->mode == y->mode &&
         hd_linker_figure(l, a)->bound == hd_linker_figure(l, b)->bound &&
         same_period(&x->period, &y->period);
}

static void add(hd_linker *l, const size_t *items, uint32_t n, uint8_t strength,
                const char *reason) {
  hd_link k = hd_linker_group(l, HD_LINK_SAME_FACT, items, n);
  k.strength = strength;
  k.reason = reason;
  hd_linker_add(l, k);
}

/* ---- words ------------------------------------------------------------- */

/* Do the words behind the figure begin a noun phrase of its own? */
static bool begins_phrase(hd_str s) {
  static const char *const words[] = {
      "in ",       "for ",     "of ",      "and ",   "or ",    "to ",
      "from ",     "with ",    "by ",      "at ",    "on ",    "during ",
      "compared ", "as ",      "over ",    "were ",  "was ",   "is ",
      "are ",      "had ",     "have ",    "has ",   "per ",   "than ",
      "among ",    "between ", "through ", "the ",   "which ", "that ",
      "who ",      "when ",    "while ",   "since ", "after ", NULL};
  return hd_str_starts_any(s, words) == 0;
}

/* The first RIGHT words behind the figure, or none where there are fewer or
 * a mark or figure stands among them. */
static hd_str words_behind(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  uint32_t end = l->text->sentences[hd_linker_claim(l, k)->sentence].span.end;
  uint32_t off = hd_span_empty(q->unit_span) || q->unit_span.off < q->span.off
                     ? q->number.end
                     : q->unit_span.off;
  enum { ROOM = 96, LETTERS = 18 };
  char out[ROOM];
  size_t n = 0;
  uint32_t words = 0;
  for (; off < end && n + 1 < ROOM; off++) {
    char c = l->doc->text.p[off];
    if (is_alpha(c) || c == '-') {
      if (n == 0 || (out[n - 1] == ' ' && words == RIGHT))
        words += n == 0;
      out[n++] = lower(c);
    } else if (c == ' ' || c == '%') {
      if (n && out[n - 1] != ' ') {
        if (++words > RIGHT)
          break;
        out[n++] = ' ';
      }
    } else {
      break;
    }
  }
  if (words <= RIGHT && !(words == RIGHT && n && out[n - 1] != ' '))
    return (hd_str){0};
  if (n < LETTERS || !begins_phrase((hd_str){out, n}))
    return (hd_str){0};
  return hd_str_of(hd_arena_copy(l->arena, out, n));
}

typedef struct {
  uint64_t words[WIDE];
  uint32_t n;
} left_words;

/* Hashes of the words before the figure in its sentence, nearest first. */
static void words_before(const hd_linker *l, size_t k, left_words *out) {
  uint32_t low = l->text->sentences[hd_linker_claim(l, k)->sentence].span.off;
  uint32_t off = hd_linker_figure(l, k)->span.off;
  *out = (left_words){0};
  while (off > low && out->n < WIDE) {
    while (off > low && !is_alpha(l->doc->text.p[off - 1]))
      off--;
    uint64_t h = 14695981039346656037u;
    uint32_t end = off;
    while (off > low && is_alpha(l->doc->text.p[off - 1]))
      h = (h ^ (uint64_t)lower(l->doc->text.p[--off])) * 1099511628211u;
    if (off < end)
      out->words[out->n++] = h;
  }
}

/* Are the nearest words of a among those of b? */
static bool inside(const left_words *a, const left_words *b) {
  uint32_t n = a->n < LEFT ? a->n : LEFT;
  if (n < 2)
    return false;
  for (uint32_t i = 0; i < n; i++) {
    bool found = false;
    for (uint32_t k = 0; k < b->n && !found; k++)
      found = a->words[i] == b->words[k];
    if (!found)
      return false;
  }
  return true;
}

typedef struct {
  size_t items[MOST];
  uint32_t n;
} named;

/* The group of key, made where it is new. */
static named *group_of(hd_linker *l, hd_map *map, void *groups, hd_str key) {
  HD_VEC(named) *all = groups;
  bool fresh;
  uint32_t *slot = hd_map_at(map, key, &fresh);
  if (fresh) {
    *slot = (uint32_t)all->n;
    HD_PUSH(l->arena, all, (named){0});
  }
  return &all->items[*slot];
}

static void link_group(hd_linker *l, const named *g) {
  bool taken[MOST] = {false};
  for (uint32_t i = 0; i < g->n; i++) {
    size_t items[MOST];
    uint32_t n = 0;
    left_words a;
    if (taken[i])
      continue;
    items[n++] = g->items[i];
    words_before(l, g->items[i], &a);
    for (uint32_t k = i + 1; k < g->n; k++) {
      left_words b;
      words_before(l, g->items[k], &b);
      if (taken[k] || !compatible(l, g->items[i], g->items[k]) ||
          !(inside(&a, &b) || inside(&b, &a)))
        continue;
      taken[k] = true;
      items[n++] = g->items[k];
    }
    if (n > 1)
      add(l, items, n, ALIKE, "the same words around it");
  }
}

static void link_words(hd_linker *l) {
  hd_map *map = hd_map_new(l->own);
  HD_VEC(named) groups = {0};
  for (size_t k = 0; k < l->n_order; k++) {
    hd_str key = usable(l, k) ? words_behind(l, k) : (hd_str){0};
    if (!key.n)
      continue;
    named *g = group_of(l, map, &groups, key);
    if (g->n < MOST)
      g->items[g->n++] = k;
  }
  for (size_t i = 0; i < groups.n; i++)
    if (groups.items[i].n > 1)
      link_group(l, &groups.items[i]);
}

/* ---- labels ------------------------------------------------------------ */

static bool is_labelled(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  return q->kind == HD_KIND_PERCENT && q->span.off > 0 &&
         l->doc->text.p[q->span.off - 1] == '(' && c->name.n > 2 &&
         c->subject.from == HD_FROM_CLAUSE &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

static size_t run_of(const hd_linker *l, size_t k) {
  size_t n = 0;
  while (k + n < l->n_order && is_labelled(l, k + n) &&
         hd_linker_claim(l, k + n)->sentence == hd_linker_claim(l, k)->sentence)
    n++;
  return n;
}

/* Two runs from a and b: linked where one label has two figures and at least
 * two have one. */
static void compare_runs(hd_linker *l, size_t a, size_t b, size_t n) {
  size_t differs = n, equal = 0;
  for (size_t i = 0; i < n; i++) {
    if (!hd_str_eq(hd_linker_claim(l, a + i)->name,
                   hd_linker_claim(l, b + i)->name))
      return;
    if (hd_number_cmp(hd_linker_figure(l, a + i)->low,
                      hd_linker_figure(l, b + i)->low) == 0)
      equal++;
    else if (differs == n)
      differs = i;
    else
      return;
  }
  if (differs == n || equal < 2)
    return;
  size_t items[] = {a + differs, b + differs};
  add(l, items, 2, SURE, "the same list of names");
}

static void link_labels(hd_linker *l) {
  hd_map *map = hd_map_new(l->own);
  for (size_t k = 0; k < l->n_order;) {
    size_t n = run_of(l, k);
    if (n < 3) {
      k += n ? n : 1;
      continue;
    }
    const hd_claim *c = hd_linker_claim(l, k), *d = hd_linker_claim(l, k + 1);
    hd_str key =
        hd_str_of(hd_arena_format(l->arena, "%.*s/%.*s", (int)c->name.n,
                                  c->name.p, (int)d->name.n, d->name.p));
    bool fresh;
    uint32_t *slot = hd_map_at(map, key, &fresh);
    if (fresh)
      *slot = (uint32_t)k;
    else {
      size_t m = run_of(l, *slot);
      compare_runs(l, *slot, k, m < n ? m : n);
    }
    k += n;
  }
}

/* ---- defined terms ----------------------------------------------------- */

typedef struct {
  hd_str term;
  size_t items[MOST]; /* amounts said in the definition */
  uint32_t n;
} definition;

/* The term quoted at off, behind "(the "; "" where none is. */
static hd_str term_at(const hd_document *doc, uint32_t off) {
  enum { LONGEST = 48 };
  static const char *const open[] = {"(the \xE2\x80\x9C", "(the \"",
                                     "(\xE2\x80\x9C", "(\""};
  hd_str rest = {doc->text.p + off, doc->text.n - off};
  for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
    hd_str mark = hd_str_of(open[i]);
    if (!hd_str_starts(rest, mark))
      continue;
    rest.p += mark.n;
    rest.n = rest.n - mark.n < LONGEST ? rest.n - mark.n : LONGEST;
    size_t end = hd_str_find(rest, HD_STR("\xE2\x80\x9D"));
    size_t plain = hd_str_find(rest, HD_STR("\""));
    if (plain < end)
      end = plain;
    return end == (size_t)-1 ? (hd_str){0} : (hd_str){rest.p, end};
  }
  return (hd_str){0};
}

/* The amounts of the sentence of the bracket at off, before it. */
static void define(const hd_linker *l, uint32_t off, uint32_t low,
                   definition *d) {
  for (size_t k = hd_linker_figure_from(l, off); k-- > 0 && d->n < MOST;) {
    const hd_quantity *q = hd_linker_figure(l, k);
    hd_span s = l->text->sentences[q->sentence].span;
    if (q->span.off < low || s.end < off)
      break;
    if (q->kind == HD_KIND_AMOUNT)
      d->items[d->n++] = k;
  }
}

/* Does figure k speak of the whole term: all of the $500 of X? And X
 * comprises a $2.5 billion ...: then only a slip is told. 0: neither. */
static uint8_t speaks_of(const hd_linker *l, size_t k, hd_str term) {
  enum { BEHIND = 24, BEFORE = 64 };
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_span s = l->text->sentences[q->sentence].span;
  hd_str behind = hd_linker_between(l, q->span.end, s.end);
  if (behind.n > BEHIND + term.n)
    behind.n = BEHIND + term.n;
  uint32_t low = q->span.off - s.off > BEFORE ? q->span.off - BEFORE : s.off;
  hd_str before = hd_linker_between(l, low, q->span.off);
  if (hd_str_starts(behind, HD_STR(" of ")) &&
      hd_str_find(behind, term) != (size_t)-1)
    return hd_str_find(before, HD_STR("all of the")) != (size_t)-1 ? SURE
                                                                   : SLIP;
  static const char *const verbs[] = {"comprises", "consists of", "is a",
                                      "provides"};
  size_t at = hd_str_find(before, term);
  for (size_t i = 0; at != (size_t)-1 && i < sizeof verbs / sizeof *verbs;
       i++) {
    hd_str said =
        hd_str_trim((hd_str){before.p + at + term.n, before.n - at - term.n});
    if (hd_str_starts(said, hd_str_of(verbs[i])))
      return SLIP;
  }
  return 0;
}

/* The figures behind the definition that speak of its term. */
static void link_term(hd_linker *l, const definition *d, uint32_t off) {
  enum { FIGURES = 60 };
  size_t first = hd_linker_figure_from(l, off);
  for (size_t k = first; k < l->n_order && k < first + FIGURES; k++) {
    uint8_t strength = hd_linker_figure(l, k)->kind == HD_KIND_AMOUNT
                           ? speaks_of(l, k, d->term)
                           : 0;
    bool said = !strength;
    for (uint32_t i = 0; i < d->n && !said; i++)
      said = !hd_linker_comparable(l, d->items[i], k) ||
             hd_number_cmp(hd_linker_figure(l, d->items[i])->low,
                           hd_linker_figure(l, k)->low) == 0;
    if (said)
      continue;
    for (uint32_t i = 0; i < d->n; i++) {
      size_t items[] = {d->items[i], k};
      if (d->n == 1 || strength == SLIP)
        add(l, items, 2, strength, "the amount of a defined term");
    }
  }
}

static void link_terms(hd_linker *l) {
  const hd_str text = l->doc->text;
  uint32_t low = 0;
  for (const char *p = text.p;
       (p = memchr(p, '(', (size_t)(text.p + text.n - p))); p++) {
    uint32_t off = (uint32_t)(p - text.p);
    definition d = {.term = term_at(l->doc, off)};
    if (d.term.n < 4)
      continue;
    define(l, off, low, &d);
    low = off;
    if (d.n)
      link_term(l, &d, off);
  }
}

void hd_link_same_english(hd_linker *l) {
  link_words(l);
  link_labels(l);
  link_terms(l);
}
