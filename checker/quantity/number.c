/* number: a measure or a range of two as a quantity: its kind and its bounds.
 *
 * In: the place where a sign, a currency or a number starts. Out: a quantity
 * with span, bound and interval. The kind comes from the unit, else from the
 * word before (指数, Table, CI), else it is a count. */
#include "scan.h"

/* ---- is it a figure at all? ------------------------------------------- */
/* A lone 一 or 百万 is a figure with a unit or where the sentence speaks of a
 * number: it is all there is, or 是 or a bound stands before. */
static bool stands_alone(const hd_scan *scan, const hd_measure *m) {
  static const char *const before[] = {"是", "等于", "小于", "大于"};
  uint32_t at = hd_scan_blanks_back(scan, m->off), length;
  uint32_t end = hd_scan_blanks(scan, m->end, 3);
  uint32_t next = hd_scan_cp(scan, end, &length);
  if (at == scan->low && end >= scan->high)
    return true;
  if (hd_cp_is_han(next) && !hd_scan_is(scan, end, "而"))
    return false;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (hd_scan_ends(scan, at, before[i]))
      return true;
  return false;
}

static bool supported_zh(const hd_scan *scan, const hd_measure *m,
                         hd_bound before) {
  const hd_figure *f = &m->figure;
  bool lone = f->number.end - f->number.off <= 3;
  if (!f->weak)
    return true;
  if (m->blocked && !m->unit)
    return false;
  if (f->bare && lone && !f->scaled)
    return before != HD_BOUND_EXACT ? true : false;
  if (f->bare)
    return before != HD_BOUND_EXACT ||
           (m->unit && !hd_scan_is(scan, m->end, "级"));
  if (hd_scan_is(scan, f->number.off, "数") && lone)
    return f->scaled;
  if (f->scaled || f->bound != HD_BOUND_EXACT)
    return true;
  return m->unit ? true : stands_alone(scan, m);
}

/* `one` as a pronoun: the one, no one, one of. */
static bool is_pronoun(const hd_scan *scan, const hd_measure *m) {
  static const char *const before[] = {"he ",  "hich ",  "his ",  "hat ",
                                       "o ",   "ny ",    "very ", "ach ",
                                       "nly ", "nother "};
  static const char *const after[] = {" of ",  " another", " that ", " who ",
                                      " can ", " should ", " must ", " or ",
                                      " you ", " is "};
  if (hd_number_cmp(m->figure.low, hd_number_of(1)) != 0 ||
      m->end - m->off != 3)
    return false;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (hd_scan_ends(scan, m->off, before[i]))
      return true;
  for (size_t i = 0; i < sizeof after / sizeof *after; i++)
    if (hd_scan_is(scan, m->end, after[i]))
      return true;
  return false;
}

/* a third party, first half: no fraction. */
static bool is_no_part(const hd_scan *scan, const hd_measure *m) {
  uint32_t length, next = hd_scan_blanks(scan, m->end, 1);
  if (!m->figure.fraction || !hd_is_letter(scan->s[m->off]))
    return false;
  hd_match match;
  uint32_t back = hd_scan_blanks_back(scan, m->off), start = back;
  while (start > scan->low && hd_is_letter(scan->s[start - 1]))
    start--;
  if (start < back &&
      hd_scan_word(scan, scan->units->numerals, start, &match) &&
      scan->units->numeral.items[match.values[0]].cls == HD_NUMERAL_ORDINAL)
    return true;
  bool article =
      hd_scan_is(scan, m->off, "a ") || hd_scan_is(scan, m->off, "A ");
  hd_scan_cp(scan, next, &length);
  static const char *const after[] = {
      "of ",  "to ",   "in ",   "from ",  "on ",    "and ",    "by ",
      "as ",  "more ", "less ", "fewer ", "lower ", "higher ", "were ",
      "was ", "are ",  "is ",   "had ",   "have ",  "said ",   "reported "};
  for (size_t i = 0; i < sizeof after / sizeof *after; i++)
    if (hd_scan_is(scan, next, after[i]))
      return false;
  return article && hd_is_letter(hd_scan_byte(scan, next)) &&
         !hd_scan_is(scan, m->off + 2, "half");
}

static bool supported(const hd_scan *scan, const hd_measure *m,
                      hd_bound before) {
  if (!m->figure.numeral)
    return true;
  if (hd_is_letter(scan->s[m->figure.number.off]))
    return !is_pronoun(scan, m) && !is_no_part(scan, m);
  return supported_zh(scan, m, before);
}

