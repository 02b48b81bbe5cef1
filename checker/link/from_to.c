/* from_to: 由A提高到B, decreased from A to B, B, up from A.
 *
 * In: pairs of neighbouring claims of one sentence. Out: links whose base is
 * the earlier value, whose level the later, whose cue the change verb; a rate
 * or increment said right behind them joins the link. */
#include "changes.h"

enum {
  OPEN = 50,        /* strength where 同比 may be since another year */
  NEAR = 90,        /* bytes between words that belong together */
  NEAR_ENGLISH = 30 /* between from and its figure */
};

/* The word 由, 从 or from on the left of figure k, no figure between. */
static const hd_token *from_word(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t low = l->text->sentences[c->sentence].span.off;
  uint32_t reach = l->doc->lang == HD_LANG_EN ? NEAR_ENGLISH : NEAR;
  if (end - low > reach)
    low = end - reach;
  if (k > 0 && hd_linker_claim(l, k - 1)->sentence == c->sentence &&
      hd_linker_figure(l, k - 1)->span.end > low)
    low = hd_linker_figure(l, k - 1)->span.end;
  return hd_linker_token(l, c->sentence, (hd_span){low, end}, HD_WORD_FROM,
                         true);
}

static bool says_to(hd_str word) {
  return hd_str_ends(word, HD_STR("到")) || hd_str_ends(word, HD_STR("至")) ||
         hd_str_ends(word, HD_STR("为"));
}

/* English: "to" before the figure, but for a few words (to just 5%). A change
 * word between is the verb only right before "to": from the heady 31% growth
 * to 5%. */
static bool goes_to(const hd_linker *l, uint32_t sentence, hd_span mid,
                    const hd_token **cue) {
  enum { FEW = 24 };
  const hd_token *to = hd_linker_token(l, sentence, mid, HD_WORD_TO, true);
  if (*cue && (!to || to->span.off < (*cue)->span.end ||
               to->span.off - (*cue)->span.end > 1))
    *cue = NULL;
  return to && mid.end - to->span.end <= FEW;
}

/* The change verb and whether "to" stands between figures a and b. */
static bool between_words(const hd_linker *l, size_t a, size_t b,
                          const hd_token **cue) {
  uint32_t sentence = hd_linker_claim(l, a)->sentence;
  hd_span mid = {hd_linker_figure(l, a)->span.end,
                 hd_linker_figure(l, b)->span.off};
  if (mid.off >= mid.end || mid.end - mid.off > NEAR)
    return false;
  *cue = hd_linker_token(l, sentence, mid, HD_WORD_CHANGE, true);
  if (l->doc->lang == HD_LANG_EN)
    return goes_to(l, sentence, mid, cue);
  if (*cue && says_to((*cue)->word->text))
    return true;
  if (*cue &&
      says_to(hd_linker_between(l, (*cue)->span.off, (*cue)->span.end + 3)))
    return true;
  return hd_linker_token(l, sentence, mid, HD_WORD_TO, true) != NULL;
}

/* has lowered the risk but tripled the cost from $1,300: a multiple between
 * the verb and figure k is the verb itself. */
static bool is_multiplied(const hd_linker *l, size_t k, const hd_token *cue) {
  const hd_quantity *q = k > 0 ? hd_linker_figure(l, k - 1) : NULL;
  return q && q->kind == HD_KIND_MULTIPLE && q->span.off > cue->span.end;
}

/* raise the fee of those who use more than 20 litres |from 5% to 10%: may the
 * figure before be the one that the verb changes? */
static bool moves_other(const hd_linker *l, size_t k, const hd_token *cue) {
  return k > 0 && hd_linker_figure(l, k - 1)->span.off > cue->span.end &&
         hd_linker_comparable(l, k - 1, k);
}

/* English: the change verb stands before "from" and figure k. */
static const hd_token *cue_before(const hd_linker *l, size_t k, uint32_t end) {
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  uint32_t low = l->text->sentences[sentence].span.off;
  if (end - low > 2 * NEAR)
    low = end - 2 * NEAR;
  const hd_token *cue =
      hd_linker_token(l, sentence, (hd_span){low, end}, HD_WORD_CHANGE, true);
  if (cue && is_multiplied(l, k, cue))
    return NULL;
  if (!cue ||
      hd_str_ends(hd_str_trim(hd_linker_between(l, low, end)), HD_STR("and")))
    return cue;
  /* fell dramatically, from 5 to 3: the comma parts nothing */
  hd_str gap = hd_str_trim(hd_linker_between(l, cue->span.end, end));
  gap.n -= gap.n && gap.p[gap.n - 1] == ',';
  for (size_t i = 0; i < gap.n; i++)
    if (strchr(",;", gap.p[i]))
      return NULL;
  bool inside = memchr(gap.p, '(', gap.n) && !memchr(gap.p, ')', gap.n);
  return gap.n > NEAR || inside || moves_other(l, k, cue) ? NULL : cue;
}

