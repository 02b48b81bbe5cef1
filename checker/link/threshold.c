/* threshold: a mark that was passed or neared, and what was achieved (首次突破
 * 2000亿元,达到2165.6亿元; 近3000家,达到2968家).
 *
 * In: neighbouring claims of one sentence. Out: THRESHOLD links: base is the
 * mark with its bound, level the exact figure that goes on about it; the mark
 * may follow (产量1344亿斤,连续8年稳定在1300亿斤以上). */
#include "linker.h"

/* 近, nearly: not quite that. */
static bool is_neared(const hd_linker *l, const hd_quantity *q) {
  static const char *const words[] = {"近",     "接近",     "将近", "nearly",
                                      "almost", "close to", NULL};
  hd_str s = hd_document_text(l->doc, q->approx);
  for (size_t i = 0; words[i]; i++)
    if (hd_str_is(s, words[i]))
      return q->bound == HD_BOUND_ABOUT;
  return false;
}

static bool is_mark(const hd_quantity *q) {
  return q->bound == HD_BOUND_MORE_THAN || q->bound == HD_BOUND_AT_LEAST ||
         q->bound == HD_BOUND_LESS_THAN || q->bound == HD_BOUND_AT_MOST;
}

static bool stock(const hd_claim *c) {
  return c->aspects & HD_ASPECT_LEVEL &&
         !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_SHARE));
}

/* Is nothing new named, or only the mark itself (5万|关口)? */
static bool goes_on(const hd_claim *c) {
  return c->subject.from == HD_FROM_EARLIER ||
         c->indicator.from == HD_FROM_EARLIER ||
         hd_str_starts(c->subject.text, HD_STR("关口")) ||
         hd_str_starts(c->subject.text, HD_STR("大关")) ||
         hd_str_starts(c->subject.text, HD_STR("台阶"));
}

/* 由不足百个发展到1735个: the mark is where it began. */
static bool develops(const hd_linker *l, size_t k) {
  enum { NEAR = 60 };
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t off = end > NEAR ? end - NEAR : 0;
  return hd_linker_token(l, hd_linker_claim(l, k)->sentence,
                         (hd_span){off, end}, HD_WORD_FROM, true) != NULL;
}

/* A mark may leave its unit to the level (突破5万、达到5.28万元). */
static bool comparable(const hd_linker *l, size_t mark, size_t level) {
  const hd_quantity *p = hd_linker_figure(l, mark);
  const hd_quantity *q = hd_linker_figure(l, level);
  bool bare = !p->unit && p->kind == HD_KIND_COUNT && !p->numeral &&
              hd_number_cmp(p->scale, hd_number_of(1)) > 0;
  return hd_linker_comparable(l, mark, level) ||
         (bare && q->kind == HD_KIND_AMOUNT &&
          hd_number_cmp(q->scale, p->scale) == 0);
}

/* 95%左右、96%以上: members of a list, with nothing but marks, bounds and
 * quotation marks between them. */
static bool are_listed(const hd_linker *l, size_t a, size_t b) {
  static const char *const between[] = {"、", "以上", "以下", "以内", "左右",
                                        "“",  "”",    "\"",   " ",    "≥",
                                        "≤",  ">",    "<",    NULL};
  size_t first = a < b ? a : b, last = a < b ? b : a;
  hd_str gap = hd_linker_gap(l, first, last);
  bool listed = hd_str_find(gap, HD_STR("、")) != (size_t)-1;
  while (gap.n > 0 && listed) {
    size_t i = 0;
    while (between[i] && !hd_str_starts(gap, hd_str_of(between[i])))
      i++;
    listed = between[i] != NULL;
    if (listed)
      gap = (hd_str){gap.p + strlen(between[i]), gap.n - strlen(between[i])};
  }
  return listed;
}

/* 八千余万亩农田|中,有三千万亩: the figure behind is one part. 超过8100亿美元|,
 * 而俄罗斯为720亿美元: it is somebody else's. */
static bool tells_other(const hd_linker *l, size_t mark, size_t level) {
  static const char *const words[] = {"中,", "中有", "其中", ",而", ";", NULL};
  return mark < level && hd_str_has_any(hd_linker_gap(l, mark, level), words);
}

/* What stands right behind figure k, up to the next mark. */
static hd_str what_follows(const hd_linker *l, size_t k) {
  enum { FAR = 36 };
  uint32_t off = hd_linker_figure(l, k)->span.end;
  uint32_t end = l->text->sentences[hd_linker_claim(l, k)->sentence].span.end;
  hd_str rest = hd_linker_between(l, off, end);
  size_t n = 0;
  while (n < rest.n && n < FAR && (unsigned char)rest.p[n] >= 0xE4)
    n += 3;
  return (hd_str){rest.p, n < rest.n ? n : rest.n};
}

/* 突破9万|大关, 9万元|以上: the words that a mark has behind it anyway. */
static bool closes_mark(hd_str behind) {
  static const char *const words[] = {"关口", "大关", "台阶", "以上",
                                      "以下", "以内", "左右", "上下",
                                      "门槛", "水平", "规模", NULL};
  for (size_t i = 0; words[i]; i++)
    if (hd_str_starts(behind, hd_str_of(words[i])))
      return true;
  return behind.n == 0;
}

/* 8人|死亡,至少32人|受伤; 报案超13万件|,近4万件|获得赔付: what stands behind
 * the later one says what it alone is of. */
static bool are_of_two(const hd_linker *l, size_t mark, size_t level) {
  hd_str a = what_follows(l, mark < level ? mark : level);
  hd_str b = what_follows(l, mark < level ? level : mark);
  return l->doc->lang != HD_LANG_EN && !closes_mark(b) &&
         !hd_str_starts(a, b) && (a.n == 0 || !hd_str_starts(b, a));
}

