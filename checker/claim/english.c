/* english: subject, indicator and scope of a figure in an English sentence.
 *
 * In: the words on both sides of the figure (english_words). Out: the slots.
 * Before the figure the head is the last noun phrase that no preposition
 * governs (net sales | in Europe | were $5m); X of Y is Y with X measured
 * where X is an indicator. Behind it stands what is counted (49 cancer
 * registries) and, where no verb or "of" joins the figure to what precedes,
 * what it is of (set aside $5 billion in the fund). What is not found stays
 * empty; a figure without a phrase has what the one before it has. */
#include "english_table.h"
#include <strings.h>

/* What the words before the figure say. */
typedef struct {
  hd_span region;
  hd_english_reading read;
  bool found;    /* they hold a head */
  bool owned;    /* or a share is said of what was before */
  bool joined;   /* a verb or "of" joins the figure to them */
  bool inherits; /* the figure is of what an earlier one is of */
} words;

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

/* Does a verb or "of" join the figure to what stands before it? */
static bool joined_before(const hd_claim_reader *r, const hd_context *context,
                          uint32_t figure) {
  hd_str gap = hd_str_trim(
      (hd_str){r->doc->text.p + context->rest.end,
               figure > context->rest.end ? figure - context->rest.end : 0});
  while (gap.n && (gap.p[gap.n - 1] == '$' || gap.p[gap.n - 1] == ' '))
    gap.n--;
  return context->cue || context->change || hd_str_ends(gap, HD_STR("of")) ||
         hd_str_ends(gap, HD_STR("at"));
}

/* Operating Expenses Operating expenses rose: a heading that ran into its
 * sentence says its words twice. */
static hd_span said_once(const hd_claim_reader *r, hd_span span) {
  const char *t = r->doc->text.p;
  for (uint32_t at = span.off + 1; at < span.end; at++) {
    uint32_t n = at - 1 - span.off;
    if (t[at - 1] != ' ' || n > span.end - at)
      continue;
    bool whole = span.end - at == n || t[span.end - n - 1] == ' ';
    if (whole && strncasecmp(t + span.off, t + span.end - n, n) == 0)
      return (hd_span){at, span.end};
  }
  return span;
}

static void set_slots(hd_claim_reader *r, hd_claim *c, hd_span head,
                      hd_span of) {
  head = hd_english_with_years(r, said_once(r, head));
  of = hd_span_empty(of) ? of : hd_english_with_years(r, of);
  if (!hd_span_empty(of) && of.off > head.end)
    hd_topic_set(r, of, head, HD_FROM_CLAUSE, c);
  else
    hd_topic_split(r, head, HD_FROM_CLAUSE, c);
  if (hd_english_adjective(c->subject.text) &&
      c->indicator.span.off - c->subject.span.end <= 1)
    hd_topic_set(r, (hd_span){head.off, head.off},
                 hd_span_join(c->subject.span, c->indicator.span),
                 HD_FROM_CLAUSE, c);
  if (hd_str_ends(c->indicator.text, HD_STR("number")))
    c->indicator.text = HD_STR("count");
  hd_span all = hd_span_empty(of) ? head : hd_span_join(head, of);
  c->anchored = hd_topic_anchored(r, c, all.off);
}

/* What is counted: 465 patients, 49 cancer registries. */
static void set_counted(hd_claim_reader *r, hd_claim *c, hd_span counted) {
  counted = hd_english_with_years(r, counted);
  counted = hd_english_with_age(r, counted);
  hd_topic_set(r, counted, (hd_span){counted.end, counted.end}, HD_FROM_CLAUSE,
               c);
  c->indicator.text = HD_STR("count");
  c->anchored = true;
}

static void take_scope(hd_claim_reader *r, hd_claim *c, hd_span span) {
  hd_topic_slot(r, hd_english_with_age(r, span), HD_FROM_CLAUSE, &c->scope);
}

