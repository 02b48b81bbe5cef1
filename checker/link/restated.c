/* restated: a figure said again in the same or in other words, and mistyped.
 *
 * In: figures of running text. Out: SAME_FACT links of figures that are one
 * slip of the pen apart (two digits swapped, one digit, a power of ten, 万 for
 * 亿) while the words about one are nearly all in the sentence of the other: a
 * headline and its news, a summary and the text; and COMPARE links of a verb
 * that turns what was said of the same figure. Against a link speak other
 * years and aims, and other figures of which none agrees: such sentences are
 * built alike and speak of two things; so are those that begin alike more than
 * twice in a document. Indexes over the digits, in any order,
 * without zeros at the end, and but for one; each keeps its last eight. */
#include "evidence.h"
#include "recent.h"
#include "setting.h"
#include <stdlib.h>

enum { DIGITS = 12, SURE = 95 };
enum { LONGEST = 4000, CROWD = 64 }; /* bytes, figures of a sentence asked */

/* What decides on most pairs, side by side: figures and claims lie far apart.
 */
typedef struct {
  char digits[DIGITS]; /* as printed, without zeros before */
  uint8_t n;           /* 0: takes no part */
  uint8_t significant; /* without zeros at the end */
  uint8_t decimals, kind, direction;
  uint32_t sentence;
  uint32_t tried; /* the figure that was last held against it, + 1 */
  double scale;
} print;

typedef struct {
  hd_linker *l;
  hd_arena *own; /* of the indexes, which are as large as the text */
  hd_wordings *words;
  print *prints;
  uint32_t *group; /* of figures found to be of one fact: the next up */
  uint32_t *lead;  /* its sentence's words before it: an index into leads */
  HD_VEC(uint32_t) leads; /* how many figures have them; the first: none */
  hd_map *map;            /* of the leads */
  hd_recent *recent;
} search;

/* ---- digits ------------------------------------------------------------ */

static bool is_year(const hd_quantity *q) {
  enum { FIRST = 1900, LAST = 2100 };
  double v = hd_number_double(q->low);
  return !q->unit && !q->grouped && q->digits <= 4 && v >= FIRST && v <= LAST;
}

static bool usable(const hd_linker *l, size_t k) {
  static const bool kinds[HD_KINDS] = {
      [HD_KIND_COUNT] = true,    [HD_KIND_AMOUNT] = true,
      [HD_KIND_PERCENT] = true,  [HD_KIND_POINT] = true,
      [HD_KIND_MULTIPLE] = true, [HD_KIND_INDEX] = true,
      [HD_KIND_AGE] = true,      [HD_KIND_TEMPERATURE] = true};
  const hd_quantity *q = hd_linker_figure(l, k);
  bool one = !q->low_known || !q->high_known || q->and_more ||
             hd_number_cmp(q->low, q->high) == 0;
  const hd_sentence *s = &l->text->sentences[q->sentence];
  return kinds[q->kind] && !q->numeral && one && !is_year(q) &&
         s->cell == HD_NONE && s->span.end - s->span.off <= LONGEST &&
         l->doc->text.p[s->span.off] != '|'; /* a row of a broken table */
}

static print print_of(const hd_linker *l, size_t k) {
  print p = {.n = 0};
  if (!usable(l, k))
    return p;
  hd_str s = hd_document_text(l->doc, hd_linker_figure(l, k)->number);
  for (size_t i = 0; i < s.n; i++) {
    bool digit = s.p[i] >= '0' && s.p[i] <= '9';
    if (!digit || (s.p[i] == '0' && p.n == 0))
      continue;
    if (p.n == DIGITS)
      return (print){.n = 0};
    p.digits[p.n++] = s.p[i];
  }
  p.significant = p.n;
  while (p.significant > 1 && p.digits[p.significant - 1] == '0')
    p.significant--;
  const hd_quantity *q = hd_linker_figure(l, k);
  if (p.n < 2)
    p.n = 0;
  p.decimals = q->decimals;
  p.kind = (uint8_t)q->kind;
  p.direction = (uint8_t)hd_linker_claim(l, k)->direction;
  p.sentence = q->sentence;
  p.scale = hd_number_double(q->scale); /* a power of ten */
  return p;
}

static hd_slip slip_of(const print *x, const print *y) {
  bool alike = x->significant == y->significant &&
               memcmp(x->digits, y->digits, x->significant) == 0;
  if (x->decimals != y->decimals || x->scale != y->scale || x->n != y->n)
    return alike && x->significant > 1 ? HD_SLIP_POWER : HD_SLIP_NONE;
  uint32_t differ = 0, at[2] = {0};
  for (uint32_t i = 0; i < x->n; i++)
    if (x->digits[i] != y->digits[i] && differ++ < 2)
      at[differ - 1] = i;
  if (differ == 2 && at[1] == at[0] + 1 &&
      x->digits[at[0]] == y->digits[at[1]] &&
      x->digits[at[1]] == y->digits[at[0]])
    return HD_SLIP_SWAP;
  return differ == 1 ? HD_SLIP_DIGIT : HD_SLIP_NONE;
}

