/* needed_find: the words that a text holds, in one pass over it.
 *
 * Character by character the text is asked for the anchors of words; a word is
 * compared only where its anchor stands. */
#include "needed.h"
#include "needed_anchor.h"

/* The first eight bytes of s, zeros behind its end. */
static inline uint64_t window_of(hd_str s) {
  uint64_t window = 0;
  if (s.n >= sizeof window)
    memcpy(&window, s.p, sizeof window);
  else
    memcpy(&window, s.p, s.n);
  return window;
}

/* Does the word stand at s, which has as many bytes? */
static bool stands_at(const char *s, hd_str word) {
  for (size_t i = 0; i < word.n; i++) {
    char c = word.p[i];
    bool same = c == HD_NEED_DIGIT   ? hd_ascii_is_digit(s[i])
                : c == HD_NEED_BLANK ? hd_need_is_blank(s[i])
                                     : c == s[i];
    if (!same)
      return false;
  }
  return true;
}

hd_found *hd_found_new(hd_arena *arena, const hd_needed *needed) {
  hd_found *found = HD_NEW(arena, hd_found);
  size_t n = needed->tables.n_words + 1;
  found->of_word = hd_arena_alloc(arena, n * sizeof *found->of_word);
  found->held = hd_arena_alloc(arena, n * sizeof *found->held);
  return found;
}

static inline void note(hd_found *found, uint32_t word, uint64_t bit) {
  if (found->of_word[word] == 0)
    found->held[found->n_held++] = word;
  found->of_word[word] |= bit;
}

/* The same without a branch, held as many words before; 0 is no word. How many
 * there are now. */
static inline size_t note_any(const hd_found *found, size_t held, uint32_t word,
                              uint64_t bit) {
  uint64_t *of_word = &found->of_word[word];
  found->held[held] = word;
  held += (word != 0) & (*of_word == 0);
  *of_word |= bit;
  return held;
}

/* A text, and by which bit its words are noted where. */
typedef struct {
  const hd_needed_tables *tables;
  hd_str s;
  uint64_t bit;
  hd_found *found;
} looking;

/* A list of words that may stand at a place of the text. The lists of many
 * places are read before the first is gone through, without a branch: nearly
 * each is a miss of the cache, and so these are waited for together. */
typedef struct {
  uint32_t list, at;
} candidate;
enum { CANDIDATES = 64, MOST_OF_A_PLACE = 3 };

static inline size_t put(const hd_needed_tables *t, candidate *to, size_t n,
                         uint32_t list, size_t at) {
  to[n] = (candidate){list, (uint32_t)at};
  __builtin_prefetch(&t->nodes[list]);
  return n + (list != 0);
}

/* Is the word of the node, whose value is that of the text at `at`, there? */
static inline bool is_told(const looking *l, const hd_needed_node *node,
                           size_t at) {
  if (node->told == HD_TOLD_BY_VALUE)
    return true;
  if (at < node->before || l->s.n - at + node->before < node->n)
    return false;
  const char *from = l->s.p + at - node->before;
  const char *word = l->tables->bytes + l->tables->words[node->word].at;
  return node->told == HD_TOLD_BY_BYTES
             ? memcmp(from, word, node->n) == 0
             : stands_at(from, (hd_str){word, node->n});
}

/* The words of a list that stand at a place. */
static void ask(const looking *l, candidate c) {
  const hd_needed_tables *t = l->tables;
  const hd_needed_node *node;
  size_t at = c.at;
  uint64_t window = window_of((hd_str){l->s.p + at, l->s.n - at});
  for (uint32_t i = c.list; i; i = node->next) {
    node = &t->nodes[i];
    if ((window & node->mask) == node->value &&
        !(l->found->of_word[node->word] & l->bit) && is_told(l, node, at))
      note(l->found, node->word, l->bit);
  }
}

/* The lists with a key, a character of three bytes, as their anchor. */
static inline size_t put_char(const hd_needed_tables *t, uint32_t number,
                              uint32_t follow, size_t at, candidate *to,
                              size_t n) {
  const hd_needed_key *key = &t->keys[number];
  size_t has = -(size_t)(key->follows >> hd_needed_bit(follow) & 1);
  size_t slot = hd_needed_slot(number, follow) & has;
  if (key->first)
    n = put(t, to, n, key->first, at);
  return put(t, to, n, t->slots[slot] & (uint32_t)has, at);
}

