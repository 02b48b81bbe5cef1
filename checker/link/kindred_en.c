/* kindred_en: English figures with two digits swapped whose sentences speak of
 * one thing in other words (a share of 38.1% of customer deposits, total
 * deposits market share stood at 31.8%).
 *
 * In: figures of three digits and more in running text. Out: SAME_FACT links
 * of two that have one unit, decimals, scale and direction, and of whose words
 * around them two are the same and half of the smaller set (a third, of five
 * digits and more). Other figures of both sentences of which none agrees speak
 * against it, as do two times. An index over the digits without their order,
 * at most the last eight figures each; words are hashed once a figure. */
#include "linker.h"
#include "recent.h"

enum {
  LEAST = 3,   /* digits */
  DIGITS = 16, /* that a figure may have */
  WORDS = 24,  /* kept of its surroundings */
  LETTERS = 3, /* of a word that tells something */
  BEFORE = 110,
  BEHIND = 70, /* bytes around the figure that are read */
  CROWD = 14,  /* figures of a sentence that is rather a table */
  ALIKE = 75
};

typedef struct {
  uint64_t words[WORDS];
  uint32_t n;
} surroundings;

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Words that stand in sentences of anything. */
static bool is_common(hd_str w) {
  static const char *const words[] = {
      "about",     "above",     "according", "after",    "again",
      "against",   "all",       "also",      "although", "among",
      "and",       "any",       "apr",       "april",    "are",
      "around",    "aug",       "august",    "average",  "because",
      "been",      "before",    "being",     "below",    "between",
      "billion",   "both",      "but",       "can",      "cent",
      "compared",  "could",     "day",       "days",     "dec",
      "december",  "decrease",  "decreased", "did",      "does",
      "down",      "due",       "during",    "each",     "eight",
      "ended",     "estimated", "eur",       "feb",      "february",
      "fell",      "few",       "figure",    "first",    "five",
      "for",       "four",      "from",      "gbp",      "gel",
      "had",       "half",      "has",       "have",     "her",
      "higher",    "him",       "his",       "how",      "however",
      "increase",  "increased", "into",      "its",      "jan",
      "january",   "jul",       "july",      "jun",      "june",
      "just",      "last",      "less",      "level",    "like",
      "lower",     "made",      "many",      "mar",      "march",
      "may",       "mean",      "median",    "million",  "month",
      "more",      "most",      "much",      "nine",     "nor",
      "not",       "nov",       "november",  "now",      "number",
      "oct",       "october",   "off",       "one",      "only",
      "other",     "our",       "out",       "over",     "overall",
      "own",       "per",       "percent",   "period",   "previous",
      "prior",     "quarter",   "rate",      "reported", "respectively",
      "rise",      "rose",      "same",      "second",   "sep",
      "september", "seven",     "she",       "should",   "since",
      "six",       "some",      "such",      "table",    "ten",
      "than",      "that",      "the",       "their",    "them",
      "then",      "there",     "these",     "they",     "third",
      "this",      "those",     "thousand",  "three",    "through",
      "time",      "total",     "two",       "under",    "until",
      "usd",       "use",       "used",      "value",    "very",
      "via",       "was",       "well",      "were",     "what",
      "when",      "where",     "which",     "while",    "who",
      "will",      "with",      "within",    "would",    "year",
      "year's",    "yet",       "your"};
  size_t low = 0, high = sizeof words / sizeof *words;
  while (low < high) {
    size_t mid = (low + high) / 2, n = strlen(words[mid]);
    int order = memcmp(w.p, words[mid], w.n < n ? w.n : n);
    if (order == 0 && w.n == n)
      return true;
    if (order < 0 || (order == 0 && w.n < n))
      high = mid;
    else
      low = mid + 1;
  }
  return false;
}

