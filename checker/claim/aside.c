/* aside: figures that hand nothing on to the next of their sentence.
 *
 * In: a claim whose words on the left were read. Out: whether it only tells a
 * time or an age, or is what another figure is compared with. */
#include "slots.h"

/* The approximator stands before the figure: its start, else the figure's. */
uint32_t hd_figure_start(const hd_quantity *q) {
  if (!hd_span_empty(q->approx) && q->approx.end <= q->span.off)
    return q->approx.off;
  return q->span.off;
}

/* over the last five years, adults aged ≥18 years, a 24-hour service: a time
 * or an age that no verb joins to what precedes says nothing of it. */
static bool is_english_aside(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const heads[] = {
      "last",   "past",  "next",   "first",  "the",      "within", "over",
      "during", "every", "coming", "recent", "previous", NULL};
  enum { BACK = 10 };
  const hd_quantity *q = &r->q->items[c->quantity];
  bool opens = c->verb.off == r->text->clauses[c->clause].span.off;
  if (c->cue && !(c->cue->cls == HD_WORD_BOUND && opens)) /* Over five years, */
    return false;
  if (q->kind == HD_KIND_AGE)
    return true;
  if (q->kind != HD_KIND_DURATION)
    return false;
  if (hd_str_find(hd_document_text(r->doc, q->span), HD_STR("-")) <
      q->span.end - q->span.off)
    return true;
  uint32_t at = hd_figure_start(q);
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + (at > BACK ? at - BACK : 0),
                                  at > BACK ? BACK : at});
  return hd_str_ends_any(s, heads) > 0;
}

/* 第一个|五年|计划: a plan's number of years. */
static bool is_of_plan(const hd_quantity *q, bool first, hd_str text) {
  static const char *const plans[] = {"计划", "规划", NULL};
  hd_str rest = {text.p + q->span.end, text.n - q->span.end};
  if (hd_str_starts_any(rest, plans))
    return true;
  if (first || q[-1].kind != HD_KIND_ORDINAL || q[-1].span.end > q->span.off)
    return false;
  return hd_str_is(
      (hd_str){text.p + q[-1].span.end, q->span.off - q[-1].span.end}, "个");
}

/* 今后, 过去, 最近; not 由过去的, 从此前: what a change starts from. */
static size_t time_head(hd_str ahead) {
  static const char *const heads[] = {"今后", "过去", "最近", "未来",
                                      "近",   "为期", "这",   "那",
                                      "头",   "前",   NULL};
  static const char *const starts[] = {"由", "从", "从此", "较", "比", NULL};
  size_t n = hd_str_ends_any(ahead, heads);
  hd_str rest = {ahead.p, ahead.n - n};
  return n && !hd_str_ends_any(rest, starts) ? n : 0;
}

uint32_t hd_chinese_time(const hd_quantities *q, size_t i) {
  static const char *const tails[] = {"前",   "来",   "以来",   "内",   "间",
                                      "期间", "多来", "时间内", "时期", NULL};
  const hd_quantity *time = &q->items[i];
  hd_str text = q->text->doc->text;
  uint32_t off = hd_figure_start(time);
  if (time->kind != HD_KIND_DURATION)
    return HD_NONE;
  hd_str rest = {text.p + time->span.end, text.n - time->span.end};
  size_t head = time_head((hd_str){text.p, off});
  return head || hd_str_starts_any(rest, tails) ||
                 is_of_plan(time, i == 0, text)
             ? off - (uint32_t)head
             : HD_NONE;
}

/* 16|时22分, 8|时许: an hour. */
static bool is_hour(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const others[] = {"时期", "时代", "时间", "时段", "时刻",
                                       "时速", "时候", "时尚", NULL};
  enum { HOURS = 24 };
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_str rest = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  return q->kind == HD_KIND_COUNT && hd_str_starts(rest, HD_STR("时")) &&
         !hd_str_starts_any(rest, others) &&
         hd_number_cmp(q->high, hd_number_of(HOURS)) <= 0;
}

bool hd_claim_aside(const hd_claim_reader *r, const hd_claim *c) {
  return r->lang == HD_LANG_EN
             ? is_english_aside(r, c)
             : hd_chinese_time(r->q, c->quantity) != HD_NONE || is_hour(r, c);
}

/* 与2010年的442854人相比: what is compared with hands nothing on. */
bool hd_claim_basis(const hd_claim_reader *r, const hd_claim *c) {
  uint32_t end = r->q->items[c->quantity].span.end;
  hd_str rest = {r->doc->text.p + end, r->doc->text.n - end};
  return r->lang != HD_LANG_EN && hd_str_starts(rest, HD_STR("相比"));
}
