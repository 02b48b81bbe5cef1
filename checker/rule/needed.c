/* needed: words entered where they will be asked for; see needed.h. */
#include "needed.h"
#include "host.h"
#include "needed_anchor.h"
#include <stdlib.h>

enum { WINDOW = 8 /* bytes that are compared at once */ };

/* ---- tables ------------------------------------------------------------- */
static void show(hd_needed *needed) {
  hd_needed_own *own = needed->own;
  needed->tables.nodes = own->nodes.items;
  needed->tables.n_nodes = own->nodes.n;
  needed->tables.words = own->words.items;
  needed->tables.n_words = own->words.n;
  needed->tables.members = own->members.items;
  needed->tables.n_members = own->members.n;
  needed->tables.bytes = own->bytes.items;
  needed->tables.n_bytes = own->bytes.n;
  needed->tables.keys = own->keys.items;
  needed->tables.n_keys = own->keys.n;
  needed->tables.of_char = own->of_char;
  needed->tables.how = own->how;
  needed->tables.heads = own->heads;
  needed->tables.slots = own->slots;
  needed->tables.of_byte = own->of_byte;
}

hd_needed *hd_needed_of(hd_arena *arena, const hd_needed_tables *tables) {
  hd_needed *needed = HD_NEW(arena, hd_needed);
  needed->arena = arena;
  needed->sets = hd_map_new(arena);
  needed->words = hd_map_new(arena);
  needed->tables = *tables;
  return needed;
}

hd_needed *hd_needed_new(hd_arena *arena) {
  return hd_needed_of(arena, &(hd_needed_tables){0});
}

/* The items, to which more may be pushed. */
#define COPY(arena, vec, from, count)                                          \
  ((vec)->items = (void *)hd_arena_copy(arena, (const void *)(from),           \
                                        (count) * sizeof *(from)),             \
   (vec)->n = (vec)->cap = (count))

/* Tables of its own, in which words may be entered. */
static hd_needed_own *own_of(hd_needed *needed) {
  const hd_needed_tables *from = &needed->tables;
  hd_arena *arena = needed->arena;
  if (needed->own)
    return needed->own;
  hd_needed_own *own = needed->own = HD_NEW(arena, hd_needed_own);
  if (!from->nodes) {
    HD_PUSH(arena, &own->nodes, ((hd_needed_node){0}));
    HD_PUSH(arena, &own->keys, ((hd_needed_key){0}));
    HD_PUSH(arena, &own->words, ((hd_needed_word){0}));
    HD_PUSH(arena, &own->members, ((hd_needed_member){0}));
    return own;
  }
  COPY(arena, &own->nodes, from->nodes, from->n_nodes);
  COPY(arena, &own->words, from->words, from->n_words);
  COPY(arena, &own->members, from->members, from->n_members);
  COPY(arena, &own->bytes, from->bytes, from->n_bytes);
  COPY(arena, &own->keys, from->keys, from->n_keys);
  memcpy(own->of_char, from->of_char, sizeof own->of_char);
  memcpy(own->how, from->how, sizeof own->how);
  memcpy(own->heads, from->heads, sizeof own->heads);
  memcpy(own->slots, from->slots, sizeof own->slots);
  memcpy(own->of_byte, from->of_byte, sizeof own->of_byte);
  return own;
}

/* ---- entering ----------------------------------------------------------- */

/* The bytes that one of a word stands for; their number. */
static size_t bytes_of(char c, const char **bytes) {
  static const char digits[] = "0123456789", blanks[] = " \t\n\v\f\r";
  if (c == HD_NEED_DIGIT || c == HD_NEED_BLANK) {
    *bytes = c == HD_NEED_DIGIT ? digits : blanks;
    return c == HD_NEED_DIGIT ? sizeof digits - 1 : sizeof blanks - 1;
  }
  return 1;
}

