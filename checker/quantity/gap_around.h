/* gap_around: what stands around a word that may have lost its number. */
#ifndef HD_GAP_AROUND_H
#define HD_GAP_AROUND_H
#include "gap_words.h"

typedef enum {
  GAP_LEFT_NUMBER,  /* a number, or a word or sign that does for one */
  GAP_LEFT_START,   /* the beginning of a clause */
  GAP_LEFT_WORD,    /* an ideograph */
  GAP_LEFT_LIST,    /* 、 or 和 behind a figure with its unit */
  GAP_LEFT_ORDINAL, /* 第 */
  GAP_LEFT_QUOTE,   /* a closing quotation mark: 供应“标准地”|万亩 */
  GAP_LEFT_OTHER    /* brackets, colons, slashes: units are named there */
} hd_gap_left;

typedef enum {
  GAP_RIGHT_END,  /* of a clause, or a word that closes a noun */
  GAP_RIGHT_WORD, /* an ideograph, an opening quote */
  GAP_RIGHT_OTHER
} hd_gap_right;

typedef struct {
  uint32_t off, end; /* the word */
  uint32_t left_end; /* of what stands before it, blanks left out */
  uint32_t roles;
  hd_gap_left left;
  hd_gap_right right; /* behind 以上 and the like */
  bool closed;        /* by a word that closes a noun, no mark */
  bool rises;  /* 增加到 and the like stand behind it: 由|公里增加到 */
  bool beyond; /* 以上 and the like stand behind it */
  bool about;  /* it is 左右, which wants a figure before it */
  hd_gap_stand stand; /* once hd_gap_weigh was called */
  bool split;         /* then: a blank cuts it off the rest of its word */
  uint32_t before;    /* then: roles of the word before */
} hd_gap_word;

/* The text of the sentence in front of off, and from off on. */
hd_str hd_gap_before(const hd_gap_search *s, uint32_t off);
hd_str hd_gap_behind(const hd_gap_search *s, uint32_t off);
/* Fills both sides of the word at c->off, c->end. */
void hd_gap_look(const hd_gap_search *s, hd_gap_word *c);
/* Fills stand and before: how it stands among the words around. */
void hd_gap_weigh(const hd_gap_search *s, hd_gap_word *c);
/* Is it inside a longer word, as a quick look tells? */
bool hd_gap_is_bound(const hd_gap_search *s, const hd_gap_word *c);
/* 件件, 家家: a classifier doubled means each. */
bool hd_gap_is_doubled(const hd_gap_search *s, const hd_gap_word *c);
/* Has the clause up to off a word with one of these roles? */
bool hd_gap_has_cue(const hd_gap_search *s, uint32_t off, uint32_t roles);
/* Does the same word stand in the sentence behind the same character with a
 * number between: 用车|辆, 其他用车0辆? */
bool hd_gap_has_twin(const hd_gap_search *s, const hd_gap_word *c);
/* Does the same word stand near by with a number before it? */
bool hd_gap_has_parallel(const hd_gap_search *s, const hd_gap_word *c);
/* Of a word that was weighed. Does a noun or verb stand before it, none that
 * governs figures? */
bool hd_gap_follows_word(const hd_gap_word *c);
/* 服务站|个: a word made of a longer one and a character. */
bool hd_gap_follows_derived(const hd_gap_word *c);
/* 达到|家, 超|公里: a word that governs figures and nothing else stands before
 * it. 为 and 到 govern much else. */
bool hd_gap_follows_governor(const hd_gap_word *c);
#endif