/* ---- formulas --------------------------------------------------------- */

/* Counts the figures before which a sentence says the same: 当年预算执行数为,
 * item by item. */
static void count_lead(search *s, uint32_t k) {
  enum { LEAST = 12, MOST = 120 };
  const hd_quantity *q = hd_linker_figure(s->l, k);
  hd_str lead = hd_linker_between(
      s->l, s->l->text->sentences[q->sentence].span.off, q->span.off);
  char key[MOST];
  size_t n = 0;
  if (lead.n > MOST)
    return;
  for (size_t i = 0; i < lead.n; i++) {
    key[n] = lead.p[i];
    n += !hd_ascii_is_digit(lead.p[i]);
  }
  if (n < LEAST)
    return;
  bool fresh;
  uint32_t *at =
      hd_map_at(s->map, (hd_str){hd_arena_copy(s->own, key, n), n}, &fresh);
  if (fresh) {
    *at = (uint32_t)s->leads.n;
    HD_PUSH(s->own, &s->leads, 0);
  }
  s->lead[k] = *at;
  s->leads.items[*at]++;
}

/* Do both stand behind words that many sentences begin with? */
static bool is_formula(const search *s, size_t a, size_t b) {
  enum { MANY = 4 };
  return s->lead[a] && s->lead[a] == s->lead[b] &&
         s->leads.items[s->lead[a]] >= MANY;
}

/* ---- judging ---------------------------------------------------------- */

/* In thousands (millions, 万, 亿)? */
static bool is_scaled(const hd_quantity *q) {
  return hd_number_cmp(q->scale, hd_number_of(1)) > 0;
}

static bool is_crowd(hd_span items) { return items.end - items.off > CROWD; }

/* 为预算的120.45%, 增长122.45%: rates of two kinds. */
static bool are_two_rates(const hd_claim *a, const hd_claim *b) {
  enum { KINDS = HD_ASPECT_GROWTH | HD_ASPECT_COMPLETION | HD_ASPECT_SHARE };
  return a->aspects & KINDS && b->aspects & KINDS &&
         !(a->aspects & b->aspects & KINDS);
}

static bool slots_allow(const hd_claim *a, const hd_claim *b) {
  return a->mode == b->mode && !are_two_rates(a, b) &&
         (!a->direction || !b->direction || a->direction == b->direction);
}

/* 筹资活动产生的现金净流入238.57亿元, 信用卡透支增加238.75亿元: two names, both
 * of them the figure's own, that are asked for because they have nothing in
 * common. */
static bool of_two(const hd_linker *l, size_t a, size_t b) {
  enum { NAMED = 9 }; /* three Han characters */
  return l->doc->lang != HD_LANG_EN && hd_linker_claim(l, a)->name.n >= NAMED &&
         hd_linker_claim(l, b)->name.n >= NAMED;
}

static bool opposite(uint8_t a, uint8_t b) {
  return (a == HD_FLOW_UP && b == HD_FLOW_DOWN) ||
         (a == HD_FLOW_DOWN && b == HD_FLOW_UP);
}

/* Are the two the sides of a comparison: (12.4% versus 18.0%)? */
static bool is_versus(const hd_linker *l, size_t a, size_t b) {
  static const char *const words[] = {" versus ", " vs ", " vs. "};
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  if (p->sentence != q->sentence)
    return false;
  hd_str gap = hd_linker_between(l, p->span.end, q->span.off);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_str_is(gap, words[i]))
      return true;
  return false;
}

/* Is figure k compared with one that the other sentence does not have? Then
 * two comparisons are told, not one again. */
static bool lacks_rival(const hd_linker *l, size_t k, hd_span other) {
  size_t rival = l->n_order;
  if (k + 1 < l->n_order && is_versus(l, k, k + 1))
    rival = k + 1;
  else if (k > 0 && is_versus(l, k - 1, k))
    rival = k - 1;
  return rival != l->n_order &&
         !hd_beside_holds(l, other, hd_linker_figure(l, rival));
}

/* 完成预算的102.3%, of the whole and of its own departments: how much of a plan
 * was reached is said of each in the same words. */
static bool is_completion(const hd_linker *l, size_t k) {
  return hd_linker_claim(l, k)->aspects & HD_ASPECT_COMPLETION;
}

