/* share_en: shares of English sentences and what they are of.
 *
 * In: a percentage with aspect share. Out: its SHARE_OF link. The part is the
 * figure that the bracket stands behind (465 patients (14%)). The whole is
 * said behind it (84 (55%) of 152 countries), between part and share (seven
 * of 191 cases (3.7%)), at the head of the sentence or clause (Of the 3,254
 * patients, 465 (14%) ...) or, behind "Of these", in the sentence before. A
 * whole that none of these words names stays open. Where the whole is named,
 * the share may also stand behind "or" or beside its part in a bracket. */
#include "shares.h"

enum {
  GAP = 48,
  SAID = 95, /* the words leave no other whole */
  HEAD = 85  /* the sentence tells it: none outside of it is another */
};

static bool holds_mark(hd_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (strchr(",;:", s.p[i]))
      return true;
  return false;
}

static bool is_bracketed(const hd_linker *l, size_t k) {
  uint32_t at = hd_linker_figure(l, k)->span.off;
  return at > 0 && strchr("([", l->doc->text.p[at - 1]);
}

/* four of 10 adults (51.2% for men and 33.7% for women): the shares of groups
 * are not that of the figure before the bracket. */
static bool is_of_group(const hd_linker *l, size_t k) {
  static const char *const words[] = {" for ", " of ", " among ", " in "};
  if (!hd_linker_one_sentence(l, k, k + 1) ||
      hd_linker_figure(l, k + 1)->kind != HD_KIND_PERCENT)
    return false;
  hd_str gap = hd_linker_gap(l, k, k + 1);
  bool named = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    named = named || hd_str_starts(gap, hd_str_of(words[i]));
  return named && gap.n <= GAP && !memchr(gap.p, ')', gap.n);
}

/* disinfectants (1,684; 36.7%): both stand in the bracket. */
static bool is_beside(const hd_linker *l, size_t k) {
  if (!is_bracketed(l, k - 1) || !hd_linker_one_sentence(l, k - 1, k))
    return false;
  hd_str gap = hd_linker_gap(l, k - 1, k);
  uint32_t end = hd_linker_figure(l, k)->span.end;
  return (hd_str_is(gap, "; ") || hd_str_is(gap, ", ")) &&
         end < l->doc->text.n && l->doc->text.p[end] == ')';
}

/* $351 million or 16%: the share is the amount said before. */
static bool is_or(const hd_linker *l, size_t k) {
  const hd_claim *c = hd_linker_claim(l, k);
  hd_str gap = hd_linker_one_sentence(l, k - 1, k) ? hd_linker_gap(l, k - 1, k)
                                                   : (hd_str){0};
  /* 11.3 million persons (or |3.7% of the 308.7 million */
  bool bracket = hd_str_ends(gap, HD_STR(" (or ")) && gap.n <= GAP;
  return (hd_str_is(gap, " or ") || hd_str_is(gap, ", or ") || bracket) &&
         !c->direction &&
         !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT));
}

/* Both are counts, or measure one thing. */
static bool alike(const hd_linker *l, size_t a, size_t b) {
  return hd_linker_comparable(l, a, b) ||
         (hd_linker_figure(l, a)->kind == HD_KIND_COUNT &&
          hd_linker_figure(l, b)->kind == HD_KIND_COUNT);
}

/* 84 (55%) of 152: the whole stands behind the bracket. */
static size_t whole_behind(const hd_linker *l, size_t rate, size_t part) {
  size_t k = rate + 1;
  if (!hd_linker_one_sentence(l, rate, k) || !alike(l, k, part))
    return l->n_order;
  hd_str gap = hd_linker_gap(l, rate, k);
  static const char *const of[] = {" of the ",           " of all ",
                                   " of a total of ",    " of an estimated ",
                                   " of approximately ", " of about ",
                                   " of its ",           NULL};
  /* in 310 parishes (98.5% of all |315 parishes) */
  bool inside = is_bracketed(l, rate) && !memchr(gap.p, ')', gap.n);
  bool behind = hd_str_starts(gap, HD_STR(") of ")) ||
                ((is_or(l, rate) || inside) && hd_str_starts_any(gap, of));
  return gap.n <= GAP && behind && !holds_mark(gap) ? k : l->n_order;
}

/* 104 of 200|) than in women (|38.0%: is the bracket a figure stands in closed
 * before the text between ends? */
static bool leaves_bracket(hd_str gap) {
  size_t end = hd_str_find(gap, HD_STR(")"));
  return end < gap.n && end < hd_str_find(gap, HD_STR("("));
}

