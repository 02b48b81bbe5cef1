/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened the sets of words that each pattern needs are entered;
 * a set is a bit, which a text has that holds one of its words. A text is then
 * looked through once for all patterns, by the two bytes that stand at each
 * place: a word is entered where its rarest two are, by an estimate, and asked
 * for only where a text has those. A word is in many sets, so what is noted is
 * words, of 64 texts together, and the sets are gone through once behind them.
 * A wrong "yes" costs time only. */
#include "need.h"
#include "prepared.h"

/* Of two bytes: the first is a word; words are told by them, or by three or
 * four bytes from them on. */
enum { BYTE = 1, BY_TWO = 2, BY_THREE = 4, BY_FOUR = 8 };

enum { WINDOW = 8 /* bytes that are compared at once */ };

static inline bool has(const uint64_t *bits, size_t at) {
  return bits[at / 64] >> at % 64 & 1;
}

static inline void set(uint64_t *bits, size_t at) {
  bits[at / 64] |= (uint64_t)1 << at % 64;
}

/* The two bytes at p as a number. */
static inline uint16_t pair_at(const char *p) {
  uint16_t pair;
  memcpy(&pair, p, sizeof pair);
  return pair;
}

/* The first n bytes of a window, two to four, as those of a number. */
static inline uint32_t head_of(uint64_t window, size_t n) {
  uint32_t head = 0;
  memcpy(&head, &window, sizeof head);
  uint32_t mask = 0;
  memset(&mask, 0xff, n);
  return head & mask;
}

/* The slot of words that are told by them. */
static inline size_t slot_of(uint32_t head) { return head * 0x9e3779b1u >> 16; }

/* The first eight bytes of s, zeros behind its end. */
static inline uint64_t window_of(hd_str s) {
  uint64_t window = 0;
  if (s.n >= sizeof window)
    memcpy(&window, s.p, sizeof window);
  else
    memcpy(&window, s.p, s.n);
  return window;
}

/* ---- tables ------------------------------------------------------------- */
typedef struct hd_needed_own {
  HD_VEC(hd_needed_node) nodes;
  HD_VEC(hd_needed_word) words;
  HD_VEC(hd_needed_member) members;
  HD_VEC(char) bytes;
  uint32_t slots[HD_NEED_SLOTS];
  unsigned char how[HD_NEED_PAIRS];
  uint32_t of_byte[HD_NEED_BYTES];
} own_tables;

