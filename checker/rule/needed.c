/* needed: the words that patterns of `on` need, and where texts hold them.
 *
 * While rules are opened the sets of words that each pattern needs are entered;
 * a set is a bit, which a text has that holds one of its words. A text is then
 * looked through once for all patterns, character by character: a word is
 * entered at its anchor and asked for only where a text has that. An anchor is
 * a character of three bytes with, by a bit of 64, what stands behind it, or
 * two to four other bytes. All that most places of a text are asked for is a
 * byte of a table, by the classes of three bytes. A word is in many sets, so
 * what is noted is words, of 64 texts together, and the sets are gone through
 * once behind them. A wrong "yes" costs time only. */
#include "need.h"
#include "prepared.h"
#include <stdlib.h>

enum { WINDOW = 8 /* bytes that are compared at once */ };

/* What tells a word that may stand at a place: the bytes of its window alone,
 * all bytes as they are, or each byte by what it stands for. */
enum { BY_WINDOW, BY_BYTES, BY_KINDS };

static inline void set(uint64_t *bits, size_t at) {
  bits[at / 64] |= (uint64_t)1 << at % 64;
}

/* Does a character of three bytes begin with it? */
static inline bool begins_three(char c) {
  return ((unsigned char)c & 0xf0) == 0xe0;
}

/* The code point of three bytes. */
static inline uint16_t char_at(const char *p) {
  return (uint16_t)((p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f));
}

/* A byte as it tells words: all blanks are one. */
static const unsigned char told_as[256] = {
    0,   1,   2,   3,   4,   5,   6,   7,   8,   2,   2,   2,   2,   2,   14,
    15,  16,  17,  18,  19,  20,  21,  22,  23,  24,  25,  26,  27,  28,  29,
    30,  31,  2,   33,  34,  35,  36,  37,  38,  39,  40,  41,  42,  43,  44,
    45,  46,  47,  48,  49,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,
    60,  61,  62,  63,  64,  65,  66,  67,  68,  69,  70,  71,  72,  73,  74,
    75,  76,  77,  78,  79,  80,  81,  82,  83,  84,  85,  86,  87,  88,  89,
    90,  91,  92,  93,  94,  95,  96,  97,  98,  99,  100, 101, 102, 103, 104,
    105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134,
    135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149,
    150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164,
    165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179,
    180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194,
    195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209,
    210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224,
    225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239,
    240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254,
    255};

/* What stands at p, which has left bytes, at least one: all digits are one. */
static inline uint32_t follow_at(const char *p, size_t left) {
  if (left >= 3 && begins_three(*p))
    return char_at(p);
  return hd_ascii_is_digit(*p) ? HD_NEED_DIGIT : told_as[(unsigned char)*p];
}

/* Which bit of 64 tells what stands behind an anchor. */
static inline uint32_t follow_shift(uint32_t follow) {
  return follow * 0x9e3779b1u >> 26;
}

/* The slot of words with the key and what stands behind it. */
static inline size_t slot_of(uint32_t key, uint32_t follow) {
  return (key << 16 ^ follow) * 0x9e3779b1u >> (32 - HD_NEED_SLOT_BITS);
}

/* Classes of bytes, 32 of them: letters whatever their case, and other bytes in
 * a few kinds; behind the end of a text is END. */
enum { CLASS_BITS = 5, END = 0, DIGITS = 27, BLANKS, HIGH, SIGNS, CONTROLS };
#define LETTERS                                                                \
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,   \
      22, 23, 24, 25, 26
#define FOUR(c) c, c, c, c
#define SIXTEEN(c) FOUR(c), FOUR(c), FOUR(c), FOUR(c)
static const unsigned char class_of[256] = {CONTROLS,       CONTROLS,
                                            BLANKS,         CONTROLS,
                                            FOUR(CONTROLS), CONTROLS,
                                            BLANKS,         BLANKS,
                                            BLANKS,         BLANKS,
                                            BLANKS,         CONTROLS,
                                            CONTROLS,       SIXTEEN(CONTROLS),
                                            BLANKS,         SIGNS,
                                            SIGNS,          SIGNS,
                                            FOUR(SIGNS),    FOUR(SIGNS),
                                            FOUR(SIGNS),    FOUR(DIGITS),
                                            FOUR(DIGITS),   DIGITS,
                                            DIGITS,         SIGNS,
                                            SIGNS,          FOUR(SIGNS),
                                            SIGNS,          LETTERS,
                                            SIGNS,          SIGNS,
                                            SIGNS,          SIGNS,
                                            SIGNS,          SIGNS,
                                            LETTERS,        SIGNS,
                                            SIGNS,          SIGNS,
                                            SIGNS,          CONTROLS,
                                            SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                            SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                            SIXTEEN(HIGH),  SIXTEEN(HIGH),
                                            SIXTEEN(HIGH),  SIXTEEN(HIGH)};

