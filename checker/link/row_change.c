/* row_change: what English text says of a row's change, against two cells of
 * that row.
 *
 * In: a sentence that begins a clause with the label of a row and a verb of
 * change (Interest expense increased $25.0 million, or 9.8%, in 2019). Out:
 * CELL_CHANGE links: level and base, the two cells; increment or rate: the
 * figure of the text; neither where the verb itself is against the two cells.
 * Two cells make a pair where their columns differ in the year alone. Charity:
 * a direction is doubted only where every pair of every row of that label, in
 * the years that the sentence names, is against it; a figure only where none
 * gives it. */
#include "row_change.h"

enum { REACH = 60 };

static hd_str said(const hd_row_change *c, uint32_t from, uint32_t to) {
  return hd_linker_between(c->l, from, to);
}

/* ---- label and verb ------------------------------------------------------ */
static bool begins(hd_str s, const char *const *heads, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (hd_str_starts(s, hd_str_of(heads[i])))
      return true;
  return false;
}

/* increased, fell: a verb whose subject stands before it. */
static bool is_verb(hd_str s) {
  static const char *const verbs[] = {
      "increased", "decreased", "declined", "rose", "fell",
      "grew",      "dropped",   "up",       "down", NULL};
  return hd_str_is_any(s, verbs);
}

/* The first verb of change behind the label, with little between. */
static const hd_token *verb_behind(const hd_row_change *c,
                                   const hd_mention *m) {
  static const char *const filling[] = {"net",
                                        "sales",
                                        "revenue",
                                        "revenues",
                                        "expense",
                                        "expenses",
                                        "income",
                                        "costs",
                                        "cost",
                                        "charges",
                                        "also",
                                        "in",
                                        "for",
                                        "fiscal",
                                        "year",
                                        "the",
                                        "significantly",
                                        "slightly",
                                        "further",
                                        "ended",
                                        "has",
                                        "have",
                                        "Fiscal",
                                        "quarter",
                                        "first",
                                        "second",
                                        "third",
                                        "fourth",
                                        "of",
                                        "during",
                                        "margin",
                                        "percentage",
                                        "was",
                                        "were",
                                        "as",
                                        "a",
                                        "profit",
                                        "operating",
                                        "service",
                                        "adjusted",
                                        "total"};
  hd_span all = c->l->text->sentences[c->sentence].span;
  uint32_t end = m->span.end + REACH < all.end ? m->span.end + REACH : all.end;
  const hd_token *t = hd_linker_token(
      c->l, c->sentence, (hd_span){m->span.end, end}, HD_WORD_CHANGE, false);
  if (!t || !is_verb(said(c, t->span.off, t->span.end)))
    return NULL;
  hd_str gap = said(c, m->span.end, t->span.off);
  for (size_t i = 0; i < gap.n; i++)
    if (strchr(".;:", gap.p[i]))
      return NULL;
  return hd_row_names_only(gap, filling, sizeof filling / sizeof *filling)
             ? t
             : NULL;
}

/* Do the words between label and verb (net sales) stand near the table? */
static bool fits_table(const hd_row_change *c, uint32_t grid) {
  enum { LOOK = 4000 };
  const hd_document *doc = c->l->doc;
  const hd_table *t = c->rows->names.all->items[grid]->table;
  hd_str gap = said(c, c->label->span.end, c->verb->span.off);
  uint32_t from = doc->blocks[t->block ? t->block - 1 : 0].span.off;
  uint32_t to = doc->blocks[t->block].span.end;
  hd_str around = said(c, from, to > from + LOOK ? from + LOOK : to);
  static const char *const words[] = {"sales",  "revenue",   "expense",
                                      "income", "cost",      "margin",
                                      "profit", "percentage"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    hd_str word = hd_str_of(words[i]);
    hd_str tail = {word.p + 1, word.n - 1};
    if (hd_str_find(gap, word) != (size_t)-1 &&
        hd_str_find(around, tail) == (size_t)-1)
      return false;
  }
  return true;
}

void hd_row_change_say(hd_row_change *c, size_t k, const hd_cell_pair *p,
                       uint8_t strength) {
  hd_link link = hd_link_blank(HD_LINK_CELL_CHANGE);
  link.level = hd_linker_ref(c->l, p->level->claim);
  link.base = hd_linker_ref(c->l, p->base->claim);
  if (k != HD_NONE && hd_linker_figure(c->l, k)->kind == HD_KIND_PERCENT)
    link.rate = hd_linker_ref(c->l, c->l->order[k]);
  else if (k != HD_NONE)
    link.increment = hd_linker_ref(c->l, c->l->order[k]);
  link.cue = c->verb->word;
  link.anchor = c->verb->span;
  link.strength = strength;
  link.reason = "two cells of the row it names";
  hd_linker_add(c->l, link);
}

