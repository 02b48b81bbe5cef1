/* page_table: the cells of a table.
 *
 * In: a table node. Out: a table block, with a caption block for its caption
 * and for rows above the header that are but one text; or nothing, where the
 * table only sets a page out: one that holds tables or headings, one of a
 * single row or column, one of very long cells. Its cells are then blocks.
 *
 * Cells get their row and column as a browser gives them, spans cut to the rows
 * there are. A column in which no cell begins is none. Accounts set ")" and "%"
 * in a cell behind that of the figure, so that digits stand below digits: they
 * are read as one cell. */
#include "grid.h"
#include "page.h"

enum {
  WIDEST = 2000,  /* columns */
  LONGEST = 4000, /* bytes of a cell of a table of data */
  NOTE = 90,      /* bytes of the text below a table */
  TITLES = 3      /* rows above the header */
};

typedef struct {
  uint32_t node;
  uint32_t tail; /* node of a cell that is read with it; 0: none */
  uint32_t row, column, rowspan, colspan;
  bool head; /* th */
} cell;

typedef struct {
  hd_page *p;
  uint32_t node, caption; /* caption: HD_NONE */
  HD_VEC(cell) cells;
  uint32_t rows, columns, heads; /* heads: rows of <thead> */
  bool fits;
  /* while rows are read: for how many rows a cell above covers a column */
  uint32_t busy[WIDEST];
  uint32_t covered; /* columns that may be busy */
} table;

static const hd_page_node *node_of(const table *t, uint32_t i) {
  return &t->p->tree->nodes[i];
}
static bool is_cell(const hd_page_node *n) {
  return (n->tag == HD_TAG_TD || n->tag == HD_TAG_TH) && !n->out;
}

/* ---- cells -------------------------------------------------------------- */
static void add_cell(table *t, uint32_t node, uint32_t column) {
  const hd_page_node *n = node_of(t, node);
  const hd_page_token *k = &t->p->tree->scan->tokens.items[n->token];
  cell c = {.node = node,
            .row = t->rows,
            .column = column,
            .rowspan = k->rowspan ? k->rowspan : UINT16_MAX,
            .colspan = k->colspan ? k->colspan : 1,
            .head = n->tag == HD_TAG_TH};
  if (column + c.colspan > WIDEST) {
    t->fits = false;
    return;
  }
  for (uint32_t i = column; c.rowspan > 1 && i < column + c.colspan; i++)
    t->busy[i] = c.rowspan;
  if (c.rowspan > 1 && column + c.colspan > t->covered)
    t->covered = column + c.colspan;
  if (column + c.colspan > t->columns)
    t->columns = column + c.colspan;
  HD_PUSH(t->p->tree->scan->arena, &t->cells, c);
}

static void read_row(table *t, uint32_t row) {
  uint32_t column = 0;
  for (uint32_t i = row + 1; i < node_of(t, row)->end && t->fits;
       i = node_of(t, i)->end) {
    if (!is_cell(node_of(t, i)) || node_of(t, i)->token == HD_NONE)
      continue;
    while (column < t->covered && t->busy[column] > 0)
      column++;
    add_cell(t, i, column);
    if (t->fits)
      column += t->cells.items[t->cells.n - 1].colspan;
  }
  uint32_t last = 0;
  for (uint32_t k = 0; k < t->covered; k++) {
    t->busy[k] -= t->busy[k] > 0;
    last = t->busy[k] > 0 ? k + 1 : last;
  }
  t->covered = last;
  t->rows++;
}

/* The rows of a group, whose end cuts what spans rows. */
static void read_group(table *t, uint32_t group) {
  size_t first = t->cells.n;
  for (uint32_t i = group + 1; i < node_of(t, group)->end && t->fits;
       i = node_of(t, i)->end)
    if (node_of(t, i)->tag == HD_TAG_TR && !node_of(t, i)->out)
      read_row(t, i);
  for (size_t i = first; i < t->cells.n; i++) {
    cell *c = &t->cells.items[i];
    if (c->rowspan > t->rows - c->row)
      c->rowspan = t->rows - c->row;
  }
  memset(t->busy, 0, t->covered * sizeof *t->busy);
  t->covered = 0;
}

static void read_cells(table *t) {
  for (uint32_t i = t->node + 1; i < node_of(t, t->node)->end && t->fits;
       i = node_of(t, i)->end) {
    const hd_page_node *n = node_of(t, i);
    if (n->out)
      continue;
    if (n->tag == HD_TAG_CAPTION && t->caption == HD_NONE)
      t->caption = i;
    if (n->tag != HD_TAG_THEAD && n->tag != HD_TAG_TBODY)
      continue;
    bool first = t->rows == t->heads;
    read_group(t, i);
    if (n->tag == HD_TAG_THEAD && first)
      t->heads = t->rows;
  }
}

