/* change_en: changes in English sentences.
 *
 * In: claims of an English document in order. Out: CHANGE_OF links.
 * - decreased $878 or 5.8% to $12,828 ... from $13,616: the change stands
 *   before its level;
 * - a surplus of $9.6 billion ... the $1.9 billion forecast. This increase of
 *   $7.7 billion: the two figures said before it are level and base;
 * - will allocate 63.2 billion yuan for housing, an increase of 8.1 billion
 *   yuan over last year: the base is said elsewhere under the same name, so
 *   those figures are the link's others.
 * Linear: one index over names, at most eight figures a name. */
#include "changes.h"

enum { MOST = 8, NEAR = 90, UNSURE = 50 };

static bool is_change(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  return c->aspects & (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH) &&
         !c->modelled &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN) &&
         !(c->aspects & HD_ASPECT_AVERAGE);
}

static bool is_rate(const hd_linker *l, size_t k) {
  return hd_linker_figure(l, k)->kind == HD_KIND_PERCENT;
}

static bool is_level(const hd_linker *l, size_t k) {
  hd_kind kind = hd_linker_figure(l, k)->kind;
  return (kind == HD_KIND_AMOUNT || kind == HD_KIND_COUNT) &&
         !(hd_linker_claim(l, k)->aspects &
           (HD_ASPECT_INCREMENT | HD_ASPECT_GROWTH | HD_ASPECT_SHARE));
}

static bool begins_from(hd_str s) {
  return hd_str_starts(s, HD_STR(" from ")) ||
         hd_str_starts(s, HD_STR(" (from ")) ||
         hd_str_starts(s, HD_STR(", from "));
}

bool hd_change_opens_from(const hd_linker *l, size_t k) {
  enum { REACH = 8 };
  uint32_t end = hd_linker_figure(l, k)->span.end;
  uint32_t last = l->text->sentences[hd_linker_claim(l, k)->sentence].span.end;
  return begins_from(
      hd_linker_between(l, end, end + REACH < last ? end + REACH : last));
}

/* from 20.9 to 22.9 (up by 2.0), |from 2.3 to 2.8: does the change stand in a
 * bracket of its own, verb and all? Then it tells of what is before it. */
static bool is_bracketed(const hd_linker *l, size_t k) {
  enum { VERB = 30 };
  uint32_t end = hd_linker_figure(l, k)->span.off;
  uint32_t low = end > VERB ? end - VERB : 0;
  hd_str before = hd_linker_between(l, low, end);
  const char *open = before.n ? memrchr(before.p, '(', before.n) : NULL;
  return open && !memchr(open, ')', before.n - (size_t)(open - before.p)) &&
         hd_linker_claim(l, k)->verb.off >= low + (uint32_t)(open - before.p);
}

void hd_change_before_from(const hd_linker *l, size_t base, hd_link *link) {
  enum { WORDS = 26, LONG = 60 };
  if (base == 0 || !hd_linker_one_sentence(l, base - 1, base) ||
      !is_change(l, base - 1) || link->level.claim == l->order[base - 1] ||
      is_bracketed(l, base - 1))
    return; /* grew by 4.1%, up from 1.9%: the rate is the level */
  hd_str gap = hd_linker_gap(l, base - 1, base);
  bool words = hd_str_ends(gap, HD_STR(" from ")) && !memchr(gap.p, '(', gap.n);
  bool parted = hd_str_ends(gap, HD_STR(", from "));
  if (gap.n > (parted ? LONG : WORDS) || !(begins_from(gap) || words) ||
      hd_str_find(gap, HD_STR("revis")) < gap.n)
    return; /* 1,250| students, from |15,600; by 43| after revision, from |58 */
  bool counts = hd_linker_figure(l, base - 1)->kind == HD_KIND_COUNT &&
                hd_linker_figure(l, base)->kind == HD_KIND_COUNT &&
                !hd_linker_figure(l, base)->unit;
  size_t first = base - 1;
  if (is_rate(l, first) || counts || hd_linker_differs_by(l, base, first))
    hd_linker_set_change(l, first, link);
  /* rose by $7.8 million, or 6.5%, from $120.8 million */
  hd_str joint =
      first > 0 ? hd_str_trim(hd_linker_gap(l, first - 1, first)) : (hd_str){0};
  if (first > 0 && hd_linker_one_sentence(l, first - 1, base) &&
      is_change(l, first - 1) && is_rate(l, first - 1) != is_rate(l, first) &&
      (hd_str_is(joint, "or") || hd_str_is(joint, ", or")) &&
      (is_rate(l, first - 1) || hd_linker_differs_by(l, base, first - 1)))
    hd_linker_set_change(l, --first, link);
  if (!link->cue && hd_linker_claim(l, first)->cue) {
    link->cue = hd_linker_claim(l, first)->cue; /* increased 80%, from */
    link->anchor = hd_linker_claim(l, first)->verb;
  }
}

