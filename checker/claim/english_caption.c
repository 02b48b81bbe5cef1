/* english_caption: what the words over a table say of all its figures.
 *
 * In: a table. Out: the measure and the subject of its caption (Incidence of
 * type 1 diabetes ... in youths), of a title that stands in its first row, or
 * of the sentence that leads to it (The following table shows net sales by
 * segment). Nothing where they only name a topic. */
#include "english_table.h"

static hd_str head(hd_str s, size_t n) { return (hd_str){s.p, n}; }
static hd_str tail(hd_str s, size_t n) {
  return n < s.n ? (hd_str){s.p + n, s.n - n} : (hd_str){"", 0};
}

#define CUT(s, words) hd_label_cut(s, words, sizeof words / sizeof *words)

/* The title that fills the table's first row, empty if there is none. */
static hd_span title_row(const hd_table *t) {
  enum { LEAST = 24 };
  if (t->n_cells == 0 || t->header_rows < 2)
    return (hd_span){0, 0};
  const hd_cell *c = &t->cells[0];
  bool whole = c->colspan == t->columns && c->span.end - c->span.off > LEAST;
  return whole ? c->span : (hd_span){0, 0};
}

/* The caption that stands right behind a table without one: a paragraph "Table
 * 2. ..." that no other table follows. */
static hd_span caption_behind(const hd_claim_reader *r, const hd_table *t) {
  const hd_document *doc = r->doc;
  uint32_t i = t->block + 1;
  if (i >= doc->n_blocks ||
      (i + 1 < doc->n_blocks && doc->blocks[i + 1].kind == HD_BLOCK_TABLE))
    return (hd_span){0, 0};
  hd_str s = hd_document_text(doc, doc->blocks[i].span);
  static const char word[] = "Table";
  size_t n = strlen(word);
  if (!hd_str_starts(s, hd_str_of(word)) || s.n < n + 4)
    return (hd_span){0, 0};
  size_t at = n;
  while (at < s.n && (s.p[at] == ' ' || hd_ascii_is_digit(s.p[at])))
    at++;
  bool ends = at < s.n && (s.p[at] == '.' || s.p[at] == ':');
  return ends ? doc->blocks[i].span : (hd_span){0, 0};
}

static hd_span span_over(const hd_claim_reader *r, const hd_table *t) {
  hd_span title = title_row(t);
  if (!hd_span_empty(title))
    return title;
  uint32_t block = t->caption;
  if (block != HD_NONE) {
    hd_span span = r->doc->blocks[block].span;
    if (r->doc->text.p[span.off] != '(')
      return span;
  }
  hd_span behind = caption_behind(r, t);
  if (!hd_span_empty(behind))
    return behind;
  for (uint32_t i = t->block; i > 0 && t->block - i < 2; i--) {
    hd_span span = r->doc->blocks[i - 1].span;
    char c = span.end > span.off ? r->doc->text.p[span.off] : '(';
    if (c != '(')
      return span;
  }
  return (hd_span){0, 0};
}

/* Past "table 1. continued." */
static hd_str past_number(hd_str s) {
  static const char *const heads[] = {"table", "continued", "exhibit"};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (hd_str_starts(s, hd_str_of(heads[i]))) {
      static const char *const ends[] = {". ", ": "};
      size_t at = CUT(s, ends);
      if (at < s.n && at < 24)
        s = tail(s, at + 2);
    }
  return hd_str_trim(s);
}

/* Behind "≥18 years" at `at`. */
static size_t past_age(hd_str s, size_t at) {
  while (at < s.n && !(s.p[at] >= 'a' && s.p[at] <= 'z'))
    at++;
  return hd_str_starts(tail(s, at), HD_STR("years")) ? at + strlen("years")
                                                     : at;
}

/* Takes "aged ≥18 years", "aged 5–11 years and 12–17 years" out of a phrase. */
static hd_str without_age(const hd_claim_reader *r, hd_str s) {
  static const char joint[] = " and ";
  size_t at = hd_str_find(s, HD_STR(" aged "));
  if (at >= s.n)
    return s;
  size_t end = past_age(s, at + strlen(" aged "));
  size_t next = end + strlen(joint);
  if (hd_str_starts(tail(s, end), hd_str_of(joint)) && next < s.n &&
      hd_ascii_is_digit(s.p[next]))
    end = past_age(s, next);
  hd_str rest = tail(s, end);
  return hd_str_of(
      hd_arena_format(r->arena, "%.*s%.*s", (int)at, s.p, (int)rest.n, rest.p));
}