static inline uint32_t class_at(const char *p) {
  return class_of[(unsigned char)*p];
}

/* The place of three classes, from that of the three before. */
static inline uint32_t step_triple(uint32_t triple, uint32_t next) {
  return (triple << CLASS_BITS | next) & (HD_NEED_TRIPLES - 1);
}

/* The classes of the first three bytes at p, which has left of them. */
static inline uint32_t triple_at(const char *p, size_t left) {
  uint32_t triple = class_at(p);
  triple = step_triple(triple, left > 1 ? class_at(p + 1) : END);
  return step_triple(triple, left > 2 ? class_at(p + 2) : END);
}

/* BY[n]: words are told by n bytes from two on. */
enum { TOLD_LEAST = 2, TOLD_MOST = 4 };
static const unsigned char BY[] = {[2] = 1, [3] = 2, [4] = 4};

static inline uint32_t head_byte(const char *p, size_t i) {
  return (uint32_t)told_as[(unsigned char)p[i]] << 8 * i;
}

/* The first n of the bytes at p, two to four, as a number. */
static inline uint32_t head_at(const char *p, size_t n) {
  uint32_t head = head_byte(p, 0) | head_byte(p, 1);
  head |= n > 2 ? head_byte(p, 2) : 0;
  return head | (n > 3 ? head_byte(p, 3) : 0);
}

/* The slot of words that are told by so many bytes. */
static inline size_t head_slot(uint32_t head, size_t told) {
  return (head + (uint32_t)told) * 0x9e3779b1u >> (32 - HD_NEED_SLOT_BITS);
}

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
  HD_VEC(hd_needed_key) keys;
  uint16_t of_char[HD_NEED_PLACES];
  unsigned char how[HD_NEED_TRIPLES];
  uint16_t heads[HD_NEED_SLOTS];
  uint16_t crowds[HD_NEED_SLOTS]; /* nodes of each of these, entered here */
  uint16_t slots[HD_NEED_SLOTS];
  uint16_t lengths[HD_NEED_SLOTS]; /* of the lists of slots, entered here */
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