/* A digit is told by its upper half, which it shares with a few signs. */
static hd_needed_node node_of(hd_str word, size_t anchor, uint32_t id) {
  bool short_one = anchor == 0 && word.n <= WINDOW;
  bool plain = !memchr(word.p, HD_NEED_DIGIT, word.n) &&
               !memchr(word.p, HD_NEED_BLANK, word.n);
  hd_needed_node node = {.word = id,
                         .n = (uint16_t)word.n,
                         .before = (uint16_t)anchor,
                         .told = short_one ? HD_TOLD_BY_VALUE
                                 : plain   ? HD_TOLD_BY_BYTES
                                           : HD_TOLD_BY_KINDS};
  unsigned char mask[WINDOW] = {0}, value[WINDOW] = {0};
  for (size_t i = 0; i < WINDOW && anchor + i < word.n; i++) {
    char c = word.p[anchor + i];
    bool digit = c == HD_NEED_DIGIT;
    mask[i] = digit ? 0xf0 : c == HD_NEED_BLANK ? 0 : 0xff;
    value[i] = (unsigned char)(digit ? '0' : c) & mask[i];
    if (mask[i] == 0)
      node.told = HD_TOLD_BY_KINDS;
  }
  memcpy(&node.mask, mask, sizeof mask);
  memcpy(&node.value, value, sizeof value);
  return node;
}

static void push_node(hd_needed *needed, uint16_t *first, uint16_t *crowd,
                      hd_needed_node node) {
  node.next = *first;
  *first = (uint16_t)needed->own->nodes.n;
  if (crowd && *crowd < UINT16_MAX)
    ++*crowd;
  HD_PUSH(needed->arena, &needed->own->nodes, node);
}

/* Enters the node at the character of three bytes at p, which rest stands
 * behind. */
static void enter_char(hd_needed *needed, const char *p, hd_str rest,
                       hd_needed_node node) {
  hd_needed_own *own = needed->own;
  uint16_t *at = &own->of_char[hd_needed_char(p)];
  if (!*at) {
    *at = (uint16_t)own->keys.n;
    HD_PUSH(needed->arena, &own->keys, ((hd_needed_key){0}));
  }
  hd_needed_key *key = &own->keys.items[*at];
  if (rest.n == 0 && node.before == 0) {
    key->word = (uint16_t)node.word;
    return;
  }
  if (rest.n == 0) {
    push_node(needed, &key->first, NULL, node);
    return;
  }
  uint32_t follow = hd_needed_follow(rest.p, rest.n);
  size_t slot = hd_needed_slot(*at, follow);
  key->follows |= (uint64_t)1 << hd_needed_bit(follow);
  push_node(needed, &own->slots[slot], &own->lengths[slot], node);
}

/* Enters the node where these bytes, so many, stand. */
static void enter_head(hd_needed *needed, const char *bytes, size_t told,
                       hd_needed_node node) {
  hd_needed_own *own = needed->own;
  uint32_t head = hd_needed_head(bytes, told);
  size_t slot = hd_needed_head_slot(head, told);
  uint32_t first = hd_needed_triple(bytes, HD_TOLD_LEAST);
  if (told > HD_TOLD_LEAST)
    own->how[first | hd_needed_class(bytes + HD_TOLD_LEAST)] |=
        hd_needed_by(told);
  else
    for (uint32_t third = 0; third < 1 << HD_CLASS_BITS; third++)
      own->how[first | third] |= hd_needed_by(told);
  push_node(needed, &own->heads[slot], &own->crowds[slot], node);
}

