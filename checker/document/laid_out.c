/* laid_out: blocks and tables of an extracted source.
 *
 * In: the source's lines and its layout. Out: a block a paragraph or item,
 * with the marker that its numbering renders (which the source lacks, and
 * which stands for the line's first character), a table of the lines that
 * name it. A paragraph with line breaks (U+2028) that are the ends of
 * paragraphs is several blocks. What the layout cannot know (一、 typed by
 * hand, captions) heading.c finds in the text, as for plain paragraphs. */
#include "../input/layout.h"
#include "grid.h"
#include "heading.h"
#include "marker.h"
#include "readers.h"

enum { DEEPEST_HEADING = 6 };

typedef struct {
  hd_build *b;
  const hd_layout *layout;
  uint32_t *starts; /* source offsets of the lines, and the end of the last */
} laid_out;

static hd_str text_of(const laid_out *l, size_t i) {
  const char *p = l->b->source.p + l->starts[i];
  return (hd_str){p, l->starts[i + 1] - l->starts[i] - 1};
}

static hd_str without_blanks(hd_str s) {
  for (;;) {
    s = hd_str_trim(s);
    if (hd_str_starts(s, HD_STR(HD_LINE_BREAK)))
      s = (hd_str){s.p + 3, s.n - 3};
    else if (hd_str_ends(s, HD_STR(HD_LINE_BREAK)))
      s.n -= 3;
    else
      return s;
  }
}

static void find_lines(laid_out *l) {
  hd_str s = l->b->source;
  size_t n = 0;
  l->starts =
      hd_arena_alloc(l->b->arena, (l->layout->n + 1) * sizeof *l->starts);
  for (size_t at = 0; at < s.n && n < l->layout->n; n++) {
    const char *end = memchr(s.p + at, '\n', s.n - at);
    l->starts[n] = (uint32_t)at;
    at = end ? (size_t)(end - s.p) + 1 : s.n + 1;
  }
  for (; n <= l->layout->n; n++)
    l->starts[n] = (uint32_t)s.n;
}

/* ---- text --------------------------------------------------------------- */

/* The bytes of s before the next line break. */
static size_t piece_of(hd_str s) {
  size_t at = hd_str_find(s, HD_STR(HD_LINE_BREAK));
  return at == (size_t)-1 ? s.n : at;
}

static void copy_plain(hd_build *b, hd_str s) {
  uint32_t from = (uint32_t)(s.p - b->source.p);
  hd_build_copy(b, from, from + (uint32_t)s.n);
}

/* The digit that is raised at s, -1: none; its bytes. */
static int raised_at(hd_str s, size_t *bytes) {
  uint32_t cp;
  *bytes = s.n ? hd_utf8_decode(s.p, s.n, &cp) : 0;
  if (s.n == 0 || (s.p[0] & 0x80) == 0)
    return -1;
  return cp == 0xB9                                     ? 1
         : cp == 0xB2                                   ? 2
         : cp == 0xB3                                   ? 3
         : cp >= 0x2070 && cp <= 0x2079 && cp != 0x2071 ? (int)(cp - 0x2070)
                                                        : -1;
}

/* Raised digits behind a digit are a power: 10⁵ is read as 10^5. Returns the
 * bytes of it. */
static size_t copy_power(hd_build *b, hd_str s) {
  char out[2] = "^";
  size_t at = 0, bytes;
  for (int digit;
       (digit = raised_at((hd_str){s.p + at, s.n - at}, &bytes)) >= 0;
       at += bytes) {
    out[1] = (char)('0' + digit);
    hd_build_place(b, (uint32_t)(s.p + at - b->source.p), at ? out + 1 : out,
                   at ? 1 : 2);
  }
  return at;
}

static void copy(hd_build *b, hd_str s) {
  size_t from = 0;
  for (size_t i = 1; i < s.n; i++) {
    bool may = (unsigned char)s.p[i] == 0xC2 || (unsigned char)s.p[i] == 0xE2;
    if (!may || s.p[i - 1] < '0' || s.p[i - 1] > '9')
      continue;
    copy_plain(b, (hd_str){s.p + from, i - from});
    from = i + copy_power(b, (hd_str){s.p + i, s.n - i});
    i = from > i ? from - 1 : i;
  }
  copy_plain(b, (hd_str){s.p + from, s.n - from});
}

/* A blank behind the text that began at text offset `off`, where a line's
 * text needs one to be joined to it. */
static void join(hd_build *b, uint32_t off, hd_str line) {
  hd_str before = hd_str_trim(hd_build_since(b, off));
  if (hd_join_needs_blank(before, line))
    hd_build_put(b, " ", 1);
}

/* ---- paragraphs --------------------------------------------------------- */

/* The marker of a line, width-folded: all of it stands for the line's first
 * character. */
static void put_marker(hd_build *b, const char *marker, hd_str line) {
  char out[4];
  uint32_t from = (uint32_t)(line.p - b->source.p), cp;
  hd_str s = hd_str_of(marker);
  while (s.n > 0) {
    size_t n = hd_utf8_decode(s.p, s.n, &cp);
    hd_build_place(b, from, out, hd_utf8_encode(hd_cp_fold(cp), out));
    s = (hd_str){s.p + n, s.n - n};
  }
}

static void open_block(hd_build *b, const hd_laid *line) {
  static const hd_block_kind kinds[] = {HD_BLOCK_PARAGRAPH, HD_BLOCK_TITLE,
                                        HD_BLOCK_HEADING,   HD_BLOCK_ITEM,
                                        HD_BLOCK_PARAGRAPH, HD_BLOCK_CAPTION,
                                        HD_BLOCK_FOOTNOTE,  HD_BLOCK_SKIPPED};
  hd_block *block = hd_build_open(b, kinds[line->kind]);
  block->level =
      line->level == HD_LAID_CENTRED ? HD_LEVEL_CENTRED
      : line->kind == HD_LAID_HEADING && line->level > DEEPEST_HEADING
          ? DEEPEST_HEADING
          : line->level;
  if (line->kind != HD_LAID_ITEM)
    return;
  block->mark = line->marker && *line->marker ? HD_MARK_DOT : HD_MARK_BULLET;
  block->number = line->number;
}

