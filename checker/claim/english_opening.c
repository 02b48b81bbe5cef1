/* english_opening: what a clause says of its subject at its very start.
 *
 * In: the words between a clause's start and the verb before a figure, and the
 * phrase found there. Out: the measure the clause opens with (the percentage of
 * worksites | that offer space to express milk | rose), where the phrase only
 * ends what is said of it; whom a share is of that opens a clause (Among
 * participants who ..., one third did not); whether a count begins a clause of
 * its own. */
#include "english.h"

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

static bool opens_relative(hd_str word) {
  return hd_str_is(word, "that") || hd_str_is(word, "who") ||
         hd_str_is(word, "which");
}

/* Is there a verb of its own, no part of "that offer", in w[from, n)? */
static bool has_main_verb(const hd_claim_reader *r, const hd_english_word *w,
                          size_t n, size_t from) {
  bool related = false;
  for (size_t i = from; i < n; i++) {
    hd_str s = text_of(r, w[i].span);
    if (opens_relative(s) || hd_str_is(s, "whose") || hd_str_is(s, "where")) {
      related = true;
      continue;
    }
    bool verb =
        w[i].role == HD_ENGLISH_AUX || w[i].role == HD_ENGLISH_MODAL ||
        w[i].role == HD_ENGLISH_CHANGE ||
        (w[i].role == HD_ENGLISH_VERB && !hd_str_ends(s, HD_STR("ing")) &&
         !hd_str_ends(s, HD_STR("ed")) && w[i - 1].role != HD_ENGLISH_TO);
    if (verb && !related)
      return true;
    related = related && !verb;
  }
  return false;
}

static size_t past(const hd_english_word *w, size_t n, size_t at) {
  while (at < n &&
         (w[at].role == HD_ENGLISH_DET || w[at].role == HD_ENGLISH_ADV ||
          w[at].role == HD_ENGLISH_ASPECT))
    at++;
  return at;
}

static size_t noun_end(const hd_claim_reader *r, const hd_english_word *w,
                       size_t n, size_t at) {
  while (at < n && w[at].role == HD_ENGLISH_NOUN &&
         !opens_relative(text_of(r, w[at].span)))
    at++;
  return at;
}

void hd_english_opening(const hd_claim_reader *r, hd_span region,
                        hd_english_reading *read) {
  enum { LEAD = 56 }; /* bytes: the median annual household income of */
  hd_english_word w[HD_ENGLISH_WORDS];
  hd_str text = text_of(r, region);
  hd_str start = {text.p, text.n < LEAD ? text.n : LEAD};
  if (!hd_span_empty(read->of) ||
      hd_str_find(start, HD_STR(" of ")) == (size_t)-1 ||
      hd_english_measure(r, read->head))
    return;
  size_t n = hd_english_words(r, region, true, w);
  size_t first = past(w, n, 0), end = noun_end(r, w, n, first);
  if (n == HD_ENGLISH_WORDS || end == first || end >= n ||
      w[end].role != HD_ENGLISH_OF)
    return;
  hd_span measure = hd_english_span_of(w, first, end);
  size_t of = past(w, n, end + 1), stop = noun_end(r, w, n, of);
  if (stop == of || measure.end > read->head.off ||
      !hd_english_measure(r, measure) || has_main_verb(r, w, n, stop))
    return;
  hd_span noun = hd_english_span_of(w, of, stop);
  if (read->head.off <= noun.off)
    return;
  read->head = measure;
  read->of = noun;
  read->scope = (hd_span){0, 0};
}

bool hd_english_coordinated(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const joints[] = {" and ", ", and ", NULL};
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_str before = {r->doc->text.p, q->span.off};
  if (q->kind != HD_KIND_COUNT || !hd_span_empty(q->unit_span) ||
      !hd_str_ends_any(before, joints))
    return false;
  return hd_english_does(r, q->span.end);
}

