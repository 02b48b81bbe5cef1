/* text_cell: figures of running text that restate a cell of a table.
 *
 * In: the grids of all tables and the claims outside of them. Out: TEXT_CELL
 * links, level: the figure in the text, base: the cell. Strength 90: they
 * agree, and the cell's row is named before the figure. 80 and 70: no cell has
 * the figure, but a swap of two digits (70: another digit) makes it a cell
 * whose row or column is named in the sentence, or is that of other figures
 * of the passage.
 *
 * Cells are indexed by their digits, at every rounding, whatever the unit:
 * 1,202.95万元 finds 12,029,501.84. A figure that is any cell's, so rounded,
 * agrees: charity. Slips are looked up, not searched for: each swap and each
 * other digit of the figure is a key. Constant work a figure. */
#include "table.h"
#include <math.h>

enum {
  DIGITS_MOST = 16,
  CELLS_MOST = 60000, /* indexed of one document */
  HITS_MOST = 24,     /* cells looked at for one key */
  VOTES_MOST = 96,
  NEAR_BYTES = 180 /* from a row's name to its figure */
};

typedef struct {
  uint32_t grid, row, column;
  uint32_t claim;
  bool second; /* not the cell's first figure: 100 (53) */
  char digits[DIGITS_MOST + 1];
  uint8_t n;
} cell_entry;

typedef struct {
  uint32_t cell, next; /* of the same key; 0: none */
} key_entry;

/* How often figures of this passage restate a row or a column. */
typedef struct {
  uint32_t grid, line;
  bool column;
  uint32_t sentence; /* of the last; rows are counted a sentence */
  uint32_t n;
} vote;

typedef struct {
  uint32_t claim;
  char digits[DIGITS_MOST + 1];
  uint8_t n;
  uint8_t printed; /* digits with the zeros at the end of a decimal */
  bool agrees;
} text_figure;

typedef struct {
  hd_grids *all;
  hd_linker *l;
  HD_VEC(cell_entry) cells;
  HD_VEC(key_entry) keys;
  hd_map *index;
  HD_VEC(text_figure) figures; /* of the block being read */
  vote votes[VOTES_MOST];
  uint32_t n_votes;
} cell_reader;

/* ---- digits ----------------------------------------------------------------
 */
/* The significant digits of a printed number, without zeros at its end. */
static uint8_t digits_of(const cell_reader *r, const hd_quantity *q,
                         char *out) {
  hd_str s = hd_document_text(r->l->doc, q->number);
  uint8_t n = 0;
  for (size_t i = 0; i < s.n && n < DIGITS_MOST; i++) {
    char c = s.p[i];
    if (c >= '0' && c <= '9' && (c != '0' || n > 0))
      out[n++] = c;
    else if ((c < '0' || c > '9') && !strchr(",. -+$", c))
      return 0;
  }
  while (n > 0 && out[n - 1] == '0')
    n--;
  out[n] = 0;
  return n;
}

/* The first k digits, rounded half up; zeros at the end go. */
static uint8_t round_digits(const char *from, uint8_t n, uint8_t k, bool up,
                            char *out) {
  memcpy(out, from, k);
  if (up && k < n && from[k] >= '5') {
    int i = k - 1;
    while (i >= 0 && out[i] == '9')
      out[i--] = '0';
    if (i < 0) {
      out[0] = '1';
      k = 1;
    } else {
      out[i]++;
    }
  }
  while (k > 1 && out[k - 1] == '0')
    k--;
  out[k] = 0;
  return k;
}

static void add_key(cell_reader *r, const char *digits, uint8_t n,
                    uint32_t cell) {
  hd_str key = {digits, n};
  const uint32_t *old = hd_map_find(r->index, key);
  uint32_t next = old ? *old : 0;
  if (next && r->keys.items[next].cell == cell)
    return;
  bool fresh;
  if (!old)
    key.p = hd_arena_copy(r->l->arena, digits, n);
  *hd_map_at(r->index, key, &fresh) = (uint32_t)r->keys.n;
  HD_PUSH(r->l->arena, &r->keys, ((key_entry){cell, next}));
}

