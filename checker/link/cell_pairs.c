/* cell_pairs: pairs of figures that read out two rows or two columns.
 *
 * In: the figures of a passage with the cells that they are. First each pair
 * that stands together (A versus B, from A to B) is looked up: two cells of one
 * column say two rows, two of one row say two columns. Then the pairs that are
 * no two such cells are tried in the lines that others say. That a figure is a
 * cell of some other line excuses nothing: in a large table most figures are.
 * Work for a pair is bounded by HD_SAID_HITS cells each and LINES lines. */
#include "cell_pairs.h"
#include <math.h>

enum { LINES = 48, GAP = 60, PAIRS = 2, DIGITS = 6 };

typedef struct {
  uint32_t grid, a, b; /* two rows, or columns, in the order of the pair */
  bool rows, second;
  uint32_t n;      /* pairs that say so */
  uint32_t digits; /* most that one of them has */
  size_t last;     /* pair counted */
} lines;

typedef struct {
  const hd_said_list *x;
  lines items[LINES];
  uint32_t n;
} reader;

static const hd_quantity *quantity(const reader *r, size_t i) {
  return &r->x->index->all->l->q->items[r->x->figures[i].claim];
}

/* A versus B; from A to B. */
static bool stand_together(const reader *r, size_t i) {
  static const char *const joints[] = {"versus", " vs", "ompared", " than ",
                                       " to "};
  const hd_linker *l = r->x->index->all->l;
  const hd_claim *items = l->claims->items;
  const hd_quantity *a = quantity(r, i), *b = quantity(r, i + 1);
  if (items[r->x->figures[i].claim].sentence !=
          items[r->x->figures[i + 1].claim].sentence ||
      a->kind != b->kind || a->unit != b->unit)
    return false;
  hd_str gap = hd_linker_between(l, a->span.end, b->span.off);
  for (size_t k = 0; gap.n <= GAP && k < sizeof joints / sizeof *joints; k++)
    if (hd_str_find(gap, hd_str_of(joints[k])) != (size_t)-1)
      return true;
  return false;
}

static uint32_t cells_of(const hd_said *f) { return f->n_hits + f->n_loose; }

static const hd_indexed *cell_of(const reader *r, const hd_said *f,
                                 uint32_t h) {
  uint32_t at = h < f->n_hits ? f->hits[h] : f->loose[h - f->n_hits];
  return &r->x->index->cells.items[at];
}

static void add_lines(reader *r, lines of, size_t pair) {
  for (uint32_t i = 0; i < r->n; i++) {
    lines *o = &r->items[i];
    if (o->grid != of.grid || o->rows != of.rows || o->a != of.a ||
        o->b != of.b || o->second != of.second)
      continue;
    o->n += o->last != pair;
    o->digits = o->digits > of.digits ? o->digits : of.digits;
    o->last = pair;
    return;
  }
  if (r->n < LINES)
    r->items[r->n++] = of;
}

/* Are they of one column and two rows, or of one row and two columns? */
static bool say_lines(const hd_indexed *a, const hd_indexed *b) {
  return a->grid == b->grid && a->second == b->second &&
         (a->row == b->row) != (a->column == b->column);
}

/* Notes the lines that a pair says; false where it is no two cells of one. */
static bool read_pair(reader *r, size_t i) {
  const hd_said *f = &r->x->figures[i], *g = f + 1;
  bool any = false;
  for (uint32_t h = 0; h < cells_of(f); h++)
    for (uint32_t k = 0; k < cells_of(g); k++) {
      const hd_indexed *a = cell_of(r, f, h), *b = cell_of(r, g, k);
      bool rows = a->column == b->column;
      if (!say_lines(a, b))
        continue;
      any = true;
      add_lines(r,
                (lines){.grid = a->grid,
                        .a = rows ? a->row : a->column,
                        .b = rows ? b->row : b->column,
                        .rows = rows,
                        .second = a->second,
                        .n = 1,
                        .digits = (uint32_t)f->printed + g->printed,
                        .last = i},
                i);
    }
  return any;
}

