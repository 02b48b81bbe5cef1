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

/* What stands before a figure. */
typedef struct {
  hd_span head, of; /* the phrase, and what it is of; may be empty */
  hd_span scope;    /* behind a preposition */
  uint16_t aspects;
  const hd_word *change; /* a decrease in ... */
} hd_english_reading;

/* english_head.c: the phrase before the figure, in its clause or, where it is
 * `alone`, from the sentence's start; false if there is none. */
bool hd_english_before(hd_claim_reader *r, const hd_claim *c,
                       const hd_context *context, bool alone, bool bracketed,
                       hd_english_reading *out);
typedef enum {
  HD_ENGLISH_NEXT_NONE,
  HD_ENGLISH_NEXT_NOUN,
  HD_ENGLISH_NEXT_OF,
  HD_ENGLISH_NEXT_PREP,
  HD_ENGLISH_NEXT_COMPARED /* 87% higher chance of ... */
} hd_english_next_kind;

/* What stands behind a figure. */
typedef struct {
  hd_english_next_kind kind;
  hd_span span, of;      /* the noun, and what it is of; may be empty */
  hd_span joint;         /* the preposition */
  const hd_word *change; /* a 5% increase in ... */
  uint16_t aspects;
  hd_flow flow; /* of higher, lower */
} hd_english_next;

/* english_behind.c */
void hd_english_behind(const hd_claim_reader *r, const hd_claim *c,
                       hd_english_next *out);
hd_span hd_english_span_of(const hd_english_word *w, size_t first, size_t end);
/* increase, growth: a change said as a noun. */
bool hd_english_change_noun(const hd_english_word *w);
/* Number, rate, sales: what is measured of what stands behind "of". */
bool hd_english_measure(const hd_claim_reader *r, hd_span span);
/* plants | with a | capacity: whose the measure behind the figure is, by the
 * words of region before the figure; false where they do not say. */
bool hd_english_owner(const hd_claim_reader *r, hd_span region, hd_span *owner);
/* Is the phrase an ethnic group or a place? */
bool hd_english_group(const hd_claim_reader *r, hd_span span);
/* This was a decrease, It is 5%: does the sentence speak of the one before? */
bool hd_english_refers(const hd_claim_reader *r, const hd_claim *c);
/* Nouns that tell when, not of what. */
bool hd_english_time(const hd_claim_reader *r, hd_span span);

/* english_opening.c: the percentage of worksites that offer | space | rose: the
 * measure that opens the words of region, where no other verb stands behind
 * it, is what the verb before the figure is said of. */
void hd_english_opening(const hd_claim_reader *r, hd_span region,
                        hd_english_reading *read);
/* 21 were antigen-positive and | 17 | (2%) were PCR-positive: the count of a
 * clause that "and" joins, whose noun the clause before has. */
bool hd_english_coordinated(const hd_claim_reader *r, const hd_claim *c);
/* external | trade: is the subject an adjective alone, no thing? */
bool hd_english_adjective(hd_str subject);
/* 313,000 | working days lost: what is counted is time. */
bool hd_english_spent(const hd_claim_reader *r, const hd_quantity *q,
                      hd_span *what);
/* Among | participants who ..., one third | did not: whose share it is. */
bool hd_english_among(const hd_claim_reader *r, const hd_claim *c,
                      hd_span *whom);
/* english_share.c: notes the percentages that are shares, by the words before
 * them (`rest`, and the phrase found there or NULL) and behind. */
void hd_english_share(const hd_claim_reader *r, hd_claim *c, hd_span rest,
                      const hd_english_reading *before,
                      const hd_english_next *next);
/* (77%), use rose in Ohio (from | 2.8% to 4.5%) */
bool hd_english_in_bracket(const hd_claim_reader *r, const hd_quantity *q);
/* Does the percentage only tell the figure before as a share of a whole? */
bool hd_english_of_whole(const hd_claim_reader *r, const hd_claim *before,
                         const hd_quantity *q, const hd_english_next *next);
/* 16–64 year | olds: with their age. */
hd_span hd_english_with_years(const hd_claim_reader *r, hd_span span);
/* saved $19 million | by re-configuring: how, not what. */
bool hd_english_means(const hd_claim_reader *r, const hd_english_next *next);
/* Fills subject, indicator, scope and what aspects the phrase gives. */
void hd_english_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before);
/* persons | aged 50–75 years: the span with their age. */
hd_span hd_english_with_age(const hd_claim_reader *r, hd_span span);
/* english_object.c: the measure of a figure in brackets, behind them or said
 * of the figure before: the Roma group (77%) | had the highest rate. */
