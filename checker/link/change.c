/* change: a level, its increment and its rate, said one behind the other.
 *
 * In: claims of one sentence in order. Out: CHANGE_OF links with at least a
 * level or a base, and two of level, base, increment, rate. */
#include "changes.h"

static bool is_rate(const hd_linker *l, size_t k) {
  return hd_linker_figure(l, k)->kind == HD_KIND_PERCENT &&
         hd_linker_claim(l, k)->aspects & HD_ASPECT_GROWTH &&
         !hd_linker_claim(l, k)->modelled &&
         !(hd_linker_claim(l, k)->aspects & HD_ASPECT_AVERAGE);
}

/* 612.7亿元,……,增速为10.5%: a rate that is named so right behind a figure. */
static bool is_named_rate(const hd_linker *l, size_t k) {
  static const char *const words[] = {"增速",     "增幅",   "增长率",
                                      "增长率为", "增速为", "增幅为",
                                      "增速达",   "增幅达", NULL};
  if (k == 0 || hd_linker_figure(l, k)->kind != HD_KIND_PERCENT ||
      hd_linker_claim(l, k)->aspects & HD_ASPECT_AVERAGE)
    return false;
  hd_str gap = hd_linker_gap(l, k - 1, k);
  if (!hd_str_starts(gap, HD_STR(",")))
    return false;
  gap = (hd_str){gap.p + 1, gap.n - 1};
  if (hd_str_starts(gap, HD_STR("同比")))
    gap = (hd_str){gap.p + 6, gap.n - 6};
  for (int i = 0; words[i]; i++)
    if (hd_str_is(gap, words[i]))
      return true;
  return false;
}

static bool is_increment(const hd_linker *l, size_t k) {
  return hd_linker_claim(l, k)->aspects & HD_ASPECT_INCREMENT &&
         hd_linker_claim(l, k)->direction != HD_FLOW_NONE &&
         !(hd_linker_claim(l, k)->aspects & HD_ASPECT_AVERAGE);
}

static bool follows(const hd_linker *l, size_t a, size_t b) {
  return b < l->n_order &&
         hd_linker_claim(l, b)->sentence == hd_linker_claim(l, a)->sentence &&
         !hd_linker_claim(l, b)->list;
}

/* 达到4862户,全年净增618户: a time in place of a name. */
static bool inherits(const hd_claim *c) {
  static const char *const times[] = {"全年", "当年", "年内", "本年", NULL};
  for (int i = 0; times[i]; i++)
    if (hd_str_is(c->subject.text, times[i]))
      return true;
  return c->subject.from == HD_FROM_EARLIER ||
         c->indicator.from == HD_FROM_EARLIER;
}

/* 133972万人|相比, whatever a bracket before it holds. */
static bool is_compared(const hd_linker *l, size_t k) {
  uint32_t at = hd_linker_figure(l, k)->span.end;
  uint32_t end = l->text->sentences[hd_linker_claim(l, k)->sentence].span.end;
  hd_str rest = hd_linker_between(l, at, end);
  return hd_str_starts(rest, HD_STR("相比")) ||
         hd_str_starts(rest, HD_STR("相较"));
}

/* 比|2010年的3.33人, 较|上年的: the word compares, where a time or what is held
 * against follows it (not 占比, 较快, 比重). */
static bool compares(hd_str s) {
  static const char *const words[] = {"比", "较", "与", "同", NULL};
  static const char *const behind[] = {"上", "去", "同", "前", "年",
                                       "全", "预", "计", "第", "“",
                                       "期", "其", "该", NULL};
  enum { HAN = 3 };
  for (size_t i = 0; i + HAN < s.n; i++) {
    hd_str rest = {s.p + i + HAN, s.n - i - HAN};
    bool word = false;
    for (int k = 0; words[k] && !word; k++) /* 与 and 同 mostly only join */
      word = memcmp(s.p + i, words[k], HAN) == 0 && (k < 2 || i == 0);
    if (!word)
      continue;
    if (hd_ascii_is_digit(rest.p[0]))
      return true;
    if (hd_str_starts_any(rest, behind))
      return true;
  }
  return false;
}

