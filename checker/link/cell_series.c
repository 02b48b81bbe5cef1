/* cell_series: figures of a sentence that are the cells of one line.
 *
 * In: the figures of a passage with the cells that they are. The lines that two
 * figures around figure i have a cell in are tried: how many figures to its
 * left and right, without a gap, are cells of it? Of the cells that those leave
 * over one must be a slip of the pen away, which chance may not explain: the
 * more are left, and the fewer the digits, the likelier it does. What is named
 * beside the figure counts for it. Work for a figure is bounded by AROUND
 * figures, LINES lines and CASES cells. */
#include "cell_series.h"
#include "cell_worth.h"
#include <math.h>

enum { AROUND = 7, LINES = 40, CASES = 80, WHOLE = 100, PART = 50 };

typedef struct {
  uint32_t grid, line, votes;
  bool column, second;
  size_t last;  /* figure that voted */
  double power; /* of ten, from cell to figure */
} line;

typedef struct {
  const hd_said_list *x;
  size_t i;
  line lines[LINES];
  uint32_t n;
  bool used[CASES]; /* cells of the line that the figures around are */
  uint32_t fellows, low, high; /* of them, and the first and last */
  bool inside;                 /* on both sides */
  uint32_t digits;             /* of all of them */
} search;

static const hd_quantity *quantity(const search *s, size_t k) {
  return &s->x->index->all->l->q->items[s->x->figures[k].claim];
}

/* A row of a table that is read as a paragraph. */
static bool is_bare_row(const search *s, size_t a, size_t b) {
  hd_str gap = hd_linker_between(s->x->index->all->l, quantity(s, a)->span.end,
                                 quantity(s, b)->span.off);
  return hd_str_find(gap, HD_STR("|")) != (size_t)-1;
}

/* The power of ten, or the part, that the figure is of the cell; 0: none. */
static double power_of(const hd_quantity *figure, const hd_quantity *cell) {
  double times = hd_worth_power(figure, cell);
  double part = times > 0 ? 0 : hd_worth_power(cell, figure);
  return part > 0 ? 1 / part : times;
}

static void vote(search *s, size_t k, const hd_indexed *e, bool column) {
  uint32_t at = column ? e->column : e->row;
  for (uint32_t i = 0; i < s->n; i++) {
    line *o = &s->lines[i];
    if (o->grid != e->grid || o->line != at || o->column != column ||
        o->second != e->second)
      continue;
    o->votes += o->last != k;
    o->last = k;
    return;
  }
  const hd_quantity *cell = &s->x->index->all->l->q->items[e->claim];
  double power = power_of(quantity(s, k), cell);
  if (s->n < LINES && power > 0)
    s->lines[s->n++] = (line){e->grid, at, 1, column, e->second, k, power};
}

static void find_lines(search *s) {
  size_t from = s->i > AROUND ? s->i - AROUND : 0;
  for (size_t k = from; k < s->x->n && k <= s->i + AROUND; k++) {
    const hd_said *f = &s->x->figures[k];
    if (k == s->i || !hd_said_alike(s->x, k, s->i))
      continue;
    for (uint8_t h = 0; h < f->n_hits + f->n_loose; h++) {
      uint32_t at = h < f->n_hits ? f->hits[h] : f->loose[h - f->n_hits];
      vote(s, k, &s->x->index->cells.items[at], true);
      vote(s, k, &s->x->index->cells.items[at], false);
    }
  }
}

static uint32_t cases_of(const search *s, const line *l) {
  const hd_grid *g = s->x->index->all->items[l->grid];
  return l->column ? g->rows : g->columns;
}

static uint32_t claim_at(const search *s, const line *l, uint32_t at) {
  const hd_grid *g = s->x->index->all->items[l->grid];
  uint32_t row = l->column ? at : l->line, column = l->column ? l->line : at;
  if (row < g->header_rows)
    return HD_NONE;
  const hd_grid_cell *cells = l->second ? g->behind : g->cells;
  return cells ? cells[(size_t)row * g->columns + column].claim : HD_NONE;
}

/* In last digits of the figure, what a cell is; below 0: it is coarser, or of
 * few digits and printed to others. */
static double printed_as(const search *s, const line *l, const hd_quantity *q,
                         uint32_t claim) {
  const hd_quantity *cell = &s->x->index->all->l->q->items[claim];
  double last = hd_number_double(q->last_digit), one = 1.01;
  double its = hd_number_double(cell->last_digit) * l->power;
  if (its > last * one || (q->digits < 3 && its * one < last))
    return -1;
  return fabs(hd_number_double(cell->low)) * l->power / last;
}

static double value_of(const hd_quantity *q) {
  return fabs(hd_number_double(q->low)) / hd_number_double(q->last_digit);
}

/* The cell of the line that a figure is; HD_NONE: none. */
static uint32_t case_of(const search *s, const line *l, size_t k) {
  const double half = 0.51;
  const hd_quantity *q = quantity(s, k);
  for (uint32_t at = 0; at < cases_of(s, l); at++) {
    uint32_t claim = claim_at(s, l, at);
    if (claim != HD_NONE &&
        fabs(printed_as(s, l, q, claim) - value_of(q)) <= half)
      return at;
  }
  return HD_NONE;
}

/* Notes figure k as a cell of the line; false where it is none that is free. */
static bool take(search *s, const line *l, size_t k) {
  enum { LEAST = 2 };
  if (!hd_said_alike(s->x, k, s->i) || s->x->figures[k].printed < LEAST ||
      is_bare_row(s, k < s->i ? k : s->i, k < s->i ? s->i : k))
    return false;
  uint32_t at = case_of(s, l, k);
  if (at == HD_NONE || s->used[at])
    return false;
  s->used[at] = true;
  s->low = at < s->low ? at : s->low;
  s->high = at > s->high ? at : s->high;
  s->fellows++;
  s->digits += s->x->figures[k].printed;
  return true;
}

