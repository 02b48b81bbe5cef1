/* construed: the links of constructions.
 *
 * In: a construction found in a sentence. Out, by its relation:
 * - share    SHARE_OF: P is R (or the fraction Q) of W;
 * - change   FROM_TO: from B to L, by C and D (a rate, an increment);
 * - above, below  COMPARE: L is above (below) B, as the words at ! say;
 * - pair     PAIR: L and B, or C, have one unit;
 * - part     PART_OF: P is no more than W;
 * - within   the same, where both are printed with one unit;
 * - sum      PARTS: the list {P}, or P and L, is all of W;
 * - parts    PARTS: the list may be all of W, the words leave it open;
 * - net      PARTS: of P and W the larger is the smaller and L.
 * What another file has linked already is left alone; so is a row that lacks a
 * figure its relation wants. */
#include "construe.h"
#include "shares.h"

enum { SAID = 95, OPEN = 70, PASSED = 65 /* over a bracket */ };

static hd_claim_ref ref(const hd_linker *l, uint32_t k) {
  return k == HD_NONE ? (hd_claim_ref){0, HD_NONE}
                      : hd_linker_ref(l, l->order[k]);
}

/* from |27.6 to 29.8 years: a bare figure takes the unit of the next. */
static bool shares_unit(const hd_linker *l, uint32_t a, uint32_t b) {
  const hd_quantity *p = hd_linker_figure(l, a), *q = hd_linker_figure(l, b);
  return p->kind == HD_KIND_COUNT && !p->unit && q->kind == HD_KIND_DURATION &&
         hd_str_is(hd_linker_between(l, p->span.end, q->span.off), " to ");
}

static bool alike(const hd_linker *l, uint32_t a, uint32_t b) {
  if (a == HD_NONE || b == HD_NONE)
    return false; /* a row without the role */
  return hd_linker_comparable(l, a, b) || shares_unit(l, b, a) ||
         (hd_linker_figure(l, a)->kind == HD_KIND_COUNT &&
          hd_linker_figure(l, b)->kind == HD_KIND_COUNT);
}

static bool same(hd_claim_ref a, hd_claim_ref b) {
  return a.claim == b.claim && (a.claim == HD_NONE || a.document == b.document);
}

/* Is there such a link already? Those of this document are the last. What is
 * surer makes it so. */
static bool known(hd_linker *l, const hd_link *k) {
  enum { BACK = 64 };
  size_t n = l->links.n, low = n > BACK ? n - BACK : 0;
  for (size_t i = n; i-- > low;) {
    hd_link *o = &l->links.items[i];
    if (o->kind == k->kind && same(o->whole, k->whole) &&
        same(o->rate, k->rate) && same(o->level, k->level) &&
        same(o->base, k->base) && same(o->increment, k->increment) &&
        o->n_members == k->n_members &&
        (!k->n_members || same(o->members[0], k->members[0]))) {
      if (k->strength > o->strength)
        o->strength = k->strength;
      if (k->kind == HD_LINK_PART_OF) { /* of which, told by words alone */
        o->direct = o->direct || k->direct;
        o->reason = k->reason;
      }
      return true;
    }
  }
  return false;
}

static void add(hd_linker *l, hd_link link, const hd_construed *f) {
  link.same_sentence = !f->construction->apart;
  if (f->explained && link.strength > PASSED)
    link.strength = PASSED;
  link.reason = "said by a construction";
  link.cue = f->cue;
  link.anchor = f->cue_span;
  if (!hd_span_empty(f->said))
    link.anchor = f->said;
  if (!known(l, &link))
    hd_linker_add(l, link);
}

/* $5 billion or 37% |higher than in 2015 */
static bool is_change(const hd_linker *l, uint32_t rate) {
  const hd_claim *c = hd_linker_claim(l, rate);
  return c->aspects & HD_ASPECT_GROWTH || c->direction != HD_FLOW_NONE;
}