/* in 2012 from 2011: the change has a base of its own. */
static bool own_base(const hd_linker *l, size_t b, size_t change) {
  const hd_claim *c = hd_linker_claim(l, change);
  const hd_claim *base = hd_linker_claim(l, b);
  return l->doc->lang == HD_LANG_EN && c->base.first.year &&
         c->base.span.off > hd_linker_figure(l, change)->span.end &&
         base->period.first.year != c->base.first.year;
}

/* May 同比增长 behind be since the base: of the year before (由上年的48.2), or
 * where no time is told (open: not sure)? */
static bool of_last_year(const hd_linker *l, size_t base, bool *open) {
  static const char *const years[] = {"上年", "去年", "同期", NULL};
  static const char *const times[] = {"年", "月", "初", "末", "季度", NULL};
  const hd_token *from = from_word(l, base);
  if (!from || l->doc->lang == HD_LANG_EN)
    return false;
  hd_str said =
      hd_linker_between(l, from->span.end, hd_linker_figure(l, base)->span.off);
  for (int i = 0; years[i]; i++)
    if (hd_str_find(said, hd_str_of(years[i])) != (size_t)-1)
      return true;
  *open = true;
  for (int i = 0; times[i]; i++)
    if (hd_str_find(said, hd_str_of(times[i])) != (size_t)-1)
      *open = false;
  return *open;
}

/* fell from 1,250 to 1,100 in 2018, | or 12%: the verb before says which way.
 */
static bool is_bare_rate(const hd_linker *l, size_t b, size_t i) {
  enum { TIME = 32 };
  hd_kind kind = hd_linker_figure(l, b)->kind;
  hd_str gap = hd_linker_gap(l, b, i);
  return l->doc->lang == HD_LANG_EN && gap.n <= TIME &&
         hd_linker_claim(l, i)->aspects == HD_ASPECT_LEVEL &&
         hd_linker_figure(l, i)->kind == HD_KIND_PERCENT &&
         (kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT) &&
         (hd_str_ends(gap, HD_STR(", or ")) || hd_str_is(gap, " or "));
}

/* to 25 cents |for every increase of 50 cents: it is not what changed. */
static bool is_each(hd_str gap) {
  static const char *const words[] = {" for every ", " for each ", NULL};
  return hd_str_has_any(gap, words);
}

/* from 15.7% in April, |while for firms it increased 0.1 points: of another. */
static bool turns_to_other(const hd_linker *l, size_t i) {
  static const char *const words[] = {" while ", " whereas ", " whilst ",
                                      " but ", NULL};
  return l->doc->lang == HD_LANG_EN &&
         hd_str_has_any(hd_linker_gap(l, i - 1, i), words);
}

/* Rate and increment said in the next two claims of the sentence; the index
 * of the figure behind them. */
static size_t add_rates(const hd_linker *l, size_t base, size_t b, hd_link *k) {
  for (size_t i = b + 1; i < l->n_order && i <= b + 2; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    if (c->sentence != hd_linker_claim(l, b)->sentence || c->list ||
        hd_change_leaves_bracket(l, b, i) ||
        hd_change_gives_reasons(hd_linker_gap(l, i - 1, i)) ||
        is_each(hd_linker_gap(l, i - 1, i)) || turns_to_other(l, i) ||
        (l->doc->lang == HD_LANG_EN && hd_change_opens_from(l, i)))
      return i;
    bool open = false;
    if (c->base_cue && !of_last_year(l, base, &open))
      return i;
    if (open)
      k->strength = OPEN;
    if (c->aspects & (HD_ASPECT_AVERAGE | HD_ASPECT_SHARE) ||
        (c->cue && c->cue->cls == HD_WORD_COMPARE) || c->modelled ||
        own_base(l, base, i))
      return i;
    if (c->subject.from != HD_FROM_EARLIER &&
        c->indicator.from != HD_FROM_EARLIER)
      return i;
    hd_kind kind = hd_linker_figure(l, i)->kind;
    bool rate = kind == HD_KIND_PERCENT ||
                (kind == HD_KIND_POINT &&
                 hd_linker_figure(l, b)->kind != HD_KIND_PERCENT);
    bool bare = i == b + 1 && is_bare_rate(l, b, i);
    if ((c->aspects & HD_ASPECT_GROWTH && rate) || bare)
      k->rate = hd_linker_ref(l, l->order[i]);
    else if (c->aspects & (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH) &&
             hd_linker_differs_by(l, b, i))
      k->increment = hd_linker_ref(l, l->order[i]);
    else
      return i;
  }
  return b + 3;
}

