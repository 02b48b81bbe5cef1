/* share_whole: the whole of a share by the words that name it.
 *
 * In: a share (占全市固定资产投资的24.6%) and its part. Out: the figure whose
 * name those words are, or end: near by any that ends in them, elsewhere in
 * the document one that bears the name, of the same year, the last before the
 * share. Words that name another place (占全国) have no whole here. An index
 * over names, made for the first share that asks; a look-up for each ending of
 * the words. */
#include "shares.h"

enum { HAN = 3, NEAR_BYTES = 9, FAR_BYTES = 12, SAID_MOST = 75 };

static bool take_end(hd_str *s, const char *word) {
  hd_str w = hd_str_of(word);
  if (!hd_str_ends(*s, w))
    return false;
  s->n -= w.n;
  return true;
}

static bool take_start(hd_str *s, const char *word) {
  hd_str w = hd_str_of(word);
  if (!hd_str_starts(*s, w))
    return false;
  *s = (hd_str){s->p + w.n, s->n - w.n};
  return true;
}

/* The text behind the last 占 of the clause, up to the figure. */
static hd_str behind_verb(const hd_linker *l, size_t rate) {
  const hd_claim *r = hd_linker_claim(l, rate);
  hd_str s = hd_linker_between(l, l->text->clauses[r->clause].span.off,
                               hd_linker_figure(l, rate)->span.off);
  for (size_t i = s.n; i >= HAN; i--)
    if (memcmp(s.p + i - HAN, "占", HAN) == 0)
      return s.n - i <= SAID_MOST ? (hd_str){s.p + i, s.n - i}
                                  : (hd_str){"", 0};
  return (hd_str){"", 0};
}

bool hd_share_of_other_place(const hd_linker *l, size_t rate) {
  hd_str said = behind_verb(l, rate);
  if (said.n == 0)
    return false;
  uint32_t off = (uint32_t)(said.p - l->doc->text.p);
  hd_span span = {off, off + (uint32_t)said.n};
  uint32_t sentence = hd_linker_claim(l, rate)->sentence;
  const hd_token *t = hd_linker_token(l, sentence, span, HD_WORD_SCOPE, false);
  bool own =
      !t || hd_str_is(t->word->value, "own") ||
      (hd_str_is(t->word->value, "national") && l->claims->division == 0);
  return !own ||
         hd_linker_token(l, sentence, span, HD_WORD_DIVISION, false) != NULL;
}

/* 全市|固定资产投资|的比重为: the name alone; "" where none is said. */
hd_str hd_share_name_said(const hd_linker *l, size_t rate) {
  static const char *const ends[] = {
      "为",   "达到", "达",   "约",   "近",   "超过", "超",   "到",
      "至",   "提高", "上升", "提升", "升",   "分别", "均",   "已",
      "高达", "仅",   "的",   "比重", "比例", "份额", "首次", "突破",
      "下降", "降",   "也",   "接近", NULL};
  static const char *const leads[] = {"到",   "全市", "全省", "全区", "全县",
                                      "全州", "全国", "全部", "我市", "我省",
                                      "当年", "同期", "了",   NULL};
  hd_str s = behind_verb(l, rate);
  for (int i = 0; ends[i]; i++)
    if (take_end(&s, ends[i]))
      i = -1;
  for (int i = 0; leads[i]; i++)
    if (take_start(&s, leads[i]))
      i = -1;
  for (size_t i = 0; i < s.n; i++)
    if ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '(')
      return (hd_str){"", 0};
  return s;
}

/* 农作物|总播种面积: what is said to be all, where its words are long enough.
 */
static hd_str from_all(hd_str name) {
  for (size_t i = HAN; i + FAR_BYTES <= name.n; i += HAN)
    if (memcmp(name.p + i, "总", HAN) == 0)
      return (hd_str){name.p + i, name.n - i};
  return name;
}

/* The economy as a whole and its trade have many names; 总值 and 总额 of one
 * thing are one; who reports is no part of a name. */
