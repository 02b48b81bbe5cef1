/* offer: parts of a pattern in, the words that they hold together out. See
 * offer.h. */
#include "offer.h"

enum {
  MOST_JOINED = 48,      /* words of a set that two are joined to */
  MOST_TIMES = 4,        /* that one is joined to itself */
  MOST_COMPARED = 20000, /* pairs of words of two sets */
  LONGEST = 64,          /* bytes of a word that two are joined to */
  BYTES = 100            /* of a sentence */
};
/* A set that a text has oftener than this says nothing beside others. */
static const double common = 0.04;
/* Sets that so many sentences have are kept from them well enough. */
static const double rare = 1e-5;

/* ---- words ---------------------------------------------------------- */
/* A set costs as much as one that a text has that much oftener, for each of its
 * words. */
static const double cost_of_word = 1e-5;

/* How often the byte or, at its first byte, the character stands behind the
 * others, of which so many are of its kind. */
static double share_of(unsigned char c, size_t run) {
  static const double letters[26] = {.065, .012, .022, .034, .1,   .018, .016,
                                     .05,  .06,  .002, .006, .033, .02,  .057,
                                     .06,  .015, .001, .05,  .05,  .075, .022,
                                     .008, .019, .002, .016, .001};
  if (c >= 'a' && c <= 'z')
    return run == 0 ? letters[c - 'a'] : run == 1 ? .15 : .4;
  if (c == HD_NEED_DIGIT)
    return run ? .5 : .1;
  if (c == HD_NEED_BLANK || c == ' ')
    return .17;
  if (hd_ascii_is_digit((char)c) || c == ',' || c == '.')
    return .02;
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? .005 : .004;
  return c < 0xc0 ? 1 : c < 0xe3 ? .006 : run ? .05 : .002;
}

/* Are both letters, digits or ideographs? */
static bool is_kin(unsigned char a, unsigned char b) {
  return (a >= 0x80 && b >= 0x80) || (a >= 'a' && b >= 'a') ||
         (a == HD_NEED_DIGIT && b == HD_NEED_DIGIT);
}

/* About how often such a word begins at a byte of a text. */
static double weigh_word(hd_str word) {
  double share = 1;
  size_t run = 0;
  for (size_t i = 0; i < word.n; i++) {
    unsigned char c = (unsigned char)word.p[i];
    run = i && is_kin(c, (unsigned char)word.p[i - 1]) ? run + 1 : 0;
    share *= share_of(c, run);
  }
  return share;
}

static double weigh(const hd_need *need) {
  double all = 0;
  for (size_t i = 0; i < need->n; i++)
    all += weigh_word(need->items[i]) + cost_of_word;
  return all;
}

/* Does each text with the one byte have the other? */
static bool is_kind_of(char c, char wide) {
  return c == wide || (wide == HD_NEED_DIGIT && hd_ascii_is_digit(c)) ||
         (wide == HD_NEED_BLANK && hd_need_is_blank(c));
}

static bool holds(hd_str word, hd_str part) {
  for (size_t at = 0; at + part.n <= word.n; at++) {
    size_t k = 0;
    while (k < part.n && is_kind_of(word.p[at + k], part.p[k]))
      k++;
    if (k == part.n)
      return true;
  }
  return false;
}

/* ---- sets of words --------------------------------------------------- */
static void put(hd_arena *arena, hd_need *need, const char *p, size_t n) {
  hd_str word = {p, n};
  HD_PUSH(arena, need, word);
}

static void set_empty(hd_arena *arena, hd_need *need) {
  *need = (hd_need){0};
  put(arena, need, "", 0);
}

static bool is_empty(const hd_need *need) {
  return need->n == 1 && need->items[0].n == 0;
}

/* Without words that hold another one of it; none where one is empty. */
static hd_need prune(hd_arena *arena, const hd_need *need) {
  hd_need few = {0};
  for (size_t i = 0; i < need->n; i++) {
    hd_str word = need->items[i];
    bool spare = need->n * need->n > MOST_COMPARED ? false : word.n == 0;
    if (word.n == 0)
      return (hd_need){0};
    for (size_t k = 0;
         need->n * need->n <= MOST_COMPARED && !spare && k < need->n; k++) {
      hd_str other = need->items[k];
      bool same = holds(word, other) && holds(other, word);
      spare = k != i && holds(word, other) && (!same || k < i);
    }
    if (!spare)
      HD_PUSH(arena, &few, word);
  }
  return few;
}

