/* trie: a dictionary that is asked at every place of a text.
 *
 * Most questions end at a set of bits: does any word begin with the first
 * code point here, consist of it, may any begin with the first two? Only then
 * the trie is walked. A prefix of a word is an edge to it from the prefix that
 * is one code point shorter, and all edges of an open trie lie in one
 * open-addressed table on (shorter prefix, code point), with the values of the
 * word that ends there. A prefix is named by its code point or, if it is
 * longer, by a number above ROOT. Bytes that are no UTF-8 are code points of
 * their own beyond the last one. trie_seal.c lays out the edges anew. */
#include "trie.h"

enum { FIRST_CAP = 64, BITS_AN_EDGE = 8, ROOT = HD_TRIE_ROOT };

#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOINLINE __attribute__((noinline))

/* The label of the edge at s and its length; n > 0. */
ALWAYS_INLINE size_t label_at(const char *s, size_t n, uint32_t *code) {
  size_t used = hd_utf8_decode(s, n, code);
  if (used == 1 && *code >= 0x80)
    *code = HD_TRIE_BAD_BYTE + (unsigned char)*s;
  return used;
}

/* ---- the sets of bits --------------------------------------------------- */

ALWAYS_INLINE unsigned starts_of(const hd_trie *trie, uint32_t first) {
  if (first >= 0x10000)
    return HD_TRIE_SINGLE | HD_TRIE_LONGER;
  const hd_trie_page *page = &trie->data.pages[trie->data.page_of[first / 256]];
  return (unsigned)(page->bits[first / 32 % 8] >> first % 32 * 2) & 3;
}

/* The empty page stays the first: the page of a code point is made. */
static void set_starts(hd_trie *trie, uint32_t first, unsigned bits) {
  if (first >= 0x10000)
    return;
  uint16_t *page = &trie->page_of[first / 256];
  if (*page == 0) {
    *page = (uint16_t)trie->pages.n;
    HD_PUSH(trie->arena, &trie->pages, (hd_trie_page){0});
    trie->data.pages = trie->pages.items;
    trie->data.n_pages = (uint32_t)trie->pages.n;
  }
  trie->pages.items[*page].bits[first / 32 % 8] |= (uint64_t)bits
                                                   << first % 32 * 2;
}

/* May a word go on with `second` behind `first`? */
ALWAYS_INLINE bool may_go_on(const hd_trie *trie, uint32_t first,
                             uint32_t second) {
  uint32_t hash = hd_trie_hash(first, second);
  uint64_t bits = hd_trie_bits(hash);
  return (trie->data.filter[hash >> trie->data.shift] & bits) == bits;
}

/* Notes an edge from a prefix of one code point. */
static void set_pair(hd_trie *trie, const hd_trie_edge *e) {
  if (e->from >= ROOT)
    return;
  uint32_t hash = hd_trie_hash(e->from, e->code);
  trie->filter[hash >> trie->data.shift] |= hd_trie_bits(hash);
}

/* ---- edges -------------------------------------------------------------- */

static void make_tables(hd_trie *trie, size_t cap) {
  size_t bits = cap * BITS_AN_EDGE;
  trie->cap = cap;
  trie->edges = hd_arena_alloc(trie->arena, cap * sizeof *trie->edges);
  trie->filter = hd_arena_alloc(trie->arena, bits / 8);
  trie->data.filter = trie->filter;
  trie->data.shift = 32;
  for (size_t words = bits / 64; words >>= 1;)
    trie->data.shift--;
}

hd_trie *hd_trie_new(hd_arena *arena) {
  hd_trie *trie = HD_NEW(arena, hd_trie);
  trie->arena = arena;
  trie->last_name = ROOT;
  trie->page_of = hd_arena_alloc(arena, 256 * sizeof *trie->page_of);
  HD_PUSH(arena, &trie->pages, (hd_trie_page){0});
  trie->data.page_of = trie->page_of;
  trie->data.pages = trie->pages.items;
  trie->data.n_pages = 1;
  make_tables(trie, FIRST_CAP);
  return trie;
}