/* 37.4 | cases | per 100,000: the figure is of what was said before. */
static bool is_rate(const hd_claim_reader *r, hd_span span) {
  enum { PER = 5 };
  return span.end + PER <= r->doc->text.n &&
         memcmp(r->doc->text.p + span.end, " per ", PER) == 0;
}

/* Is a 0.9% reduction in energy tax receipts of what stands behind it? */
static bool is_change_in(const hd_claim_reader *r,
                         const hd_english_next *next) {
  return next->change && next->kind == HD_ENGLISH_NEXT_PREP &&
         hd_str_is(text_of(r, next->joint), "in") &&
         !hd_english_time(r, next->span);
}

/* Patients had an 87% higher chance of death: theirs is the chance. */
static void take_compared(hd_claim_reader *r, hd_claim *c,
                          const hd_english_next *next, const words *ahead) {
  hd_span measured =
      hd_span_empty(next->of) ? next->span : hd_span_join(next->span, next->of);
  if (ahead->found)
    hd_topic_set(r, ahead->read.head, measured, HD_FROM_CLAUSE, c);
  else
    set_slots(r, c, next->span, next->of);
}

/* 95% coverage, a 15% rental rebate: the measure stands right behind. */
static bool names_itself(const hd_claim_reader *r, const hd_quantity *q,
                         const hd_english_next *next) {
  return (q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_AMOUNT) &&
         next->kind == HD_ENGLISH_NEXT_NOUN && !next->change &&
         hd_english_measure(r, next->span) && !hd_english_time(r, next->span);
}

/* doubled | our spending: the figure is the verb, its object follows. */
static bool is_folded(const hd_claim_reader *r, const hd_quantity *q) {
  return q->kind == HD_KIND_MULTIPLE &&
         (hd_str_ends(text_of(r, q->span), HD_STR("ed")) ||
          hd_str_ends(text_of(r, q->span), HD_STR("ing")));
}

/* $700 million principal of | 2.95% | senior notes: the percentage is told of
 * the noun behind it, the "of" is the noun's. */
static bool is_coupon(const hd_claim_reader *r, const hd_quantity *q) {
  hd_str before = {r->doc->text.p, q->span.off};
  return q->kind == HD_KIND_PERCENT && q->decimals > 0 &&
         hd_str_ends(before, HD_STR("amount of "));
}

/* Takes what stands behind where that is what the figure is of. */
static bool take_behind(hd_claim_reader *r, hd_claim *c,
                        const hd_english_next *next, const words *ahead) {
  const hd_quantity *q = &r->q->items[c->quantity];
  bool counts = q->kind == HD_KIND_COUNT, found = ahead->owned;
  bool own_noun = counts && q->unit && !hd_span_empty(q->unit_span);
  hd_english_next_kind kind = next->kind;
  bool rates = counts && ahead->joined && found &&
               is_rate(r, own_noun ? q->unit_span : next->span);
  hd_span spent;
  if (hd_english_spent(r, q, &spent)) {
    set_counted(r, c, spent);
    return true;
  }
  if (own_noun && !rates) {
    set_counted(r, c, q->unit_span);
    return true;
  }
  if (kind == HD_ENGLISH_NEXT_NONE || (rates && kind == HD_ENGLISH_NEXT_NOUN))
    return false;
  if (counts && (kind == HD_ENGLISH_NEXT_NOUN ||
                 (kind == HD_ENGLISH_NEXT_OF && !found))) {
    set_counted(r, c, next->span);
    return true;
  }
  if (kind == HD_ENGLISH_NEXT_NOUN && hd_english_in_words(r, q)) {
    hd_topic_set(r, next->span, (hd_span){next->span.end, next->span.end},
                 HD_FROM_CLAUSE, c);
    return true; /* one in 20 | cases */
  }
  if (kind == HD_ENGLISH_NEXT_NOUN && !next->change &&
      (is_folded(r, q) || is_coupon(r, q))) {
    set_slots(r, c, next->span, next->of);
    return true;
  }
  if (kind == HD_ENGLISH_NEXT_COMPARED) {
    take_compared(r, c, next, ahead);
    return true;
  }
  if (kind == HD_ENGLISH_NEXT_OF && !found && hd_english_refers(r, c) &&
      hd_english_measure(r, next->span))
    return false; /* It has grown by 3% of GDP */
  if (names_itself(r, q, next)) {
    set_slots(r, c, next->span, next->of);
    hd_span owner;
    if (!c->subject.text.n && hd_english_owner(r, ahead->region, &owner))
      hd_topic_slot(r, owner, HD_FROM_CLAUSE, &c->subject);
    return true;
  }
  if (ahead->joined && found && !is_change_in(r, next))
    return false;
  if (kind == HD_ENGLISH_NEXT_PREP && hd_english_means(r, next))
    return false;
  if (kind == HD_ENGLISH_NEXT_PREP && !is_change_in(r, next) &&
      (q->kind != HD_KIND_AMOUNT || ahead->inherits ||
       hd_english_time(r, next->span)))
    return false;
  bool measured = kind == HD_ENGLISH_NEXT_NOUN && !hd_span_empty(next->of) &&
                  hd_english_measure(r, next->span);
  set_slots(r, c, next->span, measured ? next->of : (hd_span){0, 0});
  return true;
}

