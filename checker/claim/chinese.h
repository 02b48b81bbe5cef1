/* chinese: noun phrases of Chinese sentences, before and behind figures. */
#ifndef HD_CHINESE_H
#define HD_CHINESE_H
#include "slots.h"

/* Fills subject, indicator, scope and what aspects the phrase gives. Leaves
 * subject and indicator empty where the clause names neither. */
void hd_chinese_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before);
/* region.c: where the noun phrase before the figure stands. */
hd_span hd_chinese_region(const hd_claim_reader *r, const hd_context *context);
#endif
