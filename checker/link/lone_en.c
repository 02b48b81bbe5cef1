/* lone_en: a rate of change and the only two figures of one unit that it can be
 * of, whatever the English words between them say.
 *
 * In: a percentage that goes up or down, linked to nothing yet; the figures of
 * its sentence on both sides, as far as the next percentage. Out: FROM_TO
 * where one of the two became the other, CHANGE_OF where one is what the other
 * changed by. A link is made where the three fit, and where a slip of the pen
 * in the rate or in one of the two makes them fit: then hardly anything else
 * was meant; and where "from A to B" tells them, whether they fit or not.
 * Which of the two was before is told by from, to and than; else by the
 * direction. Chinese sentences name too many figures for that. */
#include "beside.h"
#include "changes.h"
#include "slip.h"

enum { STRENGTH = 65, DIGITS_MOST = 7, DIGITS_LEAST = 2 };

/* A figure as a range of what it may stand for. */
typedef struct {
  double low, high;
} range;

static double number(hd_number n) { return hd_number_double(n); }

static range range_of(const hd_quantity *q) {
  double v = number(q->low), half = number(q->last_digit) / 2;
  return (range){v - half, v + half};
}

static bool is_exact(const hd_quantity *q) {
  return q->low_known && q->high_known && !q->numeral && !q->and_more &&
         hd_number_cmp(q->low, q->high) == 0 && number(q->low) > 0 &&
         (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT);
}

/* Amounts, and counts that no marker or code looks like. */
static bool is_amount(const hd_quantity *q) {
  return q->kind == HD_KIND_AMOUNT ||
         (q->kind == HD_KIND_COUNT && (q->unit || q->grouped));
}

/* (95% CI = 20,141,900-65,455,000): its level, and its bounds. */
static bool is_interval(const hd_linker *l, const hd_quantity *q) {
  bool bounds =
      q->low_known && q->high_known && hd_number_cmp(q->low, q->high) != 0;
  return bounds || (q->kind == HD_KIND_PERCENT && hd_beside_of_interval(l, q));
}

/* ---- rates -------------------------------------------------------------- */

/* By how many percent x is above y. */
static range growth(range x, range y) {
  return (range){100 * (x.low / y.high - 1), 100 * (x.high / y.low - 1)};
}

/* The rate, in units of its last digit. */
typedef struct {
  char digits[DIGITS_MOST + 1];
  size_t n;
  double unit;
} printed_rate;

static bool read_rate(const hd_quantity *q, printed_rate *out) {
  out->unit = number(q->last_digit);
  double whole = number(q->low) / out->unit;
  if (whole < 10 || whole >= 1e7)
    return false;
  uint64_t left = (uint64_t)(whole + 0.5);
  char back[DIGITS_MOST + 1];
  out->n = 0;
  for (; left && out->n < DIGITS_MOST; left /= 10)
    back[out->n++] = (char)('0' + left % 10);
  for (size_t i = 0; i < out->n; i++)
    out->digits[i] = back[out->n - 1 - i];
  return left == 0;
}

static double value_of(const printed_rate *r, const char *digits) {
  double v = 0;
  for (size_t i = 0; i < r->n; i++)
    v = v * 10 + digits[i] - '0';
  return v * r->unit;
}

static bool fits(const printed_rate *r, const char *digits, range wanted) {
  double v = value_of(r, digits), half = r->unit / 2;
  return v + half >= wanted.low && v - half <= wanted.high;
}

/* Would it fit with one other digit, or with two neighbours swapped? */
static bool nearly_fits(const printed_rate *r, range wanted) {
  char try[DIGITS_MOST + 1];
  memcpy(try, r->digits, r->n);
  for (size_t i = 0; i < r->n; i++) {
    for (char c = i ? '0' : '1'; c <= '9'; c++) {
      try[i] = c;
      if (c != r->digits[i] && fits(r, try, wanted))
        return true;
    }
    try[i] = r->digits[i];
  }
  for (size_t i = 0; i + 1 < r->n; i++) {
    if (i == 0 && r->digits[1] == '0')
      continue;
    try[i] = r->digits[i + 1];
    try[i + 1] = r->digits[i];
    if (try[i] != try[i + 1] && fits(r, try, wanted))
      return true;
    try[i] = r->digits[i];
    try[i + 1] = r->digits[i + 1];
  }
  return false;
}

/* Is a figure a slip of the pen away from what the other and the rate make
 * it? A rate of two digits leaves too much open. */
static bool is_slip(const hd_quantity *q, range wanted) {
  const double mid = (wanted.low + wanted.high) / 2;
  const double slack = (wanted.high - wanted.low) / 2;
  const double precise = 0.002;
  return wanted.low > 0 && slack <= precise * mid &&
         hd_slip_find(number(q->low), mid, slack, number(q->last_digit)) !=
             HD_SLIP_NONE;
}

