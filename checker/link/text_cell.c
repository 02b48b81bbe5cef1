/* text_cell: figures of running text that restate a cell of a table.
 *
 * In: the grids of all tables and the claims outside of them. Out: TEXT_CELL
 * links, level: the figure in the text, base: the cell. Strength 90: they
 * agree, and the cell's row is named before the figure. 80 to 89 and 70 to 79:
 * no cell has the figure, but a swap of two digits (70: another digit) makes it
 * a cell for which enough speaks (cell_evidence.c); by how much, up to 9. A
 * figure that is any cell's, rounded and in whatever unit, agrees: charity.
 * Slips are looked up, not searched for: each swap and each other digit of the
 * figure is a key of the index. Constant work a figure. */
#include "beside.h"
#include "cell_evidence.h"
#include "cell_frame.h"
#include "cell_pairs.h"
#include "cell_series.h"
#include "cell_worth.h"
#include "gist.h"
#include "table_scale.h"

enum { VOTES_MOST = 96, LONG = HD_WORTH_LONG };

/* How often figures of this passage restate a row or a column. */
typedef struct {
  uint32_t grid, line;
  bool column;
  uint32_t sentence; /* of the last; rows are counted a sentence */
  uint32_t n;
} vote;

typedef struct {
  hd_cell_index index;
  hd_linker *l;
  hd_row_figures rows;
  hd_scale_vote *scales;   /* a grid */
  HD_VEC(hd_said) figures; /* of the block being read */
  vote votes[VOTES_MOST];
  uint32_t n_votes;
} reader;

typedef struct {
  const hd_indexed *cell;
  hd_slip slip;
  double weight;
} candidate;

static uint32_t sentence_of(const reader *r, const hd_said *f) {
  return r->l->claims->items[f->claim].sentence;
}

/* Are the names of figure and cell, of whatever words, one? 1: of two
 * characters, 2: of more. */
static int renamed(const reader *r, const hd_said *f, const hd_indexed *e) {
  const hd_claim *items = r->l->claims->items;
  hd_gist_likeness like =
      hd_gist_cell(r->l, &items[f->claim], &items[e->claim]);
  return like >= HD_GIST_WITHIN ? 2 : like == HD_GIST_SHORT;
}

/* ---- votes ------------------------------------------------------------ */
static vote *vote_of(reader *r, const hd_indexed *e, bool column, bool make) {
  uint32_t line = column ? e->column : e->row;
  for (uint32_t i = 0; i < r->n_votes; i++)
    if (r->votes[i].grid == e->grid && r->votes[i].line == line &&
        r->votes[i].column == column)
      return &r->votes[i];
  if (!make || r->n_votes == VOTES_MOST)
    return NULL;
  r->votes[r->n_votes] = (vote){e->grid, line, column, HD_NONE, 0};
  return &r->votes[r->n_votes++];
}

static void cast(reader *r, const hd_indexed *e, uint32_t sentence) {
  vote *column = vote_of(r, e, true, true), *row = vote_of(r, e, false, true);
  if (column)
    column->n++;
  if (row) {
    row->n = row->sentence == sentence ? row->n + 1 : 1;
    row->sentence = sentence;
  }
}

static void add_link(reader *r, const hd_said *f, const hd_indexed *e,
                     uint8_t strength, const char *reason) {
  hd_link link = hd_link_blank(HD_LINK_TEXT_CELL);
  link.level = hd_linker_ref(r->l, f->claim);
  link.base = hd_linker_ref(r->l, e->claim);
  link.strength = strength;
  link.reason = reason;
  hd_linker_add(r->l, link);
}

/* Does the figure stand in the two blocks before the cell's table or the two
 * behind it? */
static bool is_beside(const reader *r, const hd_said *f, const hd_indexed *e) {
  enum { BLOCKS = 2 };
  const hd_claim *items = r->l->claims->items;
  uint32_t block = items[f->claim].block, table = items[e->claim].block;
  return block + BLOCKS >= table && block <= table + BLOCKS;
}

/* Notes a figure of a cell at another scale, where the text names the cell's
 * row, or the figure has digits enough; beside the table those do as a name. */
