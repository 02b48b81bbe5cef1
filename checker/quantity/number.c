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
  bool joint = next == 0x800c || next == 0x4e14 || next == 0x5e76; /* 而且并 */
  if (hd_cp_is_han(next) && !joint)
    return false;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (hd_scan_ends(scan, at, before[i]))
      return true;
  return false;
}

/* 人|数万人: 数 that ends a noun (人数, 总数, 户数) begins no number. */
static bool ends_noun(const hd_scan *scan, uint32_t off) {
  static const char *const before[] = {"人", "户", "总", "次", "件", "个",
                                       "家", "台", "辆", "位", "指", "基"};
  if (!hd_scan_is(scan, off, "数"))
    return false;
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (hd_scan_ends(scan, off, before[i]))
      return true;
  return false;
}

/* 以上 and no noun behind it: 亿元以上项目 is a class of projects. */
static bool closes_bound(const hd_scan *scan, uint32_t at) {
  hd_span after;
  uint32_t length;
  return hd_approx_after(scan, at, &after) >= HD_BOUND_AT_LEAST &&
         !hd_cp_is_han(hd_scan_cp(scan, after.end, &length));
}

static bool supported_zh(const hd_scan *scan, const hd_measure *m,
                         hd_bound before) {
  const hd_figure *f = &m->figure;
  bool lone = f->number.end - f->number.off <= 3;
  hd_span after;
  if (ends_noun(scan, f->number.off))
    return false;
  if (!f->weak)
    return true;
  if (m->blocked && !m->unit && (!f->bare || before == HD_BOUND_EXACT))
    return false; /* but 近百万群众 */
  bool closed = f->bare && closes_bound(scan, m->end);
  if (f->bare && lone && !f->scaled)
    return before != HD_BOUND_EXACT || f->bound != HD_BOUND_EXACT ||
           (m->unit && closed); /* 万名以上。, 百余人 */
  if (f->bare)
    return before != HD_BOUND_EXACT || closed ||
           (m->unit && !hd_scan_is(scan, m->end, "级"));
  if (hd_scan_is(scan, f->number.off, "数") && lone)
    return f->scaled;
  if (f->scaled || f->bound != HD_BOUND_EXACT ||
      (!m->unit && hd_approx_after(scan, m->end, &after) >= HD_BOUND_AT_LEAST))
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
  if (!m->figure.fraction || !hd_ascii_is_letter(scan->s[m->off]))
    return false;
  hd_match match;
  uint32_t back = hd_scan_blanks_back(scan, m->off), start = back;
  while (start > scan->low && hd_ascii_is_letter(scan->s[start - 1]))
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
  return article && hd_ascii_is_letter(hd_scan_byte(scan, next)) &&
         !hd_scan_is(scan, m->off + 2, "half");
}

static bool supported(const hd_scan *scan, const hd_measure *m,
                      hd_bound before) {
  if (!m->figure.numeral)
    return true;
  if (hd_ascii_is_letter(scan->s[m->figure.number.off]))
    return !is_pronoun(scan, m) && !is_no_part(scan, m);
  return supported_zh(scan, m, before);
}

/* What joins two figures of a list at `at`; its bytes. */
static uint32_t list_mark(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"、", "和", "与", "及", "/", "\\"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, at, marks[i]))
      return (uint32_t)strlen(marks[i]);
  return 0;
}

/* 8.40/2.31亿元: what stands before a slash has the last one's 亿 too. */
static void share_scale(hd_figure *f, hd_number scale) {
  f->low = hd_number_mul(f->low, scale);
  f->high = hd_number_mul(f->high, scale);
  f->step = hd_number_mul(f->step, scale);
  f->scale = scale;
  f->scaled = true;
}

/* 2.2个和3.7个百分点, 1.2、0.5个百分点, 分别为3、5、8家, 43/25/16倍: the unit
 * of the last holds for all. Looks at most four figures ahead. */
static void share_unit(const hd_scan *scan, hd_measure *a) {
  bool piece = a->unit && hd_str_is(a->unit->canonical, "个");
  hd_measure next;
  uint32_t at = a->end;
  bool slashed = list_mark(scan, at) == 1;
  if ((a->unit && !piece) || a->blocked || scan->lang != HD_LANG_ZH ||
      a->figure.numeral || a->figure.fraction)
    return;
  for (int i = 0; i < 4; i++) {
    uint32_t mark = list_mark(scan, at), pos = at + mark;
    if (!mark || (mark == 1) != slashed ||
        !hd_ascii_is_digit(hd_scan_byte(scan, pos)) ||
        !hd_measure_read(scan, pos, &next) || next.blocked)
      return;
    if (next.unit && (!piece || !hd_str_is(next.unit->canonical, "个")))
      break;
    at = next.end;
  }
  bool point = next.unit && next.unit->kind == HD_KIND_POINT;
  if (!next.unit || (piece && !point) ||
      next.unit->kind > (slashed ? HD_KIND_MULTIPLE : HD_KIND_POINT))
    return;
  if (slashed && next.figure.scaled && !a->figure.scaled)
    share_scale(&a->figure, next.figure.scale);
  if (next.figure.scaled == a->figure.scaled)
    a->unit = next.unit;
}