static hd_flow flow_of(const hd_word *w) {
  if (hd_str_is(w->value, "up"))
    return HD_FLOW_UP;
  return hd_str_is(w->value, "down") ? HD_FLOW_DOWN : HD_FLOW_FLAT;
}

/* an increase in the dividend from |$2.25 to |$2.30: an end of a change. */
static bool is_end(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const tails[] = {" from ", "(from ", " to ", NULL};
  enum { LONGEST = 6 };
  uint32_t n = q->span.off < LONGEST ? q->span.off : LONGEST;
  return hd_str_ends_any((hd_str){r->doc->text.p + q->span.off - n, n}, tails);
}

/* A change said as a noun (a decrease in net sales of $5m) is the figure's. */
static void note_change(const hd_claim_reader *r, hd_claim *c,
                        const hd_word *change, bool cued) {
  const hd_quantity *q = &r->q->items[c->quantity];
  if (!change || cued || c->direction != HD_FLOW_NONE || is_end(r, q))
    return;
  c->direction = flow_of(change);
  c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  c->aspects |= q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT
                    ? HD_ASPECT_GROWTH
                    : HD_ASPECT_INCREMENT;
}

/* 60% higher than, 39.8 million tonnes lower: how far apart, and which way. */
static void note_compared(const hd_quantity *q, hd_claim *c,
                          const hd_english_next *next) {
  if (next->flow == HD_FLOW_NONE || c->direction != HD_FLOW_NONE)
    return;
  c->direction = next->flow;
  if (c->aspects == HD_ASPECT_LEVEL && q->kind == HD_KIND_AMOUNT)
    c->aspects = HD_ASPECT_INCREMENT;
}

/* tax deduction rose to 300% | for donations: whom the measure is for, it is
 * of. */
static bool is_for(const hd_claim_reader *r, const hd_english_next *next,
                   const words *ahead) {
  return next->kind == HD_ENGLISH_NEXT_PREP &&
         hd_str_is(text_of(r, next->joint), "for") &&
         hd_span_empty(ahead->read.of) &&
         hd_english_measure(r, ahead->read.head) &&
         !hd_english_time(r, next->span) && !hd_english_group(r, next->span);
}

/* The rates were 44.7%, this cap: a measure without its own subject is of what
 * was spoken of before. */
