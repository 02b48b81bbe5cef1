/* text_cell: figures of running text that restate a cell of a table.
 *
 * In: the grids of all tables and the claims outside of them. Out: TEXT_CELL
 * links, level: the figure in the text, base: the cell. Strength 90: they
 * agree, and the cell's row is named before the figure. 70 to 89: a slip of the
 * pen makes it a cell for which enough speaks (text_slip.c). 60 to 77: it
 * breaks what the figures beside it read out (cell_frame.c, cell_series.c,
 * cell_pairs.c). A figure that is any cell's, rounded and in whatever unit,
 * agrees. Constant work a figure. */
#include "beside.h"
#include "cell_frame.h"
#include "cell_pairs.h"
#include "cell_series.h"
#include "text_reader.h"

enum { LONG = HD_WORTH_LONG };

static void cast(hd_text_reader *r, const hd_indexed *e, uint32_t sentence) {
  hd_text_tally *column = hd_text_vote(r, e, true, true);
  hd_text_tally *row = hd_text_vote(r, e, false, true);
  if (column)
    column->n++;
  if (row) {
    row->n = row->sentence == sentence ? row->n + 1 : 1;
    row->sentence = sentence;
  }
}

/* Notes a figure of a cell at another scale, where the text names the cell's
 * row, or the figure has digits enough; beside the table those do as a name. */
static void note_scale(hd_text_reader *r, const hd_said *f,
                       const hd_indexed *e) {
  enum { NAMED = 50, WHOLE = 100, LONG_CELL = 3 };
  const hd_grid *g = r->index.all->items[e->grid];
  int power = e->digits.n >= LONG_CELL ? hd_worth_power_off(&r->rows, f, e) : 0;
  if (!power || (g->column_flags[e->column] | g->row_flags[e->row]) &
                    HD_LINE_MEAN) /* averages are told in units */
    return;
  int named = e->name.n ? hd_said_names(f, e->name) : 0;
  if (named < WHOLE && e->name.n && hd_text_renamed(r, f, e))
    named = WHOLE;
  bool beside = hd_text_beside(r, f, e);
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
static bool find_rounded(hd_text_reader *r, hd_said *f, uint8_t k,
                         bool *linked) {
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
    if (!named && !hd_text_renamed(r, f, e) && f->digits.n < TELLING) {
      if (printed >= MATE && f->n_loose < HD_SAID_HITS)
        f->loose[f->n_loose++] = r->index.keys.items[at].cell;
      continue;
    }
    if (f->n_hits < HD_SAID_HITS)
      f->hits[f->n_hits++] = r->index.keys.items[at].cell;
    cast(r, e, hd_text_sentence(r, f));
    if (!*linked)
      hd_text_add(r, f, e, 90, "the figure of a cell");
    *linked = true;
  }
  return any;
}

static bool find_equal(hd_text_reader *r, hd_said *f) {
  enum { LEAST = 2, ROUNDED = 4 };
  bool any = false, linked = false;
  if (f->printed < LEAST)
    return true; /* too little to tell anything */
  for (uint8_t k = f->digits.n; k == f->digits.n || k >= ROUNDED; k--)
    any = find_rounded(r, f, k, &linked) || any;
  return any;
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
static bool find_fellow(hd_text_reader *r, size_t i) {
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
    hd_text_add(r, f, &(hd_indexed){.claim = cell}, 60,
                "a slip away from the fellow of the cell beside it");
    return true;
  }
  return false;
}

/* Pairs of figures beside pairs that read out two lines. */
static void find_pairs(hd_text_reader *r) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  hd_cell_slip slips[HD_CELL_PAIRS_MOST];
  size_t n = hd_cell_pairs_slips(&list, slips);
  for (size_t i = 0; i < n; i++)
    if (!r->figures.items[slips[i].figure].told)
      hd_text_add(r, &r->figures.items[slips[i].figure],
                  &(hd_indexed){.claim = slips[i].claim}, 75,
                  "a slip away from the cell that other pairs have for it");
}

/* ---- figures of one row ------------------------------------------------ */
/* Is a cell of figure k in the row of e, in another column? */
static bool has_mate(const hd_text_reader *r, const hd_said *k,
                     const hd_indexed *e) {
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
static bool may_be_mate(const hd_text_reader *r, const hd_said *f,
                        const hd_indexed *e) {
  enum { SMALL = 300, MORE = 4, SOME = 20 };
  const hd_grid *g = r->index.all->items[e->grid];
  return ((size_t)g->rows * g->columns <= SMALL || f->digits.n >= MORE) &&
         hd_said_names(f, e->name) >= SOME;
}

static void find_mates(hd_text_reader *r, size_t i) {
  enum { REACH = 4 };
  hd_said *f = &r->figures.items[i];
  size_t from = i > REACH ? i - REACH : 0;
  for (uint8_t h = 0; h < f->n_loose && f->n_hits < HD_SAID_HITS; h++) {
    const hd_indexed *e = &r->index.cells.items[f->loose[h]];
    bool found = false;
    for (size_t k = from; k < r->figures.n && k <= i + REACH && !found; k++)
      found =
          k != i &&
          hd_text_sentence(r, &r->figures.items[k]) == hd_text_sentence(r, f) &&
          has_mate(r, &r->figures.items[k], e);
    if (!found || !may_be_mate(r, f, e))
      continue;
    f->hits[f->n_hits++] = f->loose[h];
    cast(r, e, hd_text_sentence(r, f));
  }
}

/* A slip away from the cell that is its turn in a column read out. */
static bool find_framed(hd_text_reader *r, size_t i) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  uint32_t cell = hd_cell_frame_slip(&list, i);
  if (cell != HD_NONE)
    hd_text_add(r, &r->figures.items[i], &(hd_indexed){.claim = cell}, 75,
                "a slip away from the cell that the column has for it");
  return cell != HD_NONE;
}

/* A slip away from a cell that is left of the line the others are of. */
static bool find_series(hd_text_reader *r, size_t i) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  uint32_t cell = hd_cell_series_slip(&list, i);
  if (cell != HD_NONE)
    hd_text_add(r, &r->figures.items[i], &(hd_indexed){.claim = cell}, 77,
                "a slip away from what is left of a line read out");
  return cell != HD_NONE;
}

static void judge_block(hd_text_reader *r) {
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
      found = hd_text_slip(r, f);
    else if (f->printed == 1)
      found = hd_text_in_row(r, f); /* 9.0 */
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

static void read_figure(hd_text_reader *r, size_t k) {
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
  hd_text_reader r = {.l = grids->l};
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
