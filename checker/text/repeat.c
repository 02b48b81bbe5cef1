/* repeat: a text in, what it prints twice out.
 *
 * Doubles: the text is a row of symbols (a Han character, a word, a mark;
 * blanks are none). For each symbol the place of its last occurrence gives a
 * distance; where one distance holds for as many symbols as it is long, these
 * symbols stand there twice. One table look-up a symbol, no comparison of
 * texts. A symbol that comes twice inside the unit hides the double: what is
 * lost are units with an inner repetition.
 *
 * Twins: a map from length, head, middle and tail of a sentence to its first
 * occurrence; equal keys are compared byte for byte. */
#include "repeat.h"

enum {
  LONGEST = 40, /* symbols of a unit */
  RING = 128,   /* places kept: more than two units */
  SLOTS = 4096  /* last occurrences, by hash */
};

typedef struct {
  uint32_t hash;
  hd_span span;
  bool letter;
} symbol;

typedef struct {
  uint32_t hash;
  uint32_t at; /* 1 + number of the symbol, 0: none */
} slot;

typedef struct {
  hd_arena *arena;
  HD_VEC(hd_repeat) found;
  slot last[SLOTS];
  symbol ring[RING];
  uint32_t n;             /* symbols read */
  uint32_t fence;         /* the first symbol of this block or cell */
  uint32_t distance, run; /* of the newest symbols */
} reader;

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The symbol at off. Letters are read without case. */
static symbol read_symbol(hd_str s, uint32_t off) {
  const unsigned char *p = (const unsigned char *)s.p + off;
  uint32_t n = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
  uint32_t hash = 0;
  bool letter = is_letter(s.p[off]);
  if (letter || is_digit(s.p[off])) {
    hash = 0x80;
    for (n = 0; is_letter((char)p[n]) || is_digit((char)p[n]); n++)
      hash = (hash ^ (p[n] | 0x20u)) * 16777619u;
  } else {
    for (uint32_t i = 0; i < n; i++)
      hash = hash << 8 | p[i];
  }
  return (symbol){hash, {off, off + n}, letter};
}

/* The symbol that many before the end of what was read; 1: the newest. */
static const symbol *back(const reader *r, uint32_t n) {
  return &r->ring[(r->n - n) % RING];
}

/* The newest symbols are those before them once more. One symbol must be a
 * word for it; of more, a mark may be the head: the one before a clause. */
static void note(reader *r) {
  uint32_t n = r->distance;
  const symbol *head = back(r, n);
  if (n == 1 && !head->letter)
    return;
  hd_repeat found = {{back(r, 2 * n)->span.off, back(r, n + 1)->span.end},
                     {head->span.off, back(r, 1)->span.end}};
  HD_PUSH(r->arena, &r->found, found);
}

/* One symbol more. */
static void take(reader *r, symbol sym) {
  slot *last = &r->last[(sym.hash * 2654435761u) >> 20];
  uint32_t distance = 0;
  if (last->at > r->fence && last->hash == sym.hash)
    distance = r->n + 1 - last->at;
  *last = (slot){sym.hash, r->n + 1};
  r->ring[r->n++ % RING] = sym;
  if (distance == 0 || distance > LONGEST) {
    r->run = 0;
    return;
  }
  r->run = distance == r->distance ? r->run + 1 : 1;
  r->distance = distance;
  if (r->run < distance)
    return;
  r->run = 0;
  note(r);
}

static void fence(reader *r) {
  r->fence = r->n;
  r->run = 0;
}

hd_repeats hd_repeat_doubles(hd_arena *arena, const hd_document *doc) {
  reader *r = HD_NEW(arena, reader);
  hd_str s = doc->text;
  r->arena = arena;
  for (uint32_t at = 0; at < s.n;) {
    char c = s.p[at];
    if (c == '\n' || c == '\t')
      fence(r);
    if (c == '\n' || c == '\t' || c == ' ') {
      at++;
      continue;
    }
    symbol sym = read_symbol(s, at);
    take(r, sym);
    at = sym.span.end;
  }
  return (hd_repeats){r->found.items, r->found.n};
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

hd_repeats hd_repeat_twins(hd_arena *arena, const hd_text *text, size_t least) {
  HD_VEC(hd_repeat) found = {0};
  hd_map *first = hd_map_new(arena);
  if (least < 2 * PIECE)
    least = 2 * PIECE;
  for (uint32_t i = 0; i < text->n_sentences; i++) {
    const hd_sentence *s = &text->sentences[i];
    hd_str here = hd_document_text(text->doc, s->span);
    if (s->cell != HD_NONE || here.n < least)
      continue;
    bool fresh;
    uint32_t *known = hd_map_at(first, key_of(arena, here), &fresh);
    if (fresh) {
      *known = i;
      continue;
    }
    hd_span before = text->sentences[*known].span;
    hd_repeat pair = {before, s->span};
    if (hd_str_eq(hd_document_text(text->doc, before), here))
      HD_PUSH(arena, &found, pair);
  }
  return (hd_repeats){found.items, found.n};
}
