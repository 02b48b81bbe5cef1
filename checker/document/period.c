/* period: how tables write periods.
 *
 * In: the text of a cell. Out: its first and last day. The year comes first,
 * digits tell the rest by their number, words by their meaning; what is left
 * over makes it no period. A date stands for itself, or for the month, the
 * quarter or the year that it ends or lies in. */
#include "reference.h"

typedef struct {
  hd_str s; /* what is left */
} reader;

static bool take(reader *r, const char *word) {
  if (!hd_str_starts(r->s, hd_str_of(word)))
    return false;
  r->s.p += strlen(word);
  r->s.n -= strlen(word);
  return true;
}

static bool take_one_of(reader *r, const char *const *words) {
  for (; *words; words++)
    if (take(r, *words))
      return true;
  return false;
}

/* n digits; -1: there are none, or more. */
static int take_digits(reader *r, size_t least, size_t most) {
  size_t n = 0;
  int value = 0;
  while (n < r->s.n && hd_ascii_is_digit(r->s.p[n]))
    n++;
  if (n < least || n > most)
    return -1;
  for (size_t i = 0; i < n; i++)
    value = value * 10 + (r->s.p[i] - '0');
  r->s.p += n;
  r->s.n -= n;
  return value;
}

static hd_day day_of(int year, int month, int day) {
  return (hd_day){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static bool months(int year, int from, int to, hd_day *first, hd_day *last) {
  if (from < 1 || to > 12 || from > to)
    return false;
  *first = day_of(year, from, 1);
  *last = day_of(year, to, hd_days_in_month(year, to));
  return true;
}

static bool one_day(int year, int month, int day, hd_day *first, hd_day *last) {
  if (day < 1 || day > hd_days_in_month(year, month))
    return false;
  *first = *last = day_of(year, month, day);
  return true;
}

/* Q1, 一季度, 第1季度, 前三季度, H1, 上半年, 1-6月, behind the year. */
static bool read_part(reader *r, int year, hd_day *first, hd_day *last) {
  static const char *const numbers[] = {"一", "二", "三", "四"};
  static const char *const halves[] = {"上半年", "下半年"};
  bool many = take(r, "前");
  bool letter = take(r, "Q") || take(r, "q");
  (void)(!letter && take(r, "第"));
  for (int i = 0; i < 4; i++) {
    const char digit[] = {(char)('1' + i), '\0'};
    reader ahead = *r;
    if (!take(&ahead, digit) && !take(&ahead, numbers[i]))
      continue;
    if (!letter && !take(&ahead, "季度"))
      continue;
    *r = ahead;
    return months(year, many ? 1 : 3 * i + 1, 3 * i + 3, first, last);
  }
  bool half = take(r, "H") || take(r, "h");
  for (int i = 0; i < 2; i++) {
    const char digit[] = {(char)('1' + i), '\0'};
    if (half ? take(r, digit) : take(r, halves[i]))
      return months(year, 6 * i + 1, 6 * i + 6, first, last);
  }
  return false;
}

/* A month, a range of months or a day behind the year; `compact`: no sign
 * parted them. */
static bool read_month(reader *r, int year, bool compact, hd_day *first,
                       hd_day *last) {
  static const char *const signs[] = {"-", "/", ".", "月", NULL};
  static const char *const ranges[] = {"-", "—", "–", "~", "至", "到", NULL};
  int month = take_digits(r, compact ? 2 : 1, 2);
  reader ahead = *r;
  int to = take_one_of(&ahead, ranges) ? take_digits(&ahead, 1, 2) : -1;
  if (to > 0 && take(&ahead, "月")) {
    *r = ahead;
    return months(year, month, to, first, last);
  }
  bool parted = compact || take_one_of(r, signs);
  int day = parted ? take_digits(r, compact ? 2 : 1, 2) : -1;
  if (day < 0)
    return months(year, month, month, first, last);
  (void)(take(r, "日") || take(r, "号"));
  return one_day(year, month, day, first, last);
}

/* 20241231, 202406: the digits behind the year. */
static bool read_compact(hd_str s, hd_day *first, hd_day *last) {
  reader year = {{s.p, 4}}, month = {{s.p + 4, 2}}, day = {{s.p + 6, 2}};
  int y = take_digits(&year, 4, 4), m = take_digits(&month, 2, 2);
  if (s.n == 6)
    return months(y, m, m, first, last);
  return one_day(y, m, take_digits(&day, 2, 2), first, last);
}

/* One period without what stands behind it. */
static bool read_one(reader *r, hd_day *first, hd_day *last) {
  static const char *const parts[] = {"-", "/", ".", " ", NULL};
  static const char *const ends[] = {"末", "底", NULL};
  size_t digits = 0;
  while (digits < r->s.n && hd_ascii_is_digit(r->s.p[digits]))
    digits++;
  if (digits == 6 || digits == 8) {
    hd_str all = {r->s.p, digits};
    r->s.p += digits;
    r->s.n -= digits;
    return read_compact(all, first, last);
  }
  int year = take_digits(r, 4, 4);
  if (year < 1)
    return false;
  bool said = take(r, "年");
  if (said && take_one_of(r, ends))
    return one_day(year, 12, 31, first, last);
  (void)take(r, "度");
  bool parted = said || take_one_of(r, parts);
  reader ahead = *r;
  if (read_part(&ahead, year, first, last)) {
    *r = ahead;
    return true;
  }
  if (parted && r->s.n > 0 && hd_ascii_is_digit(r->s.p[0]))
    return read_month(r, year, false, first, last);
  return months(year, 1, 12, first, last);
}

/* A day, or a month, as the longer period that it lies in. */
static void widen(hd_dates dates, hd_day *first, hd_day *last) {
  int year = first->year, quarter = (first->month - 1) / 3;
  bool short_enough = first->year == last->year && first->month == last->month;
  if (!short_enough || dates == HD_DATES_DAY)
    return;
  if (dates == HD_DATES_YEAR)
    months(year, 1, 12, first, last);
  else if (dates == HD_DATES_QUARTER)
    months(year, 3 * quarter + 1, 3 * quarter + 3, first, last);
  else
    months(year, first->month, first->month, first, last);
}

/* The time of a day, as databases and sheets have it: 00:00:00. */
static void drop_time(reader *r) {
  static const char signs[] = {':', '.', 'Z', '+', '-'};
  size_t i = 1;
  if (r->s.n < 6 || (r->s.p[0] != ' ' && r->s.p[0] != 'T'))
    return;
  while (i < r->s.n && (hd_ascii_is_digit(r->s.p[i]) ||
                        memchr(signs, r->s.p[i], sizeof signs)))
    i++;
  if (i == r->s.n)
    r->s.n = 0;
}

bool hd_period_read(hd_str s, hd_dates dates, hd_day *first, hd_day *last) {
  hd_day ignored;
  reader r = {hd_str_trim(s)};
  if (!read_one(&r, first, last))
    return false;
  drop_time(&r);
  if (r.s.n > 0 && r.s.p[0] == '/') {
    take(&r, "/");
    if (!read_one(&r, &ignored, last))
      return false;
    drop_time(&r);
    return r.s.n == 0 && memcmp(first, last, sizeof *first) != 0 &&
           (first->year < last->year ||
            (first->year == last->year && first->month <= last->month));
  }
  if (r.s.n > 0)
    return false;
  widen(dates, first, last);
  return true;
}
