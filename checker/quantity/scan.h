/* scan: the inside of the quantity stage, shared by its files.
 *
 * A recogniser is asked at one offset of a sentence and answers with the end
 * of what it read there and a filled quantity, or 0. It never looks beyond
 * the sentence. The layers: a figure is a number with its scale (1.2万亿,
 * five hundred); a measure is a figure with its unit and what stands around
 * it (人民币8亿元); a recogniser puts measures together (ranges, ratios). */
#ifndef HD_SCAN_H
#define HD_SCAN_H
#include "quantity.h"

/* What may start at a character (bits). */
enum {
  HD_START_DIGIT = 1,
  HD_START_NUMERAL = 2, /* 一 万 几 半 ½ */
  HD_START_LETTER = 4,  /* ASCII letter: a word of English, a code */
  HD_START_SIGN = 8,    /* $ € - ± . ( 负 人民币 */
  HD_START_WORD = 16,   /* first character of a word of numeral-words: 统一 */
  HD_START_DATE = 32,   /* of a word of the calendar: 去年; 前 “ */
  HD_START_ORDER = 64,  /* 第 前 翻 */
  HD_START_YEARS = 128  /* 近 过去 这: 近五年 */
};

/* What words of the lexicons a character begins or ends (bits): most looks
 * into a trie are spared by it. */
enum {
  HD_EDGE_BEFORE = 1,  /* ends an approximator */
  HD_EDGE_CONTEXT = 2, /* ends a word of contexts */
  HD_EDGE_AFTER = 4,   /* begins an approximator */
  HD_EDGE_UNIT = 8,    /* begins a unit */
  HD_EDGE_SCALE = 16,  /* begins a scale */
  HD_EDGE_PREFIX = 32, /* begins a unit that may stand before a number */
  HD_EDGE_ALONE = 64   /* is a whole word of HD_START_SIGN or HD_START_WORD */
};

typedef enum {
  HD_NUMERAL_NONE,
  HD_NUMERAL_DIGIT,
  HD_NUMERAL_TEEN,
  HD_NUMERAL_TENS,
  HD_NUMERAL_HUNDRED,
  HD_NUMERAL_UNIT,  /* 十 百 千 */
  HD_NUMERAL_SCALE, /* 万 亿, thousand */
  HD_NUMERAL_SOME,  /* 几 数 */
  HD_NUMERAL_HALF,
  HD_NUMERAL_POINT,
  HD_NUMERAL_DOZEN,
  HD_NUMERAL_ARTICLE,
  HD_NUMERAL_AND,
  HD_NUMERAL_ORDINAL,
  HD_NUMERAL_PART, /* thirds, quarter */
  HD_NUMERAL_MULTIPLE,
  HD_NUMERAL_HALVED,
  HD_NUMERAL_CLASSES
} hd_numeral_class;

typedef struct {
  int64_t value;
  hd_numeral_class cls;
} hd_numeral;

typedef struct {
  const hd_unit *unit; /* NULL: begins like a unit and is none (大型) */
  bool before;         /* may stand before the number: $, 人民币 */
} hd_unit_row;

typedef enum HD_PACKED {
  HD_SIDE_BEFORE,
  HD_SIDE_AFTER,
  HD_SIDE_NUMERAL
} hd_side;
typedef struct {
  hd_bound bound; /* exact: no approximator though it ends like one */
  hd_side side;
} hd_approximator;

