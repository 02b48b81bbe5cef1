/* repeat: what a text prints twice: words and clauses side by side, and whole
 * sentences anywhere. Both are found in one pass, when they are asked for. */
#ifndef HD_REPEAT_H
#define HD_REPEAT_H
#include "text.h"

typedef struct {
  hd_span first, second; /* the same words; the second is the copy */
} hd_repeat;

typedef struct {
  hd_repeat *items; /* by the place of the second */
  size_t n;
} hd_repeats;

/* The same side by side, within one block or cell: two and more Han characters
 * (进行进行) or one and more words (the the; of the of the), of up to 40
 * characters or words, marks in between counted. */
hd_repeats hd_repeat_doubles(hd_arena *arena, const hd_document *doc);
/* Sentences of at least `least` bytes outside of tables that stand in the
 * document before. */
hd_repeats hd_repeat_twins(hd_arena *arena, const hd_text *text, size_t least);
#endif
