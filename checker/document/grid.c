/* grid: header rows and spans of a table whose cells are known.
 *
 * In: the cells of the open table, row by row. Out: the number of header
 * rows, and, where no header says over what it stands, headers that span the
 * empty cells to their right (2005 | | | 2009 | |). A row is a further header
 * row if it names two or more columns behind the first and holds no figure; a
 * table without figures keeps the header rows it was given. */
#include "grid.h"

enum { MOST_HEADERS = 6 };

/* 2023, 2023年, 2019-2023: a label of a column. */
static bool is_year(hd_str s) {
  bool digits = s.n >= 4 && ((s.p[0] == '1' && s.p[1] == '9') ||
                             (s.p[0] == '2' && s.p[1] == '0'));
  for (size_t i = 2; digits && i < 4; i++)
    digits = s.p[i] >= '0' && s.p[i] <= '9';
  if (!digits)
    return false;
  hd_str rest = {s.p + 4, s.n - 4};
  return rest.n == 0 || hd_str_starts(rest, HD_STR("年")) || rest.p[0] == '-' ||
         rest.p[0] == '/' || rest.p[0] == ' ' || rest.p[0] == '*' ||
         hd_str_starts(rest, HD_STR("–"));
}

/* 5–11 years (n = 1,503): the size of a group names it, it is no figure. */
static hd_str without_size(hd_str s) {
  size_t at = hd_str_find(s, HD_STR("(n ="));
  if (at >= s.n)
    at = hd_str_find(s, HD_STR("(N ="));
  return at > 0 && at < s.n ? hd_str_trim((hd_str){s.p, at}) : s;
}

bool hd_grid_is_figure(hd_str s) {
  static const char signs[] = "+-$(<>~ ";
  s = without_size(hd_str_trim(s));
  while (s.n > 0 && strchr(signs, s.p[0]))
    s = (hd_str){s.p + 1, s.n - 1};
  if (s.n == 0 || s.p[0] < '0' || s.p[0] > '9' || is_year(s))
    return false;
  size_t digits = 0, all = 0;
  for (size_t i = 0; i < s.n; i++) {
    digits += s.p[i] >= '0' && s.p[i] <= '9';
    all += ((unsigned char)s.p[i] & 0xC0) != 0x80 && s.p[i] != ' ' &&
           s.p[i] != ',' && s.p[i] != '.';
  }
  return digits * 2 >= all;
}

typedef struct {
  uint32_t named;   /* cells with text behind the first column */
  uint32_t figures; /* of them, figures */
} row_facts;

/* Facts of the row that begins at cell *i; moves *i behind it. */
static row_facts read_row(const hd_build *b, size_t *i) {
  row_facts facts = {0};
  uint32_t row = b->cells.items[*i].row;
  for (; *i < b->cells.n && b->cells.items[*i].row == row; ++*i) {
    const hd_cell *c = &b->cells.items[*i];
    hd_str s = {b->text + c->span.off, c->span.end - c->span.off};
    if (c->column == 0 || s.n == 0)
      continue;
    facts.named += c->colspan;
    facts.figures += hd_grid_is_figure(s);
  }
  return facts;
}

/* | | Survey wave | | | over a row of headers: a header of all of them. */
static bool over_headers(const hd_build *b, size_t first, size_t next) {
  if (!hd_span_empty(b->cells.items[first].span) || next >= b->cells.n)
    return false;
  row_facts facts = read_row(b, &next);
  return facts.figures == 0 && facts.named >= 2;
}

/* The rows at the top that only name columns. */
static uint32_t count_headers(const hd_build *b, uint32_t given) {
  uint32_t rows = 0;
  bool figures = false;
  size_t i = 0;
  while (i < b->cells.n && rows < MOST_HEADERS) {
    size_t first = i;
    row_facts facts = read_row(b, &i);
    bool names =
        facts.named >= 2 || (facts.named == 1 && over_headers(b, first, i));
    if (rows >= given && (facts.figures > 0 || !names)) {
      figures = facts.figures > 0;
      break;
    }
    rows++;
  }
  while (i < b->cells.n && !figures)
    figures = read_row(b, &i).figures > 0;
  return figures ? rows : given;
}

