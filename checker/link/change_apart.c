/* change_apart: level, base and rate of a change in sentences of their own.
 *
 * In: claims of an English document in order. Out: CHANGE_OF links.
 * - There were 270,000 births in 2012. This compares with 261,000 in 2011.
 *   In 2012 there was also a 3.1% increase in the number of births: base is
 *   what the second sentence says first, level what the one before it does;
 * - The grant will rise from $24 million to $30 million. This marks an
 *   increase of 25%: both ends stand in the sentence before.
 * Three sentences of one block are looked at, so the time is linear. */
#include "changes.h"

static bool in_sentence(const hd_linker *l, size_t k, uint32_t s) {
  return k < l->n_order && hd_linker_claim(l, k)->sentence == s;
}

static size_t first_of(const hd_linker *l, size_t k) {
  uint32_t s = hd_linker_claim(l, k)->sentence;
  while (k > 0 && in_sentence(l, k - 1, s))
    k--;
  return k;
}

static bool begins(const hd_linker *l, uint32_t s,
                   const char *const *openings) {
  return hd_str_starts_any(hd_document_text(l->doc, l->text->sentences[s].span),
                           openings);
}

static bool one_block(const hd_linker *l, uint32_t a, uint32_t b) {
  return l->text->sentences[a].block == l->text->sentences[b].block &&
         l->text->sentences[a].cell == HD_NONE &&
         l->text->sentences[b].cell == HD_NONE;
}

static bool is_rate(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return hd_linker_figure(l, k)->kind == HD_KIND_PERCENT &&
         c->aspects & HD_ASPECT_GROWTH && !c->modelled &&
         !(c->aspects & HD_ASPECT_AVERAGE) &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN);
}

static bool is_level(const hd_linker *l, size_t k) {
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT) &&
         !hd_linker_figure(l, k)->numeral &&
         !(hd_linker_claim(l, k)->aspects &
           (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH | HD_ASPECT_SHARE));
}

static void add(hd_linker *l, size_t level, size_t base, size_t rate) {
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  link.level = hd_linker_ref(l, l->order[level]);
  link.base = hd_linker_ref(l, l->order[base]);
  link.cue = hd_linker_claim(l, rate)->cue;
  link.anchor = hd_linker_claim(l, rate)->verb;
  hd_linker_set_change(l, rate, &link);
  hd_linker_add(l, link);
}

/* The last word of what the figure is of; empty where it is short. */
static hd_str noun_of(const hd_linker *l, size_t k) {
  enum { LEAST = 4 };
  hd_str s = hd_linker_claim(l, k)->subject.text;
  size_t from = s.n;
  while (from > 0 && s.p[from - 1] != ' ')
    from--;
  s = (hd_str){s.p + from, s.n - from};
  return s.n >= LEAST ? s : (hd_str){0};
}

/* Does sentence s name a year other than that of figure k? */
static bool other_year(const hd_linker *l, uint32_t s, size_t k) {
  int16_t year = hd_linker_claim(l, k)->period.first.year;
  hd_span span = l->text->sentences[s].span;
  for (size_t i = hd_quantities_from(l->q, span.off);
       i < l->q->n && l->q->items[i].span.off < span.end; i++) {
    const hd_quantity *q = &l->q->items[i];
    if ((q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) &&
        q->first.year && year && q->first.year != year)
      return true;
  }
  return false;
}

/* Is the noun in `said` all that is counted: at the end, before a verb? */
static bool is_whole(hd_str said, hd_str noun) {
  static const char *const narrower[] = {
      " from ",    " of ",    " by ",   " for ",  " in ",  " to ",   " among ",
      " with ",    " at ",    " on ",   " made ", " who ", " that ", " which ",
      " between ", " under ", " over ", " (",     ", ",    NULL};
  size_t at = hd_str_find(said, noun);
  if (at >= said.n)
    return false;
  said = (hd_str){said.p + at + noun.n, said.n - at - noun.n};
  return !hd_str_starts_any(said, narrower);
}

