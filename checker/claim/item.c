/* item: items of a list and the block that leads it.
 *
 * In: claims in reading order. Out: for the claims of items, the first claim
 * of the block that announces them (Sales rose to $5m, as a result of: | • an
 * increase of ...). Items are list items and blocks that begin with a bullet;
 * short blocks between them that go on (partially offset by:) end nothing.
 * Linear: each block is looked at once. */
#include "slots.h"

static bool is_item(const hd_claim_reader *r, uint32_t block) {
  return r->doc->blocks[block].kind == HD_BLOCK_ITEM ||
         hd_str_starts(hd_document_text(r->doc, r->doc->blocks[block].span),
                       HD_STR("•"));
}

/* Does the block announce a list, by a colon at its end or before a bullet? */
static bool announces(const hd_claim_reader *r, uint32_t block) {
  hd_str s = hd_str_trim(hd_document_text(r->doc, r->doc->blocks[block].span));
  return hd_str_ends(s, HD_STR(":")) || hd_str_find(s, HD_STR(": •")) < s.n;
}

/* partially offset by: */
static bool goes_on(const hd_claim_reader *r, uint32_t block) {
  enum { SHORT = 40 };
  hd_str s = hd_str_trim(hd_document_text(r->doc, r->doc->blocks[block].span));
  return s.n < SHORT && hd_str_ends(s, HD_STR(":"));
}

uint32_t hd_block_led(const hd_claim_reader *r, uint32_t block) {
  enum { MOST = 64 }; /* blocks looked back at */
  if (!is_item(r, block))
    return HD_NONE;
  for (uint32_t b = block, n = 0; b > 0 && n < MOST; n++) {
    b--;
    if (!is_item(r, b) && !goes_on(r, b))
      return announces(r, b) ? b : HD_NONE;
  }
  return HD_NONE;
}

void hd_claim_follow(hd_claim_reader *r, const hd_claim *c) {
  const hd_claim *head = r->head;
  if (head && head->block == c->block)
    return;
  r->head = c;
  if (head && !is_item(r, head->block))
    r->lead = announces(r, head->block) ? head : NULL;
  for (uint32_t b = head ? head->block + 1 : 0; b <= c->block; b++)
    if (!is_item(r, b) && !goes_on(r, b))
      r->lead = NULL;
}
