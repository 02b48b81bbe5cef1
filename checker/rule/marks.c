/* marks: a text in, whether its quotation marks and brackets pair off out.
 *
 * All marks but the ASCII ones begin with the byte E2 or E3, so that one walk
 * over the bytes looks closer at few places, and Han is passed over by code
 * points. */
#include "views.h"

enum { STRAIGHT = 9, SINGLE, KINDS, NO_MARK = 127 };

/* Which kind of mark stands at p: its number, below 0 for a closing one (the
 * number's complement); NO_MARK: none. */
static int mark_at(const unsigned char *p, size_t n) {
  switch (p[0]) {
  case '(':
    return 7;
  case ')':
    return ~7;
  case '[':
    return 8;
  case ']':
    return ~8;
  case '"':
    return STRAIGHT;
  case '\'':
    return SINGLE;
  default:
    break;
  }
  if (n < 3 || p[1] != 0x80)
    return NO_MARK;
  if (p[0] == 0xe2) /* ‘ ’ “ ” */
    return p[2] == 0x98   ? 0
           : p[2] == 0x99 ? ~0
           : p[2] == 0x9c ? 1
           : p[2] == 0x9d ? ~1
                          : NO_MARK;
  if (p[0] != 0xe3 || p[2] < 0x88 || p[2] > 0x91)
    return NO_MARK;
  int kind = 2 + (p[2] - 0x88) / 2; /* 〈〉《》「」『』【】, side by side */
  return p[2] & 1 ? ~kind : kind;
}

static bool is_word(unsigned char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Is the mark at i an apostrophe inside a word (don’t)? */
static bool is_apostrophe(const unsigned char *p, size_t i, size_t n) {
  return i > 0 && i + 3 < n && is_word(p[i - 1]) && is_word(p[i + 3]) &&
         p[i + 3] > '9';
}

/* Does the straight mark at i look like one that opens: nothing before it, a
 * word behind it? */
static bool opens(const unsigned char *p, size_t i, size_t n) {
  unsigned char before = i ? p[i - 1] : ' ';
  return i + 1 < n && is_word(p[i + 1]) && !is_word(before) &&
         !strchr(".,;:!?)]%'", before);
}

/* Takes the straight mark at i; *open: one of its kind stands open, which that
 * in a word (don't, years') does not close. May a partner be missing? */
static bool is_lost(const unsigned char *p, size_t i, size_t n, bool *open) {
  bool lost = false;
  if (opens(p, i, n)) {
    lost = *open;
    *open = true;
  } else if (p[i] == '"' || i + 1 == n || !is_word(p[i + 1])) {
    *open = false;
  }
  return lost;
}

/* The next place from i on where a mark may begin, a byte that stands nowhere
 * else; eight are looked at together. */
static size_t seek_mark(hd_str text, size_t i) {
  static const bool begins[256] = {
      ['"'] = 1, ['\''] = 1, ['('] = 1,  [')'] = 1,
      ['['] = 1, [']'] = 1,  [0xe2] = 1, [0xe3] = 1};
  const unsigned char *p = (const unsigned char *)text.p;
  for (; i + 8 <= text.n; i += 8)
    if (begins[p[i]] | begins[p[i + 1]] | begins[p[i + 2]] | begins[p[i + 3]] |
        begins[p[i + 4]] | begins[p[i + 5]] | begins[p[i + 6]] |
        begins[p[i + 7]])
      break;
  while (i < text.n && !begins[p[i]])
    i++;
  return i;
}

bool hd_marks_pair(hd_str text) {
  const unsigned char *p = (const unsigned char *)text.p;
  size_t depth[KINDS] = {0}, open = 0;
  bool straight = false, single = false;
  for (size_t i = 0; (i = seek_mark(text, i)) < text.n; i++) {
    int mark = mark_at(p + i, text.n - i);
    if (mark == NO_MARK || (mark == ~0 && is_apostrophe(p, i, text.n))) {
      continue;
    } else if (mark == STRAIGHT) {
      depth[STRAIGHT] ^= 1;
      if (is_lost(p, i, text.n, &straight))
        return false;
    } else if (mark == SINGLE) {
      if (is_lost(p, i, text.n, &single))
        return false;
    } else if (mark >= 0) {
      depth[mark]++;
      open++;
    } else {
      if (depth[~mark] == 0)
        return false;
      depth[~mark]--;
      open--;
    }
  }
  return open == 0 && depth[STRAIGHT] == 0 && !single;
}
