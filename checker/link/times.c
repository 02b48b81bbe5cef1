/* times: two figures and how many times one is the other.
 *
 * In: claims of one sentence, or paragraph, in order. Out: COMPARE links of
 * level and base, with the multiple as a member or the rate as the rate:
 * - 36.5万吨,是2010年12.1万吨的3倍;
 * - 4 times that of females (9.8 versus 2.5 deaths): the pair in brackets;
 * - men (99 per 100,000) was 62% higher than women (61 per 100,000);
 * - 城镇居民……52310元;农村居民……24560元;城乡居民收入比为2.13:1. */
#include "linker.h"

enum { NEAR = 60, FAR = 120 };

static bool one_sentence(const hd_linker *l, size_t a, size_t b) {
  return b < l->n_order &&
         hd_linker_claim(l, a)->sentence == hd_linker_claim(l, b)->sentence;
}

static hd_str between(const hd_linker *l, size_t a, size_t b) {
  return hd_linker_between(l, hd_linker_figure(l, a)->span.end,
                           hd_linker_figure(l, b)->span.off);
}

static bool has(hd_str s, const char *word) {
  return hd_str_find(s, hd_str_of(word)) != (size_t)-1;
}

static bool has_any(hd_str s, const char *const *words) {
  for (; *words; words++)
    if (has(s, *words))
      return true;
  return false;
}

static void add(hd_linker *l, size_t level, size_t base, size_t times,
                const hd_token *word) {
  hd_link link = hd_link_blank(HD_LINK_COMPARE);
  link.level = hd_linker_ref(l, l->order[level]);
  link.base = hd_linker_ref(l, l->order[base]);
  link.same_sentence = one_sentence(l, level, times);
  link.reason = "one is said to be a multiple of the other";
  if (word) {
    link.cue = word->word;
    link.anchor = word->span;
  }
  if (hd_linker_figure(l, times)->kind == HD_KIND_PERCENT) {
    link.rate = hd_linker_ref(l, l->order[times]);
  } else {
    link.members = HD_NEW(l->arena, hd_claim_ref);
    link.members[0] = hd_linker_ref(l, l->order[times]);
    link.n_members = 1;
  }
  hd_linker_add(l, link);
}

/* 是2010年12.1万吨的3倍: level, base, multiple. */
static void try_of(hd_linker *l, size_t level) {
  static const char *const copulas[] = {"是", "为", "相当于", NULL};
  static const char *const others[] = {"其中", "比", "较", "由", "从", NULL};
  size_t base = level + 1, times = level + 2;
  if (!one_sentence(l, level, times) ||
      hd_linker_figure(l, times)->kind != HD_KIND_MULTIPLE ||
      hd_linker_claim(l, times)->aspects & HD_ASPECT_GROWTH ||
      !hd_linker_comparable(l, level, base))
    return;
  hd_str gap = between(l, level, base);
  if (gap.n <= NEAR && has_any(gap, copulas) && !has_any(gap, others) &&
      hd_str_starts(between(l, base, times), HD_STR("的")))
    add(l, level, base, times, NULL);
}

/* The comparing word right behind a number: 30%| higher than, 2 |times that
 * of. */
static const hd_token *word_behind(const hd_linker *l, size_t k, size_t next) {
  bool times = hd_linker_figure(l, k)->kind == HD_KIND_MULTIPLE;
  hd_span span = {times ? hd_linker_figure(l, k)->number.end
                        : hd_linker_figure(l, k)->span.end,
                  hd_linker_figure(l, next)->span.off};
  const hd_token *word = hd_linker_token(l, hd_linker_claim(l, k)->sentence,
                                         span, HD_WORD_COMPARE, false);
  return word && word->span.off <= span.off + 1 ? word : NULL;
}

static bool is_times(const hd_linker *l, size_t k) {
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return kind == HD_KIND_MULTIPLE || kind == HD_KIND_PERCENT;
}

