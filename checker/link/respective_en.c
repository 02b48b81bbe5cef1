/* respective_en: what the figures of a "respectively" are of.
 *
 * In: the figures of the list and the sentence. Out: the names where they are
 * sure. Each "and" outside of the figures is the joint of a chain: Wheat,
 * maize and rice; a chain has as many names as commas lead to it and two
 * more, one less where it opens with a preposition (In 2020, men and women),
 * and more where another "and" is near. Where one of the chains of the
 * sentence fits the figures they are its; where none does, the nearest is
 * said. A single figure needs a chain before it. */
#include "lists.h"

enum {
  CHAINS = 12,
  SEGMENT = 60,
  CLAUSE = 32,
  RIGHT_WORDS = 3,
  NAMES = 8,
  MORE = 4,
  ANY = 32
};

typedef struct {
  uint32_t fewest, most;
  uint32_t at; /* of the joint */
  hd_items names;
} chain;

typedef struct {
  const hd_linker *l;
  hd_span sentence, figures, anchor;
  uint32_t n;
} reader;

static hd_str text_of(const reader *r, uint32_t from, uint32_t to) {
  return hd_linker_between(r->l, from, to);
}

/* Is a figure that is no date in the span? */
static bool holds_figure(const reader *r, hd_span span) {
  const hd_quantities *q = r->l->q;
  size_t i = hd_quantities_from(q, span.off);
  for (; i < q->n && q->items[i].span.off < span.end; i++)
    if (q->items[i].kind != HD_KIND_DATE &&
        q->items[i].kind != HD_KIND_PERIOD &&
        q->items[i].kind != HD_KIND_ORDINAL)
      return true;
  return false;
}

/* Does the segment open what comes before a list: In 2020, overall? */
static bool introduces(hd_str s) {
  static const char *const words[] = {
      "in ",          "at ",          "for ",
      "by ",          "on ",          "as ",
      "of ",          "among ",       "during ",
      "after ",       "from ",        "over ",
      "with ",        "within ",      "since ",
      "before ",      "however",      "overall",
      "between ",     "while ",       "when ",
      "although ",    "similarly",    "likewise",
      "to ",          "under ",       "given ",
      "according",    "based ",       "despite ",
      "because",      "compared",     "excluding",
      "including",    "without ",     "this ",
      "last ",        "next ",        "hence",
      "thus",         "moreover",     "therefore",
      "these ",       "if ",          "since",
      "today",        "so ",          "meanwhile",
      "concurrently", "indeed",       "more specifically",
      "specifically", "up to ",       "using ",
      "nevertheless", "nonetheless",  "consequently",
      "accordingly",  "furthermore",  "additionally",
      "finally",      "conversely",   "notably",
      "separately",   "subsequently", "currently",
      "such as ",     "whether ",     "reflecting ",
      "adjusted ",    "further,",     "elsewhere",
      "relative to "};
  enum { CASE = 0x20 };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    hd_str word = hd_str_of(words[i]);
    hd_str rest = {word.p + 1, word.n - 1};
    if (s.n >= word.n && (s.p[0] | CASE) == word.p[0] &&
        hd_str_starts((hd_str){s.p + 1, s.n - 1}, rest))
      return true;
  }
  return false;
}

/* May, Sept., December */
static bool is_month(hd_str word) {
  word.n -= word.n && word.p[word.n - 1] == '.';
  return hd_month_begun(word) != 0;
}

static size_t word_start(hd_str s, size_t end) {
  while (end > 0 && s.p[end - 1] != ' ')
    end--;
  return end;
}

/* from 1st April: the month stands behind the day. */
static bool ends_in_month(hd_str s) {
  size_t off = word_start(s, s.n);
  if (off == 0 || !is_month((hd_str){s.p + off, s.n - off}))
    return false;
  return hd_ascii_is_digit(s.p[word_start(s, off - 1)]);
}

/* The years ended December 31: a day whose years follow is no name. */
static bool ends_in_day(hd_str s) {
  size_t end = s.n;
  while (end > 0 && hd_ascii_is_digit(s.p[end - 1]))
    end--;
  if (s.n - end < 1 || s.n - end > 2 || end == 0 || s.p[end - 1] != ' ')
    return ends_in_month(s);
  size_t off = word_start(s, --end);
  return is_month((hd_str){s.p + off, end - off});
}

/* commerce, |financial and business services: an adjective that shares the noun
 * behind the joint may be no name of its own. */
static bool shares_noun(hd_str left, hd_str right) {
  static const char *const endings[] = {"al", "ic", "ive", "ous", "ary", NULL};
  return left.n && memchr(left.p, ' ', left.n) == NULL &&
         memchr(right.p, ' ', right.n) != NULL &&
         hd_str_ends_any(left, endings) > 0;
}

