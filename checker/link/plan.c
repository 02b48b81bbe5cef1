/* plan: what is reached, and what the report still means to reach.
 *
 * In: claims with a name. Out: COMPLETION links: level, a figure told as done;
 * base, a later aim of the same name (力争科技型企业突破7.5万家, 占比达到63%).
 * Levels are chained by unit and the last two characters of their names; an
 * aim meets the latest few of its chain. Names are one where they are equal but
 * for 总量 and the like, or where the longer ends in the shorter and the
 * shorter is long, or what it lacks is said shortly before it
 * (研发经费投入增长25%、投入强度提升至1.4%). Flows are left to the rule: what
 * is new each year may well be planned lower. */
#include "linker.h"

enum {
  LEAST_BYTES = 12, /* of a name */
  HAN = 3,          /* a Han character */
  TAIL_BYTES = 6,   /* two of them: a key of names */
  VERB_BYTES = 9,   /* of the longest verb */
  LONG_BYTES = 15,  /* of a name that another may end in */
  ENOUGH = 24,      /* of one that tells by itself what is meant */
  ROOM_BYTES = 60,  /* before a figure, where the rest of its name stands */
  MEET = 6          /* levels of one key that an aim is held against */
};

typedef struct {
  hd_linker *l;
  hd_map *last;    /* key -> the latest level, as an index into order */
  uint32_t *prior; /* of the k-th claim: the level with its key before it */
  hd_str *names;   /* folded names of the levels */
} plans;

/* Does the verb before the figure say where a stock is to stand? */
static bool aims_at(const hd_linker *l, const hd_claim *c) {
  static const char *const words[] = {
      "达到",   "达",     "突破",   "超过",   "超",     "增至",
      "增加到", "提高到", "扩大到", "提升到", "提升至", "提高至",
      "增长到", "上升到", "保持在", "稳定在", NULL};
  const hd_quantity *q = &l->q->items[c->quantity];
  hd_str verb = hd_document_text(l->doc, c->verb);
  hd_str approx = hd_document_text(l->doc, q->approx);
  if (q->bound == HD_BOUND_AT_LEAST || q->bound == HD_BOUND_MORE_THAN)
    return true; /* 粮食产量1.3万亿斤以上 */
  for (int i = 0; words[i]; i++)
    if (hd_str_is(verb, words[i]) || hd_str_is(approx, words[i]))
      return true;
  uint32_t from = q->number.off > VERB_BYTES ? q->number.off - VERB_BYTES : 0;
  hd_str before = hd_linker_between(l, from, q->number.off);
  return hd_str_ends_any(before, words) > 0;
}