static void take_bare(hd_claim_reader *r, hd_claim *c, const hd_claim *told) {
  static const char *const leads[] = {
      "the ",   "this ", "these ",    "such ",     "its ",
      "their ", "that ", "absolute ", "relative ", "largest "};
  static const char *const measures[] = {
      "rate",    "rates",     "number",  "percentage", "proportion", "amount",
      "value",   "level",     "levels",  "cap",        "price",      "share",
      "limit",   "threshold", "ceiling", "average",    "subsidy",    "figure",
      "quantum", "odds",      "total",   "prevalence", "incidence",  "coverage",
      "maximum", "minimum",   "median",  "mean"};
  enum { LEAD = 6 };
  uint32_t off = c->indicator.span.off;
  if (!told || !told->subject.text.n || c->subject.text.n ||
      !c->indicator.text.n || c->indicator.from != HD_FROM_CLAUSE || off < LEAD)
    return;
  bool led = false, bare = false;
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
    uint32_t n = (uint32_t)strlen(leads[i]);
    led = led ||
          (off >= n && strncasecmp(r->doc->text.p + off - n, leads[i], n) == 0);
  }
  for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
    bare = bare || hd_str_is(c->indicator.text, measures[i]);
  if (!led || !bare)
    return;
  c->subject = told->subject;
  c->subject.from = HD_FROM_EARLIER;
}

/* raise the tax deduction from 250% to | 300% | for donations: whom the
 * measure of both ends is for, they are of. */
static void take_for(hd_claim_reader *r, hd_claim *c, const hd_claim *before,
                     const hd_english_next *next) {
  if (!before || next->kind != HD_ENGLISH_NEXT_PREP ||
      !hd_str_is(text_of(r, next->joint), "for") ||
      before->indicator.from != HD_FROM_CLAUSE ||
      hd_english_time(r, next->span) || hd_english_group(r, next->span))
    return;
  uint32_t end = r->q->items[before->quantity].span.end;
  uint32_t off = r->q->items[c->quantity].span.off;
  if (off < end || !hd_str_is(text_of(r, (hd_span){end, off}), " to "))
    return;
  hd_topic_set(r, next->span,
               hd_span_join(before->subject.span, before->indicator.span),
               HD_FROM_CLAUSE, c);
}

static void take_told(hd_claim *c, const hd_claim *told) {
  c->subject = told->subject;
  c->indicator = told->indicator;
  c->name = told->name;
  if (!c->scope.text.n)
    c->scope = told->scope;
  c->subject.from = c->indicator.from = HD_FROM_EARLIER;
}

/* Net sales rose, as a result of: | an increase of $6 million due to ...: the
 * item of a list that only says a change is of what the list is of. */
static bool is_item_of(const hd_claim_reader *r, const hd_claim *c,
                       const hd_context *context) {
  static const char *const items[] = {"an increase of", "a decrease of",
                                      "a reduction of", "increases of",
                                      "decreases of",   "a gain of"};
  enum { LEAD = 48 };
  if (!context->change || !(r->told || r->lead))
    return false;
  uint32_t figure = r->q->items[c->quantity].span.off;
  uint32_t off = figure > LEAD ? figure - LEAD : 0;
  hd_str s = {r->doc->text.p + off, figure - off};
  for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
    size_t at = hd_str_find(s, hd_str_of(items[i]));
    if (at < s.n && (at == 0 || memchr(s.p, '\xA2', at) || /* • */
                     off + at <= r->doc->blocks[c->block].span.off + 4))
      return true;
  }
  return false;
}

/* exports fell by 42%, Singapore’s | by 21%: whose, but not what. */
static bool is_owner(const hd_claim_reader *r, hd_span head) {
  hd_str s = text_of(r, head);
  return hd_str_ends(s, HD_STR("'s")) || hd_str_ends(s, HD_STR("’s"));
}

/* Between 2009 and 2011 there was a | 13% fall: of what was spoken of. */
static bool is_existential(const hd_claim_reader *r, const hd_quantity *q,
                           const hd_english_next *next) {
  static const char *const heads[] = {"there was a ", "there was an ",
                                      "there has been a ", "there had been a ",
                                      NULL};
  hd_str s = {r->doc->text.p, q->span.off};
  return next->change && next->kind == HD_ENGLISH_NEXT_NONE &&
         hd_str_ends_any(s, heads);
}

