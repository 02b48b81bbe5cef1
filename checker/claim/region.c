/* region: where the noun phrase before a Chinese figure ends.
 *
 * In: what stands before the figure's words. Out: the same without its tail
 * that names nothing: a mark of a footnote, what the figure is per (小麦|每斤),
 * where a change starts (标准|由) and what it is compared with (能耗|较2020年,
 * 增速|比同期工业). */
#include "chinese.h"

enum { HAN = 3 }; /* bytes of a Han character */

static bool is_any(const char *t, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (memcmp(t, words[i], HAN) == 0)
      return true;
  return false;
}

/* 常住人口|[2], 比去年同期|(下同): the end without the footnote's mark. */
static uint32_t without_mark(const char *t, hd_span s) {
  enum { LONGEST = 4 };
  static const char same[] = "(下同)";
  uint32_t at = s.end;
  if (hd_str_ends((hd_str){t + s.off, s.end - s.off}, hd_str_of(same)))
    return s.end - (uint32_t)strlen(same);
  if (at <= s.off || t[at - 1] != ']')
    return s.end;
  at--;
  while (at > s.off && s.end - at < LONGEST && hd_ascii_is_digit(t[at - 1]))
    at--;
  return at > s.off && t[at - 1] == '[' ? at - 1 : s.end;
}

/* 小麦|每斤, 标准|每人|每月, 稻谷|每50公斤: the end without what the figure is
 * per. */
static uint32_t without_per(const hd_claim_reader *r, hd_span s) {
  const char *t = r->doc->text.p;
  uint32_t at = s.end;
  size_t i = hd_quantities_from(r->q, s.end);
  if (i > 0 && r->q->items[i - 1].span.end == s.end) {
    uint32_t off = r->q->items[i - 1].span.off;
    if (off >= s.off + HAN && memcmp(t + off - HAN, "每", HAN) == 0) {
      hd_str before = {t + s.off, off - HAN - s.off};
      bool mean = hd_str_ends(before, HD_STR("平均"));
      return off - HAN - (mean ? 2 * HAN : 0);
    }
  }
  for (int n = 0; n < 3 && at > s.off; n++) {
    at = (uint32_t)hd_utf8_back(t, at);
    if (s.end - at >= 2 * HAN && at > s.off && memcmp(t + at, "每", HAN) == 0)
      return at;
  }
  return s.end;
}

/* 棉布产量|前三年: the end without a time. */
static uint32_t without_time(const hd_claim_reader *r, hd_span s) {
  size_t i = hd_quantities_from(r->q, s.end);
  if (i == 0 || r->q->items[i - 1].span.end != s.end)
    return s.end;
  uint32_t off = hd_chinese_time(r->q, i - 1);
  return off < r->q->items[i - 1].span.off && off > s.off ? off : s.end;
}

/* The end without 由, 从, 分别. */
static uint32_t without_start(const hd_claim_reader *r, hd_span s) {
  const hd_word *w = hd_claim_ending(
      r, s.off, s.end, 1u << HD_WORD_FROM | 1u << HD_WORD_DISTRIBUTE);
  return w ? s.end - (uint32_t)w->text.n : s.end;
}

/* Is the 比 or 较 at `at` the word for a comparison, not part of another (占比,
 * 比重, 较好)? */
static bool compares(const char *t, hd_span s, uint32_t at) {
  static const char *const before[] = {"占", "同", "环", "对", "相", "之",
                                       "反", "正", "可", "评", "价", "入",
                                       "量", "倍", "配", "计", "好", "性"};
  static const char *const behind[] = {
      "重", "例", "率", "较", "赛", "特", "亚", "好", "高", "大", "快",
      "强", "多", "为", "低", "小", "少", "长", "早", "晚", "轻", "真"};
  if (at >= s.off + HAN &&
      is_any(t + at - HAN, before, sizeof before / sizeof *before))
    return false;
  return at + 2 * HAN > s.end ||
         !is_any(t + at + HAN, behind, sizeof behind / sizeof *behind);
}

/* The last such word in s; s.end if there is none. */
static uint32_t last_comparison(const char *t, hd_span s) {
  for (uint32_t at = s.end; at > s.off;) {
    at = (uint32_t)hd_utf8_back(t, at);
    if (at + HAN <= s.end &&
        (memcmp(t + at, "比", HAN) == 0 || memcmp(t + at, "较", HAN) == 0) &&
        compares(t, s, at))
      return at;
  }
  return s.end;
}

/* The end of the date or period that begins at `off` (前五年); off if none
 * does. */
static uint32_t past_date(const hd_claim_reader *r, uint32_t off) {
  hd_str rest = {r->doc->text.p + off, r->doc->text.n - off};
  bool former = hd_str_starts(rest, HD_STR("前"));
  size_t low = hd_quantities_from(r->q, off + (former ? HAN : 0));
  if (former && low < r->q->n && r->q->items[low].span.off == off + HAN &&
      r->q->items[low].kind == HD_KIND_DURATION)
    return r->q->items[low].span.end;
  if (low == r->q->n || r->q->items[low].span.off != off)
    return off;
  const hd_quantity *q = &r->q->items[low];
  return q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD ? q->span.end
                                                              : off;
}

/* Past what says more of a time that is compared with: 上年|决算数,
 * 去年同期|实际完成数. */
static uint32_t past_tails(const char *t, hd_span s) {
  static const char *const tails[] = {
      "末",   "底",   "初",   "同期",   "的",   "水平", "年初", "预算", "决算",
      "计划", "实际", "预计", "完成",   "数",   "调整", "变动", "执行", "批准",
      "可比", "口径", "快报", "同口径", "实绩", "农历", NULL};
  size_t n;
  while ((n = hd_str_starts_any((hd_str){t + s.off, s.end - s.off}, tails)))
    s.off += (uint32_t)n;
  return s.off;
}

/* 能耗|较2020年: what a change is compared with. A phrase of its own behind
 * the date is the subject (比一九五二年|医院病床). */
static uint32_t without_comparison(const hd_claim_reader *r,
                                   const hd_context *context, hd_span s) {
  const char *t = r->doc->text.p;
  uint32_t at = last_comparison(t, s);
  if (at == s.end)
    return s.end;
  uint32_t date = past_date(r, at + HAN);
  uint32_t off = past_tails(t, (hd_span){date, s.end});
  if (date > at + HAN)
    return off >= s.end ? at : s.end;
  return context->change || context->compare ? at : s.end;
}

/* 剔除一次性因素后|增长3%: how a change is reckoned names nothing. */
static bool is_adjusted(const char *t, hd_span s) {
  static const char *const heads[] = {"剔除", "扣除", "扣减",
                                      "还原", "考虑", NULL};
  while (s.off + HAN <= s.end && (t[s.off] == ',' || t[s.off] == ' '))
    s.off++;
  hd_str text = {t + s.off, s.end - s.off};
  return (hd_str_ends(text, HD_STR("后")) ||
          hd_str_ends(text, HD_STR("因素"))) &&
         hd_str_starts_any(text, heads);
}

hd_span hd_chinese_region(const hd_claim_reader *r, const hd_context *context) {
  hd_span s = context->rest;
  const char *t = r->doc->text.p;
  s.end = without_comparison(r, context, s);
  for (uint32_t end = 0; end != s.end && s.end > s.off;) {
    end = s.end;
    s.end = without_mark(t, s);
    s.end = without_per(r, s);
    s.end = without_time(r, s);
    s.end = without_start(r, s);
  }
  if (is_adjusted(t, s))
    s.end = s.off;
  return s;
}
