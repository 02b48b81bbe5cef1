/* english: noun phrases of English sentences, before and behind figures. */
#ifndef HD_ENGLISH_H
#define HD_ENGLISH_H
#include "slots.h"

typedef enum {
  HD_ENGLISH_NOUN,   /* also adjectives and names: what a phrase is made of */
  HD_ENGLISH_ASPECT, /* new, average: stands before a noun, no part of it */
  HD_ENGLISH_DET,
  HD_ENGLISH_OF,
  HD_ENGLISH_PREP,
  HD_ENGLISH_TO,
  HD_ENGLISH_AND,
  HD_ENGLISH_AUX,
  HD_ENGLISH_MODAL,
  HD_ENGLISH_VERB,
  HD_ENGLISH_CHANGE,
  HD_ENGLISH_ADV,
  HD_ENGLISH_PRON,
  HD_ENGLISH_MARK,  /* a mark, or a word that joins clauses */
  HD_ENGLISH_FIGURE /* a date or figure */
} hd_english_role;

typedef struct {
  hd_span span;
  hd_english_role role;
  const hd_word *word; /* its entry, NULL */
} hd_english_word;

enum { HD_ENGLISH_WORDS = 48 };

/* The words of region; `before_figure`: a figure follows it. Room for
 * HD_ENGLISH_WORDS; their number. */
size_t hd_english_words(const hd_claim_reader *r, hd_span region,
                        bool before_figure, hd_english_word *words);
bool hd_english_plural(const hd_claim_reader *r, const hd_english_word *word);

/* Fills subject, indicator, scope and what aspects the phrase gives. */
void hd_english_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before);
/* 4,876 students and 654 staff members: each count has a noun behind it. */
bool hd_english_own_noun(const hd_claim_reader *r, const hd_claim *c,
                         const hd_claim *before);
/* decreased $9,688 or 9.4%: the second says the same change; true where c
 * took its aspects from `before`. */
bool hd_english_pair(const hd_claim_reader *r, hd_claim *c,
                     const hd_claim *before);
/* (95% CI = 2.1–3.4), [APC] = 1.9%: a statistic in a bracket behind a figure
 * is about the same thing; true where c took its aspects from `before`. */
bool hd_english_statistic(const hd_claim_reader *r, hd_claim *c,
                          const hd_claim *before);
/* What "respectively" gives each of its figures. */
void hd_english_each(hd_claim_reader *r);
/* Months of the period that ends on q by the words before it, 0. */
int hd_english_span(const hd_claim_reader *r, const hd_quantity *q);
/* Is the period q what is compared with (over last year)? */
bool hd_english_compared(const hd_claim_reader *r, const hd_quantity *q);
/* The period that ends on the day q: year ended December 31, 2019. False
 * where no such words stand before it. */
bool hd_english_ended(const hd_claim_reader *r, const hd_quantity *q,
                      hd_day *first);
/* The first day of n months that end on `last`; weeks where that is no end of
 * a month (fiscal quarters of 13 weeks). */
hd_day hd_english_first(hd_day last, int n);
#endif
