/* range: the second end of a range of figures: 3-5家, 1万—5万元, 5 to 10,
 * between 5 and 10, 5和10之间; and two bounds that are one range (more than 20
 * and less than 35).
 *
 * A word (至, to) makes no range where something moves from one figure to the
 * other (由3家到5家, rose by 3 to 5). */
#include "scan.h"

/* The mark between the ends of a range; where the second one starts, 0. */
static uint32_t read_mark(const hd_scan *scan, uint32_t at, bool *word) {
  static const char *const marks[] = {"——", "--", "-", "–", "—", "~", "―", "−"};
  static const char *const words[] = {"至", "到", "to ", "through ", "up to "};
  static const char *const hung[] = {"-to-", "- to ", "- or "};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  *word = false;
  if (!hd_scan_joint(scan, pos))
    return 0;
  for (size_t i = 0; pos == at && i < sizeof hung / sizeof *hung; i++)
    if (hd_scan_is(scan, pos, hung[i]))
      return pos + (uint32_t)strlen(hung[i]); /* five- to ten-year-olds */
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, pos, words[i])) {
      *word = true;
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(words[i]), 1);
    }
  return 0;
}

/* Does a word of change (增长, fell) end at `off`? */
static bool ends_change(const hd_text *text, uint32_t off) {
  size_t low = 0, high = text->n_tokens;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (text->tokens[mid].span.end < off)
      low = mid + 1;
    else
      high = mid;
  }
  for (; low < text->n_tokens && text->tokens[low].span.end == off; low++)
    if (text->tokens[low].word->cls == HD_WORD_CHANGE)
      return true;
  return false;
}

static bool ends_any(const hd_scan *scan, uint32_t off,
                     const char *const *words) {
  for (; *words; words++)
    if (hd_scan_ends(scan, off, *words))
      return true;
  return false;
}

static bool is_any(const hd_scan *scan, uint32_t at, const char *const *words) {
  for (; *words; words++)
    if (hd_scan_is(scan, at, *words))
      return true;
  return false;
}

/* Does the sentence have a word of change at all? */
static bool has_change(const hd_scan *scan) {
  enum { MOST = 200 }; /* tokens of a sentence that does not end */
  const hd_text *text = scan->text;
  size_t low = 0, high = text->n_tokens;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (text->tokens[mid].span.off < scan->low)
      low = mid + 1;
    else
      high = mid;
  }
  for (size_t n = 0; n < MOST && low < text->n_tokens &&
                     text->tokens[low].span.off < scan->high;
       n++, low++)
    if (text->tokens[low].word->cls == HD_WORD_CHANGE)
      return true;
  return false;
}

/* Does a verb that moves a figure, or (else) one of a range, stand before
 * `off` in the sentence? */
static bool has_verb(const hd_scan *scan, uint32_t off, bool moving) {
  enum { REACH = 160 };
  static const char *const movers[] = {
      " rais",   " Rais",      " lower",  " lift",   " mov",
      " went",   " chang",     " enhanc", " revis",  " adjust",
      " extend", " improv",    " shift",  " upgrad", " double",
      " triple", " quadruple", " halve",  NULL};
  static const char *const rangers[] = {" rang", " vari", " vary", "anywhere",
                                        NULL};
  uint32_t low = off - scan->low > REACH ? off - REACH : scan->low;
  hd_str before = {scan->s + low, off - low};
  for (const char *const *w = moving ? movers : rangers; *w; w++)
    if (hd_str_find(before, hd_str_of(*w)) < before.n)
      return true;
  return false;
}

/* Where the words that may stand between "from" and its figure begin: from
 * about 3, from the current 3. */
static uint32_t before_fillers(const hd_scan *scan, uint32_t off) {
  enum { MOST = 3 };
  static const char *const fillers[] = {" about ",
                                        " around ",
                                        " approximately ",
                                        " nearly ",
                                        " almost ",
                                        " roughly ",
                                        " some ",
                                        " just ",
                                        " over ",
                                        " under ",
                                        " only ",
                                        " the ",
                                        " its ",
                                        " their ",
                                        " a ",
                                        " an ",
                                        " current ",
                                        " existing ",
                                        " previous ",
                                        " original ",
                                        " present ",
                                        " today's ",
                                        " average of ",
                                        " low of ",
                                        " high of ",
                                        " peak of ",
                                        " last ",
                                        " year's ",
                                        " month's ",
                                        " quarter's ",
                                        " rate of ",
                                        " level of ",
                                        " share of ",
                                        " total of ",
                                        " baseline of ",
                                        " record ",
                                        " estimated ",
                                        NULL};
  for (int n = 0; n < MOST; n++) {
    const char *const *w = fillers;
    while (*w && !hd_scan_ends(scan, off, *w))
      w++;
    if (!*w)
      return off;
    off -= (uint32_t)strlen(*w) - 1;
  }
  return off;
}

