/* framed: reads the words about a number, one by one, to either side.
 *
 * In: a place of the text. Out: the next token as a hash. At most APART bytes
 * are looked at for one. */
#include "framed.h"
#include <stdlib.h>

enum { APART = 40 }; /* bytes between two words that stand together */

/* A word with zeros behind it is one of the list, in as much room? Eight
 * letters of all are held against it at once. */
enum { ROOM = 24, LISTED = 16 };

static bool is_one_of(const char word[ROOM], const char (*words)[LISTED],
                      size_t n) {
  uint64_t eight, other;
  memcpy(&eight, word, sizeof eight);
  for (size_t i = 0; i < n; i++) {
    memcpy(&other, words[i], sizeof other);
    if (eight == other && memcmp(word, words[i], LISTED) == 0)
      return true;
  }
  return false;
}

static bool is_light(const char word[ROOM]) {
  static const char words[][LISTED] = {
      "about", "and", "approximately", "are",   "been", "for",  "from",
      "had",   "has", "have",          "least", "less", "more", "than",
      "that",  "the", "this",          "was",   "were", "with"};
  return is_one_of(word, words, sizeof words / sizeof *words);
}

static bool is_scale(const char word[ROOM]) {
  static const char words[][LISTED] = {"billion", "million",  "per",
                                       "percent", "thousand", "trillion"};
  return is_one_of(word, words, sizeof words / sizeof *words);
}

/* A bit a letter, for what words begin with. */
#define BIT(c) ((uint32_t)1 << ((c)&31))

/* Of a word with zeros behind it, eight letters at a time. */
static uint64_t hash_of(const char word[ROOM], size_t n) {
  uint64_t hash = n, eight;
  for (size_t i = 0; i < n; i += sizeof eight) {
    memcpy(&eight, word + i, sizeof eight);
    hash = hd_hash_step(hash, eight);
  }
  return hash;
}

static hd_framed_token word_of(const char *p, size_t n) {
  enum { SHORTEST = 3 };
  const uint32_t lights = BIT('a') | BIT('b') | BIT('f') | BIT('h') | BIT('l') |
                          BIT('m') | BIT('t') | BIT('w');
  const uint32_t scales = BIT('b') | BIT('m') | BIT('p') | BIT('t');
  char lower[ROOM] = {0};
  if (n + 1 > ROOM)
    return (hd_framed_token){.hash = hd_hash(p, n), .content = true};
  hd_ascii_lower(lower, p, n);
  return (hd_framed_token){
      .hash = hash_of(lower, n),
      .content = n >= SHORTEST && !(BIT(*lower) & lights && is_light(lower)),
      .measure = BIT(*lower) & scales && is_scale(lower)};
}

static bool is_digit_at(const hd_linker *l, uint32_t off) {
  return off < l->doc->text.n && hd_ascii_is_digit(l->doc->text.p[off]);
}

bool hd_framed_joint(const hd_linker *l, uint32_t off) {
  char c = l->doc->text.p[off];
  return (c == ',' || c == '.') && off > 0 && is_digit_at(l, off - 1) &&
         is_digit_at(l, off + 1);
}

/* The length of the sign at p, 0: none. */
static size_t sign_at(const char *p, size_t n) {
  static const char *const signs[] = {"≥", "≤", "£", "€"};
  if (n && (*p == '<' || *p == '>' || *p == '%' || *p == '$'))
    return 1;
  if (!n || (*p != signs[0][0] && *p != signs[2][0])) /* E2 or C2 */
    return 0;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t m = strlen(signs[i]);
    if (n >= m && memcmp(p, signs[i], m) == 0)
      return m;
  }
  return 0;
}

static hd_framed_token sign_of(const char *p, size_t n) {
  return (hd_framed_token){.hash = hd_hash(p, n),
                           .measure = n == 2 || strchr("%$", *p) ||
                                      (n == 3 && memcmp(p, "€", 3) == 0)};
}

