/* trie: a dictionary that is asked at every place of a text.
 *
 * Most questions end at a set of bits: does any word begin with the first
 * code point here, consist of it, may any begin with the first two? Only then
 * the trie is walked. A prefix of a word is an edge to it from the prefix that
 * is one code point shorter, and all edges lie in one open-addressed table on
 * (shorter prefix, code point), with the values of the word that ends there.
 * A prefix is named by its code point or, if it is longer, by a number above
 * ROOT. Bytes that are no UTF-8 are code points of their own beyond the last
 * one. A table is small at first: there are many small dictionaries. */
#include "base.h"

enum {
  BAD_BYTE = 0x110000,        /* the label of byte b is BAD_BYTE + b */
  ROOT = BAD_BYTE + 256,      /* the empty prefix */
  START_WORDS = 0x10000 / 32, /* two bits a code point below U+10000 */
  FIRST_CAP = 64,
  BITS_AN_EDGE = 8
};

typedef struct {
  uint32_t from;
  uint32_t to;        /* the name of the prefix, 0: a free place */
  uint32_t code : 22; /* bad bytes included */
  uint32_t values : 2;
  uint32_t value; /* ONE: it; MANY: its place in `lists` */
} edge;

/* Of the words that begin with a code point: one consists of it, some go on. */
enum { SINGLE = 1, LONGER = 2 };

/* What an edge has: no word ends here, a word of one value, of several. */
enum { NONE, ONE, MANY };

typedef struct {
  uint32_t *items;
  size_t n, cap;
} list;

struct hd_trie {
  hd_arena *arena;
  edge *edges;
  size_t cap, n_edges; /* cap is a power of two, two thirds may be taken */
  uint64_t *starts;    /* what words begin with a code point: SINGLE, LONGER */
  uint64_t *filter;    /* cap * BITS_AN_EDGE bits */
  uint32_t shift;      /* 32 minus the binary logarithm of its words */
  uint32_t last_name;
  HD_VEC(list) lists;
};

/* The label of the edge at s and its length; n > 0. */
static inline size_t label_at(const char *s, size_t n, uint32_t *code) {
  const unsigned char *b = (const unsigned char *)s;
  if (b[0] < 0x80) {
    *code = b[0];
    return 1;
  }
  size_t used = hd_utf8_decode(s, n, code);
  if (used == 1)
    *code = BAD_BYTE + b[0];
  return used;
}

/* ---- the set of bits ---------------------------------------------------- */

static inline unsigned starts_of(const hd_trie *trie, uint32_t first) {
  return first < 0x10000
             ? (unsigned)(trie->starts[first / 32] >> first % 32 * 2) & 3
             : SINGLE | LONGER;
}

static void set_starts(hd_trie *trie, uint32_t first, unsigned bits) {
  if (first < 0x10000)
    trie->starts[first / 32] |= (uint64_t)bits << first % 32 * 2;
}

/* May a word go on with `second` behind `first`? Two bits of one word of the
 * filter, so that a question costs one look and is seldom answered with yes by
 * chance. */
static inline uint64_t bits_of(uint32_t hash) {
  return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

static inline bool may_go_on(const hd_trie *trie, uint32_t first,
                             uint32_t second) {
  uint32_t hash = first * 0x9e3779b1u + second * 0x85ebca6bu;
  uint64_t bits = bits_of(hash);
  return (trie->filter[hash >> trie->shift] & bits) == bits;
}

/* Notes an edge from a prefix of one code point. */
static void set_pair(hd_trie *trie, const edge *e) {
  if (e->from >= ROOT)
    return;
  uint32_t hash = e->from * 0x9e3779b1u + e->code * 0x85ebca6bu;
  trie->filter[hash >> trie->shift] |= bits_of(hash);
}

/* ---- edges ----------------------------------------------------------------
 */

static void make_tables(hd_trie *trie, size_t cap) {
  size_t bits = cap * BITS_AN_EDGE;
  trie->cap = cap;
  trie->edges = hd_arena_alloc(trie->arena, cap * sizeof *trie->edges);
  trie->filter = hd_arena_alloc(trie->arena, bits / 8);
  trie->shift = 32;
  for (size_t words = bits / 64; words >>= 1;)
    trie->shift--;
}

hd_trie *hd_trie_new(hd_arena *arena) {
  hd_trie *trie = HD_NEW(arena, hd_trie);
  trie->arena = arena;
  trie->last_name = ROOT;
  trie->starts = hd_arena_alloc(arena, START_WORDS * sizeof *trie->starts);
  make_tables(trie, FIRST_CAP);
  return trie;
}

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
  make_tables(trie, n * 2);
  for (size_t i = 0; i < n; i++)
    if (old[i].to) {
      *probe(trie, old[i].from, old[i].code) = old[i];
      set_pair(trie, &old[i]);
    }
}

void hd_trie_room(hd_trie *trie, size_t edges) {
  size_t cap = trie->cap;
  while (edges * 3 > cap * 2)
    cap *= 2;
  if (trie->n_edges == 0 && cap > trie->cap)
    make_tables(trie, cap);
}

