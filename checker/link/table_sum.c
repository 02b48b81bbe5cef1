/* table_sum: lines of a table that add up to another line of it.
 *
 * Tried, for each line as the total: runs of lines next to it, on either
 * side, with and without the lines that are parts of a total already; lines
 * at equal distances (number, %, number, %); any two columns; and groups of
 * rows between rows that hold words alone. A sum is taken when the digits
 * that agree are many more than chance would give after so many tries; fewer
 * are asked for where the line is named a total. Columns to the 3rd power
 * times rows, rows times HD_SUM_MOST times columns. */
#include "table.h"

enum { GROUPS_MOST = 64, TOTALS_MOST = 6 };

enum { FEW = 3, MANY = 500 }; /* tries */

/* Digits that must agree, beyond those that tries of this many find by
 * chance. */
static double least_of(const hd_lens *v, uint32_t whole, double tries) {
  double least = hd_lens_flags(v, whole) & HD_LINE_TOTAL ? 2 : 3.5;
  return least + hd_slip_log(tries);
}

double hd_sum_least(const hd_lens *lens, uint32_t whole) {
  return least_of(lens, whole, FEW);
}

static bool enough(const hd_sum *sum, hd_score s, double tries) {
  return s.kept > 0 && s.evidence >= least_of(&sum->lens, sum->whole, tries);
}

static bool has_figure(const hd_lens *v, uint32_t line) {
  for (uint32_t one = 0; one < hd_lens_cases(v); one++)
    if (hd_lens_at(v, line, one)->claim != HD_NONE)
      return true;
  return false;
}

/* Including: ..., of which ...: a part of the row above it. */
static bool is_part(const hd_grid *g, uint32_t row) {
  static const char *const heads[] = {"Including", "including", "Of which",
                                      "of which",  "Thereof",   "thereof",
                                      "其中",      NULL};
  return hd_str_starts_any(hd_str_trim(g->row_names[row]), heads);
}

/* How many runs could as well have been meant: few where it ends with the
 * table, before words or before another total. */
static double tries_of(const hd_tables *t, const hd_sum *sum, int step) {
  const hd_lens *v = &sum->lens;
  int64_t next = (int64_t)sum->addends[sum->n - 1] + step;
  if (next < 0 || next >= hd_lens_lines(v))
    return FEW;
  uint32_t line = (uint32_t)next;
  if (step > 0 && !v->by_row && is_part(v->g, sum->addends[0]))
    return FEW;
  return hd_lens_flags(v, line) & HD_LINE_TOTAL || t->summed[line] ||
                 !has_figure(v, line)
             ? FEW
             : MANY;
}

static bool skips(const hd_lens *v, uint32_t line) {
  return hd_lens_flags(v, line) & HD_LINE_CODE;
}

/* Does a column of names stand between two columns? What is on its right is
 * another table beside the first: revenue | amount | expenditure | amount. */
static bool is_parted(const hd_grid *g, uint32_t a, uint32_t b) {
  for (uint32_t k = a < b ? a : b; k < (a < b ? b : a); k++)
    if (g->column_flags[k] & HD_LINE_NAMES)
      return true;
  return false;
}

/* Builds the run of lines from the whole's neighbour on (step 1 or -1), at
 * most `n` lines; skip: without those that are parts already. */
static uint32_t build_run(hd_tables *t, hd_sum *sum, uint32_t whole, int step,
                          bool skip, uint32_t n, uint32_t *best) {
  hd_score top = {0};
  bool by_row = sum->lens.by_row;
  hd_sum_start(t, sum, by_row, whole);
  *best = 0;
  for (int64_t i = (int64_t)whole + step;
       i >= 0 && i < hd_lens_lines(&sum->lens) && sum->n < n; i += step) {
    uint32_t line = (uint32_t)i;
    if (by_row && is_parted(t->g, line, whole))
      break;
    if (skips(&sum->lens, line) || (skip && t->used[line]))
      continue;
    if (!hd_sum_add(sum, line))
      break;
    if (sum->n + by_row >= 2 && hd_sum_any(sum)) {
      hd_score s = hd_sum_score(sum);
      if (s.evidence > 0 && s.evidence >= top.evidence - 0.1) {
        top = s;
        *best = sum->n;
      }
    }
    if (hd_sum_passed(sum))
      break;
  }
  return sum->n;
}

/* A named total beside all lines there are on that side, in one case alone:
 * nothing but the slip says so. */
static bool named_near(const hd_tables *t, const hd_sum *sum) {
  enum { ADDENDS_MOST = 12 };
  const double least = 3.5;
  if (sum->n > ADDENDS_MOST || t->summed[sum->whole] ||
      !(hd_lens_flags(&sum->lens, sum->whole) & HD_LINE_TOTAL) || sum->n < 2)
    return false;
  for (uint32_t one = 0; one < hd_lens_cases(&sum->lens); one++) {
    double digits;
    if (hd_sum_keeps(sum, one, &digits) < 0 && digits >= least &&
        hd_sum_near(sum, one) == HD_SLIP_SWAP)
      return true;
  }
  return false;
}

