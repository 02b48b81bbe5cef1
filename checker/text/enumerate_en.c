/* enumerate_en: members within English sentences.
 *
 * In: the span of a clause. Out: ordinals with a capital wherever they stand,
 * and (a), (ii), (3), a), ii) at the head of a sentence, behind a mark, or
 * behind a word that goes on to a list; elsewhere these are references, but
 * for Roman numerals that go on. */
#include "enumerate_form.h"
#include <stdlib.h>

/* The first byte from off on that may be a capital (40 to 5F, C0 to DF); few
 * are, so that eight are passed at once. */
static uint32_t next_capital(const char *t, uint32_t off, uint32_t end) {
  const uint64_t ones = 0x0101010101010101u;
  for (uint64_t eight; off + sizeof eight <= end; off += sizeof eight) {
    memcpy(&eight, t + off, sizeof eight);
    if (eight >> 6 & ~eight >> 5 & ones)
      break;
  }
  while (off < end && (t[off] & 0x60) != 0x40)
    off++;
  return off;
}

/* An English ordinal with a capital is a member wherever it stands: a mark of
 * a footnote may hide the end of the sentence before it (minimal.†† Fifth,). */
static void read_capitals(hd_arena *arena, const hd_text *text, hd_span span,
                          hd_enumerator e, hd_enumerators *out) {
  const char *t = text->doc->text.p;
  for (uint32_t off = span.off + 1;
       (off = next_capital(t, off, span.end)) < span.end; off++) {
    if ((unsigned char)(t[off] - 'E') > 'T' - 'E' ||
        (t[off - 1] != ' ' && t[off - 1] != '.'))
      continue;
    e.span = (hd_span){off, off};
    if (hd_enumerate_word(t + off, text->sentences[e.sentence].span.end - off,
                          &e))
      HD_PUSH(arena, out, e);
  }
}

/* The word that ends at `end`, in lower case; a longer one is empty. */
static hd_str word_before(const char *t, uint32_t end, char low[12]) {
  uint32_t from = end;
  while (from > 0 && hd_ascii_is_letter(t[from - 1]))
    from--;
  if (end - from > 12)
    return (hd_str){low, 0};
  hd_ascii_lower(low, t + from, end - from);
  return (hd_str){low, end - from};
}

/* May a member in brackets stand at off: at the head of its sentence, behind a
 * mark or a word that goes on to a list? "section (b)" is a reference. */
static bool leads_to_member(const char *t, uint32_t low, uint32_t off) {
  static const char *const list[] = {
      "and", "or",  "to",  "are",     "is",       "include", "includes",
      "by",  "for", "in",  "that",    "were",     "either",  "including",
      "on",  "of",  "was", "through", "requires", "covers",  NULL};
  char room[12];
  if (off == low)
    return true;
  if (off < 2 || t[off - 1] != ' ')
    return false;
  return strchr(",;:.", t[off - 2]) ||
         hd_str_is_any(word_before(t, off - 1, room), list);
}

/* Does the text of a member whose bracket is (from, off) begin at off? "(a) and
 * (b)" are references, and "of (a) is"; not "; (c) and changing patterns", nor
 * ": (a) is unusual". */
static bool goes_on(const char *t, uint32_t from, uint32_t off, uint32_t end) {
  static const char *const list[] = {"above",   "below",   "of",
                                     "through", "applies", NULL};
  static const char *const open[] = {"and", "or", "is", "are", NULL};
  char low[12];
  uint32_t to = off + 1;
  if (off + 1 >= end || t[off] != ' ')
    return false;
  if (t[off + 1] == '$')
    return true;
  if (!hd_ascii_is_letter(t[off + 1]))
    return false;
  while (to < end && hd_ascii_is_letter(t[to]))
    to++;
  hd_str word = word_before(t, to, low);
  bool parted = from > 1 && strchr(";:,", t[from - 2]) && to + 1 < end &&
                t[to] == ' ' && hd_ascii_is_letter(t[to + 1]);
  return !hd_str_is_any(word, list) && (parted || !hd_str_is_any(word, open));
}

