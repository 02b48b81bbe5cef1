/* columns: the pieces of aligned lines, and which column each stands in.
 *
 * In: lines of a table. Out: pieces with their columns. Text of PDF files is
 * aligned by code points, not by width, and drifts from row to row; so there
 * is no fixed grid: each row is matched, in order, with the columns as the
 * rows before it left them (least sum of distances; a piece that is near none
 * makes a column of its own), and moves them to where it stands itself. Each
 * page is laid out anew: rows of one pattern on both sides of its beginning say
 * where the columns went. */
#include "grid.h"
#include "marker.h"
#include "plain.h"

enum { GAP = 2, NEAR = 8, NEW = 10, NEVER = 1 << 20 };

/* ---- pieces ----------------------------------------------------------------
 */

/* Is a single blank at `at` a gap? Behind a figure with a decimal point or
 * comma, where a figure or a marker follows. */
static bool parts_figures(hd_str s, size_t from, size_t at) {
  hd_str left = {s.p + from, at - from};
  hd_str right = {s.p + at + 1, s.n - at - 1};
  bool printed = left.n > 0 &&
                 (memchr(left.p, '.', left.n) || memchr(left.p, ',', left.n));
  if (!printed || right.n == 0 || !hd_grid_is_figure(left) ||
      memchr(left.p, ' ', left.n))
    return false;
  bool digit = right.p[0] >= '0' && right.p[0] <= '9';
  return digit || (right.p[0] == '-' && right.n > 1) || hd_marker_starts(right);
}

