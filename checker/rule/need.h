/* need: sets of words of which a text must hold one each for a pattern to
 * match it: in the pattern of 2023年5月 a 19 or 20, and a 年, and a 月. */
#ifndef HD_NEED_H
#define HD_NEED_H
#include "begins.h"

enum {
  HD_NEED_MOST = 2000, /* words of one set */
  HD_NEED_SETS = 4     /* of one pattern */
};

typedef HD_VEC(hd_str) hd_need; /* words in the pattern's own text; none: the
                                   pattern may match without any */

typedef struct {
  hd_need sets[HD_NEED_SETS]; /* the one that says most is the first */
  size_t n;
  hd_begins begins; /* how its matches begin */
} hd_needs;

/* Fills *needs from a PCRE2 pattern over UTF-8 without options that change how
 * letters or blanks in it are read. The lists are in the arena. */
void hd_need_read(hd_arena *arena, hd_str pattern, hd_needs *needs);
#endif
