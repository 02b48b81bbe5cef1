/* quantity: every figure of the text, as printed.
 *
 * A hand-written scanner walks the text once; per first character it tries
 * the recognisers of quantity/zh.c and quantity/en.c (numbers, ranges,
 * ratios, ranks, dates, statistics, names and identifiers with numbers). The
 * widest reading wins; others stay with it as `readings`. Quantities never
 * overlap and are sorted by offset. */
#ifndef HD_QUANTITY_H
#define HD_QUANTITY_H
#include "../base/number.h"
#include "../text/text.h"

typedef enum HD_PACKED {
  HD_KIND_COUNT,
  HD_KIND_AMOUNT,
  HD_KIND_PERCENT,
  HD_KIND_POINT,
  HD_KIND_RATIO,
  HD_KIND_MULTIPLE,
  HD_KIND_RANK,
  HD_KIND_INDEX,
  HD_KIND_AGE,
  HD_KIND_TEMPERATURE,
  HD_KIND_DATE,
  HD_KIND_PERIOD,
  HD_KIND_DURATION,
  HD_KIND_ORDINAL,
  HD_KIND_MARKER,
  HD_KIND_IDENTIFIER,
  HD_KIND_NAME,
  HD_KIND_STATISTIC,
  HD_KINDS
} hd_kind;
const char *hd_kind_name(hd_kind kind); /* "count", ... as in DESIGN 5 */

typedef enum HD_PACKED {
  HD_BOUND_EXACT,
  HD_BOUND_ABOUT,
  HD_BOUND_MORE_THAN,
  HD_BOUND_AT_LEAST,
  HD_BOUND_LESS_THAN,
  HD_BOUND_AT_MOST
} hd_bound;
const char *hd_bound_name(hd_bound bound);

/* How low and high are widened to what the figure may stand for. */
typedef enum HD_PACKED {
  HD_ROUNDING_NONE,  /* it is no number */
  HD_ROUNDING_EXACT, /* 12 households are twelve */
  HD_ROUNDING_HALF   /* by half a last digit */
} hd_rounding;

/* A unit or classifier of rules/lexicon/LANG/units.tsv. Interned: two
 * quantities of one unit have the same pointer. */
typedef struct {
  hd_str canonical; /* CNY, kW, %, pp, 家 */
  hd_str dimension; /* money, power, share, count:家 ... comparable if equal */
  hd_number factor; /* to the dimension's base unit: 万千瓦's kW is 1000 W */
  hd_kind kind;     /* what a number with it is: amount, count, percent, age */
} hd_unit;

typedef enum HD_PACKED {
  HD_PERIOD_NONE,
  HD_PERIOD_ABSOLUTE,
  HD_PERIOD_RELATIVE
} hd_period_form;

/* What is small stands first, so that no room lies between the numbers: a long
 * report has a hundred thousand of these. */
typedef struct {
  hd_span span;   /* number, scale and unit, without approximator */
  hd_span number; /* digits (or numeral) alone */
  hd_span
      unit_span; /* scale word and unit as printed, e.g. 亿元; may be empty */
  hd_span approx; /* approximator or bound word (近, 超, 以上, about); may be
                     empty */
  hd_kind kind;
  hd_kind readings[2]; /* rival readings */
  uint8_t n_readings;
  hd_bound bound;
  hd_period_form form; /* of dates and periods */
  hd_rounding rounding;
  bool low_known, high_known; /* an open range lacks one */
  uint8_t decimals;           /* printed decimals */
  uint8_t digits;             /* printed significant digits */
  bool and_more;              /* 余, 多 behind the number: by less than one of
                                 its last digit that is no zero (870多亿: below
                                 880亿) */
  bool numeral;               /* written in words (三百, five hundred) */
  bool grouped;               /* 1,234 */
  bool impossible;        /* 31 September, 月 13: kept, for impossible-date */
  hd_day first, last;     /* of dates and periods */
  uint32_t sentence;      /* HD_NONE never */
  const hd_unit *unit;    /* NULL: none */
  const hd_unit *per;     /* 元/平方米: m2; NULL */
  hd_number low, high;    /* printed number times scale; equal for one figure */
  hd_number last_digit;   /* one unit of the last printed digit, scaled: 31.6 ->
                             0.1; 5.2万 -> 1000 */
  hd_number scale;        /* 10000 for 万 */
  const hd_interval *own; /* of a ratio or two bounds: what it may stand for;
                             NULL: see hd_quantity_interval */
} hd_quantity;

/* What holds for relative dates: the document's own date. */
typedef struct {
  hd_day date; /* of the document: --date, title, heading, first lines */
  hd_day year_first, year_last; /* the period it reports on (2024年工作回顾) */
} hd_clock;

/* What the printed figure may stand for: low/high with half a last digit, and
 * the bound. It is worked out when it is asked for, for it is as large as a
 * third of the quantity; NaN where there is no number. */
hd_interval hd_quantity_interval(const hd_quantity *quantity);

/* How many base units of its dimension one unit is, per base unit of what it
 * is per: of 元/亩 15/10000. 1 without a unit; the scale word is not in it. */
hd_number hd_quantity_factor(const hd_quantity *quantity);

typedef struct hd_units hd_units; /* compiled units and numerals, per engine */
hd_units *hd_units_new(hd_arena *arena, const hd_lexicon *lexicon,
                       hd_error *error);

typedef struct {
  const hd_text *text;
  hd_quantity *items;
  size_t n;
  hd_clock clock;
} hd_quantities;

/* date: of --date, year 0 if not given. */
hd_quantities *hd_quantity_scan(hd_arena *arena, const hd_text *text,
                                const hd_units *units, hd_day date);
/* The first that begins at text offset `off` or behind it; n: there is none. */
size_t hd_quantities_from(const hd_quantities *q, uint32_t off);
/* The first that ends behind text offset `off`; n: there is none. */
size_t hd_quantities_behind(const hd_quantities *q, uint32_t off);
/* The unit that starts at s (n bytes), longest; NULL. *used: its bytes. */
const hd_unit *hd_units_at(const hd_units *units, const char *s, size_t n,
                           size_t *used);
/* A scale word (万, 亿, million) at s: its power of ten, 0 if none. */
int hd_units_scale(const hd_units *units, const char *s, size_t n,
                   size_t *used);
#endif