bool hd_english_adjective(hd_str subject) {
  static const char *const words[] = {
      "external",  "internal",  "domestic",    "overseas",   "gross",
      "net",       "working",   "saving",      "combined",   "overall",
      "current",   "existing",  "effective",   "additional", "monthly",
      "weekly",    "daily",     "quarterly",   "annual",     "yearly",
      "aggregate", "global",    "operating",   "basic",      "budgeted",
      "projected", "estimated", "actual",      "expected",   "recurrent",
      "primary",   "revised",   "nominal",     "total",      "average",
      "original",  "initial",   "provisional", "adjusted",   "crude",
      "new",       "other",     NULL};
  return hd_str_is_any(subject, words);
}

bool hd_english_spent(const hd_claim_reader *r, const hd_quantity *q,
                      hd_span *what) {
  static const char *const words[] = {" lost",  " worked",    " saved",
                                      " flown", " were lost", " were worked",
                                      NULL};
  enum { LEAST = 4 };
  hd_str s = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  size_t n = hd_str_starts_any(s, words);
  if (q->kind != HD_KIND_DURATION || !n || q->span.end < q->number.end + LEAST)
    return false;
  uint32_t off = q->number.end;
  while (off < q->span.end && r->doc->text.p[off] == ' ')
    off++;
  bool were = hd_str_starts(s, HD_STR(" were"));
  *what = (hd_span){off, q->span.end + (were ? 0 : (uint32_t)n)};
  return off < q->span.end;
}

/* Where the last "among" before the figure ends that opens a clause; 0. */
static uint32_t past_among(const hd_claim_reader *r, hd_span sentence,
                           uint32_t figure) {
  static const char *const opens[] = {", among ", "; among ", " and among ",
                                      ", Among ", NULL};
  hd_str all = text_of(r, (hd_span){sentence.off, figure});
  uint32_t found = hd_str_starts(all, HD_STR("Among ")) ? sentence.off + 6 : 0;
  for (uint32_t at = sentence.off; found && at + 8 < figure; at++) {
    char c = r->doc->text.p[at];
    if (c != ',' && c != ';' && c != ' ')
      continue;
    size_t n =
        hd_str_starts_any((hd_str){r->doc->text.p + at, figure - at}, opens);
    found = n ? at + (uint32_t)n : found;
  }
  return found;
}

bool hd_english_among(const hd_claim_reader *r, const hd_claim *c,
                      hd_span *whom) {
  hd_english_word w[HD_ENGLISH_WORDS];
  const hd_quantity *q = &r->q->items[c->quantity];
  bool share = q->kind == HD_KIND_PERCENT || hd_english_in_words(r, q);
  hd_span sentence = r->text->sentences[c->sentence].span;
  if (!share || !hd_str_starts(text_of(r, sentence), HD_STR("Among ")) ||
      !hd_english_does(r, q->span.end))
    return false;
  uint32_t off = past_among(r, sentence, q->span.off);
  uint32_t end = off;
  while (end < q->span.off && r->doc->text.p[end] != ',')
    end++;
  if (!off || end == q->span.off)
    return false;
  size_t n = hd_english_words(r, (hd_span){off, end}, false, w);
  size_t first = past(w, n, 0), stop = noun_end(r, w, n, first);
  if (stop == first)
    return false;
  size_t second = stop + 1 < n && w[stop].role == HD_ENGLISH_AND
                      ? noun_end(r, w, n, stop + 1)
                      : stop;
  if (second > stop + 1 && hd_english_plural(r, &w[second - 1]))
    stop = second; /* children and adolescents */
  *whom = hd_english_span_of(w, first, stop);
  return !hd_english_time(r, *whom);
}

hd_span hd_english_with_years(const hd_claim_reader *r, hd_span span) {
  enum { NEAR = 6 };
  size_t i = hd_quantities_from(r->q, span.off);
  hd_str s = text_of(r, span);
  bool olds = hd_str_is(s, "olds") || hd_str_is(s, "year olds");
  if (i == 0 || !olds || span.off - r->q->items[i - 1].span.end > NEAR)
    return span;
  return (hd_span){r->q->items[i - 1].span.off, span.end};
}

bool hd_english_means(const hd_claim_reader *r, const hd_english_next *next) {
  hd_str s = text_of(r, next->span);
  size_t n = 0;
  while (n < s.n && s.p[n] != ' ')
    n++;
  return hd_str_is(text_of(r, next->joint), "by") &&
         hd_str_ends((hd_str){s.p, n}, HD_STR("ing"));
}