/* The edge, or the free place where it would go. */
static inline hd_trie_edge *probe(const hd_trie *trie, uint32_t from,
                                  uint32_t code) {
  uint64_t key = (uint64_t)from << 32 | code;
  size_t i = (key * 0x9e3779b97f4a7c15u >> 32) & (trie->cap - 1);
  while (trie->edges[i].to &&
         (trie->edges[i].from != from || trie->edges[i].code != code))
    i = (i + 1) & (trie->cap - 1);
  return &trie->edges[i];
}

static void grow(hd_trie *trie) {
  hd_trie_edge *old = trie->edges;
  size_t n = trie->cap;
  make_tables(trie, n * 2);
  for (size_t i = 0; i < n; i++)
    if (old[i].to) {
      *probe(trie, old[i].from, old[i].code) = old[i];
      set_pair(trie, &old[i]);
    }
}

/* The edge, made where it was absent; good until the next call. */
static hd_trie_edge *find_or_make(hd_trie *trie, uint32_t from, uint32_t code) {
  hd_trie_edge *e = probe(trie, from, code);
  if (e->to)
    return e;
  if ((trie->n_edges + 1) * 3 > trie->cap * 2) {
    grow(trie);
    e = probe(trie, from, code);
  }
  trie->n_edges++;
  *e = (hd_trie_edge){
      .from = from, .to = ++trie->last_name, .code = code & 0x3fffff};
  set_pair(trie, e);
  return e;
}

static void add_value(hd_trie *trie, hd_trie_edge *at, uint32_t value) {
  if (at->values == HD_TRIE_NONE) {
    at->values = HD_TRIE_ONE;
    at->value = value;
    return;
  }
  if (at->values == HD_TRIE_ONE) {
    hd_trie_list two = {0};
    HD_PUSH(trie->arena, &two, at->value);
    at->values = HD_TRIE_MANY;
    at->value = (uint32_t)trie->lists.n;
    HD_PUSH(trie->arena, &trie->lists, two);
  }
  HD_PUSH(trie->arena, &trie->lists.items[at->value], value);
}

/* The first of several code points needs no edge: its name is known. */
void hd_trie_add(hd_trie *trie, hd_str word, uint32_t value) {
  uint32_t from, code;
  if (word.n == 0 || trie->data.nodes)
    return;
  size_t off = label_at(word.p, word.n, &from);
  set_starts(trie, from, off < word.n ? HD_TRIE_LONGER : HD_TRIE_SINGLE);
  hd_trie_edge *at = off < word.n ? NULL : find_or_make(trie, ROOT, from);
  while (off < word.n) {
    off += label_at(word.p + off, word.n - off, &code);
    at = find_or_make(trie, from, code);
    from = at->to;
  }
  add_value(trie, at, value);
}

/* ---- nodes of a sealed trie --------------------------------------------- */

/* The child of a node by a code, 0: none. Halved without branches: which way
 * a step goes cannot be foretold. */
static inline uint32_t find_among(const hd_trie_data *d, uint32_t low,
                                  uint32_t n, uint32_t code) {
  const hd_trie_node_data *at = d->nodes + low;
  if (n == 0)
    return 0;
  while (n > 1) {
    uint32_t half = n / 2;
    at += at[half].code <= code ? half : 0;
    n -= half;
  }
  return at->code == code ? (uint32_t)(at - d->nodes) : 0;
}

static inline uint32_t find_kid(const hd_trie_data *d, uint32_t node,
                                uint32_t code) {
  uint32_t low = d->nodes[node].kid;
  return find_among(d, low, d->nodes[node + 1].kid - low, code);
}

/* The same of a slot. */
static inline uint32_t slot_kid(const hd_trie_data *d, const hd_trie_slot *slot,
                                uint32_t code) {
  if (!(slot->kids & hd_trie_kid(code)))
    return 0;
  return slot->n_kids == HD_TRIE_MANY_KIDS
             ? find_kid(d, slot->kid, code)
             : find_among(d, slot->kid, slot->n_kids, code);
}

/* The word of the two code points of a slot that has values. */
static inline hd_match slot_match(const hd_trie_data *d,
                                  const hd_trie_slot *slot, size_t n) {
  return (hd_match){
      n, slot->n_values == 1 ? &slot->value : d->values + slot->value,
      slot->n_values};
}