/* Columns in which no cell begins go. */
static void close_columns(table *t) {
  uint32_t *at = t->busy, n = 0; /* number of each column */
  memset(at, 0, sizeof t->busy);
  for (size_t i = 0; i < t->cells.n; i++)
    at[t->cells.items[i].column] = 1;
  for (uint32_t k = 0; k < t->columns; k++) {
    uint32_t begins = at[k];
    at[k] = n;
    n += begins;
  }
  for (size_t i = 0; i < t->cells.n; i++) {
    cell *c = &t->cells.items[i];
    uint32_t end = c->column + c->colspan;
    c->colspan = (end < t->columns ? at[end] : n) - at[c->column];
    c->column = at[c->column];
  }
  t->columns = n;
}

/* The first text of a cell, or its last; NULL: there is none. */
static const hd_page_token *text_of(const table *t, uint32_t node, bool last) {
  const hd_page_token *found = NULL;
  for (uint32_t i = node + 1; i < node_of(t, node)->end; i++) {
    const hd_page_node *n = node_of(t, i);
    if (n->out || n->tag != HD_TAG_TEXT || n->token == HD_NONE)
      continue;
    found = &t->p->tree->scan->tokens.items[n->token + (last ? n->n - 1 : 0)];
    if (!last)
      break;
  }
  return found;
}

static hd_str source_of(const table *t, const hd_page_token *k) {
  const char *source = t->p->tree->scan->source.p;
  return k ? hd_str_trim((hd_str){source + k->from, k->end - k->from})
           : (hd_str){0};
}

/* s without the blanks that fill a cell at its end. */
static hd_str without_filler(hd_str s) {
  static const char *const fill[] = {"&nbsp;", "&#160;", "\u00a0"};
  for (size_t i = 0; i < sizeof fill / sizeof *fill; i++)
    if (hd_str_ends(s, hd_str_of(fill[i])))
      s.n -= strlen(fill[i]);
  return hd_str_trim(s);
}

/* Is cell b, right behind a, but the end of its figure: (1.52 | ), 6.0 | %? */
static bool ends_figure(const table *t, const cell *a, const cell *b) {
  static const char *const ends[] = {")", "%", ")%", "%)"};
  enum { MOST = 8 }; /* %)&nbsp; */
  uint32_t n = node_of(t, b->node)->text;
  if (a->row != b->row || a->column + a->colspan != b->column || n == 0 ||
      n > MOST || a->tail || a->head || b->head || a->rowspan != b->rowspan)
    return false;
  hd_str end = without_filler(source_of(t, text_of(t, b->node, false)));
  hd_str figure = source_of(t, text_of(t, a->node, true));
  bool found = false;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    found = found || hd_str_is(end, ends[i]);
  char last = figure.n ? figure.p[figure.n - 1] : 0;
  return found && (hd_ascii_is_digit(last) || (last == '%' && *end.p == ')'));
}

static void join_figures(table *t) {
  size_t n = 0;
  for (size_t i = 0; i < t->cells.n; i++) {
    const cell *c = &t->cells.items[i];
    cell *before = n ? &t->cells.items[n - 1] : NULL;
    if (before && ends_figure(t, before, c)) {
      before->tail = c->node;
      before->colspan += c->colspan;
    } else {
      t->cells.items[n++] = *c;
    }
  }
  t->cells.n = n;
}

/* ---- what it is --------------------------------------------------------- */

/* Does it hold a table, a heading outside of its caption, or a cell longer than
 * those of data? */
static bool sets_out(const table *t) {
  uint32_t end = node_of(t, t->node)->end;
  for (uint32_t i = t->node + 1; i < end;) {
    const hd_page_node *n = node_of(t, i);
    bool is_long = is_cell(n) && n->text > LONGEST;
    if (!n->out &&
        (n->tag == HD_TAG_TABLE || hd_page_is_heading(n->tag) || is_long))
      return true;
    i = n->out || n->tag == HD_TAG_CAPTION ? n->end : i + 1;
  }
  return false;
}

/* The first cell of the row of cell i that holds text; `alone`: no other does.
 */
static size_t only_text(const table *t, size_t i, bool *alone) {
  uint32_t row = t->cells.items[i].row;
  size_t found = i, texts = 0;
  for (; i < t->cells.n && t->cells.items[i].row == row; i++)
    if (node_of(t, t->cells.items[i].node)->text > 0 && texts++ == 0)
      found = i;
  *alone = texts == 1;
  return found;
}

