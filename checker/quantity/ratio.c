/* ratio: 105.23:100, 三比一, and one part of 47.9:48.5:3.6.
 *
 * Also one in five, 3 out of 10. A ratio of two parts is their quotient, its
 * interval that of the printed parts; of more parts each is a quantity of its
 * own. 10:30 is a time of the day. */
#include "scan.h"

enum { LONGEST = 48 }; /* bytes of a number with a ratio behind it */

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
           (hd_ascii_is_digit(scan->s[at - 1]) || scan->s[at - 1] == '.'))
      at--;
    if (at == end)
      break;
  }
  return n;
}

static void set_ratio(const hd_scan *scan, hd_quantity *q, const hd_figure *a,
                      const hd_figure *b) {
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
  hd_approx_own(scan, q, hd_interval_div(above, below));
}

/* A ratio's mark stands before or behind the digits at `at`; the quick answer
 * for most numbers. */
static bool may_be_ratio(const hd_scan *scan, uint32_t at) {
  uint32_t end = at;
  if (hd_scan_ends(scan, at, ":") || hd_scan_ends(scan, at, "∶"))
    return true;
  if (!hd_ascii_is_digit(scan->s[at])) {
    hd_figure spare;
    const hd_figure *f = hd_numeral_zh_peek(scan, at, &spare);
    return f && read_colon(scan, f->end);
  }
  while (end < scan->high && end - at < LONGEST &&
         (hd_ascii_is_digit(scan->s[end]) || scan->s[end] == '.' ||
          scan->s[end] == ','))
    end++;
  return end < scan->high &&
         (read_colon(scan, end) || hd_scan_is(scan, end, "·") ||
          hd_scan_numeral(scan, end, &(uint32_t){0}));
}

/* 105.23:100, 三比一; of 47.9:48.5:3.6 one part. */
uint32_t hd_ratio_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_figure a, b;
  if (!may_be_ratio(scan, at) ||
      !(hd_digits_read(scan, at, &a) || hd_numeral_zh_read(scan, at, &a)) ||
      a.fraction)
    return 0;
  uint32_t mark = read_colon(scan, a.end);
  bool second = mark && (hd_digits_read(scan, a.end + mark, &b) ||
                         hd_numeral_zh_read(scan, a.end + mark, &b));
  int before = parts_before(scan, at);
  if (second && b.numeral != a.numeral)
    return 0;
  bool more = second && read_colon(scan, b.end) &&
              (hd_ascii_is_digit(hd_scan_byte(scan, b.end + 1)) ||
               hd_ascii_is_digit(hd_scan_byte(scan, b.end + 3)));
  if (before + second + more >= 2) {
    set_ratio(scan, q, &a, &a);
    q->low = q->high = a.low;
    q->last_digit = a.step;
    hd_approx_close(q);
    return q->span.end;
  }
  bool zero = second && hd_number_cmp(b.low, hd_number_of(0)) == 0;
  bool time = second && is_clock_time(scan, &a, &b);
  if (!second || (zero && !time))
    return 0;
  set_ratio(scan, q, &a, zero ? &a : &b);
  if (time) {
    q->kind = HD_KIND_IDENTIFIER;
    q->low_known = q->high_known = false;
    q->span.end = q->number.end = b.end;
    q->unit_span = (hd_span){b.end, b.end};
  }
  return q->span.end;
}

/* ---- one in five -------------------------------------------------------- */
/* A whole number in words or up to seven digits. */
static bool read_plain(const hd_scan *scan, uint32_t at, hd_figure *f) {
  bool found = hd_ascii_is_letter(hd_scan_byte(scan, at))
                   ? hd_numeral_en_read(scan, at, f)
                   : hd_digits_read(scan, at, f);
  return found && !f->fraction && !f->decimals && f->low.num > 0 &&
         f->low.num <= 1000000;
}

/* 1 in 5, 3 out of 10: small numbers of a round or small whole. The parts of
 * 465 out of 1,200 are figures of their own. */
static bool are_odds(const hd_figure *a, const hd_figure *b, bool out) {
  hd_int n = b->low.num, k = a->low.num;
  while (n > 20 && n % 10 == 0)
    n /= 10;
  return k < b->low.num && k <= 10 && n <= 20 &&
         (out || k < 5 || b->low.num == 10); /* nine in ten */
}

/* Behind the words that join odds at `at`, 0 if there are none. */
static uint32_t read_odds_mark(const hd_scan *scan, uint32_t at, bool *out) {
  static const char *const words[] = {" out of every ", " out of ",
                                      " in every ", " in "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, at, words[i])) {
      *out = i < 3;
      return at + (uint32_t)strlen(words[i]);
    }
  return 0;
}

/* one in five adults, 3 out of 10; 2 in 10 years is none. The first number is
 * one word or at most two digits: the quick answer for most places. */
uint32_t hd_odds_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_figure a, b;
  bool out, blocked;
  const hd_unit *unit;
  uint32_t off, first = hd_scan_digits(scan, at);
  while (first - at < 6 && hd_ascii_is_letter(hd_scan_byte(scan, first)))
    first++;
  if (scan->cell || hd_scan_byte(scan, first) != ' ' ||
      !read_odds_mark(scan, first, &out) || !read_plain(scan, at, &a))
    return 0;
  uint32_t next = read_odds_mark(scan, a.end, &out);
  if (!next || !read_plain(scan, next, &b) || !are_odds(&a, &b, out))
    return 0;
  uint32_t end = hd_unit_read(scan, b.end, &unit, &off, &blocked);
  if ((end && unit->kind != HD_KIND_COUNT) ||
      hd_scan_byte(scan, b.end) == '-' || hd_scan_byte(scan, b.end) == '%')
    return 0;
  if (!out && b.end + 1 < scan->high &&
      (hd_scan_byte(scan, b.end) != ' ' ||
       !hd_ascii_is_letter(hd_scan_byte(scan, b.end + 1)) ||
       hd_date_lead(scan, b.end + 1, &blocked)))
    return 0; /* ranked 1 in 5, 2 in 2019 */
  set_ratio(scan, q, &a, &b);
  q->bound = hd_approx_before(scan, at, false, &q->approx);
  return q->span.end;
}