/* The slot of two code points below U+10000; a free one: there is none. */
static inline const hd_trie_slot *find_slot(const hd_trie_data *d,
                                            uint32_t first, uint32_t second) {
  const uint32_t mask = UINT32_MAX >> d->pair_shift;
  uint32_t pair = hd_trie_pair(first, second);
  uint32_t i = hd_trie_hash(first, second) >> d->pair_shift;
  while (d->pairs[i].pair && d->pairs[i].pair != pair)
    i = (i + 1) & mask;
  return &d->pairs[i];
}

/* How many of the bits at even places are set; there are no others. */
ALWAYS_INLINE uint32_t count_evens(uint64_t bits) {
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
  return (uint32_t)(bits * 0x0101010101010101u >> 56);
}

/* The node of a code point that has bits in starts_of. */
static inline uint32_t first_node(const hd_trie_data *d, uint32_t first) {
  const uint64_t evens = 0x5555555555555555u;
  if (first >= 0x10000)
    return find_kid(d, 0, first);
  const hd_trie_page *page = &d->pages[d->page_of[first / 256]];
  uint64_t bits = page->bits[first / 32 % 8];
  bits = (bits | bits >> 1) & evens & (((uint64_t)1 << first % 32 * 2) - 1);
  return 1 + page->before[first / 32 % 8] + count_evens(bits);
}

/* ---- questions ---------------------------------------------------------- */

/* Where labels are read: forwards up to `limit`, or backwards down to it. */
typedef struct {
  const char *s;
  size_t at, limit;
  bool back, lower; /* lower: ASCII letters count as small ones */
} cursor;

/* The label at the cursor and its length, 0 at the end. Inline, and so is what
 * calls it: then each direction has code of its own. */
ALWAYS_INLINE size_t next_label(const cursor *c, uint32_t *code) {
  size_t from = c->at, end = c->limit;
  if (c->back) {
    end = from;
    if (end <= c->limit || (from = hd_utf8_back(c->s, end)) < c->limit)
      return 0;
  }
  if (from >= end)
    return 0;
  size_t used = label_at(c->s + from, end - from, code);
  if (c->lower && *code >= 'A' && *code <= 'Z')
    *code |= 0x20;
  return c->back ? end - from : used;
}

ALWAYS_INLINE void move(cursor *c, size_t n) {
  c->at = c->back ? c->at - n : c->at + n;
}

/* Where a walk is: at an edge of an open trie, at a node of a sealed one. */
typedef struct {
  const hd_trie_edge *edge;
  uint32_t name; /* of the prefix, or its node */
} place;

/* Fills a match of so many bytes, if a word ends here. */
ALWAYS_INLINE bool take_values(const hd_trie *trie, place at, size_t n,
                               hd_match *match) {
  const hd_trie_data *d = &trie->data;
  if (d->nodes) {
    uint32_t first = d->nodes[at.name].first, end = d->nodes[at.name + 1].first;
    if (first == end)
      return false;
    *match = (hd_match){n, d->values + first, end - first};
    return true;
  }
  if (!at.edge || at.edge->values == HD_TRIE_NONE)
    return false;
  if (at.edge->values == HD_TRIE_ONE) {
    *match = (hd_match){n, &at.edge->value, 1};
  } else {
    const hd_trie_list *list = &trie->lists.items[at.edge->value];
    *match = (hd_match){n, list->items, list->n};
  }
  return true;
}

/* In an open trie, goes on by a code; false where no word does. */
ALWAYS_INLINE bool step(const hd_trie *trie, place *at, uint32_t code) {
  at->edge = probe(trie, at->name, code);
  at->name = at->edge->to;
  return at->name != 0;
}

/* How a word begins: with a code point, going on with another (0: it does
 * not). */
typedef struct {
  uint32_t first, second;
  bool single; /* does `first` alone make a word? */
} head;

/* What stands at the cursor of a sealed trie behind a first code point of `off`
 * bytes, with which a word may go on, `code` of `next` bytes: more matches
 * behind the `found` ones. */