static void read_out(search *s, const line *l) {
  memset(s->used, 0, sizeof s->used);
  s->fellows = s->high = s->digits = 0;
  s->low = HD_NONE;
  uint32_t left = 0;
  for (size_t k = s->i; k-- > 0 && k + AROUND >= s->i && take(s, l, k);)
    left++;
  for (size_t k = s->i + 1; k < s->x->n && k <= s->i + AROUND && take(s, l, k);)
    k++;
  s->inside = left && s->fellows > left;
}

/* How well the words beside figure i name what tells a cell from the others of
 * its line. */
static int names_case(const search *s, const line *l, uint32_t at) {
  const hd_cell_index *index = s->x->index;
  hd_said before = hd_said_before(s->x, s->i);
  hd_said behind = hd_said_behind(s->x, s->i);
  hd_str key = HD_STR("");
  if (!l->column) {
    key = index->headers[l->grid][at];
  } else {
    uint32_t claim = claim_at(s, l, at);
    size_t low;
    HD_FIRST_NOT(low, index->cells.n, k,
                 index->cells.items[k].grid < l->grid ||
                     (index->cells.items[k].grid == l->grid &&
                      !index->cells.items[k].second &&
                      index->cells.items[k].row < at));
    if (claim != HD_NONE && low < index->cells.n &&
        index->cells.items[low].grid == l->grid &&
        index->cells.items[low].row == at)
      key = index->cells.items[low].name;
  }
  int a = hd_said_names(&before, key), b = hd_said_names(&behind, key);
  return a > b ? a : b;
}

/* Is figure i another cell of the row, or of the column, of the cell? */
static bool is_across(const search *s, const line *l, uint32_t at) {
  line across = *l;
  across.column = !l->column;
  across.line = at;
  for (int second = 0; second < 2; second++) {
    across.second = second;
    if (cases_of(s, &across) <= CASES && case_of(s, &across, s->i) != HD_NONE)
      return true;
  }
  return false;
}

/* Of `left` cells, how many are a slip of this kind away from a figure of so
 * many digits by chance. */
static double by_chance(hd_slip slip, uint8_t digits, uint32_t left) {
  double numbers = 9;
  for (uint8_t k = 1; k < digits; k++)
    numbers *= 10;
  return left * (slip == HD_SLIP_SWAP ? digits - 1 : 9 * digits) / numbers;
}

static hd_slip slip_of(double value, double wanted) {
  enum { HUNDRED = 100 };
  const double most = 1e15, ten = 10;
  if (!(value < most && wanted < most) || value < ten || wanted < ten)
    return HD_SLIP_NONE;
  hd_slip slip = hd_slip_find(value, wanted, 0, 1);
  int64_t x = (int64_t)value, y = (int64_t)wanted;
  if (slip == HD_SLIP_NONE && x < HUNDRED && y < HUNDRED && x != y &&
      (x / 10 == y / 10 || x % 10 == y % 10))
    slip = HD_SLIP_DIGIT;
  return slip == HD_SLIP_POWER ? HD_SLIP_NONE : slip;
}

/* The cell that is left of the line and a slip away. */
static uint32_t find_left(const search *s, const line *l) {
  const hd_quantity *q = quantity(s, s->i);
  uint32_t found = HD_NONE, at_found = 0, left = 0;
  hd_slip kind = HD_SLIP_NONE;
  int named = 0;
  for (uint32_t at = 0; at < cases_of(s, l); at++) {
    uint32_t claim = claim_at(s, l, at);
    bool within = !l->column || (at + 1 >= s->low && at <= s->high + 1);
    if (claim == HD_NONE || s->used[at])
      continue;
    int names = names_case(s, l, at);
    if (!within && names < WHOLE)
      continue;
    left++;
    double wanted = hd_slip_round(printed_as(s, l, q, claim));
    hd_slip slip = slip_of(hd_slip_round(value_of(q)), wanted);
    if (names < named || (slip == HD_SLIP_NONE && names <= named))
      continue;
    bool twice = found != HD_NONE && slip != HD_SLIP_NONE && names == named;
    found = slip == HD_SLIP_NONE || twice ? HD_NONE : claim;
    at_found = at;
    kind = slip;
    named = names;
  }
  if (found == HD_NONE || is_across(s, l, at_found))
    return HD_NONE;
  const double unnamed = 0.04, part = 0.1, whole = 0.3;
  double chance =
      by_chance(kind, s->x->figures[s->i].printed, named > 0 ? 1 : left);
  double most = named >= WHOLE ? whole : named > 0 ? part : unnamed;
  if (s->fellows > 3)
    most *= 2;
  return chance <= most ? found : HD_NONE;
}

uint32_t hd_cell_series_slip(const hd_said_list *x, size_t i) {
  enum { VOTES = 2, FELLOWS = 3, DIGITS = 8 };
  if (x->n <= FELLOWS || x->figures[i].printed < 2)
    return HD_NONE;
  search s = {.x = x, .i = i};
  find_lines(&s);
  uint32_t best = HD_NONE, most = 0;
  for (uint32_t k = 0; k < s.n; k++) {
    const line *l = &s.lines[k];
    if (l->votes < VOTES || cases_of(&s, l) > CASES)
      continue;
    if (case_of(&s, l, i) != HD_NONE)
      return HD_NONE;
    read_out(&s, l);
    if (s.fellows < FELLOWS || s.digits < DIGITS || s.fellows <= most)
      continue;
    uint32_t found = find_left(&s, l);
    if (found != HD_NONE) {
      most = s.fellows;
      best = found;
    }
  }
  return best;
}
