/* triple_en: a level, its change and its base in one English sentence, with
 * words between that the closer forms (compare_en, change_en) do not know.
 *
 * In: three claims in order, one a rate or difference of the other two. Out:
 * COMPARE links, where no other link has both ends of the change:
 * - $1.65, up 26.9% from the earnings per share of $1.30 reported a year ago;
 *   27,312 were 4.2% down on the same period last year (28,522): level,
 *   change, base; what stands before the base speaks of an earlier time or
 *   names the level again;
 * - $23.7 million, up 10.3% ..., and up $5.0 million, or 27.0%, compared to:
 *   a further change of the same level, with or without its base;
 * - slashing the $62.8 million for lawyers by 66%, to $21.4 million: base,
 *   change, level behind one verb. */
#include "compare.h"

enum { NEAR = 64, FAR = 120 };

/* Does another statement begin between two figures? */
static bool is_parted(hd_str gap) {
  static const char *const words[] = {
      ";",       ":",        " and ",  " while ", " but ", " which ",
      " where ", " due to ", " with ", " as ",    NULL};
  return hd_str_has_any(gap, words);
}

/* Past what a comparison stands behind, at the head of s (down on, from, an
 * increase on): the rest; false where there is none. */
static bool past_preposition(hd_str s, hd_str *rest) {
  static const char *const changes[] = {
      " increase", " rise", " decrease", " decline",   " drop", " fall",
      " up",       " down", " higher",   " lower",     " more", " less",
      " fewer",    " gain", " growth",   " reduction", NULL};
  static const char *const words[] = {
      " compared to ", " compared with ", " relative to ", " from ", " than ",
      " over ",        " versus ",        " against ",     NULL};
  static const char *const on[] = {" on ", NULL};
  size_t said = hd_str_starts_any(s, changes);
  s = hd_compare_cut(s, said);
  size_t n = hd_str_starts_any(s, words);
  if (n == 0 && said)
    n = hd_str_starts_any(s, on);
  *rest = hd_compare_cut(s, n);
  return n > 0;
}

/* Has s a word (five letters at least) of the level's name? */
static bool names_again(const hd_claim *level, hd_str s) {
  enum { LEAST = 5 };
  const hd_str names[] = {level->subject.text, level->indicator.text};
  for (size_t i = 0; i < 2; i++)
    for (size_t at = 0, end; at < names[i].n; at = end + 1) {
      for (end = at; end < names[i].n && names[i].p[end] != ' ';)
        end++;
      hd_str word = {names[i].p + at, end - at};
      if (word.n >= LEAST && hd_str_find(s, word) < s.n)
        return true;
    }
  return false;
}

/* Do the words before the base (and the few behind it) say that it is the
 * level of another time? */
static bool is_earlier(const hd_linker *l, size_t level, size_t base,
                       hd_str said) {
  static const char *const times[] = {
      "same ", "previous", "last ",   "prior ",    "year",
      "month", "quarter",  "earlier", "preceding", NULL};
  static const char *const behind[] = {
      " reported",   " recorded",     " a year", " posted",
      " seen",       " in 19",        " in 20",  " the year",
      " registered", " the previous", NULL};
  enum { AHEAD = 16 };
  uint32_t at = hd_linker_figure(l, base)->span.end;
  uint32_t end =
      l->text->sentences[hd_linker_claim(l, base)->sentence].span.end;
  hd_str next = hd_linker_between(l, at, at + AHEAD < end ? at + AHEAD : end);
  int year = hd_linker_claim(l, level)->period.first.year;
  const hd_claim *c = hd_linker_claim(l, base);
  return hd_str_has_any(said, times) || hd_str_starts_any(next, behind) ||
         names_again(hd_linker_claim(l, level), said) ||
         (c->period.first.year && c->period.first.year < year &&
          c->period.from == HD_FROM_CLAUSE);
}

/* Is the base counted under a noun of its own (the 400 stores)? */
static bool is_other(const hd_linker *l, size_t level, size_t base) {
  const hd_claim *a = hd_linker_claim(l, level), *b = hd_linker_claim(l, base);
  return hd_linker_figure(l, base)->kind == HD_KIND_COUNT &&
         b->subject.from == HD_FROM_CLAUSE &&
         b->subject.span.off >= hd_linker_figure(l, base)->span.end &&
         !hd_str_eq(a->subject.text, b->subject.text) &&
         !names_again(a, b->subject.text);
}

static bool are_ends(const hd_linker *l, size_t level, size_t change,
                     size_t base) {
  return hd_compare_is_level(l, level) && hd_compare_is_level(l, base) &&
         hd_linker_comparable(l, level, base) &&
         hd_compare_is_change(l, level, change) &&
         hd_linker_figure(l, level)->kind != HD_KIND_PERCENT;
}