static void take_scopes(hd_claim_reader *r, hd_claim *c,
                        const hd_english_next *next, const words *ahead,
                        bool any) {
  hd_span group = hd_english_rate_group(r, c);
  if (!hd_span_empty(group)) {
    take_scope(r, c, group);
    return;
  }
  if (next->kind == HD_ENGLISH_NEXT_PREP && !hd_english_time(r, next->span) &&
      next->span.off != c->subject.span.off &&
      next->span.off != c->indicator.span.off)
    take_scope(r, c, next->span);
  else if (!hd_span_empty(ahead->read.scope) && any)
    take_scope(r, c, ahead->read.scope);
}

/* The average rent rose by 5%: of a mean, itself none, as 5% a year or an
 * average growth of 5% are. */
static bool is_mean_change(const hd_claim_reader *r, const hd_claim *c,
                           hd_span region) {
  static const char *const said[] = {"annual",   "year", "growth", " rate",
                                     "increase", "rise", "change", "gain",
                                     "decline",  "fall", NULL};
  enum { AHEAD = 16 };
  if (!(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT)))
    return true;
  hd_str ahead = text_of(r, region);
  uint32_t at = r->q->items[c->quantity].span.end;
  uint32_t end = r->text->sentences[c->sentence].span.end;
  hd_str behind =
      text_of(r, (hd_span){at, at + AHEAD < end ? at + AHEAD : end});
  if (hd_str_has_any(ahead, said))
    return true;
  return hd_str_find(behind, HD_STR("year")) < behind.n ||
         hd_str_find(behind, HD_STR("annu")) < behind.n;
}

/* What the words before the figure say; true where they only name a group: a
 * label, an owner (Singapore's | by 21%). */
static bool read_ahead(hd_claim_reader *r, const hd_claim *c,
                       const hd_context *context, const hd_claim *before,
                       bool bracketed, words *ahead) {
  hd_span group, label;
  if (hd_english_listed(r, c, before, &group))
    ahead->read.scope = group;
  else
    ahead->found =
        hd_english_before(r, c, context, !before, bracketed, &ahead->read);
  if (ahead->found && !bracketed && (context->cue || context->change))
    hd_english_opening(r, context->rest, &ahead->read);
  if (hd_english_label(r, c, &label)) {
    ahead->read = (hd_english_reading){0};
    ahead->found = !before && hd_english_earlier(r, c, label.off, &ahead->read);
    ahead->read.scope = label;
    return true;
  }
  bool owner = ahead->found && before && is_owner(r, ahead->read.head);
  if (owner) {
    ahead->read.scope = ahead->read.head;
    ahead->found = false;
  }
  return owner;
}

/* The earlier claim that the figure, without a phrase of its own, is of. */
static const hd_claim *told_by(const hd_claim_reader *r, const hd_claim *c,
                               const hd_context *context,
                               const hd_claim *before,
                               const hd_english_next *next) {
  const hd_quantity *q = &r->q->items[c->quantity];
  if (before) {
    const hd_claim *same = hd_english_ellipsis(r, c);
    return same ? same : hd_english_of_these(r, c, before);
  }
  if (r->told && (hd_english_refers(r, c) || is_existential(r, q, next)))
    return r->told;
  if (is_item_of(r, c, context))
    return r->told ? r->told : r->lead;
  return NULL;
}

/* The phrase before the figure. */
static void take_ahead(hd_claim_reader *r, hd_claim *c,
                       const hd_english_next *next, const words *ahead) {
  bool mean = c->aspects & HD_ASPECT_AVERAGE; /* at an average rate of 5% */
  c->aspects |= ahead->read.aspects;
  if (!mean && c->aspects & HD_ASPECT_AVERAGE &&
      !is_mean_change(r, c, ahead->region))
    c->aspects &= (uint16_t)~HD_ASPECT_AVERAGE;
  set_slots(r, c, ahead->read.head,
            is_for(r, next, ahead) ? next->span : ahead->read.of);
}

/* What an earlier claim tells, or what the figure is for. */
static void take_earlier(hd_claim_reader *r, hd_claim *c,
                         const hd_context *context, const hd_claim *before,
                         const hd_english_next *next) {
  const hd_claim *told = told_by(r, c, context, before, next);
  if (told)
    take_told(c, told);
  else
    take_for(r, c, before, next);
}