/* Does the stretch before a figure make it a base? */
static bool leads_from(hd_str s) {
  static const char *const tails[] = {" from", "compared to", "compared with",
                                      "versus", NULL};
  return hd_str_ends_any(s, tails);
}

/* Do the words stand before `end` in sentence s, whatever their first letter?
 */
static bool named_before(const hd_linker *l, uint32_t s, uint32_t end,
                         hd_str words) {
  hd_str said = hd_linker_between(l, l->text->sentences[s].span.off, end);
  hd_str tail = {words.p + 1, words.n - 1};
  for (;;) {
    size_t at = hd_str_find(said, tail);
    if (at >= said.n)
      return false;
    if (at > 0 && (said.p[at - 1] | 0x20) == (words.p[0] | 0x20))
      return true;
    said = (hd_str){said.p + at + 1, said.n - at - 1};
  }
}

/* Net sales rose 3% to $412 million |from| net sales of: what the base is of,
 * said again, is passed. */
static hd_str without_name(const hd_linker *l, size_t level, hd_str gap) {
  enum { WORDS = 4 };
  const uint32_t end = hd_linker_figure(l, level)->span.off;
  const uint32_t sentence = hd_linker_claim(l, level)->sentence;
  hd_str s = gap;
  if (!hd_str_ends(s, HD_STR(" of")))
    return gap;
  s.n -= 3;
  const size_t behind = s.n;
  for (int n = 0; n < WORDS; n++) {
    while (s.n && (hd_ascii_is_letter(s.p[s.n - 1]) || s.p[s.n - 1] == '-'))
      s.n--;
    if (!s.n || s.p[s.n - 1] != ' ')
      return gap;
    hd_str words = {s.p + s.n, behind - s.n};
    s.n--;
    if (leads_from(s) && words.n > 3 && !hd_str_ends(s, HD_STR(" part from")))
      return named_before(l, sentence, end, words) ? s : gap;
  }
  return gap;
}

/* to $22 a litre |while the duty for wine will be raised from: do the words
 * before a base begin another statement? */
static bool opens_other(hd_str gap) {
  static const char *const words[] = {" while ", " whereas ", " whilst ",
                                      " but ",   ";",         NULL};
  return hd_str_has_any(gap, words);
}

/* The base said behind the level: to $12,828 ... from $13,616. */
static size_t base_behind(const hd_linker *l, size_t level) {
  size_t k = level + 1;
  if (!hd_linker_one_sentence(l, level, k) ||
      !hd_linker_comparable(l, level, k) ||
      !(is_level(l, k) || is_rate(l, level)))
    return l->n_order;
  hd_str gap = hd_linker_gap(l, level, k);
  while (gap.n && (gap.p[gap.n - 1] == ' ' || gap.p[gap.n - 1] == '$'))
    gap.n--;
  return gap.n <= NEAR && !opens_other(gap) &&
                 leads_from(without_name(l, level, gap))
             ? k
             : l->n_order;
}

