/* same: claims of one fact, by an index over topics.
 *
 * In: claims with a topic. Out: SAME_FACT links: groups of claims with equal
 * subject, indicator, dimension, aspects and mode, whose periods do not
 * exclude each other. A group in which a qualifier differs (中欧班列(长沙))
 * says so (`differs`); one in which a subject may stand before the phrase has
 * strength 50. Linear:
 * one hash look-up a claim; a group keeps its first 24 members. */
#include "linker.h"

typedef struct {
  hd_claim_ref members[HD_GROUP_MOST - 1];
  uint32_t n;
  bool wording_differs; /* one has a qualifier that another lacks */
  bool loose;           /* a member's subject may stand in an earlier clause */
} group;

enum { LEAST_BYTES = 12 }; /* four Han characters: a name that can be one */

/* Can the claim's name and unit tell it from others? Cells are judged by the
 * relations of their table, English names need an indicator. */
static bool specific(const hd_linker *l, const hd_claim *c) {
  bool english = l->doc->lang == HD_LANG_EN;
  return c->topic && c->name.n >= LEAST_BYTES && !c->list &&
         c->subject.from != HD_FROM_EARLIER &&
         l->text->sentences[c->sentence].cell == HD_NONE &&
         l->q->items[c->quantity].unit &&
         (!english || (c->indicator.text.n && c->subject.text.n));
}

static hd_str key_of(const hd_linker *l, const hd_claim *c) {
  const char *s = hd_arena_format(
      l->arena, "%llx/%x/%d/%d/%d-%d-%d/%.*s", (unsigned long long)c->topic,
      (unsigned)c->aspects, (int)c->mode, (int)l->q->items[c->quantity].kind,
      c->period.first.year, c->period.last.month, c->base_cue ? 1 : 0,
      (int)c->scope.text.n, c->scope.text.p ? c->scope.text.p : "");
  return hd_str_of(s);
}

static void add_group(hd_linker *l, const group *g) {
  hd_link k = hd_link_blank(HD_LINK_SAME_FACT);
  k.members = hd_arena_alloc(l->arena, g->n * sizeof *k.members);
  memcpy(k.members, g->members, g->n * sizeof *k.members);
  k.n_members = g->n;
  k.differs = g->wording_differs ? "scope" : NULL;
  k.strength = g->loose ? 50 : 90;
  k.reason = "equal subject and indicator";
  hd_linker_add(l, k);
}

void hd_link_same(hd_linker *l) {
  hd_map *map = hd_map_new(l->arena);
  HD_VEC(group) groups = {0};
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (!specific(l, c))
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(map, key_of(l, c), &fresh);
    if (fresh) {
      *slot = (uint32_t)groups.n;
      HD_PUSH(l->arena, &groups, (group){0});
    }
    group *g = &groups.items[*slot];
    if (g->n == HD_GROUP_MOST - 1)
      continue;
    if (g->n &&
        !hd_str_eq(l->claims->items[g->members[0].claim].qualifier.text,
                   c->qualifier.text))
      g->wording_differs = true;
    g->loose = g->loose || !c->anchored;
    g->members[g->n++] = hd_linker_ref(l, l->order[i]);
  }
  for (size_t i = 0; i < groups.n; i++)
    if (groups.items[i].n > 1)
      add_group(l, &groups.items[i]);
}
