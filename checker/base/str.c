/* str: searching and trimming of {pointer, length} text. */
#include "base.h"

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

/* In a short text, where it is not worth while to prepare a search. */
static size_t find_short(hd_str s, hd_str needle) {
  for (size_t i = 0; i + needle.n <= s.n; i++)
    if (s.p[i] == needle.p[0] && s.p[i + 1] == needle.p[1] &&
        memcmp(s.p + i, needle.p, needle.n) == 0)
      return i;
  return (size_t)-1;
}

size_t hd_str_find(hd_str s, hd_str needle) {
  enum { SHORT = 64 };
  if (needle.n == 0)
    return 0;
  if (s.n < needle.n)
    return (size_t)-1;
  if (s.n <= SHORT && needle.n > 1)
    return find_short(s, needle);
  const char *found = s.n ? memmem(s.p, s.n, needle.p, needle.n) : NULL;
  return found ? (size_t)(found - s.p) : (size_t)-1;
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
