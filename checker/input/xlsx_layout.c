/* xlsx_layout: tables of a sheet.
 *
 * In: the cells of a sheet. Out: lines. A sheet is cut into blocks where a
 * blank row stands before what looks like the head of a table. Of a block the
 * rows of one text at the top are the table's captions (so are rows with its
 * unit), those at the bottom its notes; the rest is the table, its columns
 * and rows counted without the empty and the hidden ones, its empty cells
 * filled in unless it is mostly empty. A block of one column is text. */
#include "xlsx.h"

enum { CAPTIONS = 3, NOTE = 60, SPARSE = 4, SMALL = 4096 };

/* The cells of a row of the sheet. */
typedef struct {
  size_t from, end; /* cells */
  bool plain;       /* without a figure */
} row_of_cells;

typedef struct {
  hd_xlsx_lines *out;
  const char *sheet;
  const hd_xlsx_cells *cells;
  HD_VEC(row_of_cells) rows;
  uint32_t *ranks; /* a column of the sheet: in the table, from 1; 0: not */
} layouter;

/* ---- what cells look like ----------------------------------------------- */

/* 12.5%, -1,234, (3): not 2023 and 2023年. */
static bool is_figure(hd_str s) {
  size_t i = 0, digits = 0, all = 0;
  while (i < s.n && strchr("+-(<>~$ ", s.p[i]))
    i++;
  if (i == s.n || !hd_ascii_is_digit(s.p[i]))
    return false;
  bool year = s.n - i >= 4 && hd_ascii_begins_year(s.p + i);
  for (size_t k = 2; year && k < 4; k++)
    year = hd_ascii_is_digit(s.p[i + k]);
  if (year && (s.n - i == 4 || (s.p[i + 4] & 0x80) || s.p[i + 4] == '-' ||
               s.p[i + 4] == '/'))
    return false;
  for (; i < s.n; i++) {
    digits += hd_ascii_is_digit(s.p[i]);
    all += ((unsigned char)s.p[i] & 0xC0) != 0x80 && !strchr(" ,.", s.p[i]);
  }
  return digits * 2 >= all;
}

static bool has(hd_str s, const char *words) {
  return hd_str_find(s, hd_str_of(words)) != (size_t)-1;
}

static bool names_unit(hd_str s) {
  return s.n < NOTE * 3 &&
         (has(s, "单位：") || has(s, "单位:") || has(s, "单位 ："));
}

static bool is_note(hd_str s) {
  static const char *const heads[] = {"注",       "说明",     "备注",
                                      "资料来源", "数据来源", "Note",
                                      "Source",   "*",        NULL};
  if (hd_str_starts_any(s, heads))
    return true;
  return s.n > NOTE;
}

/* ---- rows and blocks ---------------------------------------------------- */
static const hd_xlsx_cell *cell(const layouter *l, size_t i) {
  return &l->cells->cells.items[i];
}

static void find_rows(layouter *l) {
  for (size_t i = 0; i < l->cells->cells.n;) {
    row_of_cells row = {i, i, true};
    for (; row.end < l->cells->cells.n &&
           cell(l, row.end)->row == cell(l, i)->row;
         row.end++)
      row.plain = row.plain && !is_figure(cell(l, row.end)->text);
    HD_PUSH(l->out->arena, &l->rows, row);
    i = row.end;
  }
}

static bool is_single(const row_of_cells *row) {
  return row->end - row->from == 1;
}

/* Does a table begin with row i, which stands behind a blank one? */
static bool begins_table(const layouter *l, size_t i) {
  const row_of_cells *row = &l->rows.items[i];
  bool next_plain = i + 1 >= l->rows.n || l->rows.items[i + 1].plain;
  return row->plain &&
         (!is_single(row) || next_plain || is_note(cell(l, row->from)->text));
}

/* The row behind the block that begins with row i. */
static size_t end_of_block(const layouter *l, size_t i) {
  for (i++; i < l->rows.n; i++) {
    uint32_t above = cell(l, l->rows.items[i - 1].from)->row,
             here = cell(l, l->rows.items[i].from)->row;
    if (here > above + 1 && begins_table(l, i))
      break;
  }
  return i;
}

