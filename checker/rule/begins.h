/* begins: with which one or two code points the matches of a pattern begin,
 * and the places of a text where one may.
 *
 * While a pattern is read (need.c) the beginnings of its pieces are put
 * together: (?:甲|乙丙)丁? begins with 甲, 甲丁 or 乙丙. Of the whole a
 * hd_opening is made, sets of bits that a text is looked through by; a wrong
 * "may" costs an attempt, a wrong "no" would lose a match, so whatever is not
 * surely understood begins with anything. */
#ifndef HD_BEGINS_H
#define HD_BEGINS_H
#include "../base/base.h"

enum {
  HD_BEGIN_ANY = 0x110000, /* any code point behind the first, or none */
  HD_BEGIN_OPEN            /* nothing yet: what comes next goes there */
};

typedef struct {
  uint32_t first, second;
} hd_begin;

typedef struct {
  bool any;   /* with anything; nothing below counts */
  bool empty; /* it may be nothing */
  bool fresh; /* of a whole pattern: it begins with \b or (?<![\w, so that no
                 match begins inside a word */
  HD_VEC(hd_begin) items;
} hd_begins;

void hd_begins_char(hd_arena *arena, hd_begins *b, uint32_t cp);
/* A class, from [ to ]. */
void hd_begins_class(hd_arena *arena, hd_begins *b, hd_str text);
/* An escape by letter that is no plain character. */
void hd_begins_escape(hd_arena *arena, hd_begins *b, char c);
/* The case of the one piece's letters does not count. */
void hd_begins_fold(hd_arena *arena, hd_begins *b);
/* all = all and then next */
void hd_begins_then(hd_arena *arena, hd_begins *all, const hd_begins *next);
/* all = all or other; an empty list of beginnings is never matched. */
void hd_begins_or(hd_arena *arena, hd_begins *all, const hd_begins *other);
/* It stands so many times at least (2: or more) and may stand again. */
void hd_begins_repeat(hd_arena *arena, hd_begins *b, unsigned least);

enum { HD_OPENING_POINTS = 512 };

typedef struct {
  /* By first byte: how a match begins with it; of one that is not ASCII: does
   * any? By the low bits of the code point: how, where several share a place.
   */
  unsigned char bytes[256], points[HD_OPENING_POINTS];
  uint64_t *pairs;  /* bits by first and second, where both say */
  unsigned by_pair; /* bits of their number */
  char only[5]; /* the one first code point, its bytes; "": there are more */
  bool dense;   /* in most texts there are many such places */
  bool fresh;   /* as of hd_begins */
  bool first;   /* a match begins where the text does */
} hd_opening;

/* false: a match may begin anywhere, or nearly. What it points to is in the
 * arena. */
bool hd_opening_make(hd_arena *arena, const hd_begins *b, hd_opening *opening);
/* The first place from `at` where a match may begin; SIZE_MAX: none. */
size_t hd_opening_next(const hd_opening *opening, hd_str s, size_t at);
#endif