/* Are figures a and b of two sentences and one kind, a slip apart, one that
 * was mistyped? */
static bool is_one(search *s, size_t a, size_t b, hd_slip slip) {
  const hd_linker *l = s->l;
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  if (p->unit != q->unit || p->low_known != q->low_known ||
      p->high_known != q->high_known ||
      !slots_allow(hd_linker_claim(l, a), hd_linker_claim(l, b)) ||
      hd_setting_parts(l, hd_linker_claim(l, a), hd_linker_claim(l, b)))
    return false;
  hd_evidence e = {.slip = slip};
  e.significant = s->prints[a].significant;
  e.english = l->doc->lang == HD_LANG_EN;
  if (!e.english && p->unit && !is_completion(l, a))
    e.name = hd_gist_compare(l, a, b);
  bool touches = e.name >= HD_GIST_SHARED || hd_wording_touches(s->words, a, b);
  if (!(touches || (e.significant >= HD_EVIDENCE_LONG && !of_two(l, a, b))) ||
      hd_same_of_places(l, hd_linker_claim(l, a)) !=
          hd_same_of_places(l, hd_linker_claim(l, b)))
    return false;
  hd_span x = hd_beside_items(l, a), y = hd_beside_items(l, b);
  if (is_crowd(x) || is_crowd(y))
    return false;
  if (!(e.name >= HD_GIST_SHORT || hd_beside_years(l, x, y) ||
        hd_beside_years(l, y, x)) ||
      hd_beside_holds(l, y, p) || hd_beside_holds(l, x, q) ||
      lacks_rival(l, a, y) || lacks_rival(l, b, x))
    return false;
  e.digits = e.slip == HD_SLIP_SWAP ? s->prints[a].n : s->prints[a].significant;
  e.scaled = e.slip == HD_SLIP_POWER && p->decimals == q->decimals &&
             s->prints[a].n == s->prints[b].n && is_scaled(p) && is_scaled(q);
  e.rate = p->kind == HD_KIND_PERCENT;
  e.point = p->kind == HD_KIND_POINT;
  e.like = hd_wording_compare(s->words, a, b);
  e.others = hd_beside_fellows_of(l, x, y, p, q);
  return is_formula(s, a, b) ? hd_evidence_is_long(&e)
                             : hd_evidence_convinces(&e);
}

/* Is there a word that says which way it went? */
static bool is_told(const hd_claim *c) {
  return c->cue && !hd_span_empty(c->verb);
}

/* In English two sentences about one figure seldom turn it about: less need
 * be alike. */
static bool is_turned_english(const hd_likeness *like, const hd_quantity *q) {
  enum { LEAST = 3, DIGITS_LEAST = 2 };
  return q->digits >= DIGITS_LEAST && like->shared >= LEAST &&
         like->covered >= 0.55 && like->close >= 0.4 &&
         like->left + like->right > 0;
}

/* Is the figure of b that of a of another sentence, said to have gone the
 * other way, as it is? */
static bool is_turned(search *s, size_t a, size_t b) {
  enum { LEAST = 4 };
  const hd_linker *l = s->l;
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  const hd_claim *c = hd_linker_claim(l, a), *d = hd_linker_claim(l, b);
  if (c->mode != d->mode || !hd_beside_equal(p, q) ||
      !(is_told(c) || is_told(d)) || !hd_wording_touches(s->words, a, b))
    return false;
  hd_span x = hd_beside_items(l, a), y = hd_beside_items(l, b);
  if (is_crowd(x) || is_crowd(y))
    return false;
  if (!(hd_beside_years(l, x, y) || hd_beside_years(l, y, x)))
    return false;
  hd_likeness like = hd_wording_compare(s->words, a, b);
  if (l->doc->lang == HD_LANG_EN && is_turned_english(&like, q))
    return true;
  hd_beside_fellows f = hd_beside_fellows_of(l, x, y, p, q);
  return like.shared >= LEAST && like.covered >= 0.7 &&
         (f.agree || !(f.a && f.b));
}

/* The verb of b contradicts what was said of the same figure before. */
static void link_turned(search *s, size_t a, size_t b) {
  if (!is_told(hd_linker_claim(s->l, b))) {
    size_t other = a;
    a = b;
    b = other;
  }
  const hd_claim *d = hd_linker_claim(s->l, b);
  hd_link link = hd_link_blank(HD_LINK_COMPARE);
  link.increment = hd_linker_ref(s->l, s->l->order[a]);
  link.cue = d->cue;
  link.anchor = d->verb;
  link.strength = SURE;
  link.reason = "the same figure in the same words";
  hd_linker_add(s->l, link);
}

