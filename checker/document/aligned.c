/* aligned: tables of plain text, their columns aligned by blanks.
 *
 * In: measured lines. Out: a table block for a run of lines that are mostly
 * rows. A run holds lines of two or more parts and, between them, short lines
 * of one part (names that were wrapped, rows without figures); blank lines and
 * ends of pages may stand between rows. It ends at a caption, a footnote, a
 * sentence, a joined paragraph. It is a table only if rows of three parts or
 * figures make it one: text set with wide blanks has no figures in columns. */
#include "grid.h"
#include "heading.h"
#include "plain.h"

enum {
  NARROW = 44, /* columns of a line of one part */
  INDENT = 8,  /* of lines that stand under a column, not at the margin */
  SINGLES = 3, /* lines of one part at the margin in a row */
  BLANKS = 2,  /* blank lines between rows */
  FIGURES = 8, /* one piece in so many is a figure */
  LOOSE = 4,   /* one row in so many stands under the one before */
  MOST_HEADERS = 6
};

static bool is_empty(const hd_line *line) {
  return line->kind == HD_LINE_BLANK || line->kind == HD_LINE_PAGE;
}

static bool is_row(const hd_line *line) {
  return line->kind == HD_LINE_ROW ||
         (line->kind == HD_LINE_TEXT && line->parts == 2);
}

/* May line k stand in a table? */
static bool fits(const hd_lines *lines, size_t k) {
  const hd_line *line = &lines->items[k];
  bool goes_on = k + 1 < lines->n && lines->items[k + 1].joined;
  if (line->alone || line->joined || goes_on || line->width >= HD_LINE_WIDE)
    return false;
  hd_str s = hd_line_text(lines, k);
  if (hd_sentence_ends(s) || hd_footnote_is(s, false) ||
      hd_str_starts(s, HD_STR("注：")) || hd_caption_is(s))
    return false;
  return is_row(line) || line->width - line->indent <= NARROW;
}

/* What a run of lines holds. */
typedef struct {
  size_t end;   /* behind its last row */
  size_t rows;  /* lines of three and more parts */
  size_t pairs; /* lines of two parts */
} run;

static run find_run(const hd_lines *lines, size_t i) {
  run r = {.end = i};
  size_t singles = 0, empty = 0;
  for (size_t k = i; k < lines->n; k++) {
    const hd_line *line = &lines->items[k];
    if (is_empty(line)) {
      empty += line->kind == HD_LINE_BLANK;
      if (empty > BLANKS)
        break;
      continue;
    }
    empty = 0;
    if (!fits(lines, k))
      break;
    if (is_row(line)) {
      r.rows += line->kind == HD_LINE_ROW;
      r.pairs += line->kind != HD_LINE_ROW;
      r.end = k + 1;
      singles = 0;
    } else if (line->indent < INDENT && ++singles > SINGLES) {
      break;
    }
  }
  return r;
}

/* May a table begin at line i? At a row, or at a line of one part in the
 * middle of the page right behind a caption. */
static bool may_begin(const hd_lines *lines, size_t i) {
  const hd_line *line = &lines->items[i];
  if (is_row(line))
    return true;
  size_t k = i;
  while (k > 0 && is_empty(&lines->items[k - 1]))
    k--;
  return line->indent >= INDENT && k > 0 && lines->items[k - 1].alone;
}

typedef struct {
  hd_pieces pieces;
  HD_VEC(uint32_t) rows; /* first piece of each, and the end */
} table;

/* Has the row of first..end a piece, not its first, that stands under one of
 * the row above it? upper: the first piece of that row and the one behind. */
static bool rows_agree(const table *t, const uint32_t *upper, uint32_t first,
                       uint32_t end) {
  for (uint32_t a = upper[0] + 1, b = first + 1; a < upper[1] && b < end;) {
    const hd_piece *p = &t->pieces.items[a], *q = &t->pieces.items[b];
    if (p->left < q->right && q->left < p->right)
      return true;
    a += p->right <= q->right;
    b += q->right < p->right;
  }
  return false;
}

/* Has one in LOOSE rows a piece under one of the row before, or one row many
 * figures? Words that happen to have wide blanks between them do not. */
static bool is_set_in_columns(const table *t) {
  size_t rows = 0, agreeing = 0;
  uint32_t before = 0;
  for (uint32_t r = 0; r + 1 < t->rows.n; r++) {
    uint32_t first = t->rows.items[r], end = t->rows.items[r + 1];
    size_t figures = 0;
    for (uint32_t p = first; p < end; p++)
      figures += t->pieces.items[p].figure;
    if (figures >= 3)
      return true;
    if (end - first < 2)
      continue;
    if (rows++ > 0)
      agreeing += rows_agree(t, &t->rows.items[before], first, end);
    before = r;
  }
  return agreeing * LOOSE >= rows;
}

/* Cuts the lines of a run; false where they are no table after all. */
static bool cut(const hd_lines *lines, size_t i, const run *r, table *t) {
  hd_arena *arena = lines->b->arena;
  size_t figures = 0;
  bool page = false;
  for (size_t k = i; k < r->end; k++) {
    uint32_t first = (uint32_t)t->pieces.n;
    page = page || lines->items[k].page;
    if (is_empty(&lines->items[k]))
      continue;
    HD_PUSH(arena, &t->rows, first);
    if (!hd_columns_cut(lines, k, &t->pieces))
      return false;
    t->pieces.items[first].page = page;
    page = false;
  }
  HD_PUSH(arena, &t->rows, (uint32_t)t->pieces.n);
  for (size_t p = 0; p < t->pieces.n; p++)
    figures += t->pieces.items[p].figure;
  if (figures < 2 || figures * FIGURES < t->pieces.n)
    return false;
  return hd_columns_align(arena, &t->pieces, t->rows.items, t->rows.n - 1) &&
         is_set_in_columns(t);
}

/* Rows at the top without a figure. */
static uint32_t count_headers(const table *t) {
  uint32_t rows = 0;
  for (; rows < MOST_HEADERS && rows + 1 < t->rows.n; rows++)
    for (uint32_t p = t->rows.items[rows]; p < t->rows.items[rows + 1]; p++)
      if (t->pieces.items[p].figure)
        return rows;
  return rows < MOST_HEADERS ? 1 : rows;
}

static void write_table(hd_build *b, const table *t) {
  hd_build_open(b, HD_BLOCK_TABLE);
  for (uint32_t row = 0; row + 1 < t->rows.n; row++) {
    uint32_t first = t->rows.items[row], end = t->rows.items[row + 1];
    if (row > 0)
      hd_build_put(b, "\n", 1);
    for (uint32_t p = first; p < end; p++) {
      const hd_piece *piece = &t->pieces.items[p];
      if (p > first)
        hd_build_put(b, "\t", 1);
      uint32_t off = (uint32_t)b->n;
      hd_build_copy(b, piece->off, piece->end);
      hd_build_cell(
          b, off,
          (hd_cell){
              .row = row, .column = piece->column, .rowspan = 1, .colspan = 1});
    }
  }
  hd_grid_close(b, count_headers(t));
  hd_build_close(b);
}

size_t hd_aligned_read(hd_lines *lines, size_t i) {
  if (i < lines->tried || !may_begin(lines, i))
    return i;
  run r = find_run(lines, i);
  lines->tried = r.end;
  if (r.rows < 2 && r.pairs < 3)
    return i;
  table t = {0};
  if (!cut(lines, i, &r, &t))
    return i;
  write_table(lines->b, &t);
  return r.end;
}
