/* gap_weights: numbers lost in English, told by what stands around the hole.
 *
 * rules/lexicon/en/gap_weights.tsv holds weights counted over published text
 * (tests/tools/gap_weights.c): of two tokens on either side of a gap between
 * tokens, how much likelier they stand there when a number between them was
 * lost than when there was none. A row is a pattern and its weight:
 *
 *     of _ per            12    a pair: the tokens before and behind a hole
 *     * of _ <s> *       -12    the same, but it may not be one by that alone
 *     rose by _ in *      87    with the tokens before and behind those
 *     @least             404    what the weights of a gap must come to
 *     @own        of the in     words that are a class of their own
 *     @month   January ...      words whose day may be lost
 *     @a       about above      all words that the patterns know
 *
 * A token is a word, a number, or a mark; a mark of ,.;:)% behind a blank has
 * _ behind it. Other words, and words that are not @own in the outer places of
 * a pattern, are told by their class: <s> <ed> <ing> <ly> by their end, <Name>
 * <CAPS> by their capitals, <short>, <word>. Tokens that are no pair are never
 * a hole: that decides nearly all gaps with one look-up. Immutable once read.
 */
#ifndef HD_GAP_WEIGHTS_H
#define HD_GAP_WEIGHTS_H
#include "gap_words.h"

/* Reads the table; NULL and *error on a bad row. */
hd_gap_weights *hd_gap_weights_read(hd_arena *arena, const hd_lexicon *lexicon,
                                    hd_error *error);
/* The token, which no quantity holds: adds a gap before it where a number was
 * lost. */
void hd_gap_weigh_token(hd_gap_search *s, hd_gap_token token);
#endif