/* Is the figure a base: 与……442854人相比, 比2010年的3.33人, 上年同期为50亿元?
 */
static bool is_base(const hd_linker *l, size_t k) {
  static const char *const words[] = {"than", "compared with", "compared to",
                                      "versus", NULL};
  static const char *const years[] = {"上年", "去年", "同期", NULL};
  const hd_claim *c = hd_linker_claim(l, k);
  uint32_t off = l->text->clauses[c->clause].span.off;
  uint32_t at = hd_linker_figure(l, k)->span.off;
  if (at - off > 120)
    off = at - 120;
  hd_str s = hd_linker_between(l, off, at);
  if (is_compared(l, k) || (l->doc->lang != HD_LANG_EN && compares(s)))
    return true;
  return hd_str_has_any(s, words) || hd_str_starts_any(s, years);
}

/* reached 62 million tons in 2008 |before dropping 40 million tons: the figure
 * is what the change begins with. */
static bool precedes(const hd_linker *l, size_t k, size_t change) {
  return l->doc->lang == HD_LANG_EN &&
         hd_str_find(hd_linker_gap(l, k, change), HD_STR(" before ")) !=
             (size_t)-1;
}

bool hd_change_gives_reasons(hd_str gap) {
  static const char *const words[] = {
      "due to",    "owing to",   "thanks to", "driven ", "because", "attribut",
      "result of", "resulting ", "reflect",   "offset ", "主要系",  "主要是",
      "主要由于",  "主要原因",   "得益于",    NULL};
  return hd_str_has_any(gap, words);
}

bool hd_change_leaves_bracket(const hd_linker *l, size_t level, size_t change) {
  hd_str gap = hd_linker_gap(l, level, change);
  return l->doc->lang == HD_LANG_EN && hd_str_starts(gap, HD_STR(")")) &&
         hd_str_find(gap, HD_STR(" and ")) < gap.n;
}

/* The level and a change of it that one sentence tells. */
static void add_change(hd_linker *l, size_t level, size_t change) {
  const hd_claim *c = hd_linker_claim(l, change);
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  link.level = hd_linker_ref(l, l->order[level]);
  hd_linker_set_change(l, change, &link);
  link.cue = c->cue;
  link.anchor = c->verb;
  link.same_sentence = true;
  hd_linker_add(l, link);
}

/* 就业率77.8%,同比提高1.2个百分点: a percentage that is a level, and points of
 * change right behind it. */
static void try_points(hd_linker *l, size_t k) {
  enum { NEAR = 40 };
  size_t next = k + 1;
  const hd_claim *c = hd_linker_claim(l, k);
  if (!follows(l, k, next) || c->list ||
      c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT))
    return;
  const hd_claim *d = hd_linker_claim(l, next);
  uint32_t off = hd_linker_figure(l, k)->span.end;
  uint32_t end = hd_linker_figure(l, next)->span.off;
  if (hd_linker_figure(l, next)->kind != HD_KIND_POINT || end - off > NEAR ||
      !d->cue || d->cue->cls != HD_WORD_CHANGE || !inherits(d) ||
      (d->direction != HD_FLOW_UP && d->direction != HD_FLOW_DOWN) ||
      l->text->sentences[c->sentence].cell != HD_NONE)
    return;
  add_change(l, k, next);
}