/* ---- all together ---- */
static void fill(hd_quantity *q, const hd_measure *a, const hd_measure *b) {
  const hd_measure *last = b ? b : a;
  *q = (hd_quantity){.span = {a->off, last->end},
                     .number = {a->figure.number.off, last->figure.number.end},
                     .unit_span = last->unit_span,
                     .bound = a->figure.bound,
                     .and_more = !b && a->figure.bound == HD_BOUND_MORE_THAN,
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
  if (b) { /* 20余至30家 */
    q->bound = b->figure.bound;
    q->approx = b->figure.approx;
  }
}

/* 比三十大: the figure is what something is compared with. */
static void set_compared(const hd_scan *scan, hd_quantity *q) {
  static const struct {
    const char *word;
    hd_bound bound;
  } words[] = {{"大", HD_BOUND_MORE_THAN}, {"多", HD_BOUND_MORE_THAN},
               {"高", HD_BOUND_MORE_THAN}, {"小", HD_BOUND_LESS_THAN},
               {"少", HD_BOUND_LESS_THAN}, {"低", HD_BOUND_LESS_THAN}};
  uint32_t end = q->span.end;
  if (!hd_scan_ends(scan, q->span.off, "比"))
    return;
  if (hd_scan_is(scan, end, "更") || hd_scan_is(scan, end, "还"))
    end += 3;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, end, words[i].word)) {
      q->bound = words[i].bound;
      q->approx = (hd_span){end, end + 3};
    }
}

static void set_bounds(const hd_scan *scan, hd_quantity *q, hd_bound before,
                       hd_span span) {
  hd_span after = {0, 0};
  hd_bound behind = hd_approx_after(scan, q->span.end, &after);
  hd_str unit = {scan->s + q->unit_span.off,
                 q->unit_span.end - q->unit_span.off};
  if (q->bound == HD_BOUND_EXACT && hd_str_find(unit, HD_STR("个多")) == 0) {
    q->bound = HD_BOUND_MORE_THAN; /* 两个多月 */
    q->approx = (hd_span){q->unit_span.off + 3, q->unit_span.off + 6};
  }
  bool more = behind == HD_BOUND_MORE_THAN &&
              (!q->unit || q->unit->kind == HD_KIND_COUNT) &&
              hd_number_cmp(q->scale, hd_number_of(1)) == 0;
  if (q->bound == HD_BOUND_EXACT && behind != HD_BOUND_EXACT && !more) {
    q->bound = behind;
    q->approx = after;
    q->and_more = hd_scan_is(scan, after.off, "余") ||
                  hd_scan_is(scan, after.off, "多") ||
                  hd_scan_is(scan, after.off, "有余");
  }
  bool during = q->kind == HD_KIND_DURATION && span.end - span.off == 4 &&
                hd_scan_is(scan, span.off, "over");
  if (before != HD_BOUND_EXACT && !during &&
      (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT ||
       before != HD_BOUND_ABOUT)) {
    q->bound = before;
    q->approx = span;
    q->and_more = false;
  }
  set_compared(scan, q);
}

/* 18 years and older, 5 months or younger; 8个月大的: a duration that is an
 * age. */
static bool counts_age(const hd_scan *scan, const hd_quantity *q) {
  uint32_t end = q->span.end, next = end + (uint32_t)strlen("大");
  if (q->approx.off >= end)
    return hd_scan_ends(scan, q->approx.end, "older") ||
           hd_scan_ends(scan, q->approx.end, "younger");
  return hd_scan_is(scan, end, "大") &&
         (next >= scan->high || hd_scan_is(scan, next, "的") ||
          hd_scan_is(scan, next, "时") || hd_scan_is(scan, next, "婴"));
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
  if ((scan->s[at] == '(' && !scan->cell) ||
      !(hd_measure_read(scan, at, &a) ||
        ((scan->s[at] | 0x20) == 'a' && hd_article_measure_read(scan, at, &a))))
    return 0;
  share_unit(scan, &a);
  hd_bound before = hd_approx_before(
      scan, at, a.figure.bare && a.figure.number.end - a.figure.number.off <= 6,
      &approx);
  uint32_t second = hd_range_second(scan, &a, &b);
  if (!second && !supported(scan, &a, before))
    return 0;
  fill(q, &a, second ? &b : NULL);
  hd_kind_set(scan, q, &a.figure);
  if (q->kind == HD_KIND_MULTIPLE && q->unit &&
      hd_str_is(q->unit->canonical, "番"))
    return 0;
  bool compound = q->numeral && !q->unit && hd_ascii_is_letter(scan->s[at]) &&
                  hd_scan_byte(scan, q->span.end) == '-' &&
                  hd_ascii_is_letter(hd_scan_byte(scan, q->span.end + 1)) &&
                  !hd_scan_is(scan, q->span.end, "-odd ");
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
  if (q->kind == HD_KIND_DURATION && counts_age(scan, q))
    q->kind = HD_KIND_AGE;
  if (hd_kind_quoted(scan, q))
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
