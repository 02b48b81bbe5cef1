/* trie: a dictionary that is asked at every place of a text.
 *
 * Most questions end at two small bit sets: does any word consist of the
 * first code point here, may any begin with the first two? Only then the trie
 * is walked. A node is a prefix, an edge a code point. The nodes of one code
 * point lie in two levels of tables; all other edges lie in one open-addressed
 * table on (prefix, code point). A prefix is named by its code point or, if it
 * is longer, by FIRST_NODE plus its place in `nodes`. Bytes that are no UTF-8
 * are code points of their own beyond the last one. */
#include "base.h"

enum {
  PAGE = 256,
  BAD_BYTE = 0x110000,          /* the label of byte b is BAD_BYTE + b */
  FIRST_NODE = BAD_BYTE + PAGE, /* names above are places in `nodes` */
  PAGES = FIRST_NODE / PAGE,
  SINGLE_BITS = 16,
  PAIR_BITS = 18
};

typedef struct {
  uint32_t from, code;
  uint32_t to; /* the name of the longer prefix, 0: no edge */
} edge;

typedef struct {
  union {
    uint32_t one;   /* n_values == 1 */
    uint32_t *many; /* n_values > 1 */
  } values;
  uint32_t n_values; /* 0: no word ends here */
} node;

struct hd_trie {
  hd_arena *arena;
  node *pages[PAGES];
  edge *edges;
  size_t cap, n_edges; /* cap is a power of two, at most half is taken */
  HD_VEC(node) nodes;
  uint64_t singles[1 << (SINGLE_BITS - 6)]; /* words of one code point */
  uint64_t pairs[1 << (PAIR_BITS - 6)];     /* first two of longer ones */
};

hd_trie *hd_trie_new(hd_arena *arena) {
  hd_trie *trie = HD_NEW(arena, hd_trie);
  trie->arena = arena;
  trie->cap = 1024;
  trie->edges = hd_arena_alloc(arena, trie->cap * sizeof *trie->edges);
  return trie;
}

