/* telling: the figures of each language of a set, and which passages of the
 * one are the translation of which of the other.
 *
 * In: claims of one document, or of two. Out: passages with their twins. Two
 * passages are twins where one stands right behind the other, in the order
 * that most of those have which share a figure; else where figures that occur
 * once in each language say so, in order; else where just one of each is left
 * between two pairs of twins. */
#include "translation.h"

enum { LEAST_DIGITS = 2, RIVALS = 64 };

/* Does a translation keep such a figure, and is it of one? */
static bool is_kept(const hd_claims *claims, const hd_claim *c) {
  const hd_quantity *q = hd_claim_quantity(claims, c->quantity);
  const hd_text *text = claims->quantities->text;
  bool kind = q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
              q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT;
  return c->is_claim && kind && (q->low_known || q->high_known) &&
         text->sentences[c->sentence].cell == HD_NONE;
}

static hd_figure_said figure_of(const hd_claims *claims, const hd_claim *c,
                                uint32_t document) {
  const hd_quantity *q = hd_claim_quantity(claims, c->quantity);
  bool rate = q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT;
  bool amount = q->kind == HD_KIND_AMOUNT && q->unit;
  hd_figure_said f = {.ref = {document, c->quantity},
                      .value = hd_quantity_interval(q),
                      .low = q->low,
                      .high = q->high,
                      .digits = q->digits,
                      .rate = rate,
                      .numeral = q->numeral};
  if (amount) {
    hd_number factor = hd_quantity_factor(q);
    f.value = hd_interval_mul(f.value, hd_interval_point(factor));
    f.low = hd_number_mul(q->low, factor);
    f.high = hd_number_mul(q->high, factor);
    f.dimension = q->unit->dimension;
    f.unit = q->unit->canonical;
  }
  return f;
}

/* Chinese if any Han character is in it. */
static hd_lang language_of(const hd_text *text, uint32_t sentence) {
  hd_str s = hd_document_text(text->doc, text->sentences[sentence].span);
  return hd_str_has_han(s) ? HD_LANG_ZH : HD_LANG_EN;
}

static void add_figure(hd_arena *arena, hd_telling *telling, uint32_t block,
                       uint32_t *place, hd_figure_said figure) {
  size_t n = telling->passages.n;
  hd_passage *last = n ? &telling->passages.items[n - 1] : NULL;
  if (!last || last->block != block || last->place + 1 != *place) {
    hd_passage fresh = {block, (*place)++, telling->figures.n, 0, HD_NONE};
    HD_PUSH(arena, &telling->passages, fresh);
    last = &telling->passages.items[n];
  }
  last->n++;
  HD_PUSH(arena, &telling->figures, figure);
}

bool hd_telling_is_bilingual(const hd_claims *claims) {
  bool seen[2] = {false, false};
  uint32_t sentence = HD_NONE;
  for (size_t i = 0; i < claims->n; i++) {
    const hd_claim *c = &claims->items[i];
    if (c->sentence == sentence || !is_kept(claims, c))
      continue;
    sentence = c->sentence;
    seen[language_of(claims->quantities->text, sentence)] = true;
    if (seen[0] && seen[1])
      return true;
  }
  return false;
}

void hd_telling_read(hd_arena *arena, const hd_claims *claims,
                     uint32_t document, hd_telling tellings[2]) {
  const hd_text *text = claims->quantities->text;
  uint32_t place = 0, sentence = HD_NONE;
  hd_lang lang = HD_LANG_ZH;
  for (size_t i = 0; i < claims->n; i++) {
    const hd_claim *c = &claims->items[i];
    if (!is_kept(claims, c))
      continue;
    if (c->sentence != sentence)
      lang = language_of(text, c->sentence);
    sentence = c->sentence;
    add_figure(arena, &tellings[lang], c->block, &place,
               figure_of(claims, c, document));
  }
}

