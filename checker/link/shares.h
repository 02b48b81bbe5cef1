/* shares: the inside of the SHARE_OF links, shared by its files. */
#ifndef HD_SHARES_H
#define HD_SHARES_H
#include "linker.h"

/* A SHARE_OF link: the figure `rate` (reading order) is the share of `part`;
 * whole: the claim it is of, HD_NONE; the comparable figures near by are its
 * others. */
void hd_share_add(hd_linker *l, size_t rate, size_t part, uint32_t whole);
/* Can figure k be a part or whole: a count or amount that is no change? */
bool hd_share_stock(const hd_linker *l, size_t k);
/* The figures of a document by their names; map NULL until it is asked. */
typedef struct {
  hd_map *map;
  uint32_t *next; /* further figures of that name, earlier, + 1 */
} hd_share_names;
/* Is it a share of another place's (占全国的3.2%), which no figure here is? */
bool hd_share_of_other_place(const hd_linker *l, size_t rate);
/* The whole that the words behind 占 name, n_order for none. */
size_t hd_share_whole_said(hd_linker *l, hd_share_names *names, size_t rate,
                           size_t part);
/* share_words.c. The link with the figure between 占 and the rate
 * (占员工总数2475人的24.7%); is there one? */
bool hd_share_add_inside(hd_linker *l, size_t rate);
/* The largest figure of the paragraph before the part whose clause spells the
 * name; the only comparable one of the sentence before it; n_order for none. */
size_t hd_share_spelled(const hd_linker *l, size_t part, hd_str name);
size_t hd_share_only(const hd_linker *l, size_t rate, size_t part);
/* The link of 合格率98.5% with the two figures it is of; is it one? */
bool hd_share_add_rate(hd_linker *l, size_t rate);
/* The name of the whole as it is said behind 占; "" for none. */
hd_str hd_share_name_said(const hd_linker *l, size_t rate);
/* The share of an English sentence. */
void hd_share_english(hd_linker *l, size_t rate, const uint32_t *wholes);
/* share_slip_en.c: the whole of a share that has none yet, where a slip of the
 * pen hides it; behind hd_share_english of the same share. */
void hd_share_slip_english(hd_linker *l, size_t rate);
#endif
