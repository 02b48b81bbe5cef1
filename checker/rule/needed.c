/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened the sets of words that each pattern needs are entered;
 * a set is a bit, which a text has that holds one of its words. A text is then
 * looked through once for all patterns. Words of one code point are told by it;
 * a longer one is looked up in a trie where its first two or three may stand.
 */
#include "need.h"
#include "prepared.h"

enum { ROOM = 16, MOST_POINTS = HD_NEED_POINTS / 2 };

static void set_bit(hd_held *held, size_t bit) {
  held->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

void hd_held_join(hd_held *all, const hd_held *more) {
  for (size_t i = 0; i < HD_NEED_BITS / 64; i++)
    all->bits[i] |= more->bits[i];
}

/* ---- how words begin --------------------------------------------------- */
enum { ALONE = 1, LONGER = 2 }; /* words of one code point, of more */

/* The code point at p, n > 0 bytes are there; beyond 0xffff: 0. */
static inline uint32_t read_point(const unsigned char *p, size_t n,
                                  size_t *used) {
  if (p[0] < 0x80) {
    *used = 1;
    return p[0];
  }
  if (n > 2 && p[0] >= 0xe0 && p[0] < 0xf0) {
    *used = 3;
    return (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
  }
  uint32_t cp;
  *used = hd_utf8_decode((const char *)p, n, &cp);
  return cp < 0x10000 ? cp : 0;
}

static inline unsigned start_of(const hd_needed *needed, uint32_t cp) {
  return (unsigned)(needed->starts[cp / 32] >> cp % 32 * 2) & 3;
}

/* A place in a set of bits for the first two code points of a word, or for
 * the first three. */
static inline size_t pair_of(uint32_t first, uint32_t second) {
  return (first * 0x9e37U + second * 0x85ebU) & (HD_NEED_PAIRS - 1);
}
static inline size_t triple_of(uint32_t first, uint32_t second,
                               uint32_t third) {
  return (first * 0x9e37U + second * 0x85ebU + third * 0xc2b3U) &
         (HD_NEED_PAIRS - 1);
}
static inline bool has(const uint64_t *bits, size_t at) {
  return bits[at / 64] >> at % 64 & 1;
}

/* ---- entering ---------------------------------------------------------- */
hd_needed *hd_needed_new(hd_arena *arena) {
  hd_needed *needed = HD_NEW(arena, hd_needed);
  needed->arena = arena;
  needed->trie = hd_trie_new(arena);
  needed->sets = hd_map_new(arena);
  needed->starts[0] = LONGER; /* what is not told apart is looked up */
  return needed;
}

/* Where the code point is in the hash table, or would be. */
static inline uint16_t *find_point(const hd_needed *needed, uint32_t cp) {
  size_t at = cp * 0x9e3779b1U >> 22;
  while (needed->point_at[at] &&
         needed->points.items[needed->point_at[at] - 1].cp != cp)
    at = (at + 1) % HD_NEED_POINTS;
  return (uint16_t *)&needed->point_at[at];
}

/* false: no room is left. */
static bool note_point(hd_needed *needed, uint32_t cp, size_t bit) {
  uint16_t *at = find_point(needed, cp);
  if (*at == 0 && needed->points.n == MOST_POINTS)
    return false;
  if (*at == 0) {
    hd_needed_point entry = {.cp = cp};
    HD_PUSH(needed->arena, &needed->points, entry);
    *at = (uint16_t)needed->points.n;
  }
  set_bit(&needed->points.items[*at - 1].held, bit);
  return true;
}

static void note_start(hd_needed *needed, uint32_t cp, unsigned how) {
  needed->starts[cp / 32] |= (uint64_t)how << cp % 32 * 2;
}

/* A word of several code points. */
static void note_longer(hd_needed *needed, hd_str word) {
  const unsigned char *p = (const unsigned char *)word.p;
  size_t used, more, last;
  uint32_t first = read_point(p, word.n, &used);
  uint32_t second = read_point(p + used, word.n - used, &more);
  note_start(needed, first, LONGER);
  used += more;
  size_t at = pair_of(first, second);
  uint64_t *bits = needed->pairs;
  if (used < word.n) {
    at = triple_of(first, second, read_point(p + used, word.n - used, &last));
    bits = needed->triples;
  }
  bits[at / 64] |= (uint64_t)1 << at % 64;
}

/* Whatever is behind the code point, it is looked up. */
static void note_any(hd_needed *needed, uint32_t cp) {
  note_start(needed, cp, LONGER);
  memset(needed->pairs, 0xff, sizeof needed->pairs);
}

void hd_needed_add(hd_needed *needed, hd_str word, uint32_t bit) {
  const unsigned char *p = (const unsigned char *)word.p;
  hd_needed_word entry = {word, bit};
  size_t used;
  HD_PUSH(needed->arena, &needed->words, entry);
  if (bit >= needed->n_sets)
    needed->n_sets = bit + 1;
  uint32_t first = read_point(p, word.n, &used);
  if (first && used == word.n && note_point(needed, first, bit)) {
    note_start(needed, first, ALONE);
    return;
  }
  if (used < word.n)
    note_longer(needed, word);
  else
    note_any(needed, first);
  hd_trie_add(needed->trie, word, bit);
}

/* The bit of a set, the same for the same words in the same order; false: no
 * bit is left. */
static bool find_set(hd_needed *needed, const hd_need *set, uint32_t *bit) {
  size_t size = 0;
  for (size_t i = 0; i < set->n; i++)
    size += set->items[i].n + 1;
  char *key = hd_arena_alloc(needed->arena, size), *end = key;
  for (size_t i = 0; i < set->n; i++) {
    memcpy(end, set->items[i].p, set->items[i].n);
    end += set->items[i].n;
    *end++ = '\n';
  }
  bool fresh;
  uint32_t *slot = hd_map_at(needed->sets, (hd_str){key, size}, &fresh);
  if (fresh)
    *slot = needed->n_sets;
  *bit = *slot;
  if (*bit >= HD_NEED_BITS)
    return false;
  for (size_t i = 0; fresh && i < set->n; i++)
    hd_needed_add(needed, set->items[i], *bit);
  return true;
}

void hd_needed_note(hd_needed *needed, hd_pattern *p) {
  hd_needs needs;
  uint32_t bit;
  if (p->n_needs)
    return;
  hd_need_read(needed->arena, p->pattern, &needs);
  for (size_t k = 0; k < needs.n; k++)
    if (find_set(needed, &needs.sets[k], &bit))
      p->needs[p->n_needs++] = (uint16_t)bit;
}

/* ---- finding ----------------------------------------------------------- */
/* Those of more than one byte that begin at s. Where they are more than there
 * is room for, all that are needed. */
static void find_longer(const hd_needed *needed, hd_str s, hd_held *held) {
  hd_match m[ROOM];
  size_t n = hd_trie_all(needed->trie, s.p, s.n, m, ROOM);
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < m[i].n_values; k++)
      set_bit(held, m[i].values[k]);
  if (n == ROOM)
    memset(held, 0xff, sizeof *held);
}

/* Bits of the points that were seen: 0, then 1 + their indexes. */
typedef struct {
  uint64_t bits[HD_NEED_POINTS / 2 / 64 + 1];
} points;

static void join_points(const hd_needed *needed, const points *seen,
                        hd_held *held) {
  for (size_t i = 0; i < sizeof seen->bits / sizeof *seen->bits; i++)
    for (uint64_t bits = seen->bits[i]; bits; bits &= bits - 1) {
      size_t at = i * 64 + (size_t)__builtin_ctzll(bits);
      if (at > 0)
        hd_held_join(held, &needed->points.items[at - 1].held);
    }
}

/* The code point at `at` in s, 0 behind the end. */
static inline uint32_t point_at(hd_str s, size_t at, size_t *used) {
  *used = 0;
  return at < s.n ? read_point((const unsigned char *)s.p + at, s.n - at, used)
                  : 0;
}

hd_held hd_needed_find(const hd_needed *needed, hd_str s) {
  hd_held held = {{0}};
  points seen = {{0}};
  size_t used, next, last;
  uint32_t cp = point_at(s, 0, &used), second = point_at(s, used, &next);
  for (size_t at = 0; at < s.n; at += used, used = next, next = last) {
    uint32_t third = point_at(s, at + used + next, &last);
    unsigned how = start_of(needed, cp);
    if (how & ALONE) {
      size_t point = *find_point(needed, cp);
      seen.bits[point / 64] |= (uint64_t)1 << point % 64;
    }
    if (how & LONGER &&
        (cp == 0 || has(needed->triples, triple_of(cp, second, third)) ||
         has(needed->pairs, pair_of(cp, second))))
      find_longer(needed, (hd_str){s.p + at, s.n - at}, &held);
    cp = second;
    second = third;
  }
  join_points(needed, &seen, &held);
  return held;
}

bool hd_needed_may_start(const hd_needed *needed, hd_str s) {
  size_t used;
  return s.n > 0 &&
         start_of(needed, read_point((const unsigned char *)s.p, s.n, &used));
}

bool hd_needed_starts(const hd_needed *needed, hd_str s) {
  hd_match match;
  size_t used;
  uint32_t cp = s.n ? read_point((const unsigned char *)s.p, s.n, &used) : 0;
  return *find_point(needed, cp) ||
         hd_trie_longest(needed->trie, s.p, s.n, &match);
}

bool hd_needed_met(const hd_pattern *p, const uint64_t *held) {
  for (size_t k = 0; k < p->n_needs; k++)
    if (!(held[p->needs[k] / 64] >> p->needs[k] % 64 & 1))
      return false;
  return true;
}
