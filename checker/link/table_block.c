/* table_block: the last row of a block is the sum of the rows above it.
 *
 * A block is rows with figures between rows that hold words alone. Its last
 * row, a row without a name and one named a total or a result are tried as the
 * sum of all rows since the block, or the table, began, since the last such
 * row, or of those that are no parts of a sum yet; and as what is left of the
 * first when the others are taken off it (revenue, costs, result); as the last
 * total and what follows it; and as two totals, one added to the other or taken
 * off it (assets, liabilities, net assets). So few tries ask for little: one
 * column that keeps the sum says what another is a slip away from. Any other
 * row (Property, gross) is the sum of the block before it where more digits say
 * so. Each row is added at most SPAN times a try. */
#include "table.h"

enum { SPAN = 40, MOST = 3, TOTALS = 4 };

typedef struct {
  hd_tables *t;
  hd_sum *sum;
  uint32_t first; /* row of the block */
  uint32_t top;   /* of the table */
  uint32_t since; /* row behind the last total in it; the block's first */
  uint32_t totals[TOTALS]; /* of the table, the last ones, the latest last */
  uint32_t n_totals;
} block;

static bool has_figures(const hd_grid *g, uint32_t row) {
  for (uint32_t k = 0; k < g->columns; k++)
    if (hd_grid_at(g, row, k)->claim != HD_NONE)
      return true;
  return false;
}

static bool has_no_name(const hd_grid *g, uint32_t row) {
  return hd_str_trim(g->row_names[row]).n == 0;
}

static bool is_told(const hd_grid *g, uint32_t row) {
  return g->row_flags[row] & HD_LINE_TOTAL || has_no_name(g, row);
}

/* Net liabilities, Operating profit: a result of what stands above it. */
static bool is_result(const hd_grid *g, uint32_t row) {
  static const char *const heads[] = {
      "Net ",           "Gross ",           "Operating income",
      "Operating pro",  "Operating loss",   "Earnings before",
      "Income before",  "Profit before",    "Loss before",
      "Profit for",     "Loss for",         "Income from",
      "Free cash flow", "Adjusted ",        "EBITDA",
      "EBIT",           "Diluted",          "Income (loss)",
      "Profit after",   "Weighted average", "净",
      "营业利润",       "利润总额",         NULL};
  return hd_str_starts_any(hd_str_trim(g->row_names[row]), heads);
}

static bool is_last(const hd_grid *g, uint32_t row) {
  return row + 1 == g->rows || !has_figures(g, row + 1);
}

/* Digits that must agree: fewer where the words or their lack say a total. */
static double least_of(const block *b, uint32_t whole, bool less) {
  const double told = 1, plain = 1.9, any = 3.5, apart = 1.5;
  const hd_grid *g = b->t->g;
  double least = is_told(g, whole)                          ? told
                 : is_result(g, whole) || is_last(g, whole) ? plain
                                                            : any;
  return least + (less ? apart : 0);
}

/* The rows from `first` on, as addends of `whole`. */
static bool build(block *b, uint32_t first, uint32_t whole, bool skip,
                  bool less) {
  hd_sum_start(b->t, b->sum, false, whole);
  b->sum->head = less ? first : HD_NONE;
  for (uint32_t row = whole; row-- > first;) { /* as runs go, for one link */
    if ((skip && b->t->used[row]) || !has_figures(b->t->g, row))
      continue;
    if (b->t->g->row_flags[row] & HD_LINE_CODE || !hd_sum_add(b->sum, row))
      return false;
  }
  return b->sum->n >= 2;
}

/* Do columns keep it, and all of them but one, or most of them? Rates of change
 * beside them are none of it. */
static bool holds(const block *b, uint32_t whole, bool less) {
  hd_score s = hd_sum_score(b->sum);
  s.broken -= hd_sum_rates(b->sum);
  return s.kept > 0 && (s.broken < 2 || s.broken * MOST <= s.kept) &&
         s.evidence >= least_of(b, whole, less);
}

