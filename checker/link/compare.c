/* compare: two figures and what is said to lie between them.
 *
 * In: claims of one sentence in order. Out: COMPARE links of level, base and
 * increment and/or rate, the cue saying which is more:
 * - 3.2%,比2020年的2.5%提高0.7个百分点; 高于全国(61.2%)1.3个百分点: the base
 *   stands between the level and the difference;
 * - 3.2%,比上年下降0.3个百分点,上年为3.6%: the base stands behind, and is of
 *   the year or of the place that the difference is said to;
 * - 45.6亿元,上年同期为50.3亿元,下降9.3%: in between, as the year before;
 * - 高于平均水平(61.2%): no difference is said, the word alone is judged.
 * Each figure is looked at once with its neighbours. */
#include "compare.h"

enum { NEAR = 60, CLOSE = 36 };

/* The word of a list that s begins with: its length, or 0. */
/* s without marks at its beginning; *marked: there was one. */
static hd_str past_marks(hd_str s, bool *marked) {
  static const char *const marks[] = {",", "、", ";", "(", ")",
                                      " ", "(",  ")", NULL};
  size_t n;
  while ((n = hd_str_starts_any(s, marks)) > 0) {
    *marked = *marked || s.p[0] != ' ';
    s = hd_compare_cut(s, n);
  }
  return s;
}

/* A figure that others are compared with, itself no difference. */
bool hd_compare_is_level(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_PERCENT || kind == HD_KIND_AMOUNT ||
          kind == HD_KIND_COUNT || kind == HD_KIND_DURATION) &&
         !c->list && !(c->aspects & HD_ASPECT_INCREMENT);
}

/* A rate of change; of a percentage it is one only where the words say so. */
static bool is_rate_of(const hd_linker *l, size_t level, size_t k) {
  return hd_linker_figure(l, k)->kind == HD_KIND_PERCENT &&
         (hd_linker_figure(l, level)->kind != HD_KIND_PERCENT ||
          (hd_linker_claim(l, k)->aspects & HD_ASPECT_GROWTH &&
           hd_linker_claim(l, k)->cue &&
           hd_linker_claim(l, k)->cue->cls == HD_WORD_CHANGE));
}

/* May k be what lies between figures like `level`? */
bool hd_compare_is_change(const hd_linker *l, size_t level, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  if (hd_linker_figure(l, k)->kind == HD_KIND_MULTIPLE && !c->list)
    return c->aspects & HD_ASPECT_GROWTH;
  if (c->list || c->aspects & HD_ASPECT_AVERAGE)
    return false;
  return is_rate_of(l, level, k) || hd_linker_differs_by(l, level, k);
}

/* The same, and the words before it say a change. */
bool hd_compare_says_change(const hd_linker *l, size_t level, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return hd_compare_is_change(l, level, k) &&
         c->aspects & (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH) &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN);
}

/* The comparing word between two offsets of figure k's sentence. */
const hd_token *hd_compare_word(const hd_linker *l, size_t k, hd_span span) {
  return hd_linker_token(l, hd_linker_claim(l, k)->sentence, span,
                         HD_WORD_COMPARE, true);
}

/* Does s, what stands behind a level, go on to compare it: past a mark and a
 * word for the level itself, 比2020年, 较上年, 高于全国? Then *rest is what is
 * compared with. */
static bool opens_comparison(hd_str s, hd_str *rest) {
  static const char *const selves[] = {"增速", "增幅",   "涨幅", "占比",
                                       "比重", "增长率", "总量", NULL};
  static const char *const openers[] = {"比",   "较",   "高于", "低于",
                                        "多于", "少于", "大于", "小于",
                                        "快于", "慢于", "超出", NULL};
  static const char *const others[] = {"比重", "比例", "比率", "比值",
                                       "比分", "较大", "较高", "较快",
                                       "较好", "较低", "较小", NULL};
  bool marked = false;
  s = past_marks(s, &marked);
  s = hd_compare_cut(s, hd_str_starts_any(s, selves));
  size_t n = hd_str_starts_any(s, openers);
  if (!marked || n == 0 || hd_str_starts_any(s, others))
    return false;
  *rest = hd_compare_cut(s, n);
  return true;
}

