/* chain: what a Chinese clause takes from the words and the clause before it.
 *
 * In: a claim whose own words leave its subject or its measure out. Out: the
 * one of what drives (非公有经济增长5%,|拉动GDP|增长2个百分点) or causes
 * (冲突已|造成|550人死亡), of the label before a colon (黄麻:|达到730万担), of
 * the measure of a fellow (高铁里程由2110公里增至3055公里,|高速公路由|…). */
#include "chinese.h"

enum { HAN = 3 }; /* bytes of a Han character */

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

void hd_chinese_driver(const hd_claim_reader *r, hd_claim *c, hd_span verb,
                       const hd_claim *before) {
  static const char *const drives[] = {"拉动", "带动", "推动", "负向拉动",
                                       "影响", "贡献", NULL};
  hd_kind kind = r->q->items[c->quantity].kind;
  if (!before || !before->subject.text.n || c->subject.text.n ||
      (kind != HD_KIND_POINT && kind != HD_KIND_PERCENT) ||
      hd_str_starts(before->subject.text, HD_STR("对")) ||
      !hd_str_is_any(text_of(r, verb), drives))
    return;
  c->subject = before->subject;
  c->subject.from = HD_FROM_EARLIER;
}

/* 增加值增长8.5%,|增速|比上年提高1.5个百分点: the pace of what the figure
 * before measures. */
void hd_chinese_pace(hd_claim_reader *r, hd_claim *c, const hd_claim *before) {
  static const char *const paces[] = {
      "增速", "增幅", "升幅", "涨幅", "降幅", "跌幅", "减幅", "增长速度", NULL};
  hd_kind kind = r->q->items[c->quantity].kind;
  if (!before || c->subject.text.n ||
      (kind != HD_KIND_POINT && kind != HD_KIND_PERCENT) ||
      !(before->aspects & HD_ASPECT_GROWTH) ||
      !hd_str_is_any(c->indicator.text, paces))
    return;
  hd_topic_take(c, before, HD_FROM_EARLIER);
}

/* 甲乙双方的|冲突: the noun that what stands before it tells of. */
static hd_span head_of(const hd_claim_reader *r, hd_span span) {
  enum { LEAST = 2 * HAN };
  for (uint32_t at = span.end; at >= span.off + HAN; at -= HAN)
    if (memcmp(r->doc->text.p + at - HAN, "的", HAN) == 0)
      return span.end - at >= LEAST ? (hd_span){at, span.end} : span;
  return span;
}

void hd_chinese_cause(hd_claim_reader *r, hd_claim *c, hd_span region,
                      hd_span verb) {
  static const char *const causes[] = {"造成", "导致", "引发", "致使", NULL};
  static const char *const adverbs[] = {"已经", "已", "共", "累计", NULL};
  enum { MOST = 48 };
  if (c->subject.text.n || verb.off <= region.off ||
      !hd_str_is_any(text_of(r, verb), causes))
    return;
  region.end = verb.off;
  region.end -= (uint32_t)hd_str_ends_any(text_of(r, region), adverbs);
  hd_phrase cause;
  hd_phrase_before(r->q, r->v, &r->text->sentences[c->sentence], region,
                   &cause);
  cause.span = head_of(r, cause.span);
  if (hd_span_empty(cause.span) || cause.span.end - cause.span.off > MOST)
    return;
  hd_topic_slot(r, cause.span, HD_FROM_CLAUSE, &c->subject);
}

bool hd_chinese_label(hd_claim_reader *r, hd_claim *c) {
  enum { MOST = 45 };
  const hd_sentence *s = &r->text->sentences[c->sentence];
  uint32_t figure = hd_figure_start(&r->q->items[c->quantity]);
  static const char *const starts[] = {"从", "由", NULL};
  hd_str ahead = {r->doc->text.p, figure};
  ahead.n -= hd_str_ends_any(ahead, starts);
  bool led = c->cue || hd_str_ends(ahead, HD_STR(":"));
  if (!led || c->clause <= s->first_clause)
    return false;
  hd_span label = r->text->clauses[c->clause - 1].span;
  uint32_t end = r->text->clauses[c->clause].span.off;
  while (label.end > label.off && strchr(" :", r->doc->text.p[label.end - 1]))
    label.end--;
  bool colon = memchr(r->doc->text.p + label.end, ':', end - label.end);
  if (!colon || label.end - label.off > MOST)
    return false;
  hd_phrase phrase;
  hd_phrase_before(r->q, r->v, s, label, &phrase);
  if (hd_span_empty(phrase.span) || !hd_span_empty(phrase.verb))
    return false;
  hd_topic_split(r, phrase.span, HD_FROM_EARLIER, c);
  return true;
}

/* Do the words behind the region begin a change: 公路|由, 增加值|从? */
static bool starts_change(const hd_claim_reader *r, hd_span region) {
  static const char *const words[] = {"由", "从", "自", NULL};
  hd_str s = {r->doc->text.p + region.end, r->doc->text.n - region.end};
  return hd_str_starts_any(s, words);
}

void hd_chinese_fellow(const hd_claim_reader *r, hd_claim *c, hd_span region,
                       const hd_claim *before) {
  if (!before || c->indicator.text.n || !c->subject.text.n ||
      !before->subject.text.n || !before->indicator.text.n ||
      before->direction == HD_FLOW_NONE || !starts_change(r, region))
    return;
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  if (p->kind != q->kind || p->unit != q->unit)
    return;
  c->indicator = before->indicator;
  c->indicator.from = HD_FROM_LIST;
}

