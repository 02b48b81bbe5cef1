/* gap_beside: how much what stands beside a word speaks for a lost number. */
#ifndef HD_GAP_BESIDE_H
#define HD_GAP_BESIDE_H
#include "../base/lexicon.h"

typedef struct hd_gap_beside hd_gap_beside;
/* Reads zh/gap_weights; NULL and *error if a row is wrong. */
hd_gap_beside *hd_gap_beside_read(hd_arena *arena, const hd_lexicon *lexicon,
                                  hd_error *error);
/* Half units of the natural logarithm of how much likelier left (what stands
 * before the word) and right (what stands behind it) are where a number was
 * lost before the word than where it never had one; 0: they say nothing. */
int hd_gap_beside_weight(const hd_gap_beside *weights, hd_str word, hd_str left,
                         hd_str right);

/* Do the two characters before the word stand before its numbers often, and
 * never before the word itself? */
bool hd_gap_beside_pair(const hd_gap_beside *weights, hd_str word, hd_str left);

#endif