hd_framed_token hd_framed_next(const hd_linker *l, uint32_t *off,
                               uint32_t end) {
  const char *t = l->doc->text.p;
  uint32_t stop = end - *off > APART ? *off + APART : end;
  for (; *off < stop; (*off)++) {
    uint32_t from = *off, at = from;
    while (at < end && hd_ascii_is_letter(t[at]))
      at++;
    if (at > from) {
      *off = at;
      return word_of(t + from, at - from);
    }
    while (at < end && (hd_ascii_is_digit(t[at]) || hd_framed_joint(l, at)))
      at++;
    size_t sign = at > from ? 0 : sign_at(t + from, end - from);
    if (at > from || sign) {
      *off = at > from ? at : from + (uint32_t)sign;
      return at > from ? (hd_framed_token){.hash = hd_hash(t + from, at - from),
                                           .number = true}
                       : sign_of(t + from, sign);
    }
  }
  return (hd_framed_token){0};
}

hd_framed_token hd_framed_before(const hd_linker *l, uint32_t *off,
                                 uint32_t low) {
  const char *t = l->doc->text.p;
  uint32_t stop = *off - low > APART ? *off - APART : low;
  for (; *off > stop; (*off)--) {
    uint32_t end = *off, at = end;
    while (at > low && hd_ascii_is_letter(t[at - 1]))
      at--;
    if (at < end) {
      *off = at;
      return word_of(t + at, end - at);
    }
    while (at > low &&
           (hd_ascii_is_digit(t[at - 1]) || hd_framed_joint(l, at - 1)))
      at--;
    if (at < end) {
      *off = at;
      return (hd_framed_token){.hash = hd_hash(t + at, end - at),
                               .number = true};
    }
    for (uint32_t n = 1; n <= 3 && end - low >= n; n++)
      if (sign_at(t + end - n, n) == n) {
        *off = end - n;
        return sign_of(t + end - n, n);
      }
  }
  return (hd_framed_token){0};
}

/* Med 2014;63:5: the year and volume of a journal. */
static bool has_volume(hd_str s) {
  size_t at = 0;
  for (hd_str rest = s; (at = hd_str_find(rest, HD_STR(";"))) < rest.n;
       rest = (hd_str){rest.p + at + 1, rest.n - at - 1})
    if (at > 3 && at + 1 < rest.n && hd_ascii_is_digit(rest.p[at - 1]) &&
        hd_ascii_is_digit(rest.p[at - 4]) && hd_ascii_is_digit(rest.p[at + 1]))
      return true;
  return false;
}

static bool is_cited(const hd_linker *l, hd_span block) {
  static const char *const words[] = {"et al", "doi",   "ccessed ", "Available",
                                      "http",  "Press", "U.S.C.",   NULL};
  enum { LONG = 600 };
  hd_str text = hd_document_text(l->doc, block);
  return text.n < LONG && (hd_str_has_any(text, words) || has_volume(text));
}

bool hd_framed_skips(const hd_linker *l, uint8_t *known, uint32_t b) {
  enum { UNKNOWN, TOLD, CITED };
  if (known[b] == UNKNOWN)
    known[b] = is_cited(l, l->doc->blocks[b].span) ? CITED : TOLD;
  return known[b] == CITED;
}

static int by_place(const void *a, const void *b) {
  const hd_span *x = a, *y = b;
  return x->off < y->off ? -1 : x->off > y->off;
}

void hd_framed_add(hd_linker *l, hd_span odd, hd_span *names, uint32_t n,
                   const char *reason) {
  hd_link k = hd_link_blank(HD_LINK_SAME_NAME);
  qsort(names, n, sizeof *names, by_place);
  k.whole.document = l->document;
  k.names = names;
  k.n_names = n;
  k.anchor = odd;
  k.strength = HD_FRAMED;
  k.reason = reason;
  hd_linker_add(l, k);
}
