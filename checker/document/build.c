/* build: text, map, blocks and cells, written from front to back.
 *
 * Invariant: segments are sorted by text offset (and by source offset, but
 * where a page shows text in another order than its source has it), and
 * between two of them text and source agree code point for code point (the
 * text is width-folded), except for what hd_build_put and hd_build_place
 * wrote, which stands for the source at its place. */
#include "grid.h"

enum { SEGMENT = 1000 }; /* bytes, below the promised 1,024 */

void hd_build_start(hd_build *b, hd_arena *arena, hd_str source) {
  *b = (hd_build){.arena = arena,
                  .source = source,
                  .cursor = {0, 1, 1},
                  .copied_to = HD_NONE};
  b->cap = source.n + source.n / 32 + 64;
  b->text = hd_arena_alloc(arena, b->cap);
}

static void reserve(hd_build *b, size_t n) {
  if (b->cap - b->n > n)
    return;
  size_t cap = b->cap * 2 + n;
  char *text = hd_arena_alloc(b->arena, cap);
  memcpy(text, b->text, b->n);
  b->text = text;
  b->cap = cap;
}

/* The cursor moved on to `to`, counting lines and code points. */
static hd_cursor count_to(hd_str source, hd_cursor c, uint32_t to) {
  const char *p = source.p;
  while (c.at < to) {
    unsigned char byte = (unsigned char)p[c.at++];
    bool ends =
        byte == '\n' || (byte == '\r' && !(c.at < source.n && p[c.at] == '\n'));
    if (ends) {
      c.line++;
      c.column = 1;
    } else if (byte != '\r') {
      c.column += (byte & 0xC0) != 0x80;
    }
  }
  return c;
}

/* The cursor of the last mark at or before `to`. A mark stands at each SEGMENT
 * bytes; they are set when the reading first goes back. */
static hd_cursor mark_before(hd_build *b, uint32_t to) {
  hd_cursor c = {0, 1, 1};
  if (b->marks.n == 0)
    HD_PUSH(b->arena, &b->marks, c);
  while (b->marks.n * SEGMENT <= to) {
    c = count_to(b->source, b->marks.items[b->marks.n - 1],
                 (uint32_t)b->marks.n * SEGMENT);
    HD_PUSH(b->arena, &b->marks, c);
  }
  return b->marks.items[to / SEGMENT];
}

/* Moves the cursor to `to`. */
static void move(hd_build *b, uint32_t to) {
  hd_cursor from = to < b->cursor.at ? mark_before(b, to) : b->cursor;
  b->cursor = count_to(b->source, from, to);
}

static void add_segment(hd_build *b) {
  hd_segment s = {(uint32_t)b->n, b->cursor.line, b->cursor.column,
                  b->cursor.at};
  if (b->segments.n > 0 && b->segments.items[b->segments.n - 1].off == s.off)
    b->segments.items[b->segments.n - 1] = s;
  else
    HD_PUSH(b->arena, &b->segments, s);
}

