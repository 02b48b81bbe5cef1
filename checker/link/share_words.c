/* share_words: parts and wholes of shares and rates by what stands around
 * them.
 *
 * In: a percentage. Out: of 占员工总数2475人的27.4% the figure between the two;
 * of 占批捕总数的13.6% the figure before the part whose clause has all these
 * signs in this order (批准逮捕……862人); of 办结率98.2%, whose signs stand with
 * two figures of the sentence (受理36520件, 办结35864件), the smaller and the
 * larger. Two clauses are read for each; nothing is looked for farther than a
 * paragraph. */
#include "shares.h"

enum { HAN = 3, NEAR = 6, SURE = 95, UNSURE = 50 };

/* The clause, from the figure before on. */
static hd_str clause_text(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_span s = l->text->clauses[c->clause].span;
  if (k > 0 && hd_linker_claim(l, k - 1)->clause == c->clause)
    s.off = hd_linker_figure(l, k - 1)->span.end;
  return hd_document_text(l->doc, s);
}

/* Where the figure begins, its approximator included. */
static uint32_t figure_start(const hd_linker *l, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  bool bound = !hd_span_empty(q->approx) && q->approx.off < q->span.off;
  return bound ? q->approx.off : q->span.off;
}

static bool has_sign(hd_str text, const char *sign) {
  return hd_str_find(text, (hd_str){sign, HAN}) != (size_t)-1;
}

/* Does the text have the name: as it stands, in two pieces of two signs at
 * least (服务业|实现|增加值), or a short one spelt out (批捕: 批准逮捕)? */
static bool spells(hd_str text, hd_str name) {
  enum { PIECE = 2 * HAN };
  if (hd_str_find(text, name) != (size_t)-1)
    return true;
  for (size_t cut = PIECE; cut + PIECE <= name.n; cut += HAN) {
    size_t at = hd_str_find(text, (hd_str){name.p, cut});
    if (at == (size_t)-1)
      return false;
    hd_str rest = {text.p + at + cut, text.n - at - cut};
    if (hd_str_find(rest, (hd_str){name.p + cut, name.n - cut}) != (size_t)-1)
      return true;
  }
  size_t at = hd_str_find(text, (hd_str){name.p, HAN});
  if (name.n != PIECE || at == (size_t)-1)
    return false;
  hd_str rest = {text.p + at + HAN, text.n - at - HAN};
  return hd_str_find((hd_str){rest.p, rest.n < 3 * HAN ? rest.n : 3 * HAN},
                     (hd_str){name.p + HAN, HAN}) != (size_t)-1;
}

static bool take_word(hd_str *s, const char *const *words, bool end) {
  for (int i = 0; words[i]; i++) {
    hd_str w = hd_str_of(words[i]);
    if (end ? !hd_str_ends(*s, w) : !hd_str_starts(*s, w))
      continue;
    *s = (hd_str){end ? s->p : s->p + w.n, s->n - w.n};
    return true;
  }
  return false;
}

static bool all_han(hd_str s) {
  for (size_t i = 0; i + HAN <= s.n; i += HAN)
    if (!hd_str_has_han((hd_str){s.p + i, 1}))
      return false;
  return s.n % HAN == 0;
}

/* The figure between 占 and the rate, n_order for none. */
static size_t whole_inside(const hd_linker *l, size_t rate) {
  static const char *const behind[] = {"的", "比重", "比例", "份额",
                                       "为", "达到", "达",   "约",
                                       "近", "超过", "超",   NULL};
  const hd_claim *r = hd_linker_claim(l, rate);
  if (rate == 0 || hd_linker_claim(l, rate - 1)->clause != r->clause ||
      !hd_share_stock(l, rate - 1))
    return l->n_order;
  const hd_quantity *whole = hd_linker_figure(l, rate - 1);
  hd_str gap = hd_linker_between(l, whole->span.end,
                                 hd_linker_figure(l, rate)->span.off);
  if (hd_str_starts(gap, HD_STR(")")))
    gap = (hd_str){gap.p + 1, gap.n - 1};
  if (!hd_str_starts(gap, HD_STR("的")))
    return l->n_order;
  while (take_word(&gap, behind, false))
    ;
  uint32_t from = l->text->clauses[r->clause].span.off;
  hd_str before = hd_linker_between(l, from, whole->span.off);
  return gap.n == 0 && hd_str_find(before, HD_STR("占")) != (size_t)-1
             ? rate - 1
             : l->n_order;
}

