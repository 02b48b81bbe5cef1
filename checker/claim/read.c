/* read: one claim a quantity, its slots filled clause by clause.
 *
 * In: quantities. Out: hd_claims. One walk in reading order: the words left of
 * a figure (context), the noun phrase before or behind it, and what an
 * earlier figure of the sentence hands on. Then periods, then tables.
 * Invariant: claim i is of quantity i. */
#include "chinese.h"
#include "english.h"

/* Is this kind a claim when it stands in running text? */
static bool is_claim_kind(hd_kind kind) {
  switch (kind) {
  case HD_KIND_MARKER:
  case HD_KIND_IDENTIFIER:
  case HD_KIND_NAME:
  case HD_KIND_DATE:
  case HD_KIND_PERIOD:
  case HD_KIND_ORDINAL:
    return false;
  default:
    return true;
  }
}

/* Index of the clause of `off`, from `clause` on. */
static uint32_t clause_of(const hd_text *text, const hd_sentence *s,
                          uint32_t off) {
  uint32_t low = s->first_clause, high = s->first_clause + s->n_clauses;
  while (low + 1 < high) {
    uint32_t mid = low + (high - low) / 2;
    if (text->clauses[mid].span.off <= off)
      low = mid;
    else
      high = mid;
  }
  return low;
}

/* Where the words left of figure i may begin. */
static uint32_t left_limit(hd_claim_reader *r, const hd_claim *c,
                           const hd_claim *before) {
  uint32_t low = r->text->clauses[c->clause].span.off;
  const hd_block *block = &r->doc->blocks[c->block];
  if (low < block->marker.end &&
      block->marker.end <= r->q->items[c->quantity].span.off)
    low = block->marker.end;
  if (!before)
    return low;
  const hd_quantity *q = &r->q->items[before->quantity];
  uint32_t end = q->approx.end > q->span.end ? q->approx.end : q->span.end;
  if (end < r->shut)
    end = r->shut;
  return end > low ? end : low;
}

static hd_flow flow_of(const hd_word *change) {
  if (!change)
    return HD_FLOW_NONE;
  if (hd_str_is(change->value, "up"))
    return HD_FLOW_UP;
  return hd_str_is(change->value, "down") ? HD_FLOW_DOWN : HD_FLOW_FLAT;
}

/* 翻一番, doubled: the figure says its change itself. */
static hd_flow folds(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const up[] = {"翻",      "doubled",    "doubling",
                                   "tripled", "quadrupled", "tripling"};
  hd_str s = hd_document_text(r->doc, q->span);
  if (q->kind != HD_KIND_MULTIPLE)
    return HD_FLOW_NONE;
  for (size_t i = 0; i < sizeof up / sizeof *up; i++)
    if (hd_str_starts(s, hd_str_of(up[i])))
      return HD_FLOW_UP;
  return hd_str_starts(s, HD_STR("halved")) ? HD_FLOW_DOWN : HD_FLOW_NONE;
}

/* What a figure is by its kind and the words taken off its left. */
static uint16_t aspects_of(const hd_quantity *q, const hd_context *c) {
  uint16_t a = c->aspects;
  if (q->kind == HD_KIND_RANK)
    return a | HD_ASPECT_RANK;
  if (a & HD_ASPECT_COMPLETION)
    return a;
  /* 占比45%, 占比达到45%, 比重提高到45%; not 比重提高5% */
  bool shares = c->share && (!c->change || c->to_level);
  if (shares && q->kind == HD_KIND_PERCENT)
    return a | HD_ASPECT_SHARE;
  if (c->change && !c->to_level) {
    bool rate = q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_MULTIPLE ||
                q->kind == HD_KIND_POINT;
    return a | (rate ? HD_ASPECT_GROWTH : HD_ASPECT_INCREMENT);
  }
  if (q->kind == HD_KIND_POINT)
    return a | HD_ASPECT_GROWTH;
  if (!(a & (HD_ASPECT_NEW | HD_ASPECT_INCREMENT)))
    a |= HD_ASPECT_LEVEL;
  return a;
}

static void inherit(hd_claim *c, const hd_claim *before) {
  hd_topic_take(c, before, HD_FROM_EARLIER);
  if (!c->scope.text.n) {
    c->scope = before->scope;
    c->division = before->division;
  }
}

/* Only a mark (、 和 , and) between the figures and what bounds them (5%左右、
 * 7%左右): members of one list. */
