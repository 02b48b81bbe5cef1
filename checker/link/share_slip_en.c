/* share_slip_en: an English share whose whole no word names.
 *
 * In: a percentage beside the figure that it is the share of: 84 (55%),
 * (1,684; 36.7%), $9.6 billion or 33%, 58 per cent (3.3 million). Out: where no
 * figure near by makes it true, and one would if two digits of the share or of
 * the part were swapped (or one of the part were another), that figure, the
 * nearest one, as its whole. Of 600 such shares in 25 MB of published text
 * half have a figure within twelve sentences that makes them true; of those
 * that have none five come to one by a swap, and of 300 swapped at random
 * half. One digit of a share has too many others to mean anything. */
#include "shares.h"

enum {
  BEFORE = 60, /* figures that are looked at on both sides */
  BEHIND = 24,
  SHARE_REACH = 12, /* sentences that a whole may stand before a share */
  PART_REACH = 3,
  DIGIT_REACH = 1,
  DIGITS = 10,
  STRENGTH = 62
};

/* A figure as a range of what it may stand for. */
typedef struct {
  double low, high;
} range;

static double number(hd_number n) { return hd_number_double(n); }

static range around(double value, double half) {
  return (range){value - half, value + half};
}

static range range_of(const hd_quantity *q) {
  double half = q->rounding == HD_ROUNDING_EXACT ? 0 : number(q->last_digit);
  return around(number(q->low), half / 2);
}

static bool is_one_figure(const hd_quantity *q) {
  return q->low_known && q->high_known && !q->numeral && !q->and_more &&
         (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT) &&
         hd_number_cmp(q->low, q->high) == 0;
}

static bool is_of_one_kind(const hd_quantity *p, const hd_quantity *q) {
  return p->kind == q->kind && (p->kind == HD_KIND_COUNT || p->unit == q->unit);
}

/* Can `share` percent of the whole be the part? */
static bool fits(range part, range share, range whole) {
  return part.low * 100 <= share.high * whole.high &&
         part.high * 100 >= share.low * whole.low;
}

/* ---- digits -------------------------------------------------------------- */

/* A printed figure: its digits, in units of the last. */
typedef struct {
  char digits[DIGITS];
  uint32_t n;
  double unit, half;
} printed;

static bool read_digits(const hd_quantity *q, printed *out) {
  out->unit = number(q->last_digit);
  if (out->unit <= 0)
    return false;
  double whole = number(q->low) / out->unit + 0.5;
  char back[DIGITS];
  out->n = 0;
  if (whole < 10 || whole >= 1e9)
    return false;
  for (uint64_t left = (uint64_t)whole; left; left /= 10)
    back[out->n++] = (char)(left % 10);
  for (uint32_t i = 0; i < out->n; i++)
    out->digits[i] = back[out->n - 1 - i];
  range r = range_of(q);
  out->half = (r.high - r.low) / 2;
  return true;
}

static range value_of(const printed *p) {
  double v = 0;
  for (uint32_t i = 0; i < p->n; i++)
    v = v * 10 + p->digits[i];
  return around(v * p->unit, p->half);
}

/* The n-th figure that the printed one may have been before two neighbours
 * were swapped; false: swapping them says nothing. */
static bool unswap(const printed *p, uint32_t i, printed *out) {
  *out = *p;
  out->digits[i] = p->digits[i + 1];
  out->digits[i + 1] = p->digits[i];
  return out->digits[i] != out->digits[i + 1] && out->digits[0] != 0;
}

/* ---- the share and its part ---------------------------------------------- */

typedef struct {
  size_t rate, part; /* in reading order */
  printed rate_digits, part_digits;
  range share, amount;
  bool told; /* in words of their own: 14 states, representing 10% of */
} pair;

/* A few words that name what is counted: 84 white patients| (55%). */
static bool is_noun(hd_str s) {
  enum { LONGEST = 38 };
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != ' ' && s.p[i] != '-' && !hd_ascii_is_letter(s.p[i]))
      return false;
  return s.n <= LONGEST;
}

/* 84 white patients (|55%). */
static bool is_noun_and_bracket(hd_str gap) {
  return hd_str_ends(gap, HD_STR(" (")) && is_noun((hd_str){gap.p, gap.n - 2});
}

/* $351 million, or |16% of; 313,000 working days, accounting for a further |14%
 * of */
static bool is_joined(hd_str gap) {
  static const char *const joints[] = {" or",
                                       ", or",
                                       ", accounting for",
                                       ", representing",
                                       ", equivalent to",
                                       ", equal to",
                                       ", making up",
                                       ", comprising",
                                       ", constituting",
                                       ", which is",
                                       ", which was",
                                       NULL};
  static const char *const fillers[] = {" about", " approximately", " nearly",
                                        " some",  " a further",     " another",
                                        NULL};
  if (!hd_str_ends(gap, HD_STR(" ")))
    return false;
  gap.n--;
  gap.n -= hd_str_ends_any(gap, fillers);
  size_t n = hd_str_ends_any(gap, joints);
  return n > 0 && is_noun((hd_str){gap.p, gap.n - n});
}

