/* str: searching and trimming of {pointer, length} text. */
#include "base.h"

size_t hd_str_find(hd_str s, hd_str needle) {
  if (needle.n == 0)
    return 0;
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
