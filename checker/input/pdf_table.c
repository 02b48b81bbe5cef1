/* pdf_table: which lines are tables, and which of their lines one row.
 *
 * In: lines in the order of reading. Out: table, row and the column of each
 * word, for the lines of tables.
 *
 * A table is a run of lines of which several have wide gaps, with figures or
 * with three columns and more; lines of one piece between them are labels
 * that were wrapped, groups, headers over several columns. A table that goes
 * on over a page keeps its number, and its header, repeated, is left out. */
#include "pdf.h"
#include <stdlib.h>

enum {
  FAR = 380,   /* percent of a line's size, between rows */
  LABELS = 2,  /* lines between a table and its header, repeated */
  SINGLES = 4, /* lines of one piece in a row */
  FIGURES = 8, /* one piece in so many is a figure */
  NARROW = 55, /* percent of the column of text: a line of one piece */
  MOST_HEADERS = 8,
  HEADER = 215, /* percent of a line's size: between the lines of a header */
  MOST_REPEATED = 60, /* lines of a header */
  LABEL = 25          /* percent of the column of text: lines of a label */
};

/* ---- runs --------------------------------------------------------------- */

/* A marker alone: 1. (1) • 一、 */
static bool is_mark(const hd_pdf_word *w) {
  static const char *const ends[] = {".", ")", "、", "）", "．", "•", "·", "●",
                                     "■", "-", "–",  "◆",  "▪",  "○", NULL};
  if (w->s.n > 9)
    return false;
  return hd_str_ends_any(w->s, ends) > 0;
}

/* ........ and ……… of tables of contents. */
static bool is_leader(const hd_pdf_word *w) {
  return hd_str_find(w->s, HD_STR("....")) < w->s.n ||
         hd_str_find(w->s, HD_STR("……")) < w->s.n;
}

/* Pieces of the line, a marker at its start not counted; 1 for entries of a
 * table of contents. */
static uint32_t count_pieces(const hd_pdf_line *line) {
  uint32_t pieces = 1;
  for (uint32_t i = 0; i < line->n; i++) {
    if (is_leader(&line->words[i]))
      return 1;
    pieces += hd_pdf_is_apart(line, i) && !(i == 1 && is_mark(line->words));
  }
  return pieces;
}

/* 单位：万元 and what stands beside it are above a table, not in it. */
static bool names_unit(const hd_pdf_line *line) {
  for (uint32_t i = 0; i < line->n; i++)
    if (hd_str_starts(line->words[i].s, HD_STR("单位：")) ||
        hd_str_starts(line->words[i].s, HD_STR("单位:")))
      return true;
  return false;
}

static bool is_row(const hd_pdf_line *line) {
  return count_pieces(line) > 1 && !names_unit(line);
}

/* Does the line end as a sentence does? */
static bool ends_sentence(const hd_pdf_line *line) {
  static const char *const ends[] = {"。", "；", "：", "，", NULL};
  hd_str s = line->words[line->n - 1].s;
  return hd_str_ends_any(s, ends) > 0;
}

/* Does the line begin in a column but the first? */
static bool is_inside(const hd_pdf_line *line, int32_t margin) {
  return line->box.x0 > margin + 3 * line->size;
}

/* May line `b` stand in a table whose line `a` is above it? `margin`: where the
 * table's first column begins; what is set in farther is a part of a cell. */
static bool follows(const hd_pdf_line *a, const hd_pdf_line *b,
                    int32_t margin) {
  int32_t size = a->size > b->size ? a->size : b->size;
  if (a->page != b->page || a->region != b->region || b->running ||
      b->middle - a->middle > size / 100 * FAR)
    return false;
  if (is_row(b) || is_inside(b, margin))
    return true;
  return !ends_sentence(b) &&
         hd_pdf_width(b->box) < (b->right - b->left) / 100 * NARROW;
}

typedef struct {
  size_t end; /* behind its last row */
  uint32_t rows, wide, pieces, figures;
} run;