/* The edge, made where it was absent; good until the next call. */
static edge *find_or_make(hd_trie *trie, uint32_t from, uint32_t code) {
  edge *e = probe(trie, from, code);
  if (e->to)
    return e;
  if ((trie->n_edges + 1) * 3 > trie->cap * 2) {
    grow(trie);
    e = probe(trie, from, code);
  }
  trie->n_edges++;
  *e = (edge){.from = from, .to = ++trie->last_name, .code = code & 0x3fffff};
  set_pair(trie, e);
  return e;
}

static void add_value(hd_trie *trie, edge *at, uint32_t value) {
  if (at->values == NONE) {
    at->values = ONE;
    at->value = value;
    return;
  }
  if (at->values == ONE) {
    list two = {0};
    HD_PUSH(trie->arena, &two, at->value);
    at->values = MANY;
    at->value = (uint32_t)trie->lists.n;
    HD_PUSH(trie->arena, &trie->lists, two);
  }
  HD_PUSH(trie->arena, &trie->lists.items[at->value], value);
}

/* The first of several code points needs no edge: its name is known. */
void hd_trie_add(hd_trie *trie, hd_str word, uint32_t value) {
  uint32_t from, code;
  if (word.n == 0)
    return;
  size_t off = label_at(word.p, word.n, &from);
  set_starts(trie, from, off < word.n ? LONGER : SINGLE);
  edge *at = off < word.n ? NULL : find_or_make(trie, ROOT, from);
  while (off < word.n) {
    off += label_at(word.p + off, word.n - off, &code);
    at = find_or_make(trie, from, code);
    from = at->to;
  }
  add_value(trie, at, value);
}

/* ---- questions ------------------------------------------------------------
 */

static inline void fill_match(const hd_trie *trie, hd_match *match,
                              const edge *at, size_t n) {
  match->n = n;
  if (at->values == ONE) {
    match->n_values = 1;
    match->values = &at->value;
  } else {
    match->n_values = trie->lists.items[at->value].n;
    match->values = trie->lists.items[at->value].items;
  }
}

/* Where labels are read: forwards up to `limit`, or backwards down to it. */
typedef struct {
  const char *s;
  size_t at, limit;
  bool back;
} cursor;

/* The label at the cursor and its length, 0 at the end. Inline, and so is what
 * calls it: then each direction has code of its own. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))
ALWAYS_INLINE size_t next_label(const cursor *c, uint32_t *code) {
  if (!c->back)
    return c->at < c->limit ? label_at(c->s + c->at, c->limit - c->at, code)
                            : 0;
  if (c->at <= c->limit)
    return 0;
  size_t from = hd_utf8_back(c->s, c->at);
  if (from < c->limit)
    return 0;
  label_at(c->s + from, c->at - from, code);
  if (*code >= 'A' && *code <= 'Z')
    *code |= 0x20;
  return c->at - from;
}

ALWAYS_INLINE void move(cursor *c, size_t n) {
  c->at = c->back ? c->at - n : c->at + n;
}

/* The words at the cursor, shortest first, into matches; where there are more
 * than max the last place holds the longest of all. Returns their number. */
ALWAYS_INLINE size_t walk(const hd_trie *trie, cursor c, hd_match *matches,
                          size_t max, bool longest) {
  uint32_t first, code = 0;
  size_t off = next_label(&c, &first), found = 0;
  unsigned starts = off ? starts_of(trie, first) : 0;
  if (!starts)
    return 0;
  move(&c, off);
  size_t next = next_label(&c, &code);
  bool pair = next && starts & LONGER && may_go_on(trie, first, code);
  if (starts & SINGLE) {
    const edge *e = probe(trie, ROOT, first);
    if (e->values)
      fill_match(trie, &matches[found++], e, off);
  }
  for (uint32_t at = first; pair && (longest || found < max);) {
    const edge *e = probe(trie, at, code);
    if (!e->to)
      break;
    off += next;
    if (e->values) {
      found = found < max ? found + 1 : max;
      fill_match(trie, &matches[found - 1], e, off);
    }
    move(&c, next);
    next = next_label(&c, &code);
    if (!next)
      break;
    at = e->to;
  }
  return found;
}

size_t hd_trie_skip(const hd_trie *trie, const char *s, size_t n) {
  const unsigned char *b = (const unsigned char *)s;
  size_t i = 0;
  for (; i + 3 <= n && b[i] >= 0xe4 && b[i] <= 0xe9; i += 3) {
    uint32_t first = hd_utf8_three(b + i), code;
    unsigned starts = starts_of(trie, first);
    if (starts & SINGLE)
      break;
    if (starts && i + 3 < n) {
      label_at(s + i + 3, n - i - 3, &code);
      if (may_go_on(trie, first, code))
        break;
    }
  }
  return i;
}

size_t hd_trie_all(const hd_trie *trie, const char *s, size_t n,
                   hd_match *matches, size_t max) {
  return max ? walk(trie, (cursor){s, 0, n, false}, matches, max, false) : 0;
}

size_t hd_trie_back(const hd_trie *trie, const char *s, hd_span span,
                    hd_match *matches, size_t max) {
  cursor c = {s, span.end, span.off, true};
  return max ? walk(trie, c, matches, max, false) : 0;
}

bool hd_trie_longest(const hd_trie *trie, const char *s, size_t n,
                     hd_match *match) {
  return walk(trie, (cursor){s, 0, n, false}, match, 1, true) > 0;
}
