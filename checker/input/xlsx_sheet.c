/* xlsx_sheet: the cells of a sheet.
 *
 * In: a worksheet. Out: its cells that are shown, with the text that Excel
 * shows in them, by row and column, and what is merged. Values come from
 * shared and inline texts, from numbers by their format, from what formulas
 * gave when the file was saved. Hidden rows and columns are left out and
 * counted. */
#include "xlsx.h"
#include <stdlib.h>

enum { ROWS = 1048576 };

typedef struct {
  const hd_xlsx_book *book;
  hd_xlsx_cells *out;
  uint32_t row, col;           /* of the cell that is open */
  uint32_t last_row, last_col; /* of the one that was kept last */
  bool row_hidden, wanted, formula, sorted;
  char type; /* n s b e d, t of a formula's text, i of an inline one */
  int32_t style;
  hd_buffer value, shown;
} reading;

/* C7 to 3 and 7; false where it is no reference. */
static bool read_reference(const char *s, uint32_t *col, uint32_t *row) {
  *col = *row = 0;
  for (; (*s | 0x20) >= 'a' && (*s | 0x20) <= 'z' && *col <= HD_XLSX_COLUMNS;
       s++)
    *col = *col * 26 + (uint32_t)((*s | 0x20) - 'a' + 1);
  for (; *s >= '0' && *s <= '9' && *row <= ROWS; s++)
    *row = *row * 10 + (uint32_t)(*s - '0');
  return *col > 0 && *col <= HD_XLSX_COLUMNS && *row > 0 && *row <= ROWS;
}

/* ---- rows and columns --------------------------------------------------- */
static void take_columns(void *data, hd_xml *xml) {
  reading *r = data;
  int32_t from = hd_xml_number(xml, "min", 0),
          to = hd_xml_number(xml, "max", 0);
  if (!hd_xml_attribute(xml, "hidden") || !hd_xml_is_on(xml, "hidden"))
    return;
  int32_t c = from > 1 ? from : 1;
  to = to < HD_XLSX_COLUMNS ? to : HD_XLSX_COLUMNS;
  while (c <= to)
    if (c % 8 == 1 && c + 7 <= to) { /* a range may be said again and again */
      r->out->hidden_cols[(c - 1) / 8] = 0xFF;
      c += 8;
    } else {
      r->out->hidden_cols[(c - 1) / 8] |= (uint8_t)(1u << ((c - 1) % 8));
      c++;
    }
}

static void begin_row(void *data, hd_xml *xml) {
  reading *r = data;
  int32_t row = hd_xml_number(xml, "r", (int32_t)r->row + 1);
  r->row = row > 0 && row <= ROWS ? (uint32_t)row : ROWS;
  r->col = 0;
  r->row_hidden =
      hd_xml_attribute(xml, "hidden") && hd_xml_is_on(xml, "hidden");
}

static void begin_cell(void *data, hd_xml *xml) {
  static const struct {
    const char *name;
    char type;
  } types[] = {{"s", 's'}, {"str", 't'},       {"b", 'b'},
               {"e", 'e'}, {"inlineStr", 'i'}, {"d", 'd'}};
  reading *r = data;
  const char *reference = hd_xml_attribute(xml, "r");
  const char *type = hd_xml_attribute(xml, "t");
  uint32_t row, col;
  r->col++;
  if (reference && read_reference(reference, &col, &row)) {
    r->row = row;
    r->col = col;
  }
  r->type = 'n';
  for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
    if (strcmp(types[i].name, type) == 0)
      r->type = types[i].type;
  r->style = hd_xml_number(xml, "s", 0);
  r->formula = false;
  r->value.n = 0;
}

/* ---- values ------------------------------------------------------------- */
static void begin_value(void *data, hd_xml *xml) {
  (void)xml;
  ((reading *)data)->wanted = true;
}

static void end_value(void *data) { ((reading *)data)->wanted = false; }

static void begin_formula(void *data, hd_xml *xml) {
  (void)xml;
  ((reading *)data)->formula = true;
}

static void take_text(void *data, hd_str s) {
  reading *r = data;
  if (r->wanted)
    hd_buffer_add(&r->value, s.p, s.n);
}

/* _x000D_: a character that XML cannot hold; its bytes, 0 if it is none. */
static size_t escaped(hd_str s, uint32_t *cp) {
  *cp = 0;
  if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
    return 0;
  for (int i = 2; i < 6; i++) {
    char c = (char)(s.p[i] | 0x20);
    bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'f';
    if (!digit && !letter)
      return 0;
    *cp = *cp * 16 + (uint32_t)(digit ? c - '0' : c - 'a' + 10);
  }
  return *cp < 0xD800 ? 7 : 0;
}

/* Text on one line: line ends are breaks, other controls blanks. */
static void show_text(hd_buffer *out, hd_str s) {
  char utf8[4];
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    size_t n = escaped((hd_str){s.p + i, s.n - i}, &cp);
    if (!n)
      n = hd_utf8_decode(s.p + i, s.n - i, &cp);
    i += n;
    if (cp == '\n')
      hd_buffer_puts(out, HD_LINE_BREAK);
    else if (cp != '\r')
      hd_buffer_add(out, utf8,
                    hd_utf8_encode(cp < ' ' && cp != '\t' ? ' ' : cp, utf8));
  }
}