ALWAYS_INLINE size_t walk_on(const hd_trie *trie, cursor c, head at, size_t off,
                             size_t next, hd_match *matches, size_t found,
                             size_t max, bool longest) {
  const hd_trie_data *d = &trie->data;
  uint32_t code = at.second, node;
  if ((at.first | code) < 0x10000) {
    const hd_trie_slot *slot = find_slot(d, at.first, code);
    off += next;
    if (slot->n_values) {
      found = found < max ? found + 1 : max;
      matches[found - 1] = slot_match(d, slot, off);
    }
    move(&c, next);
    if (!slot->kids || (found == max && !longest) ||
        !(next = next_label(&c, &code)))
      return found;
    node = slot_kid(d, slot, code);
  } else {
    node = first_node(d, at.first);
    node = node ? find_kid(d, node, code) : 0;
  }
  while (node) {
    hd_match match;
    off += next;
    if (take_values(trie, (place){NULL, node}, off, &match)) {
      found = found < max ? found + 1 : max;
      matches[found - 1] = match;
    }
    move(&c, next);
    next = next_label(&c, &code);
    node = next && (longest || found < max) ? find_kid(d, node, code) : 0;
  }
  return found;
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
  bool pair = next && starts & HD_TRIE_LONGER && may_go_on(trie, first, code);
  if (!pair && !(starts & HD_TRIE_SINGLE))
    return 0;
  if (trie->data.nodes) {
    if (starts & HD_TRIE_SINGLE) {
      place one = {NULL, first_node(&trie->data, first)};
      found += one.name && take_values(trie, one, off, &matches[0]);
    }
    return pair && (longest || found < max)
               ? walk_on(trie, c, (head){first, code, false}, off, next,
                         matches, found, max, longest)
               : found;
  }
  place at = {NULL, ROOT};
  if (starts & HD_TRIE_SINGLE && step(trie, &at, first))
    found += take_values(trie, at, off, &matches[0]);
  at.name = first;
  bool on = pair && (longest || found < max) && step(trie, &at, code);
  while (on) {
    hd_match match;
    off += next;
    if (take_values(trie, at, off, &match)) {
      found = found < max ? found + 1 : max;
      matches[found - 1] = match;
    }
    move(&c, next);
    next = next_label(&c, &code);
    on = next && (longest || found < max) && step(trie, &at, code);
  }
  return found;
}

/* The longest word of a sealed trie at s, which begins so. */
static bool longest_at(const hd_trie *trie, const char *s, size_t n, head at,
                       hd_match *match) {
  uint32_t first = at.first, second = at.second;
  const hd_trie_data *d = &trie->data;
  uint32_t node = 0; /* of the first, which a pair can do without */
  size_t off = 3;
  bool found = false;
  if (at.single) {
    node = first_node(d, first);
    found = take_values(trie, (place){NULL, node}, off, match);
  } else if (second >= 0x10000) {
    node = first_node(d, first);
  }
  if (!second)
    return found;
  if (second < 0x10000) {
    const hd_trie_slot *slot = find_slot(d, first, second);
    if (!slot->pair)
      return found;
    off += hd_utf8_decode(s + off, n - off, &second);
    if (slot->n_values)
      *match = slot_match(d, slot, off);
    found = found || slot->n_values;
    if (!slot->kids || off == n)
      return found;
    label_at(s + off, n - off, &second);
    node = slot_kid(d, slot, second);
  } else {
    node = find_kid(d, node, second);
  }
  while (node) {
    off += hd_utf8_decode(s + off, n - off, &second);
    found = take_values(trie, (place){NULL, node}, off, match) || found;
    if (off == n)
      break;
    label_at(s + off, n - off, &second);
    node = find_kid(d, node, second);
  }
  return found;
}

/* The ideograph at s, 0 if there is none. */
ALWAYS_INLINE uint32_t ideograph(const unsigned char *s, size_t n) {
  return n >= 3 && *s >= 0xe4 && *s <= 0xe9 ? hd_utf8_three(s) : 0;
}

/* The longest word of a sealed trie at the ideograph at s, or none; `two`: a
 * word may go on with the character of three bytes behind it. */
