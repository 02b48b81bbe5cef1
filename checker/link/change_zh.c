/* change_zh: an increment and its rate, said without their level.
 *
 * In: Chinese claims in order. Out: CHANGE_OF links:
 * - 收支总计9859万元。与上年相比,收支总计增加1062万元,增长12.08%: the level is
 * the figure of that name in the sentence before;
 * - 余额1200亿元,比年初增加100亿元,增长9.1%,比上年同期增加150亿元,增长14.3%:
 * the second change has the level of the first;
 * - 决算增加0.15万元,下降27.78%: without a level, where the two go opposite
 *   ways (direct). Each increment looks at its neighbours only. */
#include "changes.h"

enum { BETWEEN = 24, BACK = 6 };

static bool is_change_word(const hd_claim *c) {
  return c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN;
}

static bool is_increment(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT) && !c->list &&
         c->aspects & HD_ASPECT_INCREMENT &&
         !(c->aspects & HD_ASPECT_AVERAGE) && is_change_word(c) &&
         l->text->sentences[c->sentence].cell == HD_NONE;
}

/* The rate right behind it: 增加1062万元,|增长12.08%. */
static bool has_rate(const hd_linker *l, size_t k) {
  if (k + 1 >= l->n_order)
    return false;
  const hd_claim *c = hd_linker_claim(l, k), *r = hd_linker_claim(l, k + 1);
  hd_str gap = hd_linker_gap(l, k, k + 1);
  return r->sentence == c->sentence && !r->list &&
         hd_linker_figure(l, k + 1)->kind == HD_KIND_PERCENT &&
         r->aspects & HD_ASPECT_GROWTH && !(r->aspects & HD_ASPECT_AVERAGE) &&
         is_change_word(r) && hd_str_eq(r->name, c->name) && gap.n <= BETWEEN;
}

/* Does a figure of its kind that is no change stand before it in its sentence,
 * and no ; between them? */
static bool follows_level(const hd_linker *l, size_t k) {
  uint32_t at = hd_linker_figure(l, k)->span.off;
  for (size_t i = k; i-- > 0 && k - i <= BACK;) {
    hd_str gap = hd_linker_between(l, hd_linker_figure(l, i)->span.end, at);
    if (hd_linker_claim(l, i)->sentence != hd_linker_claim(l, k)->sentence ||
        hd_str_find(gap, HD_STR(";")) != (size_t)-1)
      return false;
    if (hd_linker_comparable(l, i, k) && !is_increment(l, i))
      return true;
  }
  return false;
}

/* The level of that name in the sentence before; n_order for none. */
static size_t level_before(const hd_linker *l, size_t k) {
  enum {
    NONE = HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT | HD_ASPECT_SHARE |
           HD_ASPECT_RANK | HD_ASPECT_AVERAGE | HD_ASPECT_NEW
  };
  enum { LEAST = 6 };
  const hd_claim *c = hd_linker_claim(l, k);
  for (size_t i = k; i-- > 0 && k - i <= BACK;) {
    const hd_claim *b = hd_linker_claim(l, i);
    if (b->block != c->block || b->sentence + 1 < c->sentence)
      break;
    if (b->sentence + 1 == c->sentence && c->name.n >= LEAST &&
        hd_str_eq(b->name, c->name) && hd_linker_comparable(l, i, k) &&
        !(b->aspects & NONE) && !b->list && b->mode == c->mode)
      return i;
  }
  return l->n_order;
}

/* The level that increment k and its rate share with the pair before them,
 * which is told against another time; n_order for none. */
static size_t level_of_pair(const hd_linker *l, size_t k) {
  static const char *const bases[] = {",比",  ",较",  ";比",  ";较",
                                      "、比", "、较", "同比", NULL};
  enum { PAIR = 2 };
  if (k <= PAIR)
    return l->n_order;
  size_t first = k - PAIR, level = first - 1;
  const hd_claim *c = hd_linker_claim(l, k), *b = hd_linker_claim(l, level);
  const hd_claim *one = hd_linker_claim(l, first);
  bool pairs = one->sentence == c->sentence && b->sentence == c->sentence &&
               is_increment(l, first) && has_rate(l, first) &&
               hd_str_has_any(hd_linker_gap(l, k - 1, k), bases) &&
               hd_str_has_any(hd_linker_gap(l, level, first), bases) &&
               hd_str_eq(one->name, c->name) && hd_str_eq(b->name, c->name);
  return pairs && b->aspects == HD_ASPECT_LEVEL && !b->list &&
                 hd_linker_comparable(l, level, k) &&
                 hd_linker_comparable(l, first, k)
             ? level
             : l->n_order;
}

void hd_changes_chinese(hd_linker *l) {
  for (size_t k = 0; k + 1 < l->n_order; k++) {
    if (!is_increment(l, k) || !has_rate(l, k))
      continue;
    const hd_claim *c = hd_linker_claim(l, k), *r = hd_linker_claim(l, k + 1);
    size_t level = level_of_pair(l, k);
    bool pair = level != l->n_order;
    if (!pair && follows_level(l, k))
      continue;
    if (!pair)
      level = level_before(l, k);
    bool opposite = c->direction != r->direction;
    if (level == l->n_order && !opposite)
      continue;
    hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
    if (level != l->n_order)
      link.level = hd_linker_ref(l, l->order[level]);
    link.increment = hd_linker_ref(l, l->order[k]);
    link.rate = hd_linker_ref(l, l->order[k + 1]);
    link.cue = r->cue;
    link.anchor = r->verb;
    link.direct = true;
    link.same_sentence = pair;
    link.reason = pair ? "the change before has the level"
                       : "the level stands in the sentence before";
    hd_linker_add(l, link);
  }
}
