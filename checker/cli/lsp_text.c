/* lsp_text: the text of an open document.
 *
 * In: the text as the client opened it, and its edits. Out: the same text, and
 * what a position of the protocol is in bytes. A line ends in \n, \r\n or \r,
 * as the protocol has it. Where lines begin, and how many characters stand
 * before each stretch of bytes, is kept, so that a position costs the same on
 * a line of a megabyte; an edit has what is behind it counted again. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

enum { STRETCH = 1024 };

/* Characters before a stretch, and those of them that are two in UTF-16. */
struct hd_lsp_mark {
  size_t points, wide;
};

/* ---- lines --------------------------------------------------------------- */

/* Behind the line end at i, or 0 where there is none. */
static size_t behind_line_end(const char *p, size_t n, size_t i) {
  if (p[i] == '\n' || (p[i] == '\r' && (i + 1 == n || p[i + 1] != '\n')))
    return i + 1;
  return 0;
}

static void push_line(hd_lsp_text *t, size_t at) {
  if (t->n_lines == t->lines_cap) {
    t->lines_cap = t->lines_cap ? 2 * t->lines_cap : 64;
    t->lines = hd_cli_alloc(t->lines, t->lines_cap * sizeof *t->lines);
  }
  t->lines[t->n_lines++] = at;
}

/* Finds all lines that begin behind `from`, which is the beginning of one that
 * stays. */
static void find_lines(hd_lsp_text *t, size_t from) {
  size_t next;
  for (size_t i = from; i < t->n; i++)
    if ((next = behind_line_end(t->bytes, t->n, i)))
      push_line(t, next);
}

/* ---- characters ------------------------------------------------------------
 */

/* Adds the characters that begin in a stretch. */
static void count(const hd_lsp_text *t, size_t from, size_t to,
                  struct hd_lsp_mark *mark) {
  for (size_t i = from; i < to; i++) {
    unsigned char c = (unsigned char)t->bytes[i];
    mark->points += (c & 0xC0) != 0x80;
    mark->wide += c >= 0xF0;
  }
}

/* Sets the marks behind `from`. */
static void set_marks(hd_lsp_text *t, size_t from) {
  size_t n = t->n / STRETCH + 1, i = from / STRETCH;
  if (n > t->marks_cap) {
    t->marks_cap = n + n / 4;
    t->marks = hd_cli_alloc(t->marks, t->marks_cap * sizeof *t->marks);
  }
  if (i == 0)
    t->marks[0] = (struct hd_lsp_mark){0};
  for (; i + 1 < n; i++) {
    t->marks[i + 1] = t->marks[i];
    count(t, i * STRETCH, (i + 1) * STRETCH, &t->marks[i + 1]);
  }
}

/* What stands before an offset, in the client's units. */
static size_t units_at(struct hd_lsp_mark mark, size_t off,
                       hd_lsp_units units) {
  return units == HD_UNITS_UTF8    ? off
         : units == HD_UNITS_UTF16 ? mark.points + mark.wide
                                   : mark.points;
}

static size_t units_before(const hd_lsp_text *t, hd_lsp_units units,
                           size_t off) {
  struct hd_lsp_mark mark = t->marks[off / STRETCH];
  count(t, off / STRETCH * STRETCH, off, &mark);
  return units_at(mark, off, units);
}

size_t hd_lsp_text_line(const hd_lsp_text *t, size_t off) {
  size_t low = 0, high = t->n_lines;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (t->lines[middle] <= off)
      low = middle;
    else
      high = middle;
  }
  return low;
}

size_t hd_lsp_text_line_end(const hd_lsp_text *t, size_t line) {
  if (line + 1 >= t->n_lines)
    return t->n;
  size_t end = t->lines[line + 1] - 1;
  bool both = end > t->lines[line] && t->bytes[end] == '\n' &&
              t->bytes[end - 1] == '\r';
  return end - both;
}

/* ---- edits --------------------------------------------------------------- */

static void make_room(hd_lsp_text *t, size_t n) {
  if (n <= t->cap)
    return;
  t->cap = n + n / 4 + 256;
  t->bytes = hd_cli_alloc(t->bytes, t->cap);
}

