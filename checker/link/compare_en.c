/* compare_en: two figures and their difference, as English says it.
 *
 * In: a level and the figures behind it. Out: COMPARE links:
 * - 62%, 7 percentage points higher than the 53%: level, change, base;
 * - $5.6 billion, an increase of $0.4 billion (or 8%) from $5.0 billion: the
 *   same
 *   (but 400.9 and among women, an increase of 250% from 32.3 is of another);
 * - $3.2 million, compared to $4.1 million in 2018, a decrease of 22%: level,
 *   base, change. */
#include "compare.h"

enum { NEAR = 60 };

static const char *const compared_to[] = {
    "compared to ", "compared with ", "versus ", "against ",
    " vs. ",        " vs ",           NULL};

/* The gap behind ", or a": empty where nothing else stands in it. */
static hd_str past_lead(hd_str gap) {
  static const char *const lead[] = {", ", " (", "; ", NULL};
  static const char *const fill[] = {"or ",      "a ",    "about ", "some ",
                                     "roughly ", "that ", "is ",    "which ",
                                     "$",        NULL};
  size_t n = hd_str_starts_any(gap, lead);
  if (!n)
    return HD_STR("?");
  gap = hd_compare_cut(gap, n);
  while ((n = hd_str_starts_any(gap, fill)) > 0)
    gap = hd_compare_cut(gap, n);
  return gap;
}

/* Have the three figures the places and kinds of level, change and base? */
static bool are_ends(const hd_linker *l, size_t level, size_t change,
                     size_t base) {
  return hd_compare_is_change(l, level, change) &&
         hd_compare_is_level(l, base) && hd_linker_comparable(l, level, base);
}

/* 110,000 fewer than in October |and 400,000 more than a year before */
static bool goes_on(hd_str tail) {
  return hd_str_ends(tail, HD_STR(" and ")) ||
         hd_str_ends(tail, HD_STR(" but "));
}

/* 62%, 7 percentage points higher than the 53% */
static bool try_than(hd_linker *l, size_t level) {
  size_t change = level + 1, base = level + 2;
  hd_str tail = hd_linker_gap(l, change, base);
  if (!are_ends(l, level, change, base) || tail.n > NEAR ||
      hd_str_has(tail, ",") || goes_on(tail) ||
      past_lead(hd_linker_gap(l, level, change)).n)
    return false;
  hd_span span = {hd_linker_figure(l, change)->span.end,
                  hd_linker_figure(l, base)->span.off};
  const hd_token *word = hd_compare_word(l, level, span);
  if (!word || word->span.off > span.off + 1)
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base stands behind than");
  hd_compare_add_worded(l, &link, change, word);
  return true;
}

/* compared with |the revised estimates of |$5,449 million */
static bool names_base(hd_str words) {
  enum { WORDS = 45 };
  return words.n <= WORDS && hd_str_ends(words, HD_STR(" of ")) &&
         !hd_str_has_any(words, (const char *const[]){",", " and ", NULL});
}

/* an increase of $452 million |or 4.8%, |(4.8%): the same change as a rate. */
static bool is_rate_beside(const hd_linker *l, size_t change) {
  hd_str gap = hd_linker_gap(l, change, change + 1);
  return hd_linker_figure(l, change + 1)->kind == HD_KIND_PERCENT &&
         hd_linker_figure(l, change)->kind != HD_KIND_PERCENT &&
         (hd_str_is(gap, " or ") || hd_str_is(gap, ", or ") ||
          hd_str_is(gap, " ("));
}

/* What stands behind a change without the bracket or comma that ends it. */
static hd_str past_end(hd_str s) {
  static const char *const ends[] = {"),", ")", ",", NULL};
  return hd_compare_cut(s, hd_str_starts_any(s, ends));
}

/* decreased by 1.3 points from 45.2% |to 43.9%: the level stands behind. */
static bool goes_to(const hd_linker *l, size_t base) {
  return hd_linker_one_sentence(l, base, base + 1) &&
         hd_linker_comparable(l, base, base + 1) &&
         hd_str_is(hd_linker_gap(l, base, base + 1), " to ");
}

/* $5.6 billion at year's end, an increase of $0.4 billion from $5.0 billion */
static bool try_from(hd_linker *l, size_t level) {
  static const char *const from[] = {
      " from the ",    " from ",          " over the ", " over ",
      " compared to ", " compared with ", NULL};
  static const char *const others[] = {" and ", " while ", " but ", NULL};
  const size_t change = level + 1;
  const bool twice = is_rate_beside(l, change);
  const size_t base = change + 1 + twice;
  if (twice && !hd_linker_one_sentence(l, level, base))
    return false;
  hd_str tail = past_end(hd_linker_gap(l, base - 1, base));
  hd_str gap = hd_linker_gap(l, level, change);
  size_t n = hd_str_starts_any(tail, from);
  if (tail.n && tail.p[tail.n - 1] == '$')
    tail.n--;
  if (n && names_base(hd_compare_cut(tail, n)))
    n = tail.n;
  if (!are_ends(l, level, change, base) ||
      !hd_compare_says_change(l, level, change) || gap.n > NEAR ||
      !hd_str_has(gap, ", ") || !n || tail.n != n ||
      hd_str_has_any(gap, others) || goes_to(l, base))
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base stands behind from");
  const hd_claim *c = hd_linker_claim(l, change);
  link.cue = c->cue;
  link.anchor = c->verb;
  hd_linker_set_change(l, change, &link);
  if (twice)
    hd_linker_set_change(l, change + 1, &link);
  hd_linker_add(l, link);
  return true;
}

/* compared to |2002, their profits increased by| 223%: no base of the level.
 */
static bool begins_clause(hd_str gap) {
  const char *comma = gap.n ? memrchr(gap.p, ',', gap.n) : NULL;
  return comma &&
         hd_str_has_any((hd_str){gap.p, (size_t)(comma - gap.p)}, compared_to);
}

/* $3.2 million in 2019, compared to $4.1 million in 2018, a decrease of 22% */
static bool try_compared(hd_linker *l, size_t level) {
  static const char *const leads[] = {", a ",    ", an ",    ", or ", ", up ",
                                      ", down ", " (a ",     " (an ", "; a ",
                                      "; an ",   ", which ", NULL};
  size_t base = level + 1, change = level + 2;
  if (!hd_compare_is_level(l, base) || !hd_linker_comparable(l, level, base) ||
      !hd_compare_says_change(l, level, change))
    return false;
  hd_str gap = hd_linker_gap(l, level, base);
  hd_str tail = hd_linker_gap(l, base, change);
  if (!hd_str_has_any(gap, compared_to) || begins_clause(gap) ||
      !hd_str_has_any(tail, leads) || gap.n > NEAR || tail.n > NEAR)
    return false;
  hd_link link = hd_compare_link(l, level, base, "the base is compared to");
  hd_compare_add(l, &link, change);
  return true;
}

bool hd_compare_english(hd_linker *l, size_t level) {
  return l->doc->lang == HD_LANG_EN &&
         hd_linker_one_sentence(l, level, level + 2) &&
         (try_than(l, level) || try_from(l, level) || try_compared(l, level));
}