hd_span hd_chinese_behind_told(const hd_claim_reader *r, hd_span region,
                               const hd_claim *before) {
  static const char *const joints[] = {"、", "和", "及", "与", NULL};
  if (!before)
    return region;
  const hd_quantity *p = &r->q->items[before->quantity];
  uint32_t end = before->subject.span.end > before->indicator.span.end
                     ? before->subject.span.end
                     : before->indicator.span.end;
  if (end <= region.off || end > region.end || end <= p->span.end)
    return region;
  hd_str rest = {r->doc->text.p + end, region.end - end};
  bool rate = p->kind == HD_KIND_PERCENT && rest.n == 0 &&
              before->subject.span.end < p->span.off; /* 16%的税率|降至 */
  return rate || hd_str_starts_any(rest, joints) ? (hd_span){end, region.end}
                                                 : region;
}

bool hd_chinese_befell(hd_claim_reader *r, hd_claim *c,
                       const hd_claim *before) {
  static const char *const marks[] = {",", ".", ";", "、", "。", "(", NULL};
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t end = r->text->sentences[c->sentence].span.end;
  const hd_word *w =
      before && q->kind == HD_KIND_COUNT && q->span.end < end
          ? hd_vocabulary_verb(r->v, r->doc->text.p, q->span.end, end)
          : NULL;
  if (!w || !before->subject.text.n)
    return false;
  hd_span verb = {q->span.end, q->span.end + (uint32_t)w->text.n};
  hd_str rest = {r->doc->text.p + verb.end, end - verb.end};
  if (rest.n && !hd_str_starts_any(rest, marks))
    return false;
  hd_topic_set(r, before->subject.span, verb, HD_FROM_CLAUSE, c);
  c->subject = before->subject;
  c->subject.from = HD_FROM_LIST;
  return true;
}

/* Does the figure's clause only go on with the one before it: 又增产12亿斤,
 * 突破1600亿斤, 达到8184公里, 由33%上升到34%? */
static bool goes_on(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const starts[] = {"由", "从", NULL};
  hd_span clause = r->text->clauses[c->clause].span;
  if (c->aspects & (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH) ||
      hd_str_starts_any(hd_document_text(r->doc, clause), starts))
    return true;
  const hd_quantity *q = &r->q->items[c->quantity];
  return q->kind == HD_KIND_AMOUNT &&
         (q->approx.end == q->span.off ||
          (c->cue && hd_str_starts(c->cue->text, HD_STR("达"))));
}

/* 工业|所占的比重,由33%上升到34%: is the proportion of what precedes it told,
 * and not of what stands between 占 and it? */
static bool is_proportion(const hd_claim_reader *r, const hd_token *token,
                          const hd_claim *c) {
  static const char *const words[] = {"所占的比重", "所占比重", "的比重",
                                      "比重", NULL};
  return token->word->cls == HD_WORD_SHARE &&
         r->q->items[c->quantity].kind == HD_KIND_PERCENT &&
         hd_str_is_any(token->word->text, words);
}

/* 现代工业|在工业总产值中的比重: the end of what the proportion is of. */
static uint32_t before_whole(const hd_claim_reader *r, hd_span s) {
  static const char *const tails[] = {"中", "中的", "里", "里的", NULL};
  hd_str text = hd_document_text(r->doc, s);
  size_t at = hd_str_find(text, HD_STR("在"));
  return at >= 2 * HAN && at < text.n && hd_str_ends_any(text, tails)
             ? s.off + (uint32_t)at
             : s.end;
}

/* What the clause tells the proportion of; false if it tells none. */
static bool take_proportion(hd_claim_reader *r, hd_claim *c,
                            const hd_sentence *s, hd_span clause) {
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(r->text, s, clause.off); i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > clause.end)
      return false;
    if (!is_proportion(r, token, c))
      continue;
    hd_span of = {clause.off, token->span.off};
    of.end = before_whole(r, of);
    hd_phrase phrase;
    hd_phrase_before(r->q, r->v, s, of, &phrase);
    hd_span told = token->span;
    if (hd_str_starts(token->word->text, HD_STR("的")))
      told.off += HAN;
    hd_topic_set(r, phrase.span, told, HD_FROM_EARLIER, c);
    if (c->aspects == HD_ASPECT_LEVEL)
      c->aspects = HD_ASPECT_SHARE;
    return true;
  }
  return false;
}

/* 粮食总产量稳定增长,|又增产12亿斤: a figure without a phrase is one of what
 * the clause before measures. */
void hd_chinese_earlier(hd_claim_reader *r, hd_claim *c) {
  const hd_sentence *s = &r->text->sentences[c->sentence];
  if (!goes_on(r, c) || c->clause <= s->first_clause)
    return;
  hd_span clause = r->text->clauses[c->clause - 1].span;
  uint32_t end = s->first_token + s->n_tokens;
  if (take_proportion(r, c, s, clause))
    return;
  for (uint32_t i = hd_token_from(r->text, s, clause.off); i < end; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > clause.end)
      return;
    if (token->word->cls != HD_WORD_INDICATOR)
      continue;
    hd_phrase phrase;
    hd_phrase_before(r->q, r->v, s, (hd_span){clause.off, token->span.end},
                     &phrase);
    hd_topic_split(r, phrase.span, HD_FROM_EARLIER, c);
    return;
  }
}