static bool continues_list(const hd_claim_reader *r, const hd_quantity *a,
                           const hd_quantity *b) {
  bool bound = a->approx.off == a->span.end && !hd_span_empty(a->approx);
  uint32_t from = bound ? a->approx.end : a->span.end;
  uint32_t to = hd_figure_start(b);
  hd_str s =
      hd_str_trim((hd_str){r->doc->text.p + from, to > from ? to - from : 0});
  static const char *const marks[] = {"、",  "和",    "与",   "及", ",",
                                      "and", ", and", "以及", ";",  NULL};
  if (r->lang == HD_LANG_ZH && s.n == 1 && (*s.p == '/' || *s.p == '\\'))
    return true; /* 8.40/2.31亿元 */
  return hd_str_is_any(s, marks);
}

/* A member of a list of figures has what its first member has. */
static bool join_list(hd_claim_reader *r, hd_claim *c, hd_claim *before,
                      uint32_t *lists) {
  if (!before || !continues_list(r, &r->q->items[before->quantity],
                                 &r->q->items[c->quantity]))
    return false;
  if (r->q->items[before->quantity].kind != r->q->items[c->quantity].kind)
    return false;
  if (r->lang == HD_LANG_EN ? hd_english_own_noun(r, c, before)
                            : hd_chinese_own_noun(r, c, before))
    return false;
  if (!before->list)
    before->list = ++*lists;
  c->list = before->list;
  c->list_index = before->list_index + 1;
  c->aspects = before->aspects;
  c->direction = before->direction;
  c->mode = before->mode;
  c->cue = before->cue;
  c->verb = before->verb;
  c->base_cue = before->base_cue;
  return true;
}

static void read_phrase(hd_claim_reader *r, hd_claim *c,
                        const hd_context *context, const hd_claim *before) {
  if (r->lang == HD_LANG_EN)
    hd_english_phrase(r, c, context, before);
  else
    hd_chinese_phrase(r, c, context, before);
  if (!c->subject.text.n && !c->indicator.text.n && before)
    inherit(c, before);
}

/* The minimum | percentage of | units is 75%: the phrase at the head of its
 * clause is what the figure is of, no verb that cuts it. */
static bool is_noun_of_share(const hd_claim_reader *r, const hd_claim *c,
                             const hd_context *context, const hd_token *share) {
  enum { WORDS = 3 };
  hd_english_word w[HD_ENGLISH_WORDS];
  hd_span ahead = {context->rest.off, share->span.off};
  hd_str text = share->word->text;
  if (r->lang != HD_LANG_EN || !hd_str_ends(text, HD_STR(" of")) ||
      memchr(text.p, ' ', text.n - 3) ||
      ahead.off != r->text->clauses[c->clause].span.off)
    return false;
  size_t n = hd_english_words(r, ahead, false, w);
  for (size_t i = 0; i < n; i++)
    if (w[i].role != HD_ENGLISH_NOUN && w[i].role != HD_ENGLISH_DET &&
        w[i].role != HD_ENGLISH_ASPECT && w[i].role != HD_ENGLISH_ADV)
      return false;
  return n <= WORDS;
}

/* 占粮食种植面积的近50%: the share word stands before the whole's name. */
static void find_share(const hd_claim_reader *r, const hd_claim *c,
                       hd_context *context) {
  if ((context->change && !context->share) || context->compare)
    return;
  const hd_sentence *s = &r->text->sentences[c->sentence];
  const hd_token *found = NULL;
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, s, context->rest.off); i < end;
       i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > context->rest.end)
      break;
    hd_word_class cls = hd_vocabulary_class(r->v, token->word);
    if (cls == HD_WORD_SHARE)
      found = token;
    if (cls == HD_WORD_CHANGE)
      found = NULL;
  }
  if (!found)
    return;
  if (!context->share) {
    context->share = context->cue = found->word;
    context->verb = found->span;
  }
  if (!is_noun_of_share(r, c, context, found))
    context->rest.end = found->span.off;
}

/* reduce measles mortality by 95%, declined between 2010 and 2011 by 2%: the
 * change stands before its object or its time. */
