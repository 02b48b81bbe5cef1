/* phrase: the noun phrase of a figure and its parts. */
#ifndef HD_PHRASE_H
#define HD_PHRASE_H
#include "../text/vocabulary.h"
#include "context.h"

typedef struct {
  hd_span span;          /* the phrase without scope, period, conjunctions */
  const hd_token *scope; /* the last scope or division word in the region */
  const hd_token *part;  /* 其中 */
  const hd_token *stop;  /* the last word the phrase begins behind */
  hd_span verb;          /* that governs the phrase (改建|床位) */
  uint16_t aspects;      /* of aspect words before it (新增) */
} hd_phrase;

/* The noun phrase in `region` (of sentence s), which ends at the figure's
 * words. An empty span: none. */
void hd_phrase_before(const hd_quantities *q, const hd_vocabulary *v,
                      const hd_sentence *s, hd_span region, hd_phrase *phrase);
/* May this verb stand between two nouns of one name (水利|建设|投资)? */
bool hd_phrase_joins(hd_str verb);
/* Does the word end what stands before it? */
bool hd_phrase_breaks(const hd_word *w);
/* Index of the first token of s at or behind off. */
uint32_t hd_token_from(const hd_text *text, const hd_sentence *s, uint32_t off);
/* aside.c: where the time that duration i tells begins (|今后五年, |十年前,
 * 第一个|五年计划); HD_NONE if it is no mere time. */
uint32_t hd_chinese_time(const hd_quantities *q, size_t i);
#endif
