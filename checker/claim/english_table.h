/* english_table: what labels, headers and captions of English tables say.
 *
 * A label is read once into its plain words (lower case, without footnote
 * marks and brackets) and its kind. Rows that stand for groups of people or
 * places (males, 25-44, Ohio) are put together into one scope. */
#ifndef HD_ENGLISH_TABLE_H
#define HD_ENGLISH_TABLE_H
#include "cells.h"
#include "english.h"

typedef enum {
  HD_LABEL_NONE,
  HD_LABEL_TOTAL,  /* overall, all, both sexes */
  HD_LABEL_PERIOD, /* 2016; June 29, 2024; March */
  HD_LABEL_SEX,
  HD_LABEL_AGE,
  HD_LABEL_RACE,
  HD_LABEL_PLACE,
  HD_LABEL_MEASURE, /* net sales; number of schools */
  HD_LABEL_OTHER
} hd_label_kind;

/* When its figures hold, as a label says. */
typedef struct {
  bool dated; /* it has a period: */
  hd_period period;
  int months;         /* of "three months ended", 0 */
  uint8_t month, day; /* of "May 31," without a year, 0 */
} hd_label_when;

enum { /* values of the scope lexicon, as bits */
       HD_SCOPE_RACE = 1,
       HD_SCOPE_SEX = 2,
       HD_SCOPE_PLACE = 4,
       HD_SCOPE_URBAN = 8,
       HD_SCOPE_PEOPLE = 16,
       HD_SCOPE_TITLE = 32
};

typedef struct {
  hd_span span;
  hd_str text;    /* plain words */
  hd_str bracket; /* what stood in its first bracket */
  hd_label_kind kind;
  uint8_t any, last; /* HD_SCOPE_ of its words, of its last word */
  bool titles;       /* it could name a kind of group: Sex, Age group (yrs) */
  bool ages;         /* what it names are ages */
  bool stock;        /* what it measures is measured on a day: assets, debt */
  hd_label_when when;
} hd_label;

hd_label hd_label_read(const hd_claim_reader *r, hd_span span, bool ages);
/* Is the label only a unit (US$’000), only when something falls due (less than
 * 1 year)? */
bool hd_label_unit(hd_str text);
bool hd_label_span(hd_str text);
/* Does the text hold this as a whole word or words? */
bool hd_label_has(hd_str text, const char *words);
/* The same of n words, none of them empty: is any there? */
bool hd_label_has_any(hd_str text, const char *const *words, size_t n);
/* The value in the scope lexicon (sex, race, place, people, title) of a word
 * of text; `last`: only of its last word. */
bool hd_label_value(const hd_claim_reader *r, hd_str text, const char *value,
                    bool last);
/* Where the first of the words (with their blanks) stands; text.n if none. */
size_t hd_label_cut(hd_str text, const char *const *words, size_t n);

/* Whom a figure is about, a part each. */
typedef struct {
  hd_str sex, age, race, place, other;
  hd_str title; /* of the rows: poverty-income ratio */
} hd_people;

void hd_people_add(hd_people *people, const hd_label *label);
/* males aged 65–74 in metropolitan; `noun`: whom the caption speaks of. */
hd_str hd_people_text(const hd_claim_reader *r, const hd_people *people,
                      hd_str noun);

/* What a caption or a sentence before a table says of all its figures. */
typedef struct {
  hd_span span;
  hd_str indicator, subject; /* homicide | rate */
  hd_str people;             /* in youths; empty where it has none */
  bool about_people;         /* the subject is people: adults who ... */
  bool percent;              /* it counts percentages */
  bool of_table;             /* it is a caption or leads to the table, not only
                                the paragraph before it */
} hd_table_caption;

hd_table_caption hd_table_caption_read(const hd_claim_reader *r,
                                       const hd_table *t);

/* What the lowest header over a column says of its figures. */
typedef enum {
  HD_STAT_NONE,
  HD_STAT_COUNT,
  HD_STAT_PERCENT,
  HD_STAT_RATE,
  HD_STAT_INTERVAL, /* 95% CI: of the figure on its left */
  HD_STAT_CHANGE,
  HD_STAT_NAMED, /* rate ratio, absolute difference */
} hd_stat;

/* What a statistic's name is of: percentage receiving | an opioid prescription,
 * MCV2 | coverage. True where it is cut in two. */
bool hd_stat_split(const hd_claim_reader *r, hd_str *name, hd_str *thing);
/* The statistic a header names, and the words for it; `bracket`: of what
 * stands in brackets in its cells. */
hd_stat hd_stat_read(const hd_label *label, bool bracket, hd_str *name);

/* What may tell when a cell's figure holds. */
typedef struct {
  hd_span caption;
  hd_period over;     /* the caption's */
  int months;         /* of it: three months ended; 0 */
  uint8_t month, day; /* of it, without a year: at December 31 */
  const hd_label *row, *group, *headers;
  size_t n;   /* of headers */
  bool stock; /* measured on a day: assets, debt */
} hd_table_when;

/* `of_table`: the caption is the table's, not a paragraph before it. */
hd_table_when hd_table_when_read(const hd_claim_reader *r, hd_span caption,
                                 bool of_table);
/* What a header over the labels says of all columns: Year ended May 31, */
void hd_table_when_add(hd_table_when *when, const hd_label *stub);
/* first.year 0: not told. */
hd_period hd_table_period(const hd_table_when *when);
bool hd_table_stock(hd_str label);
hd_label_when hd_label_when_read(const hd_claim_reader *r, const hd_label *l);
/* Months of "three months ended", 0 if the words are not there. */
int hd_english_months(hd_str s);

enum { HD_TABLE_HEADERS = 6 };

typedef struct {
  hd_label headers[HD_TABLE_HEADERS];
  size_t n;
  hd_stat stat, in_bracket;
  hd_str name, bracket_name; /* of the statistic */
  hd_str thing;              /* a header that is no statistic, scope, period */
  bool late;                 /* the statistic stands over the thing */
  bool measures;             /* thing ends in a measure */
  bool people_thing;         /* thing is whom a figure is about */
  hd_people people;
} hd_header_column;

typedef struct {
  hd_claim_reader *r;
  const hd_table *t;
  hd_table_caption caption;
  hd_table_when when;
  hd_header_column *columns;
  hd_label stub;
  bool statistics;
  /* where the walk stands */
  uint32_t row;
  hd_label label, title, period; /* of the row, of its group */
  hd_people group;
  uint32_t group_end; /* of a label over several rows: behind them; 0 */
  hd_str group_thing, group_measure;
  bool group_stock;  /* group_measure is measured on a day */
  hd_str last_thing; /* label of the last row that was no share */
  bool ages;
} hd_table_reader;

/* english_table_slots.c */
void hd_table_slots(hd_table_reader *x, hd_claim *c,
                    const hd_header_column *col, bool bracket);
/* `percent`: a % stands in the cell behind. */
void hd_table_aspects(hd_table_reader *x, hd_claim *c,
                      const hd_header_column *col, bool bracket, bool percent);
#endif
