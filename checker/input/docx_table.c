/* docx_table: rows and cells of the tables of a .docx.
 *
 * In: the elements of w:tbl. Out: for each line of a cell its table, row and
 * column of the grid, and the rows and columns its cell spans. A cell that
 * goes on with one above it (vMerge) adds a row to that one; its own lines
 * are kept for their places only. */
#include "docx_body.h"

static hd_docx_rows *open_rows(hd_docx_body *b) {
  return b->n_rows > 0 ? b->rows.items[b->n_rows - 1] : NULL;
}

void hd_docx_begin_table(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx *d = b->d;
  (void)xml;
  const hd_docx_rows *outer = open_rows(b);
  hd_docx_table table = {.parent = HD_DOCX_NONE};
  if (outer) {
    table.parent = outer->table;
    table.row = outer->row;
    table.col = outer->col;
  }
  HD_PUSH(d->arena, &d->tables, table);
  if (b->n_rows == b->rows.n) {
    hd_docx_rows *fresh = HD_NEW(d->arena, hd_docx_rows);
    fresh->owners =
        hd_arena_alloc(d->arena, HD_DOCX_COLUMNS * sizeof *fresh->owners);
    HD_PUSH(d->arena, &b->rows, fresh);
  }
  hd_docx_rows *rows = b->rows.items[b->n_rows++];
  *rows = (hd_docx_rows){.table = (uint32_t)d->tables.n - 1,
                         .owners = rows->owners};
  memset(rows->owners, 0xFF, HD_DOCX_COLUMNS * sizeof *rows->owners);
}

void hd_docx_end_table(void *body) {
  hd_docx_body *b = body;
  b->n_rows -= b->n_rows > 0;
}

void hd_docx_begin_row(void *body, hd_xml *xml) {
  hd_docx_rows *rows = open_rows(body);
  (void)xml;
  if (!rows)
    return;
  rows->row = rows->next_row;
  rows->col = rows->n = 0;
  rows->header = rows->row_out = false;
}

void hd_docx_end_row(void *body) {
  hd_docx_rows *rows = open_rows(body);
  if (rows)
    rows->next_row += !rows->row_out;
}

void hd_docx_begin_cell(void *body, hd_xml *xml) {
  hd_docx_rows *rows = open_rows(body);
  (void)xml;
  if (!rows)
    return;
  rows->span = 1;
  rows->merge = HD_DOCX_ALONE;
  rows->first = HD_DOCX_NONE;
  rows->cell_out = false;
  rows->in_cell = true;
}

void hd_docx_end_cell(void *body) {
  hd_docx_body *b = body;
  hd_docx_rows *rows = open_rows(b);
  if (!rows)
    return;
  rows->in_cell = false;
  if (rows->cell_out)
    return;
  bool out = rows->row_out;
  if (rows->col < HD_DOCX_COLUMNS && !out) {
    uint32_t *owner = &rows->owners[rows->col];
    if (rows->merge != HD_DOCX_MERGE_GOES_ON)
      *owner = rows->merge == HD_DOCX_MERGE_BEGINS ? rows->first : HD_DOCX_NONE;
    else if (*owner != HD_DOCX_NONE &&
             b->d->lines.items[*owner].laid.rowspan < UINT16_MAX)
      b->d->lines.items[*owner].laid.rowspan++;
  }
  if (rows->first != HD_DOCX_NONE && !out)
    b->d->tables.items[rows->table].cells++;
  if (++rows->n > 1)
    b->d->tables.items[rows->table].wide = true;
  rows->col += rows->span;
}

void hd_docx_place_line(hd_docx_body *b, uint32_t line) {
  hd_docx_rows *rows = open_rows(b);
  hd_laid *laid = &b->d->lines.items[line].laid;
  if (!rows || !rows->in_cell)
    return;
  laid->table = rows->table + 1;
  laid->row = rows->row;
  laid->col = rows->col < HD_DOCX_COLUMNS ? rows->col : HD_DOCX_COLUMNS - 1;
  laid->header = rows->header;
  laid->rowspan = 1;
  laid->colspan = rows->span;
  bool goes_on = rows->merge == HD_DOCX_MERGE_GOES_ON &&
                 rows->owners[laid->col] != HD_DOCX_NONE;
  if (goes_on || rows->row_out || rows->cell_out ||
      rows->col >= HD_DOCX_COLUMNS)
    laid->kind = HD_LAID_SKIPPED;
  if (rows->first == HD_DOCX_NONE)
    rows->first = line;
}

/* ---- properties --------------------------------------------------------- */
void hd_docx_take_header(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx_rows *rows = open_rows(b);
  if (rows && b->properties == HD_DOCX_ROW)
    rows->header = hd_xml_is_on(xml, "val");
}

void hd_docx_take_grid_before(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx_rows *rows = open_rows(b);
  int32_t n = hd_xml_number(xml, "val", 0);
  if (rows && b->properties == HD_DOCX_ROW && n > 0 && n < HD_DOCX_COLUMNS)
    rows->col = (uint32_t)n;
}

void hd_docx_take_span(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx_rows *rows = open_rows(b);
  int32_t n = hd_xml_number(xml, "val", 1);
  if (!rows || b->properties != HD_DOCX_CELL || n < 1)
    return;
  uint32_t room = rows->col < HD_DOCX_COLUMNS ? HD_DOCX_COLUMNS - rows->col : 1;
  rows->span = (uint16_t)((uint32_t)n < room ? (uint32_t)n : room);
}

void hd_docx_take_merge(void *body, hd_xml *xml) {
  hd_docx_body *b = body;
  hd_docx_rows *rows = open_rows(b);
  const char *value = hd_xml_attribute(xml, "val");
  if (rows && b->properties == HD_DOCX_CELL)
    rows->merge = value && strcmp(value, "restart") == 0
                      ? HD_DOCX_MERGE_BEGINS
                      : HD_DOCX_MERGE_GOES_ON;
}

static void change_cell(hd_docx_body *b, bool inserted) {
  hd_docx_rows *rows = open_rows(b);
  if (rows && b->properties == HD_DOCX_CELL && hd_docx_drops(b, inserted))
    rows->cell_out = true;
}

void hd_docx_take_cell_inserted(void *body, hd_xml *xml) {
  (void)xml;
  change_cell(body, true);
}

void hd_docx_take_cell_deleted(void *body, hd_xml *xml) {
  (void)xml;
  change_cell(body, false);
}

void hd_docx_change_row(hd_docx_body *b, bool inserted) {
  hd_docx_rows *rows = open_rows(b);
  if (rows && hd_docx_drops(b, inserted))
    rows->row_out = true;
}
