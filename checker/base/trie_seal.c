/* trie_seal: words in, nodes out (see trie.h).
 *
 * The words are sorted by their labels, so that those that begin alike are a
 * range. A node is such a range; nodes are put into a queue, and each puts
 * those of its next labels behind the others. */
#include "trie.h"
#include <assert.h>
#include <stdlib.h>

hd_trie *hd_trie_new(hd_arena *arena) {
  hd_trie *trie = HD_NEW(arena, hd_trie);
  trie->arena = arena;
  return trie;
}

void hd_trie_add(hd_trie *trie, hd_str word, uint32_t value) {
  assert(!trie->data.nodes);
  if (word.n == 0)
    return;
  uint32_t *codes = hd_arena_alloc(trie->arena, word.n * sizeof *codes), n = 0;
  for (size_t off = 0; off < word.n; n++)
    off += hd_trie_label(word.p + off, word.n - off, &codes[n]);
  hd_trie_word w = {codes, n, value, (uint32_t)trie->words.n};
  HD_PUSH(trie->arena, &trie->words, w);
}

static int by_labels(const void *a, const void *b) {
  const hd_trie_word *x = a, *y = b;
  for (uint32_t i = 0; i < x->n && i < y->n; i++)
    if (x->codes[i] != y->codes[i])
      return x->codes[i] < y->codes[i] ? -1 : 1;
  if (x->n != y->n)
    return x->n < y->n ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* ---- nodes -------------------------------------------------------------- */

/* The words of a node: they have `depth` labels in common. */
typedef struct {
  size_t low, high;
  uint32_t depth;
} range;

typedef struct {
  hd_arena *arena;
  const hd_trie_word *words; /* sorted */
  HD_VEC(hd_trie_node_data) nodes;
  HD_VEC(range) ranges; /* of the nodes */
  HD_VEC(uint32_t) values;
} sealing;

/* Puts a node behind the others, with the values of the word that ends there,
 * which comes first. */
static void put_node(sealing *s, uint32_t code, range r) {
  hd_trie_node_data node = {.code = code, .first = (uint32_t)s->values.n};
  HD_PUSH(s->arena, &s->nodes, node);
  HD_PUSH(s->arena, &s->ranges, r);
  for (; r.low < r.high && s->words[r.low].n == r.depth; r.low++)
    HD_PUSH(s->arena, &s->values, s->words[r.low].value);
}

/* The children of a node. */
static void put_kids(sealing *s, size_t node) {
  range r = s->ranges.items[node];
  s->nodes.items[node].kid = (uint32_t)s->nodes.n;
  while (r.low < r.high && s->words[r.low].n == r.depth)
    r.low++;
  while (r.low < r.high) {
    range kid = {r.low, r.low, r.depth + 1};
    uint32_t code = s->words[r.low].codes[r.depth];
    while (kid.high < r.high && s->words[kid.high].codes[r.depth] == code)
      kid.high++;
    put_node(s, code, kid);
    r.low = kid.high;
  }
}

static void put_nodes(hd_trie *trie) {
  sealing s = {.arena = trie->arena, .words = trie->words.items};
  hd_trie_data *d = &trie->data;
  put_node(&s, 0, (range){0, trie->words.n, 0});
  for (size_t node = 0; node < s.nodes.n; node++)
    put_kids(&s, node);
  hd_trie_node_data behind = {.kid = (uint32_t)s.nodes.n,
                              .first = (uint32_t)s.values.n};
  d->n_nodes = (uint32_t)s.nodes.n;
  HD_PUSH(s.arena, &s.nodes, behind);
  if (s.values.n == 0)
    HD_PUSH(s.arena, &s.values, 0);
  d->nodes = s.nodes.items;
  d->values = s.values.items;
}

/* ---- what is asked before them ------------------------------------------ */

/* Which code points words begin with; the first page is the empty one. */
static void index_starts(hd_trie *trie) {
  hd_trie_data *d = &trie->data;
  HD_VEC(hd_trie_page) pages = {0};
  uint16_t *page_of = hd_arena_alloc(trie->arena, 256 * sizeof *page_of);
  HD_PUSH(trie->arena, &pages, (hd_trie_page){0});
  for (uint32_t i = 1; i < d->nodes[1].kid && d->nodes[i].code < 0x10000; i++) {
    const hd_trie_node_data *node = &d->nodes[i];
    uint16_t *at = &page_of[node->code / 256];
    if (!*at) {
      *at = (uint16_t)pages.n;
      HD_PUSH(trie->arena, &pages, (hd_trie_page){0});
    }
    hd_trie_page *page = &pages.items[*at];
    size_t word = node->code / 32 % 8;
    uint64_t bits = node->first != node[1].first ? HD_TRIE_SINGLE : 0;
    bits |= node->kid != node[1].kid ? HD_TRIE_LONGER : 0;
    if (!page->bits[word])
      page->before[word] = i - 1;
    page->bits[word] |= bits << node->code % 32 * 2;
  }
  d->page_of = page_of;
  d->pages = pages.items;
}

/* The first node that is of two code points. */
static uint32_t first_pair(const hd_trie_data *d) { return d->nodes[1].kid; }

/* How many nodes are of two code points: children of those of one. */
static uint32_t count_pairs(const hd_trie_data *d) {
  return d->n_nodes > 1 ? d->nodes[first_pair(d)].kid - first_pair(d) : 0;
}

static uint32_t log_of(size_t n) {
  uint32_t log = 0;
  while ((size_t)1 << log < n)
    log++;
  return log;
}

/* The size of a set of bits of all pairs, as a logarithm of words of 64: it is
 * to fit into the fastest cache. */
enum { BITS_A_PAIR = 16, LEAST_PAIRS = 8 };
static uint32_t words_of_pairs(const hd_trie_data *d) {
  return log_of((count_pairs(d) + LEAST_PAIRS) * BITS_A_PAIR / 64);
}

static uint16_t kids_of(const hd_trie_data *d, uint32_t node) {
  unsigned kids = 0;
  for (uint32_t k = d->nodes[node].kid; k < d->nodes[node + 1].kid; k++)
    kids |= hd_trie_kid(d->nodes[k].code);
  return (uint16_t)kids;
}

/* The slot of the node k of two code points. */
static hd_trie_slot slot_of(const hd_trie_data *d, uint32_t first, uint32_t k) {
  const hd_trie_node_data *node = &d->nodes[k];
  uint32_t values = node[1].first - node->first, kids = node[1].kid - node->kid;
  bool many = kids >= HD_TRIE_MANY_KIDS;
  if (values > HD_TRIE_MOST_VALUES)
    values = HD_TRIE_MOST_VALUES;
  return (hd_trie_slot){.pair = hd_trie_pair(first, node->code),
                        .kid = many ? k : node->kid,
                        .value =
                            values == 1 ? d->values[node->first] : node->first,
                        .n_values = (uint8_t)values,
                        .n_kids = (uint8_t)(many ? HD_TRIE_MANY_KIDS : kids),
                        .kids = kids_of(d, k)};
}

uint16_t hd_trie_kids(const hd_trie *trie, uint32_t node) {
  return kids_of(&trie->data, node);
}

/* The slots of pairs, and the set of their bits. */
static void index_pairs(hd_trie *trie) {
  hd_trie_data *d = &trie->data;
  uint32_t n = count_pairs(d) + LEAST_PAIRS;
  uint32_t words = words_of_pairs(d), slots = log_of(n + n / 2);
  uint64_t *filter = hd_arena_alloc(trie->arena, sizeof *filter << words);
  hd_trie_slot *pairs = hd_arena_alloc(trie->arena, sizeof *pairs << slots);
  d->shift = 32 - words;
  d->pair_shift = 32 - slots;
  for (uint32_t node = 1; n > LEAST_PAIRS && node < first_pair(d); node++)
    for (uint32_t k = d->nodes[node].kid; k < d->nodes[node + 1].kid; k++) {
      uint32_t first = d->nodes[node].code, second = d->nodes[k].code;
      uint32_t hash = hd_trie_hash(first, second), i = hash >> d->pair_shift;
      filter[hash >> d->shift] |= hd_trie_bits(hash);
      if ((first | second) >= 0x10000)
        continue;
      while (pairs[i].pair)
        i = (i + 1) & (UINT32_MAX >> d->pair_shift);
      pairs[i] = slot_of(d, first, k);
    }
  d->filter = filter;
  d->pairs = pairs;
}

/* Which ideographs are words, and behind which words go on. */
static void index_single(hd_trie *trie) {
  hd_trie_data *d = &trie->data;
  enum { WORDS = (HD_TRIE_HAN_END - HD_TRIE_HAN) / 64 };
  uint64_t *single = hd_arena_alloc(trie->arena, WORDS * sizeof *single);
  uint64_t *longer = hd_arena_alloc(trie->arena, WORDS * sizeof *longer);
  for (uint32_t i = 1; i < d->n_nodes && i < d->nodes[1].kid; i++) {
    const hd_trie_node_data *node = &d->nodes[i];
    if (node->code < HD_TRIE_HAN || node->code >= HD_TRIE_HAN_END)
      continue;
    uint32_t in = (node->code - HD_TRIE_HAN) / 64;
    uint64_t bit = (uint64_t)1 << node->code % 64;
    single[in] |= node->first != node[1].first ? bit : 0;
    longer[in] |= node->kid != node[1].kid ? bit : 0;
  }
  d->single = single;
  d->longer = longer;
}

/* Is the code point three bytes long? */
static bool is_three(uint32_t code) { return code >= 0x800 && code < 0x10000; }

/* As it is written, the first byte lowest. */
static uint64_t three_of(uint32_t code) {
  return (0xe0 | code >> 12) | (0x80 | (code >> 6 & 63)) << 8 |
         (0x80 | (code & 63)) << 16;
}

static void set_bit(uint64_t *bits, hd_trie_place at) {
  bits[at.word] |= (uint64_t)1 << at.bit;
}

/* The bits of characters as they are written. */
static void index_raw(hd_trie *trie) {
  hd_trie_data *d = &trie->data;
  uint32_t words = words_of_pairs(d);
  uint64_t *twos = hd_arena_alloc(trie->arena, sizeof *twos << words);
  uint64_t *ones = hd_arena_alloc(trie->arena, sizeof *ones * HD_TRIE_ONES);
  d->twos_mask = ((uint32_t)1 << words) - 1;
  for (uint32_t node = 1; node < d->n_nodes && node < first_pair(d); node++) {
    const hd_trie_node_data *at = &d->nodes[node];
    uint64_t first = three_of(at->code);
    bool whole = at->first != at[1].first;
    for (uint32_t k = at->kid; is_three(at->code) && k < at[1].kid; k++)
      if (is_three(d->nodes[k].code))
        set_bit(twos, hd_trie_two(d, first | three_of(d->nodes[k].code) << 24));
      else
        whole = true; /* two characters do not tell it */
    if (is_three(at->code) && whole)
      set_bit(ones, hd_trie_one(first));
  }
  d->twos = twos;
  d->ones = ones;
}

void hd_trie_seal(hd_trie *trie) {
  assert(!trie->data.nodes);
  if (trie->words.n)
    qsort(trie->words.items, trie->words.n, sizeof *trie->words.items,
          by_labels);
  put_nodes(trie);
  index_starts(trie);
  index_pairs(trie);
  index_single(trie);
  index_raw(trie);
  memset(&trie->words, 0, sizeof trie->words);
}
