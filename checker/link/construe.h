/* construe: a construction found in a sentence (see text/construction.h). */
#ifndef HD_CONSTRUE_H
#define HD_CONSTRUE_H
#include "../text/vocabulary.h"
#include "linker.h"

enum {
  HD_CONSTRUED_LIST = 12,
  HD_CONSTRUED_TOKENS = 400 /* of a sentence; what is behind is not read */
};

typedef enum { HD_T_WORD, HD_T_MARK, HD_T_FIGURE, HD_T_DATE } hd_construed_kind;

typedef struct {
  hd_construed_kind kind;
  uint32_t word; /* its number; 0: in no construction */
  char mark;
  size_t figure; /* its place in reading order */
  hd_span span;
  const hd_word *cue; /* of the longest cue that begins here; NULL */
  uint16_t past_cue;  /* the token behind it */
  uint16_t past;      /* of an opening bracket: the token behind its close */
} hd_construed_token;

typedef struct {
  const hd_construction *construction;
  uint32_t roles[26]; /* places in reading order by letter; HD_NONE: absent */
  uint32_t list[HD_CONSTRUED_LIST];
  uint32_t n_list;
  hd_span said;       /* the item with a !; empty: none */
  const hd_word *cue; /* of the ^; NULL */
  hd_span cue_span;
  bool explained; /* a bracket stands behind one of the figures */
} hd_construed;

/* A sentence, and the match that is tried in it. */
typedef struct {
  hd_linker *l;
  const hd_constructions *all;
  hd_construed_token tokens[HD_CONSTRUED_TOKENS + 1]; /* the last takes what
                                                         has no room */
  uint16_t words[HD_CONSTRUED_TOKENS + 1]; /* the number of each, side by
                                              side: they are walked often */
  uint32_t n, n_figures;
  uint16_t numbers[HD_CONSTRUED_TOKENS + 1]; /* tokens that are figures */
  uint32_t n_numbers;
  bool cut; /* the sentence goes on behind its last token */
  hd_word_set present;
  uint64_t *worth; /* the constructions to try, by the words there are */
  const hd_construction *c;
  hd_construed out;
  uint32_t steps;
} hd_construer;

/* Reads the sentence whose first figure is `first` (construe_read.c); `more`
 * reads it behind the one before it, a mark "." between. */
void hd_construer_read(hd_construer *s, const hd_sentence *sentence,
                       size_t first);
void hd_construer_read_more(hd_construer *s, const hd_sentence *sentence,
                            size_t first);

/* Makes the links of a match (construed.c). */
void hd_construed_link(hd_linker *l, const hd_construed *found);

static inline uint32_t hd_construed_role(const hd_construed *f, char role) {
  return f->roles[role - 'A'];
}
#endif