/* s behind the bracket that the figure before it ends. */
static hd_str past_bracket(hd_str s) {
  return s.n && s.p[0] == ')' ? (hd_str){s.p + 1, s.n - 1} : s;
}

/* to $12,828; in 2019 to $77.2 million: does the level follow the change? */
static bool leads_to(hd_str gap) {
  enum { TIME = 40 };
  static const char *const times[] = {" in ", " for ", " during ", " over "};
  if (gap.n && gap.p[0] == ')') /* by 11.7 Mtoe (42.8%) to 15.6 Mtoe */
    gap = (hd_str){gap.p + 1, gap.n - 1};
  if (hd_str_starts(gap, HD_STR(" to ")) || hd_str_starts(gap, HD_STR(", to ")))
    return true;
  bool timed = false;
  for (size_t i = 0; i < sizeof times / sizeof *times; i++)
    timed = timed || hd_str_starts(gap, hd_str_of(times[i]));
  while (gap.n && strchr(" $", gap.p[gap.n - 1]))
    gap.n--;
  return timed && gap.n <= TIME && !memchr(gap.p, ',', gap.n) &&
         hd_str_ends(gap, HD_STR(" to"));
}

/* peaked at 1,985 in 1997, and declined 64.3% to 709 in 2011: the base stands
 * before the change, of the same thing and an earlier time. */
static size_t base_before(const hd_linker *l, size_t k, size_t level) {
  if (k == 0 || !hd_linker_one_sentence(l, k - 1, k) || !is_level(l, k - 1) ||
      !hd_linker_comparable(l, k - 1, level))
    return l->n_order;
  const hd_claim *b = hd_linker_claim(l, k - 1), *c = hd_linker_claim(l, k);
  const hd_claim *d = hd_linker_claim(l, level);
  bool same = c->subject.from == HD_FROM_EARLIER ||
              hd_str_eq(b->subject.text, c->subject.text);
  bool earlier = b->period.first.year && d->period.first.year &&
                 b->period.last.year < d->period.first.year;
  return same && earlier ? k - 1 : l->n_order;
}

/* rose 3,400 |(6.2 percent) to: the change said again. */
static bool is_bracketed_rate(const hd_linker *l, size_t k) {
  uint32_t end = hd_linker_figure(l, k)->span.end;
  return is_rate(l, k) && hd_str_is(hd_linker_gap(l, k - 1, k), " (") &&
         end < l->doc->text.n && l->doc->text.p[end] == ')';
}

/* decreased $878 or 5.8% to $12,828 */
static void try_change_to(hd_linker *l, size_t k) {
  size_t level = k + 1;
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  hd_linker_set_change(l, k, &link);
  if (hd_linker_one_sentence(l, k, level) &&
      is_rate(l, k) != is_rate(l, level) &&
      (is_change(l, level) || is_bracketed_rate(l, level)))
    hd_linker_set_change(l, level++, &link);
  bool points = hd_linker_figure(l, k)->kind == HD_KIND_POINT &&
                hd_linker_one_sentence(l, k, level) &&
                hd_linker_differs_by(l, level, k);
  if (!hd_linker_one_sentence(l, k, level) || !(is_level(l, level) || points) ||
      !leads_to(past_bracket(hd_linker_gap(l, level - 1, level))))
    return;
  if (link.increment.claim != HD_NONE) {
    size_t at = is_rate(l, k) ? k + 1 : k;
    if (!hd_linker_differs_by(l, level, at))
      return;
  }
  size_t base = base_behind(l, level);
  link.level = hd_linker_ref(l, l->order[level]);
  if (base != l->n_order)
    link.base = hd_linker_ref(l, l->order[base]);
  if (link.increment.claim == HD_NONE && base == l->n_order) {
    base = base_before(l, k, level);
    if (base != l->n_order)
      link.base = hd_linker_ref(l, l->order[base]);
  }
  link.cue = hd_linker_claim(l, k)->cue;
  link.anchor = hd_linker_claim(l, k)->verb;
  link.same_sentence = true;
  hd_linker_add(l, link);
}