/* seven of 191 cases (3.7%): the part stands before the whole. */
static bool part_before(const hd_linker *l, size_t rate, size_t *part) {
  if (rate < 2 || !hd_linker_one_sentence(l, rate - 2, rate) ||
      !alike(l, rate - 2, rate - 1) || !hd_share_stock(l, rate - 2))
    return false;
  hd_str gap = hd_linker_gap(l, rate - 2, rate - 1);
  size_t at = hd_str_find(gap, HD_STR(" of "));
  enum { OF = 4 };
  const hd_quantity *a = hd_linker_figure(l, rate - 2);
  const hd_quantity *b = hd_linker_figure(l, rate - 1);
  if (at > OF || gap.n > GAP || holds_mark(gap) ||
      leaves_bracket(hd_linker_gap(l, rate - 1, rate)) ||
      hd_number_cmp(a->low, b->low) >= 0)
    return false;
  *part = rate - 2;
  return true;
}

/* The text at the head of the sentence of figure k. */
static hd_str head(const hd_linker *l, size_t k) {
  hd_span s = l->text->sentences[hd_linker_claim(l, k)->sentence].span;
  return hd_linker_between(l, s.off, s.end);
}

/* The first figure of its sentence; n_order where that has very many. */
static size_t first_of(const hd_linker *l, size_t k) {
  enum { MOST = 100 };
  for (int n = 0; k > 0 && hd_linker_one_sentence(l, k - 1, k); n++, k--)
    if (n == MOST)
      return l->n_order;
  return k;
}

/* s without the last word where it is one that may stand between "of" and its
 * figure: of an estimated 4,591 calls. */
static hd_str without_filler(hd_str s) {
  static const char *const words[] = {
      "the",   "all",      "an",        "a",    "estimated", "approximately",
      "about", "nearly",   "almost",    "some", "these",     "those",
      "over",  "total of", "more than", "its",  "their"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    hd_str word = hd_str_of(words[i]);
    size_t before = s.n - word.n;
    if (hd_str_ends(s, word) && (before == 0 || s.p[before - 1] == ' '))
      return hd_str_trim((hd_str){s.p, before});
  }
  return s;
}

/* Does a sentence or a clause open with "Of" or "Among", or "and among", right
 * before figure k? */
static bool opens_of(const hd_linker *l, size_t k) {
  enum { FILLERS = 3, REACH = 64 };
  static const char *const words[] = {"of",    "Of",     "among",
                                      "Among", "out of", "Out of"};
  static const char *const joints[] = {" and", " while", " but", " whereas",
                                       NULL};
  uint32_t off = l->text->sentences[hd_linker_claim(l, k)->sentence].span.off;
  uint32_t end = hd_linker_figure(l, k)->span.off;
  off = end - off > REACH ? end - REACH : off;
  hd_str s = hd_str_trim(hd_linker_between(l, off, end));
  for (int n = 0; n < FILLERS; n++)
    s = without_filler(s);
  for (size_t i = sizeof words / sizeof *words; i-- > 0;) {
    hd_str word = hd_str_of(words[i]);
    if (!hd_str_ends(s, word))
      continue;
    s = hd_str_trim((hd_str){s.p, s.n - word.n});
    if (hd_str_is(word, "among") && hd_str_ends_any(s, joints))
      return true;
    char mark = s.n ? s.p[s.n - 1] : ',';
    return !hd_ascii_is_letter(mark) && !(mark >= '0' && mark <= '9') &&
           mark != '-' && mark != ')';
  }
  return false;
}

/* Of the 3,254 patients, 465 (14%) ...: the whole opens the sentence, or the
 * clause: in 2018, among 7,155 sequences, 3,011 (42%). */
static size_t whole_at_head(const hd_linker *l, size_t rate, size_t part) {
  enum { FIGURES = 12 };
  if (l->doc->text.p[hd_linker_figure(l, rate)->span.off - 1] == '[')
    return l->n_order; /* 62 (27%) of 230 (including 44 [19%]): of either */
  for (size_t k = part, n = 0; k-- > 0 && n < FIGURES; n++) {
    if (!hd_linker_one_sentence(l, k, rate))
      break;
    if (opens_of(l, k))
      return alike(l, k, part) && hd_share_stock(l, k) ? k : l->n_order;
  }
  return l->n_order;
}

/* Of these, of this amount: does the sentence go on with what the one before
 * counts? */
static bool goes_on(const hd_linker *l, size_t k) {
  static const char *const words[] = {
      "Of these", "Of those",    "Of them",     "Of this",    "Of that",
      "Of which", "Out of this", "Among these", "Among them", NULL};
  return hd_str_starts_any(head(l, k), words) > 0;
}

/* Of the total |stock, ...: does the sentence before name what the total is of?
 */