static void show(reading *r) {
  const hd_xlsx_book *book = r->book;
  hd_str value = {r->value.p, r->value.n};
  bool known = r->style >= 0 && (size_t)r->style < book->styles.n;
  const char *format = known ? book->styles.items[r->style] : NULL;
  if (r->type == 'n') {
    hd_xlsx_show(&r->shown, hd_str_trim(value), format, book->from_1904);
    for (size_t i = 0; i < r->shown.n; i++) /* a format may hold line ends */
      if (r->shown.p[i] == '\n' || r->shown.p[i] == '\r')
        r->shown.p[i] = ' ';
    return;
  }
  if (r->type == 's') {
    char *end;
    hd_buffer_add(&r->value, "", 1);
    unsigned long at = strtoul(r->value.p, &end, 10);
    if (at < book->strings.n)
      show_text(&r->shown, book->strings.items[at]);
    return;
  }
  if (r->type == 'b')
    hd_buffer_puts(&r->shown, hd_str_is(value, "1") ? "TRUE" : "FALSE");
  else
    show_text(&r->shown, value);
}

static void end_cell(void *data) {
  reading *r = data;
  r->out->formulas += r->formula && r->value.n == 0;
  if (r->value.n == 0)
    return;
  if (r->row_hidden || r->col > HD_XLSX_COLUMNS ||
      hd_xlsx_col_is_hidden(r->out, r->col)) {
    r->out->hidden++;
    return;
  }
  r->shown.n = 0;
  show(r);
  hd_str text = hd_str_trim((hd_str){r->shown.p, r->shown.n});
  if (text.n == 0 || r->out->cells.n > HD_XLSX_CELLS)
    return;
  hd_xlsx_cell cell = {
      .row = r->row,
      .col = r->col,
      .text = {hd_arena_copy(r->book->arena, text.p, text.n), text.n},
      .rows = 1,
      .cols = 1};
  r->sorted = r->sorted && (r->last_row < r->row ||
                            (r->last_row == r->row && r->last_col < r->col));
  r->last_row = r->row;
  r->last_col = r->col;
  HD_PUSH(r->book->arena, &r->out->cells, cell);
}

static void take_merge(void *data, hd_xml *xml) {
  reading *r = data;
  const char *reference = hd_xml_attribute(xml, "ref");
  const char *colon = reference ? strchr(reference, ':') : NULL;
  hd_xlsx_range range;
  if (colon && read_reference(reference, &range.col, &range.row) &&
      read_reference(colon + 1, &range.last_col, &range.last_row) &&
      range.last_row >= range.row && range.last_col >= range.col)
    HD_PUSH(r->book->arena, &r->out->merges, range);
}

/* ---- order -------------------------------------------------------------- */
static int by_place(const void *a, const void *b) {
  const hd_xlsx_cell *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return (x->col > y->col) - (x->col < y->col);
}

/* A damaged file may have its cells in any order, and twice. */
static void sort(hd_xlsx_cells *cells) {
  size_t n = 0;
  if (!cells->cells.items)
    return;
  qsort(cells->cells.items, cells->cells.n, sizeof *cells->cells.items,
        by_place);
  for (size_t i = 0; i < cells->cells.n; i++)
    if (n == 0 ||
        by_place(&cells->cells.items[n - 1], &cells->cells.items[i]) != 0)
      cells->cells.items[n++] = cells->cells.items[i];
  cells->cells.n = n;
}

/* The cell at the top left of a merged range spans what of it is shown. */
static void merge(hd_xlsx_cells *cells, const hd_xlsx_range *range) {
  hd_xlsx_cell key = {.row = range->row, .col = range->col};
  hd_xlsx_cell *cell = cells->cells.n
                           ? bsearch(&key, cells->cells.items, cells->cells.n,
                                     sizeof key, by_place)
                           : NULL;
  if (!cell)
    return;
  cell->rows = range->last_row - range->row + 1;
  cell->cols = range->last_col - range->col + 1;
}

bool hd_xlsx_read_cells(const hd_xlsx_book *book, const char *part,
                        hd_xlsx_cells *out) {
  static const hd_xml_word words[] = {
      {HD_XML_SHEET, "col", take_columns, NULL},
      {HD_XML_SHEET, "row", begin_row, NULL},
      {HD_XML_SHEET, "c", begin_cell, end_cell},
      {HD_XML_SHEET, "v", begin_value, end_value},
      {HD_XML_SHEET, "t", begin_value, end_value},
      {HD_XML_SHEET, "f", begin_formula, NULL},
      {HD_XML_SHEET, "mergeCell", take_merge, NULL},
      {HD_XML_SHEET, "rPh", hd_xml_pass, NULL},
      {HD_XML_SHEET, "headerFooter", hd_xml_pass, NULL},
      {HD_XML_SHEET, "extLst", hd_xml_pass, NULL}};
  static const hd_xml_reader reader = {words, sizeof words / sizeof *words,
                                       take_text};
  reading r = {.book = book, .out = out, .sorted = true};
  bool good = hd_xml_read(book->zip, part, &reader, &r);
  hd_buffer_free(&r.value);
  hd_buffer_free(&r.shown);
  if (good && out->cells.n > HD_XLSX_CELLS)
    return hd_zip_fail(book->zip, "it has more than 2,000,000 cells");
  if (!r.sorted)
    sort(out);
  for (size_t i = 0; i < out->merges.n; i++)
    merge(out, &out->merges.items[i]);
  return good;
}