static NOINLINE bool ideograph_longest(const hd_trie *trie, const char *s,
                                       size_t n, bool two, hd_match *match) {
  const hd_trie_data *d = &trie->data;
  const unsigned char *b = (const unsigned char *)s;
  uint32_t first = hd_utf8_three(b);
  uint32_t in = (first - HD_TRIE_HAN) / 64, bit = first % 64;
  head at = {first, 0, d->single[in] >> bit & 1};
  if (two) {
    at.second = hd_utf8_three(b + 3);
  } else if (d->longer[in] >> bit & 1 && n > 3) {
    label_at(s + 3, n - 3, &at.second);
    if (!may_go_on(trie, first, at.second))
      at.second = 0;
  }
  return (at.second || at.single) && longest_at(trie, s, n, at, match);
}

/* hd_trie_seek of a sealed trie: nothing is decoded where no word begins. */
static NOINLINE size_t seek_sealed(const hd_trie *trie, const char *s, size_t n,
                                   hd_match *match) {
  enum { EIGHT = 8 };
  const hd_trie_data *d = &trie->data;
  size_t i = 0;
  for (; i + EIGHT <= n; i += 3) {
    uint64_t eight = hd_ascii_eight(s + i);
    if ((eight & 0xff) - 0xe4 > 0xe9 - 0xe4)
      return i;
    bool three = (eight >> 24 & 0xf0) == 0xe0;
    bool two = hd_trie_raw_two(d, eight) && three;
    if ((two || hd_trie_raw_one(d, eight)) &&
        ideograph_longest(trie, s + i, n - i, two, match))
      return i;
  }
  for (; i + 3 <= n && ideograph((const unsigned char *)s + i, n - i); i += 3)
    if (ideograph_longest(trie, s + i, n - i, false, match))
      return i;
  return i;
}

/* The same of an open trie. */
static NOINLINE size_t seek_open(const hd_trie *trie, const char *s, size_t n,
                                 hd_match *match) {
  const unsigned char *b = (const unsigned char *)s;
  uint32_t first = ideograph(b, n), second;
  size_t i = 0;
  for (; first; i += 3, first = second) {
    unsigned starts = starts_of(trie, first);
    second = ideograph(b + i + 3, n - i - 3);
    if (!starts)
      continue;
    uint32_t code = second;
    if (!code && i + 3 < n)
      label_at(s + i + 3, n - i - 3, &code);
    if (!(starts & HD_TRIE_LONGER) || !code || !may_go_on(trie, first, code))
      code = 0;
    if (!code && !(starts & HD_TRIE_SINGLE))
      continue;
    if (hd_trie_longest(trie, s + i, n - i, match))
      return i;
  }
  return i;
}

size_t hd_trie_seek(const hd_trie *trie, const char *s, size_t n,
                    hd_match *match) {
  match->n = 0;
  return trie->data.nodes ? seek_sealed(trie, s, n, match)
                          : seek_open(trie, s, n, match);
}

size_t hd_trie_all(const hd_trie *trie, const char *s, size_t n,
                   hd_match *matches, size_t max) {
  cursor c = {s, 0, n, false, false};
  return max ? walk(trie, c, matches, max, false) : 0;
}

/* hd_trie_lower of a sealed trie from a node on that stands behind the first
 * `off` bytes. Texts in English ask it, so it goes letter by letter. */
static size_t walk_letters(const hd_trie *trie, uint32_t node, size_t off,
                           hd_str text, hd_match *matches, size_t max) {
  const hd_trie_data *d = &trie->data;
  const char *s = text.p;
  uint32_t code;
  size_t n = text.n, found = 0, used;
  while (off < n && found < max) {
    code = (unsigned char)s[off];
    used = code < 0x80 ? 1 : label_at(s + off, n - off, &code);
    if (code >= 'A' && code <= 'Z')
      code |= 0x20;
    if (off)
      node = find_kid(d, node, code);
    else
      node = starts_of(trie, code) ? first_node(d, code) : 0;
    if (!node)
      break;
    off += used;
    found += take_values(trie, (place){NULL, node}, off, &matches[found]);
  }
  return found;
}

