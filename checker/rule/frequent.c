/* frequent: which of the sets of words that a pattern needs are worth to be
 * looked for.
 *
 * In: how many in a thousand sentences hold a word (the lexicons
 * LANGUAGE/frequent, by tests/tools/frequent.c). Out: of a pattern's sets the
 * rarest, and each other one that spares more than it costs. A set that nine
 * of ten sentences hold keeps hardly any of those that hold the others from
 * the pattern, but each of its words is found in most sentences, and noted.
 * What is left out costs time only: needs are necessary, not sufficient. */
#include "need.h"
#include <stdlib.h>

/* Running a pattern in a sentence costs as much as noting some nine words. The
 * sets of a pattern are asked for as if one told nothing of the other, but long
 * sentences hold most of them: measured on both corpora, 40 costs least. */
enum { RUN = 40, MOST_KEY = 256 };
static const double UNKNOWN = 0.0005; /* the share of a word in no table */

/* The word as the lexicons write it, in a buffer: between two =, ◇ for any
 * digit, ␣ for any blank. Empty: it is too long. */
static hd_str key_of(hd_str word, char *buffer) {
  char *end = buffer;
  if (word.n * 3 + 2 > MOST_KEY)
    return (hd_str){buffer, 0};
  *end++ = '=';
  for (size_t i = 0; i < word.n; i++)
    if (word.p[i] == HD_NEED_DIGIT)
      end = stpcpy(end, "◇");
    else if (word.p[i] == HD_NEED_BLANK)
      end = stpcpy(end, "␣");
    else
      *end++ = word.p[i];
  *end++ = '=';
  return (hd_str){buffer, (size_t)(end - buffer)};
}

/* The share of the sentences that hold the word, in the language where it is
 * largest. */
static double share_of(const hd_lexicon *lexicon, hd_str word) {
  static const char *const names[] = {"zh/frequent", "en/frequent"};
  char buffer[MOST_KEY];
  const hd_str key = key_of(word, buffer);
  double most = UNKNOWN;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const hd_table_data *t = hd_lexicon_table(lexicon, names[i]);
    size_t row = t ? hd_table_find(t, key) : 0;
    if (!t || row == t->n_rows)
      continue;
    double share = (double)strtoul(t->rows[row].fields[1].p, NULL, 10) / 1000;
    most = share > most ? share : most;
  }
  return most < 1 ? most : 1;
}

typedef struct {
  hd_need words;
  double share; /* of the sentences that hold one */
  double noted; /* words in a sentence */
  size_t order; /* by the reader of patterns */
} weighed;

static weighed weigh(const hd_lexicon *lexicon, hd_need words) {
  weighed w = {.words = words, .share = 1};
  for (size_t i = 0; i < words.n; i++) {
    double share = share_of(lexicon, words.items[i]);
    w.share *= 1 - share;
    w.noted += share;
  }
  w.share = 1 - w.share;
  return w;
}

static int by_share(const void *a, const void *b) {
  const weighed *x = a, *y = b;
  return x->share > y->share   ? 1
         : x->share < y->share ? -1
                               : (x->order > y->order) - (x->order < y->order);
}

void hd_frequent_drop(const hd_lexicon *lexicon, hd_needs *needs) {
  weighed sets[HD_NEED_SETS];
  for (size_t i = 0; i < needs->n; i++) {
    sets[i] = weigh(lexicon, needs->sets[i]);
    sets[i].order = i;
  }
  qsort(sets, needs->n, sizeof *sets, by_share);
  double left = 1; /* of the sentences, that hold all that is asked for */
  size_t kept = 0;
  for (size_t i = 0; i < needs->n; i++) {
    if (i > 0 && left * (1 - sets[i].share) * RUN <= sets[i].noted)
      continue;
    needs->sets[kept++] = sets[i].words;
    left *= sets[i].share;
  }
  needs->n = kept;
}