static size_t row_end(const table *t, size_t i) {
  uint32_t row = t->cells.items[i].row;
  while (i < t->cells.n && t->cells.items[i].row == row)
    i++;
  return i;
}

/* Is the row of cell i one text over all columns? */
static bool is_one_text(const table *t, size_t i) {
  bool alone;
  const cell *c = &t->cells.items[only_text(t, i, &alone)];
  return alone && c->colspan == t->columns && c->rowspan == 1;
}

/* ---- writing ------------------------------------------------------------ */
static void write_block(hd_page *p, uint32_t node, hd_block_kind kind) {
  hd_block_kind before = p->kind;
  hd_page_close(p);
  p->kind = kind;
  hd_page_walk(p, node + 1, p->tree->nodes[node].end);
  hd_page_close(p);
  p->kind = before;
}

static void write_cell(table *t, const cell *c) {
  hd_page *p = t->p;
  p->cell = true;
  p->cell_off = (uint32_t)p->b->n;
  p->space = p->newline = false;
  p->line = HD_BREAK_NONE;
  hd_page_walk(p, c->node + 1, node_of(t, c->node)->end);
  if (c->tail) {
    const hd_page_token *k = text_of(t, c->tail, false);
    p->space = p->newline = false;
    p->line = HD_BREAK_NONE;
    hd_page_run(p, k->from, k->end);
  }
  p->cell = false;
  hd_build_cell(p->b, p->cell_off,
                (hd_cell){.row = c->row,
                          .column = c->column,
                          .rowspan = (uint16_t)c->rowspan,
                          .colspan = (uint16_t)c->colspan,
                          .header = c->head});
}

/* Rows of cells [first, end), the first of them row 0. */
static void write_rows(table *t, size_t first, size_t end) {
  hd_build *b = t->p->b;
  uint32_t top = t->cells.items[first].row, row = 0, heads = 0;
  hd_page_close(t->p);
  hd_build_open(b, HD_BLOCK_TABLE);
  for (size_t i = first; i < end; i++) {
    cell *c = &t->cells.items[i];
    c->row -= top;
    if (i > first)
      hd_build_put(b, c->row == row ? "\t" : "\n", 1);
    row = c->row;
    write_cell(t, c);
  }
  bool all = true; /* rows of th alone at the top */
  for (size_t i = first; i < end && all; i++) {
    const cell *c = &t->cells.items[i];
    all = c->head;
    heads = all && (i + 1 == end || c[1].row != c->row) ? c->row + 1 : heads;
  }
  if (t->heads > top && t->heads - top > heads)
    heads = t->heads - top;
  hd_grid_close(b, heads);
  hd_build_close(b);
  t->p->bold_seen = t->p->plain_seen = false;
}

/* The titles above, the rows, the notes below. */
static void write_table(table *t) {
  size_t first = 0, end = t->cells.n;
  if (t->caption != HD_NONE)
    write_block(t->p, t->caption, HD_BLOCK_CAPTION);
  for (int n = 0; n < TITLES && first < end && is_one_text(t, first); n++) {
    bool alone;
    write_block(t->p, t->cells.items[only_text(t, first, &alone)].node,
                HD_BLOCK_CAPTION);
    first = row_end(t, first);
  }
  size_t notes = end;
  while (notes > first) {
    size_t row = notes - 1;
    while (row > first &&
           t->cells.items[row - 1].row == t->cells.items[row].row)
      row--;
    if (row == first || !is_one_text(t, row) ||
        node_of(t, t->cells.items[row].node)->text < NOTE)
      break;
    notes = row;
  }
  if (first < notes)
    write_rows(t, first, notes);
  for (size_t i = notes; i < end; i = row_end(t, i)) {
    bool alone;
    write_block(t->p, t->cells.items[only_text(t, i, &alone)].node,
                HD_BLOCK_PARAGRAPH);
  }
}

bool hd_page_table(hd_page *p, uint32_t node) {
  table t = {.p = p, .node = node, .caption = HD_NONE, .fits = true};
  if (p->tree->nodes[node].flags & HD_PAGE_LAYOUT || sets_out(&t))
    return false;
  read_cells(&t);
  if (!t.fits || t.cells.n == 0)
    return false;
  join_figures(&t);
  close_columns(&t);
  if (t.columns < 2 || t.cells.items[t.cells.n - 1].row == 0)
    return false;
  write_table(&t);
  return true;
}