/* from 3 to 5, rose by 3 to 5, 由3家到5家: two figures, not a range. But what
 * ranges from 3 to 5 does not move, nor do figures that share their unit where
 * the sentence has no word of change (from 10 to 20 percent). */
static bool moves_from(const hd_scan *scan, const hd_measure *a) {
  static const char *const from[] = {"由",
                                     "自",
                                     "by ",
                                     "by another ",
                                     "by a further ",
                                     "by an additional ",
                                     "by an extra ",
                                     NULL};
  static const char *const either[] = {"从", "from ", "From ", NULL};
  static const char *const is[] = {"number from ",  " is from ",
                                   "numbers from ", "aged from ",
                                   "ages from ",    NULL};
  uint32_t off = before_fillers(scan, a->off);
  if (ends_any(scan, off, either))
    return !ends_any(scan, off, is) && !has_verb(scan, a->off, false) &&
           (a->unit || has_change(scan) || has_verb(scan, a->off, true));
  return ends_any(scan, a->off, from) ||
         ends_change(scan->text, hd_scan_blanks_back(scan, a->off));
}

/* 之间, or 间 that is no classifier, at `at`; behind it, 0 if none. */
static uint32_t read_between(const hd_scan *scan, uint32_t at) {
  uint32_t length;
  if (hd_scan_is(scan, at, "之间"))
    return at + 6;
  if (!hd_scan_is(scan, at, "间"))
    return 0;
  uint32_t cp = hd_scan_cp(scan, at + 3, &length);
  return !hd_cp_is_han(cp) || cp == 0x7684 /* 的 */ ? at + 3 : 0;
}

uint32_t hd_range_and(const hd_scan *scan, uint32_t off, uint32_t at) {
  static const char *const between[] = {"between ", "Between ", "between the ",
                                        "Between the ", NULL};
  static const char *const joints[] = {"和", "与", "及", "跟",
                                       "至", "到", NULL};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  if (!hd_scan_joint(scan, pos))
    return 0;
  if (hd_scan_is(scan, pos, "and "))
    return ends_any(scan, off, between) ? hd_scan_blanks(scan, pos + 4, 1) : 0;
  return is_any(scan, pos, joints) ? hd_scan_blanks(scan, pos + 3, 1) : 0;
}

bool hd_range_closes(const hd_scan *scan, uint32_t off, uint32_t end) {
  static const char *const between[] = {
      "between ", "Between ", "between the ", "Between the ", "介于",
      "界于",     NULL};
  return read_between(scan, end) || ends_any(scan, off, between);
}

/* The 间 of 20000间 is no unit where 与 stands before the figure. */
static void drop_between(const hd_scan *scan, hd_measure *a, hd_measure *b) {
  if (!hd_span_empty(a->unit_span) || !b->unit ||
      !hd_str_is(b->unit->canonical, "间") || !read_between(scan, b->end - 3))
    return;
  a->unit = b->unit = NULL;
  b->end = b->figure.end;
  b->unit_span.end = b->end > b->unit_span.off ? b->end : b->unit_span.off;
}

static void scale_figure(hd_figure *f, hd_number by) {
  f->low = hd_number_mul(f->low, by);
  f->high = hd_number_mul(f->high, by);
  f->step = hd_number_mul(f->step, by);
}

/* 五到六百, two to three hundred: by how much both digits are multiplied; 1 if
 * that is not so. */
static hd_number common_power(const hd_figure *a, const hd_figure *b) {
  hd_int n = b->low.num, by = 1;
  while (b->low.den == 1 && n > 9 && n % 10 == 0) {
    n /= 10;
    by *= 10;
  }
  bool digits = a->numeral && b->numeral && a->low.den == 1 && n < 10 &&
                a->low.num > 0 && a->low.num < n && by >= 100;
  return hd_number_ratio(digits ? by : 1, 1);
}