bool hd_said_comparable(const hd_figure_said *a, const hd_figure_said *b) {
  return a->rate == b->rate && hd_str_eq(a->dimension, b->dimension);
}

/* What is converted (500万亩, 333,300 hectares) is rounded to what reads well:
 * by at most one in two hundred. */
static hd_interval value_of(const hd_figure_said *a, const hd_figure_said *b) {
  enum { PART = 200 };
  hd_number end = a->value.high_infinite ? a->value.low : a->value.high;
  if (hd_str_eq(a->unit, b->unit) || hd_number_cmp(end, hd_number_of(0)) < 0)
    return a->value;
  return hd_interval_widen(a->value, hd_number_div(end, hd_number_of(PART)));
}

bool hd_said_meets(const hd_figure_said *a, const hd_figure_said *b) {
  if (a->rate != b->rate || (a->dimension.n && b->dimension.n &&
                             !hd_str_eq(a->dimension, b->dimension)))
    return false;
  /* one language's "at most" may be the other's "not above": no matter */
  bool equal = hd_number_cmp(a->low, b->low) == 0 &&
               hd_number_cmp(a->high, b->high) == 0;
  return equal || hd_interval_meets(value_of(a, b), b->value);
}

/* 超20万亿元 meets too much to tell anything. */
static bool is_closed(const hd_figure_said *f) {
  return !f->value.low_infinite && !f->value.high_infinite;
}

static bool share_figure(const hd_telling *a, const hd_passage *p,
                         const hd_telling *b, const hd_passage *q) {
  if (p->n > RIVALS || q->n > RIVALS)
    return false;
  for (size_t i = 0; i < p->n; i++)
    for (size_t k = 0; k < q->n; k++) {
      const hd_figure_said *x = &a->figures.items[p->first + i];
      const hd_figure_said *y = &b->figures.items[q->first + k];
      if (x->digits >= LEAST_DIGITS && is_closed(x) && is_closed(y) &&
          hd_said_meets(x, y))
        return true;
    }
  return false;
}

/* How often a passage of a has a like one of b right behind it. Pairs them
 * where `pair` says so, and then also those that share nothing but stand so:
 * what comes of them is the comparison's matter. */
static size_t follow(hd_telling *a, hd_telling *b, bool pair) {
  size_t n = 0;
  for (size_t i = 0, k = 0; i < a->passages.n; i++) {
    hd_passage *p = &a->passages.items[i];
    while (k < b->passages.n && b->passages.items[k].place <= p->place)
      k++;
    if (k == b->passages.n)
      break;
    hd_passage *q = &b->passages.items[k];
    if (q->place != p->place + 1 || q->block > p->block + 1)
      continue;
    bool like = share_figure(a, p, b, q);
    n += like;
    if (pair && (like || q->block == p->block + 1)) {
      p->twin = (uint32_t)k;
      q->twin = (uint32_t)i;
    }
  }
  return n;
}

/* Twins that stand one behind the other: one of the languages comes first. */
static void pair_neighbours(hd_telling *a, hd_telling *b) {
  size_t ab = follow(a, b, false), ba = follow(b, a, false);
  if (ab > 0 && ab >= ba)
    follow(a, b, true);
  else if (ba > 0)
    follow(b, a, true);
}

/* A figure as a key: its middle, for exact prints of one value are equal. */
static hd_str key_of(hd_arena *arena, const hd_figure_said *f) {
  hd_number sum = hd_number_add(f->value.low, f->value.high);
  if (!is_closed(f) || f->digits < LEAST_DIGITS || hd_number_is_nan(sum))
    return (hd_str){NULL, 0};
  struct {
    hd_int num, den, rate;
  } *key = hd_arena_alloc(arena, sizeof *key);
  key->num = sum.num;
  key->den = sum.den;
  key->rate = f->rate;
  return (hd_str){(const char *)key, sizeof *key};
}

static const uint32_t TWICE = UINT32_MAX;

