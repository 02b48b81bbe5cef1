/* region: a division's figure and that of the division it belongs to.
 *
 * In: claims with a topic whose scope is a division inside the document's own
 * (长沙 in 湖南). Out: PART_OF links to the claim of the same topic about the
 * document's own scope. One hash look-up a claim. */
#include "linker.h"

enum { LEAST_BYTES = 15 }; /* five Han characters: a name that is one thing */

/* Is `code` a division inside `of` (codes of GB/T 2260: 430100 in 430000)? */
static bool inside(uint32_t code, uint32_t of) {
  uint32_t step = of % 10000 == 0 ? 10000 : of % 100 == 0 ? 100 : 1;
  return code != of && of && code / step == of / step;
}

static bool usable(const hd_linker *l, const hd_claim *c) {
  const hd_quantity *q = &l->q->items[c->quantity];
  return c->topic && c->name.n >= LEAST_BYTES && q->unit && !c->list &&
         c->aspects == HD_ASPECT_LEVEL && c->mode == HD_MODE_ACTUAL &&
         (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT) &&
         c->subject.from != HD_FROM_EARLIER &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

static hd_str key_of(const hd_linker *l, const hd_claim *c) {
  const hd_unit *unit = l->q->items[c->quantity].unit;
  const hd_str parts[] = {c->name, HD_STR("/"), unit->dimension};
  return hd_linker_key(l, parts, 3);
}

void hd_link_regions(hd_linker *l) {
  hd_map *own = hd_map_new(l->own);
  uint32_t entity = l->claims->division;
  for (size_t i = 0; entity && i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    bool fresh;
    if (!usable(l, c) || c->scope.text.n)
      continue;
    uint32_t *slot = hd_map_at(own, key_of(l, c), &fresh);
    if (fresh)
      *slot = l->order[i];
  }
  for (size_t i = 0; entity && i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (!usable(l, c) || !inside(c->division, entity))
      continue;
    const uint32_t *whole = hd_map_find(own, key_of(l, c));
    if (!whole)
      continue;
    hd_link k =
        hd_linker_part(l, *whole, l->order[i], "a division of the whole's");
    k.differs = "scope";
    hd_linker_add(l, k);
  }
}
