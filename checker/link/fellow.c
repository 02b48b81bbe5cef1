/* fellow: two figures of a sentence that are two cells of one row or column.
 *
 * In: a figure of the text and the one beside it (from 69.6% to 66.6%; 51.0%
 * versus 43.7%; 18% in 2000 to 69% in 2018). Where the one beside it is a cell,
 * the figure should be that cell's fellow: the cell of the same row under a
 * header that differs in the year alone, or of the same column and group in a
 * row that is called by another year. Out: the fellow, where no fellow of any
 * such cell has the figure and one is a slip away from it. At most HD_HITS_MOST
 * cells, and the columns and ROWS rows about each. */
#include "row_figures.h"
#include <math.h>

enum { ROWS = 12, GAP = 110 };

typedef struct {
  hd_row_figures *r;
  const hd_cell_index *index;
  const hd_said *f, *beside;
  const hd_quantity *q;
  hd_years years, other_years;
  const hd_indexed *cell; /* of the figure beside */
  bool equal;
  uint32_t best;
  int strength; /* of the best */
} search;

static int own_digits(const hd_said *f) {
  return f->printed > f->digits.n ? f->printed : f->digits.n;
}

/* How well the words of the text name what the cell is of. */
static int naming(const search *s, uint32_t row, uint32_t column) {
  int of_column = hd_said_names(s->f, s->index->headers[s->cell->grid][column]);
  int of_row = row == s->cell->row ? hd_said_names(s->f, s->cell->name) : 0;
  return of_row > of_column ? of_row : of_column;
}

/* A slip of two digits (69, 66) tells little: both years must be said. */
static bool convinces(const search *s, hd_slip slip, int names) {
  enum { PART = 50, WHOLE = 100 };
  if (names < PART)
    return false;
  if (own_digits(s->f) > 2)
    return slip == HD_SLIP_SWAP || names >= WHOLE || !s->f->agrees;
  return names >= WHOLE && !s->f->agrees && s->years.n == 1 &&
         s->other_years.n == 1 && s->years.at[0] != s->other_years.at[0];
}

static void try_fellow(search *s, uint32_t row, uint32_t column,
                       hd_str period) {
  enum { ONE = 1 };
  const double MOST = 1e15; /* digits that a double holds */
  const hd_grid *g = s->index->all->items[s->cell->grid];
  const hd_grid_cell *c = hd_grid_at(g, row, column);
  if (c->claim == HD_NONE || !hd_years_meet(&s->years, period))
    return;
  double last = hd_number_double(s->q->last_digit);
  double value = fabs(hd_number_double(s->q->low)) / last;
  double wanted = fabs(c->value) / last, slack = c->slack / last;
  if (!(value < MOST && wanted < MOST))
    return;
  if (fabs(value - wanted) <= slack + ONE) {
    s->equal = true;
    return;
  }
  hd_slip slip = hd_slip_find(value, hd_slip_round(wanted), 0, 1);
  int64_t x = (int64_t)(value + 0.5), y = (int64_t)(wanted + 0.5);
  if (slip == HD_SLIP_NONE && x > 9 && y > 9 && x < 100 && y < 100 &&
      (x / 10 == y / 10 || x % 10 == y % 10))
    slip = HD_SLIP_DIGIT;
  int names = naming(s, row, column);
  if (slip == HD_SLIP_NONE || slip == HD_SLIP_POWER ||
      !convinces(s, slip, names))
    return;
  int strength = names + (slip == HD_SLIP_SWAP ? 50 : 0);
  if (strength > s->strength) {
    s->strength = strength;
    s->best = c->claim;
  }
}

static void look_about(search *s) {
  const hd_grid *g = s->index->all->items[s->cell->grid];
  uint32_t row = s->cell->row, column = s->cell->column;
  for (uint32_t k = 0; k < g->columns; k++)
    if (k != column && hd_columns_alike(g, column, k))
      try_fellow(s, row, k, g->column_names[k]);
  if (!hd_year_in(g->row_names[row]))
    return;
  hd_str group = hd_grid_group(g, row);
  uint32_t from = row > ROWS ? row - ROWS : g->header_rows;
  for (uint32_t k = from > g->header_rows ? from : g->header_rows;
       k < g->rows && k < row + ROWS; k++)
    if (k != row && hd_year_in(g->row_names[k]) &&
        hd_grid_group(g, k).p == group.p)
      try_fellow(s, k, column, g->row_names[k]);
}

/* Is the cell the figure beside, in the year that is said of it? */
static bool is_its(const search *s) {
  const hd_grid *g = s->index->all->items[s->cell->grid];
  const hd_quantity *q = &s->index->all->l->q->items[s->beside->claim];
  const hd_grid_cell *c = hd_grid_at(g, s->cell->row, s->cell->column);
  return !s->cell->second && c->claim == s->cell->claim &&
         s->cell->digits.n == s->beside->digits.n &&
         fabs(fabs(hd_number_double(q->low)) - fabs(c->value)) <= c->slack &&
         hd_years_meet(&s->other_years, g->column_names[s->cell->column]) &&
         hd_years_meet(&s->other_years, g->row_names[s->cell->row]);
}

/* from A to B, A versus B, A compared with B, A and B. */
static bool stand_together(const hd_linker *l, const hd_said *a,
                           const hd_said *b) {
  static const char *const joints[] = {" to ", "versus", " vs", "ompared"};
  const hd_quantity *p = &l->q->items[a->claim], *q = &l->q->items[b->claim];
  if (p->kind != q->kind || p->unit != q->unit ||
      l->claims->items[a->claim].sentence !=
          l->claims->items[b->claim].sentence)
    return false;
  hd_str gap = hd_linker_between(l, p->span.end, q->span.off);
  for (size_t i = 0; gap.n <= GAP && i < sizeof joints / sizeof *joints; i++)
    if (hd_str_find(gap, hd_str_of(joints[i])) != (size_t)-1)
      return true;
  return hd_row_label_links(gap);
}

uint32_t hd_fellow_slip(hd_row_figures *r, const hd_cell_index *index,
                        const hd_said *f, const hd_said *beside) {
  const hd_linker *l = index->all->l;
  bool before = beside->claim < f->claim;
  if (own_digits(beside) < 2 || own_digits(f) < 2 ||
      !stand_together(l, before ? beside : f, before ? f : beside))
    return HD_NONE;
  search s = {.r = r,
              .index = index,
              .f = f,
              .beside = beside,
              .q = &l->q->items[f->claim],
              .best = HD_NONE};
  uint32_t at = hd_cell_index_first(index, &beside->digits);
  if (!at)
    return HD_NONE;
  s.years = hd_years_of(l, f->claim);
  s.other_years = hd_years_of(l, beside->claim);
  for (int n = 0; at && n < HD_HITS_MOST && !s.equal;
       n++, at = index->keys.items[at].next) {
    s.cell = &index->cells.items[index->keys.items[at].cell];
    if (is_its(&s))
      look_about(&s);
  }
  return s.equal ? HD_NONE : s.best;
}
