/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened the sets of words that each pattern needs are entered;
 * a set is a bit, which a text has that holds one of its words. A text is then
 * looked through once for all patterns. A word is in many sets, so what is
 * noted is words, of 64 texts together, and the sets are gone through once
 * behind them (holders.c). A wrong "yes" costs time only.
 *
 * A word lies in a list by its anchor, the rarest thing in it
 * (needed_anchor.h). needed.c writes these tables, needed_find.c reads them. */
#ifndef HD_NEEDED_H
#define HD_NEEDED_H
#include "need.h"

typedef struct hd_pattern hd_pattern; /* host.h */

enum { HD_NEED_BITS = 2048 }; /* sets of words that patterns need */

/* What tells a word that may stand at a place: its mask and value alone, all
 * its bytes as they are, or each byte by what it stands for. */
enum { HD_TOLD_BY_VALUE, HD_TOLD_BY_BYTES, HD_TOLD_BY_KINDS };

typedef struct {
  uint64_t mask, value; /* of the eight bytes from its anchor on */
  uint32_t word;        /* which it is */
  uint32_t next;        /* another one of the key or slot; 0: none */
  uint16_t n, before;   /* bytes of it, and before its anchor */
  uint16_t told;        /* by what, HD_TOLD_BY_... */
  uint16_t zero;        /* no byte is left to chance: images are compared */
} hd_needed_node;

typedef struct {
  uint32_t at;    /* where it is among the bytes */
  uint32_t first; /* the first of the sets that it is in; 0: none */
} hd_needed_word;

typedef struct {
  uint32_t bit, next;
} hd_needed_member;

typedef struct {    /* what stands at an anchor */
  uint64_t follows; /* bits of what stands behind it in words */
  uint16_t first;   /* node of longer words that end with it; 0: none */
  uint16_t word;    /* which is the anchor and nothing else; 0: none */
  uint32_t zero;    /* as of a node */
} hd_needed_key;

enum {
  HD_NEED_PLACES = 1 << 16,
  HD_NEED_TRIPLES = 1 << 15,
  HD_NEED_SLOT_BITS = 15,
  HD_NEED_SLOTS = 1 << HD_NEED_SLOT_BITS,
  HD_NEED_BYTES = 128
};
/* What all words that patterns need are found by. The first of all lists counts
 * for nothing. */
typedef struct {
  const hd_needed_node *nodes;
  const hd_needed_word *words;
  const hd_needed_member *members;
  const hd_needed_key *keys;
  const char *bytes; /* of the words, one behind the other */
  size_t n_nodes, n_words, n_members, n_keys, n_bytes;
  const uint16_t *of_char;  /* keys by the code point of three bytes */
  const unsigned char *how; /* by how many bytes; by classes of three */
  const uint16_t *heads;    /* nodes by two to four bytes */
  const uint16_t *slots;    /* nodes by a key and what stands behind it */
  const uint32_t *of_byte;  /* the words of one byte; 0: none */
  uint64_t lone[HD_NEED_BYTES / 64]; /* which bytes are words */
  uint32_t n_sets;
} hd_needed_tables;

/* The same, as they are written. */
typedef struct {
  HD_VEC(hd_needed_node) nodes;
  HD_VEC(hd_needed_word) words;
  HD_VEC(hd_needed_member) members;
  HD_VEC(char) bytes;
  HD_VEC(hd_needed_key) keys;
  uint16_t of_char[HD_NEED_PLACES];
  unsigned char how[HD_NEED_TRIPLES];
  uint16_t heads[HD_NEED_SLOTS];
  uint16_t crowds[HD_NEED_SLOTS]; /* nodes of each of these, entered here */
  uint16_t slots[HD_NEED_SLOTS];
  uint16_t lengths[HD_NEED_SLOTS]; /* of the lists of slots, entered here */
  uint32_t of_byte[HD_NEED_BYTES];
} hd_needed_own;

typedef struct {
  hd_arena *arena;
  const hd_lexicon *lexicon; /* tells frequent words; NULL: nothing is known */
  hd_map *sets;  /* their words, one behind the other, to their bits */
  hd_map *words; /* those entered here */
  hd_needed_tables tables;
  hd_needed_own *own; /* where they are written; NULL: the build's */
} hd_needed;

hd_needed *hd_needed_new(hd_arena *arena);
/* Of those of the build, which are copied before a word is entered. */
hd_needed *hd_needed_of(hd_arena *arena, const hd_needed_tables *tables);
/* Enters a word of the set with that bit; it is not copied, and not empty. */
void hd_needed_add(hd_needed *needed, hd_str word, uint32_t bit);
/* Enters what a pattern of `on` needs. */
void hd_needed_note(hd_needed *needed, hd_pattern *pattern);
/* Lays what is asked for together side by side; no word is entered behind it.
 */
void hd_needed_settle(hd_needed *needed);

/* ---- needed_find.c ------------------------------------------------------ */
/* Where words were found, a bit a text, of 64 texts. */
typedef struct {
  uint64_t *of_word;
  uint32_t *held; /* words with a bit */
  size_t n_held;
} hd_found;
hd_found *hd_found_new(hd_arena *arena, const hd_needed *needed);
/* Notes all words that s holds by that bit. */
void hd_needed_find(const hd_needed *needed, hd_str s, uint64_t bit,
                    hd_found *found);
#endif