/* 增长12.5%,由800家增至900家: the change said right before 由. */
static void add_before(const hd_linker *l, size_t base, hd_link *k) {
  if (base == 0 || k->rate.claim != HD_NONE || k->increment.claim != HD_NONE)
    return;
  const hd_claim *c = hd_linker_claim(l, base - 1);
  hd_str gap = hd_linker_gap(l, base - 1, base);
  bool joined = hd_str_is(gap, ",由") || hd_str_is(gap, ",从");
  if (c->sentence != hd_linker_claim(l, base)->sentence || !joined || c->list ||
      !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT)) ||
      c->aspects & HD_ASPECT_AVERAGE || !c->direction ||
      (c->base_cue && !(c->aspects & HD_ASPECT_INCREMENT)))
    return;
  if (hd_linker_figure(l, base - 1)->kind == HD_KIND_PERCENT ||
      hd_linker_differs_by(l, base, base - 1))
    hd_linker_set_change(l, base - 1, k);
}

static void add(hd_linker *l, size_t base, size_t level, const hd_token *cue,
                hd_span anchor) {
  hd_link k = hd_link_blank(HD_LINK_FROM_TO);
  k.base = hd_linker_ref(l, l->order[base]);
  k.level = hd_linker_ref(l, l->order[level]);
  k.cue = cue ? cue->word : NULL;
  k.anchor = cue ? cue->span : anchor;
  k.same_sentence = true;
  if (level > base)
    hd_link_said(l, level, add_rates(l, base, level, &k), &k);
  else if (l->doc->lang == HD_LANG_EN && base == level + 1)
    add_rates(l, base, base, &k); /* grew to B from A, up 9% */
  if (l->doc->lang == HD_LANG_EN)
    hd_change_before_from(l, base, &k);
  else
    add_before(l, base, &k);
  hd_linker_add(l, k);
}

/* 由A、B提高到C、D: pairs of two lists of one length. */
static size_t list_length(const hd_linker *l, size_t k) {
  size_t n = 1;
  uint32_t list = hd_linker_claim(l, k)->list;
  while (list && k + n < l->n_order && hd_linker_claim(l, k + n)->list == list)
    n++;
  return n;
}

/* From 1:7 to 1:5: who can tell which is more? 2.3:1 can be told. */
static bool is_inverse(const hd_quantity *q) {
  return q->kind == HD_KIND_RATIO && hd_number_cmp(q->low, hd_number_of(1)) < 0;
}

/* The change verb that ends in "to" right before figure k. */
static const hd_token *changed_to(const hd_linker *l, size_t k) {
  enum { VERB = 48 };
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t low = end > VERB ? end - VERB : 0;
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  if (k > 0 && hd_linker_comparable(l, k - 1, k) &&
      hd_linker_figure(l, k - 1)->span.end > low)
    low = hd_linker_figure(l, k - 1)->span.end; /* to 4.5% from 4.6% is 4.5's */
  const hd_token *cue =
      hd_linker_token(l, sentence, (hd_span){low, end}, HD_WORD_CHANGE, true);
  if (!cue)
    return NULL;
  const hd_token *to = hd_linker_token(
      l, sentence, (hd_span){cue->span.end, end}, HD_WORD_TO, false);
  return to && to->span.off - cue->span.end <= 1 ? cue : NULL;
}

/* fell to $11.2 million from $12.1 million, while ... rose to $2.4 million:
 * k is the base of the level before it, not of what follows. */