/* The word that says which way, right before or behind the change. */
static const hd_token *way_of(const hd_linker *l, size_t k, uint32_t low,
                              uint32_t high) {
  enum { BEHIND = 16 };
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_span next = {q->span.end,
                  q->span.end + BEHIND < high ? q->span.end + BEHIND : high};
  const hd_token *t =
      hd_linker_token(l, c->sentence, next, HD_WORD_COMPARE, false);
  if (!t)
    t = hd_linker_token(l, c->sentence, next, HD_WORD_CHANGE, false);
  return t ? t
           : hd_linker_token(l, c->sentence, (hd_span){low, q->span.off},
                             HD_WORD_CHANGE, true);
}

/* 27,312 were 4.2% down on the same period last year (28,522) */
static bool try_on(hd_linker *l, size_t level) {
  static const char *const joints[] = {",",     " was ", " were ", " is ",
                                       " are ", " (",    NULL};
  size_t change = level + 1, base = level + 2;
  hd_str gap = hd_linker_gap(l, level, change);
  hd_str tail = hd_linker_gap(l, change, base), said;
  if (!are_ends(l, level, change, base) || gap.n > NEAR || tail.n > FAR ||
      !hd_str_has_any(gap, joints) || is_parted(gap) || is_parted(tail) ||
      !past_preposition(tail, &said) || memchr(said.p, ',', said.n) ||
      is_other(l, level, base) || !is_earlier(l, level, base, said))
    return false;
  const hd_token *way = way_of(l, change, hd_linker_figure(l, level)->span.end,
                               hd_linker_figure(l, base)->span.off);
  if (!way)
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base stands behind");
  hd_compare_add_worded(l, &link, change, way);
  return true;
}

/* slashing the $62.8 million for lawyers by 66%, to $21.4 million */
static bool try_by(hd_linker *l, size_t base) {
  static const char *const by[] = {" by",      " by about",  " by nearly",
                                   " by some", " by almost", NULL};
  size_t change = base + 1, level = base + 2;
  hd_str gap = hd_linker_gap(l, base, change);
  hd_str tail = hd_linker_gap(l, change, level);
  while (gap.n && strchr(" $", gap.p[gap.n - 1]))
    gap.n--;
  bool led = false;
  for (const char *const *w = by; *w; w++)
    led = led || hd_str_ends(gap, hd_str_of(*w));
  if (tail.n && tail.p[0] == ',')
    tail = hd_compare_cut(tail, 1);
  if (!led || gap.n > NEAR || is_parted(gap) || memchr(gap.p, ',', gap.n) ||
      !hd_str_is(hd_str_trim(tail), "to") ||
      !hd_linker_comparable(l, base, level) ||
      !hd_compare_is_change(l, level, change))
    return false;
  const hd_claim *c = hd_linker_claim(l, base);
  uint32_t off = hd_linker_figure(l, base)->span.off;
  uint32_t low = l->text->sentences[c->sentence].span.off;
  if (off - low > NEAR)
    low = off - NEAR;
  if (base > 0 && hd_linker_figure(l, base - 1)->span.end > low)
    low = hd_linker_figure(l, base - 1)->span.end;
  const hd_token *verb = hd_linker_token(l, c->sentence, (hd_span){low, off},
                                         HD_WORD_CHANGE, true);
  if (!verb)
    return false;
  hd_link link =
      hd_compare_link(l, level, base, "the verb's object by so much");
  hd_compare_add_worded(l, &link, change, verb);
  return true;
}

static bool is_moving(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) &&
         !(c->aspects & HD_ASPECT_AVERAGE) &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN);
}

/* The level that a further change (, and up) is of; n_order if none is. */
static size_t level_before(const hd_linker *l, size_t k) {
  static const char *const joints[] = {" and up ",
                                       " and down ",
                                       "; up ",
                                       "; down ",
                                       " and increased ",
                                       " and decreased ",
                                       " and were up ",
                                       " and was up ",
                                       " and was down ",
                                       " and were down ",
                                       " and an increase ",
                                       " and a decrease ",
                                       NULL};
  enum { BACK = 5 };
  if (k == 0 || !hd_linker_one_sentence(l, k - 1, k))
    return l->n_order;
  hd_str gap = hd_linker_gap(l, k - 1, k);
  if (gap.n > FAR || !hd_str_has_any(gap, joints))
    return l->n_order;
  for (size_t i = k; i-- > 0 && i + BACK >= k;) {
    if (!hd_linker_one_sentence(l, i, k))
      break;
    if (is_moving(l, i))
      continue;
    bool based = i > 0 && hd_linker_one_sentence(l, i - 1, i) &&
                 is_moving(l, i - 1); /* up 10% from $21.5 million, and up */
    if (!based)
      return hd_compare_is_level(l, i) &&
                     hd_linker_figure(l, i)->kind != HD_KIND_PERCENT
                 ? i
                 : l->n_order;
  }
  return l->n_order;
}

