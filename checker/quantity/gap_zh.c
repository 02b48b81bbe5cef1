/* gap_zh: lost numbers in Chinese text.
 *
 * In: a place where a word may start that wants a number before it. Out: a
 * gap, or none. What stands to the left decides first (a number or what does
 * for one: no gap), then what stands to the right (a clause's end, a noun),
 * then the cut into words: 家 in 国家 wants no number. The words before the
 * gap are never named; of them only those have a role that govern figures
 * (达到, 超) or exclude them (首, 某, 之). */
#include "../text/vocabulary.h"
#include "gap_veto.h"

enum { /* margins in half units, see hd_gap_stands */
       END_MARGIN = -4,
       PARALLEL_MARGIN = -9,
       WEAK_MARGIN = 3,
       NOUN_MARGIN = 6,
       MEASURE_MARGIN = 8,
       JOINED_MARGIN = 12
};

/* Does a verb of zh/verb stand at off? */
static bool acts(const hd_gap_search *s, uint32_t off, uint32_t end) {
  return hd_vocabulary_verb(s->vocabulary, s->text, off, end) != NULL;
}

/* Is the word before it a verb: 死亡|人? */
static bool follows_verb(const hd_gap_search *s, const hd_gap_word *c) {
  uint32_t n = c->stand.left * 3;
  return n && acts(s, c->left_end - n, c->left_end);
}

/* Does a noun or verb stand before the word, none that governs figures? */
static bool follows_word(const hd_gap_word *c) {
  if (c->left != GAP_LEFT_WORD)
    return false;
  if (c->left_end < c->off)
    return !c->split;
  if (c->before & (GAP_LOOSE | GAP_LEFT | GAP_FUNCTION))
    return c->before & GAP_LOOSE && c->stand.left_unknown;
  return c->stand.left >= 2 || c->stand.left_unknown;
}

/* 服务站|个: a word made of a longer one and a character. */
static bool follows_derived(const hd_gap_word *c) {
  enum { NO_NOUN = GAP_LOOSE | GAP_LEFT | GAP_FUNCTION | GAP_VERGE };
  return c->left == GAP_LEFT_WORD && c->stand.left_derived &&
         !(c->before & NO_NOUN);
}

/* 达到|家, 超|公里: a word that governs figures and nothing else stands
 * before it. 为 and 到 govern much else. */
static bool follows_governor(const hd_gap_word *c) {
  return c->left == GAP_LEFT_WORD && c->left_end == c->off &&
         c->before & (GAP_VERGE | GAP_REACH) && !(c->before & GAP_FUNCTION);
}

/* ---- units -----------------------------------------------------------------
 */

static void judge_share(hd_gap_search *s, hd_gap_word *c) {
  hd_str right = hd_gap_behind(s, c->end);
  bool first = c->left == GAP_LEFT_START && c->left_end == s->sentence.off;
  if (c->left == GAP_LEFT_OTHER || c->left == GAP_LEFT_ORDINAL || first)
    return;
  if (right.n && (signed char)right.p[0] > ' ' && !strchr(".,;!?)", right.p[0]))
    return;
  hd_gap_add(s, HD_GAP_UNIT, c->off, c->end, 90);
}

/* 万元, 亿千瓦时 */
static bool is_scaled(hd_str word) {
  return hd_str_starts(word, HD_STR("万")) || hd_str_starts(word, HD_STR("亿"));
}

/* May a unit that begins with 万 or 亿 be a whole number here (超亿元,
 * 亿元以上项目)? */
static bool may_be_whole(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  bool scaled = is_scaled(word);
  bool large = hd_str_starts(word, HD_STR("万亿"));
  return scaled && (c->before & GAP_VERGE || (c->beyond && !c->about) ||
                    (large && c->before & GAP_REACH));
}

/* 总投资为|亿元|的工程: before 的, with a word that reaches before it. */
static bool is_attribute(const hd_gap_search *s, const hd_gap_word *c) {
  return hd_str_starts(hd_gap_behind(s, c->end), HD_STR("的")) &&
         hd_gap_roles_before(s->words, hd_gap_before(s, c->left_end)) &
             GAP_REACH;
}

