/* note: footnotes of Markdown.
 *
 * In: a source. Out: where [^1]: … defines one; and the source that the parser
 * is given, in which these lines do not look like definitions of links, for
 * which it would take them and their text away. */
#include "markdown.h"

enum { LABEL = 40 };

/* Bytes of [^label] at the head of s; 0: none. */
size_t hd_md_note_label(hd_str s) {
  if (s.n < 4 || s.p[0] != '[' || s.p[1] != '^')
    return 0;
  for (size_t i = 2; i < s.n && i < LABEL; i++) {
    if (s.p[i] == ']')
      return i > 2 ? i + 1 : 0;
    if ((unsigned char)s.p[i] <= ' ' || s.p[i] == '[')
      return 0;
  }
  return 0;
}

size_t hd_md_note_head(hd_str line) {
  size_t n = hd_md_note_label(line);
  if (n == 0 || n >= line.n || line.p[n] != ':')
    return 0;
  for (n++; n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'); n++)
    ;
  return n;
}

size_t hd_md_note_mark(hd_str s) {
  for (size_t i = 0; i + 1 < s.n; i++) {
    const char *at = memchr(s.p + i, '[', s.n - 1 - i);
    if (!at)
      break;
    i = (size_t)(at - s.p);
    if (at[1] == '^')
      return i;
  }
  return s.n;
}

/* The next definition at or behind `at`, at the begin of its line; s.n. */
static size_t find_head(hd_str s, size_t at) {
  while (at < s.n) {
    at += hd_md_note_mark((hd_str){s.p + at, s.n - at});
    if (at == s.n)
      break;
    size_t line = at;
    while (line > 0 && at - line < 4 && s.p[line - 1] == ' ')
      line--;
    bool first = line == 0 || s.p[line - 1] == '\n' || s.p[line - 1] == '\r';
    if (first && hd_md_note_head((hd_str){s.p + at, s.n - at}) > 0)
      return at;
    at += 2;
  }
  return s.n;
}

const char *hd_md_note_mask(hd_build *b) {
  hd_str s = b->source;
  size_t at = find_head(s, 0);
  if (at == s.n)
    return s.p;
  char *masked = hd_arena_copy(b->arena, s.p, s.n);
  for (; at < s.n; at = find_head(s, at + 2))
    masked[at] = '(';
  return masked;
}