static void find_change_by(const hd_claim_reader *r, const hd_claim *c,
                           uint32_t low, hd_context *context) {
  uint32_t at = hd_figure_start(&r->q->items[c->quantity]);
  while (at > low && strchr(" $\xC2\xA3", r->doc->text.p[at - 1]))
    at--;
  hd_str before = {r->doc->text.p + low, at > low ? at - low : 0};
  if (context->change || !hd_str_ends(before, HD_STR(" by")))
    return;
  const hd_sentence *s = &r->text->sentences[c->sentence];
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, s, low); i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > at)
      break;
    if (token->word->cls != HD_WORD_CHANGE)
      continue;
    context->change = context->cue = token->word;
    context->verb = token->span;
  }
}

/* a 34.4% increase: the noun of change behind a percentage. */
static const hd_token *change_behind(const hd_claim_reader *r,
                                     const hd_claim *c, const hd_quantity *q) {
  if (r->lang != HD_LANG_EN || q->kind != HD_KIND_PERCENT)
    return NULL;
  const hd_sentence *s = &r->text->sentences[c->sentence];
  uint32_t i = hd_token_from(r->text, s, q->span.end);
  if (i >= s->first_token + s->n_tokens)
    return NULL;
  const hd_token *token = &r->text->tokens[i];
  return token->word->cls == HD_WORD_CHANGE &&
                 token->span.off <= q->span.end + 1
             ? token
             : NULL;
}

/* 465 (14%): a percentage in brackets right behind a count is its share. */
static bool is_bracketed_share(const hd_claim_reader *r, const hd_claim *before,
                               const hd_quantity *q) {
  if (!before || r->lang != HD_LANG_EN || q->kind != HD_KIND_PERCENT)
    return false;
  const hd_quantity *p = &r->q->items[before->quantity];
  if ((p->kind != HD_KIND_COUNT && p->kind != HD_KIND_AMOUNT) ||
      before->direction != HD_FLOW_NONE)
    return false;
  enum { NOUN = 40 };
  uint32_t at = q->span.off;
  if (at == 0 || !strchr("([", r->doc->text.p[at - 1]) ||
      at - p->span.end > NOUN)
    return false;
  return !memchr(r->doc->text.p + p->span.end, ',', at - p->span.end);
}

static void read_claim(hd_claim_reader *r, hd_claim *c, hd_claim *before,
                       uint32_t *lists) {
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_context context;
  hd_context_left(r->text, r->endings, left_limit(r, c, before),
                  hd_figure_start(q), &context);
  if (r->lang == HD_LANG_EN)
    find_change_by(r, c, left_limit(r, c, before), &context);
  hd_claim_plan(r, q, left_limit(r, c, before), &context);
  bool fraction = q->kind == HD_KIND_RATIO && r->lang != HD_LANG_EN;
  if (q->kind == HD_KIND_PERCENT || fraction)
    find_share(r, c, &context);
  if (r->lang == HD_LANG_EN && hd_english_statistic(r, c, before)) {
    inherit(c, before);
    hd_topic_hash(r, c);
    return;
  }
  if (join_list(r, c, before, lists)) {
    inherit(c, before);
    hd_topic_hash(r, c);
    return;
  }
  c->aspects = aspects_of(q, &context);
  if (fraction && context.share && !context.change)
    c->aspects = HD_ASPECT_SHARE;
  c->direction = flow_of(context.change);
  c->verb = context.verb;
  c->cue = context.cue;
  c->base_cue = context.base;
  c->distribute = context.distribute;
  if (r->lang == HD_LANG_ZH)
    hd_claim_net(q, c, &context);
  const hd_token *noun = change_behind(r, c, q);
  if (noun) {
    c->aspects = HD_ASPECT_GROWTH;
    c->direction = flow_of(noun->word);
    c->cue = noun->word;
    c->verb = noun->span;
  } else if (is_bracketed_share(r, before, q)) {
    c->aspects = HD_ASPECT_SHARE;
  } else if (r->lang == HD_LANG_EN) {
    hd_english_pair(r, c, before);
  }
  hd_flow fold = folds(r, q);
  if (fold != HD_FLOW_NONE && c->aspects == HD_ASPECT_LEVEL) {
    c->aspects = HD_ASPECT_GROWTH;
    c->direction = fold;
  }
  c->mode = hd_claim_mode(r, c, context.target);
  if (!hd_claim_aside(r, c))
    read_phrase(r, c, &context, before);
  hd_topic_hash(r, c);
}

