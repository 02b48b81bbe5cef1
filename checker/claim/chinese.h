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
/* chain.c: gives the subject of the claim before to what that drives (拉动,
 * `verb`), and a claim without a subject the noun before a verb of causing. */
void hd_chinese_driver(const hd_claim_reader *r, hd_claim *c, hd_span verb,
                       const hd_claim *before);
/* The measure of the claim before, of one that tells only its pace. */
void hd_chinese_pace(hd_claim_reader *r, hd_claim *c, const hd_claim *before);
void hd_chinese_cause(hd_claim_reader *r, hd_claim *c, hd_span region,
                      hd_span verb);
/* Subject and measure out of a label before a colon; false without one. */
bool hd_chinese_label(hd_claim_reader *r, hd_claim *c);
/* What the clause before measures, where the figure's only goes on with it. */
void hd_chinese_earlier(hd_claim_reader *r, hd_claim *c);
/* The measure of the change before this one, which begins alike. */
void hd_chinese_fellow(const hd_claim_reader *r, hd_claim *c, hd_span region,
                       const hd_claim *before);
/* The region behind the noun that the figure before counts (550人|死亡、). */
hd_span hd_chinese_behind_told(const hd_claim_reader *r, hd_span region,
                               const hd_claim *before);
/* 造成550人死亡、4926人|受伤: what else befell; false if nothing did. */
bool hd_chinese_befell(hd_claim_reader *r, hd_claim *c, const hd_claim *before);
/* object.c: the noun phrase behind figure `figure` of s (144家|国家级科技创新
 * 平台), up to a mark, a figure or a verb, at most 24 code points; the verb
 * that follows it at its end (老旧小区|改造), empty if none does. */
hd_span hd_chinese_object(const hd_claim_reader *r, const hd_sentence *s,
                          uint32_t figure, hd_span *verb);
#endif
