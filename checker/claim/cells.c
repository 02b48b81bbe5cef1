/* cells: claims of tables, from their row and column headers.
 *
 * The row header is the first cell of the row that holds letters; the column
 * headers are the cells of the header rows that cover the column. The subject
 * is the row header, the indicator the column header. */
#include "slots.h"

static bool has_letter(hd_str s) {
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (hd_cp_is_han(cp) || hd_cp_is_letter(cp))
      return true;
  }
  return false;
}

/* Spans of the column headers, one a column; the lowest header row wins. */
static hd_span *column_headers(hd_claim_reader *r, const hd_table *t) {
  hd_span *out = hd_arena_alloc(r->arena, (t->columns + 1u) * sizeof *out);
  for (size_t i = 0; i < t->n_cells; i++) {
    const hd_cell *c = &t->cells[i];
    if (c->row >= t->header_rows || hd_span_empty(c->span))
      continue;
    for (uint32_t k = c->column; k < c->column + c->colspan && k < t->columns;
         k++)
      out[k] = c->span;
  }
  return out;
}

/* Spans of the row headers, one a row. */
static hd_span *row_headers(hd_claim_reader *r, const hd_table *t) {
  hd_span *out = hd_arena_alloc(r->arena, (t->rows + 1u) * sizeof *out);
  for (size_t i = 0; i < t->n_cells; i++) {
    const hd_cell *c = &t->cells[i];
    if (c->row < t->rows && hd_span_empty(out[c->row]) &&
        !hd_span_empty(c->span) &&
        has_letter(hd_document_text(r->doc, c->span)))
      out[c->row] = c->span;
  }
  return out;
}

/* The last period named in a header, or NULL. */
static const hd_quantity *period_in(const hd_claim_reader *r, hd_span span) {
  size_t low = 0, high = r->q->n;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (r->q->items[mid].span.off < span.off)
      low = mid + 1;
    else
      high = mid;
  }
  const hd_quantity *found = NULL;
  for (; low < r->q->n && r->q->items[low].span.end <= span.end; low++) {
    const hd_quantity *q = &r->q->items[low];
    if ((q->kind == HD_KIND_PERIOD || q->kind == HD_KIND_DATE) &&
        q->first.year && !q->impossible)
      found = q;
  }
  return found;
}

/* Does the header name a measure (卫生健康支出), not a thing? */
static bool is_measure(const hd_claim_reader *r, hd_span span) {
  return hd_vocabulary_ending(r->v, r->doc->text.p, span.off, span.end,
                              1u << HD_WORD_INDICATOR) != NULL;
}

static hd_slot header_slot(const hd_claim_reader *r, hd_span span) {
  return (hd_slot){span, HD_FROM_TABLE, hd_document_text(r->doc, span)};
}

static void fill(hd_claim_reader *r, hd_claim *c, hd_span row, hd_span column,
                 hd_span own) {
  bool has_row = !hd_span_empty(row) && row.off != own.off;
  bool has_column = !hd_span_empty(column) && column.off != own.off;
  const hd_quantity *period = has_column ? period_in(r, column) : NULL;
  if (!period && has_row)
    period = period_in(r, row);
  if (period)
    c->period =
        (hd_period){period->first, period->last, period->span, HD_FROM_TABLE};
  bool column_is_period = period && period->span.off >= column.off &&
                          period->span.end <= column.end;
  if (has_row && is_measure(r, row) &&
      (!has_column || column_is_period || !is_measure(r, column))) {
    c->indicator = header_slot(r, row);
  } else {
    if (has_row)
      c->subject = header_slot(r, row);
    if (has_column && !column_is_period)
      c->indicator = header_slot(r, column);
  }
  c->aspects |= HD_ASPECT_LEVEL;
  hd_topic_hash(r, c);
}

static void read_table(hd_claim_reader *r, const hd_table *t, uint32_t *next) {
  hd_span *columns = column_headers(r, t), *rows = row_headers(r, t);
  hd_span all = r->doc->blocks[t->block].span;
  while (*next < r->q->n && r->q->items[*next].span.off < all.off)
    ++*next;
  for (; *next < r->q->n && r->q->items[*next].span.off < all.end; ++*next) {
    hd_claim *c = &r->out->items[*next];
    uint32_t index = r->text->sentences[c->sentence].cell;
    if (!c->is_claim || index == HD_NONE)
      continue;
    const hd_cell *cell = &t->cells[index];
    if (cell->row < t->header_rows || cell->row >= t->rows)
      continue;
    fill(r, c, rows[cell->row], columns[cell->column], cell->span);
  }
}

void hd_cells_read(hd_claim_reader *r) {
  uint32_t next = 0;
  for (size_t i = 0; i < r->doc->n_tables; i++)
    read_table(r, &r->doc->tables[i], &next);
}
