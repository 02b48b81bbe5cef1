/* row_told: which way a change went, by the cells that give its amount.
 *
 * In: a sentence with an amount of change (an increase of $7.8 million; rose
 * by $12.8 million) and labels of rows. Out: a CELL_CHANGE link of the word of
 * change alone, where two cells of such a row differ by that amount and every
 * pair that does goes the other way. Unlike what row_change.c reads, label and
 * word may stand anywhere in the sentence: that the amount is what the cells
 * give says that they are meant. Of some 230 such places of published filings
 * all go the way of their word. */
#include "row_change.h"

enum { BETWEEN = 60, BEHIND = 8, DIGITS = 2 };

static hd_str said(const hd_row_change *c, uint32_t from, uint32_t to) {
  return hd_linker_between(c->l, from, to);
}

/* An amount that may be a change, of two digits and more. */
static bool is_amount(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return (q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_COUNT) &&
         !q->numeral && q->low_known && q->high_known &&
         hd_number_cmp(q->low, q->high) == 0 && q->bound <= HD_BOUND_ABOUT &&
         hd_number_double(q->low) >=
             hd_number_double(q->last_digit) * hd_row_power(DIGITS - 1);
}

/* Words that say of the amount itself that it came or went. */
static bool is_change(const hd_token *t) {
  static const char *const words[] = {"increas", "decreas", "declin", "rose",
                                      "rise",    "fell",    "fall",   "grew",
                                      "grow",    "drop",    NULL};
  return t && hd_str_starts_any(t->word->text, words);
}

/* by, of, in the sales of, its allowance by: what stands between a change and
 * its amount. */
static bool leads_on(hd_str gap) {
  static const char *const fillers[] = {"$", "approximately", "about", "€",
                                        "£", "nearly"};
  gap = hd_str_trim(gap);
  for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
    if (hd_str_ends(gap, hd_str_of(fillers[i])))
      return leads_on((hd_str){gap.p, gap.n - strlen(fillers[i])});
  if (!gap.n || hd_str_is(gap, "by") || hd_str_is(gap, "of"))
    return true;
  for (size_t i = 0; i < gap.n; i++)
    if (strchr(",.;:()", gap.p[i]) || (gap.p[i] >= '0' && gap.p[i] <= '9'))
      return false;
  return hd_str_ends(gap, HD_STR(" by")) ||
         (hd_str_starts(gap, HD_STR("in ")) && hd_str_ends(gap, HD_STR(" of")));
}

/* would increase by $78 million: what is not said to have happened. */
static bool is_supposed(const hd_row_change *c) {
  static const char *const words[] = {" would ", " could ", " may ", " might ",
                                      "If ",     " if ",    NULL};
  hd_span all = c->l->text->sentences[c->sentence].span;
  return hd_str_has_any(said(c, all.off, all.end), words);
}

/* The word of change right before or behind figure k; NULL. */
static const hd_token *change_of(const hd_row_change *c, size_t k) {
  hd_span all = c->l->text->sentences[c->sentence].span;
  hd_span figure = hd_linker_figure(c->l, k)->span;
  uint32_t low =
      figure.off > all.off + BETWEEN ? figure.off - BETWEEN : all.off;
  const hd_token *t = hd_linker_token(
      c->l, c->sentence, (hd_span){low, figure.off}, HD_WORD_CHANGE, true);
  if (is_change(t) && leads_on(said(c, t->span.end, figure.off)))
    return t;
  uint32_t high =
      figure.end + BETWEEN < all.end ? figure.end + BETWEEN : all.end;
  t = hd_linker_token(c->l, c->sentence, (hd_span){figure.end, high},
                      HD_WORD_CHANGE, false);
  if (!is_change(t) || t->span.off - figure.end > BEHIND)
    return NULL;
  hd_str gap = hd_str_trim(said(c, figure.end, t->span.off));
  return !gap.n || hd_str_is(gap, "net") ? t : NULL;
}

/* Is the amount what the cells differ by: of two digits only where the table
 * says its scale? */
static bool gives(const hd_row_change *c, const hd_cell_pair *p, size_t k) {
  const hd_quantity *q = hd_linker_figure(c->l, k);
  bool short_one = hd_number_double(q->low) <
                   hd_number_double(q->last_digit) * hd_row_power(DIGITS);
  return p->met && (!short_one || c->rows->scales[p->grid] >= 0) &&
         hd_row_pair_gives(c, p, k);
}

/* The labels of the sentence, and of a run-in before it (APAC. Operating
 * income fell). */
static void judge_amount(hd_row_change *c, size_t k) {
  const hd_cell_pair *first = NULL;
  hd_cell_pair kept;
  c->verb = change_of(c, k);
  if (!c->verb)
    return;
  for (size_t i = 0; i < c->rows->n; i++) {
    c->label = &c->rows->mentions[i];
    hd_row_pairs_find(c);
    for (uint32_t p = 0; p < c->n; p++) {
      if (!gives(c, &c->pairs[p], k))
        continue;
      if (hd_row_pair_against(c, &c->pairs[p]) <= 0)
        return;
      kept = c->pairs[p];
      first = &kept;
    }
  }
  if (first)
    hd_row_change_say(c, HD_NONE, first, 90);
}

void hd_row_told(hd_row_change *c) {
  hd_span all = c->l->text->sentences[c->sentence].span;
  size_t k = hd_linker_figure_from(c->l, all.off);
  if (is_supposed(c))
    return;
  hd_row_labels_read(c->rows, c->sentence);
  c->years = hd_years_in(said(c, all.off, all.end));
  for (; c->rows->n && k < c->l->n_order &&
         hd_linker_claim(c->l, k)->sentence == c->sentence;
       k++)
    if (is_amount(c->l, k))
      judge_amount(c, k);
}