/* The run of lines that begins with row i. */
static run find_run(const hd_pdf *pdf, size_t i) {
  const hd_pdf_line *lines = pdf->lines.items;
  run r = {.end = i};
  uint32_t singles = 0;
  int32_t margin = lines[i].box.x0;
  for (size_t k = i; k < pdf->lines.n; k++) {
    if (k > i && !follows(&lines[k - 1], &lines[k], margin))
      break;
    uint32_t pieces = count_pieces(&lines[k]);
    if (pieces == 1) {
      bool label = hd_pdf_width(lines[k].box) <
                   (lines[k].right - lines[k].left) / 100 * LABEL;
      if (!is_inside(&lines[k], margin) && !label && ++singles > SINGLES)
        break;
      continue;
    }
    margin = lines[k].box.x0 < margin ? lines[k].box.x0 : margin;
    singles = 0;
    r.end = k + 1;
    r.rows++;
    r.wide += pieces > 2;
    r.pieces += pieces;
    for (uint32_t w = 0; w < lines[k].n; w++)
      r.figures += lines[k].words[w].figure;
  }
  return r;
}

static bool is_table(const run *r) {
  if (r->rows < 2 || (r->wide < 2 && r->rows < 3))
    return false;
  bool figures = r->figures >= 2 && r->figures * FIGURES >= r->pieces;
  return figures || (r->wide >= 3 && r->wide * 2 >= r->rows);
}

/* Does the line begin where a piece of the row, not its first, begins? */
static bool is_aligned(const hd_pdf_line *row, const hd_pdf_line *line) {
  for (uint32_t i = 1; i < row->n; i++)
    if (hd_pdf_is_apart(row, i) &&
        abs(row->words[i].box.x0 - line->box.x0) < line->size / 2)
      return true;
  return false;
}

static bool is_close(const hd_pdf_line *a, const hd_pdf_line *b,
                     int32_t percent) {
  return b->middle - a->middle < a->size / 100 * percent;
}

/* Lines behind the last row that belong to it or stand in one of its columns:
 * parts of cells, rows of one cell. */
static size_t take_tail(const hd_pdf *pdf, size_t end) {
  const hd_pdf_line *lines = pdf->lines.items, *row = &lines[end - 1];
  while (end < pdf->lines.n) {
    const hd_pdf_line *last = &lines[end - 1], *line = &lines[end];
    bool part =
        is_close(last, line, HD_PDF_CLOSE) && line->box.x1 <= last->box.x1;
    if ((!part && !is_aligned(row, line)) || line->size > row->size * 13 / 10 ||
        !follows(last, line, row->box.x0) || count_pieces(line) > 1)
      break;
    end++;
  }
  return end;
}

/* Does the line name the table, or something before a colon, as 表1 and
 * 单位：万元 do, or stand in its middle? */
static bool is_title(const hd_pdf_line *line, const hd_pdf_line *row) {
  static const char *const words[] = {"表",    "附表",  "续表",   "图",
                                      "Table", "TABLE", "Figure", NULL};
  if (hd_str_starts_any(line->words[0].s, words))
    return true;
  int32_t off = line->box.x0 + line->box.x1 - row->box.x0 - row->box.x1;
  return hd_str_ends(line->words[line->n - 1].s, HD_STR("表")) ||
         (off > -line->size && off < line->size);
}

static bool has_colon(const hd_pdf_line *line) {
  for (uint32_t i = 0; i < line->n; i++)
    if (hd_str_find(line->words[i].s, HD_STR("：")) < line->words[i].s.n ||
        hd_str_find(line->words[i].s, HD_STR(":")) < line->words[i].s.n)
      return true;
  return false;
}

/* Lines of one piece above the first row: headers over several columns, rows
 * of one cell on a new page. */
static size_t take_head(const hd_pdf *pdf, size_t i, size_t least) {
  const hd_pdf_line *lines = pdf->lines.items, *row = &lines[i];
  for (; i > least; i--) {
    const hd_pdf_line *line = &lines[i - 1];
    bool header =
        is_close(line, &lines[i], HEADER) && is_inside(line, row->box.x0) &&
        hd_pdf_width(line->box) < hd_pdf_width(row->box) / 100 * LABEL;
    if (line->running || ends_sentence(line) || has_colon(line) ||
        is_title(line, row) || line->size > row->size * 13 / 10 ||
        !follows(line, &lines[i], row->box.x0) ||
        (!header && !is_aligned(row, line)))
      break;
  }
  return i;
}