/* ---- ranges ------------------------------------------------------------ */
/* The mark between the ends of a range; where the second one starts, 0. */
static uint32_t read_mark(const hd_scan *scan, uint32_t at, bool *word) {
  static const char *const marks[] = {"——", "--", "-", "–", "—", "~", "―", "−"};
  static const char *const words[] = {"至", "到", "to ", "through "};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  *word = false;
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

/* from 3 to 5, rose by 3 to 5, 由3家到5家: two figures, not a range. */
static bool moves_from(const hd_scan *scan, uint32_t off) {
  static const char *const from[] = {"从", "由", "自", "from ", "From ", "by "};
  for (size_t i = 0; i < sizeof from / sizeof *from; i++)
    if (hd_scan_ends(scan, off, from[i]))
      return true;
  return ends_change(scan->text, hd_scan_blanks_back(scan, off));
}

static void scale_figure(hd_figure *f, hd_number by) {
  f->low = hd_number_mul(f->low, by);
  f->high = hd_number_mul(f->high, by);
  f->step = hd_number_mul(f->step, by);
}

/* 2—3万, 八百到九百亿: the first takes the scale of the second. */
static void share_scale(hd_measure *a, const hd_measure *b) {
  hd_number by = b->figure.numeral ? b->figure.step : b->figure.scale;
  bool unscaled = a->figure.numeral == b->figure.numeral &&
                  hd_number_cmp(by, hd_number_of(1000)) >= 0 &&
                  !a->figure.scaled && !a->unit &&
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

/* The second end of a range that begins with a; its end, 0 if there is none. */
static uint32_t read_second(const hd_scan *scan, hd_measure *a, hd_measure *b) {
  bool word;
  uint32_t at = read_mark(scan, a->end, &word);
  if (!at || (word && moves_from(scan, a->off)) || a->figure.fraction)
    return 0;
  if (!hd_measure_read(scan, at, b) || b->figure.fraction ||
      (b->negative && !(word && a->negative)) ||
      (a->figure.numeral != b->figure.numeral && !a->unit && b->figure.weak &&
       !b->unit))
    return 0;
  if (a->figure.bare || (a->figure.weak && !b->unit && !word))
    return 0;
  bool suffix =
      a->unit && a->unit_span.end == a->end && !hd_span_empty(a->unit_span);
  if (a->unit && b->unit && a->unit != b->unit)
    return 0;
  if (!a->unit && b->unit &&
      hd_scan_context(scan, a->off) == HD_KIND_IDENTIFIER)
    return 0; /* during period 1 to 6.4% */
  if (word && is_year_like(&a->figure) && !a->unit &&
      (b->unit || b->figure.scaled))
    return 0; /* between 2010 and 2011 to 1.7 million tonnes */
  if (a->unit && !b->unit && suffix && a->unit_span.end > a->figure.end)
    return 0;
  share_scale(a, b);
  return hd_number_cmp(a->figure.low, b->figure.low) < 0 ? b->end : 0;
}

/* ---- kind ---------------------------------------------------------------- */
static bool after_operator(const hd_scan *scan, uint32_t off) {
  uint32_t at = hd_scan_blanks_back(scan, off);
  char c = at > scan->low ? scan->s[at - 1] : 0;
  return (c && strchr("=<>:([,", c)) || hd_scan_ends(scan, at, "≤") ||
         hd_scan_ends(scan, at, "≥") || hd_scan_ends(scan, at, "CI") ||
         hd_scan_ends(scan, at, "interval") || hd_scan_ends(scan, at, "]");
}

/* 95% CI: the level of an interval. */
static bool before_interval(const hd_scan *scan, uint32_t end) {
  uint32_t limit = end + 48 < scan->high ? end + 48 : scan->high;
  for (uint32_t at = end; at < limit; at++) {
    char c = scan->s[at];
    if (c == ',' || c == ';' || c == '.' || hd_is_digit(c))
      return false;
    if (hd_scan_is(scan, at, "CI ") || hd_scan_is(scan, at, "CI)") ||
        hd_scan_is(scan, at, "CI:") || hd_scan_is(scan, at, "CIs") ||
        hd_scan_is(scan, at, "CI=") || hd_scan_is(scan, at, "CI]") ||
        hd_scan_is(scan, at, "confidence interval"))
      return true;
    if (c == '(')
      return false;
  }
  return false;
}

/* 上年=100, 以女性为100: the base of an index. */
static bool is_base(const hd_scan *scan, const hd_quantity *q) {
  uint32_t at = hd_scan_blanks_back(scan, q->span.off);
  if (hd_number_cmp(q->low, hd_number_of(100)) != 0)
    return false;
  if (hd_scan_ends(scan, at, "="))
    return true;
  if (!hd_scan_ends(scan, at, "为"))
    return false;
  for (int i = 0; i < 10 && at > scan->low; i++) {
    if (hd_scan_ends(scan, at, "以"))
      return true;
    at = (uint32_t)hd_utf8_back(scan->s, at);
  }
  return false;
}

static hd_kind kind_by_context(const hd_scan *scan, const hd_quantity *q) {
  hd_kind context = hd_scan_context(scan, q->span.off);
  bool plain = !q->grouped && hd_number_cmp(q->scale, hd_number_of(1)) == 0;
  switch (context) {
  case HD_KIND_STATISTIC:
    return after_operator(scan, q->span.off) ? context : HD_KIND_COUNT;
  case HD_KIND_IDENTIFIER:
  case HD_KIND_RANK:
    return plain && !q->numeral && q->decimals < 4 &&
                   (context == HD_KIND_IDENTIFIER || scan->lang == HD_LANG_EN)
               ? context
               : HD_KIND_COUNT;
  case HD_KINDS:
    break;
  default:
    return context;
  }
  uint32_t open = q->span.end;
  if (hd_scan_byte(scan, open) == '(' &&
      hd_is_letter(hd_scan_byte(scan, open + 1)) &&
      hd_scan_byte(scan, open + 2) == ')')
    return HD_KIND_IDENTIFIER; /* 15(d) */
  return is_base(scan, q) ? HD_KIND_INDEX : HD_KIND_COUNT;
}

/* % of ‰, 成, 折 and 百分之: in percent, with the unit %. */
static void to_percent(const hd_scan *scan, hd_quantity *q, bool done) {
  size_t used;
  if (!done && hd_number_cmp(q->unit->factor, hd_number_of(1)) != 0) {
    hd_number by = q->unit->factor;
    bool two_digits = hd_str_is(q->unit->canonical, "折") && q->numeral &&
                      hd_number_cmp(q->low, hd_number_of(10)) > 0;
    if (two_digits)
      by = hd_number_of(1);
    q->low = hd_number_mul(q->low, by);
    q->high = hd_number_mul(q->high, by);
    q->last_digit = hd_number_mul(q->last_digit, by);
  }
  q->unit = hd_units_at(scan->units, "%", 1, &used);
}

/* 三成五: a digit behind 成. */
static void read_tenth(const hd_scan *scan, hd_quantity *q) {
  uint32_t length;
  const hd_numeral *digit = hd_scan_numeral(scan, q->span.end, &length);
  if (!q->unit || !hd_str_is(q->unit->canonical, "成") || !digit ||
      digit->cls != HD_NUMERAL_DIGIT)
    return;
  hd_number tenth = hd_number_ratio((hd_int)digit->value, 10);
  q->low = hd_number_add(q->low, tenth);
  q->high = hd_number_add(q->high, tenth);
  q->last_digit = hd_number_ratio(1, 10);
  q->span.end = q->unit_span.end = q->span.end + length;
}

/* MEUR and 打 count in millions and dozens: their value is multiplied. */
static void apply_factor(hd_quantity *q) {
  bool dozen = hd_str_is(q->unit->dimension, "dozen");
  bool money = hd_str_starts(q->unit->dimension, HD_STR("money:")) &&
               hd_number_cmp(q->unit->factor, hd_number_of(1)) > 0;
  if (!dozen && !money)
    return;
  q->low = hd_number_mul(q->low, q->unit->factor);
  q->high = hd_number_mul(q->high, q->unit->factor);
  q->last_digit = hd_number_mul(q->last_digit, q->unit->factor);
  q->scale = hd_number_mul(q->scale, q->unit->factor);
}

static void set_kind(const hd_scan *scan, hd_quantity *q, const hd_figure *f) {
  if (f->percent) {
    q->kind = HD_KIND_PERCENT;
    to_percent(scan, q, true);
  } else if (!q->unit) {
    q->kind = f->fraction ? HD_KIND_RATIO : kind_by_context(scan, q);
  } else {
    q->kind = q->unit->kind;
  }
  if (!q->unit)
    return;
  if (q->kind == HD_KIND_PERCENT && !f->percent) {
    read_tenth(scan, q);
    to_percent(scan, q, false);
    if (before_interval(scan, q->span.end) ||
        (after_operator(scan, q->span.off) &&
         hd_scan_context(scan, q->span.off) == HD_KIND_STATISTIC))
      q->kind = HD_KIND_STATISTIC;
  }
  apply_factor(q);
  bool phase = q->numeral && hd_str_is(q->unit->canonical, "期");
  if (phase)
    q->kind = HD_KIND_ORDINAL; /* 一期 */
  if (q->kind == HD_KIND_ORDINAL &&
      hd_number_cmp(q->low, hd_number_of(1000)) >= 0)
    q->kind = HD_KIND_NAME; /* 万亿级 */
  bool place = hd_str_is(q->unit->canonical, "位") ||
               hd_str_is(q->unit->canonical, "名");
  if (q->kind == HD_KIND_AMOUNT && hd_scan_is(scan, q->span.end, "级"))
    q->kind = HD_KIND_NAME; /* 万吨级 */
  if (place && hd_scan_context(scan, q->span.off) == HD_KIND_RANK)
    q->kind = HD_KIND_RANK;
  if (q->kind == HD_KIND_DURATION &&
      hd_scan_context(scan, q->span.off) == HD_KIND_AGE)
    q->kind = HD_KIND_AGE;
  if (q->kind == HD_KIND_RANK || q->kind == HD_KIND_NAME ||
      q->kind == HD_KIND_IDENTIFIER || q->kind == HD_KIND_ORDINAL)
    q->unit = NULL;
}

/* Bytes from `off` back to a “, at most 36, no mark between; -1: none. */
static int open_quote(const hd_scan *scan, uint32_t off) {
  for (int n = 0; n < 36; n++) {
    uint32_t at = off - (uint32_t)n;
    if (hd_scan_ends(scan, at, "“"))
      return n;
    char c = at > scan->low ? scan->s[at - 1] : 0;
    if (!c || c == ',' || c == ';' || c == ':' || hd_scan_ends(scan, at, "”"))
      return -1;
  }
  return -1;
}

/* A short quoted phrase without %, money or period: “1650”, “五个一批”. */
static bool is_quoted_name(const hd_scan *scan, const hd_quantity *q) {
  if (!scan->quotes ||
      (q->kind != HD_KIND_COUNT && q->kind != HD_KIND_AMOUNT &&
       q->kind != HD_KIND_ORDINAL) ||
      (q->unit && hd_str_starts(q->unit->dimension, HD_STR("money"))))
    return false;
  int before = open_quote(scan, q->span.off);
  if (before < 0)
    return false;
  uint32_t room = 36 + q->span.end - q->span.off;
  for (uint32_t at = q->span.end; at < scan->high; at++) {
    char c = scan->s[at];
    if (hd_scan_is(scan, at, "”"))
      return true;
    if (at - q->span.off + (uint32_t)before >= room || c == ',' || c == ';' ||
        c == ':' || hd_scan_is(scan, at, "“"))
      return false;
  }
  return false;
}

/* 2.2个和3.7个百分点, 1.2、0.5个百分点, 分别为3、5、8家: the unit of the last
 * holds for all. Looks at most four figures ahead. */
static void share_unit(const hd_scan *scan, hd_measure *a) {
  static const char *const marks[] = {"、", "和", "与", "及"};
  bool piece = a->unit && hd_str_is(a->unit->canonical, "个");
  hd_measure next;
  uint32_t at = a->end;
  if ((a->unit && !piece) || a->blocked || scan->lang != HD_LANG_ZH ||
      a->figure.numeral || a->figure.fraction)
    return;
  for (int i = 0; i < 4; i++) {
    uint32_t pos = 0;
    for (size_t k = 0; !pos && k < 4; k++)
      if (hd_scan_is(scan, at, marks[k]))
        pos = at + 3;
    if (!pos || !hd_is_digit(hd_scan_byte(scan, pos)) ||
        !hd_measure_read(scan, pos, &next) || next.blocked)
      return;
    if (next.unit && (!piece || !hd_str_is(next.unit->canonical, "个")))
      break;
    at = next.end;
  }
  bool point = next.unit && next.unit->kind == HD_KIND_POINT;
  if (next.unit && (!piece || point) && next.unit->kind <= HD_KIND_POINT &&
      next.figure.scaled == a->figure.scaled)
    a->unit = next.unit;
}

/* ---- all together ----------------------------------------------------------
 */
static void fill(hd_quantity *q, const hd_measure *a, const hd_measure *b) {
  const hd_measure *last = b ? b : a;
  *q = (hd_quantity){.span = {a->off, last->end},
                     .number = {a->figure.number.off, last->figure.number.end},
                     .unit_span = last->unit_span,
                     .bound = a->figure.bound,
                     .approx = a->figure.approx,
                     .low = a->figure.low,
                     .high = last->figure.high,
                     .last_digit = last->figure.step,
                     .decimals = last->figure.decimals,
                     .digits = last->figure.digits,
                     .numeral = a->figure.numeral,
                     .grouped = a->figure.grouped || last->figure.grouped,
                     .unit = last->unit ? last->unit : a->unit,
                     .per = last->per,
                     .scale = last->figure.scale};
  if (b && b->figure.bound != HD_BOUND_EXACT) {
    q->bound = b->figure.bound;
    q->approx = b->figure.approx;
  }
}

static void set_bounds(const hd_scan *scan, hd_quantity *q, hd_bound before,
                       hd_span span) {
  hd_span after = {0, 0};
  hd_bound behind = hd_approx_after(scan, q->span.end, &after);
  bool more = behind == HD_BOUND_MORE_THAN &&
              (!q->unit || q->unit->kind == HD_KIND_COUNT) &&
              hd_number_cmp(q->scale, hd_number_of(1)) == 0;
  if (q->bound == HD_BOUND_EXACT && behind != HD_BOUND_EXACT && !more) {
    q->bound = behind;
    q->approx = after;
  }
  bool during = q->kind == HD_KIND_DURATION && span.end - span.off == 4 &&
                hd_scan_is(scan, span.off, "over");
  if (before != HD_BOUND_EXACT && !during &&
      (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT ||
       before != HD_BOUND_ABOUT)) {
    q->bound = before;
    q->approx = span;
  }
}

/* 十二、 at the head of a sentence, also of one that ran on. */
static bool is_heading_numeral(const hd_scan *scan, const hd_quantity *q) {
  uint32_t back = hd_scan_blanks_back(scan, q->span.off);
  return hd_scan_is(scan, q->span.end, "、") &&
         (back == scan->low || hd_scan_ends(scan, back, "。"));
}

uint32_t hd_number_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_measure a, b;
  hd_span approx = {0, 0};
  if ((scan->s[at] == '(' && !scan->cell) || !hd_measure_read(scan, at, &a))
    return 0;
  share_unit(scan, &a);
  hd_bound before = hd_approx_before(
      scan, at, a.figure.bare && a.figure.number.end - a.figure.number.off <= 6,
      &approx);
  uint32_t second = read_second(scan, &a, &b);
  if (!second && !supported(scan, &a, before))
    return 0;
  fill(q, &a, second ? &b : NULL);
  set_kind(scan, q, &a.figure);
  if (q->kind == HD_KIND_MULTIPLE && q->unit &&
      hd_str_is(q->unit->canonical, "番"))
    return 0;
  bool compound = q->numeral && !q->unit && hd_is_letter(scan->s[at]) &&
                  hd_scan_byte(scan, q->span.end) == '-' &&
                  hd_is_letter(hd_scan_byte(scan, q->span.end + 1));
  if (compound)
    q->kind = HD_KIND_NAME; /* two-sided */
  if (q->numeral && !q->unit && is_heading_numeral(scan, q))
    q->kind = HD_KIND_MARKER;
  bool year = q->kind == HD_KIND_COUNT && !q->unit && !q->grouped &&
              q->digits == 4 && q->decimals == 0 &&
              hd_number_cmp(q->low, hd_number_of(1900)) >= 0 &&
              hd_number_cmp(q->high, hd_number_of(2100)) <= 0;
  if (year)
    q->readings[q->n_readings++] = HD_KIND_PERIOD;
  set_bounds(scan, q, before, approx);
  if (is_quoted_name(scan, q))
    q->kind = HD_KIND_NAME;
  hd_approx_close(q);
  return q->span.end;
}

void hd_quantity_value(hd_quantity *q, int64_t value) {
  q->low = q->high = hd_number_of(value);
  q->scale = hd_number_of(1);
  q->last_digit = hd_number_of(1);
  for (q->digits = 0; value; value /= 10)
    q->digits++;
  hd_approx_close(q);
}

/* ---- ratios
 * ------------------------------------------------------------------ */
/* A ratio's mark at `at`: its length, 0 if none. */
static uint32_t read_colon(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {":", "∶", "比"};
  for (size_t i = 0; i < 3; i++)
    if (hd_scan_is(scan, at, marks[i]))
      return (uint32_t)strlen(marks[i]);
  return 0;
}

/* 10:30 between a number of hours and minutes. */
static bool is_clock_time(const hd_scan *scan, const hd_figure *a,
                          const hd_figure *b) {
  uint32_t minutes = b->number.end - b->number.off;
  return !a->decimals && !b->decimals && minutes == 2 && b->low.num < 60 &&
         a->low.num < 25 && a->number.end - a->number.off <= 2 &&
         scan->s[a->number.end] == ':' &&
         !hd_scan_ends(scan, a->number.off, "为") &&
         !hd_scan_ends(scan, a->number.off, "比");
}

/* How many numbers joined by colons stand to the left of `at`. */
static int parts_before(const hd_scan *scan, uint32_t at) {
  int n = 0;
  for (; at > scan->low && n < 9; n++) {
    if (hd_scan_ends(scan, at, "∶"))
      at -= 3;
    else if (hd_scan_ends(scan, at, ":"))
      at -= 1;
    else
      break;
    uint32_t end = at;
    while (at > scan->low &&
           (hd_is_digit(scan->s[at - 1]) || scan->s[at - 1] == '.'))
      at--;
    if (at == end)
      break;
  }
  return n;
}

static void set_ratio(hd_quantity *q, const hd_figure *a, const hd_figure *b) {
  *q = (hd_quantity){.span = {a->number.off, b->end},
                     .number = {a->number.off, b->end},
                     .unit_span = {b->end, b->end},
                     .kind = HD_KIND_RATIO,
                     .numeral = a->numeral,
                     .decimals = a->decimals,
                     .digits = a->digits,
                     .scale = hd_number_of(1)};
  q->low = q->high = hd_number_div(a->low, b->low);
  hd_number half = hd_number_of(2);
  hd_interval above = hd_interval_rounded(a->low, hd_number_div(a->step, half));
  hd_interval below = hd_interval_rounded(b->low, hd_number_div(b->step, half));
  if (a->decimals == 0)
    above = hd_interval_point(a->low);
  if (b->decimals == 0)
    below = hd_interval_point(b->low);
  q->last_digit =
      a->decimals ? hd_number_div(a->step, b->low) : hd_number_of(0);
  q->interval = hd_interval_div(above, below);
  q->low_known = q->high_known = true;
}

/* 105.23:100, 三比一; of 47.9:48.5:3.6 one part. */
uint32_t hd_ratio_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_figure a, b;
  if (!(hd_digits_read(scan, at, &a) || hd_numeral_zh_read(scan, at, &a)) ||
      a.fraction)
    return 0;
  uint32_t mark = read_colon(scan, a.end);
  bool second = mark && (hd_digits_read(scan, a.end + mark, &b) ||
                         hd_numeral_zh_read(scan, a.end + mark, &b));
  int before = parts_before(scan, at);
  if (second && b.numeral != a.numeral)
    return 0;
  bool more = second && read_colon(scan, b.end) &&
              (hd_is_digit(hd_scan_byte(scan, b.end + 1)) ||
               hd_is_digit(hd_scan_byte(scan, b.end + 3)));
  if (before + second + more >= 2) {
    set_ratio(q, &a, &a);
    q->low = q->high = a.low;
    q->last_digit = a.step;
    hd_approx_close(q);
    return q->span.end;
  }
  bool zero = second && hd_number_cmp(b.low, hd_number_of(0)) == 0;
  bool time = second && is_clock_time(scan, &a, &b);
  if (!second || (zero && !time))
    return 0;
  set_ratio(q, &a, zero ? &a : &b);
  if (time) {
    q->kind = HD_KIND_IDENTIFIER;
    q->span.end = q->number.end = b.end;
    q->unit_span = (hd_span){b.end, b.end};
  }
  return q->span.end;
}
