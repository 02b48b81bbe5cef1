/* row_amount: amounts of change that name their row behind them, or behind a
 * level of it.
 *
 * In: a sentence with a $99.0 million increase in personnel costs, an increase
 * of $99.0 million in personnel costs, or personnel costs were $684.8 million,
 * up 15.3% (an increase of $90.9 million). Out: CELL_CHANGE links of the amount
 * and two cells of the row, as row_change.c makes them. Only where the label
 * is the end of what is said: an increase in revenue from licences is none of
 * revenue. Work for a figure is bounded by the labels of its sentence. */
#include "row_change.h"

enum { REACH = 40 };

static hd_str said(const hd_row_change *c, uint32_t from, uint32_t to) {
  return hd_linker_between(c->l, from, to);
}

static hd_span sentence_of(const hd_row_change *c) {
  return c->l->text->sentences[c->sentence].span;
}

/* The change of the noun: of a rate or an amount, exact or about. */
static bool is_figure(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return (q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_COUNT) &&
         !q->numeral && q->low_known && q->high_known &&
         hd_number_cmp(q->low, q->high) == 0 && q->bound <= HD_BOUND_ABOUT;
}

/* Is what is said at its end behind the label, or goes on with when and why? */
static bool is_closed(const hd_row_change *c, uint32_t end) {
  static const char *const heads[] = {".",
                                      ",",
                                      ";",
                                      ")",
                                      " primarily",
                                      " mainly",
                                      " due to",
                                      " compared",
                                      " as comp",
                                      " during",
                                      " for the",
                                      " in 2",
                                      " in fiscal",
                                      " versus",
                                      " year over year",
                                      " over the prior",
                                      NULL};
  hd_str s = said(c, end, sentence_of(c).end);
  return !s.n || hd_str_starts_any(s, heads);
}

/* in, in our, in the: from the noun, or the figure, to the label. */
static bool leads_to(hd_str gap) {
  static const char *const gaps[] = {" in ", " in our ", " in the ",
                                     " in total ", NULL};
  return hd_str_is_any(gap, gaps);
}

/* by, of, with and without a currency, about. */
static bool leads_amount(hd_str gap) {
  static const char *const gaps[] = {" ",
                                     " $",
                                     " €",
                                     " £",
                                     " of ",
                                     " of $",
                                     " of about ",
                                     " of about $",
                                     " by ",
                                     " by $",
                                     " of approximately ",
                                     " of approximately $",
                                     " of €",
                                     " of £",
                                     NULL};
  return hd_str_is_any(gap, gaps);
}

static const hd_token *token(const hd_row_change *c, hd_span span, bool last) {
  return hd_linker_token(c->l, c->sentence, span, HD_WORD_CHANGE, last);
}

/* The word of change right before the figure (an increase of $99.0 million). */
static const hd_token *word_before(const hd_row_change *c, hd_span figure) {
  hd_span all = sentence_of(c);
  uint32_t low = figure.off > all.off + REACH ? figure.off - REACH : all.off;
  const hd_token *t = token(c, (hd_span){low, figure.off}, true);
  return t && leads_amount(said(c, t->span.end, figure.off)) ? t : NULL;
}

/* The one right behind it (a $99.0 million increase). */
static const hd_token *word_behind(const hd_row_change *c, hd_span figure) {
  hd_span all = sentence_of(c);
  uint32_t high = figure.end + REACH < all.end ? figure.end + REACH : all.end;
  const hd_token *t = token(c, (hd_span){figure.end, high}, false);
  return t && hd_str_is(said(c, figure.end, t->span.off), " ") ? t : NULL;
}

/* The label that ends what begins at `from` with in. */
static const hd_mention *label_behind(const hd_row_change *c, uint32_t from) {
  for (size_t i = 0; i < c->rows->n; i++) {
    const hd_mention *m = &c->rows->mentions[i];
    if (m->span.off > from && leads_to(said(c, from, m->span.off)) &&
        is_closed(c, m->span.end))
      return m;
  }
  return NULL;
}

/* in 2019, an: what stands between a level and the word of its change: when,
 * then a mark. */
static bool leads_from(hd_str gap) {
  static const char *const tails[] = {", ", ", an ", ", a ",
                                      " (", " (an ", " (a "};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
    hd_str tail = hd_str_of(tails[i]);
    if (hd_str_ends(gap, tail) &&
        hd_row_label_links((hd_str){gap.p, gap.n - tail.n}))
      return true;
  }
  return false;
}

/* $684.8 million in 2019, up 15.3%: the label of the level before. */
static const hd_mention *label_of_level(const hd_row_change *c, size_t k,
                                        const hd_token *word) {
  enum { BACK = 2 };
  for (size_t n = 1; n <= BACK && n <= k; n++) {
    if (hd_linker_claim(c->l, k - n)->sentence != c->sentence)
      return NULL;
    if (!is_figure(c->l, k - n))
      continue;
    uint32_t end = hd_linker_figure(c->l, k - n)->span.end;
    return leads_from(said(c, end, word->span.off))
               ? hd_row_label_of(c->rows, c->l->order[k - n])
               : NULL;
  }
  return NULL;
}

/* Finds word and label of figure k. */
static bool read_amount(hd_row_change *c, size_t k) {
  hd_span figure = hd_linker_figure(c->l, k)->span;
  c->verb = word_behind(c, figure);
  c->label = c->verb ? label_behind(c, c->verb->span.end) : NULL;
  if (c->label)
    return true;
  c->verb = word_before(c, figure);
  if (!c->verb)
    return false;
  c->label = label_behind(c, figure.end);
  if (!c->label)
    c->label = label_of_level(c, k, c->verb);
  return c->label != NULL;
}

static void judge_amount(hd_row_change *c, size_t k) {
  const hd_cell_pair *near, *fits;
  if (!read_amount(c, k))
    return;
  hd_row_pairs_find(c);
  fits = hd_row_pair_of(c, k, &near);
  for (uint32_t i = 0; !fits && i < c->n; i++)
    if (hd_row_figures_printed(c->rows, c->l->order[k], c->pairs[i].grid,
                               c->pairs[i].row))
      return;
  if (fits)
    hd_row_change_say(c, k, fits, 90);
  else if (near && near->met)
    hd_row_change_say(c, k, near, 60);
}

void hd_row_amounts(hd_row_change *c) {
  hd_span all = sentence_of(c);
  hd_row_labels_read(c->rows, c->sentence);
  c->years = hd_years_in(said(c, all.off, all.end));
  for (size_t k = hd_linker_figure_from(c->l, all.off);
       c->rows->n && k < c->l->n_order &&
       hd_linker_claim(c->l, k)->sentence == c->sentence;
       k++)
    if (is_figure(c->l, k))
      judge_amount(c, k);
}
