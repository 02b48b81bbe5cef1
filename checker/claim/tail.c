/* tail: where the measure at the end of a Chinese phrase begins.
 *
 * In: a phrase. Out: the start of a measure that no lexicon lists (新能源车|
 * 替代率) or that is taken per head (城镇|人均住房面积). */
#include "slots.h"

/* The code points of measures that no lexicon lists: 替代|率, 处理|能力. */
static int measure_points(hd_str s, bool count) {
  static const struct {
    const char *tail;
    int points;  /* with the word before it */
    bool counts; /* of things that are counted, too */
  } rows[] = {{"率", 3, true},    {"额", 3, true},    {"量", 3, true},
              {"能力", 4, false}, {"水平", 4, false}, {"标准", 4, false},
              {"进度", 4, false}, {"速度", 4, false}, {"密度", 4, false},
              {"比例", 4, false}, {"比重", 4, false}, {"指标", 4, false}};
  static const char last[] = "率额量力平准度例重标"; /* their ends */
  enum { HAN = 3 };
  if (s.n < HAN || hd_str_find(hd_str_of(last),
                               (hd_str){s.p + s.n - HAN, HAN}) == (size_t)-1)
    return 0;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_ends(s, hd_str_of(rows[i].tail)))
      return count && !rows[i].counts ? 0 : rows[i].points;
  return 0;
}

uint32_t hd_tail_rate(const hd_claim_reader *r, hd_span phrase, bool count) {
  const char *t = r->doc->text.p;
  if (r->lang == HD_LANG_EN)
    return 0;
  int points = measure_points(hd_document_text(r->doc, phrase), count);
  if (points == 0)
    return 0;
  uint32_t at = phrase.end;
  for (int i = 0; at > phrase.off; i++) {
    uint32_t cp, back = (uint32_t)hd_utf8_back(t, at);
    hd_utf8_decode(t + back, at - back, &cp);
    bool turned = hd_str_is((hd_str){t + back, at - back}, "化") ||
                  hd_str_is((hd_str){t + back, at - back}, "性");
    if (turned && points < i + 3)
      points = i + 3;
    if (i >= points)
      break;
    if (!hd_cp_is_han(cp))
      return 0;
    at = back;
  }
  return phrase.end - at;
}

/* Words of a measure that is taken per head or per household. */
static const char *const heads[] = {
    "人均",     "户均",     "亩均",     "校均",   "每千人口",
    "每万人口", "每千人",   "每万人",   "每百人", "每百户",
    "每万户",   "每十万人", "每百万人", "每亿元", NULL};

/* Is there a 均 or 每 in s? */
static bool is_per(hd_str s) {
  for (size_t i = 0; i + 2 < s.n; i++)
    if (memcmp(s.p + i, "均", 3) == 0 || memcmp(s.p + i, "每", 3) == 0)
      return true;
  return false;
}

uint32_t hd_tail_per_head(const hd_claim_reader *r, hd_span subject,
                          uint32_t cut) {
  enum { LONGEST = 15 }; /* bytes of the words above */
  uint32_t n = subject.off < LONGEST ? subject.off : LONGEST;
  hd_str s = {r->doc->text.p + subject.off - n, subject.end - subject.off + n};
  if (!is_per(s))
    return cut;
  hd_str ahead = {s.p, n}, inside = {s.p + n, s.n - n};
  for (size_t i = 0; heads[i]; i++) {
    size_t at = hd_str_find(inside, hd_str_of(heads[i]));
    if (at < inside.n)
      return subject.off + (uint32_t)at;
  }
  size_t head = hd_str_ends_any(ahead, heads);
  return head ? subject.off - (uint32_t)head : cut;
}
