/* across: claims of several documents of a set.
 *
 * In: documents that were linked each for itself. Out: SAME_FACT links of one
 * fact in a report and its annexes; PREVIOUS links: level, a figure of this
 * year's report; base, the figure of the report before: of the same period,
 * or of the year before, and then with the rate or increment that is said of
 * the level; and those of known.c. A fact is told by topic, aspects, scope (the
 * document's own where none is said) and period; targets and forecasts are
 * none. One look-up a claim in each index. */
#include "linker.h"

enum { PERIODS = 32 }; /* of one topic in one index */

typedef struct {
  hd_claim_ref ref;
  hd_day first, last;
  uint32_t next; /* of the same key, + 1 */
} entry;

typedef struct {
  hd_map *map;
  HD_VEC(entry) entries;
} index_of_facts;

/* One fact in several documents: its first claim in each. */
typedef struct {
  hd_claim_ref members[HD_GROUP_MOST];
  uint32_t n;
} group;

static const hd_document *document_of(const hd_claims *claims) {
  return claims->quantities->text->doc;
}

static hd_str key_of(const hd_linker *l, const hd_claim *c) {
  const uint32_t head[] = {(uint32_t)c->topic, (uint32_t)(c->topic >> 32),
                           c->aspects & ~(uint32_t)HD_ASPECT_CUMULATIVE};
  hd_str scope = c->scope.text.n ? c->scope.text : l->claims->entity;
  const hd_str parts[] = {{(const char *)head, sizeof head}, scope};
  return hd_linker_key(l, parts, 2);
}

static bool same_day(hd_day a, hd_day b, int years) {
  bool end = a.month == 2 && b.month == 2 && a.day > 27 && b.day > 27;
  return a.year == b.year + years && a.month == b.month &&
         (a.day == b.day || end);
}

/* The entry of the key whose period is `years` before the claim's; NULL. */
static const entry *find(const hd_linker *l, const index_of_facts *index,
                         const hd_claim *c, int years) {
  const uint32_t *slot = hd_map_find(index->map, key_of(l, c));
  uint32_t at = slot ? *slot : 0;
  for (int n = 0; at && n < PERIODS; n++) {
    const entry *e = &index->entries.items[at - 1];
    if (same_day(c->period.first, e->first, years) &&
        same_day(c->period.last, e->last, years))
      return e;
    at = e->next;
  }
  return NULL;
}

static void keep(hd_linker *l, index_of_facts *index, uint32_t claim) {
  const hd_claim *c = &l->claims->items[claim];
  bool fresh;
  uint32_t *slot = hd_map_at(index->map, key_of(l, c), &fresh);
  entry e = {hd_linker_ref(l, claim), c->period.first, c->period.last, *slot};
  *slot = (uint32_t)index->entries.n + 1;
  HD_PUSH(l->arena, &index->entries, e);
}

static bool is_fact(const hd_linker *l, const hd_claim *c) {
  return c->period.first.year > 0 && c->mode == HD_MODE_ACTUAL &&
         hd_same_specific(l, c);
}

/* Of last year's report only what had come to pass when it was written: what
 * it planned for this year is no fact to be held against. */
static bool may_serve(const hd_linker *l, const hd_claim *c) {
  const hd_day until = l->q->clock.year_last;
  return is_fact(l, c) &&
         (l->doc->role != HD_ROLE_PREVIOUS ||
          (until.year > 0 && c->period.last.year <= until.year));
}

/* ---- indexes ------------------------------------------------------------ */
static index_of_facts index_role(hd_linker *l,
                                 const hd_claims *const *documents, size_t n,
                                 hd_role role) {
  index_of_facts index = {.map = hd_map_new(l->own)};
  for (uint32_t d = 0; d < n; d++) {
    if (document_of(documents[d])->role != role)
      continue;
    hd_linker_enter(l, documents[d], d);
    for (size_t i = l->n_order; i-- > 0;) /* the first is found first */
      if (may_serve(l, hd_linker_claim(l, i)))
        keep(l, &index, l->order[i]);
  }
  return index;
}

/* ---- report and annexes ------------------------------------------------- */
static void add_group(hd_linker *l, const group *g) {
  hd_link k = hd_link_blank(HD_LINK_SAME_FACT);
  k.members = hd_arena_alloc(l->arena, g->n * sizeof *k.members);
  memcpy(k.members, g->members, g->n * sizeof *k.members);
  k.n_members = g->n;
  k.strength = 90;
  k.reason = "one fact in two files";
  hd_linker_add(l, k);
}

static void join(hd_linker *l, index_of_facts *index, group *groups,
                 uint32_t claim) {
  const hd_claim *c = &l->claims->items[claim];
  const entry *e = find(l, index, c, 0);
  if (!e) {
    keep(l, index, claim);
    groups[index->entries.n - 1] = (group){{hd_linker_ref(l, claim)}, 1};
    return;
  }
  group *g = &groups[e - index->entries.items];
  if (g->n < HD_GROUP_MOST && g->members[g->n - 1].document != l->document)
    g->members[g->n++] = hd_linker_ref(l, claim);
}

