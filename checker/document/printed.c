/* printed: blocks and tables of a source that was printed, a PDF.
 *
 * In: lines of pages and their layout, cells parted by tabs. Out: a block for
 * each run of joined lines, a table for the lines that name one. What stands
 * between two lines of a paragraph without being its text, a running head, a
 * footnote, is passed over and read behind it. The lines of a table's row
 * share their cells: what stands in one column of them is one cell, so a row
 * is written cell by cell, going back to the lines for each. */
#include "../input/layout.h"
#include "../input/parted.h"
#include "grid.h"
#include "hyphen.h"
#include "readers.h"

enum { MOST_HEADERS = 6, MOST_COLUMNS = 64 };

typedef struct {
  hd_build *b;
  const hd_layout *layout;
  uint32_t *starts; /* of each line, and behind the last */
  bool *read;       /* lines that are written already */
  hd_hyphens *hyphens;
} printed;

static hd_str line_text(const printed *p, size_t i) {
  uint32_t from = p->starts[i], end = p->starts[i + 1];
  return (hd_str){p->b->source.p + from, end - from - (end > from)};
}

static void find_lines(printed *p) {
  hd_str s = p->b->source;
  size_t n = p->layout->n, at = 0;
  p->starts = hd_arena_alloc(p->b->arena, (n + 1) * sizeof *p->starts);
  for (size_t i = 0; i <= n; i++) {
    p->starts[i] = (uint32_t)at;
    const char *nl = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;
    at = nl ? (size_t)(nl - s.p) + 1 : s.n;
  }
}

static void copy(printed *p, hd_str part) {
  uint32_t from = (uint32_t)(part.p - p->b->source.p);
  hd_build_copy(p->b, from, from + (uint32_t)part.n);
}

/* Copies text of line i behind the text of the block or cell so far, of which
 * `before` is the last line. */
static void join(printed *p, size_t i, hd_str before, hd_str text) {
  bool cell = p->layout->lines[i].table > 0;
  if (cell && hd_figure_is_parted(before, text)) {
    copy(p, text);
    return;
  }
  hd_hyphen hyphen = hd_hyphen_at(p->hyphens, before, text);
  if (hyphen == HD_HYPHEN_DROP)
    hd_build_take_back(p->b, 1);
  else if (hyphen == HD_HYPHEN_NONE && hd_join_needs_blank(before, text))
    hd_build_put(p->b, " ", 1);
  copy(p, text);
}

/* ---- paragraphs --------------------------------------------------------- */

/* The line that line i, which is joined, goes on in. */
static size_t next_line(const printed *p, size_t i) {
  const hd_laid *lines = p->layout->lines;
  size_t k = i + 1;
  while (k < p->layout->n && (lines[k].kind == HD_LAID_SKIPPED ||
                              (lines[k].kind == HD_LAID_FOOTNOTE &&
                               lines[i].kind != HD_LAID_FOOTNOTE)))
    k++;
  return k;
}

/* The bytes of a bullet and the blank behind it, which are no text, as they are
 * none in other formats; 0: there is none. */
static size_t bullet_of(hd_str s) {
  static const char *const signs[] = {"•", "●", "■", "◆", "▪", "○", "◦", "‣"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t n = strlen(signs[i]);
    if (hd_str_starts(s, hd_str_of(signs[i])) && s.n > n && s.p[n] == ' ')
      return n + 1;
  }
  return 0;
}

static void open_block(const printed *p, const hd_laid *line, bool bullet) {
  hd_block_kind kind = line->kind == HD_LAID_HEADING ? HD_BLOCK_HEADING
                       : bullet                      ? HD_BLOCK_ITEM
                                                     : HD_BLOCK_PARAGRAPH;
  hd_block *block = hd_build_open(p->b, kind);
  block->level = bullet ? 1 : line->level;
  block->mark = bullet ? HD_MARK_BULLET : HD_MARK_NONE;
}

static void read_paragraph(printed *p, size_t i) {
  const hd_laid *lines = p->layout->lines;
  hd_str text = line_text(p, i);
  size_t bullet = lines[i].kind == HD_LAID_HEADING ? 0 : bullet_of(text);
  open_block(p, &lines[i], bullet > 0);
  copy(p, (hd_str){text.p + bullet, text.n - bullet});
  p->read[i] = true;
  while (lines[i].joined) {
    size_t k = next_line(p, i);
    if (k >= p->layout->n)
      break;
    join(p, k, line_text(p, i), line_text(p, k));
    p->read[k] = true;
    i = k;
  }
  hd_build_close(p->b);
}

