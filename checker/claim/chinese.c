/* chinese: what a figure of a Chinese sentence is about.
 *
 * In: the context of a figure and the claim before it. Out: subject,
 * indicator, scope. Approach: the noun phrase before the figure, or the one
 * behind it where the figure stands between a verb and its object (建成|6个|
 * 基地) or a classifier counts what follows. What is done to the things
 * counted (治理 1884处) is the indicator, unless the verb only says that there
 * are some (建成); the deed holds for the members of a list behind it. */
#include "chinese.h"

typedef struct {
  const hd_sentence *s;
  const hd_quantity *q;
  hd_span region; /* before the figure's words */
  hd_phrase phrase;
  hd_span deed; /* the verb that governs the phrase, or ends it */
} chinese;

static const hd_word *verb_of(const hd_claim_reader *r, hd_span span) {
  const hd_word *w =
      hd_vocabulary_verb(r->v, r->doc->text.p, span.off, span.end);
  return w && w->text.n == span.end - span.off ? w : NULL;
}

static bool is_deed(const hd_claim_reader *r, hd_span verb) {
  const hd_word *w = hd_span_empty(verb) ? NULL : verb_of(r, verb);
  return w && hd_str_is(w->value, "act");
}

/* 生产安全事故1244起、死亡1318人: what is measured of the same subject. */
static void share_subject(const hd_claim_reader *r, hd_claim *c,
                          const hd_claim *before) {
  if (!before || c->subject.text.n || !before->subject.text.n ||
      hd_span_empty(c->indicator.span))
    return;
  uint32_t off = r->q->items[before->quantity].span.end;
  if (off < before->subject.span.end) /* 50个项目、|投资 */
    off = before->subject.span.end;
  hd_str gap = {r->doc->text.p + off, c->indicator.span.off - off};
  enum { MOST = 24 }; /* bytes: a mark and what plans it (、年度计划|投资) */
  if (c->indicator.span.off < off || !hd_str_starts(gap, HD_STR("、")) ||
      gap.n > MOST)
    return;
  c->subject = before->subject;
  c->subject.from = HD_FROM_LIST;
}

/* A verb that ends the phrase (隐患|治理): its span, empty if none. */
static hd_span tail_of(const hd_claim_reader *r, hd_span phrase) {
  const hd_word *w = hd_claim_ending(
      r, phrase.off, phrase.end, 1u << HD_WORD_VERB | 1u << HD_WORD_INDICATOR);
  if (!w || w->cls != HD_WORD_VERB || hd_str_is(w->value, "none"))
    return (hd_span){phrase.end, phrase.end};
  return (hd_span){phrase.end - (uint32_t)w->text.n, phrase.end};
}

/* May a noun before this word be the subject of the measure behind it? */
static bool joins_subject(const hd_token *stop) {
  static const char *const words[] = {"新增", "累计", "实现", "完成", NULL};
  return hd_str_is_any(stop->word->text, words);
}

/* 城镇|新增|就业, 企业|实现|利润: the noun before the verb is the subject. */
static void find_holder(hd_claim_reader *r, hd_claim *c, const chinese *z,
                        hd_span region) {
  enum { MOST = 30 };
  const hd_token *stop = z->phrase.stop;
  if (c->subject.text.n || hd_span_empty(c->indicator.span) || !stop ||
      stop->span.off <= region.off || stop->span.end != c->indicator.span.off ||
      !joins_subject(stop))
    return;
  hd_phrase holder;
  hd_phrase_before(r->q, r->v, z->s, (hd_span){region.off, stop->span.off},
                   &holder);
  hd_str name = hd_document_text(r->doc, holder.span);
  if (name.n == 0 || name.n > MOST ||
      hd_vocabulary_find(r->v, name, HD_WORD_PERIOD)) /* 全年|实现 */
    return;
  hd_topic_set(r, holder.span, c->indicator.span, HD_FROM_CLAUSE, c);
}

static bool counts(const hd_quantity *q) { return q->kind == HD_KIND_COUNT; }