hd_link hd_compare_link(const hd_linker *l, size_t level, size_t base,
                        const char *reason) {
  hd_link link = hd_link_blank(HD_LINK_COMPARE);
  link.level = hd_linker_ref(l, l->order[level]);
  link.base = hd_linker_ref(l, l->order[base]);
  link.same_sentence = true;
  link.reason = reason;
  return link;
}

void hd_compare_add_worded(hd_linker *l, hd_link *link, size_t change,
                           const hd_token *word) {
  link->cue = word->word;
  link->anchor = word->span;
  hd_linker_set_change(l, change, link);
  hd_linker_add(l, *link);
}

void hd_compare_add(hd_linker *l, hd_link *link, size_t change) {
  const hd_claim *c = hd_linker_claim(l, change);
  bool times = hd_linker_figure(l, change)->kind == HD_KIND_MULTIPLE;
  if (!times)
    hd_linker_set_change(l, change, link);
  if (!link->cue) {
    link->cue = c->cue;
    link->anchor = c->verb;
  }
  size_t next = change + 1;
  if (hd_linker_one_sentence(l, change, next) &&
      hd_linker_claim(l, next)->clause <= c->clause + 1 &&
      link->rate.claim == HD_NONE &&
      hd_linker_claim(l, next)->base_cue == NULL &&
      hd_linker_claim(l, next)->subject.from == HD_FROM_EARLIER &&
      l->order[next] != link->base.claim && is_rate_of(l, change, next) &&
      hd_compare_says_change(l, change, next))
    hd_linker_set_change(l, next++, link);
  if (times) {
    link->members = HD_NEW(l->arena, hd_claim_ref);
    link->members[link->n_members++] = hd_linker_ref(l, l->order[change]);
  } else {
    hd_link_said(l, change, next, link);
  }
  hd_linker_add(l, *link);
}

/* 比2020年的2.5%提高0.7个百分点: level, base, change. */
static bool try_within(hd_linker *l, size_t level) {
  static const char *const adds[] = {"新增",       "净增",       "净减", "多",
                                     "少",         "超过",       "超出", "超额",
                                     "的水平超过", "的水平超出", NULL};
  size_t base = level + 1, change = level + 2, before = level;
  if (hd_linker_one_sentence(l, level, change + 1) &&
      is_rate_of(l, level, base) && hd_compare_says_change(l, level, base)) {
    before = base++;
    change++;
  }
  hd_str rest;
  if (!hd_linker_one_sentence(l, level, change) ||
      !hd_compare_is_level(l, base) || !hd_linker_comparable(l, level, base) ||
      !opens_comparison(hd_linker_gap(l, before, base), &rest) ||
      rest.n > NEAR || hd_str_find(rest, HD_STR(",")) != (size_t)-1)
    return false;
  hd_str gap = hd_linker_gap(l, base, change);
  if (gap.n > CLOSE || hd_str_find(gap, HD_STR(",")) != (size_t)-1 ||
      hd_str_find(gap, HD_STR(";")) != (size_t)-1 ||
      !hd_compare_is_change(l, level, change))
    return false;
  hd_span span = {hd_linker_figure(l, level)->span.end,
                  hd_linker_figure(l, base)->span.off};
  const hd_token *word = hd_compare_word(l, level, span);
  if (!word && !hd_compare_says_change(l, level, change) &&
      !hd_str_starts_any(gap, adds))
    return false;
  hd_link link =
      hd_compare_link(l, level, base, "the base is named in between");
  if (word && hd_linker_claim(l, change)->direction == HD_FLOW_NONE) {
    link.cue = word->word;
    link.anchor = word->span;
  }
  if (before != level && hd_compare_says_change(l, level, change))
    link.rate = hd_linker_ref(l, l->order[before]);
  hd_compare_add(l, &link, change);
  return true;
}

