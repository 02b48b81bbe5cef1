/* begins: pieces of patterns in, places where a match may begin out. See
 * begins.h. */
#include "begins.h"

enum {
  MOST = 4000,    /* beginnings of one piece; more are told by the first */
  MOST_RANGE = 64 /* code points of a range in a class */
};

/* ---- of one piece ---------------------------------------------------------
 */
static void add(hd_arena *arena, hd_begins *b, uint32_t first,
                uint32_t second) {
  hd_begin begin = {first, second};
  HD_PUSH(arena, &b->items, begin);
}

static hd_begins anything(void) { return (hd_begins){.any = true}; }

void hd_begins_char(hd_arena *arena, hd_begins *b, uint32_t cp) {
  *b = (hd_begins){0};
  add(arena, b, cp, HD_BEGIN_OPEN);
}

static void add_range(hd_arena *arena, hd_begins *b, uint32_t from,
                      uint32_t to) {
  if (to < from || to - from >= MOST_RANGE)
    b->any = true;
  for (uint32_t cp = from; !b->any && cp <= to; cp++)
    add(arena, b, cp, HD_BEGIN_OPEN);
}

/* \d, \s, \w are of ASCII; a blank that a locale has beyond it does no harm. */
static void add_escape(hd_arena *arena, hd_begins *b, char c) {
  if (c == 'd' || c == 'w')
    add_range(arena, b, '0', '9');
  if (c == 'w') {
    add_range(arena, b, 'A', 'Z');
    add_range(arena, b, 'a', 'z');
    add_range(arena, b, '_', '_');
  } else if (c == 's') {
    add_range(arena, b, '\t', '\r');
    add_range(arena, b, ' ', ' ');
    add_range(arena, b, 0x85, 0x85);
    add_range(arena, b, 0xa0, 0xa0);
  } else if (c != 'd') {
    b->any = true;
  }
}

void hd_begins_escape(hd_arena *arena, hd_begins *b, char c) {
  *b = (hd_begins){.empty = c && strchr("bBAzZ", c)};
  if (!b->empty)
    add_escape(arena, b, c);
}

/* One member of a class at s.p[at], or an escape in it; its end. */
static size_t read_member(hd_arena *arena, hd_begins *b, hd_str s, size_t at) {
  uint32_t from, to;
  if (s.p[at] == '\\' && at + 1 < s.n) {
    char c = s.p[++at];
    if (hd_ascii_is_letter(c) || hd_ascii_is_digit(c)) {
      add_escape(arena, b, c);
      return at + 1;
    }
  }
  at += hd_utf8_decode(s.p + at, s.n - at, &from);
  if (at + 1 >= s.n || s.p[at] != '-') {
    add_range(arena, b, from, from);
    return at;
  }
  if (s.p[++at] == '\\' || s.p[at] == '[')
    b->any = true;
  at += hd_utf8_decode(s.p + at, s.n - at, &to);
  add_range(arena, b, from, to);
  return at;
}

void hd_begins_class(hd_arena *arena, hd_begins *b, hd_str text) {
  hd_str inside = {text.p + 1, text.n < 2 ? 0 : text.n - 2};
  *b = (hd_begins){.any = inside.n == 0 || inside.p[0] == '^'};
  for (size_t at = 0; !b->any && at < inside.n;)
    at = read_member(arena, b, inside, at);
}

/* Of letters beyond ASCII only ideographs and their signs have no case. */
void hd_begins_fold(hd_arena *arena, hd_begins *b) {
  enum { LONG_S = 0x17f, KELVIN = 0x212a, SIGNS = 0x3000, HANGUL = 0xa000 };
  for (size_t i = 0, n = b->items.n; !b->any && i < n; i++) {
    uint32_t cp = b->items.items[i].first, small = cp | 32;
    bool letter = cp < 128 && hd_ascii_is_letter((char)cp);
    if (letter)
      add(arena, b, cp ^ 32, b->items.items[i].second);
    if (letter && (small == 's' || small == 'k'))
      add(arena, b, small == 's' ? LONG_S : KELVIN, b->items.items[i].second);
    b->any = b->any || (cp >= 128 && (cp < SIGNS || cp >= HANGUL));
  }
}