/* 现金红利|元(含税), 下降到|微克/立方米 */
static bool precedes_mark(const hd_gap_search *s, const hd_gap_word *c) {
  return c->end < s->sentence.end &&
         (s->text[c->end] == '(' || s->text[c->end] == '/');
}

/* 名、优、特、新产品: one of several signs. */
static bool is_sign(const hd_gap_search *s, const hd_gap_word *c) {
  enum { MARK = 3, SIGN = 3 };
  hd_str right = hd_gap_behind(s, c->end);
  return right.n > 2 * MARK + SIGN && hd_str_starts(right, HD_STR("、")) &&
         hd_str_starts((hd_str){right.p + MARK + SIGN, right.n - MARK - SIGN},
                       HD_STR("、"));
}

/* 台湾劳动党主席吴荣|元,: the end of a name; single characters that make no
 * word before it, none that governs figures. */
static bool ends_name(const hd_gap_search *s, const hd_gap_word *c) {
  return hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "元") &&
         c->left == GAP_LEFT_WORD && c->left_end == c->off &&
         c->stand.left_unknown && c->stand.left < 2 &&
         !(c->before & (GAP_REACH | GAP_VERGE));
}

static void judge_unit(hd_gap_search *s, hd_gap_word *c) {
  bool mark = precedes_mark(s, c);
  bool end =
      c->right == GAP_RIGHT_END || mark || c->rises || is_attribute(s, c);
  if ((c->left == GAP_LEFT_LIST || c->left == GAP_LEFT_QUOTE) && end && !mark) {
    hd_gap_add(s, HD_GAP_UNIT, c->off, c->end, 80);
    return;
  }
  if (c->left != GAP_LEFT_WORD || (c->right == GAP_RIGHT_OTHER && !mark))
    return;
  if ((!end && !(c->roles & GAP_MEASURE)) || hd_gap_is_bound(s, c))
    return;
  hd_gap_weigh(s, c);
  if (c->stand.margin < (end ? 0 : MEASURE_MARGIN) || may_be_whole(s, c))
    return;
  if ((c->rises && !(c->before & GAP_REACH)) || ends_name(s, c))
    return;
  bool governed = c->before & (GAP_REACH | GAP_VERGE) && (end || c->beyond);
  if (governed || follows_word(c) || (end && follows_derived(c)))
    hd_gap_add(s, HD_GAP_UNIT, c->off, c->end, end ? 85 : 70);
}

/* 27.万亩: the decimals are lost. Only inside a clause: 1.万 is a marker. */
static bool lost_decimals(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str left = hd_gap_before(s, c->off);
  size_t n = left.n;
  if (n < 2 || left.p[n - 1] != '.')
    return false;
  n--;
  size_t end = n;
  while (n && left.p[n - 1] >= '0' && left.p[n - 1] <= '9')
    n--;
  return n && n < end && (unsigned char)left.p[n - 1] >= 0x80;
}

/* 万 or 亿 and a unit behind it: the end of the whole; `end` if there is
 * none. */
static uint32_t scaled_unit(const hd_gap_search *s, uint32_t end) {
  enum { COUNTED = GAP_UNIT | GAP_MEASURE | GAP_CLASSIFIER | GAP_WEAK };
  size_t used;
  hd_str rest = hd_gap_behind(s, end);
  if (hd_gap_roles_at(s->words, rest, &used) & COUNTED)
    return end + (uint32_t)used;
  if (s->units && hd_units_at(s->units, rest.p, rest.n, &used))
    return end + (uint32_t)used;
  return end;
}

static void judge_scale(hd_gap_search *s, hd_gap_word *c) {
  uint32_t end = scaled_unit(s, c->end);
  hd_str left = hd_gap_before(s, c->off);
  if (end == c->end)
    return;
  if (left.n >= 6 && memcmp(left.p + left.n - 6, "千", 3) == 0)
    return; /* 千乡万村 */
  c->end = end;
  c->roles = GAP_UNIT;
  hd_gap_look(s, c);
  judge_unit(s, c);
}

/* ---- classifiers -----------------------------------------------------------
 */

/* Behind 和 that only joins nouns: 机关和|家事业单位, or behind 的: 批建的|家|
 * 实验室. */
