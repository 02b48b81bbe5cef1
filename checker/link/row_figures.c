/* row_figures: figures of English text against the cells of the row that they
 * name.
 *
 * In: a figure that is no cell's, and the labels of rows in its sentence. Out:
 * the cell of which the figure is a slip away. The label stands whole before
 * the figure, with nothing between but verbs of being, periods and figures of
 * the same row (Total revenue of $77,741 million in 2019; were $31.4 million
 * and $28.5 million), or behind it ($6.0 billion of commercial paper). Scale
 * words count: a table in thousands against millions of the text. */
#include "row_figures.h"
#include <math.h>

/* ---- is the cell the figure's? ------------------------------------------ */
typedef struct {
  const hd_quantity *q;
  double value, last; /* of the figure, its last digit */
  bool share;
  hd_years years; /* that it may be of */
  bool closed;    /* nothing behind it says that it is a part */
} figure;

/* A percentage is one by its unit, its header or its row's name. */
static bool cell_is_share(const hd_row_figures *r, const hd_grid *g,
                          uint32_t row, const hd_grid_cell *c) {
  return c->percent ||
         r->names.all->l->q->items[c->claim].kind == HD_KIND_PERCENT ||
         g->row_flags[row] & HD_LINE_SHARE;
}

static bool same_kind(const hd_row_figures *r, const figure *f,
                      const hd_grid *g, uint32_t row, const hd_grid_cell *c) {
  const hd_unit *a = f->q->unit, *b = r->names.all->l->q->items[c->claim].unit;
  if (f->share != cell_is_share(r, g, row, c))
    return false;
  return f->share || !a || !b || hd_str_eq(a->dimension, b->dimension);
}

/* Two digits swapped, or one that is another. */
static hd_slip slip_of(const figure *f, double value) {
  const double MOST = 1e15; /* digits that a double holds */
  if (!(f->last > 0 && fabs(f->value) < MOST * f->last &&
        fabs(value) < MOST * f->last))
    return HD_SLIP_NONE;
  double a = hd_slip_round(f->value / f->last);
  double b = hd_slip_round(value / f->last);
  if (a < 10 || b < 10 || a > 1e12 || b > 1e12 || fabs(a - b) < 3)
    return HD_SLIP_NONE;
  hd_slip slip = hd_slip_find(a, b, 0, 1);
  int64_t x = (int64_t)a, y = (int64_t)b;
  if (slip == HD_SLIP_NONE && f->closed && a < 100 && b < 100 &&
      (x / 10 == y / 10 || x % 10 == y % 10))
    return HD_SLIP_DIGIT;
  return slip;
}

static bool cell_equals(const hd_row_figures *r, const figure *f, uint32_t grid,
                        uint32_t row, uint32_t column, double tolerance) {
  const hd_grid *g = r->names.all->items[grid];
  const hd_grid_cell *c = hd_grid_at(g, row, column);
  if (c->claim == HD_NONE)
    return false;
  double off = f->last * tolerance;
  if (f->share)
    return fabs(f->value - fabs(c->value)) <= (off + c->slack) * 1.0001;
  for (int s = 0; s >= 0; s = hd_row_next_scale(r->scales[grid], s))
    if (fabs(f->value - fabs(c->value) * hd_row_power(s)) <=
        (off + c->slack * hd_row_power(s)) * 1.0001)
      return true;
  return false;
}

/* Does any cell of the table equal the figure, but for its last digit? */
static bool table_has(const hd_row_figures *r, const figure *f, uint32_t grid) {
  const hd_grid *g = r->names.all->items[grid];
  for (uint32_t row = g->header_rows; row < g->rows; row++)
    for (uint32_t k = 0; k < g->columns; k++)
      if (cell_equals(r, f, grid, row, k, 1))
        return true;
  return false;
}

typedef struct {
  uint32_t claim, grid;
  hd_slip slip;
} best_cell;