/* This was 39.8 million tonnes (1.6%) lower, this represents a £0.3 billion
 * decrease (0.9%): the level is what the sentence before says first. */
static void try_this_was(hd_linker *l, size_t k) {
  static const char *const words[] = {"This was ",         "This is ",
                                      "This represents ",  "this represents ",
                                      "This represented ", "this was "};
  enum { LEAD = 40 };
  if (k > 0 && hd_linker_one_sentence(l, k - 1, k))
    return; /* not the first that the sentence says */
  const hd_claim *c = hd_linker_claim(l, k);
  uint32_t off = l->text->sentences[c->sentence].span.off;
  uint32_t at = hd_linker_figure(l, k)->span.off;
  off = at - off > LEAD ? at - LEAD : off;
  hd_str said = hd_linker_between(l, off, at);
  bool refers = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    refers = refers || hd_str_find(said, hd_str_of(words[i])) < said.n;
  size_t level = k;
  while (refers && level > 0 &&
         hd_linker_claim(l, level - 1)->sentence + 1 >= c->sentence)
    level--;
  const hd_claim *d = hd_linker_claim(l, level);
  if (!refers || d->sentence + 1 != c->sentence || d->block != c->block ||
      !is_level(l, level) || is_rate(l, k) ||
      !hd_linker_comparable(l, level, k))
    return;
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  hd_linker_set_change(l, k, &link);
  if (hd_linker_one_sentence(l, k, k + 1) && is_change(l, k + 1) &&
      is_rate(l, k + 1))
    hd_linker_set_change(l, k + 1, &link);
  link.level = hd_linker_ref(l, l->order[level]);
  link.cue = c->cue;
  link.anchor = c->verb;
  link.strength = UNSURE;
  hd_linker_add(l, link);
}

/* This increase of $6.7 billion: level and base stand before it. */
static void try_this(hd_linker *l, size_t k) {
  static const char *const words[] = {"This ", "That ", "The "};
  const hd_claim *c = hd_linker_claim(l, k);
  uint32_t off = l->text->sentences[c->sentence].span.off;
  hd_str said = hd_linker_between(l, off, hd_linker_figure(l, k)->span.off);
  bool refers = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    refers = refers || (hd_str_starts(said, hd_str_of(words[i])) &&
                        c->verb.off == off + strlen(words[i]));
  bool changes = c->cue && c->cue->cls == HD_WORD_CHANGE; /* not: This is */
  if (!refers || !changes || is_rate(l, k))
    return;
  size_t found[2];
  uint32_t n = 0;
  for (size_t i = k; i-- > 0 && n < 2;) {
    const hd_claim *d = hd_linker_claim(l, i);
    if (d->block != c->block || d->sentence + 3 <= c->sentence)
      break;
    if (is_level(l, i) && hd_linker_comparable(l, i, k))
      found[n++] = i;
  }
  if (n < 2)
    return;
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  hd_linker_set_change(l, k, &link);
  bool up = hd_number_cmp(hd_linker_figure(l, found[0])->low,
                          hd_linker_figure(l, found[1])->low) > 0;
  bool rises = c->direction == HD_FLOW_UP;
  link.level = hd_linker_ref(l, l->order[found[up == rises ? 0 : 1]]);
  link.base = hd_linker_ref(l, l->order[found[up == rises ? 1 : 0]]);
  link.anchor = c->verb;
  link.cue = c->cue;
  link.strength = UNSURE;
  hd_linker_add(l, link);
}