typedef struct {
  size_t first, end; /* lines */
} extent;
typedef HD_VEC(extent) extents;

static void find_extents(hd_pdf *pdf, extents *all) {
  size_t behind = 0;
  for (size_t i = 0; i < pdf->lines.n;) {
    const hd_pdf_line *line = &pdf->lines.items[i];
    if (line->running || !is_row(line)) {
      i++;
      continue;
    }
    run r = find_run(pdf, i);
    if (is_table(&r)) {
      extent e = {take_head(pdf, i, behind), take_tail(pdf, r.end)};
      HD_PUSH(pdf->arena, all, e);
      behind = r.end = e.end;
    }
    i = r.end;
  }
}

/* ---- tables that go on over a page -------------------------------------- */

static bool same_text(const hd_pdf_line *a, const hd_pdf_line *b) {
  if (a->n != b->n)
    return false;
  for (uint32_t i = 0; i < a->n; i++)
    if (!hd_str_eq(a->words[i].s, b->words[i].s))
      return false;
  return true;
}

/* The first line on the page of line i that is no running head. */
static size_t first_on_page(const hd_pdf *pdf, size_t i) {
  const hd_pdf_line *lines = pdf->lines.items;
  size_t first = i;
  while (i > 0 && lines[i - 1].page == lines[first].page) {
    i--;
    first = lines[i].running ? first : i;
  }
  return first;
}

/* Lines from `at` on that stand as well from `from` on: a header repeated. */
static size_t count_same(const hd_pdf *pdf, size_t from, size_t at,
                         size_t end) {
  const hd_pdf_line *lines = pdf->lines.items;
  size_t n = 0;
  while (at + n < end && from + n < at && n < MOST_REPEATED &&
         lines[from + n].page == lines[from].page &&
         same_text(&lines[from + n], &lines[at + n]))
    n++;
  return n;
}

/* The header of table a that the page of run b begins with: its lines there,
 * 0 if there is none. Both runs are made to begin with their headers, which
 * may lie above the first line that looked like a row. */
static size_t find_repeated(const hd_pdf *pdf, extent *a, extent *b,
                            size_t least) {
  const hd_pdf_line *lines = pdf->lines.items;
  size_t at = first_on_page(pdf, b->first);
  size_t from =
      a->first > least + MOST_REPEATED ? a->first - MOST_REPEATED : least;
  if (b->first - at > MOST_REPEATED)
    return 0;
  while (from < a->first && lines[from].page != lines[a->first].page)
    from++;
  for (; from <= a->first && from < a->end; from++) {
    size_t n = count_same(pdf, from, at, b->end);
    if (n == 0 || (n == 1 && !is_row(&lines[at])) || from + n < a->first)
      continue;
    a->first = from;
    b->first = at;
    return n;
  }
  return 0;
}

/* Lines [from, end) that are no running heads. */
static size_t count_text(const hd_pdf *pdf, size_t from, size_t end) {
  size_t n = 0;
  for (; from < end; from++)
    n += !pdf->lines.items[from].running;
  return n;
}

/* Has the line a figure behind its first piece? One that closes a bracket but
 * opens none is the rest of a header: All (N = | 277,285). */
static bool has_whole_figure(const hd_pdf_line *line) {
  for (uint32_t i = 1; i < line->n; i++) {
    hd_str s = line->words[i].s;
    bool rest = memchr(s.p, ')', s.n) && !memchr(s.p, '(', s.n);
    if (line->words[i].figure && !rest && hd_pdf_is_apart(line, i))
      return true;
  }
  return false;
}

