/* table_reach: which lines of a table can be the sum of a run next to them.
 *
 * In: the grid. Out: a byte a line and direction. A run is built for all cases
 * at once and to its end, so it is asked first, a case at a time, whether any
 * run can have the digits that table_sum asks for: a case is done with where
 * its sum is beyond the total, or so much has been added that rounding alone
 * could explain what is left. What is said to be out of reach is never found
 * by building it. */
#include "table.h"
#include <math.h>

typedef struct {
  const hd_lens *v;
  uint32_t whole;
  int step;
  bool sinks; /* a sum can become less by what is added */
} reach;

static bool is_minus(const hd_lens *v, const hd_grid_cell *c, uint32_t line,
                     int step) {
  int flag = step < 0 ? HD_LINE_LESS : HD_LINE_ADD;
  return !v->by_row && c->value > 0 && hd_lens_flags(v, line) & flag;
}

/* What a case can add to the evidence for a run, at most: the first run that
 * keeps it has the least slack. 0: no run keeps it. */
static double evidence_of(const reach *r, uint32_t one) {
  const hd_lens *v = r->v;
  const hd_grid_cell *w = hd_lens_at(v, r->whole, one), *c = w;
  ptrdiff_t next = r->step * (ptrdiff_t)(v->by_row ? 1 : v->g->columns);
  uint32_t lines = hd_lens_lines(v), n = 0;
  double sum = 0, slack = 0, size = fabs(w->value);
  if (w->claim == HD_NONE || size <= 0 || (!r->sinks && w->value < 0))
    return 0;
  for (int64_t i = (int64_t)r->whole + r->step;
       i >= 0 && i < lines && n < HD_SUM_MOST; i += r->step) {
    uint32_t line = (uint32_t)i;
    c += next;
    if (hd_lens_flags(v, line) & HD_LINE_CODE)
      continue;
    n++;
    if (c->claim == HD_NONE && c->text)
      return 0;
    if (c->claim == HD_NONE || c->percent != w->percent)
      continue;
    sum += is_minus(v, c, line, r->step) ? -c->value : c->value;
    slack += c->slack;
    double off = slack + w->slack;
    if (size <= 2 * off || (!r->sinks && sum > 2 * size))
      return 0;
    if (n + v->by_row >= 2 && fabs(sum - w->value) <= off * 1.0001)
      return hd_slip_log(size / (2 * off));
  }
  return 0;
}

static bool can_sink(const hd_lens *v) {
  const hd_grid *g = v->g;
  for (size_t i = 0; i < (size_t)g->rows * g->columns; i++)
    if (g->cells[i].claim != HD_NONE && g->cells[i].value < 0)
      return true;
  for (uint32_t row = 0; row < g->rows && !v->by_row; row++)
    if (g->row_flags[row] & (HD_LINE_LESS | HD_LINE_ADD))
      return true;
  return false;
}

static bool can_reach(const reach *r, double least) {
  enum { SHARES = 3 }; /* cases that speak for shares of one name */
  double evidence = 0;
  uint32_t kept = 0;
  for (uint32_t one = 0; one < hd_lens_cases(r->v); one++) {
    double more = evidence_of(r, one);
    evidence += more;
    kept += more > 0;
    if (evidence >= least || (kept >= SHARES && !r->v->by_row))
      return true;
  }
  return false;
}

void hd_table_reach(const hd_tables *t, bool by_row, uint8_t *back,
                    uint8_t *ahead) {
  const double rounding = 1e-9;
  hd_lens v = {t->g, by_row};
  reach r = {.v = &v, .sinks = can_sink(&v)};
  for (uint32_t i = 0; i < hd_lens_lines(&v); i++) {
    double least = hd_sum_least(&v, i) - rounding;
    r.whole = i;
    r.step = -1;
    back[i] = can_reach(&r, least);
    r.step = 1;
    ahead[i] = can_reach(&r, least);
  }
}

static bool is_text(const hd_grid_cell *c) {
  return c->claim == HD_NONE && c->text;
}

/* Does whole = a + b hold in a row? 1: it may, -1: surely not, 0: it does not,
 * or nothing is said. flags: of the row and the columns. */
static int pair_state(const hd_grid_cell *w, const hd_grid_cell *a,
                      const hd_grid_cell *b, int flags) {
  enum { FINER = 50 };
  if (w->claim == HD_NONE || w->value == 0 || is_text(a) || is_text(b))
    return 0;
  bool has_a = a->claim != HD_NONE && a->percent == w->percent;
  bool has_b = b->claim != HD_NONE && b->percent == w->percent;
  double x = has_a ? a->value : 0, y = has_b ? b->value : 0;
  double x_slack = has_a ? a->slack : 0, y_slack = has_b ? b->slack : 0;
  double slack = (w->slack + x_slack + y_slack) * 1.001;
  if (fabs(x + y - w->value) <= slack)
    return 1;
  bool open = flags & (HD_LINE_MEAN | HD_LINE_CHANGE) || !(has_a || has_b) ||
              a->slack * FINER < w->slack || b->slack * FINER < w->slack;
  return open || fabs(fabs(x - y) - fabs(w->value)) <= slack ? 0 : -1;
}

bool hd_table_pair_may(const hd_tables *t, uint32_t whole, uint32_t a,
                       uint32_t b) {
  const hd_grid *g = t->g;
  int flags = g->column_flags[whole] | g->column_flags[a] | g->column_flags[b];
  uint32_t kept = 0, broken = 0;
  if (flags & HD_LINE_MEAN)
    return false;
  for (uint32_t row = 0; row < g->rows; row++) {
    const hd_grid_cell *cells = hd_grid_at(g, row, 0);
    int k = pair_state(&cells[whole], &cells[a], &cells[b],
                       flags | g->row_flags[row]);
    kept += k > 0;
    broken += k < 0;
    if (broken * 2 > kept + (g->rows - 1 - row))
      return false;
  }
  return kept > 0;
}
