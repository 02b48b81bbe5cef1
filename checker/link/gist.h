/* gist: the names of two figures, without the words that say nothing of their
 * own and with one word for what has several (GDP, 地区生产总值; lexicon
 * zh/gist). The work for a pair is bounded. */
#ifndef HD_GIST_H
#define HD_GIST_H
#include "linker.h"

typedef enum {
  HD_GIST_APART,
  HD_GIST_SHARED, /* half of the shorter's characters are the longer's, too */
  HD_GIST_SHORT,  /* all of two */
  HD_GIST_WITHIN, /* all of them: 有效问卷 of 共回收有效问卷 */
  HD_GIST_EQUAL
} hd_gist_likeness;

/* How alike the names of figures a and b are, in reading order. APART too
 * where what they measure (level, growth, share, what is new), whose it is or
 * when it was differs. */
hd_gist_likeness hd_gist_compare(const hd_linker *l, size_t a, size_t b);
/* How alike the names of claim a and of the claim of a table's cell are. APART
 * where only one of them is a change. */
hd_gist_likeness hd_gist_cell(const hd_linker *l, const hd_claim *a,
                              const hd_claim *cell);
#endif