static bool is_taken(const hd_linker *l, size_t k, const hd_token *from) {
  if (l->doc->lang != HD_LANG_EN || k == 0 ||
      hd_linker_claim(l, k - 1)->sentence != hd_linker_claim(l, k)->sentence ||
      from->span.off < hd_linker_figure(l, k - 1)->span.end ||
      from->span.off - hd_linker_figure(l, k - 1)->span.end > NEAR)
    return false;
  return hd_linker_comparable(l, k - 1, k) && changed_to(l, k - 1) != NULL;
}

/* aged from 16 to 64, decreases ranged from 5% to 8%: nothing goes from one to
 * the other. */
static bool is_extent(const hd_linker *l, const hd_token *from) {
  enum { LONGEST = 8 };
  uint32_t off = from->span.off;
  hd_str before = hd_linker_between(l, off > LONGEST ? off - LONGEST : 0, off);
  static const char *const words[] = {"aged ",   "ranged ",  "range ",
                                      "ranges ", "ranging ", NULL};
  return hd_str_ends_any(before, words) > 0;
}

/* from $10.41 billion in 2023 due to the $1 billion fee: no "to" of its own. */
static bool gives_reason(const hd_linker *l, size_t k, size_t b) {
  static const char *const words[] = {"due to ",     "owing to ",
                                      "related to ", "relating to ",
                                      "thanks to ",  NULL};
  return l->doc->lang == HD_LANG_EN &&
         hd_str_has_any(hd_linker_gap(l, k, b), words);
}

static bool try_from_to(hd_linker *l, size_t k) {
  const hd_token *from = from_word(l, k), *cue = NULL;
  if (!from || is_inverse(hd_linker_figure(l, k)) || is_taken(l, k, from) ||
      is_extent(l, from))
    return false;
  size_t n = list_length(l, k), b = k + n;
  if (b >= l->n_order ||
      hd_linker_claim(l, b)->sentence != hd_linker_claim(l, k)->sentence ||
      !hd_linker_comparable(l, k, b) || list_length(l, b) != n ||
      !between_words(l, b - 1, b, &cue) || gives_reason(l, b - 1, b))
    return false;
  if (!cue)
    cue = cue_before(l, k, from->span.off);
  for (size_t i = 0; i < n; i++)
    add(l, k + i, b + i, cue, from->span);
  return true;
}

/* B, up from A; B in 2019, up from A: may B be the figure that went up? */
static bool is_appended(hd_str gap) {
  gap = hd_str_trim(gap);
  return gap.n == 0 || strchr(",(;:", gap.p[gap.n - 1]);
}

/* The figure that "up from" behind figure k - 1 is about: no increment. */
static size_t risen_level(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k - 1);
  return c->aspects & HD_ASPECT_INCREMENT && k > 1 ? k - 2 : k - 1;
}

/* B, up from A: a change verb right before "from", the level before it. */
static void try_up_from(hd_linker *l, size_t k) {
  const hd_token *from = from_word(l, k);
  if (!from || k == 0 || l->doc->lang != HD_LANG_EN)
    return;
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  uint32_t low = from->span.off > 24 ? from->span.off - 24 : 0;
  const hd_token *cue = hd_linker_token(
      l, sentence, (hd_span){low, from->span.off}, HD_WORD_CHANGE, true);
  hd_str gap =
      cue ? hd_linker_between(l, cue->span.end, from->span.off) : (hd_str){0};
  if (!cue || hd_str_trim(gap).n || from->span.off - cue->span.end > 1)
    return;
  uint32_t last = hd_linker_figure(l, k - 1)->span.end;
  size_t level = risen_level(l, k);
  if (hd_linker_claim(l, level)->sentence != sentence ||
      !hd_linker_comparable(l, level, k))
    return;
  if (cue->span.off - last > NEAR ||
      !is_appended(hd_linker_between(l, last, cue->span.off)))
    return;
  add(l, k, level, cue, from->span);
}

/* The figure that k is compared with: the next, or the one behind a share of
 * the level's own ($28.9 million, or 3.9% of sales, ... compared to). */
static size_t compared_with(const hd_linker *l, size_t k) {
  size_t next = k + 1;
  if (next < l->n_order && hd_linker_figure(l, next)->kind == HD_KIND_PERCENT &&
      !hd_linker_comparable(l, k, next) &&
      hd_str_ends(hd_linker_gap(l, k, next), HD_STR("or ")))
    next++;
  return next;
}

