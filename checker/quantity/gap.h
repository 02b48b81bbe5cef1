/* gap: places where a number was lost.
 *
 * Found by what is missing, never by the words before the gap: a unit, a
 * scale or a classifier that no number precedes (航线条。, 占比为%), an
 * approximator or comparison without its number (增长超。, about % of), a part
 * of a date (月20日, 至年底), an end of a range (3-%), a currency sign without
 * a figure ($ billion). Needs words in which the unit is part of another word
 * (国家, 文件, 个体, 周年): lexicon zh/compounds. */
#ifndef HD_GAP_H
#define HD_GAP_H
#include "quantity.h"

typedef enum {
  HD_GAP_UNIT,         /* %, 亿元, 个百分点: a unit proper */
  HD_GAP_CLASSIFIER,   /* 家, 条, 名, 万人次 */
  HD_GAP_APPROXIMATOR, /* 余所, 超。 */
  HD_GAP_DATE,         /* 月 日 年 without a number */
  HD_GAP_RANGE,
  HD_GAP_CURRENCY, /* $ billion */
  HD_GAP_NOUN,     /* English: a total of teacher surveys */
  HD_GAP_FRAME,    /* English: rose to in May; the word behind the hole */
  HD_GAP_KINDS
} hd_gap_kind;
const char *hd_gap_name(hd_gap_kind kind); /* "unit", ... */

typedef struct {
  hd_gap_kind kind;
  hd_span span;     /* the unit or word that lost its number, never empty */
  uint8_t strength; /* 0..100 */
} hd_gap;

typedef struct hd_gap_words hd_gap_words; /* compiled, per engine */

typedef struct {
  hd_gap *items; /* sorted by offset */
  size_t n;
  struct hd_gap_order *order; /* to look for them; NULL: it is done */
} hd_gaps;

hd_gap_words *hd_gap_words_new(hd_arena *arena, const hd_lexicon *lexicon,
                               hd_error *error);
/* The gaps among the figures. Nothing is looked for before hd_gaps_found is
 * first asked: it takes a fifth of reading a Chinese text, and many runs ask
 * for none. What it is given must live as long. */
hd_gaps *hd_gap_order(hd_arena *arena, const hd_quantities *quantities,
                      const hd_units *units, const hd_gap_words *words);
/* The gaps themselves; NULL gives NULL. */
const hd_gaps *hd_gaps_found(hd_gaps *gaps);
#endif
