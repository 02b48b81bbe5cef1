/* table: relations between the columns (and rows) of a table that all but few
 * of its rows (columns) keep.
 *
 * In: the grid of each table. Out: PARTS links (whole: the cell that is the
 * sum, members: the addends) and CHANGE_OF links (level, base, rate) for every
 * row of a relation that at least three rows keep and at most a quarter
 * breaks. Nobody has to say which column is the total: the table does. A
 * relation is searched for in doubles and judged exactly by the rules. */
#include "grid.h"
#include <math.h>

typedef struct {
  uint32_t whole, first, last; /* lines; addends are first..last */
  bool pair;                   /* only first and last, not what is between */
} relation;

typedef struct {
  const hd_grid *g;
  bool by_row; /* lines are columns, each row is a case; else transposed */
} lens;

static uint32_t lines(const lens *v) {
  return v->by_row ? v->g->columns : v->g->rows;
}
static uint32_t cases(const lens *v) {
  return v->by_row ? v->g->rows : v->g->columns;
}
static const hd_grid_cell *at(const lens *v, uint32_t line, uint32_t one) {
  return v->by_row ? hd_grid_at(v->g, one, line) : hd_grid_at(v->g, line, one);
}

/* Two addends of which one counts against the other: a column of changes that
 * prints improvements, or expenses, with the other sign. */
static bool signed_pair(const lens *v, const relation *r, uint32_t one,
                        double slack) {
  double a = at(v, r->first, one)->value, b = at(v, r->last, one)->value;
  double w = at(v, r->whole, one)->value;
  return fabs(a - b - w) <= slack * 1.0001 || fabs(b - a - w) <= slack * 1.0001;
}

/* 1: the case keeps the relation, -1: breaks it, 0: cells are missing. */
static int keeps(const lens *v, const relation *r, uint32_t one) {
  const hd_grid_cell *whole = at(v, r->whole, one);
  double sum = 0, slack = whole->slack;
  uint32_t addends = 0;
  if (whole->claim == HD_NONE || whole->percent || whole->value == 0)
    return 0;
  for (uint32_t i = r->first; i <= r->last; i++) {
    if (i == r->whole || (r->pair && i != r->first && i != r->last))
      continue;
    const hd_grid_cell *c = at(v, i, one);
    if (c->claim == HD_NONE)
      continue;
    if (c->percent)
      return 0;
    addends++;
    sum += c->value;
    slack += c->slack;
  }
  if (addends < 2)
    return 0;
  if (fabs(sum - whole->value) <= slack * 1.0001)
    return 1;
  return r->pair && signed_pair(v, r, one, slack) ? 0 : -1;
}

static bool holds(const lens *v, const relation *r) {
  enum { LEAST = 3 };
  uint32_t kept = 0, broken = 0;
  for (uint32_t one = 0; one < cases(v); one++) {
    int k = keeps(v, r, one);
    kept += k > 0;
    broken += k < 0;
    if (broken > 2 && broken * 4 > cases(v))
      return false;
  }
  return kept >= LEAST && broken * 4 <= kept;
}

static void emit(hd_linker *l, const lens *v, const relation *r,
                 uint32_t one) {
  if (!keeps(v, r, one))
    return;
  hd_link k = hd_link_blank(HD_LINK_PARTS);
  k.whole = hd_linker_ref(l, at(v, r->whole, one)->claim);
  k.members = hd_arena_alloc(l->arena,
                             (r->last - r->first + 1) * sizeof *k.members);
  for (uint32_t i = r->first; i <= r->last; i++) {
    if (i == r->whole || (r->pair && i != r->first && i != r->last))
      continue;
    if (at(v, i, one)->claim != HD_NONE)
      k.members[k.n_members++] = hd_linker_ref(l, at(v, i, one)->claim);
  }
  k.complete = true;
  k.strength = 90;
  k.reason = v->by_row ? "columns of a table" : "rows of a table";
  hd_linker_add(l, k);
}

/* Takes a relation that holds; true where it did. */
static bool take(hd_linker *l, const lens *v, const relation *r) {
  if (!holds(v, r))
    return false;
  for (uint32_t one = 0; one < cases(v); one++)
    emit(l, v, r, one);
  return true;
}

