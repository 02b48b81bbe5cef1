/* when: the period of each claim and what it is compared with.
 *
 * In: dates and periods among the quantities, in order. A claim takes the
 * nearest one before it in its clause, else in its sentence, else its
 * heading's, else the document's year, else the last one of its block. The base
 * of 同比 is the same period a year earlier. */
#include "english.h"

static bool is_period(const hd_quantity *q) {
  return (q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD) &&
         q->first.year != 0 && !q->impossible;
}

static void set(const hd_claim_reader *r, hd_period *p, const hd_quantity *q,
                hd_provenance from) {
  *p = (hd_period){q->first, q->last, q->span, from};
  if (r->lang == HD_LANG_EN && !hd_english_ended(r, q, &p->first))
    hd_english_in_fiscal(r, q, p);
}

/* The first period named in the heading the block stands under. */
static bool heading_period(const hd_claim_reader *r, uint32_t block,
                           hd_period *out) {
  uint32_t h = r->doc->blocks[block].heading;
  for (int depth = 0; h != HD_NONE && depth < 8; depth++) {
    hd_span span = r->doc->blocks[h].span;
    size_t low = hd_quantities_from(r->q, span.off);
    for (; low < r->q->n && r->q->items[low].span.end <= span.end; low++)
      if (is_period(&r->q->items[low])) {
        set(r, out, &r->q->items[low], HD_FROM_HEADING);
        return true;
      }
    h = r->doc->blocks[h].heading;
  }
  return false;
}

/* The year reported on; of a target, the year of the report itself. */
static bool document_period(const hd_claim_reader *r, hd_mode mode,
                            hd_period *out) {
  const hd_clock *clock = &r->q->clock;
  int16_t year = clock->date.year;
  if (mode == HD_MODE_TARGET && year) {
    *out = (hd_period){{year, 1, 1}, {year, 12, 31}, {0, 0}, HD_FROM_DOCUMENT};
    return true;
  }
  if (r->own.first.year && (!clock->year_first.year ||
                            r->own.first.year == clock->year_first.year)) {
    *out = r->own;
    return true;
  }
  if (clock->year_first.year)
    *out = (hd_period){
        clock->year_first, clock->year_last, {0, 0}, HD_FROM_DOCUMENT};
  return clock->year_first.year != 0;
}

/* A rate of growth without another base is against the year before. */
static void set_base(const hd_claim_reader *r, hd_claim *c) {
  bool grows = (c->aspects & HD_ASPECT_GROWTH) && !c->base_cue &&
               !(c->aspects & HD_ASPECT_AVERAGE);
  bool said = c->base_cue && hd_str_is(c->base_cue->value, "yoy");
  if (!c->period.first.year || !(grows || said) || c->base.first.year ||
      hd_english_last_quarter(r, c))
    return;
  c->base = c->period;
  c->base.first.year--;
  c->base.last.year--;
  c->base.from = HD_FROM_CLAUSE;
}

/* 31.4% and 68.6%, respectively, for the year ended March 31, 2019: no other
 * figure stands between. */
static bool is_each(hd_str gap) {
  const hd_str said = HD_STR(", respectively, ");
  size_t at = hd_str_find(gap, said);
  if (at >= gap.n)
    return false;
  at += said.n;
  return !memchr(gap.p + at, ',', gap.n - at);
}

/* English says it behind: $14.0 billion in fiscal 2017. */
static const hd_quantity *period_behind(const hd_claim_reader *r, uint32_t i) {
  enum { NEAR = 48, FAR = 96 };
  const hd_quantity *q = &r->q->items[i], *next = q + 1;
  if (r->lang != HD_LANG_EN || i + 1 >= r->q->n)
    return NULL;
  if (next->kind == HD_KIND_DURATION && i + 2 < r->q->n)
    next++; /* for the three months ended March 31 */
  if (!is_period(next) || next->sentence != q->sentence ||
      next->span.off < q->span.end || next->span.off - q->span.end > FAR)
    return NULL;
  hd_str gap = {r->doc->text.p + q->span.end, next->span.off - q->span.end};
  if (is_each(gap))
    return next;
  if (gap.n > NEAR)
    return NULL;
  bool label = memchr(gap.p, '(', gap.n) && next->span.end < r->doc->text.n &&
               r->doc->text.p[next->span.end] == ':'; /* (Q2 2023: $4m) */
  return memchr(gap.p, ',', gap.n) || label || hd_english_compared(r, next) ||
                 hd_english_is_base(r, next)
             ? NULL
             : next;
}