static void look_at(const hd_row_figures *r, const figure *f,
                    const hd_named_row *at, uint32_t column, best_cell *best) {
  const hd_grid *g = r->names.all->items[at->grid];
  const hd_grid_cell *c = hd_grid_at(g, at->row, column);
  if (c->claim == HD_NONE || !same_kind(r, f, g, at->row, c) ||
      !hd_years_meet(&f->years, g->column_names[column]))
    return;
  for (int s = 0; s >= 0;
       s = f->share ? -1 : hd_row_next_scale(r->scales[at->grid], s)) {
    hd_slip slip = slip_of(f, fabs(c->value) * hd_row_power(s));
    if (slip == HD_SLIP_NONE || slip == HD_SLIP_POWER)
      continue;
    if (best->slip == HD_SLIP_NONE || slip < best->slip)
      *best = (best_cell){c->claim, at->grid, slip};
  }
}

/* Does what stands behind the figure leave it whole: a mark, a period, its
 * fellow? (interest expense of $3.3 million associated with a lease) */
static bool is_closed(const hd_linker *l, uint32_t end) {
  static const char *const heads[] = {",",
                                      ".",
                                      ";",
                                      ")",
                                      " and $",
                                      " in 2",

                                      " from ",
                                      " outstanding",
                                      " was outstanding",
                                      " were outstanding",
                                      " in fiscal",
                                      " for the year",
                                      " for the fiscal",
                                      " for fiscal",
                                      " for 2",
                                      " as of ",
                                      " at ",
                                      " during ",
                                      " compared",
                                      " for the three",
                                      " for the six",
                                      " for the nine",
                                      " as compared",
                                      " versus",
                                      " in the",
                                      NULL};
  hd_str s = {l->doc->text.p + end, l->doc->text.n - end};
  return hd_str_starts_any(s, heads) > 0;
}

static figure figure_of(const hd_linker *l, uint32_t claim) {
  const hd_quantity *q = &l->q->items[claim];
  return (figure){.q = q,
                  .value = fabs(hd_number_double(q->low)),
                  .last = hd_number_double(q->last_digit),
                  .share = q->kind == HD_KIND_PERCENT,
                  .years = hd_years_of(l, claim)};
}

bool hd_row_figures_printed(const hd_row_figures *r, uint32_t claim,
                            uint32_t grid, uint32_t row) {
  figure f = figure_of(r->names.all->l, claim);
  for (uint32_t k = 0; k < r->names.all->items[grid]->columns; k++)
    if (cell_equals(r, &f, grid, row, k, 0.5))
      return true;
  return false;
}

uint32_t hd_row_figures_slip(hd_row_figures *r, const hd_said *said) {
  const hd_linker *l = r->names.all->l;
  const hd_mention *m = hd_row_label_of(r, said->claim);
  const hd_quantity *q = &l->q->items[said->claim];
  if (!m || q->bound == HD_BOUND_MORE_THAN || q->bound == HD_BOUND_LESS_THAN ||
      l->claims->items[said->claim].aspects &
          (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH))
    return HD_NONE;
  figure f = figure_of(l, said->claim);
  f.closed =
      is_closed(l, m->span.end > q->span.end ? m->span.end : q->span.end);
  best_cell best = {HD_NONE, 0, HD_SLIP_NONE};
  uint32_t at = r->names.labels.items[m->label].rows;
  uint32_t asked = HD_NONE; /* the table that was asked last */
  for (int n = 0; at && n < HD_ROWS_LOOKED_AT;
       n++, at = r->names.rows.items[at].next) {
    const hd_named_row *row = &r->names.rows.items[at];
    const hd_grid *g = r->names.all->items[row->grid];
    if (row->grid != asked && table_has(r, &f, row->grid))
      return HD_NONE;
    asked = row->grid;
    for (uint32_t k = 0; k < g->columns; k++)
      look_at(r, &f, row, k, &best);
  }
  return best.claim;
}
