/* chinese: noun phrases of Chinese sentences, before and behind figures. */
#ifndef HD_CHINESE_H
#define HD_CHINESE_H
#include "slots.h"

/* Fills subject, indicator, scope and what aspects the phrase gives. Leaves
 * subject and indicator empty where the clause names neither. */
void hd_chinese_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before);
/* 资助项目突破千项,|13项|成果: the count behind a comma has a noun of its own.
 */
bool hd_chinese_own_noun(const hd_claim_reader *r, const hd_claim *c,
                         const hd_claim *before);
/* region.c: where the noun phrase before the figure stands. */
hd_span hd_chinese_region(const hd_claim_reader *r, const hd_context *context);
/* class.c: the phrase without the examples that it begins with. */
hd_span hd_chinese_class(const hd_claim_reader *r, hd_span phrase);
/* object.c: the noun phrase behind figure `figure` of s (144家|国家级科技创新
 * 平台), up to a mark, a figure or a verb, at most 24 code points; the verb
 * that follows it at its end (老旧小区|改造), empty if none does. */
hd_span hd_chinese_object(const hd_claim_reader *r, const hd_sentence *s,
                          uint32_t figure, hd_span *verb);
#endif
