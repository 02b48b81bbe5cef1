/* gap_words: the inside of hd_gap_words, for the files of the gap search.
 *
 * Roles say what a word of zh/gap or en/gap may be: something that wants a
 * number before it, or something that may stand there instead of one. A word
 * may have several. zh/compounds holds Chinese words with their costs (how
 * rare they are); a row holds all words that begin with one character, in
 * cells of fixed width, so that loading it costs nothing and a look-up is a
 * binary search where the data lies. */
#ifndef HD_GAP_WORDS_H
#define HD_GAP_WORDS_H
#include "gap.h"
#include "gap_beside.h"

enum {
  GAP_UNIT = 1,    /* 亿元, 亩: wants a number; judged at a clause's end */
  GAP_MEASURE = 2, /* 英寸, 公里: may stand before a noun too */
  GAP_SHARE = 4,   /* %, 个百分点: wants a number wherever it stands */
  GAP_CLASSIFIER = 8, /* 家, 条 */
  GAP_WEAK = 16,      /* 所, 处: a classifier that is much else */
  GAP_DATE = 32,      /* 年, 月, 日 */
  GAP_ABOUT = 64,     /* 余: stands behind a number */
  GAP_SCALE = 128,    /* 万, million */
  GAP_LEFT = 256, /* 几, 每, 某: does for a number; English: an article */
  GAP_FUNCTION = 512, /* 之, 的: is no part of a noun */
  GAP_CLOSING = 1024, /* 和, 以上: what stands before it is at its end */
  GAP_SCOPE = 2048,   /* 全省: begins a clause behind 2023年 */
  GAP_CUE = 4096,     /* 建成, of, rose: a figure follows */
  GAP_LOOSE = 16384,  /* 首, 全, 超: GAP_LEFT where it is a word of its own;
                        English: is, are, which may tell a unit too */
  GAP_DIRECT = 32768, /* 户, 人: counts only right behind a GAP_CUE */
  GAP_SUFFIX = 0x10000,  /* 级, 以上: a unit before it needs no number */
  GAP_EVENT = 0x20000,   /* 召开, 投产: begins what happened on a day */
  GAP_VERGE = 0x40000,   /* 超, 突破: a scaled unit behind it may be whole */
  GAP_REACH = 0x80000,   /* 达到, 为: a figure is due behind it */
  GAP_BEYOND = 0x100000, /* 以上: stands behind a figure */
  GAP_ORDINAL = 0x200000, /* 第 */
  GAP_NTH = 0x400000,     /* 位, 届: wants a number behind 第 */
  GAP_COUNT = 0x800000, /* 新增: a GAP_CUE that people are rarely object of */
  GAP_TOTAL = 8192,     /* a total of */
  GAP_ROUND = 0x2000000, /* 左右: stands behind a figure as 以上 does */
  GAP_TRADITIONAL = 0x1000000, /* 國, 個: of the traditional script */
  GAP_LABEL = 0x4000000,       /* rate, n: names what a bracket holds, n (%) */
  GAP_INSTEAD =
      0x8000000, /* other, whole: before a unit in place of a number */
  GAP_WEIGHER = 0x10000000, /* above, only: a number follows, if no unit */
  GAP_TERM = 0x20000000,    /* 发展中国家: wants no number at its end */
  GAP_CASUAL = 0x40000000,  /* 是, 做: 个 behind it means one */
  GAP_THING = GAP_LABEL, /* Chinese: 件, which ends nouns of things as well */
  GAP_STARTS = GAP_UNIT | GAP_MEASURE | GAP_SHARE | GAP_CLASSIFIER | GAP_WEAK |
               GAP_DIRECT | GAP_NTH | GAP_DATE | GAP_ABOUT | GAP_SCALE
};

enum {
  GAP_HAN_FIRST = 0x4E00,
  GAP_HAN_LAST = 0x9FFF,
  GAP_WORD_MOST = 24 /* bytes */
};

typedef struct hd_gap_frames hd_gap_frames;
typedef struct hd_gap_weights hd_gap_weights;
typedef struct hd_gap_pairs hd_gap_pairs;

/* A word, number or mark; see gap_token.h. */
typedef struct {
  uint32_t off, end;
  uint32_t id;
} hd_gap_token;

/* What a word of the text is to this stage, kept for when it is met again. */
typedef struct {
  uint64_t head, tail; /* its letters as they are written, 0 behind them */
  uint32_t n;          /* their number; 0: a free slot */
  uint32_t roles;      /* of the word in small letters, where it wants one */
  uint16_t token;      /* its number, see gap_token.h */
  bool wants;          /* may it want a number? */
  bool framed;         /* may a frame stand around it? */
} hd_gap_seen;

