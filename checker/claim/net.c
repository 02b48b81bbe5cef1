/* net: Chinese increments that no word of change tells.
 *
 * In: a claim and the words on its left. Out: its aspect and direction where
 * 净增, 净减, 比年初新增 or 比上年多 say which way it goes. */
#include "slots.h"

/* 比上年多14.8亿元: a difference, and which way. */
static void find_more(const hd_quantity *q, hd_claim *c,
                      const hd_context *context) {
  if (!context->base || !context->compare || context->change ||
      c->direction != HD_FLOW_NONE || hd_span_empty(c->verb))
    return;
  bool rate = q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT;
  c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  c->aspects |= rate ? HD_ASPECT_GROWTH : HD_ASPECT_INCREMENT;
  c->direction =
      hd_str_is(context->compare->value, "more") ? HD_FLOW_UP : HD_FLOW_DOWN;
}

/* 净增618户, 比年初新增58.2亿元: the words say which way. */
static void find_net(hd_claim *c, const hd_context *context) {
  bool since = c->aspects & HD_ASPECT_NEW && context->base;
  if (c->direction != HD_FLOW_NONE ||
      !(since || c->aspects & HD_ASPECT_INCREMENT))
    return;
  c->aspects |= HD_ASPECT_INCREMENT;
  c->direction = context->net_down ? HD_FLOW_DOWN : HD_FLOW_UP;
}

void hd_claim_net(const hd_quantity *q, hd_claim *c,
                  const hd_context *context) {
  find_net(c, context);
  find_more(q, c, context);
}