/* As of December 31, 1988, diagnosed and reported cases: the year of a day that
 * stands before the comma at `off`. */
static bool is_years_day(const reader *r, uint32_t low, uint32_t off,
                         hd_span s) {
  hd_str text = text_of(r, s.off, s.end);
  bool year = text.n == 4;
  for (size_t i = 0; year && i < text.n; i++)
    year = hd_ascii_is_digit(text.p[i]);
  return year && off > low && ends_in_day(text_of(r, low, off - 1));
}

/* More words than a first name of a list has: what the names are of may stand
 * before it, or open the sentence. */
static bool is_long(hd_str s) {
  int blanks = 0;
  for (size_t i = 0; i < s.n; i++)
    blanks += s.p[i] == ' ';
  return blanks > 4;
}

/* The words of one name behind the joint. */
static hd_span right_of(const reader *r, uint32_t off, uint32_t end) {
  const char *t = r->l->doc->text.p;
  uint32_t at = off;
  if (off < r->figures.off && end > r->figures.off)
    end = r->figures.off;
  for (int words = 0; at < end; at++)
    if (strchr(",(;", t[at]) || (t[at] == ' ' && ++words == RIGHT_WORDS))
      break;
  return (hd_span){off, at};
}

/* Where the stretch that holds `at` begins: behind ; : ( or the figures. */
static uint32_t stretch_of(const reader *r, uint32_t at) {
  const char *t = r->l->doc->text.p;
  uint32_t low = at > r->figures.off ? r->figures.end : r->sentence.off;
  low = at > r->anchor.off && low < r->anchor.end ? r->anchor.end : low;
  uint32_t off = at;
  for (int depth = 0; off > low; off--) {
    depth += t[off - 1] == ')';
    if (depth == 0 && strchr(";:(", t[off - 1]))
      break;
    depth -= t[off - 1] == '(' && depth > 0;
  }
  return off;
}

/* Another joint so near that it may be one of names. */
static bool joint_near(const reader *r, uint32_t from, uint32_t to) {
  hd_str s = text_of(r, from, to);
  return hd_str_find(s, HD_STR(" and ")) != (size_t)-1 ||
         hd_str_find(s, HD_STR(" or ")) != (size_t)-1;
}

/* The chain whose joint is at `at`, the name behind it at `behind`. */
static bool read_chain(const reader *r, uint32_t at, uint32_t behind,
                       chain *out) {
  const char *t = r->l->doc->text.p;
  uint32_t low = stretch_of(r, at), end = at;
  hd_span right = right_of(r, behind, r->sentence.end);
  hd_span left[NAMES];
  uint32_t n = 0, open = 0;
  bool more = joint_near(r, behind, right.end + 1);
  bool cut = false; /* what stands before may end in one more name */
  bool opening = false;
  if (end > low && t[end - 1] == ',')
    end--;
  while (end > low && n < NAMES) {
    uint32_t off = end;
    while (off > low && t[off - 1] != ',')
      off--;
    hd_span s = hd_coordination_trim(r->l, (hd_span){off, end});
    cut = holds_figure(r, s) || (n && s.end - s.off > SEGMENT);
    if (hd_span_empty(s) || cut)
      break;
    hd_str text = text_of(r, s.off, s.end);
    if (n && (ends_in_day(text) || (!hd_ascii_is_digit(t[left[n - 1].off]) &&
                                    is_years_day(r, low, off, s))))
      break;
    if (hd_str_find(text, HD_STR("respectively")) != (size_t)-1)
      return false; /* names of the list before */
    left[n++] = s;
    more = more || joint_near(r, off, end);
    if (s.end - s.off > CLAUSE && off > low)
      open = MORE; /* the report found that activities of the Dunedin, */
    opening = introduces(text);
    if (open || opening || joint_near(r, off, end))
      break;
    end = off > low ? off - 1 : low;
  }
  if (n == 0 || holds_figure(r, right) || hd_span_empty(right))
    return false;
  out->at = at;
  out->names = (hd_items){.closed = true};
  for (uint32_t i = n; i-- > 0;)
    out->names.items[out->names.n++] = left[i];
  out->names.items[out->names.n++] = hd_coordination_trim(r->l, right);
  out->most = n + 1 + more + open + cut;
  bool intro =
      n > 1 &&
      (opening || is_long(text_of(r, left[n - 1].off, left[n - 1].end))) &&
      !(hd_ascii_is_digit(t[left[n - 1].end - 1]) &&
        hd_ascii_is_digit(t[left[n - 2].off]));
  bool shared = n > 1 && shares_noun(text_of(r, left[0].off, left[0].end),
                                     text_of(r, right.off, right.end));
  out->fewest = n + 1 - intro - shared;
  if (ends_in_day(text_of(r, right.off, right.end))) {
    out->fewest = 2; /* June 30, 2019 and June 30, 2018: any number */
    out->most = ANY;
  }
  return true;
}

