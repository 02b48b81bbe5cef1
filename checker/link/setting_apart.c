/* setting_apart: two claims held against each other by their settings.
 *
 * In: the settings that setting.c read. Out: whether only one of the two can
 * be meant. */
#include "setting.h"

enum { HAN = 3 };

static bool opposed(uint32_t a, uint32_t b) { return a && b && a != b; }

static bool meets(const hd_linker *l, uint32_t a, uint32_t b) {
  const hd_quantity *p = &l->q->items[a], *q = &l->q->items[b];
  return p->kind != q->kind || p->unit != q->unit ||
         hd_interval_meets(hd_quantity_interval(p), hd_quantity_interval(q));
}

/* 毕业生, or what begins with 其中: a measure of what was named before. */
static bool is_bare(const hd_claim *c, const hd_setting *s) {
  enum { BARE = 5 * HAN };
  return c->name.n <= BARE || s->among;
}

/* 普通高中招生5.47万人,毕业生4.98万人; 中等职业教育招生1.07万人,毕业生1.08万人:
 * sentences built alike begin with two figures. */
static bool heads_differ(const hd_linker *l, const hd_claim *c,
                         const hd_claim *d) {
  enum { ALIKE = 2 * HAN };
  const hd_setting *x = hd_setting_of(l, c->quantity);
  const hd_setting *y = hd_setting_of(l, d->quantity);
  if (x->head == HD_NONE || y->head == HD_NONE || x->head == y->head ||
      !is_bare(c, x) || !is_bare(d, y))
    return false;
  hd_str a = l->claims->items[x->head].name, b = l->claims->items[y->head].name;
  if (a.n < ALIKE || b.n < ALIKE)
    return false;
  hd_str tail = {a.p + a.n - ALIKE, ALIKE};
  return hd_str_ends(b, tail) && !meets(l, x->head, y->head);
}

/* 农林牧渔业总产值增长4.4%。其中,渔业总产值增长4.9%: a whole and its part. */
static bool is_part_of_last(const hd_linker *l, const hd_claim *part,
                            const hd_claim *whole) {
  hd_str s = hd_document_text(l->doc, l->text->sentences[part->sentence].span);
  return whole->sentence + 1 == part->sentence && whole->block == part->block &&
         hd_str_starts(s, HD_STR("其中"));
}

uint64_t hd_setting_mark(const hd_linker *l, const hd_claim *c) {
  if (!l->settings)
    return 0;
  const hd_setting *x = hd_setting_of(l, c->quantity);
  return hd_hash_step((uint64_t)x->place << 32 | x->years,
                      (uint64_t)x->report << 1 | x->plan);
}

bool hd_setting_differs(const hd_linker *l, const hd_claim *a,
                        const hd_claim *b) {
  if (!l->settings)
    return false;
  const hd_setting *x = hd_setting_of(l, a->quantity);
  const hd_setting *y = hd_setting_of(l, b->quantity);
  return x->place != y->place || x->report != y->report ||
         x->years != y->years || x->plan != y->plan ||
         opposed(x->account, y->account) || opposed(x->people, y->people) ||
         heads_differ(l, a, b); /* which reads the most */
}

bool hd_setting_parts(const hd_linker *l, const hd_claim *a,
                      const hd_claim *b) {
  return hd_setting_differs(l, a, b) ||
         (l->settings &&
          (is_part_of_last(l, a, b) || is_part_of_last(l, b, a)));
}