static bool try_rows(block *b, uint32_t first, uint32_t whole, bool skip,
                     bool less) {
  if (whole - first < 2 || whole - first > SPAN ||
      !build(b, first, whole, skip, less) || !holds(b, whole, less))
    return false;
  hd_sum_emit_block(b->t, b->sum, "a block of a table's rows");
  return true;
}

/* Does a swap alone part a row without a name from the rows above it, where no
 * other column says anything? */
static bool is_swapped(block *b, uint32_t first, uint32_t whole) {
  const double least = 3.5;
  bool swapped = false;
  if (whole - first < 2 || whole - first > SPAN ||
      !has_no_name(b->t->g, whole) || !build(b, first, whole, false, false))
    return false;
  for (uint32_t one = b->sum->first; one < b->sum->end; one++) {
    double digits;
    int k = hd_sum_keeps(b->sum, one, &digits);
    if (k < 0 && (swapped || digits < least || !hd_sum_swapped(b->sum, one)))
      return false;
    swapped = swapped || k < 0;
  }
  if (swapped)
    hd_sum_emit_block(b->t, b->sum, "a block of a table's rows");
  return swapped;
}

/* Are two totals, and what stands between the later and the whole, the whole,
 * the later one added or taken off? */
static bool try_totals(block *b, uint32_t whole) {
  const double least = 2.5;
  for (uint32_t i = b->n_totals; i-- > 1;)
    for (uint32_t k = i; k-- > 0;)
      for (int less = 0; less < 2; less++) {
        hd_sum_start(b->t, b->sum, false, whole);
        b->sum->head = less ? b->totals[k] : HD_NONE;
        hd_sum_add(b->sum, b->totals[i]);
        hd_sum_add(b->sum, b->totals[k]);
        hd_score s = hd_sum_score(b->sum);
        if (s.kept == 0 || s.broken > 1 || s.evidence < least)
          continue;
        hd_sum_emit_block(b->t, b->sum, "totals of a table's rows");
        return true;
      }
  return false;
}

/* Is the row the sum of the rows above it? */
static bool try_runs(block *b, uint32_t whole) {
  if (try_rows(b, b->first, whole, false, false) ||
      (b->since > b->first && try_rows(b, b->since, whole, false, false)) ||
      (b->t->any_used && try_rows(b, b->first, whole, true, false)))
    return true;
  return try_rows(b, b->top, whole, false, false) ||
         try_rows(b, b->first, whole, false, true) ||
         (b->since > b->first &&
          try_rows(b, b->since - 1, whole, false, false));
}

static void try_whole(block *b, uint32_t whole) {
  bool run = try_runs(b, whole);
  if (!try_totals(b, whole) && !run)
    is_swapped(b, b->first, whole);
}

static void note_total(block *b, uint32_t row) {
  if (b->n_totals == TOTALS) {
    memmove(b->totals, b->totals + 1, (TOTALS - 1) * sizeof *b->totals);
    b->n_totals--;
  }
  b->totals[b->n_totals++] = row;
}

void hd_table_blocks(hd_tables *t) {
  const hd_grid *g = t->g;
  block b = {.t = t, .sum = HD_NEW(t->l->arena, hd_sum), .top = HD_NONE};
  bool open = false;
  for (uint32_t row = g->header_rows; row < g->rows; row++) {
    bool figures = has_figures(g, row);
    if (figures && !open)
      b.first = b.since = row;
    if (figures && b.top == HD_NONE)
      b.top = row;
    open = figures;
    if (!figures)
      continue;
    bool told = is_told(g, row), result = is_result(g, row);
    if (told || result || is_last(g, row))
      try_whole(&b, row);
    else if (row - b.since > 2)
      told = try_rows(&b, b.since, row, false, false);
    if (told || result)
      note_total(&b, row);
    if (told)
      b.since = row + 1;
    else if (result)
      b.since = row; /* it is added on to */
  }
}