static void add_share(hd_linker *l, const hd_construed *f) {
  uint32_t part = hd_construed_role(f, 'P'), whole = hd_construed_role(f, 'W');
  uint32_t rate = hd_construed_role(f, 'R');
  if (rate == HD_NONE)
    rate = hd_construed_role(f, 'Q');
  if (rate == HD_NONE || !alike(l, part, whole) || is_change(l, rate) ||
      hd_number_cmp(hd_linker_figure(l, part)->low,
                    hd_linker_figure(l, whole)->low) >= 0)
    return;
  if (f->construction->apart) { /* of another figure near by, perhaps */
    hd_share_add(l, rate, part, l->order[whole]);
    l->links.items[l->links.n - 1].strength = OPEN;
    return;
  }
  hd_link link = hd_link_blank(HD_LINK_SHARE_OF);
  link.rate = ref(l, rate);
  link.whole = ref(l, whole);
  link.members = HD_NEW(l->arena, hd_claim_ref);
  link.members[0] = ref(l, part);
  link.n_members = 1;
  link.strength = SAID;
  add(l, link, f);
}

static bool set_change(const hd_linker *l, uint32_t level, uint32_t k,
                       hd_link *link) {
  if (k == HD_NONE)
    return true;
  if (hd_linker_claim(l, k)->aspects & HD_ASPECT_AVERAGE)
    return false; /* an average increase of 730 a month */
  bool rate = hd_linker_figure(l, k)->kind == HD_KIND_PERCENT ||
              hd_linker_figure(l, k)->kind == HD_KIND_RATIO;
  if (rate && link->rate.claim == HD_NONE)
    link->rate = ref(l, k);
  else if (!rate && link->increment.claim == HD_NONE &&
           (hd_linker_differs_by(l, level, k) || alike(l, level, k)))
    link->increment = ref(l, k);
  else
    return false;
  return true;
}

/* an increase of 5% |on 2008|: is the change since another year than that of
 * the base? */
static bool since_other(const hd_linker *l, uint32_t change, uint32_t base) {
  enum { NEAR = 8 };
  if (change == HD_NONE || base == HD_NONE)
    return false;
  const hd_quantity *q = hd_linker_figure(l, change), *next = q + 1;
  int16_t year = hd_linker_claim(l, base)->period.first.year;
  return next < l->q->items + l->q->n && next->sentence == q->sentence &&
         next->span.off - q->span.end <= NEAR && year &&
         (next->kind == HD_KIND_PERIOD || next->kind == HD_KIND_DATE) &&
         !hd_str_starts(hd_linker_between(l, q->span.end, next->span.off),
                        HD_STR(" in ")) &&
         next->first.year && next->first.year != year;
}

/* $0.3 billion less |than in 2016 and much lower than the |$7.6 billion: is
 * the base of another comparison? */
static bool compared_again(const hd_linker *l, uint32_t change, uint32_t base) {
  if (change == HD_NONE || base == HD_NONE || change >= base)
    return false;
  static const hd_str than = {" than ", 6};
  hd_str gap = hd_linker_between(l, hd_linker_figure(l, change)->span.end,
                                 hd_linker_figure(l, base)->span.off);
  size_t at = hd_str_find(gap, than);
  return at < gap.n &&
         hd_str_find((hd_str){gap.p + at + 1, gap.n - at - 1}, than) < gap.n;
}

/* compared with an increase of $4 million: no level. */
static bool is_moving(const hd_linker *l, uint32_t k) {
  hd_kind kind = hd_linker_figure(l, k)->kind;
  if (kind == HD_KIND_DURATION)
    return hd_linker_claim(l, k)->aspects &
           (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH);
  return kind != HD_KIND_PERCENT && !hd_share_stock(l, k);
}

/* lower than spending in the year before |by $220 million: it is the
 * difference. */
static bool follows_by(const hd_linker *l, uint32_t base) {
  enum { BY = 4 };
  uint32_t off = hd_linker_figure(l, base)->span.off;
  return hd_str_is(hd_linker_between(l, off > BY ? off - BY : 0, off), " by ");
}