/* ---- lines -------------------------------------------------------------- */
static void add_line(layouter *l, const hd_xlsx_cell *c, hd_laid laid) {
  hd_laid_text line = {.text = c->text, .laid = laid};
  line.laid.sheet = l->sheet;
  line.laid.line = c->row;
  line.laid.place = c->col;
  HD_PUSH(l->out->arena, &l->out->lines, line);
}

static void add_row(layouter *l, const row_of_cells *row, hd_laid_kind kind) {
  for (size_t i = row->from; i < row->end; i++)
    add_line(l, cell(l, i), (hd_laid){.kind = kind});
}

/* The columns of the sheet that the rows [from, end) take. */
typedef struct {
  uint32_t least, most;
} column_range;

static column_range columns_of(const layouter *l, size_t from, size_t end) {
  column_range r = {HD_XLSX_COLUMNS, 0};
  for (size_t i = l->rows.items[from].from; i < l->rows.items[end - 1].end;
       i++) {
    uint32_t col = cell(l, i)->col;
    r.least = col < r.least ? col : r.least;
    r.most = col > r.most ? col : r.most;
  }
  return r;
}

/* A row above the table that tells its title or unit: one cell, or the first
 * over most of the columns. */
static bool is_caption(const layouter *l, const row_of_cells *row,
                       column_range block) {
  bool unit = false;
  const hd_xlsx_cell *first = cell(l, row->from);
  bool over = first->col == block.least &&
              first->cols > (block.most - block.least + 1) / 2 &&
              first->cols > 1;
  for (size_t i = row->from; i < row->end; i++)
    unit = unit || names_unit(cell(l, i)->text);
  return row->plain && (is_single(row) || unit || over);
}

/* A row below it that tells something of it. */
static bool is_below(const layouter *l, const row_of_cells *row) {
  const hd_xlsx_cell *c = cell(l, row->from);
  return row->plain && is_single(row) && (c->cols > 1 || is_note(c->text));
}

/* ---- tables ------------------------------------------------------------- */
typedef struct {
  size_t from, end; /* rows */
  uint32_t cols;
  uint32_t table;
  bool *covered;       /* a place of the grid: something stands there; NULL: the
                          grid is not filled */
  uint32_t *positions; /* a column of the table: that of the sheet */
} grid;

/* Gives the columns in which the rows have something their ranks. */
static void rank_columns(layouter *l, grid *g) {
  column_range r = columns_of(l, g->from, g->end);
  for (size_t i = l->rows.items[g->from].from;
       i < l->rows.items[g->end - 1].end; i++)
    l->ranks[cell(l, i)->col] = 1;
  g->positions = hd_arena_alloc(l->out->arena,
                                (r.most - r.least + 2) * sizeof *g->positions);
  for (uint32_t col = r.least; col <= r.most; col++)
    if (l->ranks[col]) {
      g->positions[g->cols] = col;
      l->ranks[col] = ++g->cols;
    }
}

static void forget_columns(layouter *l, const grid *g) {
  for (uint32_t i = 0; i < g->cols; i++)
    l->ranks[g->positions[i]] = 0;
}

/* Columns of the table that a cell spans: at least its own. */
static uint32_t cols_of(const layouter *l, const grid *g,
                        const hd_xlsx_cell *c) {
  uint32_t first = l->ranks[c->col], n = 1;
  while (first - 1 + n < g->cols &&
         g->positions[first - 1 + n] < c->col + c->cols)
    n++;
  return n;
}

/* The same for rows. */
static uint32_t rows_of(const layouter *l, const grid *g, size_t row,
                        const hd_xlsx_cell *c) {
  uint32_t n = 1;
  while (row + n < g->end && n < UINT16_MAX &&
         cell(l, l->rows.items[row + n].from)->row < c->row + c->rows)
    n++;
  return n;
}