static uint32_t small(char c) {
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

bool hd_trie_lower_may(const hd_trie *trie, const char *s, size_t n) {
  if (n == 0 || (unsigned char)s[0] >= 0x80)
    return n > 0;
  uint32_t first = small(s[0]);
  unsigned starts = starts_of(trie, first);
  if (starts & HD_TRIE_SINGLE || !starts || n == 1)
    return starts & HD_TRIE_SINGLE;
  return (unsigned char)s[1] >= 0x80 || may_go_on(trie, first, small(s[1]));
}

size_t hd_trie_lower(const hd_trie *trie, const char *s, size_t n,
                     hd_match *matches, size_t max) {
  if (trie->data.nodes)
    return walk_letters(trie, 0, 0, (hd_str){s, n}, matches, max);
  cursor c = {s, 0, n, false, true};
  return max ? walk(trie, c, matches, max, false) : 0;
}

/* Does no word end at `end`, as its last code points show, the last one of
 * three bytes? */
static bool none_ends(const hd_trie *trie, const char *s, hd_span span) {
  cursor c = {s, span.end, span.off, true, true};
  uint32_t second;
  if (span.end < span.off + 3)
    return false;
  const unsigned char *b = (const unsigned char *)s + span.end - 3;
  if (!hd_utf8_is_three(b))
    return false;
  uint32_t first = hd_utf8_three(b);
  unsigned starts = starts_of(trie, first);
  if (starts & HD_TRIE_SINGLE)
    return false;
  c.at -= 3;
  return !(starts & HD_TRIE_LONGER) || !next_label(&c, &second) ||
         !may_go_on(trie, first, second);
}

uint32_t hd_trie_node(const hd_trie *trie, hd_str word) {
  uint32_t node = 0;
  for (size_t off = 0; off < word.n && (node || !off);) {
    uint32_t code;
    size_t used = label_at(word.p + off, word.n - off, &code);
    node = off                     ? find_kid(&trie->data, node, code)
           : starts_of(trie, code) ? first_node(&trie->data, code)
                                   : 0;
    off += used;
  }
  return node;
}

size_t hd_trie_lower_on(const hd_trie *trie, uint32_t node, size_t off,
                        hd_str text, hd_match *matches, size_t max) {
  size_t found = take_values(trie, (place){NULL, node}, off, matches);
  return found +
         walk_letters(trie, node, off, text, matches + found, max - found);
}

size_t hd_trie_back(const hd_trie *trie, const char *s, hd_span span,
                    hd_match *matches, size_t max) {
  cursor c = {s, span.end, span.off, true, true};
  if (none_ends(trie, s, span))
    return 0;
  return max ? walk(trie, c, matches, max, false) : 0;
}

static bool walk_longest(const hd_trie *trie, const char *s, size_t n,
                         hd_match *match) {
  return walk(trie, (cursor){s, 0, n, false, false}, match, 1, true) > 0;
}

/* Most questions are about places at which no word begins. */
bool hd_trie_longest(const hd_trie *trie, const char *s, size_t n,
                     hd_match *match) {
  const unsigned char *b = (const unsigned char *)s;
  uint32_t second = 0;
  if (n < 3 || !hd_utf8_is_three(b))
    return walk_longest(trie, s, n, match);
  if (n >= 8 && trie->data.nodes) {
    uint64_t eight = hd_ascii_eight(s);
    if (!hd_trie_raw_two(&trie->data, eight) &&
        !hd_trie_raw_one(&trie->data, eight))
      return false;
  }
  uint32_t first = hd_utf8_three(b);
  unsigned starts = starts_of(trie, first);
  if (starts & HD_TRIE_LONGER && n > 3) {
    label_at(s + 3, n - 3, &second);
    if (!may_go_on(trie, first, second))
      second = 0;
  }
  if (!second && !(starts & HD_TRIE_SINGLE))
    return false;
  head at = {first, second, starts & HD_TRIE_SINGLE};
  return trie->data.nodes ? longest_at(trie, s, n, at, match)
                          : walk_longest(trie, s, n, match);
}