/* Is the piece behind a line break a block of its own? Behind a full stop,
 * or with a marker behind what looks like a heading. */
static bool begins_block(const hd_build *b, hd_str piece) {
  hd_str before = hd_str_trim(hd_build_since(b, HD_NONE));
  if (before.n == 0)
    return false;
  return hd_sentence_ends(before) ||
         (hd_heading_is_like(before) && hd_marker_starts(piece));
}

/* Copies a line into the open block; what its breaks part off goes into
 * further ones. */
static void copy_line(hd_build *b, const hd_laid *line, hd_str s) {
  for (bool first = true;; first = false) {
    size_t n = piece_of(s);
    hd_str piece = hd_str_trim((hd_str){s.p, n});
    if (!first && piece.n > 0 && begins_block(b, piece)) {
      hd_build_close(b);
      hd_build_open(b, line->kind == HD_LAID_FOOTNOTE ? HD_BLOCK_FOOTNOTE
                                                      : HD_BLOCK_PARAGRAPH);
    } else if (!first) {
      join(b, b->blocks.items[b->blocks.n - 1].span.off, piece);
    }
    copy(b, piece);
    if (n >= s.n)
      return;
    s = (hd_str){s.p + n + 3, s.n - n - 3};
  }
}

/* A block of line i and of those that it goes on in; the line behind. The
 * last of them says what it is. */
static size_t read_paragraph(laid_out *l, size_t i) {
  size_t last = i, n = l->layout->n;
  while (l->layout->lines[last].joined && last + 1 < n &&
         !l->layout->lines[last + 1].table)
    last++;
  const hd_laid *line = &l->layout->lines[last];
  open_block(l->b, line);
  for (; i <= last; i++) {
    hd_str s = without_blanks(text_of(l, i));
    bool first = l->b->n == l->b->blocks.items[l->b->blocks.n - 1].span.off;
    if (s.n > 0 && first && line->marker && *line->marker)
      put_marker(l->b, line->marker, s);
    if (line->kind == HD_LAID_SKIPPED)
      copy(l->b, s);
    else if (s.n > 0)
      copy_line(l->b, line, s);
  }
  hd_build_close(l->b);
  return i;
}

/* ---- tables ------------------------------------------------------------- */

static bool same_cell(const hd_laid *a, const hd_laid *b) {
  return a->table == b->table && a->row == b->row && a->col == b->col;
}

/* A line of the cell whose text began at text offset `off`. */
static void copy_cell_line(hd_build *b, uint32_t off, hd_str s) {
  for (;;) {
    size_t n = piece_of(s);
    hd_str piece = hd_str_trim((hd_str){s.p, n});
    join(b, off, piece);
    copy(b, piece);
    if (n >= s.n)
      return;
    s = (hd_str){s.p + n + 3, s.n - n - 3};
  }
}

/* The lines of the cell that begins at line i; the line behind it. */
static size_t read_cell(laid_out *l, size_t i) {
  const hd_laid *lines = l->layout->lines, *first = &lines[i];
  hd_build *b = l->b;
  uint32_t off = (uint32_t)b->n;
  for (; i < l->layout->n && same_cell(first, &lines[i]); i++) {
    hd_str s = without_blanks(text_of(l, i));
    if (s.n == 0 || lines[i].kind != HD_LAID_CELL)
      continue;
    if (lines[i].marker && *lines[i].marker)
      put_marker(b, lines[i].marker, s);
    copy_cell_line(b, off, s);
  }
  if (first->kind == HD_LAID_CELL)
    hd_build_cell(b, off,
                  (hd_cell){.row = first->row,
                            .column = first->col,
                            .rowspan = first->rowspan ? first->rowspan : 1,
                            .colspan = first->colspan ? first->colspan : 1});
  return i;
}

/* Rows at the top that are said to be headers; where none is, the first if it
 * holds no figure behind its first cell. */
static uint32_t count_headers(const laid_out *l, size_t from, size_t end) {
  const hd_laid *lines = l->layout->lines;
  uint32_t rows = 0;
  bool figures = false;
  for (size_t i = from; i < end; i++) {
    if (lines[i].header && lines[i].row == rows)
      rows++;
    if (lines[i].row == 0 && lines[i].col > 0)
      figures = figures || hd_grid_is_figure(text_of(l, i));
  }
  return rows > 0 ? rows : !figures;
}

/* The table of line i; the line behind it. */
static size_t read_table(laid_out *l, size_t i) {
  const hd_laid *lines = l->layout->lines;
  uint32_t table = lines[i].table;
  size_t from = i, last = i;
  hd_build *b = l->b;
  hd_build_open(b, HD_BLOCK_TABLE);
  while (i < l->layout->n && lines[i].table == table) {
    if (i > from && b->cells.n > 0)
      hd_build_put(b, lines[i].row == lines[last].row ? "\t" : "\n", 1);
    last = i;
    i = read_cell(l, i);
  }
  hd_grid_close(b, count_headers(l, from, i));
  hd_build_close(b);
  return i;
}

void hd_laid_out_read(hd_build *b, const hd_layout *layout) {
  laid_out l = {b, layout, NULL};
  find_lines(&l);
  for (size_t i = 0; i < layout->n;)
    i = layout->lines[i].table ? read_table(&l, i) : read_paragraph(&l, i);
}
