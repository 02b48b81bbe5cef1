/* plain: blocks of plain text.
 *
 * In: the source. Out: paragraphs, tables aligned by blanks, skipped pages'
 * numbers. Two walks: the first measures every line, the second writes the
 * blocks; between them wrap.c decides which lines are one paragraph. */
#include "plain.h"
#include "heading.h"
#include "marker.h"
#include "math.h"

enum { CENTRED = 8, TAB = 8, PAGE_BYTES = 24 };

/* ---- measuring ---------------------------------------------------------- */

/* Bytes of the blank at p, 0 if there is none; its columns. */
static inline uint32_t blank_at(const char *p, size_t n, uint32_t *columns) {
  unsigned char byte = (unsigned char)*p;
  *columns = 1;
  if (byte == ' ')
    return 1;
  if (byte < ' ') {
    *columns = byte == '\t' ? TAB : 0;
    return 1;
  }
  if (byte == 0xE3 && n >= 3 && memcmp(p, "\u3000", 3) == 0) {
    *columns = 2;
    return 3;
  }
  return byte == 0xC2 && n >= 2 && memcmp(p, "\u00a0", 2) == 0 ? 2 : 0;
}

/* Width of a line's text and the parts that wide blanks cut it into. */
void hd_plain_measure(hd_line *line, const char *p) {
  uint32_t width = line->indent, parts = 1, gap = 0, columns;
  uint32_t end = line->end;
  bool stop = false; /* two blanks behind a full stop part nothing */
  line->width = HD_LINE_WIDE;
  line->parts = 1;
  if (end - line->off > HD_LINE_BYTES)
    return;
  for (uint32_t i = line->off; i < end;) {
    unsigned char byte = (unsigned char)p[i];
    uint32_t blank = blank_at(p + i, end - i, &columns);
    if (blank) {
      gap += columns;
      width += columns;
      i += blank;
      continue;
    }
    parts += gap >= 2 && !(gap == 2 && stop);
    gap = 0;
    uint32_t run = i;
    while (run < end && (signed char)p[run] > ' ') /* of ASCII */
      run++;
    if (run > i) {
      width += run - i - 1;
      i = run - 1;
      byte = (unsigned char)p[i];
    }
    stop = byte == '.' || byte == '?' || byte == '!' || byte == ':';
    width += byte < 0xE2 ? 1 : 2;
    i += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }
  line->width = (uint16_t)(width < HD_LINE_WIDE ? width : HD_LINE_WIDE);
  line->parts = (uint8_t)(parts < UINT8_MAX ? parts : UINT8_MAX);
}

/* 12, - 12 -, — 3 —, 第3页 共9页, Page 3 of 9 */
static bool is_page_number(hd_str s, bool form_feed) {
  if (s.n == 0 || s.n > PAGE_BYTES)
    return false;
  bool words = false, digit = false;
  static const char *const allowed[] = {"第", "页", "共",   "/",    "-", "–",
                                        "—",  " ",  "Page", "page", "of"};
  for (size_t i = 0; i < s.n;) {
    size_t used = 0;
    if (s.p[i] >= '0' && s.p[i] <= '9') {
      digit = true;
      i++;
      continue;
    }
    for (size_t k = 0; k < sizeof allowed / sizeof *allowed && !used; k++)
      if (hd_str_starts((hd_str){s.p + i, s.n - i}, hd_str_of(allowed[k])))
        used = strlen(allowed[k]);
    if (!used)
      return false;
    words = words || i == 0;
    i += used;
  }
  char last = s.p[s.n - 1];
  bool framed = words && !(last >= '0' && last <= '9');
  return digit && (framed || form_feed || hd_str_starts(s, HD_STR("Page ")));
}

/* Reads the line [from, end) of the source. */
static hd_line read_line(hd_str source, uint32_t from, uint32_t end) {
  const char *p = source.p;
  hd_line line = {.off = from, .end = end};
  uint32_t indent = 0, columns;
  uint32_t n;
  while (line.off < end &&
         (n = blank_at(p + line.off, end - line.off, &columns)) > 0) {
    line.page = line.page || p[line.off] == '\f';
    indent += columns;
    line.off += n;
  }
  hd_str text = hd_str_trim((hd_str){p + line.off, end - line.off});
  line.end = line.off + (uint32_t)text.n;
  line.indent = (uint16_t)(indent < HD_LINE_WIDE ? indent : HD_LINE_WIDE);
  if (text.n == 0) {
    line.kind = line.page ? HD_LINE_PAGE : HD_LINE_BLANK;
    return line;
  }
  hd_plain_measure(&line, p);
  return line;
}

/* The end of the line that begins at `from`. */
static size_t line_end(hd_str s, size_t from, bool returns) {
  const char *nl = memchr(s.p + from, '\n', s.n - from);
  size_t end = nl ? (size_t)(nl - s.p) : s.n;
  const char *cr = returns ? memchr(s.p + from, '\r', end - from) : NULL;
  return cr ? (size_t)(cr - s.p) : end;
}

hd_lines hd_plain_lines(hd_build *b) {
  return hd_plain_part(b, 0, (uint32_t)b->source.n);
}

hd_lines hd_plain_part(hd_build *b, uint32_t first, uint32_t behind) {
  HD_VEC(hd_line) lines = {0};
  hd_str s = {b->source.p, behind};
  bool returns = behind > first && memchr(s.p + first, '\r', behind - first);
  for (size_t from = first; from < s.n;) {
    size_t end = line_end(s, from, returns);
    HD_PUSH(b->arena, &lines, read_line(s, (uint32_t)from, (uint32_t)end));
    bool two = end + 1 < s.n && s.p[end] == '\r' && s.p[end + 1] == '\n';
    from = end + (two ? 2 : 1);
  }
  return (hd_lines){.b = b, .items = lines.items, .n = lines.n};
}