static range negated(range x) { return (range){-x.high, -x.low}; }

/* What a figure changes by, as a factor. */
static range factor_of(const hd_quantity *rate, bool up) {
  range r = up ? range_of(rate) : negated(range_of(rate));
  return (range){1 + r.low / 100, 1 + r.high / 100};
}

/* ---- which was before --------------------------------------------------- */

typedef enum { OPEN, BEFORE, AFTER } time_order;

/* What stands right before a figure: from $5 million, to $6 million. */
static time_order order_of(const hd_linker *l, uint32_t item) {
  static const char *const before[] = {
      " from",    " compared with", " compared to", " than",
      " against", " versus",        " relative to", NULL};
  static const char *const after[] = {" to", NULL};
  const hd_quantity *q = &l->q->items[item];
  uint32_t low = l->text->sentences[q->sentence].span.off;
  hd_str s = hd_linker_between(l, low, q->span.off);
  while (s.n && strchr(" $", s.p[s.n - 1]))
    s.n--;
  if (hd_str_ends_any(s, before))
    return BEFORE;
  return hd_str_ends_any(s, after) ? AFTER : OPEN;
}

/* ---- the two figures ---------------------------------------------------- */

typedef struct {
  uint32_t rate, first, second; /* items */
} trio;

static bool may_be_of(const hd_linker *l, const trio *t, uint32_t i) {
  return i != t->rate && is_amount(&l->q->items[i]) &&
         !is_interval(l, &l->q->items[i]);
}

/* The other figure of the unit of figure i, behind it; i where there is none
 * or a third. */
static uint32_t other_of(const hd_linker *l, hd_span items, const trio *t,
                         uint32_t i) {
  const hd_quantity *q = l->q->items;
  uint32_t of_unit = 0, other = i;
  for (uint32_t k = items.off; k < items.end && of_unit <= 2; k++)
    if (may_be_of(l, t, k) && q[k].unit == q[i].unit) {
      of_unit++;
      other = k > i ? k : other;
    }
  return of_unit == 2 ? other : i;
}

/* The two figures of one unit in `items`, if no other unit has two there and
 * that one no third. */
static bool find_two(const hd_linker *l, hd_span items, trio *t) {
  enum { CROWD = 64 };
  const hd_quantity *q = l->q->items;
  bool found = false;
  if (items.end - items.off > CROWD)
    return false;
  for (uint32_t i = items.off; i < items.end; i++) {
    uint32_t other = may_be_of(l, t, i) ? other_of(l, items, t, i) : i;
    if (other == i)
      continue;
    if (found)
      return false;
    found = true;
    t->first = i;
    t->second = other;
  }
  return found && is_exact(&q[t->first]) && is_exact(&q[t->second]) &&
         l->claims->items[t->first].is_claim &&
         l->claims->items[t->second].is_claim &&
         !q[t->first].per == !q[t->second].per &&
         hd_number_cmp(q[t->first].low, q[t->second].low) != 0;
}

/* The level and the base, or the level and what it changed by. */
typedef struct {
  uint32_t level, other;
  bool said; /* it is told, not guessed */
  bool both; /* from A to B, nothing is left to guess */
} reading;

static bool is_larger(const hd_linker *l, uint32_t a, uint32_t b) {
  return hd_number_cmp(l->q->items[a].low, l->q->items[b].low) > 0;
}

static reading before_and_after(const hd_linker *l, const trio *t, bool up) {
  time_order first = order_of(l, t->first), second = order_of(l, t->second);
  bool said = first != OPEN || second != OPEN;
  bool level_first = said ? first == AFTER || second == BEFORE
                          : is_larger(l, t->first, t->second) == up;
  bool both = first != OPEN && second != OPEN && first != second;
  return level_first ? (reading){t->first, t->second, said, both}
                     : (reading){t->second, t->first, said, both};
}

static bool is_increment(const hd_linker *l, uint32_t item) {
  return l->claims->items[item].aspects & HD_ASPECT_INCREMENT;
}

static reading level_and_increment(const hd_linker *l, const trio *t) {
  bool larger = is_larger(l, t->first, t->second);
  reading r = {larger ? t->first : t->second, larger ? t->second : t->first,
               false, false};
  r.said = is_increment(l, r.other);
  return r;
}

/* ---- links --------------------------------------------------------------- */

/* Do they stand in another sentence? */
static bool is_far(const hd_linker *l, const trio *t) {
  return l->q->items[t->first].sentence != l->q->items[t->rate].sentence;
}