/* , and up $5.0 million, or 27.0%, compared to */
static void try_further(hd_linker *l, size_t k) {
  size_t level = is_moving(l, k) ? level_before(l, k) : l->n_order;
  if (level == l->n_order || !hd_compare_is_change(l, level, k))
    return;
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  hd_linker_set_change(l, k, &link);
  size_t next = k + 1, last = k;
  if (hd_linker_one_sentence(l, k, next) && is_moving(l, next) &&
      hd_linker_figure(l, k)->kind != hd_linker_figure(l, next)->kind &&
      hd_compare_is_change(l, level, next) &&
      hd_str_ends(hd_linker_gap(l, k, next), HD_STR("or "))) {
    hd_linker_set_change(l, next, &link);
    last = next++;
  }
  hd_str said;
  if (hd_linker_one_sentence(l, k, next) && hd_compare_is_level(l, next) &&
      hd_linker_comparable(l, level, next) &&
      past_preposition(hd_linker_gap(l, last, next), &said) && said.n < NEAR &&
      !is_parted(said) && !memchr(said.p, ',', said.n) &&
      is_earlier(l, level, next, said))
    link.base = hd_linker_ref(l, l->order[next]);
  if (link.base.claim == HD_NONE && last == k)
    return;
  link.level = hd_linker_ref(l, l->order[level]);
  link.cue = hd_linker_claim(l, k)->cue;
  link.anchor = hd_linker_claim(l, k)->verb;
  link.same_sentence = true;
  link.reason = "a further change of the level";
  hd_linker_add(l, link);
}

/* €46 million |(2022: €40 million): is the figure behind the level what it
 * was before, in brackets? A bare figure (230.1) is it behind an amount. */
static bool is_bracketed_base(const hd_linker *l, size_t level) {
  enum { LABEL = 40 };
  size_t base = level + 1;
  hd_str gap = hd_linker_gap(l, level, base);
  uint32_t end = hd_linker_figure(l, base)->span.end;
  if (!hd_str_starts(gap, HD_STR(" (")) || gap.n > LABEL ||
      end >= l->doc->text.n || l->doc->text.p[end] != ')' ||
      !hd_compare_is_level(l, level) || !hd_compare_is_level(l, base) ||
      !hd_linker_comparable(l, level, base))
    return false;
  static const char *const labels[] = {": ",     "compared ", "vs",
                                       "versus", "previous",  "last year",
                                       "prior",  " year",     NULL};
  const hd_claim *c = hd_linker_claim(l, base);
  int year = hd_linker_claim(l, level)->period.last.year;
  return hd_str_has_any(gap, labels) &&
         !(c->period.from == HD_FROM_CLAUSE && c->period.last.year > year);
}

/* by 15% to €46 million (2022: €40 million); €46 million (2022: €40 million),
 * up 15% */
static void try_bracketed(hd_linker *l, size_t level, const bool *taken) {
  static const char *const joints[] = {"), up ",   "), down ", "), an ",
                                       "), a ",    "), or ",   ") up ",
                                       "), which", NULL};
  size_t base = level + 1, change = level + 2;
  bool behind = hd_linker_one_sentence(l, level, change) &&
                hd_compare_says_change(l, level, change) &&
                hd_str_starts_any(hd_linker_gap(l, base, change), joints);
  if (!behind) {
    change = level - 1;
    if (level == 0 || !hd_linker_one_sentence(l, change, level) ||
        !hd_compare_says_change(l, level, change) ||
        !hd_str_ends(hd_str_trim(hd_linker_gap(l, change, level)),
                     HD_STR("to")))
      return;
  }
  if (taken[l->order[change]] ||
      hd_linker_figure(l, level)->kind == HD_KIND_PERCENT)
    return;
  hd_link link = hd_compare_link(l, level, base, "the base is in brackets");
  link.cue = hd_linker_claim(l, change)->cue;
  link.anchor = hd_linker_claim(l, change)->verb;
  hd_linker_set_change(l, change, &link);
  hd_linker_add(l, link);
}

/* The changes that a link has with both its ends. */
static bool *list_taken(const hd_linker *l) {
  bool *taken = hd_arena_alloc(l->arena, l->claims->n + 1);
  for (size_t i = 0; i < l->links.n; i++) {
    const hd_link *k = &l->links.items[i];
    if (k->level.document != l->document || k->level.claim == HD_NONE ||
        k->base.claim == HD_NONE)
      continue;
    if (k->rate.claim != HD_NONE)
      taken[k->rate.claim] = true;
    if (k->increment.claim != HD_NONE)
      taken[k->increment.claim] = true;
  }
  return taken;
}

void hd_link_triples_english(hd_linker *l) {
  const bool *taken = list_taken(l);
  for (size_t k = 0; k < l->n_order; k++) {
    if (!taken[l->order[k]])
      try_further(l, k);
    if (hd_linker_one_sentence(l, k, k + 1) && is_bracketed_base(l, k))
      try_bracketed(l, k, taken);
    if (hd_linker_one_sentence(l, k, k + 2) && !taken[l->order[k + 1]] &&
        !hd_linker_claim(l, k + 1)->list && !try_on(l, k))
      try_by(l, k);
  }
}
