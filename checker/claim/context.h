/* context: the words on the left of a figure and the noun phrase they leave.
 *
 * From the figure leftwards, words with a purpose are taken off one by one
 * (同比 分别 增长 近 | 14.6%): what remains before them is the noun phrase. */
#ifndef HD_CONTEXT_H
#define HD_CONTEXT_H
#include "../text/vocabulary.h"
#include "claim.h"

typedef struct {
  hd_span rest;       /* what stands before the words taken off */
  hd_span verb;       /* change, reach, share, compare or bound word */
  const hd_word *cue; /* the word of verb: the nearest to the figure */
  const hd_word *change, *share, *compare, *base, *distribute, *bound;
  hd_span deed; /* the verb nearest to the figure, if taken off */
  uint16_t aspects;
  bool net_down; /* 净减, 减收: the increment is a loss */
  bool to_level; /* 增加到, rose to: the figure is a level */
  bool target;
} hd_context;

/* Reads leftwards from `end`, not beyond `low`. *endings: of the question
 * before in this document. */
void hd_context_left(const hd_text *text, hd_endings *endings, uint32_t low,
                     uint32_t end, hd_context *context);
/* Aspect bit of an aspect word's value; 0 if unknown. */
uint16_t hd_aspect_of(hd_str value);
#endif