static void show(hd_needed *needed) {
  own_tables *own = needed->own;
  needed->tables.nodes = own->nodes.items;
  needed->tables.n_nodes = own->nodes.n;
  needed->tables.words = own->words.items;
  needed->tables.n_words = own->words.n;
  needed->tables.members = own->members.items;
  needed->tables.n_members = own->members.n;
  needed->tables.bytes = own->bytes.items;
  needed->tables.n_bytes = own->bytes.n;
  needed->tables.slots = own->slots;
  needed->tables.how = own->how;
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

/* Tables of its own, in which words may be entered. */
static own_tables *own_of(hd_needed *needed) {
  const hd_needed_tables *from = &needed->tables;
  hd_arena *arena = needed->arena;
  if (needed->own)
    return needed->own;
  own_tables *own = needed->own = HD_NEW(arena, own_tables);
  if (!from->nodes) {
    HD_PUSH(arena, &own->nodes, ((hd_needed_node){0}));
    HD_PUSH(arena, &own->words, ((hd_needed_word){0}));
    HD_PUSH(arena, &own->members, ((hd_needed_member){0}));
    return own;
  }
  for (size_t i = 0; i < from->n_nodes; i++)
    HD_PUSH(arena, &own->nodes, from->nodes[i]);
  for (size_t i = 0; i < from->n_words; i++)
    HD_PUSH(arena, &own->words, from->words[i]);
  for (size_t i = 0; i < from->n_members; i++)
    HD_PUSH(arena, &own->members, from->members[i]);
  for (size_t i = 0; i < from->n_bytes; i++)
    HD_PUSH(arena, &own->bytes, from->bytes[i]);
  memcpy(own->slots, from->slots, sizeof own->slots);
  memcpy(own->how, from->how, sizeof own->how);
  memcpy(own->of_byte, from->of_byte, sizeof own->of_byte);
  return own;
}

/* ---- entering ---------------------------------------------------------- */

/* The bytes that one of a word stands for; their number. */
static size_t bytes_of(char c, const char **bytes) {
  static const char digits[] = "0123456789", blanks[] = " \t\n\v\f\r";
  if (c == HD_NEED_DIGIT || c == HD_NEED_BLANK) {
    *bytes = c == HD_NEED_DIGIT ? digits : blanks;
    return c == HD_NEED_DIGIT ? sizeof digits - 1 : sizeof blanks - 1;
  }
  return 1;
}

typedef enum { LETTER, CAPITAL, FIGURE, SPACE, LEAD, REST, SIGN } byte_kind;

static byte_kind kind_of(char c) {
  if (c >= 'a' && c <= 'z')
    return LETTER;
  if (c >= 'A' && c <= 'Z')
    return CAPITAL;
  if (c == HD_NEED_DIGIT || hd_ascii_is_digit(c))
    return FIGURE;
  if (c == HD_NEED_BLANK || hd_need_is_blank(c))
    return SPACE;
  return (unsigned char)c >= 0xc0   ? LEAD
         : (unsigned char)c >= 0x80 ? REST
                                    : SIGN;
}

/* How often two such bytes stand side by side, by a rough estimate, in a
 * million; of letters a fraction of it. */
static double share_of(const char *p) {
  static const int shares[7][7] = {
      /* a     A    0    _     lead rest sign */
      {870, 1, 1, 3800, 2, 1, 60},         /* letter */
      {25, 10, 1, 65, 1, 1, 5},            /* capital */
      {1, 1, 100, 500, 200, 1, 105},       /* figure */
      {3700, 600, 660, 2250, 690, 1, 740}, /* space */
      {1, 1, 1, 1, 1, 3000, 1},            /* lead */
      {1, 1, 150, 250, 3000, 300, 900},    /* rest */
      {18, 5, 85, 1770, 500, 1, 30}};      /* sign */
  static const int letters[26] = {65, 12, 22, 34, 100, 18, 16, 50, 60,
                                  2,  6,  33, 20, 57,  60, 15, 1,  50,
                                  50, 75, 22, 8,  19,  2,  16, 1};
  byte_kind first = kind_of(p[0]), second = kind_of(p[1]);
  double share = shares[first][second];
  if (first == LETTER)
    share *= letters[p[0] - 'a'] / 40.;
  if (second == LETTER)
    share *= letters[p[1] - 'a'] / 40.;
  for (int i = 0; i < 2; i++)
    share *= p[i] == HD_NEED_DIGIT ? 10 : 1;
  return share;
}

static bool is_plain(char c) {
  return c != HD_NEED_DIGIT && c != HD_NEED_BLANK;
}

/* By how many bytes the word is told there, two to four. */
static size_t told_by(hd_str word, size_t at) {
  size_t n = 0;
  while (n < 4 && at + n < word.n && is_plain(word.p[at + n]))
    n++;
  return n < 2 ? 2 : n;
}

/* Where in the word its two rarest bytes are. */
static size_t anchor_of(hd_str word) {
  double least = 1e12;
  size_t best = 0;
  for (size_t i = 0; i + 1 < word.n; i++) {
    double cost = share_of(word.p + i) * (5. - (double)told_by(word, i));
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/* A digit is told by its upper half, which it shares with a few signs. */
static hd_needed_node node_of(hd_str word, size_t anchor, uint32_t id) {
  hd_needed_node node = {.word = id,
                         .n = (uint16_t)word.n,
                         .before = (uint16_t)anchor,
                         .told = anchor == 0 && word.n <= WINDOW};
  unsigned char mask[WINDOW] = {0}, value[WINDOW] = {0};
  for (size_t i = 0; i < WINDOW && anchor + i < word.n; i++) {
    char c = word.p[anchor + i];
    bool digit = c == HD_NEED_DIGIT;
    mask[i] = digit ? 0xf0 : c == HD_NEED_BLANK ? 0 : 0xff;
    value[i] = (unsigned char)(digit ? '0' : c) & mask[i];
    if (mask[i] == 0)
      node.told = 0;
  }
  memcpy(&node.mask, mask, sizeof mask);
  memcpy(&node.value, value, sizeof value);
  return node;
}

/* Enters the node where two bytes, or more, stand. */
static void enter_at(hd_needed *needed, const char *pair, size_t told,
                     hd_needed_node node) {
  static const unsigned char by[] = {[2] = BY_TWO, [3] = BY_THREE, BY_FOUR};
  own_tables *own = needed->own;
  uint64_t window = told > 2 ? node.value : pair_at(pair);
  uint32_t *slot = &own->slots[slot_of(head_of(window, told))];
  own->how[pair_at(pair)] |= by[told];
  node.next = *slot;
  *slot = (uint32_t)own->nodes.n;
  HD_PUSH(needed->arena, &own->nodes, node);
}

/* Enters the word, of two bytes or more, where it is found by. */
static void enter(hd_needed *needed, hd_str word, uint32_t id) {
  size_t at = anchor_of(word);
  const char *first = word.p + at, *second = word.p + at + 1;
  size_t n = bytes_of(*first, &first), m = bytes_of(*second, &second);
  hd_needed_node node = node_of(word, at, id);
  for (size_t i = 0; i < n * m; i++)
    enter_at(needed, (char[2]){first[i / m], second[i % m]}, told_by(word, at),
             node);
}

/* The word in the set. */
static void join(hd_needed *needed, uint32_t id, uint32_t bit) {
  own_tables *own = needed->own;
  hd_needed_word *word = &own->words.items[id];
  hd_needed_member member = {bit, word->first};
  word->first = (uint32_t)own->members.n;
  HD_PUSH(needed->arena, &own->members, member);
}

/* The number of the word; *fresh: it is new. */
static uint32_t number_of(hd_needed *needed, hd_str word, bool *fresh) {
  own_tables *own = needed->own;
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
  if (has(needed->tables.lone, byte))
    return;
  set(needed->tables.lone, byte);
  for (unsigned next = 0; next < 256; next++)
    needed->own->how[pair_at((char[2]){*c, (char)next})] |= BYTE;
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
    *end++ = '\xff'; /* in no word */
  }
  bool fresh;
  uint32_t *slot = hd_map_at(needed->sets, (hd_str){key, size}, &fresh);
  if (fresh)
    *slot = needed->tables.n_sets;
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

/* A text, and by which bit its words are noted where. */
typedef struct {
  const hd_needed_tables *tables;
  hd_str s;
  uint64_t bit;
  hd_found *found;
} looking;

/* The words of a slot that stand at `at`, whose window that is. */
static void ask(const looking *l, uint32_t i, size_t at, uint64_t window) {
  const hd_needed_tables *t = l->tables;
  const hd_needed_node *node;
  for (; i; i = node->next) {
    node = &t->nodes[i];
    if ((window & node->mask) != node->value ||
        l->found->of_word[node->word] & l->bit)
      continue;
    if (node->told ||
        (at >= node->before && l->s.n - at + node->before >= node->n &&
         stands_at(l->s.p + at - node->before,
                   (hd_str){t->bytes + t->words[node->word].at, node->n})))
      note(l->found, node->word, l->bit);
  }
}

/* The words that two bytes tell which stand at `at`. */
static inline void ask_all(const looking *l, unsigned how, size_t at) {
  const hd_needed_tables *t = l->tables;
  uint64_t window = window_of((hd_str){l->s.p + at, l->s.n - at});
  uint32_t two = how & BY_TWO ? t->slots[slot_of(head_of(window, 2))] : 0;
  uint32_t three = how & BY_THREE ? t->slots[slot_of(head_of(window, 3))] : 0;
  uint32_t four = how & BY_FOUR ? t->slots[slot_of(head_of(window, 4))] : 0;
  if (two)
    ask(l, two, at, window);
  if (three)
    ask(l, three, at, window);
  if (four)
    ask(l, four, at, window);
}

void hd_needed_find(const hd_needed *needed, hd_str s, uint64_t bit,
                    hd_found *found) {
  const hd_needed_tables *t = &needed->tables;
  const looking l = {t, s, bit, found};
  uint64_t bytes[256 / 64] = {0};
  if (!t->how)
    return;
  for (size_t at = 0; at + 1 < s.n; at++) {
    unsigned how = t->how[pair_at(s.p + at)];
    if (how == 0)
      continue;
    if (how & BYTE)
      set(bytes, (unsigned char)s.p[at]);
    if (how != BYTE)
      ask_all(&l, how, at);
  }
  if (s.n > 0)
    set(bytes, (unsigned char)s.p[s.n - 1]);
  for (size_t i = 0; i < 2; i++)
    for (uint64_t bits = bytes[i] & t->lone[i]; bits; bits &= bits - 1)
      note(found, t->of_byte[i * 64 + (size_t)__builtin_ctzll(bits)], bit);
}
