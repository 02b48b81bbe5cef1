/* need: sets of words of which a text must hold one each for a pattern to
 * match it. In a word one byte stands for any digit, another for any blank: of
 * (?:19|20)\d{2}年.*(?<n>\d+)户 the sets are {19##年, 20##年} and {#户}. */
#ifndef HD_NEED_H
#define HD_NEED_H
#include "../base/lexicon.h"
#include "begins.h"

enum {
  HD_NEED_MOST = 2000, /* words of one set */
  HD_NEED_SETS = 4     /* of one pattern */
};

enum { HD_NEED_DIGIT = 1, HD_NEED_BLANK = 2 }; /* in words */

static inline bool hd_need_is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

typedef HD_VEC(hd_str) hd_need; /* none: the pattern may match without any */

typedef struct {
  hd_need sets[HD_NEED_SETS]; /* the rarest first */
  size_t n;
  hd_begins begins; /* how its matches begin */
} hd_needs;

/* Fills *needs from a PCRE2 pattern over UTF-8 without options that change how
 * letters or blanks in it are read. The lists are in the arena. */
void hd_need_read(hd_arena *arena, hd_str pattern, hd_needs *needs);
/* Leaves out sets that cost more than they spare, see frequent.c; the rarest
 * stays. */
void hd_frequent_drop(const hd_lexicon *lexicon, hd_needs *needs);
/* How its matches begin alone; caseless: as with the option. */
void hd_need_begins(hd_arena *arena, hd_str pattern, bool caseless,
                    hd_begins *begins);
#endif