/* 4 times that of females (9.8 versus 2.5: multiple, level, base. */
static void try_pair(hd_linker *l, size_t times) {
  static const char *const joints[] = {" versus ", " vs ", " vs. ",
                                       " compared with ", NULL};
  size_t level = times + 1, base = times + 2;
  if (!is_times(l, times) || !one_sentence(l, times, base) ||
      !hd_linker_comparable(l, level, base) ||
      hd_linker_figure(l, level)->kind == HD_KIND_PERCENT)
    return;
  const hd_token *word = word_behind(l, times, level);
  hd_str gap = between(l, times, level), joint = between(l, level, base);
  if (!word || gap.n > FAR || joint.n > 16 || !has_any(joint, joints))
    return;
  while (gap.n && strchr("$£€ ", gap.p[gap.n - 1]))
    gap.n--;
  if (hd_str_ends(gap, HD_STR("(")))
    add(l, level, base, times, word);
}

/* (99 per 100,000) were 62% higher than women (61: level, rate, base. */
static void try_brackets(hd_linker *l, size_t level) {
  size_t times = level + 1, base = level + 2;
  if (!one_sentence(l, level, base) || !is_times(l, times) ||
      !hd_linker_comparable(l, level, base) ||
      hd_linker_figure(l, level)->kind == HD_KIND_PERCENT)
    return;
  const hd_token *word = word_behind(l, times, base);
  hd_str lead = between(l, level, times), gap = between(l, times, base);
  if (word && gap.n <= FAR && lead.n <= NEAR && has(lead, ")") &&
      !has(lead, ", ") && !has(gap, ",") && hd_str_ends(gap, HD_STR("(")))
    add(l, level, base, times, word);
}

/* ---- incomes of town and country --------------------------------------- */
typedef struct {
  size_t town, country; /* n_order: none yet */
} incomes;

static bool is_income(const hd_linker *l, size_t k, const char *whose) {
  const hd_claim *c = hd_linker_claim(l, k);
  return hd_linker_figure(l, k)->kind == HD_KIND_AMOUNT &&
         c->aspects & HD_ASPECT_LEVEL && c->mode == HD_MODE_ACTUAL &&
         hd_str_starts(c->name, hd_str_of(whose)) && has(c->name, "收入") &&
         has(c->name, "人均");
}

static void remember(const hd_linker *l, size_t k, incomes *in) {
  if (is_income(l, k, "城镇") && !hd_linker_claim(l, k)->list) {
    in->town = k;
  } else if (is_income(l, k, "农村") && !hd_linker_claim(l, k)->list) {
    in->country = k;
  } else if (is_income(l, k, "城乡") && one_sentence(l, k, k + 1) &&
             hd_linker_claim(l, k)->list_index == 0 &&
             hd_linker_claim(l, k + 1)->list_index == 1 &&
             hd_linker_comparable(l, k, k + 1)) {
    in->town = k;
    in->country = k + 1;
  }
}

/* Is k the ratio of both now, not the year before? */
static bool is_income_ratio(const hd_linker *l, size_t k) {
  static const char *const ratios[] = {"收入比", "倍差", "收入之比", NULL};
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  bool plain = kind == HD_KIND_COUNT && !hd_linker_figure(l, k)->unit;
  return (kind == HD_KIND_RATIO || plain) &&
         hd_str_starts(c->name, HD_STR("城乡")) && has_any(c->name, ratios) &&
         !has(c->name, "增速") && c->mode == HD_MODE_ACTUAL;
}

static bool one_period(const hd_linker *l, size_t a, size_t b) {
  const hd_claim *p = hd_linker_claim(l, a), *q = hd_linker_claim(l, b);
  return p->block == q->block && p->period.first.year == q->period.first.year;
}

static void try_incomes(hd_linker *l, size_t k, const incomes *in) {
  if (in->town == l->n_order || in->country == l->n_order ||
      !is_income_ratio(l, k) || !one_period(l, in->town, k) ||
      !one_period(l, in->country, k))
    return;
  size_t next = k + 1;
  if (one_sentence(l, k, next) && is_income_ratio(l, next) &&
      between(l, k, next).n <= NEAR)
    return; /* 由2.2:1|缩小为2.13:1 */
  add(l, in->town, in->country, k, NULL);
}

void hd_link_times(hd_linker *l) {
  incomes in = {l->n_order, l->n_order};
  bool chinese = l->doc->lang == HD_LANG_ZH;
  for (size_t k = 0; k < l->n_order; k++) {
    if (chinese) {
      try_of(l, k);
      try_incomes(l, k, &in);
      remember(l, k, &in);
    } else {
      try_pair(l, k);
      try_brackets(l, k);
    }
  }
}
