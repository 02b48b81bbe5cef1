/* text_slip: the cell of which a figure of running text is a slip away.
 *
 * In: a figure and the cells. Out: a TEXT_CELL link of strength 80 and more
 * where a swap of two digits, 70 and more where another digit makes it a cell
 * for which enough speaks (cell_evidence.c), 60 where the row that it names
 * has such a cell. A figure that is any cell's agrees, unless next to nothing
 * speaks for that cell and much for this one. Slips are looked up, not searched
 * for: each swap and each other digit of the figure is a key of the index.
 * Constant work a figure. */
#include "text_reader.h"

enum { LONG = HD_WORTH_LONG };

typedef struct {
  const hd_indexed *cell;
  hd_slip slip;
  double weight;
} candidate;

/* Is the cell's own figure among those near by in the sentence? */
static bool said_elsewhere(const hd_text_reader *r, const hd_said *f,
                           const hd_indexed *e) {
  enum { AROUND = 40 };
  size_t own = (size_t)(f - r->figures.items);
  size_t from = own > AROUND ? own - AROUND : 0;
  for (size_t i = from; i < r->figures.n && i < own + AROUND; i++) {
    const hd_said *o = &r->figures.items[i];
    uint8_t n = o->printed < e->digits.n ? o->printed : HD_CELL_DIGITS;
    bool is = hd_cell_digits_rounds_to(&e->digits, &o->digits, n);
    if (is && i != own && o->printed > 1 &&
        hd_text_sentence(r, o) == hd_text_sentence(r, f))
      return true;
  }
  return false;
}

/* decreased by 17.4%, and a column of changes: both are rates. */
static bool both_change(const hd_text_reader *r, const hd_said *f,
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
static bool in_bracket(const hd_text_reader *r, const hd_said *f,
                       const hd_indexed *e) {
  const hd_grid *g = r->index.all->items[e->grid];
  hd_span span = r->l->q->items[e->claim].span;
  const char *behind = r->l->doc->text.p + span.end;
  return r->l->q->items[f->claim].kind == HD_KIND_PERCENT && g->behind &&
         g->behind[(size_t)e->row * g->columns + e->column].claim == e->claim &&
         (*behind == ')' || (*behind == '%' && behind[1] == ')'));
}

/* Is the cell printed to fewer places, so that nothing tells its others? */
static bool is_coarser(const hd_text_reader *r, const hd_said *f,
                       const hd_indexed *e) {
  const hd_quantity *q = &r->l->q->items[f->claim];
  const hd_quantity *p = &r->l->q->items[e->claim];
  return p->decimals < q->decimals && hd_number_cmp(p->scale, q->scale) == 0;
}

/* Expenses increased $142.2 million, as follows: | Total | ... | 124,208 |.
 * Does the figure stand right beside the table, whose total needs no name? Of a
 * cell of its total row a swap in four digits tells enough. */
static bool is_beside_total(const hd_text_reader *r, const hd_said *f,
                            const hd_indexed *e, hd_slip slip, uint8_t digits) {
  const hd_grid *g = r->index.all->items[e->grid];
  bool total = g->row_flags[e->row] & HD_LINE_TOTAL &&
               hd_str_trim(g->row_names[e->row]).n < 2 * LONG * LONG;
  return total && slip == HD_SLIP_SWAP && digits >= LONG && !e->second &&
         r->l->doc->lang == HD_LANG_EN && hd_text_beside(r, f, e);
}

/* What speaks for a cell that the figure is. */
static double weigh_equal(hd_text_reader *r, const hd_said *f,
                          const hd_indexed *e) {
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  const hd_text_tally *columns = hd_text_vote(r, e, true, false);
  hd_cell_case c = {.slip = HD_SLIP_NONE,
                    .digits = f->printed,
                    .renamed = hd_text_renamed(r, f, e),
                    .change = both_change(r, f, e),
                    .rest = hd_said_rest(&r->index, f, e),
                    .votes = columns ? columns->n : 0};
  return hd_cell_weigh(&list, (size_t)(f - r->figures.items), e, &c);
}

/* What speaks for it beyond what must; below 0: it is not enough. */
static double weigh(hd_text_reader *r, const hd_said *f, const hd_indexed *e,
                    hd_slip slip, uint8_t digits, hd_worth like) {
  if (like == HD_WORTH_APART || digits < f->printed ||
      said_elsewhere(r, f, e) || (slip != HD_SLIP_POWER && is_coarser(r, f, e)))
    return -1;
  hd_said_list list = {&r->index, r->figures.items, r->figures.n};
  const hd_text_tally *columns = hd_text_vote(r, e, true, false);
  hd_cell_case c = {.slip = slip,
                    .digits = digits,
                    .rescaled = like == HD_WORTH_RESCALED,
                    .renamed = hd_text_renamed(r, f, e),
                    .change = both_change(r, f, e),
                    .rest = hd_said_rest(&r->index, f, e),
                    .votes = columns ? columns->n : 0};
  if (is_beside_total(r, f, e, slip, digits))
    return 0;
  return hd_cell_weigh(&list, (size_t)(f - r->figures.items), e, &c);
}

static void look_up(hd_text_reader *r, const hd_said *f, hd_cell_digits key,
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
static void try_slips(hd_text_reader *r, const hd_said *f,
                      const hd_cell_digits *d, candidate *best) {
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
bool hd_text_in_row(hd_text_reader *r, const hd_said *f) {
  uint32_t cell = hd_row_figures_slip(&r->rows, f);
  if (cell != HD_NONE)
    hd_text_add(r, f, &(hd_indexed){.claim = cell}, 60,
                "a slip away from a cell of the row it names");
  return cell != HD_NONE;
}

/* 320: a whole number with one zero at its end, which may be a digit. */
static bool ends_in_zero(const hd_text_reader *r, const hd_said *f) {
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
static double best_equal(hd_text_reader *r, const hd_said *f) {
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
static bool outweighs(hd_text_reader *r, const hd_said *f, const candidate *c) {
  const double swapped = 0.8, digit = 2.3, some = 1.3, little = 0.6;
  bool swap = c->slip == HD_SLIP_SWAP;
  return c->weight >= (swap ? swapped : digit) &&
         best_equal(r, f) <= (swap ? some : little);
}

bool hd_text_slip(hd_text_reader *r, const hd_said *f) {
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
    hd_text_add(r, f, best.cell, sure_of(&best),
                "a slip away from a cell of its name");
    if (best.slip == HD_SLIP_POWER)
      r->l->links.items[r->l->links.n - 1].differs = "scale";
    return true;
  }
  return !f->agrees && hd_text_in_row(r, f);
}
