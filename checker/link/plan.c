/* plan: what is reached, and what the report still means to reach.
 *
 * In: claims with a topic. Out: COMPLETION links: level, a figure of a stock;
 * base, a later target of the same stock (力争科技型企业突破7.5万家). Flows are
 * left out: what is new each year may well be planned lower. One look-up a
 * claim. */
#include "linker.h"

enum { LEAST_BYTES = 12 };

/* Does the verb before the figure say up to where a stock is to grow? */
static bool reaches(const hd_linker *l, const hd_claim *c) {
  static const char *const words[] = {"达到",   "达",   "突破",   "超过",
                                      "超",     "增至", "增加到", "提高到",
                                      "扩大到", NULL};
  const hd_quantity *q = &l->q->items[c->quantity];
  hd_str verb = hd_document_text(l->doc, c->verb);
  hd_str approx = hd_document_text(l->doc, q->approx);
  for (int i = 0; words[i]; i++)
    if (hd_str_is(verb, words[i]) || hd_str_is(approx, words[i]))
      return true;
  return false;
}

static bool is_stock(const hd_linker *l, const hd_claim *c) {
  const hd_quantity *q = &l->q->items[c->quantity];
  return c->topic && c->name.n >= LEAST_BYTES && q->unit &&
         (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT) &&
         c->aspects == HD_ASPECT_LEVEL && c->direction != HD_FLOW_DOWN &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

static hd_str key_of(const hd_linker *l, const hd_claim *c) {
  const hd_str parts[] = {{(const char *)&c->topic, sizeof c->topic},
                          c->scope.text,
                          hd_claim_qualifier(c).text,
                          {c->constant_price ? "c" : "", c->constant_price}};
  return hd_linker_key(l, parts, 4);
}

void hd_link_plans(hd_linker *l) {
  hd_map *map = hd_map_new(l->own);
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (!is_stock(l, c))
      continue;
    if (c->mode == HD_MODE_ACTUAL) {
      bool fresh;
      *hd_map_at(map, key_of(l, c), &fresh) = l->order[i];
      continue;
    }
    const uint32_t *level = hd_map_find(map, key_of(l, c));
    if (!level || c->list || !reaches(l, c) ||
        l->claims->items[*level].block == c->block)
      continue;
    hd_link link = hd_link_blank(HD_LINK_COMPLETION);
    link.level = hd_linker_ref(l, *level);
    link.base = hd_linker_ref(l, l->order[i]);
    link.anchor = c->verb;
    link.cue = c->cue;
    link.reason = "a stock and its target";
    hd_linker_add(l, link);
  }
}