/* ---- the index --------------------------------------------------------- */

static uint32_t top_of(search *s, uint32_t k) {
  while (s->group[k] != k)
    k = s->group[k] = s->group[s->group[k]];
  return k;
}

/* What figures are looked for by; no byte of it is left unset. */
typedef union {
  struct {
    const hd_unit *unit;
    double scale;
    uint32_t kind, form;
    char digits[DIGITS];
  } of;
  uint64_t words[5];
} figure_key;
_Static_assert(sizeof(figure_key) == 5 * sizeof(uint64_t),
               "a key is its words");

/* Holds figure k against those of the key, and puts it there. */
static void meet(search *s, uint32_t k, const figure_key *key) {
  uint32_t others[HD_RECENT];
  uint32_t n = hd_recent_put(s->recent, key->words,
                             sizeof key->words / sizeof *key->words, k, others);
  const print *own = &s->prints[k];
  for (uint32_t i = 0; i < n; i++) {
    uint32_t other = others[i];
    print *p = &s->prints[other];
    if (p->tried == k + 1)
      continue;
    p->tried = k + 1;
    if (p->sentence == own->sentence || p->kind != own->kind)
      continue;
    hd_slip slip = slip_of(p, own);
    if (slip != HD_SLIP_NONE && is_one(s, other, k, slip))
      s->group[top_of(s, k)] = top_of(s, other);
    else if (opposite(p->direction, own->direction) && is_turned(s, other, k))
      link_turned(s, other, k);
  }
}

static int by_digit(const void *a, const void *b) {
  return *(const char *)a - *(const char *)b;
}

/* Looks for figures that are a slip from figure k. */
static void look(search *s, uint32_t k) {
  const print *p = &s->prints[k];
  const hd_quantity *q = hd_linker_figure(s->l, k);
  figure_key key;
  memset(&key, 0, sizeof key);
  key.of.unit = q->unit;
  key.of.kind = q->kind;
  memcpy(key.of.digits, p->digits, p->significant);
  meet(s, k, &key);
  key.of.form = 1u + q->decimals;
  key.of.scale = hd_number_double(q->scale);
  memcpy(key.of.digits, p->digits, p->n);
  qsort(key.of.digits, p->n, 1, by_digit);
  meet(s, k, &key);
  for (uint32_t i = 0; i < p->n; i++) {
    memcpy(key.of.digits, p->digits, p->n);
    key.of.digits[i] = '?';
    meet(s, k, &key);
  }
}

/* One link for each group: its members in reading order. */
static void link_groups(search *s) {
  hd_linker *l = s->l;
  uint32_t *first = hd_arena_alloc(s->own, (l->n_order + 1) * sizeof *first);
  HD_VEC(hd_link) found = {0};
  for (uint32_t k = 0; k < l->n_order; k++) {
    uint32_t top = top_of(s, k);
    if (top == k)
      continue;
    if (!first[top]) {
      hd_link link = hd_link_blank(HD_LINK_SAME_FACT);
      link.members =
          hd_arena_alloc(l->arena, HD_GROUP_MOST * sizeof *link.members);
      link.members[link.n_members++] = hd_linker_ref(l, l->order[top]);
      link.strength = SURE;
      link.reason = "said again in the same words";
      HD_PUSH(s->own, &found, link);
      first[top] = (uint32_t)found.n;
    }
    hd_link *link = &found.items[first[top] - 1];
    if (link->n_members < HD_GROUP_MOST - 1)
      link->members[link->n_members++] = hd_linker_ref(l, l->order[k]);
  }
  for (size_t i = 0; i < found.n; i++)
    hd_linker_add(l, found.items[i]);
}

void hd_link_restated(hd_linker *l) {
  search s = {
      .l = l,
      .own = hd_arena_within(l->arena),
  };
  s.words = hd_wordings_new(s.own, l);
  s.map = hd_map_new(s.own);
  s.recent = hd_recent_new(s.own);
  s.prints = hd_arena_alloc(s.own, (l->n_order + 1) * sizeof *s.prints);
  s.group = hd_arena_alloc(s.own, (l->n_order + 1) * sizeof *s.group);
  s.lead = hd_arena_alloc(s.own, (l->n_order + 1) * sizeof *s.lead);
  HD_PUSH(s.own, &s.leads, 0);
  for (uint32_t k = 0; k < l->n_order; k++) {
    s.group[k] = k;
    s.prints[k] = print_of(l, k);
    if (s.prints[k].n)
      count_lead(&s, k);
  }
  for (uint32_t k = 0; k < l->n_order; k++)
    if (s.prints[k].n)
      look(&s, k);
  link_groups(&s);
  hd_arena_free(s.own);
}
