/* trie: a dictionary that is asked at every place of a text.
 *
 * Most questions end at a set of bits: does any word begin with the first
 * code point here, consist of it, may any begin with the first two? Only then
 * nodes are walked, from that of the first two on. trie_seal.c lays them out.
 */
#include "trie.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define NOINLINE __attribute__((noinline))

/* ---- the sets of bits --------------------------------------------------- */

ALWAYS_INLINE unsigned starts_of(const hd_trie_data *d, uint32_t first) {
  if (first >= 0x10000)
    return HD_TRIE_SINGLE | HD_TRIE_LONGER;
  const hd_trie_page *page = &d->pages[d->page_of[first / 256]];
  return (unsigned)(page->bits[first / 32 % 8] >> first % 32 * 2) & 3;
}

/* May a word go on with `second` behind `first`? */
ALWAYS_INLINE bool may_go_on(const hd_trie_data *d, uint32_t first,
                             uint32_t second) {
  uint32_t hash = hd_trie_hash(first, second);
  uint64_t bits = hd_trie_bits(hash);
  return (d->filter[hash >> d->shift] & bits) == bits;
}

/* ---- nodes ------------------------------------------------------------- */

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
  size_t used = hd_trie_label(c->s + from, end - from, code);
  if (c->lower && *code >= 'A' && *code <= 'Z')
    *code |= 0x20;
  return c->back ? end - from : used;
}

ALWAYS_INLINE void move(cursor *c, size_t n) {
  c->at = c->back ? c->at - n : c->at + n;
}

/* Fills a match of so many bytes, if a word ends at the node. */
ALWAYS_INLINE bool take_values(const hd_trie_data *d, uint32_t node, size_t n,
                               hd_match *match) {
  uint32_t first = d->nodes[node].first, end = d->nodes[node + 1].first;
  if (first == end)
    return false;
  *match = (hd_match){n, d->values + first, end - first};
  return true;
}

/* The first max matches, or with `longest` the last place is that of the
 * longest of all. */
typedef struct {
  hd_match *items;
  size_t n, max;
  bool longest;
} finds;

ALWAYS_INLINE void put(finds *f, hd_match match) {
  f->n = f->n < f->max ? f->n + 1 : f->max;
  f->items[f->n - 1] = match;
}

ALWAYS_INLINE bool wants_more(const finds *f) {
  return f->longest || f->n < f->max;
}

/* What stands at the cursor behind a first code point of `off` bytes, with
 * which a word may go on, `code` of `next` bytes. */
ALWAYS_INLINE void walk_on(const hd_trie_data *d, cursor c, uint32_t first,
                           size_t off, uint32_t code, size_t next, finds *f) {
  uint32_t node;
  if ((first | code) < 0x10000) {
    const hd_trie_slot *slot = find_slot(d, first, code);
    off += next;
    if (slot->n_values)
      put(f, slot_match(d, slot, off));
    move(&c, next);
    if (!slot->kids || !wants_more(f) || !(next = next_label(&c, &code)))
      return;
    node = slot_kid(d, slot, code);
  } else {
    node = first_node(d, first);
    node = node ? find_kid(d, node, code) : 0;
  }
  while (node) {
    hd_match match;
    off += next;
    if (take_values(d, node, off, &match))
      put(f, match);
    move(&c, next);
    next = next_label(&c, &code);
    node = next && wants_more(f) ? find_kid(d, node, code) : 0;
  }
}

/* The words at the cursor, shortest first; their number. */
ALWAYS_INLINE size_t walk(const hd_trie_data *d, cursor c, finds f) {
  uint32_t first, code = 0;
  size_t off = next_label(&c, &first);
  unsigned starts = off ? starts_of(d, first) : 0;
  if (!starts)
    return 0;
  move(&c, off);
  size_t next = next_label(&c, &code);
  bool pair = next && starts & HD_TRIE_LONGER && may_go_on(d, first, code);
  if (starts & HD_TRIE_SINGLE) {
    uint32_t one = first_node(d, first);
    f.n += one && take_values(d, one, off, &f.items[0]);
  }
  if (pair && wants_more(&f))
    walk_on(d, c, first, off, code, next, &f);
  return f.n;
}

