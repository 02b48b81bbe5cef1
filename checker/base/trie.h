/* trie: the inside of hd_trie, for its files.
 *
 * A trie takes words until it is sealed, and is asked then. Sealed it is a
 * handful of arrays without pointers in them: nodes in order of their depth,
 * the children of one beside each other and sorted by code, so that what is
 * asked often fits into the cache. All that is said of a node lies in one
 * place, for that it must be waited for once. Node 0 is the empty word. The
 * children of node i are nodes[i].kid to nodes[i + 1].kid, its values
 * values[nodes[i].first] to values[nodes[i + 1].first]. Bytes that are no UTF-8
 * are code points of their own beyond the last one. */
#ifndef HD_TRIE_H
#define HD_TRIE_H
#include "base.h"

/* Of the words that begin with a code point: one consists of it, some go on. */
enum { HD_TRIE_SINGLE = 1, HD_TRIE_LONGER = 2 };

/* The code points of three bytes whose first is E4 to E9: ideographs. */
enum { HD_TRIE_HAN = 0x4000, HD_TRIE_HAN_END = 0xa000 };

/* 256 code points, two bits each; before: how many code points in all have
 * bits before the first of each word, which tells the node of one. */
typedef struct {
  uint64_t bits[8];
  uint32_t before[8];
} hd_trie_page;

typedef struct {
  uint32_t code;  /* that leads to it */
  uint32_t kid;   /* its first child */
  uint32_t first; /* its first value */
} hd_trie_node_data;

/* Two code points that words begin with, both below U+10000, and what most want
 * to know of their node: a quarter of a line of the cache. */
enum { HD_TRIE_MANY_KIDS = 255, HD_TRIE_MOST_VALUES = 255 };
typedef struct {
  uint32_t pair;    /* the first above the second; 0: a free slot */
  uint32_t kid;     /* the first child of the node; the node, where n_kids says
                       that they are many */
  uint32_t value;   /* the only one; of several, the place of the first */
  uint8_t n_values; /* no more are kept */
  uint8_t n_kids;
  uint16_t kids; /* bits hd_trie_kid of what follows in words; 0: nothing */
} hd_trie_slot;
_Static_assert(sizeof(hd_trie_slot) == 16, "none lies in two lines");

/* Besides the nodes: which code points words begin with, a set of bits of the
 * pairs that they begin with, and the nodes of these, so that no search among
 * the many children of a first code point is waited for. */
typedef struct {
  const uint16_t *page_of; /* of 256 pages below U+10000; 0: the empty one */
  const hd_trie_page *pages;
  const uint64_t *filter;    /* 2^(32 - shift) words */
  const hd_trie_slot *pairs; /* 2^(32 - pair_shift) slots */
  const uint64_t *single;    /* bits of HD_TRIE_HAN and behind: words */
  const uint64_t *longer;    /* the same: words go on behind them */
  /* bits of characters of three bytes as they are written, a word's
   * first two (twos_mask + 1 words) and those that are to be looked at whatever
   * follows (HD_TRIE_ONES words) */
  const uint64_t *twos, *ones;
  uint32_t twos_mask;
  uint32_t shift, pair_shift;
  const hd_trie_node_data *nodes; /* and one behind; NULL: not yet sealed */
  const uint32_t *values;
  uint32_t n_nodes;
} hd_trie_data;

/* A word that was added: its labels, and which it was of all. */
typedef struct {
  const uint32_t *codes;
  uint32_t n, value, order;
} hd_trie_word;

struct hd_trie {
  hd_trie_data data;
  hd_arena *arena;
  HD_VEC(hd_trie_word) words; /* none once it is sealed */
};

enum { HD_TRIE_BAD_BYTE = 0x110000 /* the label of byte b is this + b */ };

/* The label at s and its length; n > 0. */
__attribute__((always_inline)) static inline size_t
hd_trie_label(const char *s, size_t n, uint32_t *code) {
  size_t used = hd_utf8_decode(s, n, code);
  if (used == 1 && *code >= 0x80)
    *code = HD_TRIE_BAD_BYTE + (unsigned char)*s;
  return used;
}

/* The node of the words that begin so, 0: there is none. */
uint32_t hd_trie_node(const hd_trie *trie, hd_str word);
/* The bits hd_trie_kid of what follows a node in words. */
uint16_t hd_trie_kids(const hd_trie *trie, uint32_t node);
/* The values of a node, n = 0 in the match. */
hd_match hd_trie_values(const hd_trie *trie, uint32_t node);
/* What hd_trie_lower finds in the text, of `off` bytes and more: `node` is that
 * of its first `off` bytes. max is not 0. */
size_t hd_trie_lower_on(const hd_trie *trie, uint32_t node, size_t off,
                        hd_str text, hd_match *matches, size_t max);

/* The hash of a pair of code points that words begin with, and its two bits
 * in one word of the filter: a question costs one look and is seldom answered
 * with yes by chance. */
static inline uint32_t hd_trie_hash(uint32_t first, uint32_t second) {
  return first * 0x9e3779b1u + second * 0x85ebca6bu;
}
/* The bit of a code point among those that follow a prefix. */
static inline uint16_t hd_trie_kid(uint32_t code) {
  return (uint16_t)(1 << (code & 15));
}
/* Bits of characters of three bytes as they are written, in eight bytes of text
 * with the first one lowest: may a word begin with the first two, may one be
 * the first (or go on otherwise)? Nothing need be decoded for most places. */
enum { HD_TRIE_ONES = 128 /* words */ };
typedef struct {
  uint32_t word, bit;
} hd_trie_place;
static inline hd_trie_place hd_trie_mix(uint64_t bytes, uint32_t mask) {
  uint64_t mixed = bytes * 0x9e3779b97f4a7c15u;
  return (hd_trie_place){(uint32_t)(mixed >> 40) & mask,
                         (uint32_t)(mixed >> 58)};
}
static inline hd_trie_place hd_trie_two(const hd_trie_data *d, uint64_t eight) {
  return hd_trie_mix(eight & 0xffffffffffffu, d->twos_mask);
}
static inline hd_trie_place hd_trie_one(uint64_t eight) {
  return hd_trie_mix(eight & 0xffffffu, HD_TRIE_ONES - 1);
}
static inline bool hd_trie_raw_two(const hd_trie_data *d, uint64_t eight) {
  hd_trie_place two = hd_trie_two(d, eight);
  return d->twos[two.word] >> two.bit & 1;
}
static inline bool hd_trie_raw_one(const hd_trie_data *d, uint64_t eight) {
  hd_trie_place one = hd_trie_one(eight);
  return d->ones[one.word] >> one.bit & 1;
}
/* The two as they stand in a slot. */
static inline uint32_t hd_trie_pair(uint32_t first, uint32_t second) {
  return first << 16 | second;
}
static inline uint64_t hd_trie_bits(uint32_t hash) {
  return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}
#endif
