/* wording: sentences cut into words, and sets of those words compared.
 *
 * In: figures in reading order. Out: hashes of the words about them. A
 * sentence is cut when one of its figures is first asked for; sets are small
 * and compared as they lie. */
#include "wording.h"

/* The words of a sentence, as hashes. */
typedef struct {
  uint32_t n;
  uint32_t words[];
} cut;

/* The nearest words of a figure in a few bits each, 0: none. Two that have none
 * in common have no word in common. */
enum { MARKS = 8 };
typedef struct {
  uint16_t of[2][MARKS]; /* left and right; behind the left: it is known */
} marks;

/* Words that any sentence has, in order; none is longer than eight letters. */
enum { COMMON = 93 };
static const char common_ones[COMMON][8 + 1] = {
    "about",   "after", "against",  "all",     "also",    "among",    "and",
    "another", "any",   "are",      "because", "been",    "before",   "between",
    "billion", "both",  "but",      "can",     "cent",    "could",    "did",
    "does",    "down",  "during",   "each",    "first",   "for",      "from",
    "had",     "has",   "have",     "here",    "how",     "hundred",  "into",
    "its",     "last",  "less",     "may",     "million", "more",     "most",
    "next",    "not",   "one",      "only",    "other",   "our",      "out",
    "over",    "per",   "percent",  "same",    "shall",   "she",      "should",
    "since",   "such",  "than",     "that",    "the",     "their",    "then",
    "there",   "these", "they",     "this",    "those",   "thousand", "three",
    "through", "total", "trillion", "two",     "under",   "was",      "were",
    "what",    "when",  "where",    "which",   "while",   "who",      "whom",
    "whose",   "will",  "with",     "within",  "would",   "year",     "years",
    "you",     "your"};

struct hd_wordings {
  hd_arena *arena;
  const hd_linker *l;
  cut **sentences;
  uint32_t *mid;     /* of each item whose sentence is cut: words before it */
  marks *near;       /* of each figure, in reading order */
  uint32_t *scratch; /* the words of the sentence that is being cut */
  uint32_t room, n;
  uint64_t common[COMMON];    /* words that tell nothing, by their letters */
  uint8_t light[0x10000 / 8]; /* bits: characters that tell nothing */
};

/* ---- words ------------------------------------------------------------- */

enum { LONGEST = 24, SHORTEST = 3 };
/* Words to a side that are about a figure, and that are nearest to it. */
enum { SIDE = 16, LEFT = 6, RIGHT = 5, CLOSE = 5 };

/* Its first eight letters, 0 behind them, in the order of words. */
static uint64_t letters_of(const char *word) {
  uint64_t letters = 0;
  for (int i = 0; i < 8 && *word; i++)
    letters |= (uint64_t)(unsigned char)*word++ << (56 - 8 * i);
  return letters;
}

static void mark_common(hd_wordings *w) {
  for (size_t i = 0; i < COMMON; i++)
    w->common[i] = letters_of(common_ones[i]);
}

/* Halved without branches: which way a step goes cannot be foretold. */
static bool is_common(const hd_wordings *w, const char *word, size_t n) {
  uint64_t letters = letters_of(word);
  const uint64_t *at = w->common;
  for (size_t left = COMMON, half; left > 1; left -= half) {
    half = left / 2;
    at += at[half] <= letters ? half : 0;
  }
  return n <= 8 && *at == letters;
}

/* increase, increased, increasing; deliveries, delivery: one stem. Writes to
 * the word and returns how long it is. */
static size_t stem(char *word, size_t n) {
  static const char *const ends[] = {"ing", "ed", "s"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t m = strlen(ends[i]);
    if (n >= m + SHORTEST && memcmp(word + n - m, ends[i], m) == 0) {
      n -= m;
      break;
    }
  }
  if (n > SHORTEST && word[n - 1] == 'e')
    n--;
  if (n > SHORTEST && (word[n - 1] == 'i' || word[n - 1] == 'y'))
    word[n - 1] = 'i';
  return n;
}

static uint32_t hash(const void *p, size_t n) {
  uint64_t h = hd_hash(p, n);
  return (uint32_t)(h ^ h >> 32);
}

/* Characters of verbs, times and particles that stand about any figure. */
static const uint16_t light_ones[] = {
    0x4e0a, 0x4e0b, 0x4e0d, 0x4e0e, 0x4e2a, 0x4e2d, 0x4e3a, 0x4e86,
    0x4e8e, 0x4eca, 0x4ece, 0x4ee5, 0x5168, 0x5171, 0x5176, 0x51cf,
    0x5206, 0x522b, 0x5230, 0x52a0, 0x5347, 0x5360, 0x53bb, 0x53ca,
    0x53f3, 0x540c, 0x548c, 0x5728, 0x589e, 0x591a, 0x5b8c, 0x5b9e,
    0x5bf9, 0x5c06, 0x5c11, 0x5de6, 0x5df2, 0x5e74, 0x6210, 0x63a5,
    0x63d0, 0x6700, 0x6709, 0x672b, 0x6bd4, 0x73b0, 0x7531, 0x7684,
    0x7834, 0x7a81, 0x7b49, 0x7d2f, 0x7ea6, 0x7ecf, 0x81f3, 0x8ba1,
    0x8d85, 0x8db3, 0x8fbe, 0x8fc7, 0x8fd1, 0x957f, 0x964d, 0x9ad8};

