/* grid: header rows and spans of a table whose cells are known.
 *
 * In: the cells of the open table, row by row. Out: the number of header
 * rows, and headers that span the empty cells to their right (2005 | | |
 * 2009 | |). A row is a further header row if it names two or more columns
 * behind the first and holds no figure; a table without figures keeps the
 * header rows it was given. */
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

bool hd_grid_is_figure(hd_str s) {
  static const char signs[] = "+-$(<>~ ";
  s = hd_str_trim(s);
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
    facts.named++;
    facts.figures += hd_grid_is_figure(s);
  }
  return facts;
}

/* The rows at the top that only name columns. */
static uint32_t count_headers(const hd_build *b, uint32_t given) {
  uint32_t rows = 0;
  bool figures = false;
  size_t i = 0;
  while (i < b->cells.n && rows < MOST_HEADERS) {
    row_facts facts = read_row(b, &i);
    if (rows >= given && (facts.figures > 0 || facts.named < 2)) {
      figures = facts.figures > 0;
      break;
    }
    rows++;
  }
  while (i < b->cells.n && !figures)
    figures = read_row(b, &i).figures > 0;
  return figures ? rows : given;
}

/* Headers take the empty cells behind them. */
static void span_headers(hd_build *b, uint32_t header_rows) {
  size_t n = 0;
  for (size_t i = 0; i < b->cells.n; i++) {
    hd_cell *c = &b->cells.items[i], *last = n ? &b->cells.items[n - 1] : NULL;
    bool covered = last && c->row < header_rows && last->row == c->row &&
                   hd_span_empty(c->span) && !hd_span_empty(last->span) &&
                   last->colspan < UINT16_MAX &&
                   (last->column > 0 || c->row == 0);
    if (covered)
      last->colspan++;
    else
      b->cells.items[n++] = *c;
  }
  b->cells.n = n;
}

void hd_grid_close(hd_build *b, uint32_t header_rows) {
  uint32_t headers = count_headers(b, header_rows);
  span_headers(b, headers);
  hd_build_table(b, headers);
}
