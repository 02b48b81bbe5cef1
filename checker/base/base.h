/* base: what every stage stands on: memory, text, numbers.
 *
 * Memory. One arena a document (and one an engine). Nothing is freed one by
 * one; an arena is freed whole. Running out of memory ends in one place
 * (hd_memory_out): the process that read the draft ends with status 3 and
 * its parent says so. No caller checks an allocation.
 *
 * Text is hd_str {pointer, length}, never NUL-terminated unless said. Places
 * are hd_span: byte offsets into the document's normalised text, end
 * exclusive. */
#ifndef HD_BASE_H
#define HD_BASE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ---- arena ---------------------------------------------------------- */
typedef struct hd_arena hd_arena;

hd_arena *hd_arena_new(void);
void hd_arena_free(hd_arena *arena); /* NULL is allowed */
/* Forgets all that was handed out; what comes next may lie in its place. */
void hd_arena_reset(hd_arena *arena);
/* An arena for what is needed for a while, freed before `arena` is, to which
 * its blocks go back. */
hd_arena *hd_arena_within(hd_arena *arena);
/* From now on arenas of this process, which has one thread and no other before
 * it ends, share large pages: behind the first half a megabyte, where the
 * system has them. One is had for the price of a third of its small ones. */
void hd_arena_open_bank(void);
/* Zeroed memory, aligned to 16 bytes, that lives as long as the arena. */
void *hd_arena_alloc(hd_arena *arena, size_t n);
/* A copy of n bytes with a NUL behind them. */
char *hd_arena_copy(hd_arena *arena, const char *p, size_t n);
/* printf into the arena; NUL-terminated. */
char *hd_arena_format(hd_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* An arena whose pieces can be listed: each is an allocation of its own. */
hd_arena *hd_arena_new_pieces(void);
/* Bytes handed out so far. */
size_t hd_arena_bytes(const hd_arena *arena);
_Noreturn void hd_memory_out(void);

/* An enum of one byte. */
#define HD_PACKED __attribute__((packed))

#define HD_NEW(arena, type) ((type *)hd_arena_alloc((arena), sizeof(type)))

/* A growing array in an arena. HD_VEC(hd_span) spans = {0};
 * HD_PUSH(arena, &spans, span); spans.items[i], spans.n. */
#define HD_VEC(type)                                                           \
  struct {                                                                     \
    type *items;                                                               \
    size_t n, cap;                                                             \
  }
#define HD_PUSH(arena, vec, item)                                              \
  do {                                                                         \
    if ((vec)->n == (vec)->cap)                                                \
      (vec)->items = hd_vec_grow((arena), (vec)->items, &(vec)->cap,           \
                                 sizeof *(vec)->items);                        \
    (vec)->items[(vec)->n++] = (item);                                         \
  } while (0)
/* Doubles *cap (at least 8); returns the new place of the items. What pointed
 * into the old place is invalid. */
void *hd_vec_grow(hd_arena *arena, void *items, size_t *cap, size_t size);

/* ---- str and span ---------------------------------------------------- */
typedef struct {
  const char *p;
  size_t n;
} hd_str;

typedef struct {
  uint32_t off, end; /* bytes of the normalised text, end exclusive */
} hd_span;

/* Fills at most max pieces of such an arena, always in the same order; returns
 * their number.
 * Sizes are rounded up to 16. */
size_t hd_arena_pieces(const hd_arena *arena, hd_str *pieces, size_t max);

#define HD_STR(literal) ((hd_str){(literal), sizeof(literal) - 1})
static inline hd_str hd_str_of(const char *s) {
  return (hd_str){s, s ? strlen(s) : 0};
}
static inline bool hd_str_eq(hd_str a, hd_str b) {
  return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* Most texts that are held against a literal begin with another byte. */
static inline bool hd_str_is(hd_str a, const char *literal) {
  return (a.n ? a.p[0] : 0) == literal[0] && hd_str_eq(a, hd_str_of(literal));
}
static inline bool hd_str_starts(hd_str s, hd_str head) {
  return s.n >= head.n && (head.n == 0 || (s.p[0] == head.p[0] &&
                                           memcmp(s.p, head.p, head.n) == 0));
}
static inline bool hd_str_ends(hd_str s, hd_str tail) {
  return s.n >= tail.n &&
         (tail.n == 0 || (s.p[s.n - 1] == tail.p[tail.n - 1] &&
                          memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0));
}
/* Copies n bytes, ASCII letters in lower case. */
void hd_ascii_lower(char *out, const char *s, size_t n);
static inline bool hd_ascii_is_digit(char c) {
  return (unsigned char)(c - '0') < 10;
}
/* Do the two digits at p begin a year of our time: 19 or 20? */
static inline bool hd_ascii_begins_year(const char *p) {
  return memcmp(p, "19", 2) == 0 || memcmp(p, "20", 2) == 0;
}
static inline bool hd_ascii_is_letter(char c) {
  return (unsigned char)((c | 0x20) - 'a') < 26;
}
/* Eight bytes, the first one lowest; and how many of the lowest are ASCII
 * letters. */
#define HD_EVERY 0x0101010101010101u
static inline uint64_t hd_ascii_eight(const char *s) {
  uint64_t eight;
  memcpy(&eight, s, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  return eight;
}
static inline size_t hd_ascii_letters(uint64_t eight) {
  uint64_t small = (eight | HD_EVERY * 0x20) & HD_EVERY * 0x7f;
  uint64_t from_a = small + HD_EVERY * (0x80 - 'a');
  uint64_t above_z = small + HD_EVERY * (0x7f - 'z');
  uint64_t others = ~(from_a & ~above_z & ~eight) & HD_EVERY * 0x80;
  return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
}
/* Of a word: the ASCII letters it begins with, case folded, as a number below
 * HD_RUNS; *length: how many they are of n. A set of bits over it tells at
 * which words of a text a dictionary of whole words need be asked: where a
 * word of it stands, its first letters are all that are there. */
enum { HD_RUN_BITS = 15, HD_RUNS = 1 << HD_RUN_BITS };
static inline uint32_t hd_ascii_run(const char *s, size_t n, size_t *length) {
  enum { EIGHT = 8 };
  uint64_t hash = 0;
  size_t i = 0, letters = EIGHT;
  while (letters == EIGHT && i + EIGHT <= n) {
    uint64_t eight = hd_ascii_eight(s + i);
    letters = hd_ascii_letters(eight);
    if (letters == 0)
      break;
    hash =
        (hash ^ (eight & HD_EVERY * 31 & UINT64_MAX >> (EIGHT - letters) * 8)) *
        0x9e3779b97f4a7c15u;
    i += letters;
  }
  if (letters == EIGHT) {
    uint64_t last = 0;
    for (letters = 0; i < n && hd_ascii_is_letter(s[i]); i++, letters++)
      last |= (uint64_t)(s[i] & 31) << letters * 8;
    hash = letters ? (hash ^ last) * 0x9e3779b97f4a7c15u : hash;
  }
  *length = i;
  return (uint32_t)(hash >> (64 - HD_RUN_BITS));
}
/* How many bytes s has before the eight that hold one which is no ASCII; it
 * looks at eight at a time, those at the end are not counted. */
static inline size_t hd_ascii_eights(const char *s, size_t n) {
  size_t i = 0;
  for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
    memcpy(&eight, s + i, sizeof eight);
    if (eight & 0x8080808080808080u)
      break;
  }
  return i;
}
/* Does a byte of s begin an ideograph (E3 to E9, with which 〇 and kana begin
 * as well)? */
static inline bool hd_str_has_han(hd_str s) {
  for (size_t i = hd_ascii_eights(s.p, s.n); i < s.n; i++)
    if ((unsigned char)s.p[i] >= 0xe3 && (unsigned char)s.p[i] <= 0xe9)
      return true;
  return false;
}
/* Of n offsets in order, each `size` bytes behind the one before it (in an
 * array of structs), the index of the last at or before off; 0 if none is. */
static inline size_t hd_last_at(const uint32_t *first, size_t n, size_t size,
                                uint32_t off) {
  size_t low = 0;
  while (n - low > 1) {
    size_t middle = low + (n - low) / 2;
    if (*(const uint32_t *)((const char *)first + middle * size) <= off)
      low = middle;
    else
      n = middle;
  }
  return low;
}
/* Of n sorted items the index of the first for which `before`, said of the item
 * `at`, does not hold; n where it holds for all:
 *   size_t i;
 *   HD_FIRST_NOT(i, doc->n, at, doc->spans[at].end <= off); */
#define HD_FIRST_NOT(low, count, at, before)                                   \
  do {                                                                         \
    (low) = 0;                                                                 \
    for (size_t high_ = (count); (low) < high_;) {                             \
      size_t at = (low) + (high_ - (low)) / 2;                                 \
      if (before)                                                              \
        (low) = at + 1;                                                        \
      else                                                                     \
        high_ = at;                                                            \
    }                                                                          \
  } while (0)
/* The piece of s before the first c, which is taken off s together with it;
 * all of s where there is no c. */
hd_str hd_str_piece(hd_str *s, char c);
/* Offset of needle in s, or (size_t)-1. */
size_t hd_str_find(hd_str s, hd_str needle);
static inline bool hd_str_has(hd_str s, const char *word) {
  return hd_str_find(s, hd_str_of(word)) != (size_t)-1;
}
/* Does s hold one of the words, is it one of them? The list ends with NULL. */
bool hd_str_has_any(hd_str s, const char *const *words);
bool hd_str_is_any(hd_str s, const char *const *words);
/* The bytes of the first of the words that s begins (ends) with; 0 if it does
 * with none. */
size_t hd_str_starts_any(hd_str s, const char *const *words);
size_t hd_str_ends_any(hd_str s, const char *const *words);
/* Without ASCII blanks, NBSP and U+3000 at both ends. */
hd_str hd_str_trim(hd_str s);
static inline bool hd_span_empty(hd_span s) { return s.end <= s.off; }
static inline hd_span hd_span_join(hd_span a, hd_span b) {
  return (hd_span){a.off < b.off ? a.off : b.off,
                   a.end > b.end ? a.end : b.end};
}

/* ---- utf8 ------------------------------------------------------------ */
size_t hd_utf8_decode_rare(const char *s, size_t n, uint32_t *cp);
size_t hd_utf8_back_rare(const char *s, size_t off);
/* Is b the start of a code point of three bytes that has no exceptions, as
 * most of a Chinese text have? */
static inline bool hd_utf8_is_three(const unsigned char *b) {
  return b[0] - 0xe1u < 0xedu - 0xe1u && (signed char)b[1] < -0x40 &&
         (signed char)b[2] < -0x40;
}
static inline uint32_t hd_utf8_three(const unsigned char *b) {
  return (b[0] & 0xfu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
}
/* Decodes the code point at s (n > 0 bytes are there). Stores it, returns
 * its length in bytes; malformed input gives U+FFFD and length 1. */
static inline size_t hd_utf8_decode(const char *s, size_t n, uint32_t *cp) {
  const unsigned char *b = (const unsigned char *)s;
  if (b[0] < 0x80) {
    *cp = b[0];
    return 1;
  }
  if (n >= 3 && hd_utf8_is_three(b)) {
    *cp = hd_utf8_three(b);
    return 3;
  }
  return hd_utf8_decode_rare(s, n, cp);
}
/* Start of the code point that ends before off (off > 0). */
/* The largest offset up to n at which a code point begins; s has more bytes
 * than n. */
static inline size_t hd_utf8_floor(const char *s, size_t n) {
  while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
    n--;
  return n;
}
static inline size_t hd_utf8_back(const char *s, size_t off) {
  const unsigned char *b = (const unsigned char *)s;
  if (b[off - 1] < 0x80)
    return off - 1;
  if (off >= 3 && hd_utf8_is_three(b + off - 3))
    return off - 3;
  return hd_utf8_back_rare(s, off);
}
/* Writes cp to out (4 bytes of room), returns the length. */
size_t hd_utf8_encode(uint32_t cp, char *out);
/* Offset of the first byte that is no valid UTF-8, or n if all is. */
size_t hd_utf8_invalid(const char *s, size_t n);
/* Code points in n bytes of valid UTF-8. */
size_t hd_utf8_count(const char *s, size_t n);
/* Where the code points behind the first *points of them begin; *points is
 * what was lacking, where n bytes of valid UTF-8 hold fewer. */
size_t hd_utf8_skip(const char *s, size_t n, size_t *points);
bool hd_cp_is_han(uint32_t cp);    /* CJK ideographs, 〇 and 々 */
bool hd_cp_is_letter(uint32_t cp); /* ASCII, Latin, Greek, Cyrillic letters */
bool hd_utf8_has_letter(hd_str s); /* an ideograph or a letter */
/* The half-width twin of full-width digits, letters, punctuation and
 * U+3000 (and U+2000 to U+2003), of some minus signs and dashes (U+2012 is
 * U+2013, U+2015 is U+2014) and of Kangxi radicals;
 * else cp itself. One code point in, one out. 。、，：；！？“”‘’《》（）: only
 * ，：；！？（）％ and the like (U+FF01..FF5E) fold; 。 and 、 and quotes stay.
 */
uint32_t hd_cp_fold(uint32_t cp);

/* ---- buffer: bytes that grow, on malloc ------------------------------ */
typedef struct {
  char *p;
  size_t n, cap;
} hd_buffer;
void hd_buffer_add(hd_buffer *b, const void *p, size_t n);
void hd_buffer_puts(hd_buffer *b, const char *s);
void hd_buffer_printf(hd_buffer *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void hd_buffer_free(hd_buffer *b);

/* ---- map: text to number, open addressing, in an arena ---------------- */
typedef struct hd_map hd_map;
hd_map *hd_map_new(hd_arena *arena);
/* The slot of key, made with value 0 where it was absent (*fresh says so).
 * The key is not copied. The pointer is good until the next call. */
uint32_t *hd_map_at(hd_map *map, hd_str key, bool *fresh);
/* The slot of key or NULL. */
const uint32_t *hd_map_find(const hd_map *map, hd_str key);
uint64_t hd_hash(const void *p, size_t n); /* FNV-1a 64 */
/* A hash with eight bytes more. Quick, and good in its upper half. */
static inline uint64_t hd_hash_step(uint64_t hash, uint64_t eight) {
  hash = (hash ^ eight) * 0x9e3779b97f4a7c15u;
  return hash ^ hash >> 32;
}

/* ---- trie: longest dictionary words at a place ------------------------ */
/* Words are byte strings of UTF-8; each carries values (uint32_t) in order
 * of insertion. Built once, then immutable and shared. */
typedef struct hd_trie hd_trie;
typedef struct {
  size_t n;               /* length in bytes of the word that matched */
  const uint32_t *values; /* its values */
  size_t n_values;
} hd_match;
hd_trie *hd_trie_new(hd_arena *arena);
void hd_trie_add(hd_trie *trie, hd_str word, uint32_t value);
/* Takes no more words; all questions are for a sealed trie. */
void hd_trie_seal(hd_trie *trie);
/* The longest word that starts at s; false if none. */
bool hd_trie_longest(const hd_trie *trie, const char *s, size_t n,
                     hd_match *match);
/* All words that start at s, shortest first, at most max; their number. */
size_t hd_trie_all(const hd_trie *trie, const char *s, size_t n,
                   hd_match *matches, size_t max);
/* The same, ASCII letters of s in lower case. */
size_t hd_trie_lower(const hd_trie *trie, const char *s, size_t n,
                     hd_match *matches, size_t max);
/* May it find one, as the first two bytes of s show? Of ASCII quick and sure
 * in most cases; true for all else. */
bool hd_trie_lower_may(const hd_trie *trie, const char *s, size_t n);
/* The same in a trie of words that were added with their code points in
 * reverse order: those that end at span.end of s and do not begin before
 * span.off, ASCII letters of s in lower case. */
size_t hd_trie_back(const hd_trie *trie, const char *s, hd_span span,
                    hd_match *matches, size_t max);
/* The bytes of ideographs (U+4000 to U+9FFF) that s, which is valid UTF-8,
 * begins with and at none of which a word starts; and the longest word that
 * starts at the ideograph behind them, match->n = 0 where none does. */
size_t hd_trie_seek(const hd_trie *trie, const char *s, size_t n,
                    hd_match *match);

/* ---- days ------------------------------------------------------------- */
/* A day; period ends are inclusive. year 0: unknown. */
typedef struct {
  int16_t year;
  uint8_t month, day; /* 0: not given */
} hd_day;
/* 28 to 31; 0 where there is no such month. February of an unknown year has
 * 29. */
int hd_days_in_month(int year, int month);
/* January to December. */
enum { HD_MONTHS = 12 };
extern const char *const hd_month_names[HD_MONTHS];
/* The month of that name, 1 to 12, whose first letter may be small; 0: none. */
int hd_month_named(hd_str name);
/* The same of a name whose first letter is a capital, or of the beginning of
 * one, three letters or more: Sept */
int hd_month_begun(hd_str name);

/* ---- names ------------------------------------------------------------ */
/* The known name that is nearest to a wrong one, or NULL. */
const char *hd_nearest(const char *name, const char *const *known, size_t n);

/* ---- clock ------------------------------------------------------------ */
/* Milliseconds since some moment, for deadlines; they never run back. */
int64_t hd_milliseconds(void);

/* ---- failure: what went wrong with an input or a rule ------------------ */
typedef struct {
  const char *file;      /* as the user named it, or the rule's id */
  uint32_t line, column; /* 1-based, 0 where unknown */
  const char *message;   /* one sentence, UTF-8 */
} hd_error;
#endif