/* 地区生产总值增长6%、突破2.6万亿元: the rate stands before its level. */
static void try_rate_first(hd_linker *l, size_t k) {
  enum { NEAR = 24 };
  static const char *const reach[] = {"达", "突破", "超", "为", NULL};
  size_t next = k + 1;
  const hd_claim *c = hd_linker_claim(l, k);
  if (!is_rate(l, k) || !follows(l, k, next) || c->list || !c->cue ||
      c->cue->cls != HD_WORD_CHANGE || c->base_cue ||
      (c->direction != HD_FLOW_UP && c->direction != HD_FLOW_DOWN))
    return;
  const hd_claim *d = hd_linker_claim(l, next);
  hd_kind kind = hd_linker_figure(l, next)->kind;
  const hd_quantity *q = hd_linker_figure(l, k);
  uint32_t end = q->approx.end > q->span.end ? q->approx.end : q->span.end;
  hd_str gap = hd_linker_between(l, end, hd_linker_figure(l, next)->span.off);
  bool joined =
      hd_str_starts(gap, HD_STR("、")) || hd_str_starts(gap, HD_STR(","));
  bool after_level =
      k > 0 && follows(l, k - 1, k) && hd_linker_comparable(l, k - 1, next);
  if ((kind != HD_KIND_AMOUNT && kind != HD_KIND_COUNT) || gap.n > NEAR ||
      !joined || !hd_str_has_any(gap, reach) || after_level ||
      c->clause + 1 < d->clause || d->subject.from == HD_FROM_CLAUSE ||
      d->indicator.from == HD_FROM_CLAUSE || d->aspects != HD_ASPECT_LEVEL)
    return;
  add_change(l, next, k);
}

/* 常住人口579101人,与2010年的442854人|相比: the level before the base. */
static size_t level_of_base(const hd_linker *l, size_t k) {
  if (k == 0 || !is_compared(l, k))
    return l->n_order;
  const hd_claim *c = hd_linker_claim(l, k), *b = hd_linker_claim(l, k - 1);
  return b->sentence == c->sentence && hd_linker_comparable(l, k - 1, k) &&
                 !b->list && b->aspects == HD_ASPECT_LEVEL
             ? k - 1
             : l->n_order;
}

/* 运行维护费2883万元(其中购置100万元、运行2783万元),比上年减少419万元: the
 * level before the bracket that ends between k and its change, which is of
 * that; k where no bracket does, HD_NONE where the level is not found. */
static size_t level_before_bracket(const hd_linker *l, size_t k) {
  enum { MOST = 8 }; /* figures in the bracket */
  const hd_claim *inner = hd_linker_claim(l, k);
  const hd_claim *c = hd_linker_claim(l, k + 1);
  hd_str gap = hd_linker_gap(l, k, k + 1);
  if (l->doc->lang == HD_LANG_EN || !hd_str_starts(gap, HD_STR(")")) ||
      hd_str_eq(inner->name, c->name))
    return k;
  for (size_t i = k, n = 0; i-- > 0 && n < MOST; n++) {
    const hd_claim *b = hd_linker_claim(l, i);
    if (b->sentence != c->sentence)
      break;
    if (hd_str_eq(b->name, c->name))
      return b->aspects == HD_ASPECT_LEVEL ? i : HD_NONE;
  }
  return HD_NONE;
}

/* 支出86.4亿元,|为预算的97.2%,比上年增加4.1亿元: how far a plan or a whole is
 * reached stands between the level and what it changed by. */
static size_t behind_completion(const hd_linker *l, size_t k) {
  static const char *const plans[] = {"预算", "计划", "任务", "占", NULL};
  static const char *const bases[] = {"比上年", "比去年",   "较上年",
                                      "较去年", "同比",     "比2",
                                      "较2",    "上年同期", NULL};
  size_t next = k + 1;
  if (l->doc->lang == HD_LANG_EN || !follows(l, k, next) ||
      !follows(l, k, next + 1) ||
      hd_linker_figure(l, next)->kind != HD_KIND_PERCENT ||
      hd_linker_claim(l, next)->aspects & HD_ASPECT_GROWTH ||
      !is_increment(l, next + 1))
    return next;
  hd_str before = hd_linker_gap(l, k, next);
  hd_str behind = hd_linker_gap(l, next, next + 1);
  bool between =
      hd_str_starts(before, HD_STR(",")) && hd_str_has_any(before, plans) &&
      hd_str_starts(behind, HD_STR(",")) && hd_str_has_any(behind, bases) &&
      !hd_str_has_any(behind, plans);
  return between ? next + 1 : next;
}

/* 2023年预算执行数为357.56万元,2024年预算安排460.85万元,比2023年预算执行数增加28.89%:
 * the only figure of the sentence before the level that is of the year the
 * change is told against; n_order for none. */