static bool is_joined(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str left = hd_gap_before(s, c->off);
  bool etc = hd_str_ends(left, HD_STR("等")),
       of = hd_str_ends(left, HD_STR("的"));
  return c->left == GAP_LEFT_WORD && c->left_end == c->off &&
         c->stand.margin >= (etc ? NOUN_MARGIN : JOINED_MARGIN) &&
         (of || c->before & GAP_CLOSING);
}

/* Behind 、 between nouns: 12个试点县、|个|示范县. */
static bool follows_comma(const hd_gap_search *s, const hd_gap_word *c) {
  return c->left_end == c->off &&
         hd_str_ends(hd_gap_before(s, c->off), HD_STR("、"));
}

/* 14个集体、|名|个人: is what stands before the 、 counted? */
static bool follows_count(const hd_gap_search *s, const hd_gap_word *c) {
  enum { FARTHEST = 30 };
  hd_str left = hd_gap_before(s, c->off - 3);
  size_t n = 0;
  while (n < FARTHEST && n < left.n) {
    unsigned char byte = (unsigned char)left.p[left.n - 1 - n++];
    if (byte < 0x80 && byte != ' ')
      return byte >= '0' && byte <= '9' && c->stand.margin >= JOINED_MARGIN;
  }
  return false;
}

/* At a clause's end: 新建食堂|个。 */
static bool lacks_at_end(const hd_gap_search *s, const hd_gap_word *c) {
  bool reaches = c->before & GAP_REACH && c->before & GAP_FUNCTION;
  if (c->left == GAP_LEFT_LIST || hd_gap_has_twin(s, c))
    return true;
  if (reaches && c->left_end == c->off)
    return c->stand.margin >= NOUN_MARGIN; /* 恢复至|条。 */
  bool sure = c->stand.margin >= HD_GAP_SURE && c->left_end == c->off;
  if (sure && follows_derived(c) && hd_gap_has_cue(s, c->off, GAP_CUE))
    return true;
  if (!follows_word(c))
    return false;
  if (c->stand.left_unknown && c->stand.left < 2) { /* 来到刘晓芳|家 */
    bool home = hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "家");
    return c->stand.margin >= 0 && (hd_gap_has_cue(s, c->off, GAP_COUNT) ||
                                    (!home && hd_gap_has_parallel(s, c)));
  }
  if (sure)
    return true;
  if (c->stand.margin >= END_MARGIN && hd_gap_has_cue(s, c->off, GAP_CUE))
    return true;
  return c->stand.margin >= PARALLEL_MARGIN &&
         (hd_gap_has_parallel(s, c) || hd_gap_has_cue(s, c->off, GAP_COUNT));
}

/* Before a noun: 选派|名|金融特派员, |家|企业退出. */
static bool lacks_before_noun(const hd_gap_search *s, const hd_gap_word *c) {
  bool quote = (unsigned char)s->text[c->end] < 0xE4;
  bool starts = c->left == GAP_LEFT_START && c->stand.right; /* ,|个|省 */
  if (c->stand.margin < NOUN_MARGIN ||
      (c->stand.right < 2 && !quote && !c->beyond && !starts))
    return false;
  if (c->left == GAP_LEFT_OTHER)
    return follows_comma(s, c) &&
           (hd_gap_has_parallel(s, c) || follows_count(s, c));
  return c->left == GAP_LEFT_START || c->left == GAP_LEFT_LIST ||
         is_joined(s, c) || follows_word(c);
}

/* 共有车辆|辆。: the noun before it ends in the classifier, and nothing follows
 * that each of them could do. */
static bool is_owned(const hd_gap_search *s, hd_gap_word *c) {
  if (c->right != GAP_RIGHT_END || c->closed || c->left_end < c->off)
    return false;
  hd_gap_weigh(s, c);
  return c->stand.left >= 2;
}

