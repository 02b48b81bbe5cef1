/* offer: which of several sets of words says most of a text. See offer.h. */
#include "offer.h"

enum { MOST_SQUARED = 4 };

static size_t shortest(const hd_need *need) {
  size_t least = need->n ? need->items[0].n : 0;
  for (size_t i = 1; i < need->n; i++)
    if (need->items[i].n < least)
      least = need->items[i].n;
  return least;
}

bool hd_need_is_better(const hd_need *offer, const hd_need *best) {
  size_t a = shortest(best), b = shortest(offer);
  return b > a || (b == a && offer->n && offer->n < best->n);
}

void hd_need_note(hd_needs *needs, const hd_need *offer) {
  size_t at = needs->n;
  while (at > 0 && hd_need_is_better(offer, &needs->sets[at - 1]))
    at--;
  if (at == HD_NEED_SETS || offer->n == 0)
    return;
  if (needs->n < HD_NEED_SETS)
    needs->n++;
  memmove(&needs->sets[at + 1], &needs->sets[at],
          (needs->n - 1 - at) * sizeof *needs->sets);
  needs->sets[at] = *offer;
}

void hd_need_square(hd_arena *arena, hd_need *need) {
  hd_need pairs = {0};
  if (need->n > MOST_SQUARED)
    return;
  for (size_t i = 0; i < need->n; i++)
    for (size_t k = 0; k < need->n; k++) {
      hd_str a = need->items[i], b = need->items[k];
      char *word = hd_arena_alloc(arena, a.n + b.n);
      memcpy(word, a.p, a.n);
      memcpy(word + a.n, b.p, b.n);
      HD_PUSH(arena, &pairs, ((hd_str){word, a.n + b.n}));
    }
  *need = pairs;
}
