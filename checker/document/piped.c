/* piped: tables of plain text whose cells stand between bars, without the line
 * of dashes that Markdown asks for below the header.
 *
 * In: measured lines. Out: a table for a run of lines that begin and end with
 * a bar. Programs that take tables out of pages leave empty cells and spans
 * out: a header row that lacks one cell lacks the one above the labels, one of
 * a single cell says what holds for all (in millions) and stands above them, a
 * row of a single cell spans all. Rows at the top that name groups of columns
 * are text before the table. One walk. */
#include "grid.h"
#include "plain.h"

enum { ROWS_LEAST = 2, CELLS_LEAST = 2, CELLS_MOST = 64 };

static bool is_row(const hd_lines *lines, size_t i) {
  hd_str s = hd_line_text(lines, i);
  return lines->items[i].kind != HD_LINE_BLANK && s.n > 2 && s.p[0] == '|' &&
         s.p[s.n - 1] == '|';
}

/* The next cell of a row, without the blanks around it; false at its end. */
static bool next_cell(hd_str *row, hd_str *cell) {
  if (row->n == 0)
    return false;
  const char *bar = memchr(row->p, '|', row->n);
  size_t n = bar ? (size_t)(bar - row->p) : row->n;
  *cell = hd_str_trim((hd_str){row->p, n});
  row->p += bar ? n + 1 : n;
  row->n -= bar ? n + 1 : n;
  return true;
}

static hd_str inside(const hd_lines *lines, size_t i) {
  hd_str s = hd_line_text(lines, i);
  return (hd_str){s.p + 1, s.n - 2};
}

static uint32_t count_cells(const hd_lines *lines, size_t i) {
  uint32_t n = 0;
  hd_str row = inside(lines, i), cell;
  while (next_cell(&row, &cell))
    n++;
  return n;
}

/* A year, or words: what may name a column. */
static bool may_name(hd_str cell) {
  enum { YEAR = 4 };
  size_t digits = 0;
  while (digits < cell.n && hd_ascii_is_digit(cell.p[digits]))
    digits++;
  if (digits == 0)
    return cell.n == 0 || !strchr("$(-.,", cell.p[0]) ||
           (cell.n > 1 && hd_ascii_is_letter(cell.p[1]));
  return digits == YEAR && (cell.p[0] == '1' || cell.p[0] == '2') &&
         (cell.n == YEAR || cell.p[YEAR] == ' ');
}

/* Do all cells but the first name columns? */
static bool is_header(const hd_lines *lines, size_t i) {
  hd_str row = inside(lines, i), cell;
  for (uint32_t n = 0; next_cell(&row, &cell); n++)
    if (n > 0 && !may_name(cell))
      return false;
  return true;
}

static void write_cell(hd_build *b, hd_str text, hd_cell cell) {
  uint32_t off = (uint32_t)b->n;
  uint32_t from = (uint32_t)(text.p - b->source.p);
  hd_build_copy(b, from, from + (uint32_t)text.n);
  hd_build_cell(b, off, cell);
}

static void write_row(const hd_lines *lines, size_t i, uint32_t row,
                      uint32_t columns, bool header) {
  hd_build *b = lines->b;
  uint32_t n = count_cells(lines, i);
  uint32_t column = header && n + 1 == columns ? 1 : 0;
  uint32_t span = n == 1 && !header ? columns : 1;
  hd_str rest = inside(lines, i), text;
  if (row > 0)
    hd_build_put(b, "\n", 1);
  for (; column < columns && next_cell(&rest, &text); column++) {
    if (column > 0)
      hd_build_put(b, "\t", 1);
    write_cell(b, text,
               (hd_cell){.row = row,
                         .column = (uint16_t)column,
                         .rowspan = 1,
                         .colspan = (uint16_t)span});
  }
}

/* A run of rows. */
typedef struct {
  size_t first, end; /* of the table, behind the names of groups of columns */
  uint32_t columns;
} run;

static run find_run(const hd_lines *lines, size_t i) {
  run r = {.first = i, .end = i};
  for (; r.end < lines->n && is_row(lines, r.end); r.end++) {
    uint32_t n = count_cells(lines, r.end);
    r.columns = n > r.columns ? n : r.columns;
  }
  while (r.first < r.end && count_cells(lines, r.first) + 1 < r.columns)
    r.first++;
  return r;
}

size_t hd_piped_read(hd_lines *lines, size_t i) {
  if (i < lines->barred || !is_row(lines, i))
    return i;
  run r = find_run(lines, i);
  bool table = r.end - r.first >= ROWS_LEAST && r.columns >= CELLS_LEAST &&
               r.columns <= CELLS_MOST;
  lines->barred = table ? r.first : r.end;
  if (!table || r.first > i)
    return i; /* text, line by line */
  size_t body = i;
  while (body + 1 < r.end &&
         (count_cells(lines, body) == 1 || is_header(lines, body)))
    body++;
  hd_build_open(lines->b, HD_BLOCK_TABLE);
  for (size_t k = i; k < r.end; k++)
    write_row(lines, k, (uint32_t)(k - i), r.columns, k < body);
  hd_grid_close(lines->b, (uint32_t)(body > i ? body - i : 1));
  hd_build_close(lines->b);
  return r.end;
}

void hd_piped_read_part(hd_build *b, uint32_t from, uint32_t end) {
  hd_lines lines = hd_plain_part(b, from, end);
  for (size_t i = 0; i < lines.n;) {
    size_t behind = hd_piped_read(&lines, i);
    if (behind == i) {
      hd_build_open(b, HD_BLOCK_PARAGRAPH);
      hd_build_copy(b, lines.items[i].off, lines.items[i].end);
      hd_build_close(b);
      behind++;
    }
    i = behind;
  }
}