static void note_scale(reader *r, const hd_said *f, const hd_indexed *e) {
  enum { NAMED = 50, WHOLE = 100, LONG_CELL = 3 };
  const hd_grid *g = r->index.all->items[e->grid];
  int power = e->digits.n >= LONG_CELL ? hd_worth_power_off(&r->rows, f, e) : 0;
  if (!power || (g->column_flags[e->column] | g->row_flags[e->row]) &
                    HD_LINE_MEAN) /* averages are told in units */
    return;
  int named = e->name.n ? hd_said_names(f, e->name) : 0;
  if (named < WHOLE && e->name.n && renamed(r, f, e))
    named = WHOLE;
  bool beside = is_beside(r, f, e);
  if (beside && f->printed >= LONG && named < NAMED)
    named = NAMED;
  if (named >= NAMED || f->printed >= LONG)
    hd_scale_add(&r->scales[e->grid],
                 (hd_scale_off){f->claim, e->claim, (int8_t)power,
                                (uint8_t)(named >= NAMED ? named : 0)});
}

/* Cells that the figure, rounded to k digits, is; those whose row is named, or
 * that tell themselves by their digits, have a vote, the first of them a link.
 * Whether there is any. */
static bool find_rounded(reader *r, hd_said *f, uint8_t k, bool *linked) {
  enum { NAMED = 50, TELLING = 6, MATE = 3 };
  hd_cell_digits key = hd_cell_digits_round(&f->digits, k, true);
  uint8_t printed = k < f->digits.n ? k : f->printed;
  uint32_t at = hd_cell_index_first(&r->index, &key);
  bool any = false;
  for (int n = 0; at && n < HD_HITS_MOST;
       n++, at = r->index.keys.items[at].next) {
    const hd_indexed *e = &r->index.cells.items[r->index.keys.items[at].cell];
    if ((k < f->digits.n && e->digits.n > k) ||
        !hd_cell_digits_rounds_to(&e->digits, &key, printed))
      continue;
    hd_worth like = hd_worth_compare(&r->rows, f, e, 1);
    if (like == HD_WORTH_APART) {
      note_scale(r, f, e);
      continue;
    }
    any = true;
    bool named = hd_said_names(f, e->name) >= NAMED;
    bool off =
        like == HD_WORTH_ALIKE && hd_worth_power_off(&r->rows, f, e) != 0;
    bool fits = like == HD_WORTH_RESCALED || (like == HD_WORTH_ALIKE && !off &&
                                              hd_worth_scaled(&r->rows, f, e));
    if (off)
      note_scale(r, f, e);
    if (fits && (f->printed >= LONG || named))
      hd_scale_fit(&r->scales[e->grid], f->claim);
    if (!named && !renamed(r, f, e) && f->digits.n < TELLING) {
      if (printed >= MATE && f->n_loose < HD_SAID_HITS)
        f->loose[f->n_loose++] = r->index.keys.items[at].cell;
      continue;
    }
    if (f->n_hits < HD_SAID_HITS)
      f->hits[f->n_hits++] = r->index.keys.items[at].cell;
    cast(r, e, sentence_of(r, f));
    if (!*linked)
      add_link(r, f, e, 90, "the figure of a cell");
    *linked = true;
  }
  return any;
}

static bool find_equal(reader *r, hd_said *f) {
  enum { LEAST = 2, ROUNDED = 4 };
  bool any = false, linked = false;
  if (f->printed < LEAST)
    return true; /* too little to tell anything */
  for (uint8_t k = f->digits.n; k == f->digits.n || k >= ROUNDED; k--)
    any = find_rounded(r, f, k, &linked) || any;
  return any;
}

/* ---- slips ------------------------------------------------------------ */
/* Is the cell's own figure among those near by in the sentence? */
static bool said_elsewhere(const reader *r, const hd_said *f,
                           const hd_indexed *e) {
  enum { AROUND = 40 };
  size_t own = (size_t)(f - r->figures.items);
  size_t from = own > AROUND ? own - AROUND : 0;
  for (size_t i = from; i < r->figures.n && i < own + AROUND; i++) {
    const hd_said *o = &r->figures.items[i];
    uint8_t n = o->printed < e->digits.n ? o->printed : HD_CELL_DIGITS;
    bool is = hd_cell_digits_rounds_to(&e->digits, &o->digits, n);
    if (is && i != own && o->printed > 1 &&
        sentence_of(r, o) == sentence_of(r, f))
      return true;
  }
  return false;
}