static void mark_light(hd_wordings *w) {
  for (size_t i = 0; i < sizeof light_ones / sizeof *light_ones; i++)
    w->light[light_ones[i] / 8] |= (uint8_t)(1 << light_ones[i] % 8);
}

static bool is_light(const hd_wordings *w, uint32_t cp) {
  return cp < 0x10000 && w->light[cp / 8] >> cp % 8 & 1;
}

hd_wordings *hd_wordings_new(hd_arena *arena, const hd_linker *l) {
  hd_wordings *w = HD_NEW(arena, hd_wordings);
  w->l = l;
  w->arena = arena;
  w->sentences =
      hd_arena_alloc(arena, (l->text->n_sentences + 1) * sizeof *w->sentences);
  w->mid = hd_arena_alloc(arena, (l->q->n + 1) * sizeof *w->mid);
  w->near = hd_arena_alloc(arena, (l->n_order + 1) * sizeof *w->near);
  mark_light(w);
  mark_common(w);
  return w;
}

/* What stands for any of these words; no hash of another. */
enum { DENIAL = 1 };

static bool is_denial(const char *word) {
  if (*word != 'n' && *word != 'w')
    return false;
  static const char *const words[] = {"no", "not", "without", "never", "non"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(word, words[i]) == 0)
      return true;
  return false;
}

static void put(hd_wordings *w, uint32_t word) {
  if (w->n < w->room)
    w->scratch[w->n++] = word;
}

/* The English words of the span. */
static void cut_english(hd_wordings *w, hd_span span) {
  const char *s = w->l->doc->text.p;
  for (uint32_t off = span.off; off < span.end;) {
    char word[LONGEST + 1];
    uint32_t from = off;
    size_t n = 0;
    while (off < span.end && hd_ascii_is_letter(s[off])) {
      if (n < LONGEST)
        word[n++] = (char)(s[off] | 0x20);
      off++;
    }
    off += off == from;
    word[n] = 0;
    if (is_denial(word))
      put(w, DENIAL);
    else if (n >= SHORTEST && !is_common(w, word, n))
      put(w, hash(word, stem(word, n)));
  }
}

/* The pairs of neighbouring characters of the span, as numbers. */
static void cut_chinese(hd_wordings *w, hd_span span) {
  const char *s = w->l->doc->text.p;
  uint32_t pair[2] = {0, 0};
  bool light = false;
  for (uint32_t off = span.off; off < span.end;) {
    uint32_t cp;
    uint32_t n = (uint32_t)hd_utf8_decode(s + off, span.end - off, &cp);
    bool counts = hd_cp_is_han(cp) || hd_cp_is_letter(cp);
    bool now_light = counts && is_light(w, cp);
    pair[0] = pair[1];
    pair[1] = counts ? cp : 0;
    if (pair[0] && pair[1] && !(light && now_light))
      put(w, pair[0] << 16 ^ pair[1]);
    light = now_light;
    off += n;
  }
}

/* The first figure of the sentence of figure `item`. */
static size_t first_of(const hd_linker *l, size_t item) {
  uint32_t sentence = l->q->items[item].sentence;
  while (item > 0 && l->q->items[item - 1].sentence == sentence)
    item--;
  return item;
}

/* Cuts what stands between the figures of the sentence. */
static cut *cut_sentence(hd_wordings *w, size_t item) {
  const hd_linker *l = w->l;
  uint32_t sentence = l->q->items[item].sentence;
  hd_span s = l->text->sentences[sentence].span;
  uint32_t room = s.end - s.off + 1; /* pairs of letters: one a byte */
  if (room > w->room) {
    w->scratch = hd_arena_alloc(w->arena, 2 * room * sizeof *w->scratch);
    w->room = 2 * room;
  }
  w->n = 0;
  uint32_t off = s.off;
  for (size_t i = first_of(l, item);; i++) {
    bool more = i < l->q->n && l->q->items[i].sentence == sentence;
    hd_span between = {off, more ? l->q->items[i].span.off : s.end};
    if (l->doc->lang == HD_LANG_EN)
      cut_english(w, between);
    else
      cut_chinese(w, between);
    if (!more)
      break;
    w->mid[i] = w->n;
    off = l->q->items[i].span.end;
  }
  cut *c = hd_arena_alloc(w->arena, sizeof *c + w->n * sizeof *c->words);
  c->n = w->n;
  memcpy(c->words, w->scratch, w->n * sizeof *c->words);
  return c;
}