/* 比2010年, 较上年, 与2019年相比: a base, not the period of what follows. */
static bool is_base(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {
      "比",           "较",      "与",    "than in ", "than ", "compared with ",
      "compared to ", "versus ", "over ", NULL};
  enum { NEAR = 60 };
  hd_str before = {r->doc->text.p, q->span.off};
  hd_str behind = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  behind.n = behind.n < NEAR ? behind.n : NEAR;
  size_t ground = hd_str_find(behind, HD_STR("基础上"));
  if (hd_str_ends(before, HD_STR("在")) && ground < behind.n &&
      !memchr(behind.p, ',', ground))
    return true; /* 在上年大幅增长的基础上 */
  if (hd_str_ends_any(before, words))
    return true;
  return hd_english_is_base(r, q);
}

/* This compares to ... at 36%, 其中,: the sentence goes on with what the one
 * before it spoke of, and of its time. */
static bool goes_on(const hd_claim_reader *r, const hd_quantity *last,
                    const hd_quantity *q) {
  static const char *const heads[] = {"This ",    "These ",   "It ",
                                      "They ",    "Of these", "Among these",
                                      "Of those", "In total", NULL};
  static const char *const parts[] = {"其中", NULL};
  if (!last || last->sentence + 1 != q->sentence)
    return false;
  const hd_sentence *s = &r->text->sentences[q->sentence];
  if (r->text->sentences[last->sentence].block != s->block)
    return false;
  hd_str text = hd_document_text(r->doc, s->span);
  return hd_str_starts_any(text, r->lang == HD_LANG_EN ? heads : parts) > 0;
}

/* The period that the one at `last` opens or ends: between 2010 and 2011,
 * from 2012 to 2017. NULL where it stands alone. Sets which is the first. */
static const hd_quantity *other_end(const hd_claim_reader *r,
                                    const hd_quantity *last,
                                    const hd_quantity **first) {
  static const char *const links[] = {" and ", " to ", " through ", " until "};
  for (int step = -1; step <= 1; step += 2) {
    const hd_quantity *a = step < 0 ? last - 1 : last, *b = a + 1;
    if (a < r->q->items || b >= r->q->items + r->q->n || !is_period(a) ||
        !is_period(b) || a->sentence != b->sentence)
      continue;
    hd_str gap = {r->doc->text.p + a->span.end, b->span.off - a->span.end};
    hd_str before = {r->doc->text.p, a->span.off};
    if (!hd_str_ends(before, HD_STR("between ")) &&
        !hd_str_ends(before, HD_STR("from ")))
      continue;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
      if (hd_str_is(gap, links[i]) && b->last.year >= a->first.year) {
        *first = a;
        return b;
      }
  }
  return NULL;
}

/* grew by 3% between 2010 and 2011: the growth is the later one's, against
 * the earlier; grew by 3% a year: of the whole time, as is what was counted.
 */
static void set_span(const hd_claim_reader *r, hd_claim *c,
                     const hd_quantity *q) {
  const hd_quantity *first = NULL;
  const hd_quantity *last =
      r->lang == HD_LANG_EN ? other_end(r, q, &first) : NULL;
  if (!last)
    return;
  enum { NEAR = 400 }; /* of a clause that does not end */
  hd_span near = r->text->clauses[c->clause].span;
  uint32_t figure = r->q->items[c->quantity].span.off;
  if (figure > near.off + NEAR)
    near.off = figure - NEAR;
  if (near.end > figure + NEAR)
    near.end = figure + NEAR;
  uint32_t low = near.off;
  hd_str clause = hd_document_text(r->doc, near);
  bool yearly = hd_str_find(clause, HD_STR("annual")) < clause.n ||
                hd_str_find(clause, HD_STR("average")) < clause.n ||
                hd_str_find(clause, HD_STR("per year")) < clause.n;
  set(r, &c->period, last, HD_FROM_CLAUSE);
  bool changes = c->cue && c->cue->cls == HD_WORD_CHANGE;
  for (uint32_t i =
           hd_token_from(r->text, &r->text->sentences[c->sentence], low);
       i < r->text->n_tokens && r->text->tokens[i].span.off < figure; i++)
    changes = changes || r->text->tokens[i].word->cls == HD_WORD_CHANGE;
  if (!changes || yearly)
    c->period.first = first->first;
  else if (c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT))
    set(r, &c->base, first, HD_FROM_CLAUSE);
}