/* 上年, 去年同期, 2015年: the length of the year that s begins with, or 0. */
static size_t begins_year(hd_str s) {
  static const char *const years[] = {
      "上年同期", "去年同期", "上年末", "去年末", "上年底", "去年底",
      "上年",     "去年",     "上月",   "上季度", NULL};
  static const char *const year[] = {"年", NULL};
  enum { DIGITS = 4 };
  size_t n = 0;
  while (n < s.n && n < DIGITS && s.p[n] >= '0' && s.p[n] <= '9')
    n++;
  if (n == DIGITS && hd_str_starts_any(hd_compare_cut(s, n), year))
    return n + 3;
  return hd_str_starts_any(s, years);
}

/* s without what may stand between a year or place and its figure. */
static hd_str past_joints(hd_str s) {
  static const char *const joints[] = {
      "平均水平", "平均", "数",   "为",   "是", "仅", "只", "有", "增长",
      "增速",     "占比", "比重", "同期", "占", "的", "末", "底", NULL};
  for (size_t n; (n = hd_str_starts_any(s, joints)) > 0;)
    s = hd_compare_cut(s, n);
  return s;
}

/* Is base the figure of the year or place that the change was said to?
 * `gap` stands before it, `said` before the change. */
static bool names_base(const hd_linker *l, size_t change, size_t base,
                       hd_str gap, hd_str said) {
  static const char *const places[] = {"全国", "全省", "全市", "全区",
                                       "全县", "年初", "期初", NULL};
  static const char *const openers[] = {"较", "比", "高于", "低于", NULL};
  static const char *const months[] = {"上月", "上季度", NULL};
  bool marked = false;
  hd_str s = past_marks(gap, &marked);
  s = hd_compare_cut(s, hd_str_starts_any(s, openers));
  size_t n = begins_year(s);
  const hd_claim *c = hd_linker_claim(l, change);
  if (n && hd_str_starts_any(s, months)) {
    if (hd_str_find(said, (hd_str){s.p, n}) == (size_t)-1)
      return false;
  } else if (n) {
    if (c->base.first.year != hd_linker_claim(l, base)->period.first.year ||
        (c->base.first.year == 0 && !c->base_cue))
      return false;
  } else {
    n = hd_str_starts_any(s, places);
    if (!n || hd_str_find(said, (hd_str){s.p, n}) == (size_t)-1)
      return false;
  }
  s = hd_compare_cut(s, n);
  return marked && past_joints(s).n == 0;
}

/* 比上年下降0.3个百分点,上年为3.6%: level, change, base. */
static bool try_behind(hd_linker *l, size_t level) {
  size_t change = level + 1, base = level + 2;
  if (!hd_linker_one_sentence(l, level, change) ||
      !hd_compare_says_change(l, level, change))
    return false;
  hd_str said = hd_linker_gap(l, level, change);
  if (said.n > NEAR ||
      hd_linker_claim(l, change)->subject.from == HD_FROM_CLAUSE)
    return false;
  if (hd_linker_one_sentence(l, level, base) &&
      hd_compare_says_change(l, change, base) &&
      !names_base(l, change, base, hd_linker_gap(l, change, base), said))
    base++;
  if (!hd_linker_one_sentence(l, level, base) ||
      !hd_compare_is_level(l, base) || !hd_linker_comparable(l, level, base) ||
      !names_base(l, change, base, hd_linker_gap(l, base - 1, base), said))
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base is named behind");
  hd_compare_add(l, &link, change);
  return true;
}