/* ---- direction ----------------------------------------------------------- */
/* Nothing behind the verb says that it is of a part: in Europe. */
static bool says_whole(const hd_row_change *c) {
  static const char *const heads[] = {" by $",
                                      " $",
                                      " by 1",
                                      " by 2",
                                      " by 3",
                                      " by 4",
                                      " by 5",
                                      " by 6",
                                      " by 7",
                                      " by 8",
                                      " by 9",
                                      " 1",
                                      " 2",
                                      " 3",
                                      " 4",
                                      " 5",
                                      " 6",
                                      " 7",
                                      " 8",
                                      " 9",
                                      " in 2",
                                      " in fiscal",
                                      " for the",
                                      " during the",
                                      " during 2",
                                      " during fiscal",
                                      " from ",
                                      " to ",
                                      " primarily",
                                      " due",
                                      " mainly",
                                      " compared",
                                      " as compared",
                                      ",",
                                      ".",
                                      " over the",
                                      " approximately",
                                      " by approximately",
                                      " slightly",
                                      " in the first",
                                      " in the second",
                                      " in the third",
                                      " in the fourth",
                                      " year over year",
                                      " sequentially",
                                      " principally",
                                      " as a result",
                                      " because"};
  hd_span all = c->l->text->sentences[c->sentence].span;
  return begins(said(c, c->verb->span.end, all.end), heads,
                sizeof heads / sizeof *heads);
}

/* Is the row of what is spent or lost, so that a table may print it below
 * zero? */
static bool is_outgoing(const hd_row_change *c) {
  static const char *const words[] = {"xpense", "ost",   "oss",  "eprecia",
                                      "mortiz", "harge", "axes", "llowance",
                                      "eficit", "used",  NULL};
  hd_str s = said(c, c->label->span.off, c->label->span.end);
  return hd_str_has_any(s, words);
}

int hd_row_pair_against(const hd_row_change *c, const hd_cell_pair *p) {
  double level = p->level->value, base = p->base->value;
  if (level < 0 && base < 0 && is_outgoing(c)) {
    level = -level;
    base = -base;
  }
  if (level <= 0 || base <= 0)
    return 0;
  double off = level - base, slack = p->level->slack + p->base->slack;
  bool up = hd_str_is(c->verb->word->value, "up");
  return (up ? off < -slack : off > slack) ? 1 : -1;
}

/* Whether it is doubted. */
static bool judge_direction(hd_row_change *c) {
  const hd_cell_pair *first = NULL;
  for (uint32_t i = 0; says_whole(c) && i < c->n; i++) {
    const hd_cell_pair *p = &c->pairs[i];
    int k = hd_row_pair_against(c, p);
    if (k == 0 || (p->named && k < 0))
      return false;
    if (p->named && fits_table(c, p->grid))
      first = first ? first : p;
  }
  if (first)
    hd_row_change_say(c, HD_NONE, first, 90);
  return first != NULL;
}

/* ---- figures ------------------------------------------------------------- */
static bool is_change_figure(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return (q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_COUNT) &&
         !q->numeral && q->low_known && q->high_known &&
         hd_number_cmp(q->low, q->high) == 0 && q->bound <= HD_BOUND_ABOUT;
}

/* increased $25.0 million, or 9.8%: the figures behind the verb; their
 * number, at most two. */
static uint32_t figures_behind(const hd_row_change *c, size_t out[2]) {
  static const char *const first[] = {" ",
                                      " $",
                                      " by ",
                                      " by $",
                                      " by approximately ",
                                      " approximately ",
                                      " by approximately $",
                                      " approximately $",
                                      " by about "};
  static const char *const second[] = {" or ",
                                       ", or ",
                                       " (",
                                       " (or ",
                                       ", or approximately ",
                                       " or approximately "};
  hd_linker *l = c->l;
  size_t low = hd_linker_figure_from(l, c->verb->span.end);
  uint32_t n = 0, end = c->verb->span.end;
  for (; low < l->n_order && n < 2; low++) {
    if (hd_linker_claim(l, low)->sentence != c->sentence ||
        !is_change_figure(l, low))
      break;
    hd_str gap = said(c, end, hd_linker_figure(l, low)->span.off);
    const char *const *words = n ? second : first;
    size_t most =
        n ? sizeof second / sizeof *second : sizeof first / sizeof *first;
    bool fits = false;
    for (size_t i = 0; i < most && !fits; i++)
      fits = hd_str_is(gap, words[i]);
    if (!fits)
      break;
    out[n++] = low;
    end = hd_linker_figure(l, low)->span.end;
  }
  if (n == 2 && (hd_linker_figure(l, out[0])->kind == HD_KIND_PERCENT) ==
                    (hd_linker_figure(l, out[1])->kind == HD_KIND_PERCENT))
    n = 1;
  return n;
}

/* Is it printed in the row, as its column of changes has it? */
static bool is_printed(const hd_row_change *c, size_t k) {
  for (uint32_t i = 0; i < c->n; i++)
    if (hd_row_figures_printed(c->rows, c->l->order[k], c->pairs[i].grid,
                               c->pairs[i].row))
      return true;
  return false;
}