/* decreased to 23.6% in the year, as compared to 25.0% the year before */
static void try_compared(hd_linker *l, size_t k) {
  static const char *const words[] = {"compared to", "compared with", "versus",
                                      " from ", "against"};
  size_t base = compared_with(l, k);
  if (l->doc->lang != HD_LANG_EN || base >= l->n_order)
    return;
  const hd_token *cue = changed_to(l, k);
  uint32_t off = hd_linker_figure(l, base - 1)->span.end;
  uint32_t end = hd_linker_figure(l, base)->span.off;
  if (!cue ||
      hd_linker_claim(l, k)->sentence != hd_linker_claim(l, base)->sentence ||
      !hd_linker_comparable(l, k, base) || end < off || end - off > 2 * NEAR)
    return;
  hd_str mid = hd_linker_between(l, off, end);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t at = hd_str_find(mid, hd_str_of(words[i]));
    if (at >= mid.n)
      continue;
    hd_str rest = {mid.p + at, mid.n - at};
    if (hd_str_find(rest, HD_STR(" and to ")) >= rest.n)
      add(l, base, k, cue, cue->span); /* not: from May, and to $250 */
    return;
  }
}

static bool earlier(const hd_period *a, const hd_period *b) {
  return a->first.year && b->first.year && a->last.year < b->last.year;
}

/* sales were $41 million in 2019, compared to $37 million in 2018: no verb
 * says which way, the times say which is first. */
static void try_two_times(hd_linker *l, size_t k) {
  static const char *const words[] = {"compared to", "compared with", "versus"};
  size_t base = compared_with(l, k);
  if (l->doc->lang != HD_LANG_EN || base >= l->n_order || changed_to(l, k))
    return;
  const hd_claim *c = hd_linker_claim(l, k), *b = hd_linker_claim(l, base);
  uint32_t off = hd_linker_figure(l, base - 1)->span.end;
  uint32_t end = hd_linker_figure(l, base)->span.off;
  if (c->sentence != b->sentence || !hd_linker_comparable(l, k, base) ||
      c->aspects != b->aspects || !earlier(&b->period, &c->period) ||
      c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) ||
      c->list != b->list || end < off || end - off > 2 * NEAR)
    return;
  hd_str mid = hd_linker_between(l, off, end);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t at = hd_str_find(mid, hd_str_of(words[i]));
    hd_str rest = at < mid.n ? (hd_str){mid.p + at, mid.n - at} : (hd_str){0};
    if (rest.n && rest.n <= NEAR / 2) {
      hd_span anchor = {off + (uint32_t)at,
                        off + (uint32_t)(at + strlen(words[i]))};
      hd_link link = hd_link_blank(HD_LINK_FROM_TO);
      link.base = hd_linker_ref(l, l->order[base]);
      link.level = hd_linker_ref(l, l->order[k]);
      link.anchor = anchor;
      link.same_sentence = true;
      hd_linker_add(l, link);
      return;
    }
  }
}

/* 2019 and 2018 were $24.4 million and $29.4 million, respectively */
static void try_each_time(hd_linker *l, size_t k) {
  size_t base = k + 1;
  if (l->doc->lang != HD_LANG_EN || base >= l->n_order)
    return;
  const hd_claim *c = hd_linker_claim(l, k), *b = hd_linker_claim(l, base);
  bool pair =
      c->list && c->list == b->list && c->list_index == 0 &&
      (base + 1 >= l->n_order || hd_linker_claim(l, base + 1)->list != c->list);
  if (!pair || c->period.from != HD_FROM_LIST ||
      b->period.from != HD_FROM_LIST || c->topic != b->topic || !c->topic ||
      !(c->aspects & HD_ASPECT_LEVEL))
    return;
  bool falls_back = earlier(&b->period, &c->period);
  if (!falls_back && !earlier(&c->period, &b->period))
    return;
  hd_link link = hd_link_blank(HD_LINK_FROM_TO);
  link.base = hd_linker_ref(l, l->order[falls_back ? base : k]);
  link.level = hd_linker_ref(l, l->order[falls_back ? k : base]);
  link.same_sentence = true;
  hd_linker_add(l, link);
}

void hd_link_from_to(hd_linker *l) {
  for (size_t k = 0; k < l->n_order; k++) {
    if (!try_from_to(l, k))
      try_up_from(l, k);
    try_compared(l, k);
    try_two_times(l, k);
    try_each_time(l, k);
  }
}