static void judge_classifier(hd_gap_search *s, hd_gap_word *c) {
  bool end = c->right == GAP_RIGHT_END;
  if (c->right == GAP_RIGHT_OTHER || (c->left == GAP_LEFT_OTHER && end))
    return;
  if ((hd_gap_is_doubled(s, c) && !is_owned(s, c)) || is_sign(s, c))
    return;
  if (!end && !c->beyond && hd_gap_is_bound(s, c))
    return;
  hd_gap_weigh(s, c);
  bool lost = end ? lacks_at_end(s, c) : lacks_before_noun(s, c);
  if (lost || (follows_governor(c) && c->stand.margin >= NOUN_MARGIN))
    hd_gap_add(s, HD_GAP_CLASSIFIER, c->off, c->end, 80);
}

/* Does a word that governs figures end before off (不少于, 超过), whatever its
 * last character may be alone? */
static bool is_governed(const hd_gap_search *s, uint32_t off) {
  hd_str left = hd_gap_before(s, off);
  for (size_t n = 6; n <= 9 && n <= left.n; n += 3)
    if (hd_gap_roles(s->words, (hd_str){left.p + left.n - n, n}) &
        (GAP_REACH | GAP_VERGE))
      return true;
  return false;
}

/* Is a count due at a classifier that is much else? Behind a cue, in a list
 * of counts, with a fellow near by, or before 以上. */
static bool is_due(const hd_gap_search *s, const hd_gap_word *c) {
  uint32_t left = hd_gap_roles_before(s->words, hd_gap_before(s, c->off));
  bool etc = hd_str_ends(hd_gap_before(s, c->off), HD_STR("等"));
  if (c->left == GAP_LEFT_LIST || c->beyond || left & GAP_CUE ||
      is_governed(s, c->off))
    return true;
  if (etc && c->right == GAP_RIGHT_WORD) /* 等项 is good old style by itself */
    return hd_gap_has_parallel(s, c);
  if (!(c->roles & GAP_DIRECT) && hd_gap_has_cue(s, c->off, GAP_CUE))
    return true;
  bool direct = c->roles & GAP_DIRECT && c->left_end == c->off;
  if (hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "户"))
    direct = direct && c->right != GAP_RIGHT_END; /* 企业法人|户。 */
  return (!direct || follows_verb(s, c)) && hd_gap_has_parallel(s, c);
}

/* 增长|所消费的, 受……压力|所左右: the particle before a verb of two characters
 * that is followed by 的, or behind 受, 为 or 被. */
static bool is_passive(const hd_gap_search *s, const hd_gap_word *c) {
  enum { VERB = 6, FARTHEST = 45 };
  if (!hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "所"))
    return false;
  hd_str right = hd_gap_behind(s, c->end), left = hd_gap_before(s, c->off);
  if (c->right != GAP_RIGHT_WORD && !hd_str_starts(right, HD_STR("左右")))
    return false;
  if (right.n > VERB &&
      hd_str_starts((hd_str){right.p + VERB, right.n - VERB}, HD_STR("的")))
    return true;
  for (size_t n = 3; n <= FARTHEST && n <= left.n; n += 3) {
    hd_str at = {left.p + left.n - n, n};
    if ((unsigned char)at.p[0] < 0x80)
      return false;
    if (hd_str_starts(at, HD_STR("受")) || hd_str_starts(at, HD_STR("被")))
      return true;
  }
  return false;
}

/* 建设|所|需要, 投资|只|完成: the particle, no classifier. */
static bool is_particle(const hd_gap_search *s, const hd_gap_word *c) {
  size_t used;
  hd_str left = hd_gap_before(s, c->off), right = hd_gap_behind(s, c->end);
  if (!(c->roles & GAP_FUNCTION) || c->right != GAP_RIGHT_WORD)
    return false;
  return is_passive(s, c) || !(hd_gap_roles_before(s->words, left) & GAP_CUE) ||
         hd_gap_roles_at(s->words, right, &used) & GAP_LEFT ||
         acts(s, c->end, s->sentence.end);
}