/* 装备制造产业增加值增长9%,|新材料产业增长3.9%: is one as the other named? */
static bool is_fellow(hd_str a, hd_str b) {
  static const char *const tails[] = {"产业", "制造业", "企业", "行业",
                                      "服务业"};
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (hd_str_ends(a, hd_str_of(tails[i])))
      return hd_str_ends(b, hd_str_of(tails[i]));
  return false;
}

/* 航空航天增长20%: the second of a list grows in what the first grows. */
static void grow_alike(hd_claim_reader *r, hd_claim *c, hd_span region,
                       const hd_claim *before) {
  if (!before || c->indicator.text.n || !c->subject.text.n ||
      !before->indicator.text.n ||
      !(c->aspects & before->aspects & HD_ASPECT_GROWTH) || c->base_cue)
    return;
  hd_str s = hd_document_text(r->doc, region);
  bool fellow = before->cue && before->cue->cls == HD_WORD_CHANGE &&
                !hd_str_eq(before->indicator.text, before->cue->text) &&
                is_fellow(c->subject.text, before->subject.text);
  if (!hd_str_starts(s, HD_STR("、")) && !fellow)
    return;
  c->indicator = before->indicator;
  c->indicator.from = HD_FROM_LIST;
}

/* The indicator of a phrase without a measure: what is done, or count. */
static void set_indicator(hd_claim_reader *r, hd_claim *c, const chinese *z) {
  if (c->indicator.text.n || !c->subject.text.n)
    return;
  bool grows = c->aspects & HD_ASPECT_GROWTH && c->cue;
  bool measured = counts(z->q) ? !(c->aspects & HD_ASPECT_NEW)
                               : z->q->kind == HD_KIND_AMOUNT;
  if (grows && c->cue->cls == HD_WORD_CHANGE)
    c->indicator.text = c->cue->text;
  else if (measured && is_deed(r, z->deed))
    hd_topic_slot(r, z->deed, HD_FROM_CLAUSE, &c->indicator);
  else if (counts(z->q))
    c->indicator.text = HD_STR("count");
}

static void split(hd_claim_reader *r, hd_claim *c, chinese *z, hd_span phrase,
                  const hd_claim *before) {
  phrase = hd_chinese_class(r, phrase);
  hd_span tail = tail_of(r, phrase);
  bool measured = counts(z->q) || z->q->kind == HD_KIND_AMOUNT;
  if (measured && !hd_span_empty(tail) && is_deed(r, tail) &&
      phrase.end <= z->q->span.off) {
    hd_topic_set(r, (hd_span){phrase.off, tail.off}, tail, HD_FROM_CLAUSE, c);
  } else {
    hd_topic_split(r, phrase, HD_FROM_CLAUSE, c);
  }
  share_subject(r, c, before);
  grow_alike(r, c, z->region, before);
  set_indicator(r, c, z);
  uint32_t figure = z->q->span.off;
  c->anchored =
      hd_topic_anchored(r, c, phrase.off < figure ? phrase.off : figure);
}

/* Does a mark or conjunction join the region's end to the figure: 国家级、|36
 * 个|省级? Then what stands there belongs to the figure before. */
static bool ends_joined(const hd_claim_reader *r, hd_span region) {
  static const char *const joints[] = {"、", "和", "及", "与", NULL};
  hd_str s = hd_document_text(r->doc, region);
  return hd_str_ends_any(s, joints) > 0;
}

/* 16%|的: is the figure of what follows? */
static bool is_of(const hd_claim_reader *r, const chinese *z) {
  uint32_t end =
      z->q->approx.end > z->q->span.end ? z->q->approx.end : z->q->span.end;
  return end + 3 <= z->s->span.end &&
         memcmp(r->doc->text.p + end, "的", 3) == 0;
}

/* 建筑业现行|10%的税率: the measure behind the figure is of the phrase before
 * it. */