static const cut *sentence_of(hd_wordings *w, size_t k) {
  cut **slot = &w->sentences[hd_linker_figure(w->l, k)->sentence];
  if (!*slot)
    *slot = cut_sentence(w, w->l->order[k]);
  return *slot;
}

/* ---- sets -------------------------------------------------------------- */

/* Without an early end, so that several words are compared at once. */
static bool has(const uint32_t *words, uint32_t n, uint32_t word) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < n; i++)
    found |= words[i] == word;
  return found;
}

static uint32_t common(const uint32_t *a, uint32_t n, const uint32_t *b,
                       uint32_t m) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < n; i++)
    found += has(b, m, a[i]);
  return found;
}

/* Words, the nearest to the figure first or last. */
typedef struct {
  const uint32_t *words;
  uint32_t n;
} stretch;

/* The words of the sentence of figure k on both sides of it, `left` and
 * `right` at most. */
static void sides(hd_wordings *w, size_t k, uint32_t left, uint32_t right,
                  stretch out[2]) {
  const cut *c = sentence_of(w, k);
  uint32_t mid = w->mid[w->l->order[k]];
  left = left < mid ? left : mid;
  right = right < c->n - mid ? right : c->n - mid;
  out[0] = (stretch){c->words + mid - left, left};
  out[1] = (stretch){c->words + mid, right};
}

/* The nearest words. */
static void nearest(hd_wordings *w, size_t k, stretch out[2]) {
  bool english = w->l->doc->lang == HD_LANG_EN;
  sides(w, k, english ? 3 : LEFT, english ? 2 : RIGHT, out);
}

_Static_assert((int)LEFT < (int)MARKS && (int)RIGHT < (int)MARKS,
               "the last mark is free");

static const marks *marks_of(hd_wordings *w, size_t k) {
  marks *m = &w->near[k];
  if (m->of[0][MARKS - 1])
    return m;
  stretch x[2];
  nearest(w, k, x);
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; i < x[side].n; i++) {
      uint32_t word = x[side].words[i];
      m->of[side][i] = (uint16_t)(word ^ word >> 16) | 1;
    }
  m->of[0][MARKS - 1] = 1;
  return m;
}

/* May a word of the one side be one of the other? */
static bool may_meet(const uint16_t a[MARKS], const uint16_t b[MARKS]) {
  uint16_t found = 0;
  for (int i = 0; i < MARKS - 1 && a[i]; i++)
    for (int k = 0; k < MARKS; k++)
      found |= a[i] == b[k];
  return found;
}

uint32_t hd_wording_near(hd_wordings *w, size_t a, size_t b) {
  stretch x[2], y[2];
  const marks *m = marks_of(w, a), *n = marks_of(w, b);
  if (!may_meet(m->of[0], n->of[0]) && !may_meet(m->of[1], n->of[1]))
    return 0;
  nearest(w, a, x);
  nearest(w, b, y);
  return common(x[0].words, x[0].n, y[0].words, y[0].n) +
         common(x[1].words, x[1].n, y[1].words, y[1].n);
}

/* The words within so many of a figure, each once. */
typedef struct {
  uint32_t words[2 * SIDE];
  uint32_t n;
} set;

static void gather(hd_wordings *w, size_t k, uint32_t most, set *out) {
  stretch x[2];
  sides(w, k, most, most, x);
  out->n = 0;
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; i < x[side].n; i++)
      if (!has(out->words, out->n, x[side].words[i]))
        out->words[out->n++] = x[side].words[i];
}

static double part(uint32_t some, uint32_t all) {
  return all ? (double)some / all : 0;
}

static double covered(const set *x, const cut *c) {
  return part(common(x->words, x->n, c->words, c->n), x->n);
}

hd_likeness hd_wording_compare(hd_wordings *w, size_t a, size_t b) {
  const cut *s = sentence_of(w, a), *t = sentence_of(w, b);
  stretch near_a[2], near_b[2];
  set x, y, close_a, close_b;
  nearest(w, a, near_a);
  nearest(w, b, near_b);
  gather(w, a, SIDE, &x);
  gather(w, b, SIDE, &y);
  gather(w, a, CLOSE, &close_a);
  gather(w, b, CLOSE, &close_b);
  hd_likeness k = {.shared = common(x.words, x.n, y.words, y.n)};
  k.left = common(near_a[0].words, near_a[0].n, near_b[0].words, near_b[0].n);
  k.right = common(near_a[1].words, near_a[1].n, near_b[1].words, near_b[1].n);
  double one = covered(&x, t), other = covered(&y, s);
  k.covered = one > other ? one : other;
  k.close = (covered(&close_a, t) + covered(&close_b, s)) / 2;
  k.denied = has(close_a.words, close_a.n, DENIAL) !=
             has(close_b.words, close_b.n, DENIAL);
  k.mutual = part(k.shared, x.n > y.n ? x.n : y.n);
  return k;
}