/* The last word of a phrase. */
static hd_str last_word(hd_str s) {
  size_t at = s.n;
  while (at > 0 && s.p[at - 1] != ' ')
    at--;
  return tail(s, at);
}

/* receiving at least one | opioid prescription */
static hd_str without_taking(hd_str s) {
  static const char *const heads[] = {
      "receiving ",    "having ", "reporting ", "using ",      "experiencing ",
      "at least one ", "any ",    "the ",       "one or more "};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (hd_str_starts(s, hd_str_of(heads[i])))
      return without_taking(tail(s, strlen(heads[i])));
  return s;
}

static void take_subject(const hd_claim_reader *r, hd_str s,
                         hd_table_caption *out) {
  static const char *const ends[] = {
      ",",          " by ",       " among ", " in ",     " during ",
      " for ",      " per ",      " with ",  " tested ", " born ",
      " included ", " reported ", " whose "};
  static const char *const heads[] = {" aged ", " who "};
  s = hd_str_trim(head(without_taking(s), CUT(without_taking(s), ends)));
  hd_str noun = head(s, CUT(s, heads));
  out->about_people = hd_label_value(r, noun, "people", true);
  out->subject = without_age(r, s);
  if (out->about_people && hd_label_value(r, noun, "race", false))
    out->subject = last_word(noun);
}

/* youths of "in youths aged <20 years, overall"; not adults, persons: those
 * are everybody. */
static void take_people(const hd_claim_reader *r, hd_str s,
                        hd_table_caption *out) {
  static const char *const leads[] = {" in ", " among "};
  static const char *const ends[] = {",", " aged ", " who ", " with ",
                                     " born "};
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
    size_t at = hd_str_find(s, hd_str_of(leads[i]));
    if (at >= s.n)
      continue;
    hd_str rest = tail(s, at + strlen(leads[i]));
    hd_str noun = last_word(head(rest, CUT(rest, ends)));
    if (hd_label_value(r, noun, "people", true) &&
        !hd_label_value(r, noun, "anybody", true))
      out->people = noun;
    if (out->people.n)
      return;
  }
}

/* Bytes of the measure that ends a phrase: a word of the lexicon. */
static size_t measure_at(const hd_claim_reader *r, hd_str s) {
  const hd_word *w = hd_vocabulary_ending(r->v, s.p, 0, (uint32_t)s.n,
                                          1u << HD_WORD_INDICATOR);
  return w ? w->text.n : 0;
}

/* The first of "number and age-adjusted rate": of a list, the measure. */
static hd_str first_measure(hd_str s) {
  static const char *const joints[] = {" and ", ", "};
  return head(s, CUT(s, joints));
}

/* homicide | rates; cloth face covering | use */
static void split_noun(const hd_claim_reader *r, hd_str s, bool any,
                       hd_table_caption *out) {
  size_t n = measure_at(r, s);
  if (!n && any && hd_str_find(s, HD_STR(" ")) < s.n)
    n = last_word(s).n;
  if (!n)
    return;
  out->indicator = tail(s, s.n - n);
  out->subject = hd_str_trim(head(s, s.n - n));
  if (hd_str_ends(out->subject, HD_STR(" and"))) /* initiation and | duration */
    out->subject.n -= strlen(" and");
}

/* annual percent change in | odds of death: the measure that changes. */
static hd_str without_change(hd_str s) {
  static const char joint[] = " change in ";
  size_t of = hd_str_find(s, HD_STR(" of "));
  size_t change = hd_str_find(s, hd_str_of(joint));
  static const char *const lists[] = {" and ", ","};
  if (change >= of || of >= s.n || CUT(s, lists) < change)
    return s;
  return tail(s, change + strlen(joint));
}

/* attitudes and norms associated with | cloth face covering use */
static hd_str with_what(hd_str s) {
  static const char joint[] = " associated with ";
  static const char *const before[] = {" of ", " in ", " among "};
  size_t at = hd_str_find(s, hd_str_of(joint));
  return at < s.n && CUT(s, before) > at ? tail(s, at + strlen(joint)) : s;
}