/* Which passage (plus one) holds each key; TWICE where more than one does. */
static hd_map *index_keys(hd_arena *arena, const hd_telling *t) {
  hd_map *map = hd_map_new(arena);
  for (uint32_t i = 0; i < t->passages.n; i++) {
    const hd_passage *p = &t->passages.items[i];
    for (size_t k = 0; k < p->n; k++) {
      hd_str key = key_of(arena, &t->figures.items[p->first + k]);
      bool fresh;
      if (key.n == 0)
        continue;
      uint32_t *slot = hd_map_at(map, key, &fresh);
      *slot = fresh || *slot == i + 1 ? i + 1 : TWICE;
    }
  }
  return map;
}

typedef struct {
  hd_arena *arena;
  hd_telling *a, *b;
  hd_map *in_a, *in_b;
} alignment;

/* The passage of b at `from` or behind it that shares most figures which occur
 * in no other with passage i of a, two at least; HD_NONE. */
static uint32_t vote(const alignment *al, uint32_t i, uint32_t from) {
  enum { MOST = 16, VOTES = 2 };
  uint32_t seen[MOST], votes[MOST], n = 0, best = 0;
  const hd_passage *p = &al->a->passages.items[i];
  for (size_t k = 0; k < p->n; k++) {
    hd_str key = key_of(al->arena, &al->a->figures.items[p->first + k]);
    const uint32_t *mine = key.n ? hd_map_find(al->in_a, key) : NULL;
    const uint32_t *theirs = mine ? hd_map_find(al->in_b, key) : NULL;
    if (!theirs || *mine == TWICE || *theirs == TWICE || *theirs - 1 < from)
      continue;
    uint32_t at = 0;
    while (at < n && seen[at] != *theirs - 1)
      at++;
    if (at == MOST)
      continue;
    if (at == n) {
      seen[n] = *theirs - 1;
      votes[n++] = 0;
    }
    votes[at]++;
    best = votes[at] > votes[best] ? at : best;
  }
  return n && votes[best] >= VOTES ? seen[best] : HD_NONE;
}

static void pair_by_votes(alignment *al) {
  uint32_t from = 0;
  for (uint32_t i = 0; i < al->a->passages.n; i++) {
    hd_passage *p = &al->a->passages.items[i];
    uint32_t k = p->twin == HD_NONE ? vote(al, i, from) : HD_NONE;
    if (k != HD_NONE && al->b->passages.items[k].twin == HD_NONE) {
      p->twin = k;
      al->b->passages.items[k].twin = i;
    }
    if (p->twin != HD_NONE && p->twin >= from)
      from = p->twin + 1;
  }
}

/* The one passage on each side between two pairs of twins. */
static void pair_between(hd_telling *a, hd_telling *b) {
  for (uint32_t i = 1; i + 1 < a->passages.n; i++) {
    hd_passage *p = &a->passages.items[i];
    uint32_t before = a->passages.items[i - 1].twin;
    uint32_t behind = a->passages.items[i + 1].twin;
    if (p->twin != HD_NONE || before == HD_NONE || behind == HD_NONE ||
        before + 2 != behind || b->passages.items[before + 1].twin != HD_NONE)
      continue;
    p->twin = before + 1;
    b->passages.items[before + 1].twin = i;
  }
}

/* Twins of another comparison are numbers of other passages. */
static void forget_twins(hd_telling *t) {
  for (size_t i = 0; i < t->passages.n; i++)
    t->passages.items[i].twin = HD_NONE;
}

void hd_telling_align(hd_arena *arena, hd_telling *a, hd_telling *b,
                      bool one_document) {
  forget_twins(a);
  forget_twins(b);
  if (a->passages.n == 0 || b->passages.n == 0)
    return;
  if (one_document)
    pair_neighbours(a, b);
  alignment al = {arena, a, b, index_keys(arena, a), index_keys(arena, b)};
  pair_by_votes(&al);
  pair_between(a, b);
}