static bool takes_total(const hd_linker *l, size_t k) {
  enum { LEAST = 4, REACH = 400 };
  uint32_t sentence = hd_linker_claim(l, k)->sentence;
  hd_str said = head(l, k), lead = HD_STR("Of the total ");
  if (sentence == 0 || !hd_str_starts(said, lead))
    return false;
  hd_str word = {said.p + lead.n, 0};
  while (lead.n + word.n < said.n && hd_ascii_is_letter(word.p[word.n]))
    word.n++;
  if (word.n < LEAST)
    return false;
  hd_span before = l->text->sentences[sentence - 1].span;
  if (before.end - before.off > REACH)
    before.off = before.end - REACH;
  hd_str told = hd_linker_between(l, before.off, before.end);
  hd_str tail = {word.p + 1, word.n - 1}; /* Expenditure was */
  return hd_str_find(told, tail) < told.n;
}

/* Does another whole come between the first figure and k: of which, of the? */
static bool is_narrowed(const hd_linker *l, size_t first, size_t k) {
  static const char *const words[] = {" of which ", " of whom ", " including ",
                                      " out of ",   ";",         " of those ",
                                      " of these ", NULL};
  return k > first && hd_str_has_any(hd_linker_gap(l, first, k), words);
}

/* 520 schools |and 80 colleges: what is counted may be both. */
static bool is_joined(const hd_linker *l, size_t k) {
  return hd_linker_one_sentence(l, k, k + 1) && hd_share_stock(l, k + 1) &&
         alike(l, k, k + 1) && hd_linker_gap(l, k, k + 1).n <= GAP &&
         hd_str_ends(hd_linker_gap(l, k, k + 1), HD_STR(" and "));
}

/* Of these, 7.5 million people (21%) ...: what the sentence before counts. */
static size_t whole_of_these(const hd_linker *l, size_t rate, size_t part) {
  size_t found = l->n_order;
  if (!goes_on(l, rate) && !takes_total(l, rate))
    return l->n_order;
  size_t first = first_of(l, rate);
  if (first == l->n_order || first == 0 || is_narrowed(l, first, part))
    return l->n_order;
  const hd_quantity *p = hd_linker_figure(l, part);
  uint32_t block = hd_linker_claim(l, part)->block;
  for (size_t k = first; k-- > 0;) {
    const hd_claim *c = hd_linker_claim(l, k);
    if (c->block != block ||
        c->sentence + 1 != hd_linker_claim(l, part)->sentence)
      break;
    const hd_quantity *q = hd_linker_figure(l, k);
    if (!hd_share_stock(l, k) || q->kind != p->kind || q->unit != p->unit ||
        hd_number_cmp(q->low, p->low) <= 0)
      continue;
    if (found != l->n_order || is_joined(l, k))
      return l->n_order; /* two could be meant */
    found = k;
  }
  return found;
}

/* 489 patients were eligible, 72 (15%) of whom were excluded */
static bool of_whom_behind(const hd_linker *l, size_t rate) {
  static const char *const words[] = {") of whom ", ") of which ", "] of whom ",
                                      "] of which ", NULL};
  enum { REACH = 11 };
  uint32_t off = hd_linker_figure(l, rate)->span.end;
  uint32_t last =
      l->text->sentences[hd_linker_claim(l, rate)->sentence].span.end;
  hd_str s = hd_linker_between(l, off, off + REACH < last ? off + REACH : last);
  return hd_str_starts_any(s, words) > 0;
}

/* 16,859 pensioners, of which 11,827 or 70%: the figure before "of which", past
 * its own share: 461,825 (35.5%) clerks, 409,462 (88.7%) of whom. */
static size_t whole_of_which(const hd_linker *l, size_t rate, size_t part) {
  if (part == 0)
    return l->n_order;
  bool shared = part > 1 && is_bracketed(l, part - 1) &&
                hd_linker_figure(l, part - 1)->kind == HD_KIND_PERCENT;
  size_t whole = part - (shared ? 2 : 1);
  if (!hd_linker_one_sentence(l, whole, part) || !hd_share_stock(l, whole) ||
      !alike(l, whole, part))
    return l->n_order;
  if (of_whom_behind(l, rate))
    return whole;
  hd_str gap = hd_linker_gap(l, part - 1, part);
  return hd_str_ends(gap, HD_STR(" of which ")) ||
                 hd_str_ends(gap, HD_STR(" of whom "))
             ? whole
             : l->n_order;
}

/* The whole of the share that words of the sentence name. */
static size_t named_whole(const hd_linker *l, size_t rate, size_t *part,
                          uint8_t *strength) {
  size_t whole = l->n_order;
  if (part_before(l, rate, part))
    whole = rate - 1;
  if (whole == l->n_order)
    whole = whole_behind(l, rate, *part);
  if (whole != l->n_order)
    *strength = SAID;
  if (whole == l->n_order)
    whole = whole_of_these(l, rate, *part);
  if (whole != l->n_order)
    return whole;
  whole = whole_of_which(l, rate, *part);
  if (whole == l->n_order)
    whole = whole_at_head(l, rate, *part);
  if (whole != l->n_order)
    *strength = HEAD;
  return whole;
}

