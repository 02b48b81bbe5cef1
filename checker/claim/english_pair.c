/* english_pair: figures that say again what the one before them says.
 *
 * In: a figure and the one before it. Out: the second of a change and its rate
 * (decreased $9,688 or 9.4%), and statistics in a bracket behind a figure (95%
 * CI = 2.1-3.4), with the aspects and direction of the first. */
#include "english.h"

/* a £0.3 billion | decrease ( | 0.9%), 39.8 million tonnes | lower ( | 1.6%) */
static bool is_compared(hd_str gap) {
  static const char *const words[] = {
      "lower (", "higher (",    "fewer (", "increase (", "decrease (", "fall (",
      "rise (",  "reduction (", "more (",  "less (",     NULL};
  return hd_str_is_any(gap, words);
}

bool hd_english_pair(const hd_claim_reader *r, hd_claim *c,
                     const hd_claim *before) {
  static const uint16_t changes = HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH;
  if (!before || !(before->aspects & changes) ||
      before->direction == HD_FLOW_NONE)
    return false;
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_str gap = hd_str_trim(
      (hd_str){r->doc->text.p + p->span.end,
               q->span.off > p->span.end ? q->span.off - p->span.end : 0});
  bool rate = q->kind == HD_KIND_PERCENT;
  if (rate == (p->kind == HD_KIND_PERCENT) ||
      !(hd_str_is(gap, "or") || hd_str_is(gap, ", or") || hd_str_is(gap, "(") ||
        hd_str_is(gap, ",") || is_compared(gap)))
    return false;
  c->aspects = rate ? HD_ASPECT_GROWTH : HD_ASPECT_INCREMENT;
  c->direction = before->direction;
  c->cue = before->cue;
  c->verb = before->verb;
  return true;
}

bool hd_english_statistic(const hd_claim_reader *r, hd_claim *c,
                          const hd_claim *before) {
  enum { LABEL = 60 };
  if (!before)
    return false;
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t off = q->span.off;
  if (off <= p->span.end || off - p->span.end > LABEL)
    return false;
  hd_str gap =
      hd_str_trim((hd_str){r->doc->text.p + p->span.end, off - p->span.end});
  bool open = memchr(gap.p, '(', gap.n) || memchr(gap.p, '[', gap.n) ||
              p->kind == HD_KIND_STATISTIC;
  bool named =
      q->kind == HD_KIND_STATISTIC || (gap.n > 2 && gap.p[gap.n - 1] == '=');
  if (!open || !named)
    return false;
  c->aspects = before->aspects;
  c->direction = before->direction;
  c->mode = before->mode;
  c->modelled = true;
  if (q->kind == HD_KIND_PERCENT && hd_str_find(gap, HD_STR("change")) < gap.n)
    c->aspects = HD_ASPECT_GROWTH;
  return true;
}
