/* repeat: a text in, what it prints twice out.
 *
 * Doubles, in one walk over the bytes: at an ideograph the next one that is
 * the same is looked for at the few distances that a unit can have, by the
 * last bytes of a run of them, eight at once; a clause
 * is held against the one before it, a word against the one and the two before
 * it. Nothing is remembered but the last clause and the last words.
 *
 * Twins: a map from length, head, middle and tail of a sentence to its first
 * occurrence; equal keys are compared byte for byte. */
#include "repeat.h"

enum {
  HAN = 3,     /* bytes of an ideograph */
  LONGEST = 8, /* ideographs of a unit without a mark in it */
  RUN = 64,    /* that are looked at together */
  NEXT = 8,    /* bytes of a word of the machine */
  WORDS = 3    /* that are kept */
};

typedef enum { OTHER, MARK, BLANK, FENCE, IDEOGRAPH, DIGIT, LETTER } kind;

typedef struct {
  hd_arena *arena;
  HD_VEC(hd_repeat) found;
  hd_str text;
  unsigned char kinds[256]; /* by the byte that something begins with */
  hd_span clause;           /* the one before; empty: none in this block */
  uint32_t start;           /* of this clause */
  hd_span words[WORDS];     /* the last ones, the newest first; empty: none */
} reader;

/* E4 to E9 begin ideographs; marks begin with E2, E3 and EF. */
static inline bool is_han(char c) {
  return (unsigned char)c >= 0xE4 && (unsigned char)c <= 0xE9;
}

static inline kind kind_of(const reader *r, uint32_t off) {
  return (kind)r->kinds[(unsigned char)r->text.p[off]];
}

static void learn_kinds(reader *r) {
  for (int c = 0; c < 256; c++) {
    bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    bool fence = c == '\n' || c == '\t';
    r->kinds[c] = is_han((char)c)              ? IDEOGRAPH
                  : letter || c == '\''        ? LETTER
                  : hd_ascii_is_digit((char)c) ? DIGIT
                  : fence                      ? FENCE
                  : c == ' '                   ? BLANK
                  : c && strchr(",;:!?", c)    ? MARK
                                               : OTHER;
  }
}

static void note(reader *r, hd_span first, hd_span second) {
  hd_repeat found = {first, second};
  HD_PUSH(r->arena, &r->found, found);
}

static inline bool same(const reader *r, hd_span a, hd_span b) {
  const char *p = r->text.p;
  return a.end - a.off == b.end - b.off &&
         ((p[a.off] ^ p[b.off]) & ~0x20) == 0 &&
         strncasecmp(r->text.p + a.off, r->text.p + b.off, b.end - b.off) == 0;
}

/* ---- ideographs ---------------------------------------------------------- */
static bool all_han(hd_str s, uint32_t off, uint32_t end) {
  while (off < end && is_han(s.p[off]))
    off += HAN;
  return off >= end;
}

/* The end of what stands twice from off on, or the next ideograph. */
static uint32_t take_han(reader *r, uint32_t off) {
  const char *p = r->text.p + off;
  size_t left = r->text.n - off;
  for (uint32_t n = 2 * HAN; n <= LONGEST * HAN && 2 * n <= left; n += HAN) {
    if (p[n + 2] != p[2] || p[n + 1] != p[1] || memcmp(p, p + n, n) != 0)
      continue;
    if (!all_han(r->text, off, off + n))
      break;
    note(r, (hd_span){off, off + n}, (hd_span){off + n, off + 2 * n});
    return off + 2 * n;
  }
  return off + HAN;
}

/* Is one of the bytes two and more behind p, eight of them, the same as p's? */
static bool may_repeat(const unsigned char *p) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t next;
  memcpy(&next, p + 2, NEXT);
  next ^= ones * *p;
  return ((next - ones) & ~next & ones << 7) != 0;
}

/* Takes a run of ideographs from off on, or so much of it that what is left
 * reaches as far as the units of what is taken. A unit has two of them at
 * least: where the second one does not come again, neither it nor the one
 * before it begins one. */
static uint32_t take_run(reader *r, uint32_t off) {
  unsigned char last[RUN + 3 + NEXT] = {0};
  const char *p = r->text.p + off;
  size_t n = 0, most = (r->text.n - off) / HAN;
  most = most < RUN ? most : RUN;
  while (n < most && is_han(p[n * HAN])) {
    last[n] = (unsigned char)p[n * HAN + 2];
    n++;
  }
  if (n == RUN)
    n -= LONGEST + 1;
  for (size_t k = 0; k < n;) {
    if (!may_repeat(last + k + 1)) {
      k += 2;
      continue;
    }
    uint32_t at = off + (uint32_t)k * HAN;
    k += may_repeat(last + k) ? (take_han(r, at) - at) / HAN : 1;
    n = k > n ? k : n; /* what is taken */
  }
  return off + (uint32_t)n * HAN;
}