/* 99 per 100,000, 99.2/1,000: what a rate is per claims nothing. */
static bool is_per(const hd_claim_reader *r, uint32_t i) {
  enum { PER = 4, LEAST = 1000 };
  const hd_quantity *q = &r->q->items[i];
  const char *t = r->doc->text.p;
  uint32_t at = q->span.off;
  if (at <= PER || q->kind != HD_KIND_COUNT)
    return false;
  if (memcmp(t + at - PER, "per ", PER) == 0)
    return true;
  return i > 0 && q[-1].span.end + 1 == at && t[at - 1] == '/' &&
         q[-1].decimals > 0 && q->decimals == 0 &&
         hd_number_cmp(q->low, hd_number_of(LEAST)) >= 0;
}

/* 每|50公斤提高7.4元: what a price or a rate is per. */
static bool is_each(const hd_claim_reader *r, const hd_quantity *q) {
  hd_str before = {r->doc->text.p, q->span.off};
  return (q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_COUNT) &&
         hd_str_ends(before, HD_STR("每"));
}

/* A list marker or table cell has its place, no context. */
static void place(hd_claim_reader *r, uint32_t i) {
  const hd_quantity *q = &r->q->items[i];
  hd_claim *c = &r->out->items[i];
  const hd_sentence *s = &r->text->sentences[q->sentence];
  c->quantity = i;
  c->sentence = q->sentence;
  c->block = s->block;
  c->clause = clause_of(r->text, s, q->span.off);
  c->is_claim = is_claim_kind(q->kind) &&
                !(r->lang == HD_LANG_EN ? is_per(r, i) : is_each(r, q));
}

/* Do two claims stand in one block, and in one cell of a table? */
static bool in_one_passage(const hd_claim_reader *r, const hd_claim *a,
                           const hd_claim *b) {
  return a->block == b->block && r->text->sentences[a->sentence].held ==
                                     r->text->sentences[b->sentence].held;
}

/* The claims that the next one may continue, in its sentence: the one before,
 * and the one that told of what a remark broke off. */
typedef struct {
  hd_claim *before, *outer;
} trail;

/* The claim before and the one outside, as the next one finds them. */
static void go_to(hd_claim_reader *r, trail *at, const hd_claim *c) {
  if (at->before && at->before->sentence != c->sentence) {
    r->told = in_one_passage(r, at->before, c) ? at->before : NULL;
    at->before = NULL;
    r->deed = (hd_span){0, 0};
  }
  if (r->told && !in_one_passage(r, r->told, c))
    r->told = NULL;
  if (at->outer && at->outer->sentence != c->sentence) {
    at->outer = NULL;
  } else if (at->outer && hd_claim_leaves(r, at->before, c)) {
    hd_claim_leave(r, at->before, c);
    at->before = at->outer;
  }
  if (at->before && at->before->sentence == c->sentence &&
      hd_claim_enters(r, at->before, c))
    at->outer = at->before;
}

static void read_claims(hd_claim_reader *r) {
  trail at = {NULL, NULL};
  uint32_t lists = 0;
  for (uint32_t i = 0; i < r->out->n; i++) {
    hd_claim *c = &r->out->items[i];
    if (!c->is_claim)
      continue;
    r->out->n_claims++;
    hd_claim_follow(r, c);
    go_to(r, &at, c);
    if (r->text->sentences[c->sentence].cell == HD_NONE)
      read_claim(r, c, at.before, &lists);
    bool passed = hd_claim_aside(r, c) || (at.before && hd_claim_basis(r, c));
    if (!passed)
      at.before = c;
  }
}

hd_claims *hd_claim_read(hd_arena *arena, const hd_quantities *quantities,
                         const hd_vocabulary *vocabulary) {
  hd_claims *out = HD_NEW(arena, hd_claims);
  out->quantities = quantities;
  out->n = quantities->n;
  out->items = hd_arena_alloc(arena, (out->n + 1) * sizeof *out->items);
  hd_endings endings = {.end = NULL};
  hd_claim_reader r = {.arena = arena,
                       .q = quantities,
                       .text = quantities->text,
                       .doc = quantities->text->doc,
                       .v = vocabulary,
                       .endings = &endings,
                       .out = out,
                       .lang = quantities->text->doc->lang};
  r.sections = hd_arena_alloc(arena, r.doc->n_blocks + 1);
  hd_whose_read(&r);
  for (uint32_t i = 0; i < out->n; i++)
    place(&r, i);
  read_claims(&r);
  hd_distribute(&r);
  hd_when_read(&r);
  hd_price_read(&r);
  if (r.lang == HD_LANG_EN)
    hd_english_each(&r);
  hd_cells_read(&r);
  return out;
}