/* decreased by 17.4%, and a column of changes: both are rates. */
static bool both_change(const reader *r, const hd_said *f,
                        const hd_indexed *e) {
  static const char *const words[] = {
      "change", "chg",  "growth",  "variance",    "increase", "decrease",
      "var",    "rise", "decline", "improvement", NULL};
  const hd_claim *c = &r->l->claims->items[f->claim];
  hd_str header = r->index.headers[e->grid][e->column];
  if (!(c->aspects & HD_ASPECT_GROWTH) || !hd_worth_share(&r->rows, e))
    return false;
  return hd_str_has_any(header, words);
}

/* 48% were female, 37% White, 17% Black: is the figure a share, and alone in a
 * cell's bracket, 303 (73)? */
static bool in_bracket(const reader *r, const hd_said *f, const hd_indexed *e) {
  const hd_grid *g = r->index.all->items[e->grid];
  hd_span span = r->l->q->items[e->claim].span;
  const char *behind = r->l->doc->text.p + span.end;
  return r->l->q->items[f->claim].kind == HD_KIND_PERCENT && g->behind &&
         g->behind[(size_t)e->row * g->columns + e->column].claim == e->claim &&
         (*behind == ')' || (*behind == '%' && behind[1] == ')'));
}

/* Is the cell printed to fewer places, so that nothing tells its others? */
static bool is_coarser(const reader *r, const hd_said *f, const hd_indexed *e) {
  const hd_quantity *q = &r->l->q->items[f->claim];
  const hd_quantity *p = &r->l->q->items[e->claim];
  return p->decimals < q->decimals && hd_number_cmp(p->scale, q->scale) == 0;
}

/* Expenses increased $142.2 million, as follows: | Total | ... | 124,208 |.
 * Does the figure stand right beside the table, whose total needs no name? Of a
 * cell of its total row a swap in four digits tells enough. */
static bool is_beside_total(const reader *r, const hd_said *f,
                            const hd_indexed *e, hd_slip slip, uint8_t digits) {
  const hd_grid *g = r->index.all->items[e->grid];
  bool total = g->row_flags[e->row] & HD_LINE_TOTAL &&
               hd_str_trim(g->row_names[e->row]).n < 2 * LONG * LONG;
  return total && slip == HD_SLIP_SWAP && digits >= LONG && !e->second &&
         r->l->doc->lang == HD_LANG_EN && is_beside(r, f, e);
}

/* What speaks for a cell that the figure is. */
static double weigh_equal(reader *r, const hd_said *f, const hd_indexed *e) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  const vote *columns = vote_of(r, e, true, false);
  hd_cell_case c = {.slip = HD_SLIP_NONE,
                    .digits = f->printed,
                    .renamed = renamed(r, f, e),
                    .change = both_change(r, f, e),
                    .rest = hd_said_rest(&r->index, f, e),
                    .votes = columns ? columns->n : 0};
  return hd_cell_weigh(&list, (size_t)(f - r->figures.items), e, &c);
}

/* What speaks for it beyond what must; below 0: it is not enough. */
static double weigh(reader *r, const hd_said *f, const hd_indexed *e,
                    hd_slip slip, uint8_t digits, hd_worth like) {
  if (like == HD_WORTH_APART || digits < f->printed ||
      said_elsewhere(r, f, e) || (slip != HD_SLIP_POWER && is_coarser(r, f, e)))
    return -1;
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  const vote *columns = vote_of(r, e, true, false);
  hd_cell_case c = {.slip = slip,
                    .digits = digits,
                    .rescaled = like == HD_WORTH_RESCALED,
                    .renamed = renamed(r, f, e),
                    .change = both_change(r, f, e),
                    .rest = hd_said_rest(&r->index, f, e),
                    .votes = columns ? columns->n : 0};
  if (is_beside_total(r, f, e, slip, digits))
    return 0;
  return hd_cell_weigh(&list, (size_t)(f - r->figures.items), e, &c);
}

