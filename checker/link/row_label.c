/* row_label: the label of a row that a figure of English text is said of.
 *
 * In: the labels that a sentence holds. Out: the one that stands whole before
 * the figure, with nothing between but verbs of being, periods and figures of
 * the same row, or right behind it. */
#include "row_figures.h"

enum { REACH = 110 };

static const char *const linking[] = {"of",
                                      "was",
                                      "were",
                                      "is",
                                      "are",
                                      "totaled",
                                      "totalled",
                                      "amounted",
                                      "to",
                                      "totaling",
                                      "totalling",
                                      "in",
                                      "for",
                                      "at",
                                      "as",
                                      "the",
                                      "year",
                                      "years",
                                      "ended",
                                      "ending",
                                      "fiscal",
                                      "quarter",
                                      "months",
                                      "three",
                                      "six",
                                      "nine",
                                      "first",
                                      "second",
                                      "third",
                                      "fourth",
                                      "period",
                                      "periods",
                                      "end",
                                      "during",
                                      "increased",
                                      "decreased",
                                      "rose",
                                      "fell",
                                      "grew",
                                      "declined",
                                      "dropped",
                                      "from",
                                      "approximately",
                                      "about",
                                      "equal",
                                      "reached",
                                      "reach",
                                      "reaching",
                                      "million",
                                      "billion",
                                      "thousand",
                                      "by",
                                      "and",
                                      "both",
                                      "respectively",
                                      "had",
                                      "compared",
                                      "with",
                                      "versus",
                                      "vs",
                                      "or",
                                      "a",
                                      "represented",
                                      "constituted",
                                      "net",
                                      "stood",
                                      "has",
                                      "been",
                                      "on",
                                      "our",
                                      "Fiscal",
                                      "Year",
                                      "FY",
                                      "same",
                                      "prior",
                                      "previous",
                                      "last",
                                      "basis",
                                      "points",
                                      "percentage",
                                      "also",
                                      "approximately",
                                      "recorded"};

static hd_str between_offsets(const hd_row_figures *r, uint32_t from,
                              uint32_t to) {
  return hd_linker_between(r->names.all->l, from, to);
}

static bool holds_stop(hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (strchr(".;:()|", s.p[i]) && !(s.p[i] == '.' && i + 1 < s.n &&
                                      s.p[i + 1] >= '0' && s.p[i + 1] <= '9'))
      return true;
  return false;
}

bool hd_row_label_links(hd_str s) {
  return s.n <= REACH && !holds_stop(s) &&
         hd_row_names_only(s, linking, sizeof linking / sizeof *linking);
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (unsigned char)c >= 0x80;
}

/* The word right before the label; empty at a mark or the sentence's head. */
static hd_str word_before(const hd_row_figures *r, const hd_mention *m,
                          uint32_t start) {
  const char *t = r->names.all->l->doc->text.p;
  uint32_t end = m->span.off;
  if (end == start || t[end - 1] != ' ')
    return HD_STR("");
  uint32_t from = --end;
  while (from > start && is_letter(t[from - 1]))
    from--;
  return (hd_str){t + from, end - from};
}

/* Is the label a phrase of its own, not the tail of a longer name (deferred
 * revenue)? */
bool hd_row_label_whole(const hd_row_figures *r, const hd_mention *m,
                        uint32_t start) {
  static const char *const before[] = {"the",          "our",
                                       "The",          "Our",
                                       "its",          "their",
                                       "total",        "a",
                                       "an",           "A",
                                       "An",           "in",
                                       "In",           "for",
                                       "fiscal",       "and",
                                       "or",           "while",
                                       "had",          "has",
                                       "have",         "were",
                                       "was",          "of",
                                       "Total",        "that",
                                       "with",         "year",
                                       "by",           "from",
                                       "net",          "Net",
                                       "these",        "this",
                                       "company",      "overall",
                                       "consolidated", "Consolidated",
                                       "annual",       "as",
                                       "to",           "recognized",
                                       "recorded",     "reported",
                                       "incurred",     "generated",
                                       "received",     "paid",
                                       "included",     "earned",
                                       "realized",     "achieved",
                                       "including",    "recognised",
                                       "experienced",  "posted",
                                       "reducing",     "increasing",
                                       "maintained",   NULL};
  hd_str w = word_before(r, m, start);
  if (!w.n)
    return true;
  return hd_str_is_any(w, before);
}