/* Words of the calendar: 去年, 上半年, August. */
typedef enum {
  HD_CALENDAR_YEAR,     /* value: years from the document's own */
  HD_CALENDAR_REPORTED, /* value: years from the year reported on */
  HD_CALENDAR_PART,     /* value: first month × 100 + last month */
  HD_CALENDAR_POINT,    /* value: month × 100 + day */
  HD_CALENDAR_MONTH,    /* value: 1..12 */
  HD_CALENDAR_SEASON,   /* quarter, half: value 4 or 2 */
  HD_CALENDAR_LEAD,     /* in, since: a year may follow */
  HD_CALENDAR_LINK,     /* of, and: weaker */
  HD_CALENDAR_FISCAL,
  HD_CALENDAR_FEAST,   /* value: month × 100 + day */
  HD_CALENDAR_LUNAR,   /* the same in the lunar calendar */
  HD_CALENDAR_TERM,    /* value: number of the solar term, 0 小寒 */
  HD_CALENDAR_CENTURY, /* value: centuries from the document's own */
  HD_CALENDAR_REVIEW,  /* 回顾, 公报: the year before it is reported on */
  HD_CALENDAR_PLAN,    /* 工作报告: the year before that is reported on */
  HD_CALENDAR_ROLES
} hd_calendar_role;
typedef struct {
  hd_calendar_role role;
  int32_t value;
} hd_calendar;

enum { HD_PAIR_BITS = 10, HD_PAIR_WORDS = 1 << HD_PAIR_BITS };
/* Where the first two code points of a word are noted in hd_units. */
static inline uint64_t hd_units_pair(uint32_t first, uint32_t second,
                                     uint32_t *word) {
  uint32_t hash = first * 0x9e3779b1u + second * 0x85ebca6bu;
  *word = hash >> (32 - HD_PAIR_BITS);
  return (uint64_t)1 << (hash & 63);
}

/* What a code point is to this stage; whoever asks for one soon asks for the
 * others, so they lie together. */
typedef struct {
  uint8_t start;   /* bits HD_START_ */
  uint8_t edge;    /* bits HD_EDGE_ */
  uint8_t chinese; /* index into numeral, 0: none */
  uint8_t unused;
} hd_character;

struct hd_units {
  hd_arena *arena;
  hd_trie *units[2]; /* by hd_lang; values: indexes into rows */
  HD_VEC(hd_unit_row) rows;
  hd_trie *scales[2]; /* values: powers of ten */
  hd_trie *before[2]; /* reversed words; values: indexes into approximators */
  hd_trie *after[2];
  HD_VEC(hd_approximator) approximators;
  hd_trie *contexts[2]; /* reversed words; values: hd_kind */
  hd_trie *calendar[2]; /* values: indexes into dates */
  HD_VEC(hd_calendar) dates;
  hd_trie *words;    /* zh/numeral-words; values: hd_kind, HD_KINDS: none */
  hd_trie *numerals; /* English; values: indexes into numeral */
  HD_VEC(hd_numeral) numeral;
  uint8_t words_en[HD_RUNS / 8]; /* bits: letters to ask at, hd_ascii_run */
  uint8_t prefixes[HD_RUNS / 8]; /* the same of units before numbers */
  uint64_t pairs[HD_PAIR_WORDS]; /* bits: what such words begin with */
  uint64_t starts[0x10000 / 64]; /* bits: which have any; nearly all questions
                                    end here, in an eighth of the room */
  hd_character of[0x10000];
};

typedef struct {
  hd_arena *arena;
  const hd_units *units;
  const hd_text *text;
  const char *s;      /* the document's text */
  uint32_t low, high; /* the sentence */
  uint32_t sentence;
  bool cell;    /* the sentence is a table cell */
  hd_lang lang; /* of the sentence */
  hd_clock clock;
  struct hd_memo *memo; /* the Chinese numeral read last; may be NULL */
  int16_t year; /* of which 一季度 is said: named before, else reported */
  int16_t heading_year; /* the same for the section */
} hd_scan;

/* ---- reading around -------------------------------------------------- */
/* The byte at `at`, 0 outside of the sentence. */
static inline char hd_scan_byte(const hd_scan *scan, uint32_t at) {
  return at >= scan->low && at < scan->high ? scan->s[at] : 0;
}
/* Does the literal stand at `at`? */
static inline bool hd_scan_is(const hd_scan *scan, uint32_t at,
                              const char *literal) {
  if (at >= scan->high || scan->s[at] != literal[0])
    return false;
  size_t n = strlen(literal);
  return at + n <= scan->high && memcmp(scan->s + at, literal, n) == 0;
}
/* Does the literal end at `at`? */
static inline bool hd_scan_ends(const hd_scan *scan, uint32_t at,
                                const char *literal) {
  size_t n = strlen(literal);
  return at >= scan->low + n && scan->s[at - 1] == literal[n - 1] &&
         memcmp(scan->s + at - n, literal, n) == 0;
}
/* The code point at `at` (0 outside) and its length. The document's text is
 * valid UTF-8. */