/* Tables of its own, in which words may be entered. */
static own_tables *own_of(hd_needed *needed) {
  const hd_needed_tables *from = &needed->tables;
  hd_arena *arena = needed->arena;
  if (needed->own)
    return needed->own;
  own_tables *own = needed->own = HD_NEW(arena, own_tables);
  if (!from->nodes) {
    HD_PUSH(arena, &own->nodes, ((hd_needed_node){0}));
    HD_PUSH(arena, &own->keys, ((hd_needed_key){0}));
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
  for (size_t i = 0; i < from->n_keys; i++)
    HD_PUSH(arena, &own->keys, from->keys[i]);
  memcpy(own->of_char, from->of_char, sizeof own->of_char);
  memcpy(own->how, from->how, sizeof own->how);
  memcpy(own->heads, from->heads, sizeof own->heads);
  memcpy(own->slots, from->slots, sizeof own->slots);
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

/* Of letters, so many in a thousand. */
static const int letters[26] = {65, 12, 22, 34, 100, 18, 16, 50, 60,
                                2,  6,  33, 20, 57,  60, 15, 1,  50,
                                50, 75, 22, 8,  19,  2,  16, 1};

/* How often two such bytes stand side by side, by a rough estimate, in a
 * million; of letters a fraction of it. */
static double share_of(const char *p) {
  static const int shares[7][7] = {
      /* a     A    0    _     lead rest sign */
      {870, 1, 1, 3800, 2, 1, 60},         /* letter */
      {25, 10, 1, 65, 1, 1, 5},            /* capital */
      {1, 1, 1500, 500, 200, 1, 105},      /* figure */
      {3700, 600, 660, 2250, 690, 1, 740}, /* space */
      {1, 1, 1, 1, 1, 3000, 1},            /* lead */
      {1, 1, 150, 250, 3000, 300, 900},    /* rest */
      {18, 5, 85, 1770, 500, 1, 30}};      /* sign */
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

/* Bytes of the key that the word has there; 0: none. */
static size_t key_width(hd_str word, size_t at) {
  if (begins_three(word.p[at]))
    return at + 3 <= word.n ? 3 : 0;
  return at + 2 <= word.n ? 2 : 0;
}

/* Which part of the places with a key are followed by c. */
static double part_of(char c) {
  static const double parts[7] = {0, .02, .02, .2, .02, .02, .03};
  byte_kind kind = kind_of(c);
  if (kind == LETTER)
    return letters[c - 'a'] / 1000.;
  return c == HD_NEED_DIGIT ? .2 : parts[kind];
}

/* By how many bytes the word is told there, two to four; a class of digits ends
 * them. */
static size_t told_by(hd_str word, size_t at) {
  size_t n = TOLD_LEAST;
  while (n < TOLD_MOST && at + n < word.n && word.p[at + n] != HD_NEED_DIGIT)
    n++;
  return n;
}

/* How often what is asked for there stands in a text, as share_of. */
static double share_at(hd_str word, size_t at) {
  if (key_width(word, at) == 3)
    return at + 3 == word.n ? 300 : 30; /* by a guess */
  double share = share_of(word.p + at);
  for (size_t k = TOLD_LEAST; k < told_by(word, at); k++)
    share *= part_of(word.p[at + k]);
  return share;
}

/* The head at which the word would be entered there, one of several where it
 * begins with classes of digits. */
static uint32_t head_of(hd_str word, size_t at) {
  char bytes[TOLD_MOST];
  size_t told = told_by(word, at);
  memcpy(bytes, word.p + at, told);
  for (size_t k = 0; k < TOLD_LEAST; k++)
    if (bytes[k] == HD_NEED_DIGIT)
      bytes[k] = '0';
  return head_at(bytes, told);
}

/* How many words are in the list that it would be in there. */
static size_t crowd_at(const own_tables *own, hd_str word, size_t at) {
  if (key_width(word, at) == 2)
    return own->crowds[head_slot(head_of(word, at), told_by(word, at))];
  uint32_t key = own->of_char[char_at(word.p + at)];
  if (!key || at + 3 == word.n)
    return 0;
  return own
      ->lengths[slot_of(key, follow_at(word.p + at + 3, word.n - at - 3))];
}

/* Where in the word its rarest key is that not too many have; the word is more
 * than one byte. */
static size_t anchor_of(const own_tables *own, hd_str word) {
  enum { FEW = 6 /* words that are asked for as fast as a list is found */ };
  double least = 1e12;
  size_t best = 0;
  for (size_t i = 0; i < word.n; i++) {
    if (((unsigned char)word.p[i] & 0xc0) == 0x80 || !key_width(word, i))
      continue;
    double cost = share_at(word, i) * (double)(FEW + crowd_at(own, word, i));
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/* A digit is told by its upper half, which it shares with a few signs. */
static hd_needed_node node_of(hd_str word, size_t anchor, uint32_t id) {
  bool short_one = anchor == 0 && word.n <= WINDOW;
  bool plain = !memchr(word.p, HD_NEED_DIGIT, word.n) &&
               !memchr(word.p, HD_NEED_BLANK, word.n);
  hd_needed_node node = {.word = id,
                         .n = (uint16_t)word.n,
                         .before = (uint16_t)anchor,
                         .told = short_one ? BY_WINDOW
                                 : plain   ? BY_BYTES
                                           : BY_KINDS};
  unsigned char mask[WINDOW] = {0}, value[WINDOW] = {0};
  for (size_t i = 0; i < WINDOW && anchor + i < word.n; i++) {
    char c = word.p[anchor + i];
    bool digit = c == HD_NEED_DIGIT;
    mask[i] = digit ? 0xf0 : c == HD_NEED_BLANK ? 0 : 0xff;
    value[i] = (unsigned char)(digit ? '0' : c) & mask[i];
    if (mask[i] == 0)
      node.told = BY_KINDS;
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
  own_tables *own = needed->own;
  uint16_t *at = &own->of_char[char_at(p)];
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
  uint32_t follow = follow_at(rest.p, rest.n);
  size_t slot = slot_of(*at, follow);
  key->follows |= (uint64_t)1 << follow_shift(follow);
  push_node(needed, &own->slots[slot], &own->lengths[slot], node);
}

/* Enters the node where these bytes, so many, stand. */
static void enter_head(hd_needed *needed, const char *bytes, size_t told,
                       hd_needed_node node) {
  own_tables *own = needed->own;
  uint32_t head = head_at(bytes, told);
  size_t slot = head_slot(head, told);
  uint32_t first = triple_at(bytes, TOLD_LEAST);
  if (told > TOLD_LEAST)
    own->how[first | class_at(bytes + TOLD_LEAST)] |= BY[told];
  else
    for (uint32_t third = 0; third < 1 << CLASS_BITS; third++)
      own->how[first | third] |= BY[told];
  push_node(needed, &own->heads[slot], &own->crowds[slot], node);
}

/* Enters the word, of two bytes or more, where it is found by. */
static void enter(hd_needed *needed, hd_str word, uint32_t id) {
  size_t at = anchor_of(needed->own, word);
  hd_needed_node node = node_of(word, at, id);
  if (key_width(word, at) == 3) {
    enter_char(needed, word.p + at, (hd_str){word.p + at + 3, word.n - at - 3},
               node);
    return;
  }
  char bytes[TOLD_MOST];
  size_t told = told_by(word, at);
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
  set(needed->tables.lone, byte);
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
  own_tables *own;
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
static uint32_t renumber(own_tables *own, uint32_t *numbers,
                         const own_tables *old, uint32_t word) {
  if (!numbers[word]) {
    numbers[word] = (uint32_t)own->words.n++;
    own->words.items[numbers[word]] = old->words.items[word];
  }
  return numbers[word];
}

void hd_needed_settle(hd_needed *needed) {
  own_tables *own = own_of(needed), old = *own;
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

/* Is the word of the node, whose window is that of the text at `at`, there? */
static inline bool is_told(const looking *l, const hd_needed_node *node,
                           size_t at) {
  if (node->told == BY_WINDOW)
    return true;
  if (at < node->before || l->s.n - at + node->before < node->n)
    return false;
  const char *from = l->s.p + at - node->before;
  const char *word = l->tables->bytes + l->tables->words[node->word].at;
  return node->told == BY_BYTES ? memcmp(from, word, node->n) == 0
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
  size_t has = -(size_t)(key->follows >> follow_shift(follow) & 1);
  if (key->first)
    n = put(t, to, n, key->first, at);
  return put(t, to, n, t->slots[slot_of(number, follow) & has] & (uint32_t)has,
             at);
}

/* The list of words that are told by so many bytes; 0: there are none, by how.
 * No other place of the table is read for nothing: each is another line of the
 * cache. */
static inline uint32_t head_list(const hd_needed_tables *t, uint32_t head,
                                 unsigned how, size_t told) {
  size_t is = -(size_t)((how & BY[told]) != 0);
  return t->heads[head_slot(head, told) & is] & (uint32_t)is;
}

/* The lists with the bytes there as their anchor; how: told by how many. */
static inline size_t put_head(const hd_needed_tables *t, hd_str s, size_t at,
                              unsigned how, candidate *to, size_t n) {
  size_t left = s.n - at;
  uint32_t head = head_at(s.p + at, left < TOLD_MOST ? left : TOLD_MOST);
  n = put(t, to, n, head_list(t, head & 0xffff, how, 2), at);
  n = put(t, to, n, head_list(t, head & 0xffffff, how, 3), at);
  return put(t, to, n, head_list(t, head, how, 4), at);
}

static inline bool is_three(hd_str s, size_t at) {
  return s.n - at >= 3 && begins_three(s.p[at]);
}

/* From characters of three bytes at `at` up to anything else: each is decoded
 * once, as what stands behind the one before. A word that is its anchor and
 * nothing else is noted at once. */
static inline size_t put_chars(const looking *l, size_t *at, candidate *to,
                               size_t n) {
  const hd_str s = l->s;
  const hd_needed_tables *t = l->tables;
  uint32_t cp = char_at(s.p + *at);
  size_t held = l->found->n_held;
  for (bool three = true; three && n < CANDIDATES; *at += 3) {
    size_t behind = *at + 3;
    three = is_three(s, behind);
    uint32_t follow = three           ? char_at(s.p + behind)
                      : behind == s.n ? 0
                                      : follow_at(s.p + behind, s.n - behind);
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
  uint32_t triple = triple_at(s.p + *at, s.n - *at);
  for (; *at < s.n && n < CANDIDATES && !is_three(s, *at); ++*at) {
    unsigned how = t->how[triple];
    seen[(unsigned char)s.p[*at]] = true;
    if (how)
      n = put_head(t, s, *at, how, to, n);
    triple = step_triple(triple, s.n - *at > 3 ? class_at(s.p + *at + 3) : END);
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
