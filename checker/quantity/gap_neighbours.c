/* gap_neighbours: the last word on a lost number in Chinese text.
 *
 * In: a word, and whether the rest of it made a gap of it. Out: that gap, none,
 * or one more. Each character beside a word has a weight (gap_beside.c): how
 * much oftener it stands there where the number is lost than where none was
 * due. */
#include "gap_zh.h"

/* What weight of its neighbours (half units) is enough by itself: the more
 * else a word may be, the more. Chosen on 4.3 million characters that the
 * weights were not counted in. */
static int least_weight(uint32_t roles) {
  return roles & GAP_DIRECT    ? 24
         : roles & GAP_WEAK    ? 18
         : roles & GAP_MEASURE ? 8
                               : 13;
}

/* 亿元以上, 万吨以上 are classes of projects and ships; 万人以上 is none. */
static bool names_class(hd_str word) {
  return !hd_str_ends(word, HD_STR("人")) && !hd_str_ends(word, HD_STR("户")) &&
         !hd_str_ends(word, HD_STR("套"));
}

/* 超|万亿元, 实施|亿元项目, 新增|万亿立方米: a scale that may be the number. */
static bool is_round(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  hd_str left = hd_gap_before(s, c->left_end);
  return hd_gap_is_scaled(word) &&
         (c->right == GAP_RIGHT_WORD || (c->beyond && names_class(word)) ||
          hd_str_starts(word, HD_STR("万亿")) ||
          hd_str_ends(left, HD_STR("上")) ||
          hd_gap_roles_before(s->words, left) & (GAP_VERGE | GAP_LOOSE));
}

/* 和平共处等|项原则 is good old style. */
static bool is_old_style(const hd_gap_search *s, const hd_gap_word *c) {
  return hd_str_ends(hd_gap_before(s, c->off), HD_STR("等")) &&
         hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "项");
}

/* Is it a word by itself that stands where a number may? */
static bool may_lack(const hd_gap_search *s, const hd_gap_word *c) {
  enum {
    COUNTED = GAP_UNIT | GAP_MEASURE | GAP_CLASSIFIER | GAP_WEAK | GAP_DIRECT |
              GAP_SCALE
  };
  return c->roles & COUNTED && !(c->roles & (GAP_DATE | GAP_ABOUT)) &&
         c->left != GAP_LEFT_OTHER && c->left != GAP_LEFT_ORDINAL &&
         !hd_gap_is_doubled(s, c) && !is_old_style(s, c) &&
         !hd_gap_is_bound(s, c) && !hd_gap_is_particle(s, c);
}

/* Does more than the nearest words say so: 建成…|家, 2条…、…|条? */
static bool is_count_due(const hd_gap_search *s, const hd_gap_word *c) {
  return hd_gap_has_cue(s, c->off, GAP_CUE | GAP_COUNT) ||
         hd_gap_has_parallel(s, c) || hd_gap_has_twin(s, c);
}

/* Do two characters stand before it that its numbers follow, and it never:
 * 突破|亿元? */
static bool follows_pair(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  return hd_gap_beside_pair(s->words->beside, word, hd_gap_before(s, c->off));
}

/* What weight is enough: less at a clause's end where a fellow is counted
 * (出台规章5部、废止|部。). */
static int weight_due(const hd_gap_search *s, const hd_gap_word *c,
                      int weight) {
  enum { TWIN = 10 };
  int least = least_weight(c->roles);
  bool near = weight < least && weight >= least - TWIN;
  return near && c->right == GAP_RIGHT_END && hd_gap_has_parallel(s, c)
             ? least - TWIN
             : least;
}

void hd_gap_hear_neighbours(hd_gap_search *s, hd_gap_word *c, size_t known) {
  enum { VETO = 1, COUNTS = GAP_CLASSIFIER | GAP_WEAK | GAP_DIRECT };
  bool found = s->gaps->n > known;
  if (found ? !(c->roles & (GAP_CLASSIFIER | GAP_MEASURE)) : !may_lack(s, c))
    return;
  bool pair = follows_pair(s, c);
  if (!found && !pair && is_round(s, c))
    return;
  hd_str word = {s->text + c->off, c->end - c->off};
  int weight =
      hd_gap_beside_weight(s->words->beside, word, hd_gap_before(s, c->off),
                           hd_gap_behind(s, c->end));
  if (found && weight < VETO && !pair && !is_count_due(s, c))
    s->gaps->n = known;
  if (found || (!pair && weight < weight_due(s, c, weight)))
    return;
  hd_gap_weigh(s, c);
  if (c->stand.margin >= 0)
    hd_gap_add(s, c->roles & COUNTS ? HD_GAP_CLASSIFIER : HD_GAP_UNIT, c->off,
               c->end, 60);
}
