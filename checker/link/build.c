/* build: runs the families of links over each document and sorts what they
 * found by kind, then by first claim. */
#include "../text/vocabulary.h"
#include "setting.h"
#include <stdlib.h>

const char *hd_link_name(hd_link_kind kind) {
  static const char *const names[] = {
      "same_fact",   "parts",       "part_of",    "share_of",  "change_of",
      "from_to",     "threshold",   "completion", "compare",   "list",
      "counted",     "series",      "rank",       "text_cell", "same_name",
      "cell_change", "translation", "previous",   "reference", "pair"};
  return names[kind];
}

hd_link hd_link_blank(hd_link_kind kind) {
  const hd_claim_ref none = {0, HD_NONE};
  return (hd_link){.kind = kind,
                   .whole = none,
                   .rate = none,
                   .increment = none,
                   .level = none,
                   .base = none,
                   .strength = 80,
                   .reason = ""};
}

hd_claim_ref hd_linker_ref(const hd_linker *l, uint32_t claim) {
  return (hd_claim_ref){l->document, claim};
}

hd_link hd_linker_part(const hd_linker *l, uint32_t whole, uint32_t part,
                       const char *reason) {
  hd_link link = hd_link_blank(HD_LINK_PART_OF);
  link.whole = hd_linker_ref(l, whole);
  link.members = HD_NEW(l->arena, hd_claim_ref);
  link.members[0] = hd_linker_ref(l, part);
  link.n_members = 1;
  link.direct = true;
  link.reason = reason;
  return link;
}

/* Are the figures of a link between sentences those of two settings? */
static bool is_apart(const hd_linker *l, const hd_link *link) {
  const hd_claim *items = l->claims ? l->claims->items : NULL;
  if (!l->settings || link->n_members < 1)
    return false;
  bool fact = link->kind == HD_LINK_SAME_FACT && link->n_members == 2;
  bool part = link->kind == HD_LINK_PART_OF && link->whole.claim != HD_NONE;
  if (!fact && !part)
    return false;
  const hd_claim_ref *one = fact ? &link->members[1] : &link->whole;
  const hd_claim *a = &items[link->members[0].claim], *b = &items[one->claim];
  return one->document == l->document &&
         link->members[0].document == l->document &&
         a->sentence != b->sentence &&
         (fact ? hd_setting_parts : hd_setting_differs)(l, a, b);
}

/* Of which table and row the cell is that holds the claim among its prose;
 * NO_ROW. */
#define NO_ROW UINT64_MAX
static uint64_t row_of(const hd_linker *l, hd_claim_ref ref) {
  if (ref.claim == HD_NONE || ref.document != l->document)
    return NO_ROW;
  const hd_sentence *s =
      &l->text->sentences[l->claims->items[ref.claim].sentence];
  if (s->held == HD_NONE || s->cell != HD_NONE)
    return NO_ROW;
  const hd_table *t = &l->doc->tables[l->doc->blocks[s->block].table];
  return (uint64_t)s->block << 32 | t->cells[s->held].row;
}

/* Do figures of a link stand in the prose of two rows? Each row of a table is
 * of a case of its own. */
static bool crosses_rows(const hd_linker *l, const hd_link *link) {
  if (!l->claims || !l->text->has_prose_cells)
    return false;
  const hd_claim_ref slots[] = {link->whole, link->rate, link->increment,
                                link->level, link->base};
  enum { SLOTS = sizeof slots / sizeof *slots };
  uint64_t first = NO_ROW;
  for (size_t i = 0; i < SLOTS + link->n_members; i++) {
    uint64_t row = row_of(l, i < SLOTS ? slots[i] : link->members[i - SLOTS]);
    if (row == NO_ROW)
      continue;
    if (first != NO_ROW && row != first)
      return true;
    first = row;
  }
  return false;
}

void hd_linker_add(hd_linker *l, hd_link link) {
  if (is_apart(l, &link) || crosses_rows(l, &link))
    return;
  HD_PUSH(l->arena, &l->links, link);
}