bool hd_share_add_inside(hd_linker *l, size_t rate) {
  size_t whole = whole_inside(l, rate);
  if (whole == l->n_order)
    return false;
  const hd_claim *r = hd_linker_claim(l, rate);
  for (size_t k = whole; k-- > 0;) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->sentence != r->sentence || r->clause - c->clause > 2)
      break;
    if (!hd_share_stock(l, k) || !hd_linker_comparable(l, k, whole))
      continue;
    hd_share_add(l, rate, k, l->order[whole]);
    l->links.items[l->links.n - 1].strength = SURE;
    break;
  }
  return true;
}

/* 6.95亿户,占移动电话用户总数的40.6%;1.34亿户,占用户总数的21.7%: the first is
 * told as a part itself, of what bears the same name. */
static bool is_part(const hd_linker *l, size_t k, size_t part, hd_str name) {
  enum { AHEAD = 3 };
  const hd_claim *c = hd_linker_claim(l, k);
  for (size_t j = k + 1; j < part && j <= k + AHEAD; j++) {
    if (hd_linker_claim(l, j)->sentence != c->sentence || hd_share_stock(l, j))
      return false;
    if (hd_linker_figure(l, j)->kind != HD_KIND_PERCENT ||
        !(hd_linker_claim(l, j)->aspects & HD_ASPECT_SHARE))
      continue;
    hd_str said = hd_share_name_said(l, j);
    return name.n == 0 || hd_str_find(said, name) != (size_t)-1 ||
           hd_str_find(clause_text(l, k), name) == (size_t)-1 ||
           hd_share_of_other_place(l, j);
  }
  return false;
}

size_t hd_share_spelled(const hd_linker *l, size_t part, hd_str name) {
  static const char *const ends[] = {
      "总项数", "总件数", "总户数", "总人数", "项数", "件数", "户数",
      "起数",   "家数",   "次数",   "总数",   "总量", "总额", "人数",
      "数",     "量",     "额",     "总",     "总体", NULL};
  static const char *const starts[] = {"全部", "总", "所有", "全体", NULL};
  while (take_word(&name, starts, false))
    ;
  take_word(&name, ends, true);
  const hd_claim *p = hd_linker_claim(l, part);
  size_t found = l->n_order;
  if (name.n < 2 * HAN || !all_han(name))
    return found;
  for (size_t k = part, tries = 0; k-- > 0 && tries < NEAR; tries++) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->block != p->block)
      break;
    if (hd_share_stock(l, k) && hd_linker_comparable(l, k, part) &&
        spells(clause_text(l, k), name) && !is_part(l, k, part, name) &&
        (found == l->n_order ||
         hd_number_cmp(hd_linker_figure(l, k)->low,
                       hd_linker_figure(l, found)->low) > 0))
      found = k;
  }
  return found;
}

/* 每10名受访者: what is said of each so many is no whole. */
static bool of_each(const hd_linker *l, size_t k) {
  uint32_t at = hd_linker_figure(l, k)->span.off;
  return at >= HAN && hd_str_is(hd_linker_between(l, at - HAN, at), "每");
}

size_t hd_share_only(const hd_linker *l, size_t rate, size_t part) {
  uint32_t sentence = hd_linker_claim(l, rate)->sentence;
  size_t found = l->n_order;
  for (size_t k = part; k-- > 0;) {
    if (hd_linker_claim(l, k)->sentence != sentence)
      break;
    if (!hd_share_stock(l, k) || !hd_linker_comparable(l, k, part) ||
        of_each(l, k) || is_part(l, k, part, (hd_str){"", 0}))
      continue;
    if (found != l->n_order)
      return l->n_order;
    found = k;
  }
  return found;
}

