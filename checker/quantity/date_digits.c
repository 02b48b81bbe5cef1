/* date_digits: dates written in digits: 2019-08-28, 2019/4/19, 20240307,
 * 2014–2017; and what the readers of dates share. */
#include "scan.h"

void hd_date_put(hd_quantity *q, uint32_t at, uint32_t end, hd_day first,
                 hd_day last) {
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .scale = hd_number_of(1),
                     .form = HD_PERIOD_ABSOLUTE};
  hd_date_set(q, first, last);
}

/* A hyphen or dash at `at`, or the two hyphens of a typewriter; behind it, or
 * 0. */
uint32_t hd_date_dash(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"--", "-", "–", "—", "‑"};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  return 0;
}

/* Exactly n digits at `at`, no digit behind. */
uint32_t hd_date_number(const hd_scan *scan, uint32_t at, uint32_t least,
                        uint32_t most, int *value) {
  if (!hd_ascii_is_digit(hd_scan_byte(scan, at)))
    return 0;
  uint32_t end = hd_whole_read(scan, at, value);
  return end && end - at >= least && end - at <= most ? end : 0;
}

/* 2019-08-28, 2019/4/19, 2019.9.6. */
static uint32_t read_full(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int year, month, day;
  uint32_t end = hd_date_number(scan, at, 4, 4, &year);
  char mark = hd_scan_byte(scan, end);
  if (!end || year < 1900 || year > 2100 || !mark || !strchr("-/.", mark))
    return 0;
  end = hd_date_number(scan, end + 1, 1, 2, &month);
  bool mixed = mark == '.' && hd_scan_byte(scan, end) == '-';
  if (!end || (hd_scan_byte(scan, end) != mark && !mixed))
    return 0;
  end = hd_date_number(scan, end + 1, 1, 2, &day);
  if (mixed && day < 13 && day > month)
    return 0; /* 2008.03-09: months */
  if (!end || month < 1 || month > 12 || day < 1 || day > 31 ||
      hd_scan_byte(scan, end) == mark)
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, month, day),
              hd_day_of(year, month, day));
  return end;
}

/* 20240307 */
static uint32_t read_packed(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int packed;
  uint32_t end = hd_date_number(scan, at, 8, 8, &packed);
  int year = packed / 10000, month = packed / 100 % 100, day = packed % 100;
  if (!end || year < 1950 || year > 2050 || month < 1 || month > 12 ||
      day < 1 || day > hd_days_in_month(year, month) || scan->cell ||
      hd_scan_byte(scan, end) == '.' || hd_date_unit_behind(scan, end))
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, month, day),
              hd_day_of(year, month, day));
  q->readings[q->n_readings++] = HD_KIND_COUNT;
  return end;
}

/* 2008-03, 2021/08, and with a dot where `dotted`: a month. 2009-10 is a year
 * of account, 2008-10年 a range. */
static uint32_t read_year_month(const hd_scan *scan, uint32_t at, bool dotted,
                                hd_quantity *q) {
  int year, month;
  uint32_t number = hd_date_number(scan, at, 4, 4, &year);
  char mark = hd_scan_byte(scan, number);
  if (!number || year < 1900 || year > 2100 ||
      (mark != '-' && mark != '/' && !(dotted && mark == '.')))
    return 0;
  uint32_t end = hd_date_number(scan, number + 1, 2, 2, &month);
  char next = hd_scan_byte(scan, end);
  if (!end || month < 1 || month > 12 ||
      (next && strchr("-/.%", next) &&
       hd_ascii_is_digit(hd_scan_byte(scan, end + 1)) && !dotted) ||
      (mark != '.' && month == (year + 1) % 100) ||
      hd_scan_is(scan, end, "年") || hd_ascii_is_letter(next))
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, month, 0), hd_day_of(year, month, 0));
  return end;
}

/* Behind a mark of a range at `at`: where its second date starts, or 0. */
static uint32_t read_range_mark(const hd_scan *scan, uint32_t at) {
  static const char *const words[] = {"起至", "至", "到", "~", " to "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, at, words[i]))
      return at + (uint32_t)strlen(words[i]);
  return hd_date_dash(scan, at);
}

/* A date of digits, or two of them: 2020-05-26至2020-05-29, 2008.03-2009. */
static uint32_t read_dates(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  hd_quantity to;
  int year;
  uint32_t end = read_full(scan, at, q);
  bool full = end > 0;
  if (!end)
    end = read_year_month(scan, at, true, q);
  uint32_t second = end ? read_range_mark(scan, end) : 0;
  uint32_t behind = second ? read_full(scan, second, &to) : 0;
  if (second && !behind)
    behind = read_year_month(scan, second, true, &to);
  if (second && !behind && !full) {
    behind = hd_year_read(scan, second, &year);
    to.last = hd_day_of(year, 12, 31);
  }
  if (behind && q->first.year <= to.last.year) {
    hd_date_put(q, at, behind, q->first, to.last);
    return behind;
  }
  return full ? end
              : read_year_month(scan, at, end == scan->high && at == scan->low,
                                q);
}

/* Four digits and a mark behind them, or eight digits: the quick answer for
 * most numbers. */
static bool may_be_date(const hd_scan *scan, uint32_t at) {
  uint32_t n = hd_scan_digits(scan, at) - at;
  char next = hd_scan_byte(scan, at + n);
  return n == 8 || (n == 4 && (hd_date_dash(scan, at + n) ||
                               (next && strchr("-/.", next))));
}

uint32_t hd_date_digits_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int year, last;
  if (!may_be_date(scan, at))
    return 0;
  uint32_t end = read_dates(scan, at, q);
  if (!end)
    end = read_packed(scan, at, q);
  if (end)
    return end;
  uint32_t number = hd_year_read(scan, at, &year);
  end = number ? hd_year_range(scan, number, year, &last) : 0;
  if (!end || last - year > 100 || hd_date_unit_behind(scan, end) ||
      (last - year > 30 && hd_date_noun_behind(scan, end)))
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, 0, 0), hd_day_of(last, 0, 0));
  return end;
}