static inline uint32_t hd_scan_cp(const hd_scan *scan, uint32_t at,
                                  uint32_t *length) {
  *length = 0;
  if (at < scan->low || at >= scan->high)
    return 0;
  const unsigned char *b = (const unsigned char *)scan->s + at;
  *length = 1;
  if (b[0] < 0x80)
    return b[0];
  if (b[0] >= 0xe0 && b[0] < 0xf0 && at + 3 <= scan->high) {
    *length = 3;
    return (b[0] & 0xfu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
  }
  uint32_t cp;
  *length = (uint32_t)hd_utf8_decode(scan->s + at, scan->high - at, &cp);
  return cp;
}
/* Start of the character that ends at `at`, which is above low. */
static inline uint32_t hd_scan_back(const hd_scan *scan, uint32_t at) {
  do
    at--;
  while (at > scan->low && ((unsigned char)scan->s[at] & 0xc0) == 0x80);
  return at;
}
/* Behind the digits at `at`. */
static inline uint32_t hd_scan_digits(const hd_scan *scan, uint32_t at) {
  while (at < scan->high && hd_ascii_is_digit(scan->s[at]))
    at++;
  return at;
}
/* May a mark between the ends of a range stand at `at`: a dash, 至, 到, 和, to?
 * The quick answer for most places. */
static inline bool hd_scan_joint(const hd_scan *scan, uint32_t at) {
  uint32_t length;
  switch (hd_scan_cp(scan, at, &length)) {
  case '-':
  case '~':
  case 't': /* to, through */
  case 'u': /* up to */
  case 'a': /* and */
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
  case 0x4e0e: /* 与 */
  case 0x5230: /* 到 */
  case 0x53ca: /* 及 */
  case 0x548c: /* 和 */
  case 0x81f3: /* 至 */
  case 0x8d77: /* 起 */
  case 0x8ddf: /* 跟 */
    return true;
  default:
    return false;
  }
}
/* The digit that the raised one at `at` (², ⁵) stands for, -1: none. */
static inline int hd_scan_raised(const hd_scan *scan, uint32_t at,
                                 uint32_t *length) {
  uint32_t cp = hd_scan_cp(scan, at, length);
  if (cp == 0xb2 || cp == 0xb3)
    return (int)(cp - 0xb0);
  if (cp == 0xb9)
    return 1;
  return cp == 0x2070 || (cp >= 0x2074 && cp <= 0x2079) ? (int)(cp - 0x2070)
                                                        : -1;
}
/* Has the character at `at` the bit? And the one that ends at `at`? */
static inline bool hd_scan_edge(const hd_scan *scan, uint32_t at, uint8_t bit) {
  uint32_t length, cp = hd_scan_cp(scan, at, &length);
  return cp < 0x10000 && (scan->units->of[cp].edge & bit);
}
static inline bool hd_scan_edge_back(const hd_scan *scan, uint32_t at,
                                     uint8_t bit) {
  return at > scan->low && hd_scan_edge(scan, hd_scan_back(scan, at), bit);
}
/* Behind at most `most` blanks (ASCII, NBSP, thin) at `at`; nearly always the
 * byte there begins none. */
uint32_t hd_scan_past_blanks(const hd_scan *scan, uint32_t at, int most);
static inline uint32_t hd_scan_blanks(const hd_scan *scan, uint32_t at,
                                      int most) {
  switch ((unsigned char)hd_scan_byte(scan, at)) {
  case ' ':
  case '\t':
  case 0xc2:
  case 0xe2:
  case 0xe3:
    return hd_scan_past_blanks(scan, at, most);
  default:
    return at;
  }
}
/* Start of the blanks that end at `at`. */
uint32_t hd_scan_blanks_back(const hd_scan *scan, uint32_t at);
/* The numeral that a Chinese character is, NULL if none. */
static inline const hd_numeral *hd_scan_numeral(const hd_scan *scan,
                                                uint32_t at, uint32_t *length) {
  uint32_t cp = hd_scan_cp(scan, at, length);
  uint8_t index = cp >= 0x80 && cp < 0x10000 ? scan->units->of[cp].chinese : 0;
  return index ? &scan->units->numeral.items[index] : NULL;
}
/* The longest word of a trie at `at`, for English in lower case and whole
 * words only. */
bool hd_scan_word(const hd_scan *scan, const hd_trie *trie, uint32_t at,
                  hd_match *match);
/* The longest word of two tries of reversed words, by language, that ends at
 * `at`. */
bool hd_scan_word_back(const hd_scan *scan, hd_trie *const *tries, uint32_t at,
                       hd_match *match);
/* The word's calendar entry at `at`, NULL if none; *end behind it. */
const hd_calendar *hd_scan_calendar(const hd_scan *scan, uint32_t at,
                                    uint32_t *end);
/* What the word before `at` says a bare number there is; HD_KINDS: nothing.
 * Blanks and = : ( < > between are passed over. */
hd_kind hd_scan_context(const hd_scan *scan, uint32_t at);

/* ---- figures: numbers with their scales ------------------------------- */
typedef struct {
  hd_span number;
  uint32_t end;          /* behind the scale */
  hd_number low, high;   /* scaled; differ for 几, 十几, 四五千 */
  hd_number scale, step; /* step: one unit of the last printed digit */
  uint8_t decimals, digits;
  bool numeral, grouped, fraction;
  bool percent;   /* 百分之: low is in percent */
  bool weak;      /* a lone 一, 百万: no figure without a unit or a bound */
  bool bare;      /* only 百 千 万 亿 */
  bool scaled;    /* a scale word stands behind the number */
  hd_bound bound; /* of 余, 多 inside */
  hd_span approx;
} hd_figure;

/* money: a currency sign stands before it (1.5m is million). */
bool hd_figure_read(const hd_scan *scan, uint32_t at, bool money,
                    hd_figure *figure);
/* million, bn, k behind a number in English. */
void hd_figure_scale_en(const hd_scan *scan, hd_figure *figure, bool money);
/* Parts of it: digits alone; a Chinese numeral alone; English words. */
bool hd_digits_read(const hd_scan *scan, uint32_t at, hd_figure *figure);
bool hd_numeral_zh_read(const hd_scan *scan, uint32_t at, hd_figure *figure);
/* The same, kept in *spare or in the scan's memo until the next numeral is
 * read; NULL if there is none. */
const hd_figure *hd_numeral_zh_peek(const hd_scan *scan, uint32_t at,
                                    hd_figure *spare);
/* 分之 and what follows it, behind the whole number in f: 3分之2. */
bool hd_part_zh_read(const hd_scan *scan, hd_figure *figure);
bool hd_numeral_en_read(const hd_scan *scan, uint32_t at, hd_figure *figure);
/* note_mark.c: the end of the number of a note that is glued to the text before
 * `at`, 0 if there is none; and is the year from `at` to `end` one that a
 * sentence ends with, a mark behind its full stop (2025.69 The)? */
uint32_t hd_note_mark_end(const hd_scan *scan, uint32_t at);
bool hd_note_mark_behind_year(const hd_scan *scan, uint32_t at, uint32_t end);
/* A small whole number of Arabic digits or Chinese characters at `at`
 * (二十三, 12, 〇九); its end, 0 if none. */
uint32_t hd_whole_read(const hd_scan *scan, uint32_t at, int *value);

/* Several recognisers ask for the same at one place: what was found last is
 * kept, the numeral and for each of a few tries the English word. */
enum { HD_MEMO_WORDS = 4, HD_MEMO_REACH = 32 };
typedef struct {
  const hd_trie *trie; /* NULL: empty */
  uint32_t at, high;
  bool found;
  hd_match match;
} hd_memo_word;

typedef struct hd_memo {
  uint32_t at, high; /* UINT32_MAX: empty */
  bool found;
  hd_figure figure;
  hd_memo_word words[HD_MEMO_WORDS];
  uint32_t oldest; /* of words, the one to be written next */
} hd_memo;

/* ---- measures: figures with units ------------------------------------- */
typedef struct {
  hd_figure figure;
  const hd_unit *unit, *per;
  hd_span unit_span;
  uint32_t off, end;
  bool negative;
  bool blocked; /* a word that is no unit follows (大型) */
} hd_measure;
bool hd_measure_read(const hd_scan *scan, uint32_t at, hd_measure *measure);
/* What goes on behind the unit of a measure: 1角1分, 半, and 20 cents. */
void hd_measure_tail_read(const hd_scan *scan, hd_measure *measure);
/* an hour and a half, a mile and a quarter. */
bool hd_article_measure_read(const hd_scan *scan, uint32_t at,
                             hd_measure *measure);
/* The unit at `at` (blanks allowed before it); its end, 0 if none. */
uint32_t hd_unit_read(const hd_scan *scan, uint32_t at, const hd_unit **unit,
                      uint32_t *off, bool *blocked);

/* ---- bounds ------------------------------------------------------------ */
/* The approximator that ends at off; exact if none. */
hd_bound hd_approx_before(const hd_scan *scan, uint32_t off, bool bare,
                          hd_span *span);
/* The one that starts at `at`. */
hd_bound hd_approx_after(const hd_scan *scan, uint32_t at, hd_span *span);
static inline bool hd_bound_is_floor(hd_bound bound) {
  return bound == HD_BOUND_MORE_THAN || bound == HD_BOUND_AT_LEAST;
}
static inline bool hd_bound_is_ceiling(hd_bound bound) {
  return bound == HD_BOUND_LESS_THAN || bound == HD_BOUND_AT_MOST;
}
/* Fills low_known, high_known and rounding from low, high, bound and
 * last_digit. */
void hd_approx_close(hd_quantity *q);
/* What it may stand for is this, and both ends are known. */
void hd_approx_own(const hd_scan *scan, hd_quantity *q, hd_interval interval);

/* ---- measures as quantities --------------------------------------------- */
/* The end of the second measure of a range that begins with a, 0: none. a may
 * take over the scale of b. */
uint32_t hd_range_second(const hd_scan *scan, hd_measure *a, hd_measure *b);
/* Behind the `and` at `at` that may join the ends of a range whose first end
 * starts at off (between 10 and 20, 10和20之间); 0 if there is none. The range
 * is one if hd_range_closes behind its second end. */
uint32_t hd_range_and(const hd_scan *scan, uint32_t off, uint32_t at);
bool hd_range_closes(const hd_scan *scan, uint32_t off, uint32_t end);
/* Makes a the range of both where a and b are the bounds of one (more than 20
 * and less than 35); else changes nothing and is false. */
bool hd_range_merge(const hd_scan *scan, hd_quantity *a, const hd_quantity *b);
/* Gives a the unit and scale of b where a move from a to b prints them but once
 * (rose from 42 to 68 billion). */
void hd_range_lend(const hd_scan *scan, hd_quantity *a, const hd_quantity *b);
/* Sets kind and unit, and for shares the value, of a filled quantity. */
void hd_kind_set(const hd_scan *scan, hd_quantity *q, const hd_figure *f);
/* Is it in a short quoted phrase, which makes it part of a name? */
bool hd_kind_quoted(const hd_scan *scan, const hd_quantity *q);

/* ---- recognisers ------------------------------------------------------- */
/* The end of what was read, 0: nothing. kind HD_KINDS: pass over it. */
typedef uint32_t (*hd_recogniser)(const hd_scan *scan, uint32_t at,
                                  hd_quantity *q);
typedef struct {
  uint8_t starts;    /* HD_START_ bits at which it is asked */
  uint8_t languages; /* 1 zh, 2 en, 3 both */
  hd_recogniser read;
} hd_recogniser_row;
extern const hd_recogniser_row hd_recognisers_zh[], hd_recognisers_en[],
    hd_recognisers_names[]; /* each ends with a NULL read */

/* A measure as a quantity, with its bounds, range and kind. */
uint32_t hd_number_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_ratio_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
/* first, twenty-fifth: an ordinal in English words. */
uint32_t hd_ordinal_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_odds_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_date_zh_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_date_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
/* Q1 2024, the second half of 2018, the first nine months of 2022; 3Q25; and
 * Q1, H2 alone: how many parts the year has, *n of them, 0 if none. */
uint32_t hd_date_part_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_date_number_part(const hd_scan *scan, uint32_t at, hd_quantity *q);
int hd_date_short_part(const hd_scan *scan, uint32_t at, int *n);
/* 10/1/2018, 2019-Aug-1: English dates joined by marks. */
uint32_t hd_date_marked_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
/* 2019-08-28, 2019/8, 2014–2017: dates of digits, in both languages. */
uint32_t hd_date_digits_read(const hd_scan *scan, uint32_t at, hd_quantity *q);

/* Parts of the dates: spans of years in Chinese (近五年, “十四五”时期, 90年代),
 * and a bare year in English. */
uint32_t hd_years_zh_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
uint32_t hd_year_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q);
/* 2019 of four digits, 1900 to 2100; its end, 0 if none. */
uint32_t hd_year_read(const hd_scan *scan, uint32_t at, int *year);
/* 2023/24, 2014–2017: the end of the range that starts with the year that ends
 * at `end`, 0 if it is one year. */