/* The longest run of addends right of, then left of, the whole. */
static bool search_runs(hd_linker *l, const lens *v, uint32_t whole,
                        uint32_t reach) {
  uint32_t n = lines(v);
  for (uint32_t last = whole + reach < n ? whole + reach : n - 1;
       last >= whole + 2 && last < n; last--)
    if (take(l, v, &(relation){whole, whole + 1, last, false}))
      return true;
  for (uint32_t first = whole > reach ? whole - reach : 0; first + 2 <= whole;
       first++)
    if (take(l, v, &(relation){whole, first, whole - 1, false}))
      return true;
  return false;
}

static bool search_pairs(hd_linker *l, const lens *v, uint32_t whole) {
  uint32_t n = lines(v);
  for (uint32_t a = 0; a < n; a++)
    for (uint32_t b = a + 1; b < n; b++)
      if (a != whole && b != whole &&
          take(l, v, &(relation){whole, a, b, true}))
        return true;
  return false;
}

static void search(hd_linker *l, const lens *v) {
  enum { ROWS_REACH = 24 };
  for (uint32_t whole = 0; whole < lines(v); whole++) {
    if (search_runs(l, v, whole, v->by_row ? HD_GRID_MOST_COLUMNS : ROWS_REACH))
      continue;
    if (v->by_row)
      search_pairs(l, v, whole);
  }
}

/* rate = (level - base) / base × 100 in the cases of three columns. */
static int keeps_rate(const hd_grid *g, uint32_t rate, uint32_t level,
                      uint32_t base, uint32_t row) {
  const hd_grid_cell *r = hd_grid_at(g, row, rate);
  const hd_grid_cell *a = hd_grid_at(g, row, level);
  const hd_grid_cell *b = hd_grid_at(g, row, base);
  if (r->claim == HD_NONE || a->claim == HD_NONE || b->claim == HD_NONE ||
      b->value <= 0 || a->percent || b->percent)
    return 0;
  double computed = (a->value - b->value) / b->value * 100;
  double slack = r->slack + 100 * (a->slack + b->slack) / b->value;
  if (fabs(computed - r->value) <= slack * 1.01)
    return 1;
  return fabs(computed + r->value) <= slack * 1.01 ? 1 : -1;
}

static void take_rate(hd_linker *l, const hd_grid *g, uint32_t rate,
                      uint32_t level, uint32_t base) {
  uint32_t kept = 0, broken = 0;
  for (uint32_t row = 0; row < g->rows; row++) {
    int k = keeps_rate(g, rate, level, base, row);
    kept += k > 0;
    broken += k < 0;
  }
  if (kept < 3 || broken * 4 > kept)
    return;
  for (uint32_t row = 0; row < g->rows; row++) {
    if (!keeps_rate(g, rate, level, base, row))
      continue;
    hd_link k = hd_link_blank(HD_LINK_CHANGE_OF);
    k.rate = hd_linker_ref(l, hd_grid_at(g, row, rate)->claim);
    k.level = hd_linker_ref(l, hd_grid_at(g, row, level)->claim);
    k.base = hd_linker_ref(l, hd_grid_at(g, row, base)->claim);
    k.complete = true;
    k.reason = "columns of a table";
    hd_linker_add(l, k);
  }
}

static void search_rates(hd_linker *l, const hd_grid *g) {
  for (uint32_t rate = 2; rate < g->columns; rate++)
    for (uint32_t level = 0; level + 1 < rate; level++) {
      take_rate(l, g, rate, level, level + 1);
      take_rate(l, g, rate, level + 1, level);
    }
}

void hd_link_tables(hd_linker *l) {
  size_t next = 0;
  for (size_t i = 0; i < l->doc->n_tables; i++) {
    const hd_grid *g = hd_grid_read(l, &l->doc->tables[i], &next);
    if (!g)
      continue;
    search(l, &(lens){g, true});
    search(l, &(lens){g, false});
    search_rates(l, g);
  }
}