/* Enters the word, of two bytes or more, where it is found by. */
static void enter(hd_needed *needed, hd_str word, uint32_t id) {
  size_t at = hd_needed_choose(needed->own, word);
  hd_needed_node node = node_of(word, at, id);
  if (hd_needed_width(word, at) == 3) {
    enter_char(needed, word.p + at, (hd_str){word.p + at + 3, word.n - at - 3},
               node);
    return;
  }
  char bytes[HD_TOLD_MOST];
  size_t told = hd_needed_told_by(word, at);
  memcpy(bytes, word.p + at, told);
  const char *first = word.p + at, *second = first + 1;
  size_t n = *first == HD_NEED_DIGIT ? bytes_of(*first, &first) : 1;
  size_t m = *second == HD_NEED_DIGIT ? bytes_of(*second, &second) : 1;
  for (size_t i = 0; i < n * m; i++) {
    bytes[0] = first[i / m];
    bytes[1] = second[i % m];
    enter_head(needed, bytes, told, node);
  }
}

/* The word in the set. */
static void join(hd_needed *needed, uint32_t id, uint32_t bit) {
  hd_needed_own *own = needed->own;
  hd_needed_word *word = &own->words.items[id];
  hd_needed_member member = {bit, word->first};
  word->first = (uint32_t)own->members.n;
  HD_PUSH(needed->arena, &own->members, member);
}

/* The number of the word; *fresh: it is new. */
static uint32_t number_of(hd_needed *needed, hd_str word, bool *fresh) {
  hd_needed_own *own = needed->own;
  uint32_t *id = hd_map_at(needed->words, word, fresh);
  if (!*fresh)
    return *id;
  *id = (uint32_t)own->words.n;
  hd_needed_word w = {.at = (uint32_t)own->bytes.n};
  HD_PUSH(needed->arena, &own->words, w);
  for (size_t i = 0; i < word.n; i++)
    HD_PUSH(needed->arena, &own->bytes, word.p[i]);
  return *id;
}

/* Enters one byte as a word, which may be known. */
static void enter_byte(hd_needed *needed, const char *c, uint32_t bit) {
  unsigned char byte = (unsigned char)*c % HD_NEED_BYTES;
  bool fresh;
  uint32_t *id = &needed->own->of_byte[byte];
  if (!*id)
    *id = number_of(needed, (hd_str){c, 1}, &fresh);
  join(needed, *id, bit);
  needed->tables.lone[byte / 64] |= (uint64_t)1 << byte % 64;
}

void hd_needed_add(hd_needed *needed, hd_str word, uint32_t bit) {
  const char *bytes = word.p;
  bool fresh = false;
  own_of(needed);
  if (bit >= needed->tables.n_sets)
    needed->tables.n_sets = bit + 1;
  if (word.n > 1) {
    uint32_t id = number_of(needed, word, &fresh);
    join(needed, id, bit);
    if (fresh)
      enter(needed, word, id);
  } else {
    for (size_t n = bytes_of(*word.p, &bytes); n > 0; n--)
      enter_byte(needed, &bytes[n - 1], bit);
  }
  show(needed);
}

/* Is there room for the words of a set? A key has a character each, a list a
 * node for each pair of digits. */
static bool has_room(const hd_needed_tables *t, const hd_need *set) {
  enum { PAIRS = 100 };
  size_t nodes = 0;
  for (size_t i = 0; i < set->n; i++)
    nodes +=
        memchr(set->items[i].p, HD_NEED_DIGIT, set->items[i].n) ? PAIRS : 1;
  return t->n_nodes + nodes < UINT16_MAX && t->n_words + set->n < UINT16_MAX &&
         t->n_keys + set->n < UINT16_MAX;
}

/* The bit of a set, the same for the same words in the same order; false: no
 * bit or room is left. */
