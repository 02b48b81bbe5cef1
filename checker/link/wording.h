/* wording: the words about a figure, to tell whether two sentences say one
 * thing.
 *
 * Words are hashes: stems of English words that mean something, pairs of
 * neighbouring Chinese characters. Figures and dates are no words. Each
 * sentence is cut once, when it is first asked for. */
#ifndef HD_WORDING_H
#define HD_WORDING_H
#include "linker.h"

typedef struct hd_wordings hd_wordings;

/* All of it is in the arena. */
hd_wordings *hd_wordings_new(hd_arena *arena, const hd_linker *l);

/* How alike the words about two figures are. */
typedef struct {
  uint32_t shared;      /* words about both */
  uint32_t left, right; /* of the nearest, shared on the same side */
  double covered; /* the part of the words about one that the other's sentence
                     has, the better of both ways */
  double close;   /* the same of the words close about both, the mean of it */
  bool denied;    /* no, not, without close about one alone */
  double mutual;  /* shared ones, as a part of the longer's */
} hd_likeness;
/* How many of the nearest words agree, left and right. Tells most pairs apart.
 */
uint32_t hd_wording_near(hd_wordings *w, size_t a, size_t b);
hd_likeness hd_wording_compare(hd_wordings *w, size_t a, size_t b);
#endif