/* Takes the word at s, without the s of its plural, into the set. */
static void take_word(surroundings *to, hd_str s) {
  enum { LONGEST = 32 };
  char word[LONGEST];
  if (s.n < LETTERS || s.n > LONGEST || to->n == WORDS)
    return;
  for (size_t i = 0; i < s.n; i++)
    word[i] = (char)(s.p[i] | 0x20);
  size_t n = s.n - (s.n > LETTERS + 1 && word[s.n - 1] == 's');
  if (is_common((hd_str){word, n}) || is_common((hd_str){word, s.n}))
    return;
  uint64_t h = 14695981039346656037u;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (uint64_t)(unsigned char)word[i]) * 1099511628211u;
  for (uint32_t i = 0; i < to->n; i++)
    if (to->words[i] == h)
      return;
  to->words[to->n++] = h;
}

static void look_around(const hd_linker *l, size_t k, surroundings *out) {
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_span s = l->text->sentences[hd_linker_claim(l, k)->sentence].span;
  if (q->span.off > s.off + BEFORE)
    s.off = q->span.off - BEFORE;
  if (s.end > q->span.end + BEHIND)
    s.end = q->span.end + BEHIND;
  const char *t = l->doc->text.p;
  while (s.off < s.end && s.off > 0 && is_alpha(t[s.off - 1]))
    s.off++; /* a word that the window cuts */
  *out = (surroundings){0};
  for (uint32_t at = s.off; at < s.end;) {
    uint32_t end = at;
    while (end < s.end && is_alpha(t[end]))
      end++;
    if (end > at && !(at >= q->span.off && end <= q->span.end))
      take_word(out, (hd_str){t + at, end - at});
    at = end > at ? end : at + 1;
  }
}

static uint32_t shared(const surroundings *a, const surroundings *b) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      n += a->words[i] == b->words[k];
  return n;
}

static size_t digits_of(const hd_linker *l, size_t k, char *out) {
  hd_str s = hd_document_text(l->doc, hd_linker_figure(l, k)->number);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] >= '0' && s.p[i] <= '9') {
      if (n == DIGITS)
        return 0;
      out[n++] = s.p[i];
    }
  return n;
}

static bool is_year(const hd_quantity *q, const char *digits, size_t n) {
  return n == 4 && !q->grouped && q->kind == HD_KIND_COUNT &&
         hd_number_cmp(q->low, q->high) == 0 && hd_ascii_begins_year(digits);
}

/* The figures of k's sentence. */
static size_t first_of(const hd_linker *l, size_t k) {
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  while (k > 0 && hd_linker_claim(l, k - 1)->sentence == sentence)
    k--;
  return k;
}

/* Has its sentence more figures than prose has? */
static bool is_crowded(const hd_linker *l, size_t k) {
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  int n = 1;
  for (size_t i = k; i > 0 && n <= CROWD; i--, n++)
    if (hd_linker_claim(l, i - 1)->sentence != sentence)
      break;
  for (size_t i = k + 1; i < l->n_order && n <= CROWD; i++, n++)
    if (hd_linker_claim(l, i)->sentence != sentence)
      break;
  return n > CROWD;
}

static bool usable(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  return (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT ||
          q->kind == HD_KIND_AGE) &&
         q->bound == HD_BOUND_EXACT && !q->numeral &&
         l->text->sentences[c->sentence].cell == HD_NONE && !is_crowded(l, k);
}

static bool swapped(const char *a, const char *b, size_t n) {
  size_t at[2], differ = 0;
  for (size_t i = 0; i < n; i++)
    if (a[i] != b[i]) {
      if (differ == 2)
        return false;
      at[differ++] = i;
    }
  return differ == 2 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]];
}

static bool firm(const hd_period *p) {
  return p->from == HD_FROM_CLAUSE || p->from == HD_FROM_EARLIER;
}

static int32_t day_of(hd_day d) { return d.year * 400 + d.month * 32 + d.day; }

