/* cell_frame: a column that a sentence reads out row by row, or a row.
 *
 * In: the figures of a passage with the cells that they are. Out: the cell
 * that one of them should be. Two fellows with the names of their rows on one
 * side make the frame, of a row that is named itself one beside the figure with
 * the name of its column; it may be broken by what is another cell of the row.
 * That the figure is some other row's cell excuses nothing here. Work for a
 * figure is bounded by AROUND figures and CELLS cells of the table. */
#include "cell_frame.h"
#include "cell_worth.h"
#include <math.h>

enum { AROUND = 6, WHOLE = 100, CELLS = 3000 };

typedef struct {
  const hd_said_list *x;
  uint32_t grid, line;
  bool row; /* the line is a row, else a column */
  bool second;
  bool before;                /* the names stand before their figures */
  double power;               /* of ten, from cell to figure */
  uint32_t n;                 /* fellows */
  uint32_t cases[2 * AROUND]; /* their rows, or columns */
} frame;

static const hd_quantity *quantity(const hd_said_list *x, size_t i) {
  return &x->index->all->l->q->items[x->figures[i].claim];
}

static bool one_sentence(const hd_said_list *x, size_t a, size_t b) {
  const hd_claim *items = x->index->all->l->claims->items;
  return items[x->figures[a].claim].sentence ==
         items[x->figures[b].claim].sentence;
}

/* What tells a cell from the others of the line. */
static hd_str key_of(const frame *f, const hd_indexed *e) {
  return f->row ? f->x->index->headers[e->grid][e->column] : e->name;
}

static bool is_of(const frame *f, const hd_indexed *e) {
  return e->grid == f->grid && (f->row ? e->row : e->column) == f->line &&
         e->second == f->second;
}

static uint32_t case_of(const frame *f, const hd_indexed *e) {
  return f->row ? e->column : e->row;
}

/* Does the name of the cell's row (column) stand on that side of figure k? */
static bool names_on(const frame *f, size_t k, const hd_indexed *e) {
  hd_said part = f->before ? hd_said_before(f->x, k) : hd_said_behind(f->x, k);
  hd_str key = key_of(f, e);
  return hd_cell_has_letters(key) && hd_said_names(&part, key) >= WHOLE;
}

static uint32_t cells_of(const hd_said *said) {
  return said->n_hits + said->n_loose;
}

static const hd_indexed *cell_of(const frame *f, const hd_said *said,
                                 uint32_t h) {
  uint32_t at =
      h < said->n_hits ? said->hits[h] : said->loose[h - said->n_hits];
  return &f->x->index->cells.items[at];
}

/* Counts the fellows of figure i that stand in the frame's line. */
static void count(frame *f, size_t i) {
  const hd_said_list *x = f->x;
  size_t from = i > AROUND ? i - AROUND : 0;
  f->n = 0;
  for (size_t k = from; k < x->n && k <= i + AROUND; k++) {
    if (k == i || !hd_said_alike(x, k, i))
      continue;
    for (uint32_t h = 0; h < cells_of(&x->figures[k]); h++) {
      const hd_indexed *e = cell_of(f, &x->figures[k], h);
      if (!is_of(f, e) || !names_on(f, k, e))
        continue;
      f->cases[f->n++] = case_of(f, e);
      break;
    }
  }
}

/* Are there fellows enough? One of a row will do that the sentence names. */
static bool speaks(const frame *f, size_t i, size_t k, const hd_indexed *e) {
  enum { FELLOWS = 2, PART = 50, LONG = 3 };
  const hd_said *said = f->x->figures;
  return f->n >= FELLOWS ||
         (f->n && f->row && said[i].printed >= LONG &&
          said[k].printed >= LONG && hd_cell_has_letters(e->name) &&
          hd_said_names(&said[i], e->name) >= PART);
}

/* The line of which most figures beside figure i are cells. */
static frame find_frame(const hd_said_list *x, size_t i) {
  frame best = {.x = x};
  size_t from = i > AROUND ? i - AROUND : 0;
  for (size_t k = from; k < x->n && k <= i + AROUND; k++) {
    bool beside = k + 1 == i || k == i + 1;
    if (!beside || !one_sentence(x, k, i))
      continue;
    for (uint32_t h = 0; h < cells_of(&x->figures[k]); h++)
      for (int way = 0; way < 4; way++) {
        frame f = {.x = x, .row = way > 1, .before = way % 2 == 0};
        const hd_indexed *e = cell_of(&f, &x->figures[k], h);
        f.grid = e->grid;
        f.line = f.row ? e->row : e->column;
        f.second = e->second;
        f.power = hd_worth_power(quantity(x, k),
                                 &x->index->all->l->q->items[e->claim]);
        if (!f.row && h >= x->figures[k].n_hits)
          continue;
        count(&f, i);
        if (f.power > 0 && f.n > best.n && speaks(&f, i, k, e))
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

static bool is_fellow(const frame *f, uint32_t at) {
  for (uint32_t i = 0; i < f->n; i++)
    if (f->cases[i] == at)
      return true;
  return false;
}

/* The cell of the row (column) that alone is named beside the figure, by the
 * longest name. */
static const hd_indexed *named_cell(const frame *f, size_t i) {
  const hd_cell_index *index = f->x->index;
  const hd_indexed *best = NULL;
  bool twice = false;
  size_t first = first_of(index, f->grid);
  for (size_t k = first; k < index->cells.n && k < first + CELLS; k++) {
    const hd_indexed *e = &index->cells.items[k];
    if (e->grid != f->grid)
      break;
    if (!is_of(f, e) || !names_on(f, i, e))
      continue;
    if (is_fellow(f, case_of(f, e)))
      return NULL;
    twice = best && key_of(f, e).n == key_of(f, best).n;
    if (!best || key_of(f, e).n > key_of(f, best).n)
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

/* Is the figure any cell of the row (column) that it should be of, or of the
 * line where that is a row? */
static bool row_has(const frame *f, const hd_quantity *q, uint32_t at,
                    double value) {
  const double one = 1.01;
  const hd_cell_index *index = f->x->index;
  size_t first = first_of(index, f->grid);
  for (size_t k = first; k < index->cells.n && k < first + CELLS; k++) {
    const hd_indexed *e = &index->cells.items[k];
    if (e->grid != f->grid)
      break;
    bool across = case_of(f, e) == at || (f->row && is_of(f, e));
    if (across && fabs(printed_as(f, q, e->claim) - value) <= one)
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
  const hd_quantity *q = quantity(x, i);
  double last = hd_number_double(q->last_digit);
  if (x->n < 2 || last <= 0)
    return HD_NONE;
  frame f = find_frame(x, i);
  if (!f.n)
    return HD_NONE;
  const hd_indexed *e = named_cell(&f, i);
  if (!e)
    return HD_NONE;
  const hd_quantity *cell = &x->index->all->l->q->items[e->claim];
  bool coarser = hd_number_double(cell->last_digit) * f.power > last * 1.01;
  double value = hd_slip_round(fabs(hd_number_double(q->low)) / last);
  double wanted = hd_slip_round(printed_as(&f, q, e->claim));
  if (coarser || row_has(&f, q, case_of(&f, e), value))
    return HD_NONE;
  return is_slip(value, wanted, f.n) ? e->claim : HD_NONE;
}