static void index_cell(cell_reader *r, cell_entry e) {
  if (e.claim == HD_NONE || r->cells.n > CELLS_MOST)
    return;
  e.n = digits_of(r, &r->l->q->items[e.claim], e.digits);
  if (!e.n)
    return;
  uint32_t at = (uint32_t)r->cells.n;
  HD_PUSH(r->l->arena, &r->cells, e);
  for (uint8_t k = 2; k <= e.n || k == 2; k++) {
    char key[DIGITS_MOST + 2];
    uint8_t used = k < e.n ? k : e.n;
    add_key(r, key, round_digits(e.digits, e.n, used, true, key), at);
    add_key(r, key, round_digits(e.digits, e.n, used, false, key), at);
  }
}

/* The figures of a table's cells behind the first: 100 (53). */
static void index_others(cell_reader *r, uint32_t grid) {
  const hd_grid *g = r->all->items[grid];
  hd_span span = r->l->doc->blocks[g->table->block].span;
  size_t low = 0, high = r->l->n_order;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (hd_linker_figure(r->l, middle)->span.off < span.off)
      low = middle + 1;
    else
      high = middle;
  }
  for (;
       low < r->l->n_order && hd_linker_figure(r->l, low)->span.off < span.end;
       low++) {
    const hd_claim *c = hd_linker_claim(r->l, low);
    uint32_t index = r->l->text->sentences[c->sentence].cell;
    if (index == HD_NONE)
      continue;
    const hd_cell *cell = &g->table->cells[index];
    uint32_t claim = r->l->order[low];
    if (cell->row >= g->rows || cell->column >= g->columns ||
        hd_grid_at(g, cell->row, cell->column)->claim == claim)
      continue;
    index_cell(r, (cell_entry){.grid = grid,
                               .row = cell->row,
                               .column = cell->column,
                               .claim = claim,
                               .second = true});
  }
}

static void index_cells(cell_reader *r) {
  HD_PUSH(r->l->arena, &r->keys, (key_entry){0}); /* 0: none */
  for (uint32_t i = 0; i < r->all->n; i++) {
    const hd_grid *g = r->all->items[i];
    for (uint32_t row = g->header_rows; row < g->rows; row++)
      for (uint32_t k = 0; k < g->columns; k++)
        index_cell(r, (cell_entry){.grid = i,
                                   .row = row,
                                   .column = k,
                                   .claim = hd_grid_at(g, row, k)->claim});
    index_others(r, i);
  }
}

static uint32_t first_key(const cell_reader *r, const char *digits, uint8_t n) {
  const uint32_t *at = hd_map_find(r->index, (hd_str){digits, n});
  return at ? *at : 0;
}

/* ---- may they be one figure?
 * ------------------------------------------------- */
static const hd_grid_cell *grid_cell(const cell_reader *r,
                                     const cell_entry *e) {
  return hd_grid_at(r->all->items[e->grid], e->row, e->column);
}

/* Is the cell worth `times` the figure? Figures of four digits may be printed
 * in another unit, which may stand in a caption; a percentage is none of
 * money. */
static bool comparable(const cell_reader *r, const text_figure *f,
                       const cell_entry *e, double times) {
  enum { LONG = 4 };
  const double rounding = 0.06;
  const hd_quantity *q = &r->l->q->items[f->claim];
  const hd_quantity *p = &r->l->q->items[e->claim];
  bool share = q->kind == HD_KIND_PERCENT;
  bool percent =
      p->kind == HD_KIND_PERCENT || (!e->second && grid_cell(r, e)->percent);
  if (share != percent && (share ? p->unit != NULL : q->unit != NULL))
    return false;
  double a = fabs(hd_number_double(q->low)), b = fabs(hd_number_double(p->low));
  if (q->unit && p->unit && !share) {
    if (!hd_str_eq(q->unit->dimension, p->unit->dimension))
      return false;
    a *= hd_number_double(q->unit->factor);
    b *= hd_number_double(p->unit->factor);
  } else if (!share && f->n >= LONG) {
    return true;
  }
  return fabs(a * times - b) <= rounding * b;
}

/* What a list of digits of the figure's own length is to the figure. */
static double times_of(const text_figure *f, const char *digits, uint8_t n) {
  double a = 0, b = 0;
  for (uint8_t i = 0; i < n; i++) {
    a = a * 10 + (i < f->n ? f->digits[i] - '0' : 0);
    b = b * 10 + digits[i] - '0';
  }
  return a > 0 ? b / a : 0;
}

/* ---- names
 * --------------------------------------------------------------------- */
