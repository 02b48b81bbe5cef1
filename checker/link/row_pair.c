/* row_pair: cells of a row that tell a change, and what they give.
 *
 * In: a label and the years that its sentence names. Out: up to HD_PAIRS_MOST
 * pairs of cells of all rows of that label. */
#include "row_change.h"
#include <math.h>

/* ---- pairs of cells ------------------------------------------------------ */
/* The next word of a header that tells a length of time; of others too if
 * `all`. */
static hd_str telling(hd_str s, size_t *i, bool all) {
  static const char *const words[] = {
      "three",  "six",    "nine",  "twelve",  "months", "weeks", "quarter",
      "first",  "second", "third", "fourth",  "Three",  "Six",   "Nine",
      "Twelve", "Months", "Weeks", "Quarter", "half",   "Half"};
  for (;;) {
    hd_str w = hd_row_names_word(s, i);
    if (!w.n || all)
      return w;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
      if (hd_str_is(w, words[k]))
        return w;
  }
}

static bool same_words(hd_str a, hd_str b, bool all) {
  size_t i = 0, k = 0;
  for (;;) {
    hd_str x = telling(a, &i, all), y = telling(b, &k, all);
    if (!x.n || !y.n)
      return !x.n && !y.n;
    if (!hd_str_eq(x, y))
      return false;
  }
}

/* Are the columns one but for numbers and months? The lowest headers where
 * they name the years, for those above may stand over some columns alone. */
bool hd_columns_alike(const hd_grid *g, uint32_t a, uint32_t b) {
  hd_str x = g->column_heads[a], y = g->column_heads[b];
  if (!hd_year_in(x) || !hd_year_in(y))
    return same_words(g->column_names[a], g->column_names[b], true);
  return same_words(x, y, true) &&
         same_words(g->column_names[a], g->column_names[b], false);
}

static bool is_value(const hd_grid *g, uint32_t row, uint32_t k) {
  enum { OTHER = HD_LINE_CHANGE | HD_LINE_CODE };
  return hd_grid_at(g, row, k)->claim != HD_NONE &&
         !(g->column_flags[k] & OTHER) && hd_year_in(g->column_names[k]) != 0;
}

static bool says_year(const hd_years *y, uint32_t year) {
  for (uint32_t i = 0; i < y->n; i++)
    if (y->at[i] == year)
      return true;
  return false;
}

static void add_pair(hd_row_change *c, const hd_named_row *at, uint32_t a,
                     uint32_t b) {
  const hd_grid *g = c->rows->names.all->items[at->grid];
  uint32_t later = hd_year_in(g->column_names[a]);
  uint32_t earlier = hd_year_in(g->column_names[b]);
  const hd_grid_cell *x = hd_grid_at(g, at->row, a);
  const hd_grid_cell *y = hd_grid_at(g, at->row, b);
  if (later != earlier + 1 || x->percent != y->percent ||
      !hd_columns_alike(g, a, b) || c->n == HD_PAIRS_MOST)
    return;
  bool named =
      !c->years.n || (says_year(&c->years, later) &&
                      (c->years.n == 1 || says_year(&c->years, earlier)));
  bool met = !c->years.n || says_year(&c->years, later) ||
             says_year(&c->years, earlier);
  c->pairs[c->n++] = (hd_cell_pair){x, y, at->grid, at->row, named, met};
}

void hd_row_pairs_find(hd_row_change *c) {
  const hd_row_names *names = &c->rows->names;
  uint32_t at = names->labels.items[c->label->label].rows;
  c->n = 0;
  for (int n = 0; at && n < HD_ROWS_LOOKED_AT;
       n++, at = names->rows.items[at].next) {
    const hd_named_row *row = &names->rows.items[at];
    const hd_grid *g = names->all->items[row->grid];
    for (uint32_t a = 0; a < g->columns; a++)
      for (uint32_t b = 0; b < g->columns && is_value(g, row->row, a); b++)
        if (a != b && is_value(g, row->row, b))
          add_pair(c, row, a, b);
  }
}

/* ---- what they give ------------------------------------------------------ */
/* What the pair gives for the figure, and by how much that may be off. */
static double computed(const hd_cell_pair *p, bool rate, int scale,
                       double *slack) {
  double off = fabs(p->level->value - p->base->value);
  double both = p->level->slack + p->base->slack;
  if (!rate) {
    *slack = both * hd_row_power(scale);
    return off * hd_row_power(scale);
  }
  double base = fabs(p->base->value);
  *slack = base > 0 ? (both + off / base * p->base->slack) / base * 100 : 0;
  return base > 0 ? off / base * 100 : -1;
}

/* Is the figure one that a pair gives, or a slip away from it? */
static hd_slip meets(const hd_row_change *c, const hd_cell_pair *p, size_t k,
                     bool *equal) {
  const hd_quantity *q = hd_linker_figure(c->l, k);
  bool rate = q->kind == HD_KIND_PERCENT;
  double value = fabs(hd_number_double(q->low));
  double last = hd_number_double(q->last_digit), slack;
  hd_slip found = HD_SLIP_NONE;
  *equal = false;
  int8_t told = c->rows->scales[p->grid];
  for (int s = 0; s >= 0; s = rate ? -1 : hd_row_next_scale(told, s)) {
    double wanted = computed(p, rate, s, &slack);
    if (wanted < 0)
      return HD_SLIP_NONE;
    if (fabs(wanted - value) <= (slack + last) * 1.0001)
      *equal = true;
    hd_slip slip = hd_slip_find(value, wanted, slack + last / 2, last);
    if (slip != HD_SLIP_NONE && slip != HD_SLIP_POWER &&
        (found == HD_SLIP_NONE || slip < found))
      found = slip;
  }
  return found;
}

bool hd_row_pair_gives(const hd_row_change *c, const hd_cell_pair *p,
                       size_t k) {
  bool equal;
  meets(c, p, k, &equal);
  return equal;
}

const hd_cell_pair *hd_row_pair_of(const hd_row_change *c, size_t k,
                                   const hd_cell_pair **near) {
  hd_slip best = HD_SLIP_NONE;
  *near = NULL;
  for (uint32_t i = 0; i < c->n; i++) {
    bool equal;
    hd_slip slip = meets(c, &c->pairs[i], k, &equal);
    if (equal)
      return &c->pairs[i];
    if (slip != HD_SLIP_NONE && c->pairs[i].named &&
        (best == HD_SLIP_NONE || slip < best)) {
      best = slip;
      *near = &c->pairs[i];
    }
  }
  return NULL;
}