static void judge_weak(hd_gap_search *s, hd_gap_word *c) {
  bool end = c->right == GAP_RIGHT_END && !c->closed;
  bool noun = !end && !c->beyond;
  bool direct = c->roles & GAP_DIRECT;
  if ((c->left != GAP_LEFT_WORD && c->left != GAP_LEFT_LIST) ||
      c->right == GAP_RIGHT_OTHER ||
      (hd_gap_is_doubled(s, c) && !is_owned(s, c)))
    return;
  if ((noun && (direct || hd_gap_is_bound(s, c) || is_particle(s, c))) ||
      is_passive(s, c))
    return;
  if (!is_due(s, c))
    return;
  hd_gap_weigh(s, c);
  if (c->stand.margin < (end ? WEAK_MARGIN : NOUN_MARGIN) ||
      (noun && c->stand.right < 2))
    return;
  bool derived =
      !direct && !noun && c->stand.margin >= HD_GAP_SURE && follows_derived(c);
  bool etc = noun && c->before & GAP_CLOSING; /* 等|项|经验 */
  if (c->left == GAP_LEFT_LIST || derived || follows_word(c) || etc ||
      follows_governor(c) || is_governed(s, c->off))
    hd_gap_add(s, HD_GAP_CLASSIFIER, c->off, c->end, 65);
}

/* 第位: the ordinal is lost; but 及第. */
static void judge_ordinal(hd_gap_search *s, hd_gap_word *c) {
  hd_gap_word nth = *c;
  if (c->left_end < c->off)
    return;
  nth.off -= 3;
  hd_gap_weigh(s, &nth);
  if (nth.stand.margin >= 0)
    hd_gap_add(s, HD_GAP_CLASSIFIER, c->off, c->end, 80);
}

/* ---- the rest --------------------------------------------------------------
 */

/* 余所 without 三百, 多万 without a number: what stands behind numbers. */
static void judge_about(hd_gap_search *s, hd_gap_word *c) {
  enum { COUNTED = GAP_UNIT | GAP_MEASURE | GAP_CLASSIFIER | GAP_WEAK };
  size_t used;
  if (c->left != GAP_LEFT_WORD)
    return;
  uint32_t roles = hd_gap_roles_at(s->words, hd_gap_behind(s, c->end), &used);
  bool scale = roles & GAP_SCALE || is_scaled(hd_gap_behind(s, c->end));
  bool many = hd_str_is((hd_str){s->text + c->off, c->end - c->off}, "多");
  if (!scale && (many || !(roles & COUNTED)))
    return; /* 多家 needs no number */
  hd_gap_word pair = *c;
  pair.end = c->end + (uint32_t)used;
  hd_gap_look(s, &pair);
  hd_gap_weigh(s, &pair);
  if (pair.stand.margin < 0 || pair.before & GAP_LOOSE)
    return;
  if (scale || pair.right == GAP_RIGHT_END || pair.stand.right >= 2)
    hd_gap_add(s, HD_GAP_APPROXIMATOR, c->off, pair.end, 80);
}

/* 力争到年,: a year behind 到 with nothing behind it. */
static bool follows_until(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str left = hd_gap_before(s, c->off), right = hd_gap_behind(s, c->end);
  bool until =
      hd_str_ends(left, HD_STR("到")) || hd_str_ends(left, HD_STR("至"));
  return until && right.n && strchr(",;", right.p[0]);
}

/* 3月日; 年全省 without 2023; 日召开 without the day. */
static void judge_date(hd_gap_search *s, hd_gap_word *c) {
  size_t used;
  hd_str word = {s->text + c->off, c->end - c->off};
  bool day = hd_str_is(word, "日"), year = hd_str_is(word, "年");
  if (day && hd_str_ends(hd_gap_before(s, c->left_end), HD_STR("月"))) {
    hd_gap_weigh(s, c);
    if (c->stand.margin >= 0 && c->stand.right != 1)
      hd_gap_add(s, HD_GAP_DATE, c->off, c->end, 90);
    return;
  }
  uint32_t next = hd_gap_roles_at(s->words, hd_gap_behind(s, c->end), &used);
  uint32_t wanted = day ? GAP_EVENT : year ? GAP_SCOPE : 0;
  if (c->left != GAP_LEFT_WORD || c->left_end < c->off)
    return;
  if (year && follows_until(s, c))
    hd_gap_add(s, HD_GAP_DATE, c->off, c->end, 80);
  if (!(next & wanted))
    return;
  hd_gap_weigh(s, c);
  if (follows_word(c) && c->stand.margin >= 0)
    hd_gap_add(s, HD_GAP_DATE, c->off, c->end, 75);
}

