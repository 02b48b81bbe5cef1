/* utf8: decoding, encoding, validation, and what the code points are.
 *
 * Well-formed is what Unicode table 3-7 allows: no overlong forms, no
 * surrogates, nothing above U+10FFFF. */
#include "base.h"

/* Length of the well-formed sequence at s (n > 0 bytes), 0 if there is none. */
static size_t sequence(const unsigned char *s, size_t n) {
  if (s[0] < 0x80)
    return 1;
  if (s[0] < 0xc2 || s[0] > 0xf4)
    return 0;
  size_t need = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
  if (n < need)
    return 0;
  for (size_t i = 1; i < need; i++)
    if ((s[i] & 0xc0) != 0x80)
      return 0;
  if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
      (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
    return 0;
  return need;
}

size_t hd_utf8_decode_rare(const char *text, size_t n, uint32_t *cp) {
  const unsigned char *s = (const unsigned char *)text;
  switch (sequence(s, n)) {
  case 1:
    *cp = s[0];
    return 1;
  case 2:
    *cp = (s[0] & 0x1fu) << 6 | (s[1] & 0x3fu);
    return 2;
  case 3:
    *cp = hd_utf8_three(s);
    return 3;
  case 4:
    *cp = (s[0] & 0x7u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 |
          (s[3] & 0x3fu);
    return 4;
  default:
    *cp = 0xfffd;
    return 1;
  }
}

size_t hd_utf8_back_rare(const char *s, size_t off) {
  size_t least = off > 4 ? off - 4 : 0, i = off - 1;
  while (i > least && ((unsigned char)s[i] & 0xc0) == 0x80)
    i--;
  uint32_t cp;
  return i + hd_utf8_decode(s + i, off - i, &cp) == off ? i : off - 1;
}

size_t hd_utf8_encode(uint32_t cp, char *out) {
  if (cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
    cp = 0xfffd;
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  if (cp < 0x800) {
    out[0] = (char)(0xc0 | cp >> 6);
    out[1] = (char)(0x80 | (cp & 0x3f));
    return 2;
  }
  if (cp < 0x10000) {
    out[0] = (char)(0xe0 | cp >> 12);
    out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
    out[2] = (char)(0x80 | (cp & 0x3f));
    return 3;
  }
  out[0] = (char)(0xf0 | cp >> 18);
  out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
  out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
  out[3] = (char)(0x80 | (cp & 0x3f));
  return 4;
}

/* Do the eight bytes begin with two code points of three bytes each, neither
 * of which begins with E0 or ED, where more is asked? Nearly all of Chinese
 * does. */
static bool two_threes(const unsigned char *s) {
  static const unsigned char mask[8] = {0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0},
                             want[8] = {0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80};
  enum { PLAIN = 0xDFFE }; /* bits: all of E0 to EF but E0 and ED */
  uint64_t eight, m, w;
  memcpy(&eight, s, sizeof eight);
  memcpy(&m, mask, sizeof m);
  memcpy(&w, want, sizeof w);
  return (eight & m) == w && PLAIN >> (s[0] & 15) & PLAIN >> (s[3] & 15) & 1;
}

size_t hd_utf8_invalid(const char *text, size_t n) {
  const unsigned char *s = (const unsigned char *)text;
  size_t i = 0;
  while (i < n) {
    uint64_t eight;
    while (n - i >= sizeof eight && two_threes(s + i))
      i += 6;
    while (i + 3 <= n && hd_utf8_is_three(s + i))
      i += 3;
    if (n - i >= sizeof eight) {
      memcpy(&eight, s + i, sizeof eight);
      if (!(eight & 0x8080808080808080u)) {
        i += sizeof eight;
        continue;
      }
    }
    size_t used = i < n ? sequence(s + i, n - i) : 1;
    if (!used)
      return i;
    i += used;
  }
  return n;
}

static bool begins_point(char c) { return ((unsigned char)c & 0xc0) != 0x80; }

/* Code points that begin in the eight bytes at s: bytes that go on one have
 * their upper bits 10. */
static size_t count_eight(const char *s) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t eight;
  memcpy(&eight, s, sizeof eight);
  uint64_t others = (eight >> 7 & ~(eight >> 6)) & ones;
  return sizeof eight - (size_t)(others * ones >> 56);
}

size_t hd_utf8_count(const char *s, size_t n) {
  size_t count = 0, i = 0;
  for (; i + 8 <= n; i += 8)
    count += count_eight(s + i);
  for (; i < n; i++)
    count += begins_point(s[i]);
  return count;
}

size_t hd_utf8_skip(const char *s, size_t n, size_t *points) {
  size_t i = 0;
  for (size_t here; i + 8 <= n && (here = count_eight(s + i)) <= *points;
       i += 8)
    *points -= here;
  for (; i < n; i++) {
    if (!begins_point(s[i]))
      continue;
    if (*points == 0)
      return i;
    --*points;
  }
  return n;
}

bool hd_cp_is_han(uint32_t cp) {
  if (cp < 0x3005)
    return false;
  return (cp >= 0x4e00 && cp <= 0x9fff) || (cp >= 0x3400 && cp <= 0x4dbf) ||
         cp == 0x3005 || cp == 0x3007 || (cp >= 0xf900 && cp <= 0xfaff) ||
         (cp >= 0x20000 && cp <= 0x3ffff);
}

bool hd_cp_is_letter(uint32_t cp) {
  if (cp < 0x80)
    return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
  if (cp < 0x250)
    return cp >= 0xc0 ? cp != 0xd7 && cp != 0xf7
                      : cp == 0xaa || cp == 0xb5 || cp == 0xba;
  return (cp >= 0x370 && cp <= 0x3ff && cp != 0x37e && cp != 0x387) ||
         (cp >= 0x400 && cp <= 0x52f && (cp < 0x482 || cp > 0x489)) ||
         (cp >= 0x1e00 && cp <= 0x1fff);
}

/* The ideographs that the Kangxi radicals U+2F00..U+2FD5 stand for (their
 * compatibility decompositions in the Unicode character database). Text taken
 * out of PDF files has them in the place of the characters. */
static const uint16_t radicals[] = {
    0x4e00, 0x4e28, 0x4e36, 0x4e3f, 0x4e59, 0x4e85, 0x4e8c, 0x4ea0, 0x4eba,
    0x513f, 0x5165, 0x516b, 0x5182, 0x5196, 0x51ab, 0x51e0, 0x51f5, 0x5200,
    0x529b, 0x52f9, 0x5315, 0x531a, 0x5338, 0x5341, 0x535c, 0x5369, 0x5382,
    0x53b6, 0x53c8, 0x53e3, 0x56d7, 0x571f, 0x58eb, 0x5902, 0x590a, 0x5915,
    0x5927, 0x5973, 0x5b50, 0x5b80, 0x5bf8, 0x5c0f, 0x5c22, 0x5c38, 0x5c6e,
    0x5c71, 0x5ddb, 0x5de5, 0x5df1, 0x5dfe, 0x5e72, 0x5e7a, 0x5e7f, 0x5ef4,
    0x5efe, 0x5f0b, 0x5f13, 0x5f50, 0x5f61, 0x5f73, 0x5fc3, 0x6208, 0x6236,
    0x624b, 0x652f, 0x6534, 0x6587, 0x6597, 0x65a4, 0x65b9, 0x65e0, 0x65e5,
    0x66f0, 0x6708, 0x6728, 0x6b20, 0x6b62, 0x6b79, 0x6bb3, 0x6bcb, 0x6bd4,
    0x6bdb, 0x6c0f, 0x6c14, 0x6c34, 0x706b, 0x722a, 0x7236, 0x723b, 0x723f,
    0x7247, 0x7259, 0x725b, 0x72ac, 0x7384, 0x7389, 0x74dc, 0x74e6, 0x7518,
    0x751f, 0x7528, 0x7530, 0x758b, 0x7592, 0x7676, 0x767d, 0x76ae, 0x76bf,
    0x76ee, 0x77db, 0x77e2, 0x77f3, 0x793a, 0x79b8, 0x79be, 0x7a74, 0x7acb,
    0x7af9, 0x7c73, 0x7cf8, 0x7f36, 0x7f51, 0x7f8a, 0x7fbd, 0x8001, 0x800c,
    0x8012, 0x8033, 0x807f, 0x8089, 0x81e3, 0x81ea, 0x81f3, 0x81fc, 0x820c,
    0x821b, 0x821f, 0x826e, 0x8272, 0x8278, 0x864d, 0x866b, 0x8840, 0x884c,
    0x8863, 0x897e, 0x898b, 0x89d2, 0x8a00, 0x8c37, 0x8c46, 0x8c55, 0x8c78,
    0x8c9d, 0x8d64, 0x8d70, 0x8db3, 0x8eab, 0x8eca, 0x8f9b, 0x8fb0, 0x8fb5,
    0x9091, 0x9149, 0x91c6, 0x91cc, 0x91d1, 0x9577, 0x9580, 0x961c, 0x96b6,
    0x96b9, 0x96e8, 0x9751, 0x975e, 0x9762, 0x9769, 0x97cb, 0x97ed, 0x97f3,
    0x9801, 0x98a8, 0x98db, 0x98df, 0x9996, 0x9999, 0x99ac, 0x9aa8, 0x9ad8,
    0x9adf, 0x9b25, 0x9b2f, 0x9b32, 0x9b3c, 0x9b5a, 0x9ce5, 0x9e75, 0x9e7f,
    0x9ea5, 0x9ebb, 0x9ec3, 0x9ecd, 0x9ed1, 0x9ef9, 0x9efd, 0x9f0e, 0x9f13,
    0x9f20, 0x9f3b, 0x9f4a, 0x9f52, 0x9f8d, 0x9f9c, 0x9fa0};

/* Twins of the small forms U+FE50 to U+FE6A; 0: it stays. */
static const char small_forms[] = {',', 0,   '.', 0,   ';', ':', '?', '!', 0,
                                   '(', ')', '{', '}', 0,   0,   '#', '&', '*',
                                   '+', '-', '<', '>', '=', 0,   0,   '$', '%'};

uint32_t hd_cp_fold(uint32_t cp) {
  if (cp < 0x2010) /* U+2000 to U+2003 are the blanks of an indented line */
    return cp >= 0x2000 && cp <= 0x2003 ? ' ' : cp;
  if (cp >= 0xff01 && cp <= 0xff5e)
    return cp - 0xff01 + '!';
  if (cp == 0x301c || cp == 0x223c) /* wave dash, tilde operator */
    return '~';
  if (cp >= 0xfe50 && cp <= 0xfe6a)
    return small_forms[cp - 0xfe50] ? (uint32_t)small_forms[cp - 0xfe50] : cp;
  if (cp == 0x3000)
    return ' ';
  if (cp == 0x2212 || cp == 0x2010 || cp == 0x2011)
    return '-';
  if (cp == 0x2012 || cp == 0x2015) /* the dash of figures, the bar */
    return cp == 0x2012 ? 0x2013 : 0x2014;
  if (cp >= 0x2f00 && cp <= 0x2fd5)
    return radicals[cp - 0x2f00];
  if (cp == 0xffe5)
    return 0xa5;                   /* yen */
  return cp == 0xffe1 ? 0xa3 : cp; /* pound */
}

bool hd_utf8_has_letter(hd_str s) {
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (hd_cp_is_han(cp) || hd_cp_is_letter(cp))
      return true;
  }
  return false;
}