/* The list of words that are told by so many bytes; 0: there are none, by how.
 * No other place of the table is read for nothing: each is another line of the
 * cache. */
static inline uint32_t head_list(const hd_needed_tables *t, uint32_t head,
                                 unsigned how, size_t told) {
  size_t is = -(size_t)((how & hd_needed_by(told)) != 0);
  return t->heads[hd_needed_head_slot(head, told) & is] & (uint32_t)is;
}

/* The lists with the bytes there as their anchor; how: told by how many. */
static inline size_t put_head(const hd_needed_tables *t, hd_str s, size_t at,
                              unsigned how, candidate *to, size_t n) {
  size_t left = s.n - at;
  uint32_t head =
      hd_needed_head(s.p + at, left < HD_TOLD_MOST ? left : HD_TOLD_MOST);
  n = put(t, to, n, head_list(t, head & 0xffff, how, 2), at);
  n = put(t, to, n, head_list(t, head & 0xffffff, how, 3), at);
  return put(t, to, n, head_list(t, head, how, 4), at);
}

static inline bool is_three(hd_str s, size_t at) {
  return s.n - at >= 3 && hd_needed_is_three(s.p[at]);
}

/* From characters of three bytes at `at` up to anything else: each is decoded
 * once, as what stands behind the one before. A word that is its anchor and
 * nothing else is noted at once. */
static inline size_t put_chars(const looking *l, size_t *at, candidate *to,
                               size_t n) {
  const hd_str s = l->s;
  const hd_needed_tables *t = l->tables;
  uint32_t cp = hd_needed_char(s.p + *at);
  size_t held = l->found->n_held;
  for (bool three = true; three && n < CANDIDATES; *at += 3) {
    size_t behind = *at + 3;
    three = is_three(s, behind);
    uint32_t follow = three ? hd_needed_char(s.p + behind)
                      : behind == s.n
                          ? 0
                          : hd_needed_follow(s.p + behind, s.n - behind);
    uint32_t number = t->of_char[cp];
    held = note_any(l->found, held, t->keys[number].word, l->bit);
    n = put_char(t, number, follow, *at, to, n);
    cp = follow;
  }
  l->found->n_held = held;
  return n;
}

/* From other bytes at `at` up to such a character. */
static inline size_t put_heads(const looking *l, size_t *at, bool *seen,
                               candidate *to, size_t n) {
  const hd_str s = l->s;
  const hd_needed_tables *t = l->tables;
  uint32_t triple = hd_needed_triple(s.p + *at, s.n - *at);
  for (; *at < s.n && n < CANDIDATES && !is_three(s, *at); ++*at) {
    unsigned how = t->how[triple];
    seen[(unsigned char)s.p[*at]] = true;
    if (how)
      n = put_head(t, s, *at, how, to, n);
    triple = hd_needed_step(
        triple, s.n - *at > 3 ? hd_needed_class(s.p + *at + 3) : HD_CLASS_END);
  }
  return n;
}

/* The words of one byte. */
static void note_bytes(const looking *l, const bool *seen) {
  const hd_needed_tables *t = l->tables;
  for (size_t i = 0; i < HD_NEED_BYTES / 64; i++)
    for (uint64_t bits = t->lone[i]; bits; bits &= bits - 1) {
      size_t byte = i * 64 + (size_t)__builtin_ctzll(bits);
      if (seen[byte])
        note(l->found, t->of_byte[byte], l->bit);
    }
}

void hd_needed_find(const hd_needed *needed, hd_str s, uint64_t bit,
                    hd_found *found) {
  const looking l = {&needed->tables, s, bit, found};
  candidate lists[CANDIDATES + MOST_OF_A_PLACE];
  bool seen[256] = {false};
  if (!l.tables->keys)
    return;
  for (size_t at = 0; at < s.n;) {
    size_t n = 0;
    while (at < s.n && n < CANDIDATES)
      n = is_three(s, at) ? put_chars(&l, &at, lists, n)
                          : put_heads(&l, &at, seen, lists, n);
    for (size_t i = 0; i < n; i++)
      ask(&l, lists[i]);
  }
  note_bytes(&l, seen);
}
