/* cell_index: the figures of all table cells, to be found by their digits.
 *
 * In: the grids. Out: an index from digits to cells, at every rounding from
 * two digits on, rounded and cut off, whatever scale or unit: 1,202.95 finds
 * 12,029,501.84. A cell has at most 2 × HD_CELL_DIGITS keys. */
#include "text_cell.h"

hd_cell_digits hd_cell_digits_read(const hd_linker *l, const hd_quantity *q) {
  hd_str s = hd_document_text(l->doc, q->number);
  hd_cell_digits d = {.n = 0};
  for (size_t i = 0; i < s.n && d.n < HD_CELL_DIGITS; i++) {
    char c = s.p[i];
    if (c >= '0' && c <= '9' && (c != '0' || d.n > 0))
      d.at[d.n++] = c;
    else if ((c < '0' || c > '9') && !strchr(",. -+$", c))
      return (hd_cell_digits){.n = 0};
  }
  while (d.n > 0 && d.at[d.n - 1] == '0')
    d.n--;
  return d;
}

hd_cell_digits hd_cell_digits_round(const hd_cell_digits *d, uint8_t k,
                                    bool up) {
  hd_cell_digits out = *d;
  if (k >= d->n)
    return out;
  out.n = k;
  if (up && d->at[k] >= '5') {
    int i = k - 1;
    while (i >= 0 && out.at[i] == '9')
      out.at[i--] = '0';
    if (i < 0) {
      out.at[0] = '1';
      out.n = 1;
    } else {
      out.at[i]++;
    }
  }
  while (out.n > 1 && out.at[out.n - 1] == '0')
    out.n--;
  return out;
}

static bool same(const hd_cell_digits *a, const hd_cell_digits *b) {
  return a->n == b->n && memcmp(a->at, b->at, a->n) == 0;
}

bool hd_cell_digits_rounds_to(const hd_cell_digits *d,
                              const hd_cell_digits *other, uint8_t digits) {
  hd_cell_digits up = hd_cell_digits_round(d, digits, true);
  hd_cell_digits down = hd_cell_digits_round(d, digits, false);
  return same(&up, other) || same(&down, other);
}

uint32_t hd_cell_index_first(const hd_cell_index *index,
                             const hd_cell_digits *digits) {
  const uint32_t *at = hd_map_find(index->map, (hd_str){digits->at, digits->n});
  return at ? *at : 0;
}

static void add_key(hd_cell_index *x, hd_cell_digits d, uint32_t cell) {
  hd_str key = {d.at, d.n};
  const uint32_t *old = hd_map_find(x->map, key);
  uint32_t next = old ? *old : 0;
  if (next && x->keys.items[next].cell == cell)
    return;
  bool fresh;
  if (!old)
    key.p = hd_arena_copy(x->all->l->arena, d.at, d.n);
  *hd_map_at(x->map, key, &fresh) = (uint32_t)x->keys.n;
  HD_PUSH(x->all->l->arena, &x->keys, ((hd_index_key){cell, next}));
}

/* The bytes of a mark of a footnote at s, 0: it is none. */
static size_t mark_at(hd_str s) {
  static const char *const marks[] = {"†", "‡", "§", "¶"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_str_starts(s, hd_str_of(marks[i])))
      return strlen(marks[i]);
  return 0;
}