static void add(hd_linker *l, const trio *t, reading r, bool from_to) {
  const hd_claim *rate = &l->claims->items[t->rate];
  hd_link link = hd_link_blank(from_to ? HD_LINK_FROM_TO : HD_LINK_CHANGE_OF);
  link.rate = hd_linker_ref(l, t->rate);
  link.level = hd_linker_ref(l, r.level);
  if (from_to)
    link.base = hd_linker_ref(l, r.other);
  else
    link.increment = hd_linker_ref(l, r.other);
  link.cue = rate->cue;
  link.anchor = rate->verb;
  link.strength = STRENGTH;
  link.same_sentence = !is_far(l, t);
  link.reason = "the only figures that it can be of";
  hd_linker_add(l, link);
}

/* Does a slip of the pen in one of the two figures make the rate fit? */
static bool one_slipped(const hd_linker *l, const trio *t, reading r, bool up) {
  const hd_quantity *level = &l->q->items[r.level];
  const hd_quantity *base = &l->q->items[r.other];
  range x = range_of(level), y = range_of(base);
  range f = factor_of(&l->q->items[t->rate], up);
  return is_slip(level, (range){y.low * f.low, y.high * f.high}) ||
         is_slip(base, (range){x.low / f.high, x.high / f.low});
}

/* Does the rate fit one of the two readings, or nearly one alone? */
static bool judge(hd_linker *l, const trio *t, bool up) {
  printed_rate rate;
  if (!read_rate(&l->q->items[t->rate], &rate))
    return false;
  reading pair = before_and_after(l, t, up), part = level_and_increment(l, t);
  range level = range_of(&l->q->items[pair.level]);
  range grown = growth(level, range_of(&l->q->items[pair.other]));
  range large = range_of(&l->q->items[part.level]);
  range step = range_of(&l->q->items[part.other]);
  range base = up ? (range){large.low - step.high, large.high - step.low}
                  : (range){large.low + step.low, large.high + step.high};
  range share = {100 * step.low / base.high, 100 * step.high / base.low};
  range wanted = up ? grown : negated(grown);
  range of_base = {100 * step.low / large.high, 100 * step.high / large.low};
  bool small = base.low > 0;
  if (fits(&rate, rate.digits, of_base))
    return true; /* an increase of $5 million or 10% over the $50 million */
  if (fits(&rate, rate.digits, wanted) ||
      fits(&rate, rate.digits, negated(wanted)))
    return add(l, t, pair, true), true;
  if (small && fits(&rate, rate.digits, share))
    return add(l, t, part, false), true;
  bool near_pair = !is_increment(l, t->first) && !is_increment(l, t->second) &&
                   ((pair.both && !is_far(l, t)) ||
                    nearly_fits(&rate, wanted) || one_slipped(l, t, pair, up));
  bool near_part = part.said && small && nearly_fits(&rate, share);
  if (near_pair == near_part)
    return false;
  add(l, t, near_pair ? pair : part, near_pair);
  return true;
}

/* ---- sentences ----------------------------------------------------------- */

/* Items of the sentence around item i, as far as the next percentages. */
static hd_span reach_of(const hd_linker *l, uint32_t i) {
  const hd_quantity *q = l->q->items;
  hd_span s = {i, i + 1};
  while (
      s.off > 0 && q[s.off - 1].sentence == q[i].sentence &&
      (q[s.off - 1].kind != HD_KIND_PERCENT || is_interval(l, &q[s.off - 1])))
    s.off--;
  while (s.end < l->q->n && q[s.end].sentence == q[i].sentence &&
         (q[s.end].kind != HD_KIND_PERCENT || is_interval(l, &q[s.end])))
    s.end++;
  return s;
}

/* £672 and £648, growing 5.8% and 6.5% respectively: of one figure each. */
static bool is_respective(const hd_linker *l, uint32_t i) {
  enum { REACH = 160 };
  const hd_quantity *q = &l->q->items[i];
  uint32_t end = l->text->sentences[q->sentence].span.end;
  uint32_t to = q->span.end + REACH < end ? q->span.end + REACH : end;
  return hd_str_has(hd_linker_between(l, q->span.end, to), "respectively");
}

/* fell by 74% from 932.6 to 242.0 respectively: of the two figures. */
static bool is_only_rate(const hd_linker *l, uint32_t i) {
  const hd_quantity *q = l->q->items;
  hd_span s = reach_of(l, i);
  return (s.off == 0 || q[s.off - 1].sentence != q[i].sentence) &&
         (s.end >= l->q->n || q[s.end].sentence != q[i].sentence);
}

/* Does the verb of change behind "and" have a subject or an object of its own:
 * and increased the payments by 20%, not: and so had increased by 20%? */
