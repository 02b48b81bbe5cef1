/* english_share: which English percentages are shares of something.
 *
 * In: a percentage or a ratio in words (one in 20) without a change, and the
 * words on both sides. Out: its aspect, share where it is told of a group: 12%
 * | of patients, accounted for 12%, Among 417 patients, 48% | were female. And
 * which only tell the figure before as a share of a whole ($5 billion, or 1.4%
 * of GDP). */
#include "english.h"
#include <strings.h>

static bool said_share(const hd_claim_reader *r, const hd_claim *c,
                       hd_span rest) {
  const hd_sentence *s = &r->text->sentences[c->sentence];
  for (uint32_t i = hd_token_from(r->text, s, rest.off);
       i < s->first_token + s->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > rest.end)
      break;
    if (token->word->cls == HD_WORD_SHARE &&
        hd_str_ends(token->word->text, HD_STR(" of")))
      return true;
  }
  return false;
}

/* Among 417 patients, ...; Of these, ...: the sentence names its whole. */
static bool opens_with_whole(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const heads[] = {"Among ",   "Of the ", "Of these",
                                      "Of those", "Of all ", NULL};
  hd_str s = hd_document_text(r->doc, r->text->sentences[c->sentence].span);
  return hd_str_starts_any(s, heads) > 0;
}

/* approximately $1.1 million, or 9%, | of total accounts receivable */
static bool of_total(const hd_claim_reader *r, const hd_quantity *q) {
  hd_str s = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  return hd_str_starts(s, HD_STR(", of total "));
}

bool hd_english_in_words(const hd_claim_reader *r, const hd_quantity *q) {
  return q->kind == HD_KIND_RATIO &&
         !hd_ascii_is_digit(r->doc->text.p[q->span.off]);
}

void hd_english_share(const hd_claim_reader *r, hd_claim *c, hd_span rest,
                      const hd_english_reading *before,
                      const hd_english_next *next) {
  const hd_quantity *q = &r->q->items[c->quantity];
  bool words = hd_english_in_words(r, q);
  if ((q->kind != HD_KIND_PERCENT && !words) || c->aspects != HD_ASPECT_LEVEL)
    return;
  uint32_t at = q->span.off;
  bool bracketed = at > 0 && strchr("([", r->doc->text.p[at - 1]);
  bool told =
      words ? next->kind == HD_ENGLISH_NEXT_OF ||
                  next->kind == HD_ENGLISH_NEXT_NOUN
            : (!before && hd_english_does(r, q->span.end)) || of_total(r, q);
  if (told ||
      (!bracketed && (said_share(r, c, rest) || opens_with_whole(r, c) ||
                      next->kind == HD_ENGLISH_NEXT_OF)))
    c->aspects = HD_ASPECT_SHARE;
}

/* (77%), use rose in Ohio (from | 2.8% to 4.5%) */
bool hd_english_in_bracket(const hd_claim_reader *r, const hd_quantity *q) {
  uint32_t at = q->span.off;
  hd_str before = {r->doc->text.p, at};
  return at > 0 && (strchr("([", r->doc->text.p[at - 1]) ||
                    hd_str_ends(before, HD_STR("(from ")));
}

/* $5 billion, | or about | 1.4% of GDP; $6.2 billion in FY94 | or | 6.9%: does
 * the gap before the second say that it tells the same? */
static bool says_again(hd_str gap) {
  static const char *const about[] = {
      " about",     " around",     " nearly",    " almost", " roughly",
      " some",      " close to",   " just over", " over",   " under",
      " more than", " less than",  " just",      " only",   " approximately",
      " a little",  " just under", NULL};
  enum { LONGEST = 44 };
  gap = hd_str_trim(gap);
  gap.n -= hd_str_ends_any(gap, about);
  bool joined = hd_str_is(gap, "or") || hd_str_ends(gap, HD_STR(" or"));
  return joined && gap.n < LONGEST && !memchr(gap.p, ';', gap.n) &&
         !memchr(gap.p, ')', gap.n);
}

/* $2.9 billion (1.1% of GDP), $5 billion, or 1.4% of GDP: what a share of the
 * figure before is of is no subject where it is a measure itself. */
bool hd_english_of_whole(const hd_claim_reader *r, const hd_claim *before,
                         const hd_quantity *q, const hd_english_next *next) {
  if (!before || !before->name.n || q->kind != HD_KIND_PERCENT ||
      next->kind != HD_ENGLISH_NEXT_OF ||
      r->q->items[before->quantity].kind == HD_KIND_PERCENT ||
      r->q->items[before->quantity].kind == HD_KIND_RATIO)
    return false;
  uint32_t end = r->q->items[before->quantity].span.end;
  hd_str gap = {r->doc->text.p + end,
                q->span.off > end ? q->span.off - end : 0};
  return says_again(gap) ||
         (hd_english_in_bracket(r, q) && hd_english_measure(r, next->span));
}