static hd_str lower_key(hd_arena *arena, hd_str header) {
  hd_str key = hd_table_short_key(arena, header);
  char *p = hd_arena_copy(arena, key.p, key.n);
  size_t n = 0;
  for (size_t i = 0; i < key.n; i++) {
    size_t mark = mark_at((hd_str){key.p + i, key.n - i});
    char c = key.p[i];
    if (!mark)
      p[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    else
      i += mark - 1;
  }
  return (hd_str){p, n};
}

bool hd_cell_has_letters(hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    if ((s.p[i] >= 'a' && s.p[i] <= 'z') || (unsigned char)s.p[i] >= 0xC3)
      return true;
  return false;
}

/* The words on the cell's left, else those that name the whole row; of a year
 * or a total, with those of the rows that it stands among. */
static hd_str make_name(const hd_cell_index *x, const hd_grid *g, uint32_t row,
                        hd_str words) {
  hd_arena *arena = x->all->l->arena;
  hd_str label = lower_key(arena, words);
  if (!label.n)
    label = lower_key(arena, g->row_names[row]);
  if (hd_cell_has_letters(label))
    return label;
  hd_str group = lower_key(arena, hd_grid_group(g, row));
  if (!label.n || !group.n)
    return label.n ? label : group;
  return hd_str_of(hd_arena_format(arena, "%.*s %.*s", (int)group.n, group.p,
                                   (int)label.n, label.p));
}

static hd_str name_of(hd_cell_index *x, const hd_grid *g, uint32_t row,
                      uint32_t column) {
  hd_str label = hd_grid_label(g, row, column);
  if (x->last.grid != g || x->last.row != row || x->last.label.p != label.p ||
      x->last.label.n != label.n) {
    x->last.grid = g;
    x->last.row = row;
    x->last.label = label;
    x->last.name = make_name(x, g, row, label);
  }
  return x->last.name;
}

static void add_cell(hd_cell_index *x, hd_indexed e) {
  hd_linker *l = x->all->l;
  if (e.claim == HD_NONE || x->cells.n >= HD_CELLS_MOST)
    return;
  e.digits = hd_cell_digits_read(l, &l->q->items[e.claim]);
  if (!e.digits.n)
    return;
  e.name = name_of(x, x->all->items[e.grid], e.row, e.column);
  uint32_t at = (uint32_t)x->cells.n;
  HD_PUSH(l->arena, &x->cells, e);
  for (uint8_t k = 2; k <= e.digits.n || k == 2; k++) {
    add_key(x, hd_cell_digits_round(&e.digits, k, true), at);
    add_key(x, hd_cell_digits_round(&e.digits, k, false), at);
  }
}

/* The figures of a table's cells behind the first. */
static void add_others(hd_cell_index *x, uint32_t grid) {
  const hd_linker *l = x->all->l;
  const hd_grid *g = x->all->items[grid];
  hd_span span = l->doc->blocks[g->table->block].span;
  size_t low = hd_linker_figure_from(l, span.off);
  for (; low < l->n_order && hd_linker_figure(l, low)->span.off < span.end;
       low++) {
    uint32_t index = l->text->sentences[hd_linker_claim(l, low)->sentence].cell;
    if (index == HD_NONE)
      continue;
    const hd_cell *c = &g->table->cells[index];
    hd_indexed e = {.grid = grid,
                    .row = c->row,
                    .column = c->column,
                    .claim = l->order[low],
                    .second = true};
    if (c->row < g->rows && c->column < g->columns &&
        hd_grid_at(g, c->row, c->column)->claim != e.claim)
      add_cell(x, e);
  }
}

static void add_grid(hd_cell_index *x, uint32_t grid) {
  const hd_grid *g = x->all->items[grid];
  hd_arena *arena = x->all->l->arena;
  x->headers[grid] = hd_arena_alloc(arena, g->columns * sizeof(hd_str));
  for (uint32_t k = 0; k < g->columns; k++)
    x->headers[grid][k] = lower_key(arena, g->column_heads[k]);
  for (uint32_t row = g->header_rows; row < g->rows; row++)
    for (uint32_t k = 0; k < g->columns; k++)
      add_cell(x, (hd_indexed){.grid = grid,
                               .row = row,
                               .column = k,
                               .claim = hd_grid_at(g, row, k)->claim});
  add_others(x, grid);
}

void hd_cell_index_build(hd_cell_index *x, hd_grids *all) {
  hd_arena *arena = all->l->arena;
  *x = (hd_cell_index){.all = all, .map = hd_map_new(arena)};
  x->headers = hd_arena_alloc(arena, (all->n + 1) * sizeof *x->headers);
  HD_PUSH(arena, &x->keys, (hd_index_key){0}); /* 0: none */
  for (uint32_t i = 0; i < all->n; i++)
    add_grid(x, i);
}
