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
  const hd_table *t = hd_document_table(doc, off);
  const hd_cell *cell = t ? hd_table_cell(t, off) : NULL;
  if (!cell)
    return 0;
  put_headers(&c, t, cell);
  for (uint32_t i = t->caption; i < t->block; i++) /* HD_NONE is no block */
    put_caption(&c, doc->blocks[i].span);
  return c.n;
}