void hd_row_labels_start(hd_row_figures *r, hd_grids *all) {
  *r = (hd_row_figures){.sentence = HD_NONE};
  hd_row_names_build(&r->names, all);
  r->scales = hd_arena_alloc(all->l->arena, all->n + 1);
  r->said_at = hd_arena_alloc(all->l->arena, (all->n + 1) * sizeof *r->said_at);
  for (size_t i = 0; i < all->n; i++)
    r->scales[i] = hd_row_scale(all->l, all->items[i], &r->said_at[i]);
}

void hd_row_labels_read(hd_row_figures *r, uint32_t sentence) {
  if (sentence == r->sentence)
    return;
  hd_span span = r->names.all->l->text->sentences[sentence].span;
  r->sentence = sentence;
  r->n = hd_row_names_find(&r->names, span, r->mentions, HD_MENTIONS_MOST);
}

/* An increase to accrued liabilities: a change, none of its levels. */
static bool is_changing(const hd_row_figures *r, const hd_mention *m,
                        uint32_t start) {
  enum { BEFORE = 24 };
  static const char *const words[] = {
      "increase", "decrease", "change", "decline", "reduction", "growth", NULL};
  uint32_t from = m->span.off > start + BEFORE ? m->span.off - BEFORE : start;
  hd_str s = between_offsets(r, from, m->span.off);
  return hd_str_has_any(s, words);
}

/* CTS sales, at Endeavour Drinks sales: the company's or the division's own
 * name may stand before the label of its table. The word that opens a sentence
 * is no name by its capital. */
static bool is_named(const hd_row_figures *r, const hd_mention *m,
                     uint32_t start) {
  hd_str w = word_before(r, m, start);
  const char *t = r->names.all->l->doc->text.p;
  bool capital = w.n > 1 && w.p[0] >= 'A' && w.p[0] <= 'Z' &&
                 (w.p > t + start || (w.p[1] >= 'A' && w.p[1] <= 'Z'));
  bool small = t[m->span.off] >= 'a' && t[m->span.off] <= 'z';
  bool acronym = t[m->span.off + 1] >= 'A' && t[m->span.off + 1] <= 'Z';
  return capital && (small || acronym);
}

/* The label before the figure, or right behind it. */
const hd_mention *hd_row_label_of(hd_row_figures *r, uint32_t claim) {
  const hd_linker *l = r->names.all->l;
  hd_span figure = l->q->items[claim].span;
  uint32_t sentence = l->claims->items[claim].sentence;
  hd_row_labels_read(r, sentence);
  uint32_t start = l->text->sentences[sentence].span.off;
  for (size_t i = r->n; i-- > 0;) {
    const hd_mention *m = &r->mentions[i];
    if (m->span.end > figure.off ||
        !(hd_row_label_whole(r, m, start) || is_named(r, m, start)))
      continue;
    if (is_changing(r, m, start))
      break;
    if (hd_row_label_links(between_offsets(r, m->span.end, figure.off)))
      return m;
    break;
  }
  static const char *const behind[] = {"of",  "our",   "the",
                                       "its", "total", "in"};
  bool share = l->q->items[claim].kind == HD_KIND_PERCENT;
  for (size_t i = 0; i < r->n && !share; i++) {
    const hd_mention *m = &r->mentions[i];
    hd_str gap = between_offsets(r, figure.end, m->span.off);
    if (m->span.off > figure.end && gap.n < 20 &&
        (hd_str_starts(gap, HD_STR(" of ")) ||
         hd_str_starts(gap, HD_STR(" in "))) &&
        !holds_stop(gap) &&
        hd_row_names_only(gap, behind, sizeof behind / sizeof *behind))
      return m;
  }
  return NULL;
}
