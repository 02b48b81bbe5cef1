/* gap_frame: what stands side by side in English only where a number between
 * was lost, read from rules/lexicon/en/gap_frames.tsv.
 *
 * A row is a frame, items with blanks between, that stand one behind the other
 * with nothing but blanks between:
 *
 *     @moved by|to|from! _ @next        rose to [ ] in May
 *
 * a|b    one of the words, as they are written; @name the words of that row
 * x!     the word that is looked for; each frame has one
 * _      where the number is missing
 * _,     the same before a mark with a blank before it, in a sentence whose
 *        marks stand close: in [ ] , we
 * ^      the start of a clause, where the next word may have a capital
 * #      a figure
 * ####   a year
 * (%)    a share in brackets, where another one stands behind its count
 * +      a word in the plural, none of @never
 * , -    the mark
 *
 * A walk looks at a frame where its word with the ! stands: the cost is that
 * of a look-up a word. Immutable once read. */
#ifndef HD_GAP_FRAME_H
#define HD_GAP_FRAME_H
#include "gap_words.h"

/* May a frame have its ! at the word? */
bool hd_gap_frame_may(const hd_gap_frames *frames, hd_str word);

/* Reads the table; NULL and *error on a bad row. */
hd_gap_frames *hd_gap_frames_read(hd_arena *arena, const hd_lexicon *lexicon,
                                  hd_error *error);
/* The word at off, ended at `end`: adds the gap of the first frame that it is
 * the ! of; false if there is none. */
bool hd_gap_frame_at(hd_gap_search *s, uint32_t off, uint32_t end);
/* Do marks stand right behind words in the sentence, so that a blank before one
 * tells that something is missing? */
bool hd_gap_marks_close(hd_gap_search *s);
/* Calls each with every word that is the ! of a frame. */
void hd_gap_frames_each(const hd_gap_frames *frames,
                        void (*each)(void *closure, hd_str word),
                        void *closure);
#endif
