/* hyphen: words that a line's end has parted.
 *
 * In: two lines that are one paragraph. Out: whether the hyphen between them
 * belongs to the word. The document knows: if the word stands elsewhere in
 * it with the hyphen, or both halves stand there as words, it is a compound
 * (short-term); else it was parted for the line. */
#include "hyphen.h"

enum { LONGEST = 64 };

struct hd_hyphens {
  hd_arena *arena;
  hd_str source;
  hd_map *words; /* of the source, in small letters; NULL: not yet read */
};

hd_hyphens *hd_hyphens_new(hd_arena *arena, hd_str source) {
  hd_hyphens *h = HD_NEW(arena, hd_hyphens);
  *h = (hd_hyphens){arena, source, NULL};
  return h;
}

/* The word at s[i]: letters with single hyphens between them. */
static size_t word_end(hd_str s, size_t i) {
  while (i < s.n &&
         (hd_ascii_is_letter(s.p[i]) ||
          (s.p[i] == '-' && i + 1 < s.n && hd_ascii_is_letter(s.p[i + 1]))))
    i++;
  return i;
}

static void add_word(hd_hyphens *h, hd_str word) {
  bool fresh;
  if (word.n > LONGEST)
    return;
  char *small = hd_arena_copy(h->arena, word.p, word.n);
  hd_ascii_lower(small, word.p, word.n);
  hd_map_at(h->words, (hd_str){small, word.n}, &fresh);
}

/* Reads the words of the source; halves at the ends and starts of lines that
 * a hyphen parts are none. */
static void read_words(hd_hyphens *h) {
  hd_str s = h->source;
  bool parted = false; /* the word behind the line's end is a half */
  h->words = hd_map_new(h->arena);
  for (size_t i = 0; i < s.n;) {
    if (!hd_ascii_is_letter(s.p[i])) {
      parted = parted && (s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == ' ');
      i++;
      continue;
    }
    size_t end = word_end(s, i);
    bool half = end + 1 < s.n && s.p[end] == '-' &&
                (s.p[end + 1] == '\n' || s.p[end + 1] == '\r');
    if (!parted && !half)
      add_word(h, (hd_str){s.p + i, end - i});
    parted = half;
    i = end + half;
  }
}

static bool is_known(hd_hyphens *h, const char *word, size_t n) {
  return n <= LONGEST && hd_map_find(h->words, (hd_str){word, n}) != NULL;
}

/* Does the hyphen between the halves, in small letters, belong there? */
static bool is_compound(hd_hyphens *h, hd_str a, hd_str b) {
  char whole[2 * LONGEST + 2];
  if (a.n + b.n + 1 > LONGEST)
    return true;
  hd_ascii_lower(whole, a.p, a.n);
  hd_ascii_lower(whole + a.n, b.p, b.n);
  if (is_known(h, whole, a.n + b.n))
    return false;
  bool halves = is_known(h, whole, a.n) && is_known(h, whole + a.n, b.n);
  whole[a.n] = '-';
  hd_ascii_lower(whole + a.n + 1, b.p, b.n);
  return halves || is_known(h, whole, a.n + 1 + b.n);
}

hd_hyphen hd_hyphen_at(hd_hyphens *h, hd_str before, hd_str behind) {
  if (before.n < 2 || before.p[before.n - 1] != '-' || behind.n == 0)
    return HD_HYPHEN_NONE;
  char last = before.p[before.n - 2], first = behind.p[0];
  if (!hd_ascii_is_letter(last) && !hd_ascii_is_digit(last))
    return HD_HYPHEN_NONE;
  if (!hd_ascii_is_letter(last) || !hd_ascii_is_letter(first) || first < 'a')
    return hd_ascii_is_letter(first) || hd_ascii_is_digit(first)
               ? HD_HYPHEN_KEEP
               : HD_HYPHEN_NONE;
  size_t from = before.n - 1;
  while (from > 0 && (hd_ascii_is_letter(before.p[from - 1]) ||
                      (before.p[from - 1] == '-' && from > 1)))
    from--;
  hd_str a = {before.p + from, before.n - 1 - from};
  hd_str b = {behind.p, word_end(behind, 0)};
  if (!h->words)
    read_words(h);
  return is_compound(h, a, b) ? HD_HYPHEN_KEEP : HD_HYPHEN_DROP;
}