/* Lines above the first with a figure. */
static uint32_t count_headers(const hd_pdf_table *t) {
  uint32_t i = 0;
  while (i < t->n && i < MOST_HEADERS && !has_whole_figure(t->lines[i]))
    i++;
  return i < t->n && i < MOST_HEADERS ? i : 0;
}

/* The table of lines [first, end), without running heads, and its columns. */
static void gather(hd_pdf *pdf, size_t first, size_t end, hd_pdf_table *t) {
  t->lines = hd_arena_alloc(pdf->arena, (end - first + 1) * sizeof *t->lines);
  for (size_t i = first; i < end; i++)
    if (!pdf->lines.items[i].running)
      t->lines[t->n++] = &pdf->lines.items[i];
  t->headers = count_headers(t);
  hd_pdf_grid_find(pdf->arena, t);
}

/* Do the columns of `b` stand under those of `a`, of which some may be empty
 * there, and has it no header of its own? */
static bool same_columns(hd_pdf *pdf, extent a, extent b) {
  hd_pdf_table x = {0}, y = {0};
  gather(pdf, a.first, a.end, &x);
  gather(pdf, b.first, b.end, &y);
  size_t i = 0, k = 0;
  for (; k < y.grid.n; k++, i++) {
    while (i < x.grid.n && x.grid.items[i].right <= y.grid.items[k].left)
      i++;
    if (i == x.grid.n || x.grid.items[i].left >= y.grid.items[k].right)
      return false;
  }
  return y.grid.n > 1 && y.n > 0 && y.headers == 0;
}

/* Does run b go on with the table `a`, of which `last` is the last run? Marks
 * the header repeated. */
static bool goes_on(hd_pdf *pdf, extent *a, extent last, extent *b,
                    size_t least) {
  hd_pdf_line *lines = pdf->lines.items;
  if (lines[a->end - 1].page + 1 != lines[b->first].page)
    return false;
  extent above = *a, below = *b;
  size_t n = find_repeated(pdf, &above, &below, least);
  size_t between = count_text(pdf, above.end, below.first);
  if (between > (n > 0 ? LABELS : 0) ||
      (n == 0 && !same_columns(pdf, last, *b)))
    return false;
  *a = above;
  *b = below;
  for (size_t i = 0; i < n; i++)
    lines[below.first + i].running = true;
  return true;
}

/* ---- tables ------------------------------------------------------------- */

/* Lines above that name the columns, in words that stand so close together
 * that they did not look like a row. */
static size_t take_names(const hd_pdf *pdf, const hd_pdf_table *t, size_t first,
                         size_t least) {
  const hd_pdf_line *lines = pdf->lines.items;
  for (; first > least; first--) {
    const hd_pdf_line *line = &lines[first - 1], *row = &lines[first];
    if (line->running || line->page != row->page ||
        line->region != row->region || !is_close(line, row, HEADER) ||
        ends_sentence(line) || has_colon(line) || !hd_pdf_grid_names(t, line))
      break;
  }
  return first;
}

static void read_table(hd_pdf *pdf, extent e, size_t least) {
  hd_pdf_table t = {0};
  gather(pdf, e.first, e.end, &t);
  if (t.grid.n < 2)
    return;
  size_t first = take_names(pdf, &t, e.first, least);
  if (first < e.first) {
    t = (hd_pdf_table){0};
    gather(pdf, first, e.end, &t);
  }
  pdf->tables++;
  for (uint32_t i = 0; i < t.n; i++) {
    t.lines[i]->table = pdf->tables;
    hd_pdf_grid_place(pdf->arena, &t, i);
  }
  hd_pdf_rows_find(&t, pdf->arena);
}

void hd_pdf_tables_find(hd_pdf *pdf) {
  extents all = {0};
  size_t least = 0;
  find_extents(pdf, &all);
  for (size_t i = 0, next; i < all.n; i = next) {
    extent e = all.items[i];
    for (next = i + 1; next < all.n; next++) {
      if (!goes_on(pdf, &e, all.items[next - 1], &all.items[next], least))
        break;
      e.end = all.items[next].end;
    }
    read_table(pdf, e, least);
    least = e.end;
  }
}