static void look_up(reader *r, const hd_said *f, hd_cell_digits key,
                    hd_slip slip, candidate *best) {
  uint8_t digits = key.n;
  hd_cell_digits whole = key;
  while (key.n > 1 && key.at[key.n - 1] == '0')
    key.n--;
  uint32_t at = hd_cell_index_first(&r->index, &key);
  for (int n = 0; at && n < HD_HITS_MOST;
       n++, at = r->index.keys.items[at].next) {
    const hd_indexed *e = &r->index.cells.items[r->index.keys.items[at].cell];
    if ((e->second && !in_bracket(r, f, e)) ||
        (digits < f->digits.n && e->digits.n > digits) ||
        !hd_cell_digits_rounds_to(&e->digits, &key, digits))
      continue;
    hd_worth like =
        slip == HD_SLIP_POWER
            ? hd_worth_by_ten(&r->rows, f, e)
            : hd_worth_compare(&r->rows, f, e, hd_worth_times(f, &whole));
    double weight = weigh(r, f, e, slip, digits, like);
    if (weight >= 0 && (!best->cell || weight > best->weight))
      *best = (candidate){e, slip, weight};
  }
}

/* Every swap of two digits and, where there are many, every other digit. */
static void try_slips(reader *r, const hd_said *f, const hd_cell_digits *d,
                      candidate *best) {
  hd_cell_digits key = *d;
  for (uint8_t i = 0; i < d->n; i++)
    for (uint8_t k = (uint8_t)(i + 1); k < d->n; k++) {
      if (d->at[i] == d->at[k] || (i == 0 && d->at[k] == '0'))
        continue;
      key.at[i] = d->at[k];
      key.at[k] = d->at[i];
      look_up(r, f, key, HD_SLIP_SWAP, best);
      key.at[i] = d->at[i];
      key.at[k] = d->at[k];
    }
  for (uint8_t i = 0; i < d->n && d->n > 1; i++) {
    for (char c = i ? '0' : '1'; c <= '9'; c++) {
      key.at[i] = c;
      if (c != d->at[i])
        look_up(r, f, key, HD_SLIP_DIGIT, best);
    }
    key.at[i] = d->at[i];
  }
}

/* A slip away from a cell of the row whose label stands beside the figure. */
static bool find_in_row(reader *r, const hd_said *f) {
  uint32_t cell = hd_row_figures_slip(&r->rows, f);
  if (cell != HD_NONE)
    add_link(r, f, &(hd_indexed){.claim = cell}, 60,
             "a slip away from a cell of the row it names");
  return cell != HD_NONE;
}

/* 320: a whole number with one zero at its end, which may be a digit. */
static bool ends_in_zero(const reader *r, const hd_said *f) {
  const hd_quantity *q = &r->l->q->items[f->claim];
  return f->digits.n < HD_CELL_DIGITS && q->decimals == 0 &&
         q->digits == f->digits.n + 1;
}

/* 70, of swapped digits 80, and up to 9 for what speaks for it besides. */
static uint8_t sure_of(const candidate *c) {
  enum { MORE = 9 };
  const double times = 3;
  int more = c->weight * times < MORE ? (int)(c->weight * times) : MORE;
  return (uint8_t)((c->slip == HD_SLIP_SWAP ? 80 : 70) + more);
}

/* The most that speaks for any cell that the figure is. */
static double best_equal(reader *r, const hd_said *f) {
  double best = 0;
  uint32_t at = hd_cell_index_first(&r->index, &f->digits);
  for (int n = 0; at && n < HD_HITS_MOST;
       n++, at = r->index.keys.items[at].next) {
    const hd_indexed *e = &r->index.cells.items[r->index.keys.items[at].cell];
    double weight = weigh_equal(r, f, e);
    best = weight > best ? weight : best;
  }
  return best;
}

/* In a large table most figures are some cell. Where next to nothing speaks for
 * that one, and much for a cell a slip away, it is no excuse. */
static bool outweighs(reader *r, const hd_said *f, const candidate *c) {
  const double swapped = 0.8, digit = 2.3, some = 1.3, little = 0.6;
  bool swap = c->slip == HD_SLIP_SWAP;
  return c->weight >= (swap ? swapped : digit) &&
         best_equal(r, f) <= (swap ? some : little);
}