/* Blanks at s: their bytes and columns. */
static size_t blanks(hd_str s, uint32_t *columns) {
  size_t i = 0;
  *columns = 0;
  while (i < s.n) {
    if (s.p[i] == ' ' || s.p[i] == '\t') {
      *columns += s.p[i] == '\t' ? GAP : 1;
      i++;
    } else if (hd_str_starts((hd_str){s.p + i, s.n - i}, HD_STR("\u3000"))) {
      *columns += GAP;
      i += 3;
    } else if (hd_str_starts((hd_str){s.p + i, s.n - i}, HD_STR("\u00a0"))) {
      *columns += 1;
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

bool hd_columns_cut(const hd_lines *lines, size_t i, hd_pieces *pieces) {
  hd_str s = hd_line_text(lines, i);
  const hd_line *line = &lines->items[i];
  size_t first = pieces->n, from = 0;
  uint32_t column = line->indent, left = column, gap = 0;
  for (size_t at = 0; at <= s.n;) {
    size_t n = at < s.n ? blanks((hd_str){s.p + at, s.n - at}, &gap) : 0;
    bool ends =
        at == s.n || gap >= GAP || (n == 1 && parts_figures(s, from, at));
    if ((at == s.n || n > 0) && ends) {
      hd_piece piece = {.off = line->off + (uint32_t)from,
                        .end = line->off + (uint32_t)at,
                        .left = (uint16_t)left,
                        .right = (uint16_t)column};
      piece.figure = hd_grid_is_figure((hd_str){s.p + from, at - from});
      HD_PUSH(lines->b->arena, pieces, piece);
      from = at + n;
      left = column + gap;
    }
    if (at == s.n)
      break;
    column += n ? gap : 1;
    uint32_t cp;
    at += n ? n : hd_utf8_decode(s.p + at, s.n - at, &cp);
  }
  return pieces->n - first <= HD_MOST_COLUMNS;
}

/* ---- columns ---------------------------------------------------------------
 */
typedef struct {
  uint16_t left, right;
  uint16_t id; /* in the order of their making */
} column;

typedef struct {
  column items[HD_MOST_COLUMNS];
  size_t n;
} model;

/* What it costs to put a piece into a column. */
static int32_t distance(const hd_piece *p, const column *c) {
  if (p->left >= c->right || c->left >= p->right) {
    int32_t gap = p->left >= c->right ? p->left - c->right : c->left - p->right;
    return gap <= NEAR ? 4 + gap : NEVER;
  }
  int32_t left = p->left - c->left, right = p->right - c->right;
  left = left < 0 ? -left : left;
  right = right < 0 ? -right : right;
  int32_t least = left < right ? left : right;
  return least < 3 ? least : 3;
}

/* The cheapest way to match k pieces with the columns: match[i] is a column
 * or -1 for a new one. cost[i][j]: the first i pieces, the first j columns. */
static void match_row(const model *m, const hd_piece *p, size_t k,
                      int32_t *match) {
  int32_t cost[HD_MOST_COLUMNS + 1][HD_MOST_COLUMNS + 1];
  for (size_t j = 0; j <= m->n; j++)
    cost[0][j] = 0;
  for (size_t i = 1; i <= k; i++)
    for (size_t j = 0; j <= m->n; j++) {
      int32_t best = cost[i - 1][j] + NEW;
      if (j > 0 && cost[i][j - 1] < best)
        best = cost[i][j - 1];
      int32_t here =
          j > 0 ? cost[i - 1][j - 1] + distance(&p[i - 1], &m->items[j - 1])
                : NEVER;
      cost[i][j] = here < best ? here : best;
    }
  size_t j = m->n;
  for (size_t i = k; i > 0;) {
    if (j > 0 && cost[i][j] == cost[i][j - 1]) {
      j--;
    } else if (cost[i][j] == cost[i - 1][j] + NEW) {
      match[--i] = -1;
    } else {
      match[--i] = (int32_t)--j;
    }
  }
}

/* A new column before column `at`. */
static bool insert(model *m, size_t at, const hd_piece *p) {
  if (m->n == HD_MOST_COLUMNS)
    return false;
  memmove(m->items + at + 1, m->items + at, (m->n - at) * sizeof *m->items);
  m->items[at] = (column){p->left, p->right, (uint16_t)m->n};
  m->n++;
  return true;
}

/* Where a new column for piece i goes: behind the columns from `next` on that
 * stand to its left, before the one that the next matched piece is in. */
static size_t slot(const model *m, const hd_piece *p, const int32_t *match,
                   size_t i, size_t k, size_t made, size_t next) {
  size_t limit = m->n;
  for (size_t j = i + 1; j < k && limit == m->n; j++)
    if (match[j] >= 0)
      limit = (size_t)match[j] + made;
  while (next < limit && m->items[next].left < p[i].left)
    next++;
  return next;
}

/* Puts one row's pieces into columns, by their ids. */
static bool place_row(model *m, hd_piece *p, size_t k) {
  int32_t match[HD_MOST_COLUMNS];
  match_row(m, p, k, match);
  size_t next = 0, made = 0;
  for (size_t i = 0; i < k; i++) {
    if (match[i] >= 0) {
      next = (size_t)match[i] + made;
    } else {
      next = slot(m, p, match, i, k, made, next);
      if (!insert(m, next, &p[i]))
        return false;
      made++;
    }
    m->items[next].left = p[i].left;
    m->items[next].right = p[i].right;
    p[i].column = m->items[next++].id;
  }
  return true;
}

/* Do two rows of k pieces hold the same sequence of words and figures? */
static bool alike(const hd_piece *a, const hd_piece *b, size_t k) {
  for (size_t i = 0; i < k; i++)
    if (a[i].figure != b[i].figure)
      return false;
  return true;
}

/* Moves the columns that the pieces of `before` are in to where those of
 * `here` stand. */
static void move_columns(model *m, const hd_piece *before, const hd_piece *here,
                         size_t k) {
  for (size_t i = 0; i < k; i++)
    for (size_t j = 0; j < m->n; j++)
      if (m->items[j].id == before[i].column) {
        m->items[j].left = here[i].left;
        m->items[j].right = here[i].right;
      }
}

/* Row r begins a page: looks for a row near its top and one near the end of
 * the page before it that have one pattern of LEAST pieces or more. */
static void turn_page(model *m, const hd_piece *pieces, const uint32_t *rows,
                      size_t r, size_t n) {
  enum { NEAR_ROWS = 12, LEAST = 4 };
  for (size_t i = r; i < n && i < r + NEAR_ROWS; i++) {
    size_t k = rows[i + 1] - rows[i];
    for (size_t j = r; k >= LEAST && j-- > 0 && r - j <= NEAR_ROWS;) {
      const hd_piece *before = pieces + rows[j], *here = pieces + rows[i];
      if (rows[j + 1] - rows[j] != k || !alike(before, here, k))
        continue;
      move_columns(m, before, here, k);
      return;
    }
  }
}

bool hd_columns_align(hd_arena *arena, hd_pieces *pieces, const uint32_t *rows,
                      size_t n) {
  model *m = HD_NEW(arena, model);
  uint16_t order[HD_MOST_COLUMNS];
  for (size_t r = 0; r < n; r++) {
    if (pieces->items[rows[r]].page)
      turn_page(m, pieces->items, rows, r, n);
    if (!place_row(m, pieces->items + rows[r], rows[r + 1] - rows[r]))
      return false;
  }
  for (size_t i = 0; i < m->n; i++)
    order[m->items[i].id] = (uint16_t)i;
  for (size_t i = 0; i < pieces->n; i++)
    pieces->items[i].column = order[pieces->items[i].column];
  return true;
}