static bool opens_clause(const hd_linker *l, const hd_quantity *rate,
                         uint32_t off) {
  enum { ADVERBS = 12, BY = 5 };
  const hd_token *cue = hd_linker_token(
      l, rate->sentence, (hd_span){off, rate->span.off}, HD_WORD_CHANGE, false);
  return cue &&
         (cue->span.off - off > ADVERBS || rate->span.off - cue->span.end > BY);
}

/* rose from 6.6 to 7 million, while spending grew by |35%; raise the limit from
 * 18 to 23, and increase the payments by |20%: behind both figures another
 * clause, or a reason, opens whose rate it is. */
static bool is_of_other(const hd_linker *l, const trio *t) {
  static const char *const words[] = {
      "while ", "whereas ", "(", "slower than ", "faster than ", "; ", NULL};
  const hd_quantity *rate = &l->q->items[t->rate];
  uint32_t from = l->q->items[t->second].span.end;
  if (from >= rate->span.off)
    return false;
  hd_str gap = hd_linker_between(l, from, rate->span.off);
  if (hd_str_has_any(gap, words) || hd_change_gives_reasons(gap))
    return true;
  size_t and = hd_str_find(gap, HD_STR(" and "));
  return and < gap.n &&
         opens_clause(l, rate, from + (uint32_t) and +sizeof " and " - 1);
}

static bool is_change(const hd_linker *l, uint32_t i) {
  enum { OTHER = HD_ASPECT_SHARE | HD_ASPECT_AVERAGE | HD_ASPECT_COMPLETION };
  const hd_claim *c = &l->claims->items[i];
  const hd_quantity *q = &l->q->items[i];
  return c->is_claim && q->kind == HD_KIND_PERCENT && is_exact(q) &&
         q->digits >= DIGITS_LEAST && !(c->aspects & OTHER) &&
         l->text->sentences[q->sentence].cell == HD_NONE &&
         (c->direction == HD_FLOW_UP || c->direction == HD_FLOW_DOWN ||
          c->aspects & HD_ASPECT_GROWTH) &&
         (!is_respective(l, i) || is_only_rate(l, i));
}

/* The rates that have two other figures in a link. */
static bool *list_taken(const hd_linker *l) {
  bool *taken = hd_arena_alloc(l->own, l->claims->n + 1);
  for (size_t i = 0; i < l->links.n; i++) {
    const hd_link *k = &l->links.items[i];
    bool whole = k->level.claim != HD_NONE &&
                 (k->base.claim != HD_NONE || k->increment.claim != HD_NONE);
    if (k->rate.claim != HD_NONE && k->rate.document == l->document &&
        (whole || k->whole.claim != HD_NONE))
      taken[k->rate.claim] = true;
  }
  return taken;
}

/* Takings fell by |18.6%. They came to $41.3 million, against $53.2 million:
 * the items of the next sentence of the block, if neither has another
 * percentage and that of the rate no amount. Empty where there is none. */
static hd_span behind(const hd_linker *l, uint32_t i) {
  enum { TELLING = 3 }; /* one of two digits fits by chance */
  const hd_quantity *q = l->q->items;
  const hd_sentence *s = l->text->sentences;
  uint32_t own = q[i].sentence, k = i;
  if (q[i].digits < TELLING)
    return (hd_span){i, i};
  while (k > 0 && q[k - 1].sentence == own)
    if (is_amount(&q[--k]) || q[k].kind == HD_KIND_PERCENT)
      return (hd_span){i, i};
  for (k = i + 1; k < l->q->n && q[k].sentence == own; k++)
    if (is_amount(&q[k]) || q[k].kind == HD_KIND_PERCENT)
      return (hd_span){i, i};
  uint32_t from = k;
  if (from >= l->q->n || q[from].sentence != own + 1 ||
      s[own + 1].block != s[own].block || s[own + 1].cell != HD_NONE)
    return (hd_span){i, i};
  for (; k < l->q->n && q[k].sentence == own + 1; k++)
    if (q[k].kind == HD_KIND_PERCENT)
      return (hd_span){i, i};
  return (hd_span){from, k};
}

void hd_link_lone_english(hd_linker *l) {
  const bool *taken = list_taken(l);
  for (size_t k = 0; k < l->n_order; k++) {
    uint32_t i = l->order[k];
    if (taken[i] || !is_change(l, i))
      continue;
    hd_span near = reach_of(l, i);
    trio t = {.rate = i};
    bool up = l->claims->items[i].direction != HD_FLOW_DOWN;
    const hd_span sides[] = {near, {i, near.end}, {near.off, i}, behind(l, i)};
    for (size_t s = 0; s < sizeof sides / sizeof *sides; s++)
      if (find_two(l, sides[s], &t) && !is_of_other(l, &t) && judge(l, &t, up))
        break;
  }
}