/* increased $347 million in the third quarter and $793 million in the first
 * nine months: what is joined to a figure that a pair gives. */
static void judge_joined(hd_row_change *c, size_t first) {
  const hd_linker *l = c->l;
  const hd_quantity *q = hd_linker_figure(l, first);
  for (size_t k = first + 1; k < l->n_order; k++) {
    const hd_quantity *next = hd_linker_figure(l, k);
    if (hd_linker_claim(l, k)->sentence != c->sentence ||
        !is_change_figure(l, k) || next->unit != q->unit ||
        !hd_row_label_links(
            said(c, hd_linker_figure(l, k - 1)->span.end, next->span.off)))
      return;
    c->years = hd_years_of(l, l->order[k]); /* its own */
    hd_row_pairs_find(c);
    const hd_cell_pair *near, *fits = hd_row_pair_of(c, k, &near);
    if (fits)
      hd_row_change_say(c, k, fits, 90);
    else if (near && !is_printed(c, k))
      hd_row_change_say(c, k, near, 60);
  }
}

/* Whether a figure of the sentence, if there is one, says that these are the
 * rows that are meant. */
static bool judge_figures(hd_row_change *c) {
  size_t at[2];
  uint32_t n = figures_behind(c, at);
  const hd_cell_pair *near[2] = {NULL, NULL}, *fits[2] = {NULL, NULL};
  for (uint32_t i = 0; i < n; i++)
    fits[i] = hd_row_pair_of(c, at[i], &near[i]);
  for (uint32_t i = 0; i < n; i++) {
    const hd_cell_pair *other = n == 2 ? fits[1 - i] : NULL;
    if (fits[i])
      hd_row_change_say(c, at[i], fits[i], 90);
    else if (is_printed(c, at[i]))
      continue;
    else if (other && other->named)
      hd_row_change_say(c, at[i], other, 80);
    else if (near[i] && fits_table(c, near[i]->grid))
      hd_row_change_say(c, at[i], near[i], 60);
  }
  bool meant = !n || fits[0] || fits[1] || near[0] || near[1];
  if (n == 1 && fits[0]) {
    hd_row_change own = *c;
    judge_joined(&own, at[0]);
  }
  return meant;
}

/* APAC. Operating income decreased: the sentence before, a name alone, says
 * of what. */
static bool has_run_in(hd_row_change *c) {
  enum { SHORT = 48 };
  const hd_sentence *all = c->l->text->sentences;
  if (c->sentence == 0)
    return false;
  hd_span before = all[c->sentence - 1].span, own = all[c->sentence].span;
  uint32_t gap = own.off - before.end;
  if (before.end - before.off > SHORT || gap > 2 ||
      hd_document_block(c->l->doc, before.off) !=
          hd_document_block(c->l->doc, own.off))
    return false;
  hd_mention found[2];
  size_t n = hd_row_names_find(&c->rows->names, before, found, 2);
  return n == 0 || found[0].label != c->label->label;
}

/* As a percentage of revenues, at constant rates: the change is of something
 * else than the cells have. */
static bool is_measured_otherwise(const hd_row_change *c) {
  static const char *const words[] = {"ercentage of",  "ercent of", "xcluding",
                                      "onstant",       "organic",   "Organic",
                                      "like-for-like", "ormali",    "adjusted",
                                      " per ",         "pro forma", NULL};
  hd_span all = c->l->text->sentences[c->sentence].span;
  hd_str s = said(c, all.off, c->label->span.off);
  return hd_str_has_any(s, words);
}

/* ---- sentences ----------------------------------------------------------- */
/* Whether the direction was doubted. */
static bool judge_sentence(hd_row_change *c) {
  hd_span span = c->l->text->sentences[c->sentence].span;
  hd_row_labels_read(c->rows, c->sentence);
  for (size_t i = 0; i < c->rows->n; i++) {
    c->label = &c->rows->mentions[i];
    c->verb = verb_behind(c, c->label);
    if (!c->verb || !hd_row_label_whole(c->rows, c->label, span.off) ||
        has_run_in(c) || is_measured_otherwise(c))
      continue;
    c->years = hd_years_in(said(c, span.off, span.end));
    hd_row_pairs_find(c);
    if (!c->n)
      continue;
    return judge_figures(c) && judge_direction(c); /* one subject a sentence */
  }
  return false;
}

void hd_row_changes(hd_row_figures *rows) {
  hd_linker *l = rows->names.all->l;
  hd_row_change c = {.rows = rows, .l = l};
  if (rows->names.labels.n < 2)
    return;
  for (uint32_t i = 0; i < l->text->n_sentences; i++) {
    const hd_sentence *s = &l->text->sentences[i];
    if (s->cell != HD_NONE ||
        !hd_linker_token(l, i, s->span, HD_WORD_CHANGE, false))
      continue;
    c.sentence = i;
    hd_row_amounts(&c);
    if (!judge_sentence(&c))
      hd_row_told(&c);
  }
}
