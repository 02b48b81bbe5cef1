/* english_object: measures and what they are of, apart from each other.
 *
 * In: a figure in brackets without a measure: the one behind the bracket is
 * its own (the Roma group (77%) had the highest rate), or that of the figure
 * before. And a claim whose indicator is one word that measures anything (rate,
 * cap, fee) and that has no subject. Out: its subject, the noun that a verb
 * governs earlier in the sentence (I will extend | the rent rebate | to 2019,
 * at a rate of 20%). Nothing where there is none. */
#include "english.h"

static bool is_bare(hd_str s) {
  static const char *const words[] = {"rate",  "cap",     "fee",   "price",
                                      "level", "limit",   "cost",  "amount",
                                      "value", "maximum", "quota", NULL};
  return hd_str_is_any(s, words);
}

/* The last chunk that a verb governs; false if there is none. */
static bool last_object(const hd_claim_reader *r, hd_span region,
                        hd_span *out) {
  hd_english_word w[HD_ENGLISH_WORDS];
  size_t n = hd_english_words(r, region, true, w);
  bool found = false;
  for (size_t i = 0; i < n; i++) {
    if (w[i].role != HD_ENGLISH_VERB)
      continue;
    size_t first = i + 1;
    while (first < n &&
           (w[first].role == HD_ENGLISH_DET || w[first].role == HD_ENGLISH_ADV))
      first++;
    size_t end = first;
    while (end < n && w[end].role == HD_ENGLISH_NOUN)
      end++;
    if (first == i + 1 || end == first)
      continue; /* the rent rebate, not: rebates */
    *out = hd_english_span_of(w, first, end);
    found = true;
  }
  return found;
}

void hd_english_object(hd_claim_reader *r, hd_claim *c) {
  hd_span object, region = r->text->sentences[c->sentence].span;
  if (c->subject.text.n || c->indicator.from != HD_FROM_CLAUSE ||
      !is_bare(c->indicator.text) || c->indicator.span.off <= region.off ||
      c->indicator.span.off > r->q->items[c->quantity].span.off)
    return;
  region.end = c->indicator.span.off;
  if (last_object(r, region, &object))
    hd_topic_slot(r, object, HD_FROM_CLAUSE, &c->subject);
}

void hd_english_bracketed(hd_claim_reader *r, hd_claim *c,
                          const hd_claim *before) {
  static const char *const heads[] = {") had the highest ", ") had the lowest ",
                                      ") had the largest ",
                                      ") had the smallest "};
  enum { REACH = 60 };
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_span what;
  if (c->indicator.text.n)
    return;
  if (q->kind == HD_KIND_PERCENT && hd_english_likely(r, c, &what)) {
    hd_topic_slot(r, what, HD_FROM_CLAUSE, &c->indicator);
    return;
  }
  uint32_t end = r->text->sentences[c->sentence].span.end;
  hd_str s = {r->doc->text.p + q->span.end, end - q->span.end};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    uint32_t n = (uint32_t)strlen(heads[i]);
    if (!hd_str_starts(s, hd_str_of(heads[i])))
      continue;
    hd_english_word w[HD_ENGLISH_WORDS];
    hd_span region = {q->span.end + n, end};
    if (region.end > region.off + REACH)
      region.end = region.off + REACH;
    size_t k = 0, n_words = hd_english_words(r, region, false, w);
    while (k < n_words && w[k].role == HD_ENGLISH_NOUN)
      k++;
    if (k && hd_english_measure(r, hd_english_span_of(w, 0, k)))
      hd_topic_slot(r, hd_english_span_of(w, 0, k), HD_FROM_CLAUSE,
                    &c->indicator);
    return;
  }
  if (before && c->subject.text.n && before->indicator.text.n &&
      !hd_str_is(before->indicator.text, "count") &&
      r->q->items[before->quantity].kind == q->kind) {
    c->indicator = before->indicator;
    c->indicator.from = HD_FROM_EARLIER;
  }
}