/* The base q; the same period in 2024 is the claim's in that year. */
static void take_base(const hd_claim_reader *r, hd_claim *c,
                      const hd_quantity *q) {
  if (r->lang == HD_LANG_EN && hd_english_same_then(r, q) &&
      c->period.last.year)
    c->base = hd_english_moved(&c->period, q);
  else
    set(r, &c->base, q, HD_FROM_CLAUSE);
}

/* $5.0 million, or |27.0%: the same change said again. */
static bool says_again(const hd_claim_reader *r, const hd_quantity *q) {
  hd_str gap = {r->doc->text.p + q->span.end, q[1].span.off - q->span.end};
  return hd_str_is(gap, ", or ") || hd_str_is(gap, " or ");
}

/* rose by $0.4 billion in 2012 from 2011: the base stands behind. */
static bool base_behind(const hd_claim_reader *r, hd_claim *c) {
  enum { NEAR = 60 };
  const hd_quantity *q = &r->q->items[c->quantity];
  if (r->lang != HD_LANG_EN ||
      !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT)))
    return false;
  const hd_quantity *end = r->q->items + r->q->n;
  if (q + 1 < end && q[1].sentence == q->sentence &&
      r->out->items[q + 1 - r->q->items].is_claim && says_again(r, q))
    q++;
  for (const hd_quantity *n = q + 1; n < end && n->sentence == q->sentence &&
                                     n->span.off < q->span.end + NEAR &&
                                     !r->out->items[n - r->q->items].is_claim;
       n++)
    if (is_period(n) && n->span.off > q->span.end &&
        (hd_english_compared(r, n) || hd_english_is_base(r, n))) {
      take_base(r, c, n);
      return true;
    }
  return false;
}

/* $149.7 million reported | for the same period in 2024: the period spoken of,
 * in that year. */
static void set_behind(const hd_claim_reader *r, hd_claim *c,
                       const hd_quantity *last, const hd_quantity *after) {
  set(r, &c->period, after, HD_FROM_CLAUSE);
  if (!hd_english_same_then(r, after) || !last ||
      last->sentence != after->sentence || !last->last.year)
    return;
  hd_period spoken;
  set(r, &spoken, last, HD_FROM_CLAUSE);
  c->period = hd_english_moved(&spoken, after);
}

/* The first period of the block that leads the list which the block is an
 * item of (In 2012 receipts fell, of which: | - from petrol by 5.3%). */
static bool find_lead(const hd_claim_reader *r, uint32_t lead, hd_period *out) {
  hd_span span = r->doc->blocks[lead].span;
  for (size_t i = hd_quantities_from(r->q, span.off);
       i < r->q->n && r->q->items[i].span.end <= span.end; i++)
    if (is_period(&r->q->items[i]) && !is_base(r, &r->q->items[i])) {
      set(r, out, &r->q->items[i], HD_FROM_LIST);
      return true;
    }
  return false;
}

/* The lead that was asked for last, and what it says: all items of a list ask.
 */
typedef struct {
  uint32_t block;
  bool found;
  hd_period period;
} lead_said;

static bool lead_period(const hd_claim_reader *r, uint32_t block,
                        lead_said *said, hd_period *out) {
  uint32_t lead = r->lang == HD_LANG_EN ? hd_block_led(r, block) : HD_NONE;
  if (lead == HD_NONE)
    return false;
  if (said->block != lead) {
    *said = (lead_said){.block = lead};
    said->found = find_lead(r, lead, &said->period);
  }
  if (said->found)
    *out = said->period;
  return said->found;
}