/* 合格 of 合格率为97.9%: what the rate is of; "" where it is no such rate. */
static hd_str stem_of(const hd_linker *l, size_t k) {
  static const char *const ends[] = {"为",   "达到", "达", "是", "约",
                                     "超过", "超",   "仅", "均", NULL};
  static const char *const starts[] = {"平均", "总", "综合", NULL};
  enum { LONGEST = 8 * HAN };
  const hd_claim *c = hd_linker_claim(l, k);
  hd_str s = hd_linker_between(l, l->text->clauses[c->clause].span.off,
                               figure_start(l, k));
  while (take_word(&s, ends, true))
    ;
  static const char *const rates[] = {"率", "比例", "占比", NULL};
  if (!take_word(&s, rates, true))
    return (hd_str){"", 0};
  while (take_word(&s, starts, false))
    ;
  return s.n >= 2 * HAN && s.n <= LONGEST && all_han(s) ? s : (hd_str){"", 0};
}

/* How many signs of the stem the text has. */
static uint32_t signs_in(hd_str text, hd_str stem) {
  uint32_t n = 0;
  for (size_t i = 0; i < stem.n; i += HAN)
    n += has_sign(text, stem.p + i);
  return n;
}

/* The two comparable figures of the sentence before the rate, where there are
 * no more. */
static bool pair_before(const hd_linker *l, size_t rate, size_t *a, size_t *b) {
  uint32_t sentence = hd_linker_claim(l, rate)->sentence;
  uint32_t n = 0;
  for (size_t k = rate; k-- > 0 && n < 3;) {
    if (hd_linker_claim(l, k)->sentence != sentence)
      break;
    if (!hd_share_stock(l, k) || (n && !hd_linker_comparable(l, k, *b)))
      continue;
    if (n == 0)
      *b = k;
    else
      *a = k;
    n++;
  }
  return n == 2;
}

/* 2.55亿户。……6036万户,渗透率23.7%: a part right before the rate and the
 * nearest larger figure of its unit in the paragraph. */
static bool add_reach(hd_linker *l, size_t rate, hd_str stem) {
  static const char *const reaches[] = {"渗透", "普及", "覆盖", NULL};
  const hd_claim *r = hd_linker_claim(l, rate);
  bool known = false;
  for (int i = 0; reaches[i]; i++)
    known = known || hd_str_is(stem, reaches[i]);
  if (!known || rate == 0 || !hd_share_stock(l, rate - 1) ||
      hd_linker_claim(l, rate - 1)->sentence != r->sentence)
    return false;
  size_t part = rate - 1;
  for (size_t k = part, tries = 0; k-- > 0 && tries < NEAR; tries++) {
    if (hd_linker_claim(l, k)->block != r->block)
      break;
    if (!hd_share_stock(l, k) || !hd_linker_comparable(l, k, part) ||
        hd_number_cmp(hd_linker_figure(l, k)->low,
                      hd_linker_figure(l, part)->low) <= 0)
      continue;
    hd_share_add(l, rate, part, l->order[k]);
    l->links.items[l->links.n - 1].strength = UNSURE;
    return true;
  }
  return false;
}

bool hd_share_add_rate(hd_linker *l, size_t rate) {
  size_t a = 0, b = 0;
  hd_str stem = stem_of(l, rate);
  if (stem.n == 0)
    return false;
  if (!pair_before(l, rate, &a, &b))
    return add_reach(l, rate, stem);
  hd_str x = clause_text(l, a), y = clause_text(l, b);
  uint32_t signs = (uint32_t)(stem.n / HAN), all = 0;
  for (size_t i = 0; i < stem.n; i += HAN)
    all += has_sign(x, stem.p + i) || has_sign(y, stem.p + i);
  bool first = hd_number_cmp(hd_linker_figure(l, a)->low,
                             hd_linker_figure(l, b)->low) < 0;
  size_t part = first ? a : b;
  if (all < signs || signs_in(clause_text(l, part), stem) * 2 < signs)
    return false;
  hd_share_add(l, rate, part, l->order[first ? b : a]);
  l->links.items[l->links.n - 1].strength = UNSURE;
  return true;
}