static char at(const hd_linker *l, uint32_t off) {
  return off < l->doc->text.n ? l->doc->text.p[off] : ' ';
}

/* Does the part stand before the share, the two one thing? */
static bool stands_before(const hd_linker *l, size_t part, size_t rate) {
  hd_str gap = hd_linker_gap(l, part, rate);
  char behind = at(l, hd_linker_figure(l, rate)->span.end);
  if (is_noun_and_bracket(gap))
    return behind == ')' || behind == ';' || behind == ',';
  uint32_t off = hd_linker_figure(l, part)->span.off;
  if (hd_str_is(gap, "; ") || hd_str_is(gap, ", "))
    return off > 0 && at(l, off - 1) == '(' && behind == ')';
  return is_joined(gap) && behind == ' ' &&
         at(l, hd_linker_figure(l, rate)->span.end + 1) == 'o';
}

/* (157,239| cases) */
static bool closes_noun(const hd_linker *l, uint32_t off) {
  enum { LONGEST = 24 };
  for (uint32_t i = off; i < off + LONGEST; i++) {
    char c = at(l, i);
    if (c == ')')
      return true;
    if (c != ' ' && !hd_ascii_is_letter(c))
      return false;
  }
  return false;
}

/* 58 per cent (3.3 million), 52% (n = 121), 45% (157,239 cases). */
static bool stands_behind(const hd_linker *l, size_t rate, size_t part) {
  static const char *const gaps[] = {" (", " (n = ", " (n=", " (about ", NULL};
  hd_str gap = hd_linker_gap(l, rate, part);
  bool found = false;
  for (int i = 0; gaps[i]; i++)
    found = found || hd_str_is(gap, gaps[i]);
  return found && closes_noun(l, hd_linker_figure(l, part)->span.end);
}

/* The figure that the percentage is a share of, beside it; n_order: none. */
static size_t part_of(const hd_linker *l, size_t rate) {
  if (rate > 0 && hd_linker_one_sentence(l, rate - 1, rate) &&
      stands_before(l, rate - 1, rate))
    return rate - 1;
  if (hd_linker_one_sentence(l, rate, rate + 1) &&
      stands_behind(l, rate, rate + 1))
    return rate + 1;
  return l->n_order;
}

/* takes up $9.6 billion or 33% of it: no change, though it says up. */
static bool takes_up(const hd_linker *l, size_t part) {
  static const char *const takes[] = {"takes up ", "take up ",   "taking up ",
                                      "taken up ", "took up ",   "makes up ",
                                      "make up ",  "making up ", NULL};
  uint32_t sentence = hd_linker_claim(l, part)->sentence;
  return hd_str_ends_any(
             hd_linker_between(l, l->text->sentences[sentence].span.off,
                               hd_linker_figure(l, part)->span.off),
             takes) > 0;
}

static bool is_change(const hd_claim *c) {
  return c->direction != HD_FLOW_NONE ||
         c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT);
}

static bool read_pair(const hd_linker *l, size_t rate, pair *out) {
  enum { LEAST = 10 };
  const hd_quantity *r = hd_linker_figure(l, rate);
  if (!is_one_figure(r))
    return false;
  size_t part = part_of(l, rate);
  if (part == l->n_order)
    return false;
  if ((is_change(hd_linker_claim(l, rate)) || !hd_share_stock(l, part)) &&
      !takes_up(l, part))
    return false;
  const hd_quantity *p = hd_linker_figure(l, part);
  *out = (pair){.rate = rate, .part = part};
  out->told = part < rate && hd_str_has(hd_linker_gap(l, part, rate), ", ") &&
              !hd_str_has(hd_linker_gap(l, part, rate), " or");
  out->share = range_of(r);
  out->amount = range_of(p);
  return is_one_figure(p) && out->amount.low >= LEAST && out->share.low >= 1 &&
         out->share.high < 100 && read_digits(r, &out->rate_digits) &&
         read_digits(p, &out->part_digits);
}

/* ---- its whole ------------------------------------------------------------
 */

/* Is it off by more than a last digit and a twentieth? Less is another whole,
 * or a truncated figure. */
static bool is_far(const pair *p, range whole) {
  double unit = p->rate_digits.unit, slack = p->share.low / 20;
  slack = slack > unit ? slack : unit;
  range wide = {p->share.low - slack, p->share.high + slack};
  return !fits(p->amount, wide, whole);
}

/* Would the share be one of this whole with two neighbours swapped? */
static bool mends_share(const pair *p, range whole) {
  printed other;
  for (uint32_t i = 0; i + 1 < p->rate_digits.n; i++)
    if (unswap(&p->rate_digits, i, &other) &&
        fits(p->amount, value_of(&other), whole))
      return true;
  return false;
}

