/* gap_pairs: what Chinese words of two characters cost, in a hash table.
 *
 * Most questions about costs are about two characters, and most of those are
 * no word: the answer is one look, where a search in a row of zh/compounds
 * reads four places that are far apart. */
#ifndef HD_GAP_PAIRS_H
#define HD_GAP_PAIRS_H
#include "gap_words.h"

enum { GAP_HAN_BYTES = 3 };

/* Empty; n: how many words it must have room for. */
hd_gap_pairs *hd_gap_pairs_new(hd_arena *arena, size_t n);
/* Two ideographs, U+4E00 to U+9FFF, and the letter of their cost. A later
 * cost takes the place of an earlier one. */
void hd_gap_pairs_put(hd_gap_pairs *pairs, const char *word, char cost);
/* The letter, 0 if the two ideographs at p are no word. */
char hd_gap_pairs_cost(const hd_gap_pairs *pairs, const char *p);
/* Notes a word of more ideographs; may one begin with the three at p? */
void hd_gap_pairs_note(hd_gap_pairs *pairs, const char *word);
bool hd_gap_pairs_may(const hd_gap_pairs *pairs, const char *p);
#endif