static bool find_set(hd_needed *needed, const hd_need *set, uint32_t *bit) {
  size_t size = 0;
  for (size_t i = 0; i < set->n; i++)
    size += set->items[i].n + 1;
  char *key = hd_arena_alloc(needed->arena, size), *end = key;
  for (size_t i = 0; i < set->n; i++) {
    memcpy(end, set->items[i].p, set->items[i].n);
    end += set->items[i].n;
    *end++ = '\xff'; /* in no word */
  }
  bool fresh;
  uint32_t *slot = hd_map_at(needed->sets, (hd_str){key, size}, &fresh);
  if (fresh)
    *slot =
        has_room(&needed->tables, set) ? needed->tables.n_sets : HD_NEED_BITS;
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
  if (needed->lexicon)
    hd_frequent_drop(needed->lexicon, &needs);
  for (size_t k = 0; k < needs.n; k++)
    if (find_set(needed, &needs.sets[k], &bit))
      p->needs[p->n_needs++] = (uint16_t)bit;
}

/* ---- settling ---------------------------------------------------------- */
typedef struct {
  uint64_t begins; /* what it is asked for by, as a number */
  size_t order;
  uint16_t *first; /* of a list */
} place;

static int by_begin(const void *a, const void *b) {
  const place *x = a, *y = b;
  return x->begins != y->begins
             ? (x->begins > y->begins) - (x->begins < y->begins)
             : (x->order > y->order) - (x->order < y->order);
}

typedef struct {
  hd_needed_own *own;
  place *places;
  size_t n;
} settling;

static void add_place(settling *s, uint16_t *first) {
  if (*first == 0)
    return;
  uint64_t value = s->own->nodes.items[*first].value;
  s->places[s->n] = (place){__builtin_bswap64(value), s->n, first};
  s->n++;
}

/* All lists, those that are asked for by the same bytes side by side. */
static void sort_lists(settling *s) {
  for (size_t i = 0; i < s->own->keys.n; i++)
    add_place(s, &s->own->keys.items[i].first);
  for (size_t i = 0; i < HD_NEED_SLOTS; i++) {
    add_place(s, &s->own->slots[i]);
    add_place(s, &s->own->heads[i]);
  }
  qsort(s->places, s->n, sizeof *s->places, by_begin);
}

/* Gives the word its next number, where it has none yet. */
static uint32_t renumber(hd_needed_own *own, uint32_t *numbers,
                         const hd_needed_own *old, uint32_t word) {
  if (!numbers[word]) {
    numbers[word] = (uint32_t)own->words.n++;
    own->words.items[numbers[word]] = old->words.items[word];
  }
  return numbers[word];
}

void hd_needed_settle(hd_needed *needed) {
  hd_needed_own *own = own_of(needed), old = *own;
  hd_arena *arena = needed->arena;
  settling s = {.own = own};
  s.places = hd_arena_alloc(arena, old.nodes.n * sizeof *s.places);
  uint32_t *numbers = hd_arena_alloc(arena, old.words.n * sizeof *numbers);
  sort_lists(&s);
  own->nodes.items =
      hd_arena_alloc(arena, old.nodes.n * sizeof *old.nodes.items);
  own->words.items =
      hd_arena_alloc(arena, old.words.n * sizeof *old.words.items);
  own->nodes.cap = old.nodes.n;
  own->words.cap = old.words.n;
  own->nodes.n = own->words.n = 1;         /* the first counts for nothing */
  for (size_t i = 0; i < own->keys.n; i++) /* which stand most often */
    if (own->keys.items[i].word)
      own->keys.items[i].word =
          (uint16_t)renumber(own, numbers, &old, own->keys.items[i].word);
  for (size_t i = 0; i < s.n; i++) {
    uint32_t at = *s.places[i].first;
    *s.places[i].first = (uint16_t)own->nodes.n;
    while (at) {
      hd_needed_node *node = &own->nodes.items[own->nodes.n++];
      *node = old.nodes.items[at];
      at = node->next;
      node->next = at ? (uint32_t)own->nodes.n : 0;
      node->word = renumber(own, numbers, &old, node->word);
    }
  }
  for (size_t i = 0; i < HD_NEED_BYTES; i++)
    if (own->of_byte[i])
      own->of_byte[i] = renumber(own, numbers, &old, own->of_byte[i]);
  show(needed);
}
