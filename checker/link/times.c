/* times: two figures and how many times one is the other.
 *
 * In: claims of one sentence in order. Out: COMPARE links of
 * level and base, with the multiple as a member or the rate as the rate:
 * - 36.5万吨,是2010年12.1万吨的3倍; 是2010年的3倍,2010年为12.1万吨;
 * - 4 times that of females (9.8 versus 2.5 deaths): the pair in brackets;
 * - 12.4, three times the rate in 1999 (6.1);
 * - men (99 per 100,000) was 62% higher than women (61 per 100,000). */
#include "linker.h"

enum { NEAR = 60, FAR = 120 };

/* (10.4% in 2006 and 16.5% in 2010), (4.2 and 0.46, respectively): figure k is
 * one of several alike; which is compared stays open. */
static bool is_one_of(const hd_linker *l, size_t a, size_t b) {
  if (!hd_linker_one_sentence(l, a, b) || !hd_linker_comparable(l, a, b))
    return false;
  hd_str gap = hd_linker_gap(l, a, b);
  return gap.n <= NEAR && !hd_str_has(gap, "(") && !hd_str_has(gap, ")") &&
         hd_str_has(gap, "and ");
}

static bool stands_alone(const hd_linker *l, size_t k) {
  return !is_one_of(l, k, k + 1) && !(k > 0 && is_one_of(l, k - 1, k));
}

static void add(hd_linker *l, size_t level, size_t base, size_t times,
                const hd_token *word) {
  hd_link link = hd_link_blank(HD_LINK_COMPARE);
  link.level = hd_linker_ref(l, l->order[level]);
  link.base = hd_linker_ref(l, l->order[base]);
  link.same_sentence = hd_linker_one_sentence(l, level, times);
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
  if (!hd_linker_one_sentence(l, level, times) ||
      hd_linker_figure(l, times)->kind != HD_KIND_MULTIPLE ||
      hd_linker_claim(l, times)->aspects & HD_ASPECT_GROWTH ||
      !hd_linker_comparable(l, level, base))
    return;
  hd_str gap = hd_linker_gap(l, level, base);
  if (gap.n <= NEAR && hd_str_has_any(gap, copulas) &&
      !hd_str_has_any(gap, others) &&
      hd_str_starts(hd_linker_gap(l, base, times), HD_STR("的")))
    add(l, level, base, times, NULL);
}

/* 15230元,是2010年的2.5倍,2010年为5076元: level, multiple, base. */
static void try_of_year(hd_linker *l, size_t level) {
  enum { YEAR = 7 }; /* 2010年 */
  size_t times = level + 1, base = level + 2;
  if (!hd_linker_one_sentence(l, level, base) ||
      hd_linker_figure(l, times)->kind != HD_KIND_MULTIPLE ||
      hd_linker_claim(l, times)->aspects & HD_ASPECT_GROWTH ||
      !hd_linker_comparable(l, level, base))
    return;
  hd_str lead = hd_linker_gap(l, level, times),
         gap = hd_linker_gap(l, times, base);
  size_t at = hd_str_find(lead, HD_STR("年的"));
  if (!hd_str_starts(lead, HD_STR(",是")) || at == (size_t)-1 ||
      at + 3 < YEAR || gap.n < 1 + YEAR || gap.n > NEAR)
    return;
  hd_str year = {lead.p + at + 3 - YEAR, YEAR};
  if (hd_str_starts((hd_str){gap.p + 1, gap.n - 1}, year))
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
  if (!is_times(l, times) || !hd_linker_one_sentence(l, times, base) ||
      !hd_linker_comparable(l, level, base) ||
      hd_linker_figure(l, level)->kind == HD_KIND_PERCENT)
    return;
  const hd_token *word = word_behind(l, times, level);
  hd_str gap = hd_linker_gap(l, times, level),
         joint = hd_linker_gap(l, level, base);
  if (!word || gap.n > FAR || joint.n > 16 || !hd_str_has_any(joint, joints))
    return;
  while (gap.n && strchr("$£€ ", gap.p[gap.n - 1]))
    gap.n--;
  if (hd_str_ends(gap, HD_STR("(")))
    add(l, level, base, times, word);
}

/* Does a gap behind a multiple go on with its base: | the rate in 1999 (|6.1?
 */
static bool leads_to_base(hd_str gap) {
  static const char *const words[] = {" the ", " that ", " of the ", NULL};
  bool of = false;
  for (size_t i = 0; words[i]; i++)
    of = of || hd_str_starts(gap, hd_str_of(words[i]));
  while (gap.n && strchr("$£€", gap.p[gap.n - 1]))
    gap.n--;
  return of && gap.n <= NEAR && hd_str_ends(gap, HD_STR("("));
}