static hd_str common_name(hd_str name) {
  static const char *const owners[] = {"本公司", "本集团", "公司", "集团",
                                       "本行",   "本部门", NULL};
  static const char *const trade[] = {"外贸",       "外贸进出口", "对外贸易",
                                      "货物进出口", "外贸货物",   NULL};
  static const char *const names[] = {
      "地区生产总值", "国内生产总值", "生产总值", "经济总量", "GDP", NULL};
  for (int i = 0; names[i]; i++)
    if (hd_str_is(name, names[i]))
      return HD_STR("生产总值");
  for (int i = 0; owners[i]; i++)
    if (name.n > hd_str_of(owners[i]).n + 2 * HAN)
      take_start(&name, owners[i]);
  name = from_all(name);
  while (name.n > 2 * HAN &&
         (take_end(&name, "总值") || take_end(&name, "总额") ||
          take_end(&name, "总量")))
    ;
  for (int i = 0; trade[i]; i++)
    if (hd_str_is(name, trade[i]))
      return HD_STR("进出口");
  return name;
}

static bool is_level(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return hd_share_stock(l, k) &&
         (c->aspects & ~(unsigned)HD_ASPECT_CUMULATIVE) == HD_ASPECT_LEVEL &&
         !c->scope.text.n && !c->list && c->name.n;
}

static void index_names(hd_linker *l, hd_share_names *names) {
  if (names->map)
    return;
  names->map = hd_map_new(l->own);
  names->next = hd_arena_alloc(l->arena, (l->n_order + 1) * sizeof(uint32_t));
  for (size_t k = 0; k < l->n_order; k++) {
    if (!is_level(l, k) ||
        l->text->sentences[hd_linker_claim(l, k)->sentence].cell != HD_NONE)
      continue;
    uint32_t *slot =
        hd_map_at(names->map, common_name(hd_linker_claim(l, k)->name), NULL);
    names->next[k] = *slot;
    *slot = (uint32_t)k + 1;
  }
}

static bool of_one_year(const hd_claim *a, const hd_claim *b) {
  int x = a->period.first.year, y = b->period.first.year;
  return (!x || !y || x == y) && a->mode == b->mode;
}

/* Of the figures of that name the last before the share. */
static size_t far_whole(const hd_linker *l, const hd_share_names *names,
                        size_t rate, size_t part, hd_str name) {
  enum { TRIES = 24 };
  const uint32_t *slot = hd_map_find(names->map, common_name(name));
  size_t found = l->n_order;
  int tries = 0;
  for (uint32_t k = slot ? *slot : 0; k && tries < TRIES;
       k = names->next[k - 1], tries++) {
    if (k - 1 == part || !hd_linker_comparable(l, k - 1, part) ||
        !of_one_year(hd_linker_claim(l, k - 1), hd_linker_claim(l, part)))
      continue;
    found = k - 1;
    if (k - 1 < rate)
      break;
  }
  return found;
}

/* 占总播种面积: 农作物|总播种面积 of the same paragraph, before the part. */
static size_t near_whole(const hd_linker *l, size_t part, hd_str name) {
  enum { BACK = 8 };
  size_t low = part > BACK ? part - BACK : 0;
  const hd_claim *p = hd_linker_claim(l, part);
  for (size_t k = part; name.n >= NEAR_BYTES && k-- > low;) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->block != p->block)
      break;
    if (is_level(l, k) && hd_linker_comparable(l, k, part) &&
        hd_str_ends(c->name, name) && of_one_year(c, p))
      return k;
  }
  return l->n_order;
}

/* 占全市公园总数的87.3%: all that were counted, 累计达到973座. */
static size_t whole_count(const hd_linker *l, const hd_share_names *names,
                          size_t rate, size_t part, hd_str name) {
  enum { THING = 6 };
  if (!(take_end(&name, "总数") || take_end(&name, "总量")) || name.n < THING)
    return l->n_order;
  size_t k = far_whole(l, names, rate, part, name);
  return k != l->n_order &&
                 hd_linker_figure(l, k)->unit == hd_linker_figure(l, part)->unit
             ? k
             : l->n_order;
}

size_t hd_share_whole_said(hd_linker *l, hd_share_names *names, size_t rate,
                           size_t part) {
  hd_str name = hd_share_name_said(l, rate);
  if (name.n < NEAR_BYTES && !hd_str_is(name, "GDP"))
    return l->n_order;
  size_t k = near_whole(l, part, name);
  if (k != l->n_order)
    return k;
  index_names(l, names);
  k = whole_count(l, names, rate, part, name);
  if (k != l->n_order)
    return k;
  if (hd_str_is(name, "GDP"))
    return far_whole(l, names, rate, part, name);
  for (; name.n >= FAR_BYTES; name = (hd_str){name.p + HAN, name.n - HAN}) {
    k = far_whole(l, names, rate, part, name);
    if (k != l->n_order)
      return k;
  }
  return l->n_order;
}