/* Roman numerals up to 20: their value, 0. */
static uint32_t small_roman(hd_str s) {
  static const char *const romans[] = {
      "i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
      "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};
  for (uint32_t i = 0; i < sizeof romans / sizeof *romans; i++)
    if (hd_str_is(s, romans[i]))
      return i + 1;
  return 0;
}

/* Is the last lettered member of this form the one before? Then i is behind
 * h, else the first of Romans. */
static bool follows_letter(const hd_enumerators *out, uint32_t series,
                           uint32_t number) {
  for (size_t k = out->n; k-- > 0;)
    if (out->items[k].series == series)
      return out->items[k].number + 1 == number;
  return false;
}

/* (i) 1959-63: a figure is what the member is. */
static bool is_figure(const char *t, uint32_t bracket, uint32_t end) {
  return bracket + 2 < end && t[bracket + 1] == ' ' &&
         hd_ascii_is_digit(t[bracket + 2]);
}

/* (a), (ii), (3), a), ii) at off. */
static bool bracket_member(const hd_text *text, uint32_t off, uint32_t end,
                           const hd_enumerators *out, hd_enumerator *e) {
  enum { LONGEST = 5 };
  const char *t = text->doc->text.p;
  bool open = t[off] == '(';
  uint32_t from = off + open, to = from;
  while (to < end && to - from <= LONGEST &&
         (hd_ascii_is_digit(t[to]) || (t[to] >= 'a' && t[to] <= 'z')))
    to++;
  hd_str s = {t + from, to - from};
  size_t used = 0;
  if (s.n == 0 || to >= end || t[to] != ')')
    return false;
  uint32_t roman = small_roman(s), letter = (uint32_t)(s.p[0] - 'a') + 1;
  if (!goes_on(t, off, to + 1, end) &&
      !(roman && open && is_figure(t, to, end)))
    return false;
  e->span = (hd_span){off, to + 1};
  uint32_t series = open ? HD_SERIES_LETTER : HD_SERIES_HALF_LETTER;
  if (hd_ascii_is_digit(s.p[0])) {
    e->number = hd_enumerate_digits(s.p, s.n, &used);
    e->series = open ? HD_SERIES_PAREN : HD_SERIES_HALF;
    return used == s.n;
  }
  if (roman && !(s.n == 1 && follows_letter(out, series, letter))) {
    e->number = roman;
    e->series = open ? HD_SERIES_ROMAN : HD_SERIES_HALF_ROMAN;
    return true;
  }
  e->number = letter;
  e->series = series;
  return s.n == 1;
}

/* 4) Home Care and 5) Baby Care: the next of its sentence. Elsewhere a number
 * with a bracket behind it is what the bracket ends in. */
static bool goes_on_from(const hd_enumerators *out, const hd_enumerator *e) {
  enum { BACK = 16 }; /* members of lists within it, at most */
  size_t low = out->n > BACK ? out->n - BACK : 0;
  for (size_t k = out->n; k-- > low && out->items[k].sentence == e->sentence;)
    if (out->items[k].series == e->series)
      return out->items[k].number + 1 == e->number &&
             out->items[k].span.off < e->span.off;
  return false;
}

/* consists of |1) planning, 2) collection: the first of a list that goes on in
 * its sentence. */
static bool opens_list(const hd_text *text, const hd_enumerator *e,
                       uint32_t limit) {
  enum { REACH = 800 };
  if (e->number != 1)
    return false;
  uint32_t off = e->span.end;
  uint32_t end = limit - off < REACH ? limit : off + REACH;
  hd_str rest = {text->doc->text.p + off, end - off};
  return hd_str_has(rest, " 2) ") || hd_str_has(rest, " 3) ");
}

/* equation (1), section (2): what a reference is to. */
static bool is_reference(const char *t, uint32_t off) {
  static const char *const list[] = {
      "section",    "sections", "clause", "clauses",  "paragraph",  "column",
      "paragraphs", "item",     "items",  "rule",     "rules",      "columns",
      "part",       "under",    "see",    "equation", "eq",         "eqs",
      "equations",  "model",    "models", "table",    "figure",     "note",
      "notes",      "step",     "steps",  "option",   "subsection", "footnote",
      "line",       "lines",    "panel",  "row",      "group",      "case",
      "scenario",   NULL};
  char room[12];
  return off < 2 || t[off - 1] != ' ' || !hd_ascii_is_letter(t[off - 2]) ||
         hd_str_is_any(word_before(t, off - 1, room), list);
}

/* has funded |(1) gas and (2) wind, included |1) mines and 2) farms: the first
 * of a list whose second stands in its sentence, whatever the word before; (2)
 * and (ii) that go on from one. */
static bool is_of_list(const hd_text *text, const hd_enumerators *out,
                       const hd_enumerator *e, uint32_t limit) {
  enum { REACH = 800 };
  const char *t = text->doc->text.p;
  bool half = e->series == HD_SERIES_HALF;
  if ((t[e->span.off] != '(' && !half) || is_reference(t, e->span.off))
    return false;
  if (e->number != 1)
    return goes_on_from(out, e);
  uint32_t off = e->span.end;
  uint32_t end = limit - off < REACH ? limit : off + REACH;
  const char *second = half                           ? " 2) "
                       : e->series == HD_SERIES_PAREN ? " (2) "
                       : e->series == HD_SERIES_ROMAN ? " (ii) "
                                                      : " (b) ";
  return hd_str_has((hd_str){t + off, end - off}, second);
}

/* (i) 1959-63 (ii) 1964-65: a numeral of two letters and more goes on with the
 * list of its sentence without a mark, but for "clause (ii)". */
static bool goes_on_unmarked(const char *t, const hd_enumerators *out,
                             const hd_enumerator *e) {
  static const char *const list[] = {
      "section",    "sections", "clause", "clauses", "paragraph",
      "paragraphs", "item",     "items",  "rule",    "rules",
      "part",       "under",    "see",    NULL};
  char room[12];
  const hd_enumerator *last = out->n ? &out->items[out->n - 1] : NULL;
  return last && e->series == HD_SERIES_ROMAN && last->series == e->series &&
         last->sentence == e->sentence && e->span.end - e->span.off > 3 &&
         last->number < e->number && e->number <= last->number + 2 &&
         t[e->span.off - 1] == ' ' &&
         !hd_str_is_any(word_before(t, e->span.off - 1, room), list);
}

/* ( or one to five letters or digits with ) behind them. */
static bool may_open(const char *t, uint32_t off, uint32_t end) {
  enum { LONGEST = 5 };
  uint32_t to = off;
  while (to < end && to - off < LONGEST &&
         (hd_ascii_is_digit(t[to]) || (t[to] >= 'a' && t[to] <= 'z')))
    to++;
  return t[off] == '(' || (to > off && to < end && t[to] == ')');
}

/* Members in brackets that stand within a clause, or lettered at its head. */
static void read_brackets(hd_arena *arena, const hd_text *text, hd_span span,
                          hd_enumerator e, hd_enumerators *out) {
  enum { MEMBER = 8 }; /* bytes of (viii), at most */
  const char *t = text->doc->text.p;
  uint32_t low = text->sentences[e.sentence].span.off;
  uint32_t limit = text->sentences[e.sentence].span.end;
  uint32_t last = span.end + MEMBER < limit ? span.end + MEMBER : limit;
  if (last <= span.off || !memchr(t + span.off, ')', last - span.off))
    return;
  for (uint32_t off = span.off; off < span.end; off++) {
    if (!(off == low || t[off - 1] == ' ') || !may_open(t, off, limit))
      continue;
    bool open = t[off] == '(' || !hd_enumerate_in_bracket(t, off);
    if (open && bracket_member(text, off, limit, out, &e) &&
        (leads_to_member(t, low, off) || goes_on_unmarked(t, out, &e) ||
         is_of_list(text, out, &e, limit)) &&
        (e.series != HD_SERIES_HALF || goes_on_from(out, &e) ||
         opens_list(text, &e, limit)))
      HD_PUSH(arena, out, e);
  }
}

static int by_place(const void *a, const void *b) {
  const hd_enumerator *x = a, *y = b;
  return (x->span.off > y->span.off) - (x->span.off < y->span.off);
}

void hd_enumerate_english(hd_arena *arena, const hd_text *text, hd_span span,
                          hd_enumerator e, hd_enumerators *out) {
  size_t n = out->n;
  read_capitals(arena, text, span, e, out);
  read_brackets(arena, text, span, e, out);
  if (out->n - n > 1)
    qsort(out->items + n, out->n - n, sizeof *out->items, by_place);
}
