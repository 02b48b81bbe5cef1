/* offer: a set of words that a part of a pattern offers to be looked for. The
 * best is the one whose shortest word is longest, then the one with fewest
 * words. */
#ifndef HD_OFFER_H
#define HD_OFFER_H
#include "need.h"

bool hd_need_is_better(const hd_need *offer, const hd_need *best);
/* Takes it among the best, the best first. */
void hd_need_note(hd_needs *needs, const hd_need *offer);
/* A small class that stands twice at least: [Xx]{2,} is XX, Xx, xX or xx. */
void hd_need_square(hd_arena *arena, hd_need *need);
#endif
