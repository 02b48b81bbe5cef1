/* gap_veto: what a gap that was found in Chinese may be after all. */
#ifndef HD_GAP_VETO_H
#define HD_GAP_VETO_H
#include "gap_around.h"

/* Does the word want no number, whatever made a gap of it? */
bool hd_gap_is_none(const hd_gap_search *s, const hd_gap_word *c);
#endif