static void read_caption(const hd_claim_reader *r, hd_str s,
                         hd_table_caption *out) {
  static const char *const ends[] = {",",    " by ",     " among ",
                                     " in ", " during ", " for ",
                                     " at ", " per ",    " and the "};
  s = with_what(without_change(s));
  out->percent = hd_label_has(s, "percentage") || hd_label_has(s, "prevalence");
  size_t of = hd_str_find(s, HD_STR(" of ")), end = CUT(s, ends);
  if (of < s.n && (of < end || s.p[end] == ',')) {
    size_t change = hd_str_find(s, HD_STR(" change in "));
    enum { LEAD = 11 }; /* its last blank may be the first of " of " */
    bool changed = change < of && change + LEAD <= of;
    out->indicator = changed ? (hd_str){s.p + change + LEAD, of - change - LEAD}
                             : first_measure(head(s, of));
    take_subject(r, tail(s, of + 4), out);
    if (hd_label_has(out->indicator, "characteristics"))
      out->indicator = (hd_str){"", 0};
  } else if (hd_label_has(head(s, end), "characteristics") &&
             hd_str_find(s, HD_STR(" among ")) < s.n) {
    take_subject(r, tail(s, hd_str_find(s, HD_STR(" among ")) + 7), out);
  } else {
    split_noun(r, hd_str_trim(head(s, end)), true, out);
  }
  take_people(r, s, out);
}

/* The following table shows | net sales | by segment */
static void read_lead(const hd_claim_reader *r, hd_str s,
                      hd_table_caption *out) {
  static const char *const verbs[] = {
      " shows ",      " show ",      " presents ",   " present ",
      " sets forth ", " set forth ", " summarizes ", " summarises ",
      " provides ",   " provide ",   " details ",    " compares "};
  static const char *const ends[] = {
      " by ",     " for ",  " as of ",     " at ",       ",",
      " during ", " were ", " consisted ", " consists ", " was ",
      " is ",     " are ",  " in ",        " of the "};
  static const char *const dets[] = {"the company's ", "our ", "the ",
                                     "the company’s "};
  bool table = hd_label_has(head(s, s.n < 80 ? s.n : 80), "table");
  size_t from = 0;
  for (size_t i = 0; table && i < sizeof verbs / sizeof *verbs; i++) {
    size_t at = hd_str_find(s, hd_str_of(verbs[i]));
    if (at < s.n && at < 80)
      from = at + strlen(verbs[i]);
  }
  if (table && !from)
    return;
  s = tail(s, from);
  for (size_t i = 0; i < sizeof dets / sizeof *dets; i++)
    if (hd_str_starts(s, hd_str_of(dets[i])))
      s = tail(s, strlen(dets[i]));
  s = head(s, CUT(s, ends));
  size_t n = measure_at(r, s);
  if (n)
    out->indicator = hd_str_starts(s, HD_STR("total ")) ? tail(s, 6) : s;
}

/* Is the span the table's caption: marked as one, or by its first words (a
 * caption too long for a heading)? */
static bool is_caption(const hd_claim_reader *r, const hd_table *t, hd_str s,
                       hd_span span) {
  bool marked =
      t->caption != HD_NONE && r->doc->blocks[t->caption].span.off == span.off;
  return marked || (hd_str_starts(s, HD_STR("table")) && s.n > 8 &&
                    strchr(". 0123456789", s.p[5]));
}

/* A caption behind its table has been read for its period only, where it says
 * neither a measure (Prevalence of) nor whose characteristics these are. */
static void keep_measured(const hd_claim_reader *r, hd_str s,
                          hd_table_caption *out) {
  bool measured = out->subject.n && measure_at(r, out->indicator);
  bool whose =
      out->subject.n && !out->indicator.n && hd_label_has(s, "characteristics");
  if (!measured && !whose)
    out->subject = out->indicator = (hd_str){"", 0};
}

hd_table_caption hd_table_caption_read(const hd_claim_reader *r,
                                       const hd_table *t) {
  enum { LONGEST = 380 };
  hd_table_caption out = {.span = span_over(r, t)};
  hd_span span = out.span;
  if (hd_span_empty(span))
    return out;
  if (span.end - span.off > LONGEST)
    span.end =
        span.off + (uint32_t)hd_utf8_floor(r->doc->text.p + span.off, LONGEST);
  hd_str s = hd_label_read(r, span, false).text;
  bool lead = hd_str_ends(hd_document_text(r->doc, out.span), HD_STR(":"));
  bool captioned = !hd_span_empty(title_row(t)) || is_caption(r, t, s, span);
  out.of_table = captioned || lead || hd_label_has(s, "table");
  if (captioned) {
    static const char *const dashes[] = {"—"};
    s = past_number(s);
    s = hd_str_trim(head(s, CUT(s, dashes)));
    read_caption(r, s, &out);
    if (span.off > r->doc->blocks[t->block].span.off)
      keep_measured(r, s, &out);
  } else if (lead) {
    read_lead(r, s, &out);
  }
  return out;
}