/* The first role in this order decides. */
static const struct {
  uint32_t roles;
  void (*judge)(hd_gap_search *s, hd_gap_word *c);
} judges[] = {
    {GAP_DATE, judge_date},
    {GAP_ABOUT, judge_about},
    {GAP_SHARE, judge_share},
    {GAP_UNIT | GAP_MEASURE, judge_unit},
    {GAP_SCALE, judge_scale},
    {GAP_CLASSIFIER, judge_classifier},
    {GAP_WEAK | GAP_DIRECT, judge_weak},
};

/* ---- neighbours ------------------------------------------------------------
 */

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
  return is_scaled(word) &&
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
         !hd_gap_is_bound(s, c) && !is_particle(s, c);
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

/* What stands beside the word has the last say on what the rest of it made of
 * it: gaps from `known` on. */
static void hear_neighbours(hd_gap_search *s, hd_gap_word *c, size_t known) {
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

/* 比平均值多|%。 */
static bool lacks_share(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str left = hd_gap_before(s, c->off);
  if (!(c->roles & GAP_SHARE) || !hd_str_ends(left, HD_STR("多")))
    return false;
  left.n -= 3;
  return left.n && (unsigned char)left.p[left.n - 1] >= 0x80 &&
         !hd_gap_quantity_at(s, c->off) &&
         !(hd_gap_roles_before(s->words, left) & (GAP_LEFT | GAP_SCALE));
}

static void judge(hd_gap_search *s, hd_gap_word *c) {
  if (lacks_share(s, c)) {
    hd_gap_add(s, HD_GAP_UNIT, c->off, c->end, 85);
    return;
  }
  if (c->roles & (GAP_UNIT | GAP_MEASURE | GAP_SCALE) && lost_decimals(s, c)) {
    hd_gap_add(s, HD_GAP_UNIT, c->off, c->end, 90);
    return;
  }
  if (c->left == GAP_LEFT_ORDINAL && c->roles & GAP_NTH) {
    judge_ordinal(s, c);
    return;
  }
  bool date = c->roles & GAP_DATE;
  if (!date && (c->left == GAP_LEFT_NUMBER || c->left == GAP_LEFT_ORDINAL))
    return;
  size_t known = s->gaps->n;
  for (size_t i = 0; i < sizeof judges / sizeof *judges; i++)
    if (c->roles & judges[i].roles) {
      judges[i].judge(s, c);
      break;
    }
  hear_neighbours(s, c, known);
}

/* Has the sentence near by a character that is written in another way in the
 * simplified script? The lexicons hold no words of the traditional one, so
 * that 國家 would be cut in two. */
static bool is_traditional(const hd_gap_search *s, uint32_t at) {
  enum { NEAR = 300 };
  uint32_t cp, low = s->sentence.off, high = s->sentence.end;
  if (at - low > NEAR)
    low = (uint32_t)hd_utf8_floor(s->text, at - NEAR);
  if (high - at > NEAR)
    high = (uint32_t)hd_utf8_floor(s->text, at + NEAR);
  for (uint32_t off = low; off < high;) {
    const char *p = s->text + off;
    size_t n = hd_utf8_decode(p, high - off, &cp);
    if (cp >= GAP_HAN_FIRST &&
        hd_gap_roles(s->words, (hd_str){p, n}) & GAP_TRADITIONAL)
      return true;
    off += (uint32_t)n;
  }
  return false;
}

uint32_t hd_gap_chinese(hd_gap_search *s, uint32_t off) {
  size_t used, n = s->gaps->n;
  uint32_t roles = hd_gap_roles_at(s->words, hd_gap_behind(s, off), &used);
  if (!(roles & GAP_STARTS))
    return off;
  hd_gap_word c = {.off = off, .end = off + (uint32_t)used, .roles = roles};
  hd_gap_look(s, &c);
  judge(s, &c);
  if (s->gaps->n > n && (is_traditional(s, off) || hd_gap_is_none(s, &c)))
    s->gaps->n = n;
  if (s->gaps->n > n)
    return s->gaps->items[n].span.end;
  return c.left == GAP_LEFT_NUMBER && !(roles & GAP_ABOUT) ? c.end : off;
}
