/* str: searching and trimming of {pointer, length} text. */
#include "base.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#if defined(__SANITIZE_ADDRESS__)
#define HD_GUARDED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define HD_GUARDED 1
#endif
#endif
#ifndef HD_GUARDED
#define HD_GUARDED 0
#endif

/* Eight bytes with their ASCII capitals made small: a byte of 'A' to 'Z' gets
 * 0x20 added. */
static uint64_t lower_eight(uint64_t eight) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t low = eight & ones * 0x7f;
  uint64_t from_a = low + ones * (0x80 - 'A');
  uint64_t above_z = low + ones * (0x7f - 'Z');
  return eight + ((from_a & ~above_z & ~eight & ones * 0x80) >> 2);
}

void hd_ascii_lower(char *out, const char *s, size_t n) {
  size_t i = 0;
  for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
    memcpy(&eight, s + i, sizeof eight);
    eight = lower_eight(eight);
    memcpy(out + i, &eight, sizeof eight);
  }
  for (; i < n; i++)
    out[i] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
}

/* Which of the places from s on have the first and the last byte of a needle
 * there: a bit each. */
#ifdef __SSE2__
enum { AT_ONCE = 16 };

static unsigned places_of(const char *s, hd_str needle) {
  __m128i first = _mm_set1_epi8(needle.p[0]);
  __m128i last = _mm_set1_epi8(needle.p[needle.n - 1]);
  __m128i a = _mm_loadu_si128((const __m128i *)(const void *)s);
  __m128i b =
      _mm_loadu_si128((const __m128i *)(const void *)(s + needle.n - 1));
  return (unsigned)_mm_movemask_epi8(
      _mm_and_si128(_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));
}
#else
enum { AT_ONCE = 8 };

static unsigned places_of(const char *s, hd_str needle) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t a, b;
  memcpy(&a, s, sizeof a);
  memcpy(&b, s + needle.n - 1, sizeof b);
  uint64_t differ = (a ^ ones * (unsigned char)needle.p[0]) |
                    (b ^ ones * (unsigned char)needle.p[needle.n - 1]);
  if (!((differ - ones) & ~differ & ones * 0x80))
    return 0;
  unsigned places = 0;
  for (unsigned i = 0; i < AT_ONCE; i++)
    places |= (unsigned)(s[i] == needle.p[0] &&
                         s[i + needle.n - 1] == needle.p[needle.n - 1])
              << i;
  return places;
}
#endif

/* May n bytes from p on be read, whatever they are? Not where a page may end
 * among them, and not where somebody looks whose they are. */
static bool is_readable(const char *p, size_t n) {
#if HD_GUARDED
  (void)p;
  (void)n;
  return false;
#else
  enum { PAGE = 4096 };
  return (uintptr_t)p % PAGE + n <= PAGE;
#endif
}

/* The first of the places, a bit each from `at` on, where the needle stands
 * whose first and last byte do; `none` where it does not. */
static inline size_t find_in(hd_str s, hd_str needle, size_t at,
                             unsigned places, size_t none) {
  for (; places; places &= places - 1) {
    size_t k = at + (unsigned)__builtin_ctz(places);
    if (needle.n == 3 ? s.p[k + 1] == needle.p[1]
                      : memcmp(s.p + k, needle.p, needle.n - 1) == 0)
      return k;
  }
  return none;
}

/* The first of AT_ONCE places from `at` on where the needle stands; behind
 * them where it does not. */
static size_t find_at_once(hd_str s, hd_str needle, size_t at) {
  return find_in(s, needle, at, places_of(s.p + at, needle), at + AT_ONCE);
}

/* Where needle stands at one of the places of s before `end`, else end. The
 * last places are asked with some before them. The code points of Chinese
 * differ in the last byte far more often than in the first. */
static size_t find_before(hd_str s, hd_str needle, size_t end) {
  size_t behind = needle.n - 1, i = 0;
  for (; i + AT_ONCE < end; i += AT_ONCE) {
    size_t k = find_at_once(s, needle, i);
    if (k < i + AT_ONCE)
      return k;
  }
  if (end >= AT_ONCE)
    return find_at_once(s, needle, end - AT_ONCE);
  if (is_readable(s.p, AT_ONCE + behind))
    return find_in(s, needle, 0, places_of(s.p, needle) & ((1u << end) - 1),
                   end);
  for (; i < end; i++)
    if (s.p[i + behind] == needle.p[behind] &&
        memcmp(s.p + i, needle.p, behind) == 0)
      return i;
  return end;
}

size_t hd_str_find(hd_str s, hd_str needle) {
  /* it is worth while to prepare a search */
  enum { LONG = 1024, LONG_NEEDLE = 3 };
  if (needle.n == 0)
    return 0;
  if (s.n < needle.n)
    return (size_t)-1;
  if (needle.n == 1 || (s.n > LONG && needle.n > LONG_NEEDLE)) {
    const char *at = needle.n == 1 ? memchr(s.p, needle.p[0], s.n)
                                   : memmem(s.p, s.n, needle.p, needle.n);
    return at ? (size_t)(at - s.p) : (size_t)-1;
  }
  size_t end = s.n - needle.n + 1;
  size_t found = find_before(s, needle, end);
  return found < end ? found : (size_t)-1;
}

bool hd_str_has_any(hd_str s, const char *const *words) {
  for (; *words; words++)
    if (hd_str_find(s, hd_str_of(*words)) < s.n)
      return true;
  return false;
}

bool hd_str_is_any(hd_str s, const char *const *words) {
  for (; *words; words++)
    if (hd_str_is(s, *words))
      return true;
  return false;
}

static bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the blank that s begins with, 0 if it does not. */
static size_t blank_at(hd_str s) {
  if (s.n && is_ascii_blank(s.p[0]))
    return 1;
  if (hd_str_starts(s, HD_STR("\u00a0")))
    return 2;
  return hd_str_starts(s, HD_STR("\u3000")) ? 3 : 0;
}

/* Bytes of the blank that s ends with. */
static size_t blank_before_end(hd_str s) {
  if (s.n && is_ascii_blank(s.p[s.n - 1]))
    return 1;
  if (hd_str_ends(s, HD_STR("\u00a0")))
    return 2;
  return hd_str_ends(s, HD_STR("\u3000")) ? 3 : 0;
}

hd_str hd_str_trim(hd_str s) {
  size_t n;
  while ((n = blank_at(s)) > 0)
    s = (hd_str){s.p + n, s.n - n};
  while ((n = blank_before_end(s)) > 0)
    s.n -= n;
  return s;
}

hd_str hd_str_piece(hd_str *s, char c) {
  const char *at = memchr(s->p, c, s->n);
  hd_str piece = {s->p, at ? (size_t)(at - s->p) : s->n};
  size_t used = piece.n + (at != NULL);
  *s = (hd_str){s->p + used, s->n - used};
  return piece;
}

size_t hd_str_starts_any(hd_str s, const char *const *words) {
  for (; s.n && *words; words++)
    if (**words == s.p[0] && hd_str_starts(s, hd_str_of(*words)))
      return strlen(*words);
  return 0;
}

size_t hd_str_ends_any(hd_str s, const char *const *words) {
  for (; *words; words++)
    if (hd_str_ends(s, hd_str_of(*words)))
      return strlen(*words);
  return 0;
}