/* The claim of the whole that a share without a name is of. */
static void take_whole(hd_claim_reader *r, hd_claim *c) {
  const hd_claim *whole = hd_english_whole(r, c);
  if (!whole || c->subject.text.n || c->indicator.text.n)
    return;
  take_told(c, whole);
  c->indicator = (hd_slot){0};
}

void hd_english_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before) {
  const hd_quantity *q = &r->q->items[c->quantity];
  words ahead = {.region = context->rest};
  hd_english_next next;
  bool bracketed = hd_english_in_bracket(r, q);
  if (hd_english_sample(r, c))
    return;
  hd_english_behind(r, c, &next);
  bool of_whole = hd_english_of_whole(r, before, q, &next);
  if (of_whole || (bracketed && c->aspects & HD_ASPECT_SHARE &&
                   next.kind != HD_ENGLISH_NEXT_OF)) {
    if (of_whole)
      c->aspects = HD_ASPECT_SHARE;
    return;
  }
  bool named = read_ahead(r, c, context, before, bracketed, &ahead);
  if (before && hd_english_coordinated(r, c))
    ahead.found = false;
  ahead.joined = joined_before(r, context, q->span.off) || bracketed;
  hd_english_share(r, c, context->rest, ahead.found ? &ahead.read : NULL,
                   &next);
  note_change(r, c, next.change ? next.change : ahead.read.change,
              context->cue && context->cue->cls != HD_WORD_REACH &&
                  context->cue->cls != HD_WORD_SHARE);
  ahead.inherits =
      !ahead.found && before &&
      before->subject.span.end < r->q->items[before->quantity].span.off;
  ahead.owned = ahead.found ||
                (before && context->cue && context->cue->cls == HD_WORD_SHARE);
  hd_span among;
  if (next.kind == HD_ENGLISH_NEXT_NONE && hd_english_among(r, c, &among))
    hd_topic_set(r, among, (hd_span){among.end, among.end}, HD_FROM_CLAUSE, c);
  else if (take_behind(r, c, &next, &ahead))
    c->aspects |= next.aspects;
  else if (ahead.found)
    take_ahead(r, c, &next, &ahead);
  else
    take_earlier(r, c, context, before, &next);
  if (before && !ahead.found && c->aspects == HD_ASPECT_SHARE && !bracketed)
    take_whole(r, c);
  if (bracketed)
    hd_english_bracketed(r, c, before);
  take_bare(r, c, before ? before : r->told);
  hd_english_object(r, c);
  note_compared(q, c, &next);
  if (c->aspects & (HD_ASPECT_NEW | HD_ASPECT_INCREMENT))
    c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  take_scopes(r, c, &next, &ahead,
              ahead.found || named || !before || bracketed);
  hd_english_branch(r, c, before ? before : r->told);
}

/* $450 million, $50 million | higher than in 2019: a difference, no member of
 * a list. */
static bool differs(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const after[] = {
      " higher than", " lower than",   " more than",    " less than",
      " fewer than",  " greater than", " smaller than", " up on",
      " down on",     " above the",    " below the",    NULL};
  hd_str s = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  return hd_str_starts_any(s, after) > 0;
}

bool hd_english_own_noun(const hd_claim_reader *r, const hd_claim *c,
                         const hd_claim *before) {
  hd_english_next next;
  const hd_quantity *p = &r->q->items[before->quantity];
  if (differs(r, &r->q->items[c->quantity]))
    return true;
  if (r->q->items[c->quantity].kind != HD_KIND_COUNT)
    return false;
  if (before->subject.span.off < p->number.end) {
    hd_english_behind(r, c, &next); /* 10 million, and 9 mills will be built */
    return next.kind == HD_ENGLISH_NEXT_NOUN &&
           hd_english_does(r, next.span.end);
  }
  if (!hd_span_empty(r->q->items[c->quantity].unit_span))
    return true;
  hd_english_behind(r, c, &next);
  return next.kind == HD_ENGLISH_NEXT_NOUN;
}