/* This compares with |80,000: does nothing else stand before the base? */
static bool compares(const hd_linker *l, size_t base) {
  static const char *const openings[] = {"This compares ",
                                         "This compared ",
                                         "This was compared ",
                                         "This is compared ",
                                         "It compares ",
                                         "It compared ",
                                         "That compares ",
                                         "That compared ",
                                         "These compare ",
                                         "These compared ",
                                         NULL};
  static const char *const ends[] = {"with", "to", "with the", "to the", NULL};
  uint32_t s = hd_linker_claim(l, base)->sentence;
  hd_str said = hd_str_trim(hd_linker_between(
      l, l->text->sentences[s].span.off, hd_linker_figure(l, base)->span.off));
  size_t n = hd_str_starts_any(said, openings);
  return n && hd_str_is_any((hd_str){said.p + n, said.n - n}, ends);
}

static void try_compares(hd_linker *l, size_t base) {
  static const char *const number[] = {"number of ", "numbers of ", NULL};
  uint32_t s = hd_linker_claim(l, base)->sentence;
  if (base == 0 || s == 0 || in_sentence(l, base - 1, s) ||
      !in_sentence(l, base - 1, s - 1) || !one_block(l, s - 1, s) ||
      !compares(l, base))
    return;
  size_t level = first_of(l, base - 1), rate = base + 1;
  hd_str noun = noun_of(l, base);
  if (!is_level(l, level) || !is_level(l, base) || !noun.n ||
      !hd_linker_comparable(l, level, base))
    return;
  while (in_sentence(l, rate, s))
    rate++;
  if (!in_sentence(l, rate, s + 1) || !one_block(l, s, s + 1) ||
      !is_rate(l, rate) || in_sentence(l, rate + 1, s + 1))
    return;
  hd_str said = hd_document_text(l->doc, l->text->sentences[s + 1].span);
  if (is_whole(said, noun) && hd_str_has_any(said, number) &&
      !other_year(l, s + 1, level))
    add(l, level, base, rate);
}

/* Are a and the figure behind it the two ends: from a to b; b, compared with
 * a? */
static bool are_ends(const hd_linker *l, size_t a, bool *backwards) {
  static const char *const from[] = {"compared to", "compared with", "up from",
                                     "down from",   "against",       NULL};
  const hd_quantity *q = hd_linker_figure(l, a);
  hd_str gap = hd_linker_gap(l, a, a + 1);
  uint32_t s = l->text->sentences[hd_linker_claim(l, a)->sentence].span.off;
  hd_str before = hd_linker_between(l, s, q->span.off);
  *backwards = hd_str_has_any(gap, from);
  return *backwards || (hd_str_find(before, HD_STR(" from ")) < before.n &&
                        hd_str_find(gap, HD_STR(" to ")) < gap.n);
}

static void try_marks(hd_linker *l, size_t rate) {
  static const char *const openings[] = {"This marks a",
                                         "This is a",
                                         "This was a",
                                         "This represents a",
                                         "This represented a",
                                         "This means a",
                                         "This meant a",
                                         "This corresponds to a",
                                         "This equals a",
                                         "This amounts to a",
                                         "This would be a",
                                         "This translates into a",
                                         "This constitutes a",
                                         "This will be a",
                                         "It marks a",
                                         "It represents a",
                                         "That is a",
                                         "That was a",
                                         NULL};
  static const char *const yearly[] = {" a year", " per year", " per annum",
                                       "annual",  "average",   "each year",
                                       NULL};
  uint32_t s = hd_linker_claim(l, rate)->sentence;
  bool backwards;
  if (rate < 2 || s == 0 || !is_rate(l, rate) || in_sentence(l, rate - 1, s) ||
      !one_block(l, s - 1, s) || !in_sentence(l, rate - 1, s - 1) ||
      first_of(l, rate - 1) + 2 != rate || !begins(l, s, openings))
    return;
  size_t a = rate - 2, b = rate - 1;
  if (!is_level(l, a) || !is_level(l, b) || !hd_linker_comparable(l, a, b) ||
      !are_ends(l, a, &backwards) ||
      hd_str_has_any(hd_document_text(l->doc, l->text->sentences[s].span),
                     yearly))
    return;
  add(l, backwards ? a : b, backwards ? b : a, rate);
}

void hd_changes_apart(hd_linker *l) {
  for (size_t k = 0; k < l->n_order; k++) {
    if (is_rate(l, k))
      try_marks(l, k);
    else if (is_level(l, k))
      try_compares(l, k);
  }
}