/* near: no line need keep it, if it is a named total that a slip parts from
 * its sum. */
static bool take(hd_tables *t, hd_sum *sum, double tries, bool near) {
  hd_score s = hd_sum_score(sum);
  bool kept = enough(sum, s, tries) || hd_sum_of_shares(sum, s);
  if (!kept && !(near && named_near(t, sum)))
    return false;
  if (sum->lens.by_row && s.kept && s.broken > s.kept)
    return false;
  if (kept)
    t->summed[sum->whole] = 1;
  t->slip_alone = !kept;
  hd_sum_emit(t, sum,
              sum->lens.by_row ? "columns of a table" : "rows of a table");
  t->slip_alone = false;
  return true;
}

/* The best run on one side; marks its lines as parts. near: see take. */
static bool search_side(hd_tables *t, hd_sum *sum, uint32_t whole, int step,
                        bool skip, bool near) {
  uint32_t best, all = build_run(t, sum, whole, step, skip, HD_SUM_MOST, &best);
  if (!best && !near)
    return false;
  best = best ? best : all;
  if (best != all)
    build_run(t, sum, whole, step, skip, best, &all);
  if (sum->n + sum->lens.by_row < 2 ||
      !take(t, sum, tries_of(t, sum, step), near))
    return false;
  for (uint32_t i = 0; i < sum->n && !sum->lens.by_row; i++) {
    t->used[sum->addends[i]] = 1;
    t->any_used = true;
  }
  return true;
}

static bool search_whole(hd_tables *t, hd_sum *sum, uint32_t whole, int step,
                         bool reached) {
  if (skips(&sum->lens, whole))
    return false;
  if ((reached && search_side(t, sum, whole, step, false, false)) ||
      (t->any_used && search_side(t, sum, whole, step, true, false)))
    return true;
  if (!(hd_lens_flags(&sum->lens, whole) & HD_LINE_TOTAL))
    return false;
  return search_side(t, sum, whole, step, false, true) ||
         (t->any_used && search_side(t, sum, whole, step, true, true));
}

/* A byte a line: may a run before it, behind it, add up to it? */
typedef struct {
  uint8_t *back, *ahead;
} reached;

static reached read_reached(hd_tables *t, bool by_row) {
  uint32_t n = by_row ? t->g->columns : t->g->rows;
  reached r = {hd_arena_alloc(t->l->arena, n), hd_arena_alloc(t->l->arena, n)};
  hd_table_reach(t, by_row, r.back, r.ahead);
  return r;
}

static void search_runs(hd_tables *t, hd_sum *sum, bool by_row,
                        const reached *may) {
  sum->lens = (hd_lens){t->g, by_row};
  uint32_t n = hd_lens_lines(&sum->lens);
  memset(t->used, 0, n);
  t->any_used = false;
  if (by_row || t->kept_only)
    memset(t->summed, 0, n);
  for (uint32_t i = 0; i < n; i++)
    search_whole(t, sum, i, -1, may->back[i]);
  for (uint32_t i = n; i-- > 0;)
    search_whole(t, sum, i, 1, may->ahead[i]);
}

/* Every second, third, fourth column. */
static void search_strides(hd_tables *t, hd_sum *sum) {
  int64_t columns = t->g->columns;
  for (int64_t whole = 0; whole < columns; whole++)
    for (int64_t step = -4; step <= 4; step++) {
      if (step > -2 && step < 2)
        continue;
      hd_sum_start(t, sum, true, (uint32_t)whole);
      if (skips(&sum->lens, (uint32_t)whole))
        break;
      for (int64_t i = whole + step; i >= 0 && i < columns; i += step) {
        if (skips(&sum->lens, (uint32_t)i) ||
            is_parted(t->g, (uint32_t)whole, (uint32_t)i))
          break;
        hd_sum_add(sum, (uint32_t)i);
        if (sum->n > 1 && take(t, sum, 100, false))
          break;
      }
    }
}

static bool few_broken(hd_score s) { return s.broken * 2 <= s.kept; }

static void search_pairs(hd_tables *t, hd_sum *sum) {
  enum { TRIES = 2000 };
  hd_lens v = {t->g, true};
  uint32_t n = t->g->columns;
  for (uint32_t whole = 0; whole < n; whole++)
    for (uint32_t a = 0; a < n; a++)
      for (uint32_t b = a + 1; b < n; b++) {
        if (a == whole || b == whole || skips(&v, whole) || skips(&v, a) ||
            skips(&v, b) || is_parted(t->g, whole, a) ||
            is_parted(t->g, whole, b) || !hd_table_pair_may(t, whole, a, b))
          continue;
        hd_sum_start(t, sum, true, whole);
        hd_sum_add(sum, a);
        hd_sum_add(sum, b);
        if (few_broken(hd_sum_score(sum)))
          take(t, sum, TRIES, false);
      }
}