/* August 31-November 29, 2020 of an English title: months of one year. */
static hd_period own_period(const hd_claim_reader *r) {
  enum { FIRST = 3 };
  hd_period p = {0};
  if (r->lang != HD_LANG_EN)
    return p;
  for (uint32_t b = 0; b < r->doc->n_blocks && b < FIRST; b++) {
    hd_span span = r->doc->blocks[b].span;
    if (r->doc->blocks[b].kind == HD_BLOCK_PARAGRAPH)
      continue;
    for (size_t i = hd_quantities_from(r->q, span.off);
         i < r->q->n && r->q->items[i].span.end <= span.end; i++) {
      const hd_quantity *q = &r->q->items[i];
      if (is_period(q) && q->first.year == q->last.year &&
          q->first.month != q->last.month && q->form == HD_PERIOD_ABSOLUTE)
        set(r, &p, q, HD_FROM_DOCUMENT);
    }
  }
  return p;
}

/* What a figure of a list has, so have those before it. */
static void hand_back(hd_claim_reader *r, const hd_claim *c) {
  for (uint32_t i = c->quantity; c->list && i > 0; i--) {
    hd_claim *b = &r->out->items[i - 1];
    if (b->list != c->list)
      return;
    b->period = c->period;
  }
}

/* A part of a year that Chinese texts report on (上半年, 1-7月). */
static bool is_part(const hd_claim_reader *r, const hd_quantity *q) {
  return r->lang != HD_LANG_EN && q->first.year == q->last.year &&
         q->first.month == 1 && q->first.day == 1 && q->last.month > 1 &&
         q->last.month < 12;
}

/* 年初|预算, 年初|确定的: what was set then, of another time. */
static bool is_plan(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {"预算", "计划", "目标", "预期", "确定",
                                      "下达", "安排", "提出", NULL};
  hd_str rest = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  return hd_str_ends(hd_document_text(r->doc, q->span), HD_STR("年初")) &&
         hd_str_starts_any(rest, words);
}

/* 2015年建成5家,|当年投产3家: the year that the sentence named last. */
static bool is_that_year(const hd_claim_reader *r, const hd_quantity *last,
                         const hd_quantity *q) {
  return last && last->sentence == q->sentence &&
         last->form == HD_PERIOD_ABSOLUTE &&
         last->first.year == last->last.year &&
         hd_str_is(hd_document_text(r->doc, q->span), "当年");
}

void hd_when_read(hd_claim_reader *r) {
  const hd_quantity *last = NULL, *base = NULL;
  lead_said said = {.block = HD_NONE};
  const hd_quantity *part = NULL; /* the block tells of parts of years alone */
  r->fiscal = r->lang == HD_LANG_EN ? hd_english_fiscal(r) : (hd_day){0};
  r->own = own_period(r);
  for (uint32_t i = 0; i < r->q->n; i++) {
    const hd_quantity *q = &r->q->items[i];
    hd_claim *c = &r->out->items[i];
    if (is_period(q)) {
      if (is_that_year(r, last, q) || is_plan(r, q))
        continue;
      if (is_base(r, q)) {
        base = q;
      } else {
        uint32_t block = r->text->sentences[q->sentence].block;
        bool first = !last || r->text->sentences[last->sentence].block != block;
        part = is_part(r, q) && (first || part) ? q : NULL;
        last = q;
      }
      continue;
    }
    if (!c->is_claim || c->period.from != HD_FROM_NONE)
      continue;
    const hd_quantity *after = period_behind(r, i);
    bool near = last && (last->sentence == q->sentence || goes_on(r, last, q));
    if (after)
      set_behind(r, c, last, after);
    else if (near)
      set(r, &c->period, last,
          r->out->items[last - r->q->items].clause == c->clause
              ? HD_FROM_CLAUSE
              : HD_FROM_EARLIER);
    else if (part && r->text->sentences[part->sentence].block == c->block &&
             c->mode == HD_MODE_ACTUAL)
      set(r, &c->period, part, HD_FROM_SENTENCE);
    else if (!lead_period(r, c->block, &said, &c->period) &&
             !heading_period(r, c->block, &c->period) &&
             !document_period(r, c->mode, &c->period) && last &&
             r->text->sentences[last->sentence].block == c->block)
      set(r, &c->period, last, HD_FROM_SENTENCE);
    if (after || near)
      set_span(r, c, after ? after : last);
    if (after && r->lang == HD_LANG_EN)
      hand_back(r, c);
    if (r->lang == HD_LANG_EN)
      hd_english_than(r, c);
    set_base(r, c);
    if (!base_behind(r, c) && base && base->sentence == q->sentence &&
        c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT))
      take_base(r, c, base);
  }
}