static bool find_slip(reader *r, const hd_said *f) {
  enum { ROUNDED = 5, LEAST = 3 }; /* digits that it may be rounded to */
  candidate best = {0};
  for (uint8_t k = f->digits.n; k == f->digits.n || k >= ROUNDED; k--) {
    hd_cell_digits d = hd_cell_digits_round(&f->digits, k, true);
    try_slips(r, f, &d, &best);
    for (; k == f->digits.n && d.n < f->printed; d.n++) { /* 4.90 for 9.40 */
      hd_cell_digits longer = d;
      longer.at[longer.n++] = '0';
      try_slips(r, f, &longer, &best);
      d.at[d.n] = '0';
    }
    if (k == f->digits.n && k == f->printed && ends_in_zero(r, f)) {
      hd_cell_digits longer = d; /* 320 for 302 */
      longer.at[longer.n++] = '0';
      try_slips(r, f, &longer, &best);
    }
  }
  if (f->digits.n >= LEAST)
    look_up(r, f, f->digits, HD_SLIP_POWER, &best);
  if (best.cell && f->agrees && !outweighs(r, f, &best))
    return false;
  if (best.cell) {
    add_link(r, f, best.cell, sure_of(&best),
             "a slip away from a cell of its name");
    if (best.slip == HD_SLIP_POWER)
      r->l->links.items[r->l->links.n - 1].differs = "scale";
    return true;
  }
  return find_in_row(r, f);
}

/* ---- blocks ------------------------------------------------------------ */
/* A count of four digits that may be a year is none. */
static bool is_figure(const hd_quantity *q, bool english) {
  double v = hd_number_double(q->low);
  if (!q->unit && !q->grouped && q->decimals == 0 && v >= 1900 && v < 2100)
    return false;
  bool kind = q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
              q->kind == HD_KIND_PERCENT ||
              (q->decimals && english &&
               (q->kind == HD_KIND_POINT || q->kind == HD_KIND_MULTIPLE ||
                q->kind == HD_KIND_AGE || q->kind == HD_KIND_STATISTIC));
  return kind && !q->numeral && q->low_known && q->high_known &&
         hd_number_cmp(q->low, q->high) == 0;
}

/* A slip away from the other cell of the pair that the figure beside it begins
 * or ends. */
static bool find_fellow(reader *r, size_t i) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  const hd_said *f = &r->figures.items[i];
  const size_t beside[] = {i - 1, i + 1};
  for (size_t k = 0; k < 2; k++) {
    if (beside[k] >= r->figures.n ||
        hd_cell_pairs_hold(&list, k ? i : beside[k]))
      continue;
    uint32_t cell =
        hd_fellow_slip(&r->rows, &r->index, f, &r->figures.items[beside[k]]);
    if (cell == HD_NONE)
      continue;
    add_link(r, f, &(hd_indexed){.claim = cell}, 60,
             "a slip away from the fellow of the cell beside it");
    return true;
  }
  return false;
}

/* Pairs of figures beside pairs that read out two lines. */
static void find_pairs(reader *r) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  hd_cell_slip slips[HD_CELL_PAIRS_MOST];
  size_t n = hd_cell_pairs_slips(&list, slips);
  for (size_t i = 0; i < n; i++)
    if (!r->figures.items[slips[i].figure].told)
      add_link(r, &r->figures.items[slips[i].figure],
               &(hd_indexed){.claim = slips[i].claim}, 75,
               "a slip away from the cell that other pairs have for it");
}

/* ---- figures of one row ------------------------------------------------ */
/* Is a cell of figure k in the row of e, in another column? */
static bool has_mate(const reader *r, const hd_said *k, const hd_indexed *e) {
  for (uint8_t h = 0; h < k->n_hits + k->n_loose; h++) {
    const hd_indexed *o =
        &r->index.cells
             .items[h < k->n_hits ? k->hits[h] : k->loose[h - k->n_hits]];
    if (o->grid == e->grid && o->row == e->row && o->column != e->column &&
        o->second == e->second)
      return true;
  }
  return false;
}

/* Two figures of a sentence that are cells of one row speak for that row, if
 * a part of its name alone is told (net income; Net income attributable to
 * the parent). Of a large table chance finds such, so there digits must be
 * more. */
static bool may_be_mate(const reader *r, const hd_said *f,
                        const hd_indexed *e) {
  enum { SMALL = 300, MORE = 4, SOME = 20 };
  const hd_grid *g = r->index.all->items[e->grid];
  return ((size_t)g->rows * g->columns <= SMALL || f->digits.n >= MORE) &&
         hd_said_names(f, e->name) >= SOME;
}

