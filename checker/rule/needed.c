/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened the sets of words that each pattern needs are entered;
 * a set is a bit, which a text has that holds one of its words. A text is then
 * looked through once for all patterns, by code points. Where one is not ASCII
 * it is the unit that words are told by, else the two bytes that stand there.
 * A unit that is a word sets a bit that tells which were seen; where longer
 * words begin with it their head (the first few bytes) is looked up in a set of
 * bits, then in a hash table. A wrong "yes" costs time only: units may share a
 * bit, and of a short word like été its first unit is enough. */
#include "need.h"
#include "prepared.h"

/* Words that are a unit, that go on; of pairs: the first byte is a word. */
enum { ALONE = 1, LONGER = 2, BYTE = 4 };

/* Bytes of heads: of words that begin in ASCII, of others. A shorter word is
 * its own head. */
enum {
  LEAD_ASCII = 3,
  HEAD_ASCII = 4,
  HEAD_MIXED = 4, /* of a word of three bytes and one ASCII: 。, */
  HEAD_OTHER = 6,
  FIRST_SLOTS = 2048
};

static void set_bit(hd_held *held, size_t bit) {
  held->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

void hd_held_join(hd_held *all, const hd_held *more) {
  for (size_t i = 0; i < HD_NEED_BITS / 64; i++)
    all->bits[i] |= more->bits[i];
}

static inline bool has(const uint64_t *bits, size_t at) {
  return bits[at / 64] >> at % 64 & 1;
}

static inline void set(uint64_t *bits, size_t at) {
  bits[at / 64] |= (uint64_t)1 << at % 64;
}

/* ---- units and heads --------------------------------------------------- */
static inline bool is_ascii(char c) { return (unsigned char)c < 0x80; }

/* The unit of two bytes, the first of them ASCII; what the second is told by
 * its low bits alone. */
static inline uint32_t pair_of(const char *p) {
  return (uint32_t)((unsigned char)p[0] << 7 | ((unsigned char)p[1] & 0x7f));
}

/* The unit that is the code point at p, and its bytes, `n` of which are there;
 * those beyond U+FFFF share units. */
static inline uint32_t point_of(const char *p, size_t n, size_t *used) {
  const unsigned char *b = (const unsigned char *)p;
  uint32_t cp;
  if (n > 2 && b[0] >= 0xe0 && b[0] < 0xf0) {
    *used = 3;
    return (b[0] & 0xfU) << 12 | (b[1] & 0x3fU) << 6 | (b[2] & 0x3fU);
  }
  *used = hd_utf8_decode(p, n, &cp);
  return cp & 0xffff;
}

/* Which words begin with it. */
static inline unsigned starts_of(const hd_needed *needed, uint32_t point) {
  return (unsigned)(needed->starts[point / 32] >> point % 32 * 2) & 3;
}

/* A unit's bit among those that were seen. */
static inline size_t bit_of(uint32_t unit) {
  return (uint16_t)(unit * 0x9e37u) % HD_NEED_UNITS;
}

/* The first n of the eight bytes in `head`. */
static inline uint64_t cut(uint64_t head, size_t n) {
  uint64_t mask = 0;
  memset(&mask, 0xff, n);
  return head & mask;
}

/* The first eight bytes of s, zeros behind its end. */
static inline uint64_t head_of(hd_str s) {
  uint64_t head = 0;
  if (s.n >= sizeof head)
    memcpy(&head, s.p, sizeof head);
  else
    memcpy(&head, s.p, s.n);
  return head;
}

static inline uint64_t hash_of(uint64_t key) {
  return key * 0x9e3779b97f4a7c15u;
}

/* Is it one like 。, and no longer? */
static bool is_mixed(hd_str word) {
  return word.n == HEAD_MIXED && (unsigned char)word.p[0] >= 0xe0 &&
         is_ascii(word.p[3]);
}

static size_t head_length(hd_str word) {
  if (is_mixed(word))
    return HEAD_MIXED;
  if (!is_ascii(word.p[0]))
    return HEAD_OTHER;
  return word.n < HEAD_ASCII ? word.n : HEAD_ASCII;
}

static inline hd_needed_slot *slot_of(const hd_needed *needed, uint64_t key) {
  for (size_t at = (size_t)(hash_of(key) >> 32);; at++) {
    hd_needed_slot *slot = &needed->slots[at & (needed->n_slots - 1)];
    if (slot->first == 0 || slot->key == key)
      return slot;
  }
}

/* ---- entering ---------------------------------------------------------- */
hd_needed *hd_needed_new(hd_arena *arena) {
  hd_needed *needed = HD_NEW(arena, hd_needed);
  needed->arena = arena;
  needed->sets = hd_map_new(arena);
  return needed;
}

/* Is the word, of two bytes and more, told by its first unit? */
static bool is_alone(hd_str word) {
  return is_ascii(word.p[0]) ? word.n == 2
                             : word.n < HEAD_OTHER && !is_mixed(word);
}

static bool is_longer(hd_str word) { return word.n > 1 && !is_alone(word); }

/* Into the chain of its head, where it is longer than a unit. */
static void enter(hd_needed *needed, uint32_t i) {
  hd_needed_word *w = &needed->words.items[i];
  if (!is_longer(w->word))
    return;
  uint64_t key = cut(head_of(w->word), head_length(w->word));
  hd_needed_slot *slot = slot_of(needed, key);
  slot->key = key;
  w->next = slot->first;
  slot->first = i + 1;
}

/* More than half of the slots would be taken: twice as many, all anew. */
static void grow(hd_needed *needed) {
  needed->n_slots = needed->n_slots ? needed->n_slots * 2 : FIRST_SLOTS;
  needed->slots =
      hd_arena_alloc(needed->arena, needed->n_slots * sizeof *needed->slots);
  for (uint32_t i = 0; i < needed->words.n; i++)
    enter(needed, i);
}

static void note_start(hd_needed *needed, hd_str word) {
  unsigned how = is_alone(word) ? ALONE : LONGER;
  size_t used;
  if (is_ascii(word.p[0])) {
    needed->pairs[pair_of(word.p)] |= (unsigned char)how;
  } else {
    uint32_t point = point_of(word.p, word.n, &used);
    needed->starts[point / 32] |= (uint64_t)how << point % 32 * 2;
  }
  if (how == LONGER) {
    uint64_t head = cut(head_of(word), head_length(word));
    set(needed->heads, hash_of(head) >> 48);
    if (is_ascii(word.p[0]))
      set(needed->heads, hash_of(cut(head, LEAD_ASCII)) >> 48);
  }
}

static void note_byte(hd_needed *needed, unsigned byte) {
  if (has(needed->bytes, byte))
    return;
  set(needed->bytes, byte);
  for (unsigned next = 0; next < 128; next++)
    needed->pairs[byte << 7 | next] |= BYTE;
}

/* The sets of a word that is told by its first unit. */
static hd_held *sets_of(hd_needed *needed, hd_str word) {
  size_t used;
  if (word.n == 1)
    return &needed->of_byte[(unsigned char)word.p[0] % 128];
  if (is_ascii(word.p[0]))
    return &needed->of_pair[bit_of(pair_of(word.p))];
  return &needed->of_point[bit_of(point_of(word.p, word.n, &used))];
}

void hd_needed_add(hd_needed *needed, hd_str word, uint32_t bit) {
  hd_needed_word entry = {.word = word, .bit = bit};
  if (bit >= needed->n_sets)
    needed->n_sets = bit + 1;
  if (word.n > 1)
    note_start(needed, word);
  else
    note_byte(needed, (unsigned char)word.p[0] % 128);
  if (!is_longer(word))
    set_bit(sets_of(needed, word), bit);
  if (needed->words.n * 2 >= needed->n_slots)
    grow(needed);
  HD_PUSH(needed->arena, &needed->words, entry);
  enter(needed, (uint32_t)needed->words.n - 1);
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
/* Does s begin with a word that has this head of n bytes? With `held`: all of
 * them, their bits set. */
static bool find_words(const hd_needed *needed, uint64_t head, hd_str s,
                       hd_held *held) {
  bool found = false;
  for (uint32_t at = slot_of(needed, head)->first; at && (held || !found);) {
    const hd_needed_word *w = &needed->words.items[at - 1];
    if (hd_str_starts(s, w->word)) {
      found = true;
      if (held)
        set_bit(held, w->bit);
    }
    at = w->next;
  }
  return found;
}

static inline bool find_head(const hd_needed *needed, uint64_t head, hd_str s,
                             hd_held *held) {
  return has(needed->heads, hash_of(head) >> 48) &&
         find_words(needed, head, s, held);
}

/* May a word begin with the first n bytes of s? */
static inline bool may_go_on(const hd_needed *needed, hd_str s, size_t n) {
  return has(needed->heads, hash_of(cut(head_of(s), n)) >> 48);
}

/* The same where the first unit is not ASCII. */
static inline bool other_goes_on(const hd_needed *needed, hd_str s) {
  return may_go_on(needed, s, HEAD_OTHER) ||
         (s.n >= HEAD_MIXED && is_ascii(s.p[3]) &&
          may_go_on(needed, s, HEAD_MIXED));
}

/* The same as find_words of all words that are longer than the unit at s. */
static bool find_longer(const hd_needed *needed, hd_str s, hd_held *held) {
  uint64_t head = head_of(s);
  if (!is_ascii(s.p[0])) {
    bool mixed = s.n >= HEAD_MIXED && is_ascii(s.p[3]) &&
                 find_head(needed, cut(head, HEAD_MIXED), s, held);
    return find_head(needed, cut(head, HEAD_OTHER), s, held) || mixed;
  }
  bool longest = find_head(needed, cut(head, HEAD_ASCII), s, held);
  return find_head(needed, cut(head, 3), s, held) || longest;
}

/* Joins the sets of the units that were seen. */
static void hold(const hd_held *sets, const uint64_t *seen, size_t n_words,
                 hd_held *held) {
  for (size_t i = 0; i < n_words; i++)
    for (uint64_t bits = seen[i]; bits; bits &= bits - 1)
      hd_held_join(held, &sets[i * 64 + (size_t)__builtin_ctzll(bits)]);
}

hd_held hd_needed_find(const hd_needed *needed, hd_str s) {
  hd_held held = {{0}};
  uint64_t pairs[HD_NEED_UNITS / 64] = {0}, points[HD_NEED_UNITS / 64] = {0};
  uint64_t bytes[2] = {0};
  const char *end = s.p + s.n;
  size_t used;
  for (const char *p = s.p; p < end; p += used) {
    const hd_str rest = {p, (size_t)(end - p)};
    unsigned how;
    if (is_ascii(*p)) {
      used = 1;
      how = rest.n > 1 ? needed->pairs[pair_of(p)] : BYTE;
      if (how == 0)
        continue;
      if (how & BYTE)
        set(bytes, (unsigned char)*p);
      if (how & ALONE)
        set(pairs, bit_of(pair_of(p)));
      if (how & LONGER && may_go_on(needed, rest, LEAD_ASCII))
        find_longer(needed, rest, &held);
    } else {
      uint32_t point = point_of(p, rest.n, &used);
      how = starts_of(needed, point);
      if (how & ALONE)
        set(points, bit_of(point));
      if (how & LONGER && other_goes_on(needed, rest))
        find_longer(needed, rest, &held);
    }
  }
  for (size_t i = 0; i < 2; i++)
    bytes[i] &= needed->bytes[i];
  hold(needed->of_byte, bytes, 2, &held);
  hold(needed->of_pair, pairs, HD_NEED_UNITS / 64, &held);
  hold(needed->of_point, points, HD_NEED_UNITS / 64, &held);
  return held;
}

/* Of s, which is not empty: do words begin with its first unit, and how? */
static unsigned starts_here(const hd_needed *needed, hd_str s) {
  size_t used;
  if (!is_ascii(s.p[0]))
    return starts_of(needed, point_of(s.p, s.n, &used));
  unsigned alone = has(needed->bytes, (unsigned char)s.p[0]) ? ALONE : 0;
  unsigned pair = s.n > 1 ? needed->pairs[pair_of(s.p)] : 0;
  return alone | (pair & ~(unsigned)BYTE);
}

bool hd_needed_may_start(const hd_needed *needed, hd_str s) {
  return s.n > 0 && starts_here(needed, s);
}

bool hd_needed_starts(const hd_needed *needed, hd_str s) {
  unsigned how = s.n > 0 ? starts_here(needed, s) : 0;
  return how & ALONE || (how & LONGER && find_longer(needed, s, NULL));
}

bool hd_needed_met(const hd_pattern *p, const uint64_t *held) {
  for (size_t k = 0; k < p->n_needs; k++)
    if (!(held[p->needs[k] / 64] >> p->needs[k] % 64 & 1))
      return false;
  return true;
}