/* ---- groups of rows ------------------------------------------------------ */
typedef struct {
  uint32_t first, end;
} row_group;

static uint32_t find_groups(const hd_grid *g, row_group *out) {
  uint32_t n = 0;
  bool open = false;
  for (uint32_t row = g->header_rows; row < g->rows; row++) {
    bool figures = has_figure(&(hd_lens){g, false}, row);
    if (figures && !open && n < GROUPS_MOST)
      out[n++] = (row_group){row, row + 1};
    else if (figures && open)
      out[n - 1].end = row + 1;
    open = figures && (open || out[n - 1].first == row);
  }
  return n;
}

static uint32_t find_totals(const hd_grid *g, const row_group *groups,
                            uint32_t n, uint32_t *out) {
  uint32_t found = 0;
  if (n) {
    out[found++] = groups[0].first;
    out[found++] = groups[n - 1].end - 1;
  }
  for (uint32_t row = g->header_rows; row < g->rows && found < TOTALS_MOST;
       row++)
    if (g->row_flags[row] & HD_LINE_TOTAL &&
        has_figure(&(hd_lens){g, false}, row))
      out[found++] = row;
  return found;
}

/* The rows of a group as addends of a total; false where they are none. */
static bool sum_group(hd_tables *t, hd_sum *sum, row_group group,
                      uint32_t total) {
  hd_sum_start(t, sum, false, total);
  bool fits = total < group.first || total >= group.end;
  for (uint32_t row = group.first; row < group.end; row++)
    fits = hd_sum_add(sum, row) && fits;
  return fits && sum->n >= 2;
}

/* Adds one to each column in which the group adds up to the total. */
static void count_columns(const hd_sum *sum, uint8_t *columns) {
  enum { MOST = 255 };
  for (uint32_t one = sum->first; one < sum->end; one++) {
    double digits;
    if (columns[one] < MOST && hd_sum_keeps(sum, one, &digits) > 0 &&
        digits > 1)
      columns[one]++;
  }
}

enum { FELLOWS = 2 }; /* groups that say that a column adds up */

/* Does another column that adds up keep the sum of the group, and all of them
 * but `one`? Answers to a question may be missing: then none does. */
static bool others_keep(const hd_sum *sum, uint32_t one,
                        const uint8_t *columns) {
  uint32_t kept = 0;
  for (uint32_t other = sum->first; other < sum->end; other++) {
    double digits;
    int k = other != one && columns[other] >= FELLOWS
                ? hd_sum_keeps(sum, other, &digits)
                : 0;
    if (k < 0)
      return false;
    kept += k > 0;
  }
  return kept > 0;
}

/* Groups add up to a total in a column: so must the others, and one that two
 * swapped digits part from it does. */
static void search_fellows(hd_tables *t, hd_sum *sum, const row_group *groups,
                           uint32_t n, uint32_t total, const uint8_t *columns) {
  for (uint32_t i = 0; i < n; i++) {
    if (!sum_group(t, sum, groups[i], total))
      continue;
    for (uint32_t one = sum->first; one < sum->end; one++) {
      double digits;
      if (columns[one] >= FELLOWS && hd_sum_keeps(sum, one, &digits) < 0 &&
          hd_sum_swapped(sum, one) && others_keep(sum, one, columns))
        hd_sum_emit_one(t, sum, one, "groups of rows of a table");
    }
  }
}

/* Each group against each total: a total broken down in several ways. */
static void search_groups(hd_tables *t, hd_sum *sum) {
  row_group groups[GROUPS_MOST];
  uint32_t totals[TOTALS_MOST];
  uint32_t n = find_groups(t->g, groups);
  if (n < 2)
    return;
  uint32_t found = find_totals(t->g, groups, n, totals);
  uint8_t *columns = hd_arena_alloc(t->l->arena, t->g->columns);
  for (uint32_t k = 0; k < found; k++) {
    memset(columns, 0, t->g->columns);
    for (uint32_t i = 0; i < n; i++)
      if (sum_group(t, sum, groups[i], totals[k])) {
        take(t, sum, 10, false);
        count_columns(sum, columns);
      }
    search_fellows(t, sum, groups, n, totals[k], columns);
  }
}

void hd_table_pairs(hd_tables *t) {
  search_pairs(t, HD_NEW(t->l->arena, hd_sum));
}

void hd_table_sums(hd_tables *t) {
  hd_sum *sum = HD_NEW(t->l->arena, hd_sum);
  reached columns = read_reached(t, true), rows = read_reached(t, false);
  search_runs(t, sum, true, &columns);
  search_strides(t, sum);
  search_pairs(t, sum);
  t->kept_only = true; /* which columns add up at all */
  search_runs(t, sum, false, &rows);
  t->kept_only = false;
  search_runs(t, sum, false, &rows);
  search_groups(t, sum);
}