void hd_lsp_text_set(hd_lsp_text *t, const char *bytes, size_t n) {
  make_room(t, n);
  if (n > 0)
    memcpy(t->bytes, bytes, n);
  t->n = n;
  t->n_lines = 0;
  push_line(t, 0);
  find_lines(t, 0);
  set_marks(t, 0);
}

void hd_lsp_text_splice(hd_lsp_text *t, size_t from, size_t to,
                        const char *bytes, size_t n) {
  /* a \r before the edit may become half of a line end, or whole again */
  size_t line = hd_lsp_text_line(t, from > 0 ? from - 1 : 0);
  make_room(t, t->n - (to - from) + n);
  if (t->n > to)
    memmove(t->bytes + from + n, t->bytes + to, t->n - to);
  if (n > 0)
    memcpy(t->bytes + from, bytes, n);
  t->n = t->n - (to - from) + n;
  t->n_lines = line + 1;
  find_lines(t, t->lines[line]);
  set_marks(t, from);
}

void hd_lsp_text_free(hd_lsp_text *t) {
  free(t->bytes);
  free(t->lines);
  free(t->marks);
  *t = (hd_lsp_text){0};
}

/* ---- positions ----------------------------------------------------------- */

/* Bytes of the character that begins with c. */
static size_t length_of(char c) {
  unsigned char b = (unsigned char)c;
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

static bool is_inside(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* The last mark before which no more than `target` units stand, from that of
 * `from` to that of `to`. */
static size_t find_mark(const hd_lsp_text *t, hd_lsp_units units, size_t from,
                        size_t to, size_t target) {
  size_t low = from / STRETCH, high = to / STRETCH + 1;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (units_at(t->marks[middle], middle * STRETCH, units) <= target)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Back to the beginning of the character that an offset is inside of. */
static size_t to_beginning(const hd_lsp_text *t, size_t off) {
  while (off > 0 && is_inside(t->bytes[off]))
    off--;
  return off;
}

size_t hd_lsp_text_offset(const hd_lsp_text *t, hd_lsp_units units,
                          hd_lsp_position at) {
  if (at.line >= t->n_lines)
    return t->n;
  size_t start = t->lines[at.line], end = hd_lsp_text_line_end(t, at.line);
  if (at.character >= end - start) /* a character has a byte at least */
    return end;
  if (units == HD_UNITS_UTF8)
    return to_beginning(t, start + at.character);
  size_t target = units_before(t, units, start) + at.character;
  size_t off = find_mark(t, units, start, end, target) * STRETCH;
  if (off < start)
    off = start;
  while (off < end && is_inside(t->bytes[off]))
    off++; /* a character that began in the stretch before */
  for (size_t n = units_before(t, units, off); off < end;) {
    size_t length = length_of(t->bytes[off]);
    n += length == 4 && units == HD_UNITS_UTF16 ? 2 : 1;
    if (n > target)
      return off;
    off += length;
  }
  return end;
}

hd_lsp_position hd_lsp_text_position(const hd_lsp_text *t, hd_lsp_units units,
                                     size_t off) {
  size_t line = hd_lsp_text_line(t, off), end = hd_lsp_text_line_end(t, line);
  size_t at = off < end ? off : end;
  return (hd_lsp_position){line, units_before(t, units, at) -
                                     units_before(t, units, t->lines[line])};
}

/* ---- places of hedui ----------------------------------------------------- */

size_t hd_lsp_text_bom(const hd_lsp_text *t) {
  return t->n >= 3 && memcmp(t->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t hd_lsp_text_place(const hd_lsp_text *t, uint32_t line, uint32_t column) {
  size_t off = hd_lsp_text_bom(t);
  for (; line > 1; line--) {
    const char *end =
        off < t->n ? memchr(t->bytes + off, '\n', t->n - off) : NULL;
    if (!end)
      return t->n;
    off = (size_t)(end - t->bytes) + 1;
  }
  for (; column > 1 && off < t->n && t->bytes[off] != '\n'; column--)
    off += length_of(t->bytes[off]);
  return off < t->n ? off : t->n;
}