static bool take_measure_behind(hd_claim_reader *r, hd_claim *c,
                                const chinese *z) {
  hd_span done;
  bool grows = c->cue && c->cue->cls == HD_WORD_CHANGE;
  if (z->q->kind != HD_KIND_PERCENT || hd_span_empty(z->phrase.span) || grows ||
      !is_of(r, z))
    return false;
  hd_span object = hd_chinese_object(r, z->s, c->quantity, &done);
  hd_claim own = {.quantity = c->quantity};
  if (hd_span_empty(object))
    return false;
  hd_topic_split(r, object, HD_FROM_CLAUSE, &own);
  if (own.subject.text.n || !own.indicator.text.n)
    return false;
  hd_topic_set(r, hd_chinese_class(r, z->phrase.span), own.indicator.span,
               HD_FROM_CLAUSE, c);
  return true;
}

/* 用好中央|100亿元|补助资金: whose money it is, not what it is. */
static bool is_payer(const hd_claim_reader *r, hd_span phrase) {
  static const char *const words[] = {"中央", "国家",     "上级",
                                      "省级", "中央财政", NULL};
  return hd_str_is_any(hd_document_text(r->doc, phrase), words);
}

/* 辽东湾超过|42%|的海面: is what the share is of told behind it? The words
 * before it say where, for they end in no measure and no change. */
static bool is_part_of_object(const hd_claim_reader *r, const hd_claim *c,
                              const chinese *z) {
  hd_span s = z->phrase.span;
  bool bound = !c->cue || c->cue->cls == HD_WORD_BOUND;
  return bound && hd_span_empty(z->phrase.verb) &&
         !hd_claim_ending(r, s.off, s.end,
                          1u << HD_WORD_INDICATOR | 1u << HD_WORD_CHANGE |
                              1u << HD_WORD_SHARE) &&
         !hd_tail_rate(r, s, false);
}

/* Is the object of the clause behind the figure? */
static bool is_before_object(const hd_claim_reader *r, const hd_claim *c,
                             const chinese *z, hd_span region, hd_span tail) {
  if (counts(z->q))
    return true;
  bool of = is_of(r, z);
  if (z->q->kind == HD_KIND_PERCENT)
    return hd_span_empty(z->phrase.span)
               ? of || hd_span_empty(z->phrase.verb)
               : of && (ends_joined(r, region) || is_part_of_object(r, c, z));
  if (z->q->kind != HD_KIND_AMOUNT)
    return false;
  return of || is_payer(r, z->phrase.span) || hd_span_empty(z->phrase.span) ||
         !hd_span_empty(tail) || ends_joined(r, region);
}

/* 改造老旧小区500个、|老旧管网4600公里: the deed and 新增 hold on. */
static void hold_on(hd_claim_reader *r, hd_claim *c, chinese *z, hd_span region,
                    const hd_claim *before) {
  if (!before)
    return;
  const hd_quantity *p = &r->q->items[before->quantity];
  uint32_t end = p->approx.end > p->span.end ? p->approx.end : p->span.end;
  uint32_t gap = region.off > end ? region.off - end : 0;
  hd_str s = {r->doc->text.p + end, region.end - end};
  bool listed =
      gap == 0 && (hd_str_starts(s, HD_STR("、")) || ends_joined(r, region));
  if (!listed || !hd_span_empty(z->phrase.verb))
    return;
  z->deed = r->deed;
  uint16_t held = before->aspects & HD_ASPECT_NEW;
  bool reaches = c->cue && (hd_str_starts(c->cue->text, HD_STR("达")) ||
                            hd_str_ends(c->cue->text, HD_STR("达")) ||
                            hd_str_ends(c->cue->text, HD_STR("至")));
  if (held && c->aspects == HD_ASPECT_LEVEL && !reaches)
    c->aspects = held; /* not 总数达到40个 */
}

/* 累计|提取文物: what has been done so far is no level; 累计达到 is. */
static void weigh_cumulative(hd_claim *c) {
  uint16_t both = HD_ASPECT_LEVEL | HD_ASPECT_CUMULATIVE;
  bool reaches = c->cue && (c->cue->cls == HD_WORD_BOUND ||
                            hd_str_starts(c->cue->text, HD_STR("达")) ||
                            hd_str_ends(c->cue->text, HD_STR("为")));
  if ((c->aspects & both) == both && !reaches)
    c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
}

