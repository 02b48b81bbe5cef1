/* wording: sentences cut into words, and sets of those words compared.
 *
 * In: figures in reading order. Out: hashes of the words about them. A
 * sentence is cut when one of its figures is first asked for; sets are small
 * and compared as they lie. */
#include "wording.h"
#include <stdlib.h>

typedef struct {
  uint32_t *words, *at; /* hashes and the offsets at which the words begin */
  uint32_t n;
} cut;

struct hd_wordings {
  hd_arena *arena;
  const hd_linker *l;
  cut **sentences;
  hd_wording **figures;
  uint8_t light[0x10000 / 8]; /* bits: characters that tell nothing */
};

/* ---- words ------------------------------------------------------------- */

enum { LONGEST = 24, SHORTEST = 3 };

static int by_word(const void *a, const void *b) {
  return strcmp(a, *(const char *const *)b);
}

/* Words that any sentence has. */
static bool is_common(const char *word) {
  static const char *const words[] = {
      "about",    "after",   "against",  "all",     "also",    "among",
      "and",      "another", "any",      "are",     "because", "been",
      "before",   "between", "billion",  "both",    "but",     "can",
      "cent",     "could",   "did",      "does",    "down",    "during",
      "each",     "first",   "for",      "from",    "had",     "has",
      "have",     "here",    "how",      "hundred", "into",    "its",
      "last",     "less",    "may",      "million", "more",    "most",
      "next",     "not",     "one",      "only",    "other",   "our",
      "out",      "over",    "per",      "percent", "same",    "shall",
      "she",      "should",  "since",    "such",    "than",    "that",
      "the",      "their",   "then",     "there",   "these",   "they",
      "this",     "those",   "thousand", "three",   "through", "total",
      "trillion", "two",     "under",    "was",     "were",    "what",
      "when",     "where",   "which",    "while",   "who",     "whom",
      "whose",    "will",    "with",     "within",  "would",   "year",
      "years",    "you",     "your"};
  return bsearch(word, words, sizeof words / sizeof *words, sizeof *words,
                 by_word);
}

/* increased, increases, increasing: one stem. */
static size_t stem(const char *word, size_t n) {
  static const char *const ends[] = {"ing", "ed", "es", "s"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t m = strlen(ends[i]);
    if (n >= m + SHORTEST && memcmp(word + n - m, ends[i], m) == 0)
      return n - m;
  }
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
      hd_arena_alloc(w->arena, (l->text->n_sentences + 1) * sizeof(cut *));
  w->figures =
      hd_arena_alloc(w->arena, (l->n_order + 1) * sizeof(hd_wording *));
  mark_light(w);
  return w;
}

typedef struct {
  cut *out;
  uint32_t room;
} pen;

static void put(pen *p, uint32_t word, uint32_t off) {
  if (p->out->n == p->room)
    return;
  p->out->words[p->out->n] = word;
  p->out->at[p->out->n++] = off;
}

/* The English words of the span. */
static void cut_english(const hd_linker *l, hd_span span, pen *p) {
  const char *s = l->doc->text.p;
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
    if (n >= SHORTEST && !is_common(word))
      put(p, hash(word, stem(word, n)), from);
  }
}