/* 突破2000亿元,达到|2165.6亿元: is the level behind the mark told by a verb of
 * reaching, or by nothing? In 超1600亿元,后续还有|1400亿元 and 突破20亿千瓦,比
 * 上期末的|9.34亿千瓦翻了一番 it is another. */
static bool is_reached(const hd_linker *l, size_t mark, size_t level) {
  static const char *const ends[] = {"达到", "达", "为",   "实现", "完成",
                                     "至",   "到", "升至", NULL};
  hd_str gap = hd_linker_gap(l, mark, level);
  hd_str about = hd_document_text(l->doc, hd_linker_figure(l, level)->approx);
  if (mark > level || l->doc->lang == HD_LANG_EN)
    return true;
  if (hd_str_ends(gap, about))
    gap.n -= about.n;
  return hd_str_ends_any(gap, ends) > 0;
}

/* 相比上年的|99款,首次突破百款: what the mark is compared with. */
static bool is_compared(const hd_linker *l, size_t level) {
  static const char *const words[] = {"相比", "比", "较", NULL};
  enum { NEAR = 30 };
  uint32_t off = hd_linker_figure(l, level)->span.off;
  uint32_t from =
      l->text->sentences[hd_linker_claim(l, level)->sentence].span.off;
  hd_str left =
      hd_linker_between(l, off - from > NEAR ? off - NEAR : from, off);
  const char *comma = left.n ? memrchr(left.p, ',', left.n) : NULL;
  if (comma)
    left = (hd_str){comma + 1, left.n - (size_t)(comma + 1 - left.p)};
  return l->doc->lang != HD_LANG_EN && hd_str_has_any(left, words);
}

/* 超过5240万只禽鸟,超过先前最高纪录|5050万只: the mark is above that, too. */
static bool is_passed(const hd_linker *l, size_t mark, size_t level) {
  static const char *const words[] = {",超过", ",高于", ",多于", ",低于", NULL};
  return mark < level && hd_str_has_any(hd_linker_gap(l, mark, level), words);
}

static void try_pair(hd_linker *l, size_t mark, size_t level) {
  const hd_claim *a = hd_linker_claim(l, mark);
  const hd_claim *b = hd_linker_claim(l, level);
  const hd_quantity *p = hd_linker_figure(l, mark);
  const hd_claim *later = mark < level ? b : a;
  if (a->sentence != b->sentence || !(is_mark(p) || is_neared(l, p)) ||
      is_mark(hd_linker_figure(l, level)) || later->list ||
      !comparable(l, mark, level) || !stock(a) || !stock(b) ||
      are_listed(l, mark, level) || tells_other(l, mark, level) ||
      are_of_two(l, mark, level) || is_passed(l, mark, level) ||
      !is_reached(l, mark, level) || is_compared(l, level) || !goes_on(later) ||
      later->base_cue || develops(l, mark) || a->mode != b->mode ||
      (later->aspects & ~(later == a ? b : a)->aspects & HD_ASPECT_AVERAGE) ||
      (l->doc->lang == HD_LANG_EN && !(b->cue && b->cue->cls == HD_WORD_REACH)))
    return;
  hd_link link = hd_link_blank(HD_LINK_THRESHOLD);
  link.base = hd_linker_ref(l, l->order[mark]);
  link.level = hd_linker_ref(l, l->order[level]);
  link.cue = a->cue;
  link.anchor = hd_span_empty(p->approx) ? a->verb : p->approx;
  link.same_sentence = true;
  hd_linker_add(l, link);
}

/* 4.45万亿元,已连续3个月超过4万亿元; 达35.9%、连续五年高于30%. */
static bool lasts_behind(hd_str gap) {
  static const char *const words[] = {"超过",   "突破", "超",     "高于",
                                      "超出",   "站稳", "保持在", "稳定在",
                                      "超过了", NULL};
  enum { ROOM = 40 }; /* bytes */
  bool next =
      hd_str_starts(gap, HD_STR(",")) || hd_str_starts(gap, HD_STR("、"));
  return next && gap.n <= ROOM && hd_str_ends_any(gap, words) > 0 &&
         hd_str_find(gap, HD_STR("连续")) <= strlen("、已经");
}

/* 达到8.56万元,首次突破9万元大关: the mark right behind, of no other time. */
static bool passes_behind(const hd_linker *l, size_t level) {
  static const char *const words[] = {"突破",     "首次突破", "超过",
                                      "首次超过", "跨过",     "迈上"};
  hd_str gap = hd_linker_gap(l, level, level + 1);
  if (l->doc->lang == HD_LANG_EN ||
      hd_linker_figure(l, level + 1)->bound != HD_BOUND_MORE_THAN)
    return false;
  if (lasts_behind(gap))
    return true;
  if (l->order[level + 1] != l->order[level] + 1)
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if ((gap.n == strlen(words[i]) + 1 && gap.p[0] == ',' &&
         hd_str_ends(gap, hd_str_of(words[i]))) ||
        (gap.n == strlen(words[i]) + 3 && hd_str_starts(gap, HD_STR("、")) &&
         hd_str_ends(gap, hd_str_of(words[i]))))
      return true;
  return false;
}

void hd_link_thresholds(hd_linker *l) {
  for (size_t k = 0; k + 1 < l->n_order; k++) {
    try_pair(l, k, k + 1);
    if ((l->doc->lang != HD_LANG_EN &&
         hd_linker_figure(l, k + 1)->bound == HD_BOUND_AT_LEAST) ||
        passes_behind(l, k))
      try_pair(l, k + 1, k);
  }
}