static void add_share(hd_linker *l, size_t rate, size_t part, size_t whole,
                      uint8_t strength) {
  hd_share_add(l, rate, part, l->order[whole]);
  if (strength)
    l->links.items[l->links.n - 1].strength = strength;
  if (alike(l, whole, part))
    hd_linker_add(l, hd_linker_part(l, l->order[whole], l->order[part],
                                    "a share is said of it"));
}

/* The text behind figure k, up to its bracket's end and a few words on. */
static hd_str behind_bracket(const hd_linker *l, size_t k) {
  enum { NOUN = 30, MORE = 12 };
  uint32_t off = hd_linker_figure(l, k)->span.end;
  hd_span s = l->text->sentences[hd_linker_claim(l, k)->sentence].span;
  uint32_t end = off + NOUN + MORE < s.end ? off + NOUN + MORE : s.end;
  hd_str rest = hd_linker_between(l, off, end);
  for (size_t i = 0; i < rest.n && i <= NOUN; i++) {
    if (rest.p[i] == ')')
      return (hd_str){rest.p + i, rest.n - i};
    if (rest.p[i] != ' ' && !hd_ascii_is_letter(rest.p[i]))
      break;
  }
  return (hd_str){"", 0};
}

/* 17.2% (113 million tonnes) of total exports (|656 million tonnes). */
static size_t whole_past(const hd_linker *l, size_t part) {
  size_t k = part + 1;
  if (!hd_linker_one_sentence(l, part, k) || !alike(l, k, part) ||
      !hd_share_stock(l, k))
    return l->n_order;
  hd_str gap = hd_linker_gap(l, part, k);
  size_t of = hd_str_find(gap, HD_STR(") of "));
  bool bracket = hd_str_ends(gap, HD_STR(" ("));
  static const char *const all[] = {") of the ", ") of all ", NULL};
  hd_str tail = hd_str_trim((hd_str){gap.p, bracket ? gap.n - 1 : gap.n});
  bool direct = hd_str_ends_any(
      hd_str_trim(gap), (const char *const[]){"of the", "of all", NULL});
  return of < gap.n && gap.n <= 2 * GAP && !holds_mark(tail) &&
                 (direct || (bracket && !hd_str_has_any(gap, all)))
             ? k
             : l->n_order;
}

/* Among 292 crews, 94% (|274) reported leaks: the part in the bracket. */
static bool add_before(hd_linker *l, size_t rate) {
  static const char *const gaps[] = {" (", " (n = ", " (n=", NULL};
  static const char *const other[] = {") of those", ") of these", ") of them",
                                      ") of whom",  ") of which", NULL};
  size_t part = rate + 1;
  if (!hd_linker_one_sentence(l, rate, part) || !hd_share_stock(l, part) ||
      hd_linker_claim(l, rate)->aspects &
          (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) ||
      !hd_str_is_any(hd_linker_gap(l, rate, part), gaps))
    return false;
  size_t whole = whole_past(l, part);
  hd_str behind = behind_bracket(l, part);
  uint8_t strength = SAID;
  if (whole == l->n_order && behind.n && !hd_str_starts_any(behind, other)) {
    whole = whole_at_head(l, rate, part);
    strength = HEAD;
  }
  if (whole == l->n_order)
    return false;
  add_share(l, rate, part, whole, strength);
  return true;
}

void hd_share_english(hd_linker *l, size_t rate, const uint32_t *wholes) {
  if (add_before(l, rate) || rate == 0 ||
      !hd_linker_one_sentence(l, rate - 1, rate) ||
      !hd_share_stock(l, rate - 1))
    return;
  bool share = hd_linker_claim(l, rate)->aspects & HD_ASPECT_SHARE;
  bool bracketed = share && is_bracketed(l, rate) && !is_of_group(l, rate);
  if (!bracketed && !is_beside(l, rate) && !is_or(l, rate))
    return;
  size_t part = rate - 1;
  uint8_t strength = 0;
  size_t whole = named_whole(l, rate, &part, &strength);
  if (whole != l->n_order)
    add_share(l, rate, part, whole, strength);
  else if (bracketed || is_beside(l, rate)) {
    bool square =
        l->doc->text.p[hd_linker_figure(l, rate)->span.off - 1] == '[';
    /* 700 cases, including 300 (43%) in ... */
    hd_share_add(l, rate, part, square ? HD_NONE : wholes[l->order[part]]);
  }
}