uint32_t hd_year_range(const hd_scan *scan, uint32_t end, int year, int *last);
/* The word before `at` leads to a date (in, since: strong; of, and: not). */
bool hd_date_lead(const hd_scan *scan, uint32_t at, bool *strong);
/* Does a noun, or a unit, stand behind a number that could be a year? */
bool hd_date_noun_behind(const hd_scan *scan, uint32_t end);
bool hd_date_unit_behind(const hd_scan *scan, uint32_t end);
/* A date quantity of the given days over at..end. */
void hd_date_put(hd_quantity *q, uint32_t at, uint32_t end, hd_day first,
                 hd_day last);
/* A hyphen or dash at `at`, blanks around; behind it, or 0. */
uint32_t hd_date_dash(const hd_scan *scan, uint32_t at);
/* Exactly least to most digits at `at`; their end. */
uint32_t hd_date_number(const hd_scan *scan, uint32_t at, uint32_t least,
                        uint32_t most, int *value);

/* ---- calendar ----------------------------------------------------------- */
/* Writes first, last, form, kind of a date quantity. day or month 0: the
 * whole month or year. Marks what cannot be. */
void hd_date_set(hd_quantity *q, hd_day first, hd_day last);
hd_day hd_day_of(int year, int month, int day);
/* The day so many days later, or earlier; any number of them up to a few
 * hundred costs little. */
hd_day hd_day_add(hd_day day, int days);
/* 0 Monday .. 6 Sunday. */
int hd_day_weekday(hd_day day);
/* The first and last day of a month of the Chinese lunar year that begins in
 * `year`; false if there is none, or outside of 1950 to 2050. */
bool hd_lunar_month(int year, int month, bool leap, hd_day *first,
                    hd_day *last);
/* The day of the nth solar term of the year, 0 小寒 .. 23 冬至. */
bool hd_solar_term(int year, int n, hd_day *day);
/* Number with one value for quantities that are no measures (ordinals). */
void hd_quantity_value(hd_quantity *q, int64_t value);

/* The document's own date and the years it reports on. */
hd_clock hd_clock_read(const hd_scan *scan, hd_day date);
/* The year named in a heading, else 0. */
int16_t hd_clock_heading(const hd_scan *scan, hd_span span);
#endif
