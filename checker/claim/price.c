/* price: figures in constant prices.
 *
 * In: claims. Out: constant_price where the words say so: at prices that do
 * not change (按一九五二年不变价格计算, at constant prices) for what stands
 * behind them in the sentence, in real terms (实际增长8.6%, up 5% in real
 * terms) for the change they stand at. A sentence is searched once. */
#include "slots.h"

enum { NEAR = 60 }; /* bytes from a figure to its "in real terms" */

/* Where the first of the words ends in s; 0 if none is there. */
static size_t end_of(hd_str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++) {
    size_t at = hd_str_find(s, hd_str_of(words[i]));
    if (at < s.n)
      return at + strlen(words[i]);
  }
  return 0;
}

#define END(s, words) end_of(s, words, sizeof words / sizeof *words)

/* From where in the sentence prices are constant; its end if they are not. */
static uint32_t constant_from(const hd_claim_reader *r, hd_span sentence) {
  static const char *const prices[] = {"不变价", "可比价", "constant price"};
  size_t end = END(hd_document_text(r->doc, sentence), prices);
  return end ? sentence.off + (uint32_t)end : sentence.end;
}

static bool is_real(const hd_claim_reader *r, const hd_claim *c, uint32_t low) {
  static const char *const before[] = {"实际增", "实际下降", "实际年均",
                                       "real growth", "in real terms"};
  static const char *const behind[] = {"in real terms"};
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t clause = r->text->clauses[c->clause].span.off;
  uint32_t end = r->text->sentences[c->sentence].span.end;
  if (low < clause)
    low = clause;
  if (end > q->span.end + NEAR)
    end = q->span.end + NEAR;
  return (low < q->span.off &&
          END(hd_document_text(r->doc, ((hd_span){low, q->span.off})),
              before)) ||
         (r->lang == HD_LANG_EN && end > q->span.end &&
          END(hd_document_text(r->doc, ((hd_span){q->span.end, end})), behind));
}

void hd_price_read(hd_claim_reader *r) {
  uint32_t sentence = HD_NONE, from = 0, low = 0;
  for (uint32_t i = 0; i < r->out->n; i++) {
    hd_claim *c = &r->out->items[i];
    const hd_quantity *q = &r->q->items[i];
    if (!c->is_claim || r->text->sentences[c->sentence].cell != HD_NONE)
      continue;
    if (c->sentence != sentence) {
      sentence = c->sentence;
      from = constant_from(r, r->text->sentences[sentence].span);
      low = 0;
    }
    bool changes = c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT);
    c->constant_price = q->span.off > from || (changes && is_real(r, c, low));
    low = q->span.end;
  }
}
