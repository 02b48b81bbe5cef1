/* translation: a figure and what the other language says instead.
 *
 * In: two tellings with their twins. Out: TRANSLATION links: level, the later
 * figure; base, its counterpart in the other language. Figures of twin
 * passages that may be one are counterparts, in whatever order they stand.
 * Where after that just one comparable figure is left on both sides, the two
 * are counterparts that differ: if the passages agree in at least half of
 * their figures, or if they agree in none but the documents do all over. */
#include "translation.h"

enum { RIVALS = 64, DIGITS = 2, AGREEING = 5 };

typedef struct {
  hd_linker *l;
  hd_arena *own; /* for what is needed while two tellings are compared */
  const hd_telling *a, *b;
  size_t agreed, comparable; /* of all twins */
  HD_VEC(hd_link) alone;     /* of passages that agree in nothing */
} comparison;

/* Level is the later figure. */
static hd_link link_of(const hd_figure_said *x, const hd_figure_said *y) {
  hd_link k = hd_link_blank(HD_LINK_TRANSLATION);
  bool turned =
      x->ref.document == y->ref.document && x->ref.claim > y->ref.claim;
  k.base = turned ? y->ref : x->ref;
  k.level = turned ? x->ref : y->ref;
  k.reason = "the same passage in two languages";
  return k;
}

/* Marks counterparts that may be one, each figure once; how many. */
static size_t match(comparison *c, const hd_passage *p, const hd_passage *q,
                    bool used[2][RIVALS]) {
  size_t agreed = 0;
  for (size_t i = 0; i < p->n; i++)
    for (size_t k = 0; k < q->n; k++) {
      const hd_figure_said *x = &c->a->figures.items[p->first + i];
      const hd_figure_said *y = &c->b->figures.items[q->first + k];
      if (used[1][k] || !hd_said_meets(x, y))
        continue;
      used[0][i] = used[1][k] = true;
      hd_linker_add(c->l, link_of(x, y));
      agreed++;
      break;
    }
  return agreed;
}

/* The one figure not used that is like `like` (of any kind that counts where
 * NULL), NULL where there are several. */
static const hd_figure_said *single(const hd_telling *t, const hd_passage *p,
                                    const bool *used,
                                    const hd_figure_said *like) {
  const hd_figure_said *found = NULL;
  for (size_t i = 0; i < p->n; i++) {
    const hd_figure_said *f = &t->figures.items[p->first + i];
    if (used[i] || !hd_said_comparable(f, like))
      continue;
    if (found)
      return NULL;
    found = f;
  }
  return found;
}

/* Small numbers are written in words and turned (11 of them, Shanghai and 10
 * others); what measures something is not. */
static bool is_telling(const hd_figure_said *f) {
  return !f->numeral && (f->rate || f->dimension.n || f->digits > DIGITS);
}

static void compare(comparison *c, const hd_passage *p, const hd_passage *q) {
  bool used[2][RIVALS] = {{false}};
  if (p->n > RIVALS || q->n > RIVALS)
    return;
  size_t agreed = match(c, p, q, used);
  size_t fewer = p->n < q->n ? p->n : q->n;
  c->agreed += agreed;
  c->comparable += fewer;
  for (size_t i = 0; i < p->n; i++) {
    const hd_figure_said *x = &c->a->figures.items[p->first + i];
    if (used[0][i] || !is_telling(x) || single(c->a, p, used[0], x) != x)
      continue;
    const hd_figure_said *y = single(c->b, q, used[1], x);
    if (!y || !is_telling(y))
      continue;
    if (agreed == 0)
      HD_PUSH(c->own, &c->alone, link_of(x, y));
    else if (2 * agreed >= fewer)
      hd_linker_add(c->l, link_of(x, y));
  }
}

static void compare_all(hd_linker *l, hd_arena *own, hd_telling *a,
                        hd_telling *b) {
  comparison c = {.l = l, .own = own, .a = a, .b = b};
  for (size_t i = 0; i < a->passages.n; i++)
    if (a->passages.items[i].twin != HD_NONE)
      compare(&c, &a->passages.items[i],
              &b->passages.items[a->passages.items[i].twin]);
  if (c.agreed < AGREEING || 10 * c.agreed < 8 * c.comparable)
    return;
  for (size_t i = 0; i < c.alone.n; i++)
    hd_linker_add(l, c.alone.items[i]);
}

void hd_link_translations(hd_linker *l, const hd_claims *const *documents,
                          size_t n) {
  hd_telling before[2] = {{{0}, {0}}, {{0}, {0}}};
  if (n == 1 && !hd_telling_is_bilingual(documents[0]))
    return;
  hd_arena *own = hd_arena_within(l->arena);
  for (uint32_t d = 0; d < n; d++) {
    hd_telling t[2] = {{{0}, {0}}, {{0}, {0}}};
    hd_lang lang = documents[d]->quantities->text->doc->lang;
    hd_telling_read(own, documents[d], d, t);
    hd_telling_align(own, &t[0], &t[1], true);
    compare_all(l, own, &t[0], &t[1]);
    if (d > 0 && documents[d - 1]->quantities->text->doc->lang != lang) {
      hd_telling_align(own, &before[!lang], &t[lang], false);
      compare_all(l, own, &before[!lang], &t[lang]);
    }
    memcpy(before, t, sizeof before);
  }
  hd_arena_free(own);
}
