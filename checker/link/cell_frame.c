/* cell_frame: a column that a sentence reads out row by row.
 *
 * In: the figures of a passage with the cells that they are. Out: the cell
 * that one of them should be. Two fellows with the names of their rows on one
 * side make the frame; it may be broken by what is another cell of the row.
 * That the figure is some other row's cell excuses nothing here. Work for a
 * figure is bounded by AROUND figures and CELLS cells of the table. */
#include "cell_frame.h"
#include <math.h>

enum { AROUND = 6, WHOLE = 100, CELLS = 3000 };

typedef struct {
  const hd_said_list *x;
  uint32_t grid, column;
  bool second;
  bool before;  /* the names stand before their figures */
  double power; /* of ten, from cell to figure */
  uint32_t n;   /* fellows */
  uint32_t rows[2 * AROUND];
} frame;

static const hd_quantity *quantity(const hd_said_list *x, size_t i) {
  return &x->index->all->l->q->items[x->figures[i].claim];
}

static bool one_sentence(const hd_said_list *x, size_t a, size_t b) {
  const hd_claim *items = x->index->all->l->claims->items;
  return items[x->figures[a].claim].sentence ==
         items[x->figures[b].claim].sentence;
}

static bool one_kind(const hd_quantity *a, const hd_quantity *b) {
  return a->kind == b->kind && a->unit == b->unit &&
         hd_number_cmp(a->scale, b->scale) == 0;
}

/* The power of ten that the figure is of the cell; 0: it is none. */
static double power_of(const hd_quantity *figure, const hd_quantity *cell) {
  const double near = 0.06, most = 1e9;
  double a = fabs(hd_number_double(figure->low));
  double b = fabs(hd_number_double(cell->low));
  for (double p = 1; p <= most; p *= 10)
    if (fabs(a - b * p) <= near * a)
      return p;
  return 0;
}

/* Does the cell's row name stand on that side of figure k? */
static bool names_on(const hd_said_list *x, size_t k, const hd_indexed *e,
                     bool before) {
  hd_said part = before ? hd_said_before(x, k) : hd_said_behind(x, k);
  return hd_cell_has_letters(e->name) && hd_said_names(&part, e->name) >= WHOLE;
}

/* Counts the fellows of figure i that stand in the frame's column. */
static void count(frame *f, size_t i) {
  const hd_said_list *x = f->x;
  size_t from = i > AROUND ? i - AROUND : 0;
  f->n = 0;
  for (size_t k = from; k < x->n && k <= i + AROUND; k++) {
    if (k == i || !one_sentence(x, k, i) ||
        !one_kind(quantity(x, k), quantity(x, i)))
      continue;
    for (uint8_t h = 0; h < x->figures[k].n_hits; h++) {
      const hd_indexed *e = &x->index->cells.items[x->figures[k].hits[h]];
      if (e->grid != f->grid || e->column != f->column ||
          e->second != f->second || !names_on(x, k, e, f->before))
        continue;
      f->rows[f->n++] = e->row;
      break;
    }
  }
}

/* The column of which most figures beside figure i are cells. */
static frame find_frame(const hd_said_list *x, size_t i) {
  frame best = {.x = x};
  size_t from = i > AROUND ? i - AROUND : 0;
  for (size_t k = from; k < x->n && k <= i + AROUND; k++) {
    bool beside = k + 1 == i || k == i + 1;
    if (!beside || !one_sentence(x, k, i))
      continue;
    for (uint8_t h = 0; h < x->figures[k].n_hits; h++)
      for (int side = 0; side < 2; side++) {
        const hd_indexed *e = &x->index->cells.items[x->figures[k].hits[h]];
        const hd_quantity *cell = &x->index->all->l->q->items[e->claim];
        frame f = {.x = x,
                   .grid = e->grid,
                   .column = e->column,
                   .second = e->second,
                   .before = side == 0,
                   .power = power_of(quantity(x, k), cell)};
        count(&f, i);
        if (f.power > 0 && f.n > best.n)
          best = f;
      }
  }
  return best;
}