/* 较上年净增25家,达到312家,上年为278家: change, level, base. */
static bool try_reached(hd_linker *l, size_t change) {
  static const char *const reached[] = {"达到",   "达",     "增至",
                                        "总数达", "累计达", "增加到",
                                        "减少到", "降至",   NULL};
  size_t level = change + 1, base = change + 2;
  if (!hd_linker_one_sentence(l, change, base) ||
      !hd_compare_is_level(l, level) || !hd_compare_is_level(l, base) ||
      !hd_linker_comparable(l, level, base) ||
      !(hd_compare_says_change(l, level, change) ||
        (hd_compare_is_change(l, level, change) &&
         hd_linker_claim(l, change)->aspects & HD_ASPECT_INCREMENT)) ||
      !hd_linker_claim(l, change)->base_cue)
    return false;
  bool marked = false;
  hd_str gap = past_marks(hd_linker_gap(l, change, level), &marked);
  if (!marked || hd_str_starts_any(gap, reached) != gap.n ||
      !names_base(l, change, base, hd_linker_gap(l, level, base), gap))
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base is named behind");
  hd_compare_add(l, &link, change);
  return true;
}

/* 45.6亿元,上年同期为50.3亿元,下降9.3%: level, base, change. */
static bool try_after(hd_linker *l, size_t level) {
  size_t base = level + 1, change = level + 2;
  if (!hd_linker_one_sentence(l, level, change) ||
      !hd_compare_is_level(l, base) || !hd_linker_comparable(l, level, base) ||
      !hd_compare_says_change(l, level, change))
    return false;
  int year = hd_linker_claim(l, base)->period.first.year;
  if (year > hd_linker_claim(l, level)->period.first.year)
    return false;
  bool marked = false, parted = false;
  hd_str gap = past_marks(hd_linker_gap(l, level, base), &marked);
  size_t n = begins_year(gap);
  hd_str tail = past_marks(hd_linker_gap(l, base, change), &parted);
  hd_str named = past_joints(hd_compare_cut(gap, n));
  if (!n || !marked || !parted ||
      (named.n && !hd_str_eq(named, hd_linker_claim(l, level)->name) &&
       !hd_str_eq(named, hd_linker_claim(l, level)->indicator.text)) ||
      tail.n > CLOSE ||
      hd_linker_claim(l, change)->subject.from == HD_FROM_CLAUSE)
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base is the year before");
  hd_compare_add(l, &link, change);
  return true;
}

/* 高于全省平均水平|(, 低于工业增速|: does the base follow at once? */
static bool leads_to(hd_str rest) {
  static const char *const ends[] = {"(",    "的",   "水平", "增速",
                                     "平均", "均值", NULL};
  for (int i = 0; ends[i]; i++)
    if (hd_str_ends(rest, hd_str_of(ends[i])))
      return true;
  return false;
}

/* 高于平均水平(61.2%): level, base; a change may stand between. */
static void try_bare(hd_linker *l, size_t level) {
  size_t base = level + 1, before = level;
  if (hd_linker_one_sentence(l, level, base + 1) &&
      hd_compare_says_change(l, level, base) &&
      !hd_linker_comparable(l, level, base))
    before = base++;
  if (!hd_linker_one_sentence(l, level, base) ||
      !hd_compare_is_level(l, base) ||
      hd_linker_claim(l, level)->mode != hd_linker_claim(l, base)->mode ||
      !hd_linker_comparable(l, level, base))
    return;
  hd_str gap = hd_linker_gap(l, before, base), rest;
  if (gap.n > NEAR || !opens_comparison(gap, &rest) ||
      hd_str_find(rest, HD_STR(",")) != (size_t)-1 || !leads_to(rest))
    return;
  const hd_token *word =
      hd_compare_word(l, level,
                      (hd_span){hd_linker_figure(l, before)->span.end,
                                hd_linker_figure(l, base)->span.off});
  if (!word)
    return;
  hd_link link = hd_compare_link(l, level, base, "one is said to be more");
  link.cue = word->word;
  link.anchor = word->span;
  hd_linker_add(l, link);
}

void hd_link_compared(hd_linker *l) {
  for (size_t k = 0; k + 1 < l->n_order; k++) {
    if (hd_linker_claim(l, k)->base_cue)
      try_reached(l, k);
    if (hd_compare_is_level(l, k) && !hd_compare_english(l, k) &&
        !try_within(l, k) && !try_behind(l, k) && !try_after(l, k))
      try_bare(l, k);
  }
}