/* The pairs of neighbouring characters of the span, as numbers. */
static void cut_chinese(const hd_wordings *w, hd_span span, pen *p) {
  const hd_linker *l = w->l;
  uint32_t pair[2] = {0, 0}, before = 0;
  bool light = false;
  for (uint32_t off = span.off; off < span.end;) {
    uint32_t cp;
    uint32_t n =
        (uint32_t)hd_utf8_decode(l->doc->text.p + off, span.end - off, &cp);
    bool counts = hd_cp_is_han(cp) || hd_cp_is_letter(cp);
    bool now_light = counts && is_light(w, cp);
    pair[0] = pair[1];
    pair[1] = counts ? cp : 0;
    if (pair[0] && pair[1] && !(light && now_light))
      put(p, pair[0] << 16 ^ pair[1], before);
    light = now_light;
    before = off;
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
static cut *cut_sentence(const hd_wordings *w, size_t item) {
  const hd_linker *l = w->l;
  enum { PART = 2 }; /* a word has two bytes at least, with its mark */
  uint32_t sentence = l->q->items[item].sentence;
  hd_span s = l->text->sentences[sentence].span;
  cut *c = HD_NEW(w->arena, cut);
  pen p = {c, (s.end - s.off) / PART + 1};
  c->words = hd_arena_alloc(w->arena, p.room * sizeof *c->words);
  c->at = hd_arena_alloc(w->arena, p.room * sizeof *c->at);
  uint32_t off = s.off;
  for (size_t i = first_of(l, item);; i++) {
    bool more = i < l->q->n && l->q->items[i].sentence == sentence;
    hd_span between = {off, more ? l->q->items[i].span.off : s.end};
    if (l->doc->lang == HD_LANG_EN)
      cut_english(l, between, &p);
    else
      cut_chinese(w, between, &p);
    if (!more)
      return c;
    off = l->q->items[i].span.end;
  }
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

/* Adds the word that stands `distance` words from the figure. */
static void add(hd_wording *f, uint32_t word, uint32_t distance) {
  if (!has(f->words, f->n, word))
    f->words[f->n++] = word;
  if (distance < HD_WORDS_CLOSE && !has(f->close, f->n_close, word))
    f->close[f->n_close++] = word;
}

const hd_wording *hd_wording_of(hd_wordings *w, size_t k) {
  if (w->figures[k])
    return w->figures[k];
  bool english = w->l->doc->lang == HD_LANG_EN;
  const cut *c = sentence_of(w, k);
  uint32_t off = hd_linker_figure(w->l, k)->span.off, mid = 0;
  uint32_t nearest[] = {english ? 3 : HD_WORDS_LEFT,
                        english ? 2 : HD_WORDS_RIGHT};
  hd_wording *f = w->figures[k] = HD_NEW(w->arena, hd_wording);
  for (uint32_t end = c->n; mid < end;) { /* the first word behind it */
    uint32_t half = mid + (end - mid) / 2;
    if (c->at[half] < off)
      mid = half + 1;
    else
      end = half;
  }
  for (uint32_t i = 0; i < HD_WORDS_SIDE && i < mid; i++) {
    uint32_t word = c->words[mid - 1 - i];
    if (i < nearest[0])
      f->left[f->n_left++] = word;
    add(f, word, i);
  }
  for (uint32_t i = 0; i < HD_WORDS_SIDE && mid + i < c->n; i++) {
    uint32_t word = c->words[mid + i];
    if (i < nearest[1])
      f->right[f->n_right++] = word;
    add(f, word, i);
  }
  return f;
}

bool hd_wording_touches(hd_wordings *w, size_t a, size_t b) {
  const hd_wording *x = hd_wording_of(w, a), *y = hd_wording_of(w, b);
  return common(x->left, x->n_left, y->left, y->n_left) +
             common(x->right, x->n_right, y->right, y->n_right) >
         0;
}

static double part(uint32_t some, uint32_t all) {
  return all ? (double)some / all : 0;
}

hd_likeness hd_wording_compare(hd_wordings *w, size_t a, size_t b) {
  const hd_wording *x = hd_wording_of(w, a), *y = hd_wording_of(w, b);
  const cut *s = sentence_of(w, a), *t = sentence_of(w, b);
  hd_likeness k = {.shared = common(x->words, x->n, y->words, y->n),
                   .left = common(x->left, x->n_left, y->left, y->n_left),
                   .right = common(x->right, x->n_right, y->right, y->n_right)};
  k.own[0] = x->n_left + x->n_right -
             common(x->left, x->n_left, y->words, y->n) -
             common(x->right, x->n_right, y->words, y->n);
  k.own[1] = y->n_left + y->n_right -
             common(y->left, y->n_left, x->words, x->n) -
             common(y->right, y->n_right, x->words, x->n);
  double one = part(common(x->words, x->n, t->words, t->n), x->n);
  double other = part(common(y->words, y->n, s->words, s->n), y->n);
  k.covered = one > other ? one : other;
  k.close = (part(common(x->close, x->n_close, t->words, t->n), x->n_close) +
             part(common(y->close, y->n_close, s->words, s->n), y->n_close)) /
            2;
  k.mutual = part(k.shared, x->n > y->n ? x->n : y->n);
  return k;
}
