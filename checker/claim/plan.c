/* plan: percentages of a budget or a plan.
 *
 * In: the words left of a Chinese percentage (完成年初预算的|95.4%). Out:
 * whether they only say that a plan was carried out, and the words before
 * them: the figure is the completion of what was spoken of, and names nothing
 * itself. Approach: backwards from the figure a noun of plans, what says whose
 * plan it is or of when, and a verb. */
#include "slots.h"

/* The end of s without the first of the words that it ends with. */
static uint32_t without(const char *t, hd_span s, const char *const *words) {
  hd_str text = {t + s.off, s.end - s.off};
  return s.end - (uint32_t)hd_str_ends_any(text, words);
}

/* Where what says that the plan was carried out begins; s.end if nothing does.
 */
static uint32_t carried_out(const char *t, hd_span s) {
  static const char *const nouns[] = {"预算数", "计划数", "预算", "计划",
                                      "任务",   "目标",   NULL};
  static const char *const whose[] = {
      "的",       "年初", "年度", "全年", "本年",   "当年", "年",     "调整后",
      "调整",     "变动", "批准", "通过", "人代会", "人大", "大会",   "常委会",
      "代表大会", "人民", "本级", "省",   "市",     "县",   "区",     "州",
      "上级",     "下达", "确定", "预期", "收入",   "支出", "预算数", "预算",
      "计划",     "目标", "任务", NULL};
  static const char *const verbs[] = {"完成了", "完成", "达到",   "达",
                                      "为",     "是",   "相当于", NULL};
  enum { MOST = 8 }; /* words between verb and noun */
  hd_span left = s;
  left.end = without(t, left, (const char *const[]){"的", NULL});
  uint32_t noun = left.end;
  left.end = without(t, left, nouns);
  if (left.end == noun)
    return s.end;
  for (int i = 0; i < MOST; i++) {
    uint32_t verb = without(t, left, verbs);
    if (verb != left.end)
      return verb;
    uint32_t end = without(t, left, whose);
    if (end == left.end)
      return s.end;
    left.end = end;
  }
  return s.end;
}

void hd_claim_plan(const hd_claim_reader *r, const hd_quantity *q, uint32_t low,
                   hd_context *context) {
  hd_span s = {low, hd_figure_start(q)};
  if (r->lang == HD_LANG_EN || q->kind != HD_KIND_PERCENT || s.end <= s.off)
    return;
  uint32_t verb = carried_out(r->doc->text.p, s);
  if (verb == s.end)
    return;
  hd_context_left(r->text, r->endings, low, verb, context);
  context->aspects |= HD_ASPECT_COMPLETION;
  context->change = context->share = context->compare = NULL;
}
