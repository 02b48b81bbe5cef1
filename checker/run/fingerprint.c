/* fingerprint: the name of a finding that survives edits elsewhere.
 *
 * Recipe version 1 (hedui/v1), fixed for outside programs:
 *   key  = rule id FF window FF related text FF related text ...
 *   mark = FNV-1a 64 of key FF ordinal in decimal, as 16 hex digits
 * The window is the text of the primary span with the eight code points
 * before it and the four behind it; related texts are sorted by bytes. All
 * texts are folded in width and without white space, which counts neither
 * among the eight nor among the four: a line that is wrapped elsewhere, CRLF
 * and another format leave the key as it is. */
#include "run.h"
#include <stdio.h>
#include <stdlib.h>

enum { BEFORE = 8, BEHIND = 4, SEPARATOR = 0xFF };

static bool is_white(uint32_t cp) {
  return cp <= ' ' || cp == 0x7F || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
         (cp >= 0x2000 && cp <= 0x200B) || cp == 0x2028 || cp == 0x2029 ||
         cp == 0x202F || cp == 0x205F || cp == 0x3000 || cp == 0xFEFF;
}

/* Start of the window: eight printed code points before off. */
static uint32_t walk_back(hd_str text, uint32_t off) {
  uint32_t cp;
  for (int n = 0; n < BEFORE && off > 0; n += !is_white(cp)) {
    off = (uint32_t)hd_utf8_back(text.p, off);
    hd_utf8_decode(text.p + off, text.n - off, &cp);
  }
  return off;
}

/* End of the window: four printed code points behind off. */
static uint32_t walk_on(hd_str text, uint32_t off) {
  uint32_t cp;
  for (int n = 0; n < BEHIND && off < text.n; n += !is_white(cp))
    off += (uint32_t)hd_utf8_decode(text.p + off, text.n - off, &cp);
  return off;
}

/* Writes s folded and without white space; out has room for 4 bytes a byte.
 * Returns the bytes written. */
static size_t fold(hd_str s, char *out) {
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    cp = hd_cp_fold(cp);
    if (!is_white(cp))
      n += hd_utf8_encode(cp, out + n);
  }
  return n;
}

static int compare(const void *a, const void *b) {
  const hd_str *x = a, *y = b;
  size_t n = x->n < y->n ? x->n : y->n;
  int order = n ? memcmp(x->p, y->p, n) : 0;
  return order ? order : (x->n > y->n) - (x->n < y->n);
}

/* The related texts, folded and sorted. */
static hd_str *fold_all(hd_arena *arena, const hd_str *texts, size_t n) {
  hd_str *folded = hd_arena_alloc(arena, (n + 1) * sizeof *folded);
  for (size_t i = 0; i < n; i++) {
    char *out = hd_arena_alloc(arena, texts[i].n * 4 + 1);
    folded[i] = (hd_str){out, fold(texts[i], out)};
  }
  qsort(folded, n, sizeof *folded, compare);
  return folded;
}

hd_str hd_fingerprint_key(hd_arena *arena, const char *rule, hd_str text,
                          hd_span at, const hd_str *related, size_t n) {
  uint32_t from = walk_back(text, at.off), to = walk_on(text, at.end);
  hd_str window = {text.p + from, to - from};
  hd_str *parts = fold_all(arena, related, n);
  hd_str id = hd_str_of(rule);
  size_t room = id.n + window.n * 4 + n + 2, used = id.n;
  for (size_t i = 0; i < n; i++)
    room += parts[i].n;
  char *key = hd_arena_alloc(arena, room);
  memcpy(key, id.p, id.n);
  key[used++] = (char)SEPARATOR;
  used += fold(window, key + used);
  for (size_t i = 0; i < n; i++) {
    key[used++] = (char)SEPARATOR;
    memcpy(key + used, parts[i].p, parts[i].n);
    used += parts[i].n;
  }
  return (hd_str){key, used};
}

/* FNV-1a goes on where it stopped, so that the key is hashed in place. */
static uint64_t hash_on(uint64_t hash, const char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    hash = (hash ^ (unsigned char)p[i]) * 0x100000001B3ULL;
  return hash;
}

void hd_fingerprint_write(hd_str key, uint32_t ordinal, char out[17]) {
  char tail[16];
  int n = snprintf(tail, sizeof tail, "%c%u", SEPARATOR, (unsigned)ordinal);
  uint64_t hash = hash_on(hd_hash(key.p, key.n), tail, (size_t)n);
  snprintf(out, 17, "%016llx", (unsigned long long)hash);
}