hd_str hd_linker_key(const hd_linker *l, const hd_str *parts, size_t n) {
  size_t all = 0, at = 0;
  for (size_t i = 0; i < n; i++)
    all += parts[i].n;
  char *key = hd_arena_alloc(l->own, all);
  for (size_t i = 0; i < n; at += parts[i++].n)
    if (parts[i].n)
      memcpy(key + at, parts[i].p, parts[i].n);
  return (hd_str){key, all};
}

size_t hd_linker_figure_from(const hd_linker *l, uint32_t off) {
  size_t low = 0, high = l->n_order;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (hd_linker_figure(l, mid)->span.off < off)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

bool hd_linker_comparable(const hd_linker *l, size_t a, size_t b) {
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  if (p->kind != q->kind)
    return false;
  if (!p->unit || !q->unit)
    return p->unit == q->unit;
  return p->unit == q->unit ||
         hd_str_eq(p->unit->dimension, q->unit->dimension);
}

bool hd_linker_differs_by(const hd_linker *l, size_t level, size_t change) {
  if (hd_linker_figure(l, level)->kind == HD_KIND_PERCENT)
    return hd_linker_figure(l, change)->kind == HD_KIND_POINT;
  return hd_linker_comparable(l, level, change);
}

hd_link hd_linker_group(const hd_linker *l, hd_link_kind kind,
                        const size_t *items, uint32_t n) {
  hd_link k = hd_link_blank(kind);
  k.members = hd_arena_alloc(l->arena, n * sizeof *k.members);
  for (uint32_t i = 0; i < n; i++)
    k.members[i] = hd_linker_ref(l, l->order[items[i]]);
  k.n_members = n;
  return k;
}

void hd_linker_set_change(const hd_linker *l, size_t k, hd_link *link) {
  if (hd_linker_figure(l, k)->kind == HD_KIND_PERCENT)
    link->rate = hd_linker_ref(l, l->order[k]);
  else
    link->increment = hd_linker_ref(l, l->order[k]);
}

bool hd_linker_one_name(const hd_claim *a, const hd_claim *b) {
  enum { LEAST = 9 };
  if (a->name.n < LEAST || b->name.n < LEAST)
    return false;
  return hd_str_ends(a->name, b->name) || hd_str_ends(b->name, a->name);
}

hd_str hd_linker_between(const hd_linker *l, uint32_t from, uint32_t to) {
  return (hd_str){l->doc->text.p + from, to > from ? to - from : 0};
}

const hd_token *hd_linker_token(const hd_linker *l, uint32_t sentence,
                                hd_span span, hd_word_class cls, bool last) {
  const hd_sentence *s = &l->text->sentences[sentence];
  if (!s->n_tokens)
    return NULL;
  const hd_token *t = l->text->tokens + s->first_token, *end = t + s->n_tokens;
  const hd_token *found = NULL;
  const hd_vocabulary *v = l->text->vocabulary;
  for (size_t left = s->n_tokens, half; left > 0; left -= half) {
    half = (left + 1) / 2; /* without branches: they cannot be foretold */
    t += t[half - 1].span.off < span.off ? half : 0;
  }
  for (; t < end && t->span.end <= span.end; t++)
    if (hd_vocabulary_class(v, t->word) == cls) {
      found = t;
      if (!last)
        break;
    }
  return found;
}

static uint32_t first_claim(const hd_link *k) {
  const hd_claim_ref roles[] = {k->whole, k->rate, k->increment, k->level,
                                k->base};
  uint32_t first = k->n_members ? k->members[0].claim : HD_NONE;
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (roles[i].claim < first)
      first = roles[i].claim;
  return first;
}

static uint32_t document_of(const hd_link *k) {
  if (k->kind == HD_LINK_SAME_NAME)
    return k->whole.document;
  if (k->n_members)
    return k->members[0].document;
  if (k->level.claim != HD_NONE)
    return k->level.document;
  if (k->increment.claim != HD_NONE)
    return k->increment.document;
  return k->whole.claim != HD_NONE ? k->whole.document : k->rate.document;
}

static int by_kind(const void *a, const void *b) {
  const hd_link *x = a, *y = b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (document_of(x) != document_of(y))
    return document_of(x) < document_of(y) ? -1 : 1;
  if (first_claim(x) != first_claim(y))
    return first_claim(x) < first_claim(y) ? -1 : 1;
  return x->anchor.off < y->anchor.off ? -1 : x->anchor.off > y->anchor.off;
}

/* 优良天数297天: days that are counted. */
static bool counts_days(const hd_linker *l, uint32_t i) {
  static const char *const nouns[] = {"天数", "日数", "时长", "时限",
                                      "用时", "寿命", NULL};
  hd_str name = l->claims->items[i].name;
  for (int k = 0; nouns[k] && name.n; k++)
    if (hd_str_ends(name, hd_str_of(nouns[k])))
      return true;
  return false;
}

static void list_claims(hd_linker *l) {
  l->order = hd_arena_alloc(l->own, (l->claims->n + 1) * sizeof *l->order);
  for (uint32_t i = 0; i < l->claims->n; i++)
    if (l->claims->items[i].is_claim &&
        (l->q->items[i].kind != HD_KIND_DURATION || l->q->items[i].decimals ||
         counts_days(l, i)))
      l->order[l->n_order++] = i;
}

void hd_linker_enter(hd_linker *l, const hd_claims *claims, uint32_t document) {
  l->claims = claims;
  l->q = claims->quantities;
  l->text = l->q->text;
  l->doc = l->text->doc;
  l->document = document;
  l->n_order = 0;
  list_claims(l);
  hd_setting_read(l);
}

/* A family whose index is large: its memory is given back for the next. */
static void link_apart(hd_linker *l, void (*family)(hd_linker *l)) {
  hd_arena *own = l->own;
  l->own = hd_arena_within(l->arena);
  family(l);
  hd_arena_free(l->own);
  l->own = own;
}

static void link_document(hd_linker *l) {
  hd_link_from_to(l);
  hd_link_changes(l);
  link_apart(l, hd_link_past);
  hd_link_compared(l);
  hd_link_times(l);
  hd_link_reasons(l);
  hd_link_parts(l);
  hd_link_brackets(l);
  hd_link_shares(l);
  hd_link_thresholds(l);
  hd_link_lists(l);
  hd_link_counted(l);
  link_apart(l, hd_link_same);
  if (l->doc->lang == HD_LANG_EN) {
    hd_link_triples_english(l);
    hd_link_same_english(l);
    hd_link_same_slots(l);
    hd_link_kindred_english(l);
    hd_link_parts_english(l);
    link_apart(l, hd_link_framed_english);
  }
  if (l->doc->lang == HD_LANG_ZH)
    link_apart(l, hd_link_framed_chinese);
  link_apart(l, hd_link_names);
  hd_link_partitions(l);
  hd_link_share_lists(l);
  hd_link_addends(l);
  hd_link_twins(l);
  hd_link_restated(l);
  hd_link_regions(l);
  hd_link_stocks(l);
  hd_link_nested(l);
  hd_link_plans(l);
  hd_link_tops(l);
  link_apart(l, hd_link_tables);
  if (l->doc->lang == HD_LANG_EN) {
    hd_link_constructions(l);
    hd_link_lone_english(l);
    link_apart(l, hd_link_lone_sums_english);
    hd_link_hundreds_english(l);
    hd_link_shares_in_share_english(l);
    hd_link_scales_english(l);
    link_apart(l, hd_link_units_again_english);
  }
}

hd_links *hd_link_build(hd_arena *arena, const hd_claims *const *documents,
                        size_t n) {
  hd_linker l = {.arena = arena, .own = hd_arena_within(arena)};
  for (uint32_t d = 0; d < n; d++)
    if (hd_document_is_judged(documents[d]->quantities->text->doc)) {
      hd_linker_enter(&l, documents[d], d);
      link_document(&l);
    }
  hd_link_translations(&l, documents, n);
  hd_link_across(&l, documents, n);
  if (l.links.n)
    qsort(l.links.items, l.links.n, sizeof *l.links.items, by_kind);
  hd_arena_free(l.own);
  hd_links *out = HD_NEW(arena, hd_links);
  out->arena = arena;
  out->documents = hd_arena_alloc(arena, (n + 1) * sizeof *out->documents);
  for (size_t d = 0; d < n; d++)
    out->documents[d] = documents[d];
  out->n_documents = n;
  out->items = l.links.items;
  out->n = l.links.n;
  return out;
}
