/* offer: the words that a part of a pattern offers to be looked for, put
 * together from those of its parts.
 *
 *   (?:上升|增长)了?\d    begins with 上升, 增长; each match holds 上升9,
 *                         上升了9, 增长9 or 增长了9
 *
 * Of the sets that hold for the whole pattern those are kept that a text has
 * least often, by a rough estimate. */
#ifndef HD_OFFER_H
#define HD_OFFER_H
#include "need.h"

typedef struct {
  hd_need head, tail; /* each match begins (ends) with one; "": not known */
  bool whole;         /* it is no more than one of `tail`; head is not set */
  hd_need need;       /* each match holds one of them; none: not known */
} hd_offer;

/* Nothing, which always matches. */
void hd_offer_nothing(hd_arena *arena, hd_offer *o);
/* What is not known. */
void hd_offer_unknown(hd_arena *arena, hd_offer *o);
/* Just one of the words, which is none as yet. */
void hd_offer_none(hd_offer *o);
void hd_offer_word(hd_arena *arena, hd_offer *o, const char *p, size_t n);
/* all = all and then next; what both hold goes to needs as well where they are
 * not NULL. */
void hd_offer_then(hd_arena *arena, hd_offer *all, const hd_offer *next,
                   hd_needs *needs);
/* all, which `next` stands behind as well; or in front of. */
void hd_offer_ahead(hd_arena *arena, hd_offer *all, const hd_offer *next,
                    hd_needs *needs);
void hd_offer_behind(hd_arena *arena, hd_offer *all, const hd_offer *next,
                     hd_needs *needs);
/* It stands so many times; `most` may be SIZE_MAX. */
void hd_offer_repeat(hd_arena *arena, hd_offer *o, size_t least, size_t most);
/* Gives it lists that nothing else has. */
void hd_offer_own(hd_arena *arena, hd_offer *o);
/* all = all or other; all has lists of its own, which are added to. */
void hd_offer_or(hd_arena *arena, hd_offer *all, const hd_offer *other);
/* Leaves those out that hardly a text lacks which has the ones before. */
void hd_offer_trim(hd_needs *needs);
/* Nothing comes behind: what it ends with is offered too. */
void hd_offer_end(hd_arena *arena, hd_offer *all, hd_needs *needs);
#endif