/* A row of the open table: its cells, and what of them holds text. */
typedef struct {
  size_t first, end;
  uint32_t texts, merged; /* cells with text; columns of headers over several */
} row_cells;

static row_cells next_row(const hd_build *b, size_t first) {
  row_cells r = {first, first, 0, 0};
  const hd_cell *cells = b->cells.items;
  uint32_t over = 0;
  for (; r.end < b->cells.n && cells[r.end].row == cells[first].row; r.end++) {
    bool empty = hd_span_empty(cells[r.end].span);
    r.texts += !empty;
    over = empty ? over + 1 : 1;
    if (empty && r.texts > 0 && r.end > first + 1)
      r.merged += over == 2 ? 2 : 1;
  }
  return r;
}

/* A header row below a merged stub (Characteristic) may lack the stub's cell
 * in the source: its first text stands under the stub. It is known by having
 * a text for each column of the merged headers above, no more; they are moved
 * one column on. */
static void shift_headers(hd_build *b, uint32_t header_rows) {
  if (b->cells.n == 0)
    return;
  hd_cell *cells = b->cells.items;
  row_cells above = next_row(b, 0);
  while (above.end < b->cells.n && cells[above.end].row < header_rows) {
    row_cells row = next_row(b, above.end);
    bool lacks = above.texts > 1 && row.texts == above.merged &&
                 !hd_span_empty(cells[above.first].span) &&
                 !hd_span_empty(cells[row.first].span) &&
                 hd_span_empty(cells[row.end - 1].span);
    for (size_t i = row.end - 1; lacks && i > row.first; i--)
      cells[i].span = cells[i - 1].span;
    if (lacks)
      cells[row.first].span.end = cells[row.first].span.off;
    above = row;
  }
}

/* Does a header of the row above, whose cells begin at *up, begin in this
 * column? Then what is empty below it is its own. */
static bool is_below_header(const hd_build *b, size_t *up, const hd_cell *c) {
  const hd_cell *cells = b->cells.items;
  while (cells[*up].row + 1 < c->row ||
         (cells[*up].row + 1 == c->row && cells[*up].column < c->column))
    ++*up;
  return cells[*up].row + 1 == c->row && cells[*up].column == c->column &&
         !hd_span_empty(cells[*up].span);
}

/* Headers take the empty cells behind them. */
static void span_headers(hd_build *b, uint32_t header_rows) {
  size_t n = 0, up = 0;
  for (size_t i = 0; i < b->cells.n; i++) {
    hd_cell *c = &b->cells.items[i], *last = n ? &b->cells.items[n - 1] : NULL;
    bool covered = last && c->row < header_rows && last->row == c->row &&
                   hd_span_empty(c->span) && !hd_span_empty(last->span) &&
                   last->colspan < UINT16_MAX &&
                   (last->column > 0 || c->row == 0) &&
                   !is_below_header(b, &up, c);
    if (covered)
      last->colspan++;
    else
      b->cells.items[n++] = *c;
  }
  b->cells.n = n;
}

/* Does a header say itself over how many columns or rows it stands? */
static bool has_spans(const hd_build *b, uint32_t header_rows) {
  for (size_t i = 0; i < b->cells.n; i++) {
    const hd_cell *c = &b->cells.items[i];
    if (c->row < header_rows && (c->colspan > 1 || c->rowspan > 1))
      return true;
  }
  return false;
}

/* Does the first row name each of its columns, and are there others? Then it
 * is a header, though nothing says so. */
static bool first_names(const hd_build *b) {
  const hd_cell *cells = b->cells.items;
  size_t end = 0, texts = 0;
  bool figures = false;
  for (; end < b->cells.n && cells[end].row == 0; end++) {
    hd_str s = {b->text + cells[end].span.off,
                cells[end].span.end - cells[end].span.off};
    texts += s.n > 0;
    figures = figures || hd_grid_is_figure(s);
  }
  return end < b->cells.n && !figures && texts > 1 && texts + 1 >= end;
}

void hd_grid_close(hd_build *b, uint32_t header_rows) {
  uint32_t given = header_rows > 0 ? header_rows : first_names(b);
  uint32_t headers = count_headers(b, given);
  if (!has_spans(b, headers)) {
    shift_headers(b, headers);
    span_headers(b, headers);
  }
  hd_build_table(b, headers);
}
