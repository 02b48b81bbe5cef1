/* text_reader: votes, names and links of a passage that restates cells. */
#include "text_reader.h"
#include "gist.h"

uint32_t hd_text_sentence(const hd_text_reader *r, const hd_said *f) {
  return r->l->claims->items[f->claim].sentence;
}

int hd_text_renamed(const hd_text_reader *r, const hd_said *f,
                    const hd_indexed *e) {
  const hd_claim *items = r->l->claims->items;
  hd_gist_likeness like =
      hd_gist_cell(r->l, &items[f->claim], &items[e->claim]);
  return like >= HD_GIST_WITHIN ? 2 : like == HD_GIST_SHORT;
}

bool hd_text_beside(const hd_text_reader *r, const hd_said *f,
                    const hd_indexed *e) {
  enum { BLOCKS = 2 };
  const hd_claim *items = r->l->claims->items;
  uint32_t block = items[f->claim].block, table = items[e->claim].block;
  return block + BLOCKS >= table && block <= table + BLOCKS;
}

hd_text_tally *hd_text_vote(hd_text_reader *r, const hd_indexed *e, bool column,
                            bool make) {
  uint32_t line = column ? e->column : e->row;
  for (uint32_t i = 0; i < r->n_votes; i++)
    if (r->votes[i].grid == e->grid && r->votes[i].line == line &&
        r->votes[i].column == column)
      return &r->votes[i];
  if (!make || r->n_votes == HD_TEXT_VOTES)
    return NULL;
  r->votes[r->n_votes] = (hd_text_tally){e->grid, line, column, HD_NONE, 0};
  return &r->votes[r->n_votes++];
}

void hd_text_add(hd_text_reader *r, const hd_said *f, const hd_indexed *e,
                 uint8_t strength, const char *reason) {
  hd_link link = hd_link_blank(HD_LINK_TEXT_CELL);
  link.level = hd_linker_ref(r->l, f->claim);
  link.base = hd_linker_ref(r->l, e->claim);
  link.strength = strength;
  link.reason = reason;
  hd_linker_add(r->l, link);
}