static size_t longest_of(const hd_need *need) {
  size_t longest = 0;
  for (size_t i = 0; i < need->n; i++)
    longest = need->items[i].n > longest ? need->items[i].n : longest;
  return longest;
}

/* Each word of a with each of b behind it; false: too many, or too long. */
static bool join(hd_arena *arena, const hd_need *a, const hd_need *b,
                 hd_need *out) {
  if (is_empty(a) || is_empty(b)) {
    *out = is_empty(a) ? *b : *a;
    return true;
  }
  *out = (hd_need){0};
  bool one = a->n == 1 || b->n == 1;
  if (a->n * b->n > (one ? HD_NEED_MOST : MOST_JOINED) ||
      longest_of(a) + longest_of(b) > LONGEST)
    return false;
  for (size_t i = 0; i < a->n; i++)
    for (size_t k = 0; k < b->n; k++) {
      hd_str front = a->items[i], end = b->items[k];
      char *word = hd_arena_alloc(arena, front.n + end.n + 1);
      memcpy(word, front.p, front.n);
      memcpy(word + front.n, end.p, end.n);
      put(arena, out, word, front.n + end.n);
    }
  return true;
}

/* Puts the words of b behind those of a list that nothing else has. */
static void extend(hd_arena *arena, hd_need *all, const hd_need *b) {
  for (size_t i = 0; i < b->n; i++)
    HD_PUSH(arena, all, b->items[i]);
}

/* The words of either, in a list of their own. */
static hd_need unite(hd_arena *arena, const hd_need *a, const hd_need *b) {
  hd_need all = {0};
  extend(arena, &all, a);
  extend(arena, &all, b);
  return all;
}

/* ---- choosing --------------------------------------------------------- */
/* Has each text with a word of `narrow` one of `wide` too? */
static bool follows(const hd_need *narrow, const hd_need *wide) {
  if (narrow->n * wide->n > MOST_COMPARED)
    return false;
  for (size_t i = 0; i < narrow->n; i++) {
    bool has = false;
    for (size_t k = 0; !has && k < wide->n; k++)
      has = holds(narrow->items[i], wide->items[k]);
    if (!has)
      return false;
  }
  return true;
}

static void take_out(hd_needs *needs, size_t at) {
  needs->n--;
  memmove(&needs->sets[at], &needs->sets[at + 1],
          (needs->n - at) * sizeof *needs->sets);
}

/* Among the best, the rarest first. */
static void keep(hd_needs *needs, const hd_need *offer) {
  double weight = weigh(offer);
  size_t at = needs->n;
  if (needs->n > 0 && weight > common && weight >= weigh(&needs->sets[0]))
    return;
  for (size_t i = 0; i < needs->n; i++)
    if (follows(&needs->sets[i], offer))
      return;
  for (size_t i = needs->n; i-- > 0;)
    if (follows(offer, &needs->sets[i]) ||
        (needs->n == 1 && weigh(&needs->sets[0]) > common))
      take_out(needs, i);
  at = needs->n;
  while (at > 0 && weight < weigh(&needs->sets[at - 1]))
    at--;
  if (at == HD_NEED_SETS)
    return;
  if (needs->n < HD_NEED_SETS)
    needs->n++;
  memmove(&needs->sets[at + 1], &needs->sets[at],
          (needs->n - 1 - at) * sizeof *needs->sets);
  needs->sets[at] = *offer;
}

void hd_offer_trim(hd_needs *needs) {
  double all = 1;
  size_t n = 0;
  while (n < needs->n && all > rare)
    all *= weigh(&needs->sets[n++]) * BYTES;
  needs->n = n;
}

static void note(hd_arena *arena, hd_offer *all, const hd_need *offer,
                 hd_needs *needs) {
  hd_need few = prune(arena, offer);
  if (few.n == 0)
    return;
  if (needs)
    keep(needs, &few);
  if (all->need.n == 0 || weigh(&few) < weigh(&all->need))
    all->need = few;
}