static size_t base_of_year(const hd_linker *l, size_t level, size_t change) {
  enum {
    FIGURES = 6,
    OTHER = HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT | HD_ASPECT_SHARE |
            HD_ASPECT_AVERAGE
  };
  const hd_claim *c = hd_linker_claim(l, change);
  const hd_claim *at = hd_linker_claim(l, level);
  int year = c->base.first.year;
  size_t found = l->n_order;
  if (l->doc->lang == HD_LANG_EN || !year || year == at->period.first.year)
    return found;
  for (size_t k = level; k-- > 0 && k + FIGURES >= level;) {
    const hd_claim *b = hd_linker_claim(l, k);
    if (b->sentence != at->sentence)
      break;
    if (b->aspects & OTHER || b->list || !hd_linker_comparable(l, k, level) ||
        b->period.from != HD_FROM_CLAUSE || b->period.first.year != year ||
        b->period.last.year != year)
      continue;
    if (found != l->n_order)
      return l->n_order;
    found = k;
  }
  return found;
}

/* k is a level or base, followed by an increment and/or a rate. */
static void try_level(hd_linker *l, size_t k) {
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  size_t first = behind_completion(l, k), next = first;
  if (follows(l, k, next) && is_increment(l, next) &&
      hd_linker_comparable(l, k, next) &&
      (inherits(hd_linker_claim(l, next)) || is_base(l, k))) {
    link.increment = hd_linker_ref(l, l->order[next]);
    next++;
  }
  if (follows(l, k, next) &&
      ((is_rate(l, next) && inherits(hd_linker_claim(l, next))) ||
       (next > first && is_named_rate(l, next)))) {
    link.rate = hd_linker_ref(l, l->order[next]);
    next++;
  }
  if (l->doc->lang == HD_LANG_ZH && next == k + 2 &&
      link.increment.claim == HD_NONE && follows(l, k, next) &&
      is_increment(l, next) && hd_linker_comparable(l, k, next) &&
      inherits(hd_linker_claim(l, next)) &&
      !hd_change_gives_reasons(hd_linker_gap(l, k + 1, next))) {
    link.increment = hd_linker_ref(l, l->order[next]);
    next++;
  }
  if (next == first || hd_change_gives_reasons(hd_linker_gap(l, k, first)) ||
      hd_change_leaves_bracket(l, k, k + 1))
    return;
  size_t level = level_before_bracket(l, k);
  if (level == HD_NONE || (level != k && !hd_linker_comparable(l, level, k)))
    return;
  if (is_base(l, k) || precedes(l, k, first)) {
    level = level_of_base(l, k);
    link.base = hd_linker_ref(l, l->order[k]);
    if (level != l->n_order)
      link.level = hd_linker_ref(l, l->order[level]);
  } else {
    link.level = hd_linker_ref(l, l->order[level]);
    size_t base = base_of_year(l, level, first);
    if (base != l->n_order)
      link.base = hd_linker_ref(l, l->order[base]);
  }
  const hd_claim *c = hd_linker_claim(l, next - 1);
  link.cue = c->cue;
  link.anchor = c->verb;
  link.same_sentence = true;
  hd_link_said(l, k, next, &link);
  hd_linker_add(l, link);
}

void hd_link_changes(hd_linker *l) {
  for (size_t k = 0; k + 1 < l->n_order; k++) {
    hd_kind kind = hd_linker_figure(l, k)->kind;
    if (kind == HD_KIND_PERCENT && l->doc->lang != HD_LANG_EN) {
      try_points(l, k);
      try_rate_first(l, k);
    }
    if (kind != HD_KIND_AMOUNT && kind != HD_KIND_COUNT &&
        kind != HD_KIND_INDEX)
      continue;
    if (!is_increment(l, k) && hd_linker_claim(l, k)->list == 0)
      try_level(l, k);
  }
  if (l->doc->lang == HD_LANG_EN)
    hd_changes_english(l);
  else
    hd_changes_chinese(l);
}