/* Do both say their time, and have the two nothing in common? */
static bool two_times(const hd_period *a, const hd_period *b) {
  return firm(a) && firm(b) && a->first.year && b->first.year &&
         (day_of(a->last) < day_of(b->first) ||
          day_of(b->last) < day_of(a->first));
}

/* Have the sentences other figures of the unit, and none in common? */
static bool none_agrees(const hd_linker *l, size_t a, size_t b) {
  uint32_t x = hd_linker_claim(l, a)->sentence;
  uint32_t y = hd_linker_claim(l, b)->sentence;
  bool left = false, right = false;
  for (size_t i = first_of(l, a);
       i < l->n_order && hd_linker_claim(l, i)->sentence == x; i++)
    for (size_t k = first_of(l, b);
         k < l->n_order && hd_linker_claim(l, k)->sentence == y; k++) {
      if (i == a || k == b) {
        left = left || (i != a && hd_linker_comparable(l, i, a));
        right = right || (k != b && hd_linker_comparable(l, k, b));
      } else if (hd_linker_comparable(l, i, k) &&
                 hd_number_cmp(hd_linker_figure(l, i)->low,
                               hd_linker_figure(l, k)->low) == 0) {
        return false;
      }
    }
  return left && right;
}

static bool compatible(const hd_linker *l, size_t a, size_t b) {
  enum { MOVES = HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT };
  const hd_claim *x = hd_linker_claim(l, a), *y = hd_linker_claim(l, b);
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  return x->sentence != y->sentence && hd_linker_comparable(l, a, b) &&
         p->decimals == q->decimals && hd_number_cmp(p->scale, q->scale) == 0 &&
         x->direction == y->direction &&
         (x->aspects & MOVES) == (y->aspects & MOVES) &&
         (x->mode == HD_MODE_TARGET) == (y->mode == HD_MODE_TARGET) &&
         !two_times(&x->period, &y->period) &&
         !(firm(&x->base) && firm(&y->base) && two_times(&x->base, &y->base));
}

static void try_pair(hd_linker *l, size_t a, size_t b, size_t n) {
  enum { SURE = 5, MANY = 3 };
  surroundings x, y;
  look_around(l, a, &x);
  look_around(l, b, &y);
  uint32_t same = shared(&x, &y), least = x.n < y.n ? x.n : y.n;
  if (same < 2 || same * (n >= SURE ? 3 : 2) < least ||
      (same < MANY && none_agrees(l, a, b)))
    return;
  hd_link k = hd_linker_group(l, HD_LINK_SAME_FACT, (size_t[]){a, b}, 2);
  k.strength = ALIKE;
  k.reason = "two digits swapped, and words of one thing";
  hd_linker_add(l, k);
}

static void sort(char *s, size_t n) {
  for (size_t i = 1; i < n; i++)
    for (size_t k = i; k > 0 && s[k] < s[k - 1]; k--) {
      char t = s[k];
      s[k] = s[k - 1];
      s[k - 1] = t;
    }
}

void hd_link_kindred_english(hd_linker *l) {
  hd_recent *recent = hd_recent_new(l->own);
  for (size_t k = 0; k < l->n_order; k++) {
    char printed[DIGITS], other[DIGITS], sorted[DIGITS] = {0};
    size_t n = usable(l, k) ? digits_of(l, k, printed) : 0;
    if (n < LEAST || is_year(hd_linker_figure(l, k), printed, n))
      continue;
    memcpy(sorted, printed, n);
    sort(sorted, n);
    uint64_t words[2];
    memcpy(words, sorted, sizeof words);
    uint64_t key = hd_hash_step(hd_hash_step(0, words[0]), words[1]);
    uint32_t before[HD_RECENT];
    uint32_t m = hd_recent_put(recent, key, (uint32_t)k, before);
    for (uint32_t i = 0; i < m && i < HD_RECENT; i++)
      if (digits_of(l, before[i], other) == n && swapped(printed, other, n) &&
          compatible(l, before[i], k))
        try_pair(l, before[i], k, n);
  }
}
