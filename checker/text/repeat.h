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

/* The same side by side, within one block or cell: two to eight ideographs
 * (进行进行), a Chinese clause and the one before it (the marks are no part of
 * it), a word (the the) or two (of the of the), without regard to case. */
hd_repeats hd_repeat_doubles(hd_arena *arena, const hd_document *doc);
/* Sentences of at least `least` bytes outside of tables that stand in the
 * document before, at most `near` sentences, or that go on right behind such a
 * one: of a long text that says all again most pairs are far apart, and nobody
 * asks for them. */
hd_repeats hd_repeat_twins(hd_arena *arena, const hd_text *text, size_t least,
                           size_t near);
#endif
