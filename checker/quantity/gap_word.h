/* gap_word: words of English around a place where a number may be lost; for
 * gap_en.c and gap_share.c only. */
#ifndef HD_GAP_WORD_H
#define HD_GAP_WORD_H
#include "gap_frame.h"

typedef struct {
  uint32_t off, end;
  char low[GAP_WORD_MOST + 1];
} word;

/* Copies the word in lower case; a longer one is empty. */
static inline word make_word(const hd_gap_search *s, uint32_t off,
                             uint32_t end) {
  word w = {.off = off, .end = end};
  for (uint32_t i = off; i < end && end - off <= GAP_WORD_MOST; i++) {
    char c = s->text[i];
    w.low[i - off] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  return w;
}

static inline word word_at(const hd_gap_search *s, uint32_t off) {
  return make_word(s, off, hd_gap_past_word(s, off));
}

/* The word before off, with nothing but blanks between; else an empty one. */
static inline word word_before(const hd_gap_search *s, uint32_t off) {
  uint32_t end = hd_gap_left_of_blanks(s, off), from = end;
  while (from > s->sentence.off && hd_ascii_is_letter(s->text[from - 1]))
    from--;
  return make_word(s, from, end);
}

static inline uint32_t roles_of(const hd_gap_search *s, const word *w) {
  return hd_gap_roles(s->words, hd_str_of(w->low));
}

static inline bool follows_cue(const hd_gap_search *s, uint32_t off) {
  word w = word_before(s, off);
  return roles_of(s, &w) & GAP_CUE;
}

static inline bool is_next(const hd_gap_search *s, uint32_t off, char c) {
  return off < s->sentence.end && s->text[off] == c;
}

static inline hd_str window(const hd_gap_search *s, uint32_t off) {
  enum { NEAR = 160 };
  uint32_t from = off - s->sentence.off > NEAR ? off - NEAR : s->sentence.off;
  uint32_t to = s->sentence.end - off > NEAR ? off + NEAR : s->sentence.end;
  return (hd_str){s->text + from, to - from};
}

/* , 2014 (%): is what ends at `end` a year? Counts are grouped: 2,014. */
static inline bool ends_in_year(const hd_gap_search *s, uint32_t end) {
  enum { YEAR = 4 };
  uint32_t from = end;
  while (from > s->sentence.off && hd_ascii_is_digit(s->text[from - 1]))
    from--;
  bool grouped = from > s->sentence.off && strchr(",.", s->text[from - 1]);
  return end - from == YEAR && !grouped && hd_ascii_begins_year(s->text + from);
}

/* Is the word at w, with `at` where it or its currency sign begins, one of a
 * list whose others have their figures (15 per cent, per cent and 12 per cent)?
 */
bool hd_gap_is_one_of(const hd_gap_search *s, const word *w, uint32_t at);
/* Does the unit (or its currency sign) at off stand behind a word that is
 * neither a number nor does for one: reaching percent? */
bool hd_gap_unit_alone(const hd_gap_search *s, uint32_t off);
/* fell by percent, obtain per cent of: the share at w; per cent is `apart`. */
void hd_gap_share(hd_gap_search *s, const word *w, bool apart);
/* The words per cent that begin at w; w where they do not. */
word hd_gap_with_cent(const hd_gap_search *s, const word *w);
#endif
