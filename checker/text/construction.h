/* construction: the shapes in which English says what figures have to do with
 * one another, read from rules/lexicon/en/constructions.tsv.
 *
 * A row is a construction, items with blanks between, and its relation:
 *
 *     <P> out of ~ <W> ~ [,] or <R>        share
 *
 * a|b       one of the words; @name the words of the row of that name
 * , ; : ( ) the mark;  $ the end of the sentence or a ;
 * .         the end of a sentence that another follows; some word behind it
 *           must be there
 * *         one word that is none of the row @other
 * |         where a sentence begins, or behind a mark
 * [x]       x may be missing;  x! where the claim is made (a finding's place)
 * <P>       a figure with the role P;  {P} figures of one kind in a list that
 *           ends behind "and"
 * #         a date or period;  ^ a word of change.tsv or compare.tsv
 * ~         up to six words, no mark;  ~~ up to twelve words and commas; dates
 *           and brackets without figures count as words; the words of the row
 *           @never are never passed
 *
 * Words are in lower case. Immutable once read. */
#ifndef HD_CONSTRUCTION_H
#define HD_CONSTRUCTION_H
#include "../base/lexicon.h"

typedef enum {
  HD_ITEM_WORDS,
  HD_ITEM_MARK,
  HD_ITEM_FIGURE,
  HD_ITEM_LIST,
  HD_ITEM_DATE,
  HD_ITEM_CUE,
  HD_ITEM_OTHER,
  HD_ITEM_START,
  HD_ITEM_GAP,
  HD_ITEM_END
} hd_item_kind;

enum { HD_SET_WORDS = 16, HD_CONSTRUCTION_ITEMS = 24 };

/* A set of words: bits by their numbers. */
typedef struct {
  uint64_t bits[HD_SET_WORDS];
  uint32_t filled; /* bits: which of these are not 0 */
} hd_word_set;

typedef struct {
  uint8_t kind; /* hd_item_kind */
  bool optional, said;
  bool wide;    /* a gap that may hold commas */
  char c;       /* the mark, or the role */
  uint16_t set; /* its words */
} hd_item;

typedef struct {
  hd_str relation;
  hd_item items[HD_CONSTRUCTION_ITEMS];
  uint8_t n, n_figures;
  bool apart; /* over two sentences */
} hd_construction;

typedef struct {
  hd_map *words; /* to their numbers, from 1 */
  hd_word_set never, other;
  hd_word_set *sets;
  uint32_t n_sets;
  hd_construction *items;
  size_t n;
  /* Which constructions a sentence is worth trying for: `masks` words, a bit a
   * construction. Of a word, those that want it or a fellow of its set (each
   * is noted at the smallest set it cannot do without); of any, the others. */
  uint64_t *of_word, *of_any, *apart; /* those over two sentences */
  size_t masks;
} hd_constructions;

static inline void hd_word_set_add(hd_word_set *set, uint32_t word) {
  set->bits[word / 64] |= (uint64_t)1 << word % 64;
  set->filled |= 1u << word / 64;
}
static inline bool hd_word_set_meets(const hd_word_set *a,
                                     const hd_word_set *b) {
  for (uint32_t left = a->filled & b->filled; left; left &= left - 1)
    if (a->bits[__builtin_ctz(left)] & b->bits[__builtin_ctz(left)])
      return true;
  return false;
}
static inline bool hd_word_set_has(const hd_word_set *set, uint32_t word) {
  return set->bits[word / 64] >> word % 64 & 1;
}

/* NULL and *error where a row is wrong; empty where there is no table. */
hd_constructions *hd_constructions_read(hd_arena *arena,
                                        const hd_lexicon *lexicon,
                                        hd_error *error);
#endif
