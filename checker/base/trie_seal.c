/* trie_seal: lays out the edges of a trie for questions.
 *
 * In: the edges of an open trie. Out: its nodes in order of their depth (see
 * trie.h). The edges are sorted by (shorter prefix, code), so that those of
 * one prefix are a group; groups are put into a queue, the nodes of one group
 * one behind the other. A prefix of one code point has a node even where no
 * edge leads to it. */
#include "trie.h"
#include <stdlib.h>

enum { ROOT = HD_TRIE_ROOT };

typedef struct {
  hd_trie *trie;
  hd_trie_edge *edges; /* sorted */
  size_t n;
  uint32_t *group_of; /* of the prefix ROOT + i: its first edge, or n */
  uint32_t *names;    /* of each node */
  HD_VEC(hd_trie_node_data) nodes;
  HD_VEC(uint32_t) values;
} sealing;

static int by_prefix(const void *a, const void *b) {
  const hd_trie_edge *x = a, *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->code < y->code ? -1 : x->code > y->code;
}

static void sort_edges(sealing *s) {
  const hd_trie *trie = s->trie;
  s->edges =
      hd_arena_alloc(trie->arena, (trie->n_edges + 1) * sizeof *s->edges);
  for (size_t i = 0; i < trie->cap; i++)
    if (trie->edges[i].to)
      s->edges[s->n++] = trie->edges[i];
  qsort(s->edges, s->n, sizeof *s->edges, by_prefix);
  size_t names = trie->last_name - ROOT + 1;
  s->group_of = hd_arena_alloc(trie->arena, names * sizeof *s->group_of);
  for (size_t i = 0; i < names; i++)
    s->group_of[i] = (uint32_t)s->n;
  for (size_t i = s->n; i-- > 0;)
    if (s->edges[i].from >= ROOT)
      s->group_of[s->edges[i].from - ROOT] = (uint32_t)i;
}

/* Puts a node behind the others; e: the edge to it, NULL: none. */
static void put_node(sealing *s, uint32_t code, uint32_t name,
                     const hd_trie_edge *e) {
  hd_arena *arena = s->trie->arena;
  hd_trie_node_data node = {.code = code, .first = (uint32_t)s->values.n};
  s->names[s->nodes.n] = name;
  HD_PUSH(arena, &s->nodes, node);
  if (!e || e->values == HD_TRIE_NONE)
    return;
  if (e->values == HD_TRIE_ONE) {
    HD_PUSH(arena, &s->values, e->value);
    return;
  }
  const hd_trie_list *list = &s->trie->lists.items[e->value];
  for (size_t i = 0; i < list->n; i++)
    HD_PUSH(arena, &s->values, list->items[i]);
}

/* Nodes of all first code points: words that consist of one, and prefixes. */
static void put_first_nodes(sealing *s) {
  size_t word = s->group_of[0], prefix = 0;
  for (;;) {
    const hd_trie_edge *w =
        word < s->n && s->edges[word].from == ROOT ? &s->edges[word] : NULL;
    const hd_trie_edge *p = prefix < s->n && s->edges[prefix].from < ROOT
                                ? &s->edges[prefix]
                                : NULL;
    if (!w && !p)
      return;
    uint32_t code = !p || (w && w->code < p->from) ? w->code : p->from;
    bool own = w && w->code == code;
    put_node(s, code, code, own ? w : NULL);
    word += own;
    while (prefix < s->n && s->edges[prefix].from == code)
      prefix++;
  }
}

/* The nodes of the group of edges that begins at `first`. */
static void put_group(sealing *s, size_t first) {
  for (size_t i = first; i < s->n && s->edges[i].from == s->edges[first].from;
       i++)
    put_node(s, s->edges[i].code, s->edges[i].to, &s->edges[i]);
}

static void put_nodes(sealing *s) {
  hd_arena *arena = s->trie->arena;
  size_t most = 2 * s->n + 2, prefix = 0;
  s->names = hd_arena_alloc(arena, most * sizeof *s->names);
  put_node(s, 0, ROOT, NULL);
  s->nodes.items[0].kid = 1;
  put_first_nodes(s);
  for (size_t node = 1; node < s->nodes.n; node++) {
    s->nodes.items[node].kid = (uint32_t)s->nodes.n;
    uint32_t name = s->names[node];
    if (name > ROOT) {
      put_group(s, s->group_of[name - ROOT]);
      continue;
    }
    while (prefix < s->n && s->edges[prefix].from < name)
      prefix++;
    if (prefix < s->n && s->edges[prefix].from == name)
      put_group(s, prefix);
  }
  hd_trie_node_data behind = {.kid = (uint32_t)s->nodes.n,
                              .first = (uint32_t)s->values.n};
  HD_PUSH(arena, &s->nodes, behind);
}

/* How many code points words begin with before each word of each page. */
static void count_starts(hd_trie *trie) {
  uint32_t n = 0;
  for (size_t i = 0; i < 256; i++) {
    if (!trie->page_of[i])
      continue;
    hd_trie_page *page = &trie->pages.items[trie->page_of[i]];
    for (size_t k = 0; k < 8; k++) {
      page->before[k] = n;
      for (int at = 0; at < 64; at += 2)
        n += (page->bits[k] >> at & 3) != 0;
    }
  }
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

hd_match hd_trie_values(const hd_trie *trie, uint32_t node) {
  const hd_trie_data *d = &trie->data;
  uint32_t first = d->nodes[node].first;
  return (hd_match){0, d->values + first, d->nodes[node + 1].first - first};
}

/* Makes the slots of pairs and, anew, the set of their bits: that of the open
 * trie has room for all edges, which the fastest cache has not. */
static void index_pairs(hd_trie *trie) {
  enum { BITS_A_PAIR = 16, LEAST = 8 };
  hd_trie_data *d = &trie->data;
  uint32_t n = count_pairs(d) + LEAST;
  uint32_t words = log_of(n * BITS_A_PAIR / 64), slots = log_of(n + n / 2);
  uint64_t *filter = hd_arena_alloc(trie->arena, sizeof *filter << words);
  hd_trie_slot *pairs = hd_arena_alloc(trie->arena, sizeof *pairs << slots);
  d->shift = 32 - words;
  d->pair_shift = 32 - slots;
  for (uint32_t node = 1; n > LEAST && node < first_pair(d); node++)
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
  trie->filter = filter;
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
  enum { BITS_A_PAIR = 16, LEAST = 8 };
  hd_trie_data *d = &trie->data;
  uint32_t words = log_of((count_pairs(d) + LEAST) * BITS_A_PAIR / 64);
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
  sealing s = {.trie = trie};
  hd_trie_data *d = &trie->data;
  if (d->nodes)
    return;
  sort_edges(&s);
  put_nodes(&s);
  count_starts(trie);
  d->nodes = s.nodes.items;
  d->n_nodes = (uint32_t)s.nodes.n - 1;
  d->n_values = (uint32_t)s.values.n;
  if (s.values.n == 0)
    HD_PUSH(trie->arena, &s.values, 0);
  d->values = s.values.items;
  index_pairs(trie);
  index_single(trie);
  index_raw(trie);
  trie->edges = NULL;
  trie->cap = trie->n_edges = 0;
}

const hd_trie_data *hd_trie_sealed(const hd_trie *trie) {
  return trie->data.nodes ? &trie->data : NULL;
}
