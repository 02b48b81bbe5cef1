/* same: claims of one fact, by an index over topics.
 *
 * In: claims with a topic. Out: SAME_FACT links: groups of claims with equal
 * subject, indicator, dimension, aspects and mode, whose periods, where both
 * are said by the claim's own words or heading, are equal. A group in which a
 * qualifier differs (中欧班列(长沙)) says so (`differs`); one in which a
 * subject may stand before the phrase has strength 50. Linear: one hash look-up
 * a claim; a group keeps its first 24 members. */
#include "setting.h"

typedef struct {
  hd_claim_ref members[HD_GROUP_MOST - 1];
  uint32_t n;
  bool wording_differs; /* one has a qualifier that another lacks */
  bool loose;           /* a member's subject may stand in an earlier clause */
  uint32_t next;        /* another group of this key, other period; 0: none */
} group;

enum { LEAST_BYTES = 12 }; /* four Han characters: a name that can be one */

/* 城镇调查失业率, 地区生产总值: only a place has them, and the scope says
 * which. The indicator must be the claim's own. */
static bool of_place(const hd_linker *l, const hd_claim *c) {
  if (c->indicator.from != HD_FROM_CLAUSE)
    return false;
  const hd_token *t = hd_linker_token(l, c->sentence, c->indicator.span,
                                      HD_WORD_INDICATOR, true);
  return t && t->span.end == c->indicator.span.end &&
         hd_str_is(t->word->extra, "place");
}

/* 中央财政安排384亿元: who pays is no name of what is paid; 十二届三中全会 and
 * 十一届 are two. */
static bool says_enough(const hd_linker *l, const hd_claim *c) {
  enum { LONG = 18 }; /* six Han characters */
  const hd_unit *unit = l->q->items[c->quantity].unit;
  bool money = unit && hd_str_starts(unit->dimension, HD_STR("money"));
  return (!money || c->indicator.text.n || c->name.n >= LONG) &&
         !(unit && hd_str_is(unit->canonical, "届"));
}

/* 四县|有学前教育机构265所: places that were only counted are its scope. */
bool hd_same_of_places(const hd_linker *l, const hd_claim *c) {
  static const char *const places[] = {"县", "市", "区",   "省",   "镇",
                                       "乡", "村", "个县", "个市", "个区",
                                       "国", "州", "街道", NULL};
  uint32_t off =
      c->subject.text.n ? c->subject.span.off : c->indicator.span.off;
  if (c->quantity == 0)
    return false;
  const hd_quantity *q = &l->q->items[c->quantity - 1];
  hd_str unit = hd_document_text(l->doc, q->unit_span);
  for (int i = 0; q->span.end == off && places[i]; i++)
    if (hd_str_is(unit, places[i]))
      return true;
  return false;
}

/* 里程由|14.63万公里增至16.5万公里: a value that a change starts from holds
 * before the period that its clause speaks of. */
static bool starts_change(const hd_linker *l, const hd_claim *c) {
  const hd_quantity *q = &l->q->items[c->quantity];
  uint32_t low = l->text->clauses[c->clause].span.off;
  if (l->doc->lang == HD_LANG_EN || low >= q->span.off)
    return false;
  const hd_token *from = hd_linker_token(
      l, c->sentence, (hd_span){low, q->span.off}, HD_WORD_FROM, true);
  return from && from->span.end == q->span.off;
}

/* 工业用电量|(含规模以下企业): of a wider or narrower extent than the same
 * words alone. */
static bool has_extent(const hd_claim *c) {
  static const char *const words[] = {"含",   "不含",   "包括", "不包括",
                                      "包含", "不包含", NULL};
  return hd_str_starts_any(hd_claim_qualifier(c).text, words);
}

/* 中央财政安排423亿元, 中央财政投入223亿元: who spends, not what. */
static bool is_actor(const hd_claim *c) {
  return hd_str_ends(c->name, HD_STR("财政")) ||
         hd_str_ends(c->name, HD_STR("中央"));
}

/* Can the claim's name and unit tell it from others? Cells are judged by the
 * relations of their table, English names need an indicator. */
bool hd_same_specific(const hd_linker *l, const hd_claim *c) {
  bool english = l->doc->lang == HD_LANG_EN;
  return c->topic && c->name.n >= LEAST_BYTES && (!c->list || of_place(l, c)) &&
         !hd_same_of_places(l, c) && !starts_change(l, c) && !has_extent(c) &&
         c->subject.from != HD_FROM_EARLIER && !is_actor(c) &&
         l->text->sentences[c->sentence].cell == HD_NONE &&
         l->q->items[c->quantity].unit && (english || says_enough(l, c)) &&
         (!english ||
          (c->subject.text.n && !hd_str_ends(c->name, HD_STR("ed"))));
}

