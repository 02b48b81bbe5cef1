/* gap_pairs: open addressing with linear probing; see gap_pairs.h.
 *
 * A key is the two code points as one number, mixed so that nothing is lost:
 * its upper half tells the slot where it belongs, the rest of it, how far from
 * there it lies and the letter of its cost are four bytes, all in one place. A
 * set of bits, two in one word for a key, tells of most that they are none; it
 * is a quarter of the slots, so it is nearer. Another tells of longer words. */
#include "gap_pairs.h"

enum {
  HAN = GAP_HAN_LAST - GAP_HAN_FIRST + 1,
  LEAST_LOG = 16, /* so that what is left of a key has 16 bits */
  BITS_A_SLOT = 8,
  FARTHEST = 255,
  LONGER_WORDS = 1 << 13 /* of the bits of longer words */
};

struct hd_gap_pairs {
  uint64_t *seen;
  uint64_t *longer;
  uint32_t *slots; /* letter, distance and rest of a key; 0: free */
  uint32_t shift;  /* of a key, to its slot */
  uint32_t mask;   /* slots - 1 */
};

static uint32_t key_of(const char *p) {
  const unsigned char *b = (const unsigned char *)p;
  uint32_t first = hd_utf8_three(b) - GAP_HAN_FIRST,
           second = hd_utf8_three(b + GAP_HAN_BYTES) - GAP_HAN_FIRST;
  return (first * HAN + second + 1) * 0x9e3779b1u;
}

/* The word of the set that the bits of a key are in, and the bits. */
static uint64_t *seen_at(const hd_gap_pairs *pairs, uint32_t key,
                         uint64_t *bits) {
  *bits = (uint64_t)1 << (key >> 7 & 63) | (uint64_t)1 << (key >> 13 & 63);
  return &pairs->seen[(key >> pairs->shift) / (64 / BITS_A_SLOT)];
}

/* What a slot of a key holds, so far from where it belongs, but the letter. */
static uint32_t held(const hd_gap_pairs *pairs, uint32_t key, uint32_t far) {
  return far << 16 | (key & (((uint32_t)1 << pairs->shift) - 1));
}

/* The slot of the key, or the free one where it would be; NULL: there is none
 * near enough. *far: how far it is. */
static uint32_t *slot_of(const hd_gap_pairs *pairs, uint32_t key,
                         uint32_t *far) {
  for (*far = 0; *far <= FARTHEST; ++*far) {
    uint32_t *slot =
        &pairs->slots[((key >> pairs->shift) + *far) & pairs->mask];
    if (!*slot || (*slot & 0xffffff) == held(pairs, key, *far))
      return slot;
  }
  return NULL;
}

hd_gap_pairs *hd_gap_pairs_new(hd_arena *arena, size_t n) {
  hd_gap_pairs *pairs = HD_NEW(arena, hd_gap_pairs);
  size_t slots = (size_t)1 << LEAST_LOG;
  for (pairs->shift = 32 - LEAST_LOG; slots < n + n / 2; pairs->shift--)
    slots *= 2;
  pairs->mask = (uint32_t)slots - 1;
  pairs->seen = hd_arena_alloc(arena, slots * BITS_A_SLOT / 8);
  pairs->slots = hd_arena_alloc(arena, slots * sizeof *pairs->slots);
  pairs->longer = hd_arena_alloc(arena, LONGER_WORDS * sizeof *pairs->longer);
  return pairs;
}

/* With two thirds of the slots taken at most, none comes near the farthest; it
 * would be no known word. */
void hd_gap_pairs_put(hd_gap_pairs *pairs, const char *word, char cost) {
  uint32_t key = key_of(word), far;
  uint32_t *slot = slot_of(pairs, key, &far);
  uint64_t bits, *seen = seen_at(pairs, key, &bits);
  if (!slot)
    return;
  *seen |= bits;
  *slot = (uint32_t)(unsigned char)cost << 24 | held(pairs, key, far);
}

char hd_gap_pairs_cost(const hd_gap_pairs *pairs, const char *p) {
  uint32_t key = key_of(p), far;
  uint64_t bits;
  if ((*seen_at(pairs, key, &bits) & bits) != bits)
    return 0;
  const uint32_t *slot = slot_of(pairs, key, &far);
  return slot ? (char)(*slot >> 24) : 0;
}

/* ---- longer words -------------------------------------------------------- */

/* Its bit: of a word of three ideographs and more, its first three. */
static uint64_t *longer_at(const hd_gap_pairs *pairs, const char *p,
                           uint64_t *bit) {
  uint32_t third = hd_utf8_three((const unsigned char *)p + 2 * GAP_HAN_BYTES);
  uint64_t hash = hd_hash_step(key_of(p), third);
  *bit = (uint64_t)1 << (hash >> 58);
  return &pairs->longer[hash >> 40 & (LONGER_WORDS - 1)];
}

void hd_gap_pairs_note(hd_gap_pairs *pairs, const char *word) {
  uint64_t bit, *at = longer_at(pairs, word, &bit);
  *at |= bit;
}

bool hd_gap_pairs_may(const hd_gap_pairs *pairs, const char *p) {
  uint64_t bit, *at = longer_at(pairs, p, &bit);
  return *at & bit;
}
