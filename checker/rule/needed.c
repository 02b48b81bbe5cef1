/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened each pattern's words are entered; a word is a bit. A
 * text is then looked through once for all patterns. Nearly every place of it
 * is passed over by the first code point of the words, or their first two in
 * ASCII; the others are looked up in a trie. */
#include "need.h"
#include "prepared.h"

enum { ROOM = 16 };

static void set_bit(hd_words *words, size_t bit) {
  words->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

bool hd_words_meet(const hd_words *a, const hd_words *b) {
  uint64_t both = 0;
  for (size_t i = 0; i < HD_NEED_WORDS / 64; i++)
    both |= a->bits[i] & b->bits[i];
  return both != 0;
}

void hd_words_join(hd_words *all, const hd_words *more) {
  for (size_t i = 0; i < HD_NEED_WORDS / 64; i++)
    all->bits[i] |= more->bits[i];
}

/* ---- entering ---------------------------------------------------------- */
static void note_start(hd_needed *needed, size_t start) {
  needed->starts[start / 64] |= (uint64_t)1 << start % 64;
}

hd_needed *hd_needed_new(hd_arena *arena) {
  hd_needed *needed = HD_NEW(arena, hd_needed);
  needed->arena = arena;
  needed->trie = hd_trie_new(arena);
  note_start(needed, 0);
  return needed;
}

/* The place in `starts` of what begins at p with n > 0 bytes left, and in *step
 * the bytes of its first code point: 1 to 0xffff the code point, behind them
 * pairs of ASCII; 0 for all others, which are looked up. */
static inline size_t start_at(const unsigned char *p, size_t n, size_t *step) {
  size_t first = p[0];
  if (first < 0x80) {
    *step = 1;
    return 0x10000 + (first << 7 | (n > 1 ? p[1] & 0x7f : 0));
  }
  if (first >= 0xe0 && first < 0xf0 && n > 2) {
    *step = 3;
    return (first & 0xf) << 12 | (size_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
  }
  *step = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return 0;
}

size_t hd_needed_add(hd_needed *needed, hd_str word) {
  hd_match match;
  const unsigned char *p = (const unsigned char *)word.p;
  if (hd_trie_longest(needed->trie, word.p, word.n, &match) &&
      match.n == word.n)
    return match.values[0];
  size_t bit = needed->words.n, step;
  if (word.n == 1) {
    hd_needed_byte byte = {p[0], (uint16_t)bit};
    HD_PUSH(needed->arena, &needed->bytes, byte);
  } else {
    note_start(needed, start_at(p, word.n, &step));
  }
  hd_trie_add(needed->trie, word, (uint32_t)bit);
  HD_PUSH(needed->arena, &needed->words, word);
  return bit;
}

void hd_needed_note(hd_needed *needed, hd_pattern *p) {
  hd_needs needs;
  if (p->n_needs)
    return;
  hd_need_read(p->pattern, &needs);
  for (size_t k = 0; k < needs.n; k++) {
    const hd_need *set = &needs.sets[k];
    if (needed->words.n + set->n > HD_NEED_WORDS)
      continue;
    for (size_t i = 0; i < set->n; i++)
      set_bit(&p->needs[p->n_needs], hd_needed_add(needed, set->words[i]));
    p->n_needs++;
  }
}

/* ---- finding ----------------------------------------------------------- */
/* Those of more than one byte that begin at s. Where they are more than there
 * is room for, all that are needed. */
static void find_longer(const hd_needed *needed, hd_str s, hd_words *held) {
  hd_match m[ROOM];
  size_t n = hd_trie_all(needed->trie, s.p, s.n, m, ROOM);
  for (size_t i = 0; i < n; i++)
    set_bit(held, m[i].values[0]);
  if (n == ROOM)
    memset(held, 0xff, sizeof *held);
}

hd_words hd_needed_find(const hd_needed *needed, hd_str s) {
  hd_words held = {{0}};
  bool seen[256] = {false};
  const unsigned char *p = (const unsigned char *)s.p;
  for (size_t i = 0, step; i < s.n; i += step) {
    size_t start = start_at(p + i, s.n - i, &step);
    seen[p[i]] = true;
    if (needed->starts[start / 64] >> start % 64 & 1)
      find_longer(needed, (hd_str){s.p + i, s.n - i}, &held);
  }
  for (size_t i = 0; i < needed->bytes.n; i++)
    if (seen[needed->bytes.items[i].byte])
      set_bit(&held, needed->bytes.items[i].bit);
  return held;
}

bool hd_needed_may_start(const hd_needed *needed, hd_str s) {
  size_t step;
  if (s.n == 0)
    return false;
  size_t start = start_at((const unsigned char *)s.p, s.n, &step);
  for (size_t i = 0; i < needed->bytes.n; i++)
    if (needed->bytes.items[i].byte == (unsigned char)s.p[0])
      return true;
  return needed->starts[start / 64] >> start % 64 & 1;
}

bool hd_needed_starts(const hd_needed *needed, hd_str s) {
  hd_match match;
  return hd_trie_longest(needed->trie, s.p, s.n, &match);
}

bool hd_needed_met(const hd_pattern *p, const hd_words *held) {
  for (size_t k = 0; k < p->n_needs; k++)
    if (!hd_words_meet(&p->needs[k], held))
      return false;
  return true;
}
