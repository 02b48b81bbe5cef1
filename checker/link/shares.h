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
/* The share of an English sentence. */
void hd_share_english(hd_linker *l, size_t rate);
#endif