static void set_scope(hd_claim_reader *r, hd_claim *c, const hd_phrase *phrase,
                      const hd_claim *before) {
  hd_whose_resolve(r, phrase->scope, &c->scope, &c->division);
  if (!phrase->scope && before && before->division) {
    c->scope = before->scope;
    c->scope.from = HD_FROM_EARLIER;
    c->division = before->division;
  }
}

/* 居全国|第5位, 保持全国|第5位: a rank says where, not what. */
static hd_span without_place(const hd_claim_reader *r, hd_span region) {
  enum { MOST = 4 };
  static const uint32_t places = 1u << HD_WORD_SCOPE | 1u << HD_WORD_ASPECT |
                                 1u << HD_WORD_REACH | 1u << HD_WORD_VERB |
                                 1u << HD_WORD_STOP | 1u << HD_WORD_CHANGE;
  for (int i = 0; i < MOST; i++) {
    const hd_word *w = hd_claim_ending(r, region.off, region.end,
                                       places | 1u << HD_WORD_INDICATOR);
    if (!w || w->cls == HD_WORD_INDICATOR || hd_str_is(w->value, "none"))
      break;
    region.end -= (uint32_t)w->text.n;
  }
  return region;
}

/* 容量由1997年的|2.54亿千瓦: the phrase stands before 由. */
static void before_from(const hd_claim_reader *r, chinese *z) {
  if (!hd_span_empty(z->phrase.span))
    return;
  uint32_t end = z->s->first_token + z->s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, z->s, z->region.off); i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > z->region.end)
      return;
    if (token->word->cls != HD_WORD_FROM)
      continue;
    hd_phrase_before(r->q, r->v, z->s,
                     (hd_span){z->region.off, token->span.off}, &z->phrase);
    return;
  }
}

/* 总产值|在一九五七年|达到1387亿元: the measure stands before the date. */
static void before_date(const hd_claim_reader *r, chinese *z) {
  static const char *const joints[] = {"在", "于", "到", "至", NULL};
  size_t i = hd_quantities_from(r->q, z->region.end);
  if (!hd_span_empty(z->phrase.span) || i == 0)
    return;
  const hd_quantity *date = &r->q->items[i - 1];
  bool dated = date->kind == HD_KIND_DATE || date->kind == HD_KIND_PERIOD;
  if (!dated || date->span.end != z->region.end ||
      date->span.off <= z->region.off)
    return;
  hd_span ahead = {z->region.off, date->span.off};
  ahead.end -=
      (uint32_t)hd_str_ends_any(hd_document_text(r->doc, ahead), joints);
  if (!hd_claim_ending(r, ahead.off, ahead.end, 1u << HD_WORD_INDICATOR))
    return;
  hd_phrase_before(r->q, r->v, z->s, ahead, &z->phrase);
}

/* 技改投资增速|23.9%: the pace is the measure's growth. */
static void take_pace(hd_claim_reader *r, hd_claim *c, const chinese *z) {
  if (z->q->kind != HD_KIND_PERCENT || !(c->aspects & HD_ASPECT_LEVEL) ||
      !(hd_str_is(c->indicator.text, "增速") ||
        hd_str_is(c->indicator.text, "增长速度")))
    return;
  c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  c->aspects |= HD_ASPECT_GROWTH;
  c->direction = HD_FLOW_UP;
  hd_claim own = {.quantity = c->quantity};
  if (!hd_span_empty(c->subject.span))
    hd_topic_split(r, c->subject.span, HD_FROM_CLAUSE, &own);
  if (!own.indicator.text.n)
    return;
  c->subject = own.subject;
  c->indicator = own.indicator;
  c->name = own.name;
}

/* 上市公司442家,累计|筹资7436亿元: money is no number of companies. */
static bool is_other(const hd_claim_reader *r, const hd_claim *c,
                     const hd_claim *before) {
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  return counts(p) && q->kind == HD_KIND_AMOUNT && c->clause != before->clause;
}

