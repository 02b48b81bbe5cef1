/* stock: what is new, and all that there is then (新增……2个、总数达到5个;
 * 增加2702亿元,达到13.09万亿元).
 *
 * In: claims in order. Out: PART_OF links from a new or added figure to the
 * next one of its unit where nothing but a word for the whole stock stands
 * between that figure and the mark before it; and the other way round (达到
 * 8837家,新增1200家). One look ahead a claim. */
#include "linker.h"

enum { STOCK_WORDS = 30 }; /* bytes from the mark to the figure: ten Han */
enum { CHANGES = HD_ASPECT_NEW | HD_ASPECT_INCREMENT };

static bool adds(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  if ((kind != HD_KIND_COUNT && kind != HD_KIND_AMOUNT) ||
      c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_AVERAGE | HD_ASPECT_SHARE |
                    HD_ASPECT_CUMULATIVE) ||
      hd_linker_figure(l, k)->bound == HD_BOUND_AT_MOST ||
      hd_linker_figure(l, k)->bound == HD_BOUND_LESS_THAN)
    return false;
  return c->aspects & HD_ASPECT_NEW ||
         (c->aspects & HD_ASPECT_INCREMENT && c->direction == HD_FLOW_UP);
}

/* Where the text behind the last mark before `off` begins. */
static uint32_t behind_mark(const hd_linker *l, uint32_t from, uint32_t off) {
  const char *t = l->doc->text.p;
  for (uint32_t at = off; at > from; at--) {
    if (t[at - 1] == ',' || t[at - 1] == ';')
      return at;
    if (at - from >= 3 && memcmp(t + at - 3, "、", 3) == 0)
      return at;
  }
  return off;
}

static bool take(hd_str *s, const char *word) {
  hd_str w = hd_str_of(word);
  if (!hd_str_starts(*s, w))
    return false;
  s->p += w.n;
  s->n -= w.n;
  return true;
}

/* Is it 总数达, 累计达到, 2023年达到, 全省总量: a word for the stock, and
 * nothing that names another thing? */
static bool names_stock(hd_str s) {
  static const char *const lead[] = {"全省", "全市", "全区", "全县", "全国",
                                     "目前", "年末", "已",   "均",   NULL};
  static const char *const words[] = {"总数", "总量", "总规模", "总计",
                                      "累计", "共计", "总数量", NULL};
  static const char *const reach[] = {"达到", "达",     "增至", "增加到",
                                      "超过", "突破",   "为",   "增加至",
                                      "已达", "已达到", "超",   NULL};
  bool stock = false;
  while (s.n && s.p[0] >= '0' && s.p[0] <= '9')
    s.p++, s.n--;
  take(&s, "年");
  for (int i = 0; lead[i]; i++)
    take(&s, lead[i]);
  for (int i = 0; words[i] && !stock; i++)
    stock = take(&s, words[i]);
  for (int i = 0; reach[i]; i++)
    stock = take(&s, reach[i]) || stock;
  take(&s, "了");
  take(&s, "近");
  take(&s, "约");
  return stock && s.n == 0;
}

/* What stands behind a time: 上年, 五年前, 2019年, 上年同期, 年初. */
static hd_str behind_time(hd_str s) {
  static const char *const ends[] = {"同期", "年初", "年末", "年底", "年前",
                                     "月末", "年",   "期初", NULL};
  size_t best = 0;
  for (int i = 0; ends[i]; i++) {
    size_t at = hd_str_find(s, hd_str_of(ends[i])), n = strlen(ends[i]);
    if (at != (size_t)-1 && at + n > best)
      best = at + n;
  }
  return (hd_str){s.p + best, s.n - best};
}

/* Is it 新增, 比上年净增, 比五年前增加: a word for what is new, and nothing
 * else but when it was less? */
static bool names_new(hd_str s) {
  static const char *const lead[] = {"其中", "当年", "全年", "今年",
                                     "去年", "同比", NULL};
  static const char *const words[] = {"新增加", "新增", "净增加",
                                      "净增",   "增加", NULL};
  bool fresh = false;
  for (int i = 0; lead[i]; i++)
    take(&s, lead[i]);
  if (take(&s, "比") || take(&s, "较"))
    s = behind_time(s);
  for (int i = 0; words[i] && !fresh; i++)
    fresh = take(&s, words[i]);
  take(&s, "了");
  return fresh && s.n == 0;
}