/* Page numbers, and what stands behind a page's end. */
static void find_pages(hd_lines *lines) {
  bool page = false;
  for (size_t i = 0; i < lines->n; i++) {
    hd_line *line = &lines->items[i];
    bool before = i + 1 < lines->n && lines->items[i + 1].page;
    if (line->kind == HD_LINE_TEXT &&
        is_page_number(hd_line_text(lines, i), before || line->page))
      line->kind = HD_LINE_PAGE;
    page = page || line->page || line->kind == HD_LINE_PAGE;
    if (line->kind == HD_LINE_TEXT) {
      line->page = page;
      page = false;
    }
  }
}

/* Lines of three and more parts are rows of tables. */
static void find_rows(hd_lines *lines) {
  for (size_t i = 0; i < lines->n; i++) {
    hd_line *line = &lines->items[i];
    if (line->kind == HD_LINE_TEXT && line->parts >= 3 &&
        !hd_sentence_ends(hd_line_text(lines, i)))
      line->kind = HD_LINE_ROW;
  }
}

static bool ends_table(const hd_lines *lines, size_t i) {
  return hd_str_find(hd_line_text(lines, i), HD_STR("</table>")) != (size_t)-1;
}

/* Does it begin with <table>, or <html><body><table>? */
static bool begins_table(hd_str s) {
  while (hd_str_starts(s, HD_STR("<html>")) ||
         hd_str_starts(s, HD_STR("<body>")))
    s = (hd_str){s.p + 6, s.n - 6};
  return hd_str_starts(s, HD_STR("<table"));
}

/* Lines from one that begins a table of HTML to the one that ends it. */
static void find_markup(hd_lines *lines) {
  size_t end = 0; /* the first line at or behind i that ends a table */
  for (size_t i = 0; i < lines->n; i++) {
    if (!begins_table(hd_line_text(lines, i)))
      continue;
    for (end = end > i ? end : i; end < lines->n && !ends_table(lines, end);)
      end++;
    if (end >= lines->n)
      return;
    for (; i <= end; i++)
      lines->items[i].kind = HD_LINE_MARKUP;
    i = end;
  }
}

/* ---- writing ------------------------------------------------------------ */

/* The table whose first line is i; the line behind it. */
static size_t write_markup(const hd_lines *lines, size_t i) {
  uint32_t from = lines->items[i].off, end = from;
  bool closed = false;
  for (; !closed && i < lines->n; i++) {
    end = lines->items[i].end;
    closed =
        hd_str_find(hd_line_text(lines, i), HD_STR("</table>")) != (size_t)-1;
  }
  hd_page_read_part(lines->b, from, end);
  return i;
}

/* A line in the middle of the page with blank lines around it. */
static bool is_centred(const hd_lines *lines, size_t i) {
  const hd_line *line = &lines->items[i];
  bool above = i == 0 || lines->items[i - 1].kind == HD_LINE_BLANK ||
               lines->items[i - 1].kind == HD_LINE_PAGE;
  return line->indent >= CENTRED && line->parts == 1 && above &&
         hd_heading_is_like(hd_line_text(lines, i));
}

static void copy(const hd_lines *lines, const hd_line *line) {
  if (lines->math)
    hd_math_copy(lines->b, line->off, line->end);
  else
    hd_build_copy(lines->b, line->off, line->end);
}

/* A block of line i and of the lines joined to it; the line behind. */
static size_t write_block(const hd_lines *lines, size_t i) {
  hd_build *b = lines->b;
  const hd_line *line = &lines->items[i];
  bool alone = i + 1 >= lines->n || !lines->items[i + 1].joined;
  if (alone && is_centred(lines, i))
    hd_build_open(b, HD_BLOCK_HEADING)->level = HD_LEVEL_CENTRED;
  else
    hd_build_open(b, HD_BLOCK_PARAGRAPH);
  copy(lines, line);
  size_t last = i;
  for (i++; i < lines->n; i++) {
    bool empty = lines->items[i].kind == HD_LINE_BLANK ||
                 lines->items[i].kind == HD_LINE_PAGE;
    if (empty)
      continue;
    if (!lines->items[i].joined)
      break;
    if (hd_join_needs_blank(hd_line_text(lines, last), hd_line_text(lines, i)))
      hd_build_put(b, " ", 1);
    copy(lines, &lines->items[i]);
    last = i;
  }
  hd_build_close(b);
  return i;
}

void hd_plain_read(hd_build *b) {
  hd_lines lines = hd_plain_lines(b);
  lines.math = hd_math_is_in(b->source);
  hd_gutter_cut(&lines);
  find_markup(&lines);
  find_pages(&lines);
  find_rows(&lines);
  hd_wrap_find(&lines);
  for (size_t i = 0; i < lines.n;) {
    bool empty = lines.items[i].kind == HD_LINE_BLANK ||
                 lines.items[i].kind == HD_LINE_PAGE;
    size_t behind = empty ? i + 1
                    : lines.items[i].kind == HD_LINE_MARKUP
                        ? write_markup(&lines, i)
                        : hd_piped_read(&lines, i);
    if (behind == i)
      behind = hd_aligned_read(&lines, i);
    i = behind > i ? behind : write_block(&lines, i);
  }
}
