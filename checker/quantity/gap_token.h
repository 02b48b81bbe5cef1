/* gap_token: text in, tokens out, for gap_weights.c: words, numbers and marks,
 * each with the number that the table of weights knows it by.
 *
 * tests/tools/gap_weights.c cuts text in the same way; what differs between
 * them is a weight that does not count. */
#ifndef HD_GAP_TOKEN_H
#define HD_GAP_TOKEN_H
#include "gap_words.h"

/* Classes of tokens; names of the table in gap_token.c. */
enum {
  HD_TOKEN_NONE,
  HD_TOKEN_START, /* of the sentence */
  HD_TOKEN_END,
  HD_TOKEN_NUMBER,
  HD_TOKEN_YEAR,
  HD_TOKEN_NAME, /* a word: Name CAPS -s -ed -ing -ly, other, short */
  HD_TOKEN_CAPS,
  HD_TOKEN_S,
  HD_TOKEN_ED,
  HD_TOKEN_ING,
  HD_TOKEN_LY,
  HD_TOKEN_WORD,
  HD_TOKEN_SHORT,
  HD_TOKEN_MARK,
  HD_TOKEN_CLASSES
};

typedef struct {
  hd_map *ids;            /* words and marks to their number */
  uint16_t *classes;      /* of each number; its own for marks and words @own */
  uint8_t *months;        /* bits */
  uint16_t ascii[2][128]; /* of marks of one byte; [1]: behind a blank */
  bool wide;              /* one begins with a byte from E3 on */
  uint32_t n, most;
} hd_gap_tokens;

/* What is known of the word at off, its first letter; *spare is filled where
 * it is too long to be kept. */
enum { HD_GAP_SEEN = 512 };
const hd_gap_seen *hd_gap_see(const hd_gap_search *s, uint32_t off,
                              hd_gap_seen *spare);

/* Those of a table of weights. */
const hd_gap_tokens *hd_gap_weights_tokens(const hd_gap_weights *weights);
hd_gap_tokens *hd_gap_tokens_new(hd_arena *arena, uint32_t most);
/* Adds a word or mark, if it is not there; false where there are too many. */
bool hd_gap_token_add(hd_gap_tokens *tokens, hd_str name, bool own, bool month);
/* The number of a word, mark or <class>; 0: unknown. */
uint32_t hd_gap_token_named(const hd_gap_tokens *tokens, hd_str name);

/* Before blanks (those of other widths too) that end at off. */
uint32_t hd_gap_blanks_before(const hd_gap_search *s, uint32_t off);
/* The token that begins at off, that ends at `end` (HD_TOKEN_START where the
 * sentence begins), and the next one behind *t; false at the sentence's end. */
hd_gap_token hd_gap_token_at(const hd_gap_search *s, uint32_t off);
hd_gap_token hd_gap_token_before(const hd_gap_search *s, uint32_t end);
bool hd_gap_token_next(const hd_gap_search *s, hd_gap_token *t);
/* Is the token spelt so? */
static inline bool hd_gap_token_is(const hd_gap_search *s,
                                   const hd_gap_token *t, const char *spelt) {
  return hd_str_is((hd_str){s->text + t->off, t->end - t->off}, spelt);
}
/* May a number be missing between the two, as their marks go: not in a pair of
 * brackets, behind a currency sign, before a sign of the figure that follows?
 */
bool hd_gap_token_parts(const hd_gap_search *s, const hd_gap_token *l,
                        const hd_gap_token *r);
#endif