/* 148,000 |more than a year earlier: is the base a difference itself? */
static bool differs_itself(const hd_linker *l, uint32_t base) {
  static const char *const words[] = {
      " more than ",  " fewer than ",   " less than ",    " higher than ",
      " lower than ", " greater than ", " smaller than ", NULL};
  enum { REACH = 16 };
  uint32_t off = hd_linker_figure(l, base)->span.end;
  uint32_t last =
      l->text->sentences[hd_linker_claim(l, base)->sentence].span.end;
  hd_str s = hd_linker_between(l, off, off + REACH < last ? off + REACH : last);
  return hd_str_starts_any(s, words);
}

/* fell to 5.2%, from |5.9% in April, and then rose to: the figure is what
 * another change began with. */
static bool is_base(const hd_linker *l, uint32_t k) {
  static const char *const words[] = {
      " from ",     " from the ",    " from about ",     " from a ",
      " against ",  " against the ", " compared with ",  " compared to ",
      " versus ",   " than ",        " than the ",       " from $",
      " against $", " than the $",   " compared with $", " compared to $",
      "(from ",     " from around ", " from just over ", NULL};
  enum { REACH = 18 };
  uint32_t off = hd_linker_figure(l, k)->span.off;
  hd_str s = hd_linker_between(l, off > REACH ? off - REACH : 0, off);
  return hd_str_ends_any(s, words) > 0;
}

/* A base that only stands before the verb: grew 12.4% |and rose to 8.9% of
 * income is two things; from 91% |to 86% in towns and rose to 80% in villages,
 * too: the end of a change begins another only where the words say when (from
 * <X> ~ to <B> in #). */
static bool ends_change(const hd_linker *l, const hd_construed *f,
                        uint32_t base) {
  enum { TO = 4 };
  if (base == HD_NONE || f->construction->items[0].kind != HD_ITEM_FIGURE ||
      f->construction->items[0].c != 'B')
    return false;
  if (hd_linker_figure(l, base)->kind == HD_KIND_PERCENT &&
      hd_linker_claim(l, base)->direction != HD_FLOW_NONE &&
      hd_construed_role(f, 'C') == HD_NONE)
    return true;
  if (is_base(l, base))
    return true;
  if (!base || !hd_linker_one_sentence(l, base, base - 1))
    return false;
  uint32_t off = hd_linker_figure(l, base)->span.off;
  uint32_t low = hd_linker_figure(l, base - 1)->span.off;
  return hd_str_is(hd_linker_between(l, off - TO, off), " to ") &&
         low > TO + 1 &&
         hd_str_is(hd_linker_between(l, low - TO - 1, low), "from ");
}

/* $2,800, an increase of |$400, up from $2,400: no level where one of its kind
 * stands before it. */
static bool is_added(const hd_linker *l, uint32_t level) {
  return level != HD_NONE && level > 0 &&
         hd_linker_claim(l, level)->aspects & HD_ASPECT_INCREMENT &&
         hd_linker_one_sentence(l, level, level - 1) &&
         alike(l, level, level - 1) &&
         !(hd_linker_claim(l, level - 1)->aspects & HD_ASPECT_INCREMENT);
}

/* 295 in 2007, before falling and |then rising to 293: where another change
 * stands between, the base is not what the last one began with. */
static bool changes_between(const hd_linker *l, const hd_construed *f,
                            uint32_t base) {
  if (base == HD_NONE || hd_span_empty(f->cue_span))
    return false;
  const hd_claim *c = hd_linker_claim(l, base);
  uint32_t off = hd_linker_figure(l, base)->span.end;
  if (off >= f->cue_span.off)
    return false;
  const hd_token *other = hd_linker_token(
      l, c->sentence, (hd_span){off, f->cue_span.off}, HD_WORD_CHANGE, true);
  return other && !hd_str_is(other->word->value, "flat");
}