/* How a word begins: with a code point, going on with another (0: it does
 * not). */
typedef struct {
  uint32_t first, second;
  bool single; /* does `first` alone make a word? */
} head;

/* The longest word at s, which begins so. */
static bool longest_at(const hd_trie_data *d, const char *s, size_t n, head at,
                       hd_match *match) {
  uint32_t first = at.first, second = at.second;
  uint32_t node = 0; /* of the first, which a pair can do without */
  size_t off = 3;
  bool found = false;
  if (at.single) {
    node = first_node(d, first);
    found = take_values(d, node, off, match);
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
    hd_trie_label(s + off, n - off, &second);
    node = slot_kid(d, slot, second);
  } else {
    node = find_kid(d, node, second);
  }
  while (node) {
    off += hd_utf8_decode(s + off, n - off, &second);
    found = take_values(d, node, off, match) || found;
    if (off == n)
      break;
    hd_trie_label(s + off, n - off, &second);
    node = find_kid(d, node, second);
  }
  return found;
}

static bool is_ideograph(const char *s) {
  unsigned char b = (unsigned char)*s;
  return b >= 0xe4 && b <= 0xe9;
}

/* The longest word at the ideograph at s, or none; `two`: a word may go on with
 * the character of three bytes behind it. */
static NOINLINE bool ideograph_longest(const hd_trie_data *d, const char *s,
                                       size_t n, bool two, hd_match *match) {
  const unsigned char *b = (const unsigned char *)s;
  uint32_t first = hd_utf8_three(b);
  uint32_t in = (first - HD_TRIE_HAN) / 64, bit = first % 64;
  head at = {first, 0, d->single[in] >> bit & 1};
  if (two) {
    at.second = hd_utf8_three(b + 3);
  } else if (d->longer[in] >> bit & 1 && n > 3) {
    hd_trie_label(s + 3, n - 3, &at.second);
    if (!may_go_on(d, first, at.second))
      at.second = 0;
  }
  return (at.second || at.single) && longest_at(d, s, n, at, match);
}

/* Nothing is decoded where no word begins. */
size_t hd_trie_seek(const hd_trie *trie, const char *s, size_t n,
                    hd_match *match) {
  enum { EIGHT = 8 };
  const hd_trie_data *d = &trie->data;
  size_t i = 0;
  match->n = 0;
  for (; i + EIGHT <= n; i += 3) {
    uint64_t eight = hd_ascii_eight(s + i);
    if ((eight & 0xff) - 0xe4 > 0xe9 - 0xe4)
      return i;
    bool three = (eight >> 24 & 0xf0) == 0xe0;
    bool two = hd_trie_raw_two(d, eight) && three;
    if ((two || hd_trie_raw_one(d, eight)) &&
        ideograph_longest(d, s + i, n - i, two, match))
      return i;
  }
  for (; i + 3 <= n && is_ideograph(s + i); i += 3)
    if (ideograph_longest(d, s + i, n - i, false, match))
      return i;
  return i;
}

size_t hd_trie_all(const hd_trie *trie, const char *s, size_t n,
                   hd_match *matches, size_t max) {
  cursor c = {s, 0, n, false, false};
  return max ? walk(&trie->data, c, (finds){matches, 0, max, false}) : 0;
}

/* hd_trie_lower from a node on that stands behind the first `off` bytes. Texts
 * in English ask it, so it goes letter by letter. */