/* What can become less than nothing has no part: profits, balances. */
static bool can_be_negative(const hd_claim *c) {
  static const char *const words[] = {"利润", "差", "净", NULL};
  for (int i = 0; words[i]; i++)
    if (hd_str_find(c->name, hd_str_of(words[i])) != (size_t)-1)
      return true;
  return false;
}

/* Two figures of one sentence and unit that stand side by side, in no bracket
 * or in the same one. */
static bool beside(const hd_linker *l, size_t a, size_t b) {
  const hd_claim *p = hd_linker_claim(l, a), *w = hd_linker_claim(l, b);
  const hd_unit *unit = hd_linker_figure(l, a)->unit;
  hd_str said = hd_linker_gap(l, a, b);
  return p->sentence == w->sentence && unit && !memchr(said.p, ')', said.n) &&
         !memchr(said.p, '(', said.n) && unit == hd_linker_figure(l, b)->unit &&
         !w->list && !p->list;
}

/* The text between the last mark and figure `next`; empty where it is long or
 * there is no mark. */
static hd_str said_before(const hd_linker *l, size_t k, size_t next) {
  uint32_t off = hd_linker_figure(l, next)->span.off;
  if (!hd_span_empty(hd_linker_figure(l, next)->approx) &&
      hd_linker_figure(l, next)->approx.off < off)
    off = hd_linker_figure(l, next)->approx.off;
  uint32_t mark = behind_mark(l, hd_linker_figure(l, k)->span.end, off);
  if (off - mark > STOCK_WORDS)
    mark = off;
  return hd_linker_between(l, mark, off);
}

/* 122种机械产品中,有72种……: of those that were counted just before. */
static bool names_some(hd_str s) {
  static const char *const words[] = {"已有", "共有", "只有", "仅有",
                                      "仍有", "其中", "有",   NULL};
  size_t at = hd_str_find(s, HD_STR("中,"));
  if (at == (size_t)-1 || memchr(s.p, ',', at)) /* 8个赛区,场馆中,有17个 */
    return false;
  s.p += at + 4;
  s.n -= at + 4;
  for (int i = 0; words[i]; i++)
    take(&s, words[i]);
  return s.n == 0;
}

static bool can_hold(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_COUNT || kind == HD_KIND_AMOUNT) &&
         !(c->aspects & (HD_ASPECT_AVERAGE | HD_ASPECT_GROWTH)) &&
         !can_be_negative(c);
}

/* 文化空间100个,新增|6个|示范基地: what is new has a name of its own. */
static bool is_other_thing(const hd_linker *l, size_t whole, size_t part) {
  const hd_claim *w = hd_linker_claim(l, whole), *p = hd_linker_claim(l, part);
  return p->subject.from == HD_FROM_CLAUSE &&
         p->subject.span.off > hd_linker_figure(l, part)->span.off &&
         !hd_str_eq(w->subject.text, p->subject.text);
}

static void add(hd_linker *l, size_t whole, size_t part) {
  hd_link link = hd_linker_part(l, l->order[whole], l->order[part],
                                "what is new is part of the stock");
  link.same_sentence = true;
  hd_linker_add(l, link);
}

void hd_link_stocks(hd_linker *l) {
  for (size_t k = 0; k + 1 < l->n_order; k++) {
    size_t next = k + 1; /* a rate may stand between: 增长5.2%,达到…… */
    if (next + 1 < l->n_order &&
        hd_linker_figure(l, next)->kind == HD_KIND_PERCENT)
      next++;
    if (!beside(l, k, next))
      continue;
    if (adds(l, k) && can_hold(l, next) && names_stock(said_before(l, k, next)))
      add(l, next, k);
    else if (next == k + 1 && can_hold(l, k) && can_hold(l, next) &&
             names_some(hd_linker_gap(l, k, next)))
      add(l, k, next);
    else if (adds(l, next) && can_hold(l, k) &&
             !(hd_linker_claim(l, k)->aspects & CHANGES) &&
             !is_other_thing(l, k, next) && names_new(said_before(l, k, next)))
      add(l, k, next);
  }
}
