/* gap_pairs: open addressing with linear probing; see gap_pairs.h.
 *
 * A key is the two code points as one number, 0 is a free slot. The letters
 * lie in an array of their own, read only where the key is found. A set of
 * bits, two in one word for a key, tells of most that they are none: it is a
 * tenth of the slots, so it is nearer. */
#include "gap_pairs.h"

struct hd_gap_pairs {
  uint64_t *seen;
  uint32_t *keys;
  char *costs;
  uint32_t shift; /* of a hash, to its slot */
  uint32_t mask;  /* slots - 1 */
};

enum { HAN = GAP_HAN_LAST - GAP_HAN_FIRST + 1, SPARSE = 3, BITS_A_SLOT = 4 };

static uint32_t key_of(const char *p) {
  const unsigned char *b = (const unsigned char *)p;
  uint32_t first = hd_utf8_three(b) - GAP_HAN_FIRST,
           second = hd_utf8_three(b + GAP_HAN_BYTES) - GAP_HAN_FIRST;
  return first * HAN + second + 1;
}

/* The word of the set that the bits of a key are in, and the bits. */
static uint64_t *seen_at(const hd_gap_pairs *pairs, uint32_t key,
                         uint64_t *bits) {
  uint32_t hash = key * 0x9e3779b1u;
  *bits = (uint64_t)1 << (hash >> 7 & 63) | (uint64_t)1 << (hash >> 13 & 63);
  return &pairs->seen[(hash >> pairs->shift) / (64 / BITS_A_SLOT)];
}

/* The slot of the key, or the free one where it would be. */
static uint32_t slot_of(const hd_gap_pairs *pairs, uint32_t key) {
  uint32_t i = key * 0x9e3779b1u >> pairs->shift;
  while (pairs->keys[i] && pairs->keys[i] != key)
    i = (i + 1) & pairs->mask;
  return i;
}

hd_gap_pairs *hd_gap_pairs_new(hd_arena *arena, size_t n) {
  hd_gap_pairs *pairs = HD_NEW(arena, hd_gap_pairs);
  size_t slots = 16;
  for (pairs->shift = 28; slots < n * SPARSE; pairs->shift--)
    slots *= 2;
  pairs->mask = (uint32_t)slots - 1;
  pairs->seen = hd_arena_alloc(arena, slots * BITS_A_SLOT / 8);
  pairs->keys = hd_arena_alloc(arena, slots * sizeof *pairs->keys);
  pairs->costs = hd_arena_alloc(arena, slots);
  return pairs;
}

void hd_gap_pairs_put(hd_gap_pairs *pairs, const char *word, char cost) {
  uint32_t key = key_of(word), i = slot_of(pairs, key);
  uint64_t bits, *seen = seen_at(pairs, key, &bits);
  *seen |= bits;
  pairs->keys[i] = key;
  pairs->costs[i] = cost;
}

char hd_gap_pairs_cost(const hd_gap_pairs *pairs, const char *p) {
  uint32_t key = key_of(p);
  uint64_t bits;
  if ((*seen_at(pairs, key, &bits) & bits) != bits)
    return 0;
  uint32_t i = slot_of(pairs, key);
  return pairs->keys[i] ? pairs->costs[i] : 0;
}