/* The first cell of the table in the index, which holds table after table. */
static size_t first_of(const hd_cell_index *index, uint32_t grid) {
  size_t low;
  HD_FIRST_NOT(low, index->cells.n, i, index->cells.items[i].grid < grid);
  return low;
}

static bool is_fellow(const frame *f, uint32_t row) {
  for (uint32_t i = 0; i < f->n; i++)
    if (f->rows[i] == row)
      return true;
  return false;
}

/* The cell of the row that alone is named beside the figure, by the longest
 * name. */
static const hd_indexed *named_cell(const frame *f, size_t i) {
  const hd_cell_index *index = f->x->index;
  const hd_indexed *best = NULL;
  bool twice = false;
  size_t first = first_of(index, f->grid);
  for (size_t k = first; k < index->cells.n && k < first + CELLS; k++) {
    const hd_indexed *e = &index->cells.items[k];
    if (e->grid != f->grid)
      break;
    if (e->column != f->column || e->second != f->second ||
        !names_on(f->x, i, e, f->before))
      continue;
    if (is_fellow(f, e->row))
      return NULL;
    twice = best && e->name.n == best->name.n;
    if (!best || e->name.n > best->name.n)
      best = e;
  }
  return twice ? NULL : best;
}

/* In last digits of the figure, what a cell is. */
static double printed_as(const frame *f, const hd_quantity *q, uint32_t claim) {
  const hd_quantity *cell = &f->x->index->all->l->q->items[claim];
  return fabs(hd_number_double(cell->low)) * f->power /
         hd_number_double(q->last_digit);
}

/* Is the figure any cell of the row? */
static bool row_has(const frame *f, const hd_quantity *q, uint32_t row,
                    double value) {
  const double one = 1.01;
  const hd_cell_index *index = f->x->index;
  size_t first = first_of(index, f->grid);
  for (size_t k = first; k < index->cells.n && k < first + CELLS; k++) {
    const hd_indexed *e = &index->cells.items[k];
    if (e->grid != f->grid)
      break;
    if (e->row == row && fabs(printed_as(f, q, e->claim) - value) <= one)
      return true;
  }
  return false;
}

/* Two digits swapped, or one of three, or of two where more fellows speak. */
static bool is_slip(double value, double wanted, uint32_t fellows) {
  enum { MORE = 3, TWO = 100 };
  const double most = 1e15;
  if (!(value < most && wanted < most) || value < 10 || wanted < 10)
    return false;
  hd_slip slip = hd_slip_find(value, wanted, 0, 1);
  int64_t x = (int64_t)value, y = (int64_t)wanted;
  return slip == HD_SLIP_SWAP || slip == HD_SLIP_DIGIT ||
         (fellows >= MORE && x < TWO && y < TWO &&
          (x / 10 == y / 10 || x % 10 == y % 10));
}

uint32_t hd_cell_frame_slip(const hd_said_list *x, size_t i) {
  enum { FELLOWS = 2 };
  const hd_quantity *q = quantity(x, i);
  double last = hd_number_double(q->last_digit);
  if (x->n <= FELLOWS || last <= 0)
    return HD_NONE;
  frame f = find_frame(x, i);
  if (f.n < FELLOWS)
    return HD_NONE;
  const hd_indexed *e = named_cell(&f, i);
  if (!e)
    return HD_NONE;
  const hd_quantity *cell = &x->index->all->l->q->items[e->claim];
  bool coarser = hd_number_double(cell->last_digit) * f.power > last * 1.01;
  double value = hd_slip_round(fabs(hd_number_double(q->low)) / last);
  double wanted = hd_slip_round(printed_as(&f, q, e->claim));
  if (coarser || row_has(&f, q, e->row, value))
    return HD_NONE;
  return is_slip(value, wanted, f.n) ? e->claim : HD_NONE;
}
