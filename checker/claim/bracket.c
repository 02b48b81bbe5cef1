/* bracket: figures in a bracket of words, and what goes on behind it.
 *
 * In: two claims that follow one another. Out: whether a bracket opens or ends
 * between them. What stands behind it goes on with the claim before it, not
 * with its last one: 2883万元(其中……2783万元),比上年减少419万元. */
#include "slots.h"

/* 1.0 Mtoe (when it | accounted for 0.5%): does c stand in a bracket of words
 * that opens behind the claim before it? */
bool hd_claim_enters(const hd_claim_reader *r, const hd_claim *before,
                     const hd_claim *c) {
  uint32_t off = r->q->items[before->quantity].span.end;
  uint32_t end = r->q->items[c->quantity].span.off;
  if (end <= off)
    return false;
  hd_str gap = {r->doc->text.p + off, end - off};
  size_t open = hd_str_find(gap, HD_STR("("));
  enum { WORDS = 8 };
  return open < gap.n && gap.n - open > WORDS && !memchr(gap.p, ')', gap.n);
}

/* ... 0.5%) | to 0.5 Mtoe: does the bracket end between the two? */
bool hd_claim_leaves(const hd_claim_reader *r, const hd_claim *before,
                     const hd_claim *c) {
  uint32_t off = r->q->items[before->quantity].span.end;
  uint32_t end = r->q->items[c->quantity].span.off;
  return end > off && memchr(r->doc->text.p + off, ')', end - off) &&
         !memchr(r->doc->text.p + off, '(', end - off);
}

void hd_claim_leave(hd_claim_reader *r, const hd_claim *inner,
                    const hd_claim *c) {
  uint32_t off = r->q->items[inner->quantity].span.end;
  const char *t = r->doc->text.p;
  const char *close =
      memchr(t + off, ')', r->q->items[c->quantity].span.off - off);
  r->shut = (uint32_t)(close - t) + 1;
}
