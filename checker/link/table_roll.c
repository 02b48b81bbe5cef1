/* table_roll: what was there, what came and went, what is left.
 *
 * In: rows of a stock (Nonvested at January 1, Balance at end of year) with
 * the rows between them. Out: PARTS links of each stock and what stands from
 * the stock before it on. The names say that they add up, so one case that
 * does is enough for the one that a slip parts from it; without any, two
 * swapped digits alone are. Linear in cells. */
#include "table.h"

enum { STOCKS = 24, SPAN = 24 };

typedef struct {
  hd_tables *t;
  hd_sum *sum;
  uint32_t rows[STOCKS];
  uint32_t n;
  uint32_t kept, slips, swaps;
} roll;

static bool is_stock(hd_str name) {
  static const char *const heads[] = {
      "Balance",     "balance",      "Nonvested",
      "Non-vested",  "Unvested",     "Outstanding",
      "Opening",     "Closing",      "Beginning",
      "Ending",      "At beginning", "At the beginning",
      "At end",      "At the end",   "At 1 ",
      "At 30 ",      "At 31 ",       "At January",
      "At December", "As at",        "Cash and cash",
      "Cash, cash",  "期初",         "期末",
      "年初",        "年末",         NULL};
  static const char *const inside[] = {
      "beginning of", "end of",   "期初余额", "期末余额",
      "年初余额",     "年末余额", NULL};
  name = hd_str_trim(name);
  return hd_str_starts_any(name, heads) || hd_str_has_any(name, inside);
}

static void find_stocks(roll *r) {
  const hd_grid *g = r->t->g;
  for (uint32_t row = g->header_rows; row < g->rows && r->n < STOCKS; row++) {
    bool figures = false;
    for (uint32_t k = 0; k < g->columns && !figures; k++)
      figures = hd_grid_at(g, row, k)->claim != HD_NONE;
    if (figures && is_stock(g->row_names[row]))
      r->rows[r->n++] = row;
  }
}

/* The stock and what stands from the one before it on; false: no such sum. */
static bool build(roll *r, uint32_t i) {
  uint32_t first = r->rows[i - 1], whole = r->rows[i];
  if (whole - first < 2 || whole - first > SPAN)
    return false;
  hd_sum_start(r->t, r->sum, false, whole);
  for (uint32_t row = whole; row-- > first;)
    if (!hd_sum_add(r->sum, row))
      return false;
  return true;
}

static void count(roll *r) {
  const double least = 2.5, alone = 3.5;
  for (uint32_t one = r->sum->first; one < r->sum->end; one++) {
    double digits;
    int k = hd_sum_keeps(r->sum, one, &digits);
    r->kept += k > 0 && digits >= least && r->sum->cases[one].filled > 1;
    hd_slip slip = k < 0 ? hd_sum_slip(r->sum, one) : HD_SLIP_NONE;
    r->slips += slip == HD_SLIP_SWAP || slip == HD_SLIP_DIGIT;
    r->swaps += slip == HD_SLIP_SWAP && digits >= alone;
  }
}

void hd_table_rolls(hd_tables *t) {
  roll r = {.t = t, .sum = HD_NEW(t->l->arena, hd_sum)};
  find_stocks(&r);
  for (uint32_t i = 1; i < r.n; i++)
    if (build(&r, i))
      count(&r);
  if (r.slips > 1 || (!r.kept && !r.swaps))
    return;
  for (uint32_t i = 1; i < r.n; i++)
    if (build(&r, i))
      hd_sum_emit_block(t, r.sum, "a stock and what came and went");
}