static hd_str lower(hd_arena *arena, hd_str s) {
  char *p = hd_arena_copy(arena, s.p ? s.p : "", s.n);
  for (size_t i = 0; i < s.n; i++)
    if (p[i] >= 'A' && p[i] <= 'Z')
      p[i] = (char)(p[i] + 32);
  return (hd_str){p, s.n};
}

static bool has_han(hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    if ((unsigned char)s.p[i] >= 0xE3)
      return true;
  return false;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c & 0x80; }

/* Does a word of the text begin with the first n bytes of w? */
static bool has_word(hd_str text, const char *w, size_t n) {
  for (size_t i = 0; i + n <= text.n; i++)
    if ((i == 0 || !is_letter(text.p[i - 1])) && memcmp(text.p + i, w, n) == 0)
      return true;
  return false;
}

/* The share of the words of an English name that the text has, in percent. */
static int words_said(hd_str name, hd_str text) {
  static const char *const stop[] = {"and", "the", "for", "with",
                                     "per", "non", "yrs", "total"};
  int all = 0, said = 0;
  for (size_t i = 0; i < name.n;) {
    size_t from = i;
    while (i < name.n && is_letter(name.p[i]))
      i++;
    size_t n = i - from;
    i += n == 0;
    bool skip = n < 3;
    for (size_t k = 0; !skip && k < sizeof stop / sizeof *stop; k++)
      skip = n == strlen(stop[k]) && memcmp(name.p + from, stop[k], n) == 0;
    if (skip)
      continue;
    all++;
    if (n > 4 && name.p[from + n - 1] == 's')
      n--;
    said += has_word(text, name.p + from, n);
  }
  return all ? said * 100 / all : 0;
}