/* 2—3万, 八百到九百亿: the first takes the scale of the second. */
static void share_scale(hd_measure *a, const hd_measure *b) {
  hd_number by = b->figure.numeral ? b->figure.step : b->figure.scale;
  bool dozens = b->figure.numeral &&
                hd_number_cmp(b->figure.scale, hd_number_of(12)) == 0;
  if (dozens)
    by = b->figure.scale; /* two to three dozen */
  else if (hd_number_cmp(by, hd_number_of(1000)) < 0)
    by = common_power(&a->figure, &b->figure);
  bool unscaled = a->figure.numeral == b->figure.numeral &&
                  (dozens || hd_number_cmp(by, hd_number_of(100)) >= 0) &&
                  !a->figure.scaled &&
                  (!a->unit || hd_span_empty(a->unit_span)) && /* $5-7bn */
                  hd_number_cmp(a->figure.step, hd_number_of(1)) <= 0;
  if (unscaled &&
      hd_number_cmp(a->figure.low, hd_number_div(b->figure.low, by)) < 0) {
    scale_figure(&a->figure, by);
    a->figure.scale = b->figure.scale;
  }
}

/* A whole number that could be a year. */
static bool is_year_like(const hd_figure *f) {
  return !f->grouped && !f->scaled && f->digits == 4 && f->decimals == 0 &&
         hd_number_cmp(f->low, hd_number_of(1900)) >= 0 &&
         hd_number_cmp(f->low, hd_number_of(2100)) <= 0;
}

/* Where the second end of a range behind a starts; b is read there. 0: there
 * is none. word: no dash stands between them. */
static uint32_t find_second(const hd_scan *scan, hd_measure *a, hd_measure *b,
                            bool *word) {
  uint32_t joined = hd_range_and(scan, a->off, a->end);
  if (joined && hd_measure_read(scan, joined, b)) {
    drop_between(scan, a, b);
    *word = true;
    if (hd_range_closes(scan, a->off, b->end))
      return joined;
  }
  uint32_t at = read_mark(scan, a->end, word);
  return at && !(*word && moves_from(scan, a)) && hd_measure_read(scan, at, b)
             ? at
             : 0;
}

/* The second end of a range that begins with a; its end, 0 if there is none. */
uint32_t hd_range_second(const hd_scan *scan, hd_measure *a, hd_measure *b) {
  bool word;
  if (a->figure.fraction)
    return 0;
  uint32_t at = find_second(scan, a, b, &word);
  if (!at || b->figure.fraction || (b->negative && !a->negative) ||
      (a->figure.numeral != b->figure.numeral && !a->unit && b->figure.weak &&
       !b->unit))
    return 0;
  bool hung = hd_scan_byte(scan, at - 1) == '-' ||
              hd_scan_ends(scan, at, "to ") || hd_scan_ends(scan, at, "or ");
  if (a->figure.bare || (a->figure.weak && !b->unit && !word && !hung))
    return 0;
  bool suffix =
      a->unit && a->unit_span.end == a->end && !hd_span_empty(a->unit_span);
  if (a->unit && b->unit && a->unit != b->unit)
    return 0;
  if (!a->unit && b->unit &&
      hd_scan_context(scan, a->off) == HD_KIND_IDENTIFIER)
    return 0; /* during period 1 to 6.4% */
  if (word && is_year_like(&a->figure) && !a->unit &&
      (b->unit || b->figure.scaled || b->figure.grouped ||
       is_year_like(&b->figure)))
    return 0; /* between 2010 and 2011 to 1.7 million tonnes; 2000 to 353,236 */
  if (a->unit && !b->unit && suffix && a->unit_span.end > a->figure.end)
    return 0;
  share_scale(a, b);
  return hd_number_cmp(a->figure.low, b->figure.low) < 0 ? b->end : 0;
}

/* ---- two bounds --------------------------------------------------------- */
/* Only a word or mark that joins two bounds stands from off to end. */
static bool joins(const hd_scan *scan, uint32_t off, uint32_t end) {
  static const char *const words[] = {
      "",       ",",    "、",       "且",    "并且",  "但",     "而",
      "和",     ",且",  ",但",      "同时",  "而且",  ",同时",  ",而且",
      "的同时", "and",  "but",      ", and", ", but", "and is", "but is",
      ",and",   ",but", "but also", NULL};
  off = hd_scan_blanks(scan, off, 2);
  end = hd_scan_blanks_back(scan, end);
  if (end < off)
    return false;
  hd_str between = {scan->s + off, end - off};
  return hd_str_is_any(between, words);
}