bool hd_cell_pairs_hold(const hd_said_list *x, size_t i) {
  const reader r = {.x = x};
  const hd_said *f = &x->figures[i], *g = f + 1;
  for (uint32_t h = 0; i + 1 < x->n && h < cells_of(f); h++)
    for (uint32_t k = 0; k < cells_of(g); k++)
      if (say_lines(cell_of(&r, f, h), cell_of(&r, g, k)))
        return true;
  return false;
}

static const hd_grid_cell *partner(const reader *r, const lines *of,
                                   const hd_indexed *e, bool first) {
  const hd_grid *g = r->x->index->all->items[of->grid];
  uint32_t other = first ? of->b : of->a;
  size_t at = of->rows ? (size_t)other * g->columns + e->column
                       : (size_t)e->row * g->columns + other;
  return of->second ? g->behind ? &g->behind[at] : NULL : &g->cells[at];
}

/* Does the figure of the text become the cell by a slip, as its fellow becomes
 * its own cell by a power of ten? */
static bool is_slip(const reader *r, size_t figure, uint32_t claim,
                    size_t fellow, uint32_t its) {
  const hd_quantity *items = r->x->index->all->l->q->items;
  const hd_quantity *q = quantity(r, figure);
  double said = fabs(hd_number_double(quantity(r, fellow)->low));
  double printed = fabs(hd_number_double(items[its].low));
  double last = hd_number_double(q->last_digit);
  if (printed <= 0 || last <= 0)
    return false;
  double power = hd_slip_round(hd_slip_log(said / printed)), times = 1;
  for (; power > 0; power--)
    times *= 10;
  const double most = 1e15, half = 0.06, one = 1.01;
  double value = hd_slip_round(fabs(hd_number_double(q->low)) / last);
  double wanted = fabs(hd_number_double(items[claim].low)) * times / last;
  bool coarser = hd_number_double(items[claim].last_digit) * times > last * one;
  if (fabs(said - printed * times) > half * said || coarser ||
      !(value < most && wanted < most) || value < 10 || wanted < 10)
    return false;
  hd_slip slip = hd_slip_find(value, hd_slip_round(wanted), 0, 1);
  return fabs(value - wanted) > 1 &&
         (slip == HD_SLIP_SWAP || slip == HD_SLIP_DIGIT);
}

/* One figure of the pair is a cell of its line; should the other be that of
 * the second line? */
static bool try_lines(const reader *r, const lines *of, size_t i, bool first,
                      hd_cell_slip *out) {
  size_t known = first ? i : i + 1, figure = first ? i + 1 : i;
  const hd_said *f = &r->x->figures[known];
  for (uint32_t h = 0; h < cells_of(f); h++) {
    const hd_indexed *e = cell_of(r, f, h);
    uint32_t line = of->rows ? e->row : e->column;
    if (e->grid != of->grid || e->second != of->second ||
        line != (first ? of->a : of->b))
      continue;
    const hd_grid_cell *c = partner(r, of, e, first);
    if (!c || c->claim == HD_NONE ||
        !is_slip(r, figure, c->claim, known, e->claim))
      continue;
    *out = (hd_cell_slip){figure, c->claim};
    return true;
  }
  return false;
}

static bool judge_pair(const reader *r, size_t i, hd_cell_slip *out) {
  for (uint32_t k = 0; k < r->n; k++) {
    const lines *of = &r->items[k];
    if (of->n < PAIRS && of->digits < DIGITS)
      continue;
    if (try_lines(r, of, i, true, out) || try_lines(r, of, i, false, out))
      return true;
  }
  return false;
}

size_t hd_cell_pairs_slips(const hd_said_list *x, hd_cell_slip *out) {
  reader r = {.x = x};
  size_t broken[HD_CELL_PAIRS_MOST], n_broken = 0, n = 0;
  for (size_t i = 0; i + 1 < x->n; i++)
    if (stand_together(&r, i) && !read_pair(&r, i) &&
        n_broken < HD_CELL_PAIRS_MOST)
      broken[n_broken++] = i;
  for (size_t i = 0; i < n_broken && r.n; i++)
    n += judge_pair(&r, broken[i], &out[n]);
  return n;
}