/* The first two words of what the figure is of, with its dimension. */
static hd_str key_of(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  const hd_quantity *q = hd_linker_figure(l, k);
  hd_str s = c->subject.text.n ? c->subject.text : c->indicator.text;
  int blanks = 0;
  size_t n = 0;
  while (n < s.n && (s.p[n] != ' ' || ++blanks < 2))
    n++;
  if (n < 5 || !q->unit)
    return (hd_str){0};
  return hd_str_of(hd_arena_format(l->arena, "%.*s/%.*s", (int)n, s.p,
                                   (int)q->unit->dimension.n,
                                   q->unit->dimension.p));
}

typedef struct {
  size_t items[MOST];
  uint32_t n;
} named;

/* 63.2 billion yuan for housing, an increase of 8.1 billion yuan over last
 * year: others are the levels of that name elsewhere. */
static void try_named(hd_linker *l, size_t k, const named *all) {
  size_t level = k - 1;
  if (!hd_linker_one_sentence(l, level, k) || !is_level(l, level) ||
      is_rate(l, k) || !hd_linker_comparable(l, level, k) ||
      base_behind(l, k) != l->n_order ||
      hd_linker_claim(l, k)->subject.from != HD_FROM_EARLIER)
    return;
  hd_link link = hd_link_blank(HD_LINK_CHANGE_OF);
  link.increment = hd_linker_ref(l, l->order[k]);
  link.level = hd_linker_ref(l, l->order[level]);
  link.others = hd_arena_alloc(l->arena, MOST * sizeof *link.others);
  for (uint32_t i = 0; i < all->n; i++)
    if (all->items[i] != level)
      link.others[link.n_others++] = hd_linker_ref(l, l->order[all->items[i]]);
  if (link.n_others == 0)
    return;
  link.cue = hd_linker_claim(l, k)->cue;
  link.anchor = hd_linker_claim(l, k)->verb;
  link.strength = UNSURE;
  hd_linker_add(l, link);
}

static bool over_last_period(const hd_linker *l, size_t k) {
  static const char *const words[] = {" over ", " from ",   " compared ",
                                      " than ", " versus ", NULL};
  enum { REACH = 12 };
  uint32_t end = hd_linker_figure(l, k)->span.end;
  uint32_t last = l->text->sentences[hd_linker_claim(l, k)->sentence].span.end;
  hd_str s = hd_linker_between(l, end, end + REACH < last ? end + REACH : last);
  return hd_str_starts_any(s, words) > 0;
}

static void link_named(hd_linker *l) {
  hd_map *map = hd_map_new(l->own);
  HD_VEC(named) names = {0};
  uint32_t *of = hd_arena_alloc(l->arena, (l->n_order + 1) * sizeof *of);
  for (size_t k = 0; k < l->n_order; k++) {
    hd_str key = is_level(l, k) ? key_of(l, k) : (hd_str){0};
    of[k] = HD_NONE;
    if (!key.n)
      continue;
    bool fresh;
    uint32_t *slot = hd_map_at(map, key, &fresh);
    if (fresh) {
      *slot = (uint32_t)names.n;
      HD_PUSH(l->arena, &names, (named){0});
    }
    of[k] = *slot;
    if (names.items[*slot].n < MOST)
      names.items[*slot].items[names.items[*slot].n++] = k;
  }
  for (size_t k = 1; k < l->n_order; k++)
    if (of[k - 1] != HD_NONE && is_change(l, k) && over_last_period(l, k))
      try_named(l, k, &names.items[of[k - 1]]);
}

void hd_changes_english(hd_linker *l) {
  for (size_t k = 0; k < l->n_order; k++) {
    bool points = hd_linker_figure(l, k)->kind == HD_KIND_POINT;
    if (!is_change(l, k) && !points)
      continue;
    if (k == 0 || !is_change(l, k - 1) || !hd_linker_one_sentence(l, k - 1, k))
      try_change_to(l, k);
    try_this(l, k);
    try_this_was(l, k);
  }
  link_named(l);
  hd_changes_apart(l);
}
