/* aside: figures that hand nothing on to the next of their sentence.
 *
 * In: a claim whose words on the left were read. Out: whether it only tells a
 * time or an age, or is what another figure is compared with. */
#include "slots.h"

/* The approximator stands before the figure: its start, else the figure's. */
uint32_t hd_figure_start(const hd_quantity *q) {
  if (!hd_span_empty(q->approx) && q->approx.end <= q->span.off)
    return q->approx.off;
  return q->span.off;
}

/* over the last five years, adults aged ≥18 years, a 24-hour service: a time
 * or an age that no verb joins to what precedes says nothing of it. */
static bool is_english_aside(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const heads[] = {
      "last",   "past",  "next",   "first",  "the",      "within", "over",
      "during", "every", "coming", "recent", "previous", NULL};
  enum { BACK = 10 };
  const hd_quantity *q = &r->q->items[c->quantity];
  bool opens = c->verb.off == r->text->clauses[c->clause].span.off;
  if (c->cue && !(c->cue->cls == HD_WORD_BOUND && opens)) /* Over five years, */
    return false;
  if (q->kind == HD_KIND_AGE)
    return true;
  if (q->kind != HD_KIND_DURATION)
    return false;
  if (hd_str_find(hd_document_text(r->doc, q->span), HD_STR("-")) <
      q->span.end - q->span.off)
    return true;
  uint32_t at = hd_figure_start(q);
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + (at > BACK ? at - BACK : 0),
                                  at > BACK ? BACK : at});
  return hd_str_ends_any(s, heads) > 0;
}

/* 十年|前, 五年|来: a time in which something was says nothing of it. */
static bool is_chinese_aside(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const tails[] = {"前", "来", "以来", "内", "间", "期间"};
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_str rest = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (q->kind == HD_KIND_DURATION && hd_str_starts(rest, hd_str_of(tails[i])))
      return true;
  return false;
}

bool hd_claim_aside(const hd_claim_reader *r, const hd_claim *c) {
  return r->lang == HD_LANG_EN ? is_english_aside(r, c)
                               : is_chinese_aside(r, c);
}

/* 与2010年的442854人相比: what is compared with hands nothing on. */
bool hd_claim_basis(const hd_claim_reader *r, const hd_claim *c) {
  uint32_t end = r->q->items[c->quantity].span.end;
  hd_str rest = {r->doc->text.p + end, r->doc->text.n - end};
  return r->lang != HD_LANG_EN && hd_str_starts(rest, HD_STR("相比"));
}