static void add_change(hd_linker *l, const hd_construed *f) {
  uint32_t level = hd_construed_role(f, 'L'), base = hd_construed_role(f, 'B');
  uint32_t end = level == HD_NONE ? base : level;
  if (end == HD_NONE)
    return;
  hd_link link = hd_link_blank(HD_LINK_FROM_TO);
  link.level = ref(l, level);
  link.base = ref(l, base);
  if (!set_change(l, end, hd_construed_role(f, 'C'), &link) ||
      !set_change(l, end, hd_construed_role(f, 'D'), &link) ||
      (base != HD_NONE && !alike(l, end, base)) || !f->cue ||
      since_other(l, hd_construed_role(f, 'C'), base) ||
      compared_again(l, hd_construed_role(f, 'C'), base))
    return;
  if (base == HD_NONE || level == HD_NONE) {
    link.kind = HD_LINK_CHANGE_OF;
    if (link.rate.claim == HD_NONE || link.increment.claim == HD_NONE)
      return;
  }
  if (base != HD_NONE && (is_moving(l, base) || differs_itself(l, base) ||
                          ends_change(l, f, base) || is_added(l, level) ||
                          changes_between(l, f, base)))
    return;
  add(l, link, f);
}

/* The word at ! as a cue that says more or less. */
static void say_order(const hd_linker *l, hd_construed *f, bool above) {
  if (f->cue)
    return;
  hd_word *word = HD_NEW(l->arena, hd_word);
  word->text = hd_document_text(l->doc, f->said);
  word->cls = HD_WORD_COMPARE;
  word->value = above ? HD_STR("more") : HD_STR("less");
  f->cue = word;
  f->cue_span = f->said;
}

/* higher than any other |(15): a bare number of two digits in brackets may be a
 * reference. */
static bool is_reference(const hd_linker *l, uint32_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  const char *text = l->doc->text.p;
  return q->kind == HD_KIND_COUNT && !q->unit && !q->decimals &&
         q->digits <= 2 && q->span.off > 0 &&
         strchr("(_*[", text[q->span.off - 1]);
}

/* L is above B, by C and D; P and W stand for L and B where they are no
 * percentages. Without B both C and D are there. */
static void add_order(hd_linker *l, const hd_construed *f, bool above) {
  uint32_t level = hd_construed_role(f, 'L'), base = hd_construed_role(f, 'B');
  level = level == HD_NONE ? hd_construed_role(f, 'P') : level;
  base = base == HD_NONE ? hd_construed_role(f, 'W') : base;
  if (level == HD_NONE ||
      (base != HD_NONE && (!alike(l, level, base) || differs_itself(l, base) ||
                           follows_by(l, base) || is_reference(l, base))))
    return;
  hd_link link =
      hd_link_blank(base == HD_NONE ? HD_LINK_CHANGE_OF : HD_LINK_COMPARE);
  link.level = ref(l, level);
  link.base = ref(l, base);
  if (!set_change(l, level, hd_construed_role(f, 'C'), &link) ||
      !set_change(l, level, hd_construed_role(f, 'D'), &link) ||
      (base == HD_NONE &&
       (link.rate.claim == HD_NONE || link.increment.claim == HD_NONE)))
    return;
  hd_construed said = *f;
  say_order(l, &said, above);
  add(l, link, &said);
}

/* From $1.5 billion to $1.6 million: of one unit, as the words go. */
static void add_pair(hd_linker *l, const hd_construed *f) {
  hd_link link = hd_link_blank(HD_LINK_PAIR);
  uint32_t level = hd_construed_role(f, 'L'), base = hd_construed_role(f, 'B');
  bool from = f->construction->items[0].kind == HD_ITEM_WORDS;
  if (level == HD_NONE || is_added(l, level))
    return;
  if (base != HD_NONE && !from &&
      hd_linker_figure(l, level)->kind != hd_linker_figure(l, base)->kind)
    return; /* 120 yuan, up 50% */
  link.direct = !from;
  link.level = ref(l, hd_construed_role(f, 'L'));
  link.base = ref(l, hd_construed_role(f, 'B'));
  link.increment = ref(l, hd_construed_role(f, 'C'));
  add(l, link, f);
}