void hd_english_bracketed(hd_claim_reader *r, hd_claim *c,
                          const hd_claim *before);
/* extend the CIT rebate, at a rate of 20%: a measure alone,
 * told with an article, is of the object of its clause's verb. */
void hd_english_object(hd_claim_reader *r, hd_claim *c);
/* english_group.c: do the words at off say what those before them are or do
 * (were, had, received)? */
bool hd_english_does(const hd_claim_reader *r, uint32_t off);
/* 489 patients came, | 30 | were sent home: the claim that has the noun of a
 * count without one; NULL. */
const hd_claim *hd_english_ellipsis(const hd_claim_reader *r,
                                    const hd_claim *c);
/* Of these 97 injuries, | 67 | (73%) occurred: the claim before, of whose
 * things they are some; NULL. */
const hd_claim *hd_english_of_these(const hd_claim_reader *r, const hd_claim *c,
                                    const hd_claim *before);
/* Among 417 patients, ..., | 6% | were Hispanic: the claim of whom it is a
 * share; NULL. */
const hd_claim *hd_english_whole(const hd_claim_reader *r, const hd_claim *c);
/* Virginia: | 10%: the group or place that labels the figure; false: none. */
bool hd_english_label(const hd_claim_reader *r, const hd_claim *c,
                      hd_span *label);
/* among men (54%), | women living alone | (61%): the next group of a list
 * whose figures stand in brackets. */
bool hd_english_listed(const hd_claim_reader *r, const hd_claim *c,
                       const hd_claim *before, hd_span *scope);
/* patients with asthma (N = 417): fills subject and indicator; false where the
 * figure is none. */
bool hd_english_sample(hd_claim_reader *r, hd_claim *c);
/* men (20%) are more likely to be | self-employed: what their share does. */
bool hd_english_likely(const hd_claim_reader *r, const hd_claim *c,
                       hd_span *what);
/* 19.0 per 100,000 for | younger children: whose rate it is; empty. */
hd_span hd_english_rate_group(const hd_claim_reader *r, const hd_claim *c);
/* unweighted | sample sizes: is the subject a participle alone, no thing? */
bool hd_english_modifier(hd_str subject);
/* energy use in the steel | sector, in this sector: the branch is the subject
 * where the words name no other. */
void hd_english_branch(const hd_claim_reader *r, hd_claim *c,
                       const hd_claim *told);
/* The phrase of the sentence before `end`; false if there is none. */
bool hd_english_earlier(hd_claim_reader *r, const hd_claim *c, uint32_t end,
                        hd_english_reading *out);
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
/* Is a ratio told in words (one in 20, three fourths)? Not 2:1. */
bool hd_english_in_words(const hd_claim_reader *r, const hd_quantity *q);
/* english_base.c: do the words before the date q say that it is the figure's
 * own time in another year (the same period in 2024)? */
bool hd_english_same_then(const hd_claim_reader *r, const hd_quantity *q);
/* The period p, in the year of q. */
hd_period hd_english_moved(const hd_period *p, const hd_quantity *q);
/* Makes 3.8% lower than in 2018 a change. */
void hd_english_than(const hd_claim_reader *r, hd_claim *c);
/* Is the date q, behind a figure, what that is compared with (compared to the
 * third quarter of 2024)? */
bool hd_english_is_base(const hd_claim_reader *r, const hd_quantity *q);
/* Sets the base of a change against the quarter before; is that said? */
bool hd_english_last_quarter(const hd_claim_reader *r, hd_claim *c);
/* Is the period q what is compared with (over last year)? */
bool hd_english_compared(const hd_claim_reader *r, const hd_quantity *q);
/* The period that ends on the day q: year ended December 31, 2019. False
 * where no such words stand before it. */
bool hd_english_ended(const hd_claim_reader *r, const hd_quantity *q,
                      hd_day *first);
/* The day on which the document's fiscal years end, from words like fiscal year
 * ended March 31, 2019: month and day; all 0 where it says none. */
hd_day hd_english_fiscal(const hd_claim_reader *r);
/* fiscal 2018 in a document whose fiscal years end on r->fiscal. */
void hd_english_in_fiscal(const hd_claim_reader *r, const hd_quantity *q,
                          hd_period *p);
/* The first day of n months that end on `last`; weeks where that is no end of
 * a month (fiscal quarters of 13 weeks). */
hd_day hd_english_first(hd_day last, int n);
#endif