/* The scope, but for one that is only a qualifier: 中欧班列(长沙) may be
 * another fact than 中欧班列, or the same one worded differently. */
static hd_str scope_of(const hd_claim *c) {
  hd_span qualifier = hd_claim_qualifier(c).span;
  bool worded =
      qualifier.off <= c->scope.span.off && c->scope.span.end <= qualifier.end;
  return worded ? (hd_str){"", 0} : c->scope.text;
}

/* “教育支出(类)其他教育支出(款)其他教育支出(项)”25.00万元: up to its last
 * bracket. */
static hd_str class_head(hd_str head) {
  enum { MOST = 600 /* bytes of the names of one class */ };
  static const char *const ends[] = {"(项)", "(款)", NULL};
  head.n = head.n < MOST ? head.n : MOST;
  size_t class = hd_str_find(head, HD_STR("(类)"));
  for (size_t i = 0; ends[i] && class < head.n; i++) {
    size_t at = hd_str_find(head, hd_str_of(ends[i]));
    if (at < head.n && at > class)
      return (hd_str){head.p, at + hd_str_of(ends[i]).n};
  }
  return (hd_str){"", 0};
}

/* 1、一般公共服务支出(类)社会工作事务(款)行政运行(项)。…支出决算为51.32万元: in
 * accounts by function the class that a paragraph begins with says what its
 * figures are of. Where its beginning was lost in the line before, the
 * paragraph is a class by itself. Empty where it begins otherwise. */
static hd_str class_of(const hd_linker *l, const hd_claim *c) {
  enum { NEAR = 8 }; /* sentences of the paragraph before the claim's */
  static const char *const ends[] = {"(项)。", "(款)。", "(类)。"};
  const hd_sentence *sentences = l->text->sentences;
  uint32_t first = c->sentence;
  while (first > 0 && sentences[first - 1].block == c->block)
    if (c->sentence - --first > NEAR)
      return (hd_str){"", 0};
  hd_str head = hd_document_text(l->doc, sentences[first].span);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (hd_str_ends(head, hd_str_of(ends[i])))
      return hd_str_find(head, HD_STR("(类)")) < head.n
                 ? head
                 : (hd_str){(const char *)&c->block, sizeof c->block};
  return class_head(head);
}

/* 高于|全省|1.5个百分点: whom it is compared with. */
static hd_str compared_with(const hd_linker *l, const hd_claim *c) {
  const hd_quantity *q = &l->q->items[c->quantity];
  if (!c->cue || c->cue->cls != HD_WORD_COMPARE || q->kind != HD_KIND_POINT)
    return (hd_str){"", 0};
  return hd_linker_between(l, c->verb.end, q->span.off);
}

static hd_str key_of(const hd_linker *l, const hd_claim *c) {
  const uint32_t head[] = {
      (uint32_t)c->topic,
      (uint32_t)(c->topic >> 32),
      c->aspects,
      (uint32_t)c->mode,
      c->base_cue ? 1 : 0,
      c->constant_price,
      (uint32_t)l->q->items[c->quantity].kind,
  };
  const hd_str parts[] = {{(const char *)head, sizeof head},
                          scope_of(c),
                          class_of(l, c),
                          compared_with(l, c)};
  return hd_linker_key(l, parts, 4);
}

/* Was the period read from the claim's own words or its heading? */
static bool firm(const hd_period *p) {
  return p->from == HD_FROM_CLAUSE || p->from == HD_FROM_EARLIER ||
         p->from == HD_FROM_HEADING;
}

/* A period of the document's holds until another year is said outright. */
static bool years_exclude(const hd_period *a, const hd_period *b) {
  return (firm(a) || firm(b)) && a->first.year && b->first.year &&
         (a->last.year < b->first.year || b->last.year < a->first.year);
}

/* 2026年1月: less than the year that the document is about. A day (年末) is
 * none: what is counted on it is of the year. */
static bool is_short_of(const hd_period *a, const hd_period *b) {
  enum { MONTHS = 10 };
  bool day = memcmp(&a->first, &a->last, sizeof a->first) == 0;
  return !day && firm(a) && a->first.year && b->first.year && a->first.month &&
         a->last.month && !firm(b) && b->first.month == 1 &&
         b->last.month == 12 && a->last.month - a->first.month < MONTHS &&
         a->first.year == a->last.year;
}