/* The joint that begins at off: its length; 0. */
static uint32_t joint_at(const reader *r, uint32_t off) {
  hd_str s = text_of(r, off, r->sentence.end);
  if (hd_str_starts(s, HD_STR(" and ")))
    return 5;
  return hd_str_starts(s, HD_STR(" or ")) ? 4 : 0;
}

static bool fits(const chain *c, uint32_t n) {
  for (uint32_t k = c->fewest; k <= c->most; k++)
    if (k > 1 && n % k == 0)
      return true;
  return false;
}

/* Has the stretch from the figures to the word no other figure, no bracket? */
static bool is_plain(const reader *r, hd_span anchor) {
  uint32_t n = 0;
  const hd_quantities *q = r->l->q;
  size_t i = hd_quantities_from(q, r->figures.off);
  uint32_t end = anchor.off > r->figures.end ? anchor.off : r->figures.end;
  for (; i < q->n && q->items[i].span.off < end; i++)
    n += q->items[i].kind != HD_KIND_PERIOD && q->items[i].kind != HD_KIND_DATE;
  hd_str s = text_of(r, r->figures.off, end);
  return n == r->n && !memchr(s.p, '(', s.n) && !memchr(s.p, ')', s.n);
}

/* 233 districts, 30% and 48%: the first figure is of no list. */
static bool are_fellows(const hd_linker *l, size_t k) {
  enum { JOINT = 6 };
  hd_str gap = hd_linker_gap(l, k, k + 1);
  return hd_linker_comparable(l, k, k + 1) || gap.n <= JOINT;
}

/* The part of the sentence in which the names of the figures may stand. */
static hd_span around(const hd_linker *l, hd_span sentence, hd_span figures) {
  enum { NEAR = 4000 };
  if (figures.off > sentence.off + NEAR)
    sentence.off = (uint32_t)hd_utf8_floor(l->doc->text.p, figures.off - NEAR);
  if (sentence.end > figures.end + NEAR)
    sentence.end = (uint32_t)hd_utf8_floor(l->doc->text.p, figures.end + NEAR);
  return sentence;
}

/* A single figure, which has lost the other: near before the word, and none of
 * a range. */
static bool is_lone(const hd_linker *l, const reader *r, const hd_list *list) {
  enum { NEAR = 24, RANGE = 32 };
  const hd_quantity *q = hd_linker_figure(l, list->first);
  uint32_t off = q->span.off > RANGE ? q->span.off - RANGE : 0;
  off = off > r->sentence.off ? off : r->sentence.off;
  hd_str before = text_of(r, off, q->span.off);
  bool ranged = hd_number_cmp(q->low, q->high) != 0 ||
                (hd_str_ends(before, HD_STR(" to ")) &&
                 hd_str_find(before, HD_STR(" from ")) != (size_t)-1);
  return !ranged && r->anchor.off >= q->span.end &&
         r->anchor.off - q->span.end <= NEAR &&
         !joint_near(r, q->span.end, r->anchor.off);
}

bool hd_list_respective(const hd_linker *l, hd_span sentence, hd_list *list) {
  reader r = {.l = l, .anchor = list->anchor, .n = list->n};
  r.figures =
      (hd_span){hd_linker_figure(l, list->first)->span.off,
                hd_linker_figure(l, list->first + list->n - 1)->span.end};
  r.sentence = sentence = around(l, sentence, r.figures);
  for (uint32_t i = 1; i < list->n; i++)
    if (!are_fellows(l, list->first + i - 1))
      return false;
  if (!is_plain(&r, list->anchor) || (list->n == 1 && !is_lone(l, &r, list)))
    return false;
  chain nearest = {0}, c;
  bool found = false;
  for (uint32_t off = sentence.off, tries = 0;
       off < sentence.end && tries < CHAINS; off++) {
    uint32_t n = joint_at(&r, off);
    if (!n || (off >= r.figures.off && off < r.figures.end))
      continue;
    tries++;
    if (!read_chain(&r, off, off + n, &c))
      continue;
    if (fits(&c, list->n) || (list->n == 1 && off > r.figures.off))
      return false;
    if (!found || nearest.at < r.figures.off)
      nearest = c;
    found = true;
  }
  if (!found || (list->n == 1 && nearest.fewest < 2))
    return false;
  hd_span between = {nearest.names.items[nearest.names.n - 1].end,
                     r.figures.off};
  if (holds_figure(&r, between))
    return false;
  list->names = nearest.names;
  list->strength = 90;
  return true;
}