static bool mends_part(const pair *p, range whole) {
  printed other;
  for (uint32_t i = 0; i + 1 < p->part_digits.n; i++)
    if (unswap(&p->part_digits, i, &other) &&
        fits(value_of(&other), p->share, whole))
      return true;
  return false;
}

/* With one digit of a count of two or three another one. */
static bool mends_digit(const pair *p, range whole) {
  enum { MOST = 3 };
  printed other = p->part_digits;
  if (other.n > MOST || other.unit > 1)
    return false;
  for (uint32_t i = 0; i < other.n; i++) {
    for (char c = i ? 0 : 1; c < 10; c++) {
      other.digits[i] = c;
      if (c != p->part_digits.digits[i] &&
          fits(value_of(&other), p->share, whole))
        return true;
    }
    other.digits[i] = p->part_digits.digits[i];
  }
  return false;
}

static bool may_be_whole(const hd_linker *l, const pair *p, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return k != p->part && q->low_known && q->high_known &&
         is_of_one_kind(hd_linker_figure(l, p->part), q) &&
         number(q->high) > p->amount.high;
}

/* about, more than */
static range roughly(const hd_quantity *q, range r) {
  return q->bound == HD_BOUND_EXACT ? r : (range){r.low * 0.95, r.high * 1.05};
}

static bool makes_true(const hd_linker *l, const pair *p, size_t k) {
  const hd_quantity *q = hd_linker_figure(l, k);
  return may_be_whole(l, p, k) &&
         fits(p->amount, roughly(hd_linker_figure(l, p->rate), p->share),
              roughly(q, range_of(q)));
}

static bool is_told(const hd_linker *l, const pair *p, size_t from, size_t to) {
  for (size_t k = from; k < to; k++)
    if (makes_true(l, p, k))
      return true;
  return false;
}

/* 240 (35%): it is a part itself. */
static bool has_share(const hd_linker *l, size_t k) {
  return k + 1 < l->n_order &&
         hd_linker_figure(l, k + 1)->kind == HD_KIND_PERCENT &&
         hd_str_is(hd_linker_gap(l, k, k + 1), " (");
}

/* The nearest whole before the share that a slip hides; n_order: none. */
static size_t hidden_whole(const hd_linker *l, const pair *p, size_t from) {
  uint32_t here = hd_linker_claim(l, p->rate)->sentence;
  for (size_t k = p->rate; k-- > from;) {
    if (has_share(l, k))
      continue;
    const hd_claim *c = hd_linker_claim(l, k);
    uint32_t back = here - c->sentence;
    if (back > SHARE_REACH)
      break;
    if (!may_be_whole(l, p, k) || !is_one_figure(hd_linker_figure(l, k)) ||
        l->text->sentences[c->sentence].cell != HD_NONE)
      continue;
    range whole = range_of(hd_linker_figure(l, k));
    if (is_far(p, whole) &&
        (mends_share(p, whole) ||
         (back <= PART_REACH && mends_part(p, whole)) ||
         (back <= DIGIT_REACH && !p->told && mends_digit(p, whole))))
      return k;
  }
  return l->n_order;
}

/* 240 (35%) of those contacted: of a whole that is not told. */
static bool is_of_some(const hd_linker *l, size_t rate) {
  enum { REACH = 16 };
  static const char *const words[] = {") of those", ") of them",  ") of these",
                                      ") of whom",  ") of which", " of those",
                                      " of them",   " of these",  NULL};
  const hd_claim *c = hd_linker_claim(l, rate);
  uint32_t off = hd_linker_figure(l, rate)->span.end;
  uint32_t end = l->text->sentences[c->sentence].span.end;
  return hd_str_starts_any(
      hd_linker_between(l, off, off + REACH < end ? off + REACH : end), words);
}

void hd_share_slip_english(hd_linker *l, size_t rate) {
  pair p;
  hd_link *last = l->links.n ? &l->links.items[l->links.n - 1] : NULL;
  bool linked = last && last->kind == HD_LINK_SHARE_OF &&
                last->rate.claim == l->order[rate];
  if ((linked && last->whole.claim != HD_NONE) || is_of_some(l, rate) ||
      !read_pair(l, rate, &p))
    return;
  size_t from = rate > BEFORE ? rate - BEFORE : 0;
  size_t to = rate + BEHIND < l->n_order ? rate + BEHIND : l->n_order;
  if (is_told(l, &p, from, to))
    return;
  size_t whole = hidden_whole(l, &p, from);
  if (whole == l->n_order)
    return;
  if (!linked)
    hd_share_add(l, rate, p.part, HD_NONE);
  last = &l->links.items[l->links.n - 1];
  last->whole = hd_linker_ref(l, l->order[whole]);
  last->strength = STRENGTH;
  last->reason = "a slip hides that it is a share of this";
}