/* ---- offers ------------------------------------------------------------ */
void hd_offer_nothing(hd_arena *arena, hd_offer *o) {
  *o = (hd_offer){.whole = true};
  set_empty(arena, &o->tail);
}

void hd_offer_unknown(hd_arena *arena, hd_offer *o) {
  *o = (hd_offer){.whole = false};
  set_empty(arena, &o->head);
  set_empty(arena, &o->tail);
}

void hd_offer_none(hd_offer *o) { *o = (hd_offer){.whole = true}; }

void hd_offer_word(hd_arena *arena, hd_offer *o, const char *p, size_t n) {
  put(arena, &o->tail, p, n);
}

static const hd_need *head_of(const hd_offer *o) {
  return o->whole ? &o->tail : &o->head;
}

/* What it is from now on is more than its tail. */
static void open(hd_offer *all, const hd_need *head) {
  if (all->whole)
    all->head = *head;
  all->whole = false;
}

void hd_offer_then(hd_arena *arena, hd_offer *all, const hd_offer *next,
                   hd_needs *needs) {
  hd_need joined;
  bool few = join(arena, &all->tail, head_of(next), &joined);
  if (!few || joined.n > all->tail.n)
    note(arena, all, &all->tail, needs);
  if (!few) {
    open(all, &all->tail);
    joined = *head_of(next);
  }
  if (!next->whole) {
    note(arena, all, &joined, needs);
    open(all, &joined);
  }
  all->tail = next->whole ? joined : next->tail;
  note(arena, all, &next->need, needs);
}

void hd_offer_ahead(hd_arena *arena, hd_offer *all, const hd_offer *next,
                    hd_needs *needs) {
  hd_need joined;
  if (join(arena, &all->tail, head_of(next), &joined))
    note(arena, all, &joined, needs);
  note(arena, all, &next->need, needs);
}

void hd_offer_behind(hd_arena *arena, hd_offer *all, const hd_offer *next,
                     hd_needs *needs) {
  note(arena, all, &next->need, needs);
  if (!is_empty(&all->tail))
    return;
  open(all, &all->tail);
  all->tail = next->tail;
}

void hd_offer_repeat(hd_arena *arena, hd_offer *o, size_t least, size_t most) {
  hd_need words, more, all = {0};
  bool few = o->whole && most <= MOST_TIMES;
  set_empty(arena, &words);
  if (least == 0)
    all = words;
  for (size_t i = 1; i <= (few ? most : least) && i <= MOST_TIMES; i++) {
    if (!join(arena, &words, head_of(o), &more)) {
      few = false;
      break;
    }
    words = more;
    if (i >= least)
      all = unite(arena, &all, &more);
    few = few && all.n <= MOST_JOINED;
    if (!o->whole)
      break;
  }
  if (few) {
    o->tail = all;
  } else if (least > 0) {
    if (o->whole)
      o->tail = words;
    o->head = words;
    o->whole = false;
  } else {
    hd_offer_unknown(arena, o);
  }
  if (least == 0)
    o->need.n = 0;
}

void hd_offer_own(hd_arena *arena, hd_offer *o) {
  const hd_need none = {0};
  o->head = unite(arena, &o->head, &none);
  o->tail = unite(arena, &o->tail, &none);
  o->need = unite(arena, &o->need, &none);
}

void hd_offer_or(hd_arena *arena, hd_offer *all, const hd_offer *other) {
  bool whole = all->whole && other->whole;
  if (all->need.n && other->need.n &&
      all->need.n + other->need.n <= HD_NEED_MOST)
    extend(arena, &all->need, &other->need);
  else
    all->need = (hd_need){0};
  if (!whole && all->whole)
    all->head = unite(arena, &all->tail, head_of(other));
  else if (!whole)
    extend(arena, &all->head, head_of(other));
  extend(arena, &all->tail, &other->tail);
  all->whole = whole;
  if (head_of(all)->n > HD_NEED_MOST || all->tail.n > HD_NEED_MOST) {
    hd_need need = all->need;
    hd_offer_unknown(arena, all);
    all->need = need;
  }
}

void hd_offer_end(hd_arena *arena, hd_offer *all, hd_needs *needs) {
  note(arena, all, &all->tail, needs);
}