/* ---- of several --------------------------------------------------------- */
void hd_begins_then(hd_arena *arena, hd_begins *all, const hd_begins *next) {
  hd_begins both = {.any = all->any || (all->empty && next->any),
                    .empty = all->empty && next->empty};
  size_t open = 0;
  for (size_t i = 0; i < all->items.n; i++)
    open += all->items.items[i].second == HD_BEGIN_OPEN;
  if (!all->any && !all->empty && open == 0)
    return;
  bool whole = !next->any && open * next->items.n <= MOST;
  for (size_t i = 0; !both.any && i < all->items.n; i++) {
    hd_begin begin = all->items.items[i];
    if (begin.second != HD_BEGIN_OPEN || next->empty || !whole)
      add(arena, &both, begin.first,
          whole || begin.second != HD_BEGIN_OPEN ? begin.second : HD_BEGIN_ANY);
    for (size_t k = 0;
         begin.second == HD_BEGIN_OPEN && whole && k < next->items.n; k++)
      add(arena, &both, begin.first, next->items.items[k].first);
  }
  for (size_t k = 0; !both.any && all->empty && k < next->items.n; k++)
    HD_PUSH(arena, &both.items, next->items.items[k]);
  *all = both.any ? anything() : both;
}

void hd_begins_or(hd_arena *arena, hd_begins *all, const hd_begins *other) {
  all->empty = all->empty || other->empty;
  if (all->any || other->any || all->items.n + other->items.n > MOST)
    *all = anything();
  else
    for (size_t i = 0; i < other->items.n; i++)
      HD_PUSH(arena, &all->items, other->items.items[i]);
}

void hd_begins_repeat(hd_arena *arena, hd_begins *b, unsigned least) {
  hd_begins more = *b;
  more.empty = more.empty || least < 2;
  hd_begins_then(arena, b, &more);
  b->empty = b->empty || least == 0;
}

/* ---- the opening --------------------------------------------------------- */
/* How a match begins with a code point: whatever comes next, or with some. */
enum { ALONE = 1, PAIRED = 2 };

/* What an opening may find in a thousand code points before it is dense: an
 * attempt costs a hundred instructions, looking through with machine code ten
 * a code point. */
enum { DENSE = 40, WORD = 4 /* letters, or nearly */ };

static inline size_t place_of(uint32_t cp) { return cp % HD_OPENING_POINTS; }

static inline size_t pair_of(const hd_opening *o, uint32_t first,
                             uint32_t second) {
  uint32_t hash = first * 0x9e3779b1u + second;
  return ((hash ^ hash >> 15) * 0x85ebca6bu) >> (32 - o->by_pair);
}

/* About how often it is found in a thousand code points: behind a digit stands
 * one of fifteen others, but of many ideographs. */
static double share_of(hd_begin begin) {
  enum { FEW = 15, MANY = 60 };
  uint32_t cp = begin.first;
  bool common = cp < 128 && (hd_ascii_is_letter((char)cp) ||
                             hd_ascii_is_digit((char)cp) || cp == ' ');
  double share = common ? 30 : cp < 128 ? 5 : 3;
  if (begin.second == HD_BEGIN_ANY || begin.second == HD_BEGIN_OPEN)
    return share;
  return share / (cp < 128 && begin.second < 128 ? FEW : MANY);
}

static void enter(hd_opening *o, hd_begin begin) {
  bool paired = begin.second < HD_BEGIN_ANY;
  unsigned how = paired ? PAIRED : ALONE;
  size_t at = place_of(begin.first),
         pair = pair_of(o, begin.first, begin.second);
  char bytes[5];
  hd_utf8_encode(begin.first, bytes);
  o->bytes[(unsigned char)bytes[0]] |= (unsigned char)how;
  if (begin.first >= 128)
    o->points[at] |= (unsigned char)how;
  if (paired)
    o->pairs[pair / 64] |= (uint64_t)1 << pair % 64;
}

/* Room for the pairs, so that a sixteenth of the bits is set at most. */
static void make_pairs(hd_arena *arena, hd_opening *o, size_t n) {
  enum { LEAST = 8, MOST_BITS = 17, EACH = 16 };
  o->by_pair = LEAST;
  while (o->by_pair < MOST_BITS && (size_t)1 << o->by_pair < n * EACH)
    o->by_pair++;
  o->pairs = hd_arena_alloc(arena, ((size_t)1 << o->by_pair) / 8);
}

bool hd_opening_make(hd_arena *arena, const hd_begins *b, hd_opening *o) {
  memset(o, 0, sizeof *o);
  if (b->any || b->empty)
    return false;
  make_pairs(arena, o, b->items.n);
  double share = 0;
  bool same = b->items.n > 0;
  for (size_t i = 0; i < b->items.n; i++) {
    enter(o, b->items.items[i]);
    share += share_of(b->items.items[i]);
    same = same && b->items.items[i].first == b->items.items[0].first;
  }
  if (same)
    o->only[hd_utf8_encode(b->items.items[0].first, o->only)] = 0;
  o->fresh = b->fresh;
  o->dense = (b->fresh ? share / WORD : share) > DENSE;
  return true;
}

