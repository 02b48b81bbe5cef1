/* factor: a PCRE2 pattern in, one that matches the same out, in which branches
 * that begin with the same characters have these once:
 *
 *   (?:固定资产投资|固定资产|工业用电量)   (?:固定资产(?:投资|)|工业用电量)
 *
 * Machine code and interpreter try one branch after the other, so that an
 * alternation of 300 nouns costs 300 comparisons at each place where one may
 * begin. Branches that begin with different characters cannot both match, so
 * their order says nothing; all others stay in theirs. */
#ifndef HD_FACTOR_H
#define HD_FACTOR_H
#include "../base/base.h"

/* Of a pattern over UTF-8. In the arena, or the pattern itself where there is
 * nothing to do, or something in it that is not understood. */
hd_str hd_factor(hd_arena *arena, hd_str pattern, bool caseless);
#endif