/* (77.4 per 1,000 aged 15-19) was five times the rate of some (16.2), three
 * times the rate of others (26.7): the level is not 16.2 but 77.4; n_order
 * where it is not found. */
static size_t compared_level(const hd_linker *l, size_t level) {
  if (level == 0 || !hd_linker_one_sentence(l, level - 1, level) ||
      hd_linker_figure(l, level - 1)->kind != HD_KIND_MULTIPLE ||
      !leads_to_base(hd_linker_gap(l, level - 1, level)))
    return level;
  size_t k = level - 1;
  while (k-- > 0 && hd_linker_one_sentence(l, k, level)) {
    if (hd_linker_comparable(l, k, level))
      return k;
    if (hd_linker_figure(l, k)->kind != HD_KIND_AGE)
      break;
  }
  return l->n_order;
}

/* 12.4 per 100,000, three times the rate in 1999 (6.1: level, multiple, base.
 */
static void try_rate_of(hd_linker *l, size_t near) {
  static const char *const others[] = {" and ", " while ", " but ", NULL};
  size_t times = near + 1, base = near + 2;
  if (!hd_linker_one_sentence(l, near, base) ||
      hd_linker_figure(l, times)->kind != HD_KIND_MULTIPLE ||
      !hd_linker_comparable(l, near, base) || !stands_alone(l, near) ||
      !stands_alone(l, base))
    return;
  hd_str lead = hd_linker_gap(l, near, times);
  if (lead.n > NEAR || !hd_str_has(lead, ", ") ||
      hd_str_has_any(lead, others) ||
      !leads_to_base(hd_linker_gap(l, times, base)))
    return;
  size_t level = compared_level(l, near);
  if (level != l->n_order)
    add(l, level, base, times, NULL);
}

/* three times| as likely to pay as those without (|8%); |more likely than */
static bool compares(hd_str gap) {
  static const char *const heads[] = {" as ", " more ", " higher ", " greater ",
                                      NULL};
  static const char *const tails[] = {" than ", " as ", NULL};
  size_t n = hd_str_starts_any(gap, heads);
  return n > 0 && hd_str_has_any((hd_str){gap.p + n, gap.n - n}, tails);
}

/* men (20%) were twice as likely to be than women (10%): shares are held
 * against a multiple in whole numbers; 2.6 times may be one of odds, or
 * adjusted for something. */
static bool is_share_of_no_times(const hd_linker *l, size_t level,
                                 size_t times) {
  const hd_quantity *q = hd_linker_figure(l, times);
  return hd_linker_figure(l, level)->kind == HD_KIND_PERCENT &&
         (q->kind != HD_KIND_MULTIPLE || q->decimals > 0);
}

/* (99 per 100,000) were 62% higher than women (61: level, rate, base. */
static void try_brackets(hd_linker *l, size_t level) {
  size_t times = level + 1, base = level + 2;
  if (!hd_linker_one_sentence(l, level, base) || !is_times(l, times) ||
      !hd_linker_comparable(l, level, base) ||
      is_share_of_no_times(l, level, times) || !stands_alone(l, level) ||
      !stands_alone(l, base))
    return;
  const hd_token *word = word_behind(l, times, base);
  hd_str lead = hd_linker_gap(l, level, times),
         gap = hd_linker_gap(l, times, base);
  bool of = hd_linker_figure(l, times)->kind == HD_KIND_MULTIPLE &&
            (hd_str_starts(gap, HD_STR(" that ")) ||
             hd_str_starts(gap, HD_STR(" the ")));
  if ((word || of || compares(gap)) && gap.n <= FAR && lead.n <= NEAR &&
      hd_str_has(lead, ")") && !hd_str_has(lead, ", ") &&
      !hd_str_has(gap, ",") && hd_str_ends(gap, HD_STR("("))) {
    level = compared_level(l, level);
    if (level != l->n_order)
      add(l, level, base, times, word);
  }
}

void hd_link_times(hd_linker *l) {
  bool chinese = l->doc->lang == HD_LANG_ZH;
  for (size_t k = 0; k < l->n_order; k++) {
    if (chinese) {
      try_of(l, k);
      try_of_year(l, k);
    } else {
      try_pair(l, k);
      try_brackets(l, k);
      try_rate_of(l, k);
    }
  }
}
