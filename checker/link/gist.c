/* gist: names told alike though their words differ.
 *
 * In: the names of two Chinese figures. Out: whether the characters of one,
 * fillers gone and synonyms brought to one word, are those of the other.
 * Their order does not count: 用水总量 and 总用水量, 收回有效问卷 and 有效问卷
 * 回收. What stands behind it is another figure's slip of the pen, never the
 * name alone. */
#include "gist.h"
#include "../text/vocabulary.h"

enum { MOST = 32 };

typedef struct {
  uint32_t chars[MOST];
  uint32_t n; /* MOST: too long to tell */
} gist;

static void put_word(gist *g, hd_str word) {
  for (size_t i = 0; i < word.n && g->n < MOST;) {
    uint32_t cp;
    i += hd_utf8_decode(word.p + i, word.n - i, &cp);
    if (hd_cp_is_han(cp) || hd_cp_is_letter(cp) || (cp >= '0' && cp <= '9'))
      g->chars[g->n++] = cp;
  }
}

static gist read_name(const hd_vocabulary *v, hd_str name) {
  gist g = {.n = 0};
  for (size_t i = 0; i < name.n;) {
    const hd_word *word = hd_vocabulary_gist(v, name.p + i, name.n - i);
    if (word) {
      put_word(&g, word->value);
      i += word->text.n;
      continue;
    }
    uint32_t cp;
    size_t n = hd_utf8_decode(name.p + i, name.n - i, &cp);
    put_word(&g, (hd_str){name.p + i, n});
    i += n;
  }
  return g;
}

static bool is_name(const gist *g) {
  enum { LEAST = 2 };
  uint32_t han = 0;
  for (uint32_t i = 0; i < g->n; i++)
    han += hd_cp_is_han(g->chars[i]);
  return han >= LEAST && g->n < MOST;
}

/* How many characters of a stand in b, each as often as there. */
static uint32_t common(const gist *a, const gist *b) {
  bool used[MOST] = {false};
  uint32_t n = 0;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (!used[k] && a->chars[i] == b->chars[k]) {
        used[k] = true;
        n++;
        break;
      }
  return n;
}

/* What is new, its growth and its share are other figures than its level. */
static bool one_measure(const hd_claim *a, const hd_claim *b) {
  enum {
    TELLING = HD_ASPECT_INCREMENT | HD_ASPECT_NEW | HD_ASPECT_GROWTH |
              HD_ASPECT_SHARE | HD_ASPECT_COMPLETION | HD_ASPECT_RANK
  };
  return ((a->aspects ^ b->aspects) & TELLING) == 0 &&
         !(a->base_cue && b->base_cue &&
           !hd_str_eq(a->base_cue->value, b->base_cue->value));
}

static bool firm(const hd_period *p) {
  return p->first.year &&
         (p->from == HD_FROM_CLAUSE || p->from == HD_FROM_EARLIER);
}

/* 2023年 and 截至2023年底 end on one day. A year that only the document gives
 * is not another that is said. */
static bool one_time(const hd_claim *a, const hd_claim *b) {
  const hd_period *p = &a->period, *q = &b->period;
  if (firm(p) && firm(q))
    return memcmp(&p->last, &q->last, sizeof p->last) == 0;
  return !p->first.year || !q->first.year || !(firm(p) || firm(q)) ||
         (p->last.year >= q->first.year && q->last.year >= p->first.year);
}

static bool one_owner(const hd_claim *a, const hd_claim *b) {
  bool scoped = a->scope.text.n && b->scope.text.n;
  return !(a->division && b->division && a->division != b->division) &&
         (!scoped || hd_str_eq(a->scope.text, b->scope.text));
}

static hd_gist_likeness of_names(const hd_linker *l, hd_str a, hd_str b) {
  enum { LEAST = 3 };
  gist x = read_name(l->text->vocabulary, a);
  gist y = read_name(l->text->vocabulary, b);
  uint32_t fewer = x.n < y.n ? x.n : y.n, both = common(&x, &y);
  if (!is_name(&x) || !is_name(&y) || both * 2 < fewer)
    return HD_GIST_APART;
  if (both < fewer)
    return HD_GIST_SHARED;
  if (fewer < LEAST)
    return HD_GIST_SHORT;
  return x.n == y.n ? HD_GIST_EQUAL : HD_GIST_WITHIN;
}

hd_gist_likeness hd_gist_compare(const hd_linker *l, size_t a, size_t b) {
  const hd_claim *c = hd_linker_claim(l, a), *d = hd_linker_claim(l, b);
  if (!c->name.n || !d->name.n || !one_measure(c, d) || !one_time(c, d) ||
      !one_owner(c, d))
    return HD_GIST_APART;
  return of_names(l, c->name, d->name);
}

hd_gist_likeness hd_gist_cell(const hd_linker *l, const hd_claim *a,
                              const hd_claim *cell) {
  enum { CHANGE = HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT };
  if (l->doc->lang == HD_LANG_EN || ((a->aspects ^ cell->aspects) & CHANGE))
    return HD_GIST_APART;
  hd_str parts[] = {cell->subject.text, cell->indicator.text};
  return of_names(l, a->name, hd_linker_key(l, parts, 2));
}