struct hd_gap_words {
  hd_map *roles;               /* word → roles */
  hd_trie *forward;            /* the same words; values: roles */
  hd_trie *backward;           /* reversed */
  uint64_t head[0x10000 / 64]; /* bits: first code points of GAP_STARTS */
  uint8_t runs[HD_RUNS / 8]; /* bits, hd_ascii_run: English words to look at */
  const hd_table_data *compounds;                /* NULL: none */
  char single[GAP_HAN_LAST - GAP_HAN_FIRST + 1]; /* a character's own cost, a
                                                    letter; 0: not known */
  uint16_t row_of[GAP_HAN_LAST - GAP_HAN_FIRST + 1]; /* its row + 1 */
  hd_gap_frames *frames;                             /* of English */
  hd_gap_weights *weights;
  hd_gap_beside *beside; /* of Chinese */
  hd_gap_pairs *pairs;   /* compounds of two characters */
  hd_map *own; /* compounds that have a row of their own, to cost + 1 */
  bool has_own;
};

static inline bool hd_gap_may_start(const hd_gap_words *words, uint32_t cp) {
  return cp < 0x10000 && words->head[cp / 64] >> cp % 64 & 1;
}
/* May the English word at s (n bytes) want a number? *length: its letters. */
static inline bool hd_gap_may_want(const hd_gap_words *words, const char *s,
                                   size_t n, size_t *length) {
  uint32_t run = hd_ascii_run(s, n, length);
  return words->runs[run / 8] >> run % 8 & 1;
}
/* Is the cell a sorted list of rests of n ideographs with a cost each? */
bool hd_gap_is_cell(hd_str cell, size_t n);
/* Roles of exactly this word; 0 if it is none. English: lower case. */
uint32_t hd_gap_roles(const hd_gap_words *words, hd_str word);
/* Roles of the longest Chinese word that starts at s, with its bytes. */
uint32_t hd_gap_roles_at(const hd_gap_words *words, hd_str s, size_t *used);
/* The roles of all Chinese words that end where s ends. */
uint32_t hd_gap_roles_before(const hd_gap_words *words, hd_str s);

/* Is there a word across the boundary at `at` (its last character before and
 * the first behind) that is commoner than what it would break? A quick
 * answer to spare hd_gap_stands. */
bool hd_gap_bound(const hd_gap_words *words, hd_str s, size_t at);

/* Do the characters before `left` and from `right` on make a known word, with
 * nothing but blanks between (文 件)? */
bool hd_gap_is_split(const hd_gap_words *words, hd_str s, size_t left,
                     size_t right);

/* How a piece of a run of ideographs stands among the words around it. */
typedef struct {
  int margin; /* how much dearer (half units) the cheapest cut is that has
                 the piece inside longer words; HD_GAP_SURE if none can */
  uint32_t left, right; /* characters of the word before and behind, 0: none */
  bool left_derived; /* one character there behind a longer word: 服务|站 */
  bool left_unknown; /* single characters there that make no known word */
} hd_gap_stand;
enum { HD_GAP_SURE = 1000 };
/* s: the text around, piece: its place in it (bytes). Looks at most eight
 * characters to each side. */
hd_gap_stand hd_gap_stands(const hd_gap_words *words, hd_str s, hd_span piece);

/* ---- the search in one sentence ---------------------------------------- */
typedef HD_VEC(hd_gap) hd_gap_list;
typedef struct {
  hd_arena *arena;
  const hd_gap_words *words;
  const hd_vocabulary *vocabulary;
  const hd_units *units;
  const char *text;
  hd_span sentence;              /* and its clauses: */
  const hd_quantity *quantities; /* those inside the sentence */
  size_t n_quantities;
  bool table;        /* it is a cell */
  bool frames_known; /* what gap_frame.c found out about the sentence: */
  bool marks_close, share_counted;
  int8_t running;    /* gap_weights.c: running text 1, none -1, unknown 0 */
  hd_gap_seen *seen; /* gap_token.c: HD_GAP_SEEN slots */
  hd_gap_token last; /* the last token that it looked at */
  hd_gap_list *gaps;
} hd_gap_search;

/* The end of the quantity that ends at off, or of the one that off lies in;
 * 0 if there is none. */
uint32_t hd_gap_quantity_at(const hd_gap_search *s, uint32_t off);
void hd_gap_add(hd_gap_search *s, hd_gap_kind kind, uint32_t off, uint32_t end,
                uint8_t strength);
/* Is the character one of the set? NUL is of none. */
static inline bool hd_gap_is_of(char c, const char *set) {
  return c && strchr(set, c) != NULL;
}
/* Behind the letters at off; behind and before blanks, in the sentence. */
static inline uint32_t hd_gap_past_word(const hd_gap_search *s, uint32_t off) {
  while (off < s->sentence.end && hd_ascii_is_letter(s->text[off]))
    off++;
  return off;
}
static inline uint32_t hd_gap_left_of_blanks(const hd_gap_search *s,
                                             uint32_t off) {
  while (off > s->sentence.off && s->text[off - 1] == ' ')
    off--;
  return off;
}
static inline uint32_t hd_gap_right_of_blanks(const hd_gap_search *s,
                                              uint32_t off) {
  while (off < s->sentence.end && s->text[off] == ' ')
    off++;
  return off;
}
/* Looks at what starts at off; returns where to go on. */
uint32_t hd_gap_chinese(hd_gap_search *s, uint32_t off);
uint32_t hd_gap_english(hd_gap_search *s, uint32_t off);
uint32_t hd_gap_percent(hd_gap_search *s, uint32_t off); /* in English */
#endif