/* The label of the edge at s and its length; n > 0. */
static inline size_t label_at(const char *s, size_t n, uint32_t *code) {
  const unsigned char *b = (const unsigned char *)s;
  if (b[0] < 0x80) {
    *code = b[0];
    return 1;
  }
  if (n >= 3 && b[0] > 0xe0 && b[0] < 0xed && (b[1] & 0xc0) == 0x80 &&
      (b[2] & 0xc0) == 0x80) {
    *code = (b[0] & 0xfu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
    return 3;
  }
  size_t used = hd_utf8_decode(s, n, code);
  if (used == 1)
    *code = BAD_BYTE + b[0];
  return used;
}

/* ---- the bit sets ------------------------------------------------------ */

static inline uint32_t single_bit(uint32_t code) {
  return code % (1 << SINGLE_BITS);
}

static inline uint32_t pair_bit(uint32_t first, uint32_t second) {
  return (first * 0x9e3779b1u + second * 0x85ebca6bu) >> (32 - PAIR_BITS);
}

static inline bool has_bit(const uint64_t *set, uint32_t bit) {
  return set[bit / 64] >> bit % 64 & 1;
}

static void set_bit(uint64_t *set, uint32_t bit) {
  set[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* ---- nodes and edges ----------------------------------------------------- */

/* The edge, or the free place where it would go. */
static inline edge *probe(const hd_trie *trie, uint32_t from, uint32_t code) {
  uint64_t key = (uint64_t)from << 32 | code;
  size_t i = (key * 0x9e3779b97f4a7c15u >> 32) & (trie->cap - 1);
  while (trie->edges[i].to &&
         (trie->edges[i].from != from || trie->edges[i].code != code))
    i = (i + 1) & (trie->cap - 1);
  return &trie->edges[i];
}

static void grow(hd_trie *trie) {
  edge *old = trie->edges;
  size_t n = trie->cap;
  trie->cap *= 4;
  trie->edges = hd_arena_alloc(trie->arena, trie->cap * sizeof *trie->edges);
  for (size_t i = 0; i < n; i++)
    if (old[i].to)
      *probe(trie, old[i].from, old[i].code) = old[i];
}

/* The name of the prefix behind (from, code), made where it was absent. */
static uint32_t step_or_make(hd_trie *trie, uint32_t from, uint32_t code) {
  edge *e = probe(trie, from, code);
  if (e->to)
    return e->to;
  if ((trie->n_edges + 1) * 2 > trie->cap) {
    grow(trie);
    e = probe(trie, from, code);
  }
  trie->n_edges++;
  *e = (edge){from, code, FIRST_NODE + (uint32_t)trie->nodes.n};
  HD_PUSH(trie->arena, &trie->nodes, (node){0});
  return e->to;
}

static node *node_of(hd_trie *trie, uint32_t name) {
  if (name >= FIRST_NODE)
    return &trie->nodes.items[name - FIRST_NODE];
  node **page = &trie->pages[name / PAGE];
  if (!*page)
    *page = hd_arena_alloc(trie->arena, PAGE * sizeof **page);
  return &(*page)[name % PAGE];
}

/* Appends a value; the array doubles when its length is a power of two. */
static void add_value(hd_trie *trie, node *at, uint32_t value) {
  uint32_t n = at->n_values++;
  if (n == 0) {
    at->values.one = value;
    return;
  }
  if ((n & (n - 1)) == 0) {
    uint32_t *grown = hd_arena_alloc(trie->arena, 2 * n * sizeof *grown);
    memcpy(grown, n == 1 ? &at->values.one : at->values.many,
           n * sizeof *grown);
    at->values.many = grown;
  }
  at->values.many[n] = value;
}

void hd_trie_add(hd_trie *trie, hd_str word, uint32_t value) {
  uint32_t first, at, code;
  if (word.n == 0)
    return;
  size_t off = label_at(word.p, word.n, &first);
  if (off == word.n)
    set_bit(trie->singles, single_bit(first));
  at = first;
  for (bool second = true; off < word.n; second = false) {
    off += label_at(word.p + off, word.n - off, &code);
    if (second)
      set_bit(trie->pairs, pair_bit(first, code));
    at = step_or_make(trie, at, code);
  }
  add_value(trie, node_of(trie, at), value);
}

/* ---- questions ------------------------------------------------------------
 */

static inline void fill_match(hd_match *match, const node *at, size_t n) {
  match->n = n;
  match->n_values = at->n_values;
  match->values = at->n_values == 1 ? &at->values.one : at->values.many;
}

/* The words at s, shortest first, into matches; where there are more than
 * max the last place holds the longest of all. Returns their number. */
static inline size_t walk(const hd_trie *trie, const char *s, size_t n,
                          hd_match *matches, size_t max, bool longest) {
  uint32_t first, code = 0;
  if (n == 0)
    return 0;
  size_t off = label_at(s, n, &first), found = 0;
  size_t next = off < n ? label_at(s + off, n - off, &code) : 0;
  bool single = has_bit(trie->singles, single_bit(first));
  bool pair = next && has_bit(trie->pairs, pair_bit(first, code));
  if (!(single | pair))
    return 0;
  const node *page = trie->pages[first / PAGE];
  if (single && page && page[first % PAGE].n_values)
    fill_match(&matches[found++], &page[first % PAGE], off);
  for (uint32_t at = first; pair && (longest || found < max);) {
    at = probe(trie, at, code)->to;
    if (!at)
      break;
    off += next;
    const node *here = &trie->nodes.items[at - FIRST_NODE];
    if (here->n_values) {
      found = found < max ? found + 1 : max;
      fill_match(&matches[found - 1], here, off);
    }
    if (off >= n)
      break;
    next = label_at(s + off, n - off, &code);
  }
  return found;
}

size_t hd_trie_all(const hd_trie *trie, const char *s, size_t n,
                   hd_match *matches, size_t max) {
  return max ? walk(trie, s, n, matches, max, false) : 0;
}

bool hd_trie_longest(const hd_trie *trie, const char *s, size_t n,
                     hd_match *match) {
  return walk(trie, s, n, match, 1, true) > 0;
}