/* Members of the link: the figures of the roles but the whole's, the list
 * among them. */
static void set_members(const hd_linker *l, const hd_construed *f, char whole,
                        hd_link *link) {
  static const char roles[] = "PMQW";
  uint32_t last = hd_construed_role(f, 'L');
  link->members = hd_arena_alloc(l->arena, (f->n_list + sizeof roles + 1) *
                                               sizeof *link->members);
  for (const char *r = roles; *r; r++)
    if (hd_construed_role(f, *r) != HD_NONE && *r != whole)
      link->members[link->n_members++] = ref(l, hd_construed_role(f, *r));
  for (uint32_t i = 0; i < f->n_list; i++)
    link->members[link->n_members++] = ref(l, f->list[i]);
  if (last != HD_NONE)
    link->members[link->n_members++] = ref(l, last);
}

/* Which role the whole has: of what is set off the larger. */
static char whole_of(const hd_linker *l, const hd_construed *f) {
  uint32_t p = hd_construed_role(f, 'P'), w = hd_construed_role(f, 'W');
  bool net = hd_str_is(f->construction->relation, "net");
  return net && p != HD_NONE && w != HD_NONE &&
                 hd_number_cmp(hd_linker_figure(l, p)->low,
                               hd_linker_figure(l, w)->low) > 0
             ? 'P'
             : 'W';
}

static void add_parts(hd_linker *l, const hd_construed *f, uint8_t strength) {
  static const char roles[] = "PMQWL";
  const char of = whole_of(l, f);
  uint32_t whole = hd_construed_role(f, of);
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.whole = ref(l, whole);
  set_members(l, f, of, &link);
  for (uint32_t i = 0; i < f->n_list; i++)
    if (!alike(l, whole, f->list[i]))
      return;
  for (const char *r = roles; *r; r++)
    if (hd_construed_role(f, *r) != HD_NONE &&
        !alike(l, whole, hd_construed_role(f, *r)))
      return;
  if (link.n_members < 2)
    return;
  link.strength = strength;
  add(l, link, f);
}

/* 13 states, including 25 counties: of what is included the units must say that
 * it is of one kind; where one has none, the rule asks for the words. */
static bool is_of_kind(const hd_linker *l, uint32_t whole, uint32_t part) {
  const hd_quantity *w = hd_linker_figure(l, whole),
                    *p = hd_linker_figure(l, part);
  return w->kind == HD_KIND_AMOUNT || !w->unit || !p->unit ||
         w->unit == p->unit;
}

/* 28 of the 21 lawyers: part-exceeds-whole judges it. */
static void add_part(hd_linker *l, const hd_construed *f) {
  uint32_t whole = hd_construed_role(f, 'W'), part = hd_construed_role(f, 'P');
  bool within = hd_str_is(f->construction->relation, "within");
  if (!alike(l, part, whole) || (within && !is_of_kind(l, whole, part)))
    return;
  add(l, hd_linker_part(l, l->order[whole], l->order[part], ""), f);
}

void hd_construed_link(hd_linker *l, const hd_construed *f) {
  hd_str relation = f->construction->relation;
  if (hd_str_is(relation, "share"))
    add_share(l, f);
  else if (hd_str_is(relation, "change"))
    add_change(l, f);
  else if (hd_str_is(relation, "above") || hd_str_is(relation, "below"))
    add_order(l, f, hd_str_is(relation, "above"));
  else if (hd_str_is(relation, "part") || hd_str_is(relation, "within"))
    add_part(l, f);
  else if (hd_str_is(relation, "pair"))
    add_pair(l, f);
  else if (hd_str_is(relation, "sum") || hd_str_is(relation, "net"))
    add_parts(l, f, SAID);
  else if (hd_str_is(relation, "parts"))
    add_parts(l, f, OPEN);
}