/* ---- tables ------------------------------------------------------------- */

/* The field of a line of a table before its `column`th tab; empty where the
 * line ends before it. */
static hd_str field(hd_str s, uint32_t column) {
  for (; column > 0; column--) {
    const char *tab = s.n ? memchr(s.p, '\t', s.n) : NULL;
    if (!tab)
      return (hd_str){s.p + s.n, 0};
    s = (hd_str){tab + 1, s.n - (size_t)(tab + 1 - s.p)};
  }
  const char *tab = s.n ? memchr(s.p, '\t', s.n) : NULL;
  return (hd_str){s.p, tab ? (size_t)(tab - s.p) : s.n};
}

static uint32_t count_columns(hd_str s) {
  uint32_t tabs = 0;
  for (size_t i = 0; i < s.n; i++)
    tabs += s.p[i] == '\t';
  return tabs < MOST_COLUMNS ? tabs + 1 : MOST_COLUMNS;
}

/* Writes one cell of the row of lines [first, end). */
static void write_cell(printed *p, size_t first, size_t end, uint32_t row,
                       uint32_t column) {
  hd_build *b = p->b;
  uint32_t off = (uint32_t)b->n;
  hd_str before = {0};
  for (size_t i = first; i < end; i++) {
    hd_str text = p->layout->lines[i].kind == HD_LAID_SKIPPED
                      ? (hd_str){0}
                      : hd_str_trim(field(line_text(p, i), column));
    if (text.n == 0)
      continue;
    join(p, i, before, text);
    before = text;
  }
  hd_build_cell(
      b, off,
      (hd_cell){.row = row, .column = column, .rowspan = 1, .colspan = 1});
}

/* The end of the table, or of the row, that begins at line i. */
static size_t end_of(const printed *p, size_t i, bool row) {
  const hd_laid *lines = p->layout->lines;
  size_t end = i + 1;
  for (size_t k = i + 1; k < p->layout->n; k++) {
    if (lines[k].kind == HD_LAID_SKIPPED)
      continue;
    if (lines[k].table != lines[i].table ||
        (row && lines[k].row != lines[i].row))
      break;
    end = k + 1;
  }
  return end;
}

/* Has the row of lines [first, end) a figure behind its first cell? */
static bool has_figure(const printed *p, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    hd_str s = line_text(p, i);
    uint32_t columns = count_columns(s);
    for (uint32_t c = 1; c < columns; c++)
      if (hd_grid_is_figure(hd_str_trim(field(s, c))))
        return true;
  }
  return false;
}

static void read_table(printed *p, size_t first) {
  size_t end = end_of(p, first, false), behind;
  uint32_t columns = 1, row = 0, headers = 0;
  bool figures = false;
  for (size_t i = first; i < end; i++) {
    uint32_t own = count_columns(line_text(p, i));
    columns = own > columns ? own : columns;
    p->read[i] = true;
  }
  hd_build_open(p->b, HD_BLOCK_TABLE);
  for (size_t i = first; i < end; i = behind, row++) {
    behind = end_of(p, i, true);
    figures = figures || has_figure(p, i, behind);
    headers += !figures;
    if (row > 0)
      hd_build_put(p->b, "\n", 1);
    for (uint32_t c = 0; c < columns; c++) {
      if (c > 0)
        hd_build_put(p->b, "\t", 1);
      write_cell(p, i, behind, row, c);
    }
    while (behind < end && p->layout->lines[behind].kind == HD_LAID_SKIPPED)
      behind++;
  }
  hd_grid_close(p->b, headers < MOST_HEADERS ? headers : 1);
  hd_build_close(p->b);
}

void hd_printed_read(hd_build *b, const hd_layout *layout) {
  printed p = {.b = b, .layout = layout};
  p.hyphens = hd_hyphens_new(b->arena, b->source);
  p.read = hd_arena_alloc(b->arena, layout->n + 1);
  find_lines(&p);
  for (size_t i = 0; i < layout->n; i++) {
    if (p.read[i] || layout->lines[i].kind == HD_LAID_SKIPPED)
      continue;
    if (layout->lines[i].table)
      read_table(&p, i);
    else
      read_paragraph(&p, i);
  }
}