static bool same_measure(const hd_quantity *a, const hd_quantity *b) {
  if (a->unit || b->unit)
    return a->unit == b->unit || !a->unit;
  return a->kind == b->kind;
}

bool hd_range_merge(const hd_scan *scan, hd_quantity *a, const hd_quantity *b) {
  const hd_quantity *floor = hd_bound_is_floor(a->bound) ? a : b;
  const hd_quantity *ceiling = floor == a ? b : a;
  bool behind = a->approx.off >= a->span.end; /* 30以上40以下 */
  if (!hd_bound_is_floor(floor->bound) ||
      !hd_bound_is_ceiling(ceiling->bound) || hd_span_empty(b->approx) ||
      (behind ? b->approx.off < b->span.end
              : a->approx.off >= a->span.off || b->approx.off >= b->span.off) ||
      a->sentence != b->sentence || a->per != b->per || !same_measure(a, b) ||
      hd_number_cmp(floor->low, ceiling->high) >= 0 ||
      !(behind ? joins(scan, a->approx.end, b->span.off)
               : joins(scan, a->span.end, b->approx.off)))
    return false;
  hd_quantity q = *b;
  q.span = hd_span_join(a->span, b->span);
  q.number = hd_span_join(a->number, b->number);
  q.approx = a->approx;
  q.bound = HD_BOUND_EXACT;
  q.low = floor->low;
  q.high = ceiling->high;
  hd_interval from = hd_quantity_interval(floor);
  hd_interval to = hd_quantity_interval(ceiling);
  hd_approx_own(scan, &q,
                (hd_interval){.low = from.low,
                              .low_open = from.low_open,
                              .high = to.high,
                              .high_open = to.high_open});
  *a = q;
  return true;
}

/* ---- from 10.2 to 3.1 percent ---------------------------------------------
 */
/* 42 to 68 billion: no size that a scale would make of 950 to 1.2 million. */
static bool may_share_scale(const hd_quantity *a, const hd_quantity *b) {
  enum { NEAR = 20 };
  hd_number printed = hd_number_div(b->low, b->scale);
  hd_number most = hd_number_mul(printed, hd_number_of(NEAR));
  return hd_number_cmp(a->scale, hd_number_of(1)) == 0 && !a->grouped &&
         hd_number_cmp(a->low, most) < 0 &&
         hd_number_cmp(printed, hd_number_mul(a->low, hd_number_of(NEAR))) < 0;
}

/* Does a move from a end at b, and only b has a unit or scale behind it? */
static bool moves_on(const hd_scan *scan, const hd_quantity *a,
                     const hd_quantity *b) {
  bool bare = a->kind == HD_KIND_COUNT && !a->unit;
  return a->span.end + 4 == b->span.off &&
         hd_scan_is(scan, a->span.end, " to ") && a->sentence == b->sentence &&
         a->numeral == b->numeral &&
         (bare || (a->unit && a->unit == b->unit && a->per == b->per)) &&
         a->span.end == a->number.end && b->unit_span.end > b->number.end &&
         hd_scan_ends(scan, before_fillers(scan, a->span.off), "from ");
}

void hd_range_lend(const hd_scan *scan, hd_quantity *a, const hd_quantity *b) {
  if (!moves_on(scan, a, b) || hd_number_cmp(b->scale, hd_number_of(0)) <= 0)
    return;
  bool scaled = hd_number_cmp(b->scale, hd_number_of(1)) != 0;
  if (!scaled && b->kind != HD_KIND_PERCENT && b->kind != HD_KIND_AMOUNT)
    return; /* from 65 to 67 years says no more than it prints */
  bool year = a->digits == 4 && a->decimals == 0 && !a->grouped;
  if (year || !a->low_known || !a->high_known ||
      (scaled && !may_share_scale(a, b)))
    return;
  a->kind = b->kind;
  a->unit = b->unit;
  a->per = b->per;
  if (!scaled)
    return;
  a->low = hd_number_mul(a->low, b->scale);
  a->high = hd_number_mul(a->high, b->scale);
  a->last_digit = hd_number_mul(a->last_digit, b->scale);
  a->scale = b->scale;
  hd_approx_close(a);
}