static void link_annexes(hd_linker *l, const hd_claims *const *documents,
                         size_t n) {
  index_of_facts index = {.map = hd_map_new(l->own)};
  size_t total = 0, judged = 0;
  for (size_t d = 0; d < n; d++)
    if (hd_document_is_judged(document_of(documents[d]))) {
      total += documents[d]->n;
      judged++;
    }
  if (judged < 2)
    return;
  group *groups = hd_arena_alloc(l->arena, (total + 1) * sizeof *groups);
  for (uint32_t d = 0; d < n; d++) {
    if (!hd_document_is_judged(document_of(documents[d])))
      continue;
    hd_linker_enter(l, documents[d], d);
    for (size_t i = 0; i < l->n_order; i++)
      if (is_fact(l, hd_linker_claim(l, i)))
        join(l, &index, groups, l->order[i]);
  }
  for (size_t i = 0; i < index.entries.n; i++)
    if (groups[i].n > 1)
      add_group(l, &groups[i]);
}

/* ---- what is compared with ---------------------------------------------- */
static void link_to(hd_linker *l, const index_of_facts *last) {
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    const entry *e = is_fact(l, c) ? find(l, last, c, 0) : NULL;
    if (!e)
      continue;
    hd_link k = hd_link_blank(HD_LINK_PREVIOUS);
    k.level = hd_linker_ref(l, l->order[i]);
    k.base = e->ref;
    k.strength = 90;
    k.reason = "the same figure in last year's report";
    hd_linker_add(l, k);
  }
}

/* The changes that were linked in the documents, against last year's level. */
static void link_changes(hd_linker *l, const index_of_facts *last,
                         const hd_claims *const *documents, size_t n_links) {
  for (size_t i = 0; i < n_links; i++) {
    hd_link change = l->links.items[i];
    if (change.kind != HD_LINK_CHANGE_OF || change.level.claim == HD_NONE ||
        (change.rate.claim == HD_NONE && change.increment.claim == HD_NONE))
      continue;
    if (l->document != change.level.document)
      hd_linker_enter(l, documents[change.level.document],
                      change.level.document);
    const hd_claim *c = &l->claims->items[change.level.claim];
    const entry *e = is_fact(l, c) ? find(l, last, c, 1) : NULL;
    if (!e)
      continue;
    hd_link k = hd_link_blank(HD_LINK_PREVIOUS);
    k.level = change.level;
    k.rate = change.rate;
    k.increment = change.increment;
    k.base = e->ref;
    k.cue = change.cue;
    k.anchor = change.anchor;
    k.strength = change.strength;
    k.reason = "last year's level and this year's change";
    hd_linker_add(l, k);
  }
}

/* Is the change said of the year before, or is it not said of when? */
static bool is_year_before(const hd_claim *level, const hd_claim *change) {
  return change->base.first.year == 0 ||
         change->base.last.year == level->period.last.year - 1;
}

/* 城镇化率62.3%,比上年末提高0.8个百分点: points that follow a percentage,
 * against last year's. */
static void link_points(hd_linker *l, const index_of_facts *last) {
  for (size_t i = 0; i + 1 < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i), *d = hd_linker_claim(l, i + 1);
    bool points = hd_linker_figure(l, i)->kind == HD_KIND_PERCENT &&
                  hd_linker_figure(l, i + 1)->kind == HD_KIND_POINT &&
                  c->sentence == d->sentence && !d->list &&
                  d->subject.from == HD_FROM_EARLIER &&
                  d->direction != HD_FLOW_NONE && is_year_before(c, d);
    const entry *e = points && is_fact(l, c) ? find(l, last, c, 1) : NULL;
    if (!e)
      continue;
    hd_link k = hd_link_blank(HD_LINK_PREVIOUS);
    k.level = hd_linker_ref(l, l->order[i]);
    k.increment = hd_linker_ref(l, l->order[i + 1]);
    k.base = e->ref;
    k.cue = d->cue;
    k.anchor = d->verb;
    k.strength = 80;
    k.reason = "last year's percentage and this year's points";
    hd_linker_add(l, k);
  }
}

static void link_judged(hd_linker *l, const hd_claims *const *documents,
                        size_t n, const index_of_facts *last) {
  for (uint32_t d = 0; d < n; d++) {
    if (!hd_document_is_judged(document_of(documents[d])))
      continue;
    hd_linker_enter(l, documents[d], d);
    link_to(l, last);
    link_points(l, last);
  }
}

void hd_link_across(hd_linker *l, const hd_claims *const *documents, size_t n) {
  if (n < 2)
    return;
  size_t n_links = l->links.n;
  link_annexes(l, documents, n);
  index_of_facts last = index_role(l, documents, n, HD_ROLE_PREVIOUS);
  if (last.entries.n) {
    link_changes(l, &last, documents, n_links);
    link_judged(l, documents, n, &last);
  }
  hd_link_known(l, documents, n);
}