/* Bytes of the sequence with this first byte; the source is valid. */
static inline uint32_t sequence(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* First bytes of sequences that hd_cp_fold may change: dashes, U+2212 and the
 * radicals (E2), U+3000, U+301C (E3), small and full-width forms (EF). */
static inline bool may_fold(unsigned char first) {
  return first == 0xE2 || first == 0xE3 || first == 0xEF;
}

/* A sequence of three bytes at p whose first may_fold, folded, behind out. */
static char *fold_one(const char *p, char *out) {
  const unsigned char *u = (const unsigned char *)p;
  uint32_t cp = (u[0] & 0xFu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
  if (cp > 0x301C && cp < 0xFE00) {
    memcpy(out, p, 3);
    return out + 3;
  }
  return out + hd_utf8_encode(hd_cp_fold(cp), out);
}

/* Is the sequence at p, of n bytes, a blank that does not break, or one of the
 * narrow ones (U+2004 to U+200A, U+202F)? */
static inline bool is_set_blank(const char *p, size_t n) {
  unsigned char last = (unsigned char)p[n - 1];
  if (n == 2)
    return p[0] == '\xc2' && last == 0xA0;
  return n == 3 && p[0] == '\xe2' && p[1] == '\x80' &&
         ((last >= 0x84 && last <= 0x8A) || last == 0xAF);
}

/* Does one stand at i of s, of n bytes? Between digits it may part their
 * groups, and stays what it is; elsewhere it is a blank. */
static bool is_hard_blank(hd_str s, size_t i, size_t n) {
  return is_set_blank(s.p + i, n) &&
         (i == 0 || i + n >= s.n || !hd_ascii_is_digit(s.p[i - 1]) ||
          !hd_ascii_is_digit(s.p[i + n]));
}

/* Copies source[from, end) behind the text; returns the code points. */
static uint32_t fold_piece(hd_build *b, uint32_t from, uint32_t end) {
  const char *p = b->source.p + from, *stop = b->source.p + end;
  char *out = b->text + b->n;
  uint32_t count = 0;
  for (; p < stop; count++) {
    unsigned char first = (unsigned char)*p;
    if (first >= 0xE4 && first < 0xEF && stop - p >= 4) {
      memcpy(out, p, 4); /* the fourth is written anew */
      out += 3;
      p += 3;
      continue;
    }
    if (first < 0x80) {
      size_t n = hd_ascii_eights(p, (size_t)(stop - p));
      n += n == 0;
      memcpy(out, p, n);
      out += n;
      p += n;
      count += (uint32_t)n - 1;
      continue;
    }
    uint32_t n = sequence(first);
    if (is_hard_blank(b->source, (size_t)(p - b->source.p), n)) {
      *out++ = ' ';
    } else if (may_fold(first)) {
      out = fold_one(p, out);
    } else {
      memcpy(out, p, 2);
      if (n > 2)
        out[2] = p[2];
      if (n > 3)
        out[3] = p[3];
      out += n;
    }
    p += n;
  }
  b->n = (size_t)(out - b->text);
  return count;
}

/* The end of a piece of about SEGMENT bytes, between two code points. */
static uint32_t piece_end(const hd_build *b, uint32_t from, uint32_t end) {
  if (end - from <= SEGMENT)
    return end;
  uint32_t cut = from + SEGMENT;
  while (((unsigned char)b->source.p[cut] & 0xC0) == 0x80)
    cut--;
  return cut;
}

void hd_build_copy(hd_build *b, uint32_t from, uint32_t end) {
  if (from >= end)
    return;
  reserve(b, end - from);
  if (b->copied_to != from) {
    move(b, from);
    add_segment(b);
  }
  while (from < end) {
    uint32_t last = b->segments.items[b->segments.n - 1].source;
    uint32_t cut = piece_end(b, from, end);
    if (cut - last > SEGMENT && from > last)
      add_segment(b);
    b->cursor.column += fold_piece(b, from, cut);
    b->cursor.at = from = cut;
  }
  b->copied_to = end;
}

void hd_build_put(hd_build *b, const char *p, size_t n) {
  reserve(b, n);
  memcpy(b->text + b->n, p, n);
  b->n += n;
  b->copied_to = HD_NONE;
}

void hd_build_place(hd_build *b, uint32_t from, const char *p, size_t n) {
  move(b, from);
  add_segment(b);
  hd_build_put(b, p, n);
}

void hd_build_lines(hd_build *b, uint32_t from, uint32_t end) {
  for (uint32_t at = from; at < end;) {
    const char *nl = memchr(b->source.p + at, '\n', end - at);
    uint32_t stop = nl ? (uint32_t)(nl - b->source.p) : end, next = stop + 1;
    while (stop > at && b->source.p[stop - 1] == '\r')
      stop--;
    hd_build_copy(b, at, stop);
    hd_build_put(b, "\n", 1);
    at = next;
  }
}

/* Takes back the text behind `end` and its segments. */
static void cut_text(hd_build *b, uint32_t end) {
  while (b->segments.n > 0 && b->segments.items[b->segments.n - 1].off >= end)
    b->segments.n--;
  b->n = end;
  b->copied_to = HD_NONE;
}

void hd_build_take_back(hd_build *b, size_t n) {
  cut_text(b, (uint32_t)(b->n - n));
}

hd_block *hd_build_open(hd_build *b, hd_block_kind kind) {
  hd_block block = {.kind = kind,
                    .span = {(uint32_t)b->n, (uint32_t)b->n},
                    .heading = HD_NONE,
                    .table = HD_NONE};
  HD_PUSH(b->arena, &b->blocks, block);
  b->cells.n = 0;
  return &b->blocks.items[b->blocks.n - 1];
}

/* The span without blanks at its ends. */
static hd_span trim(const hd_build *b, hd_span s) {
  if (hd_span_empty(s))
    return (hd_span){s.off, s.off};
  hd_str t = hd_str_trim((hd_str){b->text + s.off, s.end - s.off});
  uint32_t off = (uint32_t)(t.p - b->text);
  return (hd_span){off, off + (uint32_t)t.n};
}

uint32_t hd_build_line(const hd_build *b, uint32_t off) {
  const hd_segment *s = b->segments.items;
  return b->segments.n
             ? s[hd_last_at(&s->off, b->segments.n, sizeof *s, off)].line
             : b->cursor.line;
}

bool hd_build_close(hd_build *b) {
  hd_block *block = &b->blocks.items[b->blocks.n - 1];
  hd_span all = {block->span.off, (uint32_t)b->n};
  bool table = block->table != HD_NONE;
  block->span = table ? all : trim(b, all);
  if (hd_span_empty(block->span) && !table) {
    cut_text(b, all.off);
    b->blocks.n--;
    return false;
  }
  if (!table)
    cut_text(b, block->span.end);
  block->line = hd_build_line(b, block->span.off);
  hd_build_put(b, "\n", 1);
  return true;
}

/* The segment that begins behind the blank at text offset `at`: the next line
 * of the source, or what is cut off here from the one around it. */
static size_t behind_blank(hd_build *b, uint32_t at) {
  size_t k = b->segments.n;
  while (k > 0 && b->segments.items[k - 1].off > at + 1)
    k--;
  if (k == 0 || b->segments.items[k - 1].off == at + 1)
    return k ? k - 1 : 0;
  hd_segment s = b->segments.items[k - 1];
  hd_str before = {b->text + s.off, at + 1 - s.off};
  s.column += (uint32_t)hd_utf8_count(before.p, before.n);
  size_t points = hd_utf8_count(before.p, before.n);
  s.source += (uint32_t)hd_utf8_skip(b->source.p + s.source,
                                     b->source.n - s.source, &points);
  s.off = at + 1;
  HD_PUSH(b->arena, &b->segments, s);
  memmove(b->segments.items + k + 1, b->segments.items + k,
          (b->segments.n - 1 - k) * sizeof s);
  b->segments.items[k] = s;
  return k;
}

/* Takes the blank that tears a cell's figure out of the text. */
static void mend(hd_build *b, hd_span cell) {
  uint32_t blank =
      hd_torn_blank((hd_str){b->text + cell.off, cell.end - cell.off});
  if (blank == HD_NONE || b->segments.n == 0)
    return;
  size_t next = behind_blank(b, cell.off + blank);
  char *p = b->text + cell.off + blank;
  memmove(p, p + 1, b->n - (size_t)(p - b->text) - 1);
  b->n--;
  for (size_t i = next; i < b->segments.n; i++)
    b->segments.items[i].off--;
}

void hd_build_cell(hd_build *b, uint32_t off, hd_cell cell) {
  mend(b, trim(b, (hd_span){off, (uint32_t)b->n}));
  cell.span = trim(b, (hd_span){off, (uint32_t)b->n});
  HD_PUSH(b->arena, &b->cells, cell);
}

void hd_build_table(hd_build *b, uint32_t header_rows) {
  hd_table t = {.block = (uint32_t)b->blocks.n - 1,
                .header_rows = header_rows,
                .n_cells = b->cells.n,
                .caption = HD_NONE,
                .number = (uint32_t)b->tables.n + 1};
  t.cells = hd_arena_alloc(b->arena, (b->cells.n + 1) * sizeof *t.cells);
  for (size_t i = 0; i < b->cells.n; i++) {
    hd_cell *c = &t.cells[i];
    *c = b->cells.items[i];
    c->header = c->header || c->row < header_rows;
    if (c->row + c->rowspan > t.rows)
      t.rows = c->row + c->rowspan;
    if (c->column + c->colspan > t.columns)
      t.columns = c->column + c->colspan;
  }
  b->blocks.items[b->blocks.n - 1].table = (uint32_t)b->tables.n;
  HD_PUSH(b->arena, &b->tables, t);
}