static bool is_stock(const hd_linker *l, const hd_claim *c) {
  const hd_quantity *q = &l->q->items[c->quantity];
  return q->unit && c->direction != HD_FLOW_DOWN &&
         (q->kind == HD_KIND_COUNT || q->kind == HD_KIND_AMOUNT ||
          q->kind == HD_KIND_PERCENT) &&
         (c->aspects == HD_ASPECT_LEVEL || c->aspects == HD_ASPECT_SHARE ||
          c->aspects == (HD_ASPECT_LEVEL | HD_ASPECT_AVERAGE)) &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

/* Is it of a year behind the one that the document reports on? */
static bool is_ahead(const hd_linker *l, const hd_claim *c) {
  hd_day own = l->q->clock.year_last;
  return own.year && c->period.first.year > own.year;
}

static bool is_aim(const hd_linker *l, const hd_claim *c) {
  return c->mode == HD_MODE_TARGET || is_ahead(l, c) ||
         (c->mode == HD_MODE_FORECAST && !l->q->clock.year_last.year);
}

/* The name without words for how many there are: 企业总量, 粮食总产量, and
 * `count`, which members of a list have for an indicator. */
static hd_str fold(const hd_linker *l, hd_str name) {
  static const char *const tails[] = {"count", "总量",   "总数", "数量",
                                      "个数",  "总规模", NULL};
  static const char total[] = "总";
  name.n -= hd_str_ends_any(name, tails);
  size_t at = hd_str_find(name, hd_str_of(total));
  if (at == (size_t)-1)
    return name;
  size_t n = sizeof total - 1, rest = name.n - at - n;
  char *out = hd_arena_alloc(l->own, name.n);
  memcpy(out, name.p, at);
  memcpy(out + at, name.p + at + n, rest);
  return (hd_str){out, at + rest};
}

/* What stands right before a figure and its verb, of ideographs alone: where
 * the reading of a name stopped short (公办幼儿园在|园幼儿占比,
 * 50米|内换乘比例). */
static hd_str words_before(const hd_linker *l, const hd_claim *c) {
  enum { MOST = 24, LEAST = 18 }; /* bytes: eight ideographs, six */
  static const char *const verbs[] = {
      "达到",   "达",     "突破",   "超过",   "超",     "增至",   "增加到",
      "提高到", "扩大到", "提升到", "提升至", "提高至", "增长到", "上升到",
      "保持在", "稳定在", "为",     "约",     "近",     NULL};
  uint32_t from = l->text->sentences[c->sentence].span.off;
  hd_str s = hd_linker_between(l, from, l->q->items[c->quantity].number.off);
  for (size_t n; (n = hd_str_ends_any(s, verbs)) > 0;)
    s.n -= n;
  size_t n = 0;
  while (n < MOST && n + HAN <= s.n &&
         (unsigned char)s.p[s.n - n - HAN] >= 0xE4)
    n += HAN;
  return n < LEAST ? (hd_str){"", 0} : (hd_str){s.p + s.n - n, n};
}

/* The name by which a claim is known here; empty where it has none. */
static hd_str name_of(const hd_linker *l, const hd_claim *c) {
  hd_str name = fold(l, c->name);
  return c->name.n >= LEAST_BYTES && name.n >= LEAST_BYTES ? name
                                                           : words_before(l, c);
}

static hd_str key_of(const hd_linker *l, const hd_claim *c, hd_str name) {
  hd_str tail = {name.p + name.n - TAIL_BYTES, TAIL_BYTES};
  const hd_str parts[] = {tail,
                          l->q->items[c->quantity].unit->dimension,
                          c->scope.text,
                          hd_claim_qualifier(c).text,
                          {c->constant_price ? "c" : "", c->constant_price},
                          {c->aspects == HD_ASPECT_SHARE ? "s" : "",
                           c->aspects == HD_ASPECT_SHARE}};
  return hd_linker_key(l, parts, sizeof parts / sizeof *parts);
}

/* Does what the shorter of two names lacks stand before its figure? */
static bool is_said_before(const hd_linker *l, const hd_claim *c, hd_str rest) {
  uint32_t off = l->q->items[c->quantity].span.off;
  uint32_t from = off > ROOM_BYTES ? off - ROOM_BYTES : 0;
  return hd_str_find(hd_linker_between(l, from, off), rest) != (size_t)-1;
}

/* Is what the longer name of two has in front no narrower thing? */
static bool is_of_all(hd_str front) {
  static const char *const words[] = {"全", "我省", "我市",   "我国", "我区",
                                      "省", "国家", "全社会", NULL};
  return front.n <= 2 * TAIL_BYTES && hd_str_starts_any(front, words);
}

/* a: what is reached, b: the aim. An aim with more of a name (乡村|社会消费品
 * 零售总额) is of less, and may lie below; a rate that is named at length is
 * one (农村|户用卫生厕所普及率). */
static bool is_one_name(const hd_linker *l, const hd_claim *a, hd_str x,
                        const hd_claim *b, hd_str y) {
  if (hd_str_eq(x, y))
    return true;
  bool wide = x.n >= y.n;
  hd_str longer = wide ? x : y, shorter = wide ? y : x;
  hd_str front = {longer.p, longer.n - shorter.n};
  if (!hd_str_ends(longer, shorter))
    return false;
  if (shorter.n >= LONG_BYTES &&
      (wide || is_of_all(front) ||
       (shorter.n >= ENOUGH &&
        l->q->items[b->quantity].kind == HD_KIND_PERCENT)))
    return true;
  return !a->list && !b->list && is_said_before(l, wide ? b : a, front);
}

/* The level that an aim is held against: of equal name, else the latest whose
 * name may be its; HD_NONE. */
static uint32_t level_of(const plans *p, const hd_claim *aim, hd_str name,
                         uint32_t latest) {
  const hd_linker *l = p->l;
  uint32_t found = HD_NONE;
  for (int n = 0; n < MEET && latest != HD_NONE;
       n++, latest = p->prior[latest]) {
    const hd_claim *c = hd_linker_claim(l, latest);
    if (c->block == aim->block ||
        !is_one_name(l, c, p->names[latest], aim, name))
      continue;
    if (hd_str_eq(p->names[latest], name))
      return latest;
    found = found == HD_NONE ? latest : found;
  }
  return found;
}

/* 甲乙两市地区生产总值分别达到A、B: of several that have one name. */
static bool is_of_several(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  for (size_t near = k ? k - 1 : 0; c->list && near <= k + 1; near++) {
    if (near == k || near >= l->n_order)
      continue;
    const hd_claim *d = hd_linker_claim(l, near);
    if (d->list == c->list && hd_str_eq(d->name, c->name))
      return true;
  }
  return false;
}

static void add(hd_linker *l, uint32_t level, uint32_t aim) {
  const hd_claim *c = hd_linker_claim(l, aim);
  hd_link link = hd_link_blank(HD_LINK_COMPLETION);
  link.level = hd_linker_ref(l, l->order[level]);
  link.base = hd_linker_ref(l, l->order[aim]);
  link.anchor = c->verb;
  link.cue = c->cue;
  link.reason = "a stock and its target";
  hd_linker_add(l, link);
}

void hd_link_plans(hd_linker *l) {
  if (l->doc->lang != HD_LANG_ZH)
    return;
  plans p = {l, hd_map_new(l->own),
             hd_arena_alloc(l->own, (l->n_order + 1) * sizeof(uint32_t)),
             hd_arena_alloc(l->own, (l->n_order + 1) * sizeof(hd_str))};
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (!is_stock(l, c))
      continue;
    hd_str name = name_of(l, c);
    if (name.n < LEAST_BYTES || is_of_several(l, i))
      continue;
    if (is_aim(l, c)) {
      const uint32_t *latest =
          aims_at(l, c) ? hd_map_find(p.last, key_of(l, c, name)) : NULL;
      uint32_t level = latest ? level_of(&p, c, name, *latest) : HD_NONE;
      if (level != HD_NONE)
        add(l, level, (uint32_t)i);
      continue;
    }
    bool fresh;
    uint32_t *slot = hd_map_at(p.last, key_of(l, c, name), &fresh);
    p.prior[i] = fresh ? HD_NONE : *slot;
    p.names[i] = name;
    *slot = (uint32_t)i;
  }
}