/* Is the code point behind the first one of its pairs? */
static bool has_pair(const hd_opening *o, uint32_t first, hd_str behind) {
  uint32_t second;
  if (behind.n == 0)
    return false;
  hd_utf8_decode(behind.p, behind.n, &second);
  size_t pair = pair_of(o, first, second);
  return o->pairs[pair / 64] >> pair % 64 & 1;
}

/* How a match begins with a code point beyond ASCII. */
static inline unsigned how_of(const hd_opening *o, uint32_t cp) {
  return o->points[place_of(cp)];
}

/* May a match begin with cp, how its byte or point says, before this? */
static inline bool may_begin(const hd_opening *o, unsigned how, uint32_t cp,
                             hd_str behind) {
  return how & ALONE || (how & PAIRED && has_pair(o, cp, behind));
}

static bool is_of_word(char c) {
  return hd_ascii_is_letter(c) || hd_ascii_is_digit(c) || c == '_';
}

/* Would the match begin inside a word, as it cannot? */
static inline bool is_inside(const hd_opening *o, hd_str s, size_t at) {
  return o->fresh && at > 0 && is_of_word(s.p[at]) && is_of_word(s.p[at - 1]);
}

/* By the last byte of the one first code point, which differs most. */
static size_t next_only(const hd_opening *o, hd_str s, size_t at) {
  size_t n = strlen(o->only);
  uint32_t cp;
  hd_utf8_decode(o->only, n, &cp);
  unsigned how = o->bytes[(unsigned char)*o->only];
  while (s.n - at >= n) {
    const char *from = s.p + at + n - 1;
    const char *last = memchr(from, o->only[n - 1], s.n - at - n + 1);
    if (!last)
      return SIZE_MAX;
    at = (size_t)(last - s.p) + 1;
    hd_str behind = {s.p + at, s.n - at};
    if (memcmp(last + 1 - n, o->only, n) == 0 &&
        may_begin(o, how, cp, behind) && !is_inside(o, s, at - n))
      return at - n;
    at -= n - 1;
  }
  return SIZE_MAX;
}

/* May a match begin where s does? */
static bool begins_with(const hd_opening *o, hd_str s) {
  uint32_t cp;
  unsigned how = o->bytes[(unsigned char)*s.p];
  if (how == 0)
    return false;
  size_t used = hd_utf8_decode(s.p, s.n, &cp);
  if (cp >= 128)
    how = how_of(o, cp);
  return may_begin(o, how, cp, (hd_str){s.p + used, s.n - used});
}

/* From characters of three bytes on, which is where p is: the first that a
 * match may begin with, or what stands behind them. */
static inline const char *next_of_three(const hd_opening *o, const char *p,
                                        const char *end, bool *found) {
  for (const char *last = end - 3; p <= last && (*p & 0xf0) == 0xe0; p += 3) {
    const unsigned char *b = (const unsigned char *)p;
    unsigned how = o->points[(b[1] & 7u) << 6 | (b[2] & 0x3fu)]; /* place_of */
    if (how && may_begin(o, how, hd_utf8_three(b),
                         (hd_str){p + 3, (size_t)(end - p) - 3})) {
      *found = true;
      break;
    }
  }
  return p;
}

size_t hd_opening_next(const hd_opening *o, hd_str s, size_t at) {
  const char *end = s.p + s.n;
  if (o->first)
    return at == 0 && s.n > 0 && begins_with(o, s) ? 0 : SIZE_MAX;
  if (*o->only)
    return next_only(o, s, at);
  for (const char *p = s.p + at; p < end;) {
    uint32_t cp = (unsigned char)*p;
    if ((cp & 0xf0) == 0xe0 && end - p >= 3) { /* as most in Chinese */
      bool found = false;
      p = next_of_three(o, p, end, &found);
      if (found)
        return (size_t)(p - s.p);
      continue;
    }
    unsigned how = o->bytes[cp];
    if (how == 0) {
      p++;
      continue;
    }
    size_t used = 1;
    if (cp >= 128) {
      used = hd_utf8_decode(p, (size_t)(end - p), &cp);
      how = how_of(o, cp);
    }
    hd_str behind = {p + used, (size_t)(end - p) - used};
    if (how && may_begin(o, how, cp, behind) &&
        !is_inside(o, s, (size_t)(p - s.p)))
      return (size_t)(p - s.p);
    p += used;
  }
  return SIZE_MAX;
}