static bool same_period(const hd_period *a, const hd_period *b) {
  if (years_exclude(a, b) || is_short_of(a, b) || is_short_of(b, a))
    return false;
  if (!firm(a) || !firm(b))
    return true;
  return memcmp(&a->first, &b->first, sizeof a->first) == 0 &&
         memcmp(&a->last, &b->last, sizeof a->last) == 0;
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

/* A section plans one year: its targets are of it even where the report's own
 * year, and so 今年, was taken for the one before. */
static bool both_planned(const hd_linker *l, const hd_claim *a,
                         const hd_claim *b) {
  int years = (int)a->period.first.year - (int)b->period.first.year;
  return a->mode == HD_MODE_TARGET && b->mode == HD_MODE_TARGET &&
         l->doc->blocks[a->block].section == l->doc->blocks[b->block].section &&
         years >= -1 && years <= 1;
}

/* 去年 or 今年 before the claim in its sentence, where the document's own year
 * is not known; "" for none. */
static hd_str relative_year(const hd_linker *l, const hd_claim *c) {
  enum { BACK = 6 };
  uint32_t at = c->quantity, low = at > BACK ? at - BACK : 0;
  while (at-- > low && l->q->items[at].sentence == c->sentence) {
    const hd_quantity *q = &l->q->items[at];
    hd_str before = hd_linker_between(
        l, l->text->sentences[c->sentence].span.off, q->span.off);
    if (q->kind == HD_KIND_PERIOD && q->form == HD_PERIOD_RELATIVE &&
        q->first.year <= 0 && !hd_str_ends(before, HD_STR("比")))
      return hd_document_text(l->doc, q->span);
  }
  return (hd_str){"", 0};
}

/* Does a name a year by its place, and another one than `year`? */
static bool relative_years_exclude(const hd_linker *l, const hd_claim *a,
                                   hd_str year) {
  if (!year.n || a->period.first.year > 0)
    return false;
  hd_str other = relative_year(l, a);
  return other.n && !hd_str_eq(other, year);
}

/* Is c of the time of all members? The year that it names by its place is
 * read once. */
static bool fits(const hd_linker *l, const group *g, const hd_claim *c) {
  hd_str year = {"", 0};
  if (g->n && c->period.first.year <= 0)
    year = relative_year(l, c);
  for (uint32_t i = 0; i < g->n; i++) {
    const hd_claim *a = &l->claims->items[g->members[i].claim];
    bool one_time =
        (same_period(&a->period, &c->period) || both_planned(l, a, c)) &&
        !relative_years_exclude(l, a, year);
    if (!one_time || hd_setting_parts(l, a, c))
      return false;
  }
  return true;
}

/* A rate of growth, what is new or how much of a plan was reached, of a period
 * that no word near by says: it may be of one year here and of five there,
 * whatever their heading. */
static bool is_flow_of_no_year(const hd_claim *c) {
  return c->aspects &
             (HD_ASPECT_GROWTH | HD_ASPECT_NEW | HD_ASPECT_COMPLETION) &&
         c->period.from != HD_FROM_CLAUSE && c->period.from != HD_FROM_EARLIER;
}

static void join(hd_linker *l, group *g, const hd_claim *c, uint32_t claim) {
  if (g->n == HD_GROUP_MOST - 1)
    return;
  if (g->n &&
      !hd_str_eq(
          hd_claim_qualifier(&l->claims->items[g->members[0].claim]).text,
          hd_claim_qualifier(c).text))
    g->wording_differs = true;
  const hd_block *blocks = l->doc->blocks;
  bool apart =
      g->n && blocks[l->claims->items[g->members[0].claim].block].section !=
                  blocks[c->block].section;
  bool placed = !apart && of_place(l, c);
  g->loose = g->loose || l->doc->lang == HD_LANG_EN ||
             (!c->anchored && !placed) ||
             (is_flow_of_no_year(c) && !(placed && c->mode == HD_MODE_TARGET));
  g->members[g->n++] = hd_linker_ref(l, claim);
}

void hd_link_same(hd_linker *l) {
  enum { PERIODS = 12 };
  hd_map *map = hd_map_new(l->own);
  HD_VEC(group) groups = {0};
  HD_PUSH(l->own, &groups, (group){0}); /* 0: no group */
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (!hd_same_specific(l, c))
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(map, key_of(l, c), &fresh), at = *slot;
    for (int n = 0; at && n < PERIODS && !fits(l, &groups.items[at], c); n++)
      at = groups.items[at].next;
    if (!at) {
      at = (uint32_t)groups.n;
      HD_PUSH(l->own, &groups, ((group){.next = *slot}));
      *slot = at;
    }
    join(l, &groups.items[at], c, l->order[i]);
  }
  for (size_t i = 1; i < groups.n; i++)
    if (groups.items[i].n > 1)
      add_group(l, &groups.items[i]);
}