/* Without 合计 at its end. */
static hd_str without_total(hd_str s) {
  static const char *const words[] = {"合计", "总计", "小计"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (s.n > strlen(words[i]) && hd_str_ends(s, hd_str_of(words[i])))
      return (hd_str){s.p, s.n - strlen(words[i])};
  return s;
}

/* How well the text names the line: 100 wholly, 50 and more in part. */
static int named(const cell_reader *r, hd_str header, hd_str text) {
  enum { HAN_LEAST = 6 };
  hd_str key = hd_table_key(r->l->arena, header);
  if (has_han(key)) {
    key = without_total(key);
    return key.n >= HAN_LEAST && hd_str_find(text, key) != (size_t)-1 ? 100 : 0;
  }
  return words_said(lower(r->l->arena, key), lower(r->l->arena, text));
}

/* The words that may name the figure: in Chinese what stands close before it,
 * in English its sentence. */
static hd_str passage(const cell_reader *r, const text_figure *f) {
  const hd_claim *c = &r->l->claims->items[f->claim];
  hd_span s = r->l->text->sentences[c->sentence].span;
  uint32_t at = r->l->q->items[f->claim].span.off;
  hd_str all = hd_document_text(r->l->doc, s);
  if (!has_han(all))
    return all;
  uint32_t from = at - s.off > NEAR_BYTES ? at - NEAR_BYTES : s.off;
  return (hd_str){r->l->doc->text.p + from, at - from};
}

static hd_str header_of(const cell_reader *r, const cell_entry *e) {
  return r->all->items[e->grid]->column_heads[e->column];
}

/* The words on the cell's left, else those that name the whole row. */
static hd_str row_of(const cell_reader *r, const cell_entry *e) {
  const hd_grid *g = r->all->items[e->grid];
  hd_str label = hd_grid_label(g, e->row, e->column);
  if (hd_table_key(r->l->arena, label).n)
    return label;
  return g->row_names[e->row];
}

/* Years in the column's header, and others in the sentence. */
static bool other_year(hd_str header, hd_str text) {
  bool said = false, mine = false, year = false;
  for (size_t i = 0; i + 4 <= text.n; i++) {
    const char *p = text.p + i;
    bool starts = (p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0');
    if (!starts || p[2] < '0' || p[2] > '9' || p[3] < '0' || p[3] > '9')
      continue;
    said = true;
    mine = mine || hd_str_find(header, (hd_str){p, 4}) != (size_t)-1;
  }
  for (size_t i = 0; i + 4 <= header.n; i++) {
    const char *p = header.p + i;
    year =
        year || ((p[0] == '1' || p[0] == '2') && p[1] >= '0' && p[1] <= '9' &&
                 p[2] >= '0' && p[2] <= '9' && p[3] >= '0' && p[3] <= '9');
  }
  return said && year && !mine;
}

/* ---- votes
 * ----------------------------------------------------------------------- */
static vote *vote_of(cell_reader *r, uint32_t grid, uint32_t line, bool column,
                     bool make) {
  for (uint32_t i = 0; i < r->n_votes; i++)
    if (r->votes[i].grid == grid && r->votes[i].line == line &&
        r->votes[i].column == column)
      return &r->votes[i];
  if (!make || r->n_votes == VOTES_MOST)
    return NULL;
  r->votes[r->n_votes] = (vote){grid, line, column, HD_NONE, 0};
  return &r->votes[r->n_votes++];
}

static void cast(cell_reader *r, const cell_entry *e, uint32_t sentence) {
  vote *column = vote_of(r, e->grid, e->column, true, true);
  vote *row = vote_of(r, e->grid, e->row, false, true);
  if (column)
    column->n++;
  if (row) {
    row->n = row->sentence == sentence ? row->n + 1 : 1;
    row->sentence = sentence;
  }
}

/* Is the cell, rounded to so many digits, the key? */
static bool rounds_to(const cell_entry *e, const char *key, uint8_t n,
                      uint8_t digits) {
  char own[DIGITS_MOST + 2];
  uint8_t k = digits < e->n ? digits : e->n;
  uint8_t up = round_digits(e->digits, e->n, k, true, own);
  if (up == n && memcmp(own, key, n) == 0)
    return true;
  uint8_t down = round_digits(e->digits, e->n, k, false, own);
  return down == n && memcmp(own, key, n) == 0;
}

/* Cells that the figure is; those whose row is named have a vote and a link.
 * Whether there is any at all. */
static bool find_equal(cell_reader *r, text_figure *f) {
  uint32_t sentence = r->l->claims->items[f->claim].sentence;
  hd_str words = passage(r, f);
  bool any = false, linked = false;
  for (uint8_t k = f->n; k >= 2 && k + 12 > f->n; k--) {
    char key[DIGITS_MOST + 2];
    uint8_t n = round_digits(f->digits, f->n, k, true, key);
    uint32_t at = k == f->n || k >= 4 ? first_key(r, key, n) : 0;
    for (int hits = 0; at && hits < HITS_MOST;
         hits++, at = r->keys.items[at].next) {
      const cell_entry *e = &r->cells.items[r->keys.items[at].cell];
      if ((k < f->n && e->n > k) || !comparable(r, f, e, 1) ||
          !rounds_to(e, key, n, k < f->n ? k : f->printed))
        continue;
      any = true;
      if (f->n < 2 || named(r, row_of(r, e), words) < 50)
        continue;
      cast(r, e, sentence);
      if (!linked) {
        hd_link link = hd_link_blank(HD_LINK_TEXT_CELL);
        link.level = hd_linker_ref(r->l, f->claim);
        link.base = hd_linker_ref(r->l, e->claim);
        link.strength = 90;
        link.reason = "the figure of a cell";
        hd_linker_add(r->l, link);
        linked = true;
      }
    }
  }
  return any;
}

/* ---- slips
 * ---------------------------------------------------------------------------
 */
typedef struct {
  const cell_entry *cell;
  int strength;
} candidate;

/* The other figures of the sentence: is the cell's own among them? */
static bool said_elsewhere(const cell_reader *r, const text_figure *f,
                           const cell_entry *e) {
  uint32_t sentence = r->l->claims->items[f->claim].sentence;
  for (size_t i = 0; i < r->figures.n; i++) {
    const text_figure *o = &r->figures.items[i];
    uint8_t n = o->n < e->n ? o->n : e->n;
    if (o->claim != f->claim && n > 1 &&
        r->l->claims->items[o->claim].sentence == sentence &&
        memcmp(o->digits, e->digits, n) == 0)
      return true;
  }
  return false;
}

/* 9.7 (6.5 to 13.0): does the text behind the figure have what stands behind
 * the cell's own? */
static bool rest_said(const cell_reader *r, const text_figure *f,
                      const cell_entry *e) {
  enum { REACH = 80, LEAST = 3 };
  const hd_quantity *q = &r->l->q->items[e->claim];
  const hd_grid *g = r->all->items[e->grid];
  hd_str cell = g->texts[(size_t)e->row * g->columns + e->column];
  const char *end = cell.p + cell.n;
  uint32_t from = r->l->q->items[f->claim].span.end;
  uint32_t to =
      r->l->text->sentences[r->l->claims->items[f->claim].sentence].span.end;
  hd_str behind =
      hd_linker_between(r->l, from, to > from + REACH ? from + REACH : to);
  for (const char *p = r->l->doc->text.p + q->span.end; p < end;) {
    const char *start = p;
    while (p < end && ((*p >= '0' && *p <= '9') || *p == '.'))
      p++;
    if (p - start >= LEAST &&
        hd_str_find(behind, (hd_str){start, (size_t)(p - start)}) != (size_t)-1)
      return true;
    p += p == start;
  }
  return false;
}

static hd_str without_quotes(hd_arena *arena, hd_str s) {
  enum { QUOTE = 3 };
  char *out = hd_arena_alloc(arena, s.n + 1);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    hd_str rest = {s.p + i, s.n - i};
    if (hd_str_starts(rest, HD_STR("“")) || hd_str_starts(rest, HD_STR("”")))
      i += QUOTE - 1;
    else
      out[n++] = s.p[i];
  }
  return (hd_str){out, n};
}

/* Does the table's caption, or the heading it stands under, begin to say what
 * the figure is of? */
static bool in_title(const cell_reader *r, const text_figure *f,
                     const hd_grid *g) {
  enum { HAN = 12 };
  hd_str name = r->l->claims->items[f->claim].subject.text;
  const hd_block *block = &r->l->doc->blocks[g->table->block];
  const uint32_t titles[] = {g->table->caption, block->heading};
  if (name.n < HAN || !has_han(name))
    return false;
  for (size_t i = 0; i < 2; i++) {
    if (titles[i] == HD_NONE)
      continue;
    hd_span span = r->l->doc->blocks[titles[i]].span;
    hd_str title =
        without_quotes(r->l->arena, hd_document_text(r->l->doc, span));
    if (hd_str_find(title, (hd_str){name.p, HAN}) != (size_t)-1)
      return true;
  }
  return false;
}

/* What speaks for the cell as the one that is restated: digits and names. */
static bool convincing(cell_reader *r, const text_figure *f,
                       const cell_entry *e, hd_slip slip, uint8_t digits) {
  hd_str words = passage(r, f), header = header_of(r, e);
  uint32_t sentence = r->l->claims->items[f->claim].sentence;
  const hd_grid *g = r->all->items[e->grid];
  if (said_elsewhere(r, f, e) || other_year(g->column_names[e->column], words))
    return false;
  int row = named(r, row_of(r, e), words);
  int column = named(r, header, words);
  const vote *rows = vote_of(r, e->grid, e->row, false, false);
  const vote *columns = vote_of(r, e->grid, e->column, true, false);
  uint32_t in_row = rows && rows->sentence == sentence ? rows->n : 0;
  uint32_t in_column = columns ? columns->n : 0;
  if (row == 0 && !hd_table_key(r->l->arena, row_of(r, e)).n) {
    row = column; /* a total, or a row without a name */
    if (!column && slip == HD_SLIP_SWAP && digits >= 4 && in_title(r, f, g))
      row = 100;
  }
  if (row < 50)
    return false;
  bool corner = in_row > 0 || column >= 100 || rest_said(r, f, e);
  uint32_t support = (uint32_t)(row >= 100) + (column >= 100) + (in_row > 0) +
                     (in_column > 0) + (in_column > 2) + 2 * rest_said(r, f, e);
  if (slip == HD_SLIP_DIGIT)
    return digits >= 4 && corner && support >= 3;
  if (digits >= 4)
    return support >= 1;
  return digits == 3 ? support >= 2 : corner && support >= 3;
}

static void look_up(cell_reader *r, const text_figure *f, const char *key,
                    uint8_t n, hd_slip slip, candidate *best) {
  uint8_t digits = n;
  double times = times_of(f, key, n);
  while (n > 1 && key[n - 1] == '0')
    n--;
  uint32_t at = first_key(r, key, n);
  for (int hits = 0; at && hits < HITS_MOST;
       hits++, at = r->keys.items[at].next) {
    const cell_entry *e = &r->cells.items[r->keys.items[at].cell];
    if (e->second || (digits < f->n && e->n > digits) ||
        !rounds_to(e, key, n, digits))
      continue;
    if ((!best->cell || (slip == HD_SLIP_SWAP && best->strength < 80)) &&
        comparable(r, f, e, times) && convincing(r, f, e, slip, digits))
      *best = (candidate){e, slip == HD_SLIP_SWAP ? 80 : 70};
  }
}

/* Every swap of two digits and every other digit of the first n. */
static void try_slips(cell_reader *r, const text_figure *f, const char *digits,
                      uint8_t n, candidate *best) {
  char key[DIGITS_MOST + 2];
  memcpy(key, digits, n);
  for (uint8_t i = 0; i < n; i++)
    for (uint8_t k = (uint8_t)(i + 1); k < n; k++) {
      if (key[i] == key[k] || (i == 0 && key[k] == '0'))
        continue;
      key[i] = digits[k];
      key[k] = digits[i];
      look_up(r, f, key, n, HD_SLIP_SWAP, best);
      key[i] = digits[i];
      key[k] = digits[k];
    }
  for (uint8_t i = 0; i < n && n >= 2; i++) {
    for (char c = i ? '0' : '1'; c <= '9'; c++) {
      key[i] = c;
      if (c != digits[i])
        look_up(r, f, key, n, HD_SLIP_DIGIT, best);
    }
    key[i] = digits[i];
  }
}

static void find_slip(cell_reader *r, text_figure *f) {
  candidate best = {0};
  for (uint8_t k = f->n; k >= 2 && (k == f->n || k >= 5); k--) {
    char digits[DIGITS_MOST + 2];
    uint8_t n = round_digits(f->digits, f->n, k, true, digits);
    try_slips(r, f, digits, n, &best);
    for (; k == f->n && n < f->printed; n++) { /* 4.90 for 9.40 */
      digits[n] = '0';
      try_slips(r, f, digits, (uint8_t)(n + 1), &best);
    }
  }
  if (!best.cell)
    return;
  hd_link link = hd_link_blank(HD_LINK_TEXT_CELL);
  link.level = hd_linker_ref(r->l, f->claim);
  link.base = hd_linker_ref(r->l, best.cell->claim);
  link.strength = (uint8_t)best.strength;
  link.reason = "a slip away from a cell of its name";
  hd_linker_add(r->l, link);
}

/* ---- blocks
 * ------------------------------------------------------------------------------
 */
/* A count of four digits that may be a year is none. */
static bool is_figure(const hd_quantity *q) {
  double v = hd_number_double(q->low);
  if (!q->unit && !q->grouped && q->decimals == 0 && v >= 1900 && v < 2100)
    return false;
  bool kind = q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
              q->kind == HD_KIND_PERCENT;
  return kind && !q->numeral && q->low_known && q->high_known &&
         hd_number_cmp(q->low, q->high) == 0;
}

/* 95% CI: the level of an interval. */
static bool of_interval(const cell_reader *r, const hd_quantity *q) {
  hd_str after = hd_linker_between(r->l, q->span.end, q->span.end + 14);
  if (after.p + after.n > r->l->doc->text.p + r->l->doc->text.n)
    return false;
  return hd_str_find(after, HD_STR("CI")) != (size_t)-1 ||
         hd_str_find(after, HD_STR("confid")) != (size_t)-1;
}

static void judge_block(cell_reader *r) {
  r->n_votes = 0;
  for (size_t i = 0; i < r->figures.n; i++)
    r->figures.items[i].agrees = find_equal(r, &r->figures.items[i]);
  for (size_t i = 0; i < r->figures.n; i++)
    if (!r->figures.items[i].agrees)
      find_slip(r, &r->figures.items[i]);
  r->figures.n = 0;
}

void hd_link_text_cells(hd_grids *grids) {
  cell_reader r = {.all = grids, .l = grids->l};
  r.index = hd_map_new(grids->l->arena);
  index_cells(&r);
  uint32_t block = HD_NONE;
  for (size_t k = 0; k < r.l->n_order; k++) {
    const hd_claim *c = hd_linker_claim(r.l, k);
    const hd_quantity *q = hd_linker_figure(r.l, k);
    if (r.l->text->sentences[c->sentence].cell != HD_NONE)
      continue;
    if (c->block != block) {
      judge_block(&r);
      block = c->block;
    }
    text_figure f = {.claim = r.l->order[k]};
    f.n = is_figure(q) && !of_interval(&r, q) ? digits_of(&r, q, f.digits) : 0;
    f.printed = q->decimals && q->digits > f.n && q->digits <= DIGITS_MOST
                    ? q->digits
                    : f.n;
    if (f.n)
      HD_PUSH(r.l->arena, &r.figures, f);
  }
  judge_block(&r);
}
