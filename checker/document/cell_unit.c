/* cell_unit: see the header. Normalised text: brackets and colons are ASCII. */
#include "cell_unit.h"

typedef struct {
  const hd_document *doc;
  hd_str *units;
  size_t n;
} candidates;

static void put(candidates *c, hd_str unit) {
  unit = hd_str_trim(unit);
  if (unit.n > 0 && c->n < HD_CELL_UNITS)
    c->units[c->n++] = unit;
}

/* What stands in the last brackets of a text that ends with them. */
static void put_bracket(candidates *c, hd_span span) {
  hd_str s = hd_str_trim(hd_document_text(c->doc, span));
  size_t from = s.n;
  if (s.n < 3 || s.p[s.n - 1] != ')')
    return;
  while (from > 0 && s.p[from - 1] != '(')
    from--;
  if (from > 0)
    put(c, (hd_str){s.p + from, s.n - 1 - from});
}

/* 单位:万元, (单位:万元,%): up to the next sign or blank. */
static void put_caption(candidates *c, hd_span span) {
  static const char *const words[] = {"单位:", "Unit:", "unit:"};
  static const char ends[] = ",;) \t";
  hd_str s = hd_document_text(c->doc, span);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t at = hd_str_find(s, hd_str_of(words[i]));
    if (at == (size_t)-1)
      continue;
    at += strlen(words[i]);
    while (at < s.n && s.p[at] == ' ')
      at++;
    size_t end = at;
    while (end < s.n && !memchr(ends, s.p[end], sizeof ends - 1))
      end++;
    put(c, (hd_str){s.p + at, end - at});
    return;
  }
}

/* The cell that holds off; NULL between cells. */
static const hd_cell *find_cell(const hd_table *t, uint32_t off) {
  size_t low = 0, high = t->n_cells;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (t->cells[middle].span.end >= off)
      high = middle;
    else
      low = middle + 1;
  }
  return low < t->n_cells && t->cells[low].span.off <= off ? &t->cells[low]
                                                           : NULL;
}

static void put_headers(candidates *c, const hd_table *t, const hd_cell *cell) {
  for (const hd_cell *h = cell; h-- > t->cells;)
    if (h->row < t->header_rows && h->column <= cell->column &&
        cell->column < h->column + h->colspan)
      put_bracket(c, h->span);
  for (const hd_cell *h = cell; h-- > t->cells && h->row == cell->row;)
    if (h->column == 0)
      put_bracket(c, h->span);
}

size_t hd_cell_units(const hd_document *doc, uint32_t off,
                     hd_str units[HD_CELL_UNITS]) {
  candidates c = {.doc = doc, .units = units};
  uint32_t block = hd_document_block(doc, off);
  if (block >= doc->n_blocks || doc->blocks[block].table == HD_NONE)
    return 0;
  const hd_table *t = &doc->tables[doc->blocks[block].table];
  const hd_cell *cell = find_cell(t, off);
  if (!cell)
    return 0;
  put_headers(&c, t, cell);
  for (uint32_t i = t->caption; i < block; i++) /* HD_NONE is no block */
    put_caption(&c, doc->blocks[i].span);
  return c.n;
}