static void find_mates(reader *r, size_t i) {
  enum { REACH = 4 };
  hd_said *f = &r->figures.items[i];
  size_t from = i > REACH ? i - REACH : 0;
  for (uint8_t h = 0; h < f->n_loose && f->n_hits < HD_SAID_HITS; h++) {
    const hd_indexed *e = &r->index.cells.items[f->loose[h]];
    bool found = false;
    for (size_t k = from; k < r->figures.n && k <= i + REACH && !found; k++)
      found = k != i &&
              sentence_of(r, &r->figures.items[k]) == sentence_of(r, f) &&
              has_mate(r, &r->figures.items[k], e);
    if (!found || !may_be_mate(r, f, e))
      continue;
    f->hits[f->n_hits++] = f->loose[h];
    cast(r, e, sentence_of(r, f));
  }
}

/* A slip away from the cell that is its turn in a column read out. */
static bool find_framed(reader *r, size_t i) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  uint32_t cell = hd_cell_frame_slip(&list, i);
  if (cell != HD_NONE)
    add_link(r, &r->figures.items[i], &(hd_indexed){.claim = cell}, 75,
             "a slip away from the cell that the column has for it");
  return cell != HD_NONE;
}

/* A slip away from a cell that is left of the line the others are of. */
static bool find_series(reader *r, size_t i) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  uint32_t cell = hd_cell_series_slip(&list, i);
  if (cell != HD_NONE)
    add_link(r, &r->figures.items[i], &(hd_indexed){.claim = cell}, 77,
             "a slip away from what is left of a line read out");
  return cell != HD_NONE;
}

static void judge_block(reader *r) {
  r->n_votes = 0;
  for (size_t i = 0; i < r->figures.n; i++)
    r->figures.items[i].agrees = find_equal(r, &r->figures.items[i]);
  for (size_t i = 0; i < r->figures.n; i++)
    if (r->figures.items[i].n_loose)
      find_mates(r, i);
  for (size_t i = 0; i < r->figures.n; i++) {
    const hd_said *f = &r->figures.items[i];
    bool found = false;
    if (!f->agrees || f->printed > 2)
      found = find_slip(r, f);
    else if (f->printed == 1)
      found = find_in_row(r, f); /* 9.0 */
    if (!found)
      found = find_framed(r, i);
    if (!found)
      found = find_fellow(r, i);
    if (!found)
      found = find_series(r, i);
    r->figures.items[i].told = found;
  }
  find_pairs(r);
  r->figures.n = 0;
}

static void read_figure(reader *r, size_t k) {
  const hd_quantity *q = hd_linker_figure(r->l, k);
  if (!is_figure(q, r->l->doc->lang == HD_LANG_EN) ||
      hd_beside_of_interval(r->l, q))
    return;
  hd_said f = {.claim = r->l->order[k], .digits = hd_cell_digits_read(r->l, q)};
  if (!f.digits.n)
    return;
  bool zeros =
      (q->decimals || q->kind == HD_KIND_PERCENT) && q->digits > f.digits.n;
  f.printed = zeros && q->digits <= HD_CELL_DIGITS ? q->digits : f.digits.n;
  hd_said_read(r->l, &f,
               r->figures.n ? &r->figures.items[r->figures.n - 1] : NULL);
  HD_PUSH(r->l->arena, &r->figures, f);
}

void hd_link_text_cells(hd_grids *grids) {
  reader r = {.l = grids->l};
  hd_cell_index_build(&r.index, grids);
  hd_row_labels_start(&r.rows, grids);
  r.scales = hd_arena_alloc(r.l->arena, (grids->n + 1) * sizeof *r.scales);
  uint32_t block = HD_NONE;
  for (size_t k = 0; k < r.l->n_order; k++) {
    const hd_claim *c = hd_linker_claim(r.l, k);
    if (r.l->text->sentences[c->sentence].cell != HD_NONE)
      continue;
    if (c->block != block)
      judge_block(&r);
    block = c->block;
    read_figure(&r, k);
  }
  judge_block(&r);
  hd_scale_links(r.l, &r.rows, r.scales, grids->n);
  hd_row_changes(&r.rows);
}