static size_t walk_letters(const hd_trie_data *d, uint32_t node, size_t off,
                           hd_str text, hd_match *matches, size_t max) {
  const char *s = text.p;
  uint32_t code;
  size_t n = text.n, found = 0, used;
  while (off < n && found < max) {
    code = (unsigned char)s[off];
    used = code < 0x80 ? 1 : hd_trie_label(s + off, n - off, &code);
    if (code >= 'A' && code <= 'Z')
      code |= 0x20;
    if (off)
      node = find_kid(d, node, code);
    else
      node = starts_of(d, code) ? first_node(d, code) : 0;
    if (!node)
      break;
    off += used;
    found += take_values(d, node, off, &matches[found]);
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
  unsigned starts = starts_of(&trie->data, first);
  if (starts & HD_TRIE_SINGLE || !starts || n == 1)
    return starts & HD_TRIE_SINGLE;
  return (unsigned char)s[1] >= 0x80 ||
         may_go_on(&trie->data, first, small(s[1]));
}

size_t hd_trie_lower(const hd_trie *trie, const char *s, size_t n,
                     hd_match *matches, size_t max) {
  return walk_letters(&trie->data, 0, 0, (hd_str){s, n}, matches, max);
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
  unsigned starts = starts_of(&trie->data, first);
  if (starts & HD_TRIE_SINGLE)
    return false;
  c.at -= 3;
  return !(starts & HD_TRIE_LONGER) || !next_label(&c, &second) ||
         !may_go_on(&trie->data, first, second);
}

uint32_t hd_trie_node(const hd_trie *trie, hd_str word) {
  const hd_trie_data *d = &trie->data;
  uint32_t node = 0;
  for (size_t off = 0; off < word.n && (node || !off);) {
    uint32_t code;
    size_t used = hd_trie_label(word.p + off, word.n - off, &code);
    node = off                  ? find_kid(d, node, code)
           : starts_of(d, code) ? first_node(d, code)
                                : 0;
    off += used;
  }
  return node;
}

hd_match hd_trie_values(const hd_trie *trie, uint32_t node) {
  const hd_trie_data *d = &trie->data;
  uint32_t first = d->nodes[node].first;
  return (hd_match){0, d->values + first, d->nodes[node + 1].first - first};
}

size_t hd_trie_lower_on(const hd_trie *trie, uint32_t node, size_t off,
                        hd_str text, hd_match *matches, size_t max) {
  const hd_trie_data *d = &trie->data;
  size_t found = take_values(d, node, off, matches);
  return found + walk_letters(d, node, off, text, matches + found, max - found);
}

size_t hd_trie_back(const hd_trie *trie, const char *s, hd_span span,
                    hd_match *matches, size_t max) {
  cursor c = {s, span.end, span.off, true, true};
  if (none_ends(trie, s, span))
    return 0;
  return max ? walk(&trie->data, c, (finds){matches, 0, max, false}) : 0;
}

/* Most questions are about places at which no word begins. */
bool hd_trie_longest(const hd_trie *trie, const char *s, size_t n,
                     hd_match *match) {
  const hd_trie_data *d = &trie->data;
  const unsigned char *b = (const unsigned char *)s;
  uint32_t second = 0;
  if (n < 3 || !hd_utf8_is_three(b))
    return walk(d, (cursor){s, 0, n, false, false},
                (finds){match, 0, 1, true}) > 0;
  if (n >= 8) {
    uint64_t eight = hd_ascii_eight(s);
    if (!hd_trie_raw_two(d, eight) && !hd_trie_raw_one(d, eight))
      return false;
  }
  uint32_t first = hd_utf8_three(b);
  unsigned starts = starts_of(d, first);
  if (starts & HD_TRIE_LONGER && n > 3) {
    hd_trie_label(s + 3, n - 3, &second);
    if (!may_go_on(d, first, second))
      second = 0;
  }
  if (!second && !(starts & HD_TRIE_SINGLE))
    return false;
  return longest_at(d, s, n, (head){first, second, starts & HD_TRIE_SINGLE},
                    match);
}
