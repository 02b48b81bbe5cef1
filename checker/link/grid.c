/* grid: collects the first figure of each table cell.
 *
 * In: claims in reading order, so that one walk serves all tables. Out: a
 * dense array. A cell whose figure does not stand at its start has none. */
#include "grid.h"

static bool leads(const hd_linker *l, const hd_cell *cell,
                  const hd_quantity *q) {
  hd_str before = hd_linker_between(l, cell->span.off, q->span.off);
  for (size_t i = 0; i < before.n; i++)
    if (!strchr(" $*_+-~", before.p[i]))
      return false;
  return true;
}

static void put(hd_linker *l, hd_grid *g, const hd_cell *cell, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_grid_cell *out = &g->cells[(size_t)cell->row * g->columns + cell->column];
  if (out->claim != HD_NONE || !leads(l, cell, q) || !q->low_known ||
      !q->high_known)
    return;
  double factor = q->unit && q->kind != HD_KIND_PERCENT
                      ? hd_number_double(q->unit->factor)
                      : 1;
  out->claim = l->order[k];
  out->value = hd_number_double(q->low) * factor;
  out->slack = hd_number_double(q->last_digit) * factor / 2;
  out->percent = q->kind == HD_KIND_PERCENT;
}

hd_grid *hd_grid_read(hd_linker *l, const hd_table *t, size_t *first_claim) {
  hd_span span = l->doc->blocks[t->block].span;
  size_t k = *first_claim;
  while (k < l->n_order && hd_linker_figure(l, k)->span.off < span.off)
    k++;
  *first_claim = k;
  if (t->columns > HD_GRID_MOST_COLUMNS || t->rows > HD_GRID_MOST_ROWS ||
      t->rows < 2 || t->columns < 2)
    return NULL;
  hd_grid *g = HD_NEW(l->arena, hd_grid);
  g->rows = t->rows;
  g->columns = t->columns;
  size_t n = (size_t)t->rows * t->columns;
  g->cells = hd_arena_alloc(l->arena, n * sizeof *g->cells);
  for (size_t i = 0; i < n; i++)
    g->cells[i].claim = HD_NONE;
  for (; k < l->n_order && hd_linker_figure(l, k)->span.off < span.end; k++) {
    uint32_t index = l->text->sentences[hd_linker_claim(l, k)->sentence].cell;
    if (index == HD_NONE)
      continue;
    const hd_cell *cell = &t->cells[index];
    if (cell->row >= t->header_rows && cell->row < t->rows &&
        cell->column < t->columns)
      put(l, g, cell, k);
  }
  return g;
}
