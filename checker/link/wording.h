/* wording: the words about a figure, to tell whether two sentences say one
 * thing.
 *
 * Words are hashes: stems of English words that mean something, pairs of
 * neighbouring Chinese characters. Figures and dates are no words. Each
 * sentence is cut once, when it is first asked for. */
#ifndef HD_WORDING_H
#define HD_WORDING_H
#include "linker.h"

enum {
  HD_WORDS_SIDE = 16,
  HD_WORDS_LEFT = 6,
  HD_WORDS_RIGHT = 5,
  HD_WORDS_CLOSE = 5
};

typedef struct {
  uint32_t words[2 * HD_WORDS_SIDE]; /* within SIDE words, each once */
  uint32_t n;
  uint32_t left[HD_WORDS_LEFT], n_left; /* the nearest to both sides */
  uint32_t right[HD_WORDS_RIGHT], n_right;
  uint32_t close[2 * HD_WORDS_CLOSE], n_close; /* within CLOSE, each once */
} hd_wording;

typedef struct hd_wordings hd_wordings;

/* All of it is in the arena. */
hd_wordings *hd_wordings_new(hd_arena *arena, const hd_linker *l);
/* The words about the k-th figure in reading order. */
const hd_wording *hd_wording_of(hd_wordings *w, size_t k);

/* How alike the words about two figures are. */
typedef struct {
  uint32_t shared;      /* words about both */
  uint32_t left, right; /* of the nearest, shared on the same side */
  uint32_t own[2];      /* of a's (b's) nearest: not about the other */
  double covered; /* the part of the words about one that the other's sentence
                     has, the better of both ways */
  double close;   /* the same of the words close about both, the mean of it */
  double mutual;  /* shared ones, as a part of the longer's */
} hd_likeness;
/* Do any of the nearest words agree? Tells most pairs apart. */
bool hd_wording_touches(hd_wordings *w, size_t a, size_t b);
hd_likeness hd_wording_compare(hd_wordings *w, size_t a, size_t b);
#endif