/* ---- clauses and words --------------------------------------------------- */
static void end_clause(reader *r, uint32_t end, uint32_t next) {
  hd_span now = {r->start, end};
  if (end - r->start >= 2 * HAN && all_han(r->text, r->start, r->start + HAN) &&
      same(r, r->clause, now))
    note(r, r->clause, now);
  r->clause = now;
  r->start = next;
}

static void take_word(reader *r, hd_span word) {
  hd_span *w = r->words;
  if (same(r, w[0], word))
    note(r, w[0], word);
  else if (same(r, w[1], word) && same(r, w[2], w[0]))
    note(r, (hd_span){w[2].off, w[1].end}, (hd_span){w[0].off, word.end});
  w[2] = w[1];
  w[1] = w[0];
  w[0] = word;
}

static void forget_words(reader *r) { memset(r->words, 0, sizeof r->words); }

/* A block or cell ends. */
static void fence(reader *r, uint32_t next) {
  r->clause = (hd_span){0, 0};
  r->start = next;
  forget_words(r);
}

/* Bytes of the mark that parts clauses at off; 0: none. */
static uint32_t mark_at(const reader *r, uint32_t off) {
  const hd_str s = r->text;
  if (kind_of(r, off) == MARK)
    return 1;
  return s.n - off >= 3 && (memcmp(s.p + off, "、", 3) == 0 ||
                            memcmp(s.p + off, "。", 3) == 0)
             ? 3
             : 0;
}

/* What is no ideograph and no blank; its end. */
static uint32_t take_other(reader *r, uint32_t off) {
  uint32_t end = off, mark;
  const unsigned char *p = (const unsigned char *)r->text.p;
  for (uint32_t n = (uint32_t)r->text.n; end < n && r->kinds[p[end]] >= DIGIT;)
    end++;
  if (end > off) {
    if (kind_of(r, off) == LETTER)
      take_word(r, (hd_span){off, end});
    else
      forget_words(r);
    return end;
  }
  forget_words(r);
  mark = mark_at(r, off);
  if (mark)
    end_clause(r, off, off + mark);
  return off + (mark ? mark : 1);
}

hd_repeats hd_repeat_doubles(hd_arena *arena, const hd_document *doc) {
  reader r = {.arena = arena, .text = doc->text};
  learn_kinds(&r);
  for (uint32_t at = 0; at < r.text.n;) {
    kind k = kind_of(&r, at);
    if (k == IDEOGRAPH)
      at = take_run(&r, at);
    else if (k == FENCE)
      fence(&r, ++at);
    else if (k == BLANK)
      at++;
    else
      at = take_other(&r, at);
  }
  return (hd_repeats){r.found.items, r.found.n};
}

/* ---- twins --------------------------------------------------------------- */
enum { PIECE = 8, KEY = 3 * PIECE + (int)sizeof(size_t) };

static hd_str key_of(hd_arena *arena, hd_str s) {
  char *key = hd_arena_alloc(arena, KEY);
  memcpy(key, s.p, PIECE);
  memcpy(key + PIECE, s.p + s.n / 2, PIECE);
  memcpy(key + 2 * PIECE, s.p + s.n - PIECE, PIECE);
  memcpy(key + 3 * PIECE, &s.n, sizeof s.n);
  return (hd_str){key, KEY};
}

hd_repeats hd_repeat_twins(hd_arena *arena, const hd_text *text, size_t least,
                           size_t near) {
  HD_VEC(hd_repeat) found = {0};
  uint32_t behind = HD_NONE; /* the sentence behind the last pair's */
  hd_arena *own = hd_arena_within(arena); /* the map is as large as the text */
  hd_map *first = hd_map_new(own);
  if (least < 2 * PIECE)
    least = 2 * PIECE;
  for (uint32_t i = 0; i < text->n_sentences; i++) {
    const hd_sentence *s = &text->sentences[i];
    hd_str here = hd_document_text(text->doc, s->span);
    if (s->cell != HD_NONE || here.n < least)
      continue;
    bool fresh;
    uint32_t *known = hd_map_at(first, key_of(own, here), &fresh);
    if (fresh) {
      *known = i;
      continue;
    }
    hd_span before = text->sentences[*known].span;
    hd_repeat pair = {before, s->span};
    bool wanted = i - *known <= near || i == behind;
    if (!wanted || !hd_str_eq(hd_document_text(text->doc, before), here))
      continue;
    HD_PUSH(arena, &found, pair);
    behind = i + 1;
  }
  hd_arena_free(own);
  return (hd_repeats){found.items, found.n};
}