/* Marks the places of the grid that a cell covers. */
static void cover(const grid *g, uint32_t row, uint32_t col, uint32_t rows,
                  uint32_t cols) {
  for (uint32_t r = row; g->covered && r < row + rows; r++)
    for (uint32_t c = col; c < col + cols; c++)
      g->covered[(size_t)r * g->cols + c] = true;
}

static void add_blank(layouter *l, const grid *g, size_t row, uint32_t col) {
  hd_xlsx_cell blank = {.row = cell(l, l->rows.items[row].from)->row,
                        .col = g->positions[col],
                        .text = {"", 0}};
  add_line(l, &blank,
           (hd_laid){.kind = HD_LAID_CELL,
                     .table = g->table,
                     .row = (uint32_t)(row - g->from),
                     .col = col,
                     .rowspan = 1,
                     .colspan = 1});
}

/* Blanks of a row up to column `to`. */
static void fill(layouter *l, const grid *g, size_t row, uint32_t *col,
                 uint32_t to) {
  for (; g->covered && *col < to; ++*col)
    if (!g->covered[(row - g->from) * g->cols + *col])
      add_blank(l, g, row, *col);
}

static void add_table_row(layouter *l, const grid *g, size_t row) {
  uint32_t col = 0, index = (uint32_t)(row - g->from);
  const row_of_cells *r = &l->rows.items[row];
  for (size_t i = r->from; i < r->end; i++) {
    const hd_xlsx_cell *c = cell(l, i);
    uint32_t at = l->ranks[c->col] - 1;
    bool taken = g->covered && g->covered[(size_t)index * g->cols + at];
    fill(l, g, row, &col, at);
    if (taken)
      continue; /* under a merged cell: not seen */
    uint32_t rows = rows_of(l, g, row, c), cols = cols_of(l, g, c);
    cover(g, index, at, rows, cols);
    add_line(l, c,
             (hd_laid){.kind = HD_LAID_CELL,
                       .table = g->table,
                       .row = index,
                       .col = at,
                       .rowspan = (uint16_t)rows,
                       .colspan = (uint16_t)cols});
  }
  fill(l, g, row, &col, g->cols);
}

static void add_table(layouter *l, size_t from, size_t end) {
  grid g = {.from = from, .end = end, .table = ++l->out->tables};
  rank_columns(l, &g);
  size_t area = (end - from) * g.cols,
         used = l->rows.items[end - 1].end - l->rows.items[from].from;
  if (area <= used * SPARSE + SMALL)
    g.covered = hd_arena_alloc(l->out->arena, area);
  for (size_t row = from; row < end; row++)
    add_table_row(l, &g, row);
  forget_columns(l, &g);
}

/* The block of rows [from, end): what is above, the table, what is below. */
static void add_block(layouter *l, size_t from, size_t end) {
  size_t top = from, bottom = end;
  column_range block = columns_of(l, from, end);
  while (top < end && is_caption(l, &l->rows.items[top], block))
    top++;
  while (bottom > top && is_below(l, &l->rows.items[bottom - 1]))
    bottom--;
  bool wide = false;
  for (size_t i = top; i < bottom; i++)
    wide = wide || !is_single(&l->rows.items[i]);
  if (!wide)
    top = bottom = end;
  for (size_t i = from; i < top; i++)
    add_row(l, &l->rows.items[i],
            wide && top - i <= CAPTIONS ? HD_LAID_CAPTION : HD_LAID_TEXT);
  if (wide)
    add_table(l, top, bottom);
  for (size_t i = bottom; i < end; i++)
    add_row(l, &l->rows.items[i], HD_LAID_TEXT);
}

void hd_xlsx_lay_out(hd_xlsx_lines *out, const char *sheet,
                     const hd_xlsx_cells *cells) {
  layouter l = {.out = out, .sheet = sheet, .cells = cells};
  l.ranks = hd_arena_alloc(out->arena, (HD_XLSX_COLUMNS + 2) * sizeof *l.ranks);
  find_rows(&l);
  for (size_t i = 0, end; i < l.rows.n; i = end) {
    end = end_of_block(&l, i);
    add_block(&l, i, end);
  }
}
