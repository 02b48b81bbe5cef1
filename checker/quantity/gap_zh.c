/* gap_zh: lost numbers in Chinese text.
 *
 * In: a place where a word may start that wants a number before it. Out: a
 * gap, or none. What stands to the left decides first (a number or what does
 * for one: no gap), then what stands to the right (a clause's end, a noun),
 * then the cut into words: 家 in 国家 wants no number. The words before the
 * gap are never named; of them only those have a role that govern figures
 * (达到, 超) or exclude them (首, 某, 之). Classifiers are judged in
 * gap_classifier.c. */
#include "gap_zh.h"
#include "gap_veto.h"

enum { MEASURE_MARGIN = 8 /* in half units, see hd_gap_stands */ };

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

/* May a unit that begins with 万 or 亿 be a whole number here (超亿元,
 * 亿元以上项目)? */
static bool may_be_whole(const hd_gap_search *s, const hd_gap_word *c) {
  hd_str word = {s->text + c->off, c->end - c->off};
  bool scaled = hd_gap_is_scaled(word);
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
  if (governed || hd_gap_follows_word(c) || (end && hd_gap_follows_derived(c)))
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

/* ---- the rest --------------------------------------------------------------
 */

/* 余所 without 三百, 多万 without a number: what stands behind numbers. */
static void judge_about(hd_gap_search *s, hd_gap_word *c) {
  enum { COUNTED = GAP_UNIT | GAP_MEASURE | GAP_CLASSIFIER | GAP_WEAK };
  size_t used;
  if (c->left != GAP_LEFT_WORD)
    return;
  uint32_t roles = hd_gap_roles_at(s->words, hd_gap_behind(s, c->end), &used);
  bool scale = roles & GAP_SCALE || hd_gap_is_scaled(hd_gap_behind(s, c->end));
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
  if (hd_gap_follows_word(c) && c->stand.margin >= 0)
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
    {GAP_CLASSIFIER, hd_gap_classifier},
    {GAP_WEAK | GAP_DIRECT, hd_gap_weak},
};

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
    hd_gap_ordinal(s, c);
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
  hd_gap_hear_neighbours(s, c, known);
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