/* 标准|分别从|每月202元: the word behind the phrase gives each its own. */
static void note_each(const hd_claim_reader *r, hd_claim *c, hd_span region,
                      const hd_context *context) {
  static const char each[] = "分别";
  static const char *const starts[] = {"分别由", "分别从", "分别自", NULL};
  hd_str s = hd_document_text(r->doc, (hd_span){region.end, context->rest.end});
  if (s.n && !c->distribute && hd_str_starts_any(s, starts))
    c->distribute =
        hd_vocabulary_find(r->v, hd_str_of(each), HD_WORD_DISTRIBUTE);
}

/* What the phrase and a comparison say of the figure, whatever it is of. */
static void note_phrase(hd_claim *c, const hd_context *context, chinese *z) {
  c->aspects |= z->phrase.aspects;
  if (z->phrase.aspects & (HD_ASPECT_NEW | HD_ASPECT_INCREMENT))
    c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  weigh_cumulative(c);
  const hd_token *scope = z->phrase.scope;
  if (scope && scope->span.off > z->phrase.span.off &&
      scope->span.end <= z->phrase.span.end)
    z->phrase.scope = NULL; /* inside a name: 第六次全国人口普查 */
  if (context->compare && z->q->kind == HD_KIND_POINT && !context->change)
    c->direction =
        hd_str_is(context->compare->value, "more") ? HD_FLOW_UP : HD_FLOW_DOWN;
}

void hd_chinese_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before) {
  chinese z = {.s = &r->text->sentences[c->sentence],
               .q = &r->q->items[c->quantity],
               .region = hd_chinese_region(r, context)};
  if (z.q->kind == HD_KIND_RANK)
    z.region = without_place(r, z.region);
  hd_span region = z.region;
  note_each(r, c, region, context);
  const hd_claim *told = c->distribute ? NULL : before;
  hd_phrase_before(r->q, r->v, z.s, hd_chinese_behind_told(r, region, told),
                   &z.phrase);
  before_from(r, &z);
  note_phrase(c, context, &z);
  set_scope(r, c, &z.phrase, before);
  hd_span tail = tail_of(r, z.phrase.span);
  z.deed = hd_span_empty(z.phrase.verb) || is_deed(r, context->deed)
               ? context->deed
               : z.phrase.verb;
  hold_on(r, c, &z, region, before);
  hd_span object = {0, 0}, done = {0, 0};
  if (is_before_object(r, c, &z, region, tail))
    object = hd_chinese_object(r, z.s, c->quantity, &done);
  if (hd_span_empty(object))
    before_date(r, &z);
  if (take_measure_behind(r, c, &z)) {
    c->anchored = hd_topic_anchored(r, c, z.phrase.span.off);
  } else if (!hd_span_empty(object)) {
    if (!hd_span_empty(tail))
      z.deed = tail;
    if (is_deed(r, done))
      z.deed = done;
    split(r, c, &z, object, before);
    hd_chinese_cause(r, c, region, z.deed);
  } else if (!hd_span_empty(z.phrase.span)) {
    split(r, c, &z, z.phrase.span, before);
    find_holder(r, c, &z, region);
    take_pace(r, c, &z);
    hd_chinese_pace(r, c, before);
    hd_chinese_driver(r, c, z.phrase.verb, before);
    hd_chinese_fellow(r, c, region, before);
  } else if (hd_chinese_befell(r, c, before)) {
    z.deed = r->deed;
  } else if ((!before || is_other(r, c, before)) && is_deed(r, z.deed) &&
             z.q->kind != HD_KIND_PERCENT) {
    hd_topic_set(r, (hd_span){z.deed.off, z.deed.off}, z.deed, HD_FROM_CLAUSE,
                 c);
  } else if (!before && !hd_chinese_label(r, c)) {
    hd_chinese_earlier(r, c);
  }
  r->deed = z.deed;
}

bool hd_chinese_own_noun(const hd_claim_reader *r, const hd_claim *c,
                         const hd_claim *before) {
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_str gap = {r->doc->text.p + p->span.end, q->span.off - p->span.end};
  hd_span done;
  if (!counts(q) || !(hd_str_is(gap, ",") || hd_str_is(gap, ";")) ||
      before->subject.span.off > p->span.off)
    return false;
  return !hd_span_empty(hd_chinese_object(r, &r->text->sentences[c->sentence],
                                          c->quantity, &done));
}
