/* compare: what the two files of compared figures share. All take indexes
 * into l->order. */
#ifndef HD_COMPARE_H
#define HD_COMPARE_H
#include "linker.h"

static inline hd_str hd_compare_cut(hd_str s, size_t n) {
  return (hd_str){s.p + n, s.n - n};
}

/* A figure that others are compared with, itself no difference. */
bool hd_compare_is_level(const hd_linker *l, size_t k);
/* May k be what lies between figures like `level`? */
bool hd_compare_is_change(const hd_linker *l, size_t level, size_t k);
/* The same, and the words before it say a change. */
bool hd_compare_says_change(const hd_linker *l, size_t level, size_t k);
hd_link hd_compare_link(const hd_linker *l, size_t level, size_t base,
                        const char *reason);
/* Adds the link with that change and what is said behind it. */
void hd_compare_add(hd_linker *l, hd_link *link, size_t change);
/* Adds the link with that change and its word. */
void hd_compare_add_worded(hd_linker *l, hd_link *link, size_t change,
                           const hd_token *word);
/* The comparing word, last of its kind, in span of figure k's sentence. */
const hd_token *hd_compare_word(const hd_linker *l, size_t k, hd_span span);
/* compare_en.c: the English forms; was one found? */
bool hd_compare_english(hd_linker *l, size_t level);
#endif
