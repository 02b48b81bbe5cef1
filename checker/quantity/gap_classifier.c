/* gap_classifier: lost numbers before Chinese classifiers.
 *
 * In: a word that counts (家, 个) or may (所, 户), and what stands around it.
 * Out: a gap, or none. At a clause's end a cue or a fellow with its number must
 * say that one is due; before a noun the cut into words does. */
#include "../text/vocabulary.h"
#include "gap_zh.h"

enum { /* margins in half units, see hd_gap_stands */
       END_MARGIN = -4,
       PARALLEL_MARGIN = -9,
       WEAK_MARGIN = 3,
       NOUN_MARGIN = 6,
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

/* 名、优、特、新产品: one of several signs. */
static bool is_sign(const hd_gap_search *s, const hd_gap_word *c) {
  enum { MARK = 3, SIGN = 3 };
  hd_str right = hd_gap_behind(s, c->end);
  return right.n > 2 * MARK + SIGN && hd_str_starts(right, HD_STR("、")) &&
         hd_str_starts((hd_str){right.p + MARK + SIGN, right.n - MARK - SIGN},
                       HD_STR("、"));
}

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
  if (sure && hd_gap_follows_derived(c) && hd_gap_has_cue(s, c->off, GAP_CUE))
    return true;
  if (!hd_gap_follows_word(c))
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
         is_joined(s, c) || hd_gap_follows_word(c);
}

/* 共有车辆|辆。: the noun before it ends in the classifier, and nothing follows
 * that each of them could do. */
static bool is_owned(const hd_gap_search *s, hd_gap_word *c) {
  if (c->right != GAP_RIGHT_END || c->closed || c->left_end < c->off)
    return false;
  hd_gap_weigh(s, c);
  return c->stand.left >= 2;
}

void hd_gap_classifier(hd_gap_search *s, hd_gap_word *c) {
  bool end = c->right == GAP_RIGHT_END;
  if (c->right == GAP_RIGHT_OTHER || (c->left == GAP_LEFT_OTHER && end))
    return;
  if ((hd_gap_is_doubled(s, c) && !is_owned(s, c)) || is_sign(s, c))
    return;
  if (!end && !c->beyond && hd_gap_is_bound(s, c))
    return;
  hd_gap_weigh(s, c);
  bool lost = end ? lacks_at_end(s, c) : lacks_before_noun(s, c);
  if (lost || (hd_gap_follows_governor(c) && c->stand.margin >= NOUN_MARGIN))
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

bool hd_gap_is_particle(const hd_gap_search *s, const hd_gap_word *c) {
  size_t used;
  hd_str left = hd_gap_before(s, c->off), right = hd_gap_behind(s, c->end);
  if (!(c->roles & GAP_FUNCTION) || c->right != GAP_RIGHT_WORD)
    return false;
  return is_passive(s, c) || !(hd_gap_roles_before(s->words, left) & GAP_CUE) ||
         hd_gap_roles_at(s->words, right, &used) & GAP_LEFT ||
         acts(s, c->end, s->sentence.end);
}

void hd_gap_weak(hd_gap_search *s, hd_gap_word *c) {
  bool end = c->right == GAP_RIGHT_END && !c->closed;
  bool noun = !end && !c->beyond;
  bool direct = c->roles & GAP_DIRECT;
  if ((c->left != GAP_LEFT_WORD && c->left != GAP_LEFT_LIST) ||
      c->right == GAP_RIGHT_OTHER ||
      (hd_gap_is_doubled(s, c) && !is_owned(s, c)))
    return;
  if ((noun && (direct || hd_gap_is_bound(s, c) || hd_gap_is_particle(s, c))) ||
      is_passive(s, c))
    return;
  if (!is_due(s, c))
    return;
  hd_gap_weigh(s, c);
  if (c->stand.margin < (end ? WEAK_MARGIN : NOUN_MARGIN) ||
      (noun && c->stand.right < 2))
    return;
  bool derived = !direct && !noun && c->stand.margin >= HD_GAP_SURE &&
                 hd_gap_follows_derived(c);
  bool etc = noun && c->before & GAP_CLOSING; /* 等|项|经验 */
  if (c->left == GAP_LEFT_LIST || derived || hd_gap_follows_word(c) || etc ||
      hd_gap_follows_governor(c) || is_governed(s, c->off))
    hd_gap_add(s, HD_GAP_CLASSIFIER, c->off, c->end, 65);
}

/* 第位: the ordinal is lost; but 及第. */
void hd_gap_ordinal(hd_gap_search *s, hd_gap_word *c) {
  hd_gap_word nth = *c;
  if (c->left_end < c->off)
    return;
  nth.off -= 3;
  hd_gap_weigh(s, &nth);
  if (nth.stand.margin >= 0)
    hd_gap_add(s, HD_GAP_CLASSIFIER, c->off, c->end, 80);
}
